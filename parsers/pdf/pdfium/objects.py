"""What pdfium knows of the text objects that characters are drawn by."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.page import OpenPage

_FILLED_AND_STROKED = 2
HIDDEN_MODES = (3, 7)


@dataclass(slots=True)
class Style:
    """How a character is drawn."""

    size: float
    base: float
    bold: bool
    hidden: bool
    angle: float = 0.0
    """Degrees off the direction that is read."""


_Seen = tuple[float, float, float, bool, bool]


class TextObjects:
    """What pdfium knows of the text objects that characters are drawn by."""

    def __init__(self, page: OpenPage) -> None:
        self._text_page = page.text_page
        self._high = page.high
        self._bold: dict[int, bool] = {}
        self._spans: dict[int, int] = {}
        self._said: dict[int, int] = {}
        self._seen_of: dict[int, _Seen] = {}
        self._last = -1, 0
        self._matrix = pdfium.numbers(ctypes.c_float, 6)
        self._origin = pdfium.numbers(ctypes.c_double, 2)

    def style(self, index: int) -> Style:
        """Type size, foot of the line, and look of an upright character."""
        angle, size, foot, bold, hidden = self._seen(index)
        base = self._high - (self.origin(index)[1] if angle else foot)
        return Style(size, base, bold, hidden, angle)

    def manner(self, index: int) -> tuple[float, float]:
        """A character's angle and type size: those of what it is drawn by."""
        return self._seen(index)[:2]

    def look(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold, and whether it is hidden."""
        return self._seen(index)[3:]

    def seen(self, index: int) -> tuple[float, float, bool, bool]:
        """A character's angle and type size, whether it is bold, and whether it is hidden."""
        angle, size, _, bold, hidden = self._seen(index)
        return angle, size, bold, hidden

    def _seen(self, index: int) -> _Seen:
        """Angle and type size of what draws a character, where the foot of its line is, if that
        is level, and how it looks."""
        drawn = self._drawn_by(index)
        found = self._seen_of.get(drawn) if drawn else None
        if found is None:
            text_page, matrix = self._text_page, self._matrix
            pdfium.char_matrix(text_page, index, matrix.places[0])
            a, b, c, d, _, foot = matrix.all()
            size = abs(pdfium.font_size(text_page, index) * math.hypot(c, d)) or 1.0
            angle = math.degrees(math.atan2(b, a))
            mode = pdfium.render_mode(drawn) if drawn else 0
            bold = bool(drawn) and (self._is_bold(drawn) or mode == _FILLED_AND_STROKED)
            found = self._seen_of[drawn] = angle, size, foot, bold, mode in HIDDEN_MODES
        return found

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands in the page's own space."""
        pdfium.origin(self._text_page, index, *self._origin.places)
        return self._origin[0], self._origin[1]

    def _is_bold(self, drawn: int) -> bool:
        font = pdfium.font_of(drawn) or 0
        if font not in self._bold:
            name = ctypes.create_string_buffer(128)
            pdfium.font_name(font, ctypes.addressof(name), 128)
            self._bold[font] = b"bold" in name.value.lower()
        return self._bold[font]

    def repeats(self, index: int) -> bool:
        """True for a character of an ``ActualText`` that another object gave already."""
        drawn, mark = self.said_by(index)
        return bool(mark and self._spans.setdefault(mark, drawn) != drawn)

    def said_by(self, index: int) -> tuple[int, int]:
        """The object that draws a character, and its ``ActualText``; 0 for none."""
        drawn = self._drawn_by(index)
        if drawn not in self._said:
            self._said[drawn] = self._actual_text(drawn) if drawn else 0
        return drawn, self._said[drawn]

    def _drawn_by(self, index: int) -> int:
        """The object that draws a character, 0 for none; the last one is often asked for again."""
        if index != self._last[0]:
            self._last = index, pdfium.text_object(self._text_page, index) or 0
        return self._last[1]

    def say_otherwise(self, drawn: Iterable[int]) -> bool:
        """True where any object is of an ``ActualText``; 0 stands for none."""
        return any(self._actual_text(one) for one in set(drawn) if one)

    def _actual_text(self, drawn: int) -> int:
        for number in range(pdfium.count_marks(drawn)):
            mark = pdfium.mark_of(drawn, number)
            if pdfium.mark_value_type(mark, b"ActualText"):
                return int(mark)
        return 0
