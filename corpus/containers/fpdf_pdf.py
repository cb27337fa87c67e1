"""PDF by fpdf2 with shaped text: glyphs placed by HarfBuzz, cells drawn one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from corpus.containers.fonts import files
from corpus.containers.page import MARGIN, Look, SetTable, draw_look, paragraph, set_table
from corpus.report import Grid, Heading, PageBreak, Report

_MADE = datetime(2024, 1, 1, tzinfo=UTC)


Pictures = Callable[[Grid], Iterable[tuple[Any, float]]]
"""A table as images, each with the points that a dot of it measures."""


def fpdf_pdf(report: Report, path: Path, chance: Random, pictures: Pictures | None = None) -> None:
    """Write the report; ruled, or with rules between rows, or without; or tables as pictures."""
    from fpdf import FPDF

    look = draw_look(report, chance)
    rules = chance.choice(("all", "all", "all", "rows", "none"))
    pdf = FPDF(orientation="L" if look.landscape else "P", unit="pt", format="A4")
    pdf.set_creation_date(_MADE)
    regular, bold = files(look.family)
    pdf.add_font("Thai", "", str(regular))
    pdf.add_font("Thai", "B", str(bold))
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(auto=False)
    pdf.set_text_shaping(True)
    pdf.add_page()
    for block in report.blocks:
        if isinstance(block, Grid) and pictures:
            for image, dot in pictures(block):
                _picture(pdf, image, dot)
        elif isinstance(block, Grid):
            _table(pdf, set_table(block, look), rules)
        elif isinstance(block, PageBreak):
            pdf.add_page()
        else:
            _paragraph(pdf, block.text, look, bold=isinstance(block, Heading))
    pdf.output(str(path))


def _picture(pdf: Any, image: Any, dot: float) -> None:
    """An image at the left margin, made smaller where it would not fit."""
    across, down = pdf.w - 2 * MARGIN, pdf.h - 2 * MARGIN
    dot = min(dot, across / image.width, down / image.height)
    _room(pdf, image.height * dot)
    pdf.image(image, MARGIN, pdf.get_y(), image.width * dot, image.height * dot)
    pdf.set_y(pdf.get_y() + image.height * dot + 10)


def _paragraph(pdf: Any, text: str, look: Look, *, bold: bool) -> None:
    size = look.size + 3 if bold else look.size
    pdf.set_font("Thai", "B" if bold else "", size)
    for line in paragraph(text, look, bold=bold):
        _room(pdf, 1.7 * size)
        pdf.cell(w=0, h=1.7 * size, text=line)
        pdf.ln(1.7 * size)
    pdf.ln(4)


def _room(pdf: Any, height: float) -> bool:
    """Turn the page if there is no room; whether it was turned."""
    if pdf.get_y() + height <= pdf.h - MARGIN:
        return False
    pdf.add_page()
    pdf.set_y(MARGIN)
    return True


def _table(pdf: Any, sheet: SetTable, rules: str) -> None:
    leading = 1.6 * sheet.size
    grid = sheet.grid
    spans = grid.merged
    heights = [
        max(
            (len(lines) for c, lines in enumerate(row) if spans.get((r, c), (1, 1))[0] == 1),
            default=1,
        )
        * leading
        + 6
        for r, row in enumerate(sheet.cells)
    ]
    covered = grid.covered
    head = range(grid.header)
    _room(pdf, sum(heights[: grid.header + 1]))
    pdf.set_line_width(0.5)
    for r in range(len(grid.rows)):
        if _room(pdf, heights[r]) and grid.repeats and r not in head:
            for above in head:
                _row(pdf, sheet, above, heights, rules, spans, covered)
        _row(pdf, sheet, r, heights, rules, spans, covered)
    pdf.ln(10)


def _row(
    pdf: Any,
    sheet: SetTable,
    r: int,
    heights: list[float],
    rules: str,
    spans: dict[tuple[int, int], tuple[int, int]],
    covered: set[tuple[int, int]],
) -> None:
    pdf.set_font("Thai", "B" if r < sheet.grid.header else "", sheet.size)
    leading, top, left = 1.6 * sheet.size, pdf.get_y(), MARGIN
    for c, lines in enumerate(sheet.cells[r]):
        down, across = spans.get((r, c), (1, 1))
        width = sum(sheet.widths[c : c + across])
        height = sum(heights[r : r + down])
        if (r, c) not in covered:
            if rules == "all":
                pdf.rect(left, top, width, height)
            start = top + (height - leading * len(lines)) / 2
            for n, line in enumerate(lines):
                pdf.set_xy(left + 2, start + n * leading)
                pdf.cell(w=width - 4, h=leading, text=line, align="L" if c == 0 else "C")
        left += sheet.widths[c]
    if rules == "rows":
        pdf.line(MARGIN, top + heights[r], left, top + heights[r])
    pdf.set_xy(MARGIN, top + heights[r])
