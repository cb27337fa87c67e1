"""Everything that may have happened to one agency-year's printed numbers, one slip at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import floor

from pipeline.audit.case import Case
from pipeline.audit.recompute import Check, Result, held_components
from pipeline.audit.slips import Undone, undone_slips
from pipeline.audit.sums import Sums
from pipeline.interval import Interval, half_up, mean, printed_score, weighted_sum
from pipeline.numbers import arabic, decimals, plain

ORDERED = 6
"""Different scores from which a row in falling or rising order is no accident."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One supposed cause: values that would stand otherwise, or another way to the total."""

    cause: str
    changes: tuple[tuple[str, Decimal], ...] = ()
    """Code to the value that would stand there."""
    total: Interval | None = None
    """What another way to the total gives; None where the formula is applied to the changes."""
    nominal: Fraction | None = None
    """The same with printed values taken as exact."""
    what: str = ""
    """What the message tells of it: a formula, another body, a year."""
    what_th: str = ""
    tried: int = 1
    """How many slips of this kind there could be, where not all of them are made."""

    @property
    def followed(self) -> bool:
        """The printed total was made by another way from the numbers as they stand."""
        return self.total is not None


def row_places(values: Mapping[str, Decimal]) -> int:
    """The decimals that most scores of a row have; the more on a tie."""
    counts = Counter(decimals(value) for value in values.values())
    return max(counts, key=lambda places: (counts[places], places)) if counts else 2


def value_slips(
    case: Case, sums: Sums, codes: tuple[str, ...]
) -> Iterator[tuple[str, tuple[Undone, ...]]]:
    """Slips inside one printed number: by its code, each undone."""
    places = row_places(sums.values)
    for code in codes:
        printed = case.values[code].score.printed
        thai = printed != arabic(printed)
        yield code, undone_slips(sums.values[code], places, thai=thai)


def total_slips(case: Case, check: Check, sums: Sums) -> Iterator[Slip]:
    """Everything but `value_slips` that could make the printed total and the scores disagree."""
    yield from _swaps(sums)
    yield from _sorted(case, sums)
    yield from _exchanges(case, sums)
    yield from _other_formulas(case, check)
    yield from _rounded(case)
    yield from _zeros(case, sums)
    yield from _weighted(case, sums)
    yield from _all_weighted(case, sums)
    yield from _elsewhere(case, check)


def _swaps(sums: Sums) -> Iterator[Slip]:
    """Two scores under each other's label, where the total would show it."""
    for one, two in combinations(sums.inputs, 2):
        left, right = sums.values[one], sums.values[two]
        if sums.weights[one] != sums.weights[two] and left != right:
            yield Slip("swap", ((one, right), (two, left)))


def _sorted(case: Case, sums: Sums) -> Iterator[Slip]:
    """All scores sorted by themselves under the official order of names."""
    codes = [one.code for one in case.scheme.indicators] if case.scheme else []
    values = [sums.values[code] for code in codes if code in sums.inputs]
    if not codes or len(values) < len(codes) or len(set(values)) < ORDERED:
        return
    falls = values == sorted(values, reverse=True)
    if not falls and values != sorted(values):
        return
    weights = sorted(sums.weights[code] for code in codes)
    ascending = sorted(values)
    slack = sum((weight / 200 for weight in weights), Fraction(0))
    least, most = (
        sum((Fraction(v) * w for v, w in zip(order, weights, strict=True)), Fraction(0))
        for order in (ascending[::-1], ascending)
    )
    shown = Fraction(sums.values["total"])
    yield Slip(
        "sorted",
        total=Interval(least - slack, most + slack),
        nominal=min(max(shown, least), most),
        what="fall" if falls else "rise",
        what_th="ลดลง" if falls else "เพิ่มขึ้น",
    )


def _components(case: Case) -> dict[str, Result]:
    values = {code: entry.score.value for code, entry in case.values.items()}
    return dict(held_components(values, case.recomputed))


def _exchanges(case: Case, sums: Sums) -> Iterator[Slip]:
    """Two instruments in each other's place, and the total made from them so."""
    if case.scheme is None:
        return
    found = _components(case)
    shares = {one.code: one.share for one in case.scheme.components}
    from_indicators = [code for code, one in found.items() if one.source == "indicators"]
    for one, two in combinations(from_indicators, 2):
        if shares[one] == shares[two] or len(found) < len(shares):
            continue
        order = {**found, one: found[two], two: found[one]}
        pair = [sums.values.get(code) for code in (one, two)]
        left, right = pair
        changes = ((one, right), (two, left)) if left is not None and right is not None else ()
        yield Slip(
            "exchange",
            changes,
            weighted_sum((shares[code], result.interval) for code, result in order.items()),
            sum((shares[code] * result.nominal for code, result in order.items()), Fraction(0)),
            f"{one} and {two}",
            f"{one} กับ {two}",
        )


def _other_formulas(case: Case, check: Check) -> Iterator[Slip]:
    """Formulas that are not this year's: plain means of all indicators or of the instruments."""
    found = list(_components(case).values())
    codes = check.result.inputs
    ways = [
        ("the plain mean of all scores", "ค่าเฉลี่ยธรรมดาของทุกคะแนน", [
            (Fraction(case.values[code].score.value), printed_score(case.values[code].score.value))
            for code in codes
            if code in case.values
        ]),
        ("the plain mean of the instruments", "ค่าเฉลี่ยธรรมดาของเครื่องมือ", [
            (one.nominal, one.interval) for one in found
        ]),
    ]  # fmt: skip
    for what, what_th, parts in ways:
        if len(parts) > 1:
            nominal = sum((part for part, _ in parts), Fraction(0)) / len(parts)
            interval = mean([interval for _, interval in parts])
            yield Slip("other-scheme", (), interval, nominal, what, what_th)


