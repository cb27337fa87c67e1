"""Workbooks in the XML of Excel 2003, which export programs still write, often as ``.xls``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.model import Document, Page
from parsers.number_format import GENERAL, show_number
from parsers.package import MAX_PART, has_doctype, xml_parser
from parsers.refusals import damaged, too_large, unsafe_xml
from parsers.sheet import MAX_CELLS, covered_places, sheet_page, used_cells

if TYPE_CHECKING:
    from lxml.etree import _Element

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_NAMED = {
    "General Number": GENERAL, "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%",
    "Short Date": "d/m/yyyy",
}  # fmt: skip
_DATE_LENGTH = 10


def parse(path: Path) -> Document:
    """Read a workbook, one page a sheet.

    Raises `UnreadableDocument` with ``damaged``, ``unsafe-xml`` or ``too-large``.
    """
    from lxml import etree

    if path.stat().st_size > MAX_PART:
        raise too_large(path.name)
    data = path.read_bytes()
    try:
        root = etree.fromstring(data, xml_parser())
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise unsafe_xml(path.name) from error
        raise damaged(error.msg) from error
    if has_doctype(root):
        raise unsafe_xml(path.name)
    formats = {style.get(SS + "ID") or "": _format(style) for style in root.iter(SS + "Style")}
    sheets = root.iterfind(SS + "Worksheet")
    pages = tuple(_page(number, sheet, formats) for number, sheet in enumerate(sheets, 1))
    return Document(pages, "application/xml", "excel-xml")


def _format(style: _Element) -> str:
    found = style.find(SS + "NumberFormat")
    code = (found.get(SS + "Format") or GENERAL) if found is not None else GENERAL
    return _NAMED.get(code, code)


def _page(number: int, sheet: _Element, formats: dict[str, str]) -> Page:
    texts: dict[tuple[int, int], str] = {}
    merges = []
    hidden = False
    for row, column, cell, unseen in _cells(sheet):
        text = _text(cell, formats)
        if not text.strip():
            continue
        if unseen:
            hidden = True
            continue
        texts[row, column] = text
        down, across = _whole(cell, "MergeDown"), _whole(cell, "MergeAcross")
        if down or across:
            merges.append((row, column, row + down, column + across))
        if len(texts) > MAX_CELLS:
            raise too_large(f"{MAX_CELLS:,} cells")
    for place in covered_places(merges, texts):
        del texts[place]
    name = sheet.get(SS + "Name") or ""
    visible = sheet.findtext("{*}WorksheetOptions/{*}Visible") or ""
    if visible in ("SheetHidden", "SheetVeryHidden"):
        return Page(number, (), notices=("hidden-sheet",) if texts else ())
    return sheet_page(number, name, used_cells(texts, merges), ("hidden-cells",) if hidden else ())


def _cells(sheet: _Element) -> Iterator[tuple[int, int, _Element, bool]]:
    """Row, column and element of each cell, and whether it is hidden."""
    hidden_columns = set()
    column = 0
    for element in sheet.iterfind(f"{SS}Table/{SS}Column"):
        column = _whole(element, "Index") or column + 1
        span = min(_whole(element, "Span"), 1000)
        if element.get(SS + "Hidden") == "1":
            hidden_columns |= set(range(column, column + span + 1))
        column += span
    row = 0
    for element in sheet.iterfind(f"{SS}Table/{SS}Row"):
        row = _whole(element, "Index") or row + 1
        column = 0
        for cell in element.iterfind(SS + "Cell"):
            column = _whole(cell, "Index") or column + 1
            yield row, column, cell, element.get(SS + "Hidden") == "1" or column in hidden_columns
            column += _whole(cell, "MergeAcross")
        row += _whole(element, "Span")


def _text(cell: _Element, formats: dict[str, str]) -> str:
    data = cell.find(SS + "Data")
    if data is None:
        return ""
    text = "".join(map(str, data.itertext()))
    kind = data.get(SS + "Type")
    if kind == "Number":
        try:
            return show_number(text, formats.get(cell.get(SS + "StyleID") or "Default", GENERAL))
        except InvalidOperation:
            return text
    if kind == "DateTime":
        return text[:_DATE_LENGTH]
    return text


def _whole(element: _Element, name: str) -> int:
    text = element.get(SS + name) or "0"
    return int(text) if text.isdecimal() and len(text) < 8 else 0
