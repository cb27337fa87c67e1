"""The quick look at a page: its text as pdfium orders it, line by line.

Good enough to say what a page is about, and for the prose of pages that hold no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from parsers.model import Box, Line
from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.objects import TextObjects
from parsers.pdf.pdfium.page import OpenPage
from parsers.pdf.text.lines import reading
from parsers.pdf.text.turned import SLANTED
from parsers.thai import fold_spaces, repair

_MARKS = "ัิ-ฺ็-๎"
_REPEATED = re.compile(f"([ก-ฮ][{_MARKS}]{{1,3}})[\\r\\n ก-ฮ]{{0,3}}?\\1")
_STUTTER = re.compile(f"([ก-ฮ](?![ีุู])[{_MARKS}]{{0,2}}[ัื็่-์][{_MARKS}]{{0,2}})\\1")
"""A syllable's head right behind itself, whose marks leave it no syllable of its own."""
_SILENCED_AGAIN = re.compile(f"([ก-ฮ][{_MARKS}]*์)\r?\n\\1")
"""A silenced letter that pdfium repeats on a line of its own."""
_RING = re.compile(" (?:(?<=[ก-ฮ] )|(?<=[ก-ฮ][่-๋] ))า")
OFTEN = 3
"""Repeated syllables from which a page's text is taken to be repeated by pdfium."""
HEADING_SIZE = 1.15
"""Times the page's usual type size from which a line is a heading."""
_HYPHEN = "\x02"


def shown_text(page: OpenPage) -> str:
    """The page's text, repaired, line by line."""
    return repair(_without_rings(page.text.replace(_HYPHEN, "-").replace("\r", "")))


def _without_rings(text: str) -> str:
    """``text`` with sara am where its ring became a space: no word begins with its rest."""
    return _RING.sub("ำ", text)


def said_once(text: str) -> str:
    """Text without what pdfium says twice, and without the breaks that it puts between."""
    return repair(_REPEATED.sub(r"\1", text).replace("\n", ""))


def repeats_itself(text: str) -> int:
    """How often syllables come twice in a page's text, as from the pieces of an ``ActualText``:
    `OFTEN` at most, and where they come as no word has them."""
    times = len(list(islice(_REPEATED.finditer(text), OFTEN)))
    if 0 < times < OFTEN and (_STUTTER.search(text) or _SILENCED_AGAIN.search(text)):
        return OFTEN
    return times


def plain_lines(page: OpenPage, repaired: str, number: int) -> list[Line] | None:
    """The lines of a page with their places; headings are told by size and bold type.

    ``repaired`` is the page's `shown_text`. None where some lines run in another direction.
    """
    objects = TextObjects(page)
    found: list[tuple[str, Box, float, bool, bool]] = []
    start = 0
    for text in page.text.split("\n"):
        printed = fold_spaces(text.replace(_HYPHEN, "-"))
        first = start + len(text) - len(text.lstrip())
        if printed:
            angle, size, bold, hidden = objects.seen(first)
            if abs((angle - page.rotation + 180) % 360 - 180) > SLANTED:
                return None
            box = _box(page, first, start + len(text.rstrip()) - first)
            found.append((printed, box, size, bold, hidden))
        start += len(text) + 1
    usual = usual_size((size, len(printed)) for printed, _, size, _, _ in found)
    texts = list(filter(None, map(fold_spaces, repaired.split("\n"))))
    if len(texts) != len(found):
        texts = [repair(_without_rings(printed)) for printed, *_ in found]
    lines = []
    for count, (text, (printed, box, size, bold, hidden)) in enumerate(
        zip(texts, found, strict=True), 1
    ):
        method, confidence = reading(hidden=hidden)
        heading = bold or size > HEADING_SIZE * usual
        lines.append(Line(printed, text, count, number, box, method, confidence, heading))
    return lines


def usual_size(sizes: Iterable[tuple[float, int]]) -> float:
    """The type size of most letters, of the sizes of lines and their lengths."""
    ordered = sorted(sizes)
    half = sum(length for _, length in ordered) / 2
    for size, length in ordered:
        half -= length
        if half <= 0:
            return size
    return 1.0


def _box(page: OpenPage, start: int, count: int) -> Box:
    ends = pdfium.rects(page.text_page, start, count)
    if not ends:
        return Box(0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = ends if len(ends) == 4 else _around(ends)
    if not page.rotation:
        x, y = page.left, page.high
        return Box(left - x, y - top, right - x, y - bottom)
    (x0, y0), (x1, y1) = page.shown(left, bottom), page.shown(right, top)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _around(ends: Sequence[float]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what some rectangles cover, each given so."""
    return min(ends[0::4]), max(ends[1::4]), max(ends[2::4]), min(ends[3::4])
