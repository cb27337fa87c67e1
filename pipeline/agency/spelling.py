"""Compare names as people do: by their letters, with room for a misread one or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from pipeline.agency.kinds import reference

_IGNORED = re.compile("[\\s\u200b-\u200d\ufeff.\\-\u2010-\u2015'\"()/_,]+")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MARKS = re.compile("[ะัิ-ฺ็-๎]")
MAX_EDITS = 2
"""Edits within which a spelling can be taken for another one."""


def key(name: str) -> str:
    """The letters of a name: no spaces, dots or hyphens, Arabic digits, one form of each sign."""
    text = unicodedata.normalize("NFC", name).translate(_DIGITS).lower()
    return _IGNORED.sub("", text).replace("ํา", "ำ").replace("ฤๅ", "ฤา")


def allowed_edits(length: int) -> int:
    """How many edits a name of so many letters can bear and still be known again.

    Two letters of four make another name, so short names bear fewer.
    """
    if length < 3:
        return 0
    return 1 if length < 5 else MAX_EDITS


def edits(left: str, right: str) -> int:
    """Letters to change, add or drop between two keys; more than `MAX_EDITS` is not told apart."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(left, right, score_cutoff=MAX_EDITS)


def is_near(left: str, right: str) -> bool:
    """Whether two keys can be spellings of one name."""
    return edits(left, right) <= allowed_edits(min(len(left), len(right)))


def nearest(wanted: str, options: Iterable[str]) -> tuple[str, ...]:
    """The keys among ``options`` that ``wanted`` can be a spelling of, in their order."""
    return tuple(option for option in options if is_near(wanted, option))


def is_misreading(left: str, right: str) -> bool:
    """Whether two keys differ only as a badly read page makes them differ.

    Letters that look alike take each other's place; vowel signs and tone marks, being
    small, also go missing.
    """
    from rapidfuzz.distance import Levenshtein

    for change in Levenshtein.editops(left, right):
        before, after = left[change.src_pos :][:1], right[change.dest_pos :][:1]
        marks = bool(_MARKS.match(before)), bool(_MARKS.match(after))
        if change.tag == "replace":
            alike = all(marks) or after in _lookalikes(before)
        else:
            alike = marks[0] if change.tag == "delete" else marks[1]
        if not alike:
            return False
    return True


@cache
def _lookalikes(letter: str) -> frozenset[str]:
    return frozenset().union(*(group for group in reference().words.lookalikes if letter in group))
