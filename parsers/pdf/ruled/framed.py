"""Bodies without rules in a ruled frame, below a ruled header.

Such a body is one cell to its rules, over several columns of the header; its lines stand in
pieces below the header's cells, and no line of one cell does that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.alignment.blocks import Placed, Row
from parsers.pdf.alignment.columns import Column, is_number, spaces_in
from parsers.pdf.alignment.rows import find_rows
from parsers.pdf.text.chars import Run
from parsers.pdf.text.lines import Segment, TextLine, read_lines

_LEAST = 2
"""Lines in several columns from which a cell is several."""
_OPEN = 0.35
"""Times the type size from which a space inside a piece may part two columns."""


def framed_rows(
    edges: Sequence[float], runs: Sequence[Run]
) -> tuple[list[Row], list[Column]] | None:
    """The rows that a cell over several columns holds, and the columns: those of the header, whose
    ``edges`` are given. None for a cell that is one."""
    lines = read_lines([run for run in runs if not run.turn])
    pieces = [[part for s in line.segments for part in _cut(s, edges)] for line in lines]
    places = [[_column_at(edges, piece) for piece in line] for line in pieces]
    if not _is_body(lines, places, len(edges) - 1):
        return None
    placed: list[Placed] = [
        pair
        for own, line in zip(places, pieces, strict=True)
        for pair in zip(own, line, strict=True)
    ]
    columns = [
        Column(x0, x1, _is_numeric([s for at, s in placed if at == column]))
        for column, (x0, x1) in enumerate(pairwise(edges))
    ]
    rows = find_rows(columns, placed, []) or _by_line(places, pieces)
    return rows, columns


def _is_body(
    lines: Sequence[TextLine], places: Sequence[Sequence[int]], count: int
) -> bool:  # fmt: skip
    """True for lines of which several stand in pieces in columns of their own, and one at least
    holds a number; for one line, where it fills all columns."""
    apart = [
        line
        for line, own in zip(lines, places, strict=True)
        if len(set(own)) == len(own) > 1 and own == sorted(own)
    ]
    numbers = any(is_number(s.text) for line in apart for s in line.segments)
    full = len(lines) == 1 and len(places[0]) == count
    return numbers and (full or len(apart) >= _LEAST) and 2 * len(apart) >= len(lines)


def _cut(segment: Segment, edges: Sequence[float]) -> list[Segment]:
    """A piece, cut at the edges of columns that stand in its spaces, where that makes a number
    stand alone."""
    box = segment.box
    inside = [x for x in edges[1:-1] if box.x0 < x < box.x1]
    if not inside:
        return [segment]
    clear = [
        x
        for x in inside
        if any(a <= x <= b and b - a >= _OPEN * segment.size for a, b in spaces_in(segment))
    ]
    parts = segment.cut(clear) if clear else [segment]
    return parts if any(is_number(part.text) for part in parts) else [segment]


def _column_at(edges: Sequence[float], segment: Segment) -> int:
    """The column that most of a piece stands in; the first of several for one over them."""
    box = segment.box
    overlaps = [min(box.x1, x1) - max(box.x0, x0) for x0, x1 in pairwise(edges)]
    over = [at for at, overlap in enumerate(overlaps) if overlap > segment.size]
    return over[0] if len(over) > 1 else overlaps.index(max(overlaps))


def _is_numeric(pieces: Sequence[Segment]) -> bool:
    numbers = sum(is_number(piece.text) for piece in pieces)
    return numbers * 2 >= len(pieces) > 0


def _by_line(places: Sequence[Sequence[int]], pieces: Sequence[Sequence[Segment]]) -> list[Row]:
    """Each line as a row."""
    rows = []
    for own, line in zip(places, pieces, strict=True):
        row = Row(line[0].base)
        for column, piece in zip(own, line, strict=True):
            row.add(column, piece)
        rows.append(row)
    return rows
