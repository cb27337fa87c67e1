"""Runs of lines that stand in columns, each of which may be a table without rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from parsers.model import Box
from parsers.pdf.alignment.columns import is_number
from parsers.pdf.text.lines import Segment, TextLine

_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""
_APART = 5.0
"""The same for two lines of several numbers."""
_LIKE = 1.1
"""Times the widest gap before a row up to which others are as wide."""
_BELOW_HEADER = 3.0
"""Times the type size that the first row of several numbers may stand below lines in columns."""
_SEVERAL = 3
"""Numbers of such a row behind its first piece."""
_MIN_ROWS = 3
_ROW_OF_SCORES = 5
"""Numbers with decimals from which a single row is a table."""
_BETWEEN = 12
"""Lines without numbers that may stand between two with numbers."""
_PROSE = 2
"""Lines of prose that may stand inside a table."""
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
_ALIGNED = 3
"""Lines whose pieces begin at one place, from which they are columns of text."""
_YEAR = re.compile(r"(?:[2๒][0456๐๔๕๖]|[1๑][9๙])[\d๐-๙]{2}$")
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+$")
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")


def strong_lines(lines: Sequence[TextLine]) -> list[bool]:
    """For each line whether it shows columns: a number in a piece of its own, or pieces that
    begin where those of several other lines do."""
    starts = [
        segment.box.x0 for line in lines if len(line.segments) > 1 for segment in line.segments[1:]
    ]
    strong = []
    for index, line in enumerate(lines):
        if len(line.segments) > 1:
            numbers = any(is_number(s.text) for s in line.segments)
            strong.append(
                numbers
                or any(
                    sum(1 for start in starts if abs(start - s.box.x0) < 2) >= _ALIGNED
                    for s in line.segments[1:]
                )
            )
        else:
            strong.append(_stands_beside(lines, index) or _has_unit_below(lines, index))
    return strong


def _stands_beside(lines: Sequence[TextLine], index: int) -> bool:
    """True for a number alone right of the lines above and below it, as beside a wrapped label."""
    line = lines[index]
    if not is_number(line.text) or not 0 < index < len(lines) - 1:
        return False
    above, below = lines[index - 1], lines[index + 1]
    return all(
        abs(other.base - line.base) < line.size and other.box.x1 < line.box.x0
        for other in (above, below)
    )


def _has_unit_below(lines: Sequence[TextLine], index: int) -> bool:
    """True for a number alone whose unit stands below it, both right of a label beside their
    middle."""
    if not is_number(lines[index].text) or index + 2 >= len(lines):
        return False
    number, label, unit = lines[index : index + 3]
    return (
        unit.base - number.base < _NEAR * number.size
        and number.base < label.base < unit.base
        and label.box.x1 < min(number.box.x0, unit.box.x0)
        and unit.box.x0 < number.box.x1
        and number.box.x0 < unit.box.x1
        and not is_number(unit.text)
        and not is_number(label.text)
    )


def closing_rules(
    rules: Sequence[tuple[float, float, float]], painted: Sequence[Box] = ()
) -> list[float]:
    """The heights of the last rules of tables below which rules of other lengths begin; the sides
    of ``painted`` tables' rows end nothing."""
    rules = [rule for rule in rules if not any(_is_inside(rule, box) for box in painted)]
    extents: dict[tuple[float, float], list[float]] = {}
    for y, (x0, x1) in sorted(_whole_rules(rules).items()):
        near = ((a, b) for a, b in extents if abs(a - x0) <= _ALIKE and abs(b - x1) <= _ALIKE)
        extents.setdefault(next(near, (x0, x1)), []).append(y)
    often = sorted((min(ys), max(ys)) for ys in extents.values() if len(ys) > 1)
    ends = accumulate((end for _, end in often), max)
    return [end for end, (start, _) in zip(ends, often[1:], strict=False) if end < start]


def is_below_headings(lines: Sequence[TextLine], height: float) -> bool:
    """True for a rule between headings and the numbers right below them: it ends no table."""
    below = next((at for at, line in enumerate(lines) if line.base > height), 0)
    if not below or not shows_numbers(lines[below].segments):
        return False
    head = lines[below - 1]
    if not _is_heading(head) or not are_close(head, lines[below]):
        return False
    return _is_bare(lines[below]) or not shows_numbers(lines[max(0, below - 2)].segments)


