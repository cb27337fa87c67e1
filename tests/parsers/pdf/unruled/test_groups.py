"""Headers without rules whose headings are of several lines, and headings of groups of columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import draw, grid

HEADS = [
    "การปฏิบัติ\nหน้าที่",
    "การใช้\nอำนาจ",
    "การใช้\nทรัพย์สิน\nของ\nราชการ",
    "คุณภาพ\nการ\nทำงาน",
    "การ\nสื่อสาร",
]
ROWS = [
    ["อบต.นาเสียว", "86.14", "80.11", "71.47", "82.37", "75.75", "79.17"],
    ["อบต.ก้านเหลือง", "84.68", "80.69", "52.12", "76.50", "91.18", "77.03"],
    ["เทศบาลตำบลแม่คำ", "90.69", "88.01", "82.46", "87.18", "62.82", "82.23"],
]  # fmt: skip


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("rules", ["horizontal", "none"])
def test_a_heading_in_the_middle_of_a_group_stands_over_all_its_columns(
    tmp_path: Path, rules: str
) -> None:
    header = [["หน่วยงาน", "IIT", "", "", "EIT", "", "รวม"], ["", *HEADS, ""]]
    spans = [((1, 0), (3, 0)), ((4, 0), (5, 0)), ((0, 0), (0, 1)), ((6, 0), (6, 1))]
    widths = [120, 60, 50, 60, 60, 60, 50]
    table = grid([*header, *ROWS], rules=rules, widths=widths, spans=spans, align="CENTER")
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    over = {cell.text: (cell.column, cell.column_span) for cell in read.rows[0]}
    assert (over["IIT"], over["EIT"]) == ((1, 3), (4, 2))
    assert texts(read)[1][1:6] == HEADS
    assert texts(read)[2:] == ROWS


def test_headings_of_one_level_are_those_of_their_own_columns(tmp_path: Path) -> None:
    header = ["หน่วยงาน", *HEADS, "รวม"]
    widths = [120, 60, 50, 60, 60, 60, 50]
    table = grid([header, *ROWS], rules="none", widths=widths, align="CENTER")
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == [header, *ROWS]
    assert all(cell.column_span == 1 for row in read.rows for cell in row)


def test_a_heading_in_the_middle_of_a_wide_column_is_that_of_its_words(tmp_path: Path) -> None:
    from reportlab.platypus import TableStyle

    names = ["การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ"]
    rows = [
        ["คะแนน", "ตัวชี้วัด"],
        *([score, name] for score, name in zip(ROWS[0][1:4], names, strict=True)),
    ]
    table = grid(rows, rules="none", widths=[90, 360])
    table.setStyle(TableStyle([("ALIGN", (0, 0), (1, 0), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


def test_the_last_rows_of_the_longer_of_two_tables_stay(tmp_path: Path) -> None:
    left = [["การปฏิบัติหน้าที่", "86.14"], ["การใช้อำนาจ", "80.11"], ["เฉลี่ย IIT", "83.13"]]
    right = [
        ["การสื่อสาร", "71.47"],
        ["การเปิดเผยข้อมูล", "82.37"],
        ["เฉลี่ย EIT", "76.92"],
        ["เฉลี่ย OIT", "75.75"],
    ]
    left += [["", ""]] * (len(right) - len(left))
    rows = [["ตัวชี้วัด", "คะแนน"] * 2, *([*a, *b] for a, b in zip(left, right, strict=True))]
    table = grid(rows, rules="none", widths=[150, 60, 150, 60])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


@pytest.mark.parametrize("align", ["LEFT", "RIGHT"])
def test_a_group_is_told_by_the_headings_below_it_wherever_its_numbers_stand(
    tmp_path: Path, align: str
) -> None:
    from reportlab.platypus import TableStyle

    numbers = [f"ตัวชี้วัดที่ {n}" for n in range(1, 6)]
    header = [["หน่วยงาน", "IIT", "", "", "EIT", "", "รวม"], ["", *numbers, ""]]
    spans = [((1, 0), (3, 0)), ((4, 0), (5, 0)), ((0, 0), (0, 1)), ((6, 0), (6, 1))]
    table = grid(
        [*header, *ROWS], rules="none", widths=[110, *[72] * 5, 50], spans=spans, align=align
    )
    table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 1), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    over = {cell.text: (cell.column, cell.column_span) for cell in read.rows[0]}
    assert (over["IIT"], over["EIT"]) == ((1, 3), (4, 2))
    assert texts(read)[1][1:6] == numbers


def test_headings_right_of_all_that_they_head_are_those_of_their_columns(tmp_path: Path) -> None:
    from reportlab.platypus import TableStyle

    names = ["การใช้อำนาจ", "การใช้งบประมาณ", "คุณภาพการทำงาน"]
    rows = [
        ["คะแนน", "ตัวชี้วัด"],
        *([score, name] for score, name in zip(ROWS[0][1:4], names, strict=True)),
    ]
    table = grid(rows, rules="none", widths=[110, 330])
    table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 0), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


def test_a_line_of_a_heading_wider_than_its_column_stays_with_its_other_lines(
    tmp_path: Path,
) -> None:
    from reportlab.platypus import TableStyle

    heads = ["การ\nใช้งบประมาณ\nแผ่นดิน", "ประสิทธิภาพ\nการสื่อสาร", "การ\nปรับปรุงงาน\nทั้งหมด"]
    rows = [["ปี", *heads], ["2563", *ROWS[0][1:4]], ["2564", *ROWS[1][1:4]]]
    table = grid(rows, rules="none", widths=[60, 80, 58, 60])
    table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 0), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


def test_a_heading_that_wraps_before_its_number_keeps_it(tmp_path: Path) -> None:
    from reportlab.platypus import TableStyle

    heads = ["ตัวชี้วัดที่ 8", "ตัวชี้วัดที่ 9", "ตัวชี้วัดที่\n10"]
    rows = [["หน่วยงาน", *heads], *([row[0], *row[1:4]] for row in ROWS)]
    table = grid(rows, rules="none", widths=[120, 80, 80, 80])
    table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 0), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


@pytest.mark.parametrize("rules", ["horizontal", "none"])
def test_years_beside_the_middle_of_their_numbers_head_them(tmp_path: Path, rules: str) -> None:
    from reportlab.platypus import TableStyle

    names = ["การใช้อำนาจ", "การใช้งบประมาณ", "คุณภาพการทำงาน"]
    header = [["ตัวชี้วัด", "ปีงบประมาณ พ.ศ.", ""], ["", "2567", "2568"]]
    rows = [[name, *row[1:3]] for name, row in zip(names, ROWS, strict=True)]
    spans = [((0, 0), (0, 1)), ((1, 0), (2, 0))]
    for align in ("LEFT", "RIGHT"):
        table = grid([*header, *rows], rules=rules, widths=[150, 95, 95], spans=spans, align=align)
        table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 1), "CENTER")]))
        (read,) = parse(draw(tmp_path / f"{align}.pdf", [table])).tables
        assert texts(read)[1:] == [header[1], *rows]


def test_a_sum_in_the_middle_below_two_columns_is_no_third_one(tmp_path: Path) -> None:
    from reportlab.platypus import TableStyle

    rows = [
        ["ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนเครื่องมือ"],
        *(["การใช้อำนาจ", row[1], row[2]] for row in ROWS),
        ["คะแนนรวม", "88.17", ""],
    ]
    table = grid(rows, rules="none", widths=[150, 95, 95], spans=[((1, 4), (2, 4))], align="CENTER")
    table.setStyle(TableStyle([("ALIGN", (1, 0), (-1, -1), "CENTER")]))
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert [len(row) for row in read.rows] == [3] * 5
    assert "88.17" in texts(read)[4][1:]
