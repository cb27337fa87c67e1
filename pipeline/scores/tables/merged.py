"""Cells that hold for several rows: a year beside all its items, and the total of that year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.facts import Item, Score
from pipeline.labels import match
from pipeline.scores.found import FULL_SCALE, place_of, read_rating
from pipeline.scores.tables.cells import read_value
from pipeline.scores.tables.grid import Column, Grid, is_item
from pipeline.scores.tables.held import filled_rows, holder
from pipeline.years import header_year

if TYPE_CHECKING:
    from pipeline.scores.tables.rows import LabelledRow
    from pipeline.scores.tables.segments import Segment


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
    heads = len(filled_rows(grid, owners[0]))
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
    starts = filled_rows(grid, years[0].index)
    rows = range(grid.header_rows, len(grid.table.rows))
    grouped = any(holder(grid, years[0].index, row) != row for row in rows)
    totals = {
        column.index
        for column in scored
        if grouped and _is_total(column.header) and filled_rows(grid, column.index) == starts
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
        for row in filled_rows(grid, column.index) if column.role == "total" else ():
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
