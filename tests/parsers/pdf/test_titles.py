"""Titles above tables without rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parsers import parse
from parsers.model import Line, Table
from tests.pdfs import FONT, draw, grid, register_fonts

TITLE = ("งาน (ITA)", "ประจำปีงบประมาณ พ.ศ. 2567", "องค์การบริหารส่วนตำบลท่าลี่")
ROWS = (
    ("ตัวชี้วัด", "คะแนน"),
    ("การปฏิบัติหน้าที่", "90.88"),
    ("การใช้งบประมาณ", "96.52"),
    ("การใช้อำนาจ", "96.16"),
    ("การแก้ไขปัญหาการทุจริต", "98.45"),
)


def _centred(text: str, size: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    register_fonts()
    style = ParagraphStyle("title", fontName=FONT, fontSize=size, leading=size, alignment=1)
    return Paragraph(text, style)


def _blocks(path: Path, *, size: float, widths: tuple[float, float]) -> list[Line | Table]:
    page = [*(_centred(text, size) for text in TITLE), grid(ROWS, rules="none", widths=widths)]
    return list(parse(draw(path, page)).pages[0].blocks)


def test_a_centred_title_in_large_type_is_no_row_of_the_table(tmp_path: Path) -> None:
    for widths in ((150.0, 60.0), (300.0, 60.0), (380.0, 90.0)):
        *lines, table = _blocks(tmp_path / "title.pdf", size=18, widths=widths)
        assert [line.text for line in lines if isinstance(line, Line)] == list(TITLE)
        assert isinstance(table, Table)
        assert [tuple(cell.text for cell in row) for row in table.rows] == list(ROWS)


def test_large_type_over_a_heading_of_a_column_stays_in_the_header(tmp_path: Path) -> None:
    from reportlab.platypus import Table as Drawn

    rows = (("", "ผลการประเมิน"), ("", "ปี 2567"), *ROWS)
    register_fonts()
    drawn = Drawn([list(row) for row in rows], colWidths=(200, 150))
    drawn.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), FONT, 12),
            ("FONT", (0, 0), (-1, 1), FONT, 16),
            ("LEADING", (0, 0), (-1, -1), 15),
            ("ALIGN", (1, 0), (1, -1), "CENTER"),
        ]
    )
    (table,) = parse(draw(tmp_path / "heading.pdf", [drawn])).pages[0].blocks
    assert isinstance(table, Table)
    assert "ผลการประเมิน" in table.rows[0][1].text


LIST = [
    ["ที่", "หน่วยงาน", "อำเภอ", "คะแนน"],
    *([str(n), f"อบต.หนองบัว {n}", "เมือง", f"8{n}.25"] for n in range(1, 6)),
]


@pytest.mark.parametrize("size", [12.0, 14.0])
@pytest.mark.parametrize("left", [60.0, 95.0, 240.0])
def test_a_line_above_a_whole_header_is_its_title_in_larger_type_or_further_above(
    tmp_path: Path, size: float, left: float
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, size)
    title = "รายงานคะแนน ITA จังหวัดพิษณุโลก ปี 2564"
    canvas.drawString(left, 790, title)
    canvas.setFont(FONT, 11)
    for number, row in enumerate(LIST):
        for x, text in zip((60, 90, 330, 470), row, strict=True):
            canvas.drawString(x, 764 - 20 * number, text)
    canvas.save()
    line, table = parse(tmp_path / "a.pdf").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == title
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == LIST


def test_a_heading_of_several_columns_stays_in_the_header(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, 11)
    canvas.drawString(252, 784, "คะแนนการประเมินประจำปีงบประมาณ พ.ศ.")
    for number, row in enumerate(
        [
            ["ตัวชี้วัด", "ปี 2565", "ปี 2566", "ปี 2567"],
            *([f"งานที่ {n}", f"8{n}.1", f"7{n}.2", f"6{n}.3"] for n in range(5)),
        ]
    ):
        for x, text in zip((60, 250, 330, 410), row, strict=True):
            canvas.drawString(x, 764 - 20 * number, text)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").pages[0].blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == "คะแนนการประเมินประจำปีงบประมาณ พ.ศ."
    assert table.rows[0][1].column_span == 3


def test_a_sentence_between_a_title_and_a_header_is_no_row_of_it(tmp_path: Path) -> None:
    from reportlab.platypus import Spacer

    header = [["หน่วยงาน", "IIT", "", "EIT", "", "รวม"], ["", "ข้อ 1", "ข้อ 2", "ข้อ 3", "ข้อ 4", ""]]
    spans = [((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (4, 0)), ((5, 0), (5, 1))]
    rows = [[f"อบต.หนองบัว {n}", *[f"8{n}.2{k}" for k in range(5)]] for n in range(1, 6)]
    table = grid(
        [*header, *rows], rules="none", widths=[120, *[70] * 5], spans=spans, align="CENTER"
    )
    title = [
        _centred(text, 16) for text in ("ประจำปีงบประมาณ 2567", "องค์กรปกครองส่วนท้องถิ่นในอำเภอเมือง")
    ]
    said = _centred("ผลการประเมินมีดังนี้", 12)
    said.style.alignment = 0
    page = [*title, said, Spacer(1, 3), table]
    *lines, read = parse(draw(tmp_path / "a.pdf", page)).pages[0].blocks
    assert [line.text for line in lines if isinstance(line, Line)][-1] == "ผลการประเมินมีดังนี้"
    assert isinstance(read, Table)
    over = {cell.text: cell.column_span for cell in read.rows[0] if cell}
    assert over == {"หน่วยงาน": 1, "IIT": 2, "EIT": 2, "รวม": 1}


def test_a_title_further_above_a_header_of_several_lines_than_rows_are_apart_is_outside(
    tmp_path: Path,
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, 11)
    title = "บัญชีผลคะแนนการประเมิน ITA องค์กรปกครองส่วนท้องถิ่น จังหวัดพิษณุโลก"
    canvas.drawString(100, 796, title)
    for height, row in ((768, ("", "ชื่อ", "", "คะแนน ปี")), (762, ("ที่", "", "อำเภอ", "")),
                        (756, ("", "หน่วยงาน", "", "2564"))):  # fmt: skip
        for x, text in zip((60, 90, 330, 470), row, strict=True):
            canvas.drawString(x, height, text)
    for number, row in enumerate(LIST[1:]):
        for x, text in zip((60, 90, 330, 470), row, strict=True):
            canvas.drawString(x, 734 - 20 * number, text)
    canvas.save()
    line, table = parse(tmp_path / "a.pdf").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == title
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows[1:]] == LIST[1:]
