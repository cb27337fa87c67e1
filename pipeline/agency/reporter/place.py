"""The place that a whole document is about: the one district or province it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from parsers.model import Cell, Document, Line
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.naming.location import any_place_word, read_location
from pipeline.agency.naming.squeeze import squeeze
from pipeline.agency.reporter.own_place import names_stranger

_YEAR = re.compile(r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.ศ\.)?(?:[2๒][5๕][0-9๐-๙]{2})?")
"""Pieces of the words for a fiscal year."""
_ENDS_IN_WORD = re.compile(r"(?:จังหวัด|อำเภอ)\s*$")
_LINES = 60
"""How many lines of a document are looked through; its place stands on the first pages."""

_TITLE_ROWS = 5
"""How many rows above the header of a table may be its title."""


def stated_place(document: Document) -> tuple[str, str]:
    """(district, province) that the lines of a document name, each empty unless all that
    name one name the same; those of visits, persons and firms aside. Empty as well
    where a district is of another province than the one beside it."""
    districts: set[str] = set()
    provinces: set[str] = set()
    titles = (cell.text for cell in _titles(document))
    for text in (*titles, *_unwrapped(document.lines[:_LINES])):
        squeezed = squeeze(text)
        for hit in any_place_word().finditer(squeezed.text):
            if names_stranger(text[: squeezed.origin(hit.start())]):
                continue
            location = read_location(squeezed, hit.start(), gazetteer())
            if gazetteer().elsewhere(location.district, location.province):
                return "", ""
            district, province = gazetteer().locate(location.district, location.province)
            districts |= {district} - {""}
            provinces |= {province} - {""}
    province = provinces.pop() if len(provinces) == 1 else ""
    district = districts.pop() if len(districts) == 1 and province else ""
    return district, province


def _unwrapped(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of lines, each that ends in the word for a place with the line below it, where the
    place is named."""
    for line, below in zip_longest(lines, lines[1:]):
        wrapped = (
            below is not None
            and _ENDS_IN_WORD.search(line.text)
            and below.page == line.page
            and below.number == line.number + 1
        )
        yield f"{line.text}{below.text}" if wrapped and below else line.text


def _titles(document: Document) -> Iterator[Cell]:
    """The cells that stand alone, or with the year, in the rows above the header of a table, as in
    spreadsheets."""
    for table in document.tables:
        for row in table.rows[:_TITLE_ROWS]:
            filled = [cell for cell in row if cell]
            if not filled or filled[0].column or not all(map(_says_year, filled[1:])):
                break
            yield filled[0]


def _says_year(cell: Cell) -> bool:
    return _YEAR.fullmatch("".join(cell.text.split())) is not None
