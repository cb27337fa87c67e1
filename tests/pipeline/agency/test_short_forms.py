"""Short forms, numbers and brackets in names: one body has one id, and two have two."""

import pytest

from pipeline.agency import mentions, reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

AREA = "other-สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"
FORMS = {
    "สพป.น่าน 1": f"{AREA}น่านเขต1",
    "สพป.น่าน 2": f"{AREA}น่านเขต2",
    "สพป.น่าน เขต ๒": f"{AREA}น่านเขต2",
    "สพป.น่าน 2 แห่ง": f"{AREA}น่าน",
    "วิทยาลัยเทคนิคแพร่ แห่งที่ 2": "university-วิทยาลัยเทคนิคแพร่แห่งที่2",
    "วิทยาลัยเทคนิคแพร่": "university-วิทยาลัยเทคนิคแพร่",
    "วท.แพร่": "university-วิทยาลัยเทคนิคแพร่",
    "วก.ขุนหาญ": "university-วิทยาลัยการอาชีพขุนหาญ",
    "กทม.": "special-กรุงเทพมหานคร",
    "สำนักงานสาธารณสุข จ.นครพนม": "other-สำนักงานสาธารณสุขจังหวัดนครพนม-นครพนม",
    "สสจ.นครพนม": "other-สำนักงานสาธารณสุขจังหวัดนครพนม-นครพนม",
    "สำนักงานเกษตร จ.น่าน": "department-สำนักงานเกษตรจังหวัดน่าน-น่าน",
    "องค์การบริหารส่วนตำบล (อบต.) นาเสียว อ.เมือง จ.ชัยภูมิ": "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ",
    "เทศบาลนคร (ทน.) ขอนแก่น": "city-ขอนแก่น-เมืองขอนแก่น-ขอนแก่น",
    "ม.ขอนแก่น": "university-ขอนแก่น",
    "มข.": "university-ขอนแก่น",
    "ม.เกษตรศาสตร์": "university-เกษตรศาสตร์",
    "อบจ.ขอนแกน": "pao-ขอนแก่น",
    "ไปรษณีย์ไทย": "enterprise-บริษัทไปรษณีย์ไทยจำกัด",
}


@pytest.mark.parametrize("printed", FORMS)
def test_a_short_form_is_the_body_that_it_stands_for(printed: str) -> None:
    found = resolve_mention(printed)
    assert found.body is not None
    assert agency_id(found.body) == FORMS[printed]


@pytest.mark.parametrize("printed", FORMS)
def test_a_report_with_a_short_form_on_its_cover_is_that_bodys(printed: str) -> None:
    text = (
        "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\n"
        f"ประจำปีงบประมาณ พ.ศ. 2565\n{printed}\n\n{printed} ได้รับผลการประเมิน ดังนี้\n\n"
        "ตัวชี้วัด\tคะแนน\nคะแนนรวม\t89.36\n"
    )
    found = reporting_body(document(text))
    assert found.body is not None
    assert agency_id(found.body) == FORMS[printed]


@pytest.mark.parametrize(
    "text",
    [
        "เลขที่ 5 ม.3 ต.นาเสียว",
        "สวท.แพร่ ถ่ายทอดเสียง",
        "ณ วันที่ 3 ม.ค. 2565",
        "ชุมชนนิคมข. ก่อสร้าง",
        "ตั้งอยู่ที่เขตบางรัก กทม.",
        "เขตบางรัก กรุงเทพมหานคร",
    ],
)
def test_letters_that_look_like_a_short_form_are_no_body(text: str) -> None:
    assert mentions(text) == []


def test_a_score_behind_an_area_is_not_its_number() -> None:
    (found,) = mentions("สพป.น่าน 95.20 คะแนน")
    assert found.name == "น่าน"


ASSESSOR = "department-สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"


def test_the_assessor_is_scored_itself_only_where_the_report_says_so() -> None:
    title = "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\nประจำปีงบประมาณ พ.ศ. 2565\n"
    scores = "\n\nตัวชี้วัด\tคะแนน\nคะแนนรวม\t89.36\n"
    own = reporting_body(
        document(f"{title}สำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช. ได้รับผลการประเมิน ดังนี้{scores}")
    )
    assert own.body is not None
    assert agency_id(own.body) == ASSESSOR
    assert reporting_body(document(f"สำนักงาน ป.ป.ช.\n{title}{scores}")).body is None
    assert reporting_body(document(f"{title}สำนักงาน ป.ป.ช.\nกองทุนดอกรัก{scores}")).body is None
