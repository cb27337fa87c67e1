"""What a rule of the auditor is: a small function beside what users read about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.audit.case import Entry, Subject
from pipeline.audit.model import Candidate, Finding, Severity
from pipeline.facts import Place

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Report:
    """One inconsistency as a rule sees it; the rule's id and severity are added outside."""

    about: Subject
    message: str
    message_th: str
    entries: tuple[Entry, ...] = ()
    """Rows it disputes or speaks of; the first says document and place unless given."""
    code: str | None = None
    """Of the first row unless given."""
    item_type: str | None = None
    printed: str = ""
    expected: str = ""
    difference: str = ""
    severity: Severity | None = None
    """Lower than the rule's, where this case is less certain."""
    candidates: tuple[Candidate, ...] = ()
    document: str = ""
    sha256: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A rule over subjects of type ``S`` (agency-year, document or dataset)."""

    id: str
    severity: Severity
    """The highest it gives."""
    compares: str
    compares_th: str
    example: str
    """Two lines: what is printed, what follows."""
    check: Callable[[S], Iterator[Report]]

    def findings(self, subject: S) -> Iterator[Finding]:
        for report in self.check(subject):
            yield self._finding(report)

    def _finding(self, report: Report) -> Finding:
        first = report.entries[0] if report.entries else None
        place = report.place or (first.score.place if first else None)
        return Finding(
            rule=self.id,
            severity=report.severity or self.severity,
            document=report.document or (first.document if first else ""),
            agency_id=report.about.agency_id,
            agency=report.about.agency,
            fiscal_year=report.about.fiscal_year,
            item_type=_given(report.item_type, first.score.item.item_type if first else ""),
            code=_given(report.code, first.code if first else ""),
            printed=report.printed,
            expected=report.expected,
            difference=report.difference,
            message=report.message,
            message_th=report.message_th,
            page=place.page if place else None,
            candidates=report.candidates,
            place=place,
            scores=tuple(dict.fromkeys(entry.key for entry in report.entries)),
            sha256=report.sha256 or (first.sha256 if first else ""),
        )


def _given(value: str | None, otherwise: str) -> str:
    return otherwise if value is None else value


def rule(
    name: str, severity: Severity, compares: str, compares_th: str, example: str
) -> Callable[[Callable[[S], Iterator[Report]]], Rule[S]]:
    """Make a rule with the id ``name`` of the function that checks it."""

    def made(check: Callable[[S], Iterator[Report]]) -> Rule[S]:
        return Rule(name, severity, compares, compares_th, example, check)

    return made
