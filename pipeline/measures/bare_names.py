"""Names of persons that nothing announces: two words in a place where persons are named.

Threat: a column of who answers for a measure, brackets under a line to sign on, and what
stands behind ลงชื่อ hold names that no list knows. Two words there are a name unless they are
words of the dictionary, name units, or lead on like running text. What remains: a name of two
words that the dictionary has as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.measures.names import families, givens, is_word
from pipeline.measures.unwrap import tokens
from pipeline.measures.vocabulary import word_set, words

_WORD = r"[ก-ฮเ-ไ][ก-ฺเ-๎]+"
_WHOLE = re.compile(_WORD)
_LONGEST = 16
_SHORTEST = 3
"""Letters of the longest and shortest half of a name."""
_PARTS = re.compile(r"([\n,;/()]+|\d[.)])")
_BRACKETS = re.compile(rf"\(\s*({_WORD})\s+({_WORD})\s*\)")
_SIGNED = re.compile(rf"(ลงชื่อ\s*[).:…._\s]*)({_WORD})[^\S\n]+({_WORD})")


def without_bare_names(text: str) -> str:
    """A cell of units without names that stand alone, or before the office of who bears them."""
    kept = "".join(_without_listed(_without_leading(part)) for part in _PARTS.split(text))
    return kept if kept != text or "\n" not in text else _without_leading(text)


def without_names_between(text: str) -> str:
    """A cell of units on one line, without the pairs of words between units that are names."""
    pieces = text.split()
    kept: list[str] = []
    run: list[str] = []
    for piece in [*pieces, ""]:
        if piece and not _is_unit(piece) and _WHOLE.fullmatch(piece):
            run.append(piece)
            continue
        kept += [] if len(run) == 2 and is_name(*run) else run
        kept += [piece] if piece else []
        run = []
    return " ".join(kept)


@cache
def _posted() -> re.Pattern[str]:
    posts = "|".join(sorted(map(re.escape, word_set("persons", "posts")), key=len, reverse=True))
    return re.compile(rf"(?<![ก-๎])({_WORD})[^\S\n]+({_WORD})(?=\s+(?:{posts}))")


def without_signed_names(text: str) -> str:
    """Any text without the names in brackets of their own, behind ลงชื่อ and before a post."""
    text = _BRACKETS.sub(lambda hit: "" if is_name(hit[1], hit[2]) else hit[0], text)
    text = _posted().sub(lambda hit: "" if is_name(hit[1], hit[2]) else hit[0], text)
    return _SIGNED.sub(lambda hit: hit[1] if is_name(hit[2], hit[3]) else hit[0], text)


def _without_leading(part: str) -> str:
    """A part without the two words before its end or its first unit, where they are a name."""
    pieces = part.split()
    before = next((at for at, piece in enumerate(pieces) if _is_unit(piece)), len(pieces))
    if before != 2 or not is_name(*pieces[:2]):
        return part
    at = part.index(pieces[1], part.index(pieces[0]) + len(pieces[0])) + len(pieces[1])
    return part[at:]


def _without_listed(part: str) -> str:
    """A part without a pair of words behind a unit of which lists of names know one half."""
    pieces = part.split()
    if len(pieces) < 3 or not _is_unit(pieces[-3]) or _is_unit(pieces[-1]):
        return part
    given, family = pieces[-2:]
    if not is_name(given, family) or not (given in givens() or family in families()):
        return part
    return part[: part.rindex(given, 0, part.rindex(family))]


def is_name(given: str, family: str) -> bool:
    """True for two words in a place of names that lists of names know, or no dictionary does."""
    if not all(map(_may_be_half, (given, family))) or _is_unit(given + family):
        return False
    listed = given in givens(), family in families()
    if any(listed) and not (is_word(given) and is_word(family)):
        return True
    return all(listed) or not (is_word(given) or is_word(family))


def _may_be_half(word: str) -> bool:
    if not _WHOLE.fullmatch(word) or not _SHORTEST <= len(word) <= _LONGEST or _is_unit(word):
        return False
    if any(word.startswith(start) for start in word_set("persons", "nameless")):
        return False
    return not _leads(tokens(word))


def _leads(parts: Sequence[str]) -> bool:
    """True for words of running text inside a longer one."""
    return len(parts) > 1 and any(part in word_set("joints", "lead") for part in parts)


def _is_unit(word: str) -> bool:
    return bool(words("content", "unit").match(word))
