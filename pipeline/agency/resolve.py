"""Decide which body a printed kind, name and place mean.

The register decides where there is one for the kind, the lists of places where not.
A spelling is corrected only where the printed district or province leaves exactly one
name near it, and a district is filled in only where the lists leave no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.agency.after_place import Called, after_its_place
from pipeline.agency.gazetteer import Gazetteer, Seat, Seats, gazetteer
from pipeline.agency.kinds import BodyType, called, main_type, national_types
from pipeline.agency.names import Lists
from pipeline.agency.parts import of_part
from pipeline.agency.register import Register
from pipeline.agency.spelling import (
    Names,
    doubles_of,
    edits,
    is_loss,
    is_misreading,
    is_near,
    key,
    most_likely,
    strain,
)
from pipeline.facts import Body

Status = Literal["resolved", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a body, and how surely."""

    status: Status
    body: Body
    candidates: tuple[Body, ...] = ()


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
    if register and body_type.kind in register.kinds:
        return _in_register(body_type, name, place, lists, register, steady=steady)
    if seats := lists.seats(body_type):
        if any(place):
            return _in_place(body_type, name, place, seats, gazetteer)
        return _anywhere(body_type, name, district, seats, gazetteer, steady=steady)
    if body_type.names == "province":
        return _of_province(body_type, name, place, gazetteer)
    if body_type.names == "district":
        return _of_district(body_type, name, place, gazetteer)
    if body_type.names == "none":
        return Answer("resolved", _body(body_type, "", body_type.district, body_type.province))
    first, _, apart = name.partition(" ")
    found = after_its_place(body_type, first, tambon, place, gazetteer)
    return _free(body_type, name, found.with_rest(apart))


@cache
def _provincial() -> re.Pattern[str]:
    """The beginnings of names that a province or the number of a zone begins."""
    provinces = "|".join(map(re.escape, gazetteer().provinces))
    return re.compile(f"(?:{provinces})|เขต[0-9๐-๙]")


def _free(body_type: BodyType, printed: str, found: Called) -> Answer:
    """A body that no list holds, by the name that its place bears out."""
    body = _body(body_type, found.name, *found.place)
    if found.options:
        like = tuple(_body(body_type, *option) for option in found.options)
        return Answer("ambiguous", body, like)
    if body_type.after_province and not _provincial().match(found.name):
        return Answer("unknown", body)
    is_common = not any(found.place) and printed.startswith(body_type.common)
    is_common &= not any(word in printed for word in body_type.own)
    return Answer("ambiguous" if is_common else "resolved", body)


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
    if not likely or min(len(likely), len(printed)) < _LONG or not is_misreading(printed, likely):
        return None
    return types[likely] if _is_kind(types[likely], body_type) else None


def _is_kind(one: BodyType, other: BodyType) -> bool:
    return one.kind == other.kind


_CUT = "ฯ"
"""The sign for the rest of a long name."""


_LONG = 10
"""Letters of names that are known again without a place."""


def _body(body_type: BodyType, name: str, district: str = "", province: str = "") -> Body:
    bare, official = called(body_type, name)
    return Body(body_type.kind, bare, district, province, official_name=official)


def _seated(body_type: BodyType, seat: Seat) -> Body:
    return _body(body_type, seat.name, seat.district, seat.province)


def _in_register(
    body_type: BodyType,
    name: str,
    place: tuple[str, str],
    lists: Lists,
    register: Register,
    *,
    steady: bool,
) -> Answer:
    """By the register alone: a place printed wrongly never invents a body it does not list."""
    kind, (district, province) = body_type.kind, place
    listed, _ = called(body_type, name)
    found = register.called(kind, listed, district, province)
    if len(found) == 1 and not any(place) and not steady:
        found = _with_doubles(listed, found, register)
    if not found and province:
        answer = _misread(body_type, name, place, lists, register)
        if answer is not None:
            return answer
    if not found and district:
        found = register.called(kind, listed, "", province) or register.like(
            kind, listed, "", province
        )
        if found:
            return Answer("ambiguous", _body(body_type, name), found)
    return _one_of(body_type, name, place, found)


