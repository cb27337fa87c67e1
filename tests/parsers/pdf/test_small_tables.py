"""Small tables without rules, and tables in which wide words hide what stands below what."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import FONT, draw, grid, register_fonts

part_ruled = pytest.mark.parametrize("rules", ["horizontal", "none"])


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@part_ruled
@pytest.mark.parametrize(("width", "last"), [(170, "43.75"), (240, "43.75"), (240, "75")])
def test_two_rows_under_two_headings_are_a_table_however_near_their_numbers(
    tmp_path: Path, rules: str, width: int, last: str
) -> None:
    rows = [
        ["ตัวชี้วัด", "คะแนน"],
        ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "70.04"],
        ["ตัวชี้วัดที่ 10 การป้องกันการทุจริต", last],
    ]
    table = grid(rows, rules=rules, widths=[width, 60])
    (read,) = parse(draw(tmp_path / "a.pdf", ["สรุปผลการประเมิน", table])).tables
    assert texts(read) == rows


def test_one_wrapped_label_is_enough_to_tell_lines_from_rows(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    names = [f"{number}. การใช้ทรัพย์สินของทางราชการ" for number in range(1, 10)]
    names += ["10. การป้องกันการทุจริต\n(Anti-Corruption Practice)", "คะแนนรวม"]
    scores = ["98.10", "98.45", "97.00", "85.00", "80.04"]
    rows = [["ตัวชี้วัด", "IIT", "EIT", "OIT", "เป้าหมาย", "ค่าเฉลี่ย"], *([n, *scores] for n in names)]
    base = 742.0
    for name, *cells in rows:
        lines = name.split("\n")
        for index, line in enumerate(lines):
            canvas.setFont(FONT, 12)
            canvas.drawString(50, base - 17.4 * index, line)
        for column, cell in enumerate(cells):
            canvas.drawRightString(290 + 55 * column, base, cell)
        base -= 23.4 + 17.4 * (len(lines) - 1)
    canvas.save()
    (read,) = parse(path).tables
    assert texts(read) == rows


def test_a_short_name_at_the_foot_of_a_page_is_whole(tmp_path: Path) -> None:
    rows = [["รายการ", "คะแนน"], ["ข้อมูลพื้นฐานของหน่วยงานและบุคลากร", "62.50"]]
    rows += [["O42", "0.00"], ["O43", "100.00"]]
    table = grid(rows, rules="none", widths=[260, 60])
    below = grid([["ตัวชี้วัดและคะแนน", ""]], rules="none", widths=[260, 60])
    (read,) = parse(draw(tmp_path / "a.pdf", [table], [below])).tables
    assert texts(read) == rows


def test_a_heading_stands_in_the_middle_of_its_column_though_words_beside_reach_below_it(
    tmp_path: Path,
) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))

    def write(text: str, middle: float, base: float) -> None:
        canvas.setFont(FONT, 12)
        canvas.drawString(middle - stringWidth(text, FONT, 12) / 2, 842 - base, text)

    write("หน่วยงาน", 80, 108)
    for line, base in (("1. การ", 100), ("ปฏิบัติหน้าที่", 116)):
        write(line, 172, base)
    for line, base in (("2. การใช้", 100), ("งบประมาณ", 116)):
        write(line, 265, base)
    names = ("อบต.นาเสียว", "เทศบาลตำบลหัวช้าง", "อบต.นาดี", "อบต.บ้านโพธิ์")
    for row, name in enumerate(names):
        base = 142.0 + 22 * row
        canvas.setFont(FONT, 12)
        canvas.drawString(50, 842 - base, name)
        write(f"8{row}.10", 172, base)
        write(f"9{row}.25", 265, base)
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table) == [
        ["หน่วยงาน", "1. การ\nปฏิบัติหน้าที่", "2. การใช้\nงบประมาณ"],
        *([name, f"8{row}.10", f"9{row}.25"] for row, name in enumerate(names)),
    ]


def test_headings_that_touch_below_their_first_lines_are_two(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    names = (("ทต.", "พรหมมาสตร์"), ("ทต.เขา", "พระงาม"))
    wide, narrow = (stringWidth(below, FONT, 12) for _, below in names)
    middles = (230.0, 230.0 + (wide + narrow) / 2)

    def write(text: str, middle: float, base: float) -> None:
        canvas.drawString(middle - stringWidth(text, FONT, 12) / 2, 842 - base, text)

    canvas.drawString(50, 842 - 100, "ตัวชี้วัด")
    for middle, lines in zip(middles, names, strict=True):
        for text, base in zip(lines, (100, 118), strict=True):
            write(text, middle, base)
    scores = [["84.10", "91.76"], ["71.66", "82.88"], ["78.95", "87.17"], ["93.10", "64.25"]]
    for row, cells in enumerate(scores):
        canvas.drawString(50, 842 - 150 - 22 * row, f"ตัวชี้วัดที่ {row + 1}")
        for middle, cell in zip(middles, cells, strict=True):
            write(cell, middle, 150 + 22 * row)
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table) == [
        ["ตัวชี้วัด", *("\n".join(lines) for lines in names)],
        *([f"ตัวชี้วัดที่ {row + 1}", *cells] for row, cells in enumerate(scores)),
    ]


def test_a_turned_heading_may_stand_beside_the_numbers_of_its_wide_column(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    names = {200.0: "อบต.นาดี", 270.0: "เทศบาลตำบลนิคม", 365.0: "อบต.ตะลุง"}
    for x, name in names.items():
        canvas.saveState()
        canvas.translate(x, 640)
        canvas.rotate(90)
        canvas.drawString(0, 0, name)
        canvas.restoreState()
    for row in range(4):
        base = 610.0 - 22 * row
        canvas.drawString(50, base, f"ตัวชี้วัดที่ {row + 1}")
        for x in (210.0, 315.0, 375.0):
            canvas.drawRightString(x, base, f"8{row}.25")
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table)[0][1:] == list(names.values())


def test_numbers_broken_by_a_narrow_column_and_then_by_the_page_are_whole(tmp_path: Path) -> None:
    rows = [["รายการ", "คะแ\nนน"], ["O1", "๑๐\n๐.๐\n๐"], ["O2", "๐\n.๐๐"], ["O3", "๗๕\n.๕๐"]]
    above = grid([*rows, ["O4", "๑๐"]], widths=[120, 40])
    below = grid([["", "๐.๐\n๐"], ["O5", "๑๐\n๐.๐\n๐"], ["O6", "๐\n.๐๐"]], widths=[120, 40])
    first, second = parse(draw(tmp_path / "a.pdf", [above], [below])).tables
    assert texts(first)[1:] == [["O1", "๑๐๐.๐๐"], ["O2", "๐.๐๐"], ["O3", "๗๕.๕๐"], ["O4", "๑๐๐.๐๐"]]
    assert texts(second) == [["O5", "๑๐๐.๐๐"], ["O6", "๐.๐๐"]]


def test_a_score_merged_over_two_rows_tells_nothing_of_the_names_beside_it(tmp_path: Path) -> None:
    """Lines of a wrapped name stand as close as rows, and its number beside its middle."""
    from reportlab.pdfgen.canvas import Canvas

    from tests.pdfs import FONT, register_fonts

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 13)
    for x, y, text in [
        (60, 100, "เครื่องมือ"), (140, 100, "คะแนนเครื่องมือ"), (280, 100, "ตัวชี้วัด"), (500, 100, "คะแนน"),
        (280, 118, "7. ประสิทธิภาพการสื่อสาร"), (500, 118, "80.71"),
        (60, 136, "EIT"), (140, 136, "80.37"), (280, 136, "8. การปรับปรุงการทำงาน"), (500, 136, "80.34"),
        (280, 154, "9. การเปิดเผยข้อมูล"), (500, 154, "100.00"),
        (60, 173, "OIT"), (140, 173, "66.57"), (280, 173, "10. การป้องกันการทุจริต (Anti-Corruption"),
        (500, 182, "33.13"), (280, 192, "Practice)"),
        (60, 210, "คะแนนรวม"), (500, 210, "76.50"),
    ]:  # fmt: skip
        canvas.drawString(x, 842 - y, text)
    canvas.save()
    (table,) = parse(path).tables
    found = {row[2].text.replace("\n", " "): row[3].text for row in table.rows[1:] if row[2]}
    assert found == {
        "7. ประสิทธิภาพการสื่อสาร": "80.71",
        "8. การปรับปรุงการทำงาน": "80.34",
        "9. การเปิดเผยข้อมูล": "100.00",
        "10. การป้องกันการทุจริต (Anti-Corruption Practice)": "33.13",
    }


@pytest.mark.parametrize("align", ["CENTER", "RIGHT"])
def test_a_heading_set_left_of_its_numbers_is_theirs(tmp_path: Path, align: str) -> None:
    from reportlab.platypus import Table as Drawn
    from reportlab.platypus import TableStyle

    register_fonts()
    rows = [
        ["ที่", "ชื่อตัวชี้วัด", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "79.48"],
        ["2", "การใช้งบประมาณ", "91.27"],
        ["3", "การใช้ทรัพย์สินของราชการ", "96.78"],
    ]
    style = [("FONT", (0, 0), (-1, -1), FONT, 11), ("ALIGN", (0, 1), (0, -1), "CENTER"),
             ("ALIGN", (2, 1), (2, -1), align)]  # fmt: skip
    drawn = Drawn(rows, colWidths=[80, 250, 140], style=TableStyle(style))
    (read,) = parse(draw(tmp_path / "a.pdf", [drawn])).tables
    assert texts(read) == rows


def test_rows_far_apart_belong_to_their_header_and_to_each_other(tmp_path: Path) -> None:
    """Rows stand 32 points apart, lines of one cell 24, as office programs set them."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 11)
    heads = [["เครื่องมือ", "ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนเฉลี่ย"], ["", "", "", "เครื่องมือ"]]
    rows = [
        ["IIT", "1. การปฏิบัติหน้าที่", "81.22", "83.57"],
        ["", "2. การใช้งบประมาณ", "88.43", ""],
        ["", "3. การใช้อำนาจ", "93.85", ""],
        ["EIT", "6. คุณภาพการดำเนินงาน", "75.33", "84.13"],
    ]
    heights = [302, 326, *(358 + 32.5 * n for n in range(len(rows)))]
    for height, row in zip(heights, [*heads, *rows], strict=True):
        for x, text in zip((51, 108, 278, 363), row, strict=True):
            canvas.drawString(x, 842 - height, text)
    canvas.save()
    (read,) = parse(path).tables
    assert texts(read) == [[*heads[0][:3], "คะแนนเฉลี่ย\nเครื่องมือ"], *rows]


