"""From which line to which an unruled table reaches: its header above, wrapped rests below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.alignment.beside import first_word
from parsers.pdf.alignment.columns import Column, are_numbers, is_number, place
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.unruled.looks import are_close, shows_numbers

_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""
_HEADER_APART = 3.5
"""The same for a header of several pieces."""
_TIGHT = 2.2
"""Times the type size that the lines of one cell are apart at most."""
_LOOK_BACK = 30
"""Lines above one that tell how wide its column is."""
_HEADER_LINES = 18
_PARTED = 1.1
"""Times its distance to the first row that a header stands below a title at least."""
_PIECES = 3
"""Headings on one line from which it is a header, though a heading of a part stands below it."""
_LARGE = 1.15
"""Times the type size of a table from which that of a title is."""
_CENTRED = 1.5
"""Points by which the middles of centred lines may differ."""
_ROWS = 4
"""Rows of which two tell how far they are apart."""
_LIKE_ROWS = 1.05
"""Times that up to which a line of the header is as far apart."""
_INTERLEAVED = 0.9
"""Times the type size that a line is apart at least from one that does not stand beside it."""
_SAME_PITCH = 1.02
"""Times the distance of a cell's lines up to which lines are as far apart."""
_ROWS_APART = 1.25
"""Times the same from which rows begin clearly further apart."""
_TOLD = 2
"""Distances of each kind that tell them apart."""
_ALIKE = 1.0
"""Points by which lines of one cell may begin apart."""
_EXACT = 0.5
"""The same where they all begin at one place, so that a caption beside it is told from them."""
_STARTS = 3
"""Lines that tell that place."""
_COUNTED = re.compile(r"\(?([\d๐-๙]{1,2})[.)]\s?[^\d๐-๙]")
"""A line that begins with the number of an item is no rest of another's."""


def header_start(
    lines: Sequence[TextLine], start: int, end: int, limit: int, columns: Sequence[Column]
) -> int:
    """The first line of the header above a table, of which ``start`` is the first line that shows
    columns and ``end`` is after the last: lines whose pieces stand over columns, as near
    as lines of a header are, or as the table's rows."""
    first = start
    rows = lines[start : start + _ROWS]
    rows_apart = _LIKE_ROWS * min(
        (below.box.top - above.box.bottom for above, below in pairwise(rows)), default=0.0
    )
    for index in range(start - 1, max(limit, start - _HEADER_LINES) - 1, -1):
        line = lines[index]
        apart = _HEADER_APART if len(line.segments) > 1 else _NEAR
        like_rows = lines[index + 1].box.top - line.box.bottom <= rows_apart
        near = like_rows or are_close(line, lines[index + 1], apart)
        if not near or _is_title(line, lines[index + 1 : end], columns):
            break
        if not _is_header(line, columns):
            if index and _heads_part(line, lines[index - 1], lines[start:end], columns):
                continue
            break
        first = index
    first = _below_captions(lines, first, start, columns)
    after = _below_title(lines, first, start)
    return after if after == first else _below_captions(lines, after, start, columns)


def _below_captions(
    lines: Sequence[TextLine], first: int, start: int, columns: Sequence[Column]
) -> int:
    """After the captions above a header that begins at ``first``."""
    while first < start and _is_caption(lines[first], columns):
        line, below = lines[first], lines[first + 1]
        if below.base - line.base < _INTERLEAVED * line.size:
            break
        if _begins_row(line, lines[start], columns):
            break
        first += 1
    return first


def _heads_part(
    line: TextLine, above: TextLine, rows: Sequence[TextLine], columns: Sequence[Column]
) -> bool:
    """True for a line right below headings that stands for a part of the rows, as a district:
    begun where the rows begin, and alone as others among the rows, or below a heading of each
    column."""
    if len(line.segments) > 1 or len(above.segments) < _PIECES:
        return False
    if any(is_number(segment.text) for segment in above.segments):
        return False
    lone = [row for row in rows if len(row.segments) == 1]
    if any(abs(row.box.x0 - line.box.x0) <= _ALIKE for row in lone):
        return True
    if abs(min(row.box.x0 for row in rows) - line.box.x0) > _ALIKE:
        return False
    return [place(columns, segment) for segment in above.segments] == [
        (column, 1) for column in range(len(columns))
    ]


def _is_title(line: TextLine, below: Sequence[TextLine], columns: Sequence[Column]) -> bool:
    """True for a line in one piece above a header that has a heading for every column, if it is
    in larger type, or further above the header than the rows are apart."""
    if len(line.segments) > 1 or len(columns) < _PIECES:
        return False
    first = next((at for at, row in enumerate(below) if shows_numbers(row.segments)), 0)
    if not 0 < first <= _HEADER_LINES // _ROWS:
        return False
    pieces = [segment for head in below[:first] for segment in head.segments]
    places = [place(columns, segment) for segment in pieces]
    headed = {column for at, over in places for column in range(at, at + over)}
    words = [len(segment.text.split()) for segment in pieces]
    if len(headed) < len(columns) or any(
        over > count for (_, over), count in zip(places, words, strict=True)
    ):
        return False
    if place(columns, line.segments[0])[1] == 1 and any(
        abs(_middle(segment) - _middle(line)) <= _CENTRED for segment in pieces
    ):
        return False
    if first == 1 and line.size >= _LARGE * pieces[0].size:
        return not any(is_number(segment.text) for segment in pieces)
    rows = [row.base for row in below[first - 1 : first + _ROWS] if shows_numbers(row.segments)]
    pitch = min((under - over for over, under in pairwise(rows)), default=0.0)
    apart = max(pitch, below[first].base - below[first - 1].base)
    return apart >= _NEAR / 2 * line.size and below[0].base - line.base >= _PARTED * apart


