"""Which lines of labels stand beside which numbers, where rows stand as close as lines do.

Labels stand level with their numbers by the first line, the middle or the last, all in one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.alignment.blocks import Row
from parsers.pdf.text.lines import Segment

_EXACT = 0.2
"""Times the type size by which a number may stand beside the exact middle of its label, twice."""
_ROOM = 0.97
"""Share of the column's widest line that is room for a word."""
_REST = 4
"""Lines that a cell cut by a page break may leave on the next page."""
_MORE = 2
"""Lines of rows without numbers that may stand below the last number of a table."""
_CLOSER = 1.25
"""Times the least distance of two labels' lines up to which the lines of one may be apart."""
_LOOSE = 1.75
"""Times the type size from which lines are too far apart to be of one cell."""
_FULL = 0.7
"""Share of its column that a line fills before the next is its wrapped rest."""


def put_beside(
    anchors: list[Row], column: int, lines: list[Segment], reach: float, width: float,
    *, centred: bool = False,
) -> list[Row]:  # fmt: skip
    """Give each line to the number that it stands beside, in the one way that fits all of
    them; where no way or several ways do, every line becomes a row of its own, so that no
    number has a label that may be another's, or half of one. ``centred``: the header's cells
    stand beside each other's middle, so that rows level with their last lines are not likely."""
    first = by_first([a.first for a in anchors], lines, reach)
    middle = by_middle([a.level for a in anchors], lines, reach)
    last = by_last([a.last for a in anchors], lines, reach)
    if middle is not None and first is last is None and _are_middles(middle, anchors, lines):
        for index, line in zip(middle, lines, strict=True):
            anchors[index].add(column, line)
        return []
    if centred and first is None and middle is not None:
        last = None
    ways = [way for way in (first, middle, last) if way is not None and _stand_closer(way, lines)]
    if not ways and len(mostly := _in_fullest_column(anchors)) < len(anchors):
        return put_beside(mostly, column, lines, reach, width, centred=centred)
    if not ways and (own := _above_more(anchors, lines, reach)) is not None:
        extra = [Row(line.base, {column: [line]}) for line in lines[len(own) :]]
        return [*_given(anchors, column, lines[: len(own)], width, own), *extra]
    if not ways:
        return _below_the_rest(anchors, column, lines, reach, width)
    ways = [way for index, way in enumerate(ways) if way not in ways[:index]]
    if len(ways) > 1:
        ways = _least_broken(ways, lines, width)
    if len(ways) > 1:
        ways = [way for way in ways if _is_full(way, lines, width)]
    if len(ways) != 1:
        return _level(anchors, column, lines, reach, width)
    (way,) = ways
    return _given(anchors, column, lines, width, way)


def _stand_closer(way: list[int], lines: list[Segment]) -> bool:
    """True where the lines of one label are no further apart than those of two labels."""
    inside, between = 0.0, float("inf")
    for (index, line), (following, below) in pairwise(zip(way, lines, strict=True)):
        if index == following:
            inside = max(inside, below.base - line.base)
        else:
            between = min(between, below.base - line.base)
    return inside <= _CLOSER * between


def _in_fullest_column(anchors: list[Row]) -> list[Row]:
    """The rows with a number in the column that has most of them: others, such as the scores of
    instruments, stand in the middle of several rows and tell nothing of their labels."""
    columns = [column for anchor in anchors for column in anchor.cells]
    fullest = max(sorted(set(columns)), key=columns.count, default=-1)
    return [anchor for anchor in anchors if fullest in anchor.cells]


def _are_middles(way: list[int], anchors: list[Row], lines: list[Segment]) -> bool:
    """True for labels in the middle of which each number stands: several, or exactly so."""
    if len(set(way)) < len(anchors):
        return False
    return len(anchors) > 2 or all(
        abs(min(own) + max(own) - 2 * anchor.level) <= _EXACT * lines[0].size
        for index, anchor in enumerate(anchors)
        for own in [[line.base for at, line in zip(way, lines, strict=True) if at == index]]
    )


def _above_more(
    anchors: list[Row], lines: list[Segment], reach: float
) -> list[int] | None:  # fmt: skip
    """The way of all lines but the last ones, where every number stands beside the middle of some
    and those are below them all: rows of words, as of ratings."""
    levels = [anchor.level for anchor in anchors]
    for count in range(1, min(_MORE, len(lines) - 1) + 1):
        own, below = lines[:-count], lines[-count]
        way = by_middle(levels, own, reach) if below.base > levels[-1] + reach else None
        if way is not None and set(way) == set(range(len(anchors))):
            return way
    return None


def _below_the_rest(
    anchors: list[Row], column: int, lines: list[Segment], reach: float, width: float
) -> list[Row]:
    """The same where the first lines, above every number, are the rest of another page's cell,
    and the others stand beside the middle of their cell."""
    above = sum(1 for line in lines if line.base < anchors[0].level - reach)
    levels = [anchor.level for anchor in anchors]
    found = [
        (count, way)
        for count in range(1, min(above, _REST) + 1)
        if (way := by_middle(levels, lines[count:], reach)) is not None
        and set(way) == set(range(len(anchors)))
    ]
    if len(found) != 1:
        return _level(anchors, column, lines, reach, width)
    ((count, way),) = found
    rest = [Row(line.base, {column: [line]}) for line in lines[:count]]
    return rest + _given(anchors, column, lines[count:], width, way)


