"""The rows of each table, made from records and audited facts, in their stable order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal

from pipeline.audit.model import AgencyYear, Audited, Finding
from pipeline.facts import Body, DocumentFacts, Measure, Place, Score
from pipeline.numbers import plain
from pipeline.run.records import Record
from pipeline.scheme import scheme_for
from pipeline.tables.fields import INDICATORS

Row = dict[str, str]
SEPARATOR = "; "
"""Between the parts of a cell that lists rules or documents."""

EXPLAINED = ("total-mismatch", "instrument-mismatch", "score-out-of-range")
"""Rules whose findings the auditor looks for causes of."""

_WORST_FIRST = ("disputed", "read", "corroborated", "proved", "corrected")
_CODES = ("total", "IIT", "EIT", "EIT1", "EIT2", "OIT")


def document_rows(records: Mapping[str, Record]) -> Iterator[Row]:
    """One row a document, by name."""
    from pipeline.agency.known.identity import agency_id

    for document, record in sorted(records.items()):
        facts = record.facts
        body = facts.reporter.body if facts else None
        yield {
            "document": document,
            "sha256": record.sha256,
            "media_type": record.media_type,
            "bytes": str(record.bytes),
            "pages": _count(record.pages),
            "pages_ocr": str(record.pages_ocr),
            "kind": facts.kind if facts else "other",
            "status": record.status,
            "reason": record.reason,
            "parser": record.parser,
            "agency_id": agency_id(body) if body else "",
            "fiscal_year": _year(facts.fiscal_year if facts else None),
            "detail": record.message,
        }


def score_rows(records: Mapping[str, Record], audited: Audited) -> Iterator[Row]:
    """One row a printed value; equal values of one document, body, year and item are one."""
    for document, record in sorted(records.items()):
        scores = record.facts.scores if record.facts else ()
        groups: dict[tuple[object, ...], list[int]] = {}
        for index, score in enumerate(scores):
            identity = audited.agency_ids[document, index]
            key = (identity, score.fiscal_year, score.item, score.value, score.out_of)
            groups.setdefault(key, []).append(index)
        ordered = sorted(
            groups.values(), key=lambda group: _score_order(audited, document, scores, group)
        )
        look_alike = record.facts.look_alike if record.facts else ""
        for group in ordered:
            yield _score_row(document, scores, group, audited, look_alike)


def _score_order(
    audited: Audited, document: str, scores: Sequence[Score], group: Sequence[int]
) -> tuple[object, ...]:
    score = scores[group[0]]
    identity = audited.agency_ids[document, group[0]]
    return (identity, score.fiscal_year or 0, code_order(score.item.code), group[0])


def code_order(code: str) -> tuple[int, float, str]:
    """Total, instruments, indicators with their parts, then questions and indices."""
    if code in _CODES:
        return 0, _CODES.index(code), ""
    if code.replace(".", "", 1).isdigit():
        whole, _, part = code.partition(".")
        return 1, int(whole) + int(part or 0) / 100, ""
    number = "".join(char for char in code if char.isdigit())
    return 2, int(number or 0), code


def _score_row(
    document: str,
    scores: Sequence[Score],
    group: Sequence[int],
    audited: Audited,
    look_alike: str,
) -> Row:
    first = max(group, key=lambda index: (scores[index].place.confidence, -index))
    score = scores[first]
    same = [scores[index] for index in group]
    identity = audited.agency_ids[document, first]
    body = audited.bodies[identity]
    scheme = scheme_for(score.fiscal_year) if score.fiscal_year else None
    targets = [one.target for one in same if one.target is not None]
    assurances = [audited.assurances[document, index] for index in group]
    return {
        "document": document,
        **_body(identity, body),
        "fiscal_year": _year(score.fiscal_year),
        "scheme": score.scheme_hint or look_alike or (scheme.id if scheme else ""),
        "item_type": score.item.item_type,
        "code": score.item.code,
        "name": score.name,
        "score": plain(score.value),
        "out_of": plain(score.out_of) if score.out_of is not None else "100",
        "target": plain(targets[0]) if targets else "",
        "printed": " ".join(score.printed.split()),
        "rating": next((one.rating for one in same if one.rating), ""),
        **_place(score.place),
        "assurance": min(assurances, key=_WORST_FIRST.index),
        "occurrences": str(len(group)),
    }


def _body(identity: str, body: Body) -> Row:
    return {
        "agency_id": identity,
        "agency": body.official_name or body.name,
        "agency_type": body.kind,
        "district": body.district,
        "province": body.province,
    }


def _place(place: Place) -> Row:
    box = place.box
    edges = (box.x0, box.top, box.x1, box.bottom) if box else ("", "", "", "")
    return {
        "page": str(place.page),
        **{
            name: f"{edge:.2f}" if isinstance(edge, float | int) else ""
            for name, edge in zip(("x0", "top", "x1", "bottom"), edges, strict=True)
        },
        "line": str(place.line),
        "method": place.method.value,
        "confidence": f"{place.confidence:.4f}".rstrip("0").rstrip("."),
    }


def agency_year_rows(audited: Audited) -> Iterator[Row]:
    """One row an agency and fiscal year."""
    for one in sorted(audited.agency_years, key=lambda one: (one.agency_id, one.fiscal_year)):
        yield _agency_year_row(one)


def _agency_year_row(one: AgencyYear) -> Row:
    values = {code: plain(score.value) for code, score in one.values}
    recomputed = {code: plain(value) for code, value in one.recomputed}
    return {
        **_body(one.agency_id, one.body),
        "fiscal_year": str(one.fiscal_year),
        "fiscal_year_ce": str(one.fiscal_year - 543),
        "scheme": one.scheme,
        **{f"i{code}": values.get(code, "") for code in INDICATORS},
        **{code.lower(): values.get(code, "") for code in ("IIT", "EIT", "OIT", "total")},
        "rating": one.rating,
        **{
            f"recomputed_{code.lower()}": recomputed.get(code, "")
            for code in ("IIT", "EIT", "OIT", "total")
        },
        "difference": plain(one.difference) if one.difference is not None else "",
        "recomputed_rating": one.recomputed_rating,
        "verdict": one.verdict,
        "assurance": one.assurance,
        "flags": SEPARATOR.join(one.flags),
        "documents": SEPARATOR.join(one.documents),
        "blind_spots": one.blind_spots,
    }


def measure_rows(records: Mapping[str, Record]) -> Iterator[Row]:
    """One row a measure, in the order of the documents."""
    from pipeline.measures.joining import joined, measure_ids

    read = [(name, one.sha256, one.facts) for name, one in sorted(records.items()) if one.facts]
    ids = measure_ids(joined(read))
    for document, _, facts in read:
        for index, measure in enumerate(facts.measures):
            yield {
                **_reporter(document, facts),
                **_measure(measure),
                "measure_id": ids[document, index],
            }


def recommendation_rows(records: Mapping[str, Record]) -> Iterator[Row]:
    """One row a strength, weakness or advice, in the order of the documents."""
    for document, record in sorted(records.items()):
        facts = record.facts
        if facts is None:
            continue
        for one in facts.recommendations:
            yield {
                **_reporter(document, facts),
                "fiscal_year": _year(facts.fiscal_year),
                "kind": one.kind,
                "indicator": one.indicator,
                "text": one.text,
                "page": str(one.place.page),
            }


def _reporter(document: str, facts: DocumentFacts) -> Row:
    from pipeline.agency.known.identity import agency_id

    body = facts.reporter.body
    return {
        "document": document,
        "agency_id": agency_id(body) if body else "",
        "agency": (body.official_name or body.name) if body else "",
    }


def _measure(measure: Measure) -> Row:
    lists = ("steps", "follow_up", "result", "outcome", "activities")
    return {
        "fiscal_year": _year(measure.fiscal_year),
        **{
            name: getattr(measure, name)
            for name in (
                "number",
                "section",
                "title",
                "responsible",
                "period",
                "start_date",
                "end_date",
                "remark",
                "indicator",
                "printed",
            )
        },
        "units": SEPARATOR.join(measure.units),
        **{name: _list(getattr(measure, name)) for name in lists},
        "page": str(measure.place.page),
    }


def _list(items: Sequence[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False) if items else ""


def flag_rows(audited: Audited) -> Iterator[Row]:
    """One row a finding, in a stable order."""
    for finding in audited.findings:
        yield _flag_row(finding)


def _flag_row(finding: Finding) -> Row:
    return {
        "flag_id": finding.flag_id,
        **{
            name: getattr(finding, name)
            for name in (
                "rule",
                "severity",
                "document",
                "agency_id",
                "agency",
                "item_type",
                "code",
                "printed",
                "expected",
                "difference",
                "message",
                "message_th",
            )
        },
        "fiscal_year": _year(finding.fiscal_year),
        "explanation": _explanation(finding),
        "page": _count(finding.page or 0),
    }


def _explanation(finding: Finding) -> str:
    """Candidate causes as JSON; an empty list says that none was found, nothing that none
    was looked for."""
    if not finding.candidates and finding.rule not in EXPLAINED:
        return ""
    listed = [asdict(candidate) for candidate in finding.candidates]
    return json.dumps({"candidates": listed}, ensure_ascii=False, default=_json)


def _json(value: object) -> object:
    return plain(value) if isinstance(value, Decimal) else str(value)


def _year(year: int | None) -> str:
    return str(year) if year is not None else ""


def _count(number: int) -> str:
    return str(number) if number else ""
