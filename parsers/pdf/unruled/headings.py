"""The header of a table without rules: where it ends, and its rows of headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.alignment.blocks import Block, Placed, Row
from parsers.pdf.alignment.columns import Column, is_number
from parsers.pdf.alignment.rows import find_blocks, line_pitch
from parsers.pdf.text.lines import Segment, segment_of

_YEAR = re.compile(r"(?:[2๒][0456๐๔๕๖]|[1๑][9๙])[\d๐-๙]{2}$")
_YEAR_LINES = 5
_WORD = 0.7
"""Times the type size that the words of one heading are apart at most."""
_APART = 0.5
"""Times the type size by which a heading stands above another at least."""
_LINES = 1.12
"""Times the distance of a heading's lines that the next one stands away at most."""
_SAME_MIDDLE = 0.15
"""Times the type size by which the middles of centred lines differ at most."""
_AS_WIDE = 0.6
"""Times the wider of two lines of one heading that the other one is wide at least."""
_COUNT = re.compile(r"[\d๐-๙]{1,2}")
_COUNTS = re.compile(r"ที่\s*$")
_NEXT = 1.75
"""Times the type size that lines of one heading are apart at most."""
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")

Spanning = tuple[int, Segment, int]
"""First column, piece, and over how many columns it stands."""


def body_start(
    columns: Sequence[Column], placed: Sequence[Placed], rules: Sequence[float]
) -> float:
    """The height at which the header ends: under the last line of words above the numbers."""
    numbers = [
        p
        for p in placed
        if columns[p[0]].numeric and is_number(p[1].text) and not _numbers_words(p, placed)
    ]
    if not numbers:
        return float("-inf")
    levels: dict[float, list[tuple[int, str]]] = {}
    for column, segment in sorted(numbers, key=lambda p: p[1].base):
        key = next((k for k in levels if abs(k - segment.base) <= 0.3 * segment.size), segment.base)
        levels.setdefault(key, []).append((column, segment.text.strip()))
    heights = list(levels)
    above = _year_levels([*levels.values()])
    while above + 1 < len(heights) and _numbers_headings(
        levels[heights[above]], heights[above], placed
    ):
        above += 1
    top = heights[above]
    sections = _sections(placed, top)
    words = [
        s
        for c, s in placed
        if columns[c].numeric and not is_number(s.text) and s.base < top and s not in sections
    ]
    bases = [s.base for s in words] + heights[:above]
    if not bases:
        return float("-inf")
    last = max(bases)
    if any(last < s.base < top for s in sections):
        return last + 0.3 * sections[0].size
    ruled = [rule for rule in rules if last < rule < top]
    return ruled[0] if ruled else last + 0.3 * words[0].size if words else last + 1.0


def _sections(placed: Sequence[Placed], top: float) -> list[Segment]:
    """The lines above the numbers that stand for a part of the rows, as a province: alone in the
    first column, where among the numbers others stand so too."""
    own: list[Segment] = []
    bases = sorted([segment.base for _, segment in placed])
    for column, segment in placed:
        if column > 0 or is_number(segment.text):
            continue
        base, reach = segment.base, 0.3 * segment.size
        if bisect_right(bases, base + reach) - bisect_left(bases, base - reach) == 1:
            own.append(segment)
    again = [s for s in own if s.base > top]
    return [
        s
        for s in own
        if s.base < top and any(abs(s.box.x0 - other.box.x0) <= 1.0 for other in again)
    ]


def _numbers_words(piece: Placed, placed: Sequence[Placed]) -> bool:
    """True for the number of an item whose words go on below it, as in a narrow heading."""
    column, segment = piece
    if not _ORDINAL.match(segment.text.strip()):
        return False
    below = [s for c, s in placed if c == column and s.base > segment.base]
    return bool(below) and not is_number(min(below, key=lambda s: s.base).text)


def _numbers_headings(
    level: Sequence[tuple[int, str]], base: float, placed: Sequence[Placed]
) -> bool:
    """True for numbers on one height that are the last lines of headings: small whole ones, each
    right below the words of its column that a number goes on with (``ตัวชี้วัดที่``)."""
    return all(
        _COUNT.fullmatch(text)
        and any(
            at == column and 0 < base - s.base <= _NEXT * s.size and _COUNTS.search(s.text)
            for at, s in placed
        )
        for column, text in level
    )


def _year_levels(levels: Sequence[Sequence[tuple[int, str]]]) -> int:
    """How many levels of numbers, from the first, are nothing but years, if need be broken
    over lines; never all of them."""
    joined: dict[int, str] = {}
    found = 0
    for count, level in enumerate(levels[: min(_YEAR_LINES, len(levels) - 1)], 1):
        for column, text in level:
            joined[column] = joined.get(column, "") + text
        if all(_YEAR.match(text) for text in joined.values()):
            found = count
    return found


