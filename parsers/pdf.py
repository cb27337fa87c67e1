"""PDF reports with a text layer, read through pdfplumber.

Each page gives its tables (ruled ones by their rules, others by the alignment of
their columns) and, outside them, its lines. A page that is only an image, or whose text
layer has no usable letters, gives no text but a notice, so that garbage never becomes
a score.
"""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.errors import UnreadableDocument
from parsers.model import Document, Line, Page, Table
from parsers.pdf_grid import ruled_tables
from parsers.pdf_text import Glyph, TextLine, glyphs_of, read_lines
from parsers.pdf_unruled import unruled_tables

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage
    from pdfplumber.pdf import PDF

_UNREADABLE_SHARE = 0.3
"""Share of letters without a Unicode value from which a text layer is unreadable."""
_NO_UNICODE = re.compile(r"\(cid:\d+\)|[\ufffd\x00-\x08\x0e-\x1f]|[\ue000-\uf6ff\uf71b-\uf8ff]")
_LARGE_IMAGE = 0.15
"""Share of the page from which an image may hold a table."""
_HEADING_SIZE = 1.15
"""Times the page's usual type size from which a line is a heading."""


def _page_errors() -> tuple[type[Exception], ...]:
    """What pdfminer raises on damaged pages; its code checks little of what it reads."""
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (
        PDFException, PSException, PdfminerException, MalformedPDFException, ValueError, KeyError,
        TypeError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError,
        ZeroDivisionError, NotImplementedError, struct.error, zlib.error,
    )  # fmt: skip


def parse(path: Path) -> Document:
    """Read a PDF.

    Raises `UnreadableDocument`: ``password-protected``, ``damaged`` or ``no-pages``.
    """
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    errors = _page_errors()
    try:
        pdf = pdfplumber.open(path)
    except errors as error:
        if _needs_password(error):
            raise _password() from error
        return _by_pdfium(path, error)
    with pdf:
        try:
            pages = _pages(pdf, errors)
        except errors as error:
            return _by_pdfium(path, error)
    if not pages:
        return _by_pdfium(path, None)
    return Document(pages, "application/pdf", "pdfplumber")


def _pages(pdf: PDF, errors: tuple[type[Exception], ...]) -> tuple[Page, ...]:
    read = []
    for number, page in enumerate(pdf.pages, 1):
        try:
            read.append(_page(page, number))
        except errors:
            read.append(Page(number, (), notices=("page-failed",)))
        finally:
            page.close()
    return tuple(read)


def _page(page: PlumberPage, number: int) -> Page:
    width, height = float(page.width), float(page.height)
    glyphs = glyphs_of(page.chars)
    notices = _notices(page, glyphs)
    if not glyphs or "unreadable-text" in notices:
        return Page(number, (), width, height, notices)
    tables, taken = ruled_tables(page, glyphs, number)
    lines = read_lines([glyph for glyph in glyphs if id(glyph) not in taken])
    more, used = unruled_tables(lines, number)
    free = [line for line in lines if id(line) not in used]
    blocks = _in_order(free, [*tables, *more], number)
    return Page(number, blocks, width, height, notices)


def _notices(page: PlumberPage, glyphs: Sequence[Glyph]) -> tuple[str, ...]:
    area = float(page.width) * float(page.height) or 1.0
    images = [abs(i["width"] * i["height"]) / area for i in page.images]
    letters = [glyph.text for glyph in glyphs if glyph.text.strip()]
    if not letters:
        return ("image-only",) if images and max(images) > _LARGE_IMAGE else ()
    unknown = sum(1 for letter in letters if _NO_UNICODE.search(letter))
    if unknown > _UNREADABLE_SHARE * len(letters):
        return ("unreadable-text",)
    return ("image-table",) if images and max(images) > _LARGE_IMAGE else ()


def _in_order(
    lines: Sequence[TextLine], tables: Sequence[Table], page: int
) -> tuple[Line | Table, ...]:
    """Lines and tables from top to bottom, lines numbered within the page."""
    from dataclasses import replace

    usual = _usual_size(lines)
    placed: list[tuple[float, float, Line | Table]] = []
    for line in lines:
        heading = line.bold or line.size > _HEADING_SIZE * usual
        placed.append((line.box.top, line.box.x0, line.as_line(page, heading=heading)))
    for table in tables:
        assert table.box is not None
        placed.append((table.box.top, table.box.x0, table))
    placed.sort(key=lambda item: item[:2])
    result: list[Line | Table] = []
    number = 0
    for _, _, block in placed:
        number += 1
        if isinstance(block, Line):
            result.append(replace(block, number=number))
            continue
        rows = []
        for row in block.rows:
            rows.append(tuple(replace(cell, line=number) for cell in row))
            number += 1
        result.append(replace(block, rows=tuple(rows), line=rows[0][0].line))
    return tuple(result)


def _usual_size(lines: Sequence[TextLine]) -> float:
    sizes = sorted(line.size for line in lines for _ in line.text)
    return sizes[len(sizes) // 2] if sizes else 1.0


def _needs_password(error: Exception) -> bool:
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    return any(isinstance(one, PDFPasswordIncorrect) for one in (error, *error.args))


def _by_pdfium(path: Path, cause: Exception | None) -> Document:
    """The bare text of a file that pdfminer cannot open, if pdfium can."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise _password() from error
        raise _damaged() from (cause or error)
    with pdf:
        if not len(pdf):
            raise _no_pages()
        pages = tuple(_plain_page(pdf, index) for index in range(len(pdf)))
    if not any(page.blocks for page in pages):
        raise _damaged() from cause
    return Document(pages, "application/pdf", "pdfium", notices=("damaged",))


def _plain_page(pdf: object, index: int) -> Page:
    import pypdfium2

    from parsers.thai import fold_spaces, repair

    assert isinstance(pdf, pypdfium2.PdfDocument)
    try:
        page = pdf[index]
        text = page.get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError:
        return Page(index + 1, (), notices=("page-failed",))
    lines = [fold_spaces(line) for line in text.splitlines()]
    blocks = tuple(
        Line(line, repair(line), number, index + 1)
        for number, line in enumerate(filter(None, lines), 1)
    )
    return Page(index + 1, blocks, notices=("damaged",))


def _password() -> UnreadableDocument:
    return UnreadableDocument(
        "password-protected",
        "The PDF is protected by a password. Remove the password and run again.",
        "ไฟล์ PDF มีรหัสผ่าน กรุณานำรหัสผ่านออกแล้วสั่งใหม่",
    )


def _damaged() -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        "The PDF is damaged or cut off, and nothing in it could be read. Fetch it again from its"
        " source.",
        "ไฟล์ PDF เสียหายหรือไม่ครบ จึงอ่านไม่ได้ กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )


def _no_pages() -> UnreadableDocument:
    return UnreadableDocument(
        "no-pages",
        "The PDF has no pages. Fetch it again from its source.",
        "ไฟล์ PDF ไม่มีหน้าเอกสาร กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )
