"""One-page PDF reports: a title, a body's name, a ruled table, a closing sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FONT, BOLD = "Sarabun", "Sarabun-Bold"
PAGE = (595.28, 841.89)
MARGIN = 60.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says."""

    title: str
    agency: str
    rows: Sequence[Sequence[str]]
    closing: str


def register_fonts() -> None:
    """Make the Sarabun faces known to ReportLab."""
    import fontpkg_sarabun
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(fontpkg_sarabun.__file__).parent
    for name, style in ((FONT, "Regular"), (BOLD, "Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            path = next(folder.rglob(f"Sarabun-{style}.ttf"))
            pdfmetrics.registerFont(TTFont(name, str(path)))


def write_pdf(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write the sheets, a page each; the same sheets give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=PAGE, invariant=True)
    for sheet in sheets:
        top = PAGE[1] - MARGIN
        for font, size, text in ((BOLD, 17, sheet.title), (FONT, 15, sheet.agency)):
            canvas.setFont(font, size)
            canvas.drawCentredString(PAGE[0] / 2, top, text)
            top -= 28
        table = _table(sheet.rows)
        width, height = table.wrapOn(canvas, PAGE[0] - 2 * MARGIN, PAGE[1])
        table.drawOn(canvas, (PAGE[0] - width) / 2, top - height)
        canvas.setFont(FONT, 14)
        canvas.drawString(MARGIN, top - height - 34, sheet.closing)
        canvas.showPage()
    canvas.save()


def _table(rows: Sequence[Sequence[str]]) -> Any:
    from reportlab.lib.colors import black, lightgrey
    from reportlab.platypus import Table, TableStyle

    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), FONT, 14),
            ("FONT", (0, 0), (-1, 0), BOLD, 14),
            ("LEADING", (0, 0), (-1, -1), 18),
            ("GRID", (0, 0), (-1, -1), 0.6, black),
            ("BACKGROUND", (0, 0), (-1, 0), lightgrey),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return Table([list(row) for row in rows], style=style)
