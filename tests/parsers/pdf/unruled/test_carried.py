"""Rows without rules at the top of a page that go on with the table of the page before."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Line, Table
from parsers.pdf import parse
from tests.pdfs import draw, grid

part_ruled = pytest.mark.parametrize("rules", ["horizontal", "none"])
HEADER = ["เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก"]
ROWS = [
    ["การปฏิบัติหน้าที่", "30", "91.85", "27.56"],
    ["การใช้งบประมาณ", "30", "85.28", "25.58"],
    ["การเปิดเผยข้อมูล", "40", "100.00", "40.00"],
]
LAST = ["คะแนนรวม", "100", "", "93.14"]
WIDTHS = [160, 70, 70, 110]
NAMES = ("งานทะเบียน", "งานช่าง", "งานคลัง", "งานศึกษา", "งานสาธารณสุข", "งานบริการ")


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@part_ruled
@pytest.mark.parametrize("heads", [[HEADER], []])
def test_one_row_on_the_next_page_stands_in_the_columns_of_its_table(
    tmp_path: Path, rules: str, heads: list[list[str]]
) -> None:
    table = grid([HEADER, *ROWS], rules=rules, widths=WIDTHS)
    rest = grid([*heads, LAST], rules=rules, widths=WIDTHS)
    path = draw(tmp_path / "a.pdf", [table], [rest, "จัดประชุมเมื่อวันที่ 14 มีนาคม 2567"])
    whole, more = parse(path).tables
    assert texts(whole) == [HEADER, *ROWS]
    assert texts(more) == [*heads, LAST]


def test_a_row_in_other_places_goes_on_with_nothing(tmp_path: Path) -> None:
    table = grid([HEADER, *ROWS], rules="none", widths=WIDTHS)
    rest = grid([["งบประมาณ", "100", "93.14"]], rules="none", widths=[190, 40, 90])
    _, page = parse(draw(tmp_path / "a.pdf", [table], [rest])).pages
    assert not page.tables


def test_a_row_below_much_text_goes_on_with_nothing(tmp_path: Path) -> None:
    table = grid([HEADER, *ROWS], rules="none", widths=WIDTHS)
    rest = grid([LAST], rules="none", widths=WIDTHS)
    below = ["ความเห็นของผู้บริหาร"] * 5
    _, page = parse(draw(tmp_path / "a.pdf", [table, *below], [rest])).pages
    assert all(isinstance(block, Line) for block in page.blocks)


@pytest.mark.parametrize("cut", [("3. การเปิด", "เผยข้อมูล"), ("๓.", "การเปิดเผยข้อมูล")])
def test_the_rest_of_a_name_on_the_next_page_joins_it_also_behind_a_mere_number(
    tmp_path: Path, cut: tuple[str, str]
) -> None:
    above = grid(
        [["ตัวชี้วัด", "คะแนน"], ["2. การใช้อำนาจ", "85.28"], [cut[0], "90.41"]], widths=[160, 70]
    )
    below = grid([[cut[1], ""], ["คะแนนรวม", "88.14"]], widths=[160, 70])
    first, second = parse(draw(tmp_path / "a.pdf", [above], [below])).tables
    assert ["".join(text.split()) for text in texts(first)[-1]] == [
        "".join("".join(cut).split()),
        "90.41",
    ]
    assert texts(second) == [["คะแนนรวม", "88.14"]]


def test_a_header_that_stands_again_on_the_next_page_is_no_rest_of_a_name(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], ["2. การใช้อำนาจ", "85.28"], ["3. การเปิดเผยข้อมูล", "90.41"]]
    above = grid(rows, rules="horizontal", widths=[100, 70])
    again = grid([["ตัวชี้วัด", ""]], rules="none", widths=[100, 70])
    (first,) = parse(draw(tmp_path / "a.pdf", [above], [again])).tables
    assert texts(first)[-1] == ["3. การเปิดเผยข้อมูล", "90.41"]


@pytest.mark.parametrize("over", [-6.0, -3.0, 0.5, 1.0])
def test_the_last_line_of_a_row_that_the_page_cuts_is_the_tables(
    tmp_path: Path, over: float
) -> None:
    """``over``: points by which the middle of the last line lies below the ends of the rules."""
    from reportlab.pdfgen.canvas import Canvas

    from tests.pdfs import FONT, register_fonts

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    rows = [("ที่", "มาตรการ", "ผู้รับผิดชอบ"), ("1", "เผยแพร่ข้อมูล", "กองคลัง"), ("2", "รับฟัง", "กองช่าง")]
    for number, row in enumerate(rows):
        canvas.line(60, 800 - 30 * number, 460, 800 - 30 * number)
        for left, text in zip((65, 105, 305), row, strict=True):
            canvas.drawString(left, 784 - 30 * number, text)
    foot = 800 - 30 * 3
    for left in (60, 100, 300, 460):
        canvas.line(left, 800, left, foot)
    canvas.drawString(105, foot - over - 5.4, "ความเห็นของประชาชน")
    canvas.save()
    document = parse(tmp_path / "a.pdf")
    assert [line.text for line in document.lines] == []
    assert "".join(document.tables[0].rows[-1][1].text.split()) == "รับฟังความเห็นของประชาชน"


def test_a_header_that_stands_again_far_above_its_rows_is_theirs(tmp_path: Path) -> None:
    header = ["ที่", "ตัวชี้วัด", "คะแนน"]
    rows = [[str(n), name, f"8{n}.31"] for n, name in enumerate("กขคงจฉชซ", 1)]
    widths = [40, 200, 80]
    last = grid([header, *rows[:4]], rules="none", widths=widths)
    next_page = [
        grid([header], rules="none", widths=widths),
        " ",
        " ",
        grid(rows[4:], rules="none", widths=widths),
    ]
    tables = parse(draw(tmp_path / "a.pdf", [last], next_page)).tables
    assert [[c.text for c in row] for row in tables[1].rows] == [header, *rows[4:]]


@part_ruled
def test_rows_of_wrapped_names_on_the_next_page_stand_in_the_columns_of_their_table(
    tmp_path: Path, rules: str
) -> None:
    rows = [[f"ด้านที่ {n}\n{name}", f"8{n}.31"] for n, name in enumerate(NAMES, 1)]
    table = grid([["ด้าน", "คะแนน"], *rows[:4]], rules=rules, widths=[160, 70])
    rest = grid(rows[4:], rules=rules, widths=[160, 70])
    other = grid(
        [["งาน", "", "ผล"], *([f"งานที่ {n}", "", f"7{n}.20"] for n in (1, 2, 3))],
        rules="none", widths=[90, 20, 40],
    )  # fmt: skip
    path = draw(tmp_path / "a.pdf", [table], [rest, "ผลรวมของหน่วยงาน 86.31 คะแนน", other])
    whole, more, last = parse(path).tables
    assert texts(whole)[1:] == rows[:4]
    assert texts(more) == rows[4:]
    assert [row[-1] for row in texts(last)] == ["ผล", "71.20", "72.20", "73.20"]
