"""What each column of a sheet means, and how the sheet is to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Protocol

from parsers.sheets import Sheet, column_letter
from pipeline.facts import Item
from pipeline.published.notice import Notice

Role = Literal[
    "agency", "agency_type", "district", "province", "fiscal_year", "fiscal_year_ce", "rating",
    "item", "item_name", "score", "out_of", "target", "value", "unused", "",
]  # fmt: skip


TOTAL = Item("total", "total")
HEADER_ROWS = 20
"""Rows among which the header is looked for; titles stand above it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it means."""

    index: int
    header: str
    role: Role
    item: Item | None = None
    """Of a column of values."""
    out_of: Decimal | None = None
    """Full marks of weighted points."""
    year: int | None = None
    """That its header names."""
    number: str = ""
    """Of a column headed by an indicator's number alone."""
    confidence: float = 1.0
    under: Item | None = None
    """The item that the header row above names for it."""
    body: str = ""
    """Whose scores it holds, in a table of one column a body."""

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is to be read."""

    columns: tuple[Column, ...]
    header: int
    """0-based row of the lower header."""
    two_rows: bool
    title: str
    """The text above the header."""
    year: int | None
    """Fiscal year that title, sheet or file name, where no column does."""
    notices: tuple[Notice, ...] = field(default=())

    @property
    def first(self) -> int:
        """The first row under the header."""
        return self.header + 1

    def one(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role == role), None)

    def all(self, role: Role) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role == role)

    @property
    def is_long(self) -> bool:
        """One row an item, rather than one row an agency-year."""
        return self.one("item") is not None

    @property
    def is_crossed(self) -> bool:
        """One row an item and one column a body."""
        return any(column.body for column in self.columns)


class Cells(Protocol):
    """The sheet that is being read."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def layout(self) -> Layout: ...
    @property
    def first(self) -> int: ...


def title_above(sheet: Sheet, header: int) -> str:
    """All text of the rows over a header, each once."""
    above = (text for row in range(header) for text in sheet.row(row) if text.strip())
    return " ".join(dict.fromkeys(above))
