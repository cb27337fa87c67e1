"""Headings that stand beside what they head: set at the left of columns whose numbers are centred
or set at the right, they are narrower than the white between; in the middle of wide columns, they
stand right of the words that begin at the left."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.pdf.alignment.columns import Column, is_number, place
from parsers.pdf.text.lines import Segment


def with_headings_beside(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, each of nothing but a heading made one with the column of numbers right of it,
    or the column left of it, that has none, if it stands beside no other such heading."""
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
                heads[covered] += over == 1
            else:
                bodies[covered].append(is_number(segment.text))
    alone = [bool(heads[at]) and not bodies[at] for at in range(len(columns))]
    bare = [not heads[at] and bool(bodies[at]) for at in range(len(columns))]
    numeric = [bare[at] and all(bodies[at]) for at in range(len(columns))]
    paired = _pairs(bare, alone) | _pairs(alone, numeric)
    found: list[Column] = []
    for at, own in enumerate(columns):
        if at in paired:
            holds_numbers = columns[at - 1].numeric or own.numeric
            found[-1] = Column(columns[at - 1].x0, own.x1, holds_numbers)
            continue
        right = any(alone[at + 1 : at + 2])
        if at and numeric[at] and alone[at - 1] and not right:
            found[-1] = Column(columns[at - 1].x0, own.x1, own.numeric)
        elif at and alone[at] and bare[at - 1] and _is_wide(columns, at) and (
            not any(bare[at + 1 : at + 2]) and not any(alone[max(0, at - 2) : at - 1])
        ):  # fmt: skip
            found[-1] = Column(columns[at - 1].x0, own.x1, columns[at - 1].numeric)
        else:
            found.append(own)
    return found


def _pairs(first: Sequence[bool], second: Sequence[bool]) -> set[int]:
    """The second ones of pairs of columns, where columns without heading and headings without
    column take turns from the first of them to the last: no other way leaves none over."""
    found: set[int] = set()
    at = 0
    while at < len(first):
        end = at
        while end + 1 < len(first) and first[end] and second[end + 1]:
            end += 2
        over = any(second[max(0, at - 1) : at]) or any(first[end : end + 1])
        if end - at > 2 and not over:
            found |= set(range(at + 1, end, 2))
        at = max(end, at + 1)
    return found


def _is_wide(columns: Sequence[Column], heading: int) -> bool:
    """True for a heading no further right of its column than another column of its width could
    begin: the middle of a cell whose words begin at its left."""
    words, own = columns[heading - 1], columns[heading]
    after = columns[heading + 1].x0 if heading + 1 < len(columns) else float("inf")
    middle = (own.x0 + own.x1) / 2
    return 2 * middle - words.x0 <= after
