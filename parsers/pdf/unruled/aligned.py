"""Pieces of neighbouring columns that stand too close to be two, cut where columns begin.

Between narrow columns a long cell leaves less room than parts columns elsewhere. What is behind
a space in it then begins exactly where other lines of the table have a piece of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.alignment.columns import spaces_in
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.unruled.placing import is_ordinal

_EXACT = 0.7
"""Points by which pieces of one column may begin apart."""
_CLEAR = 0.1
"""Times the type size of the space before a column at least."""
_APART = 5.0
"""Times the type size that lines of one table may be apart."""
_NUMBERED = 2
"""Lines with numbers from which lines may be a table."""
_ENOUGH = 2
"""Pieces, of their own behind others, that show where a column begins."""
_MANY = 3
"""The same of pieces that begin their line, as the rest of a wrapped cell does."""
_INTERLEAVED = 0.9
"""Times the type size that a line is apart at least from one that does not stand beside it."""
_WIDE = 0.5
"""Times the type size of a space that a column may be, though nothing begins there alone."""
_ELSEWHERE = 1.5
"""Points by which the words before such spaces end apart: the same words end in one place."""
_DECIMAL = re.compile(r"(?:^|\s)[\d๐-๙]{1,3}\.[\d๐-๙]+%?$")


def with_columns_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, pieces of those that hold numbers cut where columns begin."""
    if not any(" " in s.text for line in lines if len(line.segments) > 1 for s in line.segments):
        return list(lines)
    result: list[TextLine] = []
    for block in _blocks(lines):
        start, end = _body(block)
        result += [*block[:start], *_cut(block[start:end]), *block[end:]]
    return result


