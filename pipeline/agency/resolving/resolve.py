"""Decide which body a printed kind, name and place mean.

The register decides where there is one for the kind, the lists of places where not.
A spelling is corrected only where the printed district or province leaves exactly one
name near it, and a district is filled in only where the lists leave no other.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.agency.known.gazetteer import Gazetteer, gazetteer
from pipeline.agency.known.identity import NAME_SUFFICES
from pipeline.agency.known.kinds import BodyType, called, national_types
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import Names, is_misreading, key, most_likely, only_marks_differ
from pipeline.agency.naming.parts import of_part
from pipeline.agency.resolving.after_place import Called, after_its_place
from pipeline.agency.resolving.answers import Answer, body_of
from pipeline.agency.resolving.by_place import anywhere, in_place, of_district, of_province
from pipeline.agency.resolving.by_register import in_full, in_register
from pipeline.facts import Body


def resolve(
    body_type: BodyType,
    name: str,
    district: str,
    province: str,
    lists: Lists,
    *,
    tambon: str = "",
    part: str = "",
    steady: bool = False,
) -> Answer:
    """The body of this type, name and printed place (what is not printed is empty), or a part
    of it.

    ``unknown`` keeps the name as printed; ``ambiguous`` leaves out the place and lists
    what it may be. A name printed without a place is doubted where one misread letter makes
    it another body's, unless it is ``steady``: printed so again and again.
    """
    whole = _resolve(body_type, name, district, province, lists, tambon=tambon, steady=steady)
    if away := lists.gazetteer.elsewhere(district, province):
        here = lists.gazetteer.locate(district, province)
        there = [_resolve(body_type, name, *one, lists, tambon="", steady=steady) for one in away]
        whole = _contradicted(body_type, name, whole, there, here)
    if not part:
        return whole
    others = tuple(of_part(one, part) for one in whole.candidates)
    return Answer(whole.status, of_part(whole.body, part), others)


def _resolve(
    body_type: BodyType,
    name: str,
    district: str,
    province: str,
    lists: Lists,
    *,
    tambon: str,
    steady: bool,
) -> Answer:
    gazetteer, register = lists.gazetteer, lists.register
    place = gazetteer.locate(district, province)
    if body_type.names == "free" and (one := _national_like(body_type, name)):
        body_type, name = one, called(one, "")[0]
    if register and (
        listed := _by_register(body_type, name, place, lists, register, steady=steady)
    ):
        return listed
    if seats := lists.seats(body_type):
        if body_type.listed and key(name) in gazetteer.province_names:
            name = gazetteer.province(name)
        if any(place):
            return in_place(body_type, name, place, seats, gazetteer)
        return anywhere(body_type, name, district, seats, gazetteer, steady=steady)
    return _by_its_name(body_type, name, place, tambon, gazetteer)


def _by_register(
    body_type: BodyType,
    name: str,
    place: tuple[str, str],
    lists: Lists,
    register: Register,
    *,
    steady: bool,
) -> Answer | None:
    """What the register says; None where it says nothing of bodies of this kind."""
    if named := in_full(body_type, name, place, register):
        return named
    if body_type.kind not in register.kinds:
        return None
    return in_register(body_type, name, place, lists, register, steady=steady)


def _by_its_name(
    body_type: BodyType, name: str, place: tuple[str, str], tambon: str, gazetteer: Gazetteer
) -> Answer:
    """A body that is not named after tambons, by the lists of places and of national bodies."""
    if body_type.names == "province":
        return of_province(body_type, name, place, gazetteer)
    if body_type.names == "district":
        return of_district(body_type, name, place, gazetteer)
    if body_type.names == "none":
        return Answer("resolved", body_of(body_type, "", body_type.district, body_type.province))
    if body_type.listed:
        return Answer("unknown", body_of(body_type, name, *place))
    first, _, apart = name.partition(" ")
    found = after_its_place(body_type, first, tambon, place, gazetteer)
    return _free(body_type, name, found.with_rest(apart))


def _contradicted(
    body_type: BodyType,
    name: str,
    here: Answer,
    there: list[Answer],
    place: tuple[str, str],
) -> Answer:
    """What a name means whose printed district lies in another province than the printed one:
    ``here`` by the province, ``there`` by the district. Neither goes before the other.

    Where the district may be one of the province misread, only a body that bears the name there
    speaks against that.
    """
    if body_type.kind in NAME_SUFFICES or body_type.names not in ("tambon", "municipality", "free"):
        return here
    named = [one.body for one in there if one.status == "resolved" and _bears(one.body, name)]
    if place[0] and not named:
        return here
    inside = here.candidates or ((here.body,) if here.status == "resolved" else ())
    like = tuple(dict.fromkeys((*inside, *named)))
    return Answer("ambiguous", body_of(body_type, name, "", place[1]), like) if like else here


def _bears(body: Body, name: str) -> bool:
    return key(body.official_name or body.name).endswith(key(name))


@cache
def _provincial() -> re.Pattern[str]:
    """The beginnings of names that a province or the number of a zone begins."""
    provinces = "|".join(map(re.escape, gazetteer().provinces))
    return re.compile(f"({provinces})|เขต[0-9๐-๙]")


def _free(body_type: BodyType, printed: str, found: Called) -> Answer:
    """A body that no list holds, by the name that its place bears out."""
    if body_type.after_province:
        return _after_province(body_type, found)
    body = body_of(body_type, found.name, *found.place)
    if found.options:
        like = tuple(body_of(body_type, *option) for option in found.options)
        return Answer("ambiguous", body, like)
    is_common = not any(found.place) and printed.startswith(body_type.common)
    is_common &= not any(word in printed for word in body_type.own)
    return Answer("ambiguous" if is_common else "resolved", body)


def _after_province(body_type: BodyType, found: Called) -> Answer:
    """A body whose name begins with its province, or with its number in the country: an address
    adds nothing to that, and one of a province that the name leaves out speaks against it."""
    begins = _provincial().match(found.name)
    if begins is None:
        return Answer("unknown", body_of(body_type, found.name, *found.place))
    own = begins[1] or ""
    told = found.place[1]
    body = body_of(body_type, found.name, "", own)
    if own and told and told not in found.name:
        here = body_of(body_type, found.name, "", told)
        return Answer("ambiguous", here, (body,))
    return Answer("resolved", body)


@cache
def _national_names() -> tuple[Names, dict[str, BodyType]]:
    types = {key(one.word): one for one in national_types()}
    return Names(types), types


def _national_like(body_type: BodyType, name: str) -> BodyType | None:
    """The body that the country has once whose long name this must be a misreading of."""
    names, types = _national_names()
    printed = key(called(body_type, name)[1])
    if printed.endswith(_CUT):
        whole = [one for one in names.keys if one.startswith(printed.removesuffix(_CUT))]
        return types[whole[0]] if len(whole) == 1 and _is_kind(types[whole[0]], body_type) else None
    likely = most_likely(printed, names.near(printed), in_district=False)
    if not likely or not is_misreading(printed, likely):
        return None
    shortest = _SHORTEST if only_marks_differ(printed, likely) else _LONG
    if min(len(likely), len(printed)) < shortest:
        return None
    return types[likely] if _is_kind(types[likely], body_type) else None


def _is_kind(one: BodyType, other: BodyType) -> bool:
    return one.kind == other.kind


_CUT = "ฯ"
"""The sign for the rest of a long name."""


_LONG = 10
"""Letters of names that are known again without a place."""
_SHORTEST = 6
"""Letters of those that are, where nothing but marks was lost or mixed up."""
