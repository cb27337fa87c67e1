"""Take out the spaces that the line breaks of a narrow column left inside Thai text.

OCR writes a cell's lines behind each other with a space between. Thai has no spaces
between words, so these break words and phrases; but it has spaces of its own, between
clauses and the items of a list. A space is a line break where the word behind it would
not have fitted on its line, where it divides a word of the dictionary, or where the word
before it leads on to the next. The column's width shows in the pieces themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.measures.vocabulary import word_set

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_THAI_END = re.compile(r"[ก-ฮะ-ูเ-ๅ็-๎]$")
_THAI_START = re.compile(r"^[ก-ฮเ-ไ]")
_HYPHENED = re.compile(r"[A-Za-z]-$")
_LEFT_OVER = re.compile("^[ะ-ฺ็-๎](?=.)")
"""Vowels and marks that only ever follow a letter: no word begins with one."""
_ABBREVIATION = re.compile(r"^[ก-ฮ]{1,5}\.")
_MANY = 4
"""Pieces from which the widest but one tells the width of their column."""
_ALONE = "ณ"
"""A word that always stands between spaces."""
_CONTEXT = 3
"""Words on each side of a joint by which the word across it is told."""
_RARER = 0.4
"""Share of a word's own count that the rarer of its halves may have."""
_LONGEST = 24
"""Letters of the longest word that is looked up."""


def unwrap(text: str, width: int | None = None) -> str:
    """One line of text from a wrapped column, the spaces of line breaks taken out.

    ``width`` is the column's, in display letters; without it the text's own pieces tell.
    """
    pieces = text.split()
    if len(pieces) < 2:
        return " ".join(pieces)
    width = width or column_width(pieces)
    result = pieces[0]
    line = display_width(pieces[0])
    enumerating = _opens(pieces[0])
    for left, right in pairwise(pieces):
        enumerating = (enumerating or _opens(left)) and not _closes(left)
        fits = line + 1 + display_width(first_word(right)) <= width
        keep = _keeps_space(left, right, fits=fits, enumerating=enumerating)
        result += f" {right}" if keep else right
        line = line + 1 + display_width(right) if fits else display_width(right)
    return result


def heal(text: str) -> str:
    """One line of text that was not wrapped: only spaces that leave no word go.

    A space goes where the dictionary has a word across it and one of its halves is none.
    """
    pieces = text.split()
    result = pieces[:1]
    for left, right in pairwise(pieces):
        whole = _is_left_over(left, right) or _divides_word(left, right)
        result.append(right if whole else f" {right}")
    return "".join(result)


def joined(lines: Sequence[str]) -> str:
    """Lines that follow each other in one text, with a space only where one belongs."""
    result = ""
    for line in filter(None, map(str.strip, lines)):
        if not result:
            result = line
            continue
        left, right = result.split()[-1], line.split()[0]
        keep = _keeps_space(left, right, fits=False, enumerating=False)
        result += f" {line}" if keep else line
    return result


def broken(left: str, right: str) -> bool:
    """True where a break between two pieces can only be that of a line."""
    if left.endswith("/") and _THAI_START.search(right):
        return True
    if _is_left_over(left, right):
        return True
    if not is_thai_joint(left, right) or _ABBREVIATION.match(right):
        return False
    return (
        leads_on(left)
        or _first_token(right) in word_set("joints", "bound")
        or (_divides_word(left, right))
    )


def is_thai_joint(left: str, right: str) -> bool:
    """True where Thai letters stand on both sides."""
    return bool(_THAI_END.search(left) and _THAI_START.search(right))


def _is_left_over(left: str, right: str) -> bool:
    """True where a vowel or mark stands apart from the consonant that it belongs to."""
    return bool(_LEFT_OVER.search(right) and re.search("[ก-ฮ]$", left))


def column_width(pieces: Sequence[str]) -> int:
    """The width of the column in display letters, as far as its pieces tell.

    The widest piece is the least that fits, and letters differ in width, so with many
    pieces one letter more is allowed. A single far wider piece is left out: it is two
    lines that lost their space.
    """
    widths = sorted(map(display_width, pieces))
    if len(widths) <= _MANY:
        return widths[-1]
    return widths[-2 if widths[-1] > 1.25 * widths[-2] else -1] + 1


def display_width(text: str) -> int:
    """Letters of a text that take room on a line; Thai marks take none."""
    return len(_MARKS.sub("", text))


