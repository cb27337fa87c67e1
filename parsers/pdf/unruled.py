"""Tables without rules, or with a few: columns and rows told by how their text is aligned.

A table is a run of lines that stand in pieces below each other. Above its first row of
numbers stands its header, whose cells may be of several lines and over several columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.model import Table
from parsers.pdf.blocks import Placed, Row
from parsers.pdf.columns import (
    Column,
    are_numbers,
    find_columns,
    gaps_between,
    is_number,
    parted_at,
    place,
    with_headings,
    with_leftovers,
    with_numbers_apart,
)
from parsers.pdf.headings import Spanning, body_start, header_rows, with_groups
from parsers.pdf.rows import find_rows, first_word, rest_below
from parsers.pdf.runs import are_close, closing_rules, find_runs, shows_numbers, strong_lines
from parsers.pdf.table import table_of
from parsers.pdf.text import Segment, TextLine
from parsers.pdf.zebra import Zebra

_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""
_HEADER_APART = 3.5
"""The same for a header of several pieces."""
_TIGHT = 2.2
"""Times the type size that the lines of one cell are apart at most."""
_LOOK_BACK = 30
"""Lines above one that tell how wide its column is."""
_REST = 4
"""Lines below a table that may be the rest of its last row."""
_HEADER_LINES = 18
_INTERLEAVED = 0.9
"""Times the type size that a line is apart at least from one that does not stand beside it."""
_ALIKE = 2.5
"""Points by which edges of pieces in one column may differ."""
_ALIGNED = 3
"""Lines whose pieces begin at one place, from which they are columns of text."""
_MIDDLE = 2.0
"""Points, twice those by which the middles of pieces in one column may differ."""
_NUMERIC = 0.6
"""Share of a column's pieces that are numbers, if it is a column of numbers."""
_COUNTED = re.compile(r"\(?[\d๐-๙]{1,2}[.)]\s?[^\d๐-๙]")
"""A line that begins with the number of an item is no rest of another's."""
_ORDER = "ที่"
_NAMED = re.compile(r"\s*[\d๐-๙]{1,2}\s+[^\s\d๐-๙]")
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")


def unruled_tables(
    lines: Sequence[TextLine],
    page: int,
    rules: Sequence[tuple[float, float, float]] = (),
    painted: Sequence[Zebra] = (),
) -> tuple[list[Table], set[int]]:
    """The unruled tables among the lines of a page, and the ids of the lines they take.

    ``painted``: tables of painted rows, whose sides are among the level rules, and end nothing.
    """
    tables: list[Table] = []
    used: set[int] = set()
    turned = [line for line in lines if _is_turned(line)]
    lines = [line for line in lines if not _is_turned(line)]
    upright = with_numbers_apart(lines)
    strong = strong_lines(upright)
    taken = 0
    closing = closing_rules(rules, [zebra.box for zebra in painted])
    for start, end in find_runs(upright, strong, closing):
        above = [y for y in closing if y < lines[start].base]
        closed = sum(1 for line in lines if above and line.base < above[-1])
        limit = max(taken, closed)
        edges = _edges_of(painted, upright[start:end])
        found = _table(upright, max(start, limit), end, limit, page, rules, turned, edges)
        if found is None:
            continue
        table, first, after, heads = found
        tables.append(table)
        used |= {id(line) for line in (*lines[first:after], *heads)}
        taken = after
    return tables, used


def _edges_of(painted: Sequence[Zebra], lines: Sequence[TextLine]) -> Sequence[float]:
    """The edges of columns that the painted rows of a table show, if there are any."""
    held = (z for z in painted if 2 * sum(z.holds(line.box) for line in lines) > len(lines))
    return next((zebra.edges for zebra in held), ())


def _is_turned(line: TextLine) -> bool:
    return any(run.turn for segment in line.segments for run in segment.runs)


def _turned_heads(
    turned: Sequence[TextLine], columns: Sequence[Column], top: float
) -> list[tuple[int, Segment, TextLine]]:
    """Turned lines above a table, each over one of its columns, beside one that ends right
    above it."""
    heads = []
    ends = [x for x in turned if -x.size <= top - x.box.bottom <= _HEADER_APART * x.size]
    highest = min((line.box.top for line in ends), default=top)
    for line in turned:
        x = (line.box.x0 + line.box.x1) / 2
        over = [i for i, c in enumerate(columns) if c.x0 - line.size <= x <= c.x1 + line.size]
        if not over or not highest < line.box.bottom <= top + line.size:
            continue
        column = min(over, key=lambda i: abs((columns[i].x0 + columns[i].x1) / 2 - x))
        piece = replace(line.segments[0], text=line.text, box=line.box, base=line.box.bottom)
        heads.append((column, piece, line))
    return sorted(heads, key=lambda head: (head[0], head[2].box.x0))


