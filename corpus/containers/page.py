"""What a PDF page looks like, drawn for one report and used by every producer."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from corpus.containers.columns import PADDING, column_widths
from corpus.containers.fonts import FAMILIES, letters, measure, wrap
from corpus.report import Grid, Report

A4 = (595.28, 841.89)
MARGIN = 54.0


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts, sizes and page of one report."""

    family: str
    size: float
    """Points of the text; tables are set smaller where they need it."""
    landscape: bool

    @property
    def page(self) -> tuple[float, float]:
        """Width and height as seen, points."""
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def room(self) -> float:
        return self.page[0] - 2 * MARGIN


def draw_look(report: Report, chance: Random) -> Look:
    """A font that can draw all of the report, a size, and landscape where the report asks for it."""
    needed = _letters(report)
    able = [family for family in sorted(FAMILIES) if needed <= letters(family)]
    return Look(chance.choice(able), chance.choice((11, 12, 13)), report.landscape)


def _letters(report: Report) -> set[str]:
    """The characters of a report that show."""
    texts = (
        "".join(cell for row in block.rows for cell in row)
        if isinstance(block, Grid)
        else block.text
        for block in report.blocks
    )
    return {letter for text in texts for letter in text if not letter.isspace()}


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table set for a page: cells broken into lines, widths that fit."""

    grid: Grid
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    """Lines of every cell."""
    widths: tuple[float, ...]
    size: float


def set_table(grid: Grid, look: Look) -> SetTable:
    """Break the cells into lines so that the table fits the page's width."""
    for size in (look.size, 10.0, 8.5, 7.0, 6.0, 5.0):
        width = measure(look.family, size)
        widths = column_widths(grid, look.room, width, measure(look.family, size, bold=True))
        if sum(widths) <= look.room + 1:
            break
    heavy = measure(look.family, size, bold=True)
    spans = {(row, column): across for row, column, _, across in grid.spans}
    cells = tuple(
        tuple(
            tuple(
                line
                for part in text.split("\n")
                for line in wrap(
                    part,
                    sum(widths[c : c + spans.get((r, c), 1)]) - PADDING + 0.01,
                    heavy if r < grid.header else width,
                )
            )
            for c, text in enumerate(row)
        )
        for r, row in enumerate(grid.rows)
    )
    return SetTable(grid, cells, tuple(widths), size)


def paragraph(text: str, look: Look, *, bold: bool = False) -> list[str]:
    """The lines of a paragraph; headings are set larger."""
    size = look.size + 3 if bold else look.size
    return wrap(text, look.room, measure(look.family, size, bold=bold))
