"""Unruled tables whose columns stand a few points apart, each as wide as its widest cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import FONT, draw, grid, register_fonts

SIZE = 12.0


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def narrow(
    path: Path, rows: Sequence[Sequence[str]], *, gap: float, pitch: float = 13.0,
    between: float = 25.0, title: str = "", skipped: Sequence[int] = (),
) -> Path:  # fmt: skip
    """A table of rows ``between`` apart, cells centred in their height, columns ``gap`` apart;
    the cells of ``skipped`` rows widen no column."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    if title:
        canvas.drawString(60, 780, title)
    lefts = [60.0]
    for column in range(len(rows[0])):
        own = [row[column] for at, row in enumerate(rows) if at not in skipped]
        lines = [line for cell in own for line in cell.split("\n")]
        lefts.append(lefts[-1] + gap + max(stringWidth(line, FONT, SIZE) for line in lines))
    top = 100.0
    for row in rows:
        most = max(cell.count("\n") for cell in row)
        for left, cell in zip(lefts, row, strict=False):
            lines = cell.split("\n")
            start = top + pitch * (most + 1 - len(lines)) / 2
            for number, line in enumerate(lines):
                canvas.drawString(left, 842 - start - number * pitch, line)
        top += most * pitch + between
    canvas.save()
    return path


@pytest.mark.parametrize("gap", [3.0, 6.0, 10.0])
def test_two_halves_of_a_table_keep_each_name_beside_its_number(tmp_path: Path, gap: float) -> None:
    rows = [
        ["เรื่อง", "ผล", "เรื่อง", "ผล"],
        ["1. งานทะเบียน", "81.25", "4. งานป้องกันและบรรเทาภัย", "77.18"],
        ["2. งานจัดเก็บรายได้ของท้องถิ่น", "64.70", "5. งานช่าง", "92.36"],
        ["3. งานคลัง", "79.05", "6. งานศึกษา", "58.91"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=gap)).tables
    assert texts(table)[1:] == rows[1:]


@pytest.mark.parametrize("gap", [3.0, 8.0])
def test_a_place_beside_the_middle_of_a_wrapped_name_is_not_part_of_it(
    tmp_path: Path, gap: float
) -> None:
    rows = [
        ["ที่", "สำนักงาน", "ที่ตั้ง", "ผล", "อันดับ"],
        ["1", "สำนักงานสาขาภาคเหนือ\nตอนบน", "บ้านสวน", "84.10", "2"],
        ["2", "สำนักงานสาขาภาคตะวัน\nออก", "บ้านสวน", "71.66", "4"],
        ["3", "สำนักงานสาขาภาคกลาง", "บ้านสวน", "91.76", "1"],
        ["4", "สำนักงานสาขาภาคใต้", "หนองโดน", "76.76", "3"],
    ]
    path = narrow(tmp_path / "a.pdf", rows, gap=gap, title="ผลการดำเนินงานของ สำนักงาน สาขา ปี 2566")
    (table,) = parse(path).tables
    assert texts(table)[1:] == rows[1:]


@pytest.mark.parametrize("places", [("ลำปลาย", "บางปลา"), ("บางปลา", "บางปลา")])
def test_a_column_as_wide_as_each_of_its_cells_is_apart_from_wrapped_names(
    tmp_path: Path, places: tuple[str, str]
) -> None:
    one, two = places
    rows = [
        ["ที่ตั้ง", "สำนักงาน", "ผล", "อันดับ"],
        [one, "สำนักงานสาขาภาคกลาง", "91.76", "1"],
        [two, "สำนักงานสาขาภาคเหนือ", "84.10", "2"],
        [one, "สำนักงานสาขาภาคตะวัน\nออก", "71.66", "4"],
        [two, "สำนักงานสาขาภาคใต้", "76.76", "3"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=9.0)).tables
    assert texts(table)[1:] == rows[1:]


def test_words_behind_wide_spaces_of_one_name_are_no_column(tmp_path: Path) -> None:
    rows = [
        ["ที่", "สำนักงาน", "ผล", "อันดับ"],
        ["1", "สำนักงาน  บางปลา", "91.76", "1"],
        ["2", "สำนักงาน  บางจาก", "84.10", "2"],
        ["3", "สำนักงานสาขา  บางบ่อ", "71.66", "4"],
        ["4", "สำนักงาน  บางพลี", "76.76", "3"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=20.0)).tables
    assert [row[1].replace("  ", " ") for row in texts(table)] == [
        row[1].replace("  ", " ") for row in rows
    ]


