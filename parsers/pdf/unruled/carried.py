"""Rows without rules that the end of a page carries to the top of the next one.

One or two rows show no columns by themselves. They stand in the columns of the table that the
page before ends with: under its header again, or where its own words and numbers stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parsers.pdf.alignment.columns import Column, is_number, place, spaces_in
from parsers.pdf.alignment.rest import LastRow, last_row, rest_lines
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.unruled.looks import are_close, shows_numbers

_CUT = 12
"""Lines at the head of a page that are looked at for what a narrow column glued."""
_FOOT = 3
"""Lines that may stand below the table that a page ends with: notes, the page's number."""
_HEAD = 3
"""Lines, such as running heads, that may stand above its rest."""
_ALIKE = 1.5
"""Points by which pieces of one column may begin, end, or have their middle apart."""
_CLOSE = 1.15
"""Times the distance of a cell's lines up to which a line below the last number is of that cell."""
_SAME = 2.5
"""Points by which a header may stand elsewhere on the next page."""

Places = tuple[frozenset[float], frozenset[float], frozenset[float]]
"""Where the pieces of a column begin, have their middle, and end."""


@dataclass(frozen=True)
class Ended:
    """The table without rules that a page ends with."""

    columns: tuple[Column, ...]
    heads: tuple[TextLine, ...]
    body: tuple[TextLine, ...]

    @cached_property
    def places(self) -> tuple[Places, ...]:
        """Those of each column, below the header."""
        pieces: list[list[Segment]] = [[] for _ in self.columns]
        for line in self.body:
            for segment in line.segments:
                column, over = place(self.columns, segment)
                if over == 1:
                    pieces[column].append(segment)
        return tuple(map(_places, pieces))

    @cached_property
    def last(self) -> LastRow | None:
        """The row that the page may cut."""
        return last_row(self.body, self.columns)


@dataclass(frozen=True, slots=True)
class Carried:
    """The lines of a page that go on with a table: its header from ``first``, rows from
    ``start`` to before ``end``."""

    first: int
    start: int
    end: int
    rest: bool = False
    """They are no rows but what is left of the last one."""


def ended(
    lines: Sequence[TextLine], first: int, start: int, after: int, columns: Sequence[Column]
) -> Ended | None:
    """The table of some lines, whose header is those from ``first`` to before ``start``; None
    where more stands below it than below a table that a page cuts."""
    if len(lines) - after > _FOOT:
        return None
    return Ended(tuple(columns), tuple(lines[first:start]), tuple(lines[start:after]))


def _places(pieces: Sequence[Segment]) -> Places:
    boxes = [piece.box for piece in pieces]
    return (
        frozenset(round(box.x0, 1) for box in boxes),
        frozenset(round((box.x0 + box.x1) / 2, 1) for box in boxes),
        frozenset(round(box.x1, 1) for box in boxes),
    )


def find_carried(lines: Sequence[TextLine], above: Ended) -> Carried | None:
    """The first lines of a page, if they go on with the table that the page before ends with."""
    for first in range(min(_HEAD + 1, len(lines))):
        if above.last is None or _headers(lines[first:], above.heads):
            break
        count = rest_lines(lines, first, above.last, above.columns)
        if count and not _says_again(lines[first], above.heads):
            return Carried(first, first, first + count, rest=True)
    for first in range(min(_HEAD + 1, len(lines))):
        start = first + _headers(lines[first:], above.heads)
        end = start
        while end < len(lines) and _is_row(lines[end], above):
            if end > first and not are_close(lines[end - 1], lines[end]):
                break
            end += 1
        if end == start:
            end = _wrapped_end(lines, start, above)
        if any(_has_label(line, above) for line in lines[start:end]):
            return Carried(first, start, end)
        if start > first:
            return None
    return None