def leads_on(left: str) -> bool:
    """True where a text ends with a word that wants another: การ, ของ, ผู้…"""
    return bool(left.strip()) and tokens(left.split()[-1])[-1] in word_set("joints", "lead")


def follows_on(right: str) -> bool:
    """True where a text begins with a word that wants one before it: และ, ของ, ที่…"""
    return bool(right.strip()) and _first_token(right) in word_set("joints", "follow")


def first_word(piece: str) -> str:
    """What a line breaker moves to the next line as one: the longest word of the
    dictionary that the piece begins with."""
    if not _THAI_START.search(piece):
        return piece
    for end in range(min(len(piece), _LONGEST), 1, -1):
        if piece[:end] in dictionary():
            return piece[:end]
    return tokens(piece)[0]


def _keeps_space(left: str, right: str, *, fits: bool, enumerating: bool) -> bool:
    if left.endswith(("/", "(")) or right.startswith(("/", ")")) or _HYPHENED.search(left):
        return False
    if _ALONE in (left, right):
        return True
    if _is_left_over(left, right):
        return False
    if not is_thai_joint(left, right) or _ABBREVIATION.match(right):
        return True
    if _opens(left) or any(right.startswith(word) for word in word_set("joints", "enumerate")):
        return True
    if _inside_word(left, right) or leads_on(left) or follows_on(right):
        return False
    if enumerating and "/" in right and not _ends_with_verb(left):
        return True
    return fits


def _opens(piece: str) -> bool:
    return any(piece.endswith(word) for word in word_set("joints", "enumerate"))


def _closes(piece: str) -> bool:
    return any(word in piece for word in word_set("joints", "enumerated"))


def _inside_word(left: str, right: str) -> bool:
    """True where the dictionary finds a word across the joint."""
    tail, head = tokens(left)[-1], tokens(right)[0]
    position = 0
    for token in tokens(tail + head):
        if position < len(tail) < position + len(token):
            return token in dictionary()
        position += len(token)
    return False


def _divides_word(left: str, right: str) -> bool:
    """True where a word stands across the joint that its halves can hardly be two words of.

    The words around the joint must end and begin where that word does, or be none; and one
    of its halves is no word, or far rarer alone than the whole.
    """
    if _ALONE in (left, right) or not is_thai_joint(left, right):
        return False
    before, after = tokens(left), tokens(right)
    found = _across("".join(before[-_CONTEXT:]), "".join(after[:_CONTEXT]))
    if found is None:
        return False
    head, tail = found
    if not (_ends(before, head) and _ends(after[::-1], tail, last=False)):
        return False
    if head in word_set("joints", "prefix") or not {head, tail} <= dictionary():
        return True
    return min(often(head), often(tail)) < _RARER * often(head + tail)


def _across(left: str, right: str) -> tuple[str, str] | None:
    """The halves of the word of the dictionary that stands across a joint."""
    position = 0
    for token in tokens(left + right):
        end = position + len(token)
        if position < len(left) < end:
            cut = len(left) - position
            return (token[:cut], token[cut:]) if token in dictionary() else None
        position = end
    return None


def _ends(tokens: Sequence[str], half: str, *, last: bool = True) -> bool:
    """True where ``tokens``, from the joint on, make up the half of a word, or are no words."""
    whole = ""
    for token in reversed(tokens):
        if token not in dictionary():
            return True
        whole = token + whole if last else whole + token
        if len(whole) >= len(half):
            return whole == half
    return False


@lru_cache(maxsize=65536)
def often(word: str) -> int:
    """How often a word stands in the Thai National Corpus."""
    return _frequencies().get(word, 0)


@cache
def _frequencies() -> dict[str, int]:
    from pythainlp.corpus.tnc import unigram_word_freqs

    return dict(unigram_word_freqs())


def _first_token(text: str) -> str:
    return tokens(text.split()[0])[0]


def _ends_with_verb(left: str) -> bool:
    from pythainlp.tag import pos_tag

    tagged = pos_tag(list(tokens(left)), engine="perceptron", corpus="orchid_ud")
    return bool(tagged) and tagged[-1][1] == "VERB"


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """The words that a Thai text is made of; itself where none is known."""
    from pythainlp.tokenize import word_tokenize

    return tuple(word_tokenize(text, engine="newmm", keep_whitespace=False)) or (text,)


@cache
def dictionary() -> frozenset[str]:
    """Every word of Thai."""
    from pythainlp.corpus.common import thai_words

    return frozenset(thai_words())
