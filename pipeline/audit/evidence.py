"""Which printed numbers, beside the total, speak for or against a supposed slip."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.case import Case
from pipeline.audit.items import nearest_steps
from pipeline.audit.sums import Changes, Sums
from pipeline.interval import printed_score
from pipeline.numbers import decimals
from pipeline.scheme import published

Judged = Iterator[tuple[str, bool, bool]]
"""Name of a printed number, whether it agreed before the changes, whether it does after."""


def evidence(
    case: Case, changes: Changes, sums: Sums, *, followed: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What agrees only with the changes made, and what agrees only without them.

    Codes of instruments whose printed score follows from its indicators, ``instruments`` for
    their weighted sum, ``rating``, ``order`` of a ranked list, ``highest`` and ``lowest`` as
    stated, ``items`` where a count of whole items gives an open-data score, ``decimals`` where
    a value has as many as all the others. With ``followed`` the printed total was made in
    another way, which accounts for printed instruments whose sum it is not.
    """
    gained: list[str] = []
    broken: list[str] = []
    for name, held, holds in (
        *_instruments(changes, sums),
        *_parts(changes, sums, followed=followed),
        *_rating(case, changes),
        *_orders(case, changes),
        *_extremes(case, changes, sums),
        *_items(case, changes),
        *_decimals(changes, sums),
    ):
        if holds and not held:
            gained.append(name)
        elif held and not holds:
            broken.append(name)
    return tuple(dict.fromkeys(gained)), tuple(dict.fromkeys(broken))


def _instruments(changes: Changes, sums: Sums) -> Judged:
    for mean in sums.means:
        if mean.code in changes or any(code in changes for code in mean.inputs):
            yield mean.code, sums.mean_holds(mean, {}), sums.mean_holds(mean, changes)


def _parts(changes: Changes, sums: Sums, *, followed: bool) -> Judged:
    parts = sums.printed_parts
    if followed:
        if parts and not sums.parts_hold({}):
            yield "instruments", False, True
    elif parts and ("total" in changes or any(code in changes for code in parts)):
        yield "instruments", sums.parts_hold({}), sums.parts_hold(changes)


def _rating(case: Case, changes: Changes) -> Judged:
    entry = case.values.get("total")
    if "total" not in changes or not entry or not entry.score.rating or case.scheme is None:
        return
    held, holds = (
        entry.score.rating in case.scheme.possible_ratings(case.fiscal_year, published(total), {})
        for total in (entry.score.value, changes["total"])
    )
    yield "rating", held, holds


def _orders(case: Case, changes: Changes) -> Judged:
    for said in case.rankings:
        ranking = said.what
        if not set(ranking.codes) & set(changes):
            continue
        changed = [
            changes.get(code, value)
            for code, value in zip(ranking.codes, ranking.values, strict=True)
        ]
        held, holds = (
            list(values) == sorted(values, reverse=ranking.descending)
            for values in (ranking.values, changed)
        )
        yield "order", held, holds


def _extremes(case: Case, changes: Changes, sums: Sums) -> Judged:
    codes = {one.code for one in case.scheme.indicators} if case.scheme else set()
    for said in case.claims:
        claim = said.what
        if claim.kind not in ("highest", "lowest") or claim.value is None:
            continue
        pick = max if claim.kind == "highest" else min
        held, holds = (
            pick((value for code, value in values.items() if code in codes), default=None)
            == claim.value
            for values in (sums.values, {**sums.values, **changes})
        )
        yield claim.kind, held, holds


def _items(case: Case, changes: Changes) -> Judged:
    items = case.scheme.items if case.scheme else None
    if items is None or items.basis(case.fiscal_year) == "unknown":
        return
    for code in sorted({group.indicator for group in items.groups} & set(changes)):
        entry = case.values.get(code)
        if entry is not None:
            held, holds = (
                nearest_steps(items, code, printed_score(value)) is None
                for value in (entry.score.value, changes[code])
            )
            yield "items", held, holds


_ALIKE = 4
"""Other scores whose common decimals say how many a score should have."""


def _decimals(changes: Changes, sums: Sums) -> Judged:
    """Scores of one row are printed alike: one with more or fewer decimals stands out."""
    for code, value in changes.items():
        others = [decimals(sums.values[other]) for other in sums.inputs if other != code]
        if len(others) < _ALIKE or len(set(others)) > 1 or code not in (*sums.inputs, "total"):
            continue
        was, would, rest = decimals(sums.values[code]), decimals(value), others[0]
        if code != "total":
            yield "decimals", was == rest, would == rest
        elif was > max(rest, 2):
            yield "decimals", False, would == rest
