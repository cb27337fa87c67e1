"""Where does a name end? Thai runs on without spaces, so every possible end is a reading.

A reading is the better the more the lists of places and the words behind it bear it
out: a known name within the place that is printed behind it is nearly certain; the
letters up to the next space are what is left when nothing else is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.known.kinds import LOCAL, BodyType, alternatives, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.seats import Seats
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.apart import apart_behind
from pipeline.agency.naming.inner_spaces import splits_a_place, splits_a_syllable
from pipeline.agency.naming.location import (
    NAME_LETTERS,
    Location,
    names_with_place_words,
    next_place_word,
    read_location,
)
from pipeline.agency.naming.squeeze import Squeezed
from pipeline.agency.naming.tails import milestone_end, sure_stops, with_tail, written_out
from pipeline.numbers import arabic

_LONGEST = 32
"""Letters of the longest name that a list of places holds."""
_LONG = 20
"""Letters beyond which a run that no list knows is rather a name with other words behind it."""
_RUNS_ON = 6
"""Letters up to where a name must end, from which a word that may end one is taken to do so."""
_LONGEST_FREE = 70
"""Letters of the longest name that no list holds."""
_COMBINING = re.compile("[ะัา-ฺๅ-๎]")
_FIRST = re.compile("[ก-ฮเ-ไ]")
_FIRST_LOST = NAME_LETTERS
"""A badly read name can begin with the sign of a lost or misread letter."""
_SHORT_PLACE = re.compile(r"(?<![ก-๎]{3})[อจต]\.")
"""The short word for a place right behind hardly any letters: their name was not read."""
_ABBREVIATED = re.compile(r"[ก-ฮเ-ไ]{1,2}\.")
_INNER = frozenset("-.")


class Rank(IntEnum):
    """How well a reading is borne out, best last."""

    RUN_ON = 3
    """Letters that are rather a name with other words behind it."""
    KNOWN_START = 4
    """A known name with other letters behind it."""
    PLAUSIBLE = 5
    """A name that no list knows, and that visibly ends."""
    KNOWN = 6
    WITH_A_PLACE = 7
    """A name that no list knows in front of a place."""
    KNOWN_WITH_A_PLACE = 8
    IN_ITS_PLACE = 9
    """A known name of the place printed behind it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name and the place behind it."""

    name: str
    end: int
    location: Location
    known: bool
    """A list holds this name for this type of body."""
    clean: bool
    """The name visibly ends there: a space, a sign, a place or another known word follows."""
    rank: int
    """As in `Rank`, one less for a name with a possible end inside."""


@cache
def _stops() -> re.Pattern[str]:
    """Words that may end a known name."""
    return alternatives(reference().words.stops)


@cache
def _compounds() -> re.Pattern[str]:
    """Words of names inside which no other word ends them."""
    return alternatives(reference().words.compounds)


def goes_on(text: str) -> bool:
    """Whether a sentence goes on there, not a name."""
    return bool(_stops().match(text))


def read_name(
    squeezed: Squeezed,
    start: int,
    limit: int,
    body_type: BodyType,
    lists: Lists,
    *,
    in_prose: bool = True,
) -> Reading | None:
    """The best reading of the name at ``start``, which ends before ``limit``; None if no name.

    Outside prose the text holds nothing but the body, so no word in it ends the name.
    """
    stone = milestone_end(squeezed, start, body_type)
    if start < stone <= limit:
        location = read_location(squeezed, stone, lists.gazetteer)
        rank = Rank.WITH_A_PLACE if location else Rank.PLAUSIBLE
        name = arabic(squeezed.text[start:stone])
        return Reading(name, stone, location, known=False, clean=True, rank=rank)
    readings = _readings(squeezed, start, limit, body_type, lists, in_prose=in_prose)
    return max(readings, key=lambda reading: (reading.rank, reading.end), default=None)


def _readings(
    squeezed: Squeezed,
    start: int,
    limit: int,
    body_type: BodyType,
    lists: Lists,
    *,
    in_prose: bool,
) -> Iterator[Reading]:
    text = squeezed.text
    if not _may_begin(text, start, body_type):
        return
    free = body_type.names == "free"
    longest = min(limit, start + (_LONGEST_FREE if free else _LONGEST))
    limit = _letters_end(squeezed, start, longest, lists.seats(body_type))
    must_be_known = body_type.names in ("province", "district") and not body_type.damaged
    ends = _Ends.of(squeezed, start, limit, body_type, lists.gazetteer, in_prose=in_prose)
    no_names = frozenset(reference().words.no_names)
    for end in range(start + 2, limit + 1):
        if _COMBINING.match(text, end):
            continue
        known = not free and lists.knows(body_type, text[start:end])
        if not known and end not in ends.plain and end != ends.wrapped:
            continue
        if must_be_known and not (known or lists.may_know(body_type, text[start:end])):
            continue
        name, whole, location = _whole(squeezed, start, end, body_type, lists, in_prose=in_prose)
        if not known and body_type.names in LOCAL and _SHORT_PLACE.search(name):
            continue
        first = text[start : min(ends.plain)]
        mended = end == ends.wrapped and lists.mends(body_type, first, text[start:end])
        wraps = not known and end == ends.wrapped
        if wraps and not _goes_over(body_type, first, text[start:end], location, lists, mended):
            continue
        passed_an_end = not (known or mended) and end > min(ends.plain)
        first = first if passed_an_end else name
        if not known and {name, first} & no_names:
            continue
        sure = known or lists.lost_a_mark(body_type, name)
        alone = in_prose and not location
        if alone and not _is_name(text, start, name, free=free, known=sure):
            continue
        clean = end == limit or squeezed.is_gap(end) or end in ends.words
        clean = clean and (in_prose or bool(location) or end >= limit or end in ends.words)
        rank = _rank(name, location, body_type, lists, known=known, clean=clean)
        yield Reading(name, whole, location, known, clean or bool(location), rank - passed_an_end)


def _may_begin(text: str, start: int, body_type: BodyType) -> bool:
    """Whether a name of a body of this type can begin in a text at ``start``."""
    first = (_FIRST_LOST if body_type.damaged else _FIRST).match(text, start)
    return bool(first) and not text.startswith(body_type.barred, start)


def _goes_over(
    body_type: BodyType, first: str, whole: str, location: Location, lists: Lists, mended: bool
) -> bool:
    """Whether a name that no list holds goes on in the next line, with its place behind."""
    return mended or (bool(location) and not lists.ends_before(body_type, first, whole))


def _whole(
    squeezed: Squeezed,
    start: int,
    end: int,
    body_type: BodyType,
    lists: Lists,
    *,
    in_prose: bool,
) -> tuple[str, int, Location]:
    """The name with what belongs to it behind ``end``, where it ends, and the place behind it."""
    whole = with_tail(squeezed, end, body_type, lists.gazetteer, in_prose=in_prose)
    name, numbered = squeezed.text[start:whole], whole > end and squeezed.text[whole - 1].isdigit()
    apart = apart_behind(squeezed, whole, body_type, lists.gazetteer, numbered=numbered)
    if apart.text:
        name, whole = f"{name} {apart.text}", apart.end
    name = written_out(name, body_type)
    location = read_location(squeezed, whole, lists.gazetteer) or apart.province
    if not location and not in_prose:
        location = _bare_province(squeezed, whole, lists.gazetteer)
    return name, whole, location


def _bare_province(squeezed: Squeezed, start: int, gazetteer: Gazetteer) -> Location:
    """A province that stands behind a name without its word, and ends the text."""
    rest = squeezed.text[start:]
    apart = squeezed.is_gap(start) or rest.startswith("(")
    if not (rest and apart and key(rest) in gazetteer.province_names):
        return Location()
    return Location("", rest.strip("()"), "", start, len(squeezed.text))


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a name may end by what follows it."""

    plain: frozenset[int]
    """Ends of a name that no list knows: the next space, or a word that surely ends it."""
    words: frozenset[int]
    """Starts of words that end a known name."""
    wrapped: int = -1
    """End of a name that goes on behind a space or a line's end, if a place follows it there."""

    @classmethod
    def of(
        cls,
        squeezed: Squeezed,
        start: int,
        limit: int,
        body_type: BodyType,
        gazetteer: Gazetteer,
        *,
        in_prose: bool,
    ) -> _Ends:
        free = body_type.names == "free"
        gap = squeezed.next_gap(start)
        while gap < limit and (
            splits_a_syllable(squeezed, start, gap)
            or (free and _is_unfinished(squeezed.text[start:gap], body_type))
            or (free and splits_a_place(squeezed, start, gap, gazetteer))
        ):
            gap = squeezed.next_gap(gap)
        gap = min(gap, limit)
        inside = (squeezed.text, start + 2, limit + 6)
        if not in_prose:
            words = {hit.start() for hit in _stops().finditer(*inside)}
            if free:
                goes_on = reference().words.within_names
                words -= {
                    wrap for wrap in squeezed.wraps if squeezed.text.startswith(goes_on, wrap)
                }
            return cls(frozenset((gap, limit)), frozenset(filter(squeezed.is_gap, words)))
        inner = {at for hit in _compounds().finditer(*inside) for at in range(*hit.span())}
        sure = {hit.start() for hit in sure_stops(free=free).finditer(*inside)} - inner
        stop = min((position for position in sure if position <= gap), default=gap)
        maybe = {hit.start() for hit in _stops().finditer(*inside)} - inner
        running_on = {position for position in maybe if stop - position >= _RUNS_ON}
        wrapped = _wrapped_end(squeezed, gap, limit, anywhere=not free) if stop == gap else -1
        return cls(frozenset((gap, stop)), frozenset(sure | running_on), wrapped)