def _one_of(
    body_type: BodyType, name: str, place: tuple[str, str], found: tuple[Body, ...]
) -> Answer:
    """The one body in ``found``, if there is one."""
    if len(found) == 1:
        return Answer("resolved", found[0])
    if found:
        alike = found[0].name if _alike(found) else name
        return Answer("ambiguous", _body(body_type, alike), found)
    return Answer("unknown", _body(body_type, name, *place))


def _misread(
    body_type: BodyType, name: str, place: tuple[str, str], lists: Lists, register: Register
) -> Answer | None:
    """What a name that no body of the place bears must be a misreading of; None if of none."""
    kind, (district, province) = body_type.kind, place
    listed, _ = called(body_type, name)
    near = register.names(kind, district, province).near(key(listed))
    narrow = bool(district) or body_type.names == "province"
    likely = most_likely(key(listed), near, in_district=narrow)
    elsewhere = register.called(kind, listed, "", province)
    if likely and _is_rather_another(body_type, listed, likely, place, lists):
        likely = ""
    here = register.called(kind, likely, district, province) if likely else ()
    named = register.called(kind, listed)
    if likely and named and _is_open(key(listed), likely, district):
        return Answer("ambiguous", _body(body_type, name), (*here, *named))
    if likely and (not elsewhere or is_misreading(key(listed), likely)):
        return _one_of(body_type, name, place, here) if here else None
    if near:
        found = (*register.like(kind, listed, district, province), *elsewhere)
        return Answer("ambiguous", _body(body_type, name), found)
    return None


def _is_open(printed: str, likely: str, district: str) -> bool:
    """Whether a name that bodies of other places bear is as likely spelt right, the place being
    wrong, as a misreading of ``likely``, a name of the printed place."""
    return not district or not is_misreading(printed, likely)


def _is_rather_another(
    body_type: BodyType, printed: str, likely: str, place: tuple[str, str], lists: Lists
) -> bool:
    """Whether a printed name is that of a tambon of the place rather than a misreading of
    ``likely``: the tambon's own body was renamed, upgraded or left out of the register."""
    seats = lists.seats(body_type)
    if seats is None:
        return False
    wanted = key(printed)
    others = {
        one
        for names in (seats.names(*place), lists.gazetteer.abolished.names(*place))
        for one in names.near(wanted)
    }
    return any(strain(wanted, one) < strain(wanted, likely) for one in others - {likely})


def _with_doubles(name: str, found: tuple[Body, ...], register: Register) -> tuple[Body, ...]:
    """With no place printed, also the bodies whose name is one misread letter from this one."""
    (body,) = found
    doubles = doubles_of(key(name), register.names(body.kind))
    return (*found, *(one for name in doubles for one in register.called(body.kind, name)))


def _alike(bodies: tuple[Body, ...]) -> bool:
    return len({key(body.name) for body in bodies}) == 1


def _of_province(
    body_type: BodyType, name: str, place: tuple[str, str], gazetteer: Gazetteer
) -> Answer:
    """A province's own body; the province printed behind its name must be the same."""
    stated, province = place[1], gazetteer.province(name)
    if stated and stated != province and is_near(key(name), key(stated)):
        province = stated if key(name) not in gazetteer.province_names else province
    if not province:
        return Answer("unknown", _body(body_type, name))
    body = _body(body_type, province, "", province)
    if stated and stated != province:
        other = _body(body_type, stated, "", stated)
        return Answer("ambiguous", _body(body_type, name), (body, other))
    return Answer("resolved", body)


def _of_district(
    body_type: BodyType, name: str, place: tuple[str, str], gazetteer: Gazetteer
) -> Answer:
    district, province = gazetteer.locate(name, place[1])
    if not district:
        return Answer("unknown", _body(body_type, name, "", place[1]))
    return Answer("resolved", _body(body_type, district, district, province))


