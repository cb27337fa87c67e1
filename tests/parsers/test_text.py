"""Text reports: lines, tables in every notation, pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Document
from parsers.text import parse


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reader(text: str) -> Document:
        path = tmp_path / "report.txt"
        path.write_bytes(text.encode("utf-8"))
        return parse(path)

    return reader


def cells(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


ROWS = [["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "87.17"], ["การใช้งบประมาณ", "82.88"]]


def test_tabbed_lines_are_a_table_filled_up_on_the_right(read) -> None:  # type: ignore[no-untyped-def]
    document = read("หัวเรื่อง\n\nก\tข\tค\n\tง\nจ\t\tฉ\t\n\nท้าย")
    assert cells(document) == [[["ก", "ข", "ค", ""], ["", "ง", "", ""], ["จ", "", "ฉ", ""]]]
    assert [(line.number, line.text) for line in document.lines] == [(1, "หัวเรื่อง"), (7, "ท้าย")]
    assert [row[0].line for row in document.tables[0].rows] == [3, 4, 5]


def test_a_blank_line_parts_two_tables(read) -> None:  # type: ignore[no-untyped-def]
    assert len(read("ก\tข\n1\t2\n\nก\tข\n3\t4").tables) == 2


@pytest.mark.parametrize(
    "text",
    [
        "| ตัวชี้วัด | คะแนน |\n|---|--:|\n| การใช้อำนาจ | 87.17 |\n| การใช้งบประมาณ | 82.88 |",
        "ตัวชี้วัด | คะแนน\n--- | ---\nการใช้อำนาจ | 87.17\nการใช้งบประมาณ | 82.88",
        "┌───┬───┐\n│ ตัวชี้วัด │ คะแนน │\n├───┼───┤\n│ การใช้อำนาจ │ 87.17 │\n│ การใช้งบประมาณ │ 82.88 │\n└───┴───┘",
        "ตัวชี้วัด          คะแนน\nการใช้อำนาจ       87.17\nการใช้งบประมาณ    82.88",
        "<table>\n<tr><th>ตัวชี้วัด</th><th>คะแนน</th></tr>\n<tr><td>การใช้อำนาจ</td><td>87.17</td></tr>\n"
        "<tr><td>การใช้งบประมาณ</td>\n<td>82.88</td></tr>\n</table>",
    ],
)
def test_tables_are_read_in_every_notation(read, text: str) -> None:  # type: ignore[no-untyped-def]
    document = read(f"ก่อน\n\n{text}\n\nหลัง")
    assert cells(document) == [ROWS]
    assert [line.text for line in document.lines] == ["ก่อน", "หลัง"]


def test_spans_of_html_cells_are_laid_out(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        "<table><tr><td rowspan='2'>ก</td><td colspan='2'>ข</td></tr>"
        "<tr><td>ค</td><td>ง</td></tr></table>"
    )
    assert cells(read(text)) == [[["ก", "ข", ""], ["", "ค", "ง"]]]
    assert read(text).tables[0].rows[0][1].column_span == 2


def test_rows_of_a_fragment_keep_their_line_of_the_text(read) -> None:  # type: ignore[no-untyped-def]
    (table,) = read(
        "ก่อน\n<table>\n<tr><td>ก</td><td>1</td></tr>\n\n<tr><td>ข</td><td>2</td></tr></table>"
    ).tables
    assert [row[0].line for row in table.rows] == [3, 5]
    (table,) = read(
        "ก่อน\n<table><tr><td>ก</td><td>1</td></tr><tr><td>ข</td><td>2</td></tr></table>"
    ).tables
    assert [row[0].line for row in table.rows] == [2, 2]


def test_fragments_in_cells_become_lines_and_stay_as_printed(read) -> None:  # type: ignore[no-untyped-def]
    (table,) = read("ก\tข\n<b>ค</b>\t<ol> <li>๑. ง</li> <li>๒. จ</li> </ol>").tables
    cell = table.rows[1][1]
    assert cell.items == ("๑. ง", "๒. จ")
    assert "<li>" in cell.printed


def test_a_cell_whose_tag_stays_open_goes_on_over_lines(read) -> None:  # type: ignore[no-untyped-def]
    (table,) = read("ก\tข\n<p>ค\nง</p>\tจ\nฉ\tช").tables
    assert [row[0].text for row in table.rows] == ["ก", "ค\nง", "ฉ"]
    assert [row[0].line for row in table.rows] == [1, 2, 4]


def test_prose_with_gaps_or_a_single_tab_is_no_table(read) -> None:  # type: ignore[no-untyped-def]
    document = read("ที่  ๑๒๓/๒๕๖๔    วันที่ ๑ มกราคม\nเรื่อง  แจ้งผล\n\nส่วนราชการ\tสำนักปลัด")
    assert document.tables == ()
    assert len(document.lines) == 3


@pytest.mark.parametrize(
    "mark", ["\f", "--- page 2 ---", "<page_break>", "== หน้า ๒ ==", "[Page 2]"]
)
def test_pages_are_parted_by_form_feeds_and_markers(read, mark: str) -> None:  # type: ignore[no-untyped-def]
    document = read(f"หนึ่ง\n{mark}\nสอง")
    assert [(line.page, line.text) for line in document.lines] == [(1, "หนึ่ง"), (2, "สอง")]


def test_emphasis_over_lines_is_a_heading_of_several_lines(read) -> None:  # type: ignore[no-untyped-def]
    document = read("**มาตรการ\nประจำปี**\n\nเนื้อความ")
    assert [(x.number, x.text, x.heading) for x in document.lines] == [
        (1, "มาตรการ", True),
        (2, "ประจำปี", True),
        (4, "เนื้อความ", False),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts_lines_alike(read, end: str) -> None:  # type: ignore[no-untyped-def]
    assert [line.number for line in read(f"ก{end}{end}ข").lines] == [1, 3]


def test_real_reports_keep_their_tables(shared: Path) -> None:
    widths = {
        path.name[:3]: [table.width for table in parse(path).tables]
        for path in sorted((shared / "seeds").glob("*.txt"))
    }
    assert widths["002"] == [6] * 5
    assert widths["004"] == [6] * 8
    assert widths["003"] == [3]
    assert widths["000"][:2] == [3, 7]


def test_words_between_rows_go_on_with_the_label_above(read) -> None:  # type: ignore[no-untyped-def]
    text = "ที่\tตัวชี้วัด\tคะแนน\n๔\tการใช้\t90.11\nทรัพย์สินของราชการ\n๕\tการใช้อำนาจ\t80.11\n(ดีเด่น)"
    assert cells(read(text)) == [
        [
            ["ที่", "ตัวชี้วัด", "คะแนน"],
            ["๔", "การใช้", "90.11"],
            ["", "ทรัพย์สินของราชการ", ""],
            ["๕", "การใช้อำนาจ", "80.11"],
            ["", "(ดีเด่น)", ""],
        ]
    ]


@pytest.mark.parametrize(
    "line",
    ["ปีงบประมาณ 2565", "ข้อ 3", "ก" * 90],
    ids=["a year", "a whole number", "a sentence"],
)
def test_a_line_of_its_own_parts_a_tabbed_table(read, line: str) -> None:  # type: ignore[no-untyped-def]
    text = f"ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t80.11\n{line}\nการใช้งบประมาณ\t70.11\nรวม\t75.11"
    document = read(text)
    assert [line.text for line in document.lines] == [line]
    assert len(document.tables) == 2


def test_a_line_below_a_row_of_texts_stays_a_line(read) -> None:  # type: ignore[no-untyped-def]
    document = read("มาตรการ\tวิธีการ\tผู้รับผิดชอบ\nเปิดเผย\tประชุมและลงเว็บไซต์\tกองคลัง\nข้อมูล\n")
    assert [line.text for line in document.lines] == ["ข้อมูล"]
    (rows,) = cells(document)
    assert len(rows) == 2
