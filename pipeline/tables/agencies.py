"""The rows of ``agencies.csv``: every body that another table names by its id, and those that
they succeed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring

from pipeline.audit.model import Audited
from pipeline.facts import Body, DocumentFacts, Resolution
from pipeline.run.records import Record

SEPARATOR = "; "
_SURER = ("unknown", "ambiguous", "resolved")


@dataclass(slots=True)
class _Agency:
    """What is gathered of one body from all documents."""

    body: Body | None = None
    statuses: set[str] = field(default_factory=set)
    """How surely each document knows it."""
    candidates: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    succeeds: set[str] = field(default_factory=set)

    @property
    def identity(self) -> str:
        """How surely it is known by all that is said of it: no surer than any flag about it."""
        return min(self.statuses, key=_SURER.index, default="unknown")


Told = Iterable[tuple[str, Iterable[int], Iterable[str]]]
"""Ids of bodies, each with fiscal years and documents that tell of it."""


def agency_rows(
    records: Mapping[str, Record], audited: Audited, others: Told = ()
) -> Iterator[dict[str, str]]:
    """One row a body, by id; the same whatever the order of the documents.

    ``others`` are agency-years beside those of ``audited``.
    """
    for identity, agency in sorted(_gathered(records, audited, others).items()):
        yield _row(identity, agency, audited.bodies.get(identity))


def _gathered(records: Mapping[str, Record], audited: Audited, others: Told) -> dict[str, _Agency]:
    found: dict[str, _Agency] = defaultdict(_Agency)
    for document, record in records.items():
        if record.facts:
            _of_document(document, record.facts, audited, found)
    for one in audited.agency_years:
        named = found[one.agency_id]
        named.years.add(one.fiscal_year)
        named.documents.update(one.documents)
    for identity, years, documents in others:
        found[identity].years.update(years)
        found[identity].documents.update(documents)
    for finding in audited.findings:
        if finding.agency_id:
            named = found[finding.agency_id]
            named.documents |= {finding.document} - {""}
    return found


def _of_document(
    document: str, facts: DocumentFacts, audited: Audited, found: dict[str, _Agency]
) -> None:
    from pipeline.agency.known.identity import agency_id

    reporter = facts.reporter.body
    if reporter:
        own = found[agency_id(reporter)]
        own.documents.add(document)
        _tell(own, facts.fiscal_year)
        for measure in facts.measures:
            _tell(own, measure.fiscal_year)
    scored = {one.body: audited.agency_ids[document, i] for i, one in enumerate(facts.scores)}
    for index, score in enumerate(facts.scores):
        agency = found[audited.agency_ids[document, index]]
        agency.documents.add(document)
        _tell(agency, score.fiscal_year)
    for met in (facts.reporter, *facts.bodies):
        if met.body:
            _meet(found[agency_id(met.body)], met)
        elif met.printed in scored:
            found[scored[met.printed]].names.add(met.printed)
    for one in facts.successions:
        successor, before = agency_id(one.body), agency_id(one.predecessor)
        found[successor].succeeds.add(before)
        for identity, body in ((successor, one.body), (before, one.predecessor)):
            found[identity].body = min(filter(None, (found[identity].body, body)), key=_order)
            if one.printed:
                found[identity].documents.add(document)
        found[successor].statuses.add("resolved")
        found[before].statuses.add("resolved" if one.listed else "unknown")


def _tell(agency: _Agency, year: int | None) -> None:
    if year is not None:
        agency.years.add(year)


def _meet(agency: _Agency, met: Resolution) -> None:
    known = agency.body
    if known is None or (met.body is not None and met.body != known):
        agency.body = min(filter(None, (known, met.body)), key=_order)
    agency.statuses.add(met.status)
    agency.names.update(filter(None, (" ".join(met.printed.split()),)))
    places = (met.body.district, met.body.province) if met.body else ()
    own = (variant for variant in met.variants if variant.resolved not in places)
    agency.names |= {" ".join(variant.printed.split()) for variant in own} - {""}
    if met.candidates:
        from pipeline.agency.known.identity import agency_id

        agency.candidates |= {agency_id(body) for body in met.candidates}


def _order(body: Body) -> tuple[int, tuple[str, ...]]:
    """The fullest body first; of equally full ones the first in order of letters."""
    parts = (body.official_name, body.name, body.district, body.province, body.code)
    return -sum(map(bool, parts)), parts


def _row(identity: str, agency: _Agency, known: Body | None) -> dict[str, str]:
    from pipeline.agency.known.codes import place_code

    body = agency.body or known or Body("other", "")
    ambiguous = agency.identity == "ambiguous"
    return {
        "agency_id": identity,
        "agency_type": body.kind,
        "agency": body.official_name or body.name,
        "district": body.district,
        "province": body.province,
        "place_code": place_code(body) if agency.identity == "resolved" else "",
        "register_code": body.code,
        "identity": agency.identity,
        "candidates": _list(agency.candidates) if ambiguous else "",
        "names_seen": _list(agency.names),
        "documents": SEPARATOR.join(sorted(agency.documents)),
        "fiscal_years": SEPARATOR.join(map(str, sorted(agency.years))),
        "succeeds": SEPARATOR.join(sorted(agency.succeeds)),
    }


def _list(items: set[str]) -> str:
    """A JSON list."""
    return f"[{', '.join(map(encode_basestring, sorted(items)))}]" if items else ""
