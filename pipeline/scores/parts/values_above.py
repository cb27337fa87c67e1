"""Tables of cards whose numbers stand above their labels, turned so that labels come first.

Rows of numbers and rows of labels take turns. What they begin and end with tells which is above;
where both ends are alike, half a card was lost at one of them, and nothing tells at which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.labels import find_labels, match
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import is_item, is_value
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues

_LEAST = 2
"""Cells of a row of cards at least."""


def labels_first(table: Table, below: str = "") -> Table:
    """The table, each row of numbers below its row of labels; without rows where they take turns
    and begin and end alike, unless the labels of the last stand in the text right ``below``. Any
    other table as it is."""
    filled = [row for row in table.rows if any(not is_nothing(cell.text) for cell in row)]
    kinds = [_kind(row) for row in filled]
    first = next((at for at, kind in enumerate(kinds) if kind), len(kinds))
    last = len(kinds) - next((at for at, kind in enumerate(reversed(kinds)) if kind), 0)
    own = kinds[first:last]
    if not own or own[0] != "numbers" or not _take_turns(own):
        return table
    if own[-1] == "numbers":
        labels = _labels_of(filled[last - 1], below)
        if not labels or last != len(filled):
            return replace(table, rows=())
        filled.append(labels)
        last += 1
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


def _labels_of(row: Sequence[Cell], text: str) -> tuple[Cell, ...]:
    """A row of the labels that a line names, one for each number of the row; empty for others."""
    named = [(one.start, one.end) for one in find_labels(text) if one.label.item]
    between = [
        hit.span()
        for hit in cues("prose", "strong_total").finditer(text)
        if all(hit.end() <= start or end <= hit.start() for start, end in named)
    ]
    spans = sorted([*named, *between])
    columns = _columns(row)
    if not spans or len(spans) != len(columns):
        return ()
    labels = dict(zip(columns, (text[start:end] for start, end in spans), strict=True))
    return tuple(
        replace(cell, text=labels.get(cell.column, ""), printed=labels.get(cell.column, ""))
        for cell in row
    )


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