def test_questions_keep_their_numbers_and_scores_however_they_wrap(tmp_path: Path) -> None:
    long = "ท่านเห็นว่าการให้บริการของสำนักงานแห่งนี้เป็นไปตามขั้นตอนและ\nระยะเวลา มากน้อยเพียงใด"
    short = "ท่านได้รับข้อมูลที่ครบถ้วน มากน้อยเพียงใด"
    rows = [["ข้อ", "คำถาม", "คะแนน"]]
    for number, text in enumerate([short, long, long, short, long, short, long, long], 8):
        rows.append([f"I{number}", text, f"{60 + number}.{10 + 7 * number}"])
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=6.0, between=21.0)).tables
    assert texts(table)[1:] == rows[1:]


@pytest.mark.parametrize("between", [24.0, 29.0])
def test_headings_of_parts_stay_rows_of_their_own(tmp_path: Path, between: float) -> None:
    rows = [
        ["สำนักงาน", "ชั้น", "ผล"],
        ["เขตเหนือ", "", ""],
        ["1 สำนักงานบ้านสวน", "ก", "84.10"],
        ["2 สำนักงานหนองโดนเหนือ", "ข", "71.66"],
        ["เขตใต้", "", ""],
        ["3 สำนักงานทุ่งนา", "ก", "91.76"],
        ["เขตตะวันออก", "", ""],
        ["4 สำนักงานบางปลา", "ก", "76.76"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=8.0, between=between)).tables
    assert texts(table)[1:] == rows[1:]


def test_years_side_by_side_are_a_heading_each(tmp_path: Path) -> None:
    rows = [
        ["เรื่อง", "2563", "2564", "2565"],
        ["งานทะเบียน", "84.10", "71.66", "78.95"],
        ["งานจัดเก็บรายได้", "64.70", "92.36", "58.91"],
        ["งานช่าง", "79.05", "77.18", "81.25"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=4.0)).tables
    assert texts(table) == rows


@pytest.mark.parametrize("kinds", [("สำนักงานเขต", "สำนักงานเขต"), ("กองคลัง", "สำนักงานเขต")])
def test_the_kind_of_a_body_stands_over_its_name_however_close_the_next(
    tmp_path: Path, kinds: tuple[str, str]
) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    left = 200.0
    for kind, name, scores in zip(
        kinds,
        ("ทุ่งนา", "บางปลา"),
        (("84.10", "71.66", "58.91"), ("64.70", "92.36", "77.18")),
        strict=True,
    ):
        width = stringWidth(kind, FONT, SIZE)
        canvas.drawString(left, 742, kind)
        canvas.drawCentredString(left + width / 2, 728, name)
        for number, score in enumerate(scores):
            canvas.drawString(left, 700 - 25 * number, score)
        left += width + 4
    canvas.drawString(90, 735, "เรื่อง")
    for number, name in enumerate(("งานทะเบียน", "งานคลัง", "งานช่าง")):
        canvas.drawString(60, 700 - 25 * number, name)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert texts(table) == [
        ["เรื่อง", f"{kinds[0]}\nทุ่งนา", f"{kinds[1]}\nบางปลา"],
        ["งานทะเบียน", "84.10", "64.70"],
        ["งานคลัง", "71.66", "92.36"],
        ["งานช่าง", "58.91", "77.18"],
    ]


