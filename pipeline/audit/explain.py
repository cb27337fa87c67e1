"""What could have happened: the single slips that would make a printed total right.

The search is complete for the slips it knows (two scores under each other's label,
one digit wrong, two neighbouring digits exchanged, in a score or in the total). A
candidate is a possibility with its evidence, never a correction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from pipeline.audit.case import Case
from pipeline.audit.evidence import evidence
from pipeline.audit.model import Candidate
from pipeline.audit.phrases import exact, item, item_th
from pipeline.audit.recompute import Check
from pipeline.interval import Interval, printed_score
from pipeline.numbers import plain
from pipeline.scheme import Scheme

SHOWN = 8
"""How many candidates a finding lists; rivals are counted over all of them."""

CAUSES = ("swap", "transposition", "digit")
"""In the order of how often authors do it, for candidates with equal evidence."""


SLIPS = {
    "digit": ("one digit is wrong", "ผิดหนึ่งหลัก"),
    "transposition": ("two neighbouring digits are exchanged", "สลับเลขสองหลักที่ติดกัน"),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A single change of printed values: code to the value that would stand there."""

    cause: str
    changes: tuple[tuple[str, Decimal], ...]


def explanations(case: Case, check: Check) -> tuple[Candidate, ...]:
    """Every single slip that reconciles the printed total, best supported first."""
    scheme = case.scheme
    if scheme is None:
        return ()
    weights = input_weights(scheme, check)
    fitting = [
        _candidate(case, check, slip, predicted)
        for slip in _slips(case, weights, check.printed)
        for predicted, interval, allowed in [_outcome(case, check, weights, slip)]
        if interval.meets(allowed)
    ]
    counts = Counter(candidate.cause for candidate, _ in fitting)
    ranked = [
        (replace(found, rivals=counts[found.cause] - 1, unique=counts[found.cause] == 1), broken)
        for found, broken in fitting
    ]
    ranked.sort(key=lambda pair: _rank(pair[0], pair[1], check))
    return tuple(candidate for candidate, _ in ranked)


def instrument_explanations(case: Case, check: Check) -> tuple[Candidate, ...]:
    """Slips that make a printed instrument fit: exchanged with another, or a digit in it."""
    slips: list[Slip] = []
    for other in case.checks:
        if other.kind != "instrument" or other.code == check.code or other.holds:
            continue
        crossed = other.allowed.meets(check.result.interval)
        if crossed and check.allowed.meets(other.result.interval):
            slips.append(Slip("swap", ((check.code, other.printed), (other.code, check.printed))))
    for cause, changed in (("transposition", transpositions), ("digit", digit_changes)):
        slips += [
            Slip(cause, ((check.code, value),))
            for value in changed(check.printed)
            if printed_score(value).meets(check.result.interval)
        ]
    counts = Counter(slip.cause for slip in slips)
    return tuple(
        Candidate(
            slip.cause,
            *_told_of_instrument(check, slip),
            predicts=exact(check.result.nominal),
            reconciles=tuple(code for code, _ in slip.changes),
            rivals=counts[slip.cause] - 1,
            unique=counts[slip.cause] == 1,
            changes=tuple(
                (code, plain(case.values[code].score.value), plain(value))
                for code, value in slip.changes
            ),
        )
        for slip in slips
    )


def _told_of_instrument(check: Check, slip: Slip) -> tuple[str, str]:
    value = plain(slip.changes[0][1])
    if slip.cause == "swap":
        one, other = (code for code, _ in slip.changes)
        return (
            f"If {one} and {other} stand under each other's label, both fit their indicators.",
            f"หาก {one} กับ {other} สลับที่กัน ทั้งสองค่าจะตรงกับตัวชี้วัดของตน",
        )
    what, what_th = SLIPS[slip.cause]
    return (
        f"If {what} in {check.code} ({plain(check.printed)} for {value}), it fits its indicators.",
        f"หาก {check.code} {what_th} (พิมพ์ {plain(check.printed)} แทน {value}) จะตรงกับตัวชี้วัด",
    )


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


def _slips(case: Case, weights: dict[str, Fraction], total: Decimal) -> Iterator[Slip]:
    values = {code: value for code in weights if (value := case.value(code)) is not None}
    for one, two in combinations(values, 2):
        if weights[one] != weights[two] and values[one] != values[two]:
            yield Slip("swap", ((one, values[two]), (two, values[one])))
    for code, value in (*values.items(), ("total", total)):
        for other in transpositions(value):
            yield Slip("transposition", ((code, other),))
        for other in digit_changes(value):
            yield Slip("digit", ((code, other),))


def _readable(text: str) -> Iterator[Decimal]:
    """``text`` as a score, unless nobody would print it so (``091.76``, ``191.76``)."""
    whole = text.partition(".")[0]
    if (len(whole) == 1 or whole[0] != "0") and Decimal(text) <= 100:
        yield Decimal(text)


