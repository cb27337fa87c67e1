"""Glyphs of a page to lines of text, with Thai marks kept on their consonants.

Marks are drawn over, under or before the place of their base and may stand anywhere
by their x position; only the order in which they are drawn tells whose they are. So
marks join the letter drawn before them first, and then letters are sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parsers.model import Box, Line, Method
from parsers.thai import fold_spaces, repair

_MARK = re.compile("^[ัิ-ฺ็-๎\uf701-\uf70e\uf710-\uf71a]+$")
_SAME_LINE = 0.35
"""Times the type size by which the feet of one line's letters may differ."""
_WORD_GAP = 0.18
"""Times the type size from which a gap is a space."""
_NUMBER_GAP = 0.45
"""The same between the digits of two numbers."""
_DIGIT = re.compile(r"[\d๐-๙]")
_COLUMN_GAP = 1.1
"""Times the type size from which a gap parts columns."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter with its marks, as drawn."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a line that wide gaps part from the rest."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class TextLine:
    """One visual line."""

    text: str
    box: Box
    size: float
    bold: bool
    segments: tuple[Segment, ...]

    def as_line(self, page: int, *, heading: bool) -> Line:
        """The line in the document model; its number is given later."""
        return Line(
            fold_spaces(self.text),
            repair(fold_spaces(self.text)),
            0,
            page,
            self.box,
            Method.TEXT_LAYER,
            heading=heading,
        )


def glyphs_of(chars: Iterable[Mapping[str, Any]]) -> list[Glyph]:
    """Letters in the order in which they are drawn, marks joined to them.

    Letters drawn twice at one place (a way to make them bold) are one letter.
    """
    glyphs: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        text = str(char["text"])
        place = (text, round(char["x0"] * 2), round(char["top"] * 2))
        if place in seen and text.strip() and not _MARK.match(text):
            continue
        seen.add(place)
        if glyphs and _MARK.match(text) and _belongs(glyphs[-1], char):
            base = glyphs[-1]
            glyphs[-1] = Glyph(
                base.text + text, base.x0, base.x1, base.top, base.bottom, base.size, base.bold
            )
            continue
        glyphs.append(
            Glyph(
                text,
                float(char["x0"]),
                float(char["x1"]),
                float(char["top"]),
                float(char["bottom"]),
                float(char["size"]) or 1.0,
                "bold" in str(char.get("fontname", "")).lower(),
            )
        )
    return glyphs


def _belongs(base: Glyph, char: Mapping[str, Any]) -> bool:
    """True for a mark drawn on the letter before it, or right behind or above it."""
    near = base.x0 - base.size <= float(char["x0"]) <= base.x1 + 0.5 * base.size
    level = abs((float(char["top"]) + float(char["bottom"])) / 2 - (base.top + base.bottom) / 2)
    return near and level <= base.size


def read_lines(glyphs: Sequence[Glyph]) -> list[TextLine]:
    """The visual lines of glyphs, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.bottom):
        if rows and abs(rows[-1][-1].bottom - glyph.bottom) <= _SAME_LINE * min(
            glyph.size, rows[-1][-1].size
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    order = {id(glyph): index for index, glyph in enumerate(glyphs)}
    lines = []
    for row in rows:
        row.sort(key=lambda g: (round(g.x0, 1), order[id(g)]))
        line = _line(row)
        if line is not None:
            lines.append(line)
    return lines


def _line(row: Sequence[Glyph]) -> TextLine | None:
    segments: list[Segment] = []
    piece: list[Glyph] = []
    for glyph in row:
        if not glyph.text.strip():
            if piece:
                piece.append(glyph)
            continue
        last = next((g for g in reversed(piece) if g.text.strip()), None)
        if last is not None and glyph.x0 - last.x1 > _gap_between(last, glyph) * glyph.size:
            segments.append(_segment(piece))
            piece = []
        piece.append(glyph)
    if any(glyph.text.strip() for glyph in piece):
        segments.append(_segment(piece))
    if not segments:
        return None
    inked = [glyph for glyph in row if glyph.text.strip()]
    sizes = sorted(glyph.size for glyph in inked)
    return TextLine(
        "  ".join(segment.text for segment in segments),
        _box([segment.box for segment in segments]),
        sizes[len(sizes) // 2],
        all(glyph.bold for glyph in inked),
        tuple(segments),
    )


def _gap_between(left: Glyph, right: Glyph) -> float:
    """Between digits a smaller gap parts columns: numbers stand close in narrow tables."""
    digits = _DIGIT.match(left.text) and _DIGIT.match(right.text)
    return _NUMBER_GAP if digits else _COLUMN_GAP


def _segment(glyphs: Sequence[Glyph]) -> Segment:
    """Letters side by side as text: a drawn space or a clear gap is one space."""
    text = ""
    last: Glyph | None = None
    inked = []
    space = False
    for glyph in glyphs:
        if not glyph.text.strip():
            space = True
            continue
        gap = last is not None and glyph.x0 - last.x1 > _WORD_GAP * glyph.size
        if last is not None and (space or gap) and not _same_number(last, glyph, space=space):
            text += " "
        text += glyph.text
        last, space = glyph, False
        inked.append(glyph)
    return Segment(text, _box([Box(g.x0, g.top, g.x1, g.bottom) for g in inked]))


def _same_number(left: Glyph, right: Glyph, *, space: bool) -> bool:
    """True where kerning alone parts the digits of one number."""
    digits = re.compile(r"[\d๐-๙.,]")
    kerned = right.x0 - left.x1 < 0.3 * right.size
    return not space and kerned and bool(digits.match(left.text) and digits.match(right.text))


def _box(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The text of some glyphs, a line break between visual lines."""
    return "\n".join(line.text for line in read_lines(glyphs))
