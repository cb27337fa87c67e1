"""Cells that hold for several rows: a year beside all its items, and the total of that year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.facts import Item, Score
from pipeline.labels import match
from pipeline.scores.cells import is_nothing, read_value
from pipeline.scores.found import FULL_SCALE, place_of, read_rating
from pipeline.scores.grid import Column, Grid, is_item
from pipeline.years import header_year

if TYPE_CHECKING:
    from pipeline.scores.rows import LabelledRow
    from pipeline.scores.segments import Segment


def holder(grid: Grid, column: int, row: int) -> int:
    """The row whose cell in ``column`` holds for ``row``: its own, or that of one merged over it.

    Where merging is not known, a cell holds for the empty ones below it if all such groups of rows
    are as long as the first one, or for those around it if it stands in the middle of each; rows
    beyond are nobody's.
    """
    cells = [cells[column] for cells in grid.table.rows]
    if length := _centred_length(grid, column):
        near = [index for index in _filled(grid, column) if abs(index - row) <= length // 2]
        return near[0] if near else row
    filled = [
        index for index in range(grid.header_rows, row + 1) if not is_nothing(cells[index].text)
    ]
    if not filled or filled[-1] == row:
        return row
    above = filled[-1]
    merged = any(cell.row_span > 1 for cell in cells[grid.header_rows :])
    reach = cells[above].row_span if merged else _group_length(grid, column)
    return above if above + reach > row else row


def _group_length(grid: Grid, column: int) -> int:
    """How many rows each filled cell of a column heads, if always as many; 1 for none."""
    filled = _filled(grid, column)
    steps = {after - before for before, after in pairwise(filled)}
    if len(steps) != 1 or filled[0] != grid.header_rows:
        return 1
    return steps.pop()


def _centred_length(grid: Grid, column: int) -> int:
    """How many rows belong to each filled cell of a column that stands in the middle of them, if
    always as many, and of the same names as the first; 0 for none."""
    filled = _filled(grid, column)
    steps = {after - before for before, after in pairwise(filled)}
    length = steps.pop() if len(steps) == 1 else 0
    half = length // 2
    if length < 2 * half + 1 or half == 0 or filled[0] != grid.header_rows + half:
        return 0
    if filled[-1] + half >= len(grid.table.rows):
        return 0
    names = [
        {tuple(row[at].text for row in grid.table.rows[middle - half : middle + half + 1])
         for middle in filled}
        for at in range(grid.table.width) if at != column
    ]  # fmt: skip
    same = any(len(found) == 1 and all(next(iter(found))) for found in names)
    return length if same else 0


def _filled(grid: Grid, column: int) -> list[int]:
    rows = range(grid.header_rows, len(grid.table.rows))
    return [row for row in rows if not is_nothing(grid.table.rows[row][column].text)]


def indicator_columns(
    grid: Grid, rows: Sequence[LabelledRow], scored: Sequence[Column]
) -> dict[int, int]:
    """The columns of scores that hold one value for all sub-indicators of an indicator, each with
    the column of the indicators' labels.

    Such a column has a value for each indicator, beside one that has a value in each row.
    """
    parts = [row for row in rows if row.item and row.item.item_type == "sub_indicator"]
    if len(parts) < 2 or any(row.column != parts[0].column for row in parts):
        return {}
    owners = [
        column
        for column in range(parts[0].column)
        if any(is_item(grid.matches[row.row][column], "indicator") for row in parts)
    ]
    if len(owners) != 1:
        return {}
    heads = len(_filled(grid, owners[0]))
    filled = {column.index: _valued(grid, parts, column) for column in scored}
    if heads >= len(parts) or len(parts) not in filled.values():
        return {}
    return {index: owners[0] for index, count in filled.items() if 0 < count <= heads}


def _valued(grid: Grid, rows: Sequence[LabelledRow], column: Column) -> int:
    cells = (grid.table.rows[row.row][column.index] for row in rows)
    return sum(1 for cell in cells if read_value(cell.text) is not None)


def with_total_columns(grid: Grid, segment: Segment) -> Segment:
    """The segment with its columns told that hold one total for all rows of a year."""
    years = grid.columns_of("year")
    scored = [column for column in segment.columns if column.role == "score"]
    if len(years) != 1 or len(scored) < 2:
        return segment
    starts = _filled(grid, years[0].index)
    rows = range(grid.header_rows, len(grid.table.rows))
    grouped = any(holder(grid, years[0].index, row) != row for row in rows)
    totals = {
        column.index
        for column in scored
        if grouped and _is_total(column.header) and _filled(grid, column.index) == starts
    }
    if len(totals) != 1:
        return segment
    columns = tuple(
        replace(column, role="total") if column.index in totals else column
        for column in segment.columns
    )
    return replace(segment, columns=columns)


def _is_total(header: str) -> bool:
    item = match(header).item
    return item is not None and item.item_type == "total"


def year_totals(grid: Grid, segment: Segment) -> Iterator[Score]:
    """The total of each year, in a column of its own beside the scores of that year's items."""
    years = grid.columns_of("year")
    for column in segment.columns:
        for row in _filled(grid, column.index) if column.role == "total" else ():
            cells = grid.table.rows[row]
            value = read_value(cells[column.index].text)
            if value is None or not 0 <= value.value <= FULL_SCALE:
                continue
            ratings = [read_rating(cells[c.index].text) for c in grid.columns_of("rating", "mark")]
            told = [rating for rating in ratings if rating]
            yield Score(
                item=Item("total", "total"),
                name=column.header,
                value=value.value,
                printed=value.printed,
                place=place_of(cells[column.index], grid.ordinal),
                fiscal_year=header_year(cells[years[0].index].text),
                rating=told[0] if len(told) == 1 else "",
            )
