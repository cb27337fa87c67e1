"""Which score each rating of a table rates: one in its own cell, or in a column beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsers.model import Cell
from pipeline.numbers import close_gaps, find_numbers
from pipeline.scores.found import bare_rating, is_letter
from pipeline.scores.tables.grid import Column, Grid
from pipeline.wording import cues

_ROLES = ("rating", "mark", "note", "")
"""Columns that may hold ratings, surest first."""
_FAIL = re.compile(r"\s*ไม่\s*ผ่าน(?:\s*เกณฑ์)?\s*")
_PASSED = "ผ่าน"
_FIRST_LEVEL_YEAR = 2566
"""Before, "ผ่าน" is a pass flag and no rating."""


@dataclass(frozen=True, slots=True)
class RatingColumn:
    """A column with ratings."""

    index: int
    told: bool
    """Its header says so, or nothing: a level there is one."""
    flag: bool
    """It says whether a body passed, so that "ผ่าน" is no level there."""


Rated = Mapping[int, tuple[RatingColumn, ...]]
"""The columns of ratings of each column of scores, surest first."""


def rated_columns(
    grid: Grid, scored: Sequence[Column], beside: Sequence[Column], *, share: bool = False
) -> Rated:
    """Which of the columns ``beside`` rate which scored column.

    A column of ratings that names a year is of that year; else it is of the scores right before it
    (behind it, where a table begins with ratings). Right behind a later year and an earlier one it
    may be of either, and is of none. With ``share`` all scores of one year have one rating.
    """
    taken = {column.index for column in scored}
    ratings = [
        column
        for role in _ROLES
        for column in beside
        if column.role == role and column.index not in taken
    ]
    result: dict[int, list[Column]] = {}
    for rating in ratings:
        owner = _owner(rating, scored, ratings)
        for column in scored:
            alike = share and owner is not None and column.year == owner.year
            if column is owner or alike:
                result.setdefault(column.index, []).append(rating)
    flags = _flags(grid, ratings)
    return {
        index: tuple(
            RatingColumn(one.index, one.role == "rating" or not one.header, one.index in flags)
            for one in found
        )
        for index, found in result.items()
    }


def _owner(rating: Column, scored: Sequence[Column], ratings: Sequence[Column]) -> Column | None:
    if rating.year is not None and any(column.year is not None for column in scored):
        scored = [column for column in scored if column.year == rating.year]
    told = [one.index for one in ratings if one.role == "rating" and one.year == rating.year]
    before = [column for column in scored if column.index < rating.index]
    behind = [column for column in scored if column.index > rating.index]
    if behind and (not before or (told and min(told) < before[0].index)):
        return behind[0]
    if not before:
        return None
    owner = before[-1]
    parted = max((at for at in told if at < owner.index), default=-1)
    later = [
        column
        for column in before
        if column.index > parted and owner.year and column.year and column.year > owner.year
    ]
    return None if later else owner


def _flags(grid: Grid, ratings: Sequence[Column]) -> frozenset[int]:
    """Columns that say whether a body passed, or do not say what and hold no other level, in which
    "ผ่าน" is no level."""
    rows = grid.table.rows[grid.header_rows :]
    return frozenset(
        column.index
        for column in ratings
        if any(_FAIL.fullmatch(row[column.index].text) for row in rows)
        or cues("column", "fail").search(column.header)
        or (not column.header and not _has_levels(row[column.index].text for row in rows))
    )


def _has_levels(texts: Iterable[str]) -> bool:
    """True for cells of a rating beside "ผ่าน"."""
    return any(found not in ("", _PASSED) for found in map(bare_rating, texts))


def rating_of(
    cells: Sequence[Cell], scored: int, rated: Rated, year: int | None, *, sure: bool = False
) -> str:
    """The rating printed for the score in column ``scored`` of a row; empty for none.

    With ``sure``, words in columns that no header says to be of ratings are none.
    """
    own = rating_within(cells[scored].text)
    if own and (own != _PASSED or (year is not None and year >= _FIRST_LEVEL_YEAR)):
        return own
    for column in rated.get(scored, ()):
        found = bare_rating(cells[column.index].text)
        if not found or (column.flag and found == _PASSED):
            continue
        if not sure or is_letter(found) or column.told:
            return found
    return ""


def rating_within(text: str) -> str:
    """The rating in a cell beside the one number there: ``88.20 (A)``, ``A / 88.20``."""
    folded = close_gaps(" ".join(text.split()))
    numbers = list(find_numbers(folded))
    if len(numbers) != 1:
        return ""
    rest = folded[: numbers[0].start] + " " + folded[numbers[0].end :]
    for kind in ("unit", "percent"):
        rest = cues("prose", kind).sub(" ", rest)
    return bare_rating(rest)
