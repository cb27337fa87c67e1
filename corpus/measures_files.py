"""Documents of measures as files: tabbed text, Markdown, HTML, PDF and Word.

Lines inside cells are kept in the way of each format: tags of lists in text as OCR
writes them, items in HTML, lines and paragraphs in PDF and Word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from corpus.report import Block, Grid, Heading
from corpus.sheets import BOLD, FONT, register_fonts

_ROOM = 700.0
"""Points for a table on a landscape page."""
_SIZE, _LEADING = 10, 14


def text(blocks: Sequence[Block], path: Path) -> None:
    """Lines, and rows of cells divided by tabs; lines inside cells as paragraphs."""
    parts = []
    for block in blocks:
        if isinstance(block, Grid):
            parts.append("\n".join("\t".join(map(_tagged, row)) for row in block.rows))
        else:
            parts.append(block.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def markdown(blocks: Sequence[Block], path: Path) -> None:
    """Headings, paragraphs, and tables of pipes with breaks inside cells."""
    parts = []
    for block in blocks:
        if isinstance(block, Grid):
            rows = ["| " + " | ".join(row).replace("\n", "<br>") + " |" for row in block.rows]
            rows.insert(1, "|" + "---|" * len(block.rows[0]))
            parts.append("\n".join(rows))
        else:
            parts.append(f"# {block.text}" if isinstance(block, Heading) else block.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def html(blocks: Sequence[Block], path: Path) -> None:
    """A page with headings, paragraphs and tables, lists inside cells."""
    parts = ["<!doctype html><html lang='th'><head><meta charset='utf-8'></head><body>"]
    for block in blocks:
        if isinstance(block, Grid):
            rows = "".join(
                "<tr>" + "".join(f"<td>{_listed(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            parts.append(f"<table>{rows}</table>")
        else:
            tag = "h2" if isinstance(block, Heading) else "p"
            parts.append(f"<{tag}>{escape(block.text)}</{tag}>")
    path.write_text("\n".join([*parts, "</body></html>\n"]), encoding="utf-8")


def _tagged(cell: str) -> str:
    if "\n" not in cell:
        return cell
    return "".join(f"<p>{line}</p>" for line in cell.split("\n"))


def _listed(cell: str) -> str:
    if "\n" not in cell:
        return escape(cell)
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in cell.split("\n")) + "</ul>"


def pdf(blocks: Sequence[Block], path: Path) -> None:
    """Landscape pages, lines broken between words, a page for each table."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    register_fonts()
    title = ParagraphStyle("title", fontName=BOLD, fontSize=15, leading=21)
    body = ParagraphStyle("body", fontName=FONT, fontSize=13, leading=19)
    flow: list[Any] = []
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Grid):
            flow += [PageBreak()] if isinstance(above, Grid) else []
            flow.append(_pdf_table(block))
        else:
            style = title if isinstance(block, Heading) else body
            flow += [Paragraph(_broken(block.text, _ROOM, style.fontSize), style), Spacer(1, 5)]
        above = block
    SimpleDocTemplate(
        str(path), pagesize=landscape(A4), invariant=1, leftMargin=50, rightMargin=50
    ).build(flow)


def _pdf_table(block: Grid) -> Any:
    from reportlab.lib.colors import black
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table, TableStyle

    style = ParagraphStyle("cell", fontName=FONT, fontSize=_SIZE, leading=_LEADING)
    count = len(block.rows[0])
    shares = [min(max(8, *(len(row[i]) for row in block.rows)), 60) for i in range(count)]
    widths = [_ROOM * share / sum(shares) for share in shares]
    rows, spans = [], []
    for number, row in enumerate(block.rows):
        alone = bool(row[0]) and not any(row[1:]) and len(row) > 1 and bool(block.header)
        if alone:
            spans.append(("SPAN", (0, number), (-1, number)))
        rows.append(
            [
                Paragraph(_broken(cell, (_ROOM if alone else width) - 14, _SIZE), style)
                for cell, width in zip(row, widths, strict=True)
            ]
        )
    looks = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]
    return Table(rows, colWidths=widths, style=TableStyle(looks))


def _broken(cell: str, width: float, size: float) -> str:
    """Lines that fit, broken between words as word processors do."""
    from pythainlp.tokenize import word_tokenize
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines: list[str] = []
    for line in cell.split("\n"):
        current = ""
        for token in word_tokenize(line, engine="newmm", keep_whitespace=True):
            glued = bool(re.match(r"^[.):/]+$", token))
            if current and not glued and stringWidth(current + token, FONT, size) > width:
                lines.append(current.rstrip())
                current = ""
            current += token if current else token.lstrip()
        lines.append(current.rstrip())
    return "<br/>".join(map(escape, lines))


def docx(blocks: Sequence[Block], path: Path) -> None:
    """A Word file: paragraphs and tables, a paragraph for each line of a cell."""
    from docx import Document

    document = Document()
    for block in blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, 1)
            continue
        if not isinstance(block, Grid):
            document.add_paragraph(block.text)
            continue
        table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for row, texts in zip(table.rows, block.rows, strict=True):
            for cell, content in zip(row.cells, texts, strict=True):
                first, *more = content.split("\n")
                cell.paragraphs[0].add_run(first)
                for line in more:
                    cell.add_paragraph(line)
        document.add_paragraph("")
    document.save(str(path))


WRITERS: dict[str, tuple[str, Callable[[Sequence[Block], Path], None]]] = {
    "text": (".txt", text),
    "markdown": (".md", markdown),
    "html": (".html", html),
    "pdf": (".pdf", pdf),
    "docx": (".docx", docx),
}
"""For each container its suffix and its writer."""
