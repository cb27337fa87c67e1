"""Characters of a page, as pdfium reads them, joined to runs along their lines.

A run is text that stands close together on one line. Marks stay on the letter that they
are drawn on: their own place tells little, since fonts draw them over, under or behind it,
so the order of drawing decides, and only for a mark that stands elsewhere its place.

Text drawn twice is read once: the pieces of one ``ActualText`` (pdfium gives the text
again for every piece), the same text drawn over itself, and a hidden layer of recognised
text under text that shows.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from parsers.model import Box
from parsers.pdf import raw as pdfium
from parsers.pdf.page import NOT_MAPPED, OpenPage

MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎\uf701\uf702\uf703\uf704\uf705\uf706\uf707\uf708\uf709\uf70a"
                  "\uf70b\uf70c\uf70d\uf70e\uf710\uf711\uf712\uf713\uf714\uf715\uf716\uf717\uf718"
                  "\uf719\uf71a")  # fmt: skip
DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
IN_TABLES = DIGITS | frozenset("-–—✓✔✗✘")
"""Digits, and the marks that stand in columns of them."""
COLUMN_GAP = 1.1
"""Times the type size from which a gap parts columns."""
NUMBER_GAP = 0.45
"""The same between two numbers: they stand close in narrow tables."""
_WORD_GAP = 0.18
"""Times the type size from which a gap is a space."""
_KERNED = 0.3
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
_HIDDEN_MODES = (3, 7)
_SLANTED = 10.0
"""Degrees off the page's axes from which text is a watermark across the page."""
_IN_NUMBER = DIGITS | {".", ","}
_HYPHEN = "\x02"

_NAMELESS = {NOT_MAPPED, *map(chr, range(1, 32))} - {"\r", "\n", "\t", _HYPHEN}
"""What a glyph comes out as whose font does not tell what it is."""
_APART = MARKS | {"ำ", NOT_MAPPED, _HYPHEN, " ", "\r", "\n", *map(chr, range(32))}
"""Characters that do not simply follow on the one before."""

Char = tuple[int, str, float, float, float, float]
"""Index on the page, text, and its place along and across the line: from, top, to, bottom."""


_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Run:
    """Letters that stand close together on one line, each with its marks.

    ``lefts``, ``rights`` and ``base`` are measured along and across the line; the box is the
    run's place on the page as it is shown.
    """

    clusters: list[str]
    lefts: list[float]
    rights: list[float]
    base: float
    size: float
    bold: bool
    hidden: bool
    turn: int
    """Degrees, counter-clockwise, by which the text is turned on the page as shown."""
    high: float
    low: float
    box: Box = _NOWHERE

    @property
    def text(self) -> str:
        return "".join(self.clusters)

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def right(self) -> float:
        return self.rights[-1]

    def part(self, start: int, end: int) -> Run | None:
        """The letters from ``start`` to before ``end`` as a run; None where there is no ink."""
        while start < end and self.clusters[start] == " ":
            start += 1
        while start < end and self.clusters[end - 1] == " ":
            end -= 1
        if start >= end:
            return None
        part = Run(
            self.clusters[start:end], self.lefts[start:end], self.rights[start:end], self.base,
            self.size, self.bold, self.hidden, self.turn, self.high, self.low,
        )  # fmt: skip
        part.box = _shown_box(part)
        return part

    def split(self, places: Iterable[float]) -> list[Run]:
        """The parts of an upright run left and right of some places."""
        parts, start = [], 0
        for place in sorted(places):
            end = start
            while end < len(self.clusters) and self.lefts[end] + self.rights[end] < 2 * place:
                end += 1
            parts.append(self.part(start, end))
            start = end
        parts.append(self.part(start, len(self.clusters)))
        return [part for part in parts if part is not None]


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    base: float
    bold: bool
    hidden: bool
    angle: float = 0.0
    """Degrees off the direction that is read."""


