"""Columns without rules whose cells touch, as those of sheets that are printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import FONT, register_fonts

SIZE = 12.0


def texts(table: Table) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row] for row in table.rows]


def sheet(path: Path, rows: Sequence[Sequence[str]], edges: Sequence[float]) -> Path:
    """Rows between edges of columns: numbers at the right, words at the left, headings in the
    middle."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    for number, row in enumerate(rows):
        height = 780 - 24 * number
        for left, right, text in zip(edges, edges[1:], row, strict=False):
            if not number:
                canvas.drawCentredString((left + right) / 2, height, text)
            elif text.replace(".", "").isdigit():
                canvas.drawRightString(right, height, text)
            else:
                canvas.drawString(left, height, text)
    canvas.save()
    return path


ROWS = [
    ["ที่", "สำนักงาน", "ผล", "ระดับ"],
    ["8", "บ้านนา", "91.88", "ดี"],
    ["9", "บ้านสวน", "66.30", "ต้องปรับปรุง"],
    ["10", "บ้านไร่", "100.00", "ดีมาก"],
    ["11", "บ้านดอน", "83.13", "พอใช้"],
]


def test_numbers_that_touch_the_words_right_of_them_are_in_columns_of_their_own(
    tmp_path: Path,
) -> None:
    (table,) = parse(sheet(tmp_path / "a.pdf", ROWS, (60, 90, 230, 280, 380))).tables
    assert texts(table) == ROWS


@pytest.mark.parametrize("unit", ["คะแนน", "บาท"])
def test_a_unit_that_touches_its_number_stays_with_it(tmp_path: Path, unit: str) -> None:
    rows = [["งาน", "ผล"], *([f"งานที่ {n}", f"8{n}.25{unit}"] for n in (1, 2, 3, 4))]
    document = parse(sheet(tmp_path / "a.pdf", rows, (60, 230, 380)))
    assert f"81.25{unit}" in " ".join(
        [line.text for line in document.lines]
        + [cell.text for table in document.tables for row in table.rows for cell in row]
    )


def test_numbers_of_two_decimals_that_touch_are_in_columns_of_their_own(tmp_path: Path) -> None:
    rows = [["ปี", "ผล 1", "ผล 2", "ผล 3"], ["2565", "93.97", "94.77", "95.50"],
            ["2566", "79.74", "72.38", "43.42"], ["2567", "84.96", "79.70", "47.26"]]  # fmt: skip
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    width = stringWidth("00.00", FONT, SIZE)
    for number, row in enumerate(rows):
        for at, text in enumerate(row):
            place = 60 if not at else 140 + (at - 1) * (width + 0.5)
            size = 7 if at and not number else SIZE
            canvas.setFont(FONT, size)
            canvas.drawString(place, 780 - 24 * number, text)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert [row[1:] for row in texts(table)[1:]] == [row[1:] for row in rows[1:]]
