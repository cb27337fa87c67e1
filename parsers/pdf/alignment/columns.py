"""Columns of a table without upright rules: where pieces of its lines stand below each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Self

from parsers.pdf.text.lines import Segment
from parsers.record import record

_NUMBER = re.compile(r"[-+–]?\s?\.?[\d๐-๙][\d๐-๙.,]*(?:\s[\d๐-๙.,]+)?\s?%?$|[-–—✓✔✗✘√/Xx×]$")
_BRIDGED = 0.3
"""Share of lines that must have two pieces under a wide one, for it to stand over two columns."""
_FEW = 0.15
"""Share of lines whose pieces may reach over the gap between two columns."""
_CROWDED = 0.2
"""Share of lines with two pieces in one column from which it must be two columns."""
_MERGED = 2
"""Cells merged over rows that show a column."""
_ACROSS = 0.25
"""Share of the lines that may have pieces in it and in the next column at once."""
_ALIKE = 1.0
"""Points by which pieces of one column may begin apart."""
_OPEN = 0.35
"""Times the type size from which a space inside a piece may part two columns."""
_DECIMAL = re.compile(r"[\d๐-๙]+\.[\d๐-๙]+$")
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")
_CLEAR = 2
"""Times the words beside them that ordinals must be more to be a column: labels begin with them."""
_TOUCH = 1.5
"""Points by which pieces of neighbouring columns may overlap."""


@record
class Column:
    """The extent of a column and whether it holds numbers."""

    x0: float
    x1: float
    numeric: bool = False


class Columns(tuple[Column, ...]):
    """Columns from left to right, which remember where the pieces stand that were looked for:
    each step of reading a table asks again."""

    places: dict[tuple[float, float], tuple[int, int]]

    def __new__(cls, columns: Iterable[Column], alike: Sequence[Column] = ()) -> Self:
        """``alike``: columns whose memory is shared, if they have the same extents."""
        made = super().__new__(cls, columns)
        made.places = {}
        if isinstance(alike, Columns) and len(alike) == len(made):
            same = all(a.x0 == b.x0 and a.x1 == b.x1 for a, b in zip(made, alike, strict=True))
            made.places = alike.places if same else {}
        return made


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """True for a piece that is one number, or a mark that stands where numbers do."""
    return bool(_NUMBER.match(text.strip()))


def find_columns(lines: Sequence[Sequence[Segment]]) -> list[Column]:
    """The columns of a table's lines, from left to right.

    Numbers are narrow and stand below each other, so they show their columns first; words
    that stand beside those make the columns of words, and words over several are headings.
    """
    numbers = _number_columns(lines)
    words = [[s for s in line if not _stands_in(s, numbers)] for line in lines]
    words = [line for line in words if line]
    extents = _word_columns(words, numbers)
    return [Column(x0, x1) for x0, x1 in sorted([*numbers, *extents])]


def parted_at(
    columns: Sequence[Column], edges: Sequence[float], lines: Sequence[Sequence[Segment]]
) -> list[Column]:
    """The columns, one that reaches over known edges of columns parted there, where pieces that
    end before and begin behind them show both sides."""
    found: list[Column] = []
    for column in columns:
        within = [x for x in edges if column.x0 + _TOUCH < x < column.x1 - _TOUCH]
        bounds = [column.x0 - _TOUCH, *within, column.x1 + _TOUCH]
        parts = []
        for left, right in pairwise(bounds):
            own = [
                s.box
                for line in lines
                for s in line
                if left - _TOUCH <= s.box.x0 and s.box.x1 <= right + _TOUCH
            ]
            if own:
                x0, x1 = min(box.x0 for box in own), max(box.x1 for box in own)
                parts.append(Column(x0, x1, column.numeric))
        found += parts if within and len(parts) == len(bounds) - 1 else [column]
    return found


def _number_columns(lines: Sequence[Sequence[Segment]]) -> list[tuple[float, float]]:
    """The extents of numbers below each other, where words do not prevail."""
    numbers: list[Segment] = []
    words: list[Segment] = []
    for line in lines:
        for segment in line:
            (numbers if is_number(segment.text) else words).append(segment)
    extents = _covered([(s.box.x0, s.box.x1) for s in numbers], 0.0)
    beside: list[list[Segment]] = [[] for _ in extents]
    for segment in words:
        x0, x1 = segment.box.x0, segment.box.x1
        over = [i for i, (a, b) in enumerate(extents) if min(x1, b) - max(x0, a) > _TOUCH]
        if len(over) == 1:
            beside[over[0]].append(segment)
    found = []
    for extent, near in zip(extents, beside, strict=True):
        inside = [s for s in numbers if s.box.x0 < extent[1] and s.box.x1 > extent[0]]
        own = [s.base for s in inside]
        first, last = min(own), max(own)
        ordinals = all(_ORDINAL.match(s.text.strip()) for s in inside)
        level = [s for s in near if ordinals or first - s.size < s.base < last + s.size]
        if len(own) >= (_CLEAR if ordinals else 1) * len(level):
            found.append(extent)
    return found


def _word_columns(
    lines: Sequence[Sequence[Segment]], numbers: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    narrow = _narrow(lines)
    extents = _covered([(s.box.x0, s.box.x1) for line in narrow for s in line], 0.0)
    result: list[tuple[float, float]] = []
    for extent in extents:
        result += _parted(extent, narrow)
    return [e for e in result if all(min(e[1], n[1]) - max(e[0], n[0]) <= _TOUCH for n in numbers)]


def _narrow(lines: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """The lines without pieces that stand over several columns of other lines."""
    enough = max(2.0, _BRIDGED * len(lines))
    parted = [[(s.box.x0, s.box.x1) for s in line] for line in lines if len(line) > 1]
    if len(parted) < enough:
        return [list(line) for line in lines]
    return [[s for s in line if _lines_parted_under(s, parted) < enough] for line in lines]


def _lines_parted_under(
    segment: Segment, lines: Sequence[Sequence[tuple[float, float]]]
) -> int:  # fmt: skip
    """How many lines have several pieces under one."""
    x0, x1 = segment.box.x0, segment.box.x1
    if x1 - x0 <= _TOUCH:
        return 0
    found = 0
    for line in lines:
        inside = 0
        for left, right in line:
            inside += x1 - left > _TOUCH < right - x0 and right - left > _TOUCH
        found += inside > 1
    return found


def _covered(spans: Sequence[tuple[float, float]], few: float) -> list[tuple[float, float]]:
    """The extents over which more than ``few`` spans stand."""
    edges = sorted([(x0, 1) for x0, _ in spans] + [(max(x0, x1 - _TOUCH), -1) for x0, x1 in spans])
    found: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, step in edges:
        was, depth = depth, depth + step
        if was <= few < depth:
            start = x
        elif depth <= few < was:
            found.append((start, x + _TOUCH))
    return found


def _parted(
    extent: tuple[float, float], lines: Sequence[Sequence[Segment]]
) -> list[tuple[float, float]]:
    """An extent as it is, or as the columns that it is where a few pieces reach over a gap."""
    inside = [[s for s in line if _overlap(s, extent) > 0] for line in lines]
    used = [line for line in inside if line]
    crowded = sum(1 for line in used if len(line) > 1)
    if not crowded:
        return [extent]
    spans = [(s.box.x0, s.box.x1) for line in used for s in line]
    if crowded <= _CROWDED * len(used):
        return _beside_merged(spans, len(used)) or [extent]
    parts = _covered(spans, _FEW * len(used))
    return parts if len(parts) > 1 else [extent]


def _beside_merged(
    spans: Sequence[tuple[float, float]], lines: int
) -> list[tuple[float, float]]:  # fmt: skip
    """Two columns, the first of cells merged over rows, so that few lines have pieces in both: in
    each they begin at one place, and hardly any piece reaches from one to the other."""
    places = [round(x0) for x0, _ in spans]
    start = max(sorted(set(places)), key=places.count)
    left = [(x0, x1) for x0, x1 in spans if x1 < start - _ALIKE]
    right = [(x0, x1) for x0, x1 in spans if abs(x0 - start) <= _ALIKE]
    across = len(spans) - len(left) - len(right)
    if len(left) < _MERGED or 2 * len(right) < lines or across > _ACROSS * lines:
        return []
    begins = [x0 for x0, _ in left]
    if max(begins) - min(begins) > _ALIKE:
        return []
    return [(min(begins), max(x1 for _, x1 in left)), (start, max(x1 for _, x1 in right))]


def _overlap(segment: Segment, extent: tuple[float, float]) -> float:
    box = segment.box
    left, right = extent
    return min(box.x1, right) - max(box.x0, left)


def _stands_in(segment: Segment, extents: Sequence[tuple[float, float]]) -> bool:
    """True for a piece that overlaps one of the extents; without a call for each."""
    x0, x1 = segment.box.x0, segment.box.x1
    if x1 - x0 <= _TOUCH:
        return False
    for left, right in extents:  # noqa: SIM110
        if x1 - left > _TOUCH < right - x0 and right - left > _TOUCH:
            return True
    return False


def with_headings(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, as wide as the words above their first number that stand over one of them
    only: numbers are narrower than the lines of their headings. Words over several headings
    are none of one column."""
    top = min((s.base for s in pieces if _DECIMAL.match(s.text.strip())), default=float("-inf"))
    heads = [s for s in pieces if s.base < top - 0.3 * s.size]
    found = list(columns)
    for segment in sorted(pieces, key=lambda s: s.box.x1 - s.box.x0):
        if segment.base >= top - 0.3 * segment.size or is_number(segment.text):
            continue
        if _heads_several(segment, heads):
            continue
        over = [i for i, c in enumerate(found) if _overlap(segment, (c.x0, c.x1)) > _TOUCH]
        if len(over) == 1:
            own = found[over[0]]
            x0, x1 = min(own.x0, segment.box.x0), max(own.x1, segment.box.x1)
            found[over[0]] = Column(x0, x1, own.numeric)
    return found


