"""Numbers that a narrow column breaks behind their first digit."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import draw, grid

HEADER = ["ตัวชี้วัด", "คะแนน"]
ROWS = [["การใช้งบประมาณ", "85.80"], ["การใช้อำนาจ", "88.13"], ["การเปิดเผยข้อมูล", "54.90"]]
WIDTHS = [180, 60]


def texts(read: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read.rows]


@pytest.mark.parametrize("rules", ["all", "none"])
def test_both_parts_are_one_number_where_nothing_else_stands_beside_the_second(
    tmp_path: Path, rules: str
) -> None:
    rows = [HEADER, *ROWS, ["การปฏิบัติหน้าที่\n ", "8\n7.65"]]
    (read,) = parse(draw(tmp_path / "a.pdf", [grid(rows, rules=rules, widths=WIDTHS)])).tables
    assert texts(read)[-1] == ["การปฏิบัติหน้าที่", "87.65"]


@pytest.mark.parametrize("rules", ["all", "none"])
def test_several_such_cells_in_one_row_are_whole(tmp_path: Path, rules: str) -> None:
    rows = [["IIT", "EIT", "OIT"], ["93.\n75", "83.\n90", "9\n9.84"]]
    below = [["ที่", "ตัวชี้วัด", "คะแนน"], *([str(n), *row] for n, row in enumerate(ROWS, 1))]
    page = [grid(rows, rules=rules, widths=[40, 40, 40]), grid(below, rules=rules)]
    first = parse(draw(tmp_path / "a.pdf", page)).tables[0]
    assert texts(first) == [["IIT", "EIT", "OIT"], ["93.75", "83.90", "99.84"]]


def test_two_numbers_beside_two_names_stay_two(tmp_path: Path) -> None:
    rows = [HEADER, *ROWS, ["การปฏิบัติหน้าที่", "8"], ["การป้องกัน", "7.65"]]
    (read,) = parse(draw(tmp_path / "a.pdf", [grid(rows, rules="none", widths=WIDTHS)])).tables
    assert "87.65" not in [text for row in texts(read) for text in row]


def test_two_numbers_in_each_cell_stay_two(tmp_path: Path) -> None:
    rows = [HEADER, *([name, f"9\n{n}.61"] for n, (name, _) in enumerate(ROWS, 5))]
    (read,) = parse(draw(tmp_path / "a.pdf", [grid(rows, widths=WIDTHS)])).tables
    assert [row[1] for row in texts(read)[1:]] == ["9\n5.61", "9\n6.61", "9\n7.61"]


def test_cards_of_totals_without_rules_are_a_table_beside_that_below_them(tmp_path: Path) -> None:
    cards = grid([["IIT", "EIT", "OIT"], ["81.36", "76.46", "100.00"]], rules="none")
    rows = [["ที่", "ตัวชี้วัด", "คะแนน"], *([str(n), *row] for n, row in enumerate(ROWS, 1))]
    page = [cards, grid(rows, rules="none")]
    first, second = parse(draw(tmp_path / "a.pdf", page)).tables
    assert texts(first) == [["IIT", "EIT", "OIT"], ["81.36", "76.46", "100.00"]]
    assert texts(second) == rows


def test_numbers_of_rows_that_count_on_are_no_broken_year(tmp_path: Path) -> None:
    rows = [["ที่", *HEADER]]
    for count in range(18, 27):
        rows.append([str(count), f"อบต.{ROWS[count % 3][0]}", f"{60 + count}.31"])
        if count % 5 == 4:
            rows.append(["", "รวม", "81.42"])
    table = grid(rows, rules="none", widths=[30, 180, 60])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows
