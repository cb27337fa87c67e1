"""Measures set as forms: one small table each."""

from __future__ import annotations

import pytest

from pipeline.measures import find_measures
from tests.pipeline.documents import document

PLAN = "รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\n\n"


@pytest.mark.parametrize("name", ["มาตรการที่ {}", "มาตรการ", "ชื่อมาตรการ"])
def test_each_form_is_a_measure(name: str) -> None:
    first, second = find_measures(
        document(
            PLAN + f"{name.format(1)}\tเผยแพร่ข้อมูล\nวิธีดำเนินการ\tจัดทำประกาศ|ลงเว็บไซต์\n"
            "ผู้รับผิดชอบ\tนายเด่น ดีจริง นิติกร\nระยะเวลา\tไตรมาส 1\nผลการดำเนินงาน\tเผยแพร่แล้ว\n\n"
            f"{name.format(2)}\tรับเรื่องร้องเรียน\nวิธีดำเนินการ\tตั้งศูนย์\nผู้รับผิดชอบ\tสำนักปลัด\n"
            "ระยะเวลา\tต.ค. 66 – ก.ย. 67\nผลการดำเนินงาน\t"
        )
    )
    assert (first.title, first.steps) == ("เผยแพร่ข้อมูล", ("จัดทำประกาศ", "ลงเว็บไซต์"))
    assert (first.number, first.responsible) == ("1", "นิติกร")
    assert (first.start_date, first.result) == ("2023-10-01", ("เผยแพร่แล้ว",))
    assert "เด่น" not in first.printed
    assert (second.number, second.title, second.result) == ("2", "รับเรื่องร้องเรียน", ())
    assert (second.responsible, second.end_date) == ("สำนักปลัด", "2024-09-30")


def test_a_table_of_other_facts_is_no_form() -> None:
    assert not find_measures(
        document(PLAN + "มาตรการ\tเผยแพร่ข้อมูล\nชื่อผู้ร้อง\tสำนักปลัด\nผู้รับผิดชอบ\tกองคลัง\n")
    )


def test_forms_of_projects_in_documents_of_other_matters_are_no_measures() -> None:
    form = "โครงการ\tก่อสร้างถนน\nวิธีดำเนินการ\tจ้างเหมา\nผู้รับผิดชอบ\tกองช่าง\nระยะเวลา\tไตรมาส 1\n"
    assert not find_measures(document("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567\n\n" + form))
