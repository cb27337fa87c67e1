"""The formula of a scheme applied to printed scores, exactly, as intervals.

A component is the mean of its indicators where all are printed, else of its parts, else
its own printed score, else its weighted points. The total is the weighted sum of
components. ``nominal`` is the result with printed values taken as exact; whether a printed
number is wrong is decided by the intervals alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pipeline.interval import Interval, mean, printed_score, weighted_sum
from pipeline.scheme import Component, Scheme

Values = Mapping[str, Decimal]
Points = Mapping[str, tuple[Decimal, Decimal]]
"""Weighted points of a code, with the full marks they are out of."""


@dataclass(frozen=True, slots=True)
class Result:
    """A number that follows from printed ones."""

    nominal: Fraction
    interval: Interval
    inputs: tuple[str, ...]
    """Codes of the printed scores it was computed from."""
    source: Literal["indicators", "parts", "score", "points"]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What a scheme gives for one agency-year; empty where nothing can be computed."""

    components: Mapping[str, Result] = field(default_factory=dict)
    total: Result | None = None
    undecided: tuple[str, ...] = ()
    """Components with some but not all of their parts printed: what their indicators
    speak of is not known, so a difference proves nothing."""


@dataclass(frozen=True, slots=True)
class Check:
    """A printed number beside the number that other printed ones give."""

    kind: Literal["total", "instrument", "points", "points-total"]
    code: str
    printed: Decimal
    allowed: Interval
    """What the printed number stands for."""
    result: Result
    decided: bool = True
    """False where a difference would prove nothing."""

    @property
    def holds(self) -> bool:
        return self.allowed.meets(self.result.interval)


def _exact(values: Values, codes: Sequence[str]) -> Fraction:
    return sum((Fraction(values[code]) for code in codes), Fraction(0)) / len(codes)


def _mean_of(
    values: Values, codes: Sequence[str], source: Literal["indicators", "parts"], places: int | None
) -> Result | None:
    if not codes or any(code not in values for code in codes):
        return None
    interval = mean([printed_score(values[code], places=places) for code in codes])
    return Result(_exact(values, codes), interval, tuple(codes), source)


def _from_points(code: str, points: Points) -> Result | None:
    if code not in points:
        return None
    value, full = points[code]
    factor = Fraction(100) / Fraction(full)
    interval = printed_score(value, full).scale(factor)
    return Result(Fraction(value) * factor, interval, (code,), "points")


def component_result(
    component: Component, values: Values, points: Points, places: int | None = None
) -> Result | None:
    """A component's score from the best source there is."""
    found = _mean_of(values, component.codes, "indicators", places)
    found = found or _mean_of(values, component.parts, "parts", places)
    if found is None and component.code in values:
        value = values[component.code]
        interval = printed_score(value, places=places)
        found = Result(Fraction(value), interval, (component.code,), "score")
    return found or _from_points(component.code, points)


def _sum(scheme: Scheme, components: Mapping[str, Result]) -> Result | None:
    if any(component.code not in components for component in scheme.components):
        return None
    parts = [(component.share, components[component.code]) for component in scheme.components]
    nominal = sum((share * part.nominal for share, part in parts), Fraction(0))
    inputs = tuple(code for _, part in parts for code in part.inputs)
    interval = weighted_sum((share, part.interval) for share, part in parts)
    source = parts[0][1].source if len({part.source for _, part in parts}) == 1 else "score"
    return Result(nominal, interval, inputs, source)


def _undecided(component: Component, values: Values) -> bool:
    found = sum(part in values for part in component.parts)
    return 0 < found < len(component.parts)


def recompute(
    scheme: Scheme | None, values: Values, points: Points, places: int | None = None
) -> Recomputed:
    """Components and total; ``places`` overrides the printed precision of every score."""
    if scheme is None:
        return Recomputed()
    components = {
        component.code: result
        for component in scheme.components
        if (result := component_result(component, values, points, places))
    }
    undecided = tuple(one.code for one in scheme.components if _undecided(one, values))
    return Recomputed(components, _sum(scheme, components), undecided)


def checks(
    scheme: Scheme | None, values: Values, points: Points, recomputed: Recomputed
) -> tuple[Check, ...]:
    """Every printed number that the scheme lets us compare."""
    if scheme is None:
        return ()
    found = [
        check
        for component in scheme.components
        for check in _component_checks(component, values, points, recomputed)
    ]
    total = values.get("total")
    if total is not None:
        allowed = printed_score(total)
        if recomputed.total:
            decided = not recomputed.undecided
            check = Check("total", "total", total, allowed, recomputed.total, decided)
            narrow = _sum(scheme, held_components(values, recomputed)) if check.holds else None
            if narrow and not allowed.meets(narrow.interval):
                check = replace(check, result=narrow)
            found.append(check)
        from_points = recomputed.total is not None and recomputed.total.source == "points"
        if not from_points and (result := _sum_of_points(scheme, points)):
            found.append(Check("points-total", "total", total, allowed, result))
    return tuple(found)


def held_components(values: Values, recomputed: Recomputed) -> Mapping[str, Result]:
    """Each component held to its printed score as well, which says more than indicators of
    fewer decimals; as recomputed where a component contradicts its indicators."""
    held = dict(recomputed.components)
    for code, known in recomputed.components.items():
        if code not in values or known.source not in ("indicators", "parts"):
            continue
        shown = printed_score(values[code])
        if not shown.meets(known.interval):
            return recomputed.components
        tight = shown.capped(known.interval.low, known.interval.high)
        if shown.width < known.interval.width:
            held[code] = Result(Fraction(values[code]), tight, (code,), "score")
        else:
            held[code] = replace(known, interval=tight)
    return held


def _component_checks(
    component: Component, values: Values, points: Points, recomputed: Recomputed
) -> Iterator[Check]:
    code = component.code
    decided = code not in recomputed.undecided
    known = recomputed.components.get(code)
    sources = (
        known if known and known.source == "indicators" else None,
        _mean_of(values, component.parts, "parts", None),
    )
    if code in values:
        allowed = printed_score(values[code])
        for result in filter(None, sources):
            certain = decided or result.source == "parts"
            yield Check("instrument", code, values[code], allowed, result, certain)
    best = next(filter(None, sources), None)
    if code in values:
        exact = Fraction(values[code])
        best = Result(exact, printed_score(values[code]), (code,), "score")
    if code in points and best:
        value, full = points[code]
        factor = Fraction(full) / 100
        weighted = Result(
            best.nominal * factor, best.interval.scale(factor), best.inputs, best.source
        )
        yield Check("points", code, value, printed_score(value, full), weighted, decided)


def _sum_of_points(scheme: Scheme, points: Points) -> Result | None:
    """The printed points added up, where each is out of its component's weight."""
    codes = [component.code for component in scheme.components]
    if any(
        one.code not in points or points[one.code][1] != one.weight for one in scheme.components
    ):
        return None
    interval = weighted_sum((Fraction(1), printed_score(*points[code])) for code in codes)
    nominal = sum((Fraction(points[code][0]) for code in codes), Fraction(0))
    return Result(nominal, interval, tuple(codes), "points")
