"""Tables as text: CSV and its kin, divided by commas, semicolons, tabs or bars.

The divider is the one that gives most rows the same number of cells, several of them; a first
line ``sep=;`` says it outright. Quoted cells may hold dividers and line breaks. ``line`` is the
line of the file on which a row begins.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from parsers.encoding import decode
from parsers.model import Document
from parsers.refusals import too_large
from parsers.sheet import MAX_CELLS, sheet_page, used_cells

_DIVIDERS = (",", "\t", ";", "|")
_SAMPLE = 200
"""Rows by which a divider is told."""
_MAX_CELL = 2**20
"""Characters of one cell; more is a quote that somebody forgot to close."""

Numbered = list[tuple[int, list[str]]]


def parse(path: Path) -> Document:
    """Read a delimited text.

    Raises `UnreadableDocument` as `parsers.encoding.decode` does, and ``too-large``.
    """
    decoded = decode(path.read_bytes())
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    stated, text, skipped = _stated(text)
    rows = _rows(text, stated or _divider(text))
    texts = {
        (number + skipped, column): cell
        for number, row in rows
        for column, cell in enumerate(row, 1)
        if cell.strip()
    }
    if len(texts) > MAX_CELLS:
        raise too_large(f"{len(texts):,} cells")
    page = sheet_page(1, "", used_cells(texts))
    return Document((page,), "text/csv", "delimited", decoded.encoding, decoded.notices)


def _stated(text: str) -> tuple[str, str, int]:
    """The divider that the first line states, the text after it, and lines taken."""
    first, _, rest = text.partition("\n")
    given = first.strip().strip('"').lower()
    if given.startswith("sep=") and len(first.strip().strip('"')) <= 5:
        return (first.strip().strip('"')[4:] or "\t"), rest, 1
    return "", text, 0


def _divider(text: str) -> str:
    """The divider under which most rows are alike; a comma where none divides anything."""
    sample = "\n".join(text.split("\n", _SAMPLE + 1)[:_SAMPLE])
    best, best_rank = ",", (0.0, 0)
    for divider in _DIVIDERS:
        widths = Counter(len(row) for _, row in _rows(sample, divider) if any(row))
        several = {width: count for width, count in widths.items() if width > 1}
        if not several:
            continue
        width = max(several, key=lambda one: (several[one], one))
        rank = (round(several[width] / widths.total(), 2), width)
        if rank > best_rank:
            best, best_rank = divider, rank
    return best


def _rows(text: str, divider: str) -> Numbered:
    """Rows with the line on which each begins.

    A quote that is never closed would swallow the rest; such a text is read without quotes.
    """
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    rows: Numbered = []
    before = 0
    try:
        for row in reader:
            rows.append((before + 1, row))
            before = reader.line_num
    except csv.Error:
        return _unquoted(text, divider)
    if rows and reader.line_num - rows[-1][0] > _SAMPLE:
        return _unquoted(text, divider)
    return rows


def _unquoted(text: str, divider: str) -> Numbered:
    return [(number, line.split(divider)) for number, line in enumerate(text.split("\n"), 1)]
