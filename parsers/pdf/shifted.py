"""Headings that stand beside their numbers: set at the left of columns whose numbers are centred
or set at the right, they are narrower than the white between."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.pdf.columns import Column, is_number, place
from parsers.pdf.text import Segment


def with_headings_beside(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, each of nothing but a heading made one with the column of numbers right of it
    that has none; as they are where some heading has no such column."""
    numbers = [s.base for s in pieces if "." in s.text and is_number(s.text)]
    if not numbers:
        return list(columns)
    top = min(numbers)
    heads = [0] * len(columns)
    bodies: list[list[bool]] = [[] for _ in columns]
    for segment in pieces:
        column, over = place(columns, segment)
        for at in range(column, column + over):
            if segment.base < top - 0.3 * segment.size:
                heads[at] += 1
            else:
                bodies[at].append(is_number(segment.text))
    alone = [at for at in range(len(columns)) if heads[at] and not bodies[at]]
    bare = [at for at in range(len(columns)) if not heads[at] and all(bodies[at]) and bodies[at]]
    if not alone or [at + 1 for at in alone] != bare:
        return list(columns)
    return [
        Column(column.x0, columns[at + 1].x1, columns[at + 1].numeric) if at in alone else column
        for at, column in enumerate(columns)
        if at not in bare
    ]
