"""Rows of pieces as a table of cells."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import Cell, Method, Table
from parsers.pdf.blocks import Row
from parsers.pdf.columns import Column, place
from parsers.pdf.numbers import with_whole_numbers
from parsers.pdf.text import Segment, joined, reading
from parsers.thai import fold_spaces, repair


def table_of(rows: Sequence[Row], columns: Sequence[Column], page: int) -> Table:
    """The table of some rows; its cells count their lines from 0, as their table does."""
    grid = []
    for index, row in enumerate(rows):
        cells = []
        for column in range(len(columns)):
            pieces = sorted(row.cells.get(column, []), key=lambda s: (s.base, s.box.x0))
            cells.append(_cell(pieces, index, column, columns, page))
        grid.append(tuple(cells))
    boxes = [cell.box for row in grid for cell in row if cell.box is not None]
    return Table(tuple(map(tuple, with_whole_numbers(grid))), page, 0, joined(boxes))


def _cell(
    pieces: Sequence[Segment], row: int, column: int, columns: Sequence[Column], page: int
) -> Cell:
    if not pieces:
        return Cell("", "", row, column, 0, page, method=Method.TEXT_LAYER)
    printed = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        same = before is not None and piece.base - before.base <= 0.3 * piece.size
        printed += ("" if before is None else "  " if same else "\n") + piece.text
    span = max(place(columns, piece)[1] for piece in pieces)
    method, confidence = reading(hidden=any(piece.hidden for piece in pieces))
    return Cell(
        fold_spaces(printed),
        repair(printed),
        row,
        column,
        0,
        page,
        column_span=min(span, len(columns) - column),
        box=joined([piece.box for piece in pieces]) if len(pieces) > 1 else pieces[0].box,
        method=method,
        confidence=confidence,
    )
