"""What is known of a body, and the bodies that answers are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.agency.known.kinds import BodyType, called
from pipeline.agency.known.seats import Seat
from pipeline.agency.known.spelling import is_misreading
from pipeline.facts import Body

Status = Literal["resolved", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a body, and how surely."""

    status: Status
    body: Body
    candidates: tuple[Body, ...] = ()


def body_of(body_type: BodyType, name: str, district: str = "", province: str = "") -> Body:
    """The body of a type that is called so."""
    bare, official = called(body_type, name)
    return Body(body_type.kind, bare, district, province, official_name=official)


def seated(body_type: BodyType, seat: Seat) -> Body:
    """The body of a type that bears the name of a seat."""
    return body_of(body_type, seat.name, seat.district, seat.province)


def bodies_of(body_type: BodyType, seats: tuple[Seat, ...]) -> tuple[Body, ...]:
    """The bodies of a type that bear the names of seats, each once."""
    return tuple(dict.fromkeys(seated(body_type, seat) for seat in seats))


def is_open(printed: str, likely: str, district: str) -> bool:
    """Whether a name that bodies of other places bear is as likely spelt right, the place being
    wrong, as a misreading of ``likely``, a name of the printed place."""
    return not district or not is_misreading(printed, likely)
