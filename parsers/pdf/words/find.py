"""Tables of words without upright rules: plans, measures, minutes in columns.

Their rows are bands of cells (`parsers.pdf.words.bands`), their columns the white rivers that run
down between all their words. Tables of numbers are left to `parsers.pdf.unruled.find`; what shows
neither rows nor columns clearly stays lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.model import Table
from parsers.pdf.alignment.blocks import Row
from parsers.pdf.alignment.columns import Column, is_number
from parsers.pdf.alignment.table import table_of
from parsers.pdf.text.lines import Segment, TextLine
from parsers.pdf.words.bands import Rule, find_bands, long_rules, unclear
from parsers.pdf.words.drafts import (
    Draft,
    Extent,
    column_of,
    find_drafts,
    may_go_on,
    pieces_of,
    with_columns,
)

_WIDE = 0.65
"""Times the type size from which a space inside a line may part columns."""
_SPACE = 0.2
"""… from which one may, where the lines around show that it does."""
_NEAR = 20.0
"""Times the type size that lines around a space may be away from it."""
_SHOWN = 2
"""Lines around that must part where a space does."""
_STAGGERED = 0.9
"""Times the type size up to which lines are those of cells beside each other."""
_LEAST_COLUMNS = 3
_ALIKE = 2.0
"""Points by which edges of pieces in one column may differ."""
_FEW_NUMBERS = 0.25
"""Share of a table's pieces that numbers may be, those of the first column not counted."""
_FOOT = 1
"""Lines that may stand below the table that a page ends with."""
_FAULTY = 0.1
"""Share of a table's cells that may stand unclearly in their rows."""
_ROWS_OF_LINES = 3
"""Rows from which single lines in columns are a table."""
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+\s?%?$")
_SCORE = re.compile(r"(?<![\d๐-๙,.])[\d๐-๙]{1,3}\.[\d๐-๙]{2}(?![\d๐-๙]{3})")
_GLUED = 2
"""Numbers with decimals in one piece from which narrow columns of them were not parted."""
_DIGIT = re.compile(r"[\d๐-๙]")


@dataclass(frozen=True, slots=True)
class WordTables:
    """The tables of words of a page, and what is outside them."""

    tables: Sequence[Table]
    free: Sequence[TextLine]
    columns: Sequence[Extent] = ()
    """Those of the table that the page ends with, which the next page may go on with."""


def word_tables(
    lines: Sequence[TextLine],
    page: int,
    rules: Sequence[Rule],
    width: float,
    above: Sequence[Extent] = (),
) -> WordTables:
    """The tables of words among the lines of a page; ``above``: the columns of the table that
    the page before ends with."""
    if not above and all(len(line.segments) < 2 for line in lines):
        return WordTables((), tuple(lines))
    owner: dict[int, TextLine] = {}
    pieces: list[Segment] = []
    for line, parts in _cut_at_rivers([(line, _cut_line(line)) for line in lines]):
        owner |= {id(piece): line for piece in parts}
        pieces += parts
    bands = find_bands(pieces, long_rules(rules, width))
    tables: list[Table] = []
    columns: Sequence[Extent] = ()
    used: set[int] = set()
    for draft in find_drafts(bands, above):
        if not _is_of_words(draft, above):
            continue
        tables.append(_table(draft, page))
        used |= {id(owner[id(piece)]) for band in draft.bands for piece in band.pieces}
        behind = sum(1 for band in bands if band.first > draft.last)
        columns = draft.extents if behind <= _FOOT else ()
    free = tuple(line for line in lines if id(line) not in used)
    return WordTables(tuple(tables), free, columns)


def _cut_line(line: TextLine) -> list[Segment]:
    """The pieces of an upright line."""
    if any(run.turn for segment in line.segments for run in segment.runs):
        return []
    return [piece for segment in line.segments for piece in _cut(segment)]


def _cut(segment: Segment) -> list[Segment]:
    """A piece, cut at its wide spaces."""
    if len(segment.runs) == 1 and " " not in segment.runs[0].clusters:
        return [segment]
    wide = [(a + b) / 2 for a, b in _spaces(segment) if b - a >= _WIDE * segment.size]
    return segment.cut(wide) if wide else [segment]


def _spaces(segment: Segment) -> list[tuple[float, float]]:
    """From where to where there is nothing between the letters of a piece."""
    inked = [
        (left, right)
        for run in segment.runs
        for text, left, right in zip(run.clusters, run.lefts, run.rights, strict=True)
        if text != " "
    ]
    return [(a[1], b[0]) for a, b in pairwise(inked) if b[0] - a[1] >= _SPACE * segment.size]


_Pieces = tuple[TextLine, list[Segment]]


