"""Take out the spaces that the line breaks of a narrow column left inside Thai text.

OCR writes a cell's lines behind each other with a space between. Thai has no spaces
between words, so these break words and phrases; but it has spaces of its own, between
clauses and the items of a list. A space is a line break where the word behind it would
not have fitted on its line, where it divides a word of the dictionary, or where the word
before it leads on to the next. The column's width shows in the pieces themselves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_THAI_END = re.compile(r"[ก-ฮะ-ูเ-ๆ็-๎]$")
_THAI_START = re.compile(r"^[ก-ฮเ-ไ]")
_ABBREVIATION = re.compile(r"^[ก-ฮ]{1,5}\.")
_MANY = 4
"""Pieces from which the widest but one tells the width of their column."""
_LONGEST = 24
"""Letters of the longest word that is looked up."""


def unwrap(text: str) -> str:
    """``text`` with the spaces of line breaks taken out; each of its own lines by itself.

    Text in which no space can be a line break is returned as it is.
    """
    return "\n".join(_unwrap_line(line) for line in text.split("\n"))


def _unwrap_line(text: str) -> str:
    pieces = text.split()
    if len(pieces) < 2:
        return " ".join(pieces)
    width = _column_width(pieces)
    result = pieces[0]
    line = display_width(pieces[0])
    enumerating = _opens(pieces[0])
    for left, right in pairwise(pieces):
        enumerating = (enumerating or _opens(left)) and not _closes(left)
        fits = line + 1 + display_width(_first_word(right)) <= width
        keep = _keeps_space(left, right, fits=fits, enumerating=enumerating)
        result += f" {right}" if keep else right
        line = line + 1 + display_width(right) if fits else display_width(right)
    return result


def _column_width(pieces: list[str]) -> int:
    """The width of the column in display letters: its widest piece, a single far wider
    one left out, which is two lines that lost their space."""
    widths = sorted(display_width(piece) for piece in pieces)
    if len(widths) > _MANY and widths[-1] > 1.25 * widths[-2]:
        return widths[-2] + 1
    return widths[-1]


def display_width(text: str) -> int:
    """Letters of a text that take room on a line; Thai marks take none."""
    return len(_MARKS.sub("", text))


def _keeps_space(left: str, right: str, *, fits: bool, enumerating: bool) -> bool:
    if left.endswith("/") or right.startswith("/"):
        return False
    if not _THAI_END.search(left) or not _THAI_START.search(right):
        return True
    if _ABBREVIATION.match(right):
        return True
    if _opens(left) or any(right.startswith(word) for word in _words("enumerate")):
        return True
    if _inside_word(left, right) or leads_on(left) or _follows_on(right):
        return False
    if enumerating and "/" in right and not _ends_with_verb(left):
        return True
    return fits


def _opens(piece: str) -> bool:
    return any(piece.endswith(word) for word in _words("enumerate"))


def _closes(piece: str) -> bool:
    return any(word in piece for word in _words("enumerated"))


def leads_on(left: str) -> bool:
    """True where a text ends with a word that wants another: การ, ของ, ผู้…"""
    return _tokens(left)[-1] in _words("lead")


def _follows_on(right: str) -> bool:
    return _tokens(right)[0] in _words("follow")


def _inside_word(left: str, right: str) -> bool:
    """True where the dictionary finds a word across the joint."""
    tail, head = _tokens(left)[-1], _tokens(right)[0]
    at = len(tail)
    position = 0
    for token in _tokens(tail + head):
        if position < at < position + len(token):
            return token in _dictionary()
        position += len(token)
    return False


def _ends_with_verb(left: str) -> bool:
    from pythainlp.tag import pos_tag

    tagged = pos_tag(list(_tokens(left)), engine="perceptron", corpus="orchid_ud")
    return bool(tagged) and tagged[-1][1] == "VERB"


def _first_word(piece: str) -> str:
    """What a line breaker moves to the next line as one: the longest word of the
    dictionary that the piece begins with."""
    if not _THAI_START.search(piece):
        return piece
    for end in range(min(len(piece), _LONGEST), 1, -1):
        if piece[:end] in _dictionary():
            return piece[:end]
    return _tokens(piece)[0]


@lru_cache(maxsize=65536)
def _tokens(text: str) -> tuple[str, ...]:
    from pythainlp.tokenize import word_tokenize

    return tuple(word_tokenize(text, engine="newmm", keep_whitespace=False)) or (text,)


@cache
def _dictionary() -> frozenset[str]:
    from pythainlp.corpus.common import thai_words

    return frozenset(thai_words())


@cache
def _words(kind: str) -> frozenset[str]:
    import tomllib

    text = files("pipeline").joinpath("reference/measures.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["joints"][kind])
