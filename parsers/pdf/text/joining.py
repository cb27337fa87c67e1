"""Characters of a page joined to runs, each mark on the letter that it is drawn on.

The place of a mark tells little, since fonts draw them over, under or behind their letter: so
the order of drawing decides, and only for a mark that stands elsewhere its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from parsers.pdf.pdfium.objects import Style, TextObjects
from parsers.pdf.pdfium.page import NOT_MAPPED
from parsers.pdf.text.chars import (
    COLUMN_GAP,
    DIGITS,
    HYPHEN,
    IN_TABLES,
    MARKS,
    NUMBER_GAP,
    Char,
    Run,
)
from parsers.pdf.text.turned import SLANTED

_WORD_GAP = 0.18
"""Times the type size from which a gap is a space."""
KERNED = 0.3
"""Times the type size up to which a gap inside a number is kerning."""
_BACK = -0.55
"""Times the type size by which a letter may begin before the last one ends."""
_OVER = -0.15
"""The same for a letter that may be drawn again over one before."""
_LEVEL = 0.45
"""Times the type size by which the middles of letters of one line may differ."""
_MARKED = 0.08
"""Times the type size that pdfium takes from the end of a letter whose marks are drawn apart."""
_LATE = 3
"""Runs among which the letter of a mark is looked for that is drawn after other letters."""
_LATE_MARKS = 4
"""Letters of a run among which the one is looked for that a mark stands over."""
_EDGE = 0.1
"""Times the type size by which a mark's place may begin before that of its letter."""
_OVERLAP = 0.06
"""Times the type size that it then begins before its letter ends, at least."""
_BEFORE, _BEHIND = 0.6, 0.5
"""Times the type size that a mark may begin before its letter, and behind it."""
_SLIM, _EXACT = 0.1, 0.01
"""Points from which a character has a width, and by which the same place may differ."""
_RING = "ํ"
_INSIDE = 0.1
"""Times the type size by which a space begins inside a letter, if it is the ring of sara am:
fonts of office programs have no letter for it, and spaces have no ink."""
_SARA_AM = 0.45
"""Times the type size that the second half of sara am takes, drawn apart from the first."""
_IN_NUMBER = DIGITS | {".", ","}
_NAMELESS = {NOT_MAPPED, *map(chr, range(1, 32))} - {"\r", "\n", "\t", HYPHEN}
"""What a glyph comes out as whose font does not tell what it is."""
_APART = MARKS | {"ำ", NOT_MAPPED, HYPHEN, " ", "\r", "\n", *map(chr, range(32))}
"""Characters that do not simply follow on the one before."""


