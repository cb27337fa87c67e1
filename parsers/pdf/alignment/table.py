"""Rows of pieces as a table of cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.model import Cell, Method, Table
from parsers.pdf.alignment.blocks import Row
from parsers.pdf.alignment.columns import Column, place
from parsers.pdf.alignment.numbers import with_whole_numbers
from parsers.pdf.text.lines import Segment, joined, reading
from parsers.thai import fold_spaces, repair

_NOTHING: Sequence[Segment] = ()


def table_of(rows: Sequence[Row], columns: Sequence[Column], page: int) -> Table:
    """The table of some rows; its cells count their lines from 0, as their table does."""
    grid = []
    for index, row in enumerate(rows):
        cells = []
        for column in range(len(columns)):
            pieces = row.cells.get(column, _NOTHING)
            if len(pieces) > 1:
                pieces = sorted(pieces, key=lambda s: (s.base, s.box.x0))
            cells.append(_cell(pieces, index, column, columns, page))
        grid.append(tuple(cells))
    boxes = [cell.box for row in grid for cell in row if cell.box is not None]
    return Table(tuple(map(tuple, with_whole_numbers(grid))), page, 0, joined(boxes))


def _cell(
    pieces: Sequence[Segment], row: int, column: int, columns: Sequence[Column], page: int
) -> Cell:
    if not pieces:
        return Cell("", "", row, column, 0, page, method=Method.TEXT_LAYER)
    first = pieces[0]
    printed, box, span, hidden = first.text, first.box, place(columns, first)[1], first.hidden
    if len(pieces) > 1:
        for before, piece in pairwise(pieces):
            same = piece.base - before.base <= 0.3 * piece.size
            printed += ("  " if same else "\n") + piece.text
        box = joined([piece.box for piece in pieces])
        span = max([place(columns, piece)[1] for piece in pieces])
        hidden = any(piece.hidden for piece in pieces)
    method, confidence = reading(hidden=hidden)
    return Cell(
        fold_spaces(printed), repair(printed), row, column, 0, page, 1,
        min(span, len(columns) - column), box, method, confidence,
    )  # fmt: skip
