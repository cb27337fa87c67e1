"""What a row that recomputes could still hide: consistent is not true.

The printed total is a checksum with a known width. For every consistent row this says which
exchanges of two scores, and which wrong digits, it would not have shown. The bounds are safe:
a single slip beyond them would have made the row inconsistent (a test tries every one).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import lcm
from typing import TYPE_CHECKING

from parsers.texts import grouped
from pipeline.audit.case import Case
from pipeline.audit.model import AgencyYear
from pipeline.audit.whole import (
    CODES,
    PLACES,
    UNIT,
    Printed,
    component_part,
    half_of,
    parts_denominator,
)
from pipeline.numbers import decimals
from pipeline.scheme import Component, Scheme, scheme_for

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

LISTED = 6
"""Pairs that are named one by one."""
_UNSEEN = 10**15
"""Stands for no bound at all."""


def blind_spots(printed: Printed, years: Ints, consistent: Flags) -> list[str]:
    """One sentence for each consistent row of a year with an established formula; else empty."""
    import numpy as np

    told = [""] * len(years)
    for year in np.unique(years[consistent]).tolist():
        scheme = scheme_for(year)
        if scheme is None or scheme.total.basis(year) != "established":
            continue
        chosen = consistent & (years == year)
        sentences = _of_scheme(scheme, printed.rows(chosen))
        for row, sentence in zip(np.flatnonzero(chosen).tolist(), sentences, strict=True):
            told[row] = sentence
    return told


def with_blind_spots(cases: Sequence[Case], years: Sequence[AgencyYear]) -> list[AgencyYear]:
    """The agency-years of these cases, the consistent ones with what they could still hide."""
    chosen = [
        place
        for place, (case, year) in enumerate(zip(cases, years, strict=True))
        if year.verdict == "consistent" and case.judged and _is_plain(case)
    ]
    told = list(years)
    if not chosen:
        return told
    import numpy as np

    value = np.full((len(chosen), len(CODES)), -1, dtype=np.int64)
    places = np.zeros((len(chosen), len(CODES)), dtype=np.int64)
    for row, place in enumerate(chosen):
        for code, entry in cases[place].values.items():
            if code in CODES:
                at = CODES.index(code)
                value[row, at] = int(entry.score.value * UNIT)
                places[row, at] = decimals(entry.score.value)
    dated = np.array([cases[place].fiscal_year for place in chosen], dtype=np.int64)
    unrated = np.full(len(chosen), -1, dtype=np.int64)
    printed = Printed(CODES, value, places, (), unrated)
    sentences = blind_spots(printed, dated, np.ones(len(chosen), dtype=np.bool_))
    for place, sentence in zip(chosen, sentences, strict=True):
        told[place] = replace(told[place], blind_spots=sentence)
    return told


def _is_plain(case: Case) -> bool:
    """Computed from scores of 100 alone, none finer than whole numbers can hold."""
    check = next(one for one in case.checks if one.kind == "total")
    known = all(code in case.values for code in check.result.inputs)
    sources = {one.source for one in case.recomputed.components.values()}
    finest = max((decimals(one.score.value) for one in case.values.values()), default=0)
    return known and "points" not in sources and finest <= PLACES


@dataclass(slots=True)
class _Sum:
    """Uncapped ends of the recomputed and of the printed total, on one scale."""

    low: Ints
    high: Ints
    least: Ints
    most: Ints
    step: list[Ints]
    """For each component, by how much one unit of one of its scores moves the total."""
    scale: int
    """What one unit of the total is on this scale."""

    @property
    def widest(self) -> Ints:
        """How far the recomputed total can move before the printed one shows it."""
        import numpy as np

        width: Ints = np.maximum(self.most - self.low, self.high - self.least)
        return width


def _of_scheme(scheme: Scheme, printed: Printed) -> list[str]:
    import numpy as np

    has = printed.value >= 0
    half = half_of(printed.places)
    common = lcm(*(parts_denominator(one) for one in scheme.components))
    parts = [component_part(one, printed, has, half, common) for one in scheme.components]
    used = [part.used for part in parts]
    total = _summed(scheme, printed, used, half, common)
    bounds = [
        _bound(one, printed, has, half, use, total, step)
        for one, use, step in zip(scheme.components, used, total.step, strict=True)
    ]
    own = total.widest // total.scale
    pairs = _pairs(scheme, printed, has, half, used, total)
    keys = [*map(_hundredths, (*bounds, own)), *(part.source for part in parts)]
    masks = [sum((flag.astype(np.int64) << bit for bit, (_, flag) in enumerate(part)), np.int64(0))
             for part in (pairs[:60], pairs[60:]) if part]  # fmt: skip
    keys += [np.broadcast_to(mask, keys[0].shape) for mask in masks]
    return _worded(scheme, keys, [pair for pair, _ in pairs])


def _shares(scheme: Scheme) -> list[int]:
    scale = lcm(*(one.share.denominator for one in scheme.components))
    return [int(one.share * scale) for one in scheme.components]


def _summed(
    scheme: Scheme, printed: Printed, used: Sequence[Flags], half: Ints, common: int
) -> _Sum:
    import numpy as np

    low = np.zeros(len(printed.value), dtype=np.int64)
    high, steps = low.copy(), []
    for share, use in zip(_shares(scheme), used, strict=True):
        step = share * (common // np.maximum(use.sum(axis=1), 1))
        value = np.where(use, printed.value, 0).sum(axis=1)
        margin = np.where(use, half, 0).sum(axis=1)
        low += step * (value - margin)
        high += step * (value + margin)
        steps.append(step)
    scale = common * lcm(*(one.share.denominator for one in scheme.components))
    at = printed.codes.index("total")
    shown, margin = printed.value[:, at], half[:, at]
    return _Sum(low, high, (shown - margin) * scale, (shown + margin) * scale, steps, scale)


def _bound(
    component: Component,
    printed: Printed,
    has: Flags,
    half: Ints,
    used: Flags,
    total: _Sum,
    step: Ints,
) -> Ints:
    """The largest change of one score of a component, in 1/`UNIT`, that nothing would show."""
    import numpy as np

    bound = total.widest // np.maximum(step, 1)
    ends = _mean_ends(component, printed, has, half, used)
    least: Ints = np.minimum(bound, np.where(ends.known, np.maximum(ends.up, ends.down), _UNSEEN))
    return least


@dataclass(slots=True)
class _Ends:
    """How far the sum of a component's scores can move before its printed mean shows it."""

    known: Flags
    up: Ints
    down: Ints


