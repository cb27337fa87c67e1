"""Tables at the top of a page that have fewer columns than the one above them, of which they are
the last rows: all of these are of merged cells, as a total alone on its page is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.model import Cell, Page, Table

_EDGE = 2.0
"""Points by which the same rule may stand apart on two pages."""
_ROWS = 3
"""Rows that may all be of merged cells."""


def with_columns_above(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, such tables in the columns of the table that ends the page before."""
    found = list(pages)
    for index, (above, below) in enumerate(pairwise(pages), 1):
        last = found[index - 1].blocks[-1:]
        first = below.blocks[:1]
        if not (last and first and isinstance(last[0], Table) and isinstance(first[0], Table)):
            continue
        rows = _in_columns(first[0], _edges(last[0])) if above.blocks else None
        if rows is not None:
            table = replace(first[0], rows=rows)
            found[index] = replace(below, blocks=(table, *below.blocks[1:]))
    return tuple(found)


def _edges(table: Table) -> list[float]:
    """Where the columns of a table drawn with rules begin, and where the last one ends; empty for
    a table whose cells do not touch."""
    edges: list[float] = []
    for column in range(table.width):
        boxes = [cell.box for cell in table.column(column) if cell.box and cell.column_span == 1]
        if not boxes or max(box.x0 for box in boxes) - min(box.x0 for box in boxes) > _EDGE:
            return []
        if edges and abs(boxes[0].x0 - edges[-1]) > _EDGE:
            return []
        edges[-1:] = [boxes[0].x0, boxes[0].x1]
    return edges


def _in_columns(table: Table, edges: Sequence[float]) -> tuple[tuple[Cell, ...], ...] | None:
    """The rows of a table in more columns than it has; None where its cells do not fit those."""
    if len(table.rows) > _ROWS or not 1 < table.width < len(edges) - 1:
        return None
    rows = []
    for row in table.rows:
        cells: list[Cell] = []
        for cell in row:
            if cell.box is None:
                return None
            start, stop = _edge(edges, cell.box.x0), _edge(edges, cell.box.x1)
            if start != len(cells) or stop is None or stop <= start:
                return None
            cells.append(replace(cell, column=start, column_span=stop - start))
            blank = replace(cell, printed="", text="", row_span=1, column_span=1, box=None)
            cells += [replace(blank, column=at) for at in range(start + 1, stop)]
        if len(cells) != len(edges) - 1:
            return None
        rows.append(tuple(cells))
    return tuple(rows)


def _edge(edges: Sequence[float], place: float) -> int | None:
    """Which of the edges stands at a place."""
    return next((at for at, edge in enumerate(edges) if abs(edge - place) <= _EDGE), None)
