"""Compare names as people do: by their letters, with room for a misread one or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_IGNORED = re.compile("[\\s\u200b-\u200d\ufeff.\\-\u2010-\u2015'\"()/_,]+")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
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
