"""What the programs that make PDFs do to their text, as canvases of ReportLab.

A page looks as it should with each of them; what its text layer says, how often and in which
order, differs. Digits are never changed: what a number is must be decided by one reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

from corpus.containers.damage import PRIVATE_MARKS, draw_damage
from corpus.containers.fonts import clusters, files, words

Draw = Callable[[Any, float, float, str], None]
"""Puts a text on a canvas (that of ReportLab), left end and base line given."""

_INVISIBLE = 3
"""Text render mode of PDF: neither filled nor stroked."""


def canvas_of(quirk: str, chance: Random) -> Any:
    """A canvas class of ReportLab that writes texts in the way of a quirk."""
    from reportlab.pdfgen.canvas import Canvas

    put = _QUIRKS[quirk](chance)

    class Quirky(Canvas):  # type: ignore[misc]  # ReportLab has no types
        def drawString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802 - ReportLab's
            put(self, x, y, text)

        def drawCentredString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802 - ReportLab's
            put(self, x - self.stringWidth(text) / 2, y, text)

        def drawRightString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802 - ReportLab's
            put(self, x - self.stringWidth(text), y, text)

    return Quirky


def _plain(canvas: Any, x: float, y: float, text: str, mode: int | None = None) -> None:
    from reportlab.pdfgen.canvas import Canvas

    Canvas.drawString(canvas, x, y, text, mode=mode)


def _doubled(_: Random) -> Draw:
    """Bold as some programs make it: every text twice, a quarter of a point apart."""

    def put(canvas: Any, x: float, y: float, text: str) -> None:
        _plain(canvas, x, y, text)
        _plain(canvas, x + 0.25, y, text)

    return put


def _backward(_: Random) -> Draw:
    """Clusters one by one from the last to the first, each where it belongs."""

    def put(canvas: Any, x: float, y: float, text: str) -> None:
        placed = []
        for piece in (piece for word in words(text) for piece in clusters(word)):
            placed.append((x, piece))
            x += canvas.stringWidth(piece)
        for left, piece in reversed(placed):
            _plain(canvas, left, y, piece)

    return put


def _two_layers(chance: Random) -> Draw:
    """The text, and over it once more, unseen, as a program that reads pages took it."""
    damage = draw_damage(chance, frozenset())

    def put(canvas: Any, x: float, y: float, text: str) -> None:
        _plain(canvas, x, y, text)
        _plain(canvas, x, y, damage(text, chance), _INVISIBLE)

    return put


def _damaged(chance: Random) -> Draw:
    """The text as a damaged layer has it, in the lines that the sound one was set in."""
    damage = draw_damage(chance, frozenset(PRIVATE_MARKS))

    def put(canvas: Any, x: float, y: float, text: str) -> None:
        _plain(canvas, x, y, damage(text, chance))

    return put


def _actual_text(_: Random) -> Draw:
    """Glyphs in an order of their own, with the words that they stand for beside them."""

    def put(canvas: Any, x: float, y: float, text: str) -> None:
        said = ("\ufeff" + text).encode("utf-16-be").hex().upper()
        canvas.addLiteral(f"/Span << /ActualText <{said}> >> BDC")
        _plain(canvas, x, y, text.replace("ำ", "ํา"))
        canvas.addLiteral("EMC")

    return put


_QUIRKS: dict[str, Callable[[Random], Draw]] = {
    "doubled": _doubled,
    "backward": _backward,
    "two-layers": _two_layers,
    "damaged": _damaged,
    "actual-text": _actual_text,
}


def thai_digit_faces(family: str) -> tuple[str, str]:
    """Faces of a family that draw the digits 0–9 as Thai ones, as TH SarabunIT๙ does: the page
    shows ๘๕, its text layer says 85. Their names in ReportLab."""
    return _faces(family, "IT", tuple(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True)))


def private_mark_faces(family: str) -> tuple[str, str]:
    """Faces of a family that have tone marks in the private use area, too, as old ones do."""
    return _faces(family, "PUA", tuple(PRIVATE_MARKS.items()))


@cache
def _faces(family: str, label: str, drawn: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Faces of a family that draw the first letter of each pair with the glyph of the second."""
    from fontTools.ttLib import TTFont as Font  # type: ignore[import-untyped]
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    names = f"{family} {label}", f"{family} {label} Bold"
    for name, path in zip(names, files(family), strict=True):
        font = Font(path, recalcTimestamp=False)
        for table in font["cmap"].tables:
            for letter, glyph in drawn:
                if ord(glyph) in table.cmap:
                    table.cmap[ord(letter)] = table.cmap[ord(glyph)]
        out = BytesIO()
        font.save(out)
        out.seek(0)
        pdfmetrics.registerFont(TTFont(name, out))
    return names
