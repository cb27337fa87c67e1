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
from parsers.pdf_blocks import Placed, Row
from parsers.pdf_columns import (
    Column,
    are_numbers,
    find_columns,
    gaps_between,
    is_number,
    place,
    with_headings,
    with_leftovers,
    with_numbers_apart,
)
from parsers.pdf_headings import Spanning, body_start, header_rows
from parsers.pdf_rows import find_rows, first_word, rest_below
from parsers.pdf_table import table_of
from parsers.pdf_text import Segment, TextLine

_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""
_APART = 5.0
"""The same for two lines of several numbers."""
_HEADER_APART = 3.5
"""The same for a header of several pieces."""
_MIN_ROWS = 3
_ROW_OF_SCORES = 5
"""Numbers with decimals from which a single row is a table."""
_BETWEEN = 12
"""Lines without numbers that may stand between two with numbers."""
_TIGHT = 2.2
"""Times the type size that the lines of one cell are apart at most."""
_PROSE = 2
"""Lines of prose that may stand inside a table."""
_LOOK_BACK = 30
"""Lines above one that tell how wide its column is."""
_REST = 4
"""Lines below a table that may be the rest of its last row."""
_HEADER_LINES = 18
_INTERLEAVED = 0.9
"""Times the type size that a line is apart at least from one that does not stand beside it."""
_LARGER = 1.12
"""Times the type size of a table from which a line across it is a heading."""
_ALIKE = 2.5
"""Points by which edges of pieces in one column may differ."""
_ALIGNED = 3
"""Lines whose pieces begin at one place, from which they are columns of text."""
_NUMERIC = 0.6
"""Share of a column's pieces that are numbers, if it is a column of numbers."""
_YEAR = re.compile(r"(?:[2๒][0456๐๔๕๖]|[1๑][9๙])[\d๐-๙]{2}$")
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+$")
_COUNTED = re.compile(r"\(?[\d๐-๙]{1,2}[.)]\s?[^\d๐-๙]")
"""A line that begins with the number of an item is no rest of another's."""
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")


def unruled_tables(
    lines: Sequence[TextLine], page: int, rules: Sequence[tuple[float, float, float]] = ()
) -> tuple[list[Table], set[int]]:
    """The unruled tables among the lines of a page, and the ids of the lines they take."""
    tables: list[Table] = []
    used: set[int] = set()
    turned = [line for line in lines if _is_turned(line)]
    lines = [line for line in lines if not _is_turned(line)]
    upright = with_numbers_apart(lines)
    strong = _strong_lines(upright)
    taken = 0
    closing = _closing_rules(rules)
    for start, end in _runs(upright, strong, closing):
        above = [y for y in closing if y < lines[start].base]
        closed = sum(1 for line in lines if above and line.base < above[-1])
        limit = max(taken, closed)
        found = _table(upright, max(start, limit), end, limit, page, rules, turned)
        if found is None:
            continue
        table, first, after, heads = found
        tables.append(table)
        used |= {id(line) for line in (*lines[first:after], *heads)}
        taken = after
    return tables, used


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


def _strong_lines(lines: Sequence[TextLine]) -> list[bool]:
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
            strong.append(_stands_beside(lines, index))
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


def _close(above: TextLine, below: TextLine, limit: float = _NEAR) -> bool:
    return below.box.top - above.box.bottom <= limit * max(above.size, below.size)


def _closing_rules(rules: Sequence[tuple[float, float, float]]) -> list[float]:
    """The heights of the last rules of tables below which rules of other lengths begin."""
    extents: dict[tuple[float, float], list[float]] = {}
    for y, (x0, x1) in sorted(_whole_rules(rules).items()):
        near = ((a, b) for a, b in extents if abs(a - x0) <= _ALIKE and abs(b - x1) <= _ALIKE)
        extents.setdefault(next(near, (x0, x1)), []).append(y)
    often = sorted((min(ys), max(ys)) for ys in extents.values() if len(ys) > 1)
    return [end for (_, end), (start, _) in pairwise(often) if end < start]


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


