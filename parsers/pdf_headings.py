"""The header of a table without rules: where it ends, and its rows of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf_blocks import Block, Placed, Row
from parsers.pdf_columns import Column, is_number
from parsers.pdf_rows import find_blocks, line_pitch
from parsers.pdf_text import Segment

_YEAR = re.compile(r"(?:[2๒][0456๐๔๕๖]|[1๑][9๙])[\d๐-๙]{2}$")
_YEAR_LINES = 5
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
    top = heights[_year_levels([*levels.values()])]
    words = [s for c, s in placed if columns[c].numeric and not is_number(s.text) and s.base < top]
    above = [s.base for s in words] + [height for height in heights if height < top]
    if not above:
        return float("-inf")
    last = max(above)
    ruled = [rule for rule in rules if last < rule < top]
    return ruled[0] if ruled else last + 0.3 * words[0].size if words else last + 1.0


def _numbers_words(piece: Placed, placed: Sequence[Placed]) -> bool:
    """True for the number of an item whose words go on below it, as in a narrow heading."""
    column, segment = piece
    if not _ORDINAL.match(segment.text.strip()):
        return False
    below = [s for c, s in placed if c == column and s.base > segment.base]
    return bool(below) and not is_number(min(below, key=lambda s: s.base).text)


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
    blocks = find_blocks(head, line_pitch(every, size), rules)
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
