"""Lines at the head of a page that are the rest of the row cut off by the end of the page before.

They hold no whole number and no row begins with them: a wrapped name and rating go on, each
piece where the lines of its column begin, and the next row stands further below than a line of
the same cell would. A table that is asked for the rest gives the pieces a row by themselves,
which is then put together with the row before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.pdf.alignment.beside import first_word
from parsers.pdf.alignment.columns import Column, is_number, place
from parsers.pdf.alignment.rows import line_pitch
from parsers.pdf.text.lines import Segment, TextLine

_LINES = 6
"""Lines that the rest of a row has at most."""
_ALIKE = 1.5
"""Points by which the lines of one cell may begin apart."""
_ROOM = 0.6
"""Share of the column's widest line up to which there certainly was room for a word."""
_APART = 1.15
"""Times the distance of lines in a cell from which the next row is another."""
_HEAD_APART = 1.5
"""Times the same distance from which lines above are a running head."""
_FOLIO = 2
"""Lines of a page that holds nothing else: its number and a running foot."""
_DIGITS = re.compile(r"[\d๐-๙.]+$")
_COUNTED = re.compile(r"\(?[\d๐-๙]{1,2}[.)]\s?[^\d๐-๙]")


@dataclass(frozen=True, slots=True)
class LastRow:
    """The last row of a table: the last line of each of its cells, and how its lines stand."""

    pieces: tuple[Segment | None, ...]
    starts: tuple[float | None, ...]
    """Where the lines of each column begin, if they all begin at one place."""
    pitch: float
    """The distance of lines inside one cell."""


def last_row(lines: Sequence[TextLine], columns: Sequence[Column]) -> LastRow | None:
    """The last row of the body of a table; None without a line of numbers."""
    placed = [
        (column, segment)
        for line in lines
        for segment in line.segments
        for column, over in (place(columns, segment),)
        if over == 1
    ]
    top = max((s.base for c, s in placed if columns[c].numeric and is_number(s.text)), default=None)
    if top is None:
        return None
    pieces: list[Segment | None] = [None] * len(columns)
    for column, segment in placed:
        if segment.base >= top - 0.3 * segment.size:
            pieces[column] = segment
    starts = []
    for index in range(len(columns)):
        lefts = [s.box.x0 for c, s in placed if c == index]
        same = bool(lefts) and max(lefts) - min(lefts) <= _ALIKE
        starts.append(min(lefts) if same else None)
    return LastRow(tuple(pieces), tuple(starts), line_pitch(placed, placed[0][1].size))


def rest_lines(
    page: Sequence[TextLine], first: int, last: LastRow, columns: Sequence[Column]
) -> int:
    """How many lines of a page, from ``first``, are the rest of the row that was cut; 0 if none,
    and where a line above them may be of it, too."""
    above, lines = page[:first], page[first:]
    if any(_is_rest(line, last, columns) for line in above):
        return 0
    if above and lines and lines[0].base - above[-1].base < _HEAD_APART * last.pitch:
        return 0
    count = 0
    for line in lines[: _LINES + 1]:
        near = not count or line.base - lines[count - 1].base < _APART * last.pitch
        if not near or not _is_rest(line, last, columns):
            break
        count += 1
    if not 0 < count <= _LINES or not _had_no_room(lines[0], last, columns):
        return 0
    if count == len(lines):
        return count
    below = lines[count]
    if below.base - lines[count - 1].base >= _APART * last.pitch:
        alone = len(lines) - count <= _FOLIO and not any(is_number(s.text) for s in below.segments)
        return count if _is_row(below, last, columns) or alone else 0
    return 0


def _is_rest(line: TextLine, last: LastRow, columns: Sequence[Column]) -> bool:
    """True for a line of pieces that all go on with a cell of the last row."""
    if _COUNTED.match(line.text):
        return False
    words = False
    for segment in line.segments:
        column, over = place(columns, segment)
        start, before = last.starts[column], last.pieces[column]
        if over > 1 or before is None or segment.box.x1 > columns[column].x1 + segment.size:
            return False
        if columns[column].numeric and _DIGITS.match(segment.text.strip()):
            continue
        if columns[column].numeric or is_number(segment.text):
            return False
        if start is None or abs(segment.box.x0 - start) > _ALIKE:
            return False
        words = True
    return words


def _had_no_room(line: TextLine, last: LastRow, columns: Sequence[Column]) -> bool:
    """True where the first word of some piece had hardly room on the line that it goes on with."""
    for segment in line.segments:
        column = place(columns, segment)[0]
        before = last.pieces[column]
        if columns[column].numeric or before is None:
            continue
        width = before.box.x1 - before.box.x0 + first_word(segment)
        if width >= _ROOM * (columns[column].x1 - columns[column].x0):
            return True
    return False


def _is_row(line: TextLine, last: LastRow, columns: Sequence[Column]) -> bool:
    """True for a line that begins a row of the same table: a name with numbers beside it."""
    places = [(place(columns, segment), segment) for segment in line.segments]
    if any(over > 1 for (_, over), _ in places):
        return False
    named = any(
        not columns[c].numeric
        and (start := last.starts[c]) is not None
        and abs(s.box.x0 - start) <= _ALIKE
        for (c, _), s in places
    )
    return named and any(columns[c].numeric and is_number(s.text) for (c, _), s in places)
