"""Reports about bodies of a register, sound and damaged, to measure recognition with."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.agency import Register
from pipeline.agency.known.kinds import official_name
from pipeline.agency.known.spelling import key
from pipeline.facts import Body, Resolution

SHARED = Path(__file__).resolve().parents[4] / "shared"

KINDS = {
    "TAO": ("sao", "องค์การบริหารส่วนตำบล", "อบต."),
    "PAO": ("pao", "องค์การบริหารส่วนจังหวัด", "อบจ."),
    "ThesabanNakhon": ("city", "เทศบาลนคร", "ทน."),
    "ThesabanMueang": ("town", "เทศบาลเมือง", "ทม."),
    "ThesabanTambon": ("subdistrict-municipality", "เทศบาลตำบล", "ทต."),
}
PLACES = {
    "district and province": "\nอำเภอ{district} จังหวัด{province}",
    "short": " อ.{district} จ.{province}",
    "province": " จังหวัด{province}",
    "none": "",
}
REPORTS = (
    """รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส
ประจำปีงบประมาณ พ.ศ. ๒๕๖๖

{body}{place}

ด้วย{body}ได้รับการประเมินจากสำนักงาน ป.ป.ช. กระทรวงมหาดไทย แล้ว ผลการประเมินของ{body} มีคะแนนเฉลี่ย""",
    """บันทึกข้อความ
ส่วนราชการ สำนักปลัด {body}{place}
ที่ - วันที่ ๑ มกราคม ๒๕๖๖
เรื่อง รายงานผล
เรียน ปลัด{body}

ตามที่{body}ได้เข้าร่วมการประเมิน""",
    """มาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{body} ประจำปี 2567
{place}

{body}กำหนดมาตรการดังนี้

มาตรการ\tผู้รับผิดชอบ
เปิดเผยข้อมูลของ{body}\tสำนักปลัด""",
)
_TAKEN_FOR = {
    "ด": "คต", "ค": "ดต", "ต": "ดค", "ุ": "ู", "ู": "ุ", "ิ": "ี", "ี": "ิื", "น": "มบ", "บ": "ปน",
    "ร": "ธว", "ว": "อา", "า": "ว", "ส": "ลศ", "ล": "ส", "ง": "ว", "ก": "ถภ", "ม": "นท", "ท": "ห",
    "่": "้", "้": "่", "อ": "ฮว", "เ": "แ", "แ": "เ", "โ": "ไ", "ข": "ช", "ช": "ข", "พ": "ผ", "ผ": "พ",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One report, and the body it is of."""

    text: str
    kind: str
    name: str
    district: str
    province: str

    def outcome(self, found: Resolution) -> str:
        """``right``, ``kept`` (unknown, as printed and right), ``open`` (said to be ambiguous or
        unknown), or ``wrong``.

        A place left blank is no error: it is not claimed.
        """
        body = found.body
        if found.status == "unknown" and body is not None:
            printed = (body.kind, body.name, body.district, body.province)
            true = (self.kind, self.name, self.district, self.province)
            return "kept" if printed == true else "open"
        if found.status != "resolved" or body is None:
            return "open"
        same = (body.kind, key(body.name)) == (self.kind, key(self.name))
        here = body.district in ("", self.district) and body.province in ("", self.province)
        return "right" if same and here else "wrong"


def local_bodies() -> list[dict[str, str]]:
    """The rows of the shared register, without the pairs that its README calls doubtful
    (one kind, name and district twice); empty where it is absent."""
    path = SHARED / "register" / "local_bodies.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["type_code"] in KINDS]
    counted = Counter(_identity(row) for row in rows)
    return [row for row in rows if counted[_identity(row)] == 1]


def register_of(rows: Iterable[dict[str, str]]) -> Register:
    """The rows as an official register."""
    return Register(
        Body(
            (kind := KINDS[row["type_code"]][0]),
            row["name"],
            row["amphoe"],
            row["changwat"],
            row["geocode"],
            official_name(kind, row["name"]),
        )
        for row in rows
    )


def _identity(row: dict[str, str]) -> tuple[str, ...]:
    return row["type_code"], row["name"], row["amphoe"], row["changwat"]


def misread(name: str, rng: random.Random) -> str:
    """The name with one letter taken for one that looks like it, or lost."""
    places = [i for i, letter in enumerate(name) if letter in _TAKEN_FOR]
    if not places or rng.random() < 0.2:
        place = rng.randrange(1, len(name))
        return name[:place] + name[place + 1 :]
    place = rng.choice(places)
    return name[:place] + rng.choice(_TAKEN_FOR[name[place]]) + name[place + 1 :]


def cases(rows: list[dict[str, str]], place: str, damage: str, seed: int) -> Iterator[Case]:
    """A report about each body, long and short form; ``damage`` is ``none``, ``once`` (one
    mention is misread), or ``half`` (each mention may be)."""
    rng = random.Random(seed)
    for row in rows:
        kind, *forms = KINDS[row["type_code"]]
        for word in forms:
            parts = rng.choice(REPORTS).split("{body}")
            text = parts[0]
            for index, part in enumerate(parts[1:]):
                hit = (damage == "once" and index == 0) or (damage == "half" and rng.random() < 0.5)
                text += word + (misread(row["name"], rng) if hit else row["name"]) + part
            where = PLACES[place].format(district=row["amphoe"], province=row["changwat"])
            yield Case(
                text.replace("{place}", where), kind, row["name"], row["amphoe"], row["changwat"]
            )
