"""Rows of words without rules between them, told by the spacing of their lines.

The lines of one cell stand below each other at one distance, which the type sets exactly;
between rows stands another, be it by little. What stands beside a cell's lines is of its row,
whether cells begin level or stand in the middle. No columns need to be known for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from parsers.pdf.alignment.columns import is_number
from parsers.pdf.text.chars import COLUMN_GAP
from parsers.pdf.text.lines import Segment

_EXACT = (0.3, 0.04)
"""Points by which the distances of lines in cells of one type may differ: usually, and where
rows stand hardly further apart than lines do."""
_LEVEL = 0.3
"""Times the type size by which pieces on one level may differ."""
_LEAST, _MOST = 0.95, 2.3
"""Times the type size that lines of one cell may be apart."""
_BESIDE = 1.0
"""Points by which pieces above each other must overlap."""
_CLOSER = 0.9
"""Share of the distance of lines that bands are apart at least."""
_CANDIDATES = 4
"""Distances that are tried as that of lines in a cell."""
_HALF = 0.9
"""Times the type size up to which lines stand between those of other cells."""
_FEW_CELLS = 3
_SEVERAL = 3
_SHORT = 0.6
"""Share of its column that a line fills after which a word had room."""
_LONG = 0.25
"""Share of the page's width from which a rule parts rows."""

_NUMBERED = re.compile(r"\(?(\d{1,2})(?:\s*[.)]\s*(?!\d)|$)")

Rule = tuple[float, float, float]
"""Height, and from where to where a level rule runs."""


@dataclass
class Band:
    """Cells beside each other, each as its lines; nothing is added once it was looked at."""

    blocks: list[list[Segment]]

    @cached_property
    def first(self) -> float:
        return min(block[0].base for block in self.blocks)

    @cached_property
    def last(self) -> float:
        return max(block[-1].base for block in self.blocks)

    @cached_property
    def size(self) -> float:
        return max(block[0].size for block in self.blocks)

    @cached_property
    def pieces(self) -> list[Segment]:
        return [piece for block in self.blocks for piece in block]

    @cached_property
    def extents(self) -> list[tuple[float, float]]:
        """What its pieces cover from left to right."""
        return covered((piece.box.x0, piece.box.x1) for piece in self.pieces)


