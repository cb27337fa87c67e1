"""Names that an instrument shares with its first indicator: ``การเปิดเผยข้อมูลสาธารณะ``.

Among indicators such a name is the indicator's, among instruments the instrument's. Where both
are listed, what stands beside decides, or nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parsers.model import Table
from pipeline.facts import Item, Score, UncertainLabel
from pipeline.labels import Match, labels, other_bearer
from pipeline.numbers import arabic
from pipeline.scores.found import Found

Matches = tuple[tuple[Match | None, ...], ...]

_LEAST = 2
"""Items in a column or row of a table, from which it is a list."""
_EXACT = 100.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of a list: the item that it fits, and the number beside it."""

    item: Item | None
    text: str
    number: str = ""


def _meant(entries: Sequence[_Entry], at: int) -> Item | None:
    """Which of the two that bear its name an entry of a list is; None where it may be either."""
    entry = entries[at]
    rival = other_bearer(entry.text, entry.item)
    others = [one for index, one in enumerate(entries) if index != at]
    items = [one.item for one in others]
    alike = [one for one in others if one.item == entry.item and other_bearer(one.text, one.item)]
    if rival in items or not _has(items, "indicator"):
        return entry.item
    if rival is not None and entry.number == rival.code:
        return rival
    if alike:
        numbered = any(rival is not None and one.number == rival.code for one in alike)
        return entry.item if numbered else None
    if entry.item in items or not _has(items, "instrument"):
        return rival
    around = [entries[near].item for near in (at - 1, at + 1) if 0 <= near < len(entries)]
    return None if _has(around, "indicator") else entry.item


def _has(items: Iterable[Item | None], kind: str) -> bool:
    return any(item is not None and item.item_type == kind for item in items)


def without_shared_names(table: Table, matches: Matches) -> Matches:
    """The labels of a table, shared names understood by their column or else their row."""
    told = {
        (row, column): _in_its_list(table, matches, row, column)
        for row, cells in enumerate(matches)
        for column, found in enumerate(cells)
        if found is not None and found.item is not None and other_bearer(found.text, found.item)
    }
    if not told:
        return matches
    return tuple(
        tuple(told.get((row, column), found) for column, found in enumerate(cells))
        for row, cells in enumerate(matches)
    )


def _in_its_list(table: Table, matches: Matches, row: int, column: int) -> Match:
    found = matches[row][column]
    assert found is not None
    upright = [(at, column) for at in range(len(matches))]
    across = [(row, at) for at in range(len(matches[row]))]
    for places in (upright, across):
        named = [(at, one) for at in places if (one := matches[at[0]][at[1]]) and one.item]
        if len(named) >= _LEAST:
            entries = [_Entry(one.item, one.text, _number(table, *at, one)) for at, one in named]
            here = next(index for index, (at, _) in enumerate(named) if at == (row, column))
            return _understood(found, _meant(entries, here))
    return found


def _number(table: Table, row: int, column: int, found: Match) -> str:
    """The number in a label or in a cell of its own before it."""
    before = [arabic(cell.text).strip(" .)\n") for cell in table.rows[row][:column]]
    return found.number or next((text for text in reversed(before) if text.isdigit()), "")


def _understood(found: Match, item: Item | None) -> Match:
    """A label as that of ``item``, the one that it fits or the other one that bears its name."""
    if item == found.item:
        return found
    other = next(label for label in labels() if label.item == other_bearer(found.text, found.item))
    both = ((other, _EXACT), *found.candidates[:1])
    if item is None:
        return replace(found, label=None, candidates=both)
    return replace(found, label=other, score=_EXACT, candidates=both)


def settled(found: Found, table: int | None = None) -> Found:
    """Scores of running text, or of one table, with shared names understood by the others there."""
    said = [score for score in found.scores if score.place.table == table]
    kept: list[Score] = []
    doubted: list[UncertainLabel] = []
    for score in found.scores:
        rival = other_bearer(score.name, score.item) if score.place.table == table else None
        if rival is None or rival == score.item:
            kept.append(score)
            continue
        beside = [
            one for one in said if (one.body, one.fiscal_year) == (score.body, score.fiscal_year)
        ]
        entries = [_Entry(one.item, one.name, str(one.printed_number or "")) for one in beside]
        item = _meant(entries, beside.index(score))
        if item is not None:
            kept.append(replace(score, item=item))
            continue
        codes = ((rival.code, _EXACT), (score.item.code, _EXACT))
        doubted.append(
            UncertainLabel(score.name, score.printed, score.place, codes, score.fiscal_year)
        )
    return replace(found, scores=tuple(kept), uncertain=(*found.uncertain, *doubted))
