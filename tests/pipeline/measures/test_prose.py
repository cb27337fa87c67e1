"""Measures that stand as headings with lines of fields below them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Line
from pipeline.facts import Measure
from pipeline.measures import find_measures
from tests.pipeline.documents import document

PLAN = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"


def read(text: str) -> tuple[Measure, ...]:
    return find_measures(document(PLAN + text))


def test_a_heading_with_its_fields_is_a_measure() -> None:
    first, second = read(
        "มาตรการที่ ๑ เปิดเผยข้อมูลการจัดซื้อ\n"
        "วิธีดำเนินการ :\n๑. รวบรวมข้อมูล\n๒. ลงเว็บไซต์\n"
        "ผู้รับผิดชอบ : กองคลัง\nระยะเวลา : ไตรมาส ๒\nผลการดำเนินงาน : ลงแล้ว 4 ครั้ง\n"
        "มาตรการที่ ๒ : ตั้งศูนย์รับเรื่อง\n"
        "วิธีดำเนินการ : แต่งตั้งคณะทำงาน\nผู้รับผิดชอบ : สำนักปลัด"
    )
    assert (first.number, first.title) == ("1", "เปิดเผยข้อมูลการจัดซื้อ")
    assert first.steps == ("รวบรวมข้อมูล", "ลงเว็บไซต์")
    assert (first.responsible, first.start_date) == ("กองคลัง", "2023-01-01")
    assert first.result == ("ลงแล้ว 4 ครั้ง",)
    assert (second.number, second.title) == ("2", "ตั้งศูนย์รับเรื่อง")
    assert second.steps == ("แต่งตั้งคณะทำงาน",)


def test_numbered_steps_are_no_measures() -> None:
    found = read(
        "1. ทำแผนผังบริการ\nขั้นตอน\n1) ออกแบบ\n2) ติดตั้ง\nผู้รับผิดชอบ กองช่าง\n"
        "2. ทำบัตรคิว\nขั้นตอน\n1) จัดซื้อ\nผู้รับผิดชอบ สำนักปลัด"
    )
    assert [(m.number, m.title, m.steps) for m in found] == [
        ("1", "ทำแผนผังบริการ", ("ออกแบบ", "ติดตั้ง")),
        ("2", "ทำบัตรคิว", ("จัดซื้อ",)),
    ]


def test_a_project_may_name_its_title_with_a_label() -> None:
    (measure,) = read(
        "1. ชื่อโครงการ : อบรมคุณธรรม\n2. วัตถุประสงค์ : ให้มีวินัย\n3. วิธีดำเนินการ : อบรม 1 วัน\n"
        "4. ระยะเวลาดำเนินการ : มี.ค. 2566\n5. ผู้รับผิดชอบ : สำนักปลัด"
    )
    assert (measure.title, measure.steps) == ("อบรมคุณธรรม", ("อบรม 1 วัน",))
    assert (measure.end_date, measure.responsible) == ("2023-03-31", "สำนักปลัด")


def test_a_list_below_a_heading_that_is_a_measure_is_its_steps() -> None:
    first, second = read(
        "๑. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ\n- จัดทำเว็บไซต์\n- ปรับปรุงทุกเดือน\nผู้รับผิดชอบ สำนักปลัด\n"
        "๒. มาตรการจัดการเรื่องร้องเรียน\n- ตั้งศูนย์รับเรื่อง\n- แจ้งผลภายในกำหนด"
    )
    assert (first.title, first.steps) == (
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
        ("จัดทำเว็บไซต์", "ปรับปรุงทุกเดือน"),
    )
    assert (first.responsible, second.number) == ("สำนักปลัด", "2")


@pytest.mark.parametrize(
    "text",
    [
        "1. หลักการและเหตุผล\nการทุจริตเป็นปัญหา\n2. วัตถุประสงค์\nเพื่อแก้ไข\n3. มาตรการ\nทุกคนต้องซื่อสัตย์",
        "๑. ช่องทางร้องเรียน\nผู้รับผิดชอบ : สำนักปลัด\n๒. ช่องทางออนไลน์\nผู้รับผิดชอบ : กองคลัง",
        "1. ส่งคำขอ\n2. ตรวจเอกสาร\n3. ออกใบอนุญาต\nระยะเวลา : 3 วัน",
        "๑. มาตรการเผยแพร่ข้อมูล\n๒. มาตรการป้องกันสินบน\n๓. มาตรการตรวจสอบดุลพินิจ",
        "๑. มาตรการเผยแพร่ข้อมูล\n- จัดทำเว็บไซต์\n- ปรับปรุงทุกเดือน\n๒. บทสรุป",
        "ขั้นตอน : 1. ยื่นคำร้อง 2. รับเรื่อง\nผู้รับผิดชอบ : งานธุรการ",
    ],
)
def test_text_without_headings_of_work_and_unit_holds_none(text: str) -> None:
    assert read(text) == ()


def test_names_and_numbers_of_persons_stay_out_of_every_field() -> None:
    (measure,) = read(
        "มาตรการที่ 1 ตั้งศูนย์รับเรื่อง\nวิธีดำเนินการ : มอบหมายให้นายสมชาย ใจดี รับเรื่อง\n"
        "ผู้รับผิดชอบ : นางสาวสุดา มีสุข หัวหน้าสำนักปลัด โทร. 081-234-5678\nหมายเหตุ : ติดต่อ ๐๘๙ ๘๗๖ ๕๔๓๒"
    )
    everything = repr(measure)
    for private in ("สมชาย", "ใจดี", "สุดา", "มีสุข", "081", "๐๘๙"):
        assert private not in everything
    assert measure.responsible == "หัวหน้าสำนักปลัด"


def test_a_result_behind_its_name_without_a_colon_is_read() -> None:
    first, second = read(
        "1. เผยแพร่ข้อมูล\nขั้นตอน\n1) มอบหมาย\nผู้รับผิดชอบ สำนักปลัด\nผลการดำเนินการ เผยแพร่ครบ 43 รายการ\n"
        "2. ป้องกันการรับสินบน\nขั้นตอน\n1) ประกาศ\nผู้รับผิดชอบ กองคลัง\nผลการดำเนินการ ประกาศแล้ว"
    )
    assert (first.result, second.result) == (("เผยแพร่ครบ 43 รายการ",), ("ประกาศแล้ว",))


def test_a_heading_unlike_its_fields_ends_a_measure() -> None:
    plan = document(
        f"{PLAN}1. เผยแพร่ข้อมูล\nขั้นตอน\n1) มอบหมาย\nผู้รับผิดชอบ สำนักปลัด\n"
        "2. รับสินบน\nขั้นตอน\n1) ประกาศ\nผู้รับผิดชอบ กองคลัง\nข้อเสนอแนะ\n1. ควรอบรม"
    )
    page = plan.pages[0]
    blocks = tuple(
        replace(block, heading=isinstance(block, Line) and block.text == "ข้อเสนอแนะ")
        for block in page.blocks
        if isinstance(block, Line)
    )
    found = find_measures(replace(plan, pages=(replace(page, blocks=blocks),)))
    assert [measure.remark for measure in found] == ["", ""]


def test_steps_numbered_below_their_measure_are_all_its_steps() -> None:
    first, second = read(
        "1. มาตรการเผยแพร่ข้อมูล\nขั้นตอนการดำเนินงาน\n1.1 แต่งตั้งเจ้าหน้าที่\n1.2 จัดทำประกาศ\n"
        "ผู้รับผิดชอบ สำนักปลัด\n2. มาตรการมีส่วนร่วม\nขั้นตอนการดำเนินงาน\n๒.๑ จัดประชุม\n๒.๒ รับฟัง\n"
        "ผู้รับผิดชอบ กองช่าง"
    )
    assert first.steps == ("แต่งตั้งเจ้าหน้าที่", "จัดทำประกาศ")
    assert second.steps == ("จัดประชุม", "รับฟัง")


def test_a_title_that_breaks_before_a_word_like_a_label_opens_no_measures() -> None:
    plan = document(
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมภายใน\nหน่วยงาน\n1. เผยแพร่ข้อมูล\n"
        "ขั้นตอนการดำเนินงาน\n1.1 มอบหมาย\n1.2 ประกาศ\nผู้รับผิดชอบ: หน่วยตรวจสอบภายใน โดยนายสมชาย ใจดี\n"
        "2. รับฟังความเห็น\nขั้นตอนการดำเนินงาน\n2.1 จัดประชุม\n2.2 รายงาน\nผู้รับผิดชอบ: กองคลัง"
    )
    page = plan.pages[0]
    blocks = tuple(
        replace(block, heading=at < 2) if isinstance(block, Line) else block
        for at, block in enumerate(page.blocks)
    )
    found = find_measures(replace(plan, pages=(replace(page, blocks=blocks),)))
    assert [(one.title, one.responsible) for one in found] == [
        ("เผยแพร่ข้อมูล", "หน่วยตรวจสอบภายใน"), ("รับฟังความเห็น", "กองคลัง"),
    ]  # fmt: skip
