"""Characters that are drawn along another direction than that which a page is read in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from parsers.pdf import raw as pdfium
from parsers.pdf.chars import MARKS, Char
from parsers.pdf.objects import Style, TextObjects
from parsers.pdf.page import OpenPage

SLANTED = 10.0
"""Degrees off the page's axes from which text is a watermark across the page."""


Turned = tuple[int, list[Char], Callable[[int], Style]]
"""A direction, its characters, and what tells the style of each."""


def turned_characters(
    page: OpenPage, objects: TextObjects, text: str, indices: Sequence[int]
) -> Iterator[Turned]:
    """Turned characters by direction, measured along and across their lines."""
    groups: dict[int, tuple[list[Char], dict[int, float]]] = {}
    shown, handle = page.shown, page.text_address
    inks, origins = pdfium.tight_boxes(handle, indices), pdfium.origins(handle, indices)
    same, turn, size = 0, 0, 0.0
    for index, drawn, ink, origin in zip(
        indices, pdfium.text_objects(handle, indices), inks, origins, strict=True
    ):
        if not drawn or drawn != same:
            same = drawn
            angle, size = objects.manner(index)
            turn = _turn_of((angle - page.rotation) % 360)
        if turn < 0:
            continue
        left, right, bottom, top = ink
        along, base = _framed(turn, *shown(*origin))
        first, last = _framed(turn, *shown(left, bottom))[0], _framed(turn, *shown(right, top))[0]
        if last < first:
            first, last = last, first
        if along < first and text[index] not in MARKS:
            first = along
        chars, bases = groups.setdefault(turn, ([], {}))
        chars.append((index, text[index], first, base - 0.8 * size, last, base + 0.25 * size))
        bases[index] = base
    for turn, (chars, bases) in sorted(groups.items()):
        yield turn, _spread(objects, chars), partial(_style, objects, bases)


def _turn_of(angle: float) -> int:
    """The direction nearest to an angle; -1 for what is slanted."""
    turn = round(angle / 90) % 4 * 90
    return -1 if min(abs(angle - turn), 360 - abs(angle - turn)) > SLANTED else turn


def _style(objects: TextObjects, bases: dict[int, float], index: int) -> Style:
    """The style of a character, its angle that of the direction that is read."""
    return Style(objects.manner(index)[1], bases[index], *objects.look(index))


def _spread(objects: TextObjects, chars: list[Char]) -> list[Char]:
    """Turned characters, those of one ``ActualText`` set evenly along its line: pdfium sets them
    across it, as if they stood upright."""
    if not objects.say_otherwise(char[0] for char in chars):
        return chars
    spread: list[Char] = []
    for (drawn, mark), group in groupby(chars, lambda char: objects.said_by(char[0])):
        own = list(group)
        if drawn and mark and len(own) > 1:
            first, last = min(char[2] for char in own), max(char[4] for char in own)
            begin = own[0][0]
            width = (last - first) / (own[-1][0] - begin + 1)
            own = [
                (i, text, first + (i - begin) * width, high, first + (i - begin + 1) * width, low)
                for i, text, _, high, _, low in own
            ]
        spread += own
    return spread


def _framed(turn: int, x: float, y: float) -> tuple[float, float]:
    """A place on the page, measured along and across text that is turned."""
    if turn == 90:
        return -y, x
    if turn == 180:
        return -x, -y
    return (y, -x) if turn == 270 else (x, y)
