"""Sheets of cells, whole columns at a time: CSV in any encoding and with any separator, XLSX.

Cells are texts as a reader sees them. Tables of a hundred thousand rows are read in well
under a second, which a grid of cell objects would not allow.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from parsers.encoding import decode
from parsers.errors import UnreadableDocument
from parsers.plain_csv import plain_columns
from parsers.refusals import too_large
from parsers.texts import Texts, texts_of

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 1 << 16
"""Bytes whose encoding is looked at closely; the rest must only decode."""
_SAMPLE_LINES = 60
_MAX_PLACES = 4_000_000
"""Cells of one sheet, empty ones counted."""
_WIDEST = 2000
"""Columns; a sheet with more holds no table of scores."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet; a CSV file is one sheet without a name."""

    name: str
    columns: tuple[Texts, ...]
    """Equally long. Row ``i`` is row ``i + 1`` of the spreadsheet."""

    @property
    def height(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> tuple[str, ...]:
        return tuple(column[index] for column in self.columns)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a CSV or XLSX file that holds anything.

    Raises `UnreadableDocument` with the reason ``empty``, ``unsupported-format``,
    or one of the decoder's
    or the workbook reader's.
    """
    data = path.read_bytes()
    if data.startswith(b"PK\x03\x04"):
        sheets = tuple(_workbook(path))
    elif data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF-")):
        raise UnreadableDocument(
            "unsupported-format",
            "This is no CSV and no XLSX file. Save the table as .xlsx or .csv; reports are read"
            " with: sucharit ingest.",
            "ไฟล์นี้ไม่ใช่ CSV หรือ XLSX กรุณาบันทึกตารางเป็น .xlsx หรือ .csv "
            "หากเป็นรายงานให้ใช้ sucharit ingest",
        )
    else:
        sheets = tuple(sheet for sheet in [_text_sheet(data)] if sheet.height)
    if not sheets:
        raise UnreadableDocument(
            "empty",
            "The file holds no rows. Save the table again and check it.",
            "ไฟล์ไม่มีข้อมูล กรุณาบันทึกตารางใหม่และตรวจสอบ",
        )
    return sheets


def column_letter(index: int) -> str:
    """The spreadsheet's name of a 0-based column: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _text_sheet(data: bytes) -> Sheet:
    data = _in_utf8(data)
    head = data[: 8 * _SAMPLE].decode("utf-8", errors="ignore")
    separator = find_separator(head)
    columns = plain_columns(data, separator)
    if columns is None:
        rows = csv.reader(io.StringIO(data.decode(), newline=""), delimiter=separator)
        columns = _padded(rows)
    return Sheet("", columns)


def _in_utf8(data: bytes) -> bytes:
    """The same text in UTF-8. What is UTF-8 as a whole is judged by its beginning; all else is
    looked at wholly."""
    bare = data.removeprefix(codecs.BOM_UTF8)
    try:
        head = bare.decode("utf-8")[:_SAMPLE]
    except UnicodeDecodeError:
        return decode(data).text.encode()
    if b"\x00" in bare or decode(head.encode()).text != head:
        return decode(data).text.encode()
    return bare


def find_separator(text: str) -> str:
    """The sign that divides the most lines into equally many fields; a comma where none does."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, most = ",", 0
    for separator in SEPARATORS:
        try:
            widths = Counter(map(len, csv.reader(lines, delimiter=separator)))
        except csv.Error:
            continue
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]))
        weight = times * min(width, 4) if width > 1 else 0
        if weight > most:
            best, most = separator, weight
    return best


def _padded(rows: Iterator[list[str]]) -> tuple[Texts, ...]:
    """Columns of rows of any length; missing cells are empty."""
    try:
        listed = list(rows)
    except csv.Error as error:
        raise UnreadableDocument(
            "damaged-table",
            f"The file is no readable CSV ({error}). Save it again from the spreadsheet.",
            f"อ่านไฟล์ CSV ไม่ได้ ({error}) กรุณาบันทึกใหม่จากโปรแกรมตาราง",
        ) from error
    return _columns(listed)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[Texts, ...]:
    return tuple(map(texts_of, zip_longest(*rows, fillvalue="")))


def _workbook(path: Path) -> Iterator[Sheet]:
    from parsers.xlsx import visible_sheets

    for name, texts in visible_sheets(path):
        shown = {place: text for place, text in texts.items() if text.strip()}
        height = max((row for row, _ in shown), default=0)
        width = max((column for _, column in shown), default=0)
        if width > _WIDEST or height * width > _MAX_PLACES:
            raise too_large(f"{height} × {width} cells")
        if shown:
            yield Sheet(name, _placed(shown, height, width))


def _placed(texts: dict[tuple[int, int], str], height: int, width: int) -> tuple[Texts, ...]:
    columns = [[""] * height for _ in range(width)]
    for (row, column), text in texts.items():
        columns[column - 1][row - 1] = text
    return tuple(map(texts_of, columns))
