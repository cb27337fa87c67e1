"""Office files that are broken, locked or hostile say so, quickly and in little memory."""

from __future__ import annotations

import io
import re
import resource
import struct
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from parsers import media_type, parse
from parsers.errors import UnreadableDocument
from tests.parsers.office import W, pack, relations, word, workbook

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def reason(path: Path) -> str:
    """Why a file is not read."""
    with pytest.raises(UnreadableDocument) as error:
        parse(path)
    assert error.value.message
    assert error.value.message_th
    assert error.value.message != error.value.message_th
    return error.value.reason


def ole(path: Path, *streams: str, content: bytes = b"\x00" * 4096) -> Path:
    """A compound file whose directory lists these streams, all with the same content."""
    content = content.ljust(4096, b"\x00")
    sectors = len(content) // 512
    names = ["Root Entry", *streams]
    directory = b""
    for index, name in enumerate(names):
        raw = name.encode("utf-16-le")
        root = index == 0
        right = index + 1 if 0 < index < len(names) - 1 else 0xFFFFFFFF
        child = 1 if root and streams else 0xFFFFFFFF
        directory += raw.ljust(64, b"\x00") + struct.pack(
            "<HBBIII16sIQQIQ", len(raw) + 2, 5 if root else 2, 1, 0xFFFFFFFF, right, child,
            b"\x00" * 16, 0, 0, 0, 0xFFFFFFFE if root else 2, 0 if root else len(content),
        )  # fmt: skip
    directory = directory.ljust(512, b"\x00")
    assert len(directory) == 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    fat = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00" * 16, 0x3E, 3,
        0xFFFE, 9, 6, b"\x00" * 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    path.write_bytes(header + fat + directory + content)
    return path


def test_a_locked_office_file_asks_for_its_password_to_be_removed(tmp_path: Path) -> None:
    for name in ("a.docx", "a.xlsx", "a.pptx"):
        assert reason(ole(tmp_path / name, "EncryptedPackage")) == "password-protected"


def test_a_locked_old_word_file_asks_for_its_password_to_be_removed(tmp_path: Path) -> None:
    header = b"\xec\xa5\xc1\x00" + b"\x00" * 6 + (0x0100).to_bytes(2, "little")
    path = ole(tmp_path / "a.doc", "WordDocument", content=header)
    assert reason(path) == "password-protected"


def test_an_old_word_file_called_docx_is_read_as_what_it_is(tmp_path: Path) -> None:
    assert media_type(ole(tmp_path / "a.docx", "WordDocument")) == "application/msword"
    assert media_type(ole(tmp_path / "b.docx", "Workbook")) == "application/vnd.ms-excel"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".odt", ".ods"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_file_that_is_cut_off_is_damaged(tmp_path: Path, suffix: str, share: float) -> None:
    whole = word(tmp_path / "whole.docx", "<w:p><w:r><w:t>ก</w:t></w:r></w:p>").read_bytes()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(whole[: int(len(whole) * share)])
    assert reason(path) == "damaged"


def test_a_part_that_is_garbled_inside_its_archive_is_damage(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "<w:p><w:r><w:t>" + "กขค" * 500 + "</w:t></w:r></w:p>")
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    start = entry.header_offset + 60
    data[start : start + 8] = b"\x00\xff" * 4
    path.write_bytes(data)
    assert reason(path) == "damaged"


def test_word_without_a_document_inside_is_damaged(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}
    assert reason(pack(tmp_path / "a.docx", parts)) == "damaged"


def test_excel_without_a_workbook_inside_is_damaged(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "xl/styles.xml": "<a/>"}
    assert reason(pack(tmp_path / "a.xlsx", parts)) == "damaged"


@pytest.mark.parametrize("prologue", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize(
    ("name", "part", "content"),
    [
        ("a.docx", "word/document.xml", f"<w:document {W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"),
        ("a.xlsx", "xl/workbook.xml", "<workbook>%s</workbook>"),
        ("a.odt", "content.xml", "<a>%s</a>"),
        ("a.ods", "content.xml", "<a>%s</a>"),
    ],
)  # fmt: skip
def test_declared_entities_are_refused(
    tmp_path: Path, name: str, part: str, content: str, prologue: str
) -> None:
    entity = "&a9;" if prologue == ENTITIES else "&x;"
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations({"officeDocument": part}),
        part: prologue + content % entity,
    }
    started = time.perf_counter()
    assert reason(pack(tmp_path / name, parts)) == "unsafe-xml"
    assert time.perf_counter() - started < 5


def test_entities_in_a_sheet_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        ENTITIES + '<worksheet><c r="A1" t="str"><v>&a9;</v></c></worksheet>'
    )
    assert reason(pack(path, parts)) == "unsafe-xml"


