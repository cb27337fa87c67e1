"""Tables drawn with rules: their cells with the text inside, as a grid."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from parsers.model import Box, Cell, Method, Table
from parsers.pdf.alignment.blocks import Placed, Row
from parsers.pdf.alignment.columns import Column, is_number
from parsers.pdf.alignment.glued import runs_apart
from parsers.pdf.alignment.numbers import with_whole_numbers
from parsers.pdf.alignment.rows import find_rows
from parsers.pdf.alignment.table import table_of
from parsers.pdf.alignment.zebra import Zebra
from parsers.pdf.pdfium.rules import Rules
from parsers.pdf.ruled.cells import Bounds, find_cells, merged
from parsers.pdf.ruled.cut import cut_rules
from parsers.pdf.ruled.framed import framed_rows
from parsers.pdf.text.chars import Run
from parsers.pdf.text.lines import TextLine, read_lines, reading, text_of
from parsers.thai import fold_spaces, repair

_HEADER_ROWS = 4
"""Rows of a ruled header at most."""
_NEAR = 1.5
"""Times the type size by which a line may be apart from the rules of its table's part."""
_WIDE = 3
"""Columns from which one text is a table's: the rest of a row that a page break cut."""
_SEVERAL = 3
"""Numbers in one cell from which they are of several rows."""
_THAI_LETTER = re.compile("[ก-ฺเ-ๆ]")
_BEYOND = 4
"""Digits at the end of words that may reach over the rule of their cell: a year."""
_NO_GAP = 0.05
"""Times the type size that letters of one word are apart at most."""
_SNAP = 3.0
"""Points by which the edges of one row or column may differ."""


_OVER = 0.1
"""Share of a letter's box that may reach further below a table than its middle."""


