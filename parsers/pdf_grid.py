"""Tables drawn with rules: pdfplumber finds the cells, here they become a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parsers.model import Box, Cell, Method, Table
from parsers.pdf_text import Glyph, text_of
from parsers.thai import repair

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

_SNAP = 3.0
"""Points by which the edges of one row or column may differ."""

Bounds = tuple[float, float, float, float]


def ruled_tables(
    page: PlumberPage, glyphs: Sequence[Glyph], number: int
) -> tuple[list[Table], set[int]]:
    """The ruled tables of a page, and the ids of the glyphs inside them.

    A frame round running text, one column wide, is no table.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for found in page.find_tables():
        table = _grid(found.cells, glyphs, number)
        if table is None:
            continue
        box = table.box
        assert box is not None
        taken |= {
            id(glyph) for glyph in glyphs if _inside(glyph, (box.x0, box.top, box.x1, box.bottom))
        }
        tables.append(table)
    return tables, taken


def _grid(cells: Sequence[Bounds], glyphs: Sequence[Glyph], number: int) -> Table | None:
    lefts = _edges([cell[0] for cell in cells])
    tops = _edges([cell[1] for cell in cells])
    if len(lefts) < 2 or not tops:
        return None
    grid: dict[tuple[int, int], Cell] = {}
    for bounds in cells:
        x0, top, x1, bottom = bounds
        row, column = _index(tops, top), _index(lefts, x0)
        inside = [glyph for glyph in glyphs if _inside(glyph, bounds)]
        printed = text_of(inside)
        grid[row, column] = Cell(
            printed=" ".join(printed.split()),
            text=repair(printed),
            row=row,
            column=column,
            line=0,
            page=number,
            row_span=max(1, _index(tops, bottom) - row),
            column_span=max(1, _index(lefts, x1) - column),
            box=Box(x0, top, x1, bottom),
            method=Method.TEXT_LAYER,
        )
    if sum(1 for cell in grid.values() if cell) < 2:
        return None
    rows = tuple(
        tuple(
            grid.get((row, column)) or _empty(row, column, number) for column in range(len(lefts))
        )
        for row in range(len(tops))
    )
    box = Box(
        min(c[0] for c in cells), min(c[1] for c in cells),
        max(c[2] for c in cells), max(c[3] for c in cells),
    )  # fmt: skip
    return Table(rows, number, 0, box)


def _empty(row: int, column: int, number: int) -> Cell:
    return Cell("", "", row, column, 0, number, method=Method.TEXT_LAYER)


def _edges(values: Sequence[float]) -> list[float]:
    """Distinct positions, those within `_SNAP` of each other as one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _SNAP:
            distinct.append(value)
    return distinct


def _index(edges: Sequence[float], value: float) -> int:
    return bisect_left(edges, value - _SNAP)


def _inside(glyph: Glyph, bounds: Bounds) -> bool:
    x0, top, x1, bottom = bounds
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return x0 <= x < x1 and top <= y < bottom