def read_runs(page: OpenPage) -> list[Run]:
    """Every run of text on a page, upright ones in the order of drawing, then turned ones."""
    text = page.text
    if not text:
        return []
    objects = TextObjects(page)
    runs: list[Run] = []
    if page.rotation:
        turned = [index for index, char in enumerate(text) if char > " "]
    else:
        builder = _Builder(objects, objects.style, 0)
        runs = builder.build(_upright(page, pdfium.loose_boxes(page.text_address, len(text))))
        turned = builder.turned
    for turn, chars, styles in _turned(page, objects, text, turned):
        runs += _Builder(objects, styles.__getitem__, turn).build(chars)
    for run in runs:
        run.box = _shown_box(run)
    return _once(runs)


def _upright(page: OpenPage, boxes: Sequence[float]) -> Iterable[Char]:
    """The characters of a page that is not turned, as if all of them stood upright."""
    lefts, tops, rights, bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
    left, high = page.left, page.high
    return zip(
        range(len(page.text)),
        page.text,
        [x - left for x in lefts] if left else lefts,
        [high - y for y in tops],
        [x - left for x in rights] if left else rights,
        [high - y for y in bottoms],
        strict=True,
    )


class TextObjects:
    """What pdfium knows of the text objects that characters are drawn by."""

    def __init__(self, page: OpenPage) -> None:
        self._text_page = page.text_address
        self._high = page.high
        self._bold: dict[int, bool] = {}
        self._spans: dict[int, int] = {}
        self._matrix = pdfium.Numbers(ctypes.c_float, 6)
        self._origin = pdfium.Numbers(ctypes.c_double, 2)

    def style(self, index: int) -> _Style:
        """Type size, foot of the line, and look of an upright character."""
        angle, size, _, y = self.place(index)
        return _Style(size, self._high - y, *self.look(index), angle)

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


class _Builder:
    """Joins characters to runs, one after another."""

    def __init__(self, objects: TextObjects, style: Callable[[int], _Style], turn: int) -> None:
        self._objects = objects
        self._style = style
        self._turn = turn
        self._runs: list[Run] = []
        self._orphans: list[Char] = []
        self.turned: list[int] = []
        """Characters that are drawn in another direction."""

    def build(self, chars: Iterable[Char]) -> list[Run]:  # noqa: C901 - calls would cost the time
        """The runs of characters in the order of drawing."""
        run: Run | None = None
        clusters: list[str] = []
        lefts: list[float] = []
        rights: list[float] = []
        began = right = middle = size = slack = joined = 0.0
        over = level = 0.0
        space = dropped = ring = False
        last = ""
        for char in chars:
            index, text, x0, top, x1, bottom = char
            if (
                over < x0 - right < joined
                and text not in _APART
                and not space
                and -level < (top + bottom) / 2 - middle < level
            ):
                clusters.append(text)
                lefts.append(x0)
                rights.append(x1)
                began, right, middle, last, dropped = x0, x1, (top + bottom) / 2, text, False
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
            if text in _NAMELESS and run is not None:
                ended = clusters[-1][-1:] == "ำ"
                if ended or (text < " " and 0 <= x0 - right + _EDGE * size < joined):
                    rights[-1] = right = max(right, x1)
                    continue
            if text <= " " and text != _HYPHEN:
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
            if text == _HYPHEN:
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
                dropped = (
                    self._objects.repeats(index) or _again(run, char) or self._is_mark_of(char)
                )
                if dropped:
                    continue
            if (
                run is None
                or gap < _BACK * size
                or gap > COLUMN_GAP * size
                or abs(here - middle) > _LEVEL * size
                or (gap > NUMBER_GAP * size and text in IN_TABLES and last in IN_TABLES)
            ):
                run = self._start(index, top, bottom)
                if run is None:
                    over = joined = 0.0
                    continue
                clusters, lefts, rights = run.clusters, run.lefts, run.rights
                size = run.size
                over, joined, level = _OVER * size, _WORD_GAP * size, 0.5 * _LEVEL * size
            elif space or gap > _WORD_GAP * size + slack:
                kerned = gap < _KERNED * size and not space and text in _IN_NUMBER
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
            for cluster in run.clusters[max(0, at - 2) : at]:
                if len(cluster) > 1 and cluster[0] == text:
                    return x0 < run.rights[at - 1] - _OVERLAP * run.size
        return False

    def _is_turned(self, index: int) -> bool:
        if abs(self._style(index).angle) <= _SLANTED:
            return False
        self.turned.append(index)
        return True

    def _start(self, index: int, top: float, bottom: float) -> Run | None:
        style = self._style(index)
        if abs(style.angle) > _SLANTED:
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
                for number, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
                    if run.clusters[number] == " ":
                        continue
                    away = max(left - x, x - right - 0.1 * run.size, 0.0)
                    if away <= 0.4 * run.size and (best is None or away <= best[0]):
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


