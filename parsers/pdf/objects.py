"""What pdfium knows of the text objects that characters are drawn by."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

from parsers.pdf import raw as pdfium
from parsers.pdf.page import OpenPage

_HIDDEN_MODES = (3, 7)


@dataclass(frozen=True, slots=True)
class Style:
    size: float
    base: float
    bold: bool
    hidden: bool
    angle: float = 0.0
    """Degrees off the direction that is read."""


class TextObjects:
    """What pdfium knows of the text objects that characters are drawn by."""

    def __init__(self, page: OpenPage) -> None:
        self._text_page = page.text_address
        self._high = page.high
        self._bold: dict[int, bool] = {}
        self._spans: dict[int, int] = {}
        self._matrix = pdfium.Numbers(ctypes.c_float, 6)
        self._origin = pdfium.Numbers(ctypes.c_double, 2)

    def style(self, index: int) -> Style:
        """Type size, foot of the line, and look of an upright character."""
        angle, size, _, y = self.place(index)
        return Style(size, self._high - y, *self.look(index), angle)

    def place(self, index: int) -> tuple[float, float, float, float]:
        """A character's angle, type size, and origin in the page's own space."""
        pdfium.char_matrix(self._text_page, index, self._matrix.places[0])
        pdfium.origin(self._text_page, index, *self._origin.places)
        a, b, c, d, _, _ = self._matrix.all()
        size = abs(pdfium.font_size(self._text_page, index) * math.hypot(c, d)) or 1.0
        return math.degrees(math.atan2(b, a)), size, self._origin[0], self._origin[1]

    def look(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold, and whether it is hidden."""
        drawn = pdfium.text_object(self._text_page, index)
        if not drawn:
            return False, False
        mode = pdfium.render_mode(drawn)
        return self._is_bold(drawn) or mode == 2, mode in _HIDDEN_MODES

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
        drawn = pdfium.text_object(self._text_page, index) or 0
        for number in range(pdfium.count_marks(drawn) if drawn else 0):
            mark = pdfium.mark_of(drawn, number)
            if pdfium.mark_value_type(mark, b"ActualText"):
                return drawn, mark
        return drawn, 0
