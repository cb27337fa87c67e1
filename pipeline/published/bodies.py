"""The bodies that a table names: each distinct name and place is resolved once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pipeline.facts import Body, Place, Resolution

if TYPE_CHECKING:
    from pipeline.agency import Register
    from pipeline.agency.known.kinds import BodyType
    from pipeline.agency.known.seats import Seat

_LETTERS = re.compile("[ก-ฮเ-ไ][ก-๎]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A body as one table prints it."""

    name: str
    kind: str = ""
    district: str = ""
    province: str = ""
    inherited: bool = False
    """A place is not told in its own row, but in one above."""

    @property
    def printed(self) -> str:
        """Name and place in one line."""
        district = f" อ.{self.district}" if self.district else ""
        province = f" จ.{self.province}" if self.province else ""
        return f"{self.whole}{district}{province}"

    @property
    def whole(self) -> str:
        """The name with the type word of its own column, unless it has one."""
        if not self.kind or not re.search("[ก-ฮ]", self.kind) or has_type_word(self.name):
            return self.name
        return f"{self.kind}{self.name}"


Resolver = Callable[[Named, Place], Resolution]


def resolver(register: Register | None, province: str = "") -> Resolver:
    """What resolves the bodies of a table whose title names ``province``.

    A place told in a row above decides between namesakes; it never corrects a spelling.
    """
    from pipeline.agency import resolve_mention

    def looked_up(named: Named, place: Place) -> Resolution:
        return resolve_mention(
            named.whole,
            district=named.district,
            province=named.province,
            register=register,
            place=place,
        )

    def resolved(named: Named, place: Place) -> Resolution:
        placed = named if named.province or not province else replace(named, province=province)
        if register is None and (found := _exact(placed, named.printed, place)):
            return found
        answer = looked_up(placed, place)
        if named.inherited and answer.variants:
            answer = looked_up(replace(placed, district="", province=""), place)
        return replace(answer, printed=named.printed)

    return resolved


@cache
def _type_words() -> tuple[BodyType, ...]:
    """Types of local bodies, to be told by their official word."""
    from pipeline.agency.known.kinds import LOCAL, reference

    return tuple(one for one in reference().type if one.names in LOCAL)


@cache
def has_type_word(name: str) -> bool:
    """Whether a name holds a word for a kind of body, as อบต. or กรม."""
    from pipeline.agency.naming.squeeze import squeeze
    from pipeline.agency.naming.typewords import find_type_words

    return bool(find_type_words(squeeze(name)))


@cache
def opens_with_type_word(name: str) -> bool:
    """Whether a name begins with a word for a kind of body and goes on behind it."""
    from pipeline.agency.naming.squeeze import squeeze
    from pipeline.agency.naming.typewords import find_type_words

    squeezed = squeeze(name)
    first = next(iter(find_type_words(squeezed)), None)
    return first is not None and not first.start and max(first.ends) < len(squeezed.text)


@cache
def _suspicious() -> re.Pattern[str]:
    """Words inside a name that need the full reading of mentions."""
    from pipeline.agency.known.kinds import alternatives, reference

    words = reference().words
    listed = {word for one in reference().type for word in (one.word, *one.spellings)}
    places = {*words.tambon, *words.district, *words.bangkok_district, *words.province}
    return alternatives(tuple(word for word in listed | places if word))


@cache
def _seats() -> dict[str, dict[tuple[str, str, str], bool]]:
    """For each way of naming the (name, district, province) of every seat, as officially
    written; False where the name needs the full reading."""
    from pipeline.agency.known.gazetteer import gazetteer
    from pipeline.agency.known.spelling import key

    places = gazetteer()
    found: dict[str, dict[tuple[str, str, str], bool]] = {}
    keys = {name: key(name) for name in {seat.name for seat in _municipal()}}
    plain = {
        name: bool(_LETTERS.fullmatch(name)) and not _suspicious().search(name) for name in keys
    }
    for names, seats in (("tambon", places.current), ("municipality", _municipal())):
        spelt: dict[tuple[str, str, str], str] = {}
        known: dict[tuple[str, str, str], bool] = {}
        for seat in seats:
            name, district, province = seat.name, seat.district, seat.province
            first = spelt.setdefault((keys[name], district, province), name)
            known[name, district, province] = plain[name] and first == name
            if first != name:
                known[first, district, province] = False
        found[names] = known
    return found


@cache
def _municipal() -> tuple[Seat, ...]:
    """Every seat that a municipality can be named after."""
    from pipeline.agency.known.gazetteer import gazetteer
    from pipeline.agency.known.seats import Seat

    places = gazetteer()
    districts = (Seat(province, name, name) for name, province in places.districts)
    capitals = (
        Seat(province, district, name)
        for province, district in places.capitals.items()
        for name in (province, district)
    )
    return (*places.current, *districts, *capitals)


def _exact(named: Named, printed: str, place: Place) -> Resolution | None:
    """A local body and its place spelt as officially written: what the full resolution gives
    for it as well, in a fraction of the time. None for any other."""
    for kind in _type_words():
        if not named.name.startswith(kind.word):
            continue
        rest = named.name[len(kind.word) :]
        if kind.listed or not _seats()[kind.names].get((rest, named.district, named.province)):
            return None
        body = Body(
            kind.kind,
            *_called(kind, rest, named.district, named.province),
        )
        return Resolution("resolved", body, printed, (), (), place)
    return None


def _called(
    kind: BodyType, name: str, district: str, province: str
) -> tuple[str, str, str, str, str]:
    from pipeline.agency.known.kinds import called

    bare, official = called(kind, name)
    return bare, district, province, "", official
