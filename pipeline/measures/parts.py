"""Which tables are parts of one table of measures, and what their columns hold.

A header of a plan opens a series. A table that follows goes on with it if it has the same
width and nothing in it speaks against it: its header is repeated, or misread, or absent.
Where it has no header of measures of its own, something must speak for it as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from parsers.model import Cell, Table
from pipeline.measures.columns import (
    FRAME,
    Roles,
    agrees,
    by_content,
    fits,
    header_roles,
    is_duration,
    is_foreign,
    is_measures_header,
    is_score_table,
    looks_like_header,
    tight,
)
from pipeline.measures.divided import TICK, divided
from pipeline.measures.drafts import Draft, number_cell, split_title
from pipeline.measures.mend import Wrapping
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_FRAMED = {"responsible", "period", FRAME}
_SHARED = {"responsible", "period", "topic", FRAME}
"""Roles of columns whose merged cells hold for every row that they cover."""
_HEADER_DEPTH = 2
"""Rows of a table in which its header is looked for."""
_MOST_MISSING = 2
"""Empty columns that a page of text may leave out at the end of its lines."""
_ALIKE = 90
"""Similarity (0 to 100) of two readings of one header."""
Rows = Sequence[Sequence[Cell]]
Spans = tuple[tuple[float, float], ...]
"""From where to where the columns of a page's table run; empty for text."""


@dataclass(slots=True)
class Series:
    """A table of measures over all its pages."""

    roles: Roles
    titles: str
    """The header over its titles."""
    header: tuple[str, ...] = ()
    """The texts of its header."""
    drafts: list[Draft] = field(default_factory=list)
    section: str = ""
    numbered: bool = False
    name_cut: bool = False
    """True where the last cell of units ended with a person's name."""
    wrapping: Wrapping = field(default_factory=Wrapping)
    spans: Spans = ()
    """Where the columns stood on the last page that showed them."""

    @property
    def by_year(self) -> bool:
        """True where the column of periods is one of fiscal years."""
        named = dict(zip(self.roles, self.header, strict=False)).get("period", "")
        return bool(words("content", "fiscal_years").search(named))

    @property
    def last(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None


@dataclass(frozen=True, slots=True)
class Part:
    """One table as a part of a series: its columns, and its rows without header."""

    roles: Roles
    titles: str
    rows: Rows
    goes_on: bool
    header: tuple[str, ...] = ()
    """The texts of its own header, where it has one."""


def part_of(table: Table, series: Series | None, *, apart: bool = False) -> Part | None:
    """What a table adds to the measures; None for a table of something else.

    ``apart``: text of another matter stands between it and the table above.
    """
    table = replace(table, rows=tuple(row for row in table.rows if any(row)) or table.rows)
    same = series is not None and len(series.roles) == table.width
    for depth, row in enumerate(table.rows[:_HEADER_DEPTH]):
        if not is_measures_header(row):
            continue
        rows, marked = _below(table.rows[depth:])
        own = by_content(divided(header_roles(row), row, marked, rows), rows)
        titles = tight(row[own.index("title")].text) if "title" in own else ""
        if _is_manual(own, rows) and not words("content", "measure").search(titles):
            return None
        if series is None or not titles:
            return Part(own, titles, rows, goes_on=False, header=_texts(row)) if titles else None
        named = words("columns", "title").search(titles)
        alike = _alike(titles, series.titles)
        if same and fits(series.roles, rows) and (alike or not named):
            return Part(series.roles, series.titles, rows, goes_on=True)
        return Part(own, titles, rows, goes_on=alike, header=_texts(row))
    if series is not None and not same:
        table, same = _widened(table, series)
    if series is None or not same or is_score_table(table):
        return None
    headed = looks_like_header(table.rows[0])
    if is_foreign(table.rows[0], series.header):
        return None
    rows = table.rows[1:] if headed else table.rows
    if rows and (_counts_on(series, rows[0]) or (not apart and _goes_on(series, rows))):
        return Part(series.roles, series.titles, rows, goes_on=True)
    return None


def _widened(table: Table, series: Series) -> tuple[Table, bool]:
    """A table with the empty columns that it leaves out: those at the ends of lines of text, and
    those in which a page has nothing, told by where the others stand."""
    missing = len(series.roles) - table.width
    if not 0 < missing <= _MOST_MISSING:
        return table, False
    places = tuple(range(table.width))
    if any(cell.box for row in table.rows for cell in row):
        found = _places(table, series)
        if found is None:
            return table, False
        places = found
    rows = []
    for row in table.rows:
        blank = replace(row[-1], text="", printed="", box=None)
        cells = [replace(blank, column=at) for at in range(len(series.roles))]
        for at, cell in zip(places, row, strict=True):
            cells[at] = replace(cell, column=at)
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows)), True


def _places(table: Table, series: Series) -> tuple[int, ...] | None:
    """The columns of a series that those of a narrower table on a page are; None where its
    times and units do not tell that it is of the series."""
    if not series.spans:
        return None
    spans = spans_of(table)
    if len(spans) != table.width:
        return None
    choices = []
    for places in combinations(range(len(series.roles)), table.width):
        roles = tuple(series.roles[at] for at in places)
        if _is_of(series, roles, table.rows):
            away = sum(
                abs(a - series.spans[at][0]) + abs(b - series.spans[at][1])
                for (a, b), at in zip(spans, places, strict=True)
            )
            choices.append((away, places))
    return min(choices)[1] if choices else None


