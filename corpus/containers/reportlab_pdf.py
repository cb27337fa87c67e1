"""PDF by ReportLab: ruled, half-ruled, unruled, and on rotated pages."""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random
from typing import Any

from corpus.containers.fonts import register
from corpus.containers.page import A4, MARGIN, Look, draw_look, paragraph, set_table
from corpus.report import Grid, Heading, PageBreak, Report


def ruled(report: Report, path: Path, chance: Random) -> None:
    """Tables with all their rules."""
    write(report, path, draw_look(report, chance), chance, "all")


def half_ruled(report: Report, path: Path, chance: Random) -> None:
    """Tables with rules between rows alone, or around the header alone."""
    write(report, path, draw_look(report, chance), chance, chance.choice(("rows", "header")))


def unruled(report: Report, path: Path, chance: Random) -> None:
    """Tables without rules."""
    write(report, path, draw_look(report, chance), chance, "none")


def rotated(report: Report, path: Path, chance: Random) -> None:
    """Landscape pages that are stored upright and turned by the viewer."""
    report.landscape = True
    look = draw_look(report, chance)
    write(report, path, look, chance, chance.choice(("all", "all", "rows")), turn=True)


def write(
    report: Report, path: Path, look: Look, chance: Random, rules: str, *, turn: bool = False
) -> None:
    """Write the report; the same look and the same chance give the same bytes."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer
    from reportlab.platypus import PageBreak as NewPage

    font, bold = register(look.family)
    title = ParagraphStyle("t", fontName=bold, fontSize=look.size + 3, leading=1.6 * look.size + 5)
    body = ParagraphStyle("b", fontName=font, fontSize=look.size, leading=1.6 * look.size)
    middle = chance.choice(("MIDDLE", "MIDDLE", "TOP"))
    number_align = chance.choice(("CENTER", "CENTER", "RIGHT", "LEFT"))
    flow: list[Any] = []
    for block in report.blocks:
        if isinstance(block, Grid):
            flow += [_table(block, look, rules, middle, number_align), Spacer(1, 10)]
        elif isinstance(block, PageBreak):
            flow.append(NewPage())
        else:
            head = isinstance(block, Heading)
            lines = paragraph(block.text, look, bold=head)
            marked = "<br/>".join(escape(line) for line in lines)
            flow += [Paragraph(marked, title if head else body), Spacer(1, 5)]
    width, height = look.page
    frame = Frame(MARGIN - 6, MARGIN, width - 2 * MARGIN + 12, height - 2 * MARGIN)
    template = PageTemplate("page", [frame], onPage=_turned if turn else _plain)
    BaseDocTemplate(
        str(path), pagesize=look.page, invariant=1, rotation=90 if turn else 0,
        pageTemplates=[template],
    ).build(flow)  # fmt: skip


def _plain(canvas: Any, document: Any) -> None:
    """Pages as they are."""


def _turned(canvas: Any, _: Any) -> None:
    """Draw lying down on an upright page, which viewers turn by 90 degrees."""
    canvas.transform(0, 1, -1, 0, A4[0], 0)


def _table(grid: Grid, look: Look, rules: str, middle: str, align: str) -> Any:
    from reportlab.lib.colors import black, lightgrey
    from reportlab.platypus import LongTable, TableStyle

    font, bold = register(look.family)
    sheet = set_table(grid, look)
    head = grid.header
    style: list[Any] = [
        ("FONT", (0, 0), (-1, -1), font, sheet.size, 1.45 * sheet.size),
        ("FONT", (0, 0), (-1, head - 1), bold, sheet.size, 1.45 * sheet.size),
        ("VALIGN", (0, 0), (-1, -1), middle),
        ("ALIGN", (1, 0), (-1, head - 1), "CENTER"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ]
    style += [
        ("ALIGN", (column, head), (column, -1), align)
        for column in range(1, grid.width)
        if _numbers(grid, column)
    ]
    style += [("SPAN", (c, r), (c + across - 1, r + down - 1)) for r, c, down, across in grid.spans]
    if rules == "all":
        style += [
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("BACKGROUND", (0, 0), (-1, head - 1), lightgrey),
        ]
    elif rules == "rows":
        style += [("LINEABOVE", (0, 0), (-1, 0), 0.7, black),
                  ("LINEBELOW", (0, 0), (-1, -1), 0.4, black)]  # fmt: skip
    elif rules == "header":
        style += [("LINEABOVE", (0, 0), (-1, 0), 0.8, black),
                  ("LINEBELOW", (0, head - 1), (-1, head - 1), 0.8, black),
                  ("LINEBELOW", (0, -1), (-1, -1), 0.8, black)]  # fmt: skip
    data: list[list[Any]] = [["\n".join(lines) for lines in row] for row in sheet.cells]
    if grid.turned:
        data[0][1:] = [_upright(text, bold, sheet.size) for text in grid.rows[0][1:]]
    repeat = head if grid.repeats else 0
    return LongTable(data, colWidths=list(sheet.widths), style=TableStyle(style), repeatRows=repeat)


def _upright(text: str, font: str, size: float) -> Any:
    """A text that is read from bottom to top."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.platypus import Flowable

    class Upright(Flowable):  # type: ignore[misc]  # ReportLab has no types
        def wrap(self, *_: float) -> tuple[float, float]:
            return 1.4 * size, stringWidth(text, font, size) + 4

        def draw(self) -> None:
            self.canv.rotate(90)
            self.canv.setFont(font, size)
            self.canv.drawString(2, -size, text)

    return Upright()


def _numbers(grid: Grid, column: int) -> bool:
    texts = [row[column] for row in grid.rows[grid.header :] if row[column]]
    return bool(texts) and all(len(text) <= 8 for text in texts)
