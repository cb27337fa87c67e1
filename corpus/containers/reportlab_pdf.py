"""PDF by ReportLab: ruled, half-ruled, unruled, and on rotated pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from random import Random
from typing import Any

from corpus.containers.fonts import measure, register
from corpus.containers.page import A4, MARGIN, Look, draw_look, paragraph, set_table
from corpus.containers.quirks import canvas_of, private_mark_faces, thai_digit_faces
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


def damaged(report: Report, path: Path, chance: Random) -> None:
    """The damage of text layers: marks lost, doubled, in the private use area."""
    look = draw_look(report, chance)
    faces = private_mark_faces(look.family)
    write(report, path, look, chance, "all", quirk="damaged", faces=faces)


def quirky(quirk: str) -> Callable[[Report, Path, Random], None]:
    """Text drawn in the way of a quirk (`corpus.containers.quirks`)."""

    def writer(report: Report, path: Path, chance: Random) -> None:
        rules = chance.choice(("all", "all", "rows"))
        write(report, path, draw_look(report, chance), chance, rules, quirk=quirk)

    return writer


def thai_digits(report: Report, path: Path, chance: Random) -> None:
    """A font that draws 0–9 as Thai digits: all digits of the text layer are Arabic."""
    arabic = replace(report, voice=replace(report.voice, digits="arabic"))
    arabic.blocks = [block.spoilt(_to_arabic) for block in report.blocks]
    report.scores[:] = [replace(one, printed=_to_arabic(one.printed)) for one in report.scores]
    look = draw_look(report, chance)
    write(arabic, path, look, chance, "all", faces=thai_digit_faces(look.family))


def split_rows(report: Report, path: Path, chance: Random) -> None:
    """Tables that begin low on a page and go on without their header, rows cut by the page's
    end."""
    blocks = [
        replace(block, repeats=False) if isinstance(block, Grid) else block
        for block in report.blocks
    ]
    look = draw_look(report, chance)
    write(replace(report, blocks=blocks), path, look, chance, "all", low=True)


def _to_arabic(text: str) -> str:
    return text.translate(_ARABIC)


_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def write(
    report: Report,
    path: Path,
    look: Look,
    chance: Random,
    rules: str,
    *,
    turn: bool = False,
    quirk: str = "",
    faces: tuple[str, str] | None = None,
    low: bool = False,
) -> None:
    """Write the report; the same look and the same chance give the same bytes.

    ``low`` begins tables near the foot of a page and lets the page's end cut rows.
    """
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import (
        BaseDocTemplate,
        CondPageBreak,
        Frame,
        PageTemplate,
        Paragraph,
        Spacer,
    )
    from reportlab.platypus import PageBreak as NewPage

    font, bold = faces or register(look.family)
    title = ParagraphStyle("t", fontName=bold, fontSize=look.size + 3, leading=1.6 * look.size + 5)
    body = ParagraphStyle("b", fontName=font, fontSize=look.size, leading=1.6 * look.size)
    middle = "TOP" if low else chance.choice(("MIDDLE", "MIDDLE", "TOP"))
    number_align = chance.choice(("CENTER", "CENTER", "RIGHT", "LEFT"))
    flow: list[Any] = []
    for block in report.blocks:
        if isinstance(block, Grid):
            if low:
                flow.append(Spacer(1, chance.randint(0, 260)))
            table = _table(block, look, rules, middle, number_align, faces=(font, bold), cut=low)
            if low:
                flow.append(CondPageBreak(_head_height(block, look)))
            flow += [table, Spacer(1, 10)]
        elif isinstance(block, PageBreak):
            flow.append(NewPage())
        else:
            head = isinstance(block, Heading)
            lines = paragraph(block.text, look, bold=head)
            style = title if head else body
            if quirk:
                flow += [_lines(lines, style), Spacer(1, 5)]
                continue
            marked = "<br/>".join(escape(line) for line in lines)
            flow += [Paragraph(marked, style), Spacer(1, 5)]
    width, height = look.page
    frame = Frame(MARGIN - 6, MARGIN, width - 2 * MARGIN + 12, height - 2 * MARGIN)
    template = PageTemplate("page", [frame], onPage=_turned if turn else _plain)
    BaseDocTemplate(
        str(path), pagesize=look.page, invariant=1, rotation=90 if turn else 0,
        pageTemplates=[template],
    ).build(flow, canvasmaker=canvas_of(quirk, chance) if quirk else Canvas)  # fmt: skip


def _plain(canvas: Any, document: Any) -> None:
    """Pages as they are."""


def _turned(canvas: Any, _: Any) -> None:
    """Draw lying down on an upright page, which viewers turn by 90 degrees."""
    canvas.transform(0, 1, -1, 0, A4[0], 0)


def _head_height(grid: Grid, look: Look) -> float:
    """Points that a table's header and its first row need: these no page's end parts."""
    sheet = set_table(grid, look)
    lines = sum(
        max((len(cell) for cell in row), default=1) for row in sheet.cells[: grid.header + 1]
    )
    upright = measure(look.family, sheet.size, bold=True)
    turned = max(map(upright, grid.rows[0][1:])) if grid.turned else 0.0
    return lines * 1.45 * sheet.size + turned + 8 * (grid.header + 1)


def _lines(lines: list[str], style: Any) -> Any:
    """Lines of text that the canvas draws one by one."""
    from reportlab.platypus import Table, TableStyle

    look = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), style.fontName, style.fontSize, style.leading),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return Table([[line] for line in lines], style=look, hAlign="LEFT")


def _table(
    grid: Grid,
    look: Look,
    rules: str,
    middle: str,
    align: str,
    *,
    faces: tuple[str, str],
    cut: bool = False,
) -> Any:
    from reportlab.lib.colors import black, lightgrey
    from reportlab.platypus import LongTable, TableStyle

    font, bold = faces
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
    return LongTable(
        data, colWidths=list(sheet.widths), style=TableStyle(style), repeatRows=repeat,
        splitInRow=int(cut),
    )  # fmt: skip


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
