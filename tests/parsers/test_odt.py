"""OpenDocument texts are read as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import parse
from parsers.errors import UnreadableDocument
from parsers.model import Document, Table
from tests.parsers.office import open_document, pack

LIST = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
    ' style:num-format="๑, ๒, ๓, ..." style:num-suffix="."/><text:list-level-style-number'
    ' text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
)


def read(folder: Path, body: str, styles: str = "") -> Document:
    return parse(open_document(folder / "a.odt", body, styles=styles))


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def table(*rows: str) -> str:
    return (
        "<table:table>" + "".join(f"<table:table-row>{r}</table:table-row>" for r in rows) + "</table:table>"
    )  # fmt: skip


def grid(found: Table) -> list[list[str]]:
    return [[one.text for one in row] for row in found.rows]


def test_spans_and_repeated_cells_stand_on_the_grid(tmp_path: Path) -> None:
    tall = 'table:number-rows-spanned="2"'
    wide = 'table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    body = table(
        cell("ตัวชี้วัด", tall) + cell("คะแนน", wide) + covered,
        covered + cell("2564") + cell("2565"),
        cell("การใช้อำนาจ") + cell("88.40", 'table:number-columns-repeated="2"'),
    )
    (found,) = read(tmp_path, body).tables
    assert grid(found) == [
        ["ตัวชี้วัด", "คะแนน", ""],
        ["", "2564", "2565"],
        ["การใช้อำนาจ", "88.40", "88.40"],
    ]
    assert (found.rows[0][0].row_span, found.rows[0][1].column_span) == (2, 2)


def test_lists_print_their_numbers(tmp_path: Path) -> None:
    inner = "<text:list><text:list-item><text:p>ย่อย</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>หนึ่ง</text:p>'
        f"{inner}</text:list-item></text:list><text:p>คั่น</text:p>"
        '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>'
        "<text:p>สอง</text:p></text:list-item></text:list>"
    )
    assert texts(read(tmp_path, body, LIST)) == ["๑. หนึ่ง", "๑.1 ย่อย", "คั่น", "๒. สอง"]


def test_deletions_comments_and_hidden_text_are_left_out(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:p>ลบ</text:p></text:tracked-changes>"
        '<text:p>คะแนน<text:s/>88.40<text:span text:style-name="T1">ซ่อน</text:span>'
        "<office:annotation><text:p>หมายเหตุ</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>เชิงอรรถ</text:p>"
        "</text:note-body></text:note><text:page-number>7</text:page-number></text:p>"
        "<text:table-of-content><text:p>สารบัญ 12</text:p></text:table-of-content>"
    )
    assert texts(read(tmp_path, body, styles)) == ["คะแนน 88.40", "เชิงอรรถ"]


def test_pages_turn_where_the_layout_turned_them(tmp_path: Path) -> None:
    styles = '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>'
    body = (
        "<text:p>หนึ่ง</text:p><text:soft-page-break/><text:p>สอง</text:p>"
        '<text:p text:style-name="P1">สาม</text:p>'
    )
    assert [line.page for line in read(tmp_path, body, styles).lines] == [1, 2, 3]


def test_a_page_that_turns_inside_a_number_does_not_divide_it(tmp_path: Path) -> None:
    document = read(tmp_path, "<text:p>100.0<text:soft-page-break/>0</text:p><text:p>ต่อ</text:p>")
    assert [(line.text, line.page) for line in document.lines] == [("100.00", 1), ("ต่อ", 2)]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box><text:p>ในกล่อง</text:p></draw:text-box></draw:frame>"
    assert texts(read(tmp_path, f"<text:p>ก{box}</text:p>")) == ["ก", "ในกล่อง"]


def test_an_encrypted_document_asks_for_its_password_to_be_removed(tmp_path: Path) -> None:
    path = pack(
        tmp_path / "a.odt",
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>',
            "content.xml": b"\x00\x01",
        },
    )
    with pytest.raises(UnreadableDocument) as error:
        parse(path)
    assert error.value.reason == "password-protected"


@pytest.mark.parametrize(
    "inline",
    [
        "<text:soft-page-break/>",
        '<text:s text:c="3"/>',
        "<text:tab/>",
        "<text:line-break/>",
        '<text:bookmark text:name="a"/>',
        '<text:bookmark-start text:name="a"/><text:bookmark-end text:name="a"/>',
        '<text:reference-mark text:name="a"/>',
        "<text:span><text:soft-page-break/></text:span>",
        "<office:annotation><text:p>ความเห็น</text:p></office:annotation><office:annotation-end/>",
        '<text:change text:change-id="a"/>',
        "<!-- x --><?x y?>",
        '<text:page-number text:select-page="current">7</text:page-number>',
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>เชิงอรรถ"
        "</text:p></text:note-body></text:note>",
        "<draw:frame><draw:text-box><text:p>กล่อง</text:p></draw:text-box></draw:frame>",
    ],
)
@pytest.mark.parametrize("before", ["", "ก่อน "])
def test_text_behind_whatever_stands_inside_a_paragraph_is_kept(
    tmp_path: Path, inline: str, before: str
) -> None:
    found = read(tmp_path, f"<text:p>นำ</text:p><text:p>{before}{inline}มีคะแนน 94.23</text:p>")
    assert any(text.endswith("มีคะแนน 94.23") for text in texts(found))


def test_a_numbered_paragraph_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, "<text:numbered-paragraph><text:p>มีคะแนน 94.23</text:p></text:numbered-paragraph>"
    )
    assert texts(found) == ["มีคะแนน 94.23"]
