"""Headings of groups of columns, narrower than the columns that they stand over.

In the middle above several columns stands IIT, and touches one of them only, or none. What it
is the heading of is told by the headings below it: they stand lower than those of columns that
are in no group, and each group has its heading in its middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.pdf.alignment.columns import Column, is_number, place
from parsers.pdf.text.lines import Segment

_LEVEL = 0.3
"""Times the type size by which things on one level may differ."""
_MIDDLE = 0.5
"""Times the type size that a heading may stand beside the middle of its group."""
_CLEAR = 2.0
"""Times as far from it that headings must stand in every other way."""
_ALIKE = 1.0
"""Points by which pieces may begin apart that begin at one place."""
_NEXT = 1.75
"""Times the type size that lines of one heading are apart at most."""
_MOST = 8
"""Groups beside each other."""

Group = tuple[int, int]
"""The first column of a group, and how many it has."""
Ends = tuple[float, float]
"""From where to where something reaches across the page."""


def group_headings(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Segment]:
    """The headings of groups of columns in a header's highest line, each as wide as its group;
    those of one column as they are. Empty where there are none, or it is not clear of what."""
    numbers = [s.base for s in pieces if "." in s.text and is_number(s.text)]
    top = min(numbers, default=float("-inf"))
    head = [s for s in pieces if s.base < top - _LEVEL * s.size]
    if not head:
        return []
    highest = min(s.base for s in head)
    heads = [s for s in head if s.base - highest <= _LEVEL * s.size]
    heads.sort(key=lambda s: s.box.x0)
    below = _headings_below(columns, [s for s in head if s not in heads])
    under = _lowest(below, heads[0].size)
    if len(under) < 2 or len(heads) > _MOST or under != list(range(under[0], under[-1] + 1)):
        return []
    left = columns[under[0] - 1].x1 if under[0] else float("-inf")
    right = columns[under[-1] + 1].x0 if under[-1] + 1 < len(columns) else float("inf")
    heads = [s for s in heads if left < s.box.x1 and s.box.x0 < right]
    if all(_is_left(columns, head) for head in heads):
        return []
    words = [(_left(below[at]) + _right(below[at])) / 2 for at in under]
    groups = _groups(heads, under, list(zip(words, words, strict=True)))
    if all(count == 1 for _, count in groups):
        groups = _groups(heads, under, [(columns[at].x0, columns[at].x1) for at in under])
    if all(count == 1 for _, count in groups):
        return []
    return [
        _widened(segment, columns[first].x0, columns[first + count - 1].x1)
        for segment, (first, count) in zip(heads, groups, strict=True)
    ]


def _is_left(columns: Sequence[Column], head: Segment) -> bool:
    """True for a heading that begins where a column does, and stands in no middle."""
    return any(abs(head.box.x0 - column.x0) <= _ALIKE for column in columns)


def _headings_below(
    columns: Sequence[Column], pieces: Sequence[Segment]
) -> dict[int, list[Segment]]:
    """For each column the lines of its own heading."""
    own: dict[int, list[Segment]] = {}
    for segment in sorted(pieces, key=lambda s: s.base):
        column, over = place(columns, segment)
        for covered in range(column, column + over):
            lines = own.setdefault(covered, [])
            if not lines or segment.base - lines[-1].base <= _NEXT * segment.size:
                lines.append(segment)
    return own


def _left(heading: Sequence[Segment]) -> float:
    return min(line.box.x0 for line in heading)


def _right(heading: Sequence[Segment]) -> float:
    return max(line.box.x1 for line in heading)


def _lowest(below: dict[int, list[Segment]], size: float) -> list[int]:
    """The columns whose headings' middles are the lowest."""
    middles = {at: (lines[0].base + lines[-1].base) / 2 for at, lines in below.items()}
    low = max(middles.values(), default=0.0)
    return sorted(at for at, middle in middles.items() if low - middle <= _LEVEL * size)


def _groups(heads: Sequence[Segment], under: Sequence[int], ends: Sequence[Ends]) -> list[Group]:
    """The groups of columns beside each other, in the middle of which the headings stand; empty
    where no way to group them fits, or several do.

    ``ends`` are what the columns ``under`` them reach over: their own headings' middles, or all
    that stands in them.
    """
    ways = sorted(
        (max(_beside(head, group, ends) for head, group in zip(heads, way, strict=True)), way)
        for way in _ways(0, len(under), len(heads))
    )
    if not ways or ways[0][0] > _MIDDLE * heads[0].size:
        return []
    (best, way), *others = ways
    if others and others[0][0] < _CLEAR * max(best, 1.0):
        return []
    return [(under[first], count) for first, count in way]


def _ways(first: int, columns: int, groups: int) -> Iterator[list[Group]]:
    """All ways to make as many groups of columns beside each other, none left over."""
    if groups == 1:
        yield [(first, columns)]
    for count in range(1, columns - groups + 2 if groups > 1 else 1):
        for rest in _ways(first + count, columns - count, groups - 1):
            yield [(first, count), *rest]


def _beside(head: Segment, group: Group, ends: Sequence[Ends]) -> float:
    """How far a heading stands from the middle of a group."""
    first, count = group
    middle = (ends[first][0] + ends[first + count - 1][1]) / 2
    return abs((head.box.x0 + head.box.x1) / 2 - middle)


def _widened(segment: Segment, x0: float, x1: float) -> Segment:
    box = segment.box
    return replace(segment, box=replace(box, x0=min(box.x0, x0), x1=max(box.x1, x1)))