def test_the_first_row_of_numbers_may_stand_further_below_its_header(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 11)
    lines = [
        (100, ["การปฏิบัติ", "การใช้งบ", "การใช้", "การใช้", "คะแนน"]),
        (124, ["หน้าที่", "ประมาณ", "อำนาจ", "ทรัพย์สิน", "รวม"]),
        (148, ["", "", "", "ของราชการ", ""]),
        (182, ["77.41", "79.27", "75.70", "81.07", "76.44"]),
    ]
    for height, row in lines:
        for column, text in enumerate(row):
            canvas.drawString(51 + 65 * column, 842 - height, text)
    canvas.save()
    (read,) = parse(path).tables
    assert texts(read) == [
        ["การปฏิบัติ\nหน้าที่", "การใช้งบ\nประมาณ", "การใช้\nอำนาจ",
         "การใช้\nทรัพย์สิน\nของราชการ", "คะแนน\nรวม"],
        lines[-1][1],
    ]  # fmt: skip


def test_a_header_far_below_a_table_begins_another_though_numbers_stand_near(
    tmp_path: Path,
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 11)
    first = [["เครื่องมือ", "น้ำหนัก", "ถ่วงน้ำหนัก"], ["IIT", "30", "23.54"], ["EIT", "30", "23.97"],
             ["OIT", "40", "31.13"]]  # fmt: skip
    second = [["ตัวชี้วัด", "", "คะแนน"], ["การใช้อำนาจ", "", "75.94"], ["การใช้งบประมาณ", "", "76.70"],
              ["การเปิดเผยข้อมูล", "", "68.14"]]  # fmt: skip
    for rows, top, x in ((first, 100, 479), (second, 204, 462)):
        for number, row in enumerate(rows):
            for place, text in zip((59, 394, x), row, strict=True):
                canvas.drawString(place, 842 - top - 22 * number, text)
    canvas.save()
    one, other = parse(path).tables
    assert texts(one) == first
    assert texts(other) == [[row[0], row[2]] for row in second]


