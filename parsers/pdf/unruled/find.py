"""Tables without rules, or with a few: columns and rows told by how their text is aligned.

A table is a run of lines that stand in pieces below each other. Above its first row of
numbers stands its header, whose cells may be of several lines and over several columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import is_

from parsers.model import Table
from parsers.pdf.alignment.blocks import Placed, Row
from parsers.pdf.alignment.columns import (
    Column,
    Columns,
    find_columns,
    is_number,
    parted_at,
    place,
    with_headings,
    with_leftovers,
    with_words,
)
from parsers.pdf.alignment.glued import years_apart
from parsers.pdf.alignment.rows import find_rows, rest_below
from parsers.pdf.alignment.table import table_of
from parsers.pdf.alignment.zebra import Zebra
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.unruled.aligned import with_columns_apart
from parsers.pdf.unruled.apart import with_numbers_apart
from parsers.pdf.unruled.carried import (
    Carried,
    Ended,
    at_starts,
    ended,
    find_carried,
    header_again,
)
from parsers.pdf.unruled.groups import group_headings
from parsers.pdf.unruled.headings import body_start, header_rows, with_groups
from parsers.pdf.unruled.heads import heads_apart
from parsers.pdf.unruled.lone import without_lone
from parsers.pdf.unruled.looks import shows_numbers
from parsers.pdf.unruled.marks import without_marks
from parsers.pdf.unruled.parting import begins_another
from parsers.pdf.unruled.placing import cut_between, place_all, row_rules
from parsers.pdf.unruled.reach import cut_short, header_start, rest_end
from parsers.pdf.unruled.runs import closing_rules, find_runs, is_below_headings, strong_lines
from parsers.pdf.unruled.shifted import with_headings_beside
from parsers.pdf.unruled.staggered import are_staggered
from parsers.pdf.unruled.touching import touching_apart
from parsers.pdf.unruled.turned import beside_heads, is_turned, turned_heads

_HEAD = 3
"""Lines, such as running heads, above a table that goes on from the page before."""
_REST = 4
"""Lines below a table that may be the rest of its last row."""
_NUMERIC = 0.6
"""Share of a column's pieces that are numbers, if it is a column of numbers."""
_WITHIN = re.compile(r"[ก-๎A-Za-z)]\s*[\d๐-๙]{1,3}\.[\d๐-๙]{2}(?![\d๐-๙])")
"""A number behind a label's words."""
_LOST = 3
"""Numbers of a table that may have no row: parts of some that narrow cells broke."""
_LOST_SHARE = 0.25
"""Share of its numbers that may."""
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]{2}$")
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")

Rule = tuple[float, float, float]
"""Height, and from where to where a level rule runs."""


@dataclass(frozen=True, slots=True)
class UnruledTables:
    """The unruled tables of a page, and what they take of it."""

    tables: Sequence[Table]
    used: frozenset[int]
    """The ids of the lines that they take."""
    last: Ended | None = None
    """The table that the page ends with, which the next page may go on with."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A table and the lines that it takes: those from ``first``, of its body from ``start``, to
    before ``after``, and turned headings."""

    table: Table
    columns: Sequence[Column]
    first: int
    start: int
    after: int
    heads: Sequence[TextLine] = ()


