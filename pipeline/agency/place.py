"""The place that a whole document is about: the one district or province it names."""

from __future__ import annotations

from parsers.model import Document
from pipeline.agency.gazetteer import gazetteer
from pipeline.agency.location import any_place_word, read_location
from pipeline.agency.squeeze import squeeze

_LINES = 60
"""How many lines of a document are looked through; its place stands on the first pages."""


def stated_place(document: Document) -> tuple[str, str]:
    """(district, province) that the lines of a document name, each empty unless all that
    name one name the same, and no district is of another province than the one beside it."""
    districts: set[str] = set()
    provinces: set[str] = set()
    for line in document.lines[:_LINES]:
        squeezed = squeeze(line.text)
        for hit in any_place_word().finditer(squeezed.text):
            location = read_location(squeezed, hit.start(), gazetteer())
            if gazetteer().elsewhere(location.district, location.province):
                return "", ""
            district, province = gazetteer().locate(location.district, location.province)
            districts |= {district} - {""}
            provinces |= {province} - {""}
    province = provinces.pop() if len(provinces) == 1 else ""
    district = districts.pop() if len(districts) == 1 and province else ""
    return district, province
