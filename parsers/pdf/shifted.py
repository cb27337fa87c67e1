"""Headings that stand beside their numbers: set at the left of columns whose numbers are centred
or set at the right, they are narrower than the white between."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.pdf.columns import Column, is_number, place
from parsers.pdf.text import Segment


def with_headings_beside(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, each of nothing but a heading made one with the column of numbers right of it
    that has none, if it stands beside no other such heading."""
    numbers = [s.base for s in pieces if "." in s.text and is_number(s.text)]
    if not numbers:
        return list(columns)
    top = min(numbers)
    heads = [0] * len(columns)
    bodies: list[list[bool]] = [[] for _ in columns]
    for segment in pieces:
        column, over = place(columns, segment)
        for covered in range(column, column + over):
            if segment.base < top - 0.3 * segment.size:
                heads[covered] += 1
            else:
                bodies[covered].append(is_number(segment.text))
    alone = [bool(heads[at]) and not bodies[at] for at in range(len(columns))]
    bare = [not heads[at] and bool(bodies[at]) and all(bodies[at]) for at in range(len(columns))]
    found: list[Column] = []
    for at, own in enumerate(columns):
        if at and bare[at] and alone[at - 1] and not any(alone[at + 1 : at + 2]):
            found[-1] = Column(columns[at - 1].x0, own.x1, own.numeric)
        else:
            found.append(own)
    return found
