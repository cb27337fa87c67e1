"""Characters of a page, and runs of them: text that stands close together on one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parsers.model import Box

MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎\uf701\uf702\uf703\uf704\uf705\uf706\uf707\uf708\uf709\uf70a"
                  "\uf70b\uf70c\uf70d\uf70e\uf710\uf711\uf712\uf713\uf714\uf715\uf716\uf717\uf718"
                  "\uf719\uf71a")  # fmt: skip
DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
IN_TABLES = DIGITS | frozenset("-–—✓✔✗✘")
"""Digits, and the marks that stand in columns of them."""
COLUMN_GAP = 1.1
"""Times the type size from which a gap parts columns."""
NUMBER_GAP = 0.45
"""The same between two numbers: they stand close in narrow tables."""
HYPHEN = "\x02"

Char = tuple[int, str, float, float, float, float]
"""Index on the page, text, and its place along and across the line: from, top, to, bottom."""

_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Run:
    """Letters that stand close together on one line, each with its marks.

    ``lefts``, ``rights`` and ``base`` are measured along and across the line; the box is the
    run's place on the page as it is shown.
    """

    clusters: list[str]
    lefts: list[float]
    rights: list[float]
    base: float
    size: float
    bold: bool
    hidden: bool
    turn: int
    """Degrees, counter-clockwise, by which the text is turned on the page as shown."""
    high: float
    low: float
    box: Box = _NOWHERE
    text: str = ""
    """Its letters joined, once it has all of them."""

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def right(self) -> float:
        return self.rights[-1]

    def part(self, start: int, end: int) -> Run | None:
        """The letters from ``start`` to before ``end`` as a run; None where there is no ink."""
        while start < end and self.clusters[start] == " ":
            start += 1
        while start < end and self.clusters[end - 1] == " ":
            end -= 1
        if start >= end:
            return None
        part = Run(
            self.clusters[start:end], self.lefts[start:end], self.rights[start:end], self.base,
            self.size, self.bold, self.hidden, self.turn, self.high, self.low,
        )  # fmt: skip
        part.finish()
        return part

    def finish(self) -> None:
        """Tell the text and the place, once all letters are there."""
        self.text = "".join(self.clusters)
        self.box = shown_box(self)

    def split(self, places: Iterable[float]) -> list[Run]:
        """The parts of an upright run left and right of some places."""
        parts, start = [], 0
        for place in sorted(places):
            end = start
            while end < len(self.clusters) and self.lefts[end] + self.rights[end] < 2 * place:
                end += 1
            parts.append(self.part(start, end))
            start = end
        parts.append(self.part(start, len(self.clusters)))
        return [part for part in parts if part is not None]


def shown_box(run: Run) -> Box:
    """The place of a run on the page as shown."""
    left, right, high, low = run.lefts[0], run.rights[-1], run.high, run.low
    if not run.turn:
        return Box(left, high, right, low)
    if run.turn == 90:
        return Box(high, -right, low, -left)
    if run.turn == 180:
        return Box(-right, -low, -left, -high)
    return Box(-low, left, -high, right)
