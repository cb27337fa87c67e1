"""Bands that make a table of words, gathered with the columns that they show.

Columns are told by the white rivers that run down between all words of a table; a line across
it heads rows, a cell alone in its column goes on with the row above. What would bring two
columns together begins another table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.text.chars import COLUMN_GAP
from parsers.pdf.text.lines import Segment
from parsers.pdf.words.bands import Band, covered

_RIVER = 1.5
"""Points of white between two columns."""
_LEAST_COLUMNS = 3
_APART = 3.5
"""Times the type size that rows of one table may be apart."""
_LEVEL = 1.5
"""Points by which lines that begin at one place may differ."""
_MORE_APART = 1.5
"""Times the widest distance of a table's rows that another row may be apart."""
_ALIKE = 2.0
"""Points by which edges of pieces in one column may differ."""
_BETWEEN = 2
"""Rows across a table that may stand below each other."""
_FIRST_GAP = 2.2
"""Times the type size that the first row may be below the header."""
_FOOT = 1
"""Lines that may stand below the table that a page ends with."""
_EMPTY = 2
"""Columns in which a page may have nothing of the table that goes on there."""
_HANGING = 2.5
"""Times the type size up to which the words of a list item are away from its mark."""
_MARKER = re.compile(
    r"(?:\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*\s?[.)]|[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})+|[-•–●▪✓✔➢*])$"
)

Extent = tuple[float, float]
"""From where to where a column runs."""


@dataclass(slots=True)
class Draft:
    """A table while its bands are gathered."""

    bands: list[Band]
    extents: list[Extent]
    known: Sequence[Extent] = ()
    """The columns of the table above that it goes on with, on the page before."""

    @property
    def last(self) -> float:
        return self.bands[-1].last

    @property
    def gap(self) -> float:
        """The widest distance between two of its rows."""
        return max((b.first - a.last for a, b in pairwise(self.bands)), default=0.0)


def find_drafts(bands: Sequence[Band], above: Sequence[Extent]) -> list[Draft]:
    drafts: list[Draft] = []
    at = 0
    while at < len(bands):
        known = above if not drafts and above and _goes_on(above, bands[at]) else ()
        readings = [_draft(bands, at, above, known)] if known else []
        if len(bands[at].extents) >= _LEAST_COLUMNS:
            readings.append(_draft(bands, at, above, ()))
        if not readings:
            at += 1
            continue
        draft, at = max(readings, key=lambda one: len(one[0].bands))
        if len(draft.bands) > 1 or draft.known or len(draft.extents) == len(above):
            drafts.append(draft)
    return drafts


def _draft(
    bands: Sequence[Band], at: int, above: Sequence[Extent], known: Sequence[Extent]
) -> tuple[Draft, int]:
    """The table that begins with a band, and where the first band is that is not of it."""
    draft = Draft([bands[at]], _rivers([bands[at]], known), known)
    end = _grow(draft, bands, at + 1)
    _grow_up(draft, bands[:at], goes_on=may_go_on(draft, above))
    draft.extents = _headed(draft)
    if len(draft.extents) < len(above):
        marked = _rivers(with_columns(draft.bands), known, marks=True)
        draft.extents = marked if len(marked) == len(above) else draft.extents
    return draft, end


def may_go_on(draft: Draft, above: Sequence[Extent]) -> bool:
    """True for as many columns as those of the table on the page before, but for empty ones."""
    return len(draft.extents) >= _LEAST_COLUMNS and (0 <= len(above) - len(draft.extents) <= _EMPTY)


def _goes_on(above: Sequence[Extent], band: Band) -> bool:
    """True for cells that stand in the columns of the table on the page before, as its do: each
    in one, at its left or in its middle, and not in the first alone."""
    places = [
        at
        for x0, x1 in band.extents
        for at, (left, right) in enumerate(above)
        if left - _ALIKE <= x0 and x1 <= right + _ALIKE
        and (abs(x0 - left) <= 1.0 or abs(x0 + x1 - left - right) <= _ALIKE)
    ]  # fmt: skip
    if len(band.extents) == 1:
        return any(places) and len(places) == 1
    extents = _rivers([band], above)
    return len(extents) == len(above) and len(set(places)) * 2 >= len(band.extents) and any(places)


