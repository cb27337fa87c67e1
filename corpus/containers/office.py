"""Reports as Word documents and as workbooks; the same report gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal, InvalidOperation
from pathlib import Path
from random import Random
from typing import Any

from corpus.report import Grid, Heading, PageBreak, Report

_STAMP = (2024, 1, 1, 0, 0, 0)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def docx(report: Report, path: Path, chance: Random) -> None:
    """Headings, paragraphs and tables of Word, with merged cells."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document: Any = Document()
    section = document.sections[0]
    if report.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    style = chance.choice(("Table Grid", "Table Grid", "Normal Table"))
    as_heading = chance.random() < 0.5
    after_table = False
    for block in report.blocks:
        if isinstance(block, Grid):
            if after_table:  # tables that touch are one to Word
                document.add_paragraph()
            _word_table(document, block, style)
        elif isinstance(block, PageBreak):
            document.add_page_break()
        elif isinstance(block, Heading) and as_heading:
            document.add_heading(block.text, 1)
        else:
            run = document.add_paragraph().add_run(block.text)
            run.bold = isinstance(block, Heading)
        after_table = isinstance(block, Grid)
    document.save(str(path))
    _freeze(path)


def _word_table(document: Any, grid: Grid, style: str) -> None:
    table = document.add_table(len(grid.rows), grid.width)
    table.style = style
    covered = set()
    for r, c, down, across in grid.spans:
        table.cell(r, c).merge(table.cell(r + down - 1, c + across - 1))
        covered |= {(r + i, c + j) for i in range(down) for j in range(across) if (i, j) != (0, 0)}
    for r, row in enumerate(grid.rows):
        cells = table.rows[r].cells
        for c, text in enumerate(row):
            if text and (r, c) not in covered:
                cells[c].text = text


def xlsx(report: Report, path: Path, chance: Random) -> None:
    """A sheet with lines and tables below each other; numbers as numbers or as text."""
    from openpyxl import Workbook

    book: Any = Workbook()
    sheet = book.active
    sheet.title = "ITA"
    numeric = report.voice.digits == "arabic" and chance.random() < 0.7
    left = chance.choice((1, 1, 2))
    row = chance.choice((1, 1, 3))
    for block in report.blocks:
        if isinstance(block, Grid):
            row = _sheet_table(sheet, block, row, left, report, numeric=numeric) + 1
        elif not isinstance(block, PageBreak):
            sheet.cell(row, left, block.text)
            row += 1
    book.save(str(path))
    _freeze(path)


def _sheet_table(
    sheet: Any, grid: Grid, top: int, left: int, report: Report, *, numeric: bool
) -> int:
    for r, cells in enumerate(grid.rows):
        for c, text in enumerate(cells):
            if not text:
                continue
            cell = sheet.cell(top + r, left + c)
            number = _number(text) if numeric and r >= grid.header else None
            cell.value = text if number is None else float(number)
            if number is not None and "." in text:
                plain = text == str(float(number))
                cell.number_format = "General" if report.voice.trims and plain else "0.00"
    for r, c, down, across in grid.spans:
        sheet.merge_cells(
            start_row=top + r,
            start_column=left + c,
            end_row=top + r + down - 1,
            end_column=left + c + across - 1,
        )
    return top + len(grid.rows)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _freeze(path: Path) -> None:
    """Give every member of the archive one date, and every time inside it."""
    with zipfile.ZipFile(path) as old:
        members = [(name, old.read(name)) for name in sorted(old.namelist())]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            if name.startswith("docProps/"):
                data = _TIME.sub(b"2024-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
