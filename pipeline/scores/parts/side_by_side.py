"""Tables of a table: the instruments side by side, each over its own indicators and their scores.

A head row may name the instruments, with their scores or without (``IIT 92.93 | EIT 91.04 | …``).
Such a grid is read as one table for each group of columns. Rows that sum up in several of them
speak of instruments, not of the assessment. Columns of several bodies are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.model import Cell, Table
from pipeline.facts import Item
from pipeline.labels import Match, match
from pipeline.scores.bodies.named_bodies import names_body
from pipeline.scores.tables.cards import Card, cards_of
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import is_item, is_value, label_matches
from pipeline.scores.tables.segments import TOTAL
from pipeline.years import header_year

_LEAST = 2
"""Rows with indicators and scores in several groups of columns, and groups, at least."""
_NARROWEST = 4
"""Columns that two groups of a label and a score have."""
_MOST_HEADS = 4
"""Rows over the first one with scores at most."""
Row = tuple[Cell, ...]


def side_by_side(table: Table, year: int | None) -> tuple[Table, ...]:
    """The tables of different indicators that stand side by side in a grid; the grid itself where
    it is one, or where what stands over them may be of several bodies."""
    if table.width < _NARROWEST or not _begins(table):
        return (table,)
    labels, first = _label_columns(table)
    if len(labels) < _LEAST:
        return (table,)
    starts = _starts(table, labels, first)
    again = _are_again(table, labels, first)
    groups = tuple(zip(starts, [*starts[1:], table.width], strict=True))
    heads = table.rows[:first]
    if not all(_heads_groups(row, groups) for row in heads):
        return (table,)
    rows = _with_whole_rows(heads, groups) + table.rows[first:]
    below = [_below_each_other(rows, group, first) for group in groups]
    regions = [
        (group, label, reach)
        for group, label, own in zip(groups, labels, below, strict=True)
        for reach in own
    ]
    sums = _partial_sums(rows, [(group, reach) for group, _, reach in regions])
    parts = [
        _part(
            table, rows[start:stop], group, label, 1 if start else first,
            None if again or partial is None else partial - start, year,
        )
        for (group, label, (start, stop)), partial in zip(regions, sums, strict=True)
    ]  # fmt: skip
    return tuple(part for part in parts if part.rows)


def _below_each_other(
    rows: Sequence[Row], group: tuple[int, int], first: int
) -> list[tuple[int, int]]:
    """From which row to before which each instrument of a group of columns has its indicators,
    where a row of its name heads those of the next."""
    starts = [
        at for at in range(first + 1, len(rows)) if _instrument(rows[at][slice(*group)]) is not None
    ]
    return list(pairwise([0, *starts, len(rows)]))


def _begins(table: Table) -> bool:
    """Whether one of the first rows names indicators and scores them."""
    top = replace(table, rows=table.rows[: _MOST_HEADS + 1])
    found = [
        [at for at, match in enumerate(matches) if is_item(match, "indicator")]
        for matches in label_matches(top)
    ]
    return any(
        columns and _scored(row, columns) for row, columns in zip(top.rows, found, strict=True)
    )


def _label_columns(table: Table) -> tuple[list[int], int]:
    """The columns of indicators' names that stand with scores of their own in one row, in two rows
    at least, and the first such row."""
    rows: list[tuple[int, list[int]]] = []
    seen: set[Item | None] = set()
    for index, (row, matches) in enumerate(zip(table.rows, label_matches(table), strict=True)):
        columns = [at for at, found in enumerate(matches) if is_item(found, "indicator")]
        if not columns or not _scored(row, columns):
            continue
        items = {found.item for found in matches if found and is_item(found, "indicator")}
        if seen & items:
            return [], 0
        seen |= items
        rows.append((index, columns))
    several = [columns for _, columns in rows if len(columns) > 1]
    if len(several) < _LEAST or rows[0][0] > _MOST_HEADS:
        return [], 0
    widest = max(several, key=len)
    together = all(set(columns) <= set(widest) for _, columns in rows)
    return (widest, rows[0][0]) if together else ([], 0)


def _are_again(table: Table, labels: Sequence[int], first: int) -> bool:
    """Whether the groups of columns name the same indicators, as those of several years do: what
    sums up below them is each one's total."""
    names = [
        {
            found.item
            for row in table.rows[first:]
            if is_item(found := _matched(row[at]), "indicator")
        }
        for at in labels
    ]
    return all(len(one & two) >= _LEAST for one, two in pairwise(names))