def _blocks(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines that stand close below each other."""
    blocks: list[list[TextLine]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        if last is None or line.box.top - last.box.bottom > _APART * max(line.size, last.size):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _body(lines: Sequence[TextLine]) -> tuple[int, int]:
    """From the first line to after the last that may be of a table's body; none where too few
    hold numbers."""
    numbered = [
        index
        for index, line in enumerate(lines)
        if len(line.segments) > 1 and any(_ends_in_score(s.text) for s in line.segments)
    ]
    if len(numbered) < _NUMBERED:
        return 0, 0
    start, end = numbered[0], numbered[-1] + 1
    while end < len(lines) and len(lines[end].segments) > 1:
        end += 1
    return start, end


def _ends_in_score(text: str) -> bool:
    return "." in text and _DECIMAL.search(text) is not None


def _cut(lines: list[TextLine]) -> list[TextLine]:
    """The lines of a table, their pieces cut at the starts of its columns."""
    if not lines:
        return lines
    spaced = [s for line in lines for s in line.segments if " " in s.text]
    if not spaced:
        return lines
    left = min([s.box.x0 + s.size / 2 for s in spaced])
    right = max([s.box.x1 for s in spaced])
    behind = sorted([s.box.x0 for line in lines for s in line.segments[1:]])
    first = sorted([line.segments[0].box.x0 for line in lines])
    inside = [x for x in behind if left < x < right]
    starts = [*_shared(inside, _ENOUGH), *(x for x in _shared(first, _MANY) if left < x < right)]
    starts += _behind_spaces(spaced, behind, first)
    starts = sorted({round(x, 1) for x in starts if x > first[0] + 1})
    spaced = [s for s in spaced if _between(starts, s.box.x0 + s.size / 2, s.box.x1)]
    if not spaced:
        return lines
    alone = {
        id(line.segments[0])
        for at, line in enumerate(lines)
        if len(line.segments) == 1 and not _is_interleaved(lines, at)
    }
    places: dict[int, list[tuple[float, float]]] = {}
    for segment in spaced:
        wide = [g for g in spaces_in(segment) if g[1] - g[0] >= _CLEAR * segment.size]
        places[id(segment)] = [g for g in wide if _near(starts, g[1])]
    cuts: dict[int, list[float]] = {}
    for segment in spaced:
        own = [
            sum(gap) / 2
            for gap in places[id(segment)]
            if id(segment) not in alone and _is_column(gap[1], lines, places, behind, first)
        ]
        if own:
            cuts[id(segment)] = own
    return [_parted(line, cuts) for line in lines] if cuts else lines


def _is_interleaved(lines: Sequence[TextLine], at: int) -> bool:
    """True for a line of a row whose numbers stand beside its middle: too near to be any other."""
    line = lines[at]
    beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return any(
        len(other.segments) > 1 and abs(other.base - line.base) < _INTERLEAVED * line.size
        for other in beside
    )


def _behind_spaces(
    spaced: Sequence[Segment], behind: Sequence[float], first: Sequence[float]
) -> list[float]:
    """Where wide spaces of several pieces end in one place, before which their words do not, or
    where another piece begins: the widest cell of a column leaves so little room that no other
    stands apart from the next."""
    wide = sorted((start, end) for s in spaced for end, start in _wide_spaces(s))
    found: list[float] = []
    at = 0
    for index in range(1, len(wide) + 1):
        if index < len(wide) and wide[index][0] - wide[at][0] <= _EXACT:
            continue
        ends = [end for _, end in wide[at:index]]
        place = wide[at][0]
        alone = _count(behind, place) + _count(first, place)
        if len(ends) >= _MANY and (alone or max(ends) - min(ends) >= _ELSEWHERE):
            found.append(place)
        at = index
    return found


def _wide_spaces(segment: Segment) -> list[tuple[float, float]]:
    """The wide spaces of a piece, without a look at each of its letters."""
    found = []
    for run in segment.runs:
        if " " not in run.text:
            continue
        for at, cluster in enumerate(run.clusters):
            if cluster != " " or not 0 < at < len(run.clusters) - 1:
                continue
            if run.lefts[at + 1] - run.rights[at - 1] >= _WIDE * segment.size:
                found.append((run.rights[at - 1], run.lefts[at + 1]))
    return found


def _parted(line: TextLine, cuts: dict[int, list[float]]) -> TextLine:
    if not any(id(s) in cuts for s in line.segments):
        return line
    parts: list[Segment] = []
    for segment in line.segments:
        own = segment.cut(cuts[id(segment)]) if id(segment) in cuts else [segment]
        whole = any(is_ordinal(a, b) or _is_range(a) for a, b in pairwise(own))
        parts += [segment] if whole else own
    return replace(line, segments=tuple(parts))


def _is_range(left: Segment) -> bool:
    """True for a part with a dash before the next: from one number to another."""
    return left.text.rstrip().endswith(("-", "–", "—"))


def _is_column(
    start: float,
    lines: Sequence[TextLine],
    places: dict[int, list[tuple[float, float]]],
    behind: Sequence[float],
    first: Sequence[float],
) -> bool:
    """True where more pieces begin, or have a space, than reach over it."""
    shown = across = 0
    for line in lines:
        for s in line.segments:
            if s.box.x0 >= start - 1 or s.box.x1 <= start + 1:
                continue
            if any(abs(gap[1] - start) <= _EXACT for gap in places.get(id(s), ())):
                shown += 1
            else:
                across += 1
    shown += _count(behind, start) + _count(first, start)
    return across * 2 < shown


def _between(places: Sequence[float], left: float, right: float) -> bool:
    at = bisect_right(places, left)
    return at < len(places) and places[at] < right


def _shared(places: Sequence[float], least: int) -> list[float]:
    """The places, in order, near which at least so many of them are."""
    return [x for x in places if _count(places, x) >= least]


def _near(places: Sequence[float], place: float) -> bool:
    return any(abs(x - place) <= _EXACT for x in places)


def _count(places: Sequence[float], place: float) -> int:
    return bisect_right(places, place + _EXACT) - bisect_left(places, place - _EXACT)
