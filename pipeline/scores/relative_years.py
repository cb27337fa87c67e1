"""Headers and row labels that name a year only by where it lies: "ปีที่ผ่านมา", "ปีปัจจุบัน"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Line, Table
from pipeline.scores.glue import COMPARED
from pipeline.scores.near_years import SECTION_LINES, year_above
from pipeline.scores.tables.cells import one_line
from pipeline.scores.tables.grid import MAX_HEADER_ROWS, column_role
from pipeline.wording import cues
from pipeline.years import YearMention, find_years

_LONGEST = 40
"""Characters; a longer cell is no header."""
_HEADING_LINES = 3
"""Lines right above a table among which its heading stands."""
_LABELS = 2
"""Columns at the left that may name the year of a row."""
_NEAR = 30
"""Characters beside a year in which it is said to be this year or the one before."""
_HINT = re.compile(r"ปี|ครั้ง|ปัจจุบัน|year", re.IGNORECASE)
_BEFORE = re.compile(r"\s*[(:=]?\s*(?:คือ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*$")
_BEHIND = re.compile(r"\s*[(:=]?\s*(?:คือ|เป็น)?\s*$")

_KINDS = ("earlier_year", "this_year")


def with_relative_years(table: Table, above: Sequence[Line], year: int | None) -> Table:
    """``table`` with the years of its headers that say "last year" and "this year" written out.

    Both must stand in the table, or one beside a year in digits. The text above says which years
    they are, or names just two; else this year is that of the scores below such a text.
    """
    told = {
        (cell.row, cell.column): kind
        for row, cells in enumerate(table.rows)
        for cell in (cells if row < MAX_HEADER_ROWS else cells[:_LABELS])
        if (kind := _kind(cell.text))
    }
    if not told:
        return table
    printed = set(_printed_years(table))
    if len(set(told.values())) < len(_KINDS) and not printed:
        return table
    named = _named(above, year)
    if named is None or printed & {named[kind] for kind in told.values()}:
        return table
    return replace(
        table,
        rows=tuple(
            tuple(_dated(cell, told, named) for cell in cells) for cells in table.rows
        ),
    )  # fmt: skip


def _dated(cell: Cell, told: dict[tuple[int, int], str], named: dict[str, int]) -> Cell:
    kind = told.get((cell.row, cell.column))
    return replace(cell, text=f"{cell.text} {named[kind]}") if kind else cell


def _kind(text: str) -> str:
    """Which of the two years a header names; empty for none, or where it tells of both."""
    if len(text) > _LONGEST or not _HINT.search(text) or re.search(r"[\d๐-๙]", text):
        return ""
    whole = one_line(text)
    if column_role(whole) not in ("", "score"):
        return ""
    found = [kind for kind in _KINDS if cues("table", kind).search(whole)]
    return found[0] if len(found) == 1 else ""


def _printed_years(table: Table) -> Iterator[int]:
    for cells in table.rows[:MAX_HEADER_ROWS]:
        for cell in cells:
            yield from (found.year for found in find_years(cell.text))


def are_parted(lines: Sequence[str]) -> bool:
    """Whether a document has headings of this year and of the one before that name no number."""
    return {kind for text in lines if (kind := _heading(text))} == set(_KINDS)


def year_below(above: Sequence[Line], year: int | None) -> int | None:
    """The year of what stands below such headings: that before the ``year`` around, where the
    nearest heading says so."""
    for line in reversed(above[-_HEADING_LINES:]):
        if any(find_years(line.text)):
            return year
        if kind := _heading(line.text):
            return year - 1 if kind == "earlier_year" and year is not None else year
    return year


def _heading(text: str) -> str:
    """Which of the two years the heading of scores names."""
    if len(text) > _LONGEST or COMPARED.search(text) or not cues("year", "score").search(text):
        return ""
    return _kind(text)


def _named(above: Sequence[Line], year: int | None) -> dict[str, int] | None:
    """The year before and this year, as the lines above say them."""
    lines = [line.text for line in above[-SECTION_LINES:]]
    for text in reversed(lines):
        said = {kind: one for one in find_years(text) if (kind := _said(text, one))}
        if said:
            return _pair({kind: one.year for kind, one in said.items()})
    for text in reversed(lines):
        years = {one.year for one in find_years(text) if one.role in ("score", "bare")}
        if len(years) == len(_KINDS):
            return _pair(dict(zip(_KINDS, sorted(years), strict=True)))
    this = year_above(above, year)
    return _pair({"this_year": this}) if this is not None else None


def _said(text: str, year: YearMention) -> str:
    """Which of the two years one in digits is said to be, right before or behind it."""
    for kind in _KINDS:
        before = text[max(0, year.start - _NEAR) : year.start]
        hits = list(cues("table", kind).finditer(before))
        if hits and _BEFORE.fullmatch(before[hits[-1].end() :]):
            return kind
        hit = cues("table", kind).search(text, year.end, year.end + _NEAR)
        if hit is not None and _BEHIND.fullmatch(text[year.end : hit.start()]):
            return kind
    return ""


def _pair(said: dict[str, int]) -> dict[str, int] | None:
    """Both years, a missing one as next to the other; None where they are in the wrong order."""
    this = said.get("this_year", said.get("earlier_year", 0) + 1)
    earlier = said.get("earlier_year", this - 1)
    return {"this_year": this, "earlier_year": earlier} if earlier < this else None
