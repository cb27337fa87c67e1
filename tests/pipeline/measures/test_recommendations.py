"""Strengths, weaknesses, points to improve and advice, from lists and from tables."""

from __future__ import annotations

import pytest

from pipeline.measures import find_recommendations
from tests.pipeline.documents import document


def read(text: str) -> list[tuple[str, str, str]]:
    return [(r.kind, r.indicator, r.text) for r in find_recommendations(document(text))]


def test_a_list_below_a_heading_is_read_item_by_item() -> None:
    assert read(
        "๓) จุดแข็ง : ตัวชี้วัดที่ได้คะแนนสูง คือ\n๑. การใช้อำนาจ ๙๑.๒๐ คะแนน\n๒. การปฏิบัติหน้าที่ ๙๐.๑๑ คะแนน\n"
        "๔) จุดอ่อน : ได้แก่\n๑. การเปิดเผยข้อมูล ๔๐.๐๐ คะแนน\n๕) สรุป\n๑. จบการรายงานเพียงเท่านี้"
    ) == [
        ("จุดแข็ง", "3", "การใช้อำนาจ ๙๑.๒๐ คะแนน"),
        ("จุดแข็ง", "1", "การปฏิบัติหน้าที่ ๙๐.๑๑ คะแนน"),
        ("จุดอ่อน", "9", "การเปิดเผยข้อมูล ๔๐.๐๐ คะแนน"),
    ]


def test_sections_below_an_indicator_are_about_it() -> None:
    assert read(
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร\nจุดเด่น : มีเพจเฟซบุ๊กของหน่วยงาน\n"
        "ข้อเสนอแนะ\n- ควรตอบคำถามภายในหนึ่งวัน\n- ควรมีภาษาท้องถิ่นในประกาศ"
    ) == [
        ("จุดแข็ง", "7", "มีเพจเฟซบุ๊กของหน่วยงาน"),
        ("ข้อเสนอแนะ", "7", "ควรตอบคำถามภายในหนึ่งวัน"),
        ("ข้อเสนอแนะ", "7", "ควรมีภาษาท้องถิ่นในประกาศ"),
    ]


def test_a_column_of_a_table_is_read_beside_its_indicators() -> None:
    assert read(
        "ตัวชี้วัด\tประเด็นการประเมิน\tประเด็นที่ต้องปรับปรุง\tข้อเสนอแนะ\n"
        "2. การใช้งบประมาณ\tการรับรู้\tขาดการชี้แจงงบประมาณ\t- จัดประชุมชี้แจง - ทำแผ่นพับแจก"
    ) == [
        ("ประเด็นที่ควรพัฒนา", "2", "ขาดการชี้แจงงบประมาณ"),
        ("ข้อเสนอแนะ", "2", "จัดประชุมชี้แจง"),
        ("ข้อเสนอแนะ", "2", "ทำแผ่นพับแจก"),
    ]


def test_a_cell_that_may_stand_for_several_indicators_is_about_none() -> None:
    assert read("ตัวชี้วัด\tจุดอ่อน\n1. การปฏิบัติหน้าที่\tขาดคู่มือปฏิบัติงาน\n2. การใช้งบประมาณ\t") == [
        ("จุดอ่อน", "", "ขาดคู่มือปฏิบัติงาน")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "หน่วยงานควรรับฟังจุดแข็งและจุดอ่อนของประชาชนทุกกลุ่ม",
        "ข้อเสนอแนะ ........................................",
        "ข้อเสนอแนะ\nเพื่อโปรดทราบ และพิจารณาดำเนินการต่อไป",
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\tข้อเสนอแนะ\nทำคู่มือ\tประชุม\tกองคลัง\tควรทำต่อเนื่องทุกปี",
    ],
)
def test_mentions_blanks_set_phrases_and_remarks_on_measures_are_none(text: str) -> None:
    assert read(text) == []


def test_points_to_improve_beside_measures_are_read_and_advice_is_their_remark() -> None:
    assert read(
        "ตัวชี้วัด\tประเด็นที่ต้องปรับปรุง\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\tข้อเสนอแนะ\n"
        "การใช้งบประมาณ\tขาดการเผยแพร่ข้อมูล\tทำสื่อ\tกองคลัง\tไตรมาส 2\tควรทำทุกปีต่อเนื่อง"
    ) == [("ประเด็นที่ควรพัฒนา", "2", "ขาดการเผยแพร่ข้อมูล")]


def test_a_sentence_may_tell_strength_and_weakness() -> None:
    assert read(
        "จุดแข็งคือการใช้อำนาจ มีคะแนน 95.10 คะแนน ส่วนจุดอ่อนคือการเปิดเผยข้อมูล มีคะแนน 60.00 คะแนน"
    ) == [
        ("จุดแข็ง", "3", "การใช้อำนาจ มีคะแนน 95.10 คะแนน"),
        ("จุดอ่อน", "9", "การเปิดเผยข้อมูล มีคะแนน 60.00 คะแนน"),
    ]


def test_rows_and_headings_may_begin_with_their_kind() -> None:
    assert read("หัวข้อ\tรายละเอียด\nจุดแข็ง\t- บริการรวดเร็ว - เจ้าหน้าที่สุภาพ\nจุดอ่อน\tขาดงบประมาณ") == [
        ("จุดแข็ง", "", "บริการรวดเร็ว"),
        ("จุดแข็ง", "", "เจ้าหน้าที่สุภาพ"),
        ("จุดอ่อน", "", "ขาดงบประมาณ"),
    ]
    assert read("จุดแข็ง (Strength)\n1. บริการรวดเร็วทันใจ") == [("จุดแข็ง", "", "บริการรวดเร็วทันใจ")]


def test_names_of_persons_stay_out() -> None:
    ((_, _, text),) = read("จุดแข็ง : นายวีระ มั่นคง บริการประชาชนด้วยความสุภาพ")
    assert text == "บริการประชาชนด้วยความสุภาพ"
