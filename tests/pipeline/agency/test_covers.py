"""Whose report it is, for bodies of all kinds under covers and letters of many styles."""

from __future__ import annotations

import pytest

from pipeline.agency import reporting_body
from pipeline.agency.known.spelling import key
from tests.pipeline.documents import document

BODIES = {
    "sao": [("องค์การบริหารส่วนตำบลแม่ตืน", " อำเภอลี้ จังหวัดลำพูน")],
    "subdistrict-municipality": [("เทศบาลตำบลบ้านกลาง", " อำเภอเมืองลำพูน จังหวัดลำพูน")],
    "town": [("เทศบาลเมืองบ้านหมี่", " อำเภอบ้านหมี่ จังหวัดลพบุรี")],
    "city": [("เทศบาลนครขอนแก่น", " อำเภอเมืองขอนแก่น จังหวัดขอนแก่น")],
    "pao": [("องค์การบริหารส่วนจังหวัดสุโขทัย", "")],
    "province": [("จังหวัดสุโขทัย", "")],
    "special": [("กรุงเทพมหานคร", ""), ("เมืองพัทยา", " อำเภอบางละมุง จังหวัดชลบุรี")],
    "department": [
        (name, "")
        for name in (
            "กรมการปกครอง", "กรมอนามัย", "กรมที่ดิน", "กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช", "สำนักงบประมาณ",
            "สำนักงานปลัดกระทรวงสาธารณสุข", "สำนักงานคณะกรรมการอาหารและยา", "สำนักงานศาลยุติธรรม", "กองทัพบก",
            "สำนักงานตรวจเงินแผ่นดิน", "สำนักงานคณะกรรมการการเลือกตั้ง", "สำนักงานพัฒนารัฐบาลดิจิทัล",
            "สำนักงานเลขาธิการสภาผู้แทนราษฎร", "สำนักงานสถิติแห่งชาติ",
        )
    ],
    "university": [
        (name, "")
        for name in (
            "จุฬาลงกรณ์มหาวิทยาลัย", "มหาวิทยาลัยราชภัฏเชียงใหม่", "มหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา",
            "สถาบันบัณฑิตพัฒนบริหารศาสตร์", "วิทยาลัยชุมชนตราด",
        )
    ],
    "hospital": [("โรงพยาบาลลำพูน", "")],
    "school": [("โรงเรียนจักรคำคณาทร", " จังหวัดลำพูน"), ("โรงเรียนสตรีวิทยา", "")],
    "court": [("ศาลรัฐธรรมนูญ", "")],
    "enterprise": [
        (name, "")
        for name in (
            "การไฟฟ้านครหลวง", "การประปาส่วนภูมิภาค", "ธนาคารออมสิน", "องค์การสวนสัตว์แห่งประเทศไทย",
            "บริษัท ไปรษณีย์ไทย จำกัด",
        )
    ],
    "other": [
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูน เขต 1", ""),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาลำปาง ลำพูน", ""),
        ("สำนักงานสาธารณสุขจังหวัดลำพูน", ""),
        ("อำเภอลี้", " จังหวัดลำพูน"),
        ("สถาบันการแพทย์ฉุกเฉินแห่งชาติ", ""),
    ],
}  # fmt: skip
STYLES = {
    "cover": """รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ
(Integrity and Transparency Assessment : ITA)
ประจำปีงบประมาณ พ.ศ. ๒๕๖๕

{body}
{place}

สำนักงาน ป.ป.ช. ได้กำหนดให้หน่วยงานภาครัฐเข้าร่วมการประเมิน โดย{body}ได้เข้าร่วม""",
    "heading": """การวิเคราะห์ผลการประเมิน ITA ประจำปี 2566 ของ{body}{place}

ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ ได้ประกาศผลการประเมิน นั้น
{body} มีผลคะแนนรวม ๘๘.๙๐ คะแนน""",
    "memo": """บันทึกข้อความ
ส่วนราชการ  {body}{place} โทร. ๐ ๕๓๙๗ ๙๗๙๘
ที่ ลพ ๗๒๑๐๑/๑๒๓ วันที่ ๑๒ มกราคม ๒๕๖๖
เรื่อง รายงานผลการวิเคราะห์การประเมิน ITA
เรียน ผู้บริหาร

ตามหนังสือสำนักงาน ป.ป.ช. ที่ ปช ๐๐๐๔/๑๒๓ แจ้งผลการประเมิน""",
    "a consultant's": """รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ปี 2563
{body}{place}

จัดทำโดย มหาวิทยาลัยธรรมศาสตร์

เสนอ สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ

คณะที่ปรึกษาจากมหาวิทยาลัยธรรมศาสตร์ได้เก็บข้อมูลของ{body} ทั้งนี้มหาวิทยาลัยธรรมศาสตร์ขอขอบคุณ""",
    "plan": """มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
{body}{place}

ประจำปีงบประมาณ พ.ศ. 2567

มาตรการ\tผู้รับผิดชอบ
จัดทำคู่มือ\tสำนักปลัด""",
    "examples": """บทสรุปผู้บริหาร
{body}{place}ได้คะแนน ITA 92.10 คะแนน เมื่อเปรียบเทียบกับเทศบาลเมืองลำพูน เช่น อบต.ป่าพลู ซึ่งได้คะแนนสูงสุด
ทั้งนี้ได้ไปศึกษาดูงานที่เทศบาลตำบลป่าซาง

{body}จะนำผลไปปรับปรุง""",
    "announcement": """ประกาศ{body}
เรื่อง เจตจำนงสุจริตในการบริหารงาน และผลการประเมิน ITA ประจำปี ๒๕๖๕
{place}

ประกาศ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๖๕
(นายสมชาย ใจดี)
หัวหน้าสำนักปลัด""",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", BODIES)
def test_the_scored_body_is_told_from_all_others(kind: str, style: str) -> None:
    for name, place in BODIES[kind]:
        if name == "กรุงเทพมหานคร" and style == "examples":
            continue  # nothing there says that it is more than the place of the others
        found = reporting_body(document(STYLES[style].format(body=name, place=place)))
        assert found.status == "resolved", name
        assert found.body is not None
        assert found.body.kind == kind, name
        assert key(found.body.official_name) == key(name)


@pytest.mark.parametrize("begin", ["รายงาน", "เปรียบเทียบ", "การเปรียบเทียบ", "สรุปการเปรียบเทียบ"])
def test_a_title_that_reports_or_compares_is_of_the_province_below_it(begin: str) -> None:
    text = f"{begin}ผลการประเมินคุณธรรมและความโปร่งใส (ITA)\nประจำปีงบประมาณ พ.ศ. 2565\nจังหวัดสุโขทัย"
    found = reporting_body(document(f"{text}\n\nตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t91.20"))
    assert (found.status, found.printed) == ("resolved", "จังหวัดสุโขทัย")


WRAPPED = (
    "กรมป้องกันและบรรเทา\nสาธารณภัย",
    "มหาวิทยาลัยราชภัฏ\nเชียงใหม่",
    "เทศบาลตำบลบ้าน\nกลาง",
    "โรงเรียนจั\nกรคำคณาทร",
)


@pytest.mark.parametrize("printed", WRAPPED)
def test_a_name_that_wraps_is_one_name(printed: str) -> None:
    text = f"รายงานผลการประเมิน ITA ปี 2564 ของ\n{printed}\nอำเภอเมืองลำพูน จังหวัดลำพูน\n\nตามประกาศ"
    found = reporting_body(document(text))
    assert found.body is not None
    assert key(found.body.official_name) == key(printed)


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("กฟภ.", "การไฟฟ้าส่วนภูมิภาค"),
        ("สปสช.", "สำนักงานหลักประกันสุขภาพแห่งชาติ"),
        ("มทร. ล้านนา", "มหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา"),
        ("สพป.ลำพูน เขต ๑", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูนเขต1"),
        ("สสจ.ลำพูน", "สำนักงานสาธารณสุขจังหวัดลำพูน"),
        ("กรมอุทยานแห่งชาติ", "กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช"),
        ("กรมส่งเสริมการปกครองท้องถิน", "กรมส่งเสริมการปกครองท้องถิ่น"),
        ("มหาวิทยาลัยราชภัฎเชียงใหม่", "มหาวิทยาลัยราชภัฏเชียงใหม่"),
    ],
)
def test_short_forms_and_misspellings_mean_the_official_name(printed: str, official: str) -> None:
    found = reporting_body(
        document(f"รายงานผลการประเมิน ITA ของ {printed}\n\n{printed}\n\nส่วนราชการ {printed}")
    )
    assert found.body is not None
    assert found.body.official_name == official


