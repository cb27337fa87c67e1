"""One page of an open PDF: its size and text as pdfium reads them, nothing else yet.

Places are points from the top-left corner of the page as it is read: as it is shown, or turned
so that its text stands upright.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from parsers.pdf.pdfium import raw as pdfium

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_DIGIT, _NUMBER = re.compile(r"[0-9๐-๙]"), re.compile(r"[0-9๐-๙]+")
_SIGN = "[\x01\x03-\t\x0b\x0c\x0e-\x1f!-~]"
_IN_THAI = re.compile(f"{_SIGN}(?:(?<=[ก-๎\ufffd].)|(?<=ำ\r\n.)){_SIGN}*", re.DOTALL)
"""Signs that stand right behind Thai letters, where glyphs without a name come out as any sign;
also where pdfium breaks the line at a raised ring of sara am."""
_FOREIGN = re.compile("[À-ɏ](?:(?<=[ก-๎].)|(?=[ก-๎]))")
"""Latin letters with accents inside Thai words: no writer sets them there, only a font whose
table of Unicode is false."""
_start = re.Match.start
_SAMPLE = 60
"""How many letters of a page are asked whether their font tells what they are."""
_HYPHEN = "\ufffe"
"""What pdfium tells of a hyphen at the end of a line."""
_FEW = 24
"""How many letters of a page are asked how they are turned."""
_NEARLY_ALL = 0.9
NOT_MAPPED = "\ufffd"

Matrix = tuple[float, float, float, float, float, float]


class OpenPage:
    """A page while it is open. Close it: pdfium keeps all its objects until then."""

    def __init__(self, handle: Any, text_handle: Any) -> None:
        self.address = pdfium.address_of(handle)
        """Where pdfium keeps the page."""
        self.text_page = pdfium.Pointer(pdfium.address_of(text_handle))
        """The page's text, for the functions that tell of it."""
        self.drawn: dict[int, list[tuple[int, Matrix]]] | None = None
        """Its objects by kind, each with how it is placed, once they are listed."""
        self._ends = pdfium.numbers(ctypes.c_double, 4)
        self._loose = pdfium.numbers(ctypes.c_float, 4)
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(handle, bounds)
        self.left, self.high = bounds.left, bounds.top
        self._right, self._low = bounds.right, bounds.bottom
        self.text = self._read_text()
        """One code point a character of pdfium's, U+FFFD for a digit whose font does not
        tell what it is."""
        shown = raw.FPDFPage_GetRotation(handle) * 90 % 360
        self.rotation = self._upright(shown)
        """Degrees, clockwise, by which the page is turned when read."""
        self.turn = (self.rotation - shown) % 360
        """The same from how it is shown: of pages whose text lies on its side."""
        width, height = abs(bounds.right - bounds.left), abs(bounds.top - bounds.bottom)
        turned = self.rotation in (90, 270)
        self.width, self.height = (height, width) if turned else (width, height)

    def _read_text(self) -> str:
        count = max(0, pdfium.count_chars(self.text_page))
        text = pdfium.text_of(self.text_page, count)
        if text is None or "\0" in text:
            text = "".join(self._code_point(index) for index in range(count))
        text = text.replace("\xa0", " ").replace(_HYPHEN, "-")
        if pdfium.lacking_unicode(self.text_page, map(_start, _NUMBER.finditer(text))):
            text = _DIGIT.sub(
                lambda m: NOT_MAPPED if self.lacks_unicode(m.start()) else m.group(), text
            )
        if pdfium.lacking_unicode(self.text_page, map(_start, _IN_THAI.finditer(text))):
            text = _IN_THAI.sub(self._named, text)
        return _FOREIGN.sub(NOT_MAPPED, text)

    def _upright(self, shown: int) -> int:
        """How the page must be turned for its text to stand upright: as it is shown, unless
        nearly all letters lie on the same side."""
        step = max(1, len(self.text) // _FEW)
        letters = [i for i in range(0, len(self.text), step) if self.text[i] > " "]
        if len(letters) < _FEW // 2:
            return shown
        ways = pdfium.directions(self.text_page, letters)
        quarters = {way: _quarter(*way) for way in set(ways)}
        angles = [quarters[way] for way in ways]
        angle = max(set(angles), key=angles.count)
        return angle if angles.count(angle) >= _NEARLY_ALL * len(angles) else shown

    def _named(self, found: re.Match[str]) -> str:
        """Signs, U+FFFD for each whose font does not tell what it is."""
        return "".join(
            NOT_MAPPED if self.lacks_unicode(index) else sign
            for index, sign in enumerate(found.group(), found.start())
        )

    def _code_point(self, index: int) -> str:
        code = pdfium.code_point(self.text_page, index)
        if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            return NOT_MAPPED
        return chr(code)

    def lacks_unicode(self, index: int) -> bool:
        """True for a character whose font does not tell what it is."""
        return bool(pdfium.lacking_unicode(self.text_page, [index]))

    def unmapped_share(self) -> float:
        """Share of letters, by a sample, whose font does not tell what they are."""
        step = max(1, len(self.text) // _SAMPLE)
        sample = [i for i in range(0, len(self.text), step) if self.text[i] > " "]
        unmapped = pdfium.lacking_unicode(self.text_page, sample)
        return unmapped / len(sample) if sample else 0.0

    def loose_box(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what a character takes on its line, in the page's own
        space: of text that is not turned there."""
        pdfium.loose_box(self.text_page, index, self._loose.places[0])
        left, top, right, bottom = self._loose.all()
        return left, top, right, bottom

    def tight_box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character's ink in the page's own space."""
        pdfium.tight_box(self.text_page, index, *self._ends.places)
        left, right, bottom, top = self._ends.all()
        return left, bottom, right, top

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A place in the page's own space as it is shown."""
        if self.rotation == 90:
            return y - self._low, x - self.left
        if self.rotation == 180:
            return self._right - x, y - self._low
        if self.rotation == 270:
            return self.high - y, self._right - x
        return x - self.left, self.high - y

    def frame(self) -> Matrix:
        """The matrix that does what `shown` does."""
        if self.rotation == 90:
            return 0.0, 1.0, 1.0, 0.0, -self._low, -self.left
        if self.rotation == 180:
            return -1.0, 0.0, 0.0, 1.0, self._right, -self._low
        if self.rotation == 270:
            return 0.0, -1.0, -1.0, 0.0, self.high, self._right
        return 1.0, 0.0, 0.0, -1.0, -self.left, self.high


def _quarter(across: float, up: float) -> int:
    """By how many degrees, in quarters, what is written in a direction is turned."""
    return round(math.degrees(math.atan2(up, across)) / 90) % 4 * 90


@contextmanager
def open_page(pdf: PdfDocument, index: int) -> Iterator[OpenPage | None]:
    """A page of an open file; None where pdfium cannot read it."""
    handle = raw.FPDF_LoadPage(pdf.raw, index)
    if not handle:
        yield None
        return
    text_handle = raw.FPDFText_LoadPage(handle)
    try:
        yield OpenPage(handle, text_handle) if text_handle else None
    finally:
        if text_handle:
            raw.FPDFText_ClosePage(text_handle)
        raw.FPDF_ClosePage(handle)