def _mean_ends(
    component: Component, printed: Printed, has: Flags, half: Ints, used: Flags
) -> _Ends:
    import numpy as np

    at = printed.codes.index(component.code)
    count = used.sum(axis=1)
    known = has[:, at] & ~used[:, at] & (count > 0)
    value = np.where(used, printed.value, 0).sum(axis=1)
    margin = np.where(used, half, 0).sum(axis=1)
    shown, own = printed.value[:, at] * count, half[:, at] * count
    return _Ends(known, shown + own - (value - margin), (value + margin) - (shown - own))


def _pairs(
    scheme: Scheme,
    printed: Printed,
    has: Flags,
    half: Ints,
    used: Sequence[Flags],
    total: _Sum,
) -> list[tuple[tuple[str, str], Flags]]:
    """Scores of different components, and the rows that would not show their exchange."""
    import numpy as np

    found = []
    ends = [
        _mean_ends(one, printed, has, half, use)
        for one, use in zip(scheme.components, used, strict=True)
    ]
    inputs = [
        [
            code
            for code in (*one.codes, *one.parts, one.code)
            if use[:, printed.codes.index(code)].any()
        ]
        for one, use in zip(scheme.components, used, strict=True)
    ]
    widest = total.widest
    for left, right in combinations(range(len(inputs)), 2):
        for one in inputs[left]:
            for two in inputs[right]:
                a, b = printed.codes.index(one), printed.codes.index(two)
                rise = printed.value[:, b] - printed.value[:, a]
                shift = (total.step[left] - total.step[right]) * rise
                hidden = (np.abs(shift) <= widest) & (rise != 0)
                if not hidden.any():
                    continue
                hidden &= used[left][:, a] & used[right][:, b]
                hidden &= (total.low + shift <= total.most) & (total.least <= total.high + shift)
                for end, move in ((ends[left], rise), (ends[right], -rise)):
                    hidden &= ~end.known | ((move <= end.up) & (-move <= end.down))
                if hidden.any():
                    found.append(((one, two), np.asarray(hidden)))
    return found


def _hundredths(value: Ints) -> Ints:
    """In hundredths of a point, rounded up."""
    import numpy as np

    whole: Ints = np.minimum(-(-value // (UNIT // 100)), 10_000)
    return whole


def _worded(scheme: Scheme, keys: Sequence[Ints], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """A sentence for each row; rows with the same keys share one."""
    import numpy as np

    code, first = np.zeros(len(keys[0]), dtype=np.int64), np.zeros(0, dtype=np.int64)
    for key in keys:
        part, distinct = grouped(key)
        code, first = grouped(code * (len(distinct) + 1) + part)
    groups = [[_group(one, source) for source in range(4)] for one in scheme.components]
    telling = zip(*(key[first].tolist() for key in keys), strict=True)
    known = [_sentence(groups, key, pairs) for key in telling]
    return [known[one] for one in code.tolist()]


def _sentence(
    called: Sequence[Sequence[str]], key: Sequence[int], pairs: Sequence[tuple[str, str]]
) -> str:
    """``called`` says what each component's scores are named, by their source."""
    count = len(called)
    bounds, own = key[:count], key[count]
    sources, masks = key[count + 1 : 2 * count + 1], key[2 * count + 1 :]
    groups = [names[source] for names, source in zip(called, sources, strict=True)]
    inside = [group for group in groups if "–" in group]
    crossed = [
        f"{one}↔{two}"
        for number, (one, two) in enumerate(pairs)
        if masks[number // 60] >> (number % 60) & 1
    ]
    more = f" and {len(crossed) - LISTED} more pairs" if len(crossed) > LISTED else ""
    swaps = [f"scores exchanged inside {', '.join(inside)}"] if inside else []
    if crossed:
        swaps.append(f"{', '.join(crossed[:LISTED])}{more} exchanged")
    digits = [f"{bound / 100:.2f} in {group}" for bound, group in zip(bounds, groups, strict=True)]
    digits.append(f"{own / 100:.2f} in the total")
    swaps.append(f"a change of up to {', '.join(digits)}")
    return f"Would not show: {'; '.join(swaps)}"


def _group(component: Component, source: int) -> str:
    codes = component.codes if source == 1 else component.parts if source == 2 else ()
    return f"{codes[0]}–{codes[-1]}" if len(codes) > 1 else component.code
