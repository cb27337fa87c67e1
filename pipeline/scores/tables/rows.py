"""Decide which row of a table is which item, one to one.

Rows whose label is clear stand; a row that fits two items about as well may still
be settled by what the clear rows leave over; what stays undecided is handed back
as uncertain. Nothing is decided by a printed number or by the order of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.facts import Item
from pipeline.labels import CLEAR, MARGIN, Match, match
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import Grid, is_value

EXACT = 99.5
"""Similarity from which a label is spelt as it should be."""


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """One row of values with its label."""

    row: int
    column: int
    match: Match
    item: Item | None
    similarity: float
    number: str = ""
    stated: bool = False


def labelled_rows(
    grid: Grid, labels: Sequence[int], values: Sequence[int]
) -> tuple[LabelledRow, ...]:
    """The rows of a table that have values, each with how its label is understood."""
    found: list[LabelledRow] = []
    for index in range(grid.header_rows, len(grid.table.rows)):
        row = _label_of(grid, labels, values, index)
        if row is not None:
            found.append(row)
    return _one_to_one(tuple(found))


def _label_of(
    grid: Grid, labels: Sequence[int], values: Sequence[int], index: int
) -> LabelledRow | None:
    row = grid.table.rows[index]
    if not any(is_value(row[column].text) for column in values):
        return None
    filled = [column for column in labels if row[column].text.strip()]
    filled = filled or _merged_label(grid, labels, index)
    if not filled or _heads_questions(grid, labels, values, index):
        return None
    column = filled[-1]
    found = grid.matches[index][column]
    if found is None or found.item is None or found.score < EXACT:
        found = _over_two_rows(grid, column, values, index, found)
    if found is None or found.item is None:
        found = _question_beside(grid, column, index) or found
    if found is None:
        return None
    number, stated = found.number, found.stated
    if not number:
        number, stated = _number_beside(grid, column, index)
    return LabelledRow(index, column, found, found.item, found.score, number, stated)


def _merged_label(grid: Grid, labels: Sequence[int], index: int) -> list[int]:
    """The cell that is merged over the labels' column and begins before it, as that of a total."""
    return [
        cell.column
        for cell in grid.table.rows[index][: max(labels, default=0)]
        if cell.text.strip() and cell.column + cell.column_span > max(labels)
    ]


def _number_beside(grid: Grid, column: int, index: int) -> tuple[str, bool]:
    """A number that stands in a cell of its own before the label."""
    for cell in grid.table.rows[index][:column]:
        beside = match(cell.text + " ") if cell.text.strip() else None
        if beside and beside.number and beside.stated:
            return beside.number, True
    return "", False


def _question_beside(grid: Grid, column: int, index: int) -> Match | None:
    """The question whose code stands in a cell of its own before its words."""
    for cell in grid.table.rows[index][:column]:
        beside = match(cell.text) if cell.text.strip() else None
        if beside and beside.item and beside.item.item_type == "question":
            return beside if beside.score >= EXACT else None
    return None


def _over_two_rows(
    grid: Grid, column: int, values: Sequence[int], index: int, alone: Match | None
) -> Match | None:
    """The label completed by a neighbouring row that has a piece of text and no values, if it
    fits better than ``alone``."""
    rows = grid.table.rows
    here = rows[index][column].text
    for neighbour, order in ((index + 1, 1), (index - 1, -1)):
        if not grid.header_rows <= neighbour < len(rows):
            continue
        there = rows[neighbour]
        piece = there[column].text
        own = grid.matches[neighbour][column]
        if not piece.strip() or any(is_value(there[value].text) for value in values):
            continue
        joined = match(f"{here} {piece}" if order > 0 else f"{piece} {here}")
        if joined.item is None or not _completes(joined, alone, own):
            continue
        if alone is None or alone.item is None or joined.score > alone.score:
            return joined
    return alone


def _completes(joined: Match, alone: Match | None, piece: Match | None) -> bool:
    """Whether a piece may belong to a label: one that names an item by itself only if the label
    does not, and if both together name that item no less well."""
    if piece is None or piece.item is None:
        return True
    if alone is not None and alone.item is not None:
        return False
    return joined.item == piece.item and joined.score >= piece.score


def _heads_questions(grid: Grid, labels: Sequence[int], values: Sequence[int], index: int) -> bool:
    """True where the label heads a group of rows with texts and values of their own,
    so that the value in its row is the first question's and not the item's."""
    rows = grid.table.rows
    if index + 1 >= len(rows):
        return False
    following = rows[index + 1]
    texts = [
        column
        for column in range(max(labels) + 1, min(values))
        if column not in values and column not in labels
    ]
    return (
        all(is_nothing(following[column].text) for column in labels)
        and any(is_value(following[column].text) for column in values)
        and any(
            not is_nothing(rows[index][column].text) and not is_nothing(following[column].text)
            for column in texts
        )
    )


def _one_to_one(rows: tuple[LabelledRow, ...]) -> tuple[LabelledRow, ...]:
    """Let each item be claimed by its best row, and settle uncertain rows by what is left."""
    exact = {row.item for row in rows if row.item and row.similarity >= EXACT}
    kept = [
        replace(row, item=None)
        if row.item in exact and row.similarity < EXACT and _is_scored(row.item)
        else row
        for row in rows
    ]
    taken: set[Item | None] = {row.item for row in kept if row.item}
    return tuple(row if row.item else _from_the_rest(row, taken) for row in kept)


def _is_scored(item: Item | None) -> bool:
    return item is not None and item.item_type in ("indicator", "instrument", "sub_indicator")


def _from_the_rest(row: LabelledRow, taken: set[Item | None]) -> LabelledRow:
    """Give an uncertain row the one item left that fits it well; else leave it uncertain."""
    free = [(label, score) for label, score in row.match.candidates if label.item not in taken]
    if not free or free[0][0].item is None or free[0][1] < CLEAR - MARGIN:
        return row
    second = free[1][1] if len(free) > 1 else 0.0
    if free[0][1] - second < MARGIN:
        return row
    return replace(row, item=free[0][0].item, similarity=free[0][1])
