"""Codes that number the ten indicators as questions are numbered: ``i1`` … ``i10``.

Ten codes that count up in one row or column are the indicators where their groups' instruments say
so, or where most totals beside them follow from them as the assessment's does. Else they stay the
questions that their letters say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.model import Cell, Table
from pipeline.facts import Item
from pipeline.interval import Interval, printed, weighted_sum
from pipeline.labels import Label, Match, as_question, item_name, match
from pipeline.scheme import scheme_for
from pipeline.scores.tables.cells import is_nothing, one_line, read_value

Matches = tuple[tuple[Match | None, ...], ...]
Codes = Mapping[int, tuple[int, int]]
"""The place, as row and column, of the code of each indicator."""

_NUMBERS = range(1, 11)
_RUNS = ("I" * 10, "IIIIIEEEOO")
"""The letters before the numbers of ten indicators: one for all, or each instrument's own."""
_YEAR = 2565
"""A year whose ten indicators and weights are those of every year that has them."""
_SURE = 90.0
"""How well (0–100) an item is told that only its code names."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or a column whose cells are codes."""

    codes: Codes
    upright: bool
    """True for codes below each other."""


def with_coded_indicators(table: Table, matches: Matches) -> Matches:
    """The labels of a table, codes that number its ten indicators told from those of questions."""
    for line in _lines(matches):
        if not _are_indicators(table, matches, line):
            continue
        number_at = {place: number for number, place in line.codes.items()}
        return tuple(
            tuple(
                _indicator(found, number_at[row, column]) if (row, column) in number_at else found
                for column, found in enumerate(cells)
            )
            for row, cells in enumerate(matches)
        )
    return matches


def _lines(matches: Matches) -> Iterator[_Line]:
    """The rows and columns that hold ten codes which count up, and are all the codes there are."""
    coded = {
        (row, column): question.item.code
        for row, cells in enumerate(matches)
        for column, found in enumerate(cells)
        if found is not None
        and (question := as_question(found.text)) is not None
        and question.item is not None
    }
    if len(coded) != len(_NUMBERS):
        return
    rows, columns = ({place[axis] for place in coded} for axis in (0, 1))
    if len(rows) > 1 and len(columns) > 1:
        return
    codes = list(coded.values())
    for letters in _RUNS:
        expected = [
            f"{letter}{letters[: at + 1].count(letter)}" for at, letter in enumerate(letters)
        ]
        if codes == expected:
            places = zip(_NUMBERS, coded, strict=True)
            yield _Line(dict(places), upright=len(columns) == 1)


def _indicator(found: Match | None, number: int) -> Match | None:
    if found is None:
        return None
    item = Item("indicator", str(number))
    if found.item == item:
        return found
    label = Label(item_name(item), item, (), exact=True, keep_digits=True)
    return Match(found.text, label, _SURE, ((label, _SURE),), str(number))


def _are_indicators(table: Table, matches: Matches, line: _Line) -> bool:
    named = [matches[row][column] for row, column in line.codes.values()]
    if any(
        found and found.item and found.item.item_type == "indicator" and found.item.code != str(at)
        for at, found in zip(line.codes, named, strict=True)
    ):
        return False
    grouped = _grouped(table, line)
    if grouped is not None:
        return grouped
    totals = _totals(table, matches, line)
    follows = [_follows(total, values) for total, values in totals]
    return bool(follows) and sum(follows) * 2 > len(follows)


def _grouped(table: Table, line: _Line) -> bool | None:
    """Whether all three instruments head groups of the codes; None where none does."""
    places = list(line.codes.values())
    (first_row, first), (last_row, last) = places[0], places[-1]
    if line.upright:
        within = [
            cell
            for row in table.rows[max(first_row - 1, 0) : last_row]
            for cell in row[: first + 1]
        ]
    else:
        within = [cell for row in table.rows[:first_row] for cell in row[first : last + 1]]
    items = [match(one_line(cell.text)).item for cell in within if not is_nothing(cell.text)]
    heads = {item.code for item in items if item and item.item_type == "instrument"}
    return len(heads) == len({"IIT", "EIT", "OIT"}) if heads else None


def _totals(
    table: Table, matches: Matches, line: _Line
) -> list[tuple[Interval, tuple[Interval, ...]]]:
    """Each total beside ten values of the codes, with these."""
    places = list(line.codes.values())
    series: list[tuple[Cell, list[Cell]]] = []
    if line.upright:
        sums = [row for row, cells in enumerate(matches) if any(map(_is_total, cells))]
        series = [
            (table.rows[total][column], [table.rows[row][column] for row, _ in places])
            for total in sums
            for column in range(places[0][1] + 1, table.width)
        ]
    else:
        first = places[0][0]
        sums = [
            column
            for column in range(table.width)
            if any(_is_total(matches[row][column]) for row in range(first + 1))
        ]
        series = [
            (row[total], [row[column] for _, column in places])
            for row in table.rows[first + 1 :]
            for total in sums
        ]
    found = []
    for cell, cells in series:
        total, *values = (read_value(one.text) for one in (cell, *cells))
        whole = [printed(value.value) for value in values if value is not None]
        if total is not None and len(whole) == len(_NUMBERS):
            found.append((printed(total.value), tuple(whole)))
    return found


def _is_total(found: Match | None) -> bool:
    return found is not None and found.item == Item("total", "total")


def _follows(total: Interval, values: Sequence[Interval]) -> bool:
    """Whether a total is that of the assessment, reckoned from its ten indicators."""
    scheme = scheme_for(_YEAR)
    weights = scheme.weights() if scheme is not None else {}
    terms = [(weights[str(at)], value) for at, value in zip(_NUMBERS, values, strict=True)]
    return weighted_sum(terms).meets(total)
