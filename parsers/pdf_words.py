"""Tables of words without upright rules: plans, measures, minutes in columns.

Their rows are bands of cells (`parsers.pdf_bands`), their columns the white rivers that run
down between all their words. Tables of numbers are left to `parsers.pdf_unruled`; what shows
neither rows nor columns clearly stays lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.model import Table
from parsers.pdf_bands import Band, Rule, covered, find_bands, long_rules
from parsers.pdf_blocks import Row
from parsers.pdf_columns import Column, is_number
from parsers.pdf_table import table_of
from parsers.pdf_text import Segment, TextLine

_WIDE = 0.65
"""Times the type size from which a space inside a line may part columns."""
_RIVER = 3.0
"""Points of white between two columns."""
_LEAST_COLUMNS = 3
_APART = 3.5
"""Times the type size that rows of one table may be apart."""
_MORE_APART = 1.3
"""Times the widest distance of a table's rows that another row may be apart."""
_ALIKE = 2.0
"""Points by which edges of pieces in one column may differ."""
_FEW_NUMBERS = 0.25
"""Share of a table's pieces that numbers may be, those of the first column not counted."""
_BETWEEN = 2
"""Rows across a table that may stand below each other."""
_FAULTY = 0.1
"""Share of a table's cells that may be unclear."""
_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]+\s?%?$")
_DIGIT = re.compile(r"[\d๐-๙]")
_MARKER = re.compile(r"(?:\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*\s?[.)]?|[-•–●▪✓✔➢*])$")

Extent = tuple[float, float]


@dataclass(slots=True)
class Draft:
    """A table while its bands are gathered."""

    bands: list[Band]
    extents: list[Extent]

    @property
    def last(self) -> float:
        return self.bands[-1].last

    @property
    def gap(self) -> float:
        """The widest distance between two of its rows."""
        return max((b.first - a.last for a, b in pairwise(self.bands)), default=0.0)


def word_tables(
    lines: Sequence[TextLine], page: int, rules: Sequence[Rule], width: float
) -> tuple[list[Table], list[TextLine]]:
    """The tables of words among the lines of a page, and the lines outside them."""
    if sum(len(line.segments) >= _LEAST_COLUMNS for line in lines) < 2:
        return [], list(lines)
    owner: dict[int, TextLine] = {}
    pieces: list[Segment] = []
    for line in lines:
        if any(run.turn for segment in line.segments for run in segment.runs):
            continue
        for segment in line.segments:
            for piece in _cut(segment):
                owner[id(piece)] = line
                pieces.append(piece)
    bands = find_bands(pieces, long_rules(rules, width))
    tables: list[Table] = []
    used: set[int] = set()
    for draft in _drafts(bands):
        if not _is_of_words(draft):
            continue
        table = _table(draft, page)
        if table is None:
            continue
        tables.append(table)
        used |= {id(owner[id(piece)]) for band in draft.bands for piece in band.pieces}
    return tables, [line for line in lines if id(line) not in used]


def _cut(segment: Segment) -> list[Segment]:
    """A piece, cut at its wide spaces."""
    inked = [
        (left, right)
        for run in segment.runs
        for text, left, right in zip(run.clusters, run.lefts, run.rights, strict=True)
        if text != " "
    ]
    wide = [(a[1] + b[0]) / 2 for a, b in pairwise(inked) if b[0] - a[1] >= _WIDE * segment.size]
    return segment.cut(wide) if wide else [segment]


def _drafts(bands: Sequence[Band]) -> list[Draft]:
    drafts: list[Draft] = []
    at = 0
    while at < len(bands):
        if len(bands[at].extents) < _LEAST_COLUMNS:
            at += 1
            continue
        limit = at
        draft = Draft([bands[at]], _rivers([bands[at]]))
        at = _grow(draft, bands, at + 1)
        _grow_up(draft, bands[:limit], drafts)
        if len(draft.bands) > 1:
            drafts.append(draft)
    return drafts


def _grow(draft: Draft, bands: Sequence[Band], at: int) -> int:
    """Add the bands below that fit; where the first is that does not."""
    waiting: list[Band] = []
    end = at
    for index in range(at, len(bands)):
        band = bands[index]
        above = waiting[-1] if waiting else draft.bands[-1]
        if band.first - above.last > _APART * max(band.size, above.size):
            break
        if len(band.extents) > 1:
            extents = _rivers([*_with_columns(draft.bands), band])
            if len(extents) < len(draft.extents):
                break
            draft.bands += [*waiting, band]
            draft.extents, waiting, end = extents, [], index + 1
        elif len(waiting) < _BETWEEN and _may_stand_inside(draft, band):
            waiting.append(band)
        else:
            break
    if waiting and end + len(waiting) == len(bands) and draft.gap:
        for band in waiting:
            if band.first - draft.last > draft.gap + 1.0:
                break
            draft.bands.append(band)
            end += 1
    return end


