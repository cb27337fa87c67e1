"""Whose the rows of a list are: kinds in a column of their own, names that hold for several years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Page, Table
from pipeline.scores.bodies.rows import is_kind, with_kind
from pipeline.scores.find import find_scores
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import read

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"


def bodies(text: str) -> dict[str, str]:
    """The total of each body."""
    found = [score for score in read(HEADER + text).scores if score.item.code == "total"]
    assert len({score.body for score in found}) == len(found)
    return {score.body: str(score.value) for score in found}


def test_a_column_of_kinds_belongs_to_the_bare_names_beside_it() -> None:
    assert bodies(
        "ลำดับ\tประเภท\tชื่อ อปท.\tอำเภอ\tคะแนน ITA\n"
        "1\tอบต.\tแม่กา\tเมืองพะเยา\t91.20\n2\tทต.\tแม่กา\tเมืองพะเยา\t80.55"
    ) == {
        "อบต.แม่กา อำเภอเมืองพะเยา": "91.20",
        "ทต.แม่กา อำเภอเมืองพะเยา": "80.55",
    }


@pytest.mark.parametrize(
    "text",
    [
        "ชื่อ\tประเภท\tอำเภอ\tคะแนนรวม\nแม่กา\tอบต.\tเมืองพะเยา\t91.20\nแม่ใส\tทต\tเมืองพะเยา\t80.55",
        "อำเภอ\tประเภทหน่วยงาน\tตำบล\tคะแนนรวม\n"
        "เมืองพะเยา\tอบต.\tแม่กา\t91.20\nเมืองพะเยา\tทต\tแม่ใส\t80.55",
        "หน่วยงาน\tอำเภอ\tประเภท\tIIT\tEIT\tOIT\tคะแนนรวม\n"
        "แม่กา\tเมืองพะเยา\tอบต.\t91.00\t91.00\t91.50\t91.20\n"
        "แม่ใส\tเมืองพะเยา\tทต\t80.00\t80.00\t81.38\t80.55",
    ],
)
def test_the_columns_may_stand_in_any_order(text: str) -> None:
    assert bodies(text) == {
        "อบต.แม่กา อำเภอเมืองพะเยา": "91.20",
        "ทต.แม่ใส อำเภอเมืองพะเยา": "80.55",
    }


def test_no_district_is_taken_for_the_name_where_the_list_has_none() -> None:
    found = bodies("ประเภท\tอำเภอ\tคะแนน ITA\nอบต.\tเมืองพะเยา\t91.20\nทต.\tจุน\t80.55")
    assert all("อบต.เมืองพะเยา" not in body and "ทต.จุน" not in body for body in found)


def test_a_list_may_say_each_kind_once_at_the_head_of_its_group() -> None:
    assert bodies(
        "ประเภท\tชื่อหน่วยงาน\tคะแนน ITA\n"
        "ทต.\tบ้านตุ่น\t91.20\n\tแม่ปืม\t80.55\nอบต.\tแม่กา\t70.10\n\tจำป่าหวาย\t71.00"
    ) == {
        "ทต.บ้านตุ่น": "91.20",
        "ทต.แม่ปืม": "80.55",
        "อบต.แม่กา": "70.10",
        "อบต.จำป่าหวาย": "71.00",
    }


def test_a_cell_left_empty_in_a_column_of_kinds_says_none() -> None:
    found = bodies(
        "ประเภท\tชื่อหน่วยงาน\tคะแนน ITA\n"
        "ทต.\tบ้านตุ่น\t91.20\n\tแม่ปืม\t80.55\nทต.\tบ้านต๋อม\t70.10\nอบต.\tแม่กา\t70.15"
    )
    assert "แม่ปืม" in found


def test_a_row_that_says_a_kind_heads_the_bare_names_below_it() -> None:
    assert bodies(
        "ที่\tชื่อหน่วยงาน\tอำเภอ\tIIT\tEIT\tOIT\tคะแนนรวม\n"
        "เทศบาลตำบล\t\n1\tกองดิน\tแกลง\t90.00\t90.00\t90.00\t90.00\n"
        "2. องค์การบริหารส่วนตำบล (อบต.)\t\n2\tกองดิน\tแกลง\t80.00\t80.00\t80.00\t80.00\n"
        "หน่วยงานอื่น\t\n3\tโรงเรียนวัดจุน\tจุน\t70.00\t70.00\t70.00\t70.00"
    ) == {
        "เทศบาลตำบลกองดิน อำเภอแกลง": "90.00",
        "องค์การบริหารส่วนตำบลกองดิน อำเภอแกลง": "80.00",
        "โรงเรียนวัดจุน อำเภอจุน": "70.00",
    }


def test_the_line_above_a_table_may_say_the_kind_of_all_its_bodies() -> None:
    head = "ชื่อหน่วยงาน\tคะแนน ITA\tระดับ\n"
    assert bodies(
        f"1. เทศบาลตำบล\n{head}กองดิน\t90.00\tผ่านดี\nแม่กา\t80.00\tผ่าน\n\n"
        f"2. องค์การบริหารส่วนตำบล\n{head}กองดิน\t70.00\tผ่าน\nจำป่าหวาย\t60.00\tผ่าน"
    ) == {
        "เทศบาลตำบลกองดิน": "90.00",
        "เทศบาลตำบลแม่กา": "80.00",
        "องค์การบริหารส่วนตำบลกองดิน": "70.00",
        "องค์การบริหารส่วนตำบลจำป่าหวาย": "60.00",
    }


def test_units_of_the_body_in_the_title_are_no_bodies_of_its_kind() -> None:
    found = bodies("เทศบาลตำบล\nหน่วยงาน\tคะแนน ITA\tระดับ\nกองคลัง\t90.00\tผ่านดี\nกองช่าง\t80.00\tผ่าน")
    assert list(found) == ["กองคลัง", "กองช่าง"]


@pytest.mark.parametrize(
    ("name", "kind", "whole"),
    [
        ("แม่กา", "อบต.", "อบต.แม่กา"),
        ("แม่กา", "ทต", "ทต.แม่กา"),
        ("4 แม่กา", "อบต.", "อบต.แม่กา"),
        ("อบต.แม่กา", "อบต.", "อบต.แม่กา"),
        ("เทศบาลตำบลแม่กา", "อบต.", "เทศบาลตำบลแม่กา"),
        ("1 องค์การบริหารส่วนตำบลแม่กา", "อบต", "1 องค์การบริหารส่วนตำบลแม่กา"),
        ("12. เทศบาลตำบลแม่กา", "ทต", "12. เทศบาลตำบลแม่กา"),
        ("อำเภอจุน", "อบต.", "อำเภอจุน"),
        ("มหาวิทยาลัยพะเยา", "มหาวิทยาลัย", "มหาวิทยาลัยพะเยา"),
        ("พะเยา", "โรงพยาบาล", "โรงพยาบาลพะเยา"),
        ("ตำบลแม่กา", "เทศบาล", "เทศบาลตำบลแม่กา"),
        ("แม่กา", "เทศบาลตำบล (ทต.)", "เทศบาลตำบลแม่กา"),
    ],
)
def test_a_kind_is_written_before_names_that_say_none(name: str, kind: str, whole: str) -> None:
    assert is_kind(kind)
    assert with_kind(name, kind) == whole


def test_a_list_with_a_value_a_row_has_kinds_beside_names_as_well() -> None:
    text = HEADER + "ประเภท\tหน่วยงาน\tอำเภอ\tตัวชี้วัด\tคะแนน\n"
    for kind, value in (("อบต.", "91.20"), ("ทต.", "80.55")):
        for name in ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ"):
            text += f"{kind}\tแม่กา\tเมืองพะเยา\t{name}\t{value}\n"
    found = {(score.body, str(score.value)) for score in read(text).scores}
    assert found == {
        ("อบต.แม่กา อำเภอเมืองพะเยา", "91.20"),
        ("ทต.แม่กา อำเภอเมืองพะเยา", "80.55"),
    }


def test_numbers_beside_the_head_of_a_section_are_of_the_lone_name_below_it() -> None:
    found = bodies(
        "หน่วยงาน\tคะแนน ITA\tระดับ\nอำเภอจุน\t91.20\tผ่านดี\n1 อบต.หงส์หิน\t\t\n"
        "2 ทต.ห้วยข้าวก่ำ\t80.55\tต้องปรับปรุง\nอำเภอปง\t70.11\tผ่าน\n3 อบต.ออย\t\t"
    )
    assert found == {
        "อบต.หงส์หิน อำเภอจุน": "91.20",
        "2 ทต.ห้วยข้าวก่ำ": "80.55",
        "อบต.ออย อำเภอปง": "70.11",
    }


def test_districts_with_scores_of_their_own_are_bodies() -> None:
    found = bodies("หน่วยงาน\tคะแนน ITA\nอบต.ออย\t70.11\nอำเภอจุน\t91.20\nอำเภอปง\t80.55")
    assert list(found) == ["อบต.ออย", "อำเภอจุน", "อำเภอปง"]


YEARS = (
    ("ที่", "หน่วยงาน", "ปี", "IIT", "EIT", "OIT", "รวม"),
    ("1", "อบต.แม่กา", "2565", "81.00", "82.00", "83.00", "82.10"),
    ("", "", "2566", "91.00", "92.00", "93.00", "92.10"),
    ("2", "ทต.บ้านตุ่น", "2565", "71.00", "72.00", "73.00", "72.10"),
    ("", "", "2566", "61.00", "62.00", "63.00", "62.10"),
)


def totals(found: Table) -> list[tuple[str, int | None, str]]:
    """(body, year, total) of a list."""
    document = Document((Page(1, (found,)),), "text/plain", "hand")
    scores = find_scores(document, None).scores
    return [(s.body, s.fiscal_year, str(s.value)) for s in scores if s.item.code == "total"]


BOTH = [
    ("อบต.แม่กา", 2565, "82.10"),
    ("อบต.แม่กา", 2566, "92.10"),
    ("ทต.บ้านตุ่น", 2565, "72.10"),
    ("ทต.บ้านตุ่น", 2566, "62.10"),
]


def test_a_name_merged_over_the_rows_of_its_years_holds_for_all_of_them() -> None:
    found = table(*YEARS)
    rows = [list(row) for row in found.rows]
    for at in (1, 3):
        rows[at][1] = replace(rows[at][1], row_span=2)
    assert totals(replace(found, rows=tuple(map(tuple, rows)))) == BOTH


def test_so_does_one_above_its_years_where_no_merging_is_known() -> None:
    assert totals(table(*YEARS)) == BOTH


def test_so_does_one_in_a_line_between_them() -> None:
    head, *rows = YEARS
    lines: list[tuple[str, ...]] = [head]
    for at in (0, 2):
        bare = [("", "", *row[2:]) for row in rows[at : at + 2]]
        lines += [bare[0], (*rows[at][:2], "", "", "", "", ""), bare[1]]
    assert totals(table(*lines)) == BOTH


def test_so_does_one_wrapped_beside_them() -> None:
    head, *rows = YEARS
    lines = [
        head,
        ("1", "องค์การบริหารส่วน", *rows[0][2:]),
        ("", "ตำบลแม่กา", *rows[1][2:]),
        ("2", "เทศบาลตำบล", *rows[2][2:]),
        ("", "บ้านตุ่น", *rows[3][2:]),
    ]
    assert [body for body, *_ in totals(table(*lines))] == [
        *["องค์การบริหารส่วนตำบลแม่กา"] * 2,
        *["เทศบาลตำบลบ้านตุ่น"] * 2,
    ]


def test_a_mean_of_bodies_for_each_year_is_none_of_them() -> None:
    means = (("", "เฉลี่ย", *YEARS[1][2:]), ("", "", *YEARS[2][2:]))
    assert totals(table(*YEARS, *means)) == BOTH


def test_rows_without_a_name_are_nobodys_where_names_and_years_do_not_fit() -> None:
    head, *rows = YEARS
    stray = ("", "", "2566", "50.00", "50.00", "50.00", "50.00")
    assert stray[-1] not in {value for *_, value in totals(table(head, stray, *rows))}


def test_rows_of_a_kind_alone_head_bare_names_though_they_stand_beside_list_numbers() -> None:
    text = (
        "ผลคะแนน ITA จังหวัดราชบุรี ปี 2566\n\nที่\tชื่อ อปท.\tอำเภอ\tคะแนน ITA\n"
        "องค์การบริหารส่วนตำบล\t\t\t\n1\tอ่างหิน\tปากท่อ\t72.65\n2\tดอนทราย\tปากท่อ\t82.65\n"
        "เทศบาลตำบล\t\t\t\n1\tทุ่งหลวง\tปากท่อ\t92.65"
    )
    assert [score.body.split()[0] for score in read(text).scores] == [
        "องค์การบริหารส่วนตำบลอ่างหิน", "องค์การบริหารส่วนตำบลดอนทราย", "เทศบาลตำบลทุ่งหลวง",
    ]  # fmt: skip
