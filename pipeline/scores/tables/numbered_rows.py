"""Rows that name their indicators by official number alone: ``ตัวชี้วัดที่ 1`` … ``10``, or bare
numbers under that word.

As in columns, a number is trusted only where all ten stand in the official order and nothing else
in the table says what its rows are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Cell, Table
from pipeline.facts import Item
from pipeline.labels import Match, labels, match
from pipeline.numbers import arabic
from pipeline.scores.found import bare_rating
from pipeline.scores.tables.cells import is_nothing, one_line, read_value
from pipeline.scores.tables.numbered import SURE, TEN
from pipeline.wording import cues

Matches = tuple[tuple[Match | None, ...], ...]
_NUMBER = re.compile(r"(?P<words>[^\d]*?)\s*(?P<number>\d{1,2})\s*[.)]?")
_LETTER = re.compile(r"[A-Za-zก-ฮ]")


def with_numbered_rows(table: Table, matches: Matches, year: int | None) -> Matches:
    """``matches`` with the numbers of a column as the indicators of the year's scheme, where rows
    are numbered by them and nothing in the table names an indicator."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(year) if year is not None else None
    official = [i.code for part in scheme.components for i in part.indicators] if scheme else []
    if scheme is None or official != [str(n) for n in TEN] or _names_items(matches):
        return matches
    for column in range(table.width):
        rows = _numbered(table, column)
        owners = [scheme.component_of(code) for code in official]
        codes = [owner.code if owner else "" for owner in owners]
        if _ranked(table, rows):
            return matches
        if rows and all(
            _says_no_more(table.rows[row], column, code)
            for row, code in zip(rows, codes, strict=True)
        ):
            told = {row: _indicator(table, row, column, n) for n, row in enumerate(rows, 1)}
            return tuple(
                (*line[:column], told[row], *line[column + 1 :]) if row in told else line
                for row, line in enumerate(matches)
            )
    return matches


def _names_items(matches: Matches) -> bool:
    """Whether a cell names an indicator or a part of one, or nearly does."""
    nearest = (
        found.item or (found.candidates[0][0].item if found.uncertain else None)
        for row in matches
        for found in row
        if found is not None
    )
    return any(item and item.item_type not in ("instrument", "total") for item in nearest)


def _numbered(table: Table, column: int) -> list[int]:
    """The rows that a column numbers from 1 to 10, in that order; none for any other column."""
    word = cues("column", "numbered")
    rows: list[int] = []
    headed = False
    for index, row in enumerate(table.rows):
        text = one_line(row[column].text).strip()
        hit = _NUMBER.fullmatch(arabic(text))
        if hit is None:
            headed = headed or (not rows and bool(word.fullmatch(text)))
            continue
        words = hit["words"].strip(" .")
        if int(hit["number"]) != len(rows) + 1 or not (word.fullmatch(words) if words else headed):
            return []
        rows.append(index)
    return rows if len(rows) == len(TEN) else []


def _ranked(table: Table, rows: Sequence[int]) -> bool:
    """Whether a column falls from row to row: the numbers may be ranks, as some reports print."""
    for column in range(table.width) if rows else ():
        values = [read_value(table.rows[row][column].text) for row in rows]
        scores = [value.value for value in values if value is not None]
        if len(scores) == len(rows) and scores == sorted(set(scores), reverse=True):
            return True
    return False


def _says_no_more(row: Sequence[Cell], column: int, instrument: str) -> bool:
    """Whether a row has a value, and no words but a rating, a verdict or its own instrument."""
    others = [cell.text for cell in row if cell.column != column and not is_nothing(cell.text)]
    if not any(read_value(text) for text in others):
        return False
    for text in others:
        if read_value(text) or not _LETTER.search(text) or bare_rating(text):
            continue
        item = match(text).item
        if not (item and item.code == instrument) and "ผ่าน" not in text:
            return False
    return True


def _indicator(table: Table, row: int, column: int, number: int) -> Match:
    item = Item("indicator", str(number))
    label = next(label for label in labels() if label.item == item)
    text = one_line(table.rows[row][column].text)
    name = text if _LETTER.search(text) else f"ตัวชี้วัดที่ {number}"
    return Match(name, label, SURE, (), str(number), stated=True)