def _heads_several(segment: Segment, heads: Sequence[Segment]) -> bool:
    """Whether a heading stands over two others beside each other."""
    own = (segment.box.x0, segment.box.x1)
    below = [s for s in heads if s.base > segment.base + 0.5 * s.size and _overlap(s, own) > _TOUCH]
    below.sort(key=attrgetter("base"))
    return any(abs(a.base - b.base) <= 0.3 * a.size for a, b in pairwise(below))


def with_words(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, those of numbers as wide as the words among or below their numbers that begin
    where these do and stand in no other: ratings are wider than scores."""
    top = min((s.base for s in pieces if _DECIMAL.match(s.text.strip())), default=float("inf"))
    found = list(columns)
    below = [s for s in pieces if s.base > top and not is_number(s.text)]
    for at, own in enumerate(columns):
        after = columns[at + 1].x0 if at + 1 < len(columns) else float("inf")
        ends = [
            s.box.x1
            for s in below
            if abs(s.box.x0 - own.x0) <= _ALIKE and own.x1 < s.box.x1 < after - _TOUCH
        ]
        if ends:
            found[at] = Column(own.x0, max(ends), own.numeric)
    return found


def with_leftovers(columns: Sequence[Column], segments: Sequence[Segment]) -> list[Column]:
    """The columns, and more for pieces that stand in none of them."""
    extents = [(column.x0, column.x1) for column in columns]
    free = [(s.box.x0, s.box.x1) for s in segments if not _stands_in(s, extents)]
    found = list(columns)
    for x0, x1 in _covered(free, 0.0):
        over = [c for c in columns if min(x1, c.x1) - max(x0, c.x0) > _TOUCH]
        if not over:
            found.append(Column(x0, x1))
    return sorted(found, key=lambda column: column.x0)


def place(columns: Sequence[Column], segment: Segment) -> tuple[int, int]:
    """The column, of those from left to right, that a piece stands in, and over how many it
    reaches."""
    box = segment.box
    x0, x1 = box.x0, box.x1
    if not isinstance(columns, Columns):
        return _place(columns, x0, x1)
    found = columns.places.get((x0, x1))
    if found is None:
        found = columns.places[x0, x1] = _place(columns, x0, x1)
    return found


def _place(columns: Sequence[Column], x0: float, x1: float) -> tuple[int, int]:
    wide = x1 - x0 > _TOUCH
    first, last = -1, 0
    for index, column in enumerate(columns):
        left, right = column.x0, column.x1
        if right - x0 <= _TOUCH:
            continue
        if x1 - left <= _TOUCH:
            break
        if wide and right - left > _TOUCH:
            last = index
            if first < 0:
                first = index
    if first >= 0:
        return first, last - first + 1
    middle = (x0 + x1) / 2
    nearest = min(
        range(len(columns)), key=lambda i: abs((columns[i].x0 + columns[i].x1) / 2 - middle)
    )
    return nearest, 1


def are_numbers(columns: Sequence[Column], segments: Sequence[Segment]) -> bool:
    """True for nothing but numbers in columns of numbers: right below a row, the rest of numbers
    that their narrow cells broke."""
    places = [place(columns, segment) for segment in segments]
    return all(over == 1 and columns[column].numeric for column, over in places) and all(
        is_number(segment.text) for segment in segments
    )


def gaps_between(columns: Sequence[Column], segment: Segment) -> list[float]:
    """Places at which a piece over several columns leaves the space between two free."""
    found = []
    for left, right in pairwise(columns):
        if not (segment.box.x0 < left.x1 and segment.box.x1 > right.x0):
            continue
        best: tuple[float, float] | None = None
        for start, end in spaces_in(segment):
            reach = 0.2 * segment.size
            if end > left.x1 - reach and start < right.x0 + reach:
                width = end - start
                if width >= _OPEN * segment.size and (best is None or width > best[0]):
                    best = width, (start + end) / 2
        if best is not None:
            found.append(best[1])
    return found


def spaces_in(segment: Segment) -> list[tuple[float, float]]:
    """The gaps between the letters of a piece."""
    return [(a[1], b[0]) for a, b in pairwise(inked(segment)) if b[0] > a[1]]


def inked(segment: Segment) -> list[tuple[float, float]]:
    """From where to where each letter of a piece stands."""
    return [
        (left, right)
        for run in segment.runs
        for text, left, right in zip(run.clusters, run.lefts, run.rights, strict=True)
        if text != " "
    ]
