"""Whether anything on a page stands beside something else, by a glance at its text.

Tables stand in columns. A page whose text runs in whole lines, one below the other, has none,
whatever its words are, and is spared the search for them. Doubt counts as columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.objects import TextObjects
from parsers.pdf.pdfium.page import NOT_MAPPED, OpenPage
from parsers.pdf.pdfium.rules import Rules

_GAP = 0.5
"""Times the height of what stands beside it from which a gap may part columns."""
_NUMBER_GAP = 0.3
"""The same of a space between two numbers, whose columns stand closer."""
_LEVEL = 0.5
"""Share of the lower one's height that two pieces of one line have in common."""
_STROKE = 5.0
"""Points within which upright rules count as one."""
_SIDES = 2
"""Places of upright rules that a frame round running text has."""
_MANY = 400
"""Pieces of text, joined where they go on, from which a page is not looked at further."""
_MARKS = "ัิ-ฺ็-๎"
_DIGITS = f"[\\d๐-๙{NOT_MAPPED}]+"
_NUMBERED = re.compile(
    rf"^{_DIGITS}\.{_DIGITS}(?:\s|$)|(?:^|\s){_DIGITS}\.{_DIGITS}\s?%?$", re.MULTILINE
)
"""A line that begins or ends with a number that has decimals: however close it is set, it may be
a column if there is another."""
_SPACES = re.compile(rf"(?:[^\s\x02{_MARKS}ำ]|(?<! )ำ)[{_MARKS}]* +(?=[^\s\x01-\x1f{_MARKS}ำ])")
"""Spaces behind a letter and its marks: those may be drawn before its end."""
_LOW = 0.5
"""Times the height of letters that a mark is high, and is above or below them, at most."""
_LINE = 1.3
"""Times the type size that letters with their marks are high."""
_OF_NUMBERS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙-–—✓✔✗✘%+." + NOT_MAPPED)

Piece = tuple[float, float, float, float]
"""Left, top, right and bottom of what one object draws on one line."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the places of a page's text show before its letters are read."""

    columns: bool
    """False where the text is nothing but lines in one piece each, outside any grid."""
    marks_apart: bool = False
    """True where something low is drawn by itself, which may be a mark after other letters."""


def glance(page: OpenPage, rules: Rules) -> Glance:
    """How the text of a page stands."""
    text = page.text.replace("\r", "")
    in_grid = len({round(x / _STROKE) for x, *_ in rules.upright}) > _SIDES
    if in_grid or len(list(islice(_NUMBERED.finditer(text), 2))) > 1:
        return Glance(columns=True)
    pieces, marks = _joined(_pieces(page))
    if len(pieces) > _MANY or _are_beside(pieces) or _has_wide_space(page):
        return Glance(columns=True)
    heights = sorted(piece[3] - piece[1] for piece in pieces)
    low = bool(heights) and heights[0] < _LOW * heights[len(heights) // 2]
    return Glance(columns=False, marks_apart=marks or low)


def _pieces(page: OpenPage) -> list[Piece]:
    """What the page's objects draw, as it is shown, in the order of its text."""
    ends = pdfium.rects(page.text_page, 0, len(page.text))
    corners = zip(ends[0::4], ends[1::4], ends[2::4], ends[3::4], strict=True)
    if not page.rotation:
        x, y = page.left, page.high
        return [(x0 - x, y - y0, x1 - x, y - y1) for x0, y0, x1, y1 in corners]
    return [
        _upright(page.shown(left, top), page.shown(right, bottom))
        for left, top, right, bottom in corners
    ]


def _upright(one: tuple[float, float], other: tuple[float, float]) -> Piece:
    (x0, y0), (x1, y1) = one, other
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _joined(pieces: Sequence[Piece]) -> tuple[list[Piece], bool]:
    """The pieces, those as one that go on where the one before ends, and marks drawn by themselves
    with what they stand over; and whether there are any."""
    found: list[Piece] = []
    marks = False
    for piece in pieces:
        if not found:
            found.append(piece)
            continue
        x0, top, x1, bottom = found[-1]
        height = bottom - top
        goes_on = x0 - _GAP * height <= piece[0] <= x1 + _GAP * height
        if goes_on and _are_level(found[-1], piece):
            x0, x1 = min(x0, piece[0]), max(x1, piece[2])
            found[-1] = x0, min(top, piece[1]), x1, max(bottom, piece[3])
        elif goes_on and _is_mark(piece, found[-1]):
            found[-1] = x0, top, max(x1, piece[2]), bottom
            marks = True
        else:
            found.append(piece)
    return found, marks


def _is_mark(piece: Piece, below: Piece) -> bool:
    """True for what is low and right above or below something else, as a mark or the dot of a
    letter is."""
    height = below[3] - below[1]
    away = max(piece[1] - below[3], below[1] - piece[3])
    return piece[3] - piece[1] < _LOW * height and away < _LOW * height


def _are_level(one: Piece, other: Piece) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > _LEVEL * min(one[3] - one[1], other[3] - other[1])


def _are_beside(pieces: Sequence[Piece]) -> bool:
    """True where a gap parts pieces of one line, or one stands beside others that it touches the
    lines of, as a number in the middle of two lines of words does."""
    ordered = sorted(pieces, key=lambda piece: piece[1])
    tops = [piece[1] for piece in ordered]
    tallest = max((piece[3] - piece[1] for piece in pieces), default=0.0)
    for piece in pieces:
        first, last = bisect_left(tops, piece[1] - tallest), bisect_left(tops, piece[3])
        near = [other for other in ordered[first:last] if other[3] > piece[1]]
        gap = _GAP * (piece[3] - piece[1])
        level = sorted(other for other in near if _are_level(piece, other))
        end = level[0][2] if level else 0.0
        for other in level:
            if other[0] - end > gap:
                return True
            end = max(end, other[2])
        if (
            len(level) == 1
            and piece[3] - piece[1] > _LOW * tallest
            and any(other[0] - piece[2] > gap or piece[0] - other[2] > gap for other in near)
        ):
            return True
    return False


def _has_wide_space(page: OpenPage) -> bool:
    """True for a space as wide as one between columns, inside what one object draws."""
    text, objects = page.text, TextObjects(page)
    place = _ink if page.rotation else OpenPage.loose_box
    for found in _SPACES.finditer(text):
        before, behind = found.start(), found.end()
        cluster = range(before, before + len(found.group().rstrip()))
        end, begin = max(place(page, index)[2] for index in cluster), place(page, behind)[0]
        height = _LINE * max(objects.manner(before)[1], objects.manner(behind)[1])
        numbers = text[before] in _OF_NUMBERS and text[behind] in _OF_NUMBERS
        if begin - end > (_NUMBER_GAP if numbers else _GAP) * height:
            return True
    return False


def _ink(page: OpenPage, index: int) -> Piece:
    x0, y0, x1, y1 = page.tight_box(index)
    return _upright(page.shown(x0, y0), page.shown(x1, y1))
