"""Where the bodies in the rows of a table lie: what a row prints, and what plainly holds for it.

An empty cell holds the place above it only where cells are merged, or where the whole table is
a grouped list that prints each place once, at the head of its group. Any other empty cell is a
place that nobody wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.model import Table
from pipeline.scores.bodies.named_bodies import body_of
from pipeline.scores.tables.cells import is_nothing, one_line

PLACE_WORD = re.compile(r"^(?:[\d๐-๙]{1,3}[.)]?\s+)?(?:อำเภอ|อ\.|จังหวัด|จ\.)?\s*")
_MOST_CONTRADICTED = 10
"""Of so many rows one may contradict its group before no group of the table is believed."""
_FEWEST_FOLLOWERS = 2
"""Rows below each head, on average, from which a list is grouped though nothing else tells so."""


@dataclass(slots=True)
class _Group:
    """A row that prints a place and the rows below it that print none."""

    place: dict[str, str]
    names: list[str]
    rows: list[int]
    sound: bool = True


def row_places(
    table: Table,
    first: int,
    bodies: int | None,
    columns: Sequence[tuple[int, str]],
    names: Mapping[int, str | None] | None = None,
) -> Mapping[int, Mapping[str, str]]:
    """For each row from ``first`` on, its district and province by the word for such a place.

    ``names`` are those of the rows that name a body, where more than their cells tells it.
    """
    if not columns:
        return {}
    printed = {
        index: _printed(table, first, index, columns) for index in range(first, len(table.rows))
    }
    merged = any(row[column].row_span > 1 for row in table.rows[first:] for column, _ in columns)
    if merged:
        return printed
    groups = tuple(_groups(table, bodies, printed, names))
    if not _is_grouped(groups):
        return printed
    filled = {row: group.place for group in groups if group.sound for row in group.rows}
    return printed | filled


def with_place(body: str, place: Mapping[str, str]) -> str:
    """A body's name with the district and province of its row."""
    if not body:
        return body
    return " ".join((body, *(f"{word}{name}" for word, name in place.items())))


def _printed(
    table: Table, first: int, index: int, columns: Sequence[tuple[int, str]]
) -> dict[str, str]:
    """What the cells of a row say, or those merged over it."""
    found = {}
    for column, word in columns:
        at = _holder(table, first, index, column)
        text = one_line(table.rows[at][column].text)
        if re.search("[ก-ฮ]", text):
            found[word] = PLACE_WORD.sub("", text)
    return found


def _holder(table: Table, first: int, index: int, column: int) -> int:
    """The row whose cell in ``column`` covers row ``index``."""
    above = index
    while above > first and is_nothing(table.rows[above][column].text):
        above -= 1
    return above if above + table.rows[above][column].row_span > index else index


def _groups(
    table: Table,
    bodies: int | None,
    printed: Mapping[int, dict[str, str]],
    names: Mapping[int, str | None] | None,
) -> Iterator[_Group]:
    """The rows of bodies, each with the last row above that prints a place."""
    group: _Group | None = None
    for index, place in printed.items():
        name = body_of(table.rows[index], bodies) if names is None else names.get(index)
        if name is None:
            continue
        if place or group is None:
            if group is not None:
                yield group
            group = _Group(place, [name], [])
            continue
        if all(is_nothing(c.text) for c in table.rows[index] if c.column != bodies):
            continue
        group.names.append(name)
        group.rows.append(index)
    if group is not None:
        yield group


def _is_grouped(groups: Sequence[_Group]) -> bool:
    """Whether a table prints each place once, above the bodies that lie there; groups whose own
    bodies speak against it are marked."""
    places = [tuple(group.place.items()) for group in groups]
    followers = sum(len(group.rows) for group in groups)
    if not followers or not places[0] or len(set(places)) < len(places):
        return False
    width = len(groups[0].place)
    if any(not group.place or len(group.place) > width for group in groups):
        return False
    borne = against = 0
    for group in groups:
        told = [lies_there(name, group.place) for name in group.names[1:]]
        wrong = told.count(False) + len(group.names) - len(set(group.names))
        group.sound = not wrong
        borne += told.count(True)
        against += wrong
    if against * _MOST_CONTRADICTED > followers:
        return False
    blocks = len(groups) > 1 and followers >= _FEWEST_FOLLOWERS * len(groups)
    return borne * 2 >= followers or (blocks and not against)


def lies_there(name: str, place: Mapping[str, str]) -> bool | None:
    """Whether lists say that a body lies in a place; None where they do not tell."""
    from pipeline.agency import resolve_mention
    from pipeline.agency.known.gazetteer import gazetteer

    district, province = gazetteer().locate(place.get("อำเภอ", ""), place.get("จังหวัด", ""))
    if not (district or province):
        return None
    alone = resolve_mention(name)
    if alone.body is None or alone.status == "unknown":
        return None
    options = [one for one in (alone.body, *alone.candidates) if one.province]
    if not options:
        return None
    return any(
        province in ("", one.province)
        and (not (district and one.district) or district == one.district)
        for one in options
    )
