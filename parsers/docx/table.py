"""The rows and cells of a Word table on its grid of columns.

Word lays every row on one grid, but rows drawn by hand miss each other's edges by a hair;
edges that lie closer together than `_HAIR` are one edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from parsers.ooxml import W, children, local, number, toggle, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_HAIR = 150
"""Twentieths of a point (some 2.6 mm), narrower than any column that can hold a word."""
_MAX_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with the grid columns that it covers."""

    element: _Element
    start: int
    end: int
    opens: bool
    """A vertical merge begins here."""
    continues: bool
    """Part of the merged cell above."""


Row = list[TableCell]


def column_edges(table: _Element) -> tuple[int, ...]:
    """For each edge of the grid, left to right, the edge that it counts as."""
    grid = table.find(W + "tblGrid")
    columns = grid.iterfind(W + "gridCol") if grid is not None else ()
    widths = [whole(column.get(W + "w")) or 0 for column in columns]
    if not all(widths):
        return ()
    positions = list(accumulate(widths, initial=0))
    groups = _close_groups(positions)
    spans = [(cell.start, cell.end) for row in cells_of(table, ()) for cell in row]
    edges = list(range(len(positions)))
    for group in groups:
        inside = set(group)
        if not any(start in inside and end in inside for start, end in spans):
            for edge in group:
                edges[edge] = group[0]
    return tuple(edges)


def _close_groups(positions: Sequence[int]) -> list[list[int]]:
    """Runs of neighbouring edges, each within a hair of the run's first."""
    groups: list[list[int]] = []
    for edge, position in enumerate(positions):
        if groups and position - positions[groups[-1][0]] < _HAIR:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group for group in groups if len(group) > 1]


def cells_of(table: _Element, edges: Sequence[int]) -> Iterator[Row]:
    """The rows of a table that a reader sees, each with its cells on the grid."""
    for row in children(table):
        if local(row) != "tr":
            continue
        properties = row.find(W + "trPr")
        if toggle(properties, "hidden") or value(properties, "del", "id") is not None:
            continue
        cells = _row(row, number(properties, "gridBefore") or 0, edges)
        if cells:
            yield cells


def _row(row: _Element, column: int, edges: Sequence[int]) -> Row:
    cells: Row = []
    for element in children(row):
        if local(element) != "tc":
            continue
        properties = element.find(W + "tcPr")
        end = min(column + max(number(properties, "gridSpan") or 1, 1), _MAX_COLUMNS)
        start, stop = _edge(column, edges), _edge(end, edges)
        column = end
        if _merge(properties, "hMerge") == "continue" and cells:
            left = cells.pop()
            cells.append(TableCell(left.element, left.start, stop, left.opens, left.continues))
            continue
        merge = _merge(properties, "vMerge")
        cells.append(
            TableCell(element, start, max(stop, start + 1), merge == "restart", merge == "continue")
        )
    return cells


def _edge(column: int, edges: Sequence[int]) -> int:
    return edges[column] if column < len(edges) else column


def _merge(properties: _Element | None, name: str) -> str:
    """``restart``, ``continue``, or nothing."""
    found = properties.find(W + name) if properties is not None else None
    if found is None:
        return ""
    return "restart" if found.get(W + "val") == "restart" else "continue"
