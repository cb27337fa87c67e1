"""A page of a PDF as pdfplumber reads it: another program's word on disputed numbers.

Slow, and worse at Thai; its use is to differ. Where both read the same numbers, the page
says them; where they do not, its text layer cannot be trusted.
"""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parsers.errors import UnreadableDocument
from parsers.model import Box, Cell, Line, Method, Page, Table
from parsers.thai import fold_spaces, repair

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def read_page(path: Path, number: int) -> Page:
    """Page ``number`` (from 1) of a PDF by pdfplumber: its ruled tables, and its lines.

    Raises `UnreadableDocument` (``damaged``) where pdfplumber cannot read it.
    """
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(path, pages=[number]) as pdf:
            (page,) = pdf.pages
            return _page(page, number)
    except _errors() as error:
        raise _failed(number) from error


def _errors() -> tuple[type[Exception], ...]:
    """What pdfminer raises on damaged pages; its code checks little of what it reads."""
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (
        PDFException, PSException, PdfminerException, MalformedPDFException, ValueError, KeyError,
        TypeError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError,
        ZeroDivisionError, NotImplementedError, struct.error, zlib.error,
    )  # fmt: skip


def numbers_of(page: Page) -> Counter[str]:
    """The numbers with decimals on a page, in Arabic digits, and how often each stands there."""
    texts = [line.text for line in page.lines]
    texts += [
        "".join(cell.text.split("\n"))
        for table in page.tables
        for row in table.rows
        for cell in row
    ]
    found = (hit for text in texts for hit in _NUMBER.findall(text.translate(_ARABIC)))
    return Counter(number for number in found if "." in number)


def disputed_numbers(page: Page, other: Page) -> Counter[str]:
    """The numbers of a page that another reading of it does not have as often."""
    return numbers_of(page) - numbers_of(other)


def _page(page: PlumberPage, number: int) -> Page:
    found = page.find_tables()
    tables = [_table(table, number, index) for index, table in enumerate(found, 1)]
    lines = [
        Line(
            fold_spaces(line["text"]), repair(fold_spaces(line["text"])), count, number,
            Box(line["x0"], line["top"], line["x1"], line["bottom"]), Method.TEXT_LAYER,
        )
        for count, line in enumerate(page.extract_text_lines(return_chars=False), 1)
        if not any(_is_in(line, table.bbox) for table in found)
    ]  # fmt: skip
    return Page(number, (*lines, *tables), float(page.width), float(page.height))


def _is_in(line: dict[str, Any], bounds: tuple[float, float, float, float]) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    beside = bounds[0] < line["x1"] and line["x0"] < bounds[2]
    return bool(bounds[1] <= middle <= bounds[3] and beside)


def _table(table: Any, number: int, line: int) -> Table:
    rows = tuple(
        tuple(
            Cell(
                " ".join((text or "").split()), repair(text or ""), row, column, line, number,
                method=Method.TEXT_LAYER,
            )
            for column, text in enumerate(texts)
        )
        for row, texts in enumerate(table.extract())
    )  # fmt: skip
    return Table(rows, number, line, Box(*table.bbox))


def _failed(number: int) -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        f"Page {number} of the PDF cannot be read a second time. Fetch the file again.",
        f"อ่านหน้า {number} ของไฟล์ PDF ซ้ำไม่ได้ กรุณาดาวน์โหลดไฟล์ใหม่",
    )
