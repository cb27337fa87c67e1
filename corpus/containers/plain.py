"""Reports as text: tabbed, Markdown, with fragments of HTML, and damaged as OCR damages it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random

from corpus.containers.damage import Damage, draw_damage
from corpus.containers.fonts import words
from corpus.report import Grid, Heading, PageBreak, Report


def text(report: Report, path: Path, chance: Random) -> None:
    """Lines, and rows of cells divided by tabs; long names now and then over two lines."""
    breaks = chance.random() < 0.2
    parts = [
        (_tabbed(block, breaks) if _is_flat(block) else html_table(block))
        if isinstance(block, Grid)
        else block.text
        for block in report.blocks
        if not isinstance(block, PageBreak)
    ]
    _write(path, parts)


def markdown(report: Report, path: Path, chance: Random) -> None:
    """Headings, paragraphs, and tables of pipes."""
    parts = []
    bold = chance.random() < 0.3
    for block in report.blocks:
        if isinstance(block, Grid):
            parts.append(_piped(block))
        elif isinstance(block, Heading):
            parts.append(f"**{block.text}**" if bold else f"# {block.text}")
        elif not isinstance(block, PageBreak):
            parts.append(block.text)
    _write(path, parts)


def fragments(report: Report, path: Path, chance: Random) -> None:
    """Lines of text with tables as fragments of HTML, as some OCR tools write."""
    lined = chance.random() < 0.5
    parts = [
        html_table(block, "\n" if lined else "") if isinstance(block, Grid) else block.text
        for block in report.blocks
        if not isinstance(block, PageBreak)
    ]
    _write(path, parts)


def damaged(report: Report, path: Path, chance: Random) -> None:
    """Tabbed text, Markdown or fragments with the damage of text layers and of OCR."""
    chance.choice((text, markdown, fragments))(report, path, chance)
    damage: Damage = draw_damage(chance)
    path.write_text(damage(path.read_text(encoding="utf-8"), chance), encoding="utf-8")


def html_table(grid: Grid, between: str = "") -> str:
    """A table of HTML with its merged cells."""
    spans = grid.merged
    covered = grid.covered
    lines = ["<table>"]
    for r, cells in enumerate(grid.rows):
        tag = "th" if r < grid.header else "td"
        parts = []
        for c, cell in enumerate(cells):
            if (r, c) in covered:
                continue
            down, across = spans.get((r, c), (1, 1))
            size = (f' rowspan="{down}"' if down > 1 else "") + (
                f' colspan="{across}"' if across > 1 else ""
            )
            inside = escape(cell).replace("\n", "<br>")
            parts.append(f"<{tag}{size}>{inside}</{tag}>")
        lines.append("<tr>" + between.join(parts) + "</tr>")
    return between.join([*lines, "</table>"])


def _is_flat(grid: Grid) -> bool:
    """Whether no cell has several lines, which tabs could not hold."""
    return not any("\n" in cell for row in grid.rows for cell in row)


def _tabbed(grid: Grid, breaks: bool) -> str:
    return "\n".join(_row(row, breaks and at >= grid.header) for at, row in enumerate(grid.rows))


def _row(row: tuple[str, ...], breaks: bool) -> str:
    """A row on one line; a long label's second half on the line below, or above its numbers."""
    cells = [cell.replace("\n", " ") for cell in row]
    first = cells[0]
    pieces = words(first)
    if not breaks or len(first) < 24 or len(pieces) < 4:
        return "\t".join(cells)
    half = len(pieces) * 2 // 3
    head, tail = "".join(pieces[:half]), "".join(pieces[half:])
    if any(letter.isdigit() for letter in tail):
        return "\t".join(cells)
    return "\t".join([head, *cells[1:]]) + f"\n{tail.strip()}"


def _piped(grid: Grid) -> str:
    rows = [
        "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in grid.rows
    ]
    rows.insert(1, "|" + "---|" * grid.width)
    return "\n".join(rows)


def _write(path: Path, parts: list[str]) -> None:
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
