"""Word documents are read as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import parse
from parsers.docx.numbers import shown
from parsers.model import Document, Table
from tests.parsers.office import word


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    """A cell; plain text becomes its paragraph."""
    body = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    """A table of rows, each the cells of one row."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def numbered(level_format: str, text: str = "%1.") -> str:
    """A definition of list 1 with one level."""
    return (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{level_format}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def read(folder: Path, body: str, **parts: str) -> Document:
    return parse(word(folder / "a.docx", body, **parts))


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_lines_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    body = p("ก่อน") + tbl(tc("ตัวชี้วัด") + tc("คะแนน"), tc("การใช้อำนาจ") + tc("๘๘.๔๐")) + p("หลัง")
    before, table, after = read(tmp_path, body).blocks
    assert isinstance(table, Table)
    assert grid(table) == [["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "๘๘.๔๐"]]
    assert [before.text, after.text] == ["ก่อน", "หลัง"]  # type: ignore[union-attr]
    assert [row[0].line for row in table.rows] == [2, 3]


def test_merged_cells_stand_at_their_first_place(tmp_path: Path) -> None:
    body = tbl(
        tc("ตัวชี้วัด", '<w:vMerge w:val="restart"/>') + tc("คะแนน", '<w:gridSpan w:val="2"/>'),
        tc("", "<w:vMerge/>") + tc("2564") + tc("2565"),
        tc("การใช้อำนาจ") + tc("88.40") + tc("89.50"),
    )
    (table,) = read(tmp_path, body).tables
    assert grid(table) == [
        ["ตัวชี้วัด", "คะแนน", ""],
        ["", "2564", "2565"],
        ["การใช้อำนาจ", "88.40", "89.50"],
    ]
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)


def test_edges_that_miss_each_other_by_a_hair_are_one(tmp_path: Path) -> None:
    body = tbl(
        tc("ตัวชี้วัด") + tc("คะแนน", '<w:gridSpan w:val="2"/>'),
        tc("การใช้อำนาจ", '<w:gridSpan w:val="2"/>') + tc("88.40"),
        grid=(3000, 40, 2000),
    )
    (table,) = read(tmp_path, body).tables
    assert grid(table) == [["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "88.40"]]


def test_a_row_that_begins_further_right_keeps_its_columns(tmp_path: Path) -> None:
    body = tbl(
        tc("ตัวชี้วัด") + tc("คะแนน"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("88.40"),
        tc("ก") + tc("ข"),
    )
    (table,) = read(tmp_path, body).tables
    assert grid(table)[1] == ["", "88.40"]


def test_a_table_inside_a_frame_is_read_as_itself(tmp_path: Path) -> None:
    inner = tbl(tc("ตัวชี้วัด") + tc("คะแนน"), tc("การใช้อำนาจ") + tc("88.40"))
    document = read(tmp_path, tbl(tc(p("หัวข้อ") + inner + p("")) + tc("โลโก้")))
    assert texts(document) == ["หัวข้อ", "โลโก้"]
    (table,) = document.tables
    assert grid(table)[1] == ["การใช้อำนาจ", "88.40"]


def test_a_small_table_inside_a_cell_of_data_follows_its_table(tmp_path: Path) -> None:
    inner = tbl(tc("ก") + tc("1"), tc("ข") + tc("2"))
    body = tbl(
        tc("มาตรการ") + tc("ผู้รับผิดชอบ"),
        tc("ข้อ ๑") + tc("สำนักปลัด"),
        tc(p("ข้อ ๒") + inner) + tc("กองคลัง"),
    )
    outer, small = read(tmp_path, body).tables
    assert grid(outer)[2] == ["ข้อ ๒", "กองคลัง"]
    assert grid(small) == [["ก", "1"], ["ข", "2"]]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('ในกล่อง')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>ย่อหน้า</w:t></w:r><w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(tmp_path, body)) == ["ย่อหน้า", "ในกล่อง"]


def test_numbers_of_lists_are_printed(tmp_path: Path) -> None:
    body = p("หนึ่ง", IN_LIST) + p("คั่น") + p("สอง", IN_LIST)
    document = read(tmp_path, body, numbering=numbered("thaiNumbers"))
    assert texts(document) == ["๑. หนึ่ง", "คั่น", "๒. สอง"]


def test_rows_numbered_by_word_show_their_numbers(tmp_path: Path) -> None:
    rows = [tc(f"<w:p><w:pPr>{IN_LIST}</w:pPr></w:p>") + tc(name) for name in ("ก", "ข")]
    (table,) = read(tmp_path, tbl(*rows), numbering=numbered("decimal")).tables
    assert grid(table) == [["1.", "ก"], ["2.", "ข"]]


def test_levels_count_within_the_level_above(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, text in enumerate(("%1.", "%1.%2"))
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    deeper = IN_LIST.replace('ilvl w:val="0"', 'ilvl w:val="1"')
    other = IN_LIST.replace('numId w:val="1"', 'numId w:val="2"')
    body = "".join(
        p("x", where) for where in (IN_LIST, deeper, deeper, IN_LIST, deeper, other, other)
    )
    found = texts(read(tmp_path, body, numbering=lists))
    assert found == ["1. x", "1.1 x", "1.2 x", "2. x", "2.1 x", "1. x", "2. x"]


@pytest.mark.parametrize(
    ("count", "style", "text"),
    [
        (12, "thaiNumbers", "๑๒"),
        (21, "thaiCounting", "ยี่สิบเอ็ด"),
        (110, "thaiCounting", "หนึ่งร้อยสิบ"),
        (2, "thaiLetters", "ข"),
        (3, "thaiLetters", "ค"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (3, "decimalZero", "03"),
        (3, "none", ""),
        (3, "somethingNew", "3"),
    ],
)
def test_counts_are_shown_as_word_shows_them(count: int, style: str, text: str) -> None:
    assert shown(count, style) == text


def test_deletions_hidden_text_and_field_codes_are_left_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>คะแนน </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>70.00</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>88.40</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ซ่อน</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> 90.00</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t> 99</w:t></w:r></w:fldSimple>'
        "<w:hyperlink><w:r><w:t> ลิงก์</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> ช่อง</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert texts(read(tmp_path, body)) == ["คะแนน 88.40 90.00 ลิงก์ ช่อง"]


def test_rows_that_were_deleted_or_hidden_are_left_out(tmp_path: Path) -> None:
    body = tbl(
        tc("ก") + tc("1"),
        '<w:trPr><w:del w:id="1"/></w:trPr>' + tc("ข") + tc("2"),
        "<w:trPr><w:hidden/></w:trPr>" + tc("ค") + tc("3"),
        tc("ง") + tc("4"),
    )
    (table,) = read(tmp_path, body).tables
    assert grid(table) == [["ก", "1"], ["ง", "4"]]


def test_a_footnote_mark_never_becomes_part_of_a_number(tmp_path: Path) -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    typed = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    body = (
        f"<w:p><w:r><w:t>88.40</w:t></w:r>{mark}</w:p><w:p><w:r><w:t>89.50</w:t></w:r>{typed}</w:p>"
    )
    notes = f'<w:footnote w:id="2">{p("ที่มา ป.ป.ช.")}</w:footnote>'
    assert texts(read(tmp_path, body, footnotes=notes)) == ["88.40", "ที่มา ป.ป.ช.", "89.50¹"]


def test_headers_come_first_and_footers_last(tmp_path: Path) -> None:
    section = (
        '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    )
    document = read(
        tmp_path,
        p("เนื้อหา") + section,
        header=p("องค์การบริหารส่วนตำบลก้านเหลือง"),
        footer=p("ท้ายกระดาษ"),
    )
    assert texts(document) == ["องค์การบริหารส่วนตำบลก้านเหลือง", "เนื้อหา", "ท้ายกระดาษ"]


def test_pages_turn_where_word_turned_them(tmp_path: Path) -> None:
    turned = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>สอง</w:t></w:r></w:p>"
    asked = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    after = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>สาม</w:t></w:r></w:p>"
    document = read(tmp_path, p("หนึ่ง") + turned + asked + after + p("สี่", "<w:pageBreakBefore/>"))
    assert [(line.text, line.page) for line in document.lines] == [
        ("หนึ่ง", 1),
        ("สอง", 2),
        ("สาม", 3),
        ("สี่", 4),
    ]


def test_a_table_over_two_pages_is_one_table_whose_cells_know_their_page(tmp_path: Path) -> None:
    late = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>การใช้อำนาจ</w:t></w:r></w:p>"
    document = read(
        tmp_path, tbl(tc("ตัวชี้วัด") + tc("คะแนน"), tc(late) + tc("88.40")) + p("หลังตาราง")
    )
    (table,) = document.tables
    assert [[cell.page for cell in row] for row in table.rows] == [[1, 1], [2, 2]]
    assert document.lines[0].page == 2


def test_breaks_and_tabs_stay_apart(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>ก</w:t><w:tab/><w:t>88.40</w:t><w:br/><w:t>ข</w:t></w:r></w:p>"
    assert texts(read(tmp_path, body)) == ["ก  88.40", "ข"]


def test_bold_paragraphs_and_headings_stand_out(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    body = p("หัวข้อ", '<w:pStyle w:val="H1"/>') + p("หนา", run="<w:b/>") + p("ธรรมดา")
    document = read(tmp_path, body, styles=styles)
    assert [line.heading for line in document.lines] == [True, True, False]


def test_a_table_of_contents_states_nothing(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>การใช้อำนาจ</w:t><w:tab/><w:t>12</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>การใช้งบประมาณ 13</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        + p("เนื้อหา")
    )
    assert texts(read(tmp_path, body)) == ["เนื้อหา"]


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="5400000" cy="7200000"/>'
        '<a:blip xmlns:a="a"/></wp:inline></w:drawing></w:r></w:p>'
    )
    assert read(tmp_path, drawing).pages[0].notices == ("image-only",)


def test_strict_documents_are_read_like_others(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p("ผลการประเมิน"))
    strict = tmp_path / "b.docx"
    import zipfile

    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(strict, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            copy.writestr(name, data)
    assert texts(parse(strict)) == ["ผลการประเมิน"]