def test_a_part_that_swells_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "<w:p/>" * 12_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert reason(path) == "too-large"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 40 * 1024


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "<w:p/>" * 1_500_000)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = path.read_bytes().replace(struct.pack("<I", entry.file_size), struct.pack("<I", 1000))
    path.write_bytes(data)
    assert reason(path) == "damaged"


def test_a_sheet_of_a_million_styled_empty_rows_is_quick_and_small(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{letter}%d" s="3"/>' for letter in "ABC")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        whole = workbook(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>")
        with zipfile.ZipFile(whole) as small:
            for name in small.namelist():
                if "sheet1" not in name:
                    archive.writestr(name, small.read(name))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet><sheetData>")
            part.write(
                '<row r="1"><c r="A1" t="str"><v>การใช้อำนาจ</v></c><c r="B1"><v>88.4</v></c></row>'.encode()
            )
            for first in range(2, 1_048_577, 4096):
                part.write(
                    "".join(
                        f'<row r="{row}" s="3" customFormat="1">{cells % ((row,) * 3)}</row>'
                        for row in range(first, min(first + 4096, 1_048_577))
                    ).encode()
                )
            part.write(b"</sheetData></worksheet>")
    path = tmp_path / "big.xlsx"
    path.write_bytes(out.getvalue())
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    (line,) = parse(path).lines
    assert (line.text, line.number) == ("การใช้อำนาจ  88.4", 1)
    assert time.perf_counter() - started < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60 * 1024


def test_other_office_formats_are_named(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {"ppt/presentation.xml": "<a/>"}
    assert reason(pack(tmp_path / "a.pptx", parts)) == "unsupported-format"
    assert reason(pack(tmp_path / "a.xlsb", {"xl/workbook.bin": b"x"})) == "unsupported-format"
    assert reason(pack(tmp_path / "a", {"ก.txt": "ข"})) == "unsupported-format"


def test_macros_are_no_reason_not_to_read(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docm", "<w:p><w:r><w:t>ผลการประเมิน</w:t></w:r></w:p>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    assert parse(path).lines[0].text == "ผลการประเมิน"


def test_a_web_page_called_xls_is_a_web_page(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><td>การใช้อำนาจ<td>88.40<tr><td>รวม<td>90.00</table></body></html>"
    )
    for encoding in ("utf-8", "cp874", "utf-16"):
        path = tmp_path / f"{encoding}.xls"
        path.write_bytes(page.encode(encoding))
        document = parse(path)
        assert document.media_type == "text/html"
        assert document.tables[0].rows[0][1].text == "88.40"


def test_a_text_called_xls_is_a_table_of_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t88.40\n", encoding="utf-8")
    (table,) = parse(tmp_path / "a.xls").tables
    assert table.rows[1][1].text == "88.40"


def test_damage_in_an_old_workbook_is_told(tmp_path: Path) -> None:
    assert reason(ole(tmp_path / "a.xls", "Workbook")) == "damaged"
    assert reason(ole(tmp_path / "b.xls")) == "damaged"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_garbled_attributes_are_read_or_refused_but_never_a_failure(
    tmp_path: Path, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(["docx", "xlsx"]))
    report = sample(tmp_path, kind)
    with zipfile.ZipFile(report) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytes(parts[name])  # type: ignore[arg-type]
    values = [match.span(1) for match in re.finditer(rb'="([^"]*)"', content)]
    if not values:
        return
    start, end = data.draw(st.sampled_from(values))
    wrong = data.draw(
        st.sampled_from(["", "-1", "9" * 30, "x", "0", "ZZZ9", "1e9", "๑", "²", "../../x", "true"])
    )
    parts[name] = content[:start] + wrong.encode() + content[end:]
    with suppress(UnreadableDocument):
        parse(pack(tmp_path / f"garbled.{kind}", parts))


def sample(folder: Path, kind: str) -> Path:
    """A report with a bit of everything, as a library writes it."""
    path = folder / f"sample.{kind}"
    if path.exists():
        return path
    if kind == "docx":
        document = docx.Document()
        document.add_heading("ผลการประเมิน", 1)
        document.add_paragraph("ข้อ", style="List Number")
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "ตัวชี้วัด"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "คะแนน"
        document.add_page_break()
        document.save(str(path))
        return path
    book = Workbook()
    sheet: Any = book.active
    for row in (("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", 88.4), ("รวม", "=SUM(B2)")):
        sheet.append(row)
    sheet["B2"].number_format = "0.00"
    sheet.merge_cells("A4:B5")
    sheet.column_dimensions["D"].hidden = True
    book.save(path)
    return path
