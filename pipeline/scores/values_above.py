"""Tables of cards whose numbers stand above their labels, turned so that labels come first.

Rows of numbers and rows of labels take turns. What they begin and end with tells which is above;
where both ends are alike, half a card was lost at one of them, and nothing tells at which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.labels import match
from pipeline.scores.cells import is_nothing
from pipeline.scores.grid import is_item, is_value
from pipeline.scores.segments import TOTAL

_LEAST = 2
"""Cells of a row of cards at least."""


def labels_first(table: Table) -> Table:
    """The table, each row of numbers below its row of labels; without rows where they take turns
    and begin and end alike. Any other table as it is."""
    filled = [row for row in table.rows if any(not is_nothing(cell.text) for cell in row)]
    kinds = [_kind(row) for row in filled]
    first = next((at for at, kind in enumerate(kinds) if kind), len(kinds))
    last = len(kinds) - next((at for at, kind in enumerate(reversed(kinds)) if kind), 0)
    own = kinds[first:last]
    if not own or own[0] != "numbers" or not _take_turns(own):
        return table
    if own[-1] == "numbers":
        return replace(table, rows=())
    if not all(
        set(_columns(filled[at + 1])) <= set(_columns(filled[at])) for at in range(first, last, 2)
    ):
        return table
    turned = list(filled)
    for at in range(first, last, 2):
        turned[at], turned[at + 1] = turned[at + 1], turned[at]
    rows = tuple(
        tuple(replace(cell, row=index) for cell in row) for index, row in enumerate(turned)
    )
    return replace(table, rows=rows)


def _take_turns(kinds: Sequence[str]) -> bool:
    return len(kinds) > 1 and all(
        kind == ("numbers" if at % 2 == 0 else "labels") for at, kind in enumerate(kinds)
    )


def _kind(row: Sequence[Cell]) -> str:
    """``numbers`` for a row of scores, ``labels`` for one of items, empty for any other."""
    texts = [" ".join(cell.text.split()) for cell in row if not is_nothing(cell.text)]
    if len(texts) >= _LEAST:
        if all(is_value(text) for text in texts):
            return "numbers" if any("." in text for text in texts) else ""
        if all(is_item(found := match(text)) or found.item == TOTAL for text in texts):
            return "labels"
    return ""


def _columns(row: Sequence[Cell]) -> tuple[int, ...]:
    return tuple(cell.column for cell in row if not is_nothing(cell.text))