def unruled_tables(
    lines: Sequence[TextLine],
    page: int,
    rules: Sequence[Rule] = (),
    painted: Sequence[Zebra] = (),
    above: Ended | None = None,
) -> UnruledTables:
    """The unruled tables among the lines of a page.

    ``painted``: tables of painted rows, whose sides are among the level rules, and end nothing;
    ``above``: the table that the page before ends with.
    """
    turned = [line for line in lines if is_turned(line)]
    lines = without_marks([line for line in lines if not is_turned(line)])
    upright = with_columns_apart(_with_parts(heads_apart(years_apart(lines))))
    strong = strong_lines(upright)
    closing = closing_rules(rules, [zebra.box for zebra in painted])
    closing = [y for y in closing if not is_below_headings(upright, y)]
    runs = find_runs(upright, strong, closing)
    tables: list[_Found] = []
    carried = find_carried(upright, above) if above else None
    if above and not (carried and not carried.first) and not (runs and runs[0][0] <= _HEAD):
        apart = at_starts(upright, above)
        sooner = find_carried(apart, above)
        if sooner and (not carried or sooner.first < carried.first):
            carried, upright = sooner, apart
    if above and carried and not any(start < carried.end for start, _ in runs):
        rest = _carried_table(upright, carried, above, page, rules)
        tables += [rest] if rest else []
    if above and runs and runs[0][0] <= _HEAD:
        upright = _cut_as_above(upright, *runs[0], above.columns)
    begin = runs[0][0] if runs else 0
    again = header_again(upright, begin, above) if above else begin
    for (start, end), (following, _) in pairwise([*runs, (len(lines), 0)]):
        if are_staggered(lines[start:end]):
            continue
        stop = next(
            (
                at
                for at in range(end, min(following, end + 2 * _REST))
                if begins_another(upright, start, at)
            ),
            len(lines),
        )
        over = [y for y in closing if y < lines[start].base]
        closed = sum(1 for line in lines if over and line.base < over[-1])
        limit = max(tables[-1].after if tables else 0, closed)
        edges = _edges_of(painted, upright[start:end])
        found = _table(
            upright[:stop], max(start, limit), end, limit, page, rules, turned, edges,
            again if start == begin else start,
        )  # fmt: skip
        tables += [found] if found else []
    used = {
        id(line) for one in tables for line in (*lines[one.first : one.after], *one.heads)
    }  # fmt: skip
    last = tables[-1] if tables else None
    return UnruledTables(
        [one.table for one in tables],
        frozenset(used),
        ended(upright, last.first, last.start, last.after, last.columns) if last else None,
    )


