"""Characters that are drawn along another direction than that which a page is read in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.objects import Style, TextObjects
from parsers.pdf.pdfium.page import Matrix, OpenPage
from parsers.pdf.pdfium.rules import apply, texts_in_forms
from parsers.pdf.text.chars import MARKS, Char

SLANTED = 10.0
"""Degrees off the page's axes from which text is a watermark across the page."""


Ink = tuple[float, float, float, float]
"""Left, right, bottom and top."""
Turned = tuple[int, list[Char], Callable[[int], Style]]
"""A direction, its characters, and what tells the style of each."""


def turned_characters(
    page: OpenPage, objects: TextObjects, text: str, indices: Sequence[int]
) -> Iterator[Turned]:
    """Turned characters by direction, measured along and across their lines."""
    groups: dict[int, tuple[list[Char], _Axis, _Axis]] = {}
    handle = page.text_page
    inks, origins = pdfium.tight_boxes(handle, indices), pdfium.origins(handle, indices)
    drawn = pdfium.text_objects(handle, indices)
    parted = objects.say_otherwise(drawn)
    moved = _moved(page, objects, indices) if parted else {}
    if moved:
        inks, origins = _in_page(indices, inks, origins, moved)
    start = 0
    for count in _stretches(drawn):
        end = start + count
        angle, size = objects.manner(indices[start])
        turn = _turn_of((angle - page.rotation) % 360)
        if turn >= 0:
            if turn not in groups:
                groups[turn] = [], *_axes(page, turn)
            chars, along, across = groups[turn]
            places = origins[start:end]
            high, low = 0.8 * size, 0.25 * size
            chars += [
                (
                    index, text[index],
                    begin if begin < first and text[index] not in MARKS else first, base - high,
                    last, base + low,
                )
                for index, base, begin, (first, last) in zip(
                    indices[start:end], across.of(places), along.of(places),
                    along.reach(inks[start:end]), strict=True,
                )
            ]  # fmt: skip
        start = end
    for turn, (chars, _, across) in sorted(groups.items()):
        spread = _spread(objects, chars) if parted else chars
        yield turn, spread, partial(_style, objects, across, moved)


def _moved(page: OpenPage, objects: TextObjects, indices: Sequence[int]) -> dict[int, Matrix]:
    """How the characters of each ``ActualText`` in a form are placed, by their index: pdfium tells
    where they stand in the form."""
    matrices = texts_in_forms(page)
    told = ((index, *objects.said_by(index)) for index in indices) if matrices else ()
    return {index: matrices[drawn] for index, drawn, mark in told if mark and drawn in matrices}


def _in_page(
    indices: Sequence[int], inks: Sequence[Ink], origins: Sequence[tuple[float, float]],
    moved: Mapping[int, Matrix],
) -> tuple[list[Ink], list[tuple[float, float]]]:  # fmt: skip
    """What is drawn, and from where, in the page's own space."""
    placed, begun = list(inks), list(origins)
    for at, index in enumerate(indices):
        matrix = moved.get(index)
        if matrix is None:
            continue
        left, right, bottom, top = inks[at]
        (x0, y0), (x1, y1) = apply(matrix, left, bottom), apply(matrix, right, top)
        placed[at] = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        begun[at] = apply(matrix, *origins[at])
    return placed, begun


def _stretches(drawn: Iterable[int]) -> Iterator[int]:
    """How many characters on end one object draws; 1 for each that none draws."""
    for one, group in groupby(drawn):
        count = sum(1 for _ in group)
        yield from [count] if one else [1] * count


@dataclass(frozen=True, slots=True)
class _Axis:
    """A direction of text that is read, by one of the axes of the page's own space."""

    side: int
    """0 for the axis from left to right, 1 for the one upwards."""
    sign: float
    start: float

    def of(self, places: Sequence[tuple[float, float]]) -> list[float]:
        start, sign, side = self.start, self.sign, self.side
        return [start + sign * place[side] for place in places]

    def reach(self, inks: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float]]:
        """From where to where what is drawn reaches, of its left, right, bottom and top."""
        start, low, high = self.start, 2 * self.side, 2 * self.side + 1
        if self.sign < 0:
            return [(start - ink[high], start - ink[low]) for ink in inks]
        return [(start + ink[low], start + ink[high]) for ink in inks]


def _axes(page: OpenPage, turn: int) -> tuple[_Axis, _Axis]:
    """The axes along and across lines of a direction."""
    origin, right, up = (
        _framed(turn, *page.shown(x, y)) for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    )
    along, across = (
        _Axis(int(abs(right[of] - start) < 0.5), right[of] + up[of] - 2 * start, start)
        for of, start in enumerate(origin)
    )
    return along, across


def _turn_of(angle: float) -> int:
    """The direction nearest to an angle; -1 for what is slanted."""
    turn = round(angle / 90) % 4 * 90
    return -1 if min(abs(angle - turn), 360 - abs(angle - turn)) > SLANTED else turn


def _style(objects: TextObjects, across: _Axis, moved: Mapping[int, Matrix], index: int) -> Style:
    """The style of a character, its angle that of the direction that is read."""
    origin = objects.origin(index)
    matrix = moved.get(index)
    (base,) = across.of([origin if matrix is None else apply(matrix, *origin)])
    return Style(objects.manner(index)[1], base, *objects.look(index))


def _spread(objects: TextObjects, chars: list[Char]) -> list[Char]:
    """Turned characters, those of one ``ActualText`` set evenly along its line: pdfium sets them
    across it, as if they stood upright."""
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
