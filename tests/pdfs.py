"""Draw real PDFs with a Thai font for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

FONT, BOLD = "Sarabun", "Sarabun-Bold"


def register_fonts() -> None:
    """Make the shipped Thai font known to ReportLab."""
    import fontpkg_sarabun
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if FONT in pdfmetrics.getRegisteredFontNames():
        return
    folder = Path(fontpkg_sarabun.__file__).parent
    for name, style in ((FONT, "Regular"), (BOLD, "Bold")):
        path = next(folder.rglob(f"Sarabun-{style}.ttf"))
        pdfmetrics.registerFont(TTFont(name, str(path)))


def draw(path: Path, *pages: Sequence[Any], size: tuple[float, float] = (595.0, 842.0)) -> Path:
    """A PDF of pages, each a sequence of texts (lines) and `grid` tables, from top to bottom."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=size, invariant=True)
    for page in pages:
        top = size[1] - 50
        for item in page:
            if isinstance(item, str):
                canvas.setFont(FONT, 14)
                canvas.drawString(60, top - 14, item)
                top -= 24
                continue
            _, height = item.wrapOn(canvas, size[0] - 120, size[1])
            item.drawOn(canvas, 60, top - height)
            top -= height + 12
        canvas.showPage()
    canvas.save()
    return path


def grid(
    rows: Sequence[Sequence[str]], *, rules: str = "all", widths: Sequence[float] | None = None,
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (), valign: str = "MIDDLE", align: str = "LEFT",
) -> Any:  # fmt: skip
    """A table with ``all``, ``horizontal`` or ``none`` of its rules, or a ``frame`` and those of its
    first row; spans as (column, row)."""
    from reportlab.platypus import Table, TableStyle

    register_fonts()
    style: list[Any] = [
        ("FONT", (0, 0), (-1, -1), FONT, 12),
        ("LEADING", (0, 0), (-1, -1), 15),
        ("VALIGN", (0, 0), (-1, -1), valign),
        ("ALIGN", (1, 0), (-1, -1), align),
    ]
    if rules == "all":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)))
    elif rules == "horizontal":
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, (0, 0, 0)))
    elif rules == "frame":
        style.append(("BOX", (0, 0), (-1, -1), 0.5, (0, 0, 0)))
        style.append(("GRID", (0, 0), (-1, 0), 0.5, (0, 0, 0)))
    style += [("SPAN", start, stop) for start, stop in spans]
    return Table([list(row) for row in rows], colWidths=widths, style=TableStyle(style))