def _wrapped_end(lines: Sequence[TextLine], start: int, above: Ended) -> int:
    """After the last line of rows from ``start`` whose numbers stand beside the middle of wrapped
    words; ``start`` where there are none."""
    if above.last is None or not _is_set_out(lines[start : start + 1], above):
        return start
    numbered = end = start
    while end < len(lines) and _is_set_out(lines[end : end + 1], above):
        if end > start and not are_close(lines[end - 1], lines[end]):
            break
        end += 1
        if shows_numbers(lines[end - 1].segments):
            numbered = end
    if numbered == start:
        return start
    apart = _CLOSE * above.last.pitch
    bases: dict[int, float] = {}
    for at in range(start, end):
        for segment in lines[at].segments:
            column = place(above.columns, segment)[0]
            if at >= numbered and segment.base - bases.get(column, 0.0) > apart:
                return at
            bases[column] = segment.base
    return end


def _is_set_out(lines: Sequence[TextLine], above: Ended) -> bool:
    """True for a line of pieces each of which stands in its own column as others there do."""
    places = [(place(above.columns, s), s) for line in lines for s in line.segments]
    return (
        all(over == 1 and _is_set(segment, above.places[c]) for (c, over), segment in places)
        and len({column for (column, _), _ in places}) == len(places) > 0
        and all(is_number(s.text) or not above.columns[c].numeric for (c, _), s in places)
    )


def at_starts(lines: Sequence[TextLine], above: Ended) -> list[TextLine]:
    """The lines, the pieces of those at the head of the page cut at the spaces behind which the
    pieces of a column of the table above begin."""
    result = list(lines)
    for index, line in enumerate(lines[:_CUT]):
        parts: list[Segment] = []
        for segment in line.segments:
            column, over = place(above.columns, segment)
            starts = {x for at in range(column + 1, column + over) for x in above.places[at][0]}
            gaps = spaces_in(segment) if starts else []
            cuts = [
                (end + start) / 2
                for end, start in gaps
                if any(abs(start - x) <= _ALIKE for x in starts)
            ]
            parts += segment.cut(cuts) if cuts else [segment]
        if len(parts) > len(line.segments):
            result[index] = replace(line, segments=tuple(parts))
    return result


def header_again(lines: Sequence[TextLine], start: int, above: Ended) -> int:
    """The first line right above a table at the head of a page that is of the header of the table
    that the page before ends with, however far above it stands; ``start`` where there is none."""
    for first in range(max(0, start - len(above.heads)), start):
        if start <= _HEAD and _headers(lines[first:start], above.heads) == start - first:
            return first
    return start


def _headers(lines: Sequence[TextLine], heads: Sequence[TextLine]) -> int:
    """How many lines are the last ones of a header again, in the same places."""
    for count in range(min(len(heads), len(lines)), 0, -1):
        pairs = zip(lines, heads[-count:], strict=False)
        if all(_is_again(line, head) for line, head in pairs):
            return count
    return 0


def _says_again(line: TextLine, heads: Sequence[TextLine]) -> bool:
    """True for a line of nothing but what pieces of the header say."""
    texts = {segment.text for head in heads for segment in head.segments}
    return all(segment.text in texts for segment in line.segments)


def _is_again(line: TextLine, head: TextLine) -> bool:
    return (
        line.text == head.text
        and abs(line.box.x0 - head.box.x0) <= _SAME
        and abs(line.box.x1 - head.box.x1) <= _SAME
    )


def _is_row(line: TextLine, above: Ended) -> bool:
    """True for a line of which every piece stands in a column as others of that column do, some
    number in a column of numbers."""
    places = [(place(above.columns, segment), segment) for segment in line.segments]
    return (
        len(places) > 1
        and shows_numbers(line.segments)
        and all(over == 1 and _is_set(segment, above.places[c]) for (c, over), segment in places)
        and len({column for (column, _), _ in places}) == len(places)
        and any(above.columns[c].numeric and is_number(s.text) for (c, _), s in places)
    )


def _is_set(segment: Segment, places: Places) -> bool:
    """True for a piece that begins, ends, or has its middle where one of its column does."""
    box = segment.box
    ways = zip((box.x0, (box.x0 + box.x1) / 2, box.x1), places, strict=True)
    return any(abs(own - other) <= _ALIKE for own, others in ways for other in others)


def _has_label(line: TextLine, above: Ended) -> bool:
    return any(
        not above.columns[place(above.columns, segment)[0]].numeric and not is_number(segment.text)
        for segment in line.segments
    )
