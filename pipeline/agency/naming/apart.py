"""What belongs to a name though it stands behind a space: its other words, a bracket, a place.

A name cut short is another body's name, and one that runs on is nobody's. So what follows is read
as a part of the name where nothing else can stand there: up to the end of a heading's line, in a
bracket that tells schools of one name apart, or as the place that an institute of many is named by.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.known.kinds import BodyType, alternatives, reference
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.location import Location, has_place_word, next_place_word
from pipeline.agency.naming.squeeze import Squeezed, squeeze
from pipeline.agency.naming.tails import sure_stops
from pipeline.agency.naming.typewords import find_type_words


@dataclass(frozen=True, slots=True)
class Apart:
    """The part of a name that stands apart; empty where there is none."""

    text: str = ""
    """As printed, with single spaces."""
    end: int = -1
    province: Location = field(default_factory=Location)
    """The province, where the part is one and so says where the body lies."""


_NONE = Apart()
_MOST_WORDS = 3
_WORD = re.compile("[ก-ฮเ-ไ][ก-๎-]{2,39}")
_BRACKETS = re.compile("[(]([ก-ฮเ-ไ][ก-๎]{3,39})[)]")
_LONGEST_PLACE = 24
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"
_NUMBER = re.compile(f"[{_DIGITS}]{{1,2}}(?![{_DIGITS}.,/%:])")


def apart_behind(
    squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer, *, numbered: bool
) -> Apart:
    """The part of a name of this type that stands behind ``end``, where the rest of it ends with a
    number (``numbered``) or without."""
    if body_type.names != "free" or end >= len(squeezed.text):
        return _NONE
    if squeezed.next_break(end - 1) == end or (numbered and _is_unique(squeezed, end, body_type)):
        return _NONE
    if (bracket := _bracket(squeezed, end, body_type, gazetteer)) > end:
        return Apart(squeezed.text[end:bracket], bracket)
    if not squeezed.is_gap(end):
        return _NONE
    if numbered and squeezed.text.startswith(body_type.common, end):
        stop = _end_of_word(squeezed, end)
        return Apart(squeezed.text[end:stop], stop)
    if (place := _place(squeezed, end, body_type, gazetteer)).text:
        return place
    rest = rest_of_name(squeezed, end, body_type, gazetteer)
    if rest == end:
        return _NONE
    text = _spaced(squeezed, end, rest)
    last = text.rpartition(" ")[2]
    if _is_province(last, gazetteer):
        return Apart(text, rest, Location("", last, "", rest - len(last), rest, rest))
    return Apart(text, rest)


def _is_unique(squeezed: Squeezed, end: int, body_type: BodyType) -> bool:
    """Whether a name ends with a number that only one body of its chain bears."""
    stem = squeezed.text[max(0, end - _LONGEST_PLACE) : end].rstrip(_DIGITS)
    return stem.endswith(body_type.chains)


def rest_of_name(squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer) -> int:
    """Where a name ends that goes on behind the space at ``end``, in a heading or a sentence."""
    if not body_type.whole_line or end >= len(squeezed.text) or not squeezed.is_gap(end):
        return end
    if squeezed.text.startswith(_AT, end):
        return _at_a_place(squeezed, end, gazetteer)
    rest = _rest_of_line(squeezed, end, body_type, gazetteer)
    return rest if rest > end else _rest_of_subject(squeezed, end, gazetteer)


def _rest_of_subject(squeezed: Squeezed, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends in front of what a sentence says that the body did."""
    said = (*reference().words.years, *reference().territory.after)
    stop = end
    for _ in range(_MOST_WORDS):
        word = _end_of_word(squeezed, stop)
        further = stop > end and (
            _NUMBER.fullmatch(squeezed.text, stop, word)
            or _is_province(squeezed.text[stop:word], gazetteer)
        )
        if not (further or _is_of_name(squeezed, stop, word, gazetteer)):
            return end
        stop = word
        if stop < len(squeezed.text) and squeezed.text.startswith(said, stop):
            return stop
    return end


def _bracket(squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer) -> int:
    """Where a bracket ends that holds the rest of a name; ``end`` where it holds a note."""
    hit = _BRACKETS.match(squeezed.text, end) if body_type.brackets else None
    if hit is None or _other_words().match(hit[1]) or has_place_word(hit[1]):
        return end
    if key(hit[1]) in gazetteer.province_names | gazetteer.district_names:
        return end
    return end if find_type_words(squeeze(hit[1])) else hit.end()


