"""Scores that are not printed, and what the printed total or instrument says of them.

A missing score leaves its number unchecked, not free: between all missing scores at 0 and all at
100 lies what can be printed, and a number made by counting them as 0, or by leaving them out of
the mean, gives itself away. Only established formulas are used, and nothing is ever filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case
from pipeline.audit.model import Candidate
from pipeline.audit.phrases import exact, item, item_th, number
from pipeline.interval import Interval, half_up, mean, printed_score, weighted_sum
from pipeline.numbers import plain
from pipeline.scheme import Component, Scheme


@dataclass(frozen=True, slots=True)
class Way:
    """What the formula gives in one way of treating the missing scores."""

    nominal: Fraction
    interval: Interval


@dataclass(frozen=True, slots=True)
class Gap:
    """Missing scores beside a printed number that they are part of."""

    missing: tuple[str, ...]
    code: str
    """``total``, or the instrument whose indicators are missing."""
    printed: Decimal
    zero: Way
    """With every missing score counted as 0."""
    full: Way
    without: Way | None
    """With means of the scores that are there; None where an instrument has none."""

    @property
    def allowed(self) -> Interval:
        return printed_score(self.printed)

    @property
    def counted_as_zero(self) -> bool:
        return self.zero.interval.meets(self.allowed)

    @property
    def left_out(self) -> bool:
        return self.without is not None and self.without.interval.meets(self.allowed)

    @property
    def reach(self) -> Interval:
        """Everything that some scores from 0 to 100 in the gap could give."""
        return Interval(self.zero.interval.low, self.full.interval.high)

    @property
    def possible(self) -> bool:
        return self.reach.meets(self.allowed)

    @property
    def implied(self) -> Interval | None:
        """What a single missing score must be for the printed number to follow."""
        if len(self.missing) > 1 or not self.possible:
            return None
        weight = (self.full.nominal - self.zero.nominal) / 100
        low = (self.allowed.low - self.zero.interval.high) / weight
        high = (self.allowed.high - self.zero.interval.low) / weight
        return Interval(low, high).capped(Fraction(0), Fraction(100))


def gaps(case: Case) -> tuple[Gap, ...]:
    """Every printed instrument and total that scores are missing for."""
    scheme = case.scheme
    if scheme is None or not case.judged or case.parts or case.recomputed.undecided:
        return ()
    return (*_instruments(case, scheme), *_total(case, scheme))


def _missing(case: Case, component: Component) -> tuple[str, ...]:
    """Indicators of a component of which others are printed, each without a conflict."""
    printed = {entry.code for entry in case.entries}
    missing = tuple(code for code in component.codes if code not in printed)
    known = [code for code in component.codes if code in case.values]
    return (
        missing if missing and known and len(missing) + len(known) == len(component.codes) else ()
    )


def _ways(case: Case, component: Component, missing: Sequence[str]) -> tuple[Way, Way, Way]:
    """The component with its missing indicators at 0, at 100, and left out."""
    known = [code for code in component.codes if code not in missing]
    values = [case.values[code].score.value for code in known]
    shown = [printed_score(value) for value in values]
    total = sum((Fraction(value) for value in values), Fraction(0))
    size = len(component.codes)
    ends = [
        Way(
            (total + score * len(missing)) / size,
            mean([*shown, *[Interval(Fraction(score), Fraction(score))] * len(missing)]),
        )
        for score in (0, 100)
    ]
    return ends[0], ends[1], Way(total / len(known), mean(shown))


def _instruments(case: Case, scheme: Scheme) -> Iterator[Gap]:
    for component in scheme.components:
        missing = _missing(case, component)
        printed = case.value(component.code)
        if missing and printed is not None:
            zero, full, without = _ways(case, component, missing)
            yield Gap(missing, component.code, printed, zero, full, without)


def _total(case: Case, scheme: Scheme) -> Iterator[Gap]:
    known = case.recomputed.components
    unknown = [one for one in scheme.components if one.code not in known]
    printed = case.value("total")
    if printed is None or not unknown:
        return
    missing = {one.code: _missing(case, one) for one in unknown}
    if not all(missing.values()):
        if len(unknown) > 1 or len(scheme.components) < 2 or _is_named(case, unknown[0]):
            return
        ends = [Way(Fraction(n), Interval(Fraction(n), Fraction(n))) for n in (0, 100)]
        code = unknown[0].code
        made = [_sum(case, scheme, {code: one}) for one in ends]
        yield Gap((code,), "total", printed, made[0], made[1], None)
        return
    ways = {one.code: _ways(case, one, missing[one.code]) for one in unknown}
    zero, full, without = (
        _sum(case, scheme, {code: three[which] for code, three in ways.items()})
        for which in range(3)
    )
    codes = tuple(code for one in unknown for code in missing[one.code])
    yield Gap(codes, "total", printed, zero, full, without)


def _is_named(case: Case, component: Component) -> bool:
    """Whether anything of a component is printed, be it in conflict or out of range."""
    own = {component.code, *component.codes, *component.parts}
    return any(entry.code in own for entry in case.entries)


def _sum(case: Case, scheme: Scheme, ways: Mapping[str, Way]) -> Way:
    known = {
        code: Way(result.nominal, result.interval)
        for code, result in case.recomputed.components.items()
    }
    parts = [(one.share, {**known, **ways}[one.code]) for one in scheme.components]
    nominal = sum((share * way.nominal for share, way in parts), Fraction(0))
    return Way(nominal, weighted_sum((share, way.interval) for share, way in parts))


def candidates(case: Case, gap: Gap) -> tuple[Candidate, ...]:
    """How the printed number may have been made without the missing scores."""
    names, names_th = _names(case, gap)
    what, what_th = item(gap.code, case.scheme), item_th(gap.code, case.scheme)
    shown = plain(gap.printed)
    found = []
    if gap.counted_as_zero:
        gives = exact(gap.zero.nominal)
        found.append((
            "zero",
            gap.zero,
            f"If the missing score of {names} was taken as 0, {what} comes to {gives}, as printed"
            f" ({shown}).",
            f"หากนับ{names_th} ที่ไม่ได้พิมพ์ไว้เป็น 0 {what_th} จะเป็น {gives} ตามที่พิมพ์ไว้ ({shown})",
        ))  # fmt: skip
    if gap.left_out and gap.without is not None:
        gives = exact(gap.without.nominal)
        found.append((
            "left-out",
            gap.without,
            f"If {names} was left out of the mean, {what} comes to {gives}, as printed ({shown}).",
            f"หากไม่นำ{names_th} มาเฉลี่ย {what_th} จะเป็น {gives} ตามที่พิมพ์ไว้ ({shown})",
        ))  # fmt: skip
    return tuple(
        Candidate(
            cause,
            message,
            message_th,
            predicts=exact(way.nominal),
            reconciles=(gap.code,),
            rivals=0,
            unique=len(found) == 1,
            chance=plain(half_up((way.interval.width + gap.allowed.width) / _span(gap))),
        )
        for cause, way, message, message_th in found
    )


def _span(gap: Gap) -> Fraction:
    """Points over which the printed number could lie."""
    return max(gap.reach.width, Fraction(1))


def _names(case: Case, gap: Gap) -> tuple[str, str]:
    return (
        ", ".join(item(code, case.scheme) for code in gap.missing),
        ", ".join(item_th(code, case.scheme) for code in gap.missing),
    )


def told(case: Case, gap: Gap) -> tuple[str, str]:
    """One or two sentences on what the printed number says of the missing scores."""
    shown = plain(gap.printed)
    what, what_th = item(gap.code, case.scheme), item_th(gap.code, case.scheme)
    if not gap.possible:
        low, high = number(gap.reach.low), number(gap.reach.high)
        return (
            f"No scores from 0 to 100 of what is missing give {what} as printed ({shown}): it"
            f" would lie between {low} and {high}.",
            f"ไม่ว่าคะแนนที่ขาดจะเป็นเท่าใดระหว่าง 0 ถึง 100 ก็ไม่ได้{what_th} {shown} ตามที่พิมพ์ไว้ "
            f"ซึ่งต้องอยู่ระหว่าง {low} ถึง {high}",
        )
    zero = exact(gap.zero.nominal)
    if gap.counted_as_zero:
        other = exact(gap.without.nominal) if gap.without else ""
        beside = f" Left out of the mean, it would be {other}." if other else ""
        beside_th = f" หากไม่นำมาเฉลี่ยจะเป็น {other}" if other else ""
        return (
            f"As printed, {what} ({shown}) follows if the missing score counts as 0 ({zero}): it"
            f" was probably taken for 0.{beside} Ask for the score; if it is 0, print it.",
            f"{what_th}ที่พิมพ์ไว้ ({shown}) ตรงกับการนับคะแนนที่ขาดเป็น 0 ({zero}) "
            f"น่าจะนำค่าที่ไม่มีมาคิดเป็น 0{beside_th} โปรดขอคะแนนที่ขาด หากได้ 0 จริงให้พิมพ์ไว้",
        )
    implied = gap.implied
    if gap.left_out and gap.without is not None:
        without = exact(gap.without.nominal)
        return (
            f"As printed, {what} ({shown}) follows if what is missing was left out of the mean"
            f" ({without}); counted as 0 it would be {zero}.",
            f"{what_th}ที่พิมพ์ไว้ ({shown}) ตรงกับการไม่นำคะแนนที่ขาดมาเฉลี่ย ({without}) "
            f"หากนับเป็น 0 จะได้ {zero}",
        )
    if implied is None:
        return "", ""
    low, high = number(implied.low), number(implied.high)
    return (
        f"As printed, {what} ({shown}) follows if the missing score lies between {low} and"
        f" {high}; counted as 0 it would be {zero}.",
        f"{what_th}ที่พิมพ์ไว้ ({shown}) จะตรงกับสูตรหากคะแนนที่ขาดอยู่ระหว่าง {low} ถึง {high} "
        f"หากนับเป็น 0 จะได้ {zero}",
    )
