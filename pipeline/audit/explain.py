"""What could have happened: the single slips that would make printed numbers agree.

The search is complete for the slips it knows (`pipeline.audit.hypotheses`). A candidate is a
possibility with its evidence, never a correction: what it would mend and break among all that
is printed, how many of its kind were tried, and how many of them would fit by chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from pipeline.audit.case import Case
from pipeline.audit.evidence import evidence
from pipeline.audit.hypotheses import Slip, total_slips, value_slips
from pipeline.audit.model import Candidate
from pipeline.audit.phrases import exact
from pipeline.audit.recompute import Check
from pipeline.audit.sums import Sums
from pipeline.audit.telling import told, told_of_instrument
from pipeline.interval import half_up, mean, printed_score, weighted_sum
from pipeline.numbers import decimals, plain

SHOWN = 8
"""How many candidates a finding lists; rivals are counted over all of them."""

CAUSES = (
    "sorted", "exchange", "swap", "weighted", "zero", "other-year", "transposition",
    "thai-digit", "point", "doubled", "dropped", "digit", "other-scheme", "rounded", "other-body",
)  # fmt: skip
"""In the order of how often authors do it, for candidates with equal evidence."""

_AROUND = 25
"""How many times the width of a fit is looked at on either side to tell what chance gives."""
_SPREAD = Fraction(20)
"""Points over which totals of bodies and years spread, for slips that are not all made."""
_UNSURE = 4
"""How much less a fit says that holds only by the widest rounding."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """A slip under which the number in question agrees."""

    slip: Slip
    predicted: Fraction
    reconciles: tuple[str, ...]
    broken: tuple[str, ...]
    sharp: bool
    """The formula then gives the printed digits, not only something near them."""


def explanations(case: Case, check: Check) -> tuple[Candidate, ...]:
    """Every single slip that reconciles the printed total, best supported first."""
    if case.scheme is None or "total" not in case.values:
        return ()
    sums = Sums(case, check)
    window = check.allowed.width + check.result.interval.width
    tried: Counter[str] = Counter()
    near: Counter[str] = Counter()
    reach = int(_AROUND * window * sums.unit * sums.scale)
    fits = []
    for code, slips in value_slips(case, sums, (*sums.inputs, "total")):
        tried.update(one.cause for one in slips)
        weighed = sums.weigh_each(code, sums.ends_of(slips))
        for one, (off, holds) in zip(slips, weighed, strict=True):
            if off <= reach:
                near[one.cause] += 1
            if holds:
                fits.append(_fit(case, check, sums, Slip(one.cause, ((code, one.value),))))
    for slip in total_slips(case, check, sums):
        off, holds = _outcome(sums, slip, check)
        tried[slip.cause] = max(tried[slip.cause] + 1, slip.tried)
        near[slip.cause] += off <= reach
        if holds:
            fits.append(_fit(case, check, sums, slip))
    chances = {cause: _chance(tried[cause], near[cause], window) for cause in tried}
    return _ranked(
        case, check, fits, tried, chances, lambda one: told(case, check, one.slip, one.predicted)
    )


def _outcome(sums: Sums, slip: Slip, check: Check) -> tuple[int, bool]:
    """How far the totals then are apart, in the units of ``sums``, and whether they agree."""
    if slip.total is not None and slip.nominal is not None:
        off = abs(slip.nominal - Fraction(check.printed)) * sums.unit * sums.scale
        return int(off), slip.total.meets(check.allowed)
    return sums.weigh(dict(slip.changes))


def _fit(case: Case, check: Check, sums: Sums, slip: Slip) -> _Fit:
    changes = dict(slip.changes)
    predicted = slip.nominal if slip.nominal is not None else sums.predicted(changes)
    gained, broken = evidence(case, changes, sums, followed=slip.followed)
    total = changes.get("total", check.printed)
    sharp = half_up(predicted, decimals(total)) == total
    return _Fit(slip, predicted, ("total", *gained), broken, sharp)


def _chance(tried: int, near: int, window: Fraction) -> Fraction:
    """How many slips of a kind one would expect to fit by chance."""
    if near < tried and near == 0:
        return tried * window / _SPREAD
    return max(Fraction(near, 2 * _AROUND), tried * window / 100)


def _ranked(
    case: Case,
    check: Check,
    fits: Sequence[_Fit],
    tried: Counter[str],
    chances: Mapping[str, Fraction],
    says: Callable[[_Fit], tuple[str, str]],
) -> tuple[Candidate, ...]:
    counts = Counter(one.slip.cause for one in fits)
    ranked = sorted(fits, key=lambda one: _rank(one, check, tried))
    alone = _alone(ranked)
    return tuple(
        Candidate(
            one.slip.cause,
            *says(one),
            predicts=exact(one.predicted),
            reconciles=one.reconciles,
            rivals=counts[one.slip.cause] - 1,
            unique=one is alone,
            changes=_changes(case, one.slip),
            chance=plain(half_up(chances[one.slip.cause])),
        )
        for one in ranked
    )


def _alone(ranked: Sequence[_Fit]) -> _Fit | None:
    """The first of ranked slips, where no other of any cause reconciles as much."""
    weights = [(len(one.broken), -len(one.reconciles)) for one in ranked[:2]]
    return ranked[0] if ranked and weights[1:] != weights[:1] else None


def _changes(case: Case, slip: Slip) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (code, plain(case.values[code].score.value), plain(value)) for code, value in slip.changes
    )


def _rank(one: _Fit, check: Check, tried: Counter[str]) -> tuple[object, ...]:
    """Fewest broken, most mended, then the kind that offers fewest ways to fit by chance."""
    off = abs(one.predicted - Fraction(check.printed))
    ways = tried[one.slip.cause] * (1 if one.sharp else _UNSURE)
    return (
        len(one.broken),
        -len(one.reconciles),
        ways,
        CAUSES.index(one.slip.cause),
        not one.sharp,
        off,
        one.slip.changes,
    )


def instrument_explanations(case: Case, check: Check) -> tuple[Candidate, ...]:
    """Slips that make a printed instrument fit: in it, in its scores, or with another's label."""
    total = next((one for one in case.checks if one.kind == "total"), None)
    sums = Sums(case, total)
    codes = tuple(code for code in (check.code, *check.result.inputs) if code in case.values)
    swaps = _label_swaps(case, check)
    tried = Counter(slip.cause for slip in swaps)
    slips = [slip for slip in swaps if sums.instrument_holds(check.code, dict(slip.changes))]
    for code, undone in value_slips(case, sums, codes):
        tried.update(one.cause for one in undone)
        slips += (
            Slip(one.cause, ((code, one.value),))
            for one, ends in zip(undone, sums.ends_of(undone), strict=True)
            if sums.instrument_holds_with(check.code, code, ends)
        )
    for other in (*_zero_left_out(case, check), *_as_points(case, check)):
        tried.update((other.cause,))
        slips.append(other)
    fits = []
    for slip in slips:
        changes = dict(slip.changes)
        gained, broken = evidence(case, changes, sums)
        if total is not None and total.decided:
            held, holds = total.holds, sums.total_holds(changes)
            gained += ("total",) if holds and not held else ()
            broken += ("total",) if held and not holds else ()
        mended = dict.fromkeys((check.code, *gained))
        predicted = _mean_under(case, check, changes) if slip.nominal is None else slip.nominal
        fits.append(_Fit(slip, predicted, tuple(mended), broken, True))
    window = check.allowed.width + check.result.interval.width
    chances = {cause: tried[cause] * window / _SPREAD for cause in tried}
    return _ranked(
        case, check, fits, tried, chances, lambda one: told_of_instrument(case, check, one.slip)
    )


