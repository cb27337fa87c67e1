"""Text without its white space, with a memory of where it stood.

Thai writes no spaces between words, and OCR, justification and line breaks put
spaces inside them. Type words and names are therefore looked for in the letters
alone; a former space is only a hint that a name may end there.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_WIDTHLESS = frozenset("\u200b\u200c\u200d\u2060\ufeff*#!\ufffd\x1f")
"""Signs that end no name: those without width, those of type faces, and those that stand inside
words where a letter was not read."""

_FEW = 16
"""Gaps among which numbers are looked for that stand beside each other."""
_RING = "\u0e4d"
_PLAIN = '"$-)+-~ก-ัำ-๛'
"""Letters that stand for themselves wherever they stand."""
_STRETCHES = {
    torn: re.compile(rf"\s+|([{_PLAIN}{'' if torn else 'า'}]+)|.", re.DOTALL)
    for torn in (False, True)
}
"""White space, letters that stand for themselves (a group), or one other character; in texts with
torn sara am า does not."""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters of a text."""

    text: str
    origins: tuple[int, ...]
    """Where each letter stands in the source text."""
    gaps: tuple[int, ...]
    """Positions in ``text`` in front of which the source has white space, ascending."""
    breaks: tuple[int, ...]
    """Of these, the ones in front of which a cell or paragraph begins."""
    wraps: tuple[int, ...] = ()
    """Of these, the ones in front of which a line of the same paragraph begins."""

    def is_gap(self, position: int) -> bool:
        """Whether white space, or the start or end of the text, stands at ``position``."""
        if position <= 0 or position >= len(self.text):
            return True
        index = bisect_left(self.gaps, position)
        return index < len(self.gaps) and self.gaps[index] == position

    def next_gap(self, position: int) -> int:
        """The first gap behind ``position``; the end of the text if there is none."""
        index = bisect_left(self.gaps, position + 1)
        return self.gaps[index] if index < len(self.gaps) else len(self.text)

    def next_break(self, position: int) -> int:
        """The first cell or paragraph start behind ``position``, or the end of the text."""
        index = bisect_left(self.breaks, position + 1)
        return self.breaks[index] if index < len(self.breaks) else len(self.text)

    def numbers_end(self, position: int) -> int:
        """The first gap behind ``position`` that parts two numbers, or the end of the text."""
        index = bisect_left(self.gaps, position + 1)
        for gap in self.gaps[index : index + _FEW]:
            if self.text[gap - 1].isdigit() and self.text[gap].isdigit():
                return gap
        return len(self.text)

    def origin(self, position: int) -> int:
        """Where the letter at ``position`` stands in the source; behind the last for the end."""
        if position < len(self.origins):
            return self.origins[position]
        return self.origins[-1] + 1 if self.origins else 0


@lru_cache(maxsize=1024)
def squeeze(text: str) -> Squeezed:
    """The letters of ``text``; tabs and blank lines are breaks."""
    letters: list[str] = []
    origins: list[int] = []
    gaps: list[int] = []
    breaks: list[int] = []
    wraps: list[int] = []
    white = ""
    for found in _STRETCHES[_RING in text].finditer(text):
        stretch = found.group()
        if stretch.isspace():
            white += stretch
            continue
        if stretch in _WIDTHLESS:
            continue
        if white and letters:
            gaps.append(len(letters))
            if "\t" in white or white.count("\n") > 1:
                breaks.append(len(letters))
            elif "\n" in white:
                wraps.append(len(letters))
        white = ""
        if found.lastindex:
            letters += stretch
            origins += range(found.start(), found.end())
            continue
        for part in unicodedata.normalize("NFC", stretch):
            if part == "า" and letters and letters[-1] == _RING:
                letters[-1] = "ำ"
                continue
            letters.append(part)
            origins.append(found.start())
    return Squeezed("".join(letters), tuple(origins), tuple(gaps), tuple(breaks), tuple(wraps))
