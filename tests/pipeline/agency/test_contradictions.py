"""Where a place printed with a name speaks against the body that the name alone would be."""

from __future__ import annotations

import pytest

from pipeline.agency import Register, reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from pipeline.agency.reporter.path_vote import hear_path
from pipeline.facts import Body, Resolution
from tests.pipeline.documents import document

TITLE = "รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA)\nประจำปีงบประมาณ พ.ศ. 2565\n"


def report(body: str, place: str = "", register: Register | None = None) -> Resolution:
    name = body.split(" อ")[0]
    text = f"{TITLE}{body}\n{place}\n{name} ได้รับผลการประเมิน ดังนี้"
    return reporting_body(document(text), register)


def places(found: Resolution) -> set[tuple[str, str]]:
    return {(body.district, body.province) for body in found.candidates}


OTHERS = {
    ("องค์การบริหารส่วนตำบลก้านเหลือง", "อุทุมพรพิสัย", "ขอนแก่น"): {"แวงน้อย", "อุทุมพรพิสัย"},
    ("อบต.หนองบัว", "ศีขรภูมิ", "จันทบุรี"): {"เมืองจันทบุรี", "ศีขรภูมิ"},
    ("อบต.ท่าช้าง", "เสาไห้", "จันทบุรี"): {"เมืองจันทบุรี", "เสาไห้"},
    ("อบต.วังทอง", "บ้านดุง", "ชัยภูมิ"): {"ภักดีชุมพล", "บ้านดุง"},
}


@pytest.mark.parametrize(("name", "district", "province"), OTHERS)
def test_a_district_of_another_province_is_not_passed_over(
    name: str, district: str, province: str
) -> None:
    found = report(name, f"อำเภอ{district} จังหวัด{province}")
    assert found.status == "ambiguous"
    assert {one for one, _ in places(found)} == OTHERS[name, district, province]
    assert found.body is not None
    assert found.body.district == ""


def test_nor_is_one_that_is_misread() -> None:
    assert report("อบต.ก้านเหลือง", "อ.อุทุมพรพิสย จ.ขอนแก่น").status == "ambiguous"


def test_nor_in_a_row_of_a_table_or_beside_a_register() -> None:
    register = Register(
        (
            Body("sao", "โพธิ์ทอง", "ศรีสมเด็จ", "ร้อยเอ็ด", "1"),
            Body("sao", "โพธิ์ทอง", "ท่าศาลา", "นครศรีธรรมราช", "2"),
        )
    )
    found = resolve_mention("อบต.โพธิ์ทอง อ.ท่าศาลา จ.ร้อยเอ็ด", register=register)
    assert found.status == "ambiguous"
    assert {body.code for body in found.candidates} == {"1", "2"}


def test_where_only_one_of_the_two_places_has_the_name_that_one_is_listed() -> None:
    found = report("อบต.ช่องสามหมอ", "อำเภอแก้งคร้อ จังหวัดแพร่")
    assert found.status == "ambiguous"
    assert places(found) == {("แก้งคร้อ", "ชัยภูมิ")}


@pytest.mark.parametrize(
    ("district", "province"),
    [
        ("อุทุมพรพิสย", "ศรีสะเกษ"),
        ("อุทุมพรพิสัย", "ศรีสะเกส"),
        ("อุทุมพรพิสัย", "ศรีษะเกษ"),
        ("อุทมพรพิสัย", ""),
    ],
)
def test_a_misread_spelling_of_the_right_district_still_resolves(
    district: str, province: str
) -> None:
    place = f"อำเภอ{district} " + (f"จังหวัด{province}" if province else "")
    found = report("องค์การบริหารส่วนตำบลก้านเหลือง", place)
    assert found.status == "resolved"
    assert found.body is not None
    assert found.body.district == "อุทุมพรพิสัย"


def test_a_district_that_moved_to_another_province_agrees_with_both() -> None:
    found = report("อบต.โซ่", "อำเภอโซ่พิสัย จังหวัดหนองคาย")
    assert found.status == "resolved"
    assert found.body is not None
    assert found.body.province == "บึงกาฬ"