def test_a_place_in_an_address_is_not_the_body() -> None:
    text = "รายงานผลการประเมิน ITA ปี 2565\n\nศูนย์ประสานงาน\nเลขที่ 9 อำเภอลี้ จังหวัดลำพูน\n\nคะแนน 90.00"
    found = reporting_body(document(text))
    assert found.body is None


@pytest.mark.parametrize(
    "subject",
    ["ตามที่จังหวัดมหาสารคามได้ประชุมร่วมกัน", "ด\ufffdวยจังหวัดมหาสารคาม ได\ufffdรับทราบผลแล\ufffdว"],
)
def test_a_province_that_heads_the_cover_and_acts_is_the_body(subject: str) -> None:
    found = reporting_body(
        document(f"รายงานผล ITA ปีงบประมาณ พ.ศ. 2564\n\nจังหวัดมหาสารคาม\n\n{subject}")
    )
    assert found.body is not None
    assert (found.body.kind, found.body.province) == ("province", "มหาสารคาม")


def test_a_province_that_only_heads_the_cover_may_be_where_another_body_lies() -> None:
    text = "รายงานผล ITA ปีงบประมาณ พ.ศ. 2564\n\nสหกรณ์ออมทรัพย์ครู\n\nจังหวัดมหาสารคาม\n\nมีการประชุม"
    assert reporting_body(document(text)).body is None