def test_a_year_is_not_cut_from_the_words_that_say_it_is_one(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    for at, year in enumerate(("2566", "2567")):
        canvas.drawCentredString(257 + 118 * at, 742, f"ปีงบประมาณ พ.ศ. {year}")
        for column, head in enumerate(("ผล", "ระดับ")):
            canvas.drawString(205 + 118 * at + 70 * column, 725, head)
        for number in range(3):
            canvas.drawString(205 + 118 * at, 700 - 25 * number, f"{80 + at}.{10 + number}")
            canvas.drawString(275 + 118 * at, 700 - 25 * number, "ก")
    for number, name in enumerate(("งานทะเบียน", "งานคลัง", "งานช่าง")):
        canvas.drawString(60, 700 - 25 * number, name)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert [(c.text, c.column, c.column_span) for c in table.rows[0] if c.text] == [
        ("ปีงบประมาณ พ.ศ. 2566", 1, 2),
        ("ปีงบประมาณ พ.ศ. 2567", 3, 2),
    ]


def test_years_named_in_different_words_are_a_heading_each(tmp_path: Path) -> None:
    rows = [
        ["เรื่อง", "ปีงบประมาณ 2565", "ปี 2564", "ผลต่าง"],
        ["งานทะเบียน", "84.10", "71.66", "12.44"],
        ["งานจัดเก็บรายได้", "64.70", "92.36", "27.66"],
        ["งานช่าง", "79.05", "77.18", "1.87"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=5.0)).tables
    assert texts(table) == rows


def pages(path: Path, *tables: Sequence[Sequence[str]]) -> Path:
    """A table on each page, its columns at the same places."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for rows in tables:
        canvas.setFont(FONT, SIZE)
        top = 100.0
        for row in rows:
            most = max(cell.count("\n") for cell in row)
            for left, cell in zip((60, 90, 230, 300), row, strict=True):
                lines = cell.split("\n")
                start = top + 13 * (most + 1 - len(lines)) / 2
                for number, line in enumerate(lines):
                    canvas.drawString(left, 842 - start - number * 13, line)
            top += most * 13 + 25
        canvas.showPage()
    canvas.save()
    return path


HEAD = ["ที่", "สำนักงาน", "ที่ตั้ง", "ผล"]
ROWS = [
    ["1", "สำนักงานสาขาภาคตะวัน\nออก", "บ้านสวน", "84.10"],
    ["2", "สำนักงานสาขาภาคกลาง", "หนองโดน", "71.66"],
    ["3", "สำนักงานสาขาภาคเหนือ", "ทุ่งนา", "92.36"],
]


MORE = [
    ["4", "สำนักงานสาขาภาคใต้", "บางปลา", "58.91"],
    ["5", "สำนักงานสาขาภาคใต้ล่าง", "บางปลา", "77.18"],
    ["6", "สำนักงานสาขาชายแดน", "ดอนทราย", "64.70"],
]


def test_the_rest_of_a_name_below_a_header_that_stands_again_is_put_to_it(tmp_path: Path) -> None:
    rest = [["", "ตอนบน", "", ""], *MORE]
    first, second = parse(pages(tmp_path / "a.pdf", [HEAD, *ROWS], [HEAD, *rest])).tables
    assert texts(first)[-1] == ["3", "สำนักงานสาขาภาคเหนือ\nตอนบน", "ทุ่งนา", "92.36"]
    assert texts(second) == [HEAD, *MORE]


def test_the_heading_of_a_part_below_a_header_that_stands_again_is_put_to_no_name(
    tmp_path: Path,
) -> None:
    above = [["", "เขตเหนือ", "", ""], *ROWS]
    below = [["", "เขตใต้", "", ""], *MORE]
    first, second = parse(pages(tmp_path / "a.pdf", [HEAD, *above], [HEAD, *below])).tables
    assert texts(first)[-1] == ROWS[-1]
    assert texts(second)[1:] == below


def test_rows_that_wrap_alike_begin_no_other_table(tmp_path: Path) -> None:
    rows = [[str(at), "สำนักงานสาขา\nภาคที่หนึ่ง", "บ้าน\nสวน", f"{80 + at}.10"] for at in range(1, 6)]
    (table,) = parse(pages(tmp_path / "a.pdf", [HEAD, *rows])).tables
    assert texts(table) == [HEAD, *rows]


def test_a_caption_of_the_next_table_is_no_rest_of_the_last_name(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    for number, (_, name, _, score) in enumerate(ROWS):
        canvas.drawString(61.5, 700 - 24 * number, name.split("\n")[0])
        canvas.drawString(230, 700 - 24 * number, score)
    canvas.drawString(60, 628, "ผลการใช้จ่ายงบประมาณ")
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert texts(table)[-1] == ["สำนักงานสาขาภาคเหนือ", "92.36"]


def test_marks_of_footnotes_stand_in_no_cell(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    for number, (_, name, _, score) in enumerate(ROWS):
        base, text = 700 - 24 * number, name.split("\n")[0]
        canvas.setFont(FONT, SIZE)
        canvas.drawString(60, base, text)
        canvas.drawString(250, base, score)
        canvas.setFont(FONT, 8)
        canvas.drawString(60 + stringWidth(text, FONT, SIZE) + 1, base + 6, str(number + 1))
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert texts(table) == [[name.split("\n")[0], score] for _, name, _, score in ROWS]


def test_numbers_behind_words_of_any_length_stay_in_their_lines(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    names = ("งานทะเบียน", "งานจัดเก็บรายได้ของท้องถิ่น", "งานช่าง", "งานป้องกันภัย", "งานคลังและพัสดุ")
    for number, name in enumerate(names):
        left = 60 + stringWidth(name, FONT, SIZE) + 20 + 9 * number
        canvas.drawString(60, 700 - 24 * number, name)
        canvas.drawString(left, 700 - 24 * number, f"8{number}.25")
    canvas.save()
    (page,) = parse(tmp_path / "a.pdf").pages
    assert [block.text for block in page.blocks if not isinstance(block, Table)] == [
        f"{name} 8{number}.25" for number, name in enumerate(names)
    ]


def test_a_long_label_close_behind_its_number_is_apart_where_others_are(tmp_path: Path) -> None:
    rows = [
        ["คะแนน", "ตัวชี้วัด"],
        ["73.50", "การปฏิบัติหน้าที่"],
        ["83.41", "การใช้อำนาจ"],
        ["90.15", "การใช้ทรัพย์สิน"],
        ["100.00", "คะแนนรวมทุกตัวชี้วัด"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=14.0, skipped=[4])).tables
    assert texts(table) == rows


@pytest.mark.parametrize("align", ["centre", "left"])
def test_headings_of_several_lines_that_touch_are_those_of_the_names_below_them(
    tmp_path: Path, align: str
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, SIZE)
    lines = [["สำนักงาน", "สำนักงานส่วน", "สำนักงาน", "สำนักงานส่วน"],
             ["ส่วนตำบลสมสนุก", "ตำบลหนองยอง", "ส่วนตำบลเซกา", "ตำบลท่ากกแดง"]]  # fmt: skip
    rows = [["91.88", "81.10", "71.54", "61.18"], ["92.88", "82.10", "72.54", "62.18"],
            ["93.88", "83.10", "73.54", "63.18"]]  # fmt: skip
    heights = [780.0, 762.0, 738.0, 714.0, 690.0]
    draws = canvas.drawCentredString if align == "centre" else canvas.drawString
    canvas.drawString(60, 771, "งาน")
    for height, row in zip(heights, [*lines, *rows], strict=True):
        for place, text in zip((180, 271, 362, 453), row, strict=True):
            draws(place, height, text)
    for height in heights[2:]:
        canvas.drawString(60, height, "งานช่าง")
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert ["".join(cell.split()) for cell in texts(table)[0]] == [
        "งาน", *("".join(pair) for pair in zip(*lines, strict=True)),
    ]  # fmt: skip
    assert [row[1:] for row in texts(table)[1:]] == rows


def test_lines_of_two_cells_beside_the_middle_of_their_row_are_parted(tmp_path: Path) -> None:
    rows = [
        ["ที่", "ที่ตั้ง", "ประเภท", "ชื่อ", "ผล"],
        ["1", "ควนกาห\nลง", "สำนักงานส่วน\nตำบล", "ควนกาหลง", "84.56"],
        ["2", "ควนกาห\nลง", "สำนักงานส่วน\nตำบล", "ทุ่งนุ้ย", "69.43"],
        ["3", "เมือง", "สำนักงานส่วน\nตำบล", "ควนขัน", "86.29"],
        ["4", "ท่าแพ", "สำนักงานส่วน\nตำบล", "สาคร", "77.48"],
    ]
    (table,) = parse(narrow(tmp_path / "a.pdf", rows, gap=5.0)).tables
    assert texts(table)[1:] == rows[1:]


def test_counted_headings_that_stand_close_are_one_of_each_column(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, 10)
    head = ["งาน", "ด้านที่ 1", "ด้านที่ 2", "ด้านที่ 3", "ด้านที่ 4", "รวม"]
    rows = [head, *([f"สาขา {n}", *(f"{n}{at}.25" for at in range(5))] for n in (5, 6, 7))]
    for number, row in enumerate(rows):
        for place, text in zip((60, 160, 203, 246, 289, 330), row, strict=True):
            draws = canvas.drawCentredString if place > 60 else canvas.drawString
            draws(place, 780 - 22 * number, text)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert texts(table) == rows


def test_rows_whose_numbers_stand_close_are_no_table_of_words(tmp_path: Path) -> None:
    from parsers.model import Sought

    places = ("บ้านสวน", "เมือง", "ควนกาหลง", "สีชมพู", "ท่าแพ", "มะนัง", "ซำสูง")
    rows = [
        ["ที่", "หน่วยงาน", "ที่ตั้ง", "ผลการดำเนินงาน"],
        *(
            [str(n), f"สำนักงานเขต {place}", place, f"8{n}.15 7{n}.63 6{n}.93"]
            for n, place in enumerate(places, 1)
        ),
    ]
    path = draw(tmp_path / "a.pdf", [grid(rows, rules="none", widths=[40, 180, 100, 120])])
    (table,) = parse(path, wanted=lambda _: Sought.TABLES).tables
    assert [row[-3:] for row in texts(table)[1:]] == [row[-1].split() for row in rows[1:]]