def _with_parts(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, numbers cut off words, and then what stands above them between them."""
    parted = with_numbers_apart(touching_apart(lines))
    same = all(map(is_, parted, lines))
    return parted if same else heads_apart(parted)


def _cut_as_above(
    lines: Sequence[TextLine], start: int, end: int, columns: Sequence[Column]
) -> list[TextLine]:
    """The lines, the pieces of a run cut between the columns of the table that the page before
    ends with, if the run then has as many columns, and has fewer without."""
    rows = _from_numbers([line.segments for line in lines[start:end]])
    if len(find_columns(rows)) >= len(columns):
        return list(lines)
    cut = [replace(line, segments=_between(columns, line.segments)) for line in lines[start:end]]
    if len(find_columns(_from_numbers([line.segments for line in cut]))) != len(columns):
        return list(lines)
    return [*lines[:start], *cut, *lines[end:]]


def _between(columns: Sequence[Column], pieces: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(cut_between(columns, pieces))


def _edges_of(painted: Sequence[Zebra], lines: Sequence[TextLine]) -> Sequence[float]:
    """The edges of columns that the painted rows of a table show, if there are any."""
    held = (z for z in painted if 2 * sum(z.holds(line.box) for line in lines) > len(lines))
    return next((zebra.edges for zebra in held), ())


def _table(
    lines: Sequence[TextLine], start: int, end: int, limit: int, page: int,
    rules: Sequence[Rule], turned: Sequence[TextLine], edges: Sequence[float], again: int,
) -> _Found | None:  # fmt: skip
    """The table around a run, which begins at ``again`` at the latest."""
    rows: list[Sequence[Segment]] = [line.segments for line in lines[start:end]]
    rows = _from_numbers(rows) or rows
    columns = Columns(parted_at(find_columns(rows), edges, rows))
    if len(columns) < 2:
        return None
    first = min(header_start(lines, start, end, limit, columns), max(again, limit))
    heads = turned_heads(turned, columns, lines[start].box.top)
    first = min(first, beside_heads(lines, start, limit, columns, [line for *_, line in heads]))
    pieces = [s for line in lines[first:end] for s in line.segments]
    over = group_headings(columns, cut_between(columns, pieces))
    named = [segment.runs for segment in over]
    pieces = [s for s in pieces if s.runs not in named]
    columns = Columns(with_words(with_headings(columns, pieces), pieces), columns)
    columns = Columns(with_leftovers(columns, pieces), columns)
    columns = Columns(with_headings_beside(columns, pieces), columns)
    columns = Columns(without_lone(columns, pieces), columns)
    kinds = _with_kinds(columns, pieces)
    after = rest_end(lines, end, columns, kinds)
    if after > end:
        pieces += [s for line in lines[end:after] for s in line.segments if s.runs not in named]
        kinds = _still_numeric(kinds, _with_kinds(columns, pieces))
    columns = kinds
    levels = row_rules(rules, columns)
    placed, spanning = place_all(columns, cut_between(columns, pieces))
    for segment in over:
        column, count = place(columns, segment)
        spanning.append((column, segment, count))
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
    found = find_rows(columns, body, levels, head)
    if found is None or _loses_numbers(body, found):
        return None
    for column in cut_short(lines, after, columns):
        found[-1].cells.pop(column, None)
    heads = turned_heads(turned, columns, lines[start].box.top)
    rows_above = header_rows(*with_groups(columns, head, wide), levels)
    if heads and not rows_above:
        rows_above.append(Row(lines[start].box.top))
    for column, piece, _ in heads:
        rows_above[-1].add(column, piece)
    table = table_of([*rows_above, *found], columns, page)
    begun = first + sum(1 for line in lines[first:after] if line.base < edge)
    return _Found(table, columns, first, begun, after, [line for *_, line in heads])


def _loses_numbers(body: Sequence[Placed], rows: Sequence[Row]) -> bool:
    """True where many of a table's numbers have no row: then its lines tell more, or at least
    that something was not read."""
    if sum([len(own) for row in rows for own in row.cells.values()]) >= len(body) - _LOST:
        return False
    numbers = sum(1 for _, segment in body if _DECIMAL.match(segment.text.strip()))
    kept = sum(
        1
        for row in rows
        for own in row.cells.values()
        for segment in own
        if _DECIMAL.match(segment.text.strip())
    )
    return numbers - kept > max(_LOST, _LOST_SHARE * numbers)


def _carried_table(
    lines: Sequence[TextLine], carried: Carried, above: Ended, page: int, rules: Sequence[Rule]
) -> _Found | None:
    """The rest of the table that the page before ends with, in the columns that it had there."""
    columns = above.columns
    levels = row_rules(rules, columns)
    head, body = (
        place_all(columns, cut_between(columns, [s for line in own for s in line.segments]))
        for own in (lines[carried.first : carried.start], lines[carried.start : carried.end])
    )
    if body[1]:
        return None
    if carried.rest:
        rest = Row(lines[carried.start].base)
        for column, segment in body[0]:
            rest.add(column, segment)
        return _Found(
            table_of([rest], columns, page), columns, carried.first, carried.start, carried.end
        )
    found = find_rows(columns, body[0], levels)
    if found is None:
        return None
    for column in cut_short(lines, carried.end, columns):
        found[-1].cells.pop(column, None)
    rows_above = header_rows(*with_groups(columns, *head), levels)
    table = table_of([*rows_above, *found], columns, page)
    return _Found(table, columns, carried.first, carried.start, carried.end)


def _from_numbers(rows: Sequence[Sequence[Segment]]) -> list[Sequence[Segment]]:
    """The lines from the first with numbers on, years above others left out."""
    first = next((i for i, row in enumerate(rows) if shows_numbers(row)), len(rows))
    return list(rows[first:])


def _still_numeric(before: Columns, after: Columns) -> Columns:
    """The columns with the rest of the last row: a number in it makes no words numbers."""
    return Columns(
        (
            Column(column.x0, column.x1, column.numeric and old.numeric)
            for column, old in zip(after, before, strict=True)
        ),
        after,
    )


def _with_kinds(columns: Sequence[Column], pieces: Sequence[Segment]) -> Columns:
    """The columns, each told whether it holds numbers; one whose labels hold theirs does not."""
    numbers = [0] * len(columns)
    others = [0] * len(columns)
    outside = [0] * len(columns)
    bases = [s.base for s in pieces if is_number(s.text) and not _ORDINAL.match(s.text.strip())]
    bases = bases or [s.base for s in pieces if is_number(s.text)]
    first, lowest = min(bases, default=0.0), max(bases, default=0.0)
    for segment in pieces:
        column, over = place(columns, segment)
        if over > 1 or not first - segment.size < segment.base <= lowest + segment.size:
            outside[column] += over == 1
            continue
        (numbers if is_number(segment.text) else others)[column] += 1
    kinds = [
        Column(
            column.x0,
            column.x1,
            n > 0 and n >= _NUMERIC * (n + o) and (n >= out or n >= _within(columns, pieces, at)),
        )
        for at, (column, n, o, out) in enumerate(
            zip(columns, numbers, others, outside, strict=True)
        )
    ]
    return Columns(kinds, columns)


def _within(columns: Sequence[Column], pieces: Sequence[Segment], at: int) -> int:
    """How many pieces of a column hold a number behind their words."""
    return sum(1 for s in pieces if _WITHIN.search(s.text) and place(columns, s) == (at, 1))
