"""A report before it has a form: blocks of text and tables, and what is true of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.world import Agency


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first ``header`` rows head its columns."""

    rows: tuple[tuple[str, ...], ...]
    header: int = 1


Block = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True)
class TrueScore:
    """A score that is printed in the report."""

    agency: Agency
    fiscal_year: int
    item_type: str
    code: str
    value: Decimal
    out_of: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake of the report's author, with the rule that must see it."""

    rule: str
    cause: str
    agency: Agency
    fiscal_year: int
    detail: str


@dataclass(slots=True)
class Report:
    """A report while it is written."""

    layout: str
    agency: Agency
    blocks: list[Block] = field(default_factory=list)
    scores: list[TrueScore] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def heading(self, text: str) -> None:
        self.blocks.append(Heading(text))

    def say(self, text: str) -> None:
        self.blocks.append(Paragraph(text))

    def table(self, rows: Sequence[Sequence[str]], header: int = 1) -> None:
        width = max(len(row) for row in rows)
        filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
        self.blocks.append(Grid(filled, header))

    def score(
        self, agency: Agency, year: int, kind: str, code: str, value: Decimal, out_of: int = 100
    ) -> None:
        self.scores.append(TrueScore(agency, year, kind, code, value, Decimal(out_of)))