def _rounded(case: Case) -> Iterator[Slip]:
    """A total made from instruments that were rounded or cut off first."""
    if case.scheme is None:
        return
    found = _components(case)
    shares = {one.code: one.share for one in case.scheme.components}
    if len(found) < len(shares):
        return
    for places in (0, 1):
        for cut in (False, True):
            parts = {
                code: _cut(result.nominal, places) if cut else _round(result.nominal, places)
                for code, result in found.items()
            }
            nominal = sum((shares[code] * part for code, part in parts.items()), Fraction(0))
            if nominal == sum((shares[c] * r.nominal for c, r in found.items()), Fraction(0)):
                continue
            how, how_th = ("cut off", "ตัดทศนิยม") if cut else ("rounded", "ปัดเศษ")
            yield Slip(
                "rounded",
                (),
                Interval(nominal, nominal),
                nominal,
                f"instruments {how} at {places} decimals",
                f"คะแนนเครื่องมือที่{how_th}เหลือ {places} ตำแหน่ง",
            )


def _round(value: Fraction, places: int) -> Fraction:
    return Fraction(half_up(value, places))


def _cut(value: Fraction, places: int) -> Fraction:
    return Fraction(floor(value * 10**places), 10**places)


def _zeros(case: Case, sums: Sums) -> Iterator[Slip]:
    """Noughts that stand for missing scores, one or several of them: the means were made of the
    other scores."""
    if case.scheme is None:
        return
    ways = []
    for component in case.scheme.components:
        codes = [code for code in component.codes if code in sums.inputs]
        noughts = [code for code in codes if not sums.values[code]]
        subsets = [
            left
            for size in range(1, min(len(noughts), len(codes) - 1) + 1)
            for left in combinations(noughts, size)
        ]
        ways.append([(), *subsets])
    for chosen in product(*ways):
        if any(chosen):
            yield _without(case, sums, chosen)


def _without(case: Case, sums: Sums, left_out: Sequence[tuple[str, ...]]) -> Slip:
    """The total with some scores of each component left out of its mean."""
    components = case.scheme.components if case.scheme else ()
    found = _components(case)
    parts, nominal = [], Fraction(0)
    for component, missing in zip(components, left_out, strict=True):
        result = found[component.code]
        interval, middle = result.interval, result.nominal
        if missing:
            rest = [sums.values[code] for code in component.codes if code not in missing]
            interval = mean([printed_score(value) for value in rest])
            middle = sum(map(Fraction, rest), Fraction(0)) / len(rest)
        parts.append((component.share, interval))
        nominal += component.share * middle
    about = ", ".join(code for missing in left_out for code in missing)
    return Slip("zero", (), weighted_sum(parts), nominal, about, about)


def _weighted(case: Case, sums: Sums) -> Iterator[Slip]:
    """Weighted points (28.04 of 30) where a score of 100 should stand."""
    for component in case.scheme.components if case.scheme else ():
        code, weight = component.code, component.weight
        value = sums.values.get(code)
        if value is None or code not in sums.inputs or not 0 < value <= weight:
            continue
        would = half_up(Fraction(value) * 100 / Fraction(weight))
        half = Fraction(1, 2 * 10 ** decimals(value)) * 100 / Fraction(weight)
        old = printed_score(value)
        result = case.recomputed.total
        if result is None or would > 100:
            continue
        share = component.share
        low = result.interval.low - share * old.low + share * (Fraction(would) - half)
        high = result.interval.high - share * old.high + share * (Fraction(would) + half)
        nominal = result.nominal + share * (Fraction(would) - Fraction(value))
        yield Slip(
            "weighted", ((code, would),), Interval(low, high), nominal, plain(weight), plain(weight)
        )


def _all_weighted(case: Case, sums: Sums) -> Iterator[Slip]:
    """Every component in weighted points: the total is their plain sum."""
    components = case.scheme.components if case.scheme else ()
    points = [(one, sums.values[one.code]) for one in components if one.code in sums.inputs]
    if len(points) < 2 or len(points) < len(components):
        return
    if any(value > one.weight for one, value in points):
        return
    changes = tuple(
        (one.code, half_up(Fraction(value) * 100 / Fraction(one.weight))) for one, value in points
    )
    weights = ", ".join(plain(one.weight) for one, _ in points)
    yield Slip(
        "weighted",
        changes,
        weighted_sum((Fraction(1), printed_score(value, one.weight)) for one, value in points),
        sum((Fraction(value) for _, value in points), Fraction(0)),
        weights,
        weights,
    )


def _elsewhere(case: Case, check: Check) -> Iterator[Slip]:
    """The total of another year of the body, or of another body in the same year."""
    population = case.population
    if population is None:
        return
    exact = case.recomputed.total.nominal if case.recomputed.total else Fraction(check.printed)
    would = half_up(exact, decimals(check.printed))
    own = population.of_body(case.subject.agency_id)
    years = [one for one in own if one.fiscal_year != case.fiscal_year]
    for one in years:
        if one.total == check.printed:
            yield _of_other("other-year", would, str(one.fiscal_year), len(years))
    bodies = population.of_year(case.fiscal_year, check.printed)
    others = [one for one in bodies if one.agency_id != case.subject.agency_id]
    for one in others[:3]:
        tried = population.bodies(case.fiscal_year) - 1
        yield _of_other("other-body", would, one.agency, tried)


def _of_other(cause: str, would: Decimal, what: str, tried: int) -> Slip:
    return Slip(cause, (("total", would),), what=what, what_th=what, tried=tried)
