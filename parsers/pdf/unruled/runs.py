"""Runs of lines that stand in columns, each of which may be a table without rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from parsers.model import Box
from parsers.pdf.alignment.columns import is_number
from parsers.pdf.text.lines import TextLine
from parsers.pdf.unruled.looks import (
    are_close,
    is_bare,
    is_heading,
    shows_numbers,
    values,
)
from parsers.pdf.unruled.parting import begins_another, parts_tables

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
_ALIKE = 2.5
"""Points by which edges of pieces in one column may differ."""
_ALIGNED = 3
"""Lines whose pieces begin at one place, from which they are columns of text."""
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+$")


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
    if not is_heading(head) or not are_close(head, lines[below]):
        return False
    return is_bare(lines[below]) or not shows_numbers(lines[max(0, below - 2)].segments)


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
            near = gap <= limit and len(values(lines[end])) >= _SEVERAL
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
                if prose > _PROSE or parts_tables(lines, start, end):
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
