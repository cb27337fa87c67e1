"""Which pages of a long document may hold tables of facts, by a look at their text.

Pages that may not are read for their lines alone. A page too many costs time, a page too
few costs facts: so a few numbers with decimals, or the words of the tables that we read,
are enough, and words are compared by their consonants, which survive damaged fonts.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.wording import listed

_DECIMAL = re.compile(r"(?<![\d๐-๙.,])[\d๐-๙]{1,3}\s?[.,]\s?[\d๐-๙]{1,2}(?![\d๐-๙.,])")
_NUMBER = re.compile(r"[\d๐-๙]+")
_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_DECIMALS = 3
_NUMBERS = 6
"""Numbers from which a page that names items may score them, without decimals too."""
_ITEMS = 3
_MEASURES = 2
_MOST_LOST = 20
"""Letters that no font tells, from which a page is looked at whatever it says."""


def may_hold_tables(text: str) -> bool:
    """True for a page's text that may come from a page with a table of scores or measures."""
    if len(_LOST.findall(text)) >= _MOST_LOST:
        return True
    if sum(1 for _ in _DECIMAL.finditer(text)) >= _DECIMALS:
        return True
    letters = consonants(text)
    if _count(letters, "measures") >= _MEASURES:
        return True
    items = _count(letters, "items") >= _ITEMS
    return items and sum(1 for _ in _NUMBER.finditer(text)) >= _NUMBERS


def consonants(text: str) -> str:
    """The consonants and Latin letters of a text, in lower case."""
    return "".join(_LETTER.findall(text)).lower()


def _count(letters: str, kind: str) -> int:
    """How many of a list's words a text has."""
    return sum(1 for word in _words(kind) if word in letters)


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(consonants(text) for text in listed("triage", kind)))
