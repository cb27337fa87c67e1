"""Scores and weighted points of instruments in columns beside their indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.facts import Item, Score
from pipeline.labels import Match
from pipeline.scores.found import FULL_SCALE, Context, less_sure, place_of
from pipeline.scores.tables.cells import read_value
from pipeline.scores.tables.grid import Column, Grid, is_item
from pipeline.scores.tables.rated import rated_columns, rating_of
from pipeline.scores.tables.rows import LabelledRow
from pipeline.scores.tables.segments import TOTAL, Segment, year_of

if TYPE_CHECKING:
    from pipeline.scheme import Component


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


def with_instrument_columns(
    grid: Grid, segment: Segment, rows: Sequence[LabelledRow], context: Context
) -> Segment:
    """The segment with its columns told that hold one value for all indicators of an instrument.

    Such a value stands in a cell merged over the instrument's rows, beside a column that has a
    score in each of them. One instrument alone says nothing: its other scores may be missing.
    """
    plain = [c for c in segment.columns if c.role in ("score", "") and c.out_of is None]
    counts = {column.index: _values_by_owner(grid, rows, column, context) for column in plain}
    dense = {index: found for index, found in counts.items() if any(n > 1 for n in found.values())}
    merged = {
        index
        for index, found in counts.items()
        if len(found) > 1
        and index not in dense
        and any(all(other[owner] > 1 for owner in found) for other in dense.values())
        and not any(c.year for c in plain if c.index == index)
    }
    if not merged:
        return segment
    columns = tuple(
        replace(column, role="instrument") if column.index in merged else column
        for column in segment.columns
    )
    return replace(segment, columns=columns)


def _values_by_owner(
    grid: Grid, rows: Sequence[LabelledRow], column: Column, context: Context
) -> Counter[str]:
    """How many rows of each instrument's indicators have a value in a column."""
    counts: Counter[str] = Counter()
    for row in rows:
        owner = _owner_by_scheme(row, column.year or context.year)
        if owner is not None and read_value(grid.table.rows[row.row][column.index].text):
            counts[owner.code] += 1
    return counts


def _owner_by_scheme(row: LabelledRow, year: int | None) -> Component | None:
    """The instrument that a row's indicator belongs to in the scheme of a year."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(year) if year is not None else None
    if scheme is None or row.item is None or row.item.item_type != "indicator":
        return None
    owner = scheme.component_of(row.item.code)
    return owner if owner is not None and owner.code != row.item.code else None


def instrument_scores(
    grid: Grid, segment: Segment, row: LabelledRow, context: Context
) -> Iterator[Score]:
    """Scores of instruments in a column of their own beside their indicators' rows."""
    if not any(column.role == "instrument" for column in segment.columns):
        return
    owner = _instrument_of(grid, segment, row.row)
    if row.item is None or (owner is None and row.item.item_type not in ("indicator", "total")):
        return
    for column in segment.columns:
        cell = grid.table.rows[row.row][column.index]
        value = read_value(cell.text)
        if column.role == "instrument" and value is not None:
            year = year_of(grid, row.row, column, context)
            named = _named_owner(row, owner, year)
            if named is None:
                continue
            item, name, sure = named
            yield Score(
                item=item,
                name=" ".join(name.split()),
                value=value.value,
                printed=value.printed,
                place=less_sure(place_of(cell, grid.ordinal), sure),
                fiscal_year=year,
                out_of=value.out_of or column.out_of,
            )


def totals_beside(
    grid: Grid, segment: Segment, rows: Sequence[LabelledRow], context: Context
) -> Iterator[Score]:
    """The total that stands in the column of the instruments' scores alone, in a row below those
    of several instruments' indicators; nothing where several rows may be that one."""
    owners = {owner.code for row in rows if (owner := _owner_by_scheme(row, context.year))}
    indicators = [row.row for row in rows if row.item and row.item.item_type == "indicator"]
    known = {row.row for row in rows}
    columns = [column for column in segment.columns if column.role == "instrument"]
    if len(owners) < 2 or not columns:
        return
    found = [
        (index, named)
        for index in range(grid.header_rows, len(grid.table.rows))
        if index not in known
        and (named := _total_named(grid, index, columns[0].index)) is not None
        and any(read_value(grid.table.rows[index][c.index].text) for c in columns)
    ]
    if len(found) != 1 or found[0][0] < max(indicators):
        return
    index, named = found[0]
    cells = grid.table.rows[index]
    rated = rated_columns(grid, columns, segment.columns, share=True)
    for column in columns:
        cell = cells[column.index]
        value = read_value(cell.text)
        year = year_of(grid, index, column, context)
        if value is not None and 0 <= value.value <= FULL_SCALE:
            yield Score(
                item=TOTAL,
                name=" ".join(named.text.split()),
                value=value.value,
                printed=value.printed,
                place=less_sure(place_of(cell, grid.ordinal), named.score),
                fiscal_year=year,
                out_of=value.out_of or column.out_of,
                rating=rating_of(cells, column.index, rated, year, sure=True),
            )


def _total_named(grid: Grid, row: int, before: int) -> Match | None:
    """How the cells of a row left of a column name the total, if they name nothing else."""
    labels = [
        found
        for cell, found in zip(grid.table.rows[row][:before], grid.matches[row], strict=False)
        if cell.text.strip()
    ]
    named = labels[0] if len(labels) == 1 else None
    return named if named is not None and named.item == TOTAL else None


def _named_owner(
    row: LabelledRow, owner: Match | None, year: int | None
) -> tuple[Item, str, float] | None:
    """Whose score stands in an instruments' column, under which name, and how surely.

    An indicator's instrument is told by the scheme; a heading that says another one is that of
    other rows. Without a scheme the heading alone decides.
    """
    assert row.item is not None
    if row.item.item_type == "total":
        return row.item, row.match.text, row.similarity
    known = _owner_by_scheme(row, year)
    if known is not None and (owner is None or owner.item is None or owner.item.code != known.code):
        return Item("instrument", known.code), known.name_th, row.similarity
    if owner is None or owner.item is None:
        return None
    return owner.item, owner.text, owner.score
