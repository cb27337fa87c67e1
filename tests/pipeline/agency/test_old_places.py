"""Places that were another province's once, and bodies called by short or cut names."""

from __future__ import annotations

import pytest

from pipeline.agency import reporting_body, resolve_mention
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.identity import agency_id
from pipeline.agency.known.spelling import key
from tests.pipeline.documents import document


def named(printed: str) -> str:
    found = resolve_mention(printed)
    return agency_id(found.body) if found.body and found.status == "resolved" else ""


@pytest.mark.parametrize(
    "printed",
    [
        ("อบต.บึงโขงหลง อ.บึงโขงหลง จ.บึงกาฬ", "อบต.บึงโขงหลง อ.บึงโขงหลง จ.หนองคาย"),
        ("ทต.บึงโขงหลง จ.บึงกาฬ", "ทต.บึงโขงหลง จ.หนองคาย"),
        ("อบต.หนองเรือ อ.โนนสัง จ.หนองบัวลำภู", "อบต.หนองเรือ อ.โนนสัง จ.อุดรธานี"),
        ("เทศบาลนครพระนครศรีอยุธยา", "เทศบาลนครอยุธยา"),
        ("อำเภอหนองหิน จังหวัดเลย", "กิ่งอำเภอหนองหิน จังหวัดเลย"),
        ("สำนักงานคลังจังหวัดน่าน", "สนง.คลังจังหวัดน่าน"),
        ("สำนักงานสาธารณสุขจังหวัดน่าน", "สนง.สาธารณสุขจังหวัดน่าน", "สสจ.น่าน"),
        ("การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", "การไฟฟ้าฝ่ายผลิตฯ", "กฟผ."),
        ("มหาวิทยาลัยราชภัฏวไลยอลงกรณ์ ในพระบรมราชูปถัมภ์", "มหาวิทยาลัยราชภัฏวไลยอลงกรณ์"),
        ("สพม. เขต 23", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๒๓"),
    ],
)
def test_a_body_has_one_id_under_its_old_place_and_its_short_name(printed: tuple[str, ...]) -> None:
    ids = {named(one) for one in printed}
    assert len(ids) == 1
    assert "" not in ids


@pytest.mark.parametrize("kind", ["อบต.", "ทต."])
def test_a_body_is_not_resolved_by_a_tambon_that_is_gone(kind: str) -> None:
    found = resolve_mention(f"{kind}หนองบัว อ.เมืองขอนแก่น จ.ขอนแก่น")
    assert found.status == "ambiguous"
    assert found.body is not None
    assert (found.body.district, found.body.province) == ("", "ขอนแก่น")
    assert [(one.name, one.district) for one in found.candidates] == [("หนองบัว", "บ้านฝาง")]


def test_a_body_lies_today_where_a_law_moved_its_tambon() -> None:
    printed = [f"อบต.ท่าแฝก อ.{district} จ.อุตรดิตถ์" for district in ("ท่าปลา", "น้ำปาด")]
    assert {named(one) for one in printed} == {"sao-ท่าแฝก-น้ำปาด-อุตรดิตถ์"}


def test_a_tambon_that_is_gone_and_nowhere_else_is_kept_as_printed() -> None:
    places = gazetteer()
    gone = [
        seat for seat in places.former
        if seat not in places.became
        and not places.tambons.called(seat.name, "", seat.province)
        and (key(seat.district), seat.province) not in places.moved
    ]  # fmt: skip
    assert len(gone) > 50
    for seat in gone[::10]:
        found = resolve_mention(f"อบต.{seat.name} อ.{seat.district} จ.{seat.province}")
        assert found.status != "resolved" or found.body.name != seat.name  # type: ignore[union-attr]


def test_an_education_area_without_its_province_is_unknown() -> None:
    assert resolve_mention("สพป. กข. 1").status == "unknown"


def test_regional_branches_stay_apart_from_their_head() -> None:
    printed = [f"สำนักงานศาลยุติธรรม{part}" for part in ("", "ประจำภาค 5", "ประจำภาค ๖")]
    assert len({named(one) for one in printed}) == len(printed)


@pytest.mark.parametrize(
    "cover",
    [
        "โรงพยาบาลสมเด็จพระ\nยุพราชปัว อำเภอปัว จังหวัดน่าน",
        "โรงพยาบาลสมเด็จพระยุพราช\nปัว อำเภอปัว จังหวัดน่าน",
    ],
)
def test_a_name_goes_on_in_the_next_line_up_to_its_place(cover: str) -> None:
    found = reporting_body(document(f"รายงานผล ITA ของ{cover}\nประจำปีงบประมาณ 2564"))
    assert found.body is not None
    assert agency_id(found.body) == "hospital-สมเด็จพระยุพราชปัว"


def test_a_courts_name_never_ends_in_the_word_for_a_province() -> None:
    found = reporting_body(document("รายงานผลการประเมิน ITA ของศาลจังหวัด\nทุ่งสง\nประจำปี 2564"))
    assert found.body is not None
    assert found.body.name == "จังหวัดทุ่งสง"


@pytest.mark.parametrize("join", ["และ", ", ", "รวมทั้ง"])
def test_bodies_listed_with_an_example_are_examples(join: str) -> None:
    text = f"ตัวอย่างที่ดี เช่น องค์การบริหารส่วนตำบลหนองแหน{join}เทศบาลเมืองวารินชำราบ ซึ่งเคยไปดูงาน"
    assert reporting_body(document(f"สรุปผล ITA 2564\nจังหวัดอุทัยธานี\n\n{text}")).body is None
