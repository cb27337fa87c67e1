"""Columns that name their indicators by official number alone: ``ตัวชี้วัดที่ 1`` … ``10``.

A number is trusted only where all ten stand in a row, in the official order, and where the
instruments above them, if any, are those of the year's scheme; else the columns are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.model import Cell, Table
from pipeline.facts import Item, UncertainLabel
from pipeline.labels import Match, match
from pipeline.numbers import arabic
from pipeline.scores.found import less_sure, place_of
from pipeline.scores.tables.cells import is_nothing, one_line, read_value
from pipeline.wording import cues

MAX_ROWS = 5
"""How far down a row of numbers may belong to the header."""
_LEAST = 3
"""Numbers that count up in one row, from which it numbers columns."""
TEN = list(range(1, 11))
_MOST = 20
"""A higher number is a score."""
SURE = 90.0
"""How well (0–100) an item is told that only its number names."""
_UNSURE = 70.0
_NUMBER = re.compile(
    r"(?P<words>[^\d]*?)(?:ที่|no\.?)?[\s.]*(?P<number>\d{1,2})\s*[.)]?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A header row that numbers columns."""

    row: int
    columns: dict[int, int]
    """The number of each column that has one."""
    stated: bool
    """True where each is printed as the number of an indicator."""


def numbered_row(table: Table) -> Numbers | None:
    """The header row whose cells are nothing but numbers that count up, if there is one.

    A row that numbers the column of names too counts the columns, and says nothing of them.
    """
    for index, row in enumerate(table.rows[: MAX_ROWS + 1]):
        found = _numbers(row)
        if found is not None and _stands_under_names(table, index, found):
            return replace(found, stated=found.stated or _are_indicators(table, index, found))
    return None


def _are_indicators(table: Table, index: int, found: Numbers) -> bool:
    """Whether ten bare numbers stand behind, or under, nothing but the word for an indicator."""
    columns, numbers = list(found.columns), list(found.columns.values())
    if numbers != TEN * (len(numbers) // len(TEN)):
        return False
    beside = [cell.text for cell in table.rows[index][: columns[0]] if not is_nothing(cell.text)]
    above = table.rows[index - 1][columns[0] : columns[-1] + 1] if index else ()
    over = [cell.text for cell in above if not is_nothing(cell.text)]
    heads = over or beside[-1:]
    word = cues("column", "numbered")
    return bool(heads) and all(word.fullmatch(one_line(text).rstrip(" :/")) for text in heads)


def _numbers(row: tuple[Cell, ...]) -> Numbers | None:
    columns: dict[int, int] = {}
    bare = 0
    for cell in row:
        hit = _NUMBER.fullmatch(arabic(one_line(cell.text)))
        if hit is None:
            if read_value(cell.text) is not None:
                return None
            continue
        words = hit["words"].strip(" .")
        if words and not cues("column", "numbered").fullmatch(words):
            continue
        bare += not words
        columns[cell.column] = int(hit["number"])
    numbers = list(columns.values())
    counts_up = all(after == before + 1 for before, after in pairwise(numbers[:_LEAST]))
    if len(numbers) < _LEAST or not counts_up or max(numbers) > _MOST:
        return None
    return Numbers(row[0].row, columns, stated=not bare)


def _stands_under_names(table: Table, index: int, found: Numbers) -> bool:
    """Whether the columns left of the numbers hold words, as names of bodies or years do."""
    first = min(found.columns)
    below = table.rows[index + 1 :]
    return first > 0 and any(
        read_value(row[column].text) is not None for row in below for column in found.columns
    )


def numbered_items(
    found: Numbers, headers: tuple[tuple[str, ...], ...], year: int | None
) -> dict[int, tuple[Match, Item]]:
    """The indicator of each numbered column; nothing where the numbers do not fit the scheme."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(year) if year is not None else None
    if scheme is None or not _official(
        found, [i.code for c in scheme.components for i in c.indicators]
    ):
        return {}
    items: dict[int, tuple[Match, Item]] = {}
    for column, number in found.columns.items():
        owner = scheme.component_of(str(number))
        above = instrument_above(headers[column])
        ranked = any(cues("table", "ranked").search(text) for text in headers[column])
        if owner is None or ranked or (above and above != owner.code):
            return {}
        item = Item("indicator", str(number))
        text = headers[column][found.row] if found.stated else f"ตัวชี้วัดที่ {number}"
        items[column] = (Match(text, None, SURE, (), str(number), stated=True), item)
    return items


def _official(found: Numbers, codes: list[str]) -> bool:
    """Whether the numbers are all the indicators of a scheme, in order, once or more."""
    printed = [str(number) for number in found.columns.values()]
    times = len(printed) // len(codes) if codes else 0
    return times > 0 and printed == codes * times


def instrument_above(path: tuple[str, ...]) -> str:
    """The instrument that heads a column's group; empty for none."""
    for text in reversed(path):
        item = match(text).item if text else None
        if item is not None and item.item_type == "instrument":
            return item.code
    return ""


def misfits(
    table: Table, ordinal: int, found: Numbers, year: int | None
) -> Iterator[UncertainLabel]:
    """The first value of each numbered column that is left unread."""
    for column, number in found.columns.items():
        for row in table.rows[found.row + 1 :]:
            value = read_value(row[column].text)
            if value is None or is_nothing(row[column].text):
                continue
            yield UncertainLabel(
                name=one_line(table.rows[found.row][column].text),
                printed=value.printed,
                place=less_sure(place_of(row[column], ordinal), _UNSURE),
                candidates=((str(number), _UNSURE),),
                fiscal_year=year,
            )
            break