def _as_points(case: Case, check: Check) -> tuple[Slip, ...]:
    """The instrument in points of its weight, where its scores of 100 come to as many."""
    component = case.scheme.component_of(check.code) if case.scheme else None
    if component is None or component.code != check.code:
        return ()
    if not weighted_sum([(component.share, check.result.interval)]).meets(check.allowed):
        return ()
    weight, points = plain(component.weight), component.share * check.result.nominal
    return (Slip("weighted", (), None, points, weight, weight),)


def _mean_under(case: Case, check: Check, changes: Mapping[str, Decimal]) -> Fraction:
    """The mean that an instrument is compared with, with some of its scores changed."""
    inputs = check.result.inputs
    moved = sum(
        (Fraction(value) - Fraction(case.values[code].score.value)
         for code, value in changes.items() if code in inputs),
        Fraction(0),
    )  # fmt: skip
    return check.result.nominal + moved / len(inputs)


def _zero_left_out(case: Case, check: Check) -> list[Slip]:
    """Noughts that stand for missing scores: the instrument is the mean of the others."""
    values = {code: case.values[code].score.value for code in check.result.inputs}
    noughts = [code for code, value in values.items() if not value]
    found = []
    for size in range(1, min(len(noughts), len(values) - 1) + 1):
        for missing in combinations(noughts, size):
            rest = [value for code, value in values.items() if code not in missing]
            interval = mean([printed_score(value) for value in rest])
            if interval.meets(check.allowed):
                nominal = sum(map(Fraction, rest), Fraction(0)) / len(rest)
                about = ", ".join(missing)
                found.append(Slip("zero", (), interval, nominal, about, about))
    return found


