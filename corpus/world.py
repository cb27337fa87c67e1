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
    known: bool = True
    """False: a part of a body, or one that no list of bodies has."""

    @property
    def official(self) -> str:
        return f"{self.type_word}{self.name}"

    @property
    def place(self) -> str:
        """The line below the name on a cover; empty where the name says it, or the whole country."""
        if self.kind == "province" or (self.kind == "special" and not self.district):
            return ""
        district = f"อำเภอ{self.district} " if self.district else ""
        return f"{district}จังหวัด{self.province}" if self.province else ""

    @property
    def id(self) -> str:
        """The id that the contract gives a body: kind, name and place, letters and digits alone;
        of one that is not known, its name."""
        if not self.known:
            return f"unknown-{_ODD.sub('', self.name)}"
        places = (
            () if self.kind in ("pao", "province", "special") else (self.district, self.province)
        )
        parts = (_ODD.sub("", part) for part in (self.name, *places))
        return "-".join((self.kind, *(part for part in parts if part)))


# Bodies of the whole country, as they call themselves: (word of the kind, name).
_NATIONAL: dict[str, tuple[tuple[str, str], ...]] = {
    "department": (
        ("กรม", "ควบคุมโรค"),
        ("กรม", "ชลประทาน"),
        ("กรม", "ทางหลวงชนบท"),
        ("กรม", "ประมง"),
        ("กรม", "การขนส่งทางบก"),
        ("กรม", "ป่าไม้"),
        ("กรม", "สรรพสามิต"),
        ("กรม", "อนามัย"),
        ("กรม", "พัฒนาที่ดิน"),
        ("กรม", "การท่องเที่ยว"),
        ("กรม", "บังคับคดี"),
        ("กรม", "ธนารักษ์"),
    ),
    "university": (
        ("มหาวิทยาลัย", "เชียงใหม่"),
        ("มหาวิทยาลัย", "ขอนแก่น"),
        ("มหาวิทยาลัย", "นเรศวร"),
        ("มหาวิทยาลัย", "ทักษิณ"),
        ("มหาวิทยาลัย", "บูรพา"),
        ("มหาวิทยาลัย", "แม่โจ้"),
        ("มหาวิทยาลัย", "ราชภัฏสุรินทร์"),
        ("มหาวิทยาลัย", "ราชภัฏเลย"),
        ("มหาวิทยาลัย", "พะเยา"),
        ("มหาวิทยาลัย", "มหาสารคาม"),
        ("มหาวิทยาลัย", "วลัยลักษณ์"),
    ),
    "court": (
        ("", "สำนักงานศาลยุติธรรม"),
        ("", "สำนักงานศาลปกครอง"),
        ("", "สำนักงานศาลรัฐธรรมนูญ"),
    ),
    "area-office": (
        ("", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 2"),
        ("", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1"),
        ("", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาพิษณุโลก อุตรดิตถ์"),
        ("", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเลย หนองบัวลำภู"),
    ),
    "enterprise": (
        ("", "การไฟฟ้านครหลวง"),
        ("", "การประปาส่วนภูมิภาค"),
        ("", "ธนาคารออมสิน"),
        ("", "การเคหะแห่งชาติ"),
        ("", "การรถไฟแห่งประเทศไทย"),
        ("", "องค์การสะพานปลา"),
        ("", "องค์การจัดการน้ำเสีย"),
        ("", "บริษัท ไปรษณีย์ไทย จำกัด"),
    ),
    "public-organisation": (
        ("", "สำนักงานพัฒนารัฐบาลดิจิทัล"),
        ("", "สถาบันวิจัยดาราศาสตร์แห่งชาติ"),
        ("", "กองทุนบำเหน็จบำนาญข้าราชการ"),
        ("", "สถาบันวัคซีนแห่งชาติ"),
    ),
    "independent": (
        ("", "สำนักงานคณะกรรมการการเลือกตั้ง"),
        ("", "สำนักงานผู้ตรวจการแผ่นดิน"),
        ("", "สำนักงานคณะกรรมการสิทธิมนุษยชนแห่งชาติ"),
        ("", "สำนักงานอัยการสูงสุด"),
    ),
}
_KIND_OF_ID = {
    "สำนักงาน": "department", "สถาบัน": "other", "กองทุน": "other",
}  # fmt: skip
"""Kinds of the agency id for bodies that are named after none, by how their names begin: offices
of courts and of independent bodies are offices."""
_SPECIAL = (
    Agency("special", "", "", "กรุงเทพมหานคร", "", "กรุงเทพมหานคร"),
    Agency("special", "", "", "เมืองพัทยา", "บางละมุง", "ชลบุรี"),
)
_PARTICULAR_SHARE = 0.08
"""Of bodies that are neither local nor one of the common kinds of the state."""  # fmt: skip

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
    if chance.random() < _PARTICULAR_SHARE:
        return _particular(chance)
    kinds, shares = zip(*_SHARES, strict=True)
    kind = chance.choices(kinds, shares)[0]
    tambon, district, province = chance.choice(tambons())
    if kind in _LOCAL:
        return Agency(kind, *_LOCAL[kind], tambon, district, province)
    if kind == "town":
        return Agency(kind, "เทศบาลเมือง", "ทม.", *chance.choice(_TOWNS))
    if kind == "city":
        return Agency(kind, "เทศบาลนคร", "ทน.", *chance.choice(_CITIES))
    if kind == "pao":
        return _of_province(province)
    if kind == "province":
        return Agency(kind, "จังหวัด", "จ.", province, "", province)
    if kind == "hospital":
        return _hospital(district, province)
    return _national(kind, *chance.choice(_NATIONAL[kind]))


def _particular(chance: Random) -> Agency:
    """A court's office, an education area, an enterprise, a public organisation, an independent
    body, a special local body."""
    group = chance.choice(
        ("court", "area-office", "enterprise", "public-organisation", "independent", "special")
    )
    if group == "special":
        return chance.choice(_SPECIAL)
    word, name = chance.choice(_NATIONAL[group])
    kind = next((k for start, k in _KIND_OF_ID.items() if name.startswith(start)), group)
    return _national("other" if group == "area-office" else kind, word, name)


def draw_local(chance: Random) -> Agency:
    """An อบต. or a เทศบาลตำบล."""
    kind = chance.choice(sorted(_LOCAL))
    return Agency(kind, *_LOCAL[kind], *chance.choice(tambons()))


def draw_hospital(chance: Random) -> Agency:
    """A district's hospital."""
    return _hospital(*chance.choice(tambons())[1:])


def _national(kind: str, word: str, name: str) -> Agency:
    return Agency(kind, word, word, name)


def _of_province(province: str) -> Agency:
    return Agency("pao", "องค์การบริหารส่วนจังหวัด", "อบจ.", province, "", province)


def _hospital(district: str, province: str) -> Agency:
    name = district.removeprefix("เมือง")
    return Agency("hospital", "โรงพยาบาล", "รพ.", name, district, province)


_LOCAL = {
    "sao": ("องค์การบริหารส่วนตำบล", "อบต."),
    "subdistrict-municipality": ("เทศบาลตำบล", "ทต."),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """Bodies that stand in one table, what they are together, and who lists them."""

    bodies: tuple[Agency, ...]
    title: str
    owner: Agency


def draw_list(chance: Random, count: int) -> Listed:
    """Local bodies of a district or a province, hospitals of a province, departments, universities."""
    kind = chance.choices(("local", "hospitals", "departments", "universities"), (80, 8, 6, 6))[0]
    if kind == "departments" and count <= len(_NATIONAL["department"]):
        owner = Agency("department", "", "", "สำนักงานปลัดสำนักนายกรัฐมนตรี")
        return Listed(_several(chance, "department", count), "ส่วนราชการระดับกรม", owner)
    if kind == "universities" and count <= len(_NATIONAL["university"]):
        owner = Agency("department", "", "", "สำนักงานปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม")
        return Listed(_several(chance, "university", count), "สถาบันอุดมศึกษา", owner)
    if kind == "hospitals":
        return _hospitals(chance, count)
    return _local_bodies(chance, count)


def _several(chance: Random, kind: str, count: int) -> tuple[Agency, ...]:
    return tuple(_national(kind, *one) for one in chance.sample(_NATIONAL[kind], count))


def _hospitals(chance: Random, count: int) -> Listed:
    """One of each district of a province; as many as it has, where fewer are asked for."""
    province = chance.choice(tambons())[2]
    districts = sorted({row[1] for row in tambons() if row[2] == province})
    if len(districts) < count:
        return _local_bodies(chance, count)
    bodies = tuple(_hospital(one, province) for one in chance.sample(districts, count))
    owner = Agency("other", "", "", f"สำนักงานสาธารณสุขจังหวัด{province}", "", province)
    return Listed(bodies, f"โรงพยาบาลในจังหวัด{province}", owner)


def _local_bodies(chance: Random, count: int) -> Listed:
    """Different local bodies of one district or, where many are asked, of one province: mostly
    อบต., some เทศบาลตำบล, and the province's อบจ."""
    while True:
        _, district, province = chance.choice(tambons())
        near = [row for row in tambons() if row[1:] == (district, province)]
        whole = len(near) < count
        if whole:
            near = [row for row in tambons() if row[2] == province]
        names = {row[0]: row for row in near}
        if len(names) >= count:
            break
    chosen = sorted(chance.sample(sorted(names), count))
    towns = chance.random() * 0.6
    bodies = [
        Agency(kind, *_LOCAL[kind], *names[name])
        for name in chosen
        for kind in ["subdistrict-municipality" if chance.random() < towns else "sao"]
    ]
    several = len({body.district for body in bodies}) > 1
    if several and chance.random() < 0.4:
        bodies[0] = _of_province(province)
    if several:
        owner = Agency("other", "", "", f"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{province}", "", province)
        return Listed(tuple(bodies), f"องค์กรปกครองส่วนท้องถิ่นในจังหวัด{province}", owner)
    district = bodies[0].district
    owner = Agency("other", "", "", f"ที่ทำการปกครองอำเภอ{district}", district, province)
    title = f"องค์กรปกครองส่วนท้องถิ่นในอำเภอ{district} จังหวัด{province}"
    return Listed(tuple(bodies), title, owner)