def covered(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The extents that spans cover, those that touch as one."""
    found: list[tuple[float, float]] = []
    for x0, x1 in sorted(spans):
        if found and x0 <= found[-1][1] + _BESIDE:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def find_bands(pieces: Sequence[Segment], rules: Sequence[Rule]) -> list[Band]:
    """The bands of a page from top to bottom.

    Of the distances that lines often have, that one is the lines' in cells by which most
    cells of a band stand level, at their first lines, in the middle or at the last.
    """
    bands: list[Band] = []
    for own in _by_size(pieces):
        links = _links(own, rules)
        bands += _best(_readings(own, links, rules))
    return sorted(bands, key=lambda band: band.first)


def _best(readings: Iterable[tuple[float, list[Band]]]) -> list[Band]:
    """The first of the readings with the fewest faults; none is asked for after one without."""
    left = iter(readings)
    pitch, best = next(left)
    other = next(left, None)
    fewest = faults(pitch, best) if other else 0.0
    while other and fewest:
        found = faults(*other)
        if found < fewest:
            best, fewest = other[1], found
        other = next(left, None) if fewest else None
    return best


def _readings(
    pieces: Sequence[Segment], links: Sequence[tuple[Segment, Segment]], rules: Sequence[Rule]
) -> Iterator[tuple[float, list[Band]]]:
    """The bands by each distance that may be that of lines, the usual one first."""
    distances = [below.base - above.base for above, below in links]
    for exact in _EXACT if _stand_between(pieces) else _EXACT[:1]:
        for pitch in _pitches(distances, exact):
            near = [(a, b) for a, b in links if abs(b.base - a.base - pitch) <= exact]
            yield pitch, _grouped(_blocks(pieces, near), rules)
    if not distances or _count_on(pieces):
        yield 0.0, _grouped([[piece] for piece in pieces], rules)


def _count_on(pieces: Sequence[Segment]) -> bool:
    """True where the lines below the first number themselves one by one: rows of one line."""
    levels: list[Segment] = []
    beside = 0
    for piece in pieces:
        if levels and piece.base - levels[-1].base <= _LEVEL * piece.size:
            beside += 1
        else:
            levels.append(piece)
    numbers = [_leading_number(piece.text) for piece in levels]
    first = next((at for at, number in enumerate(numbers) if number), len(numbers))
    counted = numbers[first:]
    ordered = all(two == one + 1 for one, two in pairwise(counted))
    return len(counted) >= _SEVERAL and ordered and beside >= 2 * len(counted)


def _leading_number(text: str) -> int:
    """The number that a text begins with as the number of a row; 0 for none."""
    hit = _NUMBERED.match(text.strip())
    return int(hit.group(1)) if hit else 0


def _stand_between(pieces: Sequence[Segment]) -> bool:
    """True where cells stand in the middle of their rows: some lines at half the distance of
    others. Cells that begin level are not told apart by hairs, which programs round."""
    heights = [piece.base for piece in pieces]
    steps = [b - a for a, b in pairwise(heights)]
    size = pieces[0].size
    return sum(1 for step in steps if _LEVEL * size < step < _HALF * size) >= _SEVERAL


def _by_size(pieces: Sequence[Segment]) -> list[list[Segment]]:
    """Pieces of one type size each, sizes that hardly differ being one."""
    groups: list[list[Segment]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.size, piece.base, piece.box.x0)):
        if groups and piece.size <= 1.04 * groups[-1][0].size:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [sorted(group, key=lambda piece: (piece.base, piece.box.x0)) for group in groups]


def _links(
    pieces: Sequence[Segment], rules: Sequence[Rule]
) -> list[tuple[Segment, Segment]]:  # fmt: skip
    """Pieces with the nearest one that stands right below."""
    found = []
    places = [(piece.base, piece.box.x0, piece.box.x1) for piece in pieces]
    for index, above in enumerate(pieces):
        base, x0, x1 = places[index]
        level, most, wide = _LEVEL * above.size, _MOST * above.size, x1 - x0 > _BESIDE
        for at in range(index + 1, len(places)):
            lower, left, right = places[at]
            distance = lower - base
            if distance > most:
                break
            beside = x1 - left > _BESIDE < right - x0 and wide and right - left > _BESIDE
            if distance <= level or not beside:
                continue
            below = pieces[at]
            if distance >= _LEAST * above.size and not _ruled_off(rules, above, below):
                found.append((above, below))
            break
    return found


def _ruled_off(rules: Sequence[Rule], above: Segment, below: Segment) -> bool:
    left, right = max(above.box.x0, below.box.x0), min(above.box.x1, below.box.x1)
    return any(above.base < y < below.base and x0 <= right and x1 >= left for y, x0, x1 in rules)


def _pitches(distances: Sequence[float], exact: float) -> list[float]:
    """The distances that lines have most often, the most usual first."""
    left = sorted(distances)
    found: list[float] = []
    while left and len(found) < _CANDIDATES:
        best, near = _most_near(left, exact)
        found.append(sum(near) / len(near))
        left = [other for other in left if abs(best - other) > 2 * exact]
    return found


def _most_near(ordered: Sequence[float], exact: float) -> tuple[float, Sequence[float]]:
    """The first of some rising numbers with the most near it, and those."""
    best, begin, end = ordered[0], 0, 0
    first = after = 0
    for one in ordered:
        while one - ordered[first] > exact:
            first += 1
        while after < len(ordered) and ordered[after] - one <= exact:
            after += 1
        if after - first > end - begin:
            best, begin, end = one, first, after
    return best, ordered[begin:end]


def _blocks(
    pieces: Sequence[Segment], links: Sequence[tuple[Segment, Segment]]
) -> list[list[Segment]]:
    """The pieces in chains of links."""
    owner = {id(piece): [piece] for piece in pieces}
    for above, below in links:
        one, two = owner[id(above)], owner[id(below)]
        if one is two:
            continue
        one += two
        for piece in two:
            owner[id(piece)] = one
    distinct = {id(block): block for block in owner.values()}
    return [sorted(block, key=lambda piece: piece.base) for block in distinct.values()]


def _grouped(blocks: Sequence[list[Segment]], rules: Sequence[Rule]) -> list[Band]:
    """Blocks that stand beside each other as bands."""
    bands: list[Band] = []
    end = float("-inf")
    for block in sorted(blocks, key=lambda block: (block[0].base, block[0].box.x0)):
        first, reach = block[0].base, _LEVEL * block[0].size
        if not bands or first > end + reach or any(end < y < first for y, *_ in rules):
            bands.append(Band([]))
            end = block[-1].base
        bands[-1].blocks.append(block)
        end = max(end, block[-1].base)
    return bands


def faults(pitch: float, bands: Sequence[Band]) -> float:
    """How little a reading of the page fits: cells that stand unclearly in their bands, lines
    right below each other in every cell of a band, and bands that stand closer to each other
    than lines do."""
    close = sum(below.first - above.last < _CLOSER * pitch for above, below in pairwise(bands))
    wide = [band for band in bands if len(band.extents) > 1]
    filled = sum(len(band.blocks) for band in wide if band.last > band.first and _is_filled(band))
    return unclear(bands) + (close + filled) / max(1, sum(len(band.blocks) for band in wide))


def unclear(bands: Sequence[Band]) -> float:
    """Share of the cells of bands that are not level with them, not whole, or two in one."""
    wrong, cells = 0, 0
    for band in bands:
        if len(band.extents) < 2:
            continue
        cells += len(band.blocks)
        wrong += sum(not _is_clear(band, extent) for extent in band.extents)
        wrong += sum(map(_is_parted, band.blocks)) + _bridges(band)
    return wrong / max(1, cells)


def _bridges(band: Band) -> int:
    """How many of a band's first and last lines run over several columns of the others: heads
    of rows, which are no lines of their cells."""
    pieces = band.pieces
    ends = [
        [piece for piece in pieces if abs(piece.base - level) <= _BESIDE]
        for level in (band.first, band.last)
    ]
    alone = [own[0] for own in ends if len(own) == 1]
    rest = [piece.box for piece in pieces if not any(piece is one for one in alone)]
    extents = covered((box.x0, box.x1) for box in rest)
    return sum(
        sum(min(one.box.x1, b) - max(one.box.x0, a) > _BESIDE for a, b in extents) > 1
        for one in alone
    )


def _is_clear(band: Band, extent: tuple[float, float]) -> bool:
    """True for a cell that begins, ends or has its middle where its band does, all its lines
    being of one."""
    first, last, reach = band.first, band.last, _LEVEL * band.size
    own = sorted(
        (block for block in band.blocks if _is_inside(block, extent)),
        key=lambda block: block[0].base,
    )
    top, bottom = own[0][0].base, max(block[-1].base for block in own)
    level = (
        abs(top - first) <= reach
        or abs(top + bottom - first - last) <= 2 * reach
        or abs(bottom - last) <= reach
    )
    return level and all(below[0].base - above[-1].base <= reach for above, below in pairwise(own))


def _is_inside(block: Sequence[Segment], extent: tuple[float, float]) -> bool:
    return extent[0] <= block[0].box.x0 <= extent[1]


def _is_parted(block: Sequence[Segment]) -> bool:
    """True for lines that stand beside each other as in two columns."""
    return any(
        abs(one.base - other.base) <= _LEVEL * one.size
        and max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1) > COLUMN_GAP * one.size
        for one, other in pairwise(block)
    )


def _is_filled(band: Band) -> bool:
    """True for rows of single lines rather than cells of several: numbers below each other, or
    cells of as many lines each, with room for more words in some."""
    columns = [
        [piece for piece in band.pieces if x0 <= piece.box.x0 <= x1] for x0, x1 in band.extents
    ]
    if any(_are_numbers(own) for own in columns):
        return True
    if len(columns) < _FEW_CELLS or len({len(own) for own in columns}) > 1:
        return False
    return any(
        _has_room(above, below, x1 - x0)
        for x0, x1 in band.extents
        for block in band.blocks
        if _is_inside(block, (x0, x1))
        for above, below in pairwise(block)
    )


def _has_room(above: Segment, below: Segment, width: float) -> bool:
    """True for a short line after which all of the next one had room."""
    one, two = above.box.x1 - above.box.x0, below.box.x1 - below.box.x0
    return one < _SHORT * width and one + two <= width


def _are_numbers(pieces: Sequence[Segment]) -> bool:
    """True for several numbers, but for a heading over them."""
    numbers = sum(1 for piece in pieces if is_number(piece.text))
    return numbers >= _SEVERAL and numbers >= len(pieces) - 2


def long_rules(rules: Sequence[Rule], width: float) -> list[Rule]:
    """The rules that are long enough to part rows, in one piece or several."""
    from parsers.pdf.ruled.cells import merged

    return [rule for rule in merged(rules) if rule[2] - rule[1] >= _LONG * width]