@pytest.mark.parametrize(
    ("name", "place"),
    [("เทศบาลนครขอนแก่น", "จังหวัดเชียงใหม่"), ("เทศบาลเมืองดอกรักพัฒนา", "จังหวัดแพร่")],
)
def test_a_name_printed_twice_is_no_better_known(name: str, place: str) -> None:
    found = report(name, place)
    assert found.status == "unknown"
    assert found.body is not None
    assert found.body.province == place.removeprefix("จังหวัด")


def test_two_bodies_of_one_name_in_two_provinces_have_two_ids_beside_a_register() -> None:
    register = Register(
        (
            Body("sao", "หนองบัว", "ศีขรภูมิ", "สุรินทร์", "1"),
            Body("sao", "หนองบัว", "ท่าตูม", "สุรินทร์", "2"),
            Body("sao", "หนองบัว", "โกสุมพิสัย", "มหาสารคาม", "3"),
            Body("sao", "หนองบัว", "วาปีปทุม", "มหาสารคาม", "4"),
        )
    )
    found = [report("อบต.หนองบัว", f"จ.{one}", register) for one in ("สุรินทร์", "มหาสารคาม")]
    assert [one.status for one in found] == ["ambiguous", "ambiguous"]
    assert [agency_id(one.body) for one in found if one.body] == [
        "sao-หนองบัว-สุรินทร์",
        "sao-หนองบัว-มหาสารคาม",
    ]


def test_a_province_printed_with_the_name_of_another_does_not_share_its_id() -> None:
    sound, doubtful = report("อบจ.แพร่", "จังหวัดแพร่"), report("อบจ.แพร่", "จังหวัดน่าน")
    assert sound.body
    assert doubtful.body
    assert doubtful.status == "ambiguous"
    assert agency_id(sound.body) == "pao-แพร่"
    assert agency_id(doubtful.body) == "pao-แพร่-น่าน"


REGISTER = Register((Body("sao", "ดอนแก้ว", "แม่ริม", "เชียงใหม่", "1"),))


def test_a_folder_does_not_go_before_the_district_that_the_text_prints() -> None:
    found = report("อบต.ดอนแก้ว", "อำเภอสารภี จังหวัดเชียงใหม่", REGISTER)
    assert found.status == "ambiguous"
    heard = hear_path(found, "อำเภอแม่ริม/ita.txt", REGISTER)
    assert heard.reporter.status == "ambiguous"
    assert heard.part == "conflict"


@pytest.mark.parametrize("place", ["จังหวัดเชียงใหม่", "อำเภอเมือง", ""])
def test_a_folder_decides_only_what_the_text_leaves_open(place: str) -> None:
    found = report("อบต.ดอนแก้ว", place)
    heard = hear_path(found, "อำเภอแม่ริม/ita.txt")
    assert found.status == "ambiguous"
    assert heard.part == ("conflict" if place == "อำเภอเมือง" else "decided")


@pytest.mark.parametrize(
    "told",
    [
        "อำเภออุทุมพรพิสัย จังหวัดขอนแก่น",
        "อำเภอ: อุทุมพรพิสัย\nจังหวัด: ขอนแก่น",
        "ที่อยู่ ต.ก้านเหลือง อ.อุทุมพรพิสัย จ.ขอนแก่น 40000",
    ],
)
def test_nor_is_a_place_told_apart_from_the_name(told: str) -> None:
    text = f"{TITLE}องค์การบริหารส่วนตำบลก้านเหลือง\n\nได้รับผลการประเมิน ดังนี้\n\n{told}"
    assert reporting_body(document(text)).status == "ambiguous"


@pytest.mark.parametrize(
    "printed",
    [
        "องค์การบริหารส่วนตำบลแ อ.ครบุรี จ.นครราชสีมา",
        "องค์การบริหารส่วนตำบล อ.ครบุรี จ.นครราชสีมา",
        "อบต.บ อ.โนนคูณ จ.ศรีสะเกษ",
    ],
)
def test_a_name_that_is_lost_is_not_made_of_its_district(printed: str) -> None:
    assert resolve_mention(printed).status == "unknown"