def _beside_heads(
    lines: Sequence[TextLine],
    start: int,
    limit: int,
    columns: Sequence[Column],
    heads: Sequence[TextLine],
) -> int:
    """The first of the lines right above a table that stand level with its turned headings."""
    top = min((line.box.top for line in heads), default=float("inf"))
    first = start
    while first > limit and lines[first - 1].box.bottom > top:
        if any(place(columns, s)[1] > 1 for s in lines[first - 1].segments):
            break
        first -= 1
    return first


def _table(
    lines: Sequence[TextLine], start: int, end: int, limit: int, page: int,
    rules: Sequence[tuple[float, float, float]], turned: Sequence[TextLine],
    edges: Sequence[float],
) -> tuple[Table, int, int, list[TextLine]] | None:  # fmt: skip
    """The table around a run, the range of lines that it takes, and its turned headings."""
    rows: list[Sequence[Segment]] = [line.segments for line in lines[start:end]]
    rows = _from_numbers(rows) or rows
    columns = parted_at(find_columns(rows), edges, rows)
    if len(columns) < 2:
        return None
    first = _header_start(lines, start, limit, columns)
    heads = _turned_heads(turned, columns, lines[start].box.top)
    first = min(first, _beside_heads(lines, start, limit, columns, [line for *_, line in heads]))
    pieces = [s for line in lines[first:end] for s in line.segments]
    columns = with_leftovers(with_headings(columns, pieces), pieces)
    after = _rest_end(lines, end, columns, _with_kinds(columns, pieces))
    pieces = [s for line in lines[first:after] for s in line.segments]
    columns = _with_kinds(columns, pieces)
    levels = _row_rules(rules, columns)
    placed, spanning = _placed(columns, _cut(columns, pieces))
    edge = body_start(columns, placed, levels)
    head = [p for p in placed if p[1].base < edge]
    body = [p for p in placed if p[1].base >= edge]
    wide = [p for p in spanning if p[1].base < edge]
    body += [(column, s) for column, s, _ in spanning if s.base >= edge]
    if not body:
        return None
    rest = lines[after : after + _REST]
    rest = rest[: rest_below(columns, body, levels, [line.segments for line in rest])]
    body += [(place(columns, s)[0], s) for line in rest for s in line.segments]
    after += len(rest)
    found = find_rows(columns, body, levels)
    if found is None:
        return None
    for column in _cut_short(lines, after, columns):
        found[-1].cells.pop(column, None)
    heads = _turned_heads(turned, columns, lines[start].box.top)
    rows_above = header_rows(*with_groups(columns, head, wide), levels)
    if heads and not rows_above:
        rows_above.append(Row(lines[start].box.top))
    for column, piece, _ in heads:
        rows_above[-1].add(column, piece)
    grid = [*rows_above, *found]
    return table_of(grid, columns, page), first, after, [line for *_, line in heads]


def _from_numbers(rows: Sequence[Sequence[Segment]]) -> list[Sequence[Segment]]:
    """The lines from the first with numbers on, years above others left out."""
    first = next((i for i, row in enumerate(rows) if shows_numbers(row)), len(rows))
    return list(rows[first:])


def _header_start(
    lines: Sequence[TextLine], start: int, limit: int, columns: Sequence[Column]
) -> int:
    """The first line of the header above a table: lines whose pieces stand over columns."""
    first = start
    for index in range(start - 1, max(limit, start - _HEADER_LINES) - 1, -1):
        line = lines[index]
        apart = _HEADER_APART if len(line.segments) > 1 else _NEAR
        if not are_close(line, lines[index + 1], apart) or not _is_header(line, columns):
            break
        first = index
    while first < start and _is_caption(lines[first], columns):
        line, below = lines[first], lines[first + 1]
        if below.base - line.base < _INTERLEAVED * line.size:
            break
        if _begins_row(line, lines[start], columns):
            break
        first += 1
    return first


def _begins_row(line: TextLine, row: TextLine, columns: Sequence[Column]) -> bool:
    """True for the first line of a wrapped label beside whose middle the first number stands."""
    labelled = any(place(columns, s)[0] == 0 for s in row.segments)
    return not labelled and row.base - line.base <= 1.2 * line.size


def _is_header(line: TextLine, columns: Sequence[Column]) -> bool:
    left, right = columns[0].x0, columns[-1].x1
    if line.box.x0 < left - 6 * line.size or line.box.x1 > right + 10 * line.size:
        return False
    if len(line.segments) > 1:
        return True
    column, over = place(columns, line.segments[0])
    if over > 1 and column > 0:
        return line.box.x0 >= (columns[column - 1].x1 + columns[column].x0) / 2
    return over == 1


def _is_caption(line: TextLine, columns: Sequence[Column]) -> bool:
    """True for a line alone above the first column or above the whole table."""
    if len(line.segments) > 1:
        return False
    return place(columns, line.segments[0])[0] == 0


