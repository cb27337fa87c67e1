"""Lay cells on a grid, and tell tables of data from tables that only position text.

Formats of flowing text (web pages, word processors) say for each cell where it begins, how
far it spans and what blocks it holds; this module makes of them what `parsers.model` promises.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.model import Cell, Line, Page, Table
from parsers.refusals import too_large
from parsers.thai import fold_spaces

Block = Line | Table

MAX_PLACES = 1_000_000
"""Places of one table's grid; a table of all bodies of the country has a third of them."""
_LAYOUT_LINES = 6
"""Lines in one cell of a single row from which the row is columns of a page, not data."""
_DATA_CELLS = 4
"""Cells with text of their own from which a table around other tables is data itself."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place and what stands in it."""

    row: int
    column: int
    blocks: tuple[Block, ...]
    line: int
    page: int
    row_span: int = 1
    column_span: int = 1

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


def blocks_of(cells: Sequence[Placed]) -> Iterator[Block]:
    """A table, followed by the tables inside its cells; or what a layout table holds."""
    if not cells:
        return
    if is_layout(cells):
        for cell in cells:
            yield from cell.blocks
        return
    yield table_of(cells)
    for cell in cells:
        yield from cell.tables


def is_layout(cells: Sequence[Placed]) -> bool:
    """True for a table that only positions text: one column, one row of columns of text, or
    a frame around other tables."""
    full = [cell for cell in cells if cell.blocks]
    if len({cell.column for cell in full}) <= 1:
        return True
    if any(cell.tables for cell in full):
        own = [cell for cell in full if cell.lines and not cell.tables]
        rows, columns = {cell.row for cell in own}, {cell.column for cell in own}
        return len(own) < _DATA_CELLS or len(rows) < 2 or len(columns) < 2
    one_row = len({cell.row for cell in full}) == 1
    return one_row and any(len(cell.lines) >= _LAYOUT_LINES for cell in full)


def table_of(cells: Sequence[Placed]) -> Table:
    """The grid of ``cells``; rows and columns in which no cell begins are left out.

    Raises `UnreadableDocument` with ``too-large`` for more than `MAX_PLACES`.
    """
    kept_rows = sorted({cell.row for cell in cells})
    kept_columns = sorted({cell.column for cell in cells})
    if len(kept_rows) * len(kept_columns) > MAX_PLACES:
        raise too_large(f"{len(kept_rows):,} × {len(kept_columns):,}")
    row_at = {row: index for index, row in enumerate(kept_rows)}
    column_at = {column: index for index, column in enumerate(kept_columns)}
    places: dict[tuple[int, int], Cell] = {}
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        row, column = row_at[cell.row], column_at[cell.column]
        rows = bisect_left(kept_rows, cell.row + cell.row_span) - row
        columns = bisect_left(kept_columns, cell.column + cell.column_span) - column
        places[row, column] = Cell(
            fold_spaces(" ".join(line.printed for line in cell.lines)),
            "\n".join(line.text for line in cell.lines),
            row, column, cell.line, cell.page, max(rows, 1), max(columns, 1),
        )  # fmt: skip
    return _filled(places, len(kept_rows), len(kept_columns))


def _filled(places: dict[tuple[int, int], Cell], height: int, width: int) -> Table:
    """The grid with an empty cell wherever none begins."""
    rows = []
    for row in range(height):
        first = next(places[row, column] for column in range(width) if (row, column) in places)
        rows.append(
            tuple(
                places.get((row, column)) or Cell("", "", row, column, first.line, first.page)
                for column in range(width)
            )
        )
    return Table(tuple(rows), rows[0][0].page, rows[0][0].line)


def paged(blocks: Iterable[Block], notices: dict[int, list[str]] | None = None) -> tuple[Page, ...]:
    """Blocks gathered into pages by their page numbers, with none left out between."""
    by_page: dict[int, list[Block]] = {}
    for block in blocks:
        by_page.setdefault(block.page, []).append(block)
    told = notices or {}
    last = max((*by_page, *told, 1))
    return tuple(
        Page(number, tuple(by_page.get(number, ())), notices=tuple(told.get(number, ())))
        for number in range(1, last + 1)
    )


def moved(block: Block, lines: Sequence[int], page: int) -> Block:
    """A block, and all its cells, on another page, each line number the one of ``lines`` at it."""
    if isinstance(block, Line):
        return replace(block, number=lines[block.number], page=page)
    rows = tuple(
        tuple(replace(cell, line=lines[cell.line], page=page) for cell in row) for row in block.rows
    )
    return replace(block, rows=rows, line=lines[block.line], page=page)
