"""What names can be checked against."""

from __future__ import annotations

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.known.kinds import LOCAL, BodyType
from pipeline.agency.known.register import Register
from pipeline.agency.known.seats import Seats
from pipeline.agency.known.spelling import Names, folded, is_loss, is_misreading, is_near, key

_SHORTEST_MENDED = 5
"""Letters from which a name is known again with a space inside it and a mark lost."""


class Lists:
    """What names can be checked against: the gazetteer, and the register if there is one."""

    def __init__(self, gazetteer: Gazetteer, register: Register | None = None) -> None:
        self.gazetteer = gazetteer
        self.register = register

    def seats(self, body_type: BodyType) -> Seats | None:
        """The seats after which bodies of this type are named district by district."""
        if body_type.names == "tambon":
            return self.gazetteer.tambons
        if body_type.names != "municipality":
            return None
        return self.gazetteer.cities if body_type.listed else self.gazetteer.municipal

    def knows(self, body_type: BodyType, name: str) -> bool:
        """Whether a list holds this name for this type of body."""
        if self.register and self.register.has_name(body_type.kind, name):
            return True
        if body_type.names == "province":
            return key(name) in self.gazetteer.province_names
        if body_type.names == "district":
            return key(name) in self.gazetteer.district_names
        seats = self.seats(body_type)
        return seats is not None and name in seats

    def mends(self, body_type: BodyType, first: str, whole: str) -> bool:
        """Whether a local body's name that no list holds is one but for a lost mark or letter only
        if it goes on behind the space inside it."""
        names = self._names(body_type)
        if names is None or first in names or len(key(whole)) < _SHORTEST_MENDED:
            return False
        return any(is_loss(key(whole), one) for one in names.near(key(whole))) and not any(
            is_loss(key(first), one) for one in names.near(key(first))
        )

    def lost_a_mark(self, body_type: BodyType, name: str) -> bool:
        """Whether a name is that of a province but for a mark or letter that is lost."""
        official = self.gazetteer.province(name) if body_type.names == "province" else ""
        return bool(official) and is_loss(key(name), key(official))

    def ends_before(self, body_type: BodyType, first: str, whole: str) -> bool:
        """Whether a list holds a local body's name, and none like it with the next line behind."""
        names = self._names(body_type)
        return names is not None and first in names and not any(names.near(key(whole)))

    def _names(self, body_type: BodyType) -> Names | None:
        if self.register and body_type.names in LOCAL and body_type.kind in self.register.kinds:
            return self.register.names(body_type.kind)
        seats = self.seats(body_type)
        return seats.names() if seats else None

    def may_know(self, body_type: BodyType, name: str) -> bool:
        """Whether a district's or province's name is misread here, for a body that bears one."""
        wanted = key(name)
        if body_type.names == "province":
            official = key(self.gazetteer.province(name))
            return bool(official) and folded(wanted) == folded(official)
        if body_type.names != "district":
            return False
        near = self.gazetteer.districts_of("").near(wanted)
        return any(is_near(wanted, one) and is_misreading(wanted, one) for one in near)
