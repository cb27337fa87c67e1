"""The mean of one indicator's questions, in a column beside them or in the row below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.facts import Item
from pipeline.labels import Match, find_labels, match
from pipeline.numbers import arabic
from pipeline.scores.found import Context
from pipeline.scores.tables.grid import Grid, is_indicator_mean, is_item
from pipeline.scores.tables.rows import LabelledRow
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues


def of_caption(
    items: Mapping[int, tuple[Match, Item]], caption: str
) -> dict[int, tuple[Match, Item]]:
    """The items of columns, with a "mean" or "total" beside questions of one instrument alone as
    what the line above the table names: an indicator or instrument; left out where none does.

    The questions of one instrument say nothing of the total of an assessment by three.
    """
    others = [item for _, item in items.values() if item != TOTAL]
    questions = [item for item in others if item.item_type == "question"]
    wider = len(others) - len(questions)
    if len({item.code[:1] for item in questions}) != 1 or wider > 1:
        return dict(items)
    named = match(caption.rpartition("\n")[2])
    kept = {
        column: found
        for column, found in items.items()
        if found[1] != TOTAL or cues("table", "assessment").search(found[0].text)
    }
    if wider or named.item is None or named.item.item_type not in ("indicator", "instrument"):
        return kept
    totals = [column for column, (_, item) in items.items() if item == TOTAL]
    if len(totals) == 1 and totals[0] not in kept:
        kept[totals[0]] = (named, named.item)
    return dict(sorted(kept.items()))


def of_questions(
    grid: Grid, rows: Sequence[LabelledRow], context: Context
) -> tuple[LabelledRow, ...]:
    """The rows of a table of questions, each mean below questions of one instrument as the score
    of the indicator named above them; left out where none is, for it is no total of a body."""
    if any(row.item and row.item.item_type not in ("question", "total") for row in rows):
        return tuple(rows)
    return tuple(_with_means(grid, rows, context))


def _with_means(grid: Grid, rows: Sequence[LabelledRow], context: Context) -> Iterator[LabelledRow]:
    asked = set(context.asked)
    named, start = indicator_named(context.heading), 0
    for row in rows:
        if row.item is not None and row.item.item_type == "question":
            asked.add(row.item.code[0])
        if not _is_mean(row) or len(asked) != 1 or _is_of_assessment(row):
            yield row
            continue
        owner = _indicator_above(grid, start, row.row) or named
        if owner is not None and _fits(owner, row, asked.pop(), context.year):
            yield replace(
                row, item=owner.item, match=owner, similarity=owner.score, number="", stated=False
            )
        asked, named, start = set(), None, row.row + 1


def _is_mean(row: LabelledRow) -> bool:
    return row.item == TOTAL or is_indicator_mean(row.match.text)


def _is_of_assessment(row: LabelledRow) -> bool:
    return bool(cues("table", "assessment").search(row.match.text))


def _indicator_above(grid: Grid, first: int, last: int) -> Match | None:
    """The one indicator that rows of a table name above a mean."""
    found = [
        cell
        for row in grid.matches[first:last]
        for cell in row
        if cell is not None and is_item(cell, "indicator")
    ]
    return found[0] if len({cell.item for cell in found}) == 1 else None


def indicator_named(heading: str) -> Match | None:
    """The one indicator that the lines above a table name."""
    for line in reversed(heading.split("\n")):
        found = match(line)
        if is_item(found, "indicator"):
            return found
        within = [one.label for one in find_labels(line) if one.label.item]
        if within:
            items = {label.item for label in within}
            alone = match(within[0].name)
            return alone if len(items) == 1 and is_item(alone, "indicator") else None
    return None


def _fits(owner: Match, row: LabelledRow, letter: str, year: int | None) -> bool:
    """Whether an indicator has questions of an instrument, and the number in the row, if any."""
    from pipeline.scheme import scheme_for

    assert owner.item is not None
    numbers = re.findall(r"\d+", arabic(row.match.text))
    if numbers and numbers != [owner.item.code]:
        return False
    scheme = scheme_for(year) if year is not None else None
    component = scheme.component_of(owner.item.code) if scheme is not None else None
    return component is None or component.code.startswith(letter)
