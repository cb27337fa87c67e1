"""Which places a document names for the body itself, and which only pass by."""

import pytest

from parsers.model import Document
from pipeline.agency import reporting_body, stated_place
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

COVER = (
    "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\n"
    "ประจำปีงบประมาณ พ.ศ. 2565\nองค์การบริหารส่วนตำบลก้านเหลือง\n"
)
TABLE = "\n\nตัวชี้วัด\tคะแนน\nการปฏิบัติหน้าที่\t89.36\nคะแนนรวม\t89.36\n\n"
OWN = "sao-ก้านเหลือง-นางรอง-บุรีรัมย์"


def found(text: str | Document) -> tuple[str, str]:
    told = reporting_body(document(text) if isinstance(text, str) else text)
    return told.status, agency_id(told.body) if told.body else ""


PASSING = [
    "คณะผู้บริหารได้ไปศึกษาดูงาน ณ อำเภอนางรอง จังหวัดบุรีรัมย์",
    "จัดโครงการอบรม ณ โรงแรมในอำเภอนางรอง จังหวัดบุรีรัมย์",
    "วิทยากรจาก อำเภอแวงน้อย จังหวัดขอนแก่น มาให้ความรู้",
    "วิทยากรจาก\nอำเภอแวงน้อย จังหวัดขอนแก่น",
    "ผู้เข้าร่วมจากอำเภอนาแก จังหวัดนครพนม จำนวน 30 คน",
    "ศาลปกครองนครราชสีมา และ อำเภอนางรอง",
    "ลงชื่อ นายอำเภอนางรอง",
    "สำเนาส่ง นายอำเภออุทุมพรพิสัย",
    "ผู้จัดทำ: นายเอก ภูมิลำเนา อำเภอแวงน้อย จังหวัดขอนแก่น",
    "ผู้จัดทำ นายเอก ใจดี\nที่อยู่ อำเภอแวงน้อย จังหวัดขอนแก่น",
    "พิมพ์ที่ โรงพิมพ์เพชรรุ่ง อำเภอแวงน้อย จังหวัดขอนแก่น",
    "ผู้รับจ้าง: หจก. ก้านเหลืองก่อสร้าง เลขที่ 1 อำเภอนาแก จังหวัดนครพนม",
    "ผู้รับจ้าง: หจก. ก้านเหลืองก่อสร้าง\nอำเภอนาแก จังหวัดนครพนม",
    "หน่วยงานต้นแบบ อบต.บ้านสิงห์\nอำเภอนางรอง จังหวัดบุรีรัมย์",
]


@pytest.mark.parametrize("line", PASSING)
@pytest.mark.parametrize("where", ["{cover}{line}{table}", "{cover}{table}{line}"])
def test_a_place_that_only_passes_by_is_not_the_bodys(line: str, where: str) -> None:
    text = where.format(cover=COVER, line=line, table=TABLE)
    assert found(text) == ("ambiguous", "sao-ก้านเหลือง")


OWN_LINES = [
    "อำเภอนางรอง จังหวัดบุรีรัมย์",
    "อำเภอนางรอง",
    "อำเภอ: นางรอง\nจังหวัด: บุรีรัมย์",
    "อำเภอ : นางรอง  จังหวัด : บุรีรัมย์",
    "ที่อยู่ 12 ม.3 ต.ก้านเหลือง อ.นางรอง จ.บุรีรัมย์ 31110",
    "ที่ตั้ง เลขที่ 12 หมู่ 3 อำเภอนางรอง จังหวัดบุรีรัมย์ โทร 044-000000",
    "อบต.ก้านเหลือง ตั้งอยู่ที่ 12 หมู่ 3 อำเภอนางรอง จังหวัดบุรีรัมย์ โทร 044-000000",
    "ที่ทำการองค์การบริหารส่วนตำบลก้านเหลือง\nอ.นางรอง จ.บุรีรัมย์ 31110",
    "ประชาชนตำบลก้านเหลือง อำเภอนางรอง มีความพึงพอใจ",
    "(นายสมชาย ใจดี)\nนายกองค์การบริหารส่วนตำบลก้านเหลือง\nอำเภอนางรอง จังหวัดบุรีรัมย์",
    "ชื่อหน่วยงาน\tอบต.ก้านเหลือง\nอำเภอ\tนางรอง\nจังหวัด\tบุรีรัมย์",
    "อำเภอ\tอำเภอนางรอง\tจังหวัด\tบุรีรัมย์",
]


@pytest.mark.parametrize("line", OWN_LINES)
@pytest.mark.parametrize("where", ["{cover}{line}{table}", "{cover}{table}{line}\n"])
def test_a_line_an_address_and_a_form_field_say_where_the_body_lies(line: str, where: str) -> None:
    text = where.format(cover=COVER, line=line, table=TABLE)
    assert found(text) == ("resolved", OWN)


def test_fields_that_contradict_each_other_say_nothing() -> None:
    text = f"{COVER}อำเภอ: นางรอง\nอำเภอ: แวงน้อย{TABLE}"
    assert found(text) == ("ambiguous", "sao-ก้านเหลือง")


def test_the_head_of_a_list_is_no_form_field() -> None:
    text = f"{COVER}{TABLE}อำเภอ\tจังหวัด\nนางรอง\tบุรีรัมย์\nแวงน้อย\tขอนแก่น\n"
    assert found(text) == ("ambiguous", "sao-ก้านเหลือง")


def test_the_name_of_a_place_that_begins_like_a_lady_is_no_person() -> None:
    text = COVER.replace("ก้านเหลือง", "นางแล") + f"อำเภอเมืองเชียงราย จังหวัดเชียงราย{TABLE}"
    assert found(text)[0] == "resolved"


def test_the_title_of_a_list_says_where_its_bodies_lie() -> None:
    title = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 จังหวัดศรีสะเกษ"
    rows = "หน่วยงาน\tคะแนนรวม\nอบต.หนองหว้า\t85.00\nอบต.บัวหุ่ง\t86.00\n"
    assert stated_place(document(f"{title}\n\n{rows}")) == ("", "ศรีสะเกษ")
    assert stated_place(document(f"{title}\t\n{rows}")) == ("", "ศรีสะเกษ")


def test_a_visit_does_not_say_where_the_bodies_of_a_list_lie() -> None:
    visit = "ทั้งนี้ได้ศึกษาดูงาน ณ อำเภอแม่ริม จังหวัดเชียงใหม่"
    assert stated_place(document(visit)) == ("", "")
