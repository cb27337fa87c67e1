"""Weighted points of instruments (26.79 of 30): told by their sum, which is the total, or by the
words of their row."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.facts import Score
from pipeline.scores.found import FULL_SCALE
from pipeline.scores.tables.segments import TOTAL

_ROUNDING = Decimal("0.02")
"""By how much the sum of a scheme's points may miss the total: each is rounded to two decimals."""


def as_points(scores: Sequence[Score]) -> tuple[Score, ...]:
    """The scores of one table, those with their full marks that are points: all instruments of a
    body and year in one row or column, none above its weight, whose plain sum is the total beside
    them. Scores of 100 cannot be that, for their total is a mean."""
    full: dict[int, Decimal] = {}
    for along in ("column", "row"):
        groups: dict[Hashable, list[int]] = {}
        for index, score in enumerate(scores):
            at = getattr(score.place, along)
            groups.setdefault((score.body, score.fiscal_year, at), []).append(index)
        for group in groups.values():
            full |= dict(_full_marks(scores, group))
    return tuple(
        replace(score, out_of=full[index]) if index in full else score
        for index, score in enumerate(scores)
    )


def with_weights(row: Sequence[Score], weights: Mapping[int, Decimal]) -> Iterator[Score]:
    """The scores of a row that says to hold weighted points, with the full marks that the table
    prints for their columns or the scheme has; without those of which neither is known.

    Where a value is above its full marks, the row holds other scores than it says.
    """
    full = [score.out_of or weights.get(score.place.column or 0) or _weight(score) for score in row]
    if any(most is not None and score.value > most for score, most in zip(row, full, strict=True)):
        yield from row
        return
    for score, most in zip(row, full, strict=True):
        if score.item == TOTAL or most is not None:
            yield replace(score, out_of=None if most == FULL_SCALE else most)


def _weight(score: Score) -> Decimal | None:
    from pipeline.scheme import scheme_for

    scheme = scheme_for(score.fiscal_year) if score.fiscal_year is not None else None
    parts = scheme.components if scheme else ()
    return next((Decimal(one.weight) for one in parts if one.code == score.item.code), None)


def _full_marks(scores: Sequence[Score], group: Sequence[int]) -> Iterator[tuple[int, Decimal]]:
    """The full marks of the points of one row or column, if they are points."""
    from pipeline.scheme import scheme_for

    year = scores[group[0]].fiscal_year
    scheme = scheme_for(year) if year is not None else None
    if scheme is None:
        return
    weights = {component.code: Decimal(component.weight) for component in scheme.components}
    parts = [index for index in group if scores[index].item.code in weights]
    totals = [scores[index].value for index in group if scores[index].item == TOTAL]
    if sorted(scores[index].item.code for index in parts) != sorted(weights) or not totals:
        return
    if any(
        scores[index].out_of is not None or scores[index].value > weights[scores[index].item.code]
        for index in parts
    ):
        return
    points = sum((scores[index].value for index in parts), Decimal(0))
    if points and all(abs(points - total) <= _ROUNDING for total in totals):
        for index in parts:
            yield index, weights[scores[index].item.code]
