"""Bodies that head columns, with places and kinds in other rows of the header."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Page, Table
from pipeline.scores.find import find_scores
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import NAMES, VALUES, read


def ten_rows(*heads: tuple[str, ...]) -> Table:
    """A table of the ten indicators below the given rows of its header."""
    columns = len(heads[0]) - 1
    rows = [(name, *[value] * columns) for name, value in zip(NAMES, VALUES, strict=True)]
    return table(*heads, *rows)


def spanning(found: Table, row: int, column: int, columns: int) -> Table:
    """The same table with one cell merged over columns."""
    cells = [list(one) for one in found.rows]
    cells[row][column] = replace(cells[row][column], column_span=columns)
    return replace(found, rows=tuple(map(tuple, cells)))


def bodies(found: Table) -> list[str]:
    """The bodies of a table, in the order of its columns."""
    document = Document((Page(1, (found,)),), "text/plain", "hand")
    scores = find_scores(document, 2566).scores
    return list(dict.fromkeys(score.body for score in scores))


@pytest.mark.parametrize("word", ["อำเภอ", "อ.", "อำเภอ "])
def test_a_district_over_several_names_is_their_place(word: str) -> None:
    found = ten_rows(
        ("ตัวชี้วัด", f"{word}จุน", "", f"{word}ปง"),
        ("", "อบต.หงส์หิน", "ทต.ห้วยข้าวก่ำ", "อบต.ออย"),
    )
    assert bodies(spanning(found, 0, 1, 2)) == [
        "อบต.หงส์หิน อำเภอจุน",
        "ทต.ห้วยข้าวก่ำ อำเภอจุน",
        "อบต.ออย อำเภอปง",
    ]


def test_districts_and_provinces_have_rows_of_their_own() -> None:
    found = ten_rows(
        ("จังหวัด", "พะเยา", "เชียงราย"),
        ("หน่วยงาน", "อบต.หงส์หิน", "อบต.แม่กรณ์"),
        ("อำเภอ", "จุน", "เมืองเชียงราย"),
    )
    assert bodies(found) == [
        "อบต.หงส์หิน อำเภอจุน จังหวัดพะเยา",
        "อบต.แม่กรณ์ อำเภอเมืองเชียงราย จังหวัดเชียงราย",
    ]


def test_kinds_in_a_row_of_their_own_belong_to_the_names() -> None:
    found = ten_rows(("ประเภท", "อบต.", "ทต."), ("ชื่อ", "แม่กา", "แม่กา"))
    assert bodies(found) == ["อบต.แม่กา", "ทต.แม่กา"]


def test_a_bare_district_under_a_name_is_its_place_where_the_body_lies_there() -> None:
    found = ten_rows(("", "เทศบาลเมืองทับกวาง", "อบต.หงส์หิน"), ("", "แก่งคอย", "จุน"))
    assert bodies(found) == ["เทศบาลเมืองทับกวาง อำเภอแก่งคอย", "อบต.หงส์หิน อำเภอจุน"]


def test_a_name_wrapped_into_two_rows_is_one() -> None:
    found = ten_rows(("", "องค์การบริหารส่วนตำบล", "เทศบาลตำบล"), ("", "หงส์หิน", "ห้วยข้าวก่ำ"))
    assert bodies(found) == ["องค์การบริหารส่วนตำบลหงส์หิน", "เทศบาลตำบลห้วยข้าวก่ำ"]


def test_so_is_one_whose_end_stands_over_an_empty_column_of_its_head() -> None:
    head = ("", "องค์การบริหารส่วนตำบล", "", "องค์การบริหารส่วนตำบล", "")
    below = ("", "", "หงส์หิน", "", "ออย")
    rows = [(name, v, "", v, "") for name, v in zip(NAMES, VALUES, strict=True)]
    found = spanning(spanning(table(head, below, *rows), 0, 1, 2), 0, 3, 2)
    assert bodies(found) == ["องค์การบริหารส่วนตำบลหงส์หิน", "องค์การบริหารส่วนตำบลออย"]


def test_a_district_over_columns_that_nothing_joins_is_not_trusted_against_the_lists() -> None:
    found = ten_rows(
        ("", "อำเภอจุน", "", "", "อำเภอปง", ""),
        ("", "อบต.หงส์หิน", "อบต.ทุ่งรวงทอง", "อบต.ออย", "อบต.งิม", "อบต.ขุนควร"),
    )
    told = bodies(found)
    assert "อบต.หงส์หิน อำเภอจุน" in told
    assert "อบต.ออย อำเภอจุน" not in told


def test_districts_that_are_bodies_themselves_stay_so() -> None:
    assert bodies(ten_rows(("ตัวชี้วัด", "อำเภอจุน", "อำเภอปง"))) == ["อำเภอจุน", "อำเภอปง"]


def test_numbers_below_a_kind_that_lost_its_name_are_doubted() -> None:
    found = ten_rows(("ตัวชี้วัด", "องค์การบริหารส่วนตำบล", "ทต.ห้วยข้าวก่ำ"))
    document = Document((Page(1, (found,)),), "text/plain", "hand")
    scores = find_scores(document, 2566).scores
    assert {score.body for score in scores if score.place.confidence < 0.6} == {
        "องค์การบริหารส่วนตำบล"
    }
    assert {score.body for score in scores if score.place.confidence == 1} == {"ทต.ห้วยข้าวก่ำ"}


def test_two_names_over_one_column_are_parted_where_the_one_beside_lost_its_name() -> None:
    kind = "องค์การบริหารส่วนตำบล"
    found = ten_rows(("", kind, kind, "ทต.ห้วยข้าวก่ำ"), ("", "", "หงส์หิน  ออย", ""))
    assert bodies(found) == [f"{kind}หงส์หิน", f"{kind}ออย", "ทต.ห้วยข้าวก่ำ"]


@pytest.mark.parametrize(
    "mean",
    ["ค่าเฉลี่ยของจังหวัด", "เฉลี่ยจังหวัด", "ค่าเฉลี่ยของอำเภอปากท่อ", "เฉลี่ยทั้งจังหวัด", "สูงสุดของจังหวัด"],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_mean_beside_the_bodys_own_column_is_none_of_its_scores(mean: str, first: bool) -> None:
    heads, row = ["อบต.ดอนทราย", mean], ["91.10", "81.11"]
    if not first:
        heads, row = heads[::-1], row[::-1]
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
    text = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\nอบต.ดอนทราย อำเภอปากท่อ จังหวัดราชบุรี\n\n"
    text += "\t".join(["ตัวชี้วัด", *heads]) + "\n" + "\n".join("\t".join([n, *row]) for n in names)
    assert {str(score.value) for score in read(text).scores} == {"91.10"}
