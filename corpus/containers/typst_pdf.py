"""PDF by Typst: its own line breaking, glyph runs with kerning, strokes as paths."""

from __future__ import annotations

from pathlib import Path
from random import Random

from corpus.containers.fonts import files
from corpus.containers.page import Look, draw_look, set_table
from corpus.report import Grid, Heading, PageBreak, Report

_RULES = {
    "all": "stroke: 0.5pt",
    "rows": "stroke: (x, y) => (bottom: 0.4pt, top: if y == 0 { 0.7pt })",
    "none": "stroke: none",
}


def typst_pdf(report: Report, path: Path, chance: Random) -> None:
    """Write the report; ruled, or with rules between rows, or without."""
    import typst

    look = draw_look(report, chance)
    rules = chance.choice(("all", "all", "all", "rows", "none"))
    source = _source(report, look, rules)
    font = files(look.family)[0].parent
    compiled = typst.compile(  # type: ignore[misc]  # its overloads need an output
        source.encode(), font_paths=[str(font)], ignore_system_fonts=True
    )
    path.write_bytes(compiled)


def _source(report: Report, look: Look, rules: str) -> str:
    flipped = "true" if look.landscape else "false"
    parts = [
        "#set document(date: none)",
        f'#set page(paper: "a4", flipped: {flipped}, margin: 54pt)',
        f'#set text(font: "{look.family}", size: {look.size}pt, lang: "th")',
        "#set par(leading: 0.9em)",
        "#show table.cell: set par(justify: false)",
    ]
    for block in report.blocks:
        if isinstance(block, Grid):
            parts.append(_table(block, look, rules))
        elif isinstance(block, PageBreak):
            parts.append("#pagebreak(weak: true)")
        elif isinstance(block, Heading):
            parts.append(f"#par(text(weight: 700, size: {look.size + 3}pt, {_text(block.text)}))")
        else:
            parts.append(f"#par({_text(block.text)})")
    return "\n\n".join(parts)


def _table(grid: Grid, look: Look, rules: str) -> str:
    spans = grid.merged
    covered = grid.covered
    sheet = set_table(grid, look)
    columns = ", ".join(f"{width:.1f}pt" for width in sheet.widths)

    def cell(r: int, c: int) -> str:
        down, across = spans.get((r, c), (1, 1))
        text = _text(grid.rows[r][c])
        if (down, across) == (1, 1):
            return f"[#{text}]"
        return f"table.cell(rowspan: {down}, colspan: {across})[#{text}]"

    rows = [
        ", ".join(cell(r, c) for c in range(grid.width) if (r, c) not in covered)
        for r in range(len(grid.rows))
    ]
    head = ", ".join(rows[: grid.header])
    repeat = "true" if grid.repeats else "false"
    lines = [f"table.header(repeat: {repeat}, {head})", *rows[grid.header :]]
    body = ",\n  ".join(lines)
    align = "(x, y) => if x == 0 { left + horizon } else { center + horizon }"
    return (
        f"#text(size: {sheet.size}pt)[#table(columns: ({columns},), inset: 5pt, align: {align},\n"
        f"  {_RULES[rules]},\n"
        f"  {body})]"
    )


def _text(text: str) -> str:
    """A string literal of Typst."""
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'
