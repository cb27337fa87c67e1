"""The places of Thailand that bodies lie in and are named after, from `geothai`.

Current units decide. Almost all abolished ones had gone before the first assessment, so no body
is named after them: where a law moved one to another district it is that district's today, and
else a document that prints it leaves open what it means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pipeline.agency.known.kinds import national
from pipeline.agency.known.seats import NO_NAMES, Seat, Seats
from pipeline.agency.known.spelling import (
    Names,
    is_misreading,
    is_near,
    key,
    most_likely,
    nearest,
    only_marks_differ,
)

BANGKOK = "กรุงเทพมหานคร"
_ALIASES = {
    "กทม": BANGKOK,
    "กรุงเทพ": BANGKOK,
    "กรุงเทพฯ": BANGKOK,
    "อยุธยา": "พระนครศรีอยุธยา",
}
_PREFIX = re.compile(r"^(?:กิ่ง\s*อำเภอ|กิ่ง\s*อ\.|เขต(?=.{3}))")
CAPITAL = "เมือง"
_SHORTEST = 5
"""Letters from which a misspelt province is known again among all 77."""


@dataclass(frozen=True)
class Gazetteer:
    """Provinces, districts and tambons."""

    provinces: tuple[str, ...]
    districts: tuple[tuple[str, str], ...]
    """(district, province)."""
    capitals: dict[str, str]
    """The capital district of each province; Bangkok has none."""
    current: tuple[Seat, ...]
    former: tuple[Seat, ...]
    moved: dict[tuple[str, str], tuple[str, str]]
    """Of (key of a district, province it lay in) the (district, province) that it is today."""
    became: dict[Seat, Seat]
    """Of tambons that a law moved to another district, renamed or not, what they are today."""

    @cached_property
    def tambons(self) -> Seats:
        """The names of today's tambons."""
        return Seats(self.current)

    @cached_property
    def municipal(self) -> Seats:
        """The names most municipalities bear: of a tambon, their district or their province."""
        districts = (Seat(province, name, name) for name, province in self.districts)
        capitals = (
            Seat(province, district, name)
            for province, district in self.capitals.items()
            for name in (province, district)
        )
        return Seats((*self.current, *districts, *capitals))

    @cached_property
    def cities(self) -> Seats:
        """The names of all city municipalities."""
        listed = national().cities.items()
        return Seats(Seat(province, district, name) for name, (district, province) in listed)

    @cached_property
    def abolished(self) -> Seats:
        """The names of tambons that exist no more."""
        return Seats(self.former)

    @cached_property
    def _province_keys(self) -> dict[str, str]:
        return {key(name): name for name in self.provinces} | _ALIASES

    @cached_property
    def _district_keys(self) -> dict[str, tuple[tuple[str, str], ...]]:
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for district, province in self.districts:
            name = key(district)
            found[name] = (*found.get(name, ()), (district, province))
        return found

    @cached_property
    def province_names(self) -> frozenset[str]:
        """Keys of every name a province goes by."""
        return frozenset(self._province_keys)

    @cached_property
    def district_names(self) -> frozenset[str]:
        """Keys of every district's name, and the word for a capital district."""
        return frozenset((*self._district_keys, CAPITAL))

    def districts_of(self, province: str) -> Names:
        """The names of the districts of a province, or of the country where it is empty."""
        return self._districts_of.get(province, NO_NAMES)

    @cached_property
    def _districts_of(self) -> dict[str, Names]:
        found: dict[str, set[str]] = defaultdict(set)
        for district, province in self.districts:
            found[province].add(key(district))
            found[""].add(key(district))
        return {province: Names(names) for province, names in found.items()}

    def province(self, printed: str) -> str:
        """The official name of a province, spelling corrected where only one is near; or empty."""
        name = key(printed)
        if found := self._province_keys.get(name):
            return found
        near = nearest(name, self._province_keys)
        if len({self._province_keys[option] for option in near}) == 1:
            return self._province_keys[near[0]]
        return self._province_keys.get(most_likely(name, near, in_district=False), "")

    def locate(self, district: str, province: str) -> tuple[str, str]:
        """(district, province) as officially written; what cannot be told is empty.

        A district without a province brings its province along when its name is
        unique in the country. A misspelt district is corrected only within its province, or
        where the country has one that lost marks would make it of.
        """
        printed = district, province
        if printed not in self._located:
            self._located[printed] = self._locate(district, province)
        return self._located[printed]

    @cached_property
    def _located(self) -> dict[tuple[str, str], tuple[str, str]]:
        return {}

    def _locate(self, district: str, province: str) -> tuple[str, str]:
        official = self.province(province) if province else ""
        wanted = key(_PREFIX.sub("", district.strip()))
        if not wanted:
            return "", official
        if wanted == CAPITAL:
            return self.capitals.get(official, ""), official
        exact = self._district_keys.get(wanted, ())
        if not official:
            fitting = [one for one in exact if not province or is_near(key(province), key(one[1]))]
            if not exact and not province:
                fitting = self._with_marks(wanted)
            return fitting[0] if len(fitting) == 1 else ("", "")
        for name, of in exact:
            if of == official:
                return name, official
        if today := self.moved.get((wanted, official)):
            return today
        inside = {key(name): name for name, of in self.districts if of == official}
        inside |= {key(self.capitals.get(official, "")): self.capitals.get(official, "")}
        options = [option for option in nearest(wanted, inside) if option]
        if len({inside[option] for option in options}) == 1:
            return inside[options[0]], official
        return inside.get(most_likely(wanted, options, in_district=False), ""), official

    def elsewhere(self, district: str, province: str) -> tuple[tuple[str, str], ...]:
        """The (district, province) that a printed district is, where the printed province has none
        spelt so: one of the two is wrong. Empty where they agree, or the district is misread past
        telling.
        """
        printed = district, province
        if printed not in self._strays:
            self._strays[printed] = self._elsewhere(district, province)
        return self._strays[printed]

    @cached_property
    def _strays(self) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
        return {}

    def _elsewhere(self, district: str, province: str) -> tuple[tuple[str, str], ...]:
        official = self.province(province) if province else ""
        wanted = key(_PREFIX.sub("", district.strip()))
        if not official or wanted in ("", CAPITAL) or (wanted, official) in self.moved:
            return ()
        exact = self._district_keys.get(wanted, ())
        if any(of == official for _, of in exact):
            return ()
        if exact or self.locate(district, province)[0]:
            return exact
        inside = (*self.districts_of(official).keys, key(self.capitals.get(official, "")))
        if nearest(wanted, inside):
            return ()
        near = nearest(wanted, self.districts_of("").near(wanted))
        return tuple(
            one for name in near if is_misreading(wanted, name) for one in self._district_keys[name]
        )

    def _with_marks(self, printed: str) -> list[tuple[str, str]]:
        """The districts of the country that a key is of but for a mark or two that it lost."""
        return [
            one
            for name in self.districts_of("").near(printed)
            if len(name) > len(printed) and only_marks_differ(printed, name)
            for one in self._district_keys[name]
        ]