def _rest_end(
    lines: Sequence[TextLine], end: int, columns: Sequence[Column], kinds: Sequence[Column]
) -> int:
    """After the last line: also the wrapped rest of the last row's cells, and of its numbers."""
    after = end
    while after < len(lines):
        line, before = lines[after], lines[after - 1]
        tight = line.base - before.base <= _TIGHT * line.size
        if tight and are_numbers(kinds, line.segments):
            after += 1
            continue
        fits = all(
            place(columns, s)[1] == 1 and not columns[place(columns, s)[0]].numeric
            for s in line.segments
        )
        goes_on = fits and _continues(lines, after, columns)
        if not (tight and (goes_on or _is_row_of_words(line, columns))):
            break
        after += 1
    return after


def _is_row_of_words(line: TextLine, columns: Sequence[Column]) -> bool:
    """True for a row with a word in every column, as a row of ratings below totals."""
    places = [place(columns, segment) for segment in line.segments]
    return len(columns) > 2 and all(over == 1 for _, over in places) and (
        {column for column, _ in places} == set(range(len(columns)))
    )  # fmt: skip


def _cut_short(
    lines: Sequence[TextLine], after: int, columns: Sequence[Column]
) -> list[int]:  # fmt: skip
    """Columns of words in which a line right below the table may go on with its last row,
    though it does not look like it: half a label is worse than none."""
    if not 0 < after < len(lines):
        return []
    line = lines[after]
    if line.base - lines[after - 1].base > _TIGHT * line.size or _COUNTED.match(line.text):
        return []
    places = [(place(columns, s), s) for s in line.segments]
    inside = all(
        over == 1 and s.box.x0 >= columns[column].x0 - 2 and s.box.x1 <= columns[column].x1 + 2
        for (column, over), s in places
    )
    if not inside or any(columns[column].numeric for (column, _), _ in places):
        return []
    return [column for (column, _), _ in places]


def _continues(lines: Sequence[TextLine], index: int, columns: Sequence[Column]) -> bool:
    """True where each piece of a line stands under a piece that fills its column."""
    for segment in lines[index].segments:
        column = columns[place(columns, segment)[0]]
        above = [
            s
            for line in lines[max(0, index - _LOOK_BACK) : index]
            for s in line.segments
            if s.box.x0 < column.x1 and s.box.x1 > column.x0
        ]
        if not above or segment.box.x1 > column.x1 + segment.size:
            return False
        room = max(s.box.x1 - s.box.x0 for s in above if s.box.x1 <= column.x1 + s.size)
        if above[-1].box.x1 - above[-1].box.x0 + first_word(segment) < 0.97 * room:
            return False
    return True


def _with_kinds(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Column]:
    """The columns, each told whether it holds numbers."""
    numbers = [0] * len(columns)
    others = [0] * len(columns)
    bases = [s.base for s in pieces if is_number(s.text) and not _ORDINAL.match(s.text.strip())]
    bases = bases or [s.base for s in pieces if is_number(s.text)]
    first, lowest = min(bases, default=0.0), max(bases, default=0.0)
    for segment in pieces:
        column, over = place(columns, segment)
        if over > 1 or not first - segment.size < segment.base <= lowest + segment.size:
            continue
        (numbers if is_number(segment.text) else others)[column] += 1
    return [
        replace(column, numeric=n > 0 and n >= _NUMERIC * (n + o))
        for column, n, o in zip(columns, numbers, others, strict=True)
    ]


def _row_rules(
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


def _cut(columns: Sequence[Column], pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces, those over several columns cut at clear spaces between the columns.

    In the rows of numbers only what makes numbers stand alone is cut.
    """
    numbers = [s.base for s in pieces if is_number(s.text)]
    first, last = min(numbers, default=0.0), max(numbers, default=0.0)
    result: list[Segment] = []
    for segment in pieces:
        gaps = gaps_between(columns, segment) if place(columns, segment)[1] > 1 else []
        parts = segment.cut(gaps) if gaps else [segment]
        inside = first - 0.3 * segment.size <= segment.base <= last + 0.3 * segment.size
        kept = not inside or any(is_number(part.text) for part in parts)
        kept = kept or all(_is_aligned(part, pieces) for part in parts[1:])
        kept = kept and not any(_is_ordinal(a, b) for a, b in pairwise(parts))
        result += parts if kept else [segment]
    return result


def _is_ordinal(left: Segment, right: Segment) -> bool:
    """True for parts of one name, as of the 6th item: a number with words behind it belongs to
    the word before."""
    return left.text.rstrip().endswith(_ORDER) and bool(_NAMED.match(right.text))


def _is_aligned(part: Segment, pieces: Sequence[Segment]) -> bool:
    """True for a part of a piece that begins, or has its middle, where several pieces do."""
    level = [
        other
        for other in pieces
        if abs(other.box.x0 - part.box.x0) <= 1.0
        or abs(other.box.x0 + other.box.x1 - part.box.x0 - part.box.x1) <= 2.0
    ]
    return len(level) >= _ALIGNED


def _placed(
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
    for column, segment, over in wide:
        own = _own_column(placed, column, segment) if over == 2 else None
        if own is None:
            spanning.append((column, segment, over))
        else:
            placed.append((own, _inside(columns[own], segment)))
    return placed, spanning


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
