"""Bodies and places that reports can be of, drawn from the lists of `geothai`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from random import Random

_ODD = re.compile(r"[^a-z0-9ก-ฺเ-๎]")
"""What an id leaves out of a name."""
_PLAIN = re.compile("[ก-ฺเ-๎]+")
"""Names of places without remarks in brackets, which no body bears in its name."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A public body as its reports name it."""

    kind: str
    type_word: str
    short: str
    name: str
    district: str = ""
    province: str = ""

    @property
    def official(self) -> str:
        return f"{self.type_word}{self.name}"

    @property
    def place(self) -> str:
        """The line below the name on a cover; empty for bodies of the whole country."""
        district = f"อำเภอ{self.district} " if self.district else ""
        return f"{district}จังหวัด{self.province}" if self.province else ""

    @property
    def id(self) -> str:
        """The id that the contract gives a body: kind, name and place, letters and digits alone."""
        places = (
            () if self.kind in ("pao", "province", "special") else (self.district, self.province)
        )
        parts = (_ODD.sub("", part) for part in (self.name, *places))
        return "-".join((self.kind, *(part for part in parts if part)))


# Bodies of the whole country, as they call themselves: (word of the kind, name).
_NATIONAL: dict[str, tuple[tuple[str, str], ...]] = {
    "department": (
        ("กรม", "ควบคุมโรค"), ("กรม", "ชลประทาน"), ("กรม", "ทางหลวงชนบท"), ("กรม", "ประมง"),
        ("กรม", "การขนส่งทางบก"), ("กรม", "ป่าไม้"), ("กรม", "สรรพสามิต"), ("กรม", "อนามัย"),
        ("กรม", "พัฒนาที่ดิน"), ("กรม", "การท่องเที่ยว"), ("กรม", "บังคับคดี"), ("กรม", "ธนารักษ์"),
    ),
    "university": (
        ("มหาวิทยาลัย", "เชียงใหม่"), ("มหาวิทยาลัย", "ขอนแก่น"), ("มหาวิทยาลัย", "นเรศวร"),
        ("มหาวิทยาลัย", "ทักษิณ"), ("มหาวิทยาลัย", "บูรพา"), ("มหาวิทยาลัย", "แม่โจ้"),
        ("มหาวิทยาลัย", "ราชภัฏสุรินทร์"), ("มหาวิทยาลัย", "ราชภัฏเลย"), ("มหาวิทยาลัย", "พะเยา"),
        ("มหาวิทยาลัย", "มหาสารคาม"), ("มหาวิทยาลัย", "วลัยลักษณ์"),
    ),
}  # fmt: skip

_CITIES = (
    ("เชียงใหม่", "เมืองเชียงใหม่", "เชียงใหม่"), ("ขอนแก่น", "เมืองขอนแก่น", "ขอนแก่น"),
    ("หาดใหญ่", "หาดใหญ่", "สงขลา"), ("พิษณุโลก", "เมืองพิษณุโลก", "พิษณุโลก"),
    ("อุดรธานี", "เมืองอุดรธานี", "อุดรธานี"), ("ภูเก็ต", "เมืองภูเก็ต", "ภูเก็ต"),
    ("ระยอง", "เมืองระยอง", "ระยอง"), ("ยะลา", "เมืองยะลา", "ยะลา"), ("ตรัง", "เมืองตรัง", "ตรัง"),
)  # fmt: skip
_TOWNS = (
    ("หัวหิน", "หัวหิน", "ประจวบคีรีขันธ์"), ("แสนสุข", "เมืองชลบุรี", "ชลบุรี"),
    ("ศรีสะเกษ", "เมืองศรีสะเกษ", "ศรีสะเกษ"), ("แพร่", "เมืองแพร่", "แพร่"),
    ("เลย", "เมืองเลย", "เลย"), ("ชัยภูมิ", "เมืองชัยภูมิ", "ชัยภูมิ"), ("พะเยา", "เมืองพะเยา", "พะเยา"),
    ("บ้านพรุ", "หาดใหญ่", "สงขลา"), ("สตูล", "เมืองสตูล", "สตูล"), ("น่าน", "เมืองน่าน", "น่าน"),
)  # fmt: skip

_SHARES = (
    ("sao", 46), ("subdistrict-municipality", 22), ("town", 5), ("city", 4), ("pao", 6),
    ("province", 5), ("hospital", 4), ("department", 4), ("university", 4),
)  # fmt: skip
"""Kinds with their share in percent: local bodies make nearly all reports."""


@cache
def tambons() -> tuple[tuple[str, str, str], ...]:
    """(tambon, district, province) outside Bangkok, in the order of their codes."""
    import geothai

    provinces = {p.code: p.name_th for p in geothai.provinces()}
    found = []
    for code, province in sorted(provinces.items()):
        if province == "กรุงเทพมหานคร":
            continue
        for district in geothai.districts(code):
            found += [
                (tambon.name_th, district.name_th, province)
                for tambon in geothai.subdistricts(district.code)
                if _PLAIN.fullmatch(tambon.name_th)
            ]
    return tuple(found)


def draw_agency(chance: Random) -> Agency:
    """A body of any kind; each kind as often as its share says."""
    kinds, shares = zip(*_SHARES, strict=True)
    kind = chance.choices(kinds, shares)[0]
    tambon, district, province = chance.choice(tambons())
    if kind == "sao":
        return Agency(kind, "องค์การบริหารส่วนตำบล", "อบต.", tambon, district, province)
    if kind == "subdistrict-municipality":
        return Agency(kind, "เทศบาลตำบล", "ทต.", tambon, district, province)
    if kind == "town":
        return Agency(kind, "เทศบาลเมือง", "ทม.", *chance.choice(_TOWNS))
    if kind == "city":
        return Agency(kind, "เทศบาลนคร", "ทน.", *chance.choice(_CITIES))
    if kind == "pao":
        return Agency(kind, "องค์การบริหารส่วนจังหวัด", "อบจ.", province, "", province)
    if kind == "province":
        return Agency(kind, "จังหวัด", "จ.", province, "", province)
    if kind == "hospital":
        return Agency(kind, "โรงพยาบาล", "รพ.", district.removeprefix("เมือง"), district, province)
    word, name = chance.choice(_NATIONAL[kind])
    return Agency(kind, word, word, name)


def draw_neighbours(chance: Random, count: int) -> tuple[Agency, ...]:
    """Different local bodies of one district or, where many are asked, of one province."""
    while True:
        _, district, province = chance.choice(tambons())
        near = [row for row in tambons() if row[1:] == (district, province)]
        if len(near) < count:
            near = [row for row in tambons() if row[2] == province]
        names = {row[0]: row for row in near}
        if len(names) < count:
            continue
        chosen = sorted(chance.sample(sorted(names), count))
        return tuple(Agency("sao", "องค์การบริหารส่วนตำบล", "อบต.", *names[name]) for name in chosen)
