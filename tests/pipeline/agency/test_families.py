"""Bodies that share most of a name: campuses, branches, offices, numbered schools."""

from __future__ import annotations

import pytest

from pipeline.agency import reporting_body, resolve_all, resolve_mention
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

TITLE = "\nรายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n"
OFFICE = "department-สำนักงานเกษตรจังหวัดแพร่-แพร่"
CAMPUS = "university-แม่โจ้แพร่เฉลิมพระเกียรติ"


def who(text: str) -> str:
    found = reporting_body(document(text))
    return agency_id(found.body) if found.body and found.status == "resolved" else ""


def named(printed: str) -> str:
    found = resolve_mention(printed)
    assert resolve_all([printed])[printed].body == found.body
    return agency_id(found.body) if found.body else ""


@pytest.mark.parametrize(
    "cover",
    [
        "สำนักงานเกษตรจังหวัดแพร่\nกรมส่งเสริมการเกษตร\nกระทรวงเกษตรและสหกรณ์",
        "สำนักงานเกษตรจังหวัดแพร่ กรมส่งเสริมการเกษตร กระทรวงเกษตรและสหกรณ์",
        "กรมส่งเสริมการเกษตร\nสำนักงานเกษตรจังหวัดแพร่",
        "สำนักงานเกษตรจังหวัดแพร่ สังกัด กรมส่งเสริมการเกษตร",
        "บันทึกข้อความ\nส่วนราชการ สำนักงานเกษตรจังหวัดแพร่ กรมส่งเสริมการเกษตร\nเรื่อง รายงานผล",
    ],
)
def test_an_office_named_beside_its_department_is_the_one_that_reports(cover: str) -> None:
    text = "ตามที่กรมส่งเสริมการเกษตรกำหนด กรมส่งเสริมการเกษตรได้แจ้ง"
    assert who(f"{cover}{TITLE}{text}") == OFFICE


def test_a_department_that_names_its_offices_in_passing_reports_on_itself() -> None:
    text = "กรมส่งเสริมการเกษตรได้คะแนน และสำนักงานเกษตรจังหวัดแพร่เข้าร่วม"
    assert who(f"กรมส่งเสริมการเกษตร{TITLE}{text}") == "department-ส่งเสริมการเกษตร"


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        ("แขวงทางหลวงแพร่\nสำนักงานทางหลวงที่ 2 (แพร่)\nกรมทางหลวง", "other-แขวงทางหลวงแพร่"),
        (
            "อุทยานแห่งชาติดอยภูคา\nกรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช",
            "other-อุทยานแห่งชาติดอยภูคา",
        ),
        ("เรือนจำจังหวัดแพร่\nกรมราชทัณฑ์ กระทรวงยุติธรรม", "other-เรือนจำจังหวัดแพร่-แพร่"),
        ("ที่ทำการปกครองจังหวัดแพร่", "other-ที่ทำการปกครองจังหวัดแพร่-แพร่"),
        (
            "สำนักงานประกันสังคมจังหวัดแพร่\nสำนักงานประกันสังคม กระทรวงแรงงาน",
            "department-สำนักงานประกันสังคมจังหวัดแพร่",
        ),
        ("การไฟฟ้าส่วนภูมิภาคสาขาสูงเม่น", "enterprise-การไฟฟ้าส่วนภูมิภาคสาขาสูงเม่น"),
        ("มหาวิทยาลัยแม่โจ้–แพร่ เฉลิมพระเกียรติ", CAMPUS),
        ("โรงเรียนไทยรัฐวิทยา ๒๕ (บ้านโคกสูง)", "school-ไทยรัฐวิทยา25"),
        ("โรงเรียนบ้านนา 2\nอำเภอเมือง จังหวัดแพร่", "school-บ้านนา2-เมืองแพร่-แพร่"),
        ("โรงเรียนบ้านนา 1\nสังกัดสพป.แพร่ เขต 1", "school-บ้านนา1-แพร่"),
    ],
)
def test_a_unit_reports_under_an_id_of_its_own(cover: str, expected: str) -> None:
    own = cover.partition("\n")[0]
    assert who(f"{cover}{TITLE}ผลการประเมินของ{own} มีคะแนนเฉลี่ย 95.20") == expected


def test_a_university_that_names_its_campus_in_passing_reports_on_itself() -> None:
    text = "มหาวิทยาลัยแม่โจ้ได้คะแนน และมหาวิทยาลัยแม่โจ้–แพร่ เฉลิมพระเกียรติ เข้าร่วม"
    assert who(f"มหาวิทยาลัยแม่โจ้{TITLE}{text}") == "university-แม่โจ้"


@pytest.mark.parametrize(
    "printed",
    [
        "มหาวิทยาลัยแม่โจ้-แพร่ เฉลิมพระเกียรติ",
        "มหาวิทยาลัยแม่โจ้ – แพร่",
        "มหาวิทยาลัยแม่โจ้ แพร่ เฉลิมพระเกียรติ",
        "มหาวิทยาลัยแม่โจ้ วิทยาเขตแพร่เฉลิมพระเกียรติ",
    ],
)
def test_a_campus_is_one_in_every_way_of_printing_it(printed: str) -> None:
    assert named(printed) == CAMPUS


