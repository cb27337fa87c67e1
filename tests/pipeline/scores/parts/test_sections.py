"""Documents of several bodies, each under its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Box, Document, Line, Page
from pipeline.scores.parts.headings import body_line
from pipeline.scores.parts.sections import sections
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import read, ten

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
TABLE = "ตัวชี้วัด\tคะแนน\n" + ten("{name}", "{value}")


def test_each_table_is_of_the_body_named_above_it() -> None:
    found = read(
        f"{TITLE}1. อบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น\n\n{TABLE}\n\n"
        f"2. เทศบาลตำบลท่าพระ อ.เมืองขอนแก่น\n\n{TABLE}\n\nคะแนนราย\n\n{TABLE}"
    )
    bodies = [score.body for score in found.scores]
    assert len(bodies) == 30
    assert list(dict.fromkeys(bodies)) == [
        "อบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น",
        "เทศบาลตำบลท่าพระ อ.เมืองขอนแก่น",
    ]
    assert bodies[10:] == [bodies[10]] * 20


def test_a_report_of_one_body_stays_one() -> None:
    found = read(f"{TITLE}อบต.บ้านค้อ\n\n{TABLE}\n\nอบต.บ้านค้อ\n\n{TABLE}")
    assert {score.body for score in found.scores} == {""}


def test_a_heading_may_wrap_into_two_lines() -> None:
    found = read(
        f"ผลการประเมิน ITA ปีงบประมาณ 2565 ขององค์การบริหารส่วนตำบลบ้านค้อ\n"
        f"อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\n\n{TABLE}\n\n"
        f"ผลการประเมิน ITA ปีงบประมาณ 2565 ขององค์การบริหารส่วนตำบลแควอ้อม อำเภออัมพวา จังหวัด\n"
        f"สมุทรสงคราม\n\n{TABLE}"
    )
    places = ["".join(score.body.split()) for score in found.scores]
    assert list(dict.fromkeys(places)) == [
        "องค์การบริหารส่วนตำบลบ้านค้ออำเภอเมืองขอนแก่นจังหวัดขอนแก่น",
        "องค์การบริหารส่วนตำบลแควอ้อมอำเภออัมพวาจังหวัดสมุทรสงคราม",
    ]


def test_a_body_named_with_and_without_its_place_is_one() -> None:
    found = read(
        f"ผลการประเมิน ITA ปี 2565 ของอบต.บ้านค้อ\n\n{TABLE}\n\n"
        f"อบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น\n\n{TABLE}"
    )
    assert {score.body for score in found.scores} == {""}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("หน่วยงาน : อบต.บ้านค้อ", "อบต.บ้านค้อ"),
        ("องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น",
         "องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น"),
        ("ผลการประเมิน ITA ปีงบประมาณ 2565 ของอบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น",
         "อบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น"),
        ("ตารางที่ 2 ผลการประเมินองค์การบริหารส่วนตำบลบ้านค้อ ปีงบประมาณ พ.ศ. 2565",
         "องค์การบริหารส่วนตำบลบ้านค้อ"),
        ("รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของ"
         "เทศบาลตำบลท่าพระ", "เทศบาลตำบลท่าพระ"),
        ("ผลคะแนน อบต.บ้านค้อ 85.20 คะแนน", ""),
        ("แนวทางยกระดับผลการประเมินของอบต.บ้านค้อ", ""),
        ("อบต.บ้านค้อ มีผลการประเมินดังนี้", ""),
        ("เปรียบเทียบ อบต.บ้านค้อ กับ อบต.สาวะถี", ""),
        ("ผลการประเมินรายตัวชี้วัด", ""),
    ],
)  # fmt: skip
def test_only_a_line_that_is_a_name_begins_a_section(line: str, body: str) -> None:
    assert body_line(line) == body


def test_tables_beside_each_other_are_of_the_bodies_named_above_them() -> None:
    names = ("เทศบาลตำบลบ้านเป้า อำเภอเกษตรสมบูรณ์ จังหวัดชัยภูมิ", "อบต.หนองหาร อำเภอสันทราย จังหวัดเชียงใหม่")
    tables = [
        replace(
            table(["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", value]), box=Box(left, 90, left + 200, 200)
        )
        for left, value in ((50.0, "81.00"), (300.0, "92.00"))
    ]
    line = Line(" ".join(names), " ".join(names), 1, 1, Box(50, 70, 500, 85))
    document = Document((Page(1, (line, *tables)),), "application/pdf", "hand")
    assert sections(document) == {1: names[0], 2: names[1]}
    plain = Line("ผลการประเมินสองปี", "ผลการประเมินสองปี", 1, 1, Box(50, 70, 500, 85))
    assert not sections(replace(document, pages=(Page(1, (plain, *tables)),)))


def test_a_sheet_named_as_its_body_is_of_that_body() -> None:
    rows = "\n\n" + ten("{name}", "{value}") + "\n"
    text = "".join(
        f"อบต.{name}\nองค์การบริหารส่วนตำบล{name} อำเภอสันทราย จังหวัดเชียงใหม่{rows}\n"
        for name in ("หนองหาร", "หนองจ๊อม")
    )
    assert len({score.body for score in read("ผลคะแนน ITA ปี 2566\n\n" + text).scores}) == 2


def test_lists_of_one_district_after_the_other_are_all_of_the_same_assessment() -> None:
    text = "สรุปคะแนน ITA\nขององค์กรปกครองส่วนท้องถิ่น\nประจำปีงบประมาณ พ.ศ. 2564\n\n"
    for number, district in enumerate(("สมเด็จ", "นามน", "ยางตลาด", "ท่าคันโท", "กมลาไสย")):
        rows = "\n".join(f"{at}\tอบต.หมู่{at}\t8{number}.1{at}\tA" for at in (1, 2, 3))
        text += f"อำเภอ{district}\n\nลำดับ\tหน่วยงาน\tคะแนนรวม\tระดับ\n{rows}\n\n"
    assert len([score for score in read(text).scores if score.item.code == "total"]) == 15


def test_a_list_below_the_heading_of_another_subject_is_none_of_them() -> None:
    rows = "1\tอบต.ก้านเหลือง\t81.10\tA\n2\tอบต.ดงลิง\t82.20\tA"
    text = f"สรุปคะแนน ITA ปี 2564\n\nลำดับ\tหน่วยงาน\tคะแนนรวม\tระดับ\n{rows}\n\n"
    text += "การประเมินประสิทธิภาพ\nด้านการคลัง\nด้านการศึกษา\nด้านสาธารณสุข\n\n"
    text += "ลำดับ\tหน่วยงาน\tคะแนนรวม\tระดับ\n" + rows.replace("8", "7")
    assert {str(score.value) for score in read(text).scores} == {"81.10", "82.20"}


def test_years_and_means_below_each_other_in_one_grid_are_tables_of_their_own() -> None:
    head = "ตัวชี้วัด\tคะแนน"
    years = {2563: "81.11", 2564: "82.22"}
    parts = [
        f"{n}) ปีงบประมาณ พ.ศ. {year}\t\n{head}\nการใช้อำนาจ\t{value}\nการใช้งบประมาณ\t{value}\n"
        f"คะแนนรวม {value} ระดับ B\t"
        for n, (year, value) in enumerate(years.items(), 1)
    ]
    means = f"ค่าเฉลี่ยระดับประเทศ\t\n{head}\nการใช้อำนาจ\t71.11\nการใช้งบประมาณ\t71.11"
    found = read(
        "ผลการประเมิน ITA เทศบาลตำบลหนองหาร\n\n" + "\n".join([*parts, means]).split("\n", 1)[1]
    )
    assert [(s.fiscal_year, str(s.value)) for s in found.scores if s.fiscal_year == 2564] == [
        (2564, "82.22")
    ] * 3
    assert "71.11" not in {str(score.value) for score in found.scores}
