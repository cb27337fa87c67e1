"""Which body a printed kind, name and place mean by the lists of places alone.

Local bodies are named after tambons, districts and provinces. A name is filled in or corrected
only where the lists leave no other.
"""

from __future__ import annotations

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.known.kinds import BodyType, main_type
from pipeline.agency.known.seats import Seat, Seats
from pipeline.agency.known.spelling import (
    doubles_of,
    edits,
    is_loss,
    is_misreading,
    is_near,
    key,
    most_likely,
)
from pipeline.agency.resolving.answers import Answer, bodies_of, body_of, is_open, seated


def of_province(
    body_type: BodyType, name: str, place: tuple[str, str], gazetteer: Gazetteer
) -> Answer:
    """A province's own body; the province printed behind its name must be the same."""
    stated, province = place[1], gazetteer.province(name)
    if stated and stated != province and is_near(key(name), key(stated)):
        province = stated if key(name) not in gazetteer.province_names else province
    if not province:
        return Answer("unknown", body_of(body_type, name))
    body = body_of(body_type, province, "", province)
    if stated and stated != province:
        other = body_of(body_type, stated, "", stated)
        return Answer("ambiguous", body_of(body_type, name, "", stated), (body, other))
    return Answer("resolved", body)


def of_district(
    body_type: BodyType, name: str, place: tuple[str, str], gazetteer: Gazetteer
) -> Answer:
    district, province = gazetteer.locate(name, place[1])
    if not district:
        return Answer("unknown", body_of(body_type, name, "", place[1]))
    return Answer("resolved", body_of(body_type, district, district, province))


def in_place(
    body_type: BodyType, name: str, place: tuple[str, str], seats: Seats, gazetteer: Gazetteer
) -> Answer:
    """Within the printed district, or the printed province where no district is known."""
    found = seats.called(name, *place)
    if found:
        return _seat_of(body_type, found, place)
    if former := gazetteer.abolished.called(name, *place):
        return _of_former(body_type, name, place, former, seats, gazetteer)
    elsewhere = seats.called(name, "", place[1])
    near = () if elsewhere else seats.names(*place).near(key(name))
    likely = most_likely(key(name), near, in_district=bool(place[0]))
    named = seats.called(name)
    if likely and named and is_open(key(name), likely, place[0]):
        like = bodies_of(body_type, (*seats.called(likely, *place), *named))
        return Answer("ambiguous", body_of(body_type, name, "", place[1]), like)
    if likely and (body_type.closed or _is_safe(key(name), likely, place[0])):
        return _seat_of(body_type, seats.called(likely, *place), place)
    if near:
        like = bodies_of(body_type, seats.like(name, *place))
        return Answer("ambiguous", body_of(body_type, name, *place), like)
    return Answer("unknown", body_of(body_type, name, *place))


def _of_former(
    body_type: BodyType,
    name: str,
    place: tuple[str, str],
    former: tuple[Seat, ...],
    seats: Seats,
    gazetteer: Gazetteer,
) -> Answer:
    """A body named after a tambon that is no more: the one of today that it became by law, else
    open. No assessment is older than the units that are gone."""
    today = {gazetteer.became.get(one) for one in former}
    if None in today:
        moved = {gazetteer.moved.get((key(one.district), one.province)) for one in former}
        today = {seat for where in moved if where for seat in seats.called(name, *where)}
        today |= {None} if None in moved else set()
    if len(today) == 1 and (seat := today.pop()):
        return Answer("resolved", seated(body_type, seat))
    if like := seats.called(name, "", place[1]):
        return Answer(
            "ambiguous", body_of(body_type, name, "", place[1]), bodies_of(body_type, like)
        )
    return Answer("unknown", body_of(body_type, name, *place))


def _seat_of(body_type: BodyType, found: tuple[Seat, ...], place: tuple[str, str]) -> Answer:
    """The body of the one name in ``found``; the district is left out where two bear it."""
    _, province = place
    if len({seat.district for seat in found}) > 1:
        body = body_of(body_type, found[0].name, "", province)
        return Answer("ambiguous", body, bodies_of(body_type, found))
    return Answer("resolved", seated(body_type, found[0]))


def _is_safe(printed: str, listed: str, district: str) -> bool:
    """Whether a municipality's name may be corrected to a listed one of its place.

    One in ten bears a name of no tambon, so what no list holds need not be misread: a page
    read badly loses and mixes up letters, and adds none.
    """
    if edits(printed, listed) > 1 or not district:
        return bool(district or edits(printed, listed) <= 1) and is_misreading(printed, listed)
    return is_loss(printed, listed)


def anywhere(
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
        return Answer("unknown", body_of(body_type, name))
    doubted = not district and not steady
    if doubted and (doubles := doubles_of(key(name), seats.names())):
        alike = (*named, *(seat for one in doubles for seat in seats.called(one)))
        return Answer("ambiguous", body_of(body_type, named[0].name), bodies_of(body_type, alike))
    if not found or len({(seat.province, seat.district) for seat in found}) > 1:
        return Answer(
            "ambiguous", body_of(body_type, named[0].name), bodies_of(body_type, found or named)
        )
    former = () if body_type.closed or district else gazetteer.abolished.called(name)
    if elsewhere := tuple(seat for seat in former if _place_of(seat) != _place_of(found[0])):
        like = bodies_of(body_type, (*found, *elsewhere))
        return Answer("ambiguous", body_of(body_type, found[0].name), like)
    return Answer("resolved", seated(body_type, found[0]))


def _place_of(seat: Seat) -> tuple[str, str]:
    return seat.district, seat.province


def _of_capital(body_type: BodyType, name: str, gazetteer: Gazetteer) -> Answer | None:
    """A town named after a province is the municipality of its capital, unless a tambon of another
    province bears the name as well."""
    main = main_type(body_type.kind)
    if main is None or main.kind != "town":
        return None
    if key(name) not in gazetteer.province_names:
        return None
    province = gazetteer.province(name)
    if province not in gazetteer.capitals:
        return None
    others = {seat.province for seat in gazetteer.tambons.called(name)} - {province}
    if others:
        return None
    return Answer(
        "resolved",
        body_of(body_type, province, gazetteer.capitals[province], province),
    )
