"""Values that open-data indicators can take when their items score 0 or 100 each."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from functools import lru_cache
from math import lcm

from pipeline.interval import Interval
from pipeline.scheme import ItemGroup, Items


@lru_cache(maxsize=16)
def possible_scores(groups: tuple[ItemGroup, ...]) -> tuple[Fraction, ...]:
    """Every mean of group means, ascending; a group's mean is a whole count of its items."""
    common = lcm(*(group.size for group in groups))
    sums = {0}
    for group in groups:
        shares = [count * (common // group.size) for count in range(group.size + 1)]
        sums = {total + share for total in sums for share in shares}
    return tuple(Fraction(100 * total, common * len(groups)) for total in sorted(sums))


def nearest_steps(items: Items, indicator: str, score: Interval) -> tuple[Fraction, ...] | None:
    """None if some count of items gives a number in ``score``, else the steps around it."""
    groups = tuple(group for group in items.groups if group.indicator == indicator)
    steps = possible_scores(groups)
    place = bisect_left(steps, score.low)
    if place < len(steps) and steps[place] <= score.high:
        return None
    return steps[max(0, place - 1) : place + 1]