def _level(
    anchors: list[Row], column: int, lines: list[Segment], reach: float, width: float
) -> list[Row]:
    """Each line as a row of its own; but those level with the numbers right of them put to these
    where each has one, and no other line can be the rest of a label: headings of parts."""
    rows = [Row(line.base, {column: [line]}) for line in lines]
    right = min((c for anchor in anchors for c in anchor.cells if c > column), default=-1)
    anchors = [anchor for anchor in anchors if right in anchor.cells] or anchors
    own = [
        [at for at, line in enumerate(lines) if abs(line.base - anchor.level) <= reach]
        for anchor in anchors
    ]
    if any(len(at) != 1 for at in own):
        return rows
    level = {at: anchor for (at,), anchor in zip(own, anchors, strict=True)}
    if len(level) < len(anchors):
        return rows
    wraps = _wraps([0] * len(lines), lines, width)
    loose = [b.base - a.base >= _LOOSE * a.size for a, b in pairwise(lines)]
    together = [
        wrapped and not apart and not (at in level and at + 1 in level)
        for at, (wrapped, apart) in enumerate(zip(wraps, loose, strict=True))
    ]
    if any(together):
        return rows
    for at, anchor in level.items():
        anchor.add(column, lines[at])
    return [row for at, row in enumerate(rows) if at not in level]


def _given(
    anchors: list[Row], column: int, lines: list[Segment], width: float, way: list[int]
) -> list[Row]:
    """Put lines to their numbers; where one cannot be the rest of that before it, they are of
    several cells: only the one level with the number, or the first, is put there, and the others
    are handed back as rows."""
    cells: dict[int, list[list[Segment]]] = {}
    for index, line, wraps in zip(way, lines, [True, *_wraps(way, lines, width)], strict=True):
        own = cells.setdefault(index, [])
        if wraps and own:
            own[-1].append(line)
        else:
            own.append([line])
    extra = []
    for index, own in cells.items():
        level = anchors[index].level
        label = min(own, key=lambda cell: min(abs(line.base - level) for line in cell))
        for cell in own:
            for line in cell:
                if cell is label:
                    anchors[index].add(column, line)
                else:
                    extra.append(Row(line.base, {column: [line]}))
    return extra


def _least_broken(
    ways: list[list[int]], lines: list[Segment], width: float
) -> list[list[int]]:  # fmt: skip
    """The ways in which the fewest lines cannot be the rest of the one before; of ways that
    differ little in that, all."""
    broken = [_wraps(way, lines, width).count(False) for way in ways]
    least = min(broken)
    return [way for way, count in zip(ways, broken, strict=True) if count < max(1, 2 * least)]


def _wraps(way: list[int], lines: list[Segment], width: float) -> list[bool]:
    """For each line after the first, whether it may be the wrapped rest of the one before:
    its first word had no room there. True for those of another number than the one before."""
    return [
        index != following or (line.box.x1 - line.box.x0) + first_word(below) > _ROOM * width
        for (index, line), (following, below) in pairwise(zip(way, lines, strict=True))
    ]


def first_word(line: Segment) -> float:
    """The width of the first word of a line, or more: Thai words stand without spaces."""
    words = line.text.split()
    share = len(words[0]) / max(1, len(line.text)) if words else 0.0
    return share * (line.box.x1 - line.box.x0)


def _is_full(way: list[int], lines: list[Segment], width: float) -> bool:
    """True where every line that another continues fills its column, as wrapped text does."""
    return all(
        line.box.x1 - line.box.x0 >= _FULL * width
        for (index, line), (following, _) in pairwise(zip(way, lines, strict=True))
        if index == following
    )


def are_centred(columns: Sequence[Sequence[float]], reach: float) -> bool:
    """True where the heights of the lines in each column, of cells beside each other, have one
    middle, though they begin at different heights: cells of at least three columns."""
    firsts = [min(lines) for lines in columns]
    middles = [(min(lines) + max(lines)) / 2 for lines in columns]
    return (
        len(columns) > 2
        and max(middles) - min(middles) <= reach < max(firsts) - min(firsts)
    )  # fmt: skip


def by_first(levels: list[float], lines: list[Segment], reach: float) -> list[int] | None:
    """Lines given to the last number above or beside them, if each begins beside its own."""
    given = []
    for line in lines:
        above = [i for i, level in enumerate(levels) if level <= line.base + reach]
        if not above:
            return None
        index = above[-1]
        if index not in given and abs(line.base - levels[index]) > reach:
            return None
        given.append(index)
    return given


def by_middle(levels: list[float], lines: list[Segment], reach: float) -> list[int] | None:
    """Lines given to numbers that stand beside the middle of their cell."""
    given: list[int] = []
    at = 0
    for index, level in enumerate(levels):
        if at == len(lines) or lines[at].base > level + reach:
            continue
        end = 2 * level - lines[at].base
        last = at
        while last + 1 < len(lines) and lines[last + 1].base <= end + reach:
            last += 1
        if abs(lines[last].base - end) > 2 * reach:
            return None
        given += [index] * (last + 1 - at)
        at = last + 1
    return given if at == len(lines) else None


def by_last(levels: list[float], lines: list[Segment], reach: float) -> list[int] | None:
    """Lines given to the first number below or beside them, if each ends beside its own."""
    given: list[int] = []
    for line in reversed(lines):
        below = [i for i, level in enumerate(levels) if level >= line.base - reach]
        if not below:
            return None
        index = below[0]
        if index not in given and abs(line.base - levels[index]) > reach:
            return None
        given.append(index)
    return given[::-1]
