"""Tables whose every other row is painted, cell by cell, without a rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parsers.pdf import parse
from tests.pdfs import FONT, register_fonts

HIGH = 18.0
NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การแก้ไขปัญหาการทุจริต")
WIDTHS = [30.0, 104.0, 60.0, 60.0]
ROWS = [
    ["ปี", "ตัวชี้วัด", "คะแนน", "เป้าหมาย"],
    ["2564", NAMES[0], "84.10", "85.00"],
    ["2564", NAMES[3], "71.66", "85.00"],
    ["2565", NAMES[2], "78.95", "85.00"],
    ["2565", NAMES[1], "76.76", "85.00"],
]


def painted(
    path: Path,
    rows: Sequence[Sequence[str]],
    *,
    every: int = 2,
    ruled: bool = False,
    across: Sequence[int] = (),
) -> Path:
    """A table at 60, 100 with a ground under the cells of each ``every``-th row; ``across``: rows
    of one cell over all columns."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for number, row in enumerate(rows):
        low, left = 842 - 100 - (number + 1) * HIGH, 60.0
        widths = [sum(WIDTHS)] if number in across else WIDTHS
        for text, width in zip(row, widths, strict=False):
            if number % every == every - 1:
                canvas.setFillColorRGB(0.8, 0.85, 0.95)
                canvas.rect(left, low, width, HIGH, stroke=0, fill=1)
            if ruled:
                canvas.rect(left, low, width, HIGH, stroke=1, fill=0)
            canvas.setFillColorRGB(0, 0, 0)
            canvas.setFont(FONT, 10)
            canvas.drawString(left + 3, low + 5, text)
            left += width
    canvas.save()
    return path


def texts(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in parse(path).tables]


def test_painted_rows_and_those_between_are_one_table(tmp_path: Path) -> None:
    assert texts(painted(tmp_path / "a.pdf", ROWS)) == [ROWS]


def test_a_painted_row_over_all_columns_is_a_row_of_the_table(tmp_path: Path) -> None:
    rows = [ROWS[0], ["จังหวัดชัยภูมิ"], *ROWS[1:3], ["จังหวัดเชียงราย"], *ROWS[3:]]
    (table,) = texts(painted(tmp_path / "a.pdf", rows, across=(1, 4)))
    assert [[text for text in row if text] for row in table] == rows


def test_a_ruled_table_with_painted_rows_keeps_its_ruled_cells(tmp_path: Path) -> None:
    assert texts(painted(tmp_path / "a.pdf", ROWS, ruled=True)) == [ROWS]


def test_painted_cells_part_columns_that_rows_of_one_name_over_both_reach_over(
    tmp_path: Path,
) -> None:
    parts = [["ก.", "ข้อมูลพื้นฐาน", "84.10", "85.00"], ["ข.", "การบริหารงาน", "71.66", "85.00"]]
    total = ["เฉลี่ยตัวชี้วัดที่ 9 การเปิดเผย", "", "78.95", "85.00"]
    rows = [["ข้อ", *ROWS[0][1:]], *parts, total, *parts, total]
    (table,) = texts(painted(tmp_path / "a.pdf", rows))
    assert table == rows


def test_rows_all_of_them_painted_are_read_by_their_grounds(tmp_path: Path) -> None:
    assert texts(painted(tmp_path / "a.pdf", ROWS, every=1)) == [ROWS]