def _matched(cell: Cell) -> Match:
    return match(one_line(cell.text))


def _scored(row: Row, columns: Sequence[int]) -> bool:
    """Whether a number stands behind each of several columns of a row, before the next one."""
    ends = [*columns[1:], len(row)]
    return all(
        any(is_value(row[at].text) for at in range(column + 1, end))
        for column, end in zip(columns, ends, strict=True)
    )


def _starts(table: Table, labels: Sequence[int], first: int) -> list[int]:
    """Where each group of columns begins: right behind the last score of the one before."""
    starts = [0]
    for before, label in pairwise(labels):
        scored = [
            at
            for at in range(before + 1, label)
            if any(is_value(row[at].text) and "." in row[at].text for row in table.rows[first:])
        ]
        starts.append(max(scored, default=label - 1) + 1)
    return starts


def _heads_groups(row: Row, groups: Sequence[tuple[int, int]]) -> bool:
    """Whether a row of a head stands over all groups at once, or says something of each of them
    which is no body's name."""
    filled = [cell for cell in row if not is_nothing(cell.text)]
    if len(filled) < 2:
        return True
    if any(names_body(cell.text) for cell in filled):
        return False
    return all(any(start <= cell.column < stop for cell in filled) for start, stop in groups)


def _partial_sums(
    rows: Sequence[Row], regions: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> list[int | None]:
    """For each part of the grid, by its columns and rows, the row whose total is that of its
    instrument alone: its first one where other parts have one too, or where indicators of others
    stand beside or below it."""
    sums = [
        [at for at in range(*reach) if _is_sum(rows[at][slice(*group)])] for group, reach in regions
    ]
    several = sum(1 for own in sums if own) > 1
    lowest = max(at for at, row in enumerate(rows) if _names_indicator(row))
    return [own[0] if own and (several or own[0] <= lowest) else None for own in sums]


def _names_indicator(row: Row) -> bool:
    return any(is_item(match(one_line(cell.text)), "indicator") for cell in row if cell.text)


def _is_sum(cells: Sequence[Cell]) -> bool:
    texts = [one_line(cell.text) for cell in cells if not is_nothing(cell.text)]
    return any(match(text).item == TOTAL for text in texts) and any(map(is_value, texts))


def _with_whole_rows(heads: Sequence[Row], groups: Sequence[tuple[int, int]]) -> tuple[Row, ...]:
    """The rows of a head, with what stands over all groups, as a year does, over each of them."""
    result = []
    for row in heads:
        filled = [cell for cell in row if not is_nothing(cell.text)]
        if len(filled) == 1 and not tuple(cards_of(row)):
            starts = {start for start, _ in groups}
            row = tuple(
                replace(filled[0], column=cell.column, column_span=len(row))
                if cell.column in starts
                else cell
                for cell in row
            )
        result.append(row)
    return tuple(result)


def _part(
    table: Table, rows: Sequence[Row], group: tuple[int, int], label: int, first: int,
    partial: int | None, year: int | None,
) -> Table:  # fmt: skip
    """The table of one group of columns: its heads, its rows, and last the rows of its instrument
    and of a total that stood over them."""
    start, stop = group
    owner = _owner([row[start:stop] for row in rows], year)
    head: list[Row] = []
    body: list[Row] = []
    last: list[Row] = []
    waiting: Cell | None = None
    for index, row in enumerate(rows):
        cells = row[start:stop]
        if all(is_nothing(cell.text) for cell in cells):
            continue
        if index == partial:
            body.extend(_summing_up(cells, owner))
        elif told := _told(cells, label - start, waiting):
            last.append(told)
            waiting = None
        elif index >= first:
            body.append(cells)
        else:
            waiting = _instrument(cells)
            head.append(_over_all(cells))
    whole = _without_named(head, last) + body + last
    grid = tuple(
        tuple(
            replace(cell, row=index, column=at, column_span=min(cell.column_span, len(cells) - at))
            for at, cell in enumerate(cells)
        )
        for index, cells in enumerate(whole)
    )
    return replace(table, rows=grid, line=grid[0][0].line if grid else table.line)


def _over_all(cells: Row) -> Row:
    """A row of a head, one that says a year and nothing else over all columns of its group."""
    filled = [cell for cell in cells if not is_nothing(cell.text)]
    if len(filled) != 1 or header_year(filled[0].text) is None:
        return cells
    whole = replace(filled[0], column=cells[0].column, column_span=len(cells))
    return (whole, *(replace(cell, text="", printed="", column_span=1) for cell in cells[1:]))


def _told(cells: Row, at: int, waiting: Cell | None) -> Row | None:
    """A row that says the score of an instrument or total, as its label in column ``at`` and the
    score behind it: in one cell, in two, or alone under the instrument's name; else None."""
    filled = [cell for cell in cells if not is_nothing(cell.text)]
    named = match(one_line(filled[0].text))
    if len(filled) == 1 and waiting is not None and is_value(filled[0].text):
        return _pair(cells, at, waiting, filled[0])
    if len(filled) == 1:
        return next((_pair(cells, at, *_halves(card)) for card in cards_of(cells)), None)
    if is_item(named, "instrument") and any(is_value(cell.text) for cell in filled[1:]):
        score = next(cell for cell in filled[1:] if is_value(cell.text))
        return _pair(cells, at, filled[0], score) if len(filled) == 2 else cells
    return None


def _halves(card: Card) -> tuple[Cell, Cell]:
    """The label and the score of one cell, as a cell each."""
    name, score = card.match.text, card.printed
    return (
        replace(card.cell, text=name, printed=name),
        replace(card.cell, text=score, printed=score),
    )


def _pair(cells: Row, at: int, label: Cell, score: Cell) -> Row:
    pair = {at: replace(label, column_span=1), at + 1: replace(score, column_span=1)}
    blank = (replace(cell, text="", printed="", column_span=1) for cell in cells)
    return tuple(pair.get(index, cell) for index, cell in enumerate(blank))


def _instrument(cells: Row) -> Cell | None:
    """The cell of a row that names an instrument and nothing else."""
    filled = [cell for cell in cells if not is_nothing(cell.text)]
    if len(filled) == 1 and is_item(match(one_line(filled[0].text)), "instrument"):
        return filled[0]
    return None


def _without_named(head: Sequence[Row], last: Sequence[Row]) -> list[Row]:
    """The head without the bare name of the instrument, whose score stands at the end."""
    return [row for row in head if not (last and _instrument(row))]


def _owner(rows: Sequence[Row], year: int | None) -> str:
    """The instrument of a group of columns: the one that it names, else that of all its indicators
    in the scheme of the year; empty where neither says one."""
    from pipeline.scheme import scheme_for

    items = {
        found.item
        for row in rows
        for cell in row
        if not is_nothing(cell.text)
        and is_item(found := match(one_line(cell.text)), "instrument", "indicator")
        and found.item
    }
    named = {item.code for item in items if item.item_type == "instrument"}
    if named:
        return named.pop() if len(named) == 1 else ""
    scheme = scheme_for(year) if year is not None else None
    owners = {scheme.component_of(item.code) for item in items} if scheme else set()
    owner = owners.pop() if len(owners) == 1 else None
    return owner.code if owner else ""


def _summing_up(cells: Row, owner: str) -> Iterator[Row]:
    """A row of a total as that of its group's instrument; nothing where that is not said."""
    if owner:
        yield tuple(
            replace(cell, text=f"{one_line(cell.text)} {owner}")
            if not is_value(cell.text) and match(one_line(cell.text)).item == TOTAL
            else cell
            for cell in cells
        )
