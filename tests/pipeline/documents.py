"""Small documents made by hand, for tests of what is read from pages."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import Cell, Document, Line, Page, Table


def document(text: str) -> Document:
    """A one-page document: lines with tabs are rows of tables, others are lines of text;
    a blank line ends either."""
    blocks: list[Line | Table] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            rows.append((number, line.split("\t")))
            continue
        if rows:
            blocks.append(_table(rows))
            rows = []
        if line.strip():
            blocks.append(Line(line, line, number, 1))
    if rows:
        blocks.append(_table(rows))
    return Document((Page(1, tuple(blocks)),), "text/plain", "hand")


def table(*rows: Sequence[str]) -> Table:
    """A table of the given texts."""
    return _table([(number, list(row)) for number, row in enumerate(rows, 1)])


def _table(rows: list[tuple[int, list[str]]]) -> Table:
    width = max(len(row) for _, row in rows)
    grid = tuple(
        tuple(
            Cell(text, text.replace("|", "\n"), index, column, number, 1)
            for column, text in enumerate(row + [""] * (width - len(row)))
        )
        for index, (number, row) in enumerate(rows)
    )
    return Table(grid, 1, rows[0][0])
