"""Excel workbooks of 1995 to 2003 (.xls), read as `parsers.xlsx` reads the later ones."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from decimal import InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.model import Document, Page
from parsers.number_format import GENERAL, show_number, show_text
from parsers.refusals import damaged, password_protected
from parsers.sheet import covered_places, sheet_page, used_cells

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

MEDIA_TYPE = "application/vnd.ms-excel"
_THAI = "cp874"
"""What workbooks hold that are older than Unicode and do not say what they hold."""
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 0, 1, 2, 3, 4, 5


def parse(path: Path) -> Document:
    """Read an old workbook, one page a sheet.

    Raises `UnreadableDocument` with the reasons ``password-protected`` and ``damaged``.
    """
    import xlrd

    try:
        with Path(os.devnull).open("w") as silence:
            book = xlrd.open_workbook(str(path), formatting_info=True, logfile=silence)
            if book.biff_version < 80 and book.codepage in (None, 1252):
                book = xlrd.open_workbook(
                    str(path), formatting_info=True, logfile=silence, encoding_override=_THAI
                )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise password_protected() from error
        raise damaged(str(error)) from error
    except (
        AssertionError, AttributeError, EOFError, IndexError, KeyError, OSError, OverflowError,
        TypeError, UnicodeError, ValueError, struct.error, xlrd.compdoc.CompDocError,
    ) as error:  # fmt: skip
        raise damaged(str(error)) from error
    return Document(tuple(_pages(book)), MEDIA_TYPE, "xls")


def _pages(book: Book) -> Iterator[Page]:
    for number, sheet in enumerate(book.sheets(), 1):
        texts, merges = _texts(book, sheet), _merges(sheet)
        covered = covered_places(merges, texts)
        hidden = {place for place in texts if _is_hidden(sheet, place)}
        if sheet.visibility:
            yield Page(number, (), notices=("hidden-sheet",) if texts else ())
            continue
        seen = {place: texts[place] for place in texts if place not in covered | hidden}
        notices = ("hidden-cells",) if hidden - covered else ()
        yield sheet_page(number, sheet.name, used_cells(seen, merges), notices)


def _texts(book: Book, sheet: Sheet) -> dict[tuple[int, int], str]:
    texts = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            text = _text(book, cell)
            if text.strip():
                texts[row + 1, column + 1] = text
    return texts


def _text(book: Book, cell: Cell) -> str:
    from xlrd import error_text_from_code

    if cell.ctype in (_NUMBER, _DATE):
        with suppress(InvalidOperation):
            return show_number(repr(cell.value), _format(book, cell), bool(book.datemode))
        return str(cell.value)
    if cell.ctype == _TEXT:
        return show_text(str(cell.value), _format(book, cell))
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _ERROR:
        return str(error_text_from_code.get(cell.value, "#N/A"))
    return ""


def _format(book: Book, cell: Cell) -> str:
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return GENERAL
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return str(found.format_str) if found is not None else GENERAL


def _merges(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """Merged ranges; xlrd counts from 0 and ends behind the last."""
    return [(first + 1, left + 1, last, right) for first, last, left, right in sheet.merged_cells]


def _is_hidden(sheet: Sheet, place: tuple[int, int]) -> bool:
    row = sheet.rowinfo_map.get(place[0] - 1)
    column = sheet.colinfo_map.get(place[1] - 1)
    return bool((row is not None and row.hidden) or (column is not None and column.hidden))