def _runs(
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
        prose = 0
        while end < len(lines) and end - last <= _BETWEEN:
            rows = last == end - 1 and _shows_numbers(lines[last].segments)
            rows = rows and _shows_numbers(lines[end].segments)
            if not _close(lines[end - 1], lines[end], _APART if rows else _NEAR):
                break
            closed = any(lines[end - 1].base < y <= lines[end].base for y in closing)
            if closed or _begins_table(lines, start, end):
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


def _begins_table(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line of headings below whose like no numbers of the table above stand, and
    under which they do: the header of another table right below."""
    head = lines[at].segments
    if len(head) < 2 or any(is_number(s.text) for s in head) or at + 1 == len(lines):
        return False
    above = [s for line in lines[start:at] for s in _values(line)]
    below = _values(lines[at + 1])
    if not above or not below or not _close(lines[at], lines[at + 1]):
        return False
    return not any(
        s.box.x0 < other.box.x1 and other.box.x0 < s.box.x1 for s in below for other in above
    )


def _values(line: TextLine) -> list[Segment]:
    """The numbers of a line behind its first piece."""
    return [s for s in line.segments[1:] if is_number(s.text)]


def _parts_tables(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True for a line in larger type than the table above, and for one below which the header
    of that table stands again: a heading between two tables."""
    above = [line for line in lines[start:at] if len(line.segments) > 1]
    if lines[at].size > _LARGER * max(line.size for line in above):
        return True
    heads = [line.text for line in (*lines[max(0, start - 3) : start], *above[:2])]
    places = _shared([place for line in above for s in line.segments for place in _edges(s)])
    for line in lines[at + 1 : at + 4]:
        if len(line.segments) > 1 and not _shows_numbers(line.segments) and line.text in heads:
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
    """True for a row of several numbers with decimals, or two rows that end in one, under
    headings that stand over each of their pieces."""
    head, rows = rows[0], rows[1:]
    if not 0 < len(rows) < 3 or not _close(head, rows[0]) or len(head.segments) < 2:
        return False
    if any(is_number(s.text) for s in head.segments):
        return False
    scores = [s for row in rows for s in row.segments if _DECIMAL.match(s.text.strip())]
    if len(rows) == 1 and scores and all(is_number(s.text) for s in rows[0].segments):
        scores = list(rows[0].segments)
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


def _table(
    lines: Sequence[TextLine], start: int, end: int, limit: int, page: int,
    rules: Sequence[tuple[float, float, float]], turned: Sequence[TextLine],
) -> tuple[Table, int, int, list[TextLine]] | None:  # fmt: skip
    """The table around a run, the range of lines that it takes, and its turned headings."""
    rows: list[Sequence[Segment]] = [line.segments for line in lines[start:end]]
    rows = _from_numbers(rows) or rows
    columns = find_columns(rows)
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
    rows_above = header_rows(head, wide, levels)
    if heads and not rows_above:
        rows_above.append(Row(lines[start].box.top))
    for column, piece, _ in heads:
        rows_above[-1].add(column, piece)
    grid = [*rows_above, *found]
    return table_of(grid, columns, page), first, after, [line for *_, line in heads]


def _from_numbers(rows: Sequence[Sequence[Segment]]) -> list[Sequence[Segment]]:
    """The lines from the first with numbers on, years above others left out."""
    first = next((i for i, row in enumerate(rows) if _shows_numbers(row)), len(rows))
    return list(rows[first:])


def _shows_numbers(row: Sequence[Segment]) -> bool:
    return any(
        is_number(text) and not _YEAR.match(text) and not _ORDINAL.match(text)
        for text in (s.text.strip() for s in row)
    )


def _header_start(
    lines: Sequence[TextLine], start: int, limit: int, columns: Sequence[Column]
) -> int:
    """The first line of the header above a table: lines whose pieces stand over columns."""
    first = start
    for index in range(start - 1, max(limit, start - _HEADER_LINES) - 1, -1):
        line = lines[index]
        apart = _HEADER_APART if len(line.segments) > 1 else _NEAR
        if not _close(line, lines[index + 1], apart) or not _is_header(line, columns):
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
    return over == 1 or column > 0


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
        result += parts if kept else [segment]
    return result


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
    for segment in pieces:
        column, over = place(columns, segment)
        if over == 1:
            placed.append((column, segment))
        else:
            spanning.append((column, segment, over))
    return placed, spanning
