"""Lists whose headers are English: the body, its place, the item and its value by row."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

PLACES = (
    ("นครพนม", "นาแก", "องค์การบริหารส่วนตำบลหนองบ่อ", "81.50"),
    ("นครพนม", "ปลาปาก", "องค์การบริหารส่วนตำบลหนองบ่อ", "92.25"),
    ("นครพนม", "ปลาปาก", "เทศบาลตำบลกุตาไก้", "77.75"),
)
TRUE = [(f"{body} อำเภอ{place} จังหวัด{province}", v) for province, place, body, v in PLACES]


def _of(text: str) -> list[tuple[str, str]]:
    return [(score.body, str(score.value)) for score in read(text).scores]


def _list(heads: str, item: str) -> str:
    rows = [
        f"2566\t{province}\t{place}\t{body}\t{item}\t{v}" for province, place, body, v in PLACES
    ]
    return "\n".join([heads.replace(",", "\t"), *rows])


@pytest.mark.parametrize(
    "heads",
    [
        "fiscal_year,province,district,agency,indicator,score",
        "Year,Changwat,Amphoe,Organization,Item,Value",
        "YEAR,PROVINCE,AMPHUR,ORGANISATION_NAME,INDICATOR,SCORE",
        "year,province_name,district_th,name,item,value",
    ],
)
def test_english_headers_of_a_list_say_whose_each_row_is_and_where_it_lies(heads: str) -> None:
    for item in ("การใช้อำนาจ", "คะแนนรวม ITA"):
        assert _of(_list(heads, item)) == TRUE


def test_headers_that_only_contain_such_a_word_are_no_places() -> None:
    found = _of(_list("year,province,districts_count,agency,indicator,score", "การใช้อำนาจ"))
    assert [body for body, _ in found] == [
        "องค์การบริหารส่วนตำบลหนองบ่อ จังหวัดนครพนม",
        "องค์การบริหารส่วนตำบลหนองบ่อ จังหวัดนครพนม",
        "เทศบาลตำบลกุตาไก้ จังหวัดนครพนม",
    ]


def test_a_type_beside_a_bare_name_is_part_of_the_body() -> None:
    rows = "\n".join(
        f"2566\t{name}\tอบต.\tนาแก\t{item}\t{value}"
        for name, first in (("หนองบ่อ", 81), ("ก้านเหลือง", 91))
        for item, value in (("การใช้อำนาจ", f"{first}.10"), ("คะแนนรวม", f"{first}.20"))
    )
    found = _of(f"Fiscal Year\tName\tType\tDistrict\tItem\tValue\n{rows}")
    assert found == [
        ("อบต.หนองบ่อ อำเภอนาแก", "81.10"),
        ("อบต.หนองบ่อ อำเภอนาแก", "81.20"),
        ("อบต.ก้านเหลือง อำเภอนาแก", "91.10"),
        ("อบต.ก้านเหลือง อำเภอนาแก", "91.20"),
    ]


def test_a_body_with_a_total_alone_keeps_it_beside_others_with_items() -> None:
    rows = "\n".join(
        f"2566\t{body}\t{item}\t{value}"
        for body, item, value in (
            ("อบต.หนองบ่อ", "การใช้อำนาจ", "81.10"),
            ("อบต.หนองบ่อ", "คะแนนรวม", "82.20"),
            ("อบต.ก้านเหลือง", "คะแนนรวม", "91.20"),
            ("ทต.กุตาไก้", "คะแนนรวม", "71.20"),
        )
    )
    found = _of(f"year\torganization\tindicator\tscore\n{rows}")
    assert found == [
        ("อบต.หนองบ่อ", "81.10"),
        ("อบต.หนองบ่อ", "82.20"),
        ("อบต.ก้านเหลือง", "91.20"),
        ("ทต.กุตาไก้", "71.20"),
    ]


def test_a_wide_list_has_its_places_too() -> None:
    rows = "\n".join(
        f"2566\t{province}\t{place}\t{body}\t{v}\tA" for province, place, body, v in PLACES
    )
    assert _of(f"Year\tProvince\tDistrict\tOrganization\tITA Score\tRating\n{rows}") == TRUE


@pytest.mark.parametrize("head", ["agency", "somewhere"])
def test_totals_of_one_body_that_differ_all_stay(head: str) -> None:
    rows = "\n".join(f"2566\tอบต.หนองบ่อ\tคะแนนรวม ITA\t{value}" for value in ("81.10", "91.20"))
    found = _of(f"year\t{head}\tindicator\tscore\n{rows}")
    assert [value for _, value in found] == ["81.10", "91.20"]


def test_totals_among_items_that_contradict_all_stay() -> None:
    rows = "\n".join(
        f"2566\tบางแห่ง\t{item}\t{value}"
        for item, value in (
            ("การใช้อำนาจ", "80.10"),
            ("คะแนนรวม", "81.10"),
            ("การใช้อำนาจ", "90.10"),
            ("คะแนนรวม", "91.10"),
        )
    )
    found = _of(f"year\tsomewhere\tindicator\tscore\n{rows}")
    assert [value for _, value in found] == ["80.10", "81.10", "90.10", "91.10"]


def test_the_last_of_several_sums_below_different_items_is_the_total() -> None:
    rows = "การใช้อำนาจ\t80.10\nรวม\t81.10\nคุณภาพการดำเนินงาน\t90.10\nรวม\t91.10"
    found = _of(f"ผลการประเมิน ITA ปีงบประมาณ 2566\n\nตัวชี้วัด\tคะแนน\n{rows}")
    assert [value for _, value in found] == ["80.10", "90.10", "91.10"]
