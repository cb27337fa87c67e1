"""Which row a merged or centred cell stands in, for each of the rows that it holds for."""

from __future__ import annotations

from itertools import pairwise

from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import Grid


def holder(grid: Grid, column: int, row: int) -> int:
    """The row whose cell in ``column`` holds for ``row``: its own, or that of one merged over it.

    Where merging is not known, a cell holds for the empty ones below it if all such groups of rows
    are as long as the first one, or for those around it if it stands in the middle of each; rows
    beyond are nobody's.
    """
    cells = [cells[column] for cells in grid.table.rows]
    if length := _centred_length(grid, column):
        near = [index for index in filled_rows(grid, column) if abs(index - row) <= length // 2]
        return near[0] if near else row
    filled = [
        index for index in range(grid.header_rows, row + 1) if not is_nothing(cells[index].text)
    ]
    if not filled or filled[-1] == row:
        return row
    above = filled[-1]
    merged = any(cell.row_span > 1 for cell in cells[grid.header_rows :])
    reach = cells[above].row_span if merged else _group_length(grid, column)
    return above if above + reach > row else row


def _group_length(grid: Grid, column: int) -> int:
    """How many rows each filled cell of a column heads, if always as many; 1 for none."""
    filled = filled_rows(grid, column)
    steps = {after - before for before, after in pairwise(filled)}
    if len(steps) != 1 or filled[0] != grid.header_rows:
        return 1
    return steps.pop()


def _centred_length(grid: Grid, column: int) -> int:
    """How many rows belong to each filled cell of a column that stands in the middle of them, if
    always as many, and of the same names as the first; 0 for none."""
    filled = filled_rows(grid, column)
    steps = {after - before for before, after in pairwise(filled)}
    length = steps.pop() if len(steps) == 1 else 0
    half = length // 2
    if length < 2 * half + 1 or half == 0 or filled[0] != grid.header_rows + half:
        return 0
    if filled[-1] + half >= len(grid.table.rows):
        return 0
    names = [
        {tuple(row[at].text for row in grid.table.rows[middle - half : middle + half + 1])
         for middle in filled}
        for at in range(grid.table.width) if at != column
    ]  # fmt: skip
    same = any(len(found) == 1 and all(next(iter(found))) for found in names)
    return length if same else 0


def filled_rows(grid: Grid, column: int) -> list[int]:
    """The rows below the header whose cell in ``column`` says something."""
    rows = range(grid.header_rows, len(grid.table.rows))
    return [row for row in rows if not is_nothing(grid.table.rows[row][column].text)]