def _grow(draft: Draft, bands: Sequence[Band], at: int) -> int:
    """Add the bands below that fit; where the first is that does not."""
    waiting: list[Band] = []
    end = at
    for index in range(at, len(bands)):
        band = bands[index]
        above = waiting[-1] if waiting else draft.bands[-1]
        if band.first - above.last > _APART * max(band.size, above.size):
            break
        if len(band.extents) < 2:
            waiting.append(band)
            continue
        extents = _joined_columns(draft, band)
        if extents is None or not _stand_inside(extents, waiting, band.size):
            break
        across = any(not _is_in_column(extents, one) for one in waiting)
        if across and draft.gap and not _stand_as_close(draft, [*waiting, band]):
            break
        extents = _widened(extents, waiting)
        draft.bands += [*waiting, band]
        draft.extents, waiting, end = extents, [], index + 1
    rest = _rest(draft, waiting, at_end=end + len(waiting) == len(bands))
    draft.bands += rest
    return end + len(rest)


def _stand_as_close(draft: Draft, bands: Sequence[Band]) -> bool:
    """True for rows hardly further apart than the rows of the table above."""
    return all(
        below.first - above.last <= _MORE_APART * draft.gap
        for above, below in pairwise([draft.bands[-1], *bands])
    )


def _widened(extents: Sequence[Extent], bands: Sequence[Band]) -> list[Extent]:
    """The columns, those in which cells of ``bands`` stand alone as wide as these."""
    inside = [band.extents[0] for band in bands if _is_in_column(extents, band)]
    return covered([*extents, *inside])


def _joined_columns(draft: Draft, band: Band) -> list[Extent] | None:
    """The columns of a table and one band more; None where it brings columns together."""
    bands = [*with_columns(draft.bands), band]
    extents = _rivers(bands, draft.known)
    if len(extents) < len(draft.known):
        return None
    for one in bands:
        gap = COLUMN_GAP * one.size
        for left, right in pairwise(one.extents):
            if right[0] - left[1] < gap:
                continue
            if _column_at(extents, left[0]) == _column_at(extents, right[0]):
                return None
    return extents


def _column_at(extents: Sequence[Extent], x: float) -> int:
    return next(at for at, (x0, x1) in enumerate(extents) if x0 <= x <= x1)


def _stand_inside(extents: Sequence[Extent], bands: Sequence[Band], size: float) -> bool:
    """True for lines across a table, no more than a few together, and lines in its columns."""
    across = [band for band in bands if not _is_in_column(extents, band)]
    return (
        len(across) <= _BETWEEN
        and all(0.9 * size <= band.size <= 1.1 * size for band in bands)
        and all(_is_level(extents, band) for band in across)
    )


def _is_in_column(extents: Sequence[Extent], band: Band) -> bool:
    """True for pieces in a column that is not the first, and over no other."""
    x0, x1 = band.extents[0]
    over = [at for at, (e0, e1) in enumerate(extents) if x0 < e1 + _RIVER and x1 > e0 - _RIVER]
    return len(over) == 1 and over[0] > 0


def _is_level(extents: Sequence[Extent], band: Band) -> bool:
    """True for pieces that begin where a table does, or have their middle in its middle."""
    (x0, x1), left, right = band.extents[0], extents[0][0], extents[-1][1]
    return abs(x0 - left) <= _LEVEL or abs(x0 + x1 - left - right) <= 2 * _ALIKE


def _rest(draft: Draft, bands: Sequence[Band], *, at_end: bool) -> list[Band]:
    """The bands below the last full row that belong to a table: rows of one cell, and the head
    of rows that stand on the next page."""
    first = _FIRST_GAP * draft.bands[0].size
    gap = draft.gap or (first if at_end or draft.known else 0.0)
    found: list[Band] = []
    last = draft.last
    for band in bands:
        if not 0.0 < band.first - last <= gap + 1.0:
            break
        if not _is_begun(draft, band) and not (
            at_end and _stand_inside(draft.extents, [band], draft.bands[-1].size)
        ):
            break
        found.append(band)
        last = band.last
    return found


