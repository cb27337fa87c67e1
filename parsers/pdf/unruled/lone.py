"""Numbers in the middle below two columns, as a sum in merged cells is: no column of their own."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.pdf.alignment.columns import Column, is_number, place
from parsers.pdf.text.lines import Segment

_MIDDLE = 0.5
"""How far from the middle of both columns a number may stand, in parts of their distance."""


def without_lone(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns without those of one number alone between two columns of numbers, where neither
    has a piece at its height: the number then counts to the nearer one."""
    held: list[list[Segment]] = [[] for _ in columns]
    own: list[list[Segment]] = [[] for _ in columns]
    for segment in pieces:
        column, over = place(columns, segment)
        for covered in range(column, column + over):
            held[covered].append(segment)
        if over == 1:
            own[column].append(segment)
    lone = {
        at
        for at in range(1, len(columns) - 1)
        if len(own[at]) == 1
        and _is_sum(own[at][0])
        and all(_is_apart(held[beside], own[at][0]) for beside in (at - 1, at + 1))
        and _is_between(columns, at)
    }
    return [column for at, column in enumerate(columns) if at not in lone]


def _is_sum(segment: Segment) -> bool:
    return "." in segment.text and is_number(segment.text)


def _is_apart(beside: Sequence[Segment], number: Segment) -> bool:
    """True for a column of numbers with nothing at the height of another's one number."""
    several = sum(1 for segment in beside if _is_sum(segment)) > 1
    return several and all(abs(s.base - number.base) > 0.3 * number.size for s in beside)


def _is_between(columns: Sequence[Column], at: int) -> bool:
    left, own, right = ((c.x0 + c.x1) / 2 for c in columns[at - 1 : at + 2])
    return abs(2 * own - left - right) <= _MIDDLE * (right - left)
