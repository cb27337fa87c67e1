"""How far each value can be relied on, and what an agency-year amounts to.

``proved`` is the strongest claim made, so it asks for the sharpest test: with every
value at the finest precision printed in its row, the formula gives the printed total,
and one point more or less in any of the values would have been seen. It excludes
misread digits. It does not exclude an exchange of two scores of one instrument, which
no total can show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case, Entry, agree
from pipeline.audit.gaps import gaps
from pipeline.audit.model import Assurance, Finding, Verdict
from pipeline.audit.recompute import Check, recompute
from pipeline.audit.rules.values import CONFIDENCE_LIMIT
from pipeline.audit.sums import input_weights
from pipeline.interval import half_up, printed_score
from pipeline.numbers import decimals
from pipeline.scheme import published


def total_check(case: Case) -> Check | None:
    return next((check for check in case.checks if check.kind == "total"), None)


def verdict(case: Case) -> Verdict:
    """What the arithmetic proves about an agency-year, and no more.

    An inferred formula can confirm a total; it cannot call one wrong.
    """
    if case.basis == "unknown":
        return "unverifiable"
    decided = [check for check in case.checks if check.decided]
    if any(not check.holds for check in decided):
        return "inconsistent" if case.judged else "unverifiable"
    if not all(gap.possible for gap in gaps(case)):
        return "inconsistent"
    check = total_check(case)
    return "consistent" if check and check.holds else "incomplete"


def proved_codes(case: Case) -> frozenset[str]:
    """Codes whose printed scores the printed total proves."""
    check = total_check(case)
    if not case.judged or case.scheme is None or check is None or not check.decided:
        return frozenset()
    values = {code: entry.score.value for code, entry in case.values.items()}
    points = {
        code: (entry.score.value, entry.score.out_of or Decimal(100))
        for code, entry in case.points.items()
    }
    inputs = [values.get(code, check.printed) for code in check.result.inputs]
    places = max(decimals(value) for value in (*inputs, check.printed))
    alike = all(decimals(value) == places for value in inputs)
    sharp = check.result if alike else recompute(case.scheme, values, points, places).total
    total = printed_score(check.printed, places=places)
    if verdict(case) != "consistent" or sharp is None or not sharp.interval.meets(total):
        return frozenset()
    weights = input_weights(case.scheme, check)
    if any(
        sharp.interval.shift(step * weights[code]).meets(total)
        for code in check.result.inputs
        for step in (Fraction(-1), Fraction(1))
    ):
        return frozenset()
    derived = {one.code for one in case.checks if one.kind in ("instrument", "points")}
    return frozenset({"total", *check.result.inputs, *derived})


def row_assurances(
    case: Case, proved: frozenset[str], disputed: set[tuple[str, int]]
) -> dict[tuple[str, int], Assurance]:
    """The assurance of every row of a case."""
    return {
        entry.key: _row(case, entry, entry.code in proved, entry.key in disputed)
        for entry in case.entries
    }


def _row(case: Case, entry: Entry, proved: bool, disputed: bool) -> Assurance:
    if disputed or entry.score.place.confidence < CONFIDENCE_LIMIT:
        return "disputed"
    if proved:
        return "proved"
    return "corroborated" if _corroborated(case, entry) else "read"


def _corroborated(case: Case, entry: Entry) -> bool:
    """True if a document with other bytes prints the same value for the same body."""
    return case.resolved and any(
        other.code == entry.code
        and other.is_points is entry.is_points
        and other.sha256 != entry.sha256
        and agree(other.score.value, entry.score.value)
        for other in case.entries
    )


def case_assurance(
    case: Case, findings: Iterable[Finding], rows: Mapping[tuple[str, int], Assurance]
) -> Assurance:
    """The assurance of the agency-year as a whole: that of its weakest value.

    Rows that took no part in the proof (questions, sub-indicators) do not weaken it.
    """
    chosen = [rows[entry.key] for entry in case.values.values()]
    if any(one.severity == "error" for one in findings) or "disputed" in chosen or not chosen:
        return "disputed"
    if "total" in case.values and rows[case.values["total"].key] == "proved":
        return "proved"
    return "corroborated" if all(one == "corroborated" for one in chosen) else "read"


def recomputed_values(case: Case) -> tuple[tuple[str, Decimal], ...]:
    """Instruments that follow from their indicators or parts, and the total."""
    found = [
        (code, half_up(result.nominal))
        for code, result in case.recomputed.components.items()
        if result.source in ("indicators", "parts")
    ]
    if case.recomputed.total:
        found.append(("total", half_up(case.recomputed.total.nominal)))
    return tuple(found)


def recomputed_rating(case: Case) -> str:
    """The rating of the recomputed total, empty where the numbers do not decide it."""
    total = case.recomputed.total
    if total is None or case.scheme is None or case.recomputed.undecided:
        return ""
    components = {
        code: published(half_up(result.nominal))
        for code, result in case.recomputed.components.items()
    }
    possible = case.scheme.possible_ratings(
        case.fiscal_year, published(half_up(total.nominal)), components
    )
    return possible[0] if len(possible) == 1 else ""
