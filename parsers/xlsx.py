"""Excel workbooks (.xlsx, .xlsm): what each sheet shows, read as a stream.

Numbers are as displayed (`parsers.number_format`), formulas by the value that was stored with
them. Hidden rows, columns and sheets are left out and told of, since nobody sees them; a
formula that no program has calculated yet is told of too. ``page`` is the sheet's place in the
workbook, ``line`` the row's number. Macros and links to other files are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, cast

from parsers.markup import superscript
from parsers.model import Document, Page
from parsers.number_format import BUILT_IN, GENERAL, show_number, show_text
from parsers.ooxml import R, local, whole
from parsers.package import Package
from parsers.refusals import damaged, too_large, unsafe_xml, without_main_part
from parsers.sheet import MAX_CELLS, covered_places, sheet_page, used_cells

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PREFIX = re.compile(rb"<(\w+:)?worksheet\b")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")
_MOST_CELLS = 2_000_000
"""Used cells of a sheet of published scores, and texts that the cells of any workbook share."""


def parse(path: Path) -> Document:
    """Read a workbook, one page a sheet.

    Raises `UnreadableDocument` with the reasons of `parsers.package.Package`, and ``damaged``
    where the main part is missing.
    """
    with Package(path) as package:
        pages = tuple(_Workbook(package).pages())
    return Document(pages, MEDIA_TYPE, "xlsx")


def visible_sheets(path: Path) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    """Each sheet that can be seen: its name, and what its cells show by (row, column) from 1.

    Merged cells show their text in every place that they cover. Raises as `parse` does.
    """
    with Package(path) as package:
        for name, found in _Workbook(package).visible():
            texts = dict(found.texts)
            for top, left, bottom, right in found.merges:
                text = found.texts.get((top, left), "")
                if text and (bottom - top + 1) * (right - left + 1) <= _MOST_CELLS:
                    for row in range(top, bottom + 1):
                        for column in range(left, right + 1):
                            texts[row, column] = text
            yield name, texts


class _Workbook:
    """The parts of a workbook that all its sheets share."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part() or "xl/workbook.xml"
        if not package.has(self._main):
            raise without_main_part("Excel (.xlsx)")
        self._relations = package.relations(self._main)
        self._book = package.xml(self._main)
        properties = self._book.find("{*}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in _TRUE
        self._formats = self._load_formats()
        self._strings = self._load_strings()

    def pages(self) -> Iterator[Page]:
        sheets = self._book.iterfind("{*}sheets/{*}sheet")
        left = MAX_CELLS
        for number, sheet in enumerate(sheets, 1):
            relation = self._relations.get(sheet.get(R + "id") or "")
            if relation is None or not self._package.has(relation.target):
                yield Page(number, (), notices=("sheet-missing",))
            elif relation.kind == "worksheet":
                found = self._sheet(relation.target, left)
                left -= len(found.texts)
                if sheet.get("state") in ("hidden", "veryHidden"):
                    yield Page(number, (), notices=("hidden-sheet",) if found.texts else ())
                else:
                    cells = used_cells(found.texts, found.merges)
                    yield sheet_page(number, sheet.get("name") or "", cells, found.notices())
            else:
                yield Page(number, ())

    def visible(self) -> Iterator[tuple[str, _Sheet]]:
        """The name and the cells of each worksheet that is not hidden."""
        for sheet in self._book.iterfind("{*}sheets/{*}sheet"):
            relation = self._relations.get(sheet.get(R + "id") or "")
            known = relation is not None and self._package.has(relation.target)
            hidden = sheet.get("state") in ("hidden", "veryHidden")
            if relation is not None and known and relation.kind == "worksheet" and not hidden:
                yield sheet.get("name") or "", self._sheet(relation.target, _MOST_CELLS)

    def _part(self, kind: str) -> str | None:
        for relation in self._relations.values():
            if relation.kind == kind and self._package.has(relation.target):
                return relation.target
        return None

    def _load_formats(self) -> tuple[str, ...]:
        """The number format of each cell style."""
        part = self._part("styles")
        if part is None:
            return ()
        root = self._package.xml(part)
        own = {
            one.get("numFmtId") or "": one.get("formatCode") or GENERAL
            for one in root.iterfind("{*}numFmts/{*}numFmt")
        }
        formats = []
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            key = style.get("numFmtId") or "0"
            built_in = BUILT_IN.get(whole(key) or 0, GENERAL)
            formats.append(own.get(key, built_in))
        return tuple(formats)

    def _load_strings(self) -> tuple[str, ...]:
        part = self._part("sharedStrings")
        if part is None:
            return ()
        strings = []
        for element in _elements(self._package.stream(part), part, ("si",)):
            strings.append(_rich_text(element))
            if len(strings) > _MOST_CELLS:
                raise too_large(part)
        return tuple(strings)

    def _sheet(self, part: str, most: int) -> _Sheet:
        found = _Sheet()
        tags = ("row", "c", "col", "mergeCell")
        for element in _elements(_without_empty(self._package.stream(part)), part, tags):
            name = local(element)
            if name == "c":
                self._cell(element, found)
            elif name == "row":
                found.end_row(element)
            elif name == "col":
                found.column(element)
            elif name == "mergeCell":
                found.merge(element.get("ref") or "")
            if len(found.texts) > most:
                raise too_large(part)
        found.finish()
        return found

    def _cell(self, element: _Element, found: _Sheet) -> None:
        place = found.place(element)
        key = whole(element.get("s")) or 0
        style = self._formats[key] if key < len(self._formats) else GENERAL
        stored = element.findtext("{*}v")
        kind = element.get("t") or "n"
        if kind == "inlineStr":
            inline = element.find("{*}is")
            text = show_text(_rich_text(inline), style) if inline is not None else ""
        elif stored is None or (stored == "" and kind == "n"):
            found.uncalculated = found.uncalculated or element.find("{*}f") is not None
            return
        elif kind == "s":
            index = whole(stored)
            known = index is not None and index < len(self._strings)
            text = show_text(self._strings[index or 0], style) if known else ""
        elif kind == "b":
            text = "TRUE" if stored in _TRUE else "FALSE"
        elif kind == "n":
            text = self._number(stored, style)
        else:
            text = show_text(_unescaped(stored), style)
        if text.strip():
            found.texts[place] = text

    def _number(self, stored: str, style: str) -> str:
        try:
            return show_number(stored, style, self._from_1904)
        except InvalidOperation:
            return stored


@dataclass(slots=True)
class _Sheet:
    """What is gathered while a sheet streams by."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncalculated: bool = False
    _hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    _hidden_rows: set[int] = field(default_factory=set)
    _hidden: bool = False
    _row: int = 0
    _column: int = 0

    def place(self, cell: _Element) -> tuple[int, int]:
        """Row and column of a cell; one without a reference follows the one before it."""
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        if match:
            self._row, self._column = int(match[2]), _column(match[1])
        else:
            row = cell.getparent()
            stated = whole(row.get("r")) if row is not None else None
            self._row = stated or max(self._row, 1)
            self._column += 1
        return self._row, self._column

    def end_row(self, element: _Element) -> None:
        row = whole(element.get("r")) or max(self._row, 1)
        if element.get("hidden") in _TRUE or element.get("ht") == "0":
            self._hidden_rows.add(row)
        self._row, self._column = row + 1, 0

    def column(self, element: _Element) -> None:
        first, last = whole(element.get("min")), whole(element.get("max"))
        hidden = element.get("hidden") in _TRUE or element.get("width") in ("0", "0.0")
        if hidden and first is not None and last is not None:
            self._hidden_columns.append((first, last))

    def merge(self, reference: str) -> None:
        start, _, end = reference.partition(":")
        first, last = _REFERENCE.fullmatch(start), _REFERENCE.fullmatch(end)
        if first and last:
            self.merges.append((int(first[2]), _column(first[1]), int(last[2]), _column(last[1])))

    def finish(self) -> None:
        """Take out what is hidden, and texts under merged cells."""
        covered = covered_places(self.merges, self.texts)
        reach = {(top, left): (last, right) for top, left, last, right in self.merges}
        seen = {}
        for (row, column), text in self.texts.items():
            if (row, column) in covered:
                continue
            last, right = reach.get((row, column), (row, column))
            if self._shows(row, last, self._is_hidden_row) and self._shows(
                column, right, self._is_hidden_column
            ):
                seen[row, column] = text
            else:
                self._hidden = True
        self.texts = seen

    @staticmethod
    def _shows(first: int, last: int, hidden: Callable[[int], bool]) -> bool:
        """True where a cell, or one of the rows or columns merged with it, can be seen."""
        return any(not hidden(one) for one in range(first, last + 1))

    def _is_hidden_row(self, row: int) -> bool:
        return row in self._hidden_rows

    def _is_hidden_column(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self._hidden_columns)

    def notices(self) -> list[str]:
        told = {"hidden-cells": self._hidden, "formula-without-value": self.uncalculated}
        return [notice for notice, holds in told.items() if holds]


def _without_empty(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """A sheet without its empty cells and rows, of which styles may make millions.

    Only such as name their place are taken out; others hold the places of those after them.
    """
    rest = b""
    empty_cell = empty_row = None
    for block in blocks:
        text = rest + block
        if empty_cell is None or empty_row is None:
            found = _PREFIX.search(text)
            prefix = (found[1] or b"") if found else b""
            empty_cell = re.compile(rb"<%bc r=[^<>]*/>" % prefix)
            empty_row = re.compile(rb"<%brow r=[^<>]*(?:/>|(?<!/)></%brow>)" % (prefix, prefix))
        end = text.rfind(b">") + 1
        rest = text[end:]
        yield empty_row.sub(b"", empty_cell.sub(b"", text[:end]))
    yield rest


def _elements(blocks: Iterator[bytes], part: str, names: tuple[str, ...]) -> Iterator[_Element]:
    """The elements of a part as they end, each forgotten after its use."""
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",), tag=[f"{{*}}{name}" for name in names], resolve_entities=False,
        no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    first = True
    try:
        for block in blocks:
            if first and (b"<!DOCTYPE" in block or b"<!ENTITY" in block):
                raise unsafe_xml(part)
            first = False
            parser.feed(block)
            for event in parser.read_events():
                element = cast("_Element", event[1])
                yield element
                if local(element) != "c":
                    _forget(element)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise damaged(f"{part}: {error.msg}") from error


def _forget(element: _Element) -> None:
    """Free an element, and those before it in its parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _rich_text(element: _Element) -> str:
    """The text of a string, its raised digits as superscripts, without readings aloud."""
    parts = []
    for child in element:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            text = child.findtext("{*}t") or ""
            raised = child.find("{*}rPr/{*}vertAlign")
            is_raised = raised is not None and raised.get("val") == "superscript"
            parts.append(superscript(text) if is_raised else text)
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Control characters, which Excel writes as ``_x000D_``, as themselves."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
