"""Rows of a table without rules between them.

Numbers stand on one line each, so they tell where rows are; the lines of a wrapped label
are put together by their spacing, and where rows stand as close as lines do, by how labels
stand beside their numbers (level with the first line, the middle or the last). What neither
tells stays a row of its own, so that no label comes to stand beside another's number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from parsers.pdf.alignment.beside import are_centred, by_first, by_last, by_middle, put_beside
from parsers.pdf.alignment.blocks import Block, Placed, Row
from parsers.pdf.alignment.columns import Column, is_number, place
from parsers.pdf.alignment.numbers import find_numbers, without_fragments
from parsers.pdf.text.lines import Segment

_SAME = 0.3
"""Times the type size by which things on one level may differ."""
_LOOSE = 1.12
"""Times the distance of a cell's lines from which lines are of two cells."""


def find_rows(
    columns: Sequence[Column], placed: Sequence[Placed], rules: Sequence[float],
    head: Sequence[Placed] = (),
) -> list[Row] | None:  # fmt: skip
    """The rows of a table's body, from top to bottom; None where it has no clear rows.

    ``rules`` are the heights of level rules that part rows; ``head`` are the pieces of the header.
    """
    size = sorted(s.size for _, s in placed)[len(placed) // 2]
    pitch = line_pitch(placed, size)
    numbers, others = find_numbers(columns, placed, max(1.75 * size, 1.15 * pitch))
    anchors = _levels(numbers, _SAME * size)
    own = _by_column(others)
    blocks = _blocks(own, pitch, rules)
    if anchors:
        anchors, blocks = _with_words(columns, anchors, blocks, _SAME * size)
    groups = _groups(anchors, blocks, _SAME * size, rules)
    if not anchors and len(groups) < 3:
        return None
    widths = {column: max([s.box.x1 - s.box.x0 for s in parts]) for column, parts in own.items()}
    above = [[s.base for s in parts] for parts in _by_column(head).values()]
    centred = are_centred(above, _SAME * size)
    rows: list[Row] = []
    for group_anchors, group_blocks in groups:
        rows += _rows_of(group_anchors, group_blocks, _SAME * size, widths, centred=centred)
    rows.sort(key=lambda row: row.level)
    return _with_middles(without_fragments(rows, max(1.75 * size, 1.15 * pitch)), _SAME * size)


def rest_below(
    columns: Sequence[Column],
    placed: Sequence[Placed],
    rules: Sequence[float],
    lines: Sequence[Sequence[Segment]],
) -> int:
    """How many of the lines below a table's body are the rest of its last row.

    They stand above the rule that ends the row, where every row ends in one, or the table, if
    it begins with two; or the labels, which stand beside the middle of their cells, are only
    whole with them.
    """
    size = sorted(s.size for _, s in placed)[len(placed) // 2]
    pitch = line_pitch(placed, size)
    tight = max(1.75 * size, 1.15 * pitch)
    pieces = _close_below(columns, lines, max(s.base for _, s in placed), tight)
    if not pieces:
        return 0
    numbers, others = find_numbers(columns, placed, tight)
    anchors = _levels(numbers, _SAME * size)
    if not anchors:
        return 0
    own = _by_column(others)
    headed = sum(rule < anchors[0].level for rule in rules) > 1
    if headed or _are_bands(anchors, rules):
        end = next((rule for rule in rules if rule > anchors[-1].level), float("-inf"))
        if end > anchors[-1].level:
            return sum(1 for line in pieces if line[0][1].base < end)
    levels = [anchor.level for anchor in anchors]
    found = 0
    for count, line in enumerate(pieces, 1):
        goes_on = all(
            _is_cut(levels, [*own.get(column, ())], [*own.get(column, ()), segment], _SAME * size)
            for column, segment in line
        )
        for column, segment in line:
            own.setdefault(column, []).append(segment)
        if goes_on:
            found = count
    return found


def _close_below(
    columns: Sequence[Column], lines: Sequence[Sequence[Segment]], above: float, tight: float
) -> list[list[Placed]]:
    """The first of some lines, as far as they stand close together and inside columns of words."""
    found: list[list[Placed]] = []
    for line in lines:
        pieces = [(place(columns, segment), segment) for segment in line]
        inside = all(
            over == 1
            and not columns[column].numeric
            and columns[column].x0 - segment.size <= segment.box.x0
            and segment.box.x1 <= columns[column].x1 + segment.size
            for (column, over), segment in pieces
        )
        if not inside or min(s.base for s in line) - above > tight:
            break
        above = max(s.base for s in line)
        found.append([(column, segment) for (column, _), segment in pieces])
    return found


def _is_cut(
    levels: list[float], lines: list[Segment], whole: list[Segment], reach: float
) -> bool:  # fmt: skip
    """True for labels that stand beside their numbers in no way as they are, and beside the
    middle of their cells with the lines below them."""
    if any(way(levels, lines, reach) is not None for way in (by_first, by_middle, by_last)):
        return False
    way = by_middle(levels, whole, reach)
    return way is not None and set(way) == set(range(len(levels)))


def _with_middles(rows: list[Row], reach: float) -> list[Row]:
    """The rows, one that stands in the middle between two of other columns put to the upper:
    cells merged over two rows, such as an instrument beside its indicators."""
    if len(rows) < 3:
        return rows
    whole = [row.level for row in rows if _is_whole(row)]
    largest = max((below - above for above, below in pairwise(whole)), default=0.0)
    kept = rows[:1]
    for row, below in zip(rows[1:], [*rows[2:], None], strict=True):
        above = kept[-1]
        middle = (
            below is not None
            and all(map(_is_whole, (above, row, below)))
            and not set(row.cells) & (set(above.cells) | set(below.cells))
            and (
                abs(above.level + below.level - 2 * row.level) <= reach
                or abs(min(_bases(above)) + max(_bases(below)) - 2 * row.level) <= reach
            )
            and below.level - above.level <= largest + reach
        )
        if middle:
            above.cells.update(row.cells)
        else:
            kept.append(row)
    return kept


def _bases(row: Row) -> list[float]:
    return [s.base for segments in row.cells.values() for s in segments]


def _is_whole(row: Row) -> bool:
    """True for a row with words and a number."""
    numbers = [is_number(s.text) for segments in row.cells.values() for s in segments]
    return any(numbers) and not all(numbers)


def _levels(numbers: Sequence[Block], reach: float) -> list[Row]:
    """Numbers on one level as a row; a column gives each row one number.

    A number broken over lines is level with all that stands beside any of them.
    """
    rows: list[Row] = []
    for block in sorted(numbers, key=lambda n: (n.first + n.last) / 2):
        row = rows[-1] if rows else None
        if row is not None and block.column not in row.cells and (
            block.first <= row.last + reach and row.first <= block.last + reach
        ):  # fmt: skip
            row.first, row.last = min(row.first, block.first), max(row.last, block.last)
            if len(block.lines) == 1:
                row.level = block.first
        else:
            middle = (block.first + block.last) / 2
            row = Row(middle, {}, block.first, block.last)
            rows.append(row)
        for line in block.lines:
            row.add(block.column, line)
    return rows


def _with_words(
    columns: Sequence[Column], anchors: list[Row], blocks: list[Block], reach: float
) -> tuple[list[Row], list[Block]]:
    """Also as rows: words on one level in most columns of numbers, as the ratings below totals;
    and the blocks that are left."""
    numeric = {index for index, column in enumerate(columns) if column.numeric}
    words = [b for b in blocks if b.column in numeric and b.first == b.last]
    found = list(anchors)
    taken: set[int] = set()
    for row in _levels(words, reach):
        if 2 * len(row.cells) <= len(numeric) or len(row.cells) < 2:
            continue
        if any(abs(row.level - other.level) <= reach for other in anchors):
            continue
        found.append(row)
        taken |= {id(line) for segments in row.cells.values() for line in segments}
    left = [b for b in blocks if id(b.lines[0]) not in taken]
    return sorted(found, key=lambda row: row.level), left


def line_pitch(lines: Sequence[Placed], size: float) -> float:
    """The distance of lines inside one cell: the least that lines of a column have, however many
    columns stand beside it whose cells have one line each."""
    least = []
    for own in _by_column(lines).values():
        distances = [line.base - before.base for before, line in pairwise(own)]
        distances = sorted(distance for distance in distances if distance >= 0.9 * size)
        least += distances[len(distances) // 40 :][:1]
    return min([*least, 2.0 * size]) if least else 1.5 * size


def _by_column(lines: Sequence[Placed]) -> dict[int, list[Segment]]:
    columns: dict[int, list[Segment]] = {}
    for column, segment in sorted(lines, key=lambda p: (p[1].base, p[1].box.x0)):
        columns.setdefault(column, []).append(segment)
    return columns


def find_blocks(lines: Sequence[Placed], pitch: float, rules: Sequence[float]) -> list[Block]:
    """Lines of one column that stand as close as the lines of one cell."""
    return _blocks(_by_column(lines), pitch, rules)


def _blocks(
    columns: Mapping[int, Sequence[Segment]], pitch: float, rules: Sequence[float]
) -> list[Block]:
    blocks: list[Block] = []
    for column, own in columns.items():
        for segment in own:
            last = blocks[-1] if blocks and blocks[-1].column == column else None
            near = last is not None and segment.base - last.last <= _LOOSE * pitch
            if last is not None and near and not _between(rules, last.last, segment.base):
                last.lines.append(segment)
            else:
                blocks.append(Block(column, [segment]))
    return blocks


def _between(rules: Sequence[float], above: float, below: float) -> bool:
    return any(above < rule < below for rule in rules)


def _groups(
    anchors: Sequence[Row], blocks: Sequence[Block], reach: float, rules: Sequence[float]
) -> list[tuple[list[Row], list[Block]]]:
    """Numbers and blocks of lines that stand beside each other, or between the same rules."""
    items: list[tuple[float, float, Row | Block]] = [(a.first, a.last, a) for a in anchors]
    items += [(block.first, block.last, block) for block in blocks]
    items.sort(key=lambda item: item[:2])
    banded = _are_bands(anchors, rules)
    groups: list[tuple[list[Row], list[Block]]] = []
    end = float("-inf")
    for first, last, item in items:
        apart = _between(rules, end, first) if banded else first > end + reach
        if apart or not groups:
            groups.append(([], []))
            end = last
        if isinstance(item, Row):
            groups[-1][0].append(item)
        else:
            groups[-1][1].append(item)
        end = max(end, last)
    return groups


def _are_bands(anchors: Sequence[Row], rules: Sequence[float]) -> bool:
    """True where a rule stands between every two neighbouring rows of numbers."""
    if len(anchors) < 2 or not rules:
        return False
    return all(_between(rules, above.level, below.level) for above, below in pairwise(anchors))


def _rows_of(
    anchors: list[Row], blocks: list[Block], reach: float, widths: dict[int, float],
    *, centred: bool,
) -> list[Row]:  # fmt: skip
    if _are_one(anchors):
        row = Row(anchors[0].level if anchors else min(block.first for block in blocks))
        for part in anchors:
            row.cells.update(part.cells)
        for block in sorted(blocks, key=lambda block: block.first):
            for segment in block.lines:
                row.add(block.column, segment)
        return [row]
    extra: list[Row] = []
    for column in sorted({block.column for block in blocks}):
        lines = sorted(
            (s for block in blocks if block.column == column for s in block.lines),
            key=lambda s: s.base,
        )
        extra += put_beside(anchors, column, lines, reach, widths[column], centred=centred)
    return [*anchors, *_on_levels(extra, reach)]


def _are_one(anchors: Sequence[Row]) -> bool:
    """True for numbers that may be one row: no column has two of them."""
    columns = [column for anchor in anchors for column in anchor.cells]
    return len(columns) == len(set(columns))


def _on_levels(rows: list[Row], reach: float) -> list[Row]:
    """Rows of single pieces, those on one level put together."""
    together: list[Row] = []
    for row in sorted(rows, key=lambda row: row.level):
        if together and row.level - together[-1].level <= reach:
            for column, segments in row.cells.items():
                for segment in segments:
                    together[-1].add(column, segment)
        else:
            together.append(row)
    return together
