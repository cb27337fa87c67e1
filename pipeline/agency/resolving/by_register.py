"""Which body of a register a printed kind, name and place mean."""

from __future__ import annotations

from pipeline.agency.known.kinds import BodyType, called
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import doubles_of, is_misreading, key, most_likely, strain
from pipeline.agency.resolving.answers import Answer, body_of, is_open
from pipeline.facts import Body


def in_register(
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
            return Answer("ambiguous", body_of(body_type, name, "", province), found)
    return _one_of(body_type, name, place, found)


def in_full(
    body_type: BodyType, name: str, place: tuple[str, str], register: Register
) -> Answer | None:
    """The body that the register lists by this full name under another kind than its type word
    says; None if there is none."""
    named = register.in_full(called(body_type, name)[1])
    if not named or any(one.kind == body_type.kind for one in named):
        return None
    fitting = tuple(one for one in named if _may_lie(one, place))
    if not fitting:
        return Answer("ambiguous", body_of(body_type, name, "", place[1]), named)
    return _one_of(body_type, name, place, fitting)


def _may_lie(body: Body, place: tuple[str, str]) -> bool:
    """Whether no part of a place says that a body lies elsewhere."""
    return all(
        not told or not own or key(told) == key(own)
        for told, own in zip(place, (body.district, body.province), strict=True)
    )


def _one_of(
    body_type: BodyType, name: str, place: tuple[str, str], found: tuple[Body, ...]
) -> Answer:
    """The one body in ``found``, if there is one."""
    if len(found) == 1:
        return Answer("resolved", found[0])
    if found:
        alike = found[0].name if _alike(found) else name
        return Answer("ambiguous", body_of(body_type, alike, "", place[1]), found)
    return Answer("unknown", body_of(body_type, name, *place))


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
    if likely and named and is_open(key(listed), likely, district):
        return Answer("ambiguous", body_of(body_type, name, "", province), (*here, *named))
    if likely and (not elsewhere or is_misreading(key(listed), likely)):
        return _one_of(body_type, name, place, here) if here else None
    if near:
        found = (*register.like(kind, listed, district, province), *elsewhere)
        return Answer("ambiguous", body_of(body_type, name, "", province), found)
    return None


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
