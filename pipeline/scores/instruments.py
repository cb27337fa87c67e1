"""Scores and weighted points of instruments in columns beside their indicators."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.facts import Item, Score
from pipeline.labels import Match
from pipeline.scores.cells import read_value
from pipeline.scores.found import FULL_SCALE, Context, less_sure, place_of
from pipeline.scores.grid import Grid, is_item
from pipeline.scores.rows import LabelledRow
from pipeline.scores.segments import TOTAL, Segment, year_of


def weighted_points(
    grid: Grid, segment: Segment, row: LabelledRow, year: int | None, out_of: Decimal | None
) -> tuple[Item, str, Decimal] | None:
    """Whose weighted points stand in a row, with their full marks; None where it is not said.

    Points beside an indicator are those of the instrument that its group of rows belongs to.
    """
    assert row.item is not None
    item, name = row.item, row.match.text
    if row.item.item_type == "indicator":
        owner = _instrument_of(grid, segment, row.row)
        if owner is None or owner.item is None:
            return None
        item, name = owner.item, owner.text
    full = out_of or (FULL_SCALE if item == TOTAL else _weight_of(item, year))
    return (item, name, full) if full is not None else None


def _weight_of(item: Item, year: int | None) -> Decimal | None:
    """Full marks of an instrument's weighted points in the scheme of a year."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(year) if year is not None else None
    for component in scheme.components if scheme else ():
        if component.code == item.code:
            return Decimal(component.weight)
    return None


def _instrument_of(grid: Grid, segment: Segment, row: int) -> Match | None:
    """The instrument that a row's group is headed by: beside it, or above where cells merge."""
    for index in range(row, grid.header_rows - 1, -1):
        for column in segment.labels:
            found = grid.matches[index][column]
            if found is not None and is_item(found, "instrument"):
                return found
    return None


def instrument_scores(
    grid: Grid, segment: Segment, row: LabelledRow, context: Context
) -> Iterator[Score]:
    """Scores of instruments in a column of their own beside their indicators' rows."""
    owner = _instrument_of(grid, segment, row.row)
    if owner is None or owner.item is None or row.item is None:
        return
    for column in segment.columns:
        cell = grid.table.rows[row.row][column.index]
        value = read_value(cell.text)
        if column.role == "instrument" and value is not None:
            yield Score(
                item=row.item if row.item.item_type == "total" else owner.item,
                name=" ".join(owner.text.split()),
                value=value.value,
                printed=value.printed,
                place=less_sure(place_of(cell, grid.ordinal), owner.score),
                fiscal_year=year_of(grid, row.row, column, context),
                out_of=value.out_of or column.out_of,
            )
