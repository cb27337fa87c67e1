"""Rows that hold a whole list: labels below each other in a cell, their numbers in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.labels import match
from pipeline.scores.bodies.named_bodies import names_body
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import is_item, is_value

_LEAST = 3
"""Lines that such a list has at least."""
_BEGINS = re.compile(r"\(?[\d๐-๙]{1,2}[.)]\s*(?![\d๐-๙])")
"""What an entry of a list begins with, if its lines are wrapped."""

Row = tuple[Cell, ...]


def with_rows_apart(table: Table) -> Table:
    """The table, each of its rows that hold a list as a row for each entry.

    All cells of several lines have as many entries, those of one of them are numbers, and those of
    another labels of different items or names of bodies.
    """
    rows: list[Row] = []
    for row in table.rows:
        rows += _entries(row)
    if len(rows) == len(table.rows):
        return table
    counted = (tuple(replace(cell, row=index) for cell in row) for index, row in enumerate(rows))
    return replace(table, rows=tuple(counted))


def _entries(row: Row) -> Iterator[Row]:
    """The rows that a row holds; the row itself where it is one."""
    lists = {cell.column: _values(cell) for cell in row if "\n" in cell.text}
    counts = {len(values) for values in lists.values() if len(values) >= _LEAST}
    if len(counts) != 1:
        yield row
        return
    count = counts.pop()
    texts = {
        cell.column: lists[cell.column] or _labels(cell, count)
        for cell in row
        if cell.column in lists
    }
    labels = [own for column, own in texts.items() if not lists[column]]
    if any(len(own) != count for own in texts.values()) or not any(map(_are_labels, labels)):
        yield row
        return
    for index in range(count):
        yield tuple(_entry(cell, texts.get(cell.column), index) for cell in row)


def _values(cell: Cell) -> list[str]:
    """The numbers of a cell that has nothing else on its lines."""
    lines = [line for line in cell.items if not is_nothing(line)]
    return lines if all(map(is_value, lines)) else []


def _labels(cell: Cell, count: int) -> list[str]:
    """The entries of a cell of words: its lines, or those from each counted one on."""
    lines = list(cell.items)
    if len(lines) == count:
        return lines
    found: list[str] = []
    for line in lines:
        if _BEGINS.match(line):
            found.append(line)
        elif found:
            found[-1] = f"{found[-1]}\n{line}"
    return found


def _are_labels(texts: Sequence[str]) -> bool:
    """True for labels of different items, or names of bodies, each of them."""
    if all(map(names_body, texts)):
        return True
    items = [found.item for text in texts if is_item(found := match(text))]
    return len(set(items)) == len(texts)


def _entry(cell: Cell, texts: Sequence[str] | None, index: int) -> Cell:
    if texts is not None:
        return replace(cell, text=texts[index], printed=" ".join(texts[index].split()), row_span=1)
    return cell if not index else replace(cell, text="", printed="", row_span=1, column_span=1)
