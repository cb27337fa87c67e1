"""Tables and lines beside measures that are none: scores, budgets, staff, agendas."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from corpus.report import Block, Grid, Paragraph
from corpus.scores import TEN_FROM, draw_scores, rating_of
from corpus.words import NAMES

_STAFF = (("นายกองค์การบริหารส่วนตำบล", "ประธานกรรมการ"), ("ปลัด", "กรรมการ"), ("ผู้อำนวยการกองคลัง", "กรรมการ"), ("หัวหน้าสำนักปลัด", "กรรมการและเลขานุการ"))  # fmt: skip
_PROJECTS = (
    "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ 4",
    "จัดซื้อครุภัณฑ์คอมพิวเตอร์",
    "ขุดลอกคลองสาธารณะ",
    "ซ่อมแซมอาคารสำนักงาน",
)


def distract(chance: Random, blocks: Sequence[Block], year: int) -> list[Block]:
    """The blocks with other tables before and behind the measures."""
    makers = (_scores, _staff, _budget, _agenda, _issues, _bands)
    chosen = chance.sample(makers, chance.randint(0, 3))
    before = next(i for i, block in enumerate(blocks) if isinstance(block, Paragraph))
    result = list(blocks)
    for make in chosen:
        made = make(chance, year)
        if chance.random() < 0.5:
            result[before:before] = made
        else:
            result += made
    return result


def _scores(chance: Random, year: int) -> list[Block]:
    """Last year's ten indicators, where that year had them."""
    if year - 1 < TEN_FROM:
        return _staff(chance, year)
    rows = [("ลำดับ", "ตัวชี้วัด", "คะแนน", "ระดับ", "หมายเหตุ")]
    values = draw_scores(chance, year - 1).indicators
    rows += [
        (str(n), name, str(value), rating_of(TEN_FROM, value, {}), "")
        for n, (name, value) in enumerate(zip(NAMES, values, strict=True), 1)
    ]
    return [
        Paragraph(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year - 1} รายตัวชี้วัด"),
        Grid(tuple(rows)),
    ]


def _staff(_chance: Random, _year: int) -> list[Block]:
    rows = [("ที่", "ตำแหน่ง", "หน้าที่ในคณะทำงาน", "หมายเหตุ")]
    rows += [(str(n), *one, "") for n, one in enumerate(_STAFF, 1)]
    return [Paragraph("คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส"), Grid(tuple(rows))]


def _budget(chance: Random, year: int) -> list[Block]:
    rows = [("ที่", "โครงการ", "งบประมาณ (บาท)", "เบิกจ่าย", "คงเหลือ")]
    for n, name in enumerate(_PROJECTS, 1):
        total = chance.randint(10, 90) * 10000
        rows.append((str(n), name, f"{total:,}", f"{total - 5000:,}", "5,000"))
    return [Paragraph(f"ผลการเบิกจ่ายงบประมาณปี {year - 1}"), Grid(tuple(rows))]


def _agenda(_chance: Random, year: int) -> list[Block]:
    rows = [("วันที่", "กิจกรรม", "สถานที่"), (f"5 พ.ย. {year - 1}", "ประชุมคณะทำงาน", "ห้องประชุม"),
            (f"9 ม.ค. {year}", "ติดตามความก้าวหน้า", "ห้องประชุม")]  # fmt: skip
    return [Paragraph("ปฏิทินการประชุม"), Grid(tuple(rows))]


def _issues(chance: Random, _year: int) -> list[Block]:
    rows = [("ตัวชี้วัด", "ประเด็นการประเมิน", "ประเด็นที่ควรพัฒนา")]
    rows += [
        (name, "การรับรู้ของผู้มีส่วนได้ส่วนเสียต่อการปฏิบัติงาน", "ควรประชาสัมพันธ์ให้ทั่วถึงมากขึ้น")
        for name in chance.sample(NAMES, 3)
    ]
    return [Paragraph("ประเด็นที่ควรพัฒนา"), Grid(tuple(rows))]


def _bands(_chance: Random, _year: int) -> list[Block]:
    rows = (
        ("คะแนน", "ระดับ"),
        ("95.00 - 100", "AA"),
        ("85.00 - 94.99", "A"),
        ("75.00 - 84.99", "B"),
    )
    return [Paragraph("เกณฑ์ระดับผลการประเมิน"), Grid(rows)]
