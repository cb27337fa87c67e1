"""Tables without rules, or with horizontal rules only: columns told by their gaps.

A table is a run of lines in which the same vertical gaps stand open and at least one
column holds numbers. Lines with a single piece may belong to it: the wrapped rest
of a label, or a heading over several columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Box, Cell, Method, Table
from parsers.pdf_text import Segment, TextLine
from parsers.thai import fold_spaces, repair

_NUMBER = re.compile(r"^[-+]?[\d๐-๙][\d๐-๙.,]*\s?%?$|^-$")
_MIN_ROWS = 3
_FEW = 0.15
"""Share of rows whose pieces may reach over the gap between two columns."""
_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""


def unruled_tables(lines: Sequence[TextLine], page: int) -> tuple[list[Table], set[int]]:
    """The unruled tables among the lines of a page, and the ids of the lines they take."""
    tables: list[Table] = []
    used: set[int] = set()
    for start, end in _runs(lines):
        run = lines[start:end]
        columns = _columns(run)
        if len(columns) < 2:
            continue
        tables.append(_table(run, columns, page))
        used |= {id(line) for line in run}
    return tables, used


def _runs(lines: Sequence[TextLine]) -> list[tuple[int, int]]:
    """Ranges of lines that are close together and mostly have numbers in pieces of their own."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not _has_number(lines[index]):
            index += 1
            continue
        start, end, last = index, index + 1, index
        while end < len(lines) and _close(lines[end - 1], lines[end]):
            if _has_number(lines[end]):
                last = end
            elif end - last > 2:
                break
            end += 1
        end = last + 1
        rows = sum(1 for line in lines[start:end] if _has_number(line))
        if rows >= _MIN_ROWS:
            start = _with_header(lines, start, runs[-1][1] if runs else 0)
            end = _with_rest(lines, end, start)
            runs.append((start, end))
        index = max(end, index + 1)
    return runs


def _has_number(line: TextLine) -> bool:
    return len(line.segments) > 1 and any(_NUMBER.match(s.text.strip()) for s in line.segments)


def _close(above: TextLine, below: TextLine) -> bool:
    return below.box.top - above.box.bottom <= _NEAR * max(above.size, below.size)


def _with_header(lines: Sequence[TextLine], start: int, limit: int) -> int:
    """Take in up to three lines of several pieces right above the numbers."""
    first = start
    while (
        first > limit
        and start - first < 3
        and len(lines[first - 1].segments) > 1
        and _close(lines[first - 1], lines[first])
    ):
        first -= 1
    return first


def _with_rest(lines: Sequence[TextLine], end: int, start: int) -> int:
    """Take in the wrapped rest of the last row's label: one narrow piece in its first column."""
    first = min(line.segments[0].box.x0 for line in lines[start:end])
    widest = max(line.segments[0].box.x1 for line in lines[start:end] if len(line.segments) > 1)
    if end < len(lines):
        line = lines[end]
        box = line.segments[0].box
        tight = line.box.top - lines[end - 1].box.bottom <= 0.6 * line.size
        if len(line.segments) == 1 and tight and box.x0 >= first - 2 and box.x1 <= widest + 2:
            return end + 1
    return end


def _columns(run: Sequence[TextLine]) -> list[tuple[float, float]]:
    """The extent of each column: where pieces stand in more than a few of the lines with
    numbers. A single piece that reaches over a gap does not close it."""
    spans = [
        (segment.box.x0, segment.box.x1)
        for line in run
        if _has_number(line)
        for segment in line.segments
    ]
    rows = sum(1 for line in run if _has_number(line))
    few = rows * _FEW
    edges = sorted([(x0, 1) for x0, _ in spans] + [(x1, -1) for _, x1 in spans])
    columns: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, step in edges:
        was, depth = depth, depth + step
        if was <= few < depth:
            start = x
        elif depth <= few < was:
            columns.append((start, x))
    return columns


def _table(run: Sequence[TextLine], columns: Sequence[tuple[float, float]], page: int) -> Table:
    rows: list[list[list[Segment]]] = []
    for line in run:
        wrapped = (
            rows
            and len(line.segments) == 1
            and _covers(columns, line.segments[0]) == (0, 1)
            and any(rows[-1][1:])
        )
        if wrapped and _tight(rows[-1], line):
            rows[-1][0].append(line.segments[0])
            continue
        row: list[list[Segment]] = [[] for _ in columns]
        for segment in line.segments:
            row[_covers(columns, segment)[0]].append(segment)
        rows.append(row)
    grid = tuple(
        tuple(_cell(parts, index, column, columns, page) for column, parts in enumerate(row))
        for index, row in enumerate(rows)
    )
    box = Box(
        min(line.box.x0 for line in run), run[0].box.top,
        max(line.box.x1 for line in run), run[-1].box.bottom,
    )  # fmt: skip
    return Table(grid, page, 0, box)


def _tight(row: Sequence[Sequence[Segment]], line: TextLine) -> bool:
    bottom = max(segment.box.bottom for parts in row for segment in parts)
    return line.box.top - bottom <= 0.6 * line.size


def _covers(columns: Sequence[tuple[float, float]], segment: Segment) -> tuple[int, int]:
    """The column that a piece stands in, and over how many it reaches."""
    box = segment.box
    over = [i for i, (x0, x1) in enumerate(columns) if box.x0 < x1 and box.x1 > x0]
    if over:
        return over[0], len(over)
    middle = (box.x0 + box.x1) / 2
    nearest = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))
    return nearest, 1


def _cell(
    parts: Sequence[Segment],
    row: int,
    column: int,
    columns: Sequence[tuple[float, float]],
    page: int,
) -> Cell:
    printed = "\n".join(part.text for part in parts)
    span = max((_covers(columns, part)[1] for part in parts), default=1)
    box = None
    if parts:
        box = Box(
            min(p.box.x0 for p in parts), min(p.box.top for p in parts),
            max(p.box.x1 for p in parts), max(p.box.bottom for p in parts),
        )  # fmt: skip
    return Cell(
        fold_spaces(printed),
        repair(printed),
        row,
        column,
        0,
        page,
        column_span=span,
        box=box,
        method=Method.TEXT_LAYER,
    )
