"""What is known about one body in one fiscal year, brought together from all documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from pipeline.audit.model import ReadDocument
from pipeline.audit.population import Population
from pipeline.audit.recompute import Check, Recomputed, checks, recompute
from pipeline.facts import Body, Claim, RankedList, Score
from pipeline.interval import printed
from pipeline.numbers import decimals
from pipeline.scheme import Basis, Scheme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a finding is about."""

    agency_id: str
    agency: str
    fiscal_year: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One score row of one document, with the body it belongs to."""

    document: str
    sha256: str
    index: int
    """Position in the document's ``facts.scores``."""
    agency_id: str
    score: Score
    foreign: str = ""
    """Id of the look-alike (or ``average``) the row belongs to; empty for the real thing."""

    @property
    def key(self) -> tuple[str, int]:
        return self.document, self.index

    @property
    def code(self) -> str:
        return self.score.item.code

    @property
    def is_points(self) -> bool:
        """True for weighted points (28.04 of 30) as against scores of 100."""
        return self.score.out_of is not None and self.score.out_of != 100

    @property
    def in_range(self) -> bool:
        return 0 <= self.score.value <= (self.score.out_of or 100)


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A claim or ranking with the document that makes it."""

    document: str
    sha256: str
    what: T


@dataclass(frozen=True, slots=True)
class Case:
    """One agency-year: what is printed, what of it is agreed, what it recomputes to."""

    subject: Subject
    body: Body
    resolved: bool
    """False where two documents may mean different bodies by this name."""
    fiscal_year: int
    scheme: Scheme | None
    foreign: str
    """Set where every score of the case belongs to a look-alike."""
    entries: tuple[Entry, ...]
    """The rows that are compared with each other."""
    values: Mapping[str, Entry]
    """The agreed score of 100 of each code; conflicting codes are left out."""
    points: Mapping[str, Entry]
    """The agreed weighted points of each code."""
    recomputed: Recomputed
    checks: tuple[Check, ...]
    claims: tuple[Said[Claim], ...] = ()
    rankings: tuple[Said[RankedList], ...] = ()
    population: Population | None = None
    """The totals of the whole dataset, to look up where one may come from."""
    parts: tuple[Case, ...] = ()
    """Where several documents may mean different bodies by this name: a case for each, since
    the scores of one say nothing of those of another."""

    @property
    def basis(self) -> Basis:
        """How well the formula for the total is known."""
        if self.foreign or self.scheme is None:
            return "unknown"
        return self.scheme.total.basis(self.fiscal_year)

    @property
    def judged(self) -> bool:
        """True where the scheme's established rules may call a number wrong."""
        return self.basis == "established"

    def value(self, code: str) -> Decimal | None:
        entry = self.values.get(code)
        return entry.score.value if entry else None

    def rows(self, codes: Iterable[str]) -> tuple[Entry, ...]:
        """Every row that prints one of ``codes`` as a score of 100."""
        wanted = set(codes)
        return tuple(one for one in self.entries if one.code in wanted and not one.is_points)


def agree(one: Decimal, other: Decimal) -> bool:
    """True if two prints can be of one number: rounded alike, or the coarser one cut off."""
    if one == other:
        return True
    if printed(one).meets(printed(other)):
        return decimals(one) != decimals(other)
    fine, coarse = sorted((one, other), key=decimals, reverse=True)
    scale: int = 10 ** decimals(coarse)
    return int(Fraction(fine) * scale) == Fraction(coarse) * scale


def agreed(entries: Sequence[Entry]) -> Entry | None:
    """The most precise row if every other agrees with it, None where they conflict."""
    best = max(entries, key=lambda entry: decimals(entry.score.value))
    return best if all(agree(best.score.value, one.score.value) for one in entries) else None


def by_code(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.code, []).append(entry)
    return grouped


def _agreed_by_code(entries: Iterable[Entry], wanted: Callable[[Entry], bool]) -> dict[str, Entry]:
    grouped = by_code(entry for entry in entries if wanted(entry))
    return {
        code: entry
        for code, same in grouped.items()
        if all(one.in_range for one in same) and (entry := agreed(same))
    }


def make_case(
    subject: Subject,
    body: Body,
    scheme: Scheme | None,
    entries: Sequence[Entry],
    *,
    resolved: bool = True,
    claims: Sequence[Said[Claim]] = (),
    rankings: Sequence[Said[RankedList]] = (),
    population: Population | None = None,
) -> Case:
    """Choose the rows that count, the value of each code, and recompute."""
    own = tuple(entry for entry in entries if not entry.foreign)
    foreign = "" if own else entries[0].foreign
    counted = own or tuple(entries)
    values = _agreed_by_code(counted, lambda entry: not entry.is_points)
    points = _agreed_by_code(counted, lambda entry: entry.is_points)
    year = subject.fiscal_year or 0
    judgeable = scheme if scheme and not foreign else None
    numbers = {code: entry.score.value for code, entry in values.items()}
    shares = {
        code: (one.score.value, one.score.out_of or Decimal(100)) for code, one in points.items()
    }
    known = judgeable if judgeable and judgeable.total.basis(year) != "unknown" else None
    recomputed = recompute(known, numbers, shares)
    return Case(
        subject,
        body,
        resolved,
        year,
        scheme,
        foreign,
        counted,
        values,
        points,
        recomputed,
        checks(known, numbers, shares, recomputed),
        tuple(claims),
        tuple(rankings),
        population,
    )


def parted(case: Case) -> Case:
    """A case of an unclear body as one case a document, and for the whole what the fullest of
    them has and none of the others contradicts."""
    documents = list(dict.fromkeys(entry.sha256 for entry in case.entries))
    if case.resolved or case.foreign or len(documents) < 2:
        return case
    parts = tuple(
        make_case(
            case.subject,
            case.body,
            case.scheme,
            [entry for entry in case.entries if entry.sha256 == document],
            resolved=False,
            claims=[said for said in case.claims if said.sha256 == document],
            rankings=[said for said in case.rankings if said.sha256 == document],
            population=case.population,
        )
        for document in documents
    )
    fullest = max(parts, key=lambda part: len(part.values) + len(part.points))
    return replace(
        case,
        values={code: one for code, one in fullest.values.items() if code in case.values},
        points={code: one for code, one in fullest.points.items() if code in case.points},
        recomputed=fullest.recomputed,
        checks=fullest.checks,
        parts=parts,
    )


@dataclass(frozen=True, slots=True)
class DocumentCase:
    """One document with its score rows and the body whose report it is."""

    subject: Subject
    read: ReadDocument
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything of the run, for rules that look across bodies and years."""

    cases: tuple[Case, ...]
    documents: tuple[DocumentCase, ...]
    index: Mapping[tuple[str, int], Case]
    """The cases by agency id and fiscal year."""
    population: Population

    def case_of(self, agency_id: str, fiscal_year: int) -> Case | None:
        return self.index.get((agency_id, fiscal_year))
