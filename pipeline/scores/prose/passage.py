"""Running text with the way back from each character to the place it is printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.model import Cell, Line
from pipeline.facts import Place
from pipeline.scores.found import line_place


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive lines, or one cell, as one text."""

    text: str
    starts: tuple[int, ...]
    """Offset in ``text`` at which each place begins."""
    places: tuple[Place, ...]
    heading: bool = False

    def place_at(self, offset: int) -> Place:
        """Where the character at ``offset`` is printed."""
        return self.places[bisect_right(self.starts, offset) - 1]


def of_lines(lines: Sequence[Line]) -> Passage:
    """A passage of consecutive lines, joined by line breaks."""
    starts: list[int] = []
    length = 0
    for line in lines:
        starts.append(length)
        length += len(line.text) + 1
    return Passage(
        "\n".join(line.text for line in lines),
        tuple(starts),
        tuple(line_place(line) for line in lines),
        all(line.heading for line in lines),
    )


def of_cells(cells: Sequence[tuple[Cell, Place]]) -> Passage:
    """A passage of one table cell, or of the cells of one column over which its text runs on."""
    starts: list[int] = []
    length = 0
    for cell, _ in cells:
        starts.append(length)
        length += len(cell.text) + 1
    return Passage(
        "\n".join(cell.text for cell, _ in cells),
        tuple(starts),
        tuple(place for _, place in cells),
    )