def with_groups(
    columns: Sequence[Column], head: Sequence[Placed], spanning: Sequence[Spanning]
) -> tuple[list[Placed], list[Spanning]]:
    """The pieces of a header, those right above columns headed alike in groups as wide as theirs.

    Below 2564 and 2565 the headings of the first columns stand again above the last: then each
    year is that of its group, however few of its columns it reaches over.
    """
    for level in _levels(head):
        for count in range(2, len(level) // 2 + 1):
            width = len(level) // count
            if width * count != len(level) or not _repeats(level, width):
                continue
            groups = [level[i * width][0] for i in range(count)]
            over = _headings_over(columns, head, spanning, level, groups, width)
            if over is None:
                continue
            taken = {id(part) for _, parts in over for part in parts}
            kept = [p for p in head if id(p[1]) not in taken]
            wide = [p for p in spanning if id(p[1]) not in taken]
            return kept, wide + [
                (first, _widened(parts, columns, first, width), width) for first, parts in over
            ]
    return list(head), list(spanning)


def _levels(head: Sequence[Placed]) -> list[list[Placed]]:
    """The pieces on one height that fill neighbouring columns, from the lowest height on."""
    found: list[list[Placed]] = []
    for piece in sorted(head, key=lambda p: -p[1].base):
        if found and found[-1][0][1].base - piece[1].base <= 0.3 * piece[1].size:
            found[-1].append(piece)
        else:
            found.append([piece])
    levels = [sorted(level, key=lambda p: p[0]) for level in found]
    return [
        level
        for level in levels
        if [column for column, _ in level] == list(range(level[0][0], level[-1][0] + 1))
    ]


def _repeats(level: Sequence[Placed], width: int) -> bool:
    """True for different headings that stand again in the same order, group after group."""
    texts = [segment.text.strip() for _, segment in level]
    return len(set(texts)) == width and all(
        text == texts[index % width] for index, text in enumerate(texts)
    )


def _headings_over(
    columns: Sequence[Column],
    head: Sequence[Placed],
    spanning: Sequence[Spanning],
    level: Sequence[Placed],
    groups: Sequence[int],
    width: int,
) -> list[tuple[int, list[Segment]]] | None:
    """One heading on the next height above each group, cut between columns or not; None where
    there is not just one."""
    base, size = level[0][1].base, level[0][1].size
    first, last = groups[0], groups[-1] + width - 1
    above = [*head, *((column, segment) for column, segment, _ in spanning)]
    above = [
        (column, s) for column, s in above if s.base < base - _APART * size and column >= first
    ]
    if not above:
        return None
    lowest = max(segment.base for _, segment in above)
    above = [(c, s) for c, s in above if s.base > lowest - 0.3 * size and c <= last]
    found = []
    for group in groups:
        left, right = columns[group].x0 - size, columns[group + width - 1].x1 + size
        own = sorted((s for c, s in above if group <= c < group + width), key=lambda s: s.box.x0)
        if not own or own[0].box.x0 < left or own[-1].box.x1 > right:
            return None
        if any(b.box.x0 - a.box.x1 > _WORD * size for a, b in pairwise(own)):
            return None
        found.append((group, own))
    return found


def _widened(
    parts: Sequence[Segment], columns: Sequence[Column], first: int, width: int
) -> Segment:
    segment = segment_of([run for part in parts for run in part.runs])
    box = segment.box
    x0 = min(box.x0, columns[first].x0)
    x1 = max(box.x1, columns[first + width - 1].x1)
    return replace(segment, box=replace(box, x0=x0, x1=x1))


def _of_one_column(
    head: Sequence[Placed], spanning: Sequence[Spanning], pitch: float
) -> dict[int, Placed]:
    """Lines that reach into a neighbouring column and yet go on with, or lead to, the heading of
    one: they stand right above or below a line of it, with the same middle. By their identity."""
    found: dict[int, Placed] = {}
    for first, segment, over in spanning:
        near = {
            column
            for column, line in head
            if first <= column < first + over
            and abs(line.base - segment.base) <= _LINES * pitch
            and abs(_middle(line) - _middle(segment)) <= _SAME_MIDDLE * segment.size
            and line.box.x1 - line.box.x0 >= _AS_WIDE * (segment.box.x1 - segment.box.x0)
        }
        if len(near) == 1:
            found[id(segment)] = near.pop(), segment
    return found


def _middle(segment: Segment) -> float:
    return (segment.box.x0 + segment.box.x1) / 2


def header_rows(
    head: Sequence[Placed], spanning: Sequence[Spanning], rules: Sequence[float]
) -> list[Row]:
    """The header's rows: what stands under another cell, apart from it, is one row lower.

    A cell over several columns is above those that it stands over; cells beside both, such
    as the heading of the labels, count to the upper row.
    """
    if not head and not spanning:
        return []
    every = [*head, *((column, segment) for column, segment, _ in spanning)]
    size = every[0][1].size
    pitch = line_pitch(every, size)
    own = _of_one_column(head, spanning, pitch)
    head = [*head, *own.values()]
    spanning = [wide for wide in spanning if id(wide[1]) not in own]
    blocks = find_blocks(head, pitch, rules)
    for column, segment, over in sorted(spanning, key=lambda item: item[1].base):
        same = next(
            (
                b for b in blocks
                if b.over > 1 and b.column < column + over and column < b.column + b.over
                and segment.base - b.last <= 1.8 * size
            ),
            None,
        )  # fmt: skip
        if same is None:
            blocks.append(Block(column, [segment], over))
        else:
            same.lines.append(segment)
    rows: list[Row] = []
    taken: set[int] = set()
    for block in sorted(blocks, key=lambda block: (block.first + block.last) / 2):
        covered = set(range(block.column, block.column + block.over))
        if not rows or covered & taken:
            rows.append(Row(block.first))
            taken = set()
        taken |= covered
        for line in block.lines:
            rows[-1].add(block.column, line)
    return rows