def _label_swaps(case: Case, check: Check) -> list[Slip]:
    """Another instrument that fits these scores, while this one fits that one's."""
    found = []
    for other in case.checks:
        if other.kind != "instrument" or other.code == check.code or other.holds:
            continue
        crossed = other.allowed.meets(check.result.interval)
        if crossed and check.allowed.meets(other.result.interval):
            pair = ((check.code, other.printed), (other.code, check.printed))
            found.append(Slip("swap", pair))
    return found


def range_explanations(case: Case, code: str, printed: Decimal) -> tuple[Candidate, ...]:
    """What a score out of range may have been: slips that bring it back, those first with which
    the printed total follows."""
    from pipeline.audit.hypotheses import row_places
    from pipeline.audit.recompute import checks, recompute
    from pipeline.audit.slips import undone
    from pipeline.audit.telling import told_of_range

    values = {other: entry.score.value for other, entry in case.values.items()}
    found = []
    for cause, value in undone(printed, row_places(values), thai=False):
        if cause not in ("point", "doubled", "digit", "transposition") or not 0 <= value <= 100:
            continue
        after = {**values, code: value}
        made = checks(case.scheme, after, {}, recompute(case.scheme, after, {}))
        mended = tuple(
            one.code for one in made if one.holds and one.decided and one.kind != "points"
        )
        wrong = any(not one.holds and one.decided for one in made)
        if wrong and case.judged:
            continue
        found.append((mended, cause, value, _computed(made)))
    counts = Counter(cause for _, cause, _, _ in found)
    found.sort(key=lambda one: (-len(one[0]), CAUSES.index(one[1]), one[2]))
    most = [len(mended) for mended, *_ in found]
    return tuple(
        Candidate(
            cause,
            *told_of_range(case, code, cause, printed, value, mended),
            predicts=exact(predicted) if predicted is not None else "",
            reconciles=mended,
            rivals=counts[cause] - 1,
            unique=len(mended) == most[0] and most.count(most[0]) == 1,
            changes=((code, plain(printed), plain(value)),),
        )
        for mended, cause, value, predicted in found[:SHOWN]
    )


def _computed(made: Iterable[Check]) -> Fraction | None:
    return next((one.result.nominal for one in made if one.kind == "total"), None)


def verdict_on(candidates: tuple[Candidate, ...]) -> tuple[str, str]:
    """One sentence on what single slips could and could not explain."""
    by_cause: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_cause[candidate.cause].append(candidate)
    if not by_cause:
        return (
            (
                f"None of the {len(CAUSES)} causes tried (among them an exchange of two labels, a"
                " slip in one number, another way to add the scores up) explains it; another may."
            ),
            f"สาเหตุทั้ง {len(CAUSES)} แบบที่ลองแล้ว เช่น สลับป้าย ตัวเลขผิดจุดเดียว หรือวิธีรวมคะแนนแบบอื่น "
            "ไม่มีแบบใดอธิบายได้ แต่อาจมีสาเหตุอื่น",
        )
    first = candidates[0]
    swaps = "" if "swap" in by_cause else " No exchange of two labels explains it."
    swaps_th = "" if "swap" in by_cause else " ไม่มีการสลับป้ายคู่ใดอธิบายได้"
    others = len(candidates) - 1
    plural = "s" if others > 1 else ""
    more = f" {others} other single slip{plural} would fit as well." if others else ""
    more_th = f" ยังมีความผิดพลาดจุดเดียวแบบอื่นที่เป็นไปได้อีก {others} แบบ" if others else ""
    return f"{first.message}{more}{swaps}", f"{first.message_th}{more_th}{swaps_th}"