class Joiner:
    """Joins characters to runs, one after another."""

    def __init__(self, objects: TextObjects, style: Callable[[int], Style], turn: int) -> None:
        self._objects = objects
        self._style = style
        self._turn = turn
        self._runs: list[Run] = []
        self._orphans: list[Char] = []
        self.turned: list[int] = []
        """Characters that are drawn in another direction."""

    def join(self, chars: Iterable[Char]) -> list[Run]:  # noqa: C901 - calls would cost the time
        """The runs of characters in the order of drawing."""
        run: Run | None = None
        clusters: list[str] = []
        lefts: list[float] = []
        rights: list[float] = []
        began = right = middle = size = slack = joined = 0.0
        over = level = 0.0
        following = float("-inf")
        space = dropped = ring = False
        last = ""
        for index, text, x0, top, x1, bottom in chars:
            if (
                over < x0 - right < joined
                and text not in _APART
                and not space
                and -level < (top + bottom) / 2 - middle < level
            ):
                clusters.append(text)
                lefts.append(x0)
                rights.append(x1)
                began = x0
                right = x1
                middle = (top + bottom) / 2
                last = text
                dropped = False
                continue
            if (
                text in MARKS
                and run is not None
                and not dropped
                and lefts[-1] <= (x0 + x1) / 2
                and lefts[-1] - _BEFORE * size <= x0 <= rights[-1] + _BEHIND * size
                and -size <= (top + bottom) / 2 - middle <= size
                and (x1 - x0 <= _SLIM or not -_EXACT < x0 - right < _EXACT)
            ):
                clusters[-1] += text
                continue
            char = index, text, x0, top, x1, bottom
            if text in _NAMELESS and run is not None:
                ended = clusters[-1][-1:] == "ำ"
                if ended or (text < " " and 0 <= x0 - right + _EDGE * size < joined):
                    rights[-1] = right = max(right, x1)
                    continue
            if text <= " " and text != HYPHEN:
                if text == " " and x1 > x0 and run is not None:
                    if x0 < right - _INSIDE * size and x1 > lefts[-1]:
                        ring, joined = True, float("-inf")
                    else:
                        space = space or abs(x0 - right) < size
                continue
            if dropped and (text in MARKS or text == "ำ"):
                continue
            dropped = False
            if text in MARKS:
                if run is None and self.turned and self._is_turned(index):
                    continue
                if run is None or not self._is_on(char, lefts[-1], rights[-1], middle, size):
                    self._orphans.append(char)
                    continue
                if _is_piece(char, began, right):
                    self._objects.repeats(index)
                    began, rights[-1], right = x0, x1, x1
                    slack = _MARKED * size
                    joined = float("-inf")
                    clusters[-1] += text
                    continue
                clusters[_bearer(clusters, lefts, (x0 + x1) / 2)] += text
                continue
            if (
                text == "ำ"
                and run is not None
                and self._is_sara_am(char, lefts[-1], began, right, middle, size)
            ):
                self._objects.repeats(index)
                following = x1
                x0, x1 = right, max(x1, right) + _SARA_AM * size
                clusters.append(text)
                lefts.append(x0)
                rights.append(x1)
                began, right, last, space, slack = x0, x1, text, False, _MARKED * size
                joined = float("-inf")
                continue
            if text == "ำ" and run is not None and _is_late_ring(char, right, size):
                self._orphans.append(char)
                continue
            if text == HYPHEN:
                text = "-"
            if ring and text == "า":
                clusters[-1] += _RING
            ring = False
            gap = x0 - right
            here = (top + bottom) / 2
            if run is not None and (
                gap < _OVER * size
                or abs(here - middle) > 0.5 * _LEVEL * size
                or (gap < 0 and joined < 0)
            ):
                dropped = self._objects.repeats(index) or (
                    abs(x0 - following) > _EXACT and (_again(run, char) or self._is_mark_of(char))
                )
                if dropped:
                    continue
            if (
                run is None
                or gap < _BACK * size
                or gap > COLUMN_GAP * size
                or abs(here - middle) > _LEVEL * size
                or (gap > NUMBER_GAP * size and text in IN_TABLES and last in IN_TABLES)
                or (run.hidden and not self._objects.look(index)[1])
            ):
                run = self._start(index, top, bottom)
                if run is None:
                    over = joined = 0.0
                    continue
                clusters, lefts, rights = run.clusters, run.lefts, run.rights
                size = run.size
                over, joined, level = _OVER * size, _WORD_GAP * size, 0.5 * _LEVEL * size
                if run.hidden:
                    over = float("inf")
            elif space or gap > _WORD_GAP * size + slack:
                kerned = gap < KERNED * size and not space and text in _IN_NUMBER
                if not (kerned and _ends_in_number(clusters)):
                    clusters.append(" ")
                    lefts.append(right)
                    rights.append(x0)
            slack = 0.0
            joined = _WORD_GAP * size
            clusters.append(text)
            lefts.append(x0)
            rights.append(x1)
            began, right, middle, last, space = x0, x1, here, text, False
        self._adopt()
        return self._runs

    def _is_mark_of(self, char: Char) -> bool:
        """True for a letter that pdfium gives once more with the mark above or below it, which
        is drawn by itself and later: it stands within the place of the same letter."""
        _, text, x0, top, _, bottom = char
        for run in self._runs[: -_LATE - 1 : -1]:
            if abs((run.high + run.low - top - bottom) / 2) > run.size:
                continue
            at = bisect_right(run.lefts, x0 + _EDGE * run.size)
            for number in range(max(0, at - 2), at):
                cluster = run.clusters[number]
                if len(cluster) > 1 and cluster[0] == text:
                    end = number if text == "ำ" else at - 1  # its ring stands over the one before
                    return x0 < run.rights[end] - _OVERLAP * run.size
        return False

    def _is_turned(self, index: int) -> bool:
        if abs(self._style(index).angle) <= SLANTED:
            return False
        self.turned.append(index)
        return True

    def _start(self, index: int, top: float, bottom: float) -> Run | None:
        style = self._style(index)
        if abs(style.angle) > SLANTED:
            self.turned.append(index)
            return None
        run = Run(
            [], [], [], style.base, style.size, style.bold, style.hidden, self._turn, top, bottom
        )
        self._runs.append(run)
        return run

    def _is_on(
        self, mark: Char, left: float, right: float, middle: float, size: float
    ) -> bool:  # fmt: skip
        """True for a mark drawn on the letter before it, or right behind or above it."""
        _, _, x0, top, _, bottom = mark
        near = left - _BEFORE * size <= x0 <= right + _BEHIND * size
        return near and abs((top + bottom) / 2 - middle) <= size

    def _is_sara_am(
        self, char: Char, left: float, began: float, right: float, middle: float, size: float
    ) -> bool:  # fmt: skip
        """True for a sara am whose place is only that of its ring, over the letter before."""
        _, _, x0, top, x1, bottom = char
        ring = _is_piece(char, began, right) or abs((top + bottom) / 2 - middle) > 0.3 * size
        near = left - 0.3 * size <= x0 <= right + 0.3 * size
        return x1 > x0 and ring and near and abs((top + bottom) / 2 - middle) <= 1.2 * size

    def _adopt(self) -> None:
        """Give marks that stand apart from the letter before them to the letter below them."""
        for index, text, x0, top, x1, bottom in self._orphans:
            if self._objects.repeats(index):
                continue
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            best: tuple[float, Run, int] | None = None
            for run in self._runs:
                if abs((run.high + run.low) / 2 - y) > run.size:
                    continue
                reach, beside = 0.4 * run.size, 0.1 * run.size
                for number, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
                    away = left - x
                    if away > reach or x - right - beside > reach or run.clusters[number] == " ":
                        continue
                    away = max(away, x - right - beside, 0.0)
                    if best is None or away <= best[0]:
                        best = away, run, number
            if best is not None:
                _, run, number = best
                run.clusters[number] += text
                if text == "ำ" and run.clusters[number + 1 : number + 2] == [NOT_MAPPED]:
                    del run.clusters[number + 1], run.lefts[number + 1], run.rights[number]


