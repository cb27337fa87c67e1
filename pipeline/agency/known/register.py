"""Every body that exists, as a list given by the user has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from pipeline.agency.known.spelling import Names, key
from pipeline.facts import Body


class Register:
    """Every body that exists, as far as the user's list goes: it checks kind, name and place."""

    def __init__(
        self, bodies: Iterable[Body], succeeds: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.bodies = tuple(bodies)
        self._succeeds = succeeds or {}

    @cached_property
    def _by_code(self) -> dict[str, Body]:
        return {body.code: body for body in self.bodies}

    def predecessors(self, body: Body) -> tuple[Body, ...]:
        """The bodies that the register says this one succeeds."""
        return tuple(self._by_code[code] for code in self._succeeds.get(body.code, ()))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that it lists; of others it says nothing."""
        return frozenset(body.kind for body in self.bodies)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], tuple[Body, ...]]:
        found: dict[tuple[str, str], list[Body]] = defaultdict(list)
        for body in self.bodies:
            found[body.kind, key(body.name)].append(body)
        return {name: tuple(bodies) for name, bodies in found.items()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, str, str], Names]:
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for body in self.bodies:
            province, name = key(body.province), key(body.name)
            for place in ((province, key(body.district)), (province, ""), ("", "")):
                found[body.kind, *place].add(name)
        return {place: Names(names) for place, names in found.items()}

    @cached_property
    def _by_full_name(self) -> dict[str, tuple[Body, ...]]:
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies:
            found[key(body.official_name or body.name)].append(body)
        return {name: tuple(bodies) for name, bodies in found.items()}

    def in_full(self, name: str) -> tuple[Body, ...]:
        """The bodies of exactly this full name, of whatever kind."""
        return self._by_full_name.get(key(name), ())

    def has_name(self, kind: str, name: str) -> bool:
        """Whether a body of this kind bears exactly this name."""
        return (kind, key(name)) in self._by_name

    def called(
        self, kind: str, name: str, district: str = "", province: str = ""
    ) -> tuple[Body, ...]:
        """The bodies of exactly this kind and name, within the place as far as it is given; those
        that the register gives no place to are everywhere."""
        named = self._by_name.get((kind, key(name)), ())
        here = tuple(
            body
            for body in named
            if (not province or key(body.province) == key(province))
            and (not district or not body.district or key(body.district) == key(district))
        )
        return here or tuple(body for body in named if not (body.province or body.district))

    def names(self, kind: str, district: str = "", province: str = "") -> Names:
        """The names of this kind within a place, or in the whole country."""
        return self._by_place.get((kind, key(province), key(district)), _NONE)

    def like(self, kind: str, name: str, district: str, province: str) -> tuple[Body, ...]:
        """The bodies of this kind in the place whose name may be misspelt so."""
        near = self.names(kind, district, province).near(key(name))
        return tuple(body for one in near for body in self.called(kind, one, district, province))


_NONE = Names(())