@dataclass(slots=True)
class Grid:
    """A ruled table while its text is put in: cells by the places that they cover."""

    lefts: list[float]
    tops: list[float]
    box: Box
    bounds: dict[tuple[int, int], Bounds]
    """The cell that begins at a row and column."""
    owner: dict[tuple[int, int], tuple[int, int]]
    """For each row and column, where the cell that covers it begins."""
    runs: dict[tuple[int, int], list[Run]] = field(default_factory=dict)

    def holds(self, box: Box) -> bool:
        """True for a box whose middle is inside the table, or on the end of a page's last row."""
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        end = self.box.bottom + _OVER * (box.bottom - box.top)
        return self.box.x0 <= x < self.box.x1 and self.box.top <= y < end

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Where the cell begins that a place is in."""
        row, column = bisect_right(self.tops, y) - 1, bisect_right(self.lefts, x) - 1
        return self.owner.get((row, column))


def ruled_tables(
    rules: Rules, runs: Sequence[Run], number: int, zebras: Sequence[Zebra] = ()
) -> tuple[list[Table], list[Run]]:
    """The ruled tables of a page, and the runs outside them.

    A frame round running text, one column wide, is no table; a ruled header, or every other
    row of a table with a ground of its own, is part of an unruled one.
    """
    upright, level = merged(rules.upright), merged(rules.level)
    if cut := cut_rules(upright, level, runs):
        level = merged([*rules.level, *cut])
    grids = [grid for cells in find_cells(upright, level) if (grid := _grid(cells))]
    if not grids:
        return [], list(runs)
    free: list[Run] = []
    for run in runs_apart(runs):
        grid = next((grid for grid in grids if grid.holds(run.box)), None)
        if grid is None:
            free.append(run)
        else:
            _put(grid, run)
    tables = []
    lines = read_lines(free)
    stacked = _stacked(grids)
    for grid in grids:
        part = id(grid) in stacked or any(zebra.holds(grid.box) for zebra in zebras)
        part = part or _is_part(grid, lines)
        table = None if part else _table(grid, number)
        if table is None:
            free += [run for inside in grid.runs.values() for run in inside]
        else:
            tables.append(table)
    return tables, free


def _stacked(grids: Sequence[Grid]) -> set[int]:
    """The ids of grids of one row that stand right below each other: rows of one table,
    each with rules of its own."""
    single = [grid for grid in grids if len(grid.tops) == 1]
    found: set[int] = set()
    for above, below in pairwise(sorted(single, key=lambda grid: grid.box.top)):
        height = max(above.box.bottom - above.box.top, below.box.bottom - below.box.top)
        near = below.box.top - above.box.bottom <= 0.5 * height
        beside = min(above.box.x1, below.box.x1) - max(above.box.x0, below.box.x0)
        if near and beside >= 0.8 * (below.box.x1 - below.box.x0):
            found |= {id(above), id(below)}
    return found


def _is_part(grid: Grid, lines: Sequence[TextLine]) -> bool:
    """True for a small grid right above or below a line whose pieces stand in its columns."""
    texts = [text_of(inside) for inside in grid.runs.values()]
    few = 2 if any(is_number(text) for text in texts) else _HEADER_ROWS
    if len(grid.tops) > few:
        return False
    for line in lines:
        above, below = grid.box.top - line.box.bottom, line.box.top - grid.box.bottom
        if len(line.segments) < 2 or not -line.size < max(above, below) < _NEAR * line.size:
            continue
        middles = [(s.box.x0 + s.box.x1) / 2 for s in line.segments]
        columns = {bisect_right(grid.lefts, x) for x in middles if grid.box.x0 <= x <= grid.box.x1}
        if len(columns) > 1 and len(columns) == len(line.segments):
            return True
    return False


def _grid(cells: Sequence[Bounds]) -> Grid | None:
    lefts = _edges([cell[0] for cell in cells])
    tops = _edges([cell[1] for cell in cells])
    if len(lefts) < 2 or not tops:
        return None
    bounds: dict[tuple[int, int], Bounds] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in cells:
        x0, top, x1, bottom = cell
        start = (_index(tops, top), _index(lefts, x0))
        if start in bounds:
            continue
        bounds[start] = cell
        for row in range(start[0], max(start[0] + 1, _index(tops, bottom))):
            for column in range(start[1], max(start[1] + 1, _index(lefts, x1))):
                owner.setdefault((row, column), start)
    box = Box(
        min(c[0] for c in cells), min(c[1] for c in cells),
        max(c[2] for c in cells), max(c[3] for c in cells),
    )  # fmt: skip
    return Grid(lefts, tops, box, bounds, owner)


def _put(grid: Grid, run: Run) -> None:
    """Put a run into its cell; one that reaches over a rule is cut there."""
    box = run.box
    y = (box.top + box.bottom) / 2
    first, last = bisect_right(grid.lefts, box.x0 + 1), bisect_left(grid.lefts, box.x1 - 1)
    parts = [run]
    if last > first and not run.turn:
        row = bisect_right(grid.tops, y) - 1
        cuts = [
            grid.lefts[column]
            for column in range(first, last)
            if grid.owner.get((row, column)) != grid.owner.get((row, column - 1))
            and not _runs_over(run, grid.lefts[column])
        ]
        parts = run.split(cuts) if cuts else parts
    for part in parts:
        cell = grid.cell_at((part.box.x0 + part.box.x1) / 2, y)
        if cell is not None:
            grid.runs.setdefault(cell, []).append(part)


def _runs_over(run: Run, x: float) -> bool:
    """True where a word goes on over a rule without a gap: it is wider than its cell."""
    at = sum(1 for left, right in zip(run.lefts, run.rights, strict=True) if left + right < 2 * x)
    if not 0 < at < len(run.clusters):
        return False
    before, after = run.clusters[at - 1], run.clusters[at]
    words = all(_THAI_LETTER.match(cluster) for cluster in (before, after))
    beyond = "".join(run.clusters[at:])
    year = before.isdigit() and beyond.isdigit() and len(beyond) <= _BEYOND < at
    words = words or (year and bool(_THAI_LETTER.match(run.clusters[0])))
    return words and run.lefts[at] - run.rights[at - 1] <= _NO_GAP * run.size


def _table(grid: Grid, number: int) -> Table | None:
    cells: dict[tuple[int, int], Cell] = {}
    for (row, column), (x0, top, x1, bottom) in grid.bounds.items():
        inside = grid.runs.get((row, column), [])
        printed = text_of(inside) if inside else ""
        method, confidence = reading(hidden=any(run.hidden for run in inside))
        cells[row, column] = Cell(
            fold_spaces(printed), repair(printed), row, column, 0, number,
            max(1, _index(grid.tops, bottom) - row), max(1, _index(grid.lefts, x1) - column),
            Box(x0, top, x1, bottom), method, confidence,
        )  # fmt: skip
    filled = sum(1 for cell in cells.values() if cell)
    if filled < (1 if len(grid.lefts) >= _WIDE else 2):
        return None
    rows: list[list[Cell]] = []
    for row in range(len(grid.tops)):
        parts = _rows_inside(grid, row, number)
        rows += parts or [
            [
                cells.get((row, column)) or _empty(row, column, number)
                for column in range(len(grid.lefts))
            ]
        ]
    if len(rows) > len(grid.tops):
        rows = [[replace(cell, row=index) for cell in row] for index, row in enumerate(rows)]
    return Table(tuple(map(tuple, with_whole_numbers(rows))), number, 0, grid.box)


def _rows_inside(grid: Grid, row: int, number: int) -> list[list[Cell]]:
    """The rows that a ruled row holds, where columns are ruled and rows are not: at least
    one of its cells holds several numbers with decimals, one below the other."""
    if row and (body := _body(grid, row)):
        return [list(cells) for cells in table_of(*body, number).rows]
    starts = [(row, column) for column in range(len(grid.lefts))]
    if max((len(grid.runs.get(start, ())) for start in starts), default=0) < _SEVERAL:
        return []
    if any(grid.owner.get(start) != start for start in starts):
        return []
    placed: list[Placed] = []
    numeric = []
    several = False
    for _, column in starts:
        lines = [s for line in read_lines(grid.runs.get((row, column), [])) for s in line.segments]
        numbers = [s.text for s in lines if is_number(s.text)]
        several = several or sum(1 for text in numbers if "." in text) >= _SEVERAL
        numeric.append(len(numbers) * 2 >= len(lines) > 0)
        placed += [(column, segment) for segment in lines]
    if not several:
        return []
    edges = [*grid.lefts, grid.box.x1]
    columns = [
        Column(x0, x1, kind) for (x0, x1), kind in zip(pairwise(edges), numeric, strict=True)
    ]
    numbers_start = min(s.base for c, s in placed if columns[c].numeric and "." in s.text)
    found = find_rows(columns, [p for p in placed if p[1].base > numbers_start - 1.0], [])
    if found is None:
        return []
    head = [p for p in placed if p[1].base <= numbers_start - 1.0]
    if head:
        top = Row(head[0][1].base)
        for column, segment in head:
            top.add(column, segment)
        found = [top, *found]
    return [list(cells) for cells in table_of(found, columns, number).rows]


def _body(grid: Grid, row: int) -> tuple[list[Row], list[Column]] | None:
    """The rows inside a ruled row that is one cell over all columns of the header above it."""
    if len(grid.runs.get((row, 0), ())) < _SEVERAL:
        return None
    if any(grid.owner.get((row, column)) != (row, 0) for column in range(len(grid.lefts))):
        return None
    return framed_rows([*grid.lefts, grid.box.x1], grid.runs[row, 0])


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
