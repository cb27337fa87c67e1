"""Tables whose every other row has a coloured ground, cell by cell, and no rules.

The painted rows tell where columns part; the rows between them have no ground, so that the
painted ones are no tables by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.model import Box
from parsers.pdf.pdfium.rules import Rect, Rules
from parsers.pdf.text.lines import Segment, TextLine

_ALIKE = 2.0
"""Points by which edges of painted cells of one row or column may differ."""
_NO_GAP = 0.3
_GAP = 3.0
"""Times the lower of two painted rows that the row between them is high, at least and at most."""
_CLEAR = 0.5
"""Times the type size of the white at a column's edge, in rows that are not painted."""
_CLEAR_INSIDE = 0.15
"""The same in painted rows: text that runs on from a cell into the next leaves no white."""
_TOUCH = 1.0
"""Points by which letters may reach over the edge of a painted cell."""


@dataclass(frozen=True, slots=True)
class Band:
    """A painted row: where it begins and ends, and the edges of its cells."""

    top: float
    bottom: float
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Zebra:
    """Painted rows of one table, from top to bottom."""

    bands: tuple[Band, ...]
    box: Box

    @property
    def edges(self) -> tuple[float, ...]:
        return max((band.edges for band in self.bands), key=len)

    def holds(self, box: Box) -> bool:
        """True for a box whose middle is inside the painted rows or between them."""
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        return self.box.x0 <= x <= self.box.x1 and self.box.top <= y <= self.box.bottom


def find_zebras(rules: Rules) -> list[Zebra]:
    """The tables of a page whose rows are painted in turn and not ruled between columns."""
    chains: list[list[Band]] = []
    for band in _bands(rules.grounds):
        chain = next((c for c in reversed(chains) if _goes_on(c, band)), None)
        if chain is None:
            chains.append([band])
        else:
            chain.append(band)
    sides = {(x, g[1], g[3]) for g in rules.grounds for x in (g[0], g[2])}
    drawn = [rule for rule in rules.upright if rule not in sides]
    found = []
    for chain in chains:
        edges = max((band.edges for band in chain), key=len)
        if len(chain) > 1 and len(edges) > 2 and not _is_ruled(chain, edges, drawn):
            bottom = max(band.bottom for band in chain)
            found.append(Zebra(tuple(chain), Box(edges[0], chain[0].top, edges[-1], bottom)))
    return found


def _bands(grounds: Sequence[Rect]) -> list[Band]:
    """Painted cells that begin on one height, as rows as high as the lowest of them."""
    rows: list[list[Rect]] = []
    for ground in sorted(grounds, key=lambda g: (g[1], g[0])):
        if rows and ground[1] - rows[-1][0][1] <= _ALIKE:
            rows[-1].append(ground)
        else:
            rows.append([ground])
    bands = []
    for row in rows:
        edges: list[float] = []
        for x in sorted(x for ground in row for x in (ground[0], ground[2])):
            if not edges or x - edges[-1] > _ALIKE:
                edges.append(x)
        bands.append(Band(row[0][1], min(ground[3] for ground in row), tuple(edges)))
    return bands


def _goes_on(chain: Sequence[Band], band: Band) -> bool:
    """True for a painted row one row below the last, in the same columns or fewer of them."""
    last = chain[-1]
    low = min(last.bottom - last.top, band.bottom - band.top)
    if not _NO_GAP * low <= band.top - last.bottom <= _GAP * low:
        return False
    edges = max((b.edges for b in chain), key=len)
    few, many = sorted((edges, band.edges), key=len)
    return all(any(abs(x - edge) <= _ALIKE for edge in many) for x in few)


def _is_ruled(
    chain: Sequence[Band], edges: Sequence[float], upright: Sequence[tuple[float, float, float]]
) -> bool:
    """True where an upright rule is drawn between two of the painted rows."""
    gaps = [(above.bottom + below.top) / 2 for above, below in pairwise(chain)]
    return any(
        edges[0] - _ALIKE <= x <= edges[-1] + _ALIKE and top < y < bottom
        for x, top, bottom in upright
        for y in gaps
    )


def cut_at_columns(lines: Sequence[TextLine], zebras: Sequence[Zebra]) -> list[TextLine]:
    """The lines, their pieces cut where the painted rows show that columns part: in a painted
    row between its cells, in the others where white stands at the edge of a column."""
    return [_cut(line, zebras) for line in lines]


def _cut(line: TextLine, zebras: Sequence[Zebra]) -> TextLine:
    zebra = next((z for z in zebras if _reaches(z, line)), None)
    if zebra is None or any(run.turn for s in line.segments for run in s.runs):
        return line
    y = (line.box.top + line.box.bottom) / 2
    band = next((b for b in zebra.bands if b.top <= y <= b.bottom), None)
    parts: list[Segment] = []
    for segment in line.segments:
        clear = (_CLEAR if band is None else _CLEAR_INSIDE) * segment.size
        edges = (band or zebra).edges
        places = [x for x in edges[1:-1] if _is_white(segment, x, clear)]
        parts += segment.cut(places) if places else [segment]
    if len(parts) == len(line.segments):
        return line
    return replace(line, segments=tuple(parts), text="  ".join(part.text for part in parts))


def _reaches(zebra: Zebra, line: TextLine) -> bool:
    """True for a line in the table, or in a row right above or below its painted ones."""
    first, last = zebra.bands[0], zebra.bands[-1]
    y = (line.box.top + line.box.bottom) / 2
    return (
        2 * first.top - first.bottom <= y <= max(zebra.box.bottom, 2 * last.bottom - last.top)
        and line.box.x1 > zebra.box.x0
        and line.box.x0 < zebra.box.x1
    )


def _is_white(segment: Segment, x: float, clear: float) -> bool:
    """True where a place inside a piece stands in so wide a gap between two of its letters."""
    ends = [e for run in segment.runs for e in _inked(run.clusters, run.rights)]
    starts = [s for run in segment.runs for s in _inked(run.clusters, run.lefts)]
    middles = [(s + e) / 2 for s, e in zip(starts, ends, strict=True)]
    left = max((e for e, m in zip(ends, middles, strict=True) if m < x), default=None)
    right = min((s for s, m in zip(starts, middles, strict=True) if m > x), default=None)
    if left is None or right is None:
        return False
    return right - left >= clear and left <= x + _TOUCH and right >= x - _TOUCH


def _inked(clusters: Sequence[str], places: Sequence[float]) -> list[float]:
    return [place for text, place in zip(clusters, places, strict=True) if text != " "]
