"""The side-by-side parts of a table of items, and of which year its values are."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.facts import Item
from pipeline.scores.found import Context
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import Column, Grid, is_value
from pipeline.scores.tables.held import holder
from pipeline.years import find_years, header_year

TOTAL = Item("total", "total")


@dataclass(frozen=True, slots=True)
class Segment:
    """A label column (or two, side by side) with the value columns that belong to it."""

    labels: tuple[int, ...]
    columns: tuple[Column, ...]


def segments(grid: Grid) -> tuple[Segment, ...]:
    """Split a table into its side-by-side parts, each with labels first."""
    labels = [column.index for column in grid.columns if column.role == "label"]
    groups: list[list[int]] = []
    for index in labels:
        between = grid.columns[groups[-1][-1] + 1 : index] if groups else ()
        if groups and not any(column.role in ("score", "target") for column in between):
            groups[-1].append(index)
        else:
            groups.append([index])
    result = []
    for position, group in enumerate(groups):
        stop = groups[position + 1][0] if position + 1 < len(groups) else len(grid.columns)
        columns = tuple(c for c in grid.columns[group[0] + 1 : stop] if c.index not in group)
        if not any(column.role in ("score", "weighted", "") for column in columns):
            columns = tuple(c for c in grid.columns[:stop] if c.index not in group)
        result.append(Segment(tuple(group), tuple(columns)))
    return tuple(result)


def year_of(grid: Grid, row: int, column: Column, context: Context) -> int | None:
    """The year of a value: of its column, its row, the section row above it, or the context.

    The header of the labels may name it, too. None for a column without a year beside columns with
    one: it may be a mean of them, unless it has values only in rows where the one such column has
    none. None, too, for one of several columns under a header of several years.
    """
    if column.year is not None:
        return column.year
    for index in range(row, grid.header_rows - 1, -1):
        cells = [cell for cell in grid.table.rows[index] if not is_nothing(cell.text)]
        if index == row:
            year_columns = grid.columns_of("year")
            if year_columns:
                beside = year_columns[0].index
                held = grid.table.rows[holder(grid, beside, row)][beside]
                return header_year(held.text)
        elif len(cells) == 1 and (year := header_year(cells[0].text)) is not None:
            return year
    dated = [c for c in grid.columns if c.role == "score" and c.year and c is not column]
    if dated:
        return dated[0].year if len(dated) == 1 and _fills(grid, column, dated[0]) else None
    if _under_several_years(grid, column):
        return None
    stated = [c.year for c in grid.columns if c.role in ("pass", "mark") and c.year]
    if (year := _year_of_labels(grid, column)) is not None:
        return year
    return stated[0] if len(set(stated)) == 1 else context.year


def _year_of_labels(grid: Grid, column: Column) -> int | None:
    """The year in the header of the labels beside a column's values: ``ตัวชี้วัด ปี 2565``."""
    labels = grid.columns_of("label")
    before = [label.year for label in labels if label.index < column.index]
    return before[-1] if before else labels[0].year if labels else None


def _fills(grid: Grid, column: Column, beside: Column) -> bool:
    """Whether a column has values only in rows in which another one has none."""
    rows = grid.table.rows[grid.header_rows :]
    return not any(
        is_value(row[column.index].text) and is_value(row[beside.index].text) for row in rows
    )


def _under_several_years(grid: Grid, column: Column) -> bool:
    """Whether a header of several years stands over this and another column of scores."""
    undated = [c.index for c in grid.columns if c.role in ("score", "") and c.year is None]
    rows = grid.table.rows[grid.header_rows :]
    scored = [at for at in undated if any(is_value(row[at].text) for row in rows)]
    if column.index not in scored or len(scored) < 2:
        return False
    for row in grid.table.rows[: grid.header_rows]:
        over = [cell for cell in row[: column.index + 1] if not is_nothing(cell.text)]
        if not over or not any(over[-1].column <= at for at in scored if at != column.index):
            continue
        years = {y.year for y in find_years(over[-1].text) if y.role in ("score", "bare")}
        if len(years) > 1:
            return True
    return False