def _whole_rules(
    rules: Sequence[tuple[float, float, float]],
) -> dict[float, tuple[float, float]]:  # fmt: skip
    """From where to where the rules on one height reach."""
    found: dict[float, tuple[float, float]] = {}
    for y, x0, x1 in rules:
        key = next((k for k in found if abs(k - y) < 2), y)
        left, right = found.get(key, (x0, x1))
        found[key] = min(left, x0), max(right, x1)
    return found


def _is_inside(rule: tuple[float, float, float], box: Box) -> bool:
    y, x0, x1 = rule
    return box.top - 1 <= y <= box.bottom + 1 and box.x0 - 1 <= x0 and x1 <= box.x1 + 1


def find_runs(
    lines: Sequence[TextLine], strong: Sequence[bool], closing: Sequence[float] = ()
) -> list[tuple[int, int]]:
    """Ranges from the first to after the last line that shows columns, close to each other."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not strong[index]:
            index += 1
            continue
        start, last, end = index, index, index + 1
        prose, widest = 0, 0.0
        while end < len(lines) and end - last <= _BETWEEN:
            rows = last == end - 1 and shows_numbers(lines[last].segments)
            rows = rows and shows_numbers(lines[end].segments)
            gap = lines[end].box.top - lines[end - 1].box.bottom
            limit = _LIKE * widest or _BELOW_HEADER * lines[end].size * (end - last <= 2)
            near = gap <= limit and len(_values(lines[end])) >= _SEVERAL
            near = near or (0 < gap <= _LIKE * widest and shows_numbers(lines[end].segments))
            if not near and not are_close(lines[end - 1], lines[end], _APART if rows else _NEAR):
                break
            widest = max(widest, gap) if shows_numbers(lines[end].segments) else widest
            closed = any(lines[end - 1].base < y <= lines[end].base for y in closing)
            if closed or begins_another(lines, start, end):
                break
            if strong[end]:
                last, prose = end, 0
            elif _is_prose(lines[end], lines[max(start, end - _BETWEEN) : last + 1]):
                prose += 1
                if prose > _PROSE or _parts_tables(lines, start, end):
                    break
            end += 1
        if _is_shown(lines, strong, start, last + 1):
            runs.append((start, last + 1))
        index = last + 1
    return runs


def _is_prose(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """True for a line in one piece under several pieces of one of the rows above it."""
    if len(line.segments) > 1:
        return False
    box = line.box
    return any(
        sum(1 for s in row.segments if s.box.x0 < box.x1 and s.box.x1 > box.x0) > 1 for row in rows
    )


def begins_another(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line with which, right below a table, another begins."""
    if len(lines[at].segments) > 1 and not _is_heading(lines[at]):
        return False
    return (
        _begins_table(lines, start, at)
        or _begins_again(lines, start, at)
        or _begins_names(lines, start, at)
        or _begins_numbers(lines, start, at)
    )


