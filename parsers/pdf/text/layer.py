"""What a page's text layer is worth: whether it can be read, and whether as pdfium gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.pdf.pdfium.page import NOT_MAPPED, OpenPage
from parsers.pdf.pdfium.pictures import shows_table
from parsers.pdf.pdfium.rules import shows_and_hides
from parsers.pdf.text.glance import Glance
from parsers.pdf.text.joining import KERNED
from parsers.pdf.text.scan import OFTEN

_UNREADABLE_SHARE = 0.3
"""Share of letters without a Unicode value from which a text layer is unreadable."""
_NO_UNICODE = re.compile("[\ufffd\x01\x03-\x08\x0b\x0c\x0e-\x1f\ue000-\uf6ff\uf71b-\uf8ff]")
_GAP_IN_NUMBER = re.compile(
    r" (?:(?<=[\d๐-๙]\.[\d๐-๙] )(?=[\d๐-๙](?![\d๐-๙.,]))|(?<=[\d๐-๙] )(?=[\d๐-๙]{1,2}\.[\d๐-๙]))"
)
"""Where a space may stand inside a number: behind its first decimal, or before its point."""
_MARK_APART = re.compile("[^ก-๎\uf700-\uf71a\ufffd\x01-\x1f][ัิ-ฺ็-๎]")
"""A mark behind no letter: marks are drawn after the letters that follow theirs."""


_LETTER = re.compile("[A-Za-zก-๎]")
_LATIN = re.compile("[A-Za-z]+")
_TORN = re.compile(
    r"[A-Za-z](?=[ก-๎])|[ก-๎](?=[A-Za-z])|[A-Za-z][:;<=>?@#$%&\"!*+^~|\\{}\[\]](?=[A-Za-z])"
)
"""Where a word goes from one script to the other, or has a sign inside."""
_LEAST_TORN = 20
_TORN_SHARE = 0.1
"""Share of letters where words are so torn, from which a font's table of Unicode is false."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a page's text tells at once."""

    text: str
    """Repaired, line by line."""
    repeats: int
    """How often it repeats itself, as far as that matters."""


def is_spoilt(page: OpenPage, look: Look, seen: Glance | None) -> bool:
    """True for a page whose lines must be read letter by letter, as pdfium gives them otherwise
    than they are printed; a page that may hold facts, and was ``seen``, at the least sign."""
    text = page.text
    return (
        bool(page.turn)
        or (seen is not None and seen.marks_apart)
        or NOT_MAPPED in text
        or look.repeats >= (1 if seen else OFTEN)
        or _MARK_APART.search(text) is not None
        or any(_is_one_number(page, gap) for gap in _GAP_IN_NUMBER.finditer(text))
        or shows_and_hides(page)
    )


def _is_one_number(page: OpenPage, gap: re.Match[str]) -> bool:
    """True where a space that pdfium puts between two digits is none that is printed."""
    before, after = page.loose_box(gap.start() - 1), page.loose_box(gap.end())
    between = page.loose_box(gap.start())
    height = max(abs(box[1] - box[3]) for box in (before, after))
    return between[2] - between[0] <= 0.0 and after[0] - before[2] < KERNED * height


def notices_of(page: OpenPage) -> tuple[str, ...]:
    """What is to be said of a page that is an image, holds one, or cannot be read."""
    pictured = shows_table(page)
    inked = len(page.text) - page.text.count(" ") - 2 * page.text.count("\r\n")
    if inked <= 0:
        return ("image-only",) if pictured else ()
    if _is_garbage(page.text):
        return ("unreadable-text",)
    unknown = len(_NO_UNICODE.findall(page.text))
    if max(unknown / inked, page.unmapped_share()) > _UNREADABLE_SHARE:
        return ("unreadable-text",)
    return ("image-table",) if pictured else ()


def _is_garbage(text: str) -> bool:
    """True for a page of letters that are no words: Thai and Latin ones run into each other, or
    signs stand inside Latin ones, wherever one looks; English between Thai words does neither."""
    if len(_LATIN.findall(text)) < _LEAST_TORN / 2:  # each is torn at its ends at most
        return False
    torn = len(_TORN.findall(text))
    if torn < _LEAST_TORN:
        return False
    letters = len(_LETTER.findall(text))
    return torn > _TORN_SHARE * letters
