"""Pieces of an unruled table put to its columns, and the rules under its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.alignment.blocks import Placed
from parsers.pdf.alignment.columns import Column, gaps_between, is_number, place
from parsers.pdf.text.lines import Segment, segment_of
from parsers.pdf.unruled.headings import Spanning

_ALIGNED = 3
"""Lines whose pieces begin at one place, from which they are columns of text."""
_MIDDLE = 2.0
"""Points, twice those by which the middles of pieces in one column may differ."""
_NEXT = 2.2
"""Times the type size that lines of one heading are apart at most."""
_ORDER = "ที่"
_OF_YEAR = re.compile(r"(?:ปี|งบประมาณ|พ\.\s?ศ\.?|ค\.\s?ศ\.?)$")
_THE_YEAR = re.compile(r"(?:ปี|งบประมาณ|พ\.\s?ศ\.?|ค\.\s?ศ\.?)|[12๑๒][\d๐-๙]{3}(?![\d๐-๙])")
_NAMED = re.compile(r"\s*[\d๐-๙]{1,2}\s+[^\s\d๐-๙]")


def row_rules(
    rules: Sequence[tuple[float, float, float]], columns: Sequence[Column]
) -> list[float]:
    """The heights of level rules that stand under most of the table."""
    left, right = columns[0].x0, columns[-1].x1
    covered: dict[float, float] = {}
    for y, x0, x1 in rules:
        over = min(x1, right) - max(x0, left)
        if over > 0:
            key = next((k for k in covered if abs(k - y) < 2), y)
            covered[key] = covered.get(key, 0.0) + over
    return sorted(y for y, length in covered.items() if length >= 0.7 * (right - left))


def cut_between(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces, those over several columns cut at clear spaces between the columns.

    In the rows of numbers only what makes numbers stand alone is cut.
    """
    numbers = [s.base for s in pieces if is_number(s.text)]
    first, last = min(numbers, default=0.0), max(numbers, default=0.0)
    result: list[Segment] = []
    for segment in pieces:
        gaps = gaps_between(columns, segment) if place(columns, segment)[1] > 1 else []
        if not gaps:
            result.append(segment)
            continue
        parts = segment.cut(gaps)
        inside = first - 0.3 * segment.size <= segment.base <= last + 0.3 * segment.size
        kept = not inside or any(is_number(part.text) for part in parts)
        kept = kept or all(_is_aligned(part, pieces) for part in parts[1:])
        kept = kept and not any(is_ordinal(a, b) or _is_year(a, b) for a, b in pairwise(parts))
        result += parts if kept else [segment]
    return result


def is_ordinal(left: Segment, right: Segment) -> bool:
    """True for parts of one name, as of the 6th item: a number with words behind it belongs to
    the word before."""
    return left.text.rstrip().endswith(_ORDER) and bool(_NAMED.match(right.text))


def _is_year(left: Segment, right: Segment) -> bool:
    """True for parts of what names one year: fiscal year B.E. 2565."""
    return bool(_OF_YEAR.search(left.text.rstrip()) and _THE_YEAR.match(right.text.lstrip()))


def _is_aligned(part: Segment, pieces: Sequence[Segment]) -> bool:
    """True for a part of a piece that begins, or has its middle, where several pieces do."""
    x0, x1 = part.box.x0, part.box.x1
    level = 0
    for other in pieces:
        box = other.box
        level += abs(box.x0 - x0) <= 1.0 or abs(box.x0 + box.x1 - x0 - x1) <= 2.0
        if level >= _ALIGNED:
            return True
    return False


def place_all(
    columns: Sequence[Column], pieces: Sequence[Segment]
) -> tuple[list[Placed], list[Spanning]]:
    placed: list[Placed] = []
    spanning: list[Spanning] = []
    wide: list[Spanning] = []
    for segment in pieces:
        column, over = place(columns, segment)
        if over == 1:
            placed.append((column, segment))
        else:
            wide.append((column, segment, over))
    numbers = [s.base for _, s in placed if is_number(s.text)]
    top = min(numbers, default=0.0)
    for column, segment, over in wide:
        own = _own_column(placed, column, segment) if over == 2 else None
        below = column > 0 and segment.base < top
        heads = _heads_above(placed, column, segment, over) if below else []
        if own is not None:
            placed.append((own, _inside(columns[own], segment)))
        elif not heads:
            spanning.append((column, segment, over))
        elif parts := _glued(heads, segment):
            placed += [(column + at, part) for at, part in enumerate(parts)]
        else:
            halves = {id(head) for head in heads}
            placed = [piece for piece in placed if id(piece[1]) not in halves]
    return placed, spanning


def _heads_above(
    placed: Sequence[Placed], column: int, segment: Segment, over: int
) -> list[Segment]:  # fmt: skip
    """The pieces right above one over several columns, one in each of them; none where it is a
    heading of all of them, as it is with nothing above it."""
    found = []
    for beside in range(column, column + over):
        own = [
            other
            for at, other in placed
            if at == beside and 0 < segment.base - other.base <= _NEXT * segment.size
        ]
        if not own:
            return []
        found.append(max(own, key=lambda s: s.base))
    return found


def _glued(heads: Sequence[Segment], segment: Segment) -> list[Segment]:
    """The parts of a piece that is several, which stand in neighbouring cells without a space
    between: each has its middle below that of the piece above it."""
    head, *others = heads
    if not others:
        return [segment] if _is_below(segment, head) else []
    for part, rest in _in_two(segment):
        if _is_below(part, head) and (parts := _glued(others, rest)):
            return [part, *parts]
    return []


def _is_below(segment: Segment, head: Segment) -> bool:
    box, above = segment.box, head.box
    return abs(box.x0 + box.x1 - above.x0 - above.x1) <= _MIDDLE


def _in_two(segment: Segment) -> Iterator[tuple[Segment, Segment]]:
    """A piece in two parts: between any of its runs, or of its letters."""
    runs = segment.runs
    for count in range(1, len(runs)):
        yield segment_of(runs[:count]), segment_of(runs[count:])
    for edge in sorted({x for run in runs for x in run.lefts}):
        parts = segment.cut([edge])
        if len(parts) == 2:
            yield parts[0], parts[1]


def _own_column(placed: Sequence[Placed], column: int, segment: Segment) -> int | None:
    """The one of two columns in whose middle a piece stands as others there do: the other's
    longest words reach below it."""
    middle = segment.box.x0 + segment.box.x1
    level = [
        at
        for at, other in placed
        if column <= at <= column + 1 and abs(other.box.x0 + other.box.x1 - middle) <= _MIDDLE
    ]
    return level[0] if len(level) >= _ALIGNED and len(set(level)) == 1 else None


def _inside(column: Column, segment: Segment) -> Segment:
    """A piece as wide as it stands in its column."""
    x0, x1 = max(column.x0, segment.box.x0), min(column.x1, segment.box.x1)
    return replace(segment, box=replace(segment.box, x0=x0, x1=x1))
