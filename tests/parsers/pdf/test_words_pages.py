"""Tables of words whose columns come close, or that go on on pages with little of them."""

from __future__ import annotations

from pathlib import Path

from parsers.model import Table
from parsers.pdf import parse
from pipeline.measures import find_measures
from pipeline.triage import may_hold_tables
from tests.pdfs import FONT, draw, grid, register_fonts

HEADER = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
WIDTHS = [150, 150, 90, 90]
FIRST = ["๑. เผยแพร่แผนการ\nจัดซื้อจัดจ้าง", "ประชุมคณะทำงาน\nลงประกาศ", "กองคลัง", "ม.ค. ๖๖"]
SECOND = ["๒. ทบทวนคู่มือ", "ซักซ้อมความเข้าใจ\nตรวจทาน", "สำนักปลัด", "ก.พ. ๖๖"]
THIRD = ["๓. ปรับปรุงช่องทาง\nรับเรื่องร้องเรียน", "ติดตั้งกล่องรับเรื่อง", "กองช่าง", "มี.ค. ๖๖"]
SECOND_LINE = ["๒. ทบทวนคู่มือ", "ซักซ้อม", "สำนักปลัด", "ก.พ. ๖๖"]
TITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ ๒๕๖๖"


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_full_line_close_to_the_next_column_is_cut_there(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    full = "ติดตั้งกล่องรับฟังความเห็นทุกหมู่บ้าน"
    rows = [HEADER, ["๑. เผยแพร่แผน", "ประชุม", "กองคลัง", "ม.ค. ๖๖"], SECOND_LINE]
    rows += [["๓. ปรับปรุง", full, "กองช่าง", "มี.ค. ๖๖"], ["๔. อบรม", "เชิญ", "ทุกกอง", "พ.ค. ๖๖"]]
    register_fonts()
    lefts = [60.0, 180.0, 180.0 + stringWidth(full, FONT, 12) + 5.0, 480.0]
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, 12)
    for number, row in enumerate(rows):
        for left, text in zip(lefts, row, strict=True):
            canvas.drawString(left, 700 - 24 * number, text)
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table) == rows


def test_running_text_beside_no_column_is_not_cut(tmp_path: Path) -> None:
    table = grid([HEADER, FIRST, SECOND, THIRD], rules="none", widths=WIDTHS)
    signed = "ลงชื่อ ................................................ ผู้รายงาน ณ วันที่"
    document = parse(draw(tmp_path / "a.pdf", [table, signed]))
    assert [line.text for line in document.lines] == [signed]


def test_the_rest_of_a_row_above_the_head_of_the_next_is_of_the_table(tmp_path: Path) -> None:
    rest = ["", "รายงานผู้บริหาร", "", "ถึง พ.ค. ๖๖"]
    head = ["ตัวชี้วัดที่ ๒ การใช้งบประมาณของหน่วยงานอย่างคุ้มค่า", "", "", ""]
    first = grid([HEADER, FIRST], rules="none", widths=WIDTHS)
    rows = [rest, head, SECOND, THIRD]
    below = grid(rows, rules="none", widths=WIDTHS, spans=[((0, 1), (3, 1))])
    _, found = parse(draw(tmp_path / "a.pdf", [first], ["- ๒ -", "มาตรการ (ต่อ)", below])).tables
    assert texts(found) == [rest, head, SECOND, THIRD]


def test_a_column_of_dashes_is_one_of_its_own(tmp_path: Path) -> None:
    rows = [
        ["มาตรการ", "ขั้นตอน", "งบประมาณ", "ผู้รับผิดชอบ"],
        ["๑. เผยแพร่แผนการ\nจัดซื้อจัดจ้าง", "ประชุมคณะทำงาน\nลงประกาศ", "-", "กองคลัง"],
    ]
    page = [["๒. ทบทวนคู่มือ", "ซักซ้อมความเข้าใจ\nตรวจทาน", "-", "กองช่าง"], rows[1]]
    path = draw(
        tmp_path / "a.pdf",
        [grid(rows, rules="none", widths=WIDTHS)],
        [grid(page, rules="none", widths=WIDTHS)],
    )
    assert [texts(table) for table in parse(path).tables] == [rows, page]


def test_a_ruled_page_with_the_rest_of_one_cell_is_a_table(tmp_path: Path) -> None:
    rest = ["", "รายงานผู้บริหาร", "", ""]
    path = draw(
        tmp_path / "a.pdf",
        [TITLE, grid([HEADER, FIRST], widths=WIDTHS)],
        [grid([rest], widths=WIDTHS)],
        [grid([SECOND], widths=WIDTHS)],
    )
    document = parse(path)
    assert texts(document.tables[1]) == [rest]
    first, second = find_measures(document)
    assert first.steps == ("ประชุมคณะทำงานลงประกาศรายงานผู้บริหาร",)
    assert second.number == "2"


def test_a_page_without_words_does_not_end_a_table(tmp_path: Path) -> None:
    headless = [["รายละเอียด", "สถานที่", "ประเภท", "เหตุผล"], SECOND, THIRD]
    path = draw(
        tmp_path / "a.pdf",
        [TITLE, grid([HEADER, FIRST], rules="none", widths=WIDTHS)],
        [],
        [grid(headless, rules="none", widths=WIDTHS)],
    )
    measures = find_measures(parse(path, wanted=may_hold_tables))
    assert [measure.number for measure in measures] == ["1", "2", "3"]


def test_a_page_with_an_empty_column_keeps_the_columns_of_its_table(tmp_path: Path) -> None:
    def topic(text: str, row: list[str]) -> list[str]:
        return [text, *row]

    above = [topic("ตัวชี้วัด", HEADER), topic("การใช้อำนาจ", FIRST)]
    below = [topic("", SECOND), topic("", THIRD)]
    path = draw(
        tmp_path / "a.pdf",
        [TITLE, grid(above, rules="none", widths=[80, *WIDTHS])],
        [grid(below, rules="none", widths=[60, 180, 130, 100, 90])],
        size=(720.0, 500.0),
    )
    measures = find_measures(parse(path))
    assert [(one.number, one.responsible, one.section) for one in measures] == [
        ("1", "กองคลัง", "การใช้อำนาจ"),
        ("2", "สำนักปลัด", "การใช้อำนาจ"),
        ("3", "กองช่าง", "การใช้อำนาจ"),
    ]
