"""Scores that cells of tables state in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.model import Cell
from pipeline.scores.bodies.totals import total_below
from pipeline.scores.found import Context, Found, place_of
from pipeline.scores.prose.passage import Passage, of_cells
from pipeline.scores.prose.sentences import read_passage
from pipeline.scores.tables.grid import (
    MAX_LABEL,
    Grid,
    is_item,
)
from pipeline.scores.tables.segments import TOTAL

_STARTS = re.compile(r"\s*(?:[-•*]|\(?\d{1,2}[.)](?!\d)|ตัว\s*ชี[้\ufffd]?\s*วัด|แบบ\s*วัด|[IEO]IT\b)")
"""What a text of its own begins with."""
SCORED_CELLS = 3
"""Cells of a table with a score in words each, from which whole numbers in others are scores."""


def told_in_cells(grid: Grid, found: Found, context: Context) -> Iterator[Found]:
    """What cells state in words, and the total of a table that holds all its scores so."""
    passages = [
        of_cells([(cell, place_of(cell, grid.ordinal)) for cell in cells])
        for cells in _unread_cells(grid, found)
    ]
    alone = Context(context.year)
    told = list(read_each(passages, alone))
    if sum(1 for one in told if len(one.scores) == 1) >= SCORED_CELLS:
        without = (p for p, one in zip(passages, told, strict=True) if not one.scores)
        wholes = read_each(without, alone, whole=True)
        told = [one if one.scores else next(wholes) for one in told]
    yield from told
    scored = [score for one in told for score in one.scores]
    whole = any(score.item == TOTAL for score in scored)
    if len(scored) >= SCORED_CELLS and not found.scores and not whole:
        yield total_below(grid, context)


def read_each(
    passages: Iterable[Passage], context: Context, *, whole: bool = False
) -> Iterator[Found]:
    """What cells of a table say; words that say nothing once say nothing in the next row."""
    silent: set[str] = set()
    for passage in passages:
        found = Found() if passage.text in silent else read_passage(passage, context, whole=whole)
        if not found:
            silent.add(passage.text)
        yield found


def _unread_cells(grid: Grid, found: Found) -> Iterator[tuple[Cell, ...]]:
    """Cells that may state scores in words, each with the lone cells below that go on with it:
    all of a table without scores, else the long ones."""
    rows = grid.table.rows
    more = [_going_on(grid, index) for index in range(len(rows))]
    for index, row in enumerate(rows):
        for cell in row:
            if not cell.text.strip() or more[index] == cell.column:
                continue
            if found.scores and len(cell.text) <= MAX_LABEL:
                continue
            below = index + 1
            while below < len(rows) and more[below] == cell.column:
                below += 1
            yield (cell, *(rows[n][cell.column] for n in range(index + 1, below)))


def _going_on(grid: Grid, index: int) -> int | None:
    """The column of a row that holds nothing but more of the text above it there; None for any
    other row."""
    filled = [cell.column for cell in grid.table.rows[index] if cell.text.strip()]
    if not index or len(filled) != 1:
        return None
    (column,) = filled
    text = grid.table.rows[index][column].text
    if not grid.table.rows[index - 1][column].text.strip() or _STARTS.match(text):
        return None
    return None if is_item(grid.matches[index][column]) else column
