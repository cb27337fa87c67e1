"""A body and the one it was, named side by side: the scores are the new one's."""

import pytest

from pipeline.agency import find_successions, reporting_body
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

TITLE = "รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA)\nประจำปีงบประมาณ พ.ศ. 2565\n"
TABLE = "\n\nตัวชี้วัด\tคะแนน\nการปฏิบัติหน้าที่\t89.36\nคะแนนรวม\t89.36\n\n"
PLACE = "อำเภอแก้งคร้อ จังหวัดชัยภูมิ"
NEW = "subdistrict-municipality-ดอกรักพัฒนา-แก้งคร้อ-ชัยภูมิ"
OLD = "sao-ช่องสามหมอ-แก้งคร้อ-ชัยภูมิ"


@pytest.mark.parametrize(
    "cover",
    [
        f"เทศบาลตำบลดอกรักพัฒนา (เดิม องค์การบริหารส่วนตำบลช่องสามหมอ)\n{PLACE}",
        f"เทศบาลตำบลดอกรักพัฒนา (เดิมชื่อ อบต.ช่องสามหมอ) {PLACE}",
        f"เทศบาลตำบลดอกรักพัฒนา อดีต องค์การบริหารส่วนตำบลช่องสามหมอ {PLACE}",
        f"เทศบาลตำบลดอกรักพัฒนา\nเดิม องค์การบริหารส่วนตำบลช่องสามหมอ\n{PLACE}",
        f"เทศบาลตำบลดอกรักพัฒนา {PLACE}\n(อดีต อบต.ช่องสามหมอ)",
        f"เทศบาลตำบลดอกรักพัฒนา (อบต.ช่องสามหมอ เดิม) {PLACE}",
        f"เทศบาลตำบลดอกรักพัฒนา (ยกฐานะจาก อบต.ช่องสามหมอ) {PLACE}",
    ],
)
@pytest.mark.parametrize("intro", ["", "\nเทศบาลตำบลดอกรักพัฒนา ได้รับผลการประเมิน ดังนี้"])
def test_the_former_name_is_a_link_and_not_the_body(cover: str, intro: str) -> None:
    read = document(TITLE + cover + intro + TABLE)
    reporter = reporting_body(read)
    assert reporter.body is not None
    assert agency_id(reporter.body) == NEW
    links = [
        (agency_id(one.body), agency_id(one.predecessor))
        for one in find_successions(read, reporter)
    ]
    assert links == [(NEW, OLD)]


@pytest.mark.parametrize(
    "line",
    [
        "อบต.ช่องสามหมอ เดิมทีมีสำนักงานติดกับ อบต.หนองสังข์",
        "อบต.ช่องสามหมอ ปฏิบัติตามมาตรการเดิม และ อบต.หนองสังข์ ก็เช่นกัน",
        "อบต.ช่องสามหมอ เป็นอดีตผู้ชนะ รองลงมา อบต.หนองสังข์",
    ],
)
def test_a_neighbour_is_no_former_name(line: str) -> None:
    read = document(f"{TITLE}องค์การบริหารส่วนตำบลช่องสามหมอ\n{PLACE}\n\n{line}{TABLE}")
    reporter = reporting_body(read)
    assert reporter.body is not None
    assert agency_id(reporter.body) == OLD
    assert find_successions(read, reporter) == ()
