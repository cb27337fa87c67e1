"""Pages of a long document: which are opened for tables, and what the others give."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Sought
from parsers.pdf import parse
from tests.pdfs import draw, grid

ROWS = [["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "91.76"], ["การเปิดเผย", "85.00"]]
MORE = [["การใช้งบประมาณ", "88.20"], ["การป้องกัน", "79.10"], ["คะแนนรวม", "86.00"]]
PROSE = ["องค์การบริหารส่วนตำบลดอนทราย", "จัดประชุมประชาคมหมู่บ้านทุกปี"]


def test_pages_that_nobody_wants_give_their_lines_alone(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [*PROSE, grid(ROWS)], [*PROSE], ["ท้าย"])
    document = parse(path, wanted=lambda text: _tables_if("ไม่มี" in text))
    assert document.tables == ()
    assert [line.text for line in document.pages[1].lines] == PROSE
    everything = parse(path).pages[1].lines
    plain = document.pages[1].lines
    assert [(line.text, line.number, line.heading) for line in plain] == [
        (line.text, line.number, line.heading) for line in everything
    ]
    for one, other in zip(plain, everything, strict=True):
        assert one.box
        assert other.box
        assert abs(one.box.x0 - other.box.x0) < 3
        assert abs(one.box.top - other.box.top) < 12


def test_a_table_that_goes_on_is_read_on_every_page_behind_a_wanted_one(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", ["หน้าแรก", grid(ROWS)], [grid(MORE)], [grid(MORE)], PROSE)
    document = parse(path, wanted=lambda text: _tables_if("หน้าแรก" in text))
    assert [table.page for table in document.tables] == [1, 2, 3]


def test_a_row_cut_by_the_page_is_one_row(tmp_path: Path) -> None:
    first = [*ROWS, ["การใช้ทรัพย์สิน", "93.67"]]
    path = draw(tmp_path / "a.pdf", [grid(first, widths=[200, 80])],
                [grid([["ของราชการ", ""], *MORE], widths=[200, 80])])  # fmt: skip
    above, below = parse(path).tables
    assert [cell.text for cell in above.rows[-1]] == ["การใช้ทรัพย์สิน\nของราชการ", "93.67"]
    assert [[cell.text for cell in row] for row in below.rows] == MORE


def test_the_rest_of_a_row_alone_on_the_next_page_joins_it(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [grid([*ROWS, ["การใช้ทรัพย์สิน", "83."]], widths=[200, 80])],
                [grid([["ของราชการ", "72"]], widths=[200, 80]), *PROSE])  # fmt: skip
    (table,) = parse(path).tables
    assert [cell.text for cell in table.rows[-1]] == ["การใช้ทรัพย์สิน\nของราชการ", "83.72"]


def test_a_row_alone_on_the_next_page_below_a_whole_one_is_a_row(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [grid([*ROWS, *MORE], widths=[200, 80])],
                [grid([["หน่วยงาน", "79.53"]], widths=[200, 80]), *PROSE])  # fmt: skip
    assert [len(table.rows) for table in parse(path).tables][:1] == [6]
    assert parse(path).tables[0].rows[-1][1].text == "86.00"


@pytest.mark.parametrize("rules", ["all", "none"])
def test_wrapped_cells_are_one_row_however_the_table_is_ruled(tmp_path: Path, rules: str) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    from tests.pdfs import FONT, register_fonts

    register_fonts()
    style = ParagraphStyle("cell", fontName=FONT, fontSize=12, leading=16, wordWrap="CJK")
    rows = [
        ["ตัวชี้วัดของการประเมินผล", "คะแนนที่หน่วยงานได้", "ร้อยละ"],
        ["การปฏิบัติหน้าที่", "91.76", "85.00"],
        ["การใช้ทรัพย์สินของราชการโดยไม่ถูกต้อง", "82.88", "85.00"],
        ["การแก้ไขปัญหาการทุจริต", "87.17", "85.00"],
        ["การเปิดเผยข้อมูล", "85.27", "85.00"],
    ]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    path = draw(tmp_path / "a.pdf", [grid(cells, rules=rules, widths=[110, 80, 60])])
    (table,) = parse(path).tables
    assert [[cell.text.replace("\n", "") for cell in row] for row in table.rows] == rows


def test_rows_without_rules_inside_ruled_columns_are_parted(tmp_path: Path) -> None:
    labels = ["การใช้อำนาจ", "การเปิดเผย", "การป้องกัน", "คะแนนรวม"]
    numbers = ["91.76", "85.00", "79.10", "86.00"]
    rows = [["ตัวชี้วัด", "คะแนน"], ["\n".join(labels), "\n".join(numbers)]]
    (table,) = parse(draw(tmp_path / "a.pdf", [grid(rows)])).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["ตัวชี้วัด", "คะแนน"],
        *map(list, zip(labels, numbers, strict=True)),
    ]


def test_a_ruled_header_belongs_to_the_rows_below_it(tmp_path: Path) -> None:
    from reportlab.platypus import Table, TableStyle

    from tests.pdfs import FONT, register_fonts

    register_fonts()
    style = [("FONT", (0, 0), (-1, -1), FONT, 12), ("GRID", (0, 0), (-1, 0), 0.5, (0, 0, 0))]
    rows = [*ROWS, *MORE]
    drawn = Table(rows, colWidths=[160, 80], style=TableStyle(style))
    (table,) = parse(draw(tmp_path / "a.pdf", [drawn])).tables
    assert [[cell.text for cell in row] for row in table.rows] == rows


@pytest.mark.parametrize(("rest", "whole"), [("อ้อ", "อบต.หนอง อ้อ"), ("๑) อ้อ", "")])
def test_half_a_label_at_the_foot_of_a_page_is_whole_or_no_label(
    tmp_path: Path, rest: str, whole: str
) -> None:
    rows = [["ที่", "หน่วยงาน", "คะแนน"], ["1", "อบต.ดอนทราย", "91.76"], ["2", "อบต.หนอง", "85.00"]]
    table = grid(rows, rules="none", widths=[40, 120, 60])
    below = grid([["", rest, ""]], rules="none", widths=[40, 120, 60])
    path = draw(tmp_path / "a.pdf", [table], [below])
    (read,) = parse(path).tables
    assert [" ".join(cell.text.split()) for cell in read.rows[-1]] == ["2", whole, "85.00"]


def test_values_may_stand_before_their_labels(tmp_path: Path) -> None:
    rows = [row[::-1] for row in [*ROWS, *MORE]]
    path = draw(tmp_path / "a.pdf", [grid(rows, rules="none", widths=[80, 160])])
    (table,) = parse(path).tables
    assert [[cell.text for cell in row] for row in table.rows] == rows


def _tables_if(said: bool) -> Sought:
    return Sought.TABLES if said else Sought.NONE
