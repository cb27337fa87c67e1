"""The truth of generated reports, in the columns of the dataset.

Columns that the truth does not know (pages, boxes, how a value was read) stay empty. The
arithmetic is worked out here anew; nothing is shared with the program that is measured.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from corpus.faults import CONSEQUENCES
from corpus.report import Fault, Report, TrueScore
from corpus.scores import (
    INDEX_WEIGHTS,
    INSTRUMENTS,
    PARTS_FROM,
    TEN_FROM,
    WEIGHTS,
    rating_of,
    rounded,
    scheme_of,
)
from corpus.world import Agency

SCORES = (
    "document", "agency_id", "agency", "agency_type", "district", "province", "fiscal_year",
    "scheme", "item_type", "code", "name", "score", "out_of", "target", "printed", "rating",
    "page", "x0", "top", "x1", "bottom", "line", "method", "confidence", "assurance",
)  # fmt: skip
AGENCY_YEARS = (
    "agency_id", "agency", "agency_type", "district", "province", "fiscal_year",
    "fiscal_year_ce", "scheme", *(f"i{n}" for n in range(1, 11)), "iit", "eit", "oit", "total",
    "rating", "recomputed_iit", "recomputed_eit", "recomputed_oit", "recomputed_total",
    "difference", "recomputed_rating", "verdict", "assurance", "flags", "documents",
)  # fmt: skip
MEASURES = (
    "document", "agency_id", "agency", "fiscal_year", "number", "section", "title", "steps",
    "responsible", "period", "start_date", "end_date", "follow_up", "result", "outcome", "remark",
    "indicator", "page", "activities",
)  # fmt: skip
FLAGS = (
    "flag_id", "rule", "severity", "document", "agency_id", "agency", "fiscal_year", "item_type",
    "code", "printed", "expected", "difference", "message", "message_th", "explanation", "page",
)  # fmt: skip

Row = Mapping[str, object]
Entry = tuple[str, str, str, Report]
"""Document, layout, container, report."""


def write_truth(folder: Path, entries: Sequence[Entry]) -> None:
    """Write every table of the truth, and what was injected."""
    folder.mkdir(exist_ok=True)
    _write(
        folder / "documents.csv",
        ("document", "layout", "container", "agency_id"),
        (
            {"document": d, "layout": layout, "container": c, "agency_id": r.agency.id}
            for d, layout, c, r in entries
        ),
    )
    _write(folder / "scores.csv", SCORES, (row for d, _, _, r in entries for row in _scores(d, r)))
    _write(folder / "agency_years.csv", AGENCY_YEARS, _agency_years(entries))
    _write(
        folder / "measures.csv",
        MEASURES,
        ({"document": d, **_body(r.agency), **row} for d, _, _, r in entries for row in r.measures),
    )
    _write(folder / "flags.csv", FLAGS, (row for d, _, _, r in entries for row in _flags(d, r)))
    _write(
        folder / "injected.csv",
        ("document", "rule", "cause", "agency_id", "fiscal_year", "code", "changed", "detail"),
        (row for d, _, _, r in entries for row in _injected(d, r)),
    )
    _write(
        folder / "allowed.csv",
        ("document", "rule", "agency_id", "fiscal_year"),
        (row for d, _, _, r in entries for row in _allowed(d, r)),
    )


def _body(agency: Agency) -> dict[str, object]:
    return {
        "agency_id": agency.id,
        "agency": agency.official,
        "agency_type": agency.kind,
        "district": agency.district,
        "province": agency.province,
    }


def _scores(document: str, report: Report) -> Iterable[Row]:
    for score in report.scores:
        yield {
            "document": document,
            **_body(score.agency),
            "fiscal_year": score.fiscal_year,
            "scheme": report.scheme or scheme_of(score.fiscal_year),
            "item_type": score.item_type,
            "code": score.code,
            "name": score.name,
            "score": score.value,
            "out_of": score.out_of,
            "target": score.target,
            "printed": score.printed,
            "rating": score.rating,
        }


def _flags(document: str, report: Report) -> Iterable[Row]:
    for fault in report.faults:
        if fault.injected and fault.rule:
            yield {
                "rule": fault.rule,
                "severity": fault.severity,
                "document": document,
                **{k: v for k, v in _body(fault.agency).items() if k in ("agency_id", "agency")},
                "fiscal_year": fault.fiscal_year or "",
                "code": fault.code,
                **_quoted(report, fault),
            }


_ITEM_TYPES = {
    "total-mismatch": "total", "rating-mismatch": "total", "instrument-mismatch": "instrument",
    "weighted-mismatch": "instrument", "target-verdict-mismatch": "indicator",
}  # fmt: skip


def _quoted(report: Report, fault: Fault) -> Row:
    """What the flag must quote: as the fault says it, or as the printed numbers have it."""
    values = {
        s.code: s.value
        for s in report.scores
        if (s.agency, s.fiscal_year, s.out_of) == (fault.agency, fault.fiscal_year, Decimal(100))
    }
    printed, expected = fault.printed, fault.expected
    if fault.rule in ("total-mismatch", "instrument-mismatch"):
        given = _recompute(fault.fiscal_year, values)
        printed = str(values.get(fault.code, ""))
        expected = str(_decimal(given[fault.code][0])) if fault.code in given else ""
    if fault.rule == "rating-mismatch" and not printed:
        printed = next(
            s.rating
            for s in report.scores
            if (s.agency, s.fiscal_year, s.code) == (fault.agency, fault.fiscal_year, "total")
        )
        expected = _rating(fault.fiscal_year, values, values["total"])
    item_type = fault.item_type or _ITEM_TYPES.get(fault.rule, "")
    return {"item_type": item_type, "printed": printed, "expected": expected}


def _rating(year: int, values: Mapping[str, Decimal], total: Decimal) -> str:
    """The rating that follows from a total, empty where the instruments would have to decide."""
    given = _recompute(year, values)
    parts = {code: _decimal(given[code][0]) for code in INSTRUMENTS if code in given}
    parts = {**{code: values[code] for code in INSTRUMENTS if code in values}, **parts}
    if year >= PARTS_FROM and total >= 85 and len(parts) < len(INSTRUMENTS):
        return ""
    return rating_of(year, total, parts)


def _injected(document: str, report: Report) -> Iterable[Row]:
    for fault in report.faults:
        if fault.injected:
            yield {
                "document": document,
                "rule": fault.rule,
                "cause": fault.cause,
                "agency_id": fault.agency.id,
                "fiscal_year": fault.fiscal_year or "",
                "code": fault.code,
                "changed": ";".join(fault.changed),
                "detail": fault.detail,
            }


def _allowed(document: str, report: Report) -> Iterable[Row]:
    """Rules that may rightly speak up of a body besides those that must; no year: of any."""
    places: set[tuple[str, str, str]] = set()
    for fault in report.faults:
        body, year = fault.agency.id, str(fault.fiscal_year or "")
        if not fault.rule:
            # Two indicators said in words can be those of an exchanged instrument.
            rules = ("total-mismatch", *CONSEQUENCES)
            places |= {(rule, body, year) for rule in rules}
            continue
        places.add((fault.rule, body, "" if fault.rule == "fiscal-year-conflict" else year))
        if fault.rule in _OF_NUMBERS:
            places |= {(rule, body, year) for rule in ("total-mismatch", *CONSEQUENCES)}
            places.add(("change-mismatch", body, ""))
        if fault.rule == "target-verdict-mismatch":
            places.add(("pass-count-mismatch", body, year))
    for rule, body, year in sorted(places):
        yield {"document": document, "rule": rule, "agency_id": body, "fiscal_year": year}


_OF_NUMBERS = (
    "total-mismatch", "instrument-mismatch", "sorted-columns", "weighted-mismatch",
    "value-conflict",
)  # fmt: skip
"""Faults of numbers that stand in other sums as well."""


def _agency_years(entries: Sequence[Entry]) -> Iterable[Row]:
    """One row an agency and year, over all documents that print it."""
    grouped: dict[tuple[str, int], list[tuple[str, TrueScore]]] = {}
    for document, _, _, report in entries:
        for score in report.scores:
            key = (score.agency.id, score.fiscal_year)
            grouped.setdefault(key, []).append((document, score))
    doubted = {
        (fault.agency.id, fault.fiscal_year)
        for _, _, _, report in entries
        for fault in report.faults
        if fault.injected and fault.rule and fault.severity == "error"
    }
    foreign = {document: report.scheme for document, _, _, report in entries if report.scheme}
    for key, found in sorted(grouped.items()):
        row = _agency_year(found, doubted=key in doubted)
        scheme = foreign.get(found[0][0])
        yield {**row, **_unjudged(scheme)} if scheme else row


def _unjudged(scheme: str) -> Row:
    """Another assessment's: kept as printed, nothing recomputed."""
    made = ("iit", "eit", "oit", "total", "rating")
    return {
        "scheme": scheme,
        **{f"recomputed_{name}": "" for name in made},
        "difference": "",
        "verdict": "unverifiable",
        "assurance": "read",
    }