def _turned(
    page: OpenPage, objects: TextObjects, text: str, indices: list[int]
) -> Iterator[tuple[int, list[Char], dict[int, _Style]]]:
    """Turned characters by direction, measured along and across their lines."""
    groups: dict[int, tuple[list[Char], dict[int, _Style]]] = {}
    for index in indices:
        angle, size, x, y = objects.place(index)
        net = (angle - page.rotation) % 360
        turn = round(net / 90) % 4 * 90
        if min(abs(net - turn), 360 - abs(net - turn)) > _SLANTED:
            continue
        along, base = _framed(turn, *page.shown(x, y))
        x0, y0, x1, y1 = page.tight_box(index)
        ends = [_framed(turn, *page.shown(*corner))[0] for corner in ((x0, y0), (x1, y1))]
        first, last = min(ends), max(ends)
        if text[index] not in MARKS:
            first = min(first, along)
        chars, styles = groups.setdefault(turn, ([], {}))
        chars.append((index, text[index], first, base - 0.8 * size, last, base + 0.25 * size))
        styles[index] = _Style(size, base, *objects.look(index))
    for turn, (chars, styles) in sorted(groups.items()):
        yield turn, _spread(objects, chars), styles


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


def _shown_box(run: Run) -> Box:
    """The place of a run on the page as shown."""
    left, right, high, low = run.lefts[0], run.rights[-1], run.high, run.low
    if run.turn == 90:
        return Box(high, -right, low, -left)
    if run.turn == 180:
        return Box(-right, -low, -left, -high)
    if run.turn == 270:
        return Box(-low, left, -high, right)
    return Box(left, high, right, low)


def _once(runs: list[Run]) -> list[Run]:
    """Runs without those drawn over themselves, and without hidden text under shown text."""
    places: dict[tuple[str, int], list[Run]] = {}
    kept: list[Run] = []
    for run in runs:
        same = places.setdefault((run.text, run.turn), [])
        if any(_near(run, other) for other in same):
            continue
        same.append(run)
        kept.append(run)
    if not any(run.hidden for run in kept):
        return kept
    shown = [run for run in kept if not run.hidden]
    return [run for run in kept if not run.hidden or not _is_covered(run, shown)]


def _near(run: Run, other: Run) -> bool:
    reach = 0.3 * run.size
    return abs(run.left - other.left) < reach and abs(run.base - other.base) < reach


def _is_covered(run: Run, shown: list[Run]) -> bool:
    """True where shown text stands on at least half of a hidden run."""
    box = run.box
    covered = 0.0
    for other in shown:
        over = other.box
        high = min(box.bottom, over.bottom) - max(box.top, over.top)
        if high > 0.4 * min(box.bottom - box.top, over.bottom - over.top):
            covered += max(0.0, min(box.x1, over.x1) - max(box.x0, over.x0))
    return covered >= 0.5 * (box.x1 - box.x0)
