"""Which printed numbers, beside the total, speak for or against a supposed slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.audit.case import Case
from pipeline.audit.recompute import checks, recompute
from pipeline.scheme import published


def evidence(case: Case, changes: Mapping[str, Decimal]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What agrees only with the changes made, and what agrees only without them.

    Codes of instruments whose printed score follows from its indicators, ``rating``,
    ``order`` of a ranked list, ``highest`` and ``lowest`` as stated.
    """
    before = {code: entry.score.value for code, entry in case.values.items()}
    after = {**before, **changes}
    touched = set(changes)
    gained: list[str] = []
    broken: list[str] = []
    for name, held, holds in (
        *_instruments(case, before, after, touched),
        *_rating(case, before, after, touched),
        *_orders(case, changes),
        *_extremes(case, before, after),
    ):
        if holds and not held:
            gained.append(name)
        elif held and not holds:
            broken.append(name)
    return tuple(dict.fromkeys(gained)), tuple(dict.fromkeys(broken))


Judged = Iterator[tuple[str, bool, bool]]
"""Name of a printed number, whether it agreed before the changes, whether it does after."""


def _instruments(
    case: Case, before: Mapping[str, Decimal], after: Mapping[str, Decimal], touched: set[str]
) -> Judged:
    if case.scheme is None:
        return
    affected = {
        component.code
        for code in touched
        if (component := case.scheme.component_of(code)) and component.code in before
    }
    if not affected:
        return
    now = {check.code: check.holds for check in case.checks if check.kind == "instrument"}
    changed = checks(case.scheme, after, {}, recompute(case.scheme, after, {}))
    for check in changed:
        if check.kind == "instrument" and check.code in affected:
            yield check.code, now.get(check.code, False), check.holds


def _rating(
    case: Case, before: Mapping[str, Decimal], after: Mapping[str, Decimal], touched: set[str]
) -> Judged:
    entry = case.values.get("total")
    if "total" not in touched or not entry or not entry.score.rating or case.scheme is None:
        return
    held, holds = (
        entry.score.rating
        in case.scheme.possible_ratings(case.fiscal_year, published(values["total"]), {})
        for values in (before, after)
    )
    yield "rating", held, holds


def _orders(case: Case, changes: Mapping[str, Decimal]) -> Judged:
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


def _extremes(case: Case, before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> Judged:
    codes = {one.code for one in case.scheme.indicators} if case.scheme else set()
    for said in case.claims:
        claim = said.what
        if claim.kind not in ("highest", "lowest") or claim.value is None:
            continue
        pick = max if claim.kind == "highest" else min
        held, holds = (
            pick((value for code, value in values.items() if code in codes), default=None)
            == claim.value
            for values in (before, after)
        )
        yield claim.kind, held, holds
