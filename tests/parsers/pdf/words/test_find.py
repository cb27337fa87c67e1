"""Tables of words without upright rules: their rows, their columns, and their pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import FONT, draw, grid, register_fonts

HEADER = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
WIDTHS = [130, 150, 90, 90]
FIRST = [
    "๑. เผยแพร่แผนการ\nจัดซื้อจัดจ้าง",
    "ประชุมคณะทำงาน\nลงประกาศในเว็บไซต์\nแจ้งผู้รับบริการ",
    "กองคลัง",
    "ตลอดปี",
]
SECOND = ["๒. ทบทวนคู่มือ", "ซักซ้อมความเข้าใจ\nตรวจทานรายละเอียด", "สำนักปลัด\nทุกกอง", "ไตรมาส ๑"]
THIRD = ["๓. ปรับปรุงช่องทาง\nรับเรื่องร้องเรียน", "ติดตั้งกล่องรับเรื่อง", "กองช่าง", "ภายใน\nธันวาคม"]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def set_by_hand(
    path: Path, rows: Sequence[Sequence[str]], *, pitch: float, between: float, middle: bool
) -> Path:
    """A table of lines set one by one: ``pitch`` apart in a cell, ``between`` from row to row."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, 12)
    top = 100.0
    for row in rows:
        cells = [cell.split("\n") for cell in row]
        most = max(map(len, cells))
        left = 60.0
        for lines, width in zip(cells, WIDTHS, strict=True):
            start = top + (pitch * (most - len(lines)) / 2 if middle else 0)
            for number, line in enumerate(lines):
                canvas.drawString(left, 842 - start - number * pitch, line)
            left += width
        top += (most - 1) * pitch + between
    canvas.save()
    return path


@pytest.mark.parametrize("rules", ["horizontal", "none"])
def test_wrapped_cells_of_every_column_make_one_row(tmp_path: Path, rules: str) -> None:
    rows = [HEADER, FIRST, SECOND, THIRD]
    path = draw(tmp_path / "a.pdf", ["มาตรการประจำปี", grid(rows, rules=rules, widths=WIDTHS)])
    (table,) = parse(path).tables
    assert texts(table) == rows


@pytest.mark.parametrize("middle", [True, False])
def test_rows_are_told_where_they_stand_little_further_apart_than_lines(
    tmp_path: Path, *, middle: bool
) -> None:
    rows = [HEADER, FIRST, SECOND, THIRD]
    path = set_by_hand(tmp_path / "a.pdf", rows, pitch=17.0, between=18.0, middle=middle)
    (table,) = parse(path).tables
    assert texts(table) == rows


def test_rows_closer_than_the_lines_of_their_cells_are_told_by_cells_in_the_middle(
    tmp_path: Path,
) -> None:
    rows = [HEADER, FIRST, SECOND, THIRD]
    path = set_by_hand(tmp_path / "a.pdf", rows, pitch=17.6, between=17.5, middle=True)
    (table,) = parse(path).tables
    assert texts(table) == rows


def test_rows_that_nothing_parts_are_no_rows(tmp_path: Path) -> None:
    rows = [HEADER, FIRST, SECOND, THIRD]
    path = set_by_hand(tmp_path / "a.pdf", rows, pitch=17.0, between=17.0, middle=False)
    assert all(
        not (cell.text.startswith("๑") and "๒" in cell.text)
        for table in parse(path).tables
        for row in table.rows
        for cell in row
    )


