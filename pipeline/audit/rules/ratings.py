"""The rule on ratings: what level a total is said to amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case, Entry
from pipeline.audit.rule import Report, rule
from pipeline.facts import Claim, Mark
from pipeline.interval import Interval, half_up
from pipeline.numbers import plain
from pipeline.scheme import Rating, Scheme, published, schemes


def read_rating(rating: Rating, text: str) -> tuple[str, Mark]:
    """The level and the pass flag in a printed rating: ``A (ผ่าน)`` is ``A`` and ``pass``.

    Either is empty where the text holds none that this scheme knows.
    """
    parts = ["".join(text.split()), *re.split(r"[\s()/,]+", text)]
    level = next((part for part in parts if part in {band.name for band in rating.bands}), "")
    mark: Mark = ""
    if any(part in rating.fail_words for part in parts):
        mark = "fail"
    elif any(part in rating.pass_words for part in parts):
        mark = "pass"
    return level, mark


def component_intervals(case: Case) -> dict[str, Interval]:
    """Each component as ratings look at it: as printed, else as its indicators give it."""
    found: dict[str, Interval] = {}
    for code, result in case.recomputed.components.items():
        value = case.value(code)
        if value is not None:
            found[code] = published(value)
        elif result.source in ("indicators", "parts") and code not in case.recomputed.undecided:
            found[code] = rounded(result.interval)
    return found


def rounded(interval: Interval) -> Interval:
    """The interval with its ends as two-decimal scores, which is what limits speak of."""
    return Interval(Fraction(half_up(interval.low)), Fraction(half_up(interval.high)))


def possible_ratings(case: Case, total: Interval) -> tuple[str, ...]:
    if case.scheme is None or case.foreign:
        return ()
    return case.scheme.possible_ratings(case.fiscal_year, total, component_intervals(case))


@rule(
    "rating-mismatch",
    "error",
    "The printed rating with the ratings that the printed total and instruments allow.",
    "ระดับผลการประเมินที่พิมพ์ไว้ กับระดับที่คะแนนรวมและคะแนนเครื่องมือให้ได้",
    "total 84.99, rating A\n→ A starts at 85: the rating is B",
)
def rating_mismatch(case: Case) -> Iterator[Report]:
    seen: set[tuple[str, Decimal]] = set()
    for entry in case.entries:
        key = entry.score.rating, entry.score.value
        if entry.code != "total" or entry.is_points or not entry.score.rating or key in seen:
            continue
        if not entry.in_range:
            continue
        seen.add(key)
        given = f"the printed total {plain(entry.score.value)}"
        given_th = f"คะแนนรวม {plain(entry.score.value)}"
        allowed = possible_ratings(case, published(entry.score.value))
        yield from _rating(case, entry.score.rating, allowed, (given, given_th), entry)
    for said in case.claims:
        if said.what.kind == "rating":
            yield from _claimed_rating(case, said.what, said.document, said.sha256)


def _claimed_rating(case: Case, claim: Claim, document: str, sha256: str) -> Iterator[Report]:
    entry = case.values.get("total")
    if entry:
        given = f"the printed total {plain(entry.score.value)}"
        given_th = f"คะแนนรวม {plain(entry.score.value)}"
        total = published(entry.score.value)
    elif case.recomputed.total and case.judged and not case.recomputed.undecided:
        total = rounded(case.recomputed.total.interval)
        shown = plain(half_up(case.recomputed.total.nominal))
        given, given_th = f"the recomputed total {shown}", f"คะแนนรวมที่คำนวณได้ {shown}"
    else:
        return
    for report in _rating(
        case, claim.text, possible_ratings(case, total), (given, given_th), entry
    ):
        yield Report(
            report.about,
            report.message,
            report.message_th,
            report.entries,
            code="total",
            item_type="total",
            printed=report.printed,
            expected=report.expected,
            severity=report.severity,
            document=document,
            sha256=sha256,
            place=claim.place,
        )


def _rating(
    case: Case,
    text: str,
    allowed: tuple[str, ...],
    given: tuple[str, str],
    entry: Entry | None,
) -> Iterator[Report]:
    if case.scheme is None or not allowed:
        return
    level, mark = read_rating(case.scheme.rating, text)
    if level in allowed or (not level and mark):
        return
    if not level and not _of_another_year(case.scheme, text):
        return
    right = " or ".join(allowed)
    right_th = " หรือ ".join(allowed)
    foreign = "" if level else f" «{text}» is no rating of {case.scheme.name_en}."
    foreign_th = "" if level else f" «{text}» ไม่ใช่ระดับของ{case.scheme.name_th}"
    yield Report(
        case.subject,
        f"The rating is printed as {text}; by {given[0]} in fiscal year {case.fiscal_year} it "
        f"is {right}.{foreign} Correct the rating, or check the total.",
        f"ระดับที่พิมพ์ไว้คือ {text} แต่{given[1]} ของปีงบประมาณ {case.fiscal_year} "
        f"ต้องเป็น {right_th}{foreign_th} โปรดแก้ไขระดับหรือตรวจคะแนนรวม",
        (entry,) if entry else (),
        printed=text,
        expected=" | ".join(allowed),
        severity="warning" if not level or level in case.scheme.rating.pass_words else None,
    )


def _of_another_year(own: Scheme, text: str) -> bool:
    return any(read_rating(other.rating, text)[0] for other in schemes() if other is not own)
