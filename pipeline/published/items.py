"""What a cell of the item column of a long table names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.facts import Item
from pipeline.labels import match
from pipeline.labels.numbers import split_number
from pipeline.numbers import arabic

_INSTRUMENTS = {"iit": "IIT", "eit": "EIT", "oit": "OIT", "eit1": "EIT1", "eit2": "EIT2"}
_SUB = re.compile(r"(?:9\.[1-5]|10\.[12])")
_INDICATOR = re.compile(r"i?(10|[1-9])", re.IGNORECASE)
_INDEX = re.compile(r"index([1-5])", re.IGNORECASE)
_SURE = 99.5


@dataclass(frozen=True, slots=True)
class Named:
    """An item, or none, and how surely."""

    item: Item | None
    confidence: float = 1.0


@lru_cache(maxsize=4096)
def item_of(text: str) -> Named:
    """The item of a code (``total``, ``IIT``, ``9.1``), of a name, or of a bare official number.

    A name decides over the number before it.
    """
    folded = arabic(" ".join(text.split()))
    if folded.lower() == "total":
        return Named(Item("total", "total"))
    if code := _INSTRUMENTS.get(folded.lower()):
        return Named(Item("instrument", code))
    if _SUB.fullmatch(folded):
        return Named(Item("sub_indicator", folded))
    if (question := re.fullmatch(r"([IEO])(\d{1,2})", folded)) and int(question.group(2)):
        return Named(Item("question", folded))
    if found := _INDICATOR.fullmatch(folded):
        return Named(Item("indicator", found.group(1)))
    if found := _INDEX.fullmatch(folded):
        return Named(Item("index", f"index{found.group(1)}"))
    matched = match(folded)
    if matched.item is not None:
        sure = matched.score >= _SURE
        return Named(matched.item, 1.0 if sure else round(matched.score / 100, 4))
    number, stated, rest = split_number(folded)
    if stated and not rest.strip() and number.isdigit() and 1 <= int(number) <= 10:
        return Named(Item("indicator", str(int(number))))
    return Named(None)
