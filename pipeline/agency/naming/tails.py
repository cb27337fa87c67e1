"""What belongs to a name behind it: the place of an office, the number of a school or a region."""

from __future__ import annotations

import re
from functools import cache

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.known.kinds import LOCAL, BodyType, alternatives, reference
from pipeline.agency.naming.location import next_place_word, read_location
from pipeline.agency.naming.squeeze import Squeezed

_FURTHEST = 32
"""Letters within which the next word for a place is looked for."""
_NUMBER = re.compile(r"[0-9๐-๙]{1,3}(?![0-9๐-๙.,/%:])")
_UNIT = re.compile(r"(?:ที่|เขต|ภาค)$")
_AREA = re.compile(r"พื้นที่[ก-๎]{2,16}$")
_AREAS = 30
"""Areas of one province that an office may have; a score is mostly higher."""
_PATRONAGE = "ในพระ"
"""What stands behind the name of a school under royal patronage."""
_FURTHER_SEAT = re.compile(r"แห่งที่[0-9๐-๙]{1,2}(?![0-9๐-๙.,/%])")
"""What tells colleges and hospitals of one name apart."""
_UNIT_BEHIND = re.compile(r"(?:ที่|เขต|ภาค)(?=[0-9๐-๙])")


@cache
def sure_stops(*, free: bool) -> re.Pattern[str]:
    """Words that end any name."""
    words = reference().words
    return alternatives(words.sure_stops if free else words.sure_stops + words.place_stops)


def with_tail(
    squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer, *, in_prose: bool
) -> int:
    """Where a name ends with what belongs to it behind: a place, a number."""
    text = squeezed.text
    if body_type.names != "free":
        return end
    if body_type.tail:
        provinces = "|".join(map(re.escape, gazetteer.provinces))
        tail = re.compile(body_type.tail.replace("{province}", provinces)).match(
            text, end, squeezed.numbers_end(end)
        )
        if tail and tail.end() > end:
            return tail.end()
    if further := _FURTHER_SEAT.match(text, end, squeezed.numbers_end(end)):
        return further.end()
    if body_type.branched and not squeezed.is_gap(end):
        place = read_location(squeezed, end, gazetteer)
        if place and not place.tambon:
            end = place.first_end
    return _with_number(squeezed, end, body_type, in_prose=in_prose)


def _with_number(squeezed: Squeezed, end: int, body_type: BodyType, *, in_prose: bool) -> int:
    """Where a name ends with its number: of a zone or region, or of a school among namesakes.

    A number that stands apart may be a score or a count: it is the name's only in front of a
    place, a bracket or a word that ends names, or where nothing else follows.
    """
    text = squeezed.text
    if end >= len(text) or squeezed.next_break(end - 1) == end:
        return end
    unit = _UNIT_BEHIND.match(text, end)
    start = unit.end() if unit else end
    number = _NUMBER.match(text, start, squeezed.numbers_end(start))
    if number is None:
        return end
    if unit or _UNIT.search(text, 0, end):
        return number.end()
    if body_type.office and _AREA.search(text, 0, end) and int(number.group()) <= _AREAS:
        return number.end()
    if not body_type.numbered:
        return end
    stop = number.end()
    follows = (
        (stop >= len(text) and not in_prose)
        or text.startswith("(", stop)
        or next_place_word(squeezed, stop, stop + _FURTHEST) == stop
        or sure_stops(free=True).match(text, stop)
        or text.startswith((*body_type.common, _PATRONAGE), stop)
    )
    return stop if follows or not squeezed.is_gap(end) else end


def milestone_end(squeezed: Squeezed, start: int, body_type: BodyType) -> int:
    """Where a name ends that is a milestone with its number, as กม.5; -1 for any other."""
    if body_type.names not in LOCAL:
        return -1
    word = alternatives(reference().words.milestones).match(squeezed.text, start)
    if word is None:
        return -1
    number = _NUMBER.match(squeezed.text, word.end(), squeezed.numbers_end(word.end()))
    return number.end() if number else -1


def written_out(name: str, body_type: BodyType) -> str:
    """A name with the words in full that are cut short in it: for the province of an office, and
    for the zone that a number alone is of."""
    if body_type.office:
        return re.sub(r"จ\.(?=[ก-ฮเ-ไ])", "จังหวัด", name)
    if not body_type.zones:
        return name
    return re.sub(r"(?<!เขต)(?<![0-9๐-๙])(?=[0-9๐-๙]{1,2}$)", "เขต", name)
