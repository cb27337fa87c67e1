"""Names of bodies that are free to bear any name and are mostly called after where they lie.

A hospital is called after its district, a school after its tambon, a court after its province.
Where such a name differs from the place printed beside it only as a badly read page makes it
differ, it is that name; a name that another place there bears is never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.agency.known.gazetteer import CAPITAL, Gazetteer
from pipeline.agency.known.kinds import BodyType, national
from pipeline.agency.known.spelling import (
    Names,
    edits,
    folded,
    is_misreading,
    is_near,
    key,
    most_likely,
    only_marks_differ,
)

_ENDS_IN_PLACE = re.compile("(.*(จังหวัด|อำเภอ))([ก-๎]+)")
_ZONE_WORD = "เขต"
_ZONE = re.compile("(?:เขต)?([0-9๐-๙]{1,2})$")
_SHORTEST = 4
"""Letters from which a place is looked for inside a name, or in the whole country."""


@dataclass(frozen=True, slots=True)
class Called:
    """The name of a body as its place spells it."""

    name: str
    place: tuple[str, str]
    """(district, province)."""
    options: tuple[tuple[str, str, str], ...] = ()
    """(name, district, province) that it may be where nothing printed decides."""

    def with_rest(self, apart: str) -> Called:
        """The same with the part of the name that stands apart from it."""
        if not apart:
            return self
        options = tuple((f"{one} {apart}", of, within) for one, of, within in self.options)
        return Called(f"{self.name} {apart}", self.place, options)


def after_its_place(
    body_type: BodyType, name: str, tambon: str, place: tuple[str, str], gazetteer: Gazetteer
) -> Called:
    """The name of a body of a free-named type, by its printed tambon and located place."""
    name, place = _with_its_own_place(name, place, gazetteer)
    if body_type.after_province:
        name = _after_province(name, gazetteer)
    named = _printed_places(tambon, place, gazetteer)
    for official in named:
        name = _ring_restored(name, official)
    if not body_type.after_district:
        return Called(_after_tambon(body_type, name, tambon, place, gazetteer), place)
    if name in named or is_known(name, place, gazetteer):
        return Called(name, _of_its_district(name, place, gazetteer, sole=body_type.sole))
    if place[0]:
        return Called(_likely(name, named) or name, place)
    return _after_any_district(name, place, gazetteer)


def _with_its_own_place(
    name: str, place: tuple[str, str], gazetteer: Gazetteer
) -> tuple[str, tuple[str, str]]:
    """A name that ends in a place, which is then the body's: ``ประมงจังหวัดแพร่``."""
    hit = _ENDS_IN_PLACE.fullmatch(name)
    if hit is None:
        return name, place
    head, word, printed = hit.groups()
    if word == "จังหวัด":
        official = gazetteer.province(printed)
        sound = official and (
            key(printed) in gazetteer.province_names or is_misreading(key(printed), key(official))
        )
        return (head + official, ("", official)) if sound else (name, place)
    district, province = gazetteer.locate(printed, place[1])
    capital = key(printed) == key(CAPITAL)
    if not district or not (capital or is_near(key(printed), key(district))):
        return name, place
    return head + district, (district, province)


def _after_province(name: str, gazetteer: Gazetteer) -> str:
    """A name that begins with its province, or the letters that stand for it, maybe with the
    number of a zone behind it; the word for a zone may be left out."""
    zone = _ZONE.search(name)
    stem = name[: zone.start()] if zone else name
    behind = f"{_ZONE_WORD}{zone[1]}" if zone else ""
    if official := national().province_codes.get(key(stem)):
        return official + behind
    official = gazetteer.province(stem)
    if not official or key(stem) in gazetteer.province_names:
        return (official or stem) + behind if stem else name
    return official + behind if is_misreading(key(stem), key(official)) else name


