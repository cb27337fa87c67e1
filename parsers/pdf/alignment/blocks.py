"""What rows of an unruled table are made of: pieces in columns, one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.pdf.text.lines import Segment


@dataclass(slots=True)
class Row:
    """Pieces of one row by column."""

    level: float
    cells: dict[int, list[Segment]] = field(default_factory=dict)
    first: float = 0.0
    last: float = 0.0
    """Where its numbers begin and end, if they are of several lines."""

    def add(self, column: int, segment: Segment) -> None:
        self.cells.setdefault(column, []).append(segment)


@dataclass(slots=True)
class Block:
    """Lines of one column that stand as close as the lines of one cell."""

    column: int
    lines: list[Segment]
    over: int = 1
    """Over how many columns they stand."""

    @property
    def first(self) -> float:
        return self.lines[0].base

    @property
    def last(self) -> float:
        return self.lines[-1].base


Placed = tuple[int, Segment]
"""A piece and its column."""
