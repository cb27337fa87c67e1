"""What the names of file and folder say of the body: a weak vote.

It counts only where the text leaves a body open, and never against the text. Whatever it decides
or contradicts is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.agency.known.gazetteer import CAPITAL, Gazetteer, gazetteer
from pipeline.agency.known.identity import agency_id
from pipeline.agency.known.kinds import LOCAL, called, main_type
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.naming.location import any_place_word, read_location
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.squeeze import squeeze
from pipeline.agency.resolving.resolve import resolve
from pipeline.facts import Body, Resolution

_PARTS = re.compile(r"[/\\!]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_BETWEEN = re.compile(r"[_+,()\[\]{}–—-]+")
_SPEAKS = 0.5
"""Standing of bodies that a path may name as those of its documents, not in passing."""

Part = Literal["", "decided", "conflict"]


@dataclass(frozen=True, slots=True)
class PathVote:
    """The body after the path was heard, what part it had, and what it names."""

    reporter: Resolution
    part: Part = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """Bodies and places in a path."""

    mentions: tuple[Mention, ...]
    districts: frozenset[str]
    provinces: frozenset[str]

    @property
    def place(self) -> tuple[str, str]:
        """(district, province) where the path names one each; else empty."""
        district = next(iter(self.districts)) if len(self.districts) == 1 else ""
        province = next(iter(self.provinces)) if len(self.provinces) == 1 else ""
        return district, province

    @property
    def text(self) -> str:
        return ", ".join(
            dict.fromkeys(
                (
                    *(one.printed for one in self.mentions),
                    *sorted(self.districts),
                    *sorted(self.provinces),
                )
            )
        )


def hear_path(reporter: Resolution, path: str, register: Register | None = None) -> PathVote:
    """The reporting body with what the path of its document says where the text leaves it open."""
    lists = Lists(gazetteer(), register)
    said = _said(path, lists)
    if not (said.mentions or said.districts or said.provinces):
        return PathVote(reporter)
    if reporter.body is None:
        return _where_none_is_named(reporter, said, lists)
    if reporter.status == "ambiguous":
        return _among_candidates(reporter, said)
    if reporter.status == "unknown":
        return _with_the_place(reporter, reporter.body, said, lists)
    if _contradicts(reporter.body, said, lists):
        return PathVote(reporter, "conflict", said.text)
    return PathVote(reporter)


def _said(path: str, lists: Lists) -> _Said:
    found: list[Mention] = []
    places: set[tuple[str, str]] = set()
    for part in _PARTS.split(path):
        text = " ".join(_BETWEEN.sub(" ", _ENDING.sub("", part)).split())
        found += [one for one in mentions(text, lists) if one.type.standing >= _SPEAKS]
        places |= set(_places(text, lists.gazetteer))
    provinces = {lists.gazetteer.province(province) for _, province in places} - {""}
    only = next(iter(provinces)) if len(provinces) == 1 else ""
    located = {lists.gazetteer.locate(district, province or only) for district, province in places}
    return _Said(
        tuple(found),
        frozenset(district for district, _ in located) - {""},
        frozenset(province for _, province in located) - {""},
    )


def _places(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Each (district, province) that a part of a path names, with its words or as all of it."""
    if key(text) in gazetteer.province_names:
        yield "", text
    elif key(text) in gazetteer.district_names:
        yield text, ""
    squeezed = squeeze(text)
    for hit in any_place_word().finditer(squeezed.text):
        location = read_location(squeezed, hit.start(), gazetteer)
        if location:
            yield location.district, location.province


def _where_none_is_named(reporter: Resolution, said: _Said, lists: Lists) -> PathVote:
    bodies = {agency_id(one): one for one in _resolved(said, lists)}
    if len(bodies) != 1:
        return PathVote(reporter)
    (body,) = bodies.values()
    printed = said.mentions[0].printed
    return PathVote(Resolution("resolved", body, printed), "decided", said.text)


def _resolved(said: _Said, lists: Lists) -> list[Body]:
    found = []
    for one in said.mentions:
        own = (one.district, one.province)
        answer = resolve(one.type, one.name, *(own if any(own) else said.place), lists)
        sound = lists.knows(one.type, one.name) or one.type.names == "none"
        if answer.status == "resolved" and sound:
            found.append(answer.body)
    return found


def _among_candidates(reporter: Resolution, said: _Said) -> PathVote:
    fitting = [
        one for one in reporter.candidates if _fits(one, said) and _is_as_stated(one, reporter)
    ]
    if len(fitting) != 1:
        return PathVote(reporter, "" if fitting else "conflict", "" if fitting else said.text)
    found = replace(reporter, status="resolved", body=fitting[0], candidates=())
    return PathVote(found, "decided", said.text)


def _fits(body: Body, said: _Said) -> bool:
    """Whether a body is one that the path can mean: it contradicts nothing that the path says."""
    local = [one for one in said.mentions if one.type.names in LOCAL]
    named = not local or any(_is_named(body, one) for one in local)
    here = not said.districts or body.district in said.districts
    return named and here and (not said.provinces or body.province in said.provinces)


def _is_as_stated(body: Body, reporter: Resolution) -> bool:
    """Whether a body lies where the text says, as far as it says: no path goes before that."""
    places = gazetteer()
    located = places.locate(*reporter.stated)
    known = zip(reporter.stated, located, (body.district, body.province), strict=True)
    return all(
        not printed or own == found or (not found and _may_be(printed, own))
        for printed, found, own in known
    )


def _may_be(printed: str, own: str) -> bool:
    """Whether a printed district that several provinces have, or none, can be this one."""
    return own.startswith(CAPITAL) if key(printed) == CAPITAL else is_near(key(printed), key(own))


def _is_named(body: Body, mention: Mention) -> bool:
    return mention.kind == body.kind and key(mention.name) == key(body.name)


def _with_the_place(reporter: Resolution, body: Body, said: _Said, lists: Lists) -> PathVote:
    """A name that no list bears out alone, with the place of the path: only if it is listed there
    exactly so."""
    body_type = main_type(body.kind)
    stated = body.province or any(reporter.stated)
    if body_type is None or body_type.names not in LOCAL or stated or not any(said.place):
        return PathVote(reporter)
    answer = resolve(body_type, body.name, *said.place, lists)
    if answer.status != "resolved" or key(answer.body.name) != key(called(body_type, body.name)[0]):
        return PathVote(reporter)
    found = replace(reporter, status="resolved", body=answer.body, candidates=())
    return PathVote(found, "decided", said.text)


def _contradicts(body: Body, said: _Said, lists: Lists) -> bool:
    others = _resolved(said, lists)
    if others:
        return not any(
            (one.kind, key(one.name)) == (body.kind, key(body.name))
            and {one.province, body.province} - {""} in ({one.province}, {body.province}, set())
            for one in others
        )
    return bool(body.province and said.provinces and body.province not in said.provinces)
