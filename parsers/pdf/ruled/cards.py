"""Cards: rectangles apart from each other, each with one number and the words that name it.

The rectangle binds them, whichever stands above the other. Without it a number over its words
would be taken for that of the words above it, which are of another card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.model import Box, Table
from parsers.pdf.alignment.blocks import Row
from parsers.pdf.alignment.columns import Column
from parsers.pdf.alignment.table import table_of
from parsers.pdf.pdfium.rules import Rect, Rules
from parsers.pdf.text.chars import Run
from parsers.pdf.text.lines import Segment, TextLine, joined, read_lines

LEAST = 3
"""Cards from which they are a table."""
_MOST_RULES = 600
"""Rules from which a page is something else."""
_ROUND = 12.0
"""Points by which the corners of a card may be rounded."""
_ALIKE = 1.0
"""Points by which sides of one rectangle may differ."""
_APART = 2.0
"""Points that cards are apart at least."""
_WIDER = 1.5
"""Times the width of a card that a box above or below a row of cards has at least."""
_LINES = 5
"""Lines of words in a card at most."""
_SCORE = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+\s?%?$")
_LETTERS = re.compile(r"[A-Za-zก-๎]{2}")


def card_table(
    rules: Rules, runs: Sequence[Run], page: int, least: int = LEAST
) -> tuple[list[Table], list[Run]]:
    """The cards of a page as one table, a row of words, number and other words for each, and the
    runs outside them; none where fewer than ``least`` hold just one score."""
    if len(rules.level) < 2 * least and len(rules.grounds) < least:
        return [], list(runs)
    scores = sum(1 for run in runs if not run.turn and _SCORE.match(run.text))
    if scores < least or len(rules.level) + len(rules.upright) > _MOST_RULES:
        return [], list(runs)
    rows: list[Row] = []
    taken: set[int] = set()
    for frame in sorted(_frames(rules), key=lambda frame: (frame[1], frame[0])):
        inside = [run for run in runs if not run.turn and _holds(frame, run.box)]
        if (row := _row(read_lines(inside))) is not None:
            rows.append(row)
            taken |= {id(run) for run in inside}
    if len(rows) < least:
        return [], list(runs)
    columns = [Column(0, 1), Column(1, 2, numeric=True), Column(2, 3)]
    if not any(2 in row.cells for row in rows):
        columns = columns[:2]
    table = table_of(rows, columns, page)
    return [table], [run for run in runs if id(run) not in taken]


def _frames(rules: Rules) -> list[Rect]:
    """The rectangles of a page, and coloured grounds, that touch no other; and those as wide or as
    high as one of them that touch, but do not stand in, much wider ones alone."""
    found = sorted({*_drawn(rules), *rules.grounds})
    alone, others = [], []
    for frame in found:
        near = [one for one in found if one is not frame and not _are_apart(frame, one)]
        if not near:
            alone.append(frame)
        elif all(_are_apart(frame, one, -_ALIKE) and _is_wider(one, frame) for one in near):
            others.append(frame)
    return sorted([*alone, *(one for one in others if any(_are_alike(one, own) for own in alone))])


def _is_wider(other: Rect, frame: Rect) -> bool:
    return other[2] - other[0] >= _WIDER * (frame[2] - frame[0])


def _are_alike(frame: Rect, other: Rect) -> bool:
    return any(
        abs(frame[end] - frame[start] - other[end] + other[start]) <= _APART
        for start, end in ((0, 2), (1, 3))
    )


def _drawn(rules: Rules) -> Iterator[Rect]:
    """The rectangles whose four sides are rules, their corners rounded or not."""
    levels: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for y, x0, x1 in rules.level:
        levels.setdefault((round(x0), round(x1)), []).append((y, x0, x1))
    for own in levels.values():
        for (top, x0, x1), (bottom, *_) in pairwise(sorted(own)):
            sides = [
                x
                for x, start, end in rules.upright
                if -_ALIKE <= start - top <= _ROUND and -_ALIKE <= bottom - end <= _ROUND
            ]
            left = max((x for x in sides if -_ALIKE <= x0 - x <= _ROUND), default=None)
            right = min((x for x in sides if -_ALIKE <= x - x1 <= _ROUND), default=None)
            if left is not None and right is not None:
                yield left, top, right, bottom


def _are_apart(frame: Rect, other: Rect, least: float = _APART) -> bool:
    """True for rectangles with ``least`` points between them, or nearly the same."""
    if all(abs(one - two) <= _APART for one, two in zip(frame, other, strict=True)):
        return frame <= other
    return (
        max(frame[0], other[0]) - min(frame[2], other[2]) >= least
        or max(frame[1], other[1]) - min(frame[3], other[3]) >= least
    )


def _holds(frame: Rect, box: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def _row(lines: Sequence[TextLine]) -> Row | None:
    """A card as a row: the words above its number, or else below it, the number, and the words
    below it if there are others above; None for what is no card."""
    pieces = [_whole(line) for line in lines]
    numbers = [at for at, piece in enumerate(pieces) if _SCORE.match(piece.text.strip())]
    if len(numbers) != 1 or not 1 < len(pieces) <= _LINES + 1:
        return None
    (at,) = numbers
    above, number, below = pieces[:at], pieces[at], pieces[at + 1 :]
    if any(_SCORE.search(piece.text) for piece in [*above, *below]):
        return None
    words = above or below
    if not _LETTERS.search("".join(piece.text for piece in words)):
        return None
    row = Row(min(piece.base for piece in pieces), {0: words, 1: [number]})
    if above and below:
        row.cells[2] = below
    return row


def _whole(line: TextLine) -> Segment:
    """A line as one piece."""
    runs = tuple(run for segment in line.segments for run in segment.runs)
    return Segment(
        " ".join(segment.text for segment in line.segments),
        joined([segment.box for segment in line.segments]),
        line.base, line.size, line.hidden, runs,
    )  # fmt: skip
