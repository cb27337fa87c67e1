"""A stated change to the year before, held against the scores of both years."""

from __future__ import annotations

import pytest

from parsers.model import Document, Line, Page
from pipeline.audit.auditor import audit
from pipeline.audit.model import Finding, ReadDocument
from pipeline.read import read

REPORT = """ผลการประเมินคุณธรรมและความโปร่งใส ITA ปีงบประมาณ พ.ศ. 2567
องค์การบริหารส่วนตำบลน้ำอ้อม
อำเภอกันทรลักษ์ จังหวัดศรีสะเกษ
ปีงบประมาณ พ.ศ. 2566 ได้คะแนนรวม 83.60 คะแนน
ปีงบประมาณ พ.ศ. 2567 ได้คะแนนรวม 95.88 คะแนน
ปีงบประมาณ พ.ศ. 2566 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 80.10 คะแนน
ปีงบประมาณ พ.ศ. 2567 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 90.20 คะแนน
"""
TOTAL = [
    "เมื่อเทียบกับปีงบประมาณ 2566 ซึ่งได้ 83.60 คะแนน ปี 2567 ได้ 95.88 คะแนน เพิ่มขึ้น {} คะแนน",
    "ปี 2566 ได้คะแนน 83.60 คะแนน ปี 2567 ได้คะแนน 95.88 คะแนน เพิ่มขึ้น {} คะแนน",
    "ผลคะแนนรวมปีงบประมาณ 2567 เพิ่มขึ้น {} คะแนน จากปีงบประมาณ 2566",
    "ปีงบประมาณ 2567 ได้ 95.88 คะแนน สูงขึ้นจากปี 2566 ที่ได้ 83.60 คะแนน คิดเป็นเพิ่มขึ้น {} คะแนน",
    "จากเดิม 83.60 เป็น 95.88 เพิ่มขึ้น {}",
]
FIRST = [
    "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ เพิ่มขึ้น {} คะแนน",
    "การปฏิบัติหน้าที่ ปี 2566 ได้ 80.10 คะแนน ปี 2567 ได้ 90.20 คะแนน เพิ่มขึ้น {} คะแนน",
    "คะแนนรวม 95.88 คะแนน ตัวชี้วัดที่ 1 ได้ 90.20 เพิ่มขึ้น {} คะแนน",
]


def findings(sentence: str) -> tuple[Finding, ...]:
    lines = f"{REPORT}{sentence}".split("\n")
    page = Page(1, tuple(Line(text, text, at, 1) for at, text in enumerate(lines, 1)))
    facts = read(Document((page,), "text/plain", "text"))
    return audit([ReadDocument("report.txt", "ab", facts)]).findings


def alarms(sentence: str) -> list[Finding]:
    return [one for one in findings(sentence) if one.rule == "change-mismatch"]


@pytest.mark.parametrize("sentence", TOTAL)
def test_a_wrong_change_of_the_total_is_told_whose_it_is_or_not(sentence: str) -> None:
    assert alarms(sentence.format("12.28")) == []
    (alarm,) = alarms(sentence.format("12.55"))
    assert (alarm.code, alarm.item_type, alarm.printed) == ("total", "total", "12.55")
    assert (alarm.expected, alarm.difference) == ("+12.28", "+0.27")


@pytest.mark.parametrize("sentence", FIRST)
def test_a_wrong_change_of_an_indicator_is_not_taken_for_the_totals(sentence: str) -> None:
    assert alarms(sentence.format("10.10")) == []
    (alarm,) = alarms(sentence.format("10.37"))
    assert (alarm.code, alarm.expected) == ("1", "+10.10")


@pytest.mark.parametrize(
    "sentence",
    [
        "คะแนนเพิ่มขึ้น 12.28 คะแนน เมื่อเทียบกับปี 2566",
        "ผลการประเมิน ITA ปี 2567 เพิ่มขึ้น 12.28 คะแนน",
        "คะแนนเพิ่มขึ้น (12.28) จาก 83.60 เป็น 95.88",
        "มีผลต่างเพิ่มขึ้น +12.28 คะแนน",
        "จำนวนผู้ตอบแบบวัด 83 คน เพิ่มขึ้น 12.27 คน",
        "คะแนนเฉลี่ยระดับจังหวัดปี 2567 ได้ 91.49 คะแนน เพิ่มขึ้น 3.30 คะแนน",
        "คะแนนรวมปี 2567 เพิ่มขึ้นจากปี 2564 จำนวน 20.10 คะแนน",
    ],
)
def test_a_change_that_is_not_said_to_be_of_an_item_is_not_judged(sentence: str) -> None:
    assert alarms(sentence) == []


def test_a_change_in_per_cent_of_the_year_before_is_a_fair_thing_to_state() -> None:
    assert alarms("คะแนนรวมเพิ่มขึ้นร้อยละ 14.69 จากปี 2566") == []
    assert len(alarms("คะแนนรวมเพิ่มขึ้นร้อยละ 15.69 จากปี 2566")) == 1


def test_years_of_another_line_are_no_further_years_of_the_item_above() -> None:
    found = findings("ปี 2566 ได้ 83.60 คะแนน ปี 2567 ได้ 95.88 คะแนน")
    assert not any(one.rule == "value-conflict" for one in found)
