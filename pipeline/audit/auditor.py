"""The audit of a run: read documents in, agency-years, findings and assurances out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from pipeline.audit.assurance import (
    case_assurance,
    proved_codes,
    recomputed_rating,
    recomputed_values,
    row_assurances,
    verdict,
)
from pipeline.audit.blind import with_blind_spots
from pipeline.audit.case import Case, Dataset, DocumentCase, Entry, Said, Subject, make_case, parted
from pipeline.audit.model import AgencyYear, Assurance, Audited, Finding, ReadDocument
from pipeline.audit.party import Party, fullest, party_of
from pipeline.audit.population import Known, Outside, Population
from pipeline.audit.rules import (
    ACROSS_DOCUMENTS,
    AGENCY_YEAR_RULES,
    DATASET_RULES,
    DOCUMENT_RULES,
)
from pipeline.facts import Body, Claim, DocumentFacts, RankedList, Resolution
from pipeline.forked import both
from pipeline.interval import half_up
from pipeline.scheme import scheme_for, schemes

SHARED = 20
"""Agency-years from which a second process is worth its start."""


def audit(
    documents: Sequence[ReadDocument], outside: Outside | None = None, *, jobs: int = 1
) -> Audited:
    """Audit all documents together. The answer does not depend on their order.

    ``outside`` are agency-years of the same dataset that need no audit of their own. With two
    or more ``jobs`` a second process judges half of the agency-years.
    """
    ordered = sorted(documents, key=lambda read: (read.document, read.sha256))
    gathered = [_Gathered.of(read) for read in ordered]
    bodies = fullest(party for one in gathered for party in one.parties.values())
    population = Population(outside)
    cases = _cases(gathered, bodies, population)
    population.fill(_totals(cases))
    dataset = Dataset(
        tuple(cases),
        tuple(one.case for one in gathered),
        {(case.subject.agency_id, case.fiscal_year): case for case in cases},
        population,
    )
    findings = _findings(dataset, jobs)
    return _answer(dataset, findings, bodies)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """A document with its parties and rows."""

    case: DocumentCase
    parties: Mapping[str, Party]
    """By the body's name as printed beside a score; empty for the reporter."""

    @classmethod
    def of(cls, read: ReadDocument) -> _Gathered:
        facts = read.facts
        parties = {one.printed: party_of(one, read.sha256) for one in facts.bodies}
        parties[""] = party_of(facts.reporter, read.sha256)
        for printed in {score.body for score in facts.scores} - parties.keys():
            parties[printed] = party_of(Resolution("unknown", None, printed), read.sha256)
        known = {scheme.id for scheme in schemes()}
        entries = tuple(
            Entry(
                read.document,
                read.sha256,
                index,
                parties[score.body].agency_id,
                score,
                _foreign(score.scheme_hint, facts.look_alike, known),
            )
            for index, score in enumerate(facts.scores)
        )
        reporter = parties[""]
        subject = Subject(reporter.agency_id, reporter.name, facts.fiscal_year)
        return cls(DocumentCase(subject, read, entries), parties)


def _foreign(hint: str, look_alike: str, known: set[str]) -> str:
    """Which other assessment a row belongs to; a hint beside the row outweighs the document."""
    return look_alike if not hint else "" if hint in known else hint


def _totals(cases: Sequence[Case]) -> Iterator[Known]:
    for case in cases:
        total = case.value("total")
        if total is not None and not case.foreign:
            subject = case.subject
            yield Known(subject.agency_id, case.fiscal_year, subject.agency, total, case.resolved)


def _cases(
    gathered: Sequence[_Gathered], bodies: Mapping[str, Body], population: Population
) -> list[Case]:
    rows: dict[tuple[str, int], list[Entry]] = {}
    parties: dict[str, list[Party]] = {}
    claims: dict[tuple[str, int], list[Said[Claim]]] = {}
    rankings: dict[tuple[str, int], list[Said[RankedList]]] = {}
    for one in gathered:
        for entry in one.case.entries:
            if entry.score.fiscal_year is not None:
                rows.setdefault((entry.agency_id, entry.score.fiscal_year), []).append(entry)
        for party in one.parties.values():
            parties.setdefault(party.agency_id, []).append(party)
        read = one.case.read
        for claim in read.facts.claims:
            key = _about(one, claim.body, claim.fiscal_year)
            claims.setdefault(key, []).append(Said(read.document, read.sha256, claim))
        for ranking in read.facts.rankings:
            key = _about(one, ranking.body, ranking.fiscal_year)
            rankings.setdefault(key, []).append(Said(read.document, read.sha256, ranking))
    return [
        parted(
            make_case(
                Subject(key[0], bodies[key[0]].official_name or parties[key[0]][0].name, key[1]),
                bodies[key[0]],
                scheme_for(key[1]),
                entries,
                resolved=all(party.resolved for party in parties[key[0]]),
                claims=claims.get(key, ()),
                rankings=rankings.get(key, ()),
                population=population,
            )
        )
        for key, entries in sorted(rows.items())
    ]


