"""Spreadsheets are read as they show themselves: what is displayed, where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from parsers import parse
from parsers.errors import UnreadableDocument
from parsers.model import Document, Table
from parsers.number_format import show_number, show_text
from tests.parsers.office import open_document, workbook

HEADER = ("ตัวชี้วัด", "คะแนน")


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def save(path: Path, *rows: tuple[object, ...]) -> Document:
    """A sheet of these rows, read back."""
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(path)
    return parse(path)


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("88.4", "0.00", "88.40"),
        ("88.47999999999999", "General", "88.48"),
        ("88.47999999999999", "0.00", "88.48"),
        ("0.88400000000000001", "0.00%", "88.40%"),
        ("88.485", "0.00", "88.49"),
        ("83.333333333333329", "General", "83.33333333"),
        ("100", "General", "100"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("88", "0.##", "88"),
        ("88.4", "0.00\" คะแนน\"", "88.40 คะแนน"),
        ("88.4", "t0.00", "๘๘.๔๐"),
        ("88.4", "[$-D00041E]0.00", "๘๘.๔๐"),
        ("-5", "0.0;(0.0)", "(5.0)"),
        ("-32.97", "0.00", "-32.97"),
        ("-0.004", "0.00", "0.00"),
        ("0", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "-"),
        ("88.4", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "88.40"),
        ("88.4", ";;;", ""),
        ("90", '[>=85]0.00"*";0.00', "90.00*"),
        ("80", '[>=85]0.00"*";0.00', "80.00"),
        ("88.4", "[Red]0.0", "88.4"),
        ("5", "000", "005"),
        ("12345678", "#,##0,", "12,346"),
        ("88.4", "# ?/?", "88.4"),
        ("88.4", "0.00E+00", "88.4"),
        ("44470", "d/m/yyyy", "1/10/2021"),
        ("44470", "[$-107041E]d mmm yyyy", "1 ต.ค. 2564"),
        ("44470", "[$-D07041E]d mmmm yyyy", "๑ ตุลาคม ๒๕๖๔"),
        ("44470", "d/m/bbbb", "1/10/2564"),
        ("44470.75", "h:mm", "18:00"),
        ("1", "d/m/yyyy", "1/1/1900"),
        ("99999999", "d/m/yyyy", "99999999"),
        ("1.5", "[h]:mm", "36:00"),
    ],
)  # fmt: skip
def test_numbers_are_shown_through_their_format(stored: str, code: str, shown: str) -> None:
    assert show_number(stored, code) == shown


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert show_number("43008", "d/m/yyyy", True) == "1/10/2021"


def test_a_text_format_wraps_texts() -> None:
    assert show_text("ก", '@" คะแนน"') == "ก คะแนน"
    assert show_text("ก", "0.00;0.00;0.00;") == ""
    assert show_text("ก", "0.00") == "ก"


@given(
    st.decimals(min_value=0, max_value=100, places=2, allow_nan=False),
    st.integers(min_value=0, max_value=2),
)
def test_a_score_stored_as_a_float_shows_the_decimals_of_its_format(
    score: object, extra: int
) -> None:
    assert show_number(repr(float(str(score))), f"0.00{'0' * extra}") == f"{score}{'0' * extra}"


@given(st.text(max_size=12), st.floats(allow_nan=False, allow_infinity=False))
def test_no_format_makes_a_number_fail(code: str, number: float) -> None:
    assert isinstance(show_number(repr(number), code), str)


def test_titles_and_notes_stand_outside_their_table(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("ผลการประเมิน องค์การบริหารส่วนตำบลก้านเหลือง",),
        HEADER,
        ("การใช้อำนาจ", 88.4),
        ("รวม", 90),
        ("หมายเหตุ: จาก ป.ป.ช.",),
    )
    assert [line.text for line in document.lines] == [
        "ผลการประเมิน องค์การบริหารส่วนตำบลก้านเหลือง",
        "หมายเหตุ: จาก ป.ป.ช.",
    ]
    (table,) = document.tables
    assert grid(table) == [list(HEADER), ["การใช้อำนาจ", "88.4"], ["รวม", "90"]]
    assert [row[0].line for row in table.rows] == [2, 3, 4]


def test_blank_rows_divide_tables_and_blank_columns_those_with_names_of_their_own(
    tmp_path: Path,
) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("ที่", *HEADER, None, "หน่วยงาน", "คะแนน"),
        (1, "การใช้อำนาจ", 88.4, None, "อบต.ก", 91.2),
        (2, "การใช้งบประมาณ", 87.1, None, "อบต.ข", 92.3),
        (),
        ("มาตรการ", "ผู้รับผิดชอบ"),
        ("ประชุม", "สำนักปลัด"),
    )
    assert [table.width for table in document.tables] == [3, 2, 2]


def test_a_blank_column_before_numbers_alone_divides_nothing(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("ตัวชี้วัด", None, "2564", "ผล"),
        ("การใช้อำนาจ", None, 88.4, "ผ่าน"),
        ("การใช้งบประมาณ", None, 87.1, "ผ่าน"),
    )
    (table,) = document.tables
    assert grid(table)[1] == ["การใช้อำนาจ", "88.4", "ผ่าน"]


def test_labels_with_what_stands_beside_them_are_lines(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("หน่วยงาน", "เทศบาลตำบลกำแพง"),
        ("ปีงบประมาณ", 2565),
        (),
        HEADER,
        ("การใช้อำนาจ", 88.4),
    )
    assert [line.text for line in document.lines] == ["หน่วยงาน  เทศบาลตำบลกำแพง", "ปีงบประมาณ  2565"]
    assert len(document.tables) == 1


def test_a_blank_row_within_a_table_does_not_cut_off_its_header(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx", HEADER, ("การใช้อำนาจ", 88.4), (), ("การใช้งบประมาณ", 87.1), ("รวม", 90)
    )
    (table,) = document.tables
    assert len(table.rows) == 4


def test_a_blank_row_below_a_header_does_not_cut_it_off(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("ตัวชี้วัด", 2564, 2565),
        (),
        ("การใช้อำนาจ", 88.4, 89.4),
        (),
        ("รวม", 90, 91),
    )
    (table,) = document.tables
    assert len(table.rows) == 3


def test_a_second_table_with_a_header_of_its_own_stays_apart(tmp_path: Path) -> None:
    document = save(
        tmp_path / "a.xlsx",
        ("ตัวชี้วัด", 2564),
        ("การใช้อำนาจ", 88.4),
        (),
        ("ตัวชี้วัด", 2565),
        ("การใช้อำนาจ", 89.4),
    )
    assert len(document.tables) == 2


def test_hidden_rows_columns_and_sheets_are_left_out_and_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (("ตัวชี้วัด", "ร่าง", "คะแนน"), ("ก", 1, 88.4), ("ข", 2, 70), ("ค", 3, 90)):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    secret: Any = book.create_sheet("ลับ")
    secret["A1"] = "ซ่อน"
    secret.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    document = parse(tmp_path / "a.xlsx")
    assert grid(document.tables[0]) == [["ตัวชี้วัด", "คะแนน"], ["ก", "88.4"], ["ค", "90"]]
    assert [page.notices for page in document.pages] == [("hidden-cells",), ("hidden-sheet",)]


def test_formulas_show_their_stored_value_or_are_told(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><f>"รวม"</f><v>รวม</v></c><c r="B1"><f>SUM(B2)</f><v>88.4</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>ก</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="e"><v>#N/A</v></c></row>'
    )
    document = parse(workbook(tmp_path / "a.xlsx", rows))
    assert grid(document.tables[0]) == [["รวม", "88.4", ""], ["ก", "", "#N/A"]]
    assert document.pages[0].notices == ("formula-without-value",)


def test_merged_cells_span_and_hide_what_they_cover(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (("ตัวชี้วัด", "คะแนน", None), (None, 2564, 2565), ("ก", 88.4, 89.4)):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    (table,) = parse(tmp_path / "a.xlsx").tables
    assert grid(table)[:2] == [["ตัวชี้วัด", "คะแนน", ""], ["", "2564", "2565"]]
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)


def test_raised_digits_never_become_part_of_a_number(tmp_path: Path) -> None:
    raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    strings = f"<si><r><t>88.40</t></r>{raised}<rPh><t>อ่าน</t></rPh></si><si><t>ก_x000D_</t></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    document = parse(workbook(tmp_path / "a.xlsx", rows, sharedStrings=strings))
    assert document.lines[0].text == "ก  88.40¹"


def test_cells_without_addresses_follow_one_another(tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>%s</t></is></c>'
    rows = f"<row>{cell % 'ก'}<c/>{cell % 'ข'}</row><row/><row>{cell % 'ค'}</row>"
    document = parse(workbook(tmp_path / "a.xlsx", rows))
    assert [(line.text, line.number) for line in document.lines] == [("ก  ข", 1), ("ค", 3)]


def test_a_sheet_that_somebody_named_begins_with_its_name(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "ปีงบประมาณ 2565"  # type: ignore[union-attr]
    book.active["A1"] = "ก"  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    assert [line.text for line in parse(tmp_path / "a.xlsx").lines] == ["ปีงบประมาณ 2565", "ก"]


def test_old_workbooks_show_the_same(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    two = xlwt.easyxf(num_format_str="0.00")
    sheet.write_merge(0, 0, 0, 2, "ผลการประเมิน")
    rows = (("ตัวชี้วัด", "คะแนน", "วันที่"), ("ก", 88.4), ("ข", 70), ("ค", 90))
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell, two if cell == 88.4 else xlwt.Style.default_style)
    sheet.write(2, 2, date(2021, 10, 1), xlwt.easyxf(num_format_str="d/m/yyyy"))
    sheet.row(3).hidden = True
    book.save(str(tmp_path / "a.xls"))
    document = parse(tmp_path / "a.xls")
    assert document.lines[0].text == "ผลการประเมิน"
    assert grid(document.tables[0]) == [
        ["ตัวชี้วัด", "คะแนน", "วันที่"],
        ["ก", "88.40", "1/10/2021"],
        ["ค", "90", ""],
    ]
    assert document.pages[0].notices == ("hidden-cells",)


def test_open_document_sheets_show_the_same(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return (
            f'<table:table-cell office:value="1" {more}><text:p>{text}</text:p></table:table-cell>'
        )

    wide = 'table:number-columns-spanned="2"'
    rows = (
        f"<table:table-row>{cell('ตัวชี้วัด')}{cell('คะแนน', wide)}<table:covered-table-cell/></table:table-row>"
        f"<table:table-row>{cell('ก')}{cell('88.40')}{cell('๘๙.๕๐')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{cell("ข")}{cell("70.00")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        f"<table:table-row>{cell('ท้าย')}</table:table-row>"
    )
    body = f'<table:table table:name="Sheet1">{rows}</table:table>'
    document = parse(open_document(tmp_path / "a.ods", body, kind="spreadsheet"))
    (table,) = document.tables
    assert grid(table) == [["ตัวชี้วัด", "คะแนน", ""], ["ก", "88.40", "๘๙.๕๐"]]
    assert [(line.text, line.number) for line in document.lines] == [("ท้าย", 1_048_004)]
    assert document.pages[0].notices == ("hidden-cells",)


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874", "utf-16"])
def test_csv_tells_its_divider_and_encoding(tmp_path: Path, divider: str, encoding: str) -> None:
    rows = [("ตัวชี้วัด", "คะแนน"), ('"การใช้\nอำนาจ"', "๘๘.๔๐"), ("การใช้งบประมาณ", "89.50")]
    text = "\r\n".join(divider.join(row) for row in rows)
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    (table,) = parse(tmp_path / "a.csv").tables
    assert grid(table) == [
        ["ตัวชี้วัด", "คะแนน"],
        ["การใช้\nอำนาจ", "๘๘.๔๐"],
        ["การใช้งบประมาณ", "89.50"],
    ]
    assert [row[0].line for row in table.rows] == [1, 2, 4]


def test_csv_with_decimal_commas_is_divided_by_semicolons(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ตัวชี้วัด;คะแนน\nการใช้อำนาจ;88,40\nรวม;90,10\n", encoding="utf-8")
    assert grid(parse(tmp_path / "a.csv").tables[0])[1] == ["การใช้อำนาจ", "88,40"]


def test_csv_may_state_its_divider(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=|\nก, ข|1\nค, ง|2\n", encoding="utf-8")
    (table,) = parse(tmp_path / "a.csv").tables
    assert grid(table) == [["ก, ข", "1"], ["ค, ง", "2"]]
    assert table.line == 2


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    rows = "".join(f"ข้อ {n},{n}.5\n" for n in range(300))
    (tmp_path / "a.csv").write_text(f'ตัวชี้วัด,คะแนน\n"การใช้อำนาจ,88.40\n{rows}', encoding="utf-8")
    assert sum(len(table.rows) for table in parse(tmp_path / "a.csv").tables) == 302


def test_a_workbook_in_the_xml_of_2003_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1">'
        '<NumberFormat ss:Format="Fixed"/></Style></Styles><Worksheet ss:Name="Sheet1"><Table>'
        '<Row ss:Index="3"><Cell><Data ss:Type="String">การใช้อำนาจ</Data></Cell>'
        '<Cell ss:StyleID="s1"><Data ss:Type="Number">88.4</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="String">รวม</Data></Cell>'
        '<Cell ss:StyleID="s1"><Data ss:Type="Number">90</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    (table,) = parse(tmp_path / "a.xls").tables
    assert grid(table) == [["การใช้อำนาจ", "88.40"], ["รวม", "90.00"]]
    assert table.line == 3


def test_numbered_sections_that_count_on_below_a_blank_row_belong_to_the_table(
    tmp_path: Path,
) -> None:
    rows = [
        ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ"),
        ("๑. เปิดเผยข้อมูล", None, None),
        ("ปรับปรุงเว็บไซต์", "ประชุม", "กองคลัง"),
        (None, None, None),
        ("๒. รับเรื่องร้องเรียน", None, None),
        ("ตั้งกล่องรับฟัง", "อบรม", "สำนักปลัด"),
    ]
    (table,) = save(tmp_path / "plan.xlsx", *rows).tables
    assert [row[0] for row in grid(table)][3:] == ["๒. รับเรื่องร้องเรียน", "ตั้งกล่องรับฟัง"]
    rows[4] = ("๗. รับเรื่องร้องเรียน", None, None)
    assert len(save(tmp_path / "other.xlsx", *rows).tables) < 2


def test_a_sheet_of_more_cells_than_any_report_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parsers.sheet.MAX_CELLS", 8)
    monkeypatch.setattr("parsers.xlsx.MAX_CELLS", 8)
    monkeypatch.setattr("parsers.delimited.MAX_CELLS", 8)
    text = tmp_path / "a.csv"
    text.write_text("ตัวชี้วัด,คะแนน\n" + "การใช้อำนาจ,95.12\n" * 4, encoding="utf-8")
    row = "<row><c t='n'><v>95</v></c><c t='n'><v>96</v></c></row>"
    for path in (text, workbook(tmp_path / "a.xlsx", row * 5)):
        with pytest.raises(UnreadableDocument) as refused:
            parse(path)
        assert refused.value.reason == "too-large"
