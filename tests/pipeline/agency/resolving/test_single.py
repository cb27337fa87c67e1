"""One printed mention, as rows of tables of many bodies hold them."""

from __future__ import annotations

import pytest

from pipeline.agency import resolve_mention
from pipeline.agency.known.identity import agency_id
from pipeline.facts import Body, Place, Resolution

OWN = Resolution("resolved", Body("sao", "เขาแหลม", "ชัยบาดาล", "ลพบุรี"))
OFFICE = Resolution("resolved", Body("other", "สำนักงานท้องถิ่น", "", "ลพบุรี"))


def who(found: Resolution) -> str:
    return agency_id(found.body) if found.body else ""


@pytest.mark.parametrize(
    "printed",
    [
        "อบต.โคกสลุง",
        "อบต. โคกสลุง",
        "๓. อบต.โคกสลุง",
        "องค์การบริหารส่วน\nตำบลโคก\nสลุง",
        "อบต.โคกสลุง (เดิม)",
    ],
)
def test_a_row_names_a_body_however_it_is_wrapped(printed: str) -> None:
    assert who(resolve_mention(printed)) == "sao-โคกสลุง-พัฒนานิคม-ลพบุรี"


def test_a_bare_name_is_of_the_kind_of_the_table() -> None:
    assert who(resolve_mention("โคกสลุง", context=OWN)) == "sao-โคกสลุง-พัฒนานิคม-ลพบุรี"
    assert resolve_mention("โคกสลุง").body is None


@pytest.mark.parametrize("printed", ["รวม", "เฉลี่ย", "ภาพรวมจังหวัด", "ค่าเฉลี่ยทั้งหมด", "-", ""])
def test_a_row_that_is_no_body_gets_none(printed: str) -> None:
    assert resolve_mention(printed, context=OWN).body is None


def test_the_reports_own_body_is_known_again_by_its_name() -> None:
    own = Resolution("resolved", Body("sao", "หนองบัว", "บ้านหมี่", "ลพบุรี"))
    assert resolve_mention("อบต.หนองบัว", context=own).body == own.body


@pytest.mark.parametrize("printed", ["ทต.เวียงเทิง", "เทศบาลตำบลเวียงเทง", "เวียงเทิง"])
def test_a_row_of_the_own_body_has_its_place_even_if_misread(printed: str) -> None:
    body = Body("subdistrict-municipality", "เวียงเทิง", "เทิง", "เชียงราย")
    assert resolve_mention(printed, context=Resolution("resolved", body)).body == body


def test_a_neighbours_report_does_not_place_a_common_name() -> None:
    assert resolve_mention("อบต.หนองบัว", context=OWN).status == "ambiguous"


def test_an_office_of_the_province_places_names_of_the_province() -> None:
    printed = "อบต.วังขอนขว้าง"
    assert who(resolve_mention(printed, context=OFFICE)) == "sao-วังขอนขว้าง-โคกสำโรง-ลพบุรี"


def test_a_stated_district_corrects_a_misread_name_and_keeps_the_print() -> None:
    place = Place(2, 7, table=0, row=3, column=1)
    found = resolve_mention("อบต.โคกสลง", district="พัฒนานิคม", province="ลพบุรี", place=place)
    assert who(found) == "sao-โคกสลุง-พัฒนานิคม-ลพบุรี"
    assert found.printed == "อบต.โคกสลง"
    assert [(one.printed, one.place) for one in found.variants] == [("อบต.โคกสลง", place)]


def test_nothing_is_corrected_without_a_place() -> None:
    found = resolve_mention("อบต.โคกสลง")
    assert found.status == "unknown"
    assert who(found) == "sao-โคกสลง"


def test_a_place_printed_in_the_row_counts_before_the_tables() -> None:
    found = resolve_mention("อบต.นาเสียว อ.เมือง จ.ชัยภูมิ", province="ลพบุรี")
    assert who(found) == "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"


@pytest.mark.parametrize(
    ("printed", "status"),
    [("โรงเรียนบ้านนา", "ambiguous"), ("โรงเรียนวัดโพธิ์", "ambiguous"), ("โรงเรียนบ้านแซววิทยาคาร", "resolved"),
     ("โรงเรียนวัดสุวรรณวิทยาคาร", "resolved")],
)  # fmt: skip
def test_a_common_beginning_leaves_a_name_open_unless_the_rest_is_its_own(
    printed: str, status: str
) -> None:
    assert resolve_mention(printed).status == status


def test_a_type_word_that_lost_its_end_is_no_other_type() -> None:
    found = resolve_mention("องค์การบริหารส่วนหันนางาม")
    assert found.body is None or found.status != "resolved"


@pytest.mark.parametrize(
    ("printed", "province", "name"),
    [
        ("ทต.หางน\ufffdาสาคร", "ชัยนาท", "หางน้ำสาคร"),
        ("เทศบาลต\ufffdำบลน\ufffd ริด", "อุตรดิตถ์", "น้ำริด"),
        ("อบต.โนนส\ufffdง", "อุดรธานี", "โนนสูง"),
        ("อบต.ส\ufffdำนักทอง", "ระยอง", "สำนักทอง"),
    ],
)
def test_letters_that_are_not_told_are_those_of_the_one_name_of_the_place(
    printed: str, province: str, name: str
) -> None:
    found = resolve_mention(printed, province=province)
    assert found.status == "resolved"
    assert found.body is not None
    assert (found.body.name, found.body.province) == (name, province)


def test_what_is_left_of_a_damaged_name_is_no_other_body_that_is_called_so() -> None:
    both = resolve_mention("อบต.นาค\ufffdา", province="อุดรธานี")
    sound = resolve_mention("อบต.นาคำ", province="อุดรธานี")
    assert sound.status == "resolved"
    assert both.body is None or both.status != "resolved" or both.body.name == "นาคำ"
    nowhere = resolve_mention("อบต.หงส์หิ\ufffdน")
    assert nowhere.status == "ambiguous"
