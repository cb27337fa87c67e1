"""Tables whose cells each hold a label and its score: ``การปฏิบัติหน้าที่ 76.17``.

Such cells stand side by side under the instruments' names; a mean at the foot of a column is
its instrument's score. A cell with anything more than a label and one number is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsers.model import Cell
from pipeline.facts import Item, Score
from pipeline.labels import Match, match
from pipeline.numbers import arabic, close_gaps
from pipeline.scores.found import FULL_SCALE, Context, Found, less_sure, place_of
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Grid, is_item, is_value
from pipeline.scores.tables.segments import TOTAL
from pipeline.scores.tables.shared_names import settled
from pipeline.wording import cues
from pipeline.years import header_year

_LEAST = 3
"""Cells with the name and score of an indicator, from which a table is one of them."""
_BETWEEN = " \t:=-–—|•*(["
_SCORE = r"(?P<value>100|\d{1,3}\.\d{1,2})"
_FIRST = re.compile(rf"\s*{_SCORE}(?![\d.%])(?P<label>.+)", re.DOTALL)
_LAST = re.compile(rf"(?P<label>.+?)(?<![\d.,/+]){_SCORE}\s*[)\]]?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """A cell that holds a label and one number."""

    cell: Cell
    match: Match
    item: Item
    printed: str


def read_cards(grid: Grid, context: Context) -> Found:
    """The scores of a table of cells with a label and a score each; nothing of any other table."""
    rows = [tuple(cards_of(row)) for row in grid.table.rows]
    named = [[card for card in row if card.item.item_type == "indicator"] for row in rows]
    if sum(map(len, named)) < _LEAST or not any(len(row) > 1 for row in named):
        return Found()
    if any(
        _has_bare_value(row) for row, cards in zip(grid.table.rows, named, strict=True) if cards
    ):
        return Found()
    return settled(Found(tuple(_scores(grid, rows, context))), grid.ordinal)


def cards_of(row: Sequence[Cell]) -> Iterator[Card]:
    """The cells of a row that hold the label of an item and its score."""
    for cell in row:
        text = _without_unit(arabic(close_gaps(one_line(cell.text))))
        for pattern in (_LAST, _FIRST):
            hit = pattern.fullmatch(text)
            if hit is None or Decimal(hit["value"]) > FULL_SCALE:
                continue
            label = cues("prose", "unit").sub(" ", hit["label"]).strip(_BETWEEN)
            found = match(label)
            if found.item and not re.search(r"\d\.\d", label):
                yield Card(cell, found, found.item, hit["value"])
                break


def _without_unit(text: str) -> str:
    """A text without the word for points at its end."""
    for hit in cues("prose", "unit").finditer(text):
        if hit.end() == len(text):
            return text[: hit.start()].rstrip()
    return text


def _has_bare_value(row: Sequence[Cell]) -> bool:
    """Whether a row has a number in a cell of its own that is no list number."""
    return any(is_value(cell.text) and "." in arabic(cell.text).strip(" .)") for cell in row)


def _scores(grid: Grid, rows: Sequence[Sequence[Card]], context: Context) -> Iterator[Score]:
    above: dict[int, list[Item]] = {}
    totals = [card for cards in rows for card in cards if card.item == TOTAL]
    for index, cards in enumerate(rows):
        own = {year for cell in grid.table.rows[index] if (year := header_year(cell.text))}
        for card in cards:
            column = card.cell.column
            year = next(iter(own)) if len(own) == 1 else grid.columns[column].year or context.year
            item: Item | None = card.item
            if item == TOTAL:
                item = _summed_up(grid, card, above.pop(column, []), year)
                if item is None and len(totals) == 1 and _is_sum(card):
                    item = TOTAL
            else:
                above.setdefault(column, []).append(card.item)
            if item is not None:
                yield _score(grid, card, item, year)


def _is_sum(card: Card) -> bool:
    """True for a card that says that it is the total, and no mean."""
    return cues("prose", "strong_total").search(one_line(card.cell.text)) is not None


def _summed_up(grid: Grid, card: Card, above: Sequence[Item], year: int | None) -> Item | None:
    """What a mean or total sums up: the instrument whose indicators stand above it, all of them
    and under its name, or the assessment where it stands alone in its row."""
    from pipeline.scheme import scheme_for

    filled = [c for c in grid.table.rows[card.cell.row] if not is_nothing(c.text)]
    scheme = scheme_for(year) if year is not None else None
    headed = {
        found.item.code
        for row in grid.matches
        if (found := row[card.cell.column]) is not None
        and is_item(found, "instrument")
        and found.item
    }
    for component in scheme.components if scheme else ():
        codes = [indicator.code for indicator in component.indicators]
        if codes and codes == [item.code for item in above] and headed <= {component.code}:
            alone = len(filled) == 1 and card.cell.column_span > 1
            return TOTAL if alone else Item("instrument", component.code)
    alone = len(filled) == 1 and card.cell.column_span == grid.table.width
    return TOTAL if alone else None


def _score(grid: Grid, card: Card, item: Item, year: int | None) -> Score:
    number = card.match.number
    return Score(
        item=item,
        name=" ".join(card.match.text.split()),
        value=Decimal(card.printed),
        printed=card.printed,
        place=less_sure(place_of(card.cell, grid.ordinal), card.match.score),
        fiscal_year=year,
        printed_number=int(number) if number.isdigit() else None,
        number_is_stated=card.match.stated,
    )