def _cut_at_rivers(lines: Sequence[_Pieces]) -> list[_Pieces]:
    """Lines whose pieces are cut at the narrow spaces too by which a full line of one column
    comes close to the next column: the lines around part there, and none runs across."""
    parted = [(line, pieces) for line, pieces in lines if len(pieces) > 1]
    if len(parted) <= _SHOWN:
        return list(lines)
    return [
        (line, [part for piece in pieces for part in _cut_as(parted, line, piece)])
        for line, pieces in lines
    ]


def _cut_as(parted: Sequence[_Pieces], line: TextLine, piece: Segment) -> list[Segment]:
    """A piece of a line, cut where the parted lines around it are; not that of a line by itself."""
    spaces = _spaces(piece)
    if not spaces:
        return [piece]
    own = [pieces for one, pieces in parted if one is line]
    apart = [(abs(one.base - line.base), pieces) for one, pieces in parted if one is not line]
    if not (own or any(by < _STAGGERED * piece.size for by, _ in apart)):
        return [piece]
    around = [pieces for by, pieces in apart if by <= _NEAR * piece.size]
    places = [(a + b) / 2 for a, b in spaces if _is_river(around, piece, a, b)]
    return piece.cut(places) if places else [piece]


def _is_river(
    around: Sequence[Sequence[Segment]], piece: Segment, left: float, right: float
) -> bool:
    """True for a space in which lines around part, and over which no piece of theirs runs but
    such as have a space there as well; ``piece`` reaches into both columns."""
    middle = (left + right) / 2
    shores: list[tuple[float, float]] = []
    for pieces in around:
        over = next((one for one in pieces if one.box.x0 < middle < one.box.x1), None)
        if over is None:
            before = [one.box.x1 for one in pieces if one.box.x1 < middle]
            behind = [one.box.x0 for one in pieces if one.box.x0 > middle]
            if before and behind:
                shores.append((max(before), min(behind)))
        elif not any(a < right and left < b for a, b in _spaces(over)):
            return False
    if len(shores) < _SHOWN:
        return False
    return piece.box.x0 < max(a for a, _ in shores) and piece.box.x1 > min(b for _, b in shores)


def _is_of_words(draft: Draft, above: Sequence[Extent]) -> bool:
    """True for a table of at least three columns, of words but for its first column."""
    if len(draft.extents) < _LEAST_COLUMNS:
        return False
    behind = [p for p in pieces_of(draft) if column_of(draft.extents, p) > 0]
    texts = [piece.text.strip() for piece in behind]
    decimals = sum(1 for piece in pieces_of(draft) if _DECIMAL.match(piece.text.strip()))
    numbers = sum(1 for text in texts if is_number(text) and _DIGIT.search(text))
    glued = sum(1 for text in texts if "." in text and len(_SCORE.findall(text)) >= _GLUED)
    if decimals > 1 or glued > 1 or numbers > _FEW_NUMBERS * len(texts):
        return False
    if unclear(draft.bands) > _FAULTY or _overlap(draft):
        return False
    if draft.known or may_go_on(draft, above):
        return True
    if len(with_columns(draft.bands)) < 2:
        return len(draft.bands) == 2 and not numbers
    wrapped = {
        column_of(draft.extents, block[0])
        for band in draft.bands
        for block in band.blocks
        if len(block) > 1
    }
    full = sum(1 for band in draft.bands if len(band.extents) >= _LEAST_COLUMNS)
    return len(wrapped) > 1 or full >= _ROWS_OF_LINES


def _overlap(draft: Draft) -> bool:
    """True where rows of unlike type stand in each other: digits of another font than words,
    by which the lines of a cell are apart unevenly."""
    return any(below.first < above.last for above, below in pairwise(draft.bands))


def _table(draft: Draft, page: int) -> Table:
    columns = _columns(draft.extents)
    rows: list[Row] = []
    for band in draft.bands:
        row = Row(band.first)
        across = len(band.extents) == 1
        for piece in band.pieces:
            outside = across and _is_across(draft.extents, piece)
            row.add(0 if outside else _place(columns, piece), piece)
        rows.append(row)
    return table_of(rows, columns, page)


def _columns(extents: Sequence[Extent]) -> list[Column]:
    """The extents, widened to the middles of the rivers between them."""
    middles = [(a[1] + b[0]) / 2 for a, b in pairwise(extents)]
    lefts, rights = [extents[0][0], *middles], [*middles, extents[-1][1]]
    return [Column(x0, x1) for x0, x1 in zip(lefts, rights, strict=True)]


def _is_across(extents: Sequence[Extent], piece: Segment) -> bool:
    """True for a piece over several columns."""
    return sum(min(piece.box.x1, b) - max(piece.box.x0, a) > _ALIKE for a, b in extents) > 1


def _place(columns: Sequence[Column], piece: Segment) -> int:
    return column_of([(column.x0, column.x1) for column in columns], piece)
