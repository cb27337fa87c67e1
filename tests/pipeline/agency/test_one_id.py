"""One body has one id, printed with its place or without; what a complete list leaves out is
unknown."""

from __future__ import annotations

import pytest

from pipeline.agency import Register, reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from pipeline.facts import Body
from tests.pipeline.documents import document

ONE = {
    "a hospital with a name of its own": (
        "โรงพยาบาลศรีสังวรสุโขทัย",
        "โรงพยาบาลศรีสังวรสุโขทัย อำเภอศรีสำโรง จังหวัดสุโขทัย",
        "รพ.ศรีสังวรสุโขทัย จ.สุโขทัย",
    ),
    "a hospital named after its district": (
        "โรงพยาบาลสันทราย",
        "รพ.สันทราย จ.เชียงใหม่",
        "โรงพยาบาลสันทราย อำเภอสันทราย จังหวัดเชียงใหม่",
    ),
    "a hospital named after its province": (
        "โรงพยาบาลน่าน",
        "รพ.น่าน จ.น่าน",
        "โรงพยาบาลน่าน อ.เมือง จ.น่าน",
    ),
    "an area of primary schools": (
        "สพป.ศรีสะเกษ เขต 2",
        "สพป. ศรีสะเกษ เขต ๒ จังหวัดศรีสะเกษ",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 2 อำเภออุทุมพรพิสัย จังหวัดศรีสะเกษ",
    ),
    "an area by short forms": ("สพป.เชียงใหม่ เขต 2", "สพป.เชียงใหม่ 2", "สพป.ชม.2", "สพป.ชม. เขต ๒"),
    "an area of secondary schools": ("สพม.แพร่", "สพม.แพร่ อ.เมือง จ.แพร่"),
    "a district": (
        "อำเภอปากช่อง",
        "อำเภอปากช่อง จังหวัดนครราชสีมา",
        "ที่ว่าการอำเภอปากช่อง จังหวัดนครราชสีมา",
    ),
    "a provincial health office": (
        "สสจ.นครพนม",
        "สำนักงานสาธารณสุขจังหวัดนครพนม อำเภอเมืองนครพนม จังหวัดนครพนม",
    ),
    "the capital": ("กรุงเทพมหานคร", "กทม."),
    "a city": ("เทศบาลนครขอนแก่น", "ทน.ขอนแก่น อ.เมือง จ.ขอนแก่น", "เทศบาลนครขอนแกน จ.ขอนแก่น"),
    "a department": ("กรมชลประทาน", "กรมชลประทาน เขตดุสิต กรุงเทพมหานคร", "กรมชลประมาน"),
    "a department with a short name": ("กรมป่าไม้", "กรมปาไม้"),
}


@pytest.mark.parametrize("forms", ONE.values(), ids=ONE)
def test_a_body_printed_with_its_place_and_without_has_one_id(forms: tuple[str, ...]) -> None:
    found = [resolve_mention(form) for form in forms]
    assert {one.status for one in found} == {"resolved"}
    assert len({agency_id(one.body) for one in found if one.body}) == 1


def test_areas_of_one_province_are_told_apart_by_their_numbers() -> None:
    found = [resolve_mention(f"สพป.น่าน {number}") for number in (1, 2)]
    assert len({agency_id(one.body) for one in found if one.body}) == 2


@pytest.mark.parametrize("behind", ["92.50", "3 แห่ง", "5/2565", "12"])
def test_a_figure_behind_an_area_is_not_its_number(behind: str) -> None:
    found = reporting_body(document(f"รายงานผลการประเมิน ITA\nสพป.น่าน {behind}\nสพป.น่าน ได้รับผล"))
    assert found.body
    assert agency_id(found.body).endswith("น่าน")


def test_an_area_under_the_name_of_another_province_is_not_surely_its() -> None:
    found = resolve_mention("สพป.ศรีสะเกษ เขต 2 จังหวัดน่าน")
    own = resolve_mention("สพป.ศรีสะเกษ เขต 2")
    assert found.status == "ambiguous"
    assert found.body
    assert own.body
    assert agency_id(found.body) == f"{agency_id(own.body)}-น่าน"
    assert [agency_id(one) for one in found.candidates] == [agency_id(own.body)]


@pytest.mark.parametrize(
    "printed",
    ["กรมส่งเสริมดอกรัก", "กระทรวงดอกรัก", "มหาวิทยาลัยดอกรัก", "เทศบาลนครแพร่", "มหาวิทยาลัยราชภัฏดอกรัก"],
)
def test_what_a_complete_list_leaves_out_is_unknown_and_kept_as_printed(printed: str) -> None:
    text = (
        f"รายงานผลการประเมิน ITA\nประจำปีงบประมาณ พ.ศ. 2565\n{printed}\n{printed} ได้รับผลการประเมิน ดังนี้"
    )
    found = reporting_body(document(text))
    assert found.status == "unknown"
    assert found.body
    assert found.body.official_name == printed


@pytest.mark.parametrize("printed", ["โรงพยาบาลดอกรักพิเศษ", "โรงเรียนดอกรักวิทยาคม"])
def test_what_no_list_is_complete_for_is_taken_by_its_name(printed: str) -> None:
    assert resolve_mention(printed).status == "resolved"


@pytest.mark.parametrize("printed", ["โรงพยาบาลพุทธโสธรใหม่", "โรงพยาบาลศิริราชปิยมหาราชการุณย์"])
def test_a_name_that_only_begins_like_a_listed_one_is_another(printed: str) -> None:
    found = resolve_mention(printed)
    assert found.body
    assert found.body.official_name == printed


def test_a_police_station_named_like_a_district_may_be_a_tambons() -> None:
    found = resolve_mention("สภ.สันทราย")
    assert found.body
    assert found.body.district == ""


REGISTER = Register((Body("other", "องค์การพิเศษดอกรัก", "", "แพร่", "X1", "องค์การพิเศษดอกรัก"),))


@pytest.mark.parametrize("place", ["", " จ.แพร่"])
def test_a_register_decides_of_what_kind_a_body_is(place: str) -> None:
    found = resolve_mention(f"องค์การพิเศษดอกรัก{place}", register=REGISTER)
    assert found.status == "resolved"
    assert found.body
    assert (found.body.kind, found.body.code) == ("other", "X1")


def test_a_register_that_has_a_name_elsewhere_does_not_bear_out_another() -> None:
    found = resolve_mention("องค์การพิเศษดอกรัก จ.น่าน", register=REGISTER)
    assert found.status == "ambiguous"
    assert [one.code for one in found.candidates] == ["X1"]
