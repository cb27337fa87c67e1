"""Rows and headings that name a district or province for the bodies below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parsers.model import Table
from pipeline.scores.bodies.named_bodies import in_section, place_within, without_unread
from pipeline.scores.bodies.places import lies_there
from pipeline.scores.found import Found
from pipeline.scores.tables.cells import is_nothing, read_value

_NAME = r"[ก-ฮเ-ไ][ก-๛]*"
_PLACES = re.compile(
    r"\s*(?:\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})?[.)]?\s*|[•*–-]\s*)?"
    rf"(?:(?P<first>อำเภอ|อ\.|จังหวัด|จ\.)\s*(?P<one>{_NAME})"
    rf"(?:[\s,]*(?P<second>จังหวัด|จ\.)\s*(?P<two>{_NAME}))?)"
    r"\s*(?:\([^()]*\))?\s*(?:(?:มี|รวม)?\s*(?:จำนวน|รวม)?\s*[\d๐-๙]+\s*(?:แห่ง|หน่วยงาน|อปท\.?)?)?\s*:?\s*"
)
"""A text that is a district, a province, or both, as the head of a section."""
_WORDS = {"อ.": "อำเภอ", "จ.": "จังหวัด"}
_LINES = 3
"""Lines right above a table among which its place may stand."""

Place = dict[str, str]


def place_named(text: str) -> Place:
    """The district and province that a heading is, by the words for them; empty for other texts."""
    hit = _PLACES.fullmatch(" ".join(without_unread(text).split()))
    if hit is None:
        return {}
    found = {_WORDS.get(hit["first"], hit["first"]): hit["one"]}
    return found | ({"จังหวัด": hit["two"]} if hit["second"] else {})


@dataclass(frozen=True, slots=True)
class PlaceSections:
    """The sections of a table."""

    heads: frozenset[int] = frozenset()
    """The rows that name a place and nothing else."""
    places: dict[int, Place] = field(default_factory=dict)
    """The place of each row below one."""

    def of(self, row: int) -> Place:
        return self.places.get(row, {})


def place_sections(table: Table, bodies: int | None) -> PlaceSections:
    """The sections of a table by rows that name a place alone.

    Such a text in the column of names is the rest of a wrapped name, unless the first of them
    stands above all values: names begin with their first line.
    """
    heads: dict[int, Place] = {}
    loose: set[int] = set()
    first_value: int | None = None
    for index, row in enumerate(table.rows):
        filled = [cell for cell in row if not is_nothing(cell.text)]
        if index and len(filled) == 1 and (place := place_named(filled[0].text)):
            heads[index] = place
            if filled[0].column == bodies and filled[0].column_span == 1:
                loose.add(index)
        elif first_value is None and any(_is_scored(cell.text) for cell in filled):
            first_value = index
    if loose and first_value is not None and min(loose) > first_value:
        heads = {index: place for index, place in heads.items() if index not in loose}
    places: dict[int, Place] = {}
    current: Place = {}
    for index in range(len(table.rows)):
        if index in heads:
            for word, name in sorted(heads[index].items(), key=lambda one: one[0] != "จังหวัด"):
                current = place_within(current, word, name)
        elif current:
            places[index] = current
    return PlaceSections(frozenset(heads), places)


def _is_scored(text: str) -> bool:
    value = read_value(text)
    return value is not None and "." in value.printed


def place_above(lines: Sequence[str]) -> Place | None:
    """The place that the lines right above a table name; None where none of them is one."""
    named = [place for text in lines[-_LINES:] if (place := place_named(text))]
    return {word: name for place in named for word, name in place.items()} if named else None


def in_place(found: Found, place: Place) -> Found:
    """What a table says, its bodies with the place above it where they are known to lie there."""
    if not place:
        return found
    lies = {
        body: bool(lies_there(body, place)) for body in {one.body for one in found.scores} if body
    }
    return replace(
        found,
        scores=tuple(
            replace(one, body=in_section(one.body, place)) if lies.get(one.body) else one
            for one in found.scores
        ),
    )
