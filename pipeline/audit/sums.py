"""The checks of one agency-year in whole numbers, so that thousands of supposed changes can be
tried. It gives what `pipeline.audit.recompute` gives (a test holds it to that)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from pipeline.audit.case import Case
from pipeline.audit.recompute import Check
from pipeline.audit.slips import Undone
from pipeline.numbers import decimals
from pipeline.scheme import Component, Scheme

Changes = Mapping[str, Decimal]
Ends = tuple[int, int, int]
"""A score, and the ends of what it may have been rounded from."""
SPARE = 2
"""Decimals beyond the printed ones that a supposed value may have."""


def input_weights(scheme: Scheme, check: Check) -> dict[str, Fraction]:
    """Weight in the total of each printed score of 100 it was computed from."""
    weights: dict[str, Fraction] = {}
    for component in scheme.components:
        own = [
            code
            for code in check.result.inputs
            if code == component.code or code in component.codes or code in component.parts
        ]
        weights.update({code: component.share / len(own) for code in own})
    return weights


def _scaled(value: Decimal, unit: int) -> tuple[int, int, int]:
    """(nominal, low, high) of a printed score, in 1/unit points."""
    return _scaled_to(value, decimals(value), unit)


@lru_cache(maxsize=1 << 15)
def _scaled_to(value: Decimal, places: int, unit: int) -> tuple[int, int, int]:
    """Equal numbers printed with different decimals are different: hence ``places``."""
    nominal = int(value * unit)
    half = unit // (2 * 10**places)
    return nominal, max(nominal - half, 0), min(nominal + half, 100 * unit)


@dataclass(frozen=True, slots=True)
class _Mean:
    """A printed component beside the scores that it is the mean of."""

    code: str
    inputs: tuple[str, ...]
    low: int
    high: int
    """Ends of the sum of the scores as printed."""


class Sums:
    """The total check and the instrument checks of one case, with values changed at will."""

    def __init__(self, case: Case, check: Check | None) -> None:
        self.scheme = case.scheme
        self.values = {code: entry.score.value for code, entry in case.values.items()}
        finest = max((decimals(value) for value in self.values.values()), default=0)
        self.unit = 2 * 10 ** (finest + SPARE)
        found = input_weights(case.scheme, check) if case.scheme and check else {}
        self.weights = {code: weight for code, weight in found.items() if code in self.values}
        result = check.result if check else None
        ends = (result.nominal, result.interval.low, result.interval.high) if result else ()
        scaled = [end * self.unit for end in ends]
        self.scale = lcm(1, *(one.denominator for one in (*self.weights.values(), *scaled)))
        self._whole = {code: int(weight * self.scale) for code, weight in self.weights.items()}
        self.inputs = tuple(self.weights)
        self._now = {code: _scaled(value, self.unit) for code, value in self.values.items()}
        self.base = tuple(int(one * self.scale) for one in scaled) or (0, 0, 0)
        self.means = tuple(self._means(case.scheme.components if case.scheme else ()))
        self.printed_parts = self._printed_parts()

    def _means(self, components: tuple[Component, ...]) -> list[_Mean]:
        return [
            _Mean(
                component.code,
                codes,
                sum(self._now[code][1] for code in codes),
                sum(self._now[code][2] for code in codes),
            )
            for component in components
            for codes in (component.codes, component.parts)
            if codes and component.code in self.values and all(c in self.values for c in codes)
        ]

    def _printed_parts(self) -> dict[str, Fraction]:
        """Shares of the printed instruments, where all are printed and none of them is what
        the total was computed from."""
        components = self.scheme.components if self.scheme else ()
        shares = {one.code: one.share for one in components if one.code in self.values}
        whole = len(shares) == len(components) and not set(shares) & set(self.inputs)
        return shares if whole and "total" in self.values else {}

    def scaled(self, code: str, changes: Changes) -> tuple[int, int, int]:
        value = changes.get(code)
        return self._now[code] if value is None else _scaled(value, self.unit)

    def total(self, changes: Changes) -> tuple[int, int, int]:
        """(nominal, low, high) of the recomputed total, in 1/(unit·scale) points."""
        nominal, low, high = self.base
        for code in changes:
            weight = self._whole.get(code)
            if weight is not None:
                old, new = _scaled(self.values[code], self.unit), self.scaled(code, changes)
                nominal += weight * (new[0] - old[0])
                low += weight * (new[1] - old[1])
                high += weight * (new[2] - old[2])
        return nominal, low, high

    def weigh(self, changes: Changes) -> tuple[int, bool]:
        """How far recomputed and printed total then are apart, in 1/(unit·scale) points, and
        whether they meet."""
        nominal, low, high = self.total(changes)
        shown, least, most = self.scaled("total", changes)
        scale = self.scale
        return abs(nominal - shown * scale), low <= most * scale and least * scale <= high

    def weigh_one(self, code: str, value: Decimal) -> tuple[int, bool]:
        """`weigh` for one changed value."""
        return next(self.weigh_each(code, [_scaled(value, self.unit)]))

    def weigh_each(self, code: str, values: Iterable[Ends]) -> Iterator[tuple[int, bool]]:
        """`weigh` for each of many values in the place of one: what most slips are."""
        nominal, low, high = self.base
        scale = self.scale
        shown, least, most = (end * scale for end in self._now["total"])
        if code == "total":
            for middle, lower, upper in values:
                holds = low <= upper * scale and lower * scale <= high
                yield abs(nominal - middle * scale), holds
            return
        old, weight = self._now[code], self._whole[code]
        nominal, low, high = (end - weight * was for end, was in zip(self.base, old, strict=True))
        off = nominal - shown
        most, least = most - low, least - high
        for middle, lower, upper in values:
            holds = weight * lower <= most and least <= weight * upper
            yield abs(off + weight * middle), holds

    def ends_of(self, slips: Iterable[Undone]) -> Iterator[Ends]:
        """(nominal, low, high) of each supposed value, in 1/unit points."""
        full = 100 * self.unit
        steps = {}
        for one in slips:
            places = one.places
            if places not in steps:
                step, rest = divmod(self.unit, 2 * 10**places)
                steps[places] = None if rest else step
            step = steps[places]
            if step is None:
                yield _scaled(one.value, self.unit)
                continue
            nominal = 2 * step * one.digits
            low, high = nominal - step, nominal + step
            yield nominal, max(0, low), min(full, high)

    def total_holds(self, changes: Changes) -> bool:
        """Whether the recomputed and the printed total then meet."""
        return self.weigh(changes)[1]

    def predicted(self, changes: Changes) -> Fraction:
        return Fraction(self.total(changes)[0], self.unit * self.scale)

    def mean_holds(self, mean: _Mean, changes: Changes) -> bool:
        low, high = mean.low, mean.high
        for code, value in changes.items():
            if code in mean.inputs:
                _, least, most = self._now[code]
                _, lowest, highest = _scaled(value, self.unit)
                low, high = low + lowest - least, high + highest - most
        _, least, most = self.scaled(mean.code, changes)
        return low <= most * len(mean.inputs) and least * len(mean.inputs) <= high

    def instrument_holds(self, code: str, changes: Changes) -> bool:
        return all(self.mean_holds(one, changes) for one in self.means if one.code == code)

    def instrument_holds_with(self, code: str, other: str, new: Ends) -> bool:
        """`instrument_holds` for one changed value, of ``other``."""
        _, lowest, highest = new
        _, old_low, old_high = self._now[other]
        for mean in self.means:
            if mean.code != code:
                continue
            low, high = mean.low, mean.high
            _, least, most = new if other == code else self._now[code]
            if other in mean.inputs:
                low, high = low + lowest - old_low, high + highest - old_high
            if low > most * len(mean.inputs) or least * len(mean.inputs) > high:
                return False
        return True

    def parts_hold(self, changes: Changes) -> bool:
        """Whether the weighted sum of the printed instruments meets the printed total."""
        scale = lcm(*(share.denominator for share in self.printed_parts.values()))
        low = high = 0
        for code, share in self.printed_parts.items():
            _, least, most = self.scaled(code, changes)
            low, high = low + int(share * scale) * least, high + int(share * scale) * most
        _, least, most = self.scaled("total", changes)
        return low <= most * scale and least * scale <= high
