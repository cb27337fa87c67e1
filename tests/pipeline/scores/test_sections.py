"""Documents of several bodies, each under its name."""

from __future__ import annotations

import pytest

from pipeline.scores.sections import body_line
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
