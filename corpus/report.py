"""A report before it has a form: blocks of text and tables, and what is true of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from corpus.voice import Voice
from corpus.world import Agency


@dataclass(frozen=True, slots=True)
class Heading:
    text: str

    def spoilt(self, spoil: Callable[[str], str]) -> Heading:
        """The same with its text spoilt."""
        return Heading(spoil(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str

    def spoilt(self, spoil: Callable[[str], str]) -> Paragraph:
        """The same with its text spoilt."""
        return Paragraph(spoil(self.text))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page, where the form has pages."""

    text: str = ""
    """Printed in forms without pages: nothing."""

    def spoilt(self, _: Callable[[str], str]) -> PageBreak:
        """The same: there is nothing to spoil."""
        return self


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first ``header`` rows head its columns."""

    rows: tuple[tuple[str, ...], ...]
    header: int = 1
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """(row, column, rows, columns) of merged cells; the places they cover are empty."""
    repeats: bool = True
    """Its header stands again on every page that it runs over to."""

    turned: bool = False
    """The texts of its header stand upright, read from bottom to top, where the form can."""

    def spoilt(self, spoil: Callable[[str], str]) -> Grid:
        """The same with the text of every cell spoilt."""
        return replace(self, rows=tuple(tuple(spoil(cell) for cell in row) for row in self.rows))

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def merged(self) -> dict[tuple[int, int], tuple[int, int]]:
        """(rows, columns) of the merged cell that begins at each (row, column)."""
        return {(row, column): (down, across) for row, column, down, across in self.spans}

    @property
    def covered(self) -> set[tuple[int, int]]:
        """Every (row, column) under a merged cell that begins elsewhere."""
        return {
            (row + r, column + c)
            for row, column, down, across in self.spans
            for r in range(down)
            for c in range(across)
            if (r, c) != (0, 0)
        }


Block = Heading | Paragraph | PageBreak | Grid


@dataclass(frozen=True, slots=True)
class TrueScore:
    """A score that is printed in the report."""

    agency: Agency
    fiscal_year: int
    item_type: str
    code: str
    value: Decimal
    """With the printed precision."""
    printed: str
    out_of: Decimal = Decimal(100)
    rating: str = ""
    """Printed with a total."""
    name: str = ""
    """The label it stands under; empty in sentences, where no cell says where a label ends."""
    target: str = ""
    """Printed beside it, in Arabic digits."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake of the report's author, with the rule that must see it."""

    rule: str
    cause: str
    agency: Agency
    fiscal_year: int
    detail: str
    code: str = "total"
    severity: str = "error"
    changed: tuple[str, ...] = ()
    """Codes of the numbers that are printed otherwise than they are."""
    item_type: str = ""
    printed: str = ""
    """What the flag must quote, where the report's other numbers do not tell it."""
    expected: str = ""
    injected: bool = True
    """False: no mistake, but something that a careful reader is told all the same."""


@dataclass(slots=True)
class Report:
    """A report while it is written."""

    layout: str
    agency: Agency
    voice: Voice
    blocks: list[Block] = field(default_factory=list)
    scores: list[TrueScore] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    measures: list[dict[str, str]] = field(default_factory=list)
    """Rows of measures.csv, without the document's name."""
    landscape: bool = False
    scheme: str = ""
    """Of the assessment that the report is of, where it only looks like the ITA."""

    def heading(self, text: str) -> None:
        self.blocks.append(Heading(text))

    def say(self, text: str) -> None:
        self.blocks.append(Paragraph(text))

    def new_page(self) -> None:
        self.blocks.append(PageBreak())

    def table(
        self,
        rows: Sequence[Sequence[str]],
        header: int = 1,
        spans: Sequence[tuple[int, int, int, int]] = (),
        *,
        turned: bool = False,
    ) -> None:
        width = max(len(row) for row in rows)
        filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
        self.blocks.append(Grid(filled, header, tuple(spans), turned=turned))

    def score(
        self,
        agency: Agency,
        year: int,
        item_type: str,
        code: str,
        value: Decimal,
        out_of: int = 100,
        rating: str = "",
        name: str = "",
        target: str = "",
    ) -> None:
        """Remember that the score is printed; twice the same is one score."""
        plain = Decimal(self.voice.plain(value))
        printed = self.voice(value)
        found = TrueScore(
            agency, year, item_type, code, plain, printed, Decimal(out_of), rating, name, target
        )
        key = (agency, year, code, plain, Decimal(out_of))
        for at, old in enumerate(self.scores):
            if (old.agency, old.fiscal_year, old.code, old.value, old.out_of) == key:
                self.scores[at] = replace(
                    old,
                    rating=old.rating or rating,
                    name=old.name if old.name == name else "",
                    target=old.target or target,
                )
                return
        self.scores.append(found)