def _grow_up(draft: Draft, above: Sequence[Band], drafts: Sequence[Draft]) -> None:
    """Add bands right above: the rest of a row that a page break cut."""
    taken = {id(band) for draft in drafts for band in draft.bands}
    gap = draft.gap
    for band in reversed(above):
        near = draft.bands[0].first - band.last <= _MORE_APART * gap
        if id(band) in taken or not near or not _stands_in_columns(draft, band):
            break
        draft.bands.insert(0, band)


def _stands_in_columns(draft: Draft, band: Band) -> bool:
    extents = _rivers([*_with_columns(draft.bands), band])
    if len(extents) != len(draft.extents):
        return False
    places = {_column_of(draft.extents, piece) for piece in band.pieces}
    return len(places) > 1 or (
        places != {0}
        and all(
            any(abs(piece.box.x0 - other.box.x0) <= _ALIKE for other in _all(draft))
            for piece in band.pieces
        )
    )


def _all(draft: Draft) -> list[Segment]:
    return [piece for band in draft.bands for piece in band.pieces]


def _may_stand_inside(draft: Draft, band: Band) -> bool:
    """True for a line across a table, or in one of its columns, set as the table is."""
    size = draft.bands[-1].size
    if not 0.9 * size <= band.size <= 1.1 * size:
        return False
    (x0, x1), left, right = band.extents[0], draft.extents[0][0], draft.extents[-1][1]
    level = abs(x0 - left) <= _ALIKE or abs(x0 + x1 - left - right) <= 2 * _ALIKE
    return level or any(e0 - _ALIKE <= x0 and x1 <= e1 + _ALIKE for e0, e1 in draft.extents[1:])


def _with_columns(bands: Sequence[Band]) -> list[Band]:
    """The bands that show columns."""
    return [band for band in bands if len(band.extents) > 1]


def _rivers(bands: Sequence[Band]) -> list[Extent]:
    """The columns of bands: what their pieces cover, apart by a river of white each; marks of
    list items count to their words."""
    pieces = [piece for band in bands for piece in band.pieces]
    found: list[Extent] = []
    for x0, x1 in covered(pieces):
        if found and (x0 - found[-1][1] < _RIVER or _is_of_markers(found, pieces)):
            found[-1] = found[-1][0], x1
        else:
            found.append((x0, x1))
    return found


def _is_of_markers(found: Sequence[Extent], pieces: Sequence[Segment]) -> bool:
    """True where the last column, not the first, holds nothing but marks of list items."""
    x0, x1 = found[-1]
    own = [piece.text.strip() for piece in pieces if x0 <= piece.box.x0 <= x1]
    return len(found) > 1 and all(_MARKER.match(text) for text in own)


def _column_of(extents: Sequence[Extent], piece: Segment) -> int:
    overlaps = [min(piece.box.x1, x1) - max(piece.box.x0, x0) for x0, x1 in extents]
    return overlaps.index(max(overlaps))


def _is_of_words(draft: Draft) -> bool:
    """True for a table of at least three columns, of words but for its first column."""
    if len(draft.extents) < _LEAST_COLUMNS or len(_with_columns(draft.bands)) < 2:
        return False
    behind = [p for p in _all(draft) if _column_of(draft.extents, p) > 0]
    texts = [piece.text.strip() for piece in behind]
    decimals = sum(1 for text in texts if _DECIMAL.match(text))
    numbers = sum(1 for text in texts if is_number(text) and _DIGIT.search(text))
    if decimals > 1 or numbers > _FEW_NUMBERS * len(texts):
        return False
    wrapped = {
        _column_of(draft.extents, block[0])
        for band in draft.bands
        for block in band.blocks
        if len(block) > 1
    }
    return len(wrapped) > 1


def _table(draft: Draft, page: int) -> Table | None:
    columns = _columns(draft.extents)
    rows: list[Row] = []
    for band in draft.bands:
        row = Row(band.first)
        across = len(band.extents) == 1
        for piece in band.pieces:
            row.add(0 if across and _is_across(columns, piece) else _place(columns, piece), piece)
        rows.append(row)
    return table_of(rows, columns, page)


def _columns(extents: Sequence[Extent]) -> list[Column]:
    """The extents, widened to the middles of the rivers between them."""
    middles = [(a[1] + b[0]) / 2 for a, b in pairwise(extents)]
    lefts, rights = [extents[0][0], *middles], [*middles, extents[-1][1]]
    return [Column(x0, x1) for x0, x1 in zip(lefts, rights, strict=True)]


def _is_across(columns: Sequence[Column], piece: Segment) -> bool:
    """True for a piece that begins in one column and ends in another."""
    return any(
        piece.box.x0 < a.x1 - _ALIKE and piece.box.x1 > b.x0 + _ALIKE for a, b in pairwise(columns)
    )


def _place(columns: Sequence[Column], piece: Segment) -> int:
    return _column_of([(column.x0, column.x1) for column in columns], piece)