def _is_unfinished(name: str, body_type: BodyType) -> bool:
    """Whether a name cannot end so: in the word for a place, or where no name is complete."""
    words = reference().words
    cut = name.endswith((*words.province, *words.district, *words.within_names))
    return cut or name in body_type.unfinished


def _wrapped_end(squeezed: Squeezed, gap: int, limit: int, *, anywhere: bool) -> int:
    """Where the first word of the next line (``anywhere``: of those behind a space) ends, if it
    may go on with a name; else -1."""
    words = reference().words
    line = gap < limit and (anywhere or gap in squeezed.wraps)
    if not line or goes_on(squeezed.text[gap:]) or squeezed.text.startswith(words.street, gap):
        return -1
    end = min(squeezed.next_gap(gap), limit)
    return end if end - gap <= _LONGEST_REST else -1


_LONGEST_REST = 16
"""Letters up to which the rest of a name stands in the next line."""


def _is_name(text: str, start: int, name: str, *, free: bool, known: bool) -> bool:
    """Whether what follows a type word in prose is a name, not the sentence going on."""
    if name in reference().words.stops:
        return False
    goes_on = sure_stops(free=True) if free else _stops()
    stops = goes_on.match(text, start) and not (free and _compounds().match(text, start))
    return known or not (stops or _ABBREVIATED.match(text, start))


