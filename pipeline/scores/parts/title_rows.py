"""A title's last lines that came to stand in the grid: the body, alone over a table of years."""

from __future__ import annotations

from dataclasses import replace

from parsers.model import Cell, Document, Line, Page, Table
from pipeline.scores.bodies.named_bodies import is_body
from pipeline.scores.parts.stacked import part
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import is_value
from pipeline.years import header_year

_TITLE = 3
"""Lines of a title that may stand in the grid."""
_LEAST = 3
"""Cells of the header below them, at least."""
_YEARS = 2
"""Different years over columns or before rows, from which these are not of bodies."""


def with_title_lines(document: Document) -> Document:
    """The document with such lines above their tables, where they stand on their page."""
    pages = tuple(_freed(page) for page in document.pages)
    changed = any(page is not old for page, old in zip(pages, document.pages, strict=True))
    return replace(document, pages=pages) if changed else document


def _freed(page: Page) -> Page:
    blocks: list[Line | Table] = []
    for block in page.blocks:
        if isinstance(block, Table):
            lines, below = titled(block)
            blocks += [*lines, below]
        else:
            blocks.append(block)
    return replace(page, blocks=tuple(blocks)) if len(blocks) > len(page.blocks) else page


def titled(table: Table) -> tuple[tuple[Line, ...], Table]:
    """The lines of a title whose last one is a body, in the rows above a table of years, and the
    table below them; no lines and the table itself where there are none."""
    above = 0
    while above < min(_TITLE, len(table.rows)) and len(_filled(table.rows[above])) == 1:
        above += 1
    if not above or above == len(table.rows) or len(_filled(table.rows[above])) < _LEAST:
        return (), table
    cells = [_filled(row)[0] for row in table.rows[:above]]
    below = part(table, above, len(table.rows))
    if not is_body(one_line(cells[-1].text)) or not _is_of_years(below):
        return (), table
    return tuple(map(_as_line, cells)), below


def _as_line(cell: Cell) -> Line:
    text = one_line(cell.text)
    return Line(text, text, cell.line, cell.page, cell.box, cell.method, cell.confidence)


def _filled(row: tuple[Cell, ...]) -> list[Cell]:
    return [cell for cell in row if not is_nothing(cell.text)]


def _is_of_years(table: Table) -> bool:
    """Whether the columns are of different years, or the rows."""
    over: set[int | None] = set()
    for row in table.rows:
        if any(is_value(cell.text) for cell in row):
            break
        over |= {header_year(cell.text) for cell in row}
    before = {header_year(filled[0].text) for row in table.rows if (filled := _filled(row))}
    return max(len(over - {None}), len(before - {None})) >= _YEARS