def _printed_places(tambon: str, place: tuple[str, str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The official names of the places that are printed with a body, smallest first."""
    return tuple(one for one in (_tambon(tambon, place, gazetteer), *place) if one)


def _tambon(printed: str, place: tuple[str, str], gazetteer: Gazetteer) -> str:
    if not printed or not any(place):
        return ""
    seats = gazetteer.tambons
    if found := seats.called(printed, *place):
        return found[0].name
    near = seats.names(*place).near(key(printed))
    likely = most_likely(key(printed), near, in_district=bool(place[0]))
    found = seats.called(likely, *place) if likely else ()
    return found[0].name if found and is_misreading(key(printed), likely) else ""


def _ring_restored(name: str, official: str) -> str:
    """The name with the place inside it as officially written, where only the ring of a sara am
    was lost or added."""
    if len(official) < _SHORTEST or official in name:
        return name
    start = folded(name).find(folded(official))
    end = start + len(official)
    return name if start < 0 else name[:start] + official + name[end:]


def is_known(name: str, place: tuple[str, str], gazetteer: Gazetteer) -> bool:
    """Whether a place within the printed one bears exactly this name."""
    wanted, (_, province) = key(name), place
    if wanted in gazetteer.province_names or gazetteer.tambons.called(name, "", province):
        return True
    return wanted in gazetteer.districts_of(province)


def _likely(name: str, named: tuple[str, ...]) -> str:
    """The one of the printed places' names that the printed name must be a misreading of."""
    return next((one for one in named if _may_be(key(name), key(one))), "")


def _may_be(printed: str, official: str) -> bool:
    if only_marks_differ(printed, official):
        return edits(printed, official) <= 1 or is_near(printed, official)
    return is_near(printed, official) and is_misreading(printed, official)


def _after_tambon(
    body_type: BodyType, name: str, tambon: str, place: tuple[str, str], gazetteer: Gazetteer
) -> str:
    """A name that is that of its tambon but for a mark, with a word like ``บ้าน`` before it."""
    official = _tambon(tambon, place, gazetteer)
    if len(official) < _SHORTEST:
        return name
    for word in (*body_type.common, ""):
        bare = name.removeprefix(word)
        if not name.startswith(word) or bare == official:
            continue
        near = only_marks_differ(key(bare), key(official)) and edits(key(bare), key(official)) <= 1
        if near and not is_known(bare, place, gazetteer):
            return word + official
    return name


def _of_its_district(
    name: str, place: tuple[str, str], gazetteer: Gazetteer, *, sole: bool
) -> tuple[str, str]:
    """The place of a body named after the district or province that it lies in, where no other
    is printed: told once with its address and once without, it is one body. A tambon elsewhere
    that bears the name leaves it open, but for bodies that tambons do not have."""
    district, province = place
    if district or name in ("เมือง", ""):
        return place
    own = gazetteer.province(name) if key(name) in gazetteer.province_names else ""
    if own and province in ("", own):
        return gazetteer.capitals.get(own, ""), own
    if key(name) not in gazetteer.district_names:
        return place
    found = gazetteer.locate(name, province)
    elsewhere = {(seat.district, seat.province) for seat in gazetteer.tambons.called(name)}
    if not (province or sole) and elsewhere - {found}:
        return place
    return found if all(found) and key(found[0]) == key(name) else place


def _after_any_district(name: str, place: tuple[str, str], gazetteer: Gazetteer) -> Called:
    """A name that no place bears, with no district printed: corrected within its province where
    one district stands out, and open where a district anywhere may be meant."""
    wanted, (_, province) = key(name), place
    if len(wanted) < _SHORTEST:
        return Called(name, place)
    near = _misread(wanted, gazetteer.districts_of(province))
    likely = most_likely(wanted, near, in_district=False) if province else ""
    if likely:
        official, _ = gazetteer.locate(likely, province)
        return Called(official, (official, province))
    like = {(one, one, of) for one, of in gazetteer.districts if key(one) in near}
    own = gazetteer.province(name)
    if own and province in ("", own) and is_misreading(wanted, key(own)):
        like.add((own, gazetteer.capitals.get(own, ""), own))
    here = (one for one in like if province in ("", one[-1]))
    return Called(name, place, tuple(sorted(here, key=lambda one: one[::-1])))


def _misread(printed: str, names: Names) -> tuple[str, ...]:
    return tuple(
        one for one in names.near(printed) if is_near(printed, one) and is_misreading(printed, one)
    )