def _letters_end(squeezed: Squeezed, start: int, limit: int, seats: Seats | None) -> int:
    """Where the run of letters ends that a name can be part of."""
    text = squeezed.text
    end = start
    limit = min(limit, len(text), squeezed.next_break(start))
    while end < limit and (NAME_LETTERS.match(text[end]) or (text[end] in _INNER and end > start)):
        end += 1
    inside = names_with_place_words(seats.names()) if seats else ()
    beyond = max((len(name) for name in inside if text.startswith(name, start)), default=2)
    place = next_place_word(squeezed, start + beyond, end + 8)
    return place if place is not None and place <= end else end


def _rank(
    name: str,
    location: Location,
    body_type: BodyType,
    lists: Lists,
    *,
    known: bool,
    clean: bool,
) -> Rank:
    seats = lists.seats(body_type)
    if known and seats and location:
        district, province = lists.gazetteer.locate(location.district, location.province)
        if (district or province) and seats.called(name, district, province):
            return Rank.IN_ITS_PLACE
    if known and location:
        return Rank.KNOWN_WITH_A_PLACE
    if location:
        return Rank.WITH_A_PLACE
    if known:
        return Rank.KNOWN if clean else Rank.KNOWN_START
    plausible = clean and (body_type.names == "free" or len(name) <= _LONG)
    return Rank.PLAUSIBLE if plausible else Rank.RUN_ON