@cache
def gazetteer() -> Gazetteer:
    """The lists of `geothai`, read on first use (about 0.1 s)."""
    import geothai
    from geothai.abolished import abolished_areas

    provinces = {one.code: one.name_th for one in geothai.provinces()}
    districts = {
        one.code: _PREFIX.sub("", one.name_th)
        for code in provinces
        for one in geothai.districts(code)
    }
    old = abolished_areas()
    known = districts | {
        one.code: _PREFIX.sub("", one.name_th) for one in old if one.level == "district"
    }
    current = (
        Seat(provinces[one.province_code], districts[one.district_code], name)
        for code in districts
        for one in geothai.subdistricts(code)
        for name in _names(one.name_th)
    )
    former = (
        Seat(provinces[one.code[:2]], known[one.code[:4]], one.name_th)
        for one in old
        if one.level == "subdistrict" and one.code[:2] in provinces and one.code[:4] in known
    )
    seats = {
        one.code: Seat(provinces[code[:2]], districts[code], one.name_th)
        for code in districts
        for one in geothai.subdistricts(code)
    }
    return Gazetteer(
        provinces=tuple(provinces.values()),
        districts=tuple((name, provinces[code[:2]]) for code, name in districts.items()),
        capitals={
            provinces[code[:2]]: name
            for code, name in districts.items()
            if code.endswith("01") and provinces[code[:2]] != BANGKOK
        },
        current=tuple(current),
        former=tuple(former),
        became=_became(old, provinces, known, seats),
        moved=_moved([one for one in old if one.level == "district"], provinces, districts),
    )


def _became(
    old: Iterable[Any], provinces: dict[str, str], known: dict[str, str], today: dict[str, Seat]
) -> dict[Seat, Seat]:
    """Tambons that a published law made one of today's; the list guesses others by their names."""
    return {
        Seat(provinces[one.code[:2]], known[one.code[:4]], one.name_th): today[one.successors[0]]
        for one in old
        if one.level == "subdistrict"
        and one.successors_basis == "notice"
        and len(one.successors) == 1
        and one.successors[0] in today
        and one.code[:2] in provinces
        and one.code[:4] in known
    }


def _moved(
    old: list[Any], provinces: dict[str, str], districts: dict[str, str]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Districts that another province took over, by the law that the list names, or where the
    country has one of the name today."""
    named: dict[str, list[str]] = defaultdict(list)
    for code, name in districts.items():
        named[key(name)].append(code)
    found = {}
    for one in old:
        name = key(_PREFIX.sub("", one.name_th))
        now = [code for code in one.successors if code in districts] or named[name]
        if len(now) == 1 and one.code[:2] in provinces and now[0][:2] != one.code[:2]:
            today = districts[now[0]], provinces[now[0][:2]]
            found[name, provinces[one.code[:2]]] = today
    return found


def place_names() -> Iterator[tuple[str, str, str, str]]:
    """(province, district, tambon, code) of every place of today; smaller parts empty for larger
    places."""
    import geothai

    for province in geothai.provinces():
        yield province.name_th, "", "", province.code
        for district in geothai.districts(province.code):
            within = _PREFIX.sub("", district.name_th)
            yield province.name_th, within, "", district.code
            for tambon in geothai.subdistricts(district.code):
                for name in _names(tambon.name_th):
                    yield province.name_th, within, name, tambon.code


def _names(listed: str) -> tuple[str, ...]:
    """The names in an entry that gives another one in brackets, as their bodies spell them."""
    parts = (part.strip() for part in re.split(r"[()]", listed))
    return tuple(national().respelt.get(part, part) for part in parts if part)
