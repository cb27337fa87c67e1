"""Headers of years that stand beside the column of their values, as unruled pages align them."""

from __future__ import annotations

from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import MAX_HEADER_ROWS, is_value
from pipeline.years import header_year

_LEAST = 3
"""Values of a column, at least, that has no header of its own."""


def with_heads_over_values(table: Table) -> Table:
    """``table`` with each year that heads an empty column moved over the one column beside it that
    has values and no year, where other columns of values have theirs."""
    first = next(
        (
            at
            for at, row in enumerate(table.rows)
            if sum(1 for cell in row if is_value(cell.text)) > 1
        ),
        len(table.rows),
    )
    if not 0 < first <= MAX_HEADER_ROWS:
        return table
    heads, body = table.rows[:first], table.rows[first:]
    scored = [
        at
        for at in range(table.width)
        if sum(1 for row in body if is_value(row[at].text)) >= _LEAST
    ]
    years = {
        at: level
        for level, row in enumerate(heads)
        for at, cell in enumerate(row)
        if cell.column_span == 1 and header_year(cell.text)
    }
    bare = [at for at in scored if at not in years]
    lone = [at for at in years if all(is_nothing(row[at].text) for row in body)]
    if not lone or len(years) < _LEAST - 1 or not any(at in years for at in scored):
        return table
    rows = [list(row) for row in table.rows]
    for at in lone:
        near = [other for other in bare if abs(other - at) == 1]
        rivals = [other for other in lone if near and abs(other - near[0]) == 1]
        level = years[at]
        if len(near) != 1 or len(rivals) != 1 or not is_nothing(rows[level][near[0]].text):
            continue
        rows[level][near[0]], rows[level][at] = (
            _moved(rows[level][at], near[0]),
            _moved(rows[level][near[0]], at),
        )
    return replace(table, rows=tuple(tuple(row) for row in rows))


def _moved(cell: Cell, column: int) -> Cell:
    return replace(cell, column=column)