@part_ruled
def test_a_header_whose_cells_are_of_several_lines_begins_another_table(
    tmp_path: Path, rules: str
) -> None:
    first = [
        ["ลำดับ", "งาน", "ผล", "ระดับ"],
        ["1", "งานทะเบียน", "91.25", "ดี"],
        ["2", "งานช่าง", "84.70", "ดี"],
        ["3", "งานคลัง", "79.05", "พอใช้"],
    ]
    second = [
        ["ด้าน", "ผล\nเฉลี่ย", "น้ำหนัก\n(%)", "ผลหลัง\nถ่วง"],
        ["ด้านบริการ\nประชาชน", "91.25", "30", "27.37"],
        ["ด้านการเงิน", "84.70", "70", "59.29"],
    ]
    one = grid(first, rules=rules, widths=[60, 160, 60, 60])
    other = grid(second, rules=rules, widths=[200, 90, 90, 90])
    path = draw(tmp_path / "a.pdf", ["ผลงานของสำนักงาน", one, other])
    assert [texts(table) for table in parse(path).tables] == [first, second]


@part_ruled
@pytest.mark.parametrize("parts", [1, 2])
def test_the_header_stands_above_the_heading_of_the_first_part(
    tmp_path: Path, rules: str, parts: int
) -> None:
    rows = [["ที่", "สำนักงาน", "ไตรมาส 1", "ไตรมาส 2", "รวม"]]
    spans = []
    for number, place in enumerate(["เขตบ้านสวนฝั่งเหนือ", "เขตบ้านนา"][:parts]):
        spans.append(((0, len(rows)), (4, len(rows))))
        rows.append([place, "", "", "", ""])
        rows += [[str(at), f"สาขา {at}", f"8{number}.1{at}", "7.25", "9.50"] for at in (1, 2, 3)]
    item = grid(rows, rules=rules, widths=[30, 90, 80, 80, 80], spans=spans)
    (table,) = parse(draw(tmp_path / "a.pdf", ["ผลงานของสำนักงาน", item])).tables
    assert texts(table) == rows


