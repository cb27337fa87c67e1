"""Samples of instruments, indices and many bodies, as PDF."""

from __future__ import annotations

from decimal import Decimal

from corpus.samples.gold import Gold, body, half_up, thai
from corpus.sheets import Sheet, write_pdf


def levels_of_instruments(gold: Gold) -> None:
    """Instruments with weights and a level of 2566 and later, as PDF."""
    name = "levels_of_instruments.pdf"
    place = body("เทศบาลนครขอนแก่น", "เมืองขอนแก่น", "ขอนแก่น")
    parts = {"IIT": "92.36", "EIT": "88.90", "OIT": "97.15"}
    weights = {"IIT": 30, "EIT": 30, "OIT": 40}
    whole = half_up(sum((Decimal(v) * weights[k] for k, v in parts.items()), Decimal(0)) / 100)
    rows = [["เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนนที่ได้"]]
    rows += [[f"แบบวัด {code}", str(weights[code]), value] for code, value in parts.items()]
    rows += [["คะแนนรวม", "100", whole], ["ระดับผลการประเมิน", "", "ผ่านดี"]]
    sheet = Sheet(
        "สรุปผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
        "เทศบาลนครขอนแก่น อำเภอเมืองขอนแก่น จังหวัดขอนแก่น",
        rows,
        "ขอขอบคุณผู้มีส่วนได้ส่วนเสียทุกท่านที่ตอบแบบวัดครบตามจำนวน",
    )
    write_pdf(gold.reports / name, [sheet])
    for code, value in parts.items():
        gold.score(name, place, 2567, "instrument", code, value)
    gold.score(name, place, 2567, "total", "total", whole)
    gold.year(name, place, 2567, "consistent", rating="ผ่านดี", recomputed_total=whole)


def five_indices(gold: Gold) -> None:
    """The five weighted indices of 2561, as PDF with Thai digits."""
    name = "five_indices.pdf"
    place = body("องค์การบริหารส่วนจังหวัดพะเยา", "", "พะเยา")
    indices = (
        ("ความโปร่งใส", "82.14", 26),
        ("ความพร้อมรับผิด", "79.60", 18),
        ("ความปลอดจากการทุจริตในการปฏิบัติงาน", "91.37", 22),
        ("วัฒนธรรมคุณธรรมในองค์กร", "70.25", 16),
        ("คุณธรรมการทำงานในหน่วยงาน", "76.88", 18),
    )
    whole = half_up(sum((Decimal(v) * w for _, v, w in indices), Decimal(0)) / 100)
    rows = [["ดัชนี", "คะแนน"], *[[label, thai(value)] for label, value, _ in indices]]
    rows.append(["คะแนนรวม", thai(whole)])
    sheet = Sheet(
        "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๑",
        "องค์การบริหารส่วนจังหวัดพะเยา",
        rows,
        "คะแนนห้าดัชนีถ่วงน้ำหนักตามคู่มือการประเมินของปีนั้น",
    )
    write_pdf(gold.reports / name, [sheet])
    for number, (_, value, _) in enumerate(indices, 1):
        gold.score(name, place, 2561, "index", f"index{number}", value)
    gold.score(name, place, 2561, "total", "total", whole)
    gold.year(name, place, 2561, "consistent", recomputed_total=whole)


def district_table(gold: Gold) -> None:
    """Many bodies of one district in one table, with a mean that is no body, as PDF."""
    name = "district_table.pdf"
    places = ("แม่นะ", "เมืองงาย", "เมืองคอง", "เมืองนะ", "ปิงโค้ง", "ทุ่งข้าวพวง")
    rows = [["ที่", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม"]]
    sums = [Decimal(0)] * 4
    for index, tambon in enumerate(places):
        parts = (
            f"{88 + index}.{17 + index}",
            f"{84 + index}.5{index}",
            f"{79 + 3 * index}.2{index}",
        )
        whole = half_up(
            (Decimal(parts[0]) * 30 + Decimal(parts[1]) * 30 + Decimal(parts[2]) * 40) / 100
        )
        values = (*parts, whole)
        sums = [sum_ + Decimal(value) for sum_, value in zip(sums, values, strict=True)]
        rows.append([str(index + 1), f"อบต.{tambon}", *values])
        place = body(f"องค์การบริหารส่วนตำบล{tambon}", "เชียงดาว", "เชียงใหม่")
        for code, value in zip(("IIT", "EIT", "OIT"), parts, strict=True):
            gold.score(name, place, 2566, "instrument", code, value)
        gold.score(name, place, 2566, "total", "total", whole)
        gold.year(name, place, 2566, "consistent", recomputed_total=whole)
    rows.append(["", "เฉลี่ย", *(half_up(sum_ / len(places)) for sum_ in sums)])
    sheet = Sheet(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566",
        "ขององค์การบริหารส่วนตำบลในอำเภอเชียงดาว จังหวัดเชียงใหม่",
        rows,
        "ที่ทำการปกครองอำเภอเชียงดาว จังหวัดเชียงใหม่ เป็นผู้รวบรวม",
    )
    write_pdf(gold.reports / name, [sheet])
