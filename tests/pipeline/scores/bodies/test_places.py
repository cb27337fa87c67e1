"""Places of the bodies in rows: printed, merged over rows, or at the head of a plain group."""

from dataclasses import replace

import pytest

from parsers.model import Cell, Table
from pipeline.scores.bodies.places import row_places, with_place

COLUMNS = ((1, "อำเภอ"), (2, "จังหวัด"))


def table(*rows: tuple[str, str, str]) -> Table:
    """Bodies with district and province, and a score each."""
    return Table(
        tuple(
            tuple(Cell(text, text, r, c, r + 1, 1) for c, text in enumerate((*row, "85.00")))
            for r, row in enumerate(rows)
        ),
        page=1,
        line=1,
    )


def spanning(found: Table, row: int, column: int, rows: int) -> Table:
    """The same table with one cell merged over rows."""
    cells = [list(one) for one in found.rows]
    cells[row][column] = replace(cells[row][column], row_span=rows)
    return replace(found, rows=tuple(map(tuple, cells)))


def places(found: Table) -> list[str]:
    told = row_places(found, 0, 0, COLUMNS)
    return [with_place(row[0].text, told[index]) for index, row in enumerate(found.rows)]


def test_a_row_that_prints_a_province_takes_no_district_from_the_row_above() -> None:
    found = places(table(("อบต.หนองบัว", "ท่าตูม", "สุรินทร์"), ("อบต.หนองบัว", "", "สุรินทร์")))
    assert found[1] == "อบต.หนองบัว จังหวัดสุรินทร์"


def test_a_row_that_prints_a_district_takes_no_province_from_the_row_above() -> None:
    found = places(table(("อบต.ก้านเหลือง", "นางรอง", "บุรีรัมย์"), ("อบต.ก้านเหลือง", "แวงน้อย", "")))
    assert found[1] == "อบต.ก้านเหลือง อำเภอแวงน้อย"


@pytest.mark.parametrize("body", ["โรงพยาบาลน่าน", "อบต.ดอนแก้ว", "อบต.ก้านเหลือง", "เทศบาลนครลำปาง"])
def test_a_row_without_a_place_has_none_where_its_body_does_not_lie_above(body: str) -> None:
    found = places(table(("อบต.ก้านเหลือง", "นางรอง", "บุรีรัมย์"), (body, "", "")))
    assert found[1] == body


def test_a_list_that_repeats_its_places_is_no_grouped_one() -> None:
    rows = [("อบต.ดู่", "ราษีไศล", "ศรีสะเกษ"), ("อบต.กู่", "ปรางค์กู่", "ศรีสะเกษ")]
    rows += [("อบต.บัวหุ่ง", "", ""), ("อบต.ไผ่", "ราษีไศล", "ศรีสะเกษ")]
    assert places(table(*rows))[2] == "อบต.บัวหุ่ง"


def test_a_grouped_list_prints_the_place_at_the_head_of_each_group() -> None:
    rows = [("อบต.ดู่", "ราษีไศล", "ศรีสะเกษ"), ("อบต.บัวหุ่ง", "", ""), ("อบต.ไผ่", "", "")]
    rows += [("อบต.กู่", "ปรางค์กู่", "ศรีสะเกษ"), ("อบต.พิมาย", "", "")]
    found = places(table(*rows))
    assert found[2] == "อบต.ไผ่ อำเภอราษีไศล จังหวัดศรีสะเกษ"
    assert found[4] == "อบต.พิมาย อำเภอปรางค์กู่ จังหวัดศรีสะเกษ"


def test_bodies_that_no_list_holds_are_grouped_where_blocks_say_so() -> None:
    rows = [("โรงเรียนบ้านโนน", "ราษีไศล", ""), ("โรงเรียนวัดใต้", "", ""), ("โรงเรียนวัดเหนือ", "", "")]
    rows += [("โรงเรียนบ้านตา", "ปรางค์กู่", ""), ("โรงเรียนวัดกลาง", "", ""), ("โรงเรียนวัดป่า", "", "")]
    assert places(table(*rows))[5] == "โรงเรียนวัดป่า อำเภอปรางค์กู่"
    assert places(table(*rows[:2]))[1] == "โรงเรียนวัดใต้"


def test_one_name_twice_in_a_group_is_two_bodies_of_which_one_has_no_place() -> None:
    found = places(table(("อบต.หนองบัว", "ศีขรภูมิ", "สุรินทร์"), ("อบต.หนองบัว", "", "")))
    assert found[1] == "อบต.หนองบัว"


def test_a_merged_cell_holds_for_its_rows_and_no_others() -> None:
    rows = [("โรงเรียนบ้านโนน", "ราษีไศล", ""), ("โรงเรียนวัดใต้", "", ""), ("โรงเรียนวัดเหนือ", "", "")]
    found = places(spanning(table(*rows), 0, 1, 2))
    assert found[1:] == ["โรงเรียนวัดใต้ อำเภอราษีไศล", "โรงเรียนวัดเหนือ"]


def test_rows_below_a_row_of_a_sum_are_not_its() -> None:
    rows = [("รวม", "ราษีไศล", "ศรีสะเกษ"), ("อบต.บัวหุ่ง", "", "")]
    assert places(table(*rows))[1] == "อบต.บัวหุ่ง"