def test_numbers_mostly_in_other_columns_below_a_header_are_of_another_table(
    tmp_path: Path,
) -> None:
    first = [["งาน", "เป้าหมาย", "ผล"], ["งานช่าง", "80", "91.25"], ["งานคลัง", "80", "84.70"],
             ["งานทะเบียน", "80", "79.05"]]  # fmt: skip
    second = [["ลำดับ", "สาขา", "ไตรมาส 1", "ไตรมาส 2", "รวม"],
              ["1", "สาขาหนึ่ง", "81.11", "82.12", "81.62"], ["2", "สาขาสอง", "71.11", "72.12", "71.62"],
              ["3", "สาขาสาม", "61.11", "62.12", "61.62"]]  # fmt: skip
    one = grid(first, rules="none", widths=[160, 80, 80])
    other = grid(second, rules="none", widths=[70, 100, 70, 60, 60])
    path = draw(tmp_path / "a.pdf", ["ผลงานของสำนักงาน", one, "ตารางที่ 2 เทียบกับสาขาอื่น", other])
    assert [texts(table) for table in parse(path).tables] == [first, second]


@pytest.mark.parametrize("widths", [(60, 62, 64), (64, 62, 56), (52, 70, 52)])
def test_tables_of_one_header_end_where_it_stands_again_however_wide_the_columns(
    tmp_path: Path, widths: tuple[int, int, int]
) -> None:
    head = ["ลำดับ", "สาขา", "ผลรวม", "ระดับ"]
    tables = [
        [head, *([str(at), f"สาขา {at}", f"8{number}.1{at}", "ดี"] for at in (1, 2, 3, 4))]
        for number in range(3)
    ]
    page: list[object] = ["ผลงานของสำนักงาน"]
    for place, rows, width in zip(("บ้านสวน", "บ้านนา", "บ้านไร่"), tables, widths, strict=True):
        page += [f"เขต{place}", grid(rows, rules="none", widths=[46, width, 52, 60])]
    assert [texts(table) for table in parse(draw(tmp_path / "a.pdf", page)).tables] == tables