def _about(one: _Gathered, body: str, fiscal_year: int | None) -> tuple[str, int]:
    """The agency-year of a statement; one that names no year speaks of the document's.

    The document's year counts only if it has scores of that year, or else if all its
    scores are of one year.
    """
    party = one.parties.get(body)
    if party is None:
        return "", 0
    facts: DocumentFacts = one.case.read.facts
    years = {
        entry.score.fiscal_year
        for entry in one.case.entries
        if entry.agency_id == party.agency_id and entry.score.fiscal_year is not None
    }
    if fiscal_year is not None:
        return party.agency_id, fiscal_year
    if facts.fiscal_year in years or len(years) != 1:
        return party.agency_id, facts.fiscal_year or 0
    return party.agency_id, next(iter(years))


def _findings(dataset: Dataset, jobs: int) -> tuple[Finding, ...]:
    """Every rule over everything it speaks of; one finding an id, in a stable order."""
    unique: dict[str, Finding] = {}
    for finding in (*_of_cases(dataset.cases, jobs), *_of_the_rest(dataset)):
        unique.setdefault(finding.flag_id, finding)
    return tuple(sorted(unique.values(), key=_order))


def _of_cases(cases: Sequence[Case], jobs: int) -> Iterator[Finding]:
    if jobs < 2 or len(cases) < SHARED:
        return chain.from_iterable(map(_of_case, cases))
    halves = both(
        lambda: [_of_case(case) for case in cases[::2]],
        lambda: [_of_case(case) for case in cases[1::2]],
    )
    pairs = zip_longest(*halves, fillvalue=())
    return chain.from_iterable(chain.from_iterable(pairs))


def _of_case(case: Case) -> list[Finding]:
    return [
        finding
        for rule in AGENCY_YEAR_RULES
        for part in ((case,) if rule in ACROSS_DOCUMENTS else case.parts or (case,))
        for finding in rule.findings(part)
    ]


def _of_the_rest(dataset: Dataset) -> Iterator[Finding]:
    for document in dataset.documents:
        for check in DOCUMENT_RULES:
            yield from check.findings(document)
    for wide in DATASET_RULES:
        yield from wide.findings(dataset)


def _order(finding: Finding) -> tuple[str, str, int, str, int, int, str]:
    """By document and agency-year, then rule, then place."""
    return (
        finding.document,
        finding.agency_id,
        finding.fiscal_year or 0,
        finding.rule,
        finding.page or 0,
        finding.place.line if finding.place else 0,
        finding.flag_id,
    )


def _answer(dataset: Dataset, findings: tuple[Finding, ...], bodies: Mapping[str, Body]) -> Audited:
    disputed = {key for one in findings if one.severity == "error" for key in one.scores}
    by_subject: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings:
        key = finding.agency_id, finding.fiscal_year
        by_subject.setdefault(key, []).append(finding)
    assurances: dict[tuple[str, int], Assurance] = {
        entry.key: "disputed" if entry.key in disputed else "read"
        for document in dataset.documents
        for entry in document.entries
    }
    years = []
    for case in dataset.cases:
        rows: dict[tuple[str, int], Assurance] = {}
        for part in case.parts or (case,):
            rows |= row_assurances(part, proved_codes(part), disputed)
        assurances.update(rows)
        own = by_subject.get((case.subject.agency_id, case.fiscal_year), [])
        years.append(_agency_year(case, own, rows))
    years = with_blind_spots(dataset.cases, years)
    ids = {
        entry.key: entry.agency_id for document in dataset.documents for entry in document.entries
    }
    unusual = frozenset(dataset.population.unusual())
    return Audited(tuple(years), findings, assurances, ids, dict(bodies), unusual)


def _agency_year(
    case: Case, findings: Sequence[Finding], rows: Mapping[tuple[str, int], Assurance]
) -> AgencyYear:
    recomputed = recomputed_values(case)
    total = case.value("total")
    result = case.recomputed.total
    known = case.scheme.id if case.scheme else ""
    printed_ratings = (row.score.rating for row in case.rows(("total",)) if row.score.rating)
    return AgencyYear(
        agency_id=case.subject.agency_id,
        body=case.body,
        fiscal_year=case.fiscal_year,
        scheme=case.foreign or known,
        values=tuple((code, entry.score) for code, entry in case.values.items()),
        recomputed=recomputed,
        difference=total - half_up(result.nominal) if total is not None and result else None,
        rating=next(printed_ratings, ""),
        recomputed_rating=recomputed_rating(case),
        verdict=verdict(case),
        assurance=case_assurance(case, findings, rows),
        flags=tuple(sorted({finding.rule for finding in findings})),
        documents=tuple(dict.fromkeys(entry.document for entry in case.entries)),
    )
