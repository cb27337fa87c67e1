"""From rules to cells, in the four steps of pdfplumber's table finder.

Rules that nearly meet become one; rules that cross make points; the smallest rectangles
between points that rules connect are cells; cells that share a corner are one table. The
results are those of ``pdfplumber.table`` (the tests hold them to it); its functions take
many times as long, since they search every point for every other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

_SNAP = 3.0
"""Points within which parallel rules are one."""
_JOIN = 3.0
"""Points by which the ends of two rules on one line may be apart."""
_MEET = 3.0
"""Points by which crossing rules may miss each other."""
_SHORTEST = 3.0
"""Points; what is shorter is no rule."""
_MAX_POINTS = 20_000
"""Crossings from which a page is a drawing and no table."""

Edge = tuple[float, float, float]
"""Where a rule stands, and from where to where it runs."""
Bounds = tuple[float, float, float, float]
Point = tuple[float, float]


def find_cells(upright: Sequence[Edge], level: Sequence[Edge]) -> list[list[Bounds]]:
    """The tables that `merged` rules draw, each as its cells, from top to bottom."""
    return _tables(_cells(_crossings(upright, level)))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Rules of one direction, those that nearly meet as one."""
    long = sorted(edge for edge in edges if edge[2] - edge[1] >= 1.0)
    lines: list[tuple[float, list[Edge]]] = []
    for group in _clusters(long):
        place = sum(edge[0] for edge in group) / len(group)
        lines.append((place, sorted(group, key=lambda edge: edge[1])))
    result: list[Edge] = []
    for place, group in lines:
        start, end = group[0][1], group[0][2]
        for _, first, last in group[1:]:
            if first <= end + _JOIN:
                end = max(end, last)
            else:
                result.append((place, start, end))
                start, end = first, last
        result.append((place, start, end))
    return [edge for edge in result if edge[2] - edge[1] >= _SHORTEST]


def _clusters(edges: Sequence[Edge]) -> list[list[Edge]]:
    groups: list[list[Edge]] = []
    for edge in edges:
        if groups and edge[0] <= groups[-1][-1][0] + _SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups


Crossing = tuple[int, int]
"""The upright and the level rules that run through a point, a bit for each."""


def _crossings(upright: Sequence[Edge], level: Sequence[Edge]) -> dict[Point, Crossing]:
    level = sorted(level)
    heights = [edge[0] for edge in level]
    found: dict[Point, Crossing] = {}
    for one, (x, top, bottom) in enumerate(upright):
        first = bisect_left(heights, top - _MEET)
        last = bisect_right(heights, bottom + _MEET)
        for other in range(first, last):
            y, x0, x1 = level[other]
            if x0 - _MEET <= x <= x1 + _MEET:
                through = found.get((x, y), (0, 0))
                found[x, y] = through[0] | 1 << one, through[1] | 1 << other
        if len(found) > _MAX_POINTS:
            return {}
    return found


def _cells(points: dict[Point, Crossing]) -> list[Bounds]:
    """For each point the smallest rectangle right of it and below it."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    ordered = sorted(points)
    for x, y in ordered:
        columns[x].append(y)
        rows[y].append(x)
    cells: list[Bounds] = []
    for x, y in ordered:
        cell = _smallest(points, x, y, columns[x], rows[y])
        if cell is not None:
            cells.append(cell)
    return cells


def _smallest(
    points: dict[Point, Crossing], x: float, y: float, below: Sequence[float],
    right: Sequence[float],
) -> Bounds | None:  # fmt: skip
    upright, level = points[x, y]
    rights = right[bisect_right(right, x) :]
    for bottom in below[bisect_right(below, y) :]:
        low = points[x, bottom]
        if not upright & low[0]:
            continue
        for x1 in rights:
            high = points[x1, y]
            if not level & high[1]:
                continue
            corner = points.get((x1, bottom))
            if corner and corner[0] & high[0] and corner[1] & low[1]:
                return x, y, x1, bottom
    return None


def _tables(cells: Sequence[Bounds]) -> list[list[Bounds]]:
    """Cells in groups that share corners, one cell alone being no table."""
    parent = list(range(len(cells)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    owner: dict[Point, int] = {}
    for index, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            other = owner.setdefault(corner, index)
            parent[root(index)] = root(other)
    groups: dict[int, list[Bounds]] = defaultdict(list)
    for index, cell in enumerate(cells):
        groups[root(index)].append(cell)
    tables = [group for group in groups.values() if len(group) > 1]
    return sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table))