def transpositions(value: Decimal) -> Iterator[Decimal]:
    """``value`` with two neighbouring digits exchanged, also across the decimal point."""
    text = plain(value)
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    for left, right in pairwise(places):
        if text[left] != text[right]:
            signs = list(text)
            signs[left], signs[right] = signs[right], signs[left]
            yield from _readable("".join(signs))


def digit_changes(value: Decimal) -> Iterator[Decimal]:
    """``value`` with any one digit replaced."""
    text = plain(value)
    for index, sign in enumerate(text):
        for other in "0123456789" if sign.isdigit() else "":
            if other != sign:
                yield from _readable(text[:index] + other + text[index + 1 :])


def _outcome(
    case: Case, check: Check, weights: dict[str, Fraction], slip: Slip
) -> tuple[Fraction, Interval, Interval]:
    """What the formula then gives (exact and as interval), and what would be printed."""
    low, high, nominal = check.result.interval.low, check.result.interval.high, check.result.nominal
    allowed = check.allowed
    for code, value in slip.changes:
        if code == "total":
            allowed = printed_score(value)
            continue
        before = case.values[code].score.value
        old, new, weight = printed_score(before), printed_score(value), weights[code]
        low += weight * (new.low - old.low)
        high += weight * (new.high - old.high)
        nominal += weight * (Fraction(value) - Fraction(before))
    return nominal, Interval(low, high), allowed


def _candidate(
    case: Case, check: Check, slip: Slip, predicted: Fraction
) -> tuple[Candidate, tuple[str, ...]]:
    """The candidate with what it reconciles, and what it would break."""
    gained, broken = evidence(case, dict(slip.changes))
    message, message_th = _told(case, check, slip, predicted)
    changes = tuple(
        (code, _printed(case, code, check), plain(value)) for code, value in slip.changes
    )
    found = Candidate(
        slip.cause, message, message_th, exact(predicted), ("total", *gained), 0, False, changes
    )
    return found, broken


def _printed(case: Case, code: str, check: Check) -> str:
    value = check.printed if code == "total" else case.values[code].score.value
    return plain(value)


def _told(case: Case, check: Check, slip: Slip, predicted: Fraction) -> tuple[str, str]:
    total, gives = plain(check.printed), exact(predicted)
    (code, value), *rest = slip.changes
    name, name_th = item(code, case.scheme), item_th(code, case.scheme)
    was, would = _printed(case, code, check), plain(value)
    if rest:
        other, other_th = item(rest[0][0], case.scheme), item_th(rest[0][0], case.scheme)
        return (
            (
                f"If the scores of {name} and {other} stand under each other's label "
                f"({was} ↔ {would}), the formula gives {gives}, as the printed total {total} says."
            ),
            (
                f"หากคะแนนของ{name_th} และ{other_th} สลับกัน ({was} ↔ {would}) "
                f"สูตรจะให้ {gives} ตรงกับคะแนนรวม {total} ที่พิมพ์ไว้"
            ),
        )
    what, what_th = SLIPS[slip.cause]
    if code == "total":
        return (
            f"If {what} in the total ({was} for {would}), it agrees with the formula's {gives}.",
            f"หากคะแนนรวม{what_th} (พิมพ์ {was} แทน {would}) จะตรงกับสูตรซึ่งให้ {gives}",
        )
    return (
        (
            f"If {what} in {name} ({was} for {would}), the formula gives {gives}, "
            f"as the printed total {total} says."
        ),
        (
            f"หาก{name_th}{what_th} (พิมพ์ {was} แทน {would}) สูตรจะให้ {gives} "
            f"ตรงกับคะแนนรวม {total} ที่พิมพ์ไว้"
        ),
    )


def _rank(
    found: Candidate, broken: tuple[str, ...], check: Check
) -> tuple[int, int, int, Fraction, int, tuple[tuple[str, str, str], ...]]:
    off = abs(Fraction(found.predicts) - Fraction(check.printed))
    return (
        len(broken),
        -len(found.reconciles),
        found.rivals,
        off,
        CAUSES.index(found.cause),
        found.changes,
    )


def verdict_on(candidates: tuple[Candidate, ...]) -> tuple[str, str]:
    """One sentence on what single slips could and could not explain."""
    counts = Counter(candidate.cause for candidate in candidates)
    if not counts:
        return (
            (
                "No single exchange of two labels, no single wrong digit and no exchange of two "
                "neighbouring digits explains it."
            ),
            "ไม่มีการสลับป้ายคู่ใด เลขผิดหลักเดียว หรือการสลับเลขที่ติดกันคู่ใดอธิบายได้",
        )
    first = candidates[0]
    swaps = "" if counts["swap"] else " No exchange of two labels explains it."
    swaps_th = "" if counts["swap"] else " ไม่มีการสลับป้ายคู่ใดอธิบายได้"
    others = len(candidates) - 1
    more = f" {others} other single slips would fit as well." if others else ""
    more_th = f" ยังมีความผิดพลาดจุดเดียวแบบอื่นที่เป็นไปได้อีก {others} แบบ" if others else ""
    return f"{first.message}{more}{swaps}", f"{first.message_th}{more_th}{swaps_th}"