def _in_place(
    body_type: BodyType, name: str, place: tuple[str, str], seats: Seats, gazetteer: Gazetteer
) -> Answer:
    """Within the printed district, or the printed province where no district is known."""
    found = seats.called(name, *place)
    if found:
        return _seat_of(body_type, found, place)
    if former := gazetteer.abolished.called(name, *place):
        moved = {gazetteer.moved.get((key(one.district), one.province)) for one in former}
        here = tuple(seat for today in moved if today for seat in seats.called(name, *today))
        if len(here) == 1 and None not in moved:
            return Answer("resolved", _seated(body_type, here[0]))
        return Answer("resolved", _body(body_type, name, *place))
    elsewhere = seats.called(name, "", place[1])
    near = () if elsewhere else seats.names(*place).near(key(name))
    likely = most_likely(key(name), near, in_district=bool(place[0]))
    named = seats.called(name)
    if likely and named and _is_open(key(name), likely, place[0]):
        like = _bodies(body_type, (*seats.called(likely, *place), *named))
        return Answer("ambiguous", _body(body_type, name), like)
    if likely and (body_type.closed or _is_safe(key(name), likely, place[0])):
        return _seat_of(body_type, seats.called(likely, *place), place)
    if near:
        like = _bodies(body_type, seats.like(name, *place))
        return Answer("ambiguous", _body(body_type, name, *place), like)
    return Answer("unknown", _body(body_type, name, *place))


def _seat_of(body_type: BodyType, found: tuple[Seat, ...], place: tuple[str, str]) -> Answer:
    """The body of the one name in ``found``; the district is left out where two bear it."""
    _, province = place
    if len({seat.district for seat in found}) > 1:
        body = _body(body_type, found[0].name, "", province)
        return Answer("ambiguous", body, _bodies(body_type, found))
    return Answer("resolved", _seated(body_type, found[0]))


def _is_safe(printed: str, listed: str, district: str) -> bool:
    """Whether a municipality's name may be corrected to a listed one of its place.

    One in ten bears a name of no tambon, so what no list holds need not be misread: a page
    read badly loses and mixes up letters, and adds none.
    """
    if edits(printed, listed) > 1 or not district:
        return bool(district or edits(printed, listed) <= 1) and is_misreading(printed, listed)
    return is_loss(printed, listed)


def _anywhere(
    body_type: BodyType,
    name: str,
    district: str,
    seats: Seats,
    gazetteer: Gazetteer,
    *,
    steady: bool,
) -> Answer:
    """With no province told: filled in only where the country has one such name.

    A printed district that several provinces have, or none, still bars all others.
    """
    if not district and (capital := _of_capital(body_type, name, gazetteer)):
        return capital
    named = seats.called(name)
    found = tuple(
        seat for seat in named if not district or is_near(key(district), key(seat.district))
    )
    if not named:
        return Answer("unknown", _body(body_type, name))
    doubted = not district and not steady
    if doubted and (doubles := doubles_of(key(name), seats.names())):
        alike = (*named, *(seat for one in doubles for seat in seats.called(one)))
        return Answer("ambiguous", _body(body_type, named[0].name), _bodies(body_type, alike))
    if not found or len({(seat.province, seat.district) for seat in found}) > 1:
        return Answer(
            "ambiguous", _body(body_type, named[0].name), _bodies(body_type, found or named)
        )
    former = () if body_type.closed or district else gazetteer.abolished.called(name)
    if elsewhere := tuple(seat for seat in former if _place_of(seat) != _place_of(found[0])):
        like = _bodies(body_type, (*found, *elsewhere))
        return Answer("ambiguous", _body(body_type, found[0].name), like)
    return Answer("resolved", _seated(body_type, found[0]))


def _place_of(seat: Seat) -> tuple[str, str]:
    return seat.district, seat.province


def _of_capital(body_type: BodyType, name: str, gazetteer: Gazetteer) -> Answer | None:
    """A city or town named after a province is the municipality of its capital, unless a
    tambon of another province bears the name as well."""
    main = main_type(body_type.kind)
    if main is None or main.kind not in ("city", "town"):
        return None
    if key(name) not in gazetteer.province_names:
        return None
    province = gazetteer.province(name)
    others = {seat.province for seat in gazetteer.tambons.called(name)} - {province}
    if others and main.kind != "city":
        return None
    return Answer(
        "resolved",
        _body(body_type, province, gazetteer.capitals.get(province, ""), province),
    )


def _bodies(body_type: BodyType, seats: tuple[Seat, ...]) -> tuple[Body, ...]:
    return tuple(dict.fromkeys(_seated(body_type, seat) for seat in seats))