def _begins_table(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line of headings below whose like no numbers of the table above stand, and
    under which they do: the header of another table right below."""
    head = lines[at].segments
    if len(head) < 2 or any(is_number(s.text) for s in head) or at + 1 == len(lines):
        return False
    rows = lines[start:at]
    numbered = [line for line in rows if _values(line) or _is_score(line, rows[1:])]
    above = [s for line in numbered for s in _values(line) or line.segments]
    below = _values(lines[at + 1]) or _below_heads(lines, at)
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
            return _values(line)
    return []


def _begins_names(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line of headings below nothing but rows of numbers, if all rows below it have
    names beside their numbers: cards of totals stand above a table."""
    if not _is_heading(lines[at]):
        return False
    first = next((i for i in range(start, at) if shows_numbers(lines[i].segments)), 0)
    above = [line for line in lines[first:at] if shows_numbers(line.segments)]
    below = [line for line in lines[at + 1 : at + 1 + _HEADS] if shows_numbers(line.segments)]
    bare = (all(is_number(s.text) for s in line.segments) for line in above)
    named = (any(not is_number(s.text) for s in line.segments) for line in below)
    headed = first > 0 and _is_heading(lines[first - 1])
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
        if _is_heading(lines[index])
        and not (
            index and _is_heading(lines[index - 1]) and are_close(lines[index - 1], lines[index])
        )
    ]
    if any(_says_again(lines[at], head) for head in heads):
        return True
    below = at if len(lines[at].segments) > 1 else at + 1
    if below == len(lines) or _is_beside(lines, below):
        return False
    return any(
        (_is_heading(lines[below]) and _is_same(lines[below], head))
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
    if head + 1 >= len(lines) or not _is_heading(lines[head]) or not _is_bare(lines[head + 1]):
        return False
    first = next((i for i in range(start, at) if shows_numbers(lines[i].segments)), at)
    return (
        0 < first < at
        and _is_heading(lines[first - 1])
        and are_close(lines[head], lines[head + 1])
        and all(map(_is_bare, lines[first:at]))
    )


def _is_bare(line: TextLine) -> bool:
    """True for several numbers with nothing beside them."""
    return len(line.segments) >= _SEVERAL and all(is_number(s.text) for s in line.segments)


def _is_heading(line: TextLine) -> bool:
    return len(line.segments) > 1 and not any(is_number(s.text) for s in line.segments)


def _is_same(line: TextLine, other: TextLine) -> bool:
    """True for lines of the same words in the same places."""
    if len(line.segments) != len(other.segments) or line.text != other.text:
        return False
    return all(
        abs(one.box.x0 - two.box.x0) < _ALIKE
        for one, two in zip(line.segments, other.segments, strict=True)
    )


def _values(line: TextLine) -> list[Segment]:
    """The numbers of a line behind its first piece."""
    return [s for s in line.segments[1:] if is_number(s.text)]


def _is_score(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """True for nothing but a number with decimals, as beside the middle of a wrapped label, where
    no words of the rows begin at its place."""
    if len(line.segments) > 1 or not _DECIMAL.match(line.text.strip()):
        return False
    begun = [s for row in rows for s in row.segments if abs(s.box.x0 - line.box.x0) < _ALIKE]
    return all(is_number(s.text) for s in begun)


def _parts_tables(lines: Sequence[TextLine], start: int, at: int) -> bool:
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


def _is_shown(
    lines: Sequence[TextLine], strong: Sequence[bool], start: int, end: int
) -> bool:  # fmt: skip
    """True for lines of which enough show columns."""
    shown = [lines[index] for index in range(start, end) if strong[index]]
    headed = [*lines[max(0, start - 1) : start], *shown]
    return _is_evidence(shown) or any(map(_is_headed, (headed, shown)))


def _is_evidence(rows: Sequence[TextLine]) -> bool:
    numbers = sum(1 for row in rows for s in row.segments if is_number(s.text))
    scores = sum(1 for row in rows for s in row.segments if _DECIMAL.match(s.text.strip()))
    return len(rows) >= _MIN_ROWS or (len(rows) == 2 and numbers >= 6) or scores >= _ROW_OF_SCORES


def _is_headed(rows: Sequence[TextLine]) -> bool:
    """True for a row of several numbers with decimals, or two rows that end in a number, one of
    them with decimals, under headings that stand over each of their pieces."""
    head, rows = rows[0], rows[1:]
    if not 0 < len(rows) < 3 or not are_close(head, rows[0]) or len(head.segments) < 2:
        return False
    if any(is_number(s.text) for s in head.segments):
        return False
    scores = [s for row in rows for s in row.segments if _DECIMAL.match(s.text.strip())]
    if len(rows) == 1 and scores and all(is_number(s.text) for s in rows[0].segments):
        scores = list(rows[0].segments)
    if len(rows) == 2 and scores:
        scores = [row.segments[-1] for row in rows if shows_numbers(row.segments[-1:])]
    return (
        len(scores) >= (_MIN_ROWS if len(rows) == 1 else 2)
        and all(row.segments[-1] in scores for row in rows)
        and all(_stands_under(row, head) for row in rows)
    )


def _stands_under(row: TextLine, head: TextLine) -> bool:
    """True for a row each of whose pieces stands under one of another line's."""
    return len(row.segments) == len(head.segments) and all(
        s.box.x0 < over.box.x1 and over.box.x0 < s.box.x1
        for s, over in zip(row.segments, head.segments, strict=True)
    )


def are_close(above: TextLine, below: TextLine, limit: float = _NEAR) -> bool:
    return below.box.top - above.box.bottom <= limit * max(above.size, below.size)


def shows_numbers(row: Sequence[Segment]) -> bool:
    for segment in row:  # noqa: SIM110 - asked of every line again and again
        if _is_value(segment.text):
            return True
    return False


@lru_cache(maxsize=4096)
def _is_value(text: str) -> bool:
    """True for a number that is no year, and counts nothing."""
    text = text.strip()
    return is_number(text) and not _YEAR.match(text) and not _ORDINAL.match(text)
