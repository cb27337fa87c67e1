"""Tables that are ruled between their rows only, or not at all: where they begin and end, and
what their headings stand over."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Line, Sought, Table
from parsers.pdf import parse
from tests.pdfs import FONT, draw, grid, register_fonts

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การแก้ไขปัญหาการทุจริต")
SCORES = ("84.10", "71.66", "78.95", "76.76")
part_ruled = pytest.mark.parametrize("rules", ["horizontal", "none"])


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@part_ruled
def test_a_header_that_stands_again_begins_another_table(tmp_path: Path, rules: str) -> None:
    header = ["ตัวชี้วัด", "คะแนน"]
    rows = [header, *map(list, zip(NAMES, SCORES, strict=True))]
    table = [grid(rows, rules=rules, widths=[300, 80]) for _ in range(2)]
    path = draw(tmp_path / "a.pdf", ["อบต.นาเสียว", table[0], "อบต.ก้านเหลือง", table[1]])
    first, above, second, below = parse(path).pages[0].blocks
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.text, second.text) == ("อบต.นาเสียว", "อบต.ก้านเหลือง")
    assert isinstance(above, Table)
    assert isinstance(below, Table)
    assert texts(above) == texts(below) == rows


@part_ruled
@pytest.mark.parametrize("years", [("2564", "2565"), ("ปีงบประมาณ 2564", "ปีงบประมาณ 2565")])
def test_a_heading_over_headings_that_stand_again_is_that_of_its_group(
    tmp_path: Path, rules: str, years: tuple[str, str]
) -> None:
    rows = [
        ["หน่วยงาน", years[0], "", "", years[1], "", ""],
        ["", "IIT", "EIT", "OIT", "IIT", "EIT", "OIT"],
        ["อบต.นาเสียว", "86.14", "80.11", "71.47", "82.37", "75.75", "70.91"],
        ["อบต.ก้านเหลือง", "84.68", "80.69", "52.12", "76.50", "91.18", "79.15"],
        ["เทศบาลตำบลแม่คำ", "90.69", "88.01", "82.46", "87.18", "82.91", "62.82"],
    ]
    spans = [((1, 0), (3, 0)), ((4, 0), (6, 0)), ((0, 0), (0, 1))]
    table = grid(rows, rules=rules, widths=[120, 55, 55, 55, 55, 55, 55], spans=spans)
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert [(c.text, c.column, c.column_span) for c in read.rows[0] if c.column and c.text] == [
        (years[0], 1, 3),
        (years[1], 4, 3),
    ]
    assert texts(read)[1:] == rows[1:]


@part_ruled
def test_the_first_name_of_a_part_of_the_rows_is_no_heading(tmp_path: Path, rules: str) -> None:
    rows = [
        ["ที่", "หน่วยงาน", "IIT", "EIT", "OIT"],
        ["จังหวัดชัยภูมิ", "", "", "", ""],
        ["1", "อบต.นาเสียว", "85.31", "75.45", "49.00"],
        ["2", "อบต.โคกสะอาด", "85.82", "86.57", "68.78"],
        ["จังหวัดเชียงราย", "", "", "", ""],
        ["3", "เทศบาลตำบลแม่คำ", "86.39", "85.16", "51.80"],
        ["4", "เทศบาลตำบลจันจว้า", "83.49", "87.66", "47.12"],
    ]
    spans = [((0, 1), (4, 1)), ((0, 4), (4, 4))]
    table = grid(rows, rules=rules, widths=[40, 140, 70, 70, 70], spans=spans)
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


@part_ruled
def test_a_title_that_begins_over_a_narrow_first_column_is_no_heading(
    tmp_path: Path, rules: str
) -> None:
    rows = [["ที่", "หน่วยงาน", "IIT", "EIT"]]
    rows += [[str(n), f"อบต.{name}", "85.31", "75.45"] for n, name in enumerate(NAMES, 1)]
    table = grid(rows, rules=rules, widths=[60, 180, 70, 70])
    title = "ผลคะแนนการประเมินคุณธรรมและความโปร่งใส พ.ศ. 2565"
    document = parse(draw(tmp_path / "a.pdf", ["     " + title, table]))
    assert [line.text for line in document.lines] == [title]
    assert texts(document.tables[0]) == rows


@part_ruled
def test_numbers_of_parts_that_count_on_stay_with_their_names(tmp_path: Path, rules: str) -> None:
    parts = ["9.1  ข้อมูลพื้นฐาน", "9.2  การบริหารงาน", "9.3  แผนงาน", "10.1  มาตรการ", "10.2  แนวทาง"]
    rows = [["ตัวชี้วัดย่อย", "คะแนน"]]
    rows += [[part, score] for part, score in zip(parts, (*SCORES, "62.50"), strict=True)]
    table = grid(rows, rules=rules, widths=[300, 80])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert [[" ".join(text.split()) for text in row] for row in texts(read)] == [
        [" ".join(text.split()) for text in row] for row in rows
    ]


@part_ruled
def test_years_below_their_heading_are_a_column_however_close_the_names_stand(
    tmp_path: Path, rules: str
) -> None:
    rows = [["หน่วยงาน", "ปี", "ตัวชี้วัด", "คะแนน"]]
    rows += [["อบต.นาเสียว", "2565", *row] for row in zip(NAMES, SCORES, strict=True)]
    table = grid(rows, rules=rules, widths=[120, 36, 200, 80])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


def test_a_name_over_two_columns_is_not_cut_between_the_word_item_and_its_number(
    tmp_path: Path,
) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_fonts()

    begin = stringWidth("ตัวชี้วัดที่  ", FONT, 12)
    names = [f"ตัวชี้วัดที่  {n} {name}" for n, name in enumerate(NAMES[:2], 6)]
    rows = [["ข้อ", "ประเด็น", "คะแนน"]]
    for number, name in enumerate(names):
        rows.append([name, "", SCORES[number]])
        rows += [[f"E{3 * number + i}", NAMES[3], SCORES[2]] for i in range(1, 4)]
    spans = [((0, n), (1, n)) for n in (1, 5)]
    table = grid(rows, rules="horizontal", widths=[begin, 240, 80], spans=spans)
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == [[text.replace("  ", " ") for text in row] for row in rows]


def test_a_name_wider_than_its_ruled_cell_stays_whole(tmp_path: Path) -> None:
    rows = [["หน่วยงาน", "คะแนน"], ["อ.เมืองนครสวรรค์", "91.64"], ["อ.เมือง", "85.28"]]
    (table,) = parse(draw(tmp_path / "a.pdf", [grid(rows, widths=[80, 90], align="RIGHT")])).tables
    assert [[cell.text for cell in row] for row in table.rows] == rows


@part_ruled
def test_small_tables_of_numbers_below_each_other_stay_apart(tmp_path: Path, rules: str) -> None:
    heads = [["i1", "i2", "i3", "เฉลี่ย"], ["i4", "i5", "i6", "เฉลี่ย"], ["e1", "e2", "e3", "เฉลี่ย"]]
    scores = [
        list(SCORES),
        ["90.10", "88.20", "79.30", "85.87"],
        ["66.40", "71.50", "80.60", "72.83"],
    ]
    tables = [
        grid([head, own], rules=rules, widths=[60] * 4)
        for head, own in zip(heads, scores, strict=True)
    ]
    items = [item for pair in zip(NAMES[:3], tables, strict=True) for item in pair]
    blocks = parse(draw(tmp_path / "a.pdf", items)).pages[0].blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == list(NAMES[:3])
    assert [texts(block) for block in blocks if isinstance(block, Table)] == [
        [head, own] for head, own in zip(heads, scores, strict=True)
    ]


@part_ruled
def test_cells_merged_over_rows_are_a_column_of_their_own(tmp_path: Path, rules: str) -> None:
    items = [
        *NAMES,
        "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร",
        "การปรับปรุงการทำงาน",
        "การเปิดเผยข้อมูล",
        "การป้องกัน",
    ]
    rows = [["แบบวัด", "ตัวชี้วัด", "คะแนน", "เฉลี่ย"]]
    rows += [["", item, f"8{at}.31", ""] for at, item in enumerate(items, 1)]
    rows.append(["คะแนนรวม", "", "", "84.22"])
    for first, name, score in ((1, "ผู้มีส่วนได้ส่วนเสียภายใน", "83.90"), (6, "ภายนอก", "84.10")):
        rows[first][0], rows[first][3] = name, score
    spans = [
        ((0, 1), (0, 5)),
        ((0, 6), (0, 9)),
        ((3, 1), (3, 5)),
        ((3, 6), (3, 9)),
        ((0, 10), (1, 10)),
    ]
    table = grid(rows, rules=rules, widths=[160, 160, 60, 60], spans=spans)
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    body = texts(read)[1:]
    assert [row[1:3] for row in body[:9]] == [row[1:3] for row in rows[1:10]]
    assert [row[0] for row in body if row[0]] == ["ผู้มีส่วนได้ส่วนเสียภายใน", "ภายนอก", "คะแนนรวม"]
    assert [row[3] for row in body if row[3]] == ["83.90", "84.10", "84.22"]


@part_ruled
def test_numbers_with_their_unit_in_narrow_columns_stay_apart(tmp_path: Path, rules: str) -> None:
    rows = [["ตัวชี้วัด", "2565", "2566", "2567", "เป้าหมาย"]]
    rows += [[name, *(f"{score} คะแนน" for score in SCORES[:3]), "85.00"] for name in NAMES]
    table = grid(rows, rules=rules, widths=[150, 77, 77, 77, 70])
    path = draw(tmp_path / "a.pdf", [table])
    (read,) = parse(path, wanted=lambda _: Sought.NUMBERS).tables
    assert texts(read) == rows
