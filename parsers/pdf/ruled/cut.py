"""Rows that the end of a page cuts without a rule: browsers print tables so.

The upright rules of such a row all end at one height, with no level rule there and nothing
of the page beyond; on the next page they all begin at one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from parsers.pdf.ruled.cells import Edge
from parsers.pdf.text.chars import Run

_NEAR = 3.0
"""Points within which the ends of rules stand at one height."""
_LEAST = 4
"""Upright rules that end together, from which they are those of a row."""
_MOST_BEYOND = 60
"""Letters that may stand beyond a cut: the numbers and running heads of pages."""


def cut_rules(
    upright: Sequence[Edge], level: Sequence[Edge], runs: Sequence[Run]
) -> list[Edge]:  # fmt: skip
    """The level rules that are missing where a page cut a row at its foot or head.

    ``upright`` and ``level`` are rules that nearly meet as one (`merged`).
    """
    found = []
    for at, below in ((2, True), (1, False)):
        for rule in _open_ends(upright, at):
            crossed = any(
                abs(y - rule[0]) <= 2 * _NEAR and x0 <= rule[2] and x1 >= rule[1]
                for y, x0, x1 in level
            )
            if not crossed and _letters_beyond(runs, rule[0], below=below) <= _MOST_BEYOND:
                found.append(rule)
    return found


def _open_ends(uprights: Sequence[Edge], at: int) -> list[Edge]:
    """Level lines along the heights at which several upright rules end together."""
    ordered = sorted(uprights, key=lambda edge: edge[at])
    ends = []
    for _, group in groupby(ordered, key=lambda edge: round(edge[at] / _NEAR)):
        edges = list(group)
        if len(edges) >= _LEAST:
            places = [edge[0] for edge in edges]
            ends.append((edges[0][at], min(places), max(places)))
    return ends


def _letters_beyond(runs: Sequence[Run], height: float, *, below: bool) -> int:
    return sum(
        len(run.clusters)
        for run in runs
        if (run.box.top >= height if below else run.box.bottom <= height)
    )