def _is_begun(draft: Draft, band: Band) -> bool:
    """True for a cell that stands in a column as others of its column do."""
    if not _is_in_column(draft.extents, band):
        return False
    (x0, x1) = band.extents[0]
    return any(
        abs(other.box.x0 - x0) <= _ALIKE / 4 or abs(other.box.x0 + other.box.x1 - x0 - x1) <= _ALIKE
        for other in pieces_of(draft)
    )


def _headed(draft: Draft) -> list[Extent]:
    """The columns of a table, a heading that stands over none of its column's cells put to
    the column beside it that has no heading."""
    extents = list(draft.extents)
    if draft.known or not with_columns(draft.bands):
        return extents
    head, *rows = with_columns(draft.bands)
    heads = {column_of(extents, piece) for piece in head.pieces}
    below = {column_of(extents, piece) for band in rows for piece in band.pieces}
    for column in sorted(heads - below, reverse=True) if below else ():
        beside = [c for c in (column - 1, column + 1) if c in below - heads]
        if beside:
            one, two = sorted((column, beside[0]))
            extents[one : two + 1] = [(extents[one][0], extents[two][1])]
            heads = {c - (c > one) for c in heads}
            below = {c - (c > one) for c in below}
    return extents


def _grow_up(draft: Draft, above: Sequence[Band], *, goes_on: bool) -> None:
    """Add bands right above: the rest of a row that a page break cut, and the heads of rows of
    a table that ``goes_on`` from the page before."""
    gap = draft.gap or (_FIRST_GAP * draft.bands[0].size if goes_on else 0.0)
    heads: list[Band] = []
    left = len(above)
    for left, band in reversed(list(enumerate(above))):
        if [*heads, *draft.bands][0].first - band.last > _MORE_APART * gap:
            left += 1
            break
        if _stands_in_columns(draft, band):
            draft.bands[:0] = [band, *heads]
            heads = []
        elif goes_on and len(heads) < _BETWEEN and _is_head(draft, band):
            heads.insert(0, band)
        else:
            left += 1
            break
    if heads and left <= _FOOT and draft.bands[0].first - heads[-1].last <= gap + 1.0:
        draft.bands[:0] = heads


def _is_head(draft: Draft, band: Band) -> bool:
    """True for a line across a table, set as its rows are."""
    return len(band.extents) == 1 and _stand_inside(draft.extents, [band], draft.bands[0].size)


def _stands_in_columns(draft: Draft, band: Band) -> bool:
    extents = _joined_columns(draft, band)
    if extents is None or len(extents) != len(draft.extents):
        return False
    return len(band.extents) > 1 or _is_begun(draft, band)


def pieces_of(draft: Draft) -> list[Segment]:
    return [piece for band in draft.bands for piece in band.pieces]


def with_columns(bands: Sequence[Band]) -> list[Band]:
    """The bands that show columns."""
    return [band for band in bands if len(band.extents) > 1]


def _rivers(
    bands: Sequence[Band], known: Sequence[Extent] = (), *, marks: bool = False
) -> list[Extent]:
    """The columns of bands: what their pieces cover, apart by a river of white each; marks of
    list items count to their words, unless ``marks`` may have a column."""
    pieces = [piece for band in bands for piece in band.pieces]
    found: list[Extent] = []
    spans = [*known, *((piece.box.x0, piece.box.x1) for piece in pieces)]
    for x0, x1 in covered(spans):
        if found and (
            x0 - found[-1][1] < _RIVER or (not marks and _is_of_markers(found, pieces, x0))
        ):
            found[-1] = found[-1][0], x1
        else:
            found.append((x0, x1))
    return found


def _is_of_markers(found: Sequence[Extent], pieces: Sequence[Segment], following: float) -> bool:
    """True where the last column, not the first, holds nothing but marks of list items, whose
    words begin close by at ``following``."""
    x0, x1 = found[-1]
    own = [piece for piece in pieces if x0 <= piece.box.x0 <= x1]
    if len(found) < 2 or not own or following - x1 > _HANGING * own[0].size:
        return False
    return all(_MARKER.match(piece.text.strip()) for piece in own)


def column_of(extents: Sequence[Extent], piece: Segment) -> int:
    overlaps = [min(piece.box.x1, x1) - max(piece.box.x0, x0) for x0, x1 in extents]
    return overlaps.index(max(overlaps))