def _place(squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer) -> Apart:
    """A place without a word of its own, in front of the end of a line, a stop or another place."""
    text = squeezed.text
    if not body_type.place_apart or _other_words().match(text, end):
        return _NONE
    for stop in range(min(len(text), end + _LONGEST_PLACE), end + 1, -1):
        name = key(text[end:stop])
        if name not in gazetteer.province_names and name not in gazetteer.district_names:
            continue
        printed = text[end:stop]
        if not _ends(squeezed, stop) or text.endswith(printed, 0, end):
            continue
        if name not in gazetteer.province_names:
            return Apart(printed, stop)
        return Apart(printed, stop, Location("", printed, "", end, stop, stop))
    return _NONE


def _ends(squeezed: Squeezed, position: int) -> bool:
    """Whether a name can end at ``position``."""
    if squeezed.is_gap(position):
        return True
    return bool(sure_stops(free=False).match(squeezed.text, position))


def _end_of_word(squeezed: Squeezed, start: int) -> int:
    """Where the word at ``start`` ends: at the next space, or the stop that is run into it."""
    gap = squeezed.next_gap(start)
    hit = sure_stops(free=True).search(squeezed.text, start + 2, gap + 6)
    return min(gap, hit.start()) if hit else gap


@cache
def _other_words() -> re.Pattern[str]:
    """Words with which no part of a name begins."""
    words = reference().words
    return alternatives(
        (*words.stops, *words.sure_stops, *words.street, *words.wards, *words.titles)
    )


def _rest_of_line(squeezed: Squeezed, end: int, body_type: BodyType, gazetteer: Gazetteer) -> int:
    """Where a name ends that goes on behind a space, up to the end of the line that it heads or to
    the year that the line tells: ``โรงพยาบาลศิริราช ปิยมหาราชการุณย์``; ``end`` itself where other
    words follow."""
    text = squeezed.text
    lines = sorted({0, *squeezed.wraps, *squeezed.breaks, len(text)})
    index = bisect_right(lines, end - 1)
    first, last = lines[index - 1], lines[index]
    if last <= end or not _heading(body_type).match(text, first, end):
        return end
    stop = end
    for _ in range(_MOST_WORDS):
        if stop >= last or _closes(squeezed, stop):
            return stop
        word = min(squeezed.next_gap(stop), last)
        number = body_type.numbered and stop > end and _NUMBER.fullmatch(text, stop, word)
        if not (number or _is_of_name(squeezed, stop, word, gazetteer)):
            return last if stop > end and _is_province(text[stop:last], gazetteer) else end
        stop = word
    return stop if stop >= last or _closes(squeezed, stop) else end


def _closes(squeezed: Squeezed, position: int) -> bool:
    """Whether a year, a place or a bracket follows, which ends the name in a heading."""
    if squeezed.text.startswith(("(", *reference().words.years), position):
        return True
    return next_place_word(squeezed, position, position + 8) == position


def _is_province(text: str, gazetteer: Gazetteer) -> bool:
    return key(text) in gazetteer.province_names


def _is_of_name(squeezed: Squeezed, start: int, end: int, gazetteer: Gazetteer) -> bool:
    word = squeezed.text[start:end]
    if not _WORD.fullmatch(word) or _other_words().match(squeezed.text, start):
        return False
    if sure_stops(free=False).search(word, 2):
        return False
    if _is_province(word, gazetteer) or find_type_words(squeeze(word)):
        return False
    return next_place_word(squeezed, start, end) is None


def _at_a_place(squeezed: Squeezed, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends with ``ณ`` and a place: ``โรงพยาบาลสมเด็จพระบรมราชเทวี ณ ศรีราชา``."""
    start = end + len(_AT)
    listed = gazetteer.district_names | gazetteer.province_names
    for stop in range(min(len(squeezed.text), start + _LONGEST_PLACE), start + 1, -1):
        if key(squeezed.text[start:stop]) in listed and _ends(squeezed, stop):
            return stop
    return end


@cache
def _heading(body_type: BodyType) -> re.Pattern[str]:
    """A line that begins with a body, or with whose report it is."""
    forms = "|".join(map(re.escape, (body_type.word, *body_type.spellings)))
    return re.compile(f"(?:[^\n]{{0,60}}(?:ของ|หน่วยงาน|:))?(?:{forms})")


_AT = "ณ"


def _spaced(squeezed: Squeezed, start: int, end: int) -> str:
    """The letters between two positions with the spaces that are printed there."""
    inside = [gap for gap in squeezed.gaps if start < gap < end]
    ends = zip((start, *inside), (*inside, end), strict=True)
    return " ".join(squeezed.text[one:two] for one, two in ends)
