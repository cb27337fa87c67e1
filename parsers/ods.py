"""OpenDocument spreadsheets (.ods): what each sheet shows.

The file keeps the text that each cell shows beside its value, so numbers come out as printed.
Repeated cells and rows, of which empty ones may stand for a million, are read by what they
hold. Hidden rows, columns and sheets are left out and told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.model import Document, Page
from parsers.ooxml import local, whole
from parsers.opendocument import TABLE, TEXT, Styles, content, paragraph_text
from parsers.package import Package
from parsers.refusals import too_large
from parsers.sheet import MAX_CELLS, sheet_page, used_cells

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_WRAPPERS = {"table-row-group", "table-rows", "table-header-rows"}
_COLUMN_WRAPPERS = {"table-column-group", "table-columns", "table-header-columns"}
_HIDDEN = ("collapse", "filter")
_MAX_REPEAT = 10_000
"""Times that a cell with a text, or a row with texts, may be repeated."""


def parse(path: Path) -> Document:
    """Read a spreadsheet, one page a sheet.

    Raises `UnreadableDocument` with the reasons of `parsers.package.Package`.
    """
    with Package(path) as package:
        root, body = content(package, "spreadsheet")
        roots = [package.xml("styles.xml"), root] if package.has("styles.xml") else [root]
    styles = Styles(*roots)
    pages = tuple(
        _page(number, table, styles)
        for number, table in enumerate(body.iterfind(TABLE + "table"), 1)
    )
    return Document(pages, MEDIA_TYPE, "ods")


def _page(number: int, table: _Element, styles: Styles) -> Page:
    sheet = _Sheet(styles)
    sheet.read(table)
    style = table.get(TABLE + "style-name")
    if styles.has(style, "table-properties", TABLE + "display", "false"):
        return Page(number, (), notices=("hidden-sheet",) if sheet.texts else ())
    cells = used_cells(sheet.texts, sheet.merges)
    notices = ("hidden-cells",) if sheet.hidden else ()
    return sheet_page(number, table.get(TABLE + "name") or "", cells, notices)


@dataclass(slots=True)
class _Sheet:
    _styles: Styles
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False

    def read(self, table: _Element) -> None:
        hidden_columns = list(_hidden_columns(table))
        row = 1
        for element in _rows(table):
            repeated = _count(element, "number-rows-repeated")
            cells = self._cells(element)
            visible = element.get(TABLE + "visibility") not in _HIDDEN
            for number in range(row, row + (min(repeated, _MAX_REPEAT) if cells else 0)):
                for column, text, height, width in cells:
                    if not visible or any(a <= column <= b for a, b in hidden_columns):
                        self.hidden = True
                        continue
                    self._add(number, column, text, height, width)
            row += repeated

    def _add(self, row: int, column: int, text: str, height: int, width: int) -> None:
        self.texts[row, column] = text
        if len(self.texts) > MAX_CELLS:
            raise too_large(f"{MAX_CELLS:,} cells")
        if height > 1 or width > 1:
            self.merges.append((row, column, row + height - 1, column + width - 1))

    def _cells(self, row: _Element) -> list[tuple[int, str, int, int]]:
        """Cells of a row that show a text: column, text, rows and columns spanned."""
        found = []
        column = 1
        for cell in row:
            name = local(cell)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _count(cell, "number-columns-repeated")
            text = self._text(cell) if name == "table-cell" else ""
            if text.strip():
                spans = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
                found += [
                    (column + offset, text, *spans) for offset in range(min(repeated, _MAX_REPEAT))
                ]
            column += repeated
        return found

    def _text(self, cell: _Element) -> str:
        return "\n".join(
            paragraph_text(paragraph, self._styles).replace("\f", "")
            for paragraph in cell.iterfind(TEXT + "p")
        )


def _rows(element: _Element) -> Iterator[_Element]:
    for child in element:
        name = local(child)
        if name == "table-row":
            yield child
        elif name in _WRAPPERS:
            yield from _rows(child)


def _hidden_columns(table: _Element) -> Iterator[tuple[int, int]]:
    column = 1
    for element in _columns(table):
        repeated = _count(element, "number-columns-repeated")
        if element.get(TABLE + "visibility") in _HIDDEN:
            yield column, column + repeated - 1
        column += repeated


def _columns(element: _Element) -> Iterator[_Element]:
    for child in element:
        name = local(child)
        if name == "table-column":
            yield child
        elif name in _COLUMN_WRAPPERS:
            yield from _columns(child)


def _count(element: _Element, name: str) -> int:
    return max(whole(element.get(TABLE + name)) or 1, 1)