def _agency_year(found: Sequence[tuple[str, TrueScore]], *, doubted: bool) -> Row:
    """The row of a year; ``doubted``: an error was made that is not one of its sums."""
    first = found[0][1]
    printed = {(s.code, s.value) for _, s in found if s.out_of == 100}
    often = Counter(code for code, _ in printed)
    values = {code: value for code, value in sorted(printed) if often[code] == 1}
    given = _recompute(first.fiscal_year, values)
    total = values.get("total")
    recomputed = {code: _decimal(nominal) for code, (nominal, _, _) in given.items()}
    points = {s.code: s.value for _, s in found if s.out_of != 100}
    verdict = verdict_of(first.fiscal_year, values, points)
    assurance = {"consistent": "proved", "inconsistent": "disputed"}.get(verdict, "read")
    if doubted:
        assurance = "disputed"
    difference = total - recomputed["total"] if total is not None and "total" in given else ""
    return {
        **_body(first.agency),
        "fiscal_year": first.fiscal_year,
        "fiscal_year_ce": first.fiscal_year - 543,
        "scheme": scheme_of(first.fiscal_year),
        **{f"i{n}": values.get(str(n), "") for n in range(1, 11)},
        **{code.lower(): values.get(code, "") for code in INSTRUMENTS},
        "total": "" if total is None else total,
        "rating": next((s.rating for _, s in found if s.rating), ""),
        **{f"recomputed_{code.lower()}": recomputed.get(code, "") for code in INSTRUMENTS},
        "recomputed_total": recomputed.get("total", ""),
        "recomputed_rating": (
            _rating(first.fiscal_year, values, recomputed["total"]) if "total" in given else ""
        ),
        "difference": difference,
        "verdict": verdict,
        "assurance": assurance,
        "documents": ";".join(sorted({document for document, _ in found})),
    }