def _is_late_ring(char: Char, right: float, size: float) -> bool:
    """True for the ring of a sara am, drawn by itself after letters that follow on it."""
    return char[2] < right - size and 0 < char[4] - char[2] < 0.5 * size


def _bearer(clusters: list[str], lefts: list[float], centre: float) -> int:
    """Which of the last letters bears a mark: one before the last, where the mark stands over it
    and was only drawn after the ones that follow."""
    if centre >= lefts[-1]:
        return -1
    for back in range(2, min(_LATE_MARKS, len(clusters)) + 1):
        if lefts[-back] <= centre:
            return -back if clusters[-back] != " " else -1
    return -1


def _ends_in_number(clusters: list[str]) -> bool:
    last = clusters[-1]
    return last in DIGITS or (last in ".," and len(clusters) > 1 and clusters[-2] in DIGITS)


def _is_piece(char: Char, left: float, right: float) -> bool:
    """True for one of the equal parts into which pdfium cuts the place of an ``ActualText``."""
    width = char[4] - char[2]
    parts = abs(char[2] - right) < _EXACT and abs(width - (right - left)) < _EXACT
    return width > _SLIM and parts


def _again(run: Run, char: Char) -> bool:
    """True for the run's last letter drawn once more, a hair beside it, to make it bold; and for
    one that pdfium gives once more for the mark above it, whose place it then has."""
    text, x0, last = char[1], char[2], run.clusters[-1]
    if last[:1] != text:
        return False
    left, right = run.lefts[-1], run.rights[-1]
    if len(last) > 1 and left <= x0 < right - _OVERLAP * run.size:
        return True
    level = abs((run.high + run.low) / 2 - (char[3] + char[5]) / 2)
    return abs(run.lefts[-1] - x0) < 0.1 * run.size and level < 0.1 * run.size
