"""Where the document says, apart from its name, that a body lies.

A place counts where it is the body's own: on a line of its own, in an address or a form field,
or behind the tambon that the body is named after. A place of a visit, a speaker, a contractor
or a signature is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from parsers.model import Cell, Document, Line, Table
from pipeline.agency.known.kinds import LOCAL, BodyType, alternatives, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.naming.location import Location, any_place_word, place_words, read_location
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.squeeze import squeeze

_PLACE_EXTRA = 6
"""Letters that may stand behind a place on a line of its own: a post code."""
_LONGEST_FIELD = 40
"""Letters of the longest cell that is a name or value of a form field."""
_CUT_OFF = re.compile(r"(?:จาก|ที่|ใน|ณ|และ|กับ|ของ)\s*$")
"""How a line ends whose sentence goes on in the next one."""
_COLON = re.compile(r"(?<=[ก-๎])\s*[:：]\s*(?=[ก-ฮเ-ไ])")
_PERSON = re.compile(
    r"(?:^|[\s(:])(?:นาย|นางสาว|นาง|น\.ส\.)\s?[ก-๎]{2,}\s+(?!อ\.|จ\.|ต\.|อำเภอ|จังหวัด|ตำบล)[ก-๎]{2,}"
)
"""A first name with a surname behind it; names of places begin like the word for a lady."""
_AT = re.compile(r"(?:^|\s)ณ\s")
_OTHERS = frozenset(("university", "enterprise"))
"""Kinds of bodies, beside the local ones, whose address on the next line is not another's."""

Place = tuple[str, str]
"""(district, province) as officially written."""


def own_place(document: Document, body_type: BodyType, name: str, lists: Lists) -> Place:
    """The place of the body that the document prints apart from its name; empty parts where it
    prints none, or several."""
    locate = lists.gazetteer.locate
    alone = {
        _told(one, lists)
        for one in (*place_lines(document, body_type, name, lists), *place_fields(document, lists))
    }
    if (one := _only(alone)) != ("", ""):
        return one
    seats = lists.seats(body_type)
    within = {
        locate(one.district, one.province) for one in addresses(document, body_type, name, lists)
    }
    fitting = {place for place in within if place[0] and seats and seats.called(name, *place)}
    return fitting.pop() if len(fitting) == 1 else ("", "")


def _told(one: Location, lists: Lists) -> Place:
    """A place as officially written; as printed where its district lies in another province, which
    speaks against it."""
    located = lists.gazetteer.locate(one.district, one.province)
    strays = not located[0] and lists.gazetteer.elsewhere(one.district, one.province)
    return (one.district, one.province) if strays else located


def _only(places: set[Place]) -> Place:
    """The one place that all agree on, a fuller one before those that leave out the district; a
    district stays beside the one province told apart from it, even one that it does not lie in."""
    full = {place for place in places if place[0]}
    provinces = {place for place in places if place[1] and not place[0]}
    if len(full) == 1 and len(provinces) == 1:
        ((district, _), (_, province)) = (*full, *provinces)
        return district, province
    full = full or provinces
    return full.pop() if len(full) == 1 else ("", "")


def place_lines(
    document: Document, body_type: BodyType, name: str, lists: Lists
) -> Iterator[Location]:
    """Places that have a line of their own, as covers and letterheads print them, and addresses,
    without those that stand below somebody else."""
    for above, line in pairwise((None, *document.lines)):
        if line is None:
            continue
        squeezed = squeeze(_COLON.sub("", line.text))
        first = any_place_word().search(squeezed.text)
        if first is None or (first.start() and not _address().match(squeezed.text)):
            continue
        location = read_location(squeezed, first.start(), lists.gazetteer)
        if not location or len(squeezed.text) - location.end > _PLACE_EXTRA:
            continue
        if above is None or not _is_anothers(above, line, body_type, name, lists):
            yield location


def _is_anothers(above: Line, line: Line, body_type: BodyType, name: str, lists: Lists) -> bool:
    """Whether the line above says that the place in a line is another's, or where something was."""
    if above.page != line.page or line.number > above.number + 1:
        return False
    named = [
        one
        for one in mentions(above.text, lists)
        if one.type.names in LOCAL or one.kind in _OTHERS or one.kind == body_type.kind
    ]
    if any(is_near(key(one.name), key(name)) for one in named):
        return False
    return bool(named) or names_stranger(above.text) or bool(_CUT_OFF.search(above.text))


def place_fields(document: Document, lists: Lists) -> Iterator[Location]:
    """Districts and provinces in form fields: ``อำเภอ: …``, or in two cells of a row."""
    for block in document.blocks:
        if isinstance(block, Line):
            for part in re.split(r"\s{2,}|\t|,", block.text):
                if (told := _COLON.sub("", part.strip(), count=1)) != part.strip():
                    yield from _field(told, lists)
            continue
        for label, value in _pairs(block):
            if place_words()["district"].fullmatch(label) or place_words()["province"].fullmatch(
                label
            ):
                bare = any_place_word().match(value)
                yield from _field(label + value[bare.end() if bare else 0 :], lists)


def _field(text: str, lists: Lists) -> Iterator[Location]:
    """The place that a text is, and nothing else."""
    squeezed = squeeze(text)
    location = read_location(squeezed, 0, lists.gazetteer)
    if location and location.end == len(squeezed.text):
        yield location


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Cells beside each other in rows that hold nothing but short words: names and values."""
    for row in table.rows:
        cells = [cell for cell in row if cell]
        if len(cells) in (2, 4) and all(_is_short(cell) for cell in cells):
            texts = [squeeze(cell.text).text.rstrip(":：") for cell in cells]
            yield from zip(texts[::2], texts[1::2], strict=True)


def _is_short(cell: Cell) -> bool:
    return len(cell.text) <= _LONGEST_FIELD and not re.search(r"[\d๐-๙]", cell.text)


def addresses(
    document: Document, body_type: BodyType, name: str, lists: Lists
) -> Iterator[Location]:
    """Places within lines that are the address of the body, or lie around the tambon that it is
    named after."""
    for above, line in pairwise((None, *document.lines)):
        squeezed = squeeze(line.text if line else "")
        for hit in any_place_word().finditer(squeezed.text):
            location = read_location(squeezed, hit.start(), lists.gazetteer)
            if line is None or not location.district:
                continue
            before = line.text[: squeezed.origin(hit.start())]
            at_home = key(location.tambon) == key(name) and not names_stranger(before)
            if not (at_home or _is_own_address(before, name)):
                continue
            if above is None or not _is_anothers(above, line, body_type, name, lists):
                yield location


def _is_own_address(before: str, name: str) -> bool:
    """Whether the words of a line in front of a place make it an address, and the body's own."""
    if names_stranger(before):
        return False
    text = squeeze(before).text
    found = list(_address().finditer(text))
    return bool(found) and (not found[0].start() or key(name) in key(text[: found[-1].start()]))


def names_stranger(text: str) -> bool:
    """Whether a text is about a person, a firm, a visit or an event, whose place is not the
    body's."""
    if _AT.search(text) or _PERSON.search(text):
        return True
    return _strangers().search(squeeze(text).text) is not None


@cache
def _strangers() -> re.Pattern[str]:
    return re.compile("|".join(reference().words.strangers))


@cache
def _address() -> re.Pattern[str]:
    return alternatives(reference().words.address)
