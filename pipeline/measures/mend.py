"""Make the text of a cell whole again: its own lines kept, those of its column joined.

Whether a cell's spaces, or its line ends, are those of a narrow column is judged from
the cell, and from its table where the cell is too short to tell: only a wrapped text has
spaces behind words that lead on to the next. Where nothing shows it, spaces are the
author's and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.model import Cell, Method
from pipeline.measures.items import has_marker, split_items
from pipeline.measures.marks import restored
from pipeline.measures.persons import without_names
from pipeline.measures.unwrap import (
    broken,
    column_width,
    display_width,
    first_word,
    heal,
    is_thai_joint,
    joined,
    unwrap,
)

_WIDEST = 40
"""Display letters of the widest column of a table of measures; longer pieces are no lines."""
_LEAST = 0.15
"""Share of Thai joints that only a line break explains, from which a text is wrapped."""
_TELLING = 5
"""Pieces from which a wrapped cell tells the width of its column."""
_PRIOR = 6
"""How many joints the evidence of the whole table counts for in one cell."""

_PARTED = re.compile(r"[ ]*\([ ]*\n[ ]*(?=[\d๐-๙]{1,2}\))")
"""The bracket of a number that the end of a line parted from it."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How often the cells of a table break where only the end of a line can stand."""

    spaces: float = 0.0
    line_ends: float = 0.0
    widths: tuple[tuple[int, int], ...] = ()
    """Columns with the width that their wrapped cells show, in display letters."""


def wrapping(cells: Iterable[Cell], above: Wrapping | None = None) -> Wrapping:
    """The share of broken joints in a table's cells, at spaces and at line ends.

    The widths of the same table's columns on the pages ``above`` hold on.
    """
    cells = tuple(cells)
    spaces = _share(joint for cell in cells for joint in _space_joints(cell.text))
    line_ends = _share(joint for cell in cells for joint in _line_joints(cell.text))
    shares = Wrapping(spaces, line_ends)
    widths = dict(above.widths) if above else {}
    for cell in cells:
        pieces = cell.text.split()
        if len(pieces) >= _TELLING and _spaces_are_wrapped(cell, shares):
            widths[cell.column] = max(widths.get(cell.column, 0), column_width(pieces))
    return Wrapping(spaces, line_ends, tuple(widths.items()))


def mend(cell: Cell, table: Wrapping) -> tuple[str, ...]:
    """The items of a cell in order, each on one line, as its author wrote them, but for persons."""
    return tuple(restored(item) for item in _items(cell, table))


def _items(cell: Cell, table: Wrapping) -> tuple[str, ...]:
    cell = replace(cell, text=_PARTED.sub(r"\n(", without_names(cell.text)))
    lines = _lines(cell)
    if len(lines) > 1 and _lines_are_wrapped(cell, table):
        return tuple(item for line in _paragraphs(lines) for item in split_items(heal(line)))
    if _spaces_are_wrapped(cell, table):
        shown = dict(table.widths).get(cell.column, 0)
        width = max(shown, column_width(cell.text.split()))
        return tuple(unwrap(item, width) for line in lines for item in split_items(line))
    return tuple(heal(item) for line in lines for item in split_items(line))


def is_wrapped(cell: Cell, table: Wrapping) -> bool:
    """True where line breaks of its column stand in a cell's text."""
    many = len(_lines(cell)) > 1 and _lines_are_wrapped(cell, table)
    return many or _spaces_are_wrapped(cell, table)


def _lines(cell: Cell) -> list[str]:
    return [" ".join(line.split()) for line in cell.text.split("\n") if line.strip()]


def _spaces_are_wrapped(cell: Cell, table: Wrapping) -> bool:
    pieces = cell.text.split()
    if not pieces or column_width(pieces) > _WIDEST:
        return False
    return _judge(_space_joints(cell.text), table.spaces)


def _lines_are_wrapped(cell: Cell, table: Wrapping) -> bool:
    """Lines of pages are the column's; those of text are, where the joints show it."""
    if cell.method is not Method.TEXT or cell.box is not None:
        return True
    return _judge(_line_joints(cell.text), table.line_ends)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined up to each list item, and to each line that ends well before its column."""
    width = max(map(display_width, lines))
    gathered = [lines[0]]
    for above, below in pairwise(lines):
        roomy = display_width(above) + 1 + display_width(first_word(below.split()[0]))
        ends = len(lines) > 2 and roomy <= 0.8 * width and not broken(above, below)
        if has_marker(below) or ends:
            yield joined(gathered)
            gathered = []
        gathered.append(below)
    yield joined(gathered)


def _space_joints(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        yield from (pair for pair in pairwise(line.split()) if _counts(*pair))


def _line_joints(text: str) -> Iterator[tuple[str, str]]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for above, below in pairwise(lines):
        pair = (above.split()[-1], below.split()[0])
        if _counts(*pair):
            yield pair


def _counts(left: str, right: str) -> bool:
    return left.endswith("/") or is_thai_joint(left, right)


def _share(joints: Iterable[tuple[str, str]]) -> float:
    found = [broken(*pair) for pair in joints]
    return sum(found) / len(found) if found else 0.0


def _judge(joints: Iterable[tuple[str, str]], prior: float) -> bool:
    """The share of a cell, drawn to that of its table the more the fewer joints it has."""
    found = [broken(*pair) for pair in joints]
    return bool(found) and (sum(found) + _PRIOR * prior) / (len(found) + _PRIOR) >= _LEAST