def _is_of(series: Series, roles: Roles, rows: Rows) -> bool:
    """True where columns of these roles hold the titles, times and units of the series."""
    framed = _FRAMED.intersection(series.roles)
    if "title" not in roles or not framed or not framed <= set(roles):
        return False
    return fits(roles, rows) and agrees(roles, rows)


def spans_of(table: Table) -> Spans:
    """Where the columns of a page's table run; nothing where one is empty."""
    spans = []
    for at in range(table.width):
        boxes = [cell.box for cell in table.column(at) if cell and cell.box]
        if not boxes:
            return ()
        spans.append((min(box.x0 for box in boxes), max(box.x1 for box in boxes)))
    return tuple(spans)


def _goes_on(series: Series, rows: Rows) -> bool:
    """True where nothing in the rows speaks against the series, and something for it; the rest
    of a row that a page break cut says nothing by itself."""
    rest = _is_rest(series, rows[0])
    own = rows[1:] if rest else rows
    return fits(series.roles, own) and (rest or agrees(series.roles, own))


def _is_manual(roles: Roles, rows: Rows) -> bool:
    """True for steps of a service with the time that each takes."""
    if "period" not in roles:
        return False
    texts = [row[roles.index("period")].text for row in rows if row[roles.index("period")]]
    return sum(map(is_duration, texts)) * 2 > len(texts)


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(tight(cell.text) for cell in row)


def _alike(one: str, other: str) -> bool:
    """True for two readings of one header."""
    from rapidfuzz import fuzz

    return fuzz.ratio("".join(one.split()), "".join(other.split())) >= _ALIKE


def _counts_on(series: Series, row: Sequence[Cell]) -> bool:
    """True for a row whose number follows that of the measure above."""
    last = series.last
    if last is None or not last.number:
        return False
    number = split_title(row[series.roles.index("title")].text)[0]
    if "number" in series.roles:
        number = number_cell(row[series.roles.index("number")].text) or number
    return bool(number) and _follows(last.number, number)


def _follows(above: str, below: str) -> bool:
    """True for 3 after 2, 2.3 after 2.2, and 3.1 after 2.2."""
    *group, one = map(int, above.split("."))
    *next_group, two = map(int, below.split("."))
    if group == next_group:
        return two == one + 1
    nested = len(group) == len(next_group) and group[:-1] == next_group[:-1]
    return nested and two == 1 and next_group[-1] == group[-1] + 1


def _is_rest(series: Series, row: Sequence[Cell]) -> bool:
    """True for a row that the end of a page leaves behind: work without a title, or the rest
    of a title and nothing else."""
    roles = dict(zip(series.roles, row, strict=True))
    alone = sum(map(bool, row)) == 1 and not split_title(roles["title"].text)[0]
    number = roles.get("number")
    return not number and (alone or not roles["title"])


def _below(rows: Rows) -> tuple[Rows, Sequence[Cell]]:
    """The rows under a header, without repetitions of it; and the header's second row, if it
    has one."""
    header, body = rows[0], rows[1:]
    second: Sequence[Cell] = ()
    if body and _is_second_header(header, body[0]):
        second, body = body[0], body[1:]
    texts = [cell.text.split() for cell in header]
    rows = [row for row in body if [cell.text.split() for cell in row] != texts]
    return [row for row in rows if not _counts_columns(row)], second


def _counts_columns(row: Sequence[Cell]) -> bool:
    """True for a row below a header that only numbers its columns: (1) (2) (3)…"""
    filled = [arabic(cell.text).strip(" .()") for cell in row if cell]
    return len(filled) > 2 and filled == [str(at) for at in range(1, len(filled) + 1)]


def spread(roles: Roles, rows: Rows) -> Rows:
    """Rows in which a unit, a period or a topic stands in every row that its merged cell covers."""
    shared = [at for at, role in enumerate(roles) if role in _SHARED or role.startswith(TICK)]
    reach: dict[int, tuple[Cell, int]] = {}
    spread_rows = []
    for row in rows:
        cells = list(row)
        for at in shared:
            above, last = reach.get(at, (cells[at], -1))
            if cells[at]:
                reach[at] = (cells[at], cells[at].row + cells[at].row_span - 1)
            elif cells[at].row <= last:
                cells[at] = replace(above, row=cells[at].row, line=cells[at].line)
        spread_rows.append(tuple(cells))
    return spread_rows


def _is_second_header(header: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """True for a row that only divides columns of the header above it."""
    filled = [index for index, cell in enumerate(row) if cell]
    if len(filled) < 2 or filled[0] == 0 or len(filled) == len(row):
        return False
    neighbours = filled == list(range(filled[0], filled[-1] + 1))
    undivided = any(header[index] for index in filled[1:])
    return neighbours and not undivided and all(len(row[index].text) <= 20 for index in filled)
