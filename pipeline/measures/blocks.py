"""Put the rows of text tables together again that a wrapped first cell broke apart.

    1) จัดทำคู่มือการ <tab> ประชุม <tab> กองคลัง
    ให้บริการ
    2) …

A line directly below a row, without a blank line between, is the rest of its first cell that
is no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.model import Document, Line, Table
from pipeline.measures.drafts import number_cell
from pipeline.measures.items import has_marker
from pipeline.measures.persons import without_persons
from pipeline.measures.unwrap import joined

_LINED = ("text/plain", "text/markdown")
"""Formats whose line numbers tell what stands directly below a row."""


def whole_blocks(document: Document) -> Iterator[Line | Table]:
    """The blocks of a document, broken tables of text made whole."""
    if document.media_type not in _LINED:
        yield from document.blocks
        return
    table: Table | None = None
    for block in document.blocks:
        if table is not None:
            grown = _with_line(table, block) if isinstance(block, Line) else _with(table, block)
            if grown is not None:
                table = grown
                continue
            yield table
            table = None
        if isinstance(block, Table):
            table = block
        else:
            yield block
    if table is not None:
        yield table


def _with_line(table: Table, line: Line) -> Table | None:
    """The table with a line as the rest of its last row's first cell; None where it is none."""
    row = table.rows[-1]
    above = _last_line(table)
    at = next((at for at, cell in enumerate(row) if cell and not number_cell(cell.text)), None)
    if line.page != table.page or line.number != above + 1 or line.heading or at is None:
        return None
    first = row[at]
    if at > 1 or (at == 1 and not row[0]):
        return None
    if has_marker(line.text) or (len(table.rows) < 2 and len(row) < 3):
        return None
    text = joined([first.text, without_persons(line.text)])
    cell = replace(first, text=text, printed=f"{first.printed} {line.printed}", line=line.number)
    return replace(table, rows=(*table.rows[:-1], (*row[:at], cell, *row[at + 1 :])))


def _with(table: Table, below: Table) -> Table | None:
    """Both tables as one where the second goes on on the next line."""
    follows = below.page == table.page and below.line == _last_line(table) + 1
    if not follows or below.width != table.width or _last_line(table) == table.rows[-1][-1].line:
        return None
    start = len(table.rows)
    moved = tuple(
        tuple(replace(cell, row=start + at) for cell in row) for at, row in enumerate(below.rows)
    )
    return replace(table, rows=(*table.rows, *moved))


def _last_line(table: Table) -> int:
    """The number of the last line that belongs to a table."""
    return max(cell.line for cell in table.rows[-1])
