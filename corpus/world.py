"""Bodies and places that reports can be of, drawn from the lists of `geothai`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random


@dataclass(frozen=True, slots=True)
class Agency:
    """A public body as its reports name it."""

    kind: str
    type_word: str
    short: str
    name: str
    district: str
    province: str

    @property
    def official(self) -> str:
        return f"{self.type_word}{self.name}"

    @property
    def place(self) -> str:
        district = f"อำเภอ{self.district} " if self.district else ""
        return f"{district}จังหวัด{self.province}"


@cache
def _tambons() -> tuple[tuple[str, str, str], ...]:
    """(tambon, district, province) outside Bangkok, in the order of their codes."""
    import geothai

    provinces = {p.code: p.name_th for p in geothai.provinces()}
    found = []
    for code, province in sorted(provinces.items()):
        if province == "กรุงเทพมหานคร":
            continue
        for district in geothai.districts(code):
            for tambon in geothai.subdistricts(district.code):
                found.append((tambon.name_th, district.name_th, province))  # noqa: PERF401 - clearer
    return tuple(found)


def draw_agency(chance: Random) -> Agency:
    """A body: mostly อบต., some municipalities named after a tambon, a few อบจ."""
    tambon, district, province = chance.choice(_tambons())
    draw = chance.random()
    if draw < 0.65:
        return Agency("sao", "องค์การบริหารส่วนตำบล", "อบต.", tambon, district, province)
    if draw < 0.93:
        return Agency("subdistrict-municipality", "เทศบาลตำบล", "ทต.", tambon, district, province)
    return Agency("pao", "องค์การบริหารส่วนจังหวัด", "อบจ.", province, "", province)


def draw_neighbours(chance: Random, count: int) -> tuple[Agency, ...]:
    """Different bodies of one kind within one district that has enough tambons."""
    while True:
        _, district, province = chance.choice(_tambons())
        names = [t for t, d, p in _tambons() if (d, p) == (district, province)]
        if len(names) >= count:
            chosen = sorted(chance.sample(names, count))
            return tuple(
                Agency("sao", "องค์การบริหารส่วนตำบล", "อบต.", name, district, province)
                for name in chosen
            )