Band = tuple[Fraction, Fraction, Fraction]
"""What a printed number says, and the least and the most that it may stand for."""


def _recompute(year: int, values: Mapping[str, Decimal]) -> dict[str, Band]:
    """Instruments and total that the printed scores give."""
    bands = {code: _band(value) for code, value in values.items()}
    if year < TEN_FROM:
        weights = {f"index{n}": Fraction(w, 100) for n, w in enumerate(INDEX_WEIGHTS, 1)}
        total = _sum(bands, weights)
        return {} if total is None else {"total": total}
    given: dict[str, Band] = {}
    for code, numbers in INSTRUMENTS.items():
        mean = _sum(bands, {str(n): Fraction(1, len(numbers)) for n in numbers})
        if mean is not None:
            given[code] = mean
    inputs = {**{code: bands[code] for code in INSTRUMENTS if code in bands}, **given}
    total = _sum(inputs, {code: Fraction(w, 100) for code, w in WEIGHTS.items()})
    return given if total is None else {**given, "total": total}


def _sum(bands: Mapping[str, Band], weights: Mapping[str, Fraction]) -> Band | None:
    if not all(code in bands for code in weights):
        return None
    nominal, low, high = (
        sum((bands[code][at] * weight for code, weight in weights.items()), Fraction(0))
        for at in range(3)
    )
    return nominal, low, high


def _band(value: Decimal) -> Band:
    """Half of the last printed digit to either side, but no more than full marks."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    exact, half = Fraction(value), Fraction(1, 2 * 10 ** max(0, -exponent))
    return exact, exact - half, exact if value == 100 else exact + half


def verdict_of(
    year: int, values: Mapping[str, Decimal], points: Mapping[str, Decimal] | None = None
) -> str:
    """Whether the printed scores of a year agree with each other and with weighted points."""
    given = _recompute(year, values)
    for code, value in (points or {}).items():
        shares = (_band(value), _band(values.get(code, value)))
        share = Fraction(WEIGHTS[code], 100) if code in values else 1
        if shares[0][1] > share * shares[1][2] or shares[0][2] < share * shares[1][1]:
            return "inconsistent"
    for code, (_, low, high) in given.items():
        if code in values:
            _, least, most = _band(values[code])
            if least > high or most < low:
                return "inconsistent"
    return "consistent" if "total" in values and "total" in given else "incomplete"


def _decimal(value: Fraction) -> Decimal:
    return rounded(Decimal(value.numerator) / Decimal(value.denominator))


def _write(path: Path, header: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