def test_a_heading_in_the_middle_of_a_column_stands_over_numbers_narrower_than_its_words(
    tmp_path: Path,
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    rows = [["งานทะเบียน", "91.25", "53.09"], ["งานคลัง", "84.70", "72.27"],
            ["งานช่าง", "79.05", "71.89"], ["ผล", "ดี", "ต้องปรับปรุงโดยด่วน"]]  # fmt: skip
    for x, text in ((70, "งาน"), (205, "2566"), (306, "2567")):
        canvas.drawString(x, 742, text)
    for number, row in enumerate(rows, 1):
        for x, text in zip((60, 200, 260), row, strict=True):
            canvas.drawString(x, 742 - 24 * number, text)
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table) == [["งาน", "2566", "2567"], *rows]


@pytest.mark.parametrize("title", ["เทียบกับสำนักงานในกลุ่มเดียวกันของภาค", ""])
def test_a_header_apart_from_the_numbers_above_begins_another_table_of_two_columns(
    tmp_path: Path, title: str
) -> None:
    first = [["งาน", "ปี 2567", "ปี 2568", "ผลต่าง"], ["งานช่าง", "93.95", "87.06", "-6.89"],
             ["งานคลัง", "91.89", "92.84", "+0.95"], ["งานทะเบียน", "96.19", "96.95", "+0.76"]]  # fmt: skip
    second = [["สำนักงาน", "ผล ปี 2568"], ["บ้านนา", "92.70"], ["บ้านสวน", "88.95"], ["บ้านไร่", "93.97"]]
    one = grid(first, rules="none", widths=[150, 60, 60, 60])
    other = grid(second, rules="none", widths=[118, 90])
    path = draw(tmp_path / "a.pdf", ["ผลงานของสำนักงาน", one, title or " ", other])
    assert [texts(table) for table in parse(path).tables] == [first, second]


def test_years_and_a_word_that_stand_close_are_a_heading_of_each_column(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    rows = [["งานทะเบียน", "91.25", "53.09", "-38.16"], ["งานคลัง", "84.70", "72.27", "-12.43"],
            ["งานช่าง", "79.05", "71.89", "-7.16"]]  # fmt: skip
    for x, text in ((90, "งาน"), (180, "ปี 2566"), (226, "ปี 2567"), (272, "การเปลี่ยนแปลง")):
        canvas.drawString(x, 742, text)
    for number, row in enumerate(rows, 1):
        for x, text in zip((60, 182, 228, 276), row, strict=True):
            canvas.drawString(x, 742 - 24 * number, text)
    canvas.save()
    (table,) = parse(path).tables
    assert texts(table) == [["งาน", "ปี 2566", "ปี 2567", "การเปลี่ยนแปลง"], *rows]


def test_the_rules_round_a_header_alone_end_no_table(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, 12)
    first = [["งาน", "เป้าหมาย", "ผล"], *([f"งานที่ {n}", "85", f"8{n}.25"] for n in (1, 2, 3))]
    second = [["แบบ", "ผล"], *([f"แบบที่ {n}", f"7{n}.25"] for n in (1, 2, 3))]
    for top, rows, places in ((780, first, (60, 250, 330)), (640, second, (60, 160))):
        for y in (top + 16, top - 8):
            canvas.line(58, y, places[-1] + 60, y)
        for number, row in enumerate(rows):
            for x, text in zip(places, row, strict=True):
                canvas.drawString(x, top - 28 * number, text)
    canvas.save()
    assert [texts(table) for table in parse(tmp_path / "a.pdf").tables] == [first, second]
