"""The names that local bodies can bear, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.agency.known.spelling import Names, key


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A name that bodies can bear, and where."""

    province: str
    district: str
    name: str


class Seats:
    """An index of seats by name and by place."""

    def __init__(self, seats: Iterable[Seat]) -> None:
        self._by_name: dict[str, set[Seat]] = defaultdict(set)
        places: dict[tuple[str, str], set[str]] = defaultdict(set)
        for seat in seats:
            name = key(seat.name)
            self._by_name[name].add(seat)
            for place in ((seat.province, seat.district), (seat.province, ""), ("", "")):
                places[place].add(name)
        self._by_place = {place: Names(names) for place, names in places.items()}
        self.longest = max(map(len, self._by_name), default=0)
        """Letters of the longest name."""

    def __contains__(self, name: str) -> bool:
        return key(name) in self._by_name

    def called(self, name: str, district: str = "", province: str = "") -> tuple[Seat, ...]:
        """The seats of exactly this name, within the place as far as it is given."""
        found = self._by_name.get(key(name), ())
        return tuple(sorted(seat for seat in found if _lies_in(seat, district, province)))

    def names(self, district: str = "", province: str = "") -> Names:
        """The names within a place, or in the whole country."""
        return self._by_place.get((province, district), NO_NAMES)

    def like(self, name: str, district: str, province: str) -> tuple[Seat, ...]:
        """The seats within a province, or its district, whose name may be misspelt as ``name``."""
        near = self.names(district, province).near(key(name))
        return tuple(seat for one in near for seat in self.called(one, district, province))


NO_NAMES = Names(())


def _lies_in(seat: Seat, district: str, province: str) -> bool:
    return (not province or seat.province == province) and (
        not district or seat.district == district
    )
