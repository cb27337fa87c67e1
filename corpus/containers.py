"""Reports as files: tabbed text, Markdown, HTML, office files, and PDF with a text layer."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from corpus.office import docx, xlsx
from corpus.report import Grid, Heading, Report
from corpus.sheets import BOLD, FONT, register_fonts


def text(report: Report, path: Path) -> None:
    """Lines, and rows of cells divided by tabs."""
    parts = []
    for block in report.blocks:
        if isinstance(block, Grid):
            parts.append("\n".join("\t".join(row) for row in block.rows))
        else:
            parts.append(block.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def markdown(report: Report, path: Path) -> None:
    """Headings, paragraphs, and tables of pipes."""
    parts = []
    for block in report.blocks:
        if isinstance(block, Grid):
            rows = ["| " + " | ".join(row) + " |" for row in block.rows]
            rows.insert(1, "|" + "---|" * len(block.rows[0]))
            parts.append("\n".join(rows))
        else:
            parts.append(f"# {block.text}" if isinstance(block, Heading) else block.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def html(report: Report, path: Path) -> None:
    """A page with headings, paragraphs and tables."""
    parts = ["<!doctype html><html lang='th'><head><meta charset='utf-8'></head><body>"]
    for block in report.blocks:
        if isinstance(block, Grid):
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            parts.append(f"<table>{rows}</table>")
        else:
            tag = "h2" if isinstance(block, Heading) else "p"
            parts.append(f"<{tag}>{escape(block.text)}</{tag}>")
    path.write_text("\n".join([*parts, "</body></html>\n"]), encoding="utf-8")


def pdf(report: Report, path: Path, *, rules: str = "all") -> None:
    """Pages with ruled or unruled tables, wide ones on landscape pages."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    register_fonts()
    widest = max((len(b.rows[0]) for b in report.blocks if isinstance(b, Grid)), default=0)
    page = landscape(A4) if widest > 6 else A4
    title = ParagraphStyle("title", fontName=BOLD, fontSize=16, leading=22, wordWrap="CJK")
    body = ParagraphStyle("body", fontName=FONT, fontSize=13, leading=19, wordWrap="CJK")
    flow: list[Any] = []
    for block in report.blocks:
        if isinstance(block, Grid):
            flow += [_pdf_table(block, rules, page[0]), Spacer(1, 10)]
        else:
            style = title if isinstance(block, Heading) else body
            flow += [Paragraph(escape(block.text), style), Spacer(1, 6)]
    SimpleDocTemplate(str(path), pagesize=page, invariant=1).build(flow)


def _pdf_table(block: Grid, rules: str, width: float) -> Any:
    from reportlab.lib.colors import black
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table, TableStyle

    narrow = len(block.rows[0]) > 9
    cell = ParagraphStyle(
        "cell",
        fontName=FONT,
        fontSize=9 if narrow else 12,
        leading=13 if narrow else 16,
        wordWrap="CJK",
    )
    rows = [[Paragraph(escape(text), cell) for text in row] for row in block.rows]
    lengths = [max(6, *(len(row[i]) for row in block.rows)) for i in range(len(block.rows[0]))]
    shares = [min(length, 26) for length in lengths]
    room = width - 150
    widths = [room * share / sum(shares) for share in shares]
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if rules == "all":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, black))
    return Table(rows, colWidths=widths, style=TableStyle(style))


def pdf_unruled(report: Report, path: Path) -> None:
    """As `pdf`, its tables without rules."""
    pdf(report, path, rules="none")


CONTAINERS: dict[str, tuple[str, Callable[[Report, Path], None]]] = {
    "text": (".txt", text),
    "markdown": (".md", markdown),
    "html": (".html", html),
    "docx": (".docx", docx),
    "xlsx": (".xlsx", xlsx),
    "pdf": (".pdf", pdf),
    "pdf-unruled": (".pdf", pdf_unruled),
}
"""For each container its suffix and its writer."""