@pytest.mark.parametrize(
    "printed",
    [
        ("โรงเรียนบ้านนา อ.เมือง จ.แพร่", "โรงเรียนบ้านนา 1 อ.เมือง จ.แพร่", "โรงเรียนบ้านนา2 อ.เมือง จ.แพร่"),
        ("สำนักงานทางหลวงที่ 2 (แพร่)", "สำนักงานทางหลวงที่ 12 (แพร่)"),
        ("แขวงทางหลวงเชียงใหม่ที่ 1", "แขวงทางหลวงเชียงใหม่ที่ ๒"),
        ("ศาลเยาวชนและครอบครัวจังหวัดแพร่", "ศาลเยาวชนและครอบครัวจังหวัดน่าน"),
        ("ศาลอุทธรณ์ภาค 5", "ศาลอุทธรณ์ภาค 6", "ศาลอุทธรณ์"),
        ("กรมทางหลวง", "แขวงทางหลวงแพร่ กรมทางหลวง", "กรมทางหลวง แขวงทางหลวงน่าน"),
        ("สำนักงานที่ดินจังหวัดแพร่", "สำนักงานที่ดินจังหวัดแพร่ สาขาสูงเม่น"),
        ("สำนักงานเกษตรจังหวัดแพร่", "สำนักงานเกษตรอำเภอสูงเม่น จ.แพร่", "สำนักงานเกษตรอำเภอเมือง จ.แพร่"),
        ("สำนักงาน ป.ป.ช.", "สำนักงาน ป.ป.ช. ประจำจังหวัดแพร่", "สำนักงาน ป.ป.ช. ประจำจังหวัดน่าน"),
        ("มทร.ล้านนา", "มทร.ล้านนา น่าน", "มหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา ตาก"),
        ("มหาวิทยาลัยเชียงใหม่", "คณะแพทยศาสตร์ มหาวิทยาลัยเชียงใหม่"),
        ("จังหวัดแพร่", "เรือนจำจังหวัดแพร่", "ที่ทำการปกครองจังหวัดแพร่", "อบจ.แพร่"),
    ],
)
def test_names_of_one_family_resolve_to_bodies_of_their_own(printed: tuple[str, ...]) -> None:
    found = [named(one) for one in printed]
    assert "" not in found
    assert len(set(found)) == len(printed)


@pytest.mark.parametrize("score", ["85.20", "95 AA", "2 แห่ง", "3. โรงเรียนบ้านโคก"])
def test_a_score_or_count_is_no_number_of_a_school(score: str) -> None:
    text = f"โรงเรียนบ้านนา อ.เมือง จ.แพร่{TITLE}โรงเรียนบ้านนา {score}"
    assert who(text) == "school-บ้านนา-เมืองแพร่-แพร่"


def test_a_province_behind_the_word_for_an_unknown_body_is_not_the_body() -> None:
    assert named("ชมรมคนรักป่าจังหวัดแพร่") == ""
    assert named("จังหวัดแพร่") == "province-แพร่"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("การไฟฟ้าส่วนภูมิภาค อำเภอแม่สาย", "enterprise-การไฟฟ้าส่วนภูมิภาคอำเภอแม่สาย"),
        ("การไฟฟ้าส่วนภูมิภาค อ.แม่สาย จ.เชียงราย", "enterprise-การไฟฟ้าส่วนภูมิภาคอำเภอแม่สาย"),
        ("การไฟฟ้าส่วนภูมิภาค จังหวัดชัยภูมิ", "enterprise-การไฟฟ้าส่วนภูมิภาคจังหวัดชัยภูมิ"),
        ("การไฟฟ้าส่วนภูมิภาค เขต 1 (ภาคเหนือ)", "enterprise-การไฟฟ้าส่วนภูมิภาคเขต1ภาคเหนือ"),
        ("การไฟฟ้าส่วนภูมิภาค เขต 1 (ภาคใต้)", "enterprise-การไฟฟ้าส่วนภูมิภาคเขต1ภาคใต้"),
        ("กรมการปกครอง อำเภอสูงเม่น", "department-การปกครองอำเภอสูงเม่น"),
        (
            "สำนักงานคณะกรรมการการเลือกตั้ง จังหวัดแพร่",
            "department-สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดแพร่",
        ),
        ("ธนาคารออมสิน อ.เฉลิมพระเกียรติ จ.น่าน", "enterprise-ธนาคารออมสินอำเภอเฉลิมพระเกียรติจังหวัดน่าน"),
        ("สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ 3", "department-สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่3"),
        ("สำนักงาน ก.พ. อำเภอเมือง จังหวัดนนทบุรี", "department-สำนักงานคณะกรรมการข้าราชการพลเรือน"),
        ("ธนาคารแห่งประเทศไทย เขตพระนคร กรุงเทพมหานคร", "enterprise-ธนาคารแห่งประเทศไทย"),
        ("มหาวิทยาลัยพะเยา จังหวัดพะเยา", "university-พะเยา"),
    ],
)
def test_an_office_in_a_place_is_not_the_body_whose_office_it_is(
    printed: str, expected: str
) -> None:
    assert named(printed) == expected
    assert who(f"{printed}{TITLE}ผลการประเมินมีคะแนนเฉลี่ย 95.20") == expected
