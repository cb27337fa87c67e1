"""Places: official names, corrections within a province, and what cannot be told."""

from __future__ import annotations

import pytest

from pipeline.agency import resolve_mention
from pipeline.agency.known.gazetteer import gazetteer


def test_every_province_is_there_and_has_a_capital_district_but_bangkok() -> None:
    places = gazetteer()
    assert len(places.provinces) == 77
    assert set(places.provinces) - set(places.capitals) == {"กรุงเทพมหานคร"}


@pytest.mark.parametrize(
    ("district", "province", "expected"),
    [
        ("เมือง", "ชัยภูมิ", ("เมืองชัยภูมิ", "ชัยภูมิ")),
        ("เมืองชัยภูมิ", "ชัยภูม", ("เมืองชัยภูมิ", "ชัยภูมิ")),
        ("เมือง", "", ("", "")),
        ("นาตุน", "มหาสารคาม", ("นาดูน", "มหาสารคาม")),
        ("นาตุน", "", ("", "")),
        ("แมสาย", "", ("แม่สาย", "เชียงราย")),
        ("ทาใหม", "", ("ท่าใหม่", "จันทบุรี")),
        ("ชัยบาดาล", "", ("ชัยบาดาล", "ลพบุรี")),
        ("เฉลิมพระเกียรติ", "", ("", "")),
        ("เฉลิมพระเกียรติ", "บุรีรัมย์", ("เฉลิมพระเกียรติ", "บุรีรัมย์")),
        ("เขตบางรัก", "กทม.", ("บางรัก", "กรุงเทพมหานคร")),
        ("สุไหงโกลก", "นราธิวาส", ("สุไหงโก-ลก", "นราธิวาส")),
        ("ปากช่อง", "ลพบุรี", ("", "ลพบุรี")),
        ("", "อยุธยา", ("", "พระนครศรีอยุธยา")),
        ("", "ตก", ("", "")),
    ],
)
def test_a_printed_place_is_named_officially(
    district: str, province: str, expected: tuple[str, str]
) -> None:
    assert gazetteer().locate(district, province) == expected


def test_every_official_place_locates_itself() -> None:
    places = gazetteer()
    assert all(places.locate(name, of) == (name, of) for name, of in places.districts)


@pytest.mark.parametrize(
    ("name", "place"),
    [("ไผ่จำศีล", "อำเภอวิเศษชัยชาญ จังหวัดอ่างทอง"), ("บุฤๅษี", "อำเภอเมืองสุรินทร์ จังหวัดสุรินทร์")],
)
@pytest.mark.parametrize("kind", ["องค์การบริหารส่วนตำบล", "เทศบาลตำบล"])
def test_a_name_that_the_list_of_places_misspells_is_kept(name: str, place: str, kind: str) -> None:
    found = resolve_mention(f"{kind}{name} {place}")
    assert found.status == "resolved"
    assert found.body is not None
    assert found.body.name == name
