"""Bodies named in running text: where a name begins and ends, and the place behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.agency import mentions


def named(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.name, one.district, one.province) for one in mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลเขาแหลม อำเภอชัยบาดาล จังหวัดลพบุรี",
        "องค์การบริหารส่วนตำบลเขาแหลม\n\nอำเภอชัยบาดาล\nจังหวัดลพบุรี",
        "องค์การบริหารส่วน\nตำบลเขาแหลม อำเภอชัยบาดาล จังหวัดลพบุรี",
        "อบต.เขาแหลม อ.ชัยบาดาล จ.ลพบุรี",
        "อบต. เขาแหลม (อ.ชัยบาดาล จ.ลพบุรี)",
        "อบต.เขาแหลมอ.ชัยบาดาลจ.ลพบุรี",
        "อ.บ.ต. เขา แหลม อ. ชัยบาดาล จ. ลพบุรี",
        "องค์การบริหารส่วนตำบสเขาแหลม อำเภอชัยบาดาล จังหวัดลพบุรี",
        "องค์การบริการส่วนตำบลเขาแหลม ตำบลเขาแหลม อำเภอชัยบาดาล จังหวัดลพบุรี",
        "องค์การบริหารส่วนต าบลเขาแหลม อาเภอชัยบาดาล จังหวัดลพบุรี",
    ],
)
def test_a_body_is_the_same_in_every_way_of_printing_it(text: str) -> None:
    assert named(text) == [("sao", "เขาแหลม", "ชัยบาดาล", "ลพบุรี")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ขององค์การบริหารส่วนตำบลเขาแหลมได้รับผลการประเมิน", "เขาแหลม"),
        ("องค์การบริหารส่วนตำบลเขาแหลมประจำปีงบประมาณ", "เขาแหลม"),
        ("เทศบาลตำบลลำนารายณ์พบว่ามีคะแนน", "ลำนารายณ์"),
        ("เทศบาลตำบลเวียงเทิงได้คะแนน", "เวียงเทิง"),
        ("องค์การบริหารส่วนตำบลแม่คำมี มีผลคะแนน", "แม่คำมี"),
        ("ขององค์การบริหารส่วนตำบลในเมืองและเทศบาล", "ในเมือง"),
        ("ทม.ปากน้ำสมุทรปราการ ได้", "ปากน้ำสมุทรปราการ"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    assert [one.name for one in mentions(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. ๒๕๓๗",
        "เว็บไซต์ของ อบต. และสื่อสังคมออนไลน์",
        "ผู้ตอบตามการรับรู้ของตนเอง ตอบต่อหน้าที่",
        "บุคลากรมีความรู้ โปรแกรมประยุกต์",
        "สำนักงานปลัด กองคลัง",
        "ศาลาประชาคม",
        "",
    ],
)
def test_a_type_word_without_a_name_is_no_mention(text: str) -> None:
    assert named(text) == []


def test_each_kind_is_told_by_its_word() -> None:
    text = (
        "เทศบาลนครขอนแก่น\tเทศบาลเมืองเมืองพล\tทต.ท่าพระ\tอบจ.ขอนแก่น\tเมืองพัทยา\tกรมที่ดิน\t"
        "มหาวิทยาลัยขอนแก่น\tโรงพยาบาลขอนแก่น\tโรงเรียนบ้านทุ่ม\tศาลปกครองขอนแก่น\tการไฟฟ้านครหลวง\t"
        "สพป.ขอนแก่น เขต 1\tสสจ.ขอนแก่น"
    )
    assert [one.kind for one in mentions(text)] == [
        "city", "town", "subdistrict-municipality", "pao", "special", "department",
        "university", "hospital", "school", "court", "enterprise", "other", "other",
    ]  # fmt: skip


def test_the_assessor_is_one_body_however_it_is_abbreviated() -> None:
    text = "สำนักงาน ป.ป.ช. และสำนักงานปปช. หรือ สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"
    assert len({one.name for one in mentions(text)}) == 1


def test_a_name_with_a_district_word_inside_is_kept_whole() -> None:
    assert named("อบต.คู้ยายหมี อำเภอสนามชัยเขต จังหวัดฉะเชิงเทรา") == [
        ("sao", "คู้ยายหมี", "สนามชัยเขต", "ฉะเชิงเทรา")
    ]


def test_a_word_behind_a_place_word_is_no_place() -> None:
    assert named("อบต.เขาแหลม อำเภอได้แจ้งผลแล้ว") == [("sao", "เขาแหลม", "", "")]


def test_an_unreadable_district_does_not_hide_the_province() -> None:
    assert named("อบต.เขาแหลม อำเภอชบภฬล จังหวัดลพบุรี") == [("sao", "เขาแหลม", "ชบภฬล", "ลพบุรี")]


@given(st.text(alphabet="องค์การบริหารส่วนตำบลเทศ.จ \n\tมื89", max_size=120))
def test_spans_are_ordered_and_inside_the_text(text: str) -> None:
    found = mentions(text)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(one.name and not one.name[0].isspace() for one in found)


def test_a_name_with_a_place_word_inside_is_kept_whole() -> None:
    (mention,) = mentions("อบต.สามตำบล อำเภอจุฬาภรณ์ จังหวัดนครศรีธรรมราช")
    assert (mention.name, mention.district) == ("สามตำบล", "จุฬาภรณ์")


def test_a_type_word_never_begins_inside_a_syllable() -> None:
    (found,) = mentions("องค์การบริหารส่วนตำบลห้วยเกิ่ง อำเภอหนองแค จังหวัดสระบุรี")
    assert (found.name, found.district) == ("ห้วยเกิ่ง", "หนองแค")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("โรงพยาบาลศิริราช ปิยมหาราชการุณย์", "ศิริราช ปิยมหาราชการุณย์"),
        ("ของ โรงพยาบาลศิริราช ปิยมหาราชการุณย์", "ศิริราช ปิยมหาราชการุณย์"),
        ("โรงพยาบาลสมเด็จพระบรมราชเทวี ณ ศรีราชา", "สมเด็จพระบรมราชเทวี ณ ศรีราชา"),
        ("โรงพยาบาลศิริราช", "ศิริราช"),
        ("โรงพยาบาลศิริราช กรุงเทพมหานคร", "ศิริราช"),
        ("โรงพยาบาลแม่สอด ตาก", "แม่สอด"),
        ("โรงพยาบาลแม่สอด กลุ่มงานบริหาร", "แม่สอด"),
        ("โรงพยาบาลแม่สอด ประจำปี", "แม่สอด"),
    ],
)
def test_the_rest_of_a_hospitals_name_on_its_line_belongs_to_it(line: str, name: str) -> None:
    assert mentions(f"รายงานผลการประเมิน ITA\n{line}\n\nตัวชี้วัด")[0].name == name
