"""Runs of a page to lines of text, from top to bottom and from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from parsers.model import Box, Line, Method
from parsers.pdf.text.chars import COLUMN_GAP, IN_TABLES, NUMBER_GAP, Run
from parsers.record import record
from parsers.thai import fold_spaces, repair

_SAME_LINE = 0.35
"""Times the type size by which the feet of one line's letters may differ."""
_LEVEL = 0.1
"""The same where lines of cells beside each other stand at heights between each other's."""
_WORD_GAP = 0.18
"""Times the type size from which a gap is a space."""
HIDDEN_CONFIDENCE = 0.6
"""Of text that does not show: somebody's recognition of the image that does."""


@record
class Segment:
    """Part of a line that wide gaps part from the rest."""

    text: str
    box: Box
    base: float
    size: float
    hidden: bool
    runs: tuple[Run, ...]

    def cut(self, lefts: Sequence[float]) -> list[Segment]:
        """The parts left and right of some places."""
        places = [*lefts, float("inf")]
        parts: list[list[Run]] = [[] for _ in places]
        for run in self.runs:
            for part in run.split(lefts):
                middle = (part.left + part.right) / 2
                parts[next(i for i, place in enumerate(places) if middle < place)].append(part)
        return [segment_of(part) for part in parts if part]


@record
class TextLine:
    """One visual line."""

    text: str
    box: Box
    size: float
    bold: bool
    segments: tuple[Segment, ...]
    base: float = 0.0
    hidden: bool = False

    def as_line(self, page: int, number: int, *, heading: bool) -> Line:
        """The line in the document model."""
        printed = fold_spaces(self.text)
        method, confidence = reading(hidden=self.hidden)
        return Line(printed, repair(printed), number, page, self.box, method, confidence, heading)


def reading(*, hidden: bool) -> tuple[Method, float]:
    """How text was read and how sure that is, by whether it shows on the page."""
    return (Method.OCR, HIDDEN_CONFIDENCE) if hidden else (Method.TEXT_LAYER, 1.0)


def read_lines(runs: Iterable[Run]) -> list[TextLine]:
    """The visual lines of runs: upright text from top to bottom, then text that is turned."""
    upright: list[Run] = []
    turned: dict[int, list[Run]] = {}
    for run in runs:
        if run.turn:
            turned.setdefault(run.turn, []).append(run)
        else:
            upright.append(run)
    lines = _lines(upright)
    for turn in sorted(turned):
        lines += _lines(turned[turn])
    return lines


def _lines(runs: list[Run]) -> list[TextLine]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=attrgetter("base")):
        if rows and run.base - rows[-1][-1].base <= _SAME_LINE * min(run.size, rows[-1][-1].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(part) for row in rows for part in _levels(row)]


def _levels(row: list[Run]) -> list[list[Run]]:
    """A line as it is, or as the lines that chain to one where cells of several lines stand
    beside each other's middle: runs of different height then stand above each other."""
    reach = _SAME_LINE * row[0].size
    if row[-1].base - row[0].base <= reach or not _stand_above(row):
        return [row]
    levels: list[list[Run]] = []
    for run in row:
        if levels and run.base - levels[-1][0].base <= _LEVEL * run.size:
            levels[-1].append(run)
        else:
            levels.append([run])
    return levels


def _stand_above(row: Sequence[Run]) -> bool:
    """True where some run of a line, further down by more than a line's letters differ, stands
    below another."""
    ordered = sorted(row, key=lambda run: run.left)
    return any(
        right.left < left.right - 1.0 and abs(right.base - left.base) > _SAME_LINE * left.size
        for left, right in pairwise(ordered)
    )


def _line(row: list[Run]) -> TextLine:
    if len(row) == 1:
        run, one = row[0], segment_of(row)
        return TextLine(one.text, one.box, run.size, run.bold, (one,), run.base, run.hidden)
    row.sort(key=lambda run: run.lefts[0])
    segments: list[Segment] = []
    start = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or _parts(row[index - 1], row[index]):
            segments.append(segment_of(row[start:index]))
            start = index
    sizes = sorted([run.size for run in row])
    return TextLine(
        "  ".join([segment.text for segment in segments]),
        segments[0].box if len(segments) == 1 else joined([s.box for s in segments]),
        sizes[len(sizes) // 2],
        all(run.bold for run in row),
        tuple(segments),
        row[0].base,
        any(run.hidden for run in row),
    )


def _parts(left: Run, right: Run) -> bool:
    """True where the gap between two runs of a line parts columns."""
    digits = left.clusters[-1] in IN_TABLES and right.clusters[0] in IN_TABLES
    return right.lefts[0] - left.rights[-1] > (NUMBER_GAP if digits else COLUMN_GAP) * right.size


def segment_of(runs: Sequence[Run]) -> Segment:
    """Runs side by side as text: a clear gap is one space."""
    first = runs[0]
    if len(runs) == 1:
        return Segment(first.text, first.box, first.base, first.size, first.hidden, (first,))
    text = first.text
    for before, run in pairwise(runs):
        gap = run.left - before.right > _WORD_GAP * run.size
        text += " " + run.text if gap else run.text
    box = joined([run.box for run in runs])
    hidden = any(run.hidden for run in runs)
    return Segment(text, box, first.base, first.size, hidden, tuple(runs))


def joined(boxes: Sequence[Box]) -> Box:
    """The smallest rectangle around some."""
    return Box(
        min([box.x0 for box in boxes]),
        min([box.top for box in boxes]),
        max([box.x1 for box in boxes]),
        max([box.bottom for box in boxes]),
    )


def text_of(runs: Sequence[Run]) -> str:
    """The text of some runs, a line break between visual lines."""
    if len(runs) == 1:
        return runs[0].text
    return "\n".join(line.text for line in read_lines(runs))
