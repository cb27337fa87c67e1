"""Reports as office files: Word documents and Excel workbooks, drawn as people draw them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from corpus.report import Grid, Heading, Report

_PLAIN_NUMBER = re.compile(r"\d{1,9}(?:\.(\d+))?")


def docx(report: Report, path: Path) -> None:
    """Headings, paragraphs, and ruled tables."""
    from docx import Document

    document = Document()
    for block in report.blocks:
        if isinstance(block, Grid):
            table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
            for row, texts in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            document.add_paragraph()
        elif isinstance(block, Heading):
            document.add_heading(block.text, 2)
        else:
            document.add_paragraph(block.text)
    document.save(str(path))


def xlsx(report: Report, path: Path) -> None:
    """One sheet: numbers as numbers under a format of their decimals, blank rows between."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    row = 1
    for block in report.blocks:
        if isinstance(block, Grid):
            for texts in block.rows:
                for column, text in enumerate(texts, 1):
                    _write(sheet.cell(row, column), text)
                row += 1
            row += 1
        else:
            sheet.cell(row, 1).value = block.text
            row += 1
    book.save(path)


def _write(cell: Any, text: str) -> None:
    number = _PLAIN_NUMBER.fullmatch(text)
    if number is None or (text.startswith("0") and not text.startswith("0.") and text != "0"):
        cell.value = text
        cell.data_type = "s"
        return
    decimals = len(number[1] or "")
    cell.value = float(text) if decimals else int(text)
    cell.number_format = f"0.{'0' * decimals}" if decimals else "0"