def _below_title(lines: Sequence[TextLine], first: int, start: int) -> int:
    """After the title above a header that begins at ``first``: lines of one piece in larger type
    than the table's, several of which are centred on one place where no column's heading is."""
    after = first
    while after < start and _is_large(lines[after], lines[start]):
        after += 1
    if after == first or after == len(lines):
        return first
    title = list(lines[first:after])
    middle = _middle(title[-1])
    for line in reversed(lines[max(0, first - _ROWS) : first]):
        if not _is_large(line, lines[start]) or abs(_middle(line) - middle) > _CENTRED:
            break
        title.insert(0, line)
    widths = [line.box.x1 - line.box.x0 for line in title]
    if len(title) < 2 or max(widths) - min(widths) < title[-1].size:
        return first
    below = (s for line in lines[after : start + 1] for s in line.segments)
    if any(abs(_middle(line) - middle) > _CENTRED for line in title) or any(
        abs(_middle(segment) - middle) <= _CENTRED for segment in below
    ):
        return first
    return after


def _is_large(line: TextLine, row: TextLine) -> bool:
    return len(line.segments) == 1 and line.size >= _LARGE * row.size


def _middle(piece: TextLine | Segment) -> float:
    return (piece.box.x0 + piece.box.x1) / 2


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


def rest_end(
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
        goes_on = fits and (
            _continues(lines, after, columns)
            or _is_set_on(lines[:after], line, columns)
            or _counts_on(lines, after, columns, kinds)
        )
        if not (tight and (goes_on or _is_row_of_words(line, columns))):
            break
        after += 1
    return after


def _is_set_on(lines: Sequence[TextLine], line: TextLine, columns: Sequence[Column]) -> bool:
    """True for a line as far below the last row's as the lines of one cell are, where rows of the
    table begin clearly further apart, and begun where all lines of its column are."""
    for segment in line.segments:
        column = place(columns, segment)[0]
        own = [
            s
            for above in lines[-_LOOK_BACK:]
            for s in above.segments
            if place(columns, s) == (column, 1)
        ]
        gaps = [below.base - above.base for above, below in pairwise(own)]
        pitch = min(gaps, default=0.0)
        inside = [gap for gap in gaps if gap <= _SAME_PITCH * pitch]
        outside = [gap for gap in gaps if gap > _SAME_PITCH * pitch]
        if min(len(inside), len(outside)) < _TOLD or min(outside) < _ROWS_APART * pitch:
            return False
        if not pitch / _SAME_PITCH <= segment.base - own[-1].base <= _SAME_PITCH * pitch:
            return False
        if any(abs(s.box.x0 - segment.box.x0) > _ALIKE for s in own[-len(inside) :]):
            return False
    return True


def _counts_on(
    lines: Sequence[TextLine], index: int, columns: Sequence[Column], kinds: Sequence[Column]
) -> bool:
    """True for the next of counted rows that hold their numbers within their words, as near as
    those are; its label may be so long that it shows no columns."""
    counted = _COUNTED.match(lines[index].text)
    if counted is None or any(column.numeric for column in kinds):
        return False
    if place(columns, lines[index].segments[0])[0] > 0:
        return False
    above = [
        (int(found.group(1)), line.base)
        for line in lines[max(0, index - _LOOK_BACK) : index]
        if place(columns, line.segments[0])[0] == 0 and (found := _COUNTED.match(line.text))
    ]
    apart = [base - over for (_, over), (_, base) in pairwise(above)]
    return (
        len(above) > _TOLD
        and above[-1][0] + 1 == int(counted.group(1))
        and lines[index].base - above[-1][1] <= _LIKE_ROWS * max(apart)
    )


def _is_row_of_words(line: TextLine, columns: Sequence[Column]) -> bool:
    """True for a row with a word in every column, as a row of ratings below totals."""
    places = [place(columns, segment) for segment in line.segments]
    return len(columns) > 2 and all(over == 1 for _, over in places) and (
        {column for column, _ in places} == set(range(len(columns)))
    )  # fmt: skip


def cut_short(
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
    own = lines[max(0, after - _LOOK_BACK) : after]
    for (column, _), segment in places:
        above = [s for line in own for s in line.segments if place(columns, s) == (column, 1)]
        if _begins_elsewhere(above, segment):
            return []
    return [column for (column, _), _ in places]


def _begins_elsewhere(above: Sequence[Segment], segment: Segment) -> bool:
    """True for a piece that begins beside the one place where the last pieces above it do."""
    starts = [s.box.x0 for s in above[-_STARTS:]]
    if len(starts) < _STARTS or max(starts) - min(starts) > _EXACT:
        return False
    return abs(segment.box.x0 - starts[-1]) > _ALIKE


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
        if _begins_elsewhere(above, segment):
            return False
        inside = [s for s in above if s.box.x1 <= column.x1 + s.size]
        inside = [s for s in inside if place(columns, s)[1] == 1] or inside
        room = max(s.box.x1 - s.box.x0 for s in inside)
        if above[-1].box.x1 - above[-1].box.x0 + first_word(segment) < 0.97 * room:
            return False
    return True
