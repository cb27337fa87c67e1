"""What the auditor takes and gives: read documents in, audited agency-years and flags out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Literal

from pipeline.facts import Body, DocumentFacts, Place, Score

Severity = Literal["error", "warning", "info"]
Verdict = Literal["consistent", "inconsistent", "incomplete", "unverifiable"]
Assurance = Literal["proved", "corroborated", "read", "disputed", "corrected"]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document of the run with what was found in it."""

    document: str
    """Path as it stands in ``documents.csv``."""
    sha256: str
    facts: DocumentFacts


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cause of a finding; never applied to the data."""

    cause: str
    """Stable code: ``swap``, ``sorted``, ``exchange``, ``digit``, ``thai-digit``,
    ``transposition``, ``dropped``, ``doubled``, ``point``, ``other-year``, ``other-body``,
    ``other-scheme``, ``rounded``, ``zero``, ``left-out``, ``weighted``."""
    message: str
    message_th: str
    predicts: str
    """The number that the formula gives if this is what happened."""
    reconciles: tuple[str, ...]
    """Printed numbers that agree under it (``total``, ``rating``, ``order``…)."""
    rivals: int
    """How many other candidates of the same cause fit as well."""
    unique: bool
    """No other candidate, of whatever cause, reconciles as much and breaks as little."""
    changes: tuple[tuple[str, str, str], ...] = ()
    """(code, printed, would be) for each value it changes."""
    chance: str = ""
    """How many candidates of this cause one would expect to fit by chance alone."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency, as a value; its text is rendered last."""

    rule: str
    severity: Severity
    document: str
    agency_id: str
    agency: str
    fiscal_year: int | None
    item_type: str
    code: str
    printed: str
    expected: str
    difference: str
    message: str
    message_th: str
    page: int | None
    candidates: tuple[Candidate, ...] = ()
    place: Place | None = None
    scores: tuple[tuple[str, int], ...] = ()
    """The score rows that it disputes or speaks of: (document, index in ``facts.scores``)."""
    sha256: str = ""
    """Hash of ``document``'s bytes."""

    @property
    def flag_id(self) -> str:
        """Stable across runs: made from what the finding says, not from its position.

        Renaming a file keeps its flags' ids; 48 bits beside the rule's name leave room
        for millions of flags.
        """
        said = (self.agency_id, str(self.fiscal_year), self.code, self.printed, self.expected)
        digest = sha256("\x1f".join((self.rule, *said, self.sha256)).encode()).hexdigest()
        return f"{self.rule}-{digest[:12]}"


@dataclass(frozen=True, slots=True)
class AgencyYear:
    """One body in one fiscal year: what is published and what it recomputes to."""

    agency_id: str
    body: Body
    fiscal_year: int
    scheme: str
    """Scheme id, empty if none is established or known."""
    values: tuple[tuple[str, Score], ...]
    """The printed score of each code (``1``..``10``, ``IIT``…, ``total``), one each; a code
    with unresolved conflicting values is left out."""
    recomputed: tuple[tuple[str, Decimal], ...]
    """``IIT`` ``EIT`` ``OIT`` ``total``, two decimals, half up; only what can be recomputed."""
    difference: Decimal | None
    rating: str
    recomputed_rating: str
    verdict: Verdict
    assurance: Assurance
    flags: tuple[str, ...]
    """Rule ids, sorted, without repeats."""
    documents: tuple[str, ...]
    blind_spots: str = ""
    """What could be wrong without the arithmetic showing it, where it is consistent."""


@dataclass(frozen=True, slots=True)
class Audited:
    """The auditor's whole answer for a run."""

    agency_years: tuple[AgencyYear, ...]
    findings: tuple[Finding, ...]
    assurances: dict[tuple[str, int], Assurance]
    """For each score row: (document, index in ``facts.scores``)."""
    agency_ids: dict[tuple[str, int], str]
    """The agency of each score row, same keys."""
    bodies: dict[str, Body]
    """Every agency id met, with the fullest body known for it."""
    unusual: frozenset[tuple[str, int]] = frozenset()
    """Agency id and year of every unusual change in the dataset, also where it was not audited
    here."""
