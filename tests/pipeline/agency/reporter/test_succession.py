"""Upgraded and renamed bodies keep ids of their own, joined by what the document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.errors import UsageError
from pipeline.agency import find_successions, load_register, reporting_body
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

PLACE = " อำเภอลี้ จังหวัดลำพูน"
NOW = "subdistrict-municipality-แม่ตืน-ลี้-ลำพูน"
BEFORE = "sao-แม่ตืน-ลี้-ลำพูน"


def told(text: str, register: Path | None = None) -> list[tuple[str, str]]:
    listed = load_register(register) if register else None
    pages = document(text)
    found = find_successions(pages, reporting_body(pages, listed), (), listed)
    return [(agency_id(one.body), agency_id(one.predecessor)) for one in found]


@pytest.mark.parametrize(
    "said",
    [
        "เดิมเป็นองค์การบริหารส่วนตำบลแม่ตืน",
        "เทศบาลตำบลแม่ตืน เดิมเป็น อบต.แม่ตืน",
        "เทศบาลตำบลแม่ตืน (เดิม องค์การบริหารส่วนตำบลแม่ตืน) ตั้งอยู่ที่",
        "ได้รับการยกฐานะจาก อบต.แม่ตืน เป็นเทศบาลตำบลแม่ตืน เมื่อวันที่ ๑",
        "องค์การบริหารส่วนตำบลแม่ตืนได้รับการยกฐานะขึ้นเป็นเทศบาลตำบลแม่ตืน ตามประกาศ",
        "ยกฐานะจากองค์การบริหารส่วนตำบลเป็นเทศบาลตำบล เมื่อปี ๒๕๕๖",
        "ได้รับการเปลี่ยนแปลงฐานะจากองค์การบริหารส่วน\nตำบลแม่ตืน เป็นเทศบาลตำบลแม่ตืน",
        "ได้รับการยกฐานะจาก อบต.แม่ตืน เป็นเทศบาลตำบล เมื่อปี ๒๕๕๖",
        "จัดตั้งเป็นเทศบาลตำบลแม่ตืน โดยยกฐานะมาจากองค์การบริหารส่วนตำบลแม่ตืน",
        "ชื่อเดิม : องค์การบริหารส่วนตำบลแม่ตืน",
        "เทศบาลตำบลแม่ตืน (อบต.แม่ตืน เดิม)",
        "ประกาศกระทรวงมหาดไทย เรื่อง จัดตั้งองค์การบริหารส่วนตำบลแม่ตืนเป็นเทศบาลตำบลแม่ตืน",
        "อบต.แม่ตืน จัดตั้งเป็นเทศบาลตำบลแม่ตืน เมื่อวันที่ ๑ มกราคม ๒๕๖๕",
        "เทศบาลตำบลแม่ตืนเปลี่ยนชื่อจาก องค์การบริหารส่วนตำบลแม่ตืน",
        "กระทรวงมหาดไทยยกฐานะ อบต.แม่ตืน ขึ้นเป็น ทต.แม่ตืน",
        "ยกฐานะจาก อบต.แม่ตืน อำเภอลี้ จังหวัดลำพูน เป็นเทศบาลตำบลแม่ตืน เมื่อวันที่ ๑ มกราคม ๒๕๖๕",
        "เปลี่ยนชื่อมาจาก “องค์การบริหารส่วนตำบลแม่ตืน”",
        "เดิมชื่อว่า อบต.แม่ตืน",
        "กระทรวงมหาดไทยได้ยกฐานะองค์การบริหารส่วนตำบลแม่ตืน เป็น เทศบาลตำบลแม่ตืน",
        "อบต.แม่ตืน ได้เปลี่ยนเป็นเทศบาลตำบลแม่ตืน",
    ],
)
def test_a_body_that_was_upgraded_succeeds_the_one_it_was(said: str) -> None:
    cover = f"รายงานผลการประเมิน\nเทศบาลตำบลแม่ตืน\n{PLACE}\n\nเทศบาลตำบลแม่ตืน{PLACE}\n\n"
    assert told(cover + said) == [(NOW, BEFORE)]


@pytest.mark.parametrize(
    "said",
    [
        "เทศบาลตำบลแม่ตืนและองค์การบริหารส่วนตำบลแม่ลาน ร่วมกันเป็นเจ้าภาพ",
        "ศึกษาดูงานจากองค์การบริหารส่วนตำบลแม่ลาน เป็นตัวอย่าง",
        "เดิมเป็นพื้นที่ป่า องค์การบริหารส่วนตำบลแม่ลานดูแล",
        "นายกเดิมเป็นกำนัน",
        "ปลัดเทศบาลเดิมเป็นปลัด อบต.แม่ลาน",
        "การยกฐานะองค์การบริหารส่วนตำบลแม่ลาน เป็นเรื่องที่ดี",
        "ผู้อำนวยการเดิมเป็นครูโรงเรียนบ้านนา",
    ],
)
def test_other_bodies_in_the_text_are_no_predecessors(said: str) -> None:
    assert told(f"รายงานผล\nเทศบาลตำบลแม่ตืน\n{PLACE}\n\n{said}") == []


@pytest.mark.parametrize(
    "planned",
    ["จะยกฐานะเป็น", "ขอยกฐานะเป็น", "เสนอขอยกฐานะเป็น", "ยังไม่ได้ยกฐานะเป็น", "ไม่ได้รับการยกฐานะเป็น", "ควรเปลี่ยนแปลงฐานะเป็น",
     "เตรียมการยกฐานะเป็น"],
)  # fmt: skip
def test_what_is_only_planned_is_no_succession(planned: str) -> None:
    cover = f"เทศบาลตำบลแม่ตืน{PLACE}\nรายงานผลการประเมิน ITA ปี 2566\n\n"
    assert told(f"{cover}อบต.แม่ตืน {planned}เทศบาลตำบลแม่ตืน") == []


def test_a_renamed_school_or_university_succeeds_itself() -> None:
    school = "โรงเรียนบ้านนาวิทยา"
    assert told(f"รายงานผล\n{school}\n{PLACE}\n\n{school} เดิมชื่อ โรงเรียนบ้านนา ตั้งอยู่") == [
        ("school-บ้านนาวิทยา-ลี้-ลำพูน", "school-บ้านนา-ลี้-ลำพูน"),
    ]
    own = "มหาวิทยาลัยราชภัฏลำปาง"
    assert told(f"รายงานผล\n{own}\n\n{own} เปลี่ยนชื่อมาจาก วิทยาลัยครูลำปาง") == [
        ("university-ราชภัฏลำปาง", "university-วิทยาลัยครูลำปาง"),
    ]


def test_another_bodys_history_is_not_the_reports_own() -> None:
    text = (
        f"รายงานผล\nเทศบาลตำบลแม่ตืน\n{PLACE}\n\nเทศบาลตำบลศรีวิชัย{PLACE} เดิมเป็นองค์การบริหารส่วนตำบลศรีวิชัย"
    )
    assert told(text) == [
        ("subdistrict-municipality-ศรีวิชัย-ลี้-ลำพูน", "sao-ศรีวิชัย-ลี้-ลำพูน"),
    ]


def test_the_register_says_who_succeeds_whom(tmp_path: Path) -> None:
    register = tmp_path / "bodies.csv"
    register.write_text(
        "kind,name,district,province,code,succeeds\nsao,แม่ตืน,ลี้,ลำพูน,A1,\nทต.,แม่ตืน,ลี้,ลำพูน,A2,A1\n",
        encoding="utf-8",
    )
    assert told(f"รายงานผล\nเทศบาลตำบลแม่ตืน\n{PLACE}", register) == [(f"{NOW}-a2", f"{BEFORE}-a1")]


def test_a_register_that_names_an_unlisted_predecessor_is_refused(tmp_path: Path) -> None:
    register = tmp_path / "bodies.csv"
    register.write_text(
        "kind,name,district,province,code,succeeds\nทต.,แม่ตืน,ลี้,ลำพูน,A2,A9\n", encoding="utf-8"
    )
    with pytest.raises(UsageError) as refusal:
        load_register(register)
    assert "row 2, column succeeds: 'A9' is the code of no row" in refusal.value.message
