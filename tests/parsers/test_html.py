"""Web pages are read as a browser shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import parse
from parsers.errors import UnreadableDocument
from parsers.html import document_of
from parsers.model import Document, Table

SCORES = "<table><tr><th>ตัวชี้วัด<th>คะแนน<tr><td>การใช้อำนาจ<td>88.40</table>"


def read(body: str, head: str = "") -> Document:
    return document_of(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_spans_are_laid_out_on_the_grid() -> None:
    (table,) = read(
        "<table><thead><tr><th rowspan=2>ตัวชี้วัด<th colspan=2>คะแนน</tr><tr><th>2564<th>2565</tr></thead>"
        "<tbody><tr><td>การใช้อำนาจ<td>88.40<td>89.50</tbody></table>"
    ).tables
    assert grid(table) == [
        ["ตัวชี้วัด", "คะแนน", ""],
        ["", "2564", "2565"],
        ["การใช้อำนาจ", "88.40", "89.50"],
    ]
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)


def test_a_span_that_says_more_than_the_table_has_ends_with_it() -> None:
    (table,) = read("<table><tr><td rowspan=99>ก<td>1<tr><td>2<tr><td>3</table>").tables
    assert (table.rows[0][0].row_span, len(table.rows), table.width) == (3, 3, 2)


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "99999999999", "๒"])
def test_spans_that_make_no_sense_harm_nothing(span: str) -> None:
    body = f"<table><tr><td rowspan='{span}' colspan='{span}'>ก<td>1<tr><td>2</table>"
    assert "1" in {cell.text for cell in read(body).tables[0].rows[0]}


def test_a_table_that_positions_a_page_is_the_text_it_holds() -> None:
    menu = "".join(f"<li>เมนู {n}</li>" for n in range(8))
    body = f"<table><tr><td><ul>{menu}</ul><td><h1>ผลการประเมิน</h1>{SCORES}<p>ท้าย</table>"
    document = read(body)
    assert texts(document)[-2:] == ["ผลการประเมิน", "ท้าย"]
    assert grid(document.tables[0])[1] == ["การใช้อำนาจ", "88.40"]


def test_columns_of_text_without_tables_inside_are_text_too() -> None:
    left, right = ("".join(f"<p>{side} {n}</p>" for n in range(7)) for side in "กข")
    document = read(f"<table><tr><td>{left}<td>{right}</table>")
    assert not document.tables
    assert len(document.lines) == 14


def test_a_table_said_to_be_for_presentation_is_text() -> None:
    document = read("<table role=presentation><tr><td>ก<td>ข<tr><td>ค<td>ง</table>")
    assert texts(document) == ["ก", "ข", "ค", "ง"]


def test_what_a_browser_hides_is_left_out() -> None:
    document = read(
        "<p>เห็น</p><p style='display: none'>ก</p><p hidden>ข</p><template><p>ค</p></template>"
        "<script>ง</script><p class='x off'>จ</p><p id=gone>ฉ</p><p style='mso-hide:all'>ช</p>"
        "<p class=phone>มือถือ</p><p><del>70.00</del>88.40</p>",
        "<style>.off, #gone{display:none} @media print {.phone{display:none}}</style>",
    )
    assert texts(document) == ["เห็น", "มือถือ", "88.40"]


def test_hidden_rows_leave_the_grid_as_it_is_shown() -> None:
    (table,) = read(
        "<table><tr><td>ก<td>1<tr style='display:none'><td>ข<td>2<tr><td>ค<td>3</table>"
    ).tables
    assert grid(table) == [["ก", "1"], ["ค", "3"]]


def test_lists_and_breaks_in_cells_are_lines() -> None:
    (table,) = read(
        "<table><tr><td>มาตรการ<td>ขั้นตอน<tr><td>ก<br>ข<td><ol><li>๑. ประชุม<li>๒. รายงาน</ol></table>"
    ).tables
    assert table.rows[1][0].items == ("ก", "ข")
    assert table.rows[1][1].items == ("๑. ประชุม", "๒. รายงาน")


def test_raised_digits_never_become_part_of_a_number() -> None:
    assert texts(read("<p>88.40<sup>1</sup> คะแนน</p>")) == ["88.40¹ คะแนน"]


def test_a_page_that_word_saved_reads_like_the_document() -> None:
    document = read(
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><div class=WordSection1>"
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;"
        "</span></span><![endif]><span lang=TH>การใช้<o:p></o:p></span>อำนาจ</p>"
        "<table class=MsoTableGrid><tr><td><p class=MsoNormal>ตัวชี้วัด<o:p></o:p></p></td><td><p>คะแนน</p></td></tr>"
        "<tr><td><p>การใช้งบประมาณ</p></td><td><p>88.40<o:p>&nbsp;</o:p></p></td></tr></table></div>"
    )
    assert texts(document) == ["1. การใช้อำนาจ"]
    assert grid(document.tables[0]) == [["ตัวชี้วัด", "คะแนน"], ["การใช้งบประมาณ", "88.40"]]


def test_a_thousand_forgotten_tags_lose_nothing() -> None:
    document = read("<div><font>" * 500 + "<p>ท้ายสุด</p>" + SCORES)
    assert texts(document)[-1] == "ท้ายสุด"
    assert document.tables
    with pytest.raises(UnreadableDocument) as error:
        read("<div><font>" * 3000 + SCORES)
    assert error.value.reason == "too-large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp874", "tis-620"])
def test_thai_encodings_are_told_by_what_they_hold(encoding: str) -> None:
    page = (
        f"<html><head><meta charset=x></head><body><p>ผลการประเมินคุณธรรม</p>{SCORES}</body></html>"
    )
    document = document_of(page.encode(encoding))
    assert texts(document) == ["ผลการประเมินคุณธรรม"]


def test_other_encodings_are_believed_where_the_page_names_them() -> None:
    page = (
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Integrit\xe4t"
    )
    assert texts(document_of(page)) == ["Integrität"]
    with pytest.raises(UnreadableDocument) as error:
        document_of(page.replace(b"windows-1252", b"klingon"))
    assert error.value.reason == "unknown-encoding"


def test_a_sheet_saved_as_a_page_is_divided_like_the_sheet() -> None:
    rows = (("ผลการประเมิน", "", ""), ("", "", ""), ("ตัวชี้วัด", "2564", "2565"), ("การใช้อำนาจ", "88.40", "89.50"),
            ("", "", ""), ("หมายเหตุ", "", ""))  # fmt: skip
    cells = ("".join(f"<td>{text or '<br>'}</td>" for text in row) for row in rows)
    document = read("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    assert [(line.text, line.number) for line in document.lines] == [
        ("ผลการประเมิน", 1),
        ("หมายเหตุ", 6),
    ]
    (table,) = document.tables
    assert grid(table) == [["ตัวชี้วัด", "2564", "2565"], ["การใช้อำนาจ", "88.40", "89.50"]]
    assert [row[0].line for row in table.rows] == [3, 4]


def test_rows_have_lines_of_their_own() -> None:
    document = read(f"<p>ก่อน</p>{SCORES}<p>หลัง</p>")
    assert [row[0].line for row in document.tables[0].rows] == [2, 3]
    assert [line.number for line in document.lines] == [1, 4]


def test_preformatted_lines_stay_lines() -> None:
    assert texts(read("<pre>ก\nข</pre>")) == ["ก", "ข"]


def test_a_page_saved_with_all_its_files_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n--xx\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + __import__("base64").encodebytes(f"<html><body>{SCORES}</body></html>".encode())
        + b"\r\n--xx--\r\n"
    )
    document = parse(tmp_path / "a.doc")
    assert document.parser == "mht"
    assert grid(document.tables[0])[1] == ["การใช้อำนาจ", "88.40"]


def test_cells_over_more_places_than_any_table_has_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read("<table>" + "<tr><td rowspan=200 colspan=200>90.00" * 3000 + "</table>")
    assert refused.value.reason == "too-large"


@pytest.mark.parametrize(
    "swollen",
    ["<table " + " ".join(f'a{n}="x"' for n in range(3_000)) + "><tr><td>95.12", "<p>x" * 60_000],
)
def test_a_page_of_more_than_any_report_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swollen: str
) -> None:
    monkeypatch.setattr("parsers.html._MOST_TAGS", 50_000)
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{swollen}</body></html>", encoding="utf-8")
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "too-large"


def test_a_picture_inside_a_tag_is_no_swelling(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    picture = f'<img src="data:image/png;base64,{"iVBORw0K" * 5_000}==">'
    path.write_text(f"<html><body>{picture}<p>คะแนน 95.12</p></body></html>", encoding="utf-8")
    assert [line.text for line in parse(path).lines] == ["คะแนน 95.12"]