def test_a_line_across_the_table_is_a_row_of_its_own(tmp_path: Path) -> None:
    across = ["๑. การปฏิบัติหน้าที่ของเจ้าหน้าที่ตามมาตรฐานการให้บริการ", "", "", ""]
    rows = [HEADER, across, FIRST, SECOND]
    table = grid(rows, rules="none", widths=WIDTHS, spans=[((0, 1), (3, 1))])
    (found,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(found) == rows


def test_a_heading_in_the_middle_of_a_wide_column_is_over_its_cells(tmp_path: Path) -> None:
    from reportlab.platypus import TableStyle

    rows = [HEADER, FIRST, SECOND]
    table = grid(rows, rules="none", widths=[130, 250, 90, 90])
    table.setStyle(TableStyle([("ALIGN", (0, 0), (-1, 0), "CENTER")]))
    (found,) = parse(draw(tmp_path / "a.pdf", [table], size=(720.0, 500.0))).tables
    assert texts(found) == rows


def test_a_table_goes_on_with_its_columns_where_some_are_empty(tmp_path: Path) -> None:
    rest = ["", "รายงานผู้บริหาร\nทุกไตรมาส", "กองการศึกษา", ""]
    path = draw(
        tmp_path / "a.pdf",
        [grid([HEADER, FIRST, SECOND], rules="none", widths=WIDTHS)],
        [grid([rest, THIRD], rules="none", widths=WIDTHS)],
    )
    above, below = parse(path).tables
    assert texts(above) == [HEADER, FIRST, SECOND]
    assert texts(below) == [rest, THIRD]


def test_the_rest_of_one_cell_at_the_top_of_a_page_stays_in_its_column(tmp_path: Path) -> None:
    rest = ["", "รายงานผู้บริหาร\nทุกไตรมาส", "", ""]
    path = draw(
        tmp_path / "a.pdf",
        [grid([HEADER, FIRST, SECOND], rules="none", widths=WIDTHS)],
        [grid([rest], rules="none", widths=WIDTHS), "ลงชื่อผู้รายงาน"],
    )
    tables = parse(path).tables
    assert texts(tables[1]) == [rest]


def test_prose_below_a_table_is_not_of_it(tmp_path: Path) -> None:
    table = grid([HEADER, FIRST, SECOND], rules="none", widths=WIDTHS)
    document = parse(draw(tmp_path / "a.pdf", [table, "ทั้งนี้ ให้ทุกกองรายงานผลให้ปลัดทราบทุกเดือน"]))
    assert [line.text for line in document.lines] == ["ทั้งนี้ ให้ทุกกองรายงานผลให้ปลัดทราบทุกเดือน"]
    assert texts(document.tables[0]) == [HEADER, FIRST, SECOND]


def test_two_tables_of_unlike_columns_stay_two(tmp_path: Path) -> None:
    meetings = [["วันที่", "กิจกรรม", "สถานที่"], ["๕ พ.ย.", "ประชุมคณะทำงาน", "ห้องประชุม"],
                ["๙ ม.ค.", "ติดตามความก้าวหน้า", "ห้องประชุม"]]  # fmt: skip
    path = draw(
        tmp_path / "a.pdf",
        [grid(meetings, rules="none", widths=[100, 180, 120]), "มาตรการมีดังนี้",
         grid([HEADER, FIRST, SECOND], rules="none", widths=WIDTHS)],
    )  # fmt: skip
    assert [texts(table) for table in parse(path).tables] == [meetings, [HEADER, FIRST, SECOND]]


def test_scores_beside_each_other_are_no_cell_of_several_lines(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "คะแนน", "ระดับ"], ["การใช้อำนาจ", "91.76", "A"],
            ["การใช้งบประมาณ", "86.66", "A"], ["การเปิดเผยข้อมูล", "74.02", "C"]]  # fmt: skip
    path = draw(tmp_path / "a.pdf", [grid(rows, rules="none", widths=[180, 80, 60])])
    assert [texts(table) for table in parse(path).tables] == [rows]


def test_a_mark_drawn_after_the_next_letters_stays_on_its_own(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.setFont(FONT, 14)
    canvas.drawString(60, 700, "ผาน")
    canvas.drawString(60 + stringWidth("ผ", FONT, 14), 700, "่")
    canvas.save()
    (line,) = parse(tmp_path / "a.pdf").lines
    assert line.text == "ผ่าน"
