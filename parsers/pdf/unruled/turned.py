"""Headings that are turned to stand over narrow columns of an unruled table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.alignment.columns import Column, place
from parsers.pdf.text.lines import Segment, TextLine

_HEADER_APART = 3.5
"""Times the type size that turned headings may be apart from the table below them."""
_ASIDE = 4.0
"""Times the type size by which one may stand beside the numbers of its column."""


def is_turned(line: TextLine) -> bool:
    return any(run.turn for segment in line.segments for run in segment.runs)


def turned_heads(
    turned: Sequence[TextLine], columns: Sequence[Column], top: float
) -> list[tuple[int, Segment, TextLine]]:
    """Turned lines above a table, each over one of its columns, beside one that ends right
    above it."""
    heads: list[tuple[int, Segment, TextLine]] = []
    aside: list[tuple[int, Segment, TextLine]] = []
    ends = [x for x in turned if -x.size <= top - x.box.bottom <= _HEADER_APART * x.size]
    highest = min((line.box.top for line in ends), default=top)
    for line in turned:
        if not highest < line.box.bottom <= top + line.size:
            continue
        column, over = _column_below(columns, (line.box.x0 + line.box.x1) / 2, line.size)
        piece = replace(line.segments[0], text=line.text, box=line.box, base=line.box.bottom)
        if column is not None:
            (heads if over else aside).append((column, piece, line))
    taken = [column for column, *_ in (*heads, *aside)]
    heads += [head for head in aside if taken.count(head[0]) == 1]
    return sorted(heads, key=lambda head: (head[0], head[2].box.x0))


def _column_below(columns: Sequence[Column], x: float, size: float) -> tuple[int | None, bool]:
    """The column that a heading stands over or beside, and whether it is over it: numbers may
    fill one side of a column that is as wide as its heading was before it was turned."""
    over = [i for i, c in enumerate(columns) if c.x0 - size <= x <= c.x1 + size]
    if over:
        return min(over, key=lambda i: abs((columns[i].x0 + columns[i].x1) / 2 - x)), True
    away = sorted((max(c.x0 - x, x - c.x1), i) for i, c in enumerate(columns))
    (least, nearest), (following, _) = away[:2]
    near = least <= _ASIDE * size and 2 * least <= following
    return (nearest if near else None), False


def beside_heads(
    lines: Sequence[TextLine],
    start: int,
    limit: int,
    columns: Sequence[Column],
    heads: Sequence[TextLine],
) -> int:
    """The first of the lines right above a table that stand level with its turned headings."""
    top = min((line.box.top for line in heads), default=float("inf"))
    first = start
    while first > limit and lines[first - 1].box.bottom > top:
        if any(place(columns, s)[1] > 1 for s in lines[first - 1].segments):
            break
        first -= 1
    return first
