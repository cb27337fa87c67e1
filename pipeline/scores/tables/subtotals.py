"""Tell the totals of single instruments from the total of the assessment.

Tables print "รวม" or "คะแนนเฉลี่ย" under each instrument's indicators, in the same
words as under all of them. Where such a row stands under all indicators of one
instrument and is their mean, it is that instrument's score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.facts import Item, Score

_ROUNDING = Decimal("0.01")
"""A mean printed to two decimals is this near to the mean of its rounded parts."""


def without_subtotals(scores: Iterable[Score], *, every: bool = False) -> Iterator[Score]:
    """The scores of one table, in row order, with subtotals given to their instruments.

    Of several different totals of a year in one column only the last stays one; the others,
    if they are no instrument's, are dropped: it is not said what they sum up. With ``every``, and
    where rows say one thing twice with different values, all of them stay and contradict.
    """
    listed = list(scores)
    twice = _said_twice(listed)
    last = {(s.place.column, s.fiscal_year): s for s in listed if s.item.item_type == "total"}
    group: dict[tuple[int | None, int | None], list[Score]] = {}
    for score in listed:
        column = (score.place.column, score.fiscal_year)
        if score.item.item_type == "indicator":
            group.setdefault(column, []).append(score)
        if score.item.item_type != "total":
            yield score
            continue
        instrument = _instrument_with_mean(group.pop(column, []), score)
        if instrument is not None:
            yield replace(score, item=Item("instrument", instrument), rating="")
        elif every or column in twice or score is last[column]:
            yield score


def _said_twice(listed: Sequence[Score]) -> set[tuple[int | None, int | None]]:
    """The columns and years in which an item has two values, or two totals of one name stand
    right below each other: such rows are of several bodies, or contradict."""
    found: set[tuple[int | None, int | None]] = set()
    items: dict[tuple[object, ...], Decimal] = {}
    above: dict[tuple[int | None, int | None], Score] = {}
    for score in listed:
        column = (score.place.column, score.fiscal_year)
        before = above.get(column)
        above[column] = score
        if score.item.item_type == "total":
            if before and (before.item, before.name) == (score.item, score.name):
                found.add(column)
        elif items.setdefault((*column, score.item, score.out_of), score.value) != score.value:
            found.add(column)
    return found


def _instrument_with_mean(group: Sequence[Score], total: Score) -> str | None:
    """The instrument whose indicators the group are, if ``total`` is their mean."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(total.fiscal_year) if total.fiscal_year is not None else None
    codes = {score.item.code for score in group}
    for component in scheme.components if scheme else ():
        if codes and codes == {indicator.code for indicator in component.indicators}:
            mean = sum((score.value for score in group), Decimal(0)) / len(group)
            return component.code if abs(mean - total.value) <= _ROUNDING else None
    return None


def without_weights(scores: Sequence[Score]) -> tuple[Score, ...]:
    """The scores of one table, or none if it lists the weights of the instruments: 30, 30, 40."""
    from pipeline.scheme import scheme_for

    years = {score.fiscal_year for score in scores}
    year = years.pop() if len(years) == 1 else None
    scheme = scheme_for(year) if year is not None else None
    if scheme is None:
        return tuple(scores)
    weights = {component.code: Decimal(component.weight) for component in scheme.components}
    bare = [score for score in scores if score.out_of is None and score.value % 1 == 0]
    whole = {score.item.code: score.value for score in bare}
    listed = {code: value for code, value in whole.items() if code in weights}
    others = [score for score in scores if score.item.code not in listed]
    sums_up = all(score.item.code == "total" and score.value == 100 for score in others)
    return (
        () if len(listed) > 1 and sums_up and listed.items() <= weights.items() else tuple(scores)
    )
