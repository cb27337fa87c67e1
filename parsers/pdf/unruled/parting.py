"""Where one table without rules ends and another begins right below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.alignment.columns import is_number
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.unruled.looks import (
    are_close,
    is_bare,
    is_heading,
    shows_numbers,
    values,
)

_SEVERAL = 3
"""Numbers of such a row behind its first piece."""
_LARGER = 1.12
"""Times the type size of a table from which a line across it is a heading."""
_HEADER = 6
"""Lines, with the first row of numbers, that a header has at most."""
_HEADS = 3
"""Lines above the first numbers of a table among which the header is that may stand again."""
_ALIKE = 2.5
"""Points by which edges of pieces in one column may differ."""
_PARTED = 1.4
"""Times its distance to the row below that a header stands below another table at least."""
_INTERLEAVED = 0.9
"""Times the type size that a line is apart at least from one that does not stand beside it."""
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+$")


def begins_another(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line with which, right below a table, another begins."""
    if len(lines[at].segments) > 1 and not is_heading(lines[at]):
        return False
    return (
        _begins_table(lines, start, at)
        or _begins_again(lines, start, at)
        or _begins_names(lines, start, at)
        or _begins_numbers(lines, start, at)
    )


def parts_tables(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line in larger type than the table above, and for one below which the header
    of that table stands again: a heading between two tables."""
    above = [line for line in lines[start:at] if len(line.segments) > 1]
    if lines[at].size > _LARGER * max(line.size for line in above):
        return True
    if not any(shows_numbers(line.segments) for line in above):
        return False
    heads = [line.text for line in (*lines[max(0, start - 3) : start], *above[:2])]
    places = _shared([place for line in above for s in line.segments for place in _edges(s)])
    for line in lines[at + 1 : at + 4]:
        if len(line.segments) > 1 and not shows_numbers(line.segments) and line.text in heads:
            return True
        if len(line.segments) > 2:
            fits = sum(
                any(abs(one - edge) < _ALIKE for edge in _edges(s) for one in places)
                for s in line.segments
            )
            return fits * 2 < len(line.segments)
    return False


def _begins_table(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line of headings below whose like no numbers of the table above stand, and
    under which they do: the header of another table right below."""
    head = lines[at].segments
    if len(head) < 2 or any(is_number(s.text) for s in head) or at + 1 == len(lines):
        return False
    rows = lines[start:at]
    numbered = [line for line in rows if values(line) or _is_score(line, rows[1:])]
    above = [s for line in numbered for s in values(line) or line.segments]
    below = values(lines[at + 1]) or _below_heads(lines, at)
    if not above or not below or not are_close(lines[at], lines[at + 1]):
        return False
    beside = [(s, o) for s in below for o in above if s.box.x0 < o.box.x1 and o.box.x0 < s.box.x1]
    if not beside:
        return True
    gap, inside = lines[at].base - numbered[-1].base, lines[at + 1].base - lines[at].base
    if not any(_DECIMAL.match(s.text.strip()) for s in above):
        return False
    alike = {
        id(s)
        for s, o in beside
        if any(abs(one - two) < _ALIKE for one, two in zip(_edges(s), _edges(o), strict=True))
    }
    most = len(below) >= _SEVERAL and 2 * len(alike) < len(below)
    return most or (not alike and gap >= _PARTED * inside)


def _below_heads(lines: Sequence[TextLine], at: int) -> list[Segment]:
    """The first numbers below a header of several lines."""
    for above, line in pairwise(lines[at : at + _HEADER]):
        if not are_close(above, line):
            return []
        if shows_numbers(line.segments):
            return values(line)
    return []


def _begins_names(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line of headings below nothing but rows of numbers, if all rows below it have
    names beside their numbers: cards of totals stand above a table."""
    if not is_heading(lines[at]):
        return False
    first = next((i for i in range(start, at) if shows_numbers(lines[i].segments)), 0)
    above = [line for line in lines[first:at] if shows_numbers(line.segments)]
    below = [line for line in lines[at + 1 : at + 1 + _HEADS] if shows_numbers(line.segments)]
    bare = (all(is_number(s.text) for s in line.segments) for line in above)
    named = (any(not is_number(s.text) for s in line.segments) for line in below)
    headed = first > 0 and is_heading(lines[first - 1])
    return headed and len(below) == _HEADS and all(bare) and all(named)


def _begins_again(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for the first line of the header that the table above began with, piece by piece or in
    wider columns, below its numbers, and for a line in one piece right above it: another table.
    Lines below the first may be of wrapped rows, which often begin alike."""
    first = next((i for i in range(start, at) if shows_numbers(lines[i].segments)), -1)
    if first < 0:
        return False
    heads = [
        lines[index]
        for index in range(max(0, first - _HEADS), first)
        if is_heading(lines[index])
        and not (
            index and is_heading(lines[index - 1]) and are_close(lines[index - 1], lines[index])
        )
    ]
    if any(_says_again(lines[at], head) for head in heads):
        return True
    below = at if len(lines[at].segments) > 1 else at + 1
    if below == len(lines) or _is_beside(lines, below):
        return False
    return any(
        (is_heading(lines[below]) and _is_same(lines[below], head))
        or _says_again(lines[below], head)
        for head in heads
    )


def _says_again(line: TextLine, head: TextLine) -> bool:
    """True for the words of a header of several columns again, begun where they are there."""
    return (
        len(head.segments) >= _SEVERAL
        and line.text.replace(" ", "") == head.text.replace(" ", "")
        and abs(line.box.x0 - head.box.x0) < _ALIKE
    )


def _is_beside(lines: Sequence[TextLine], at: int) -> bool:
    """True for a line so close above numbers that they stand beside the middle of what it is the
    first line of."""
    if at + 1 == len(lines) or not shows_numbers(lines[at + 1].segments):
        return False
    return lines[at + 1].base - lines[at].base < _INTERLEAVED * lines[at].size


def _begins_numbers(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for headings that stand over nothing but numbers, below others that do, and for a
    line in one piece right above them: small tables, one for each subject."""
    head = at if len(lines[at].segments) > 1 else at + 1
    if head + 1 >= len(lines) or not is_heading(lines[head]) or not is_bare(lines[head + 1]):
        return False
    first = next((i for i in range(start, at) if shows_numbers(lines[i].segments)), at)
    return (
        0 < first < at
        and is_heading(lines[first - 1])
        and are_close(lines[head], lines[head + 1])
        and all(map(is_bare, lines[first:at]))
    )


def _is_same(line: TextLine, other: TextLine) -> bool:
    """True for lines of the same words in the same places."""
    if len(line.segments) != len(other.segments) or line.text != other.text:
        return False
    return all(
        abs(one.box.x0 - two.box.x0) < _ALIKE
        for one, two in zip(line.segments, other.segments, strict=True)
    )


def _is_score(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """True for nothing but a number with decimals, as beside the middle of a wrapped label, where
    no words of the rows begin at its place."""
    if len(line.segments) > 1 or not _DECIMAL.match(line.text.strip()):
        return False
    begun = [s for row in rows for s in row.segments if abs(s.box.x0 - line.box.x0) < _ALIKE]
    return all(is_number(s.text) for s in begun)


def _shared(places: Sequence[float]) -> list[float]:
    """The places that have another one near them."""
    ordered = sorted(places)
    near = [right - left < _ALIKE for left, right in pairwise(ordered)]
    return [
        place
        for place, before, after in zip(ordered, [False, *near], [*near, False], strict=True)
        if before or after
    ]


def _edges(segment: Segment) -> tuple[float, float, float]:
    box = segment.box
    return box.x0, (box.x0 + box.x1) / 2, box.x1
