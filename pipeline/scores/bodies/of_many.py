"""Tables below a heading that says that their numbers are means of many bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.model import Line
from pipeline.facts import Item
from pipeline.scores.found import Found
from pipeline.scores.near_years import SHORT
from pipeline.scores.tables.grid import Grid
from pipeline.wording import cues

_LEAD = 30
"""Characters that may stand before the words for means in a heading, such as its number."""
_SENTENCE = re.compile(r"อยู่ที่|เท่ากับ|ได้รับ|ได้คะแนน|พบว่า|โดย|ซึ่ง|ปรากฏ|แล้ว")
_SCORE = re.compile(r"[\d๐-๙]\.[\d๐-๙]{2}(?![\d๐-๙])")
_LINES = 3
"""Lines right above a table among which its heading stands."""


def is_of_many(above: Sequence[str], grid: Grid, *, again: bool) -> bool:
    """Whether the nearest heading above a table says that its scores are the mean of the bodies of
    a place or kind, and the table has no other scores: no heading compares, no column is said to
    be of such a mean, which leaves the others to the document's own body.

    A place may be a body itself: its scores are others' only where they say ``again``, and
    differently, what a table before has said.
    """
    if grid.columns_of("mean"):
        return False
    for text in reversed(above[-_LINES:]):
        if len(text) > SHORT:
            return False
        if heads_many(text) or (again and _heads(text, "of_place")):
            return True
        if cues("heading", "own").search(text) or cues("heading", "of_many").search(text):
            return False
    return False


def heads_many(text: str) -> bool:
    """Whether a line is a heading of means of many bodies: no sentence, no comparison."""
    return _heads(text, "of_many")


def _heads(text: str, kind: str) -> bool:
    hit = cues("heading", kind).search(text)
    if hit is None or hit.start() > _LEAD or _SENTENCE.search(text):
        return False
    if "และ" in text[: hit.start()]:
        return False
    return cues("heading", "compared").search(text) is None and not _SCORE.search(text)


def contradicts(found: Found, told: Mapping[tuple[int | None, Item], Decimal]) -> bool:
    """Whether a table says another value for an item and year than the tables before."""
    return any(
        told.get((score.fiscal_year, score.item), score.value) != score.value
        for score in found.scores
        if not score.body and score.out_of is None
    )


def without_own(found: Found) -> Found:
    """What a table says of bodies that it names itself."""
    return replace(
        found,
        scores=tuple(score for score in found.scores if score.body),
        claims=tuple(claim for claim in found.claims if claim.body),
        uncertain=(),
        rankings=(),
    )


def texts(lines: Sequence[Line], said: Sequence[str]) -> list[str]:
    """The lines above a table, one after the other."""
    return [*(line.text for line in lines), *(one for text in said for one in text.split("\n"))]
