"""What is drawn on a page: its rules, its pictures, and whether text is hidden.

A rule is a drawn line, a filled rectangle as thin as one, or a side of any other
rectangle. Clipped parts are not seen and not told; neither are white backgrounds.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.objects import HIDDEN_MODES
from parsers.pdf.pdfium.page import Matrix, OpenPage

_THIN = 3.0
"""Points up to which a filled rectangle is a line."""
_STRAIGHT = 1.0
"""Points by which a line may lean and still be level or upright."""
_MAX_DEPTH = 8
"""Forms inside forms that are looked into."""
_MAX_OBJECTS = 100_000
"""Objects of a page that are looked at; a page with more is a drawing."""
_MAX_RULES = 6_000
"""Rules from which a page is a drawing and no table."""
_MAX_SEGMENTS = 400
"""Segments from which one path is a drawing."""
_WHITE = 250
_SIDES = 4

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines of a page as shown: upright ones ``(x, top, bottom)``, level ones ``(y, x0, x1)``."""

    upright: tuple[tuple[float, float, float], ...]
    level: tuple[tuple[float, float, float], ...]
    grounds: tuple[Rect, ...] = ()
    """The coloured grounds of cells, whose sides are among the rules."""


class _Answers:
    """Where pdfium writes its answers."""

    def __init__(self) -> None:
        self.bounds = pdfium.numbers(ctypes.c_float, 4)
        self.modes = pdfium.numbers(ctypes.c_int, 2)
        self.colour = pdfium.numbers(ctypes.c_uint, 4)
        self.point = pdfium.numbers(ctypes.c_float, 2)
        self.matrix = pdfium.numbers(ctypes.c_float, 6)


def find_images(page: OpenPage) -> Iterator[tuple[int, Rect]]:
    """Every image of a page, and its place as shown."""
    answers = _Answers()
    for item, matrix in _drawn_by(page, pdfium.IMAGE):
        yield item, _shown(page, _bounds(item, answers), matrix)


def shows_and_hides(page: OpenPage) -> bool:
    """True for a page some of whose text shows and some does not."""
    modes = {pdfium.render_mode(item) for item, _ in _drawn_by(page, pdfium.TEXT)}
    return len({mode in HIDDEN_MODES for mode in modes}) > 1


def texts_in_forms(page: OpenPage) -> dict[int, Matrix]:
    """How the texts of a page are placed that stand in forms, those placed anew."""
    return {item: matrix for item, matrix in _drawn_by(page, pdfium.TEXT) if matrix != _IDENTITY}


def read_rules(page: OpenPage) -> Rules:
    """Every rule of a page; none for a page that is a drawing."""
    upright: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []
    grounds: list[Rect] = []
    answers = _Answers()
    for item, matrix in _drawn_by(page, pdfium.PATH):
        lines = list(_lines(page, item, matrix, answers))
        if not answers.modes[1] and (ground := _ground_of(lines)) is not None:
            grounds.append(ground)
        for x0, top, x1, bottom in lines:
            if x1 - x0 >= bottom - top:
                level.append(((top + bottom) / 2, x0, x1))
            else:
                upright.append(((x0 + x1) / 2, top, bottom))
        if len(upright) + len(level) > _MAX_RULES:
            return Rules((), ())
    return Rules(tuple(upright), tuple(level), tuple(grounds))


def _drawn_by(page: OpenPage, kind: int) -> list[tuple[int, Matrix]]:
    """The paths, images or texts of a page, with those inside forms, and how they are placed."""
    if page.drawn is None:
        page.drawn = {kind: [] for kind in (pdfium.TEXT, pdfium.PATH, pdfium.IMAGE)}
        _walk(page.address, page.drawn, _Answers())
    return page.drawn[kind]


def _walk(page: int, found: Mapping[int, list[tuple[int, Matrix]]], answers: _Answers) -> None:
    stack = [(page, pdfium.page_object, pdfium.count_objects(page), 0, _IDENTITY, 0)]
    kind_of, form = pdfium.object_type, pdfium.FORM
    seen = 0
    while stack:
        owner, get, count, start, matrix, depth = stack.pop()
        for index in range(start, count):
            item = get(owner, index)
            kind = kind_of(item)
            if kind in found:
                found[kind].append((item, matrix))
            elif kind == form and depth < _MAX_DEPTH:
                seen += index - start
                stack.append((owner, get, count, index + 1, matrix, depth))
                inner = _times(_matrix_of(item, answers), matrix)
                parts = pdfium.count_form_objects(item)
                stack.append((item, pdfium.form_object, parts, 0, inner, depth + 1))
                break
            if seen + index - start > _MAX_OBJECTS:
                return
        seen += 1


def _lines(page: OpenPage, path: int, matrix: Matrix, answers: _Answers) -> Iterator[Rect]:
    """The level and upright lines that a path shows."""
    modes = answers.modes
    pdfium.draw_mode(path, *modes.places)
    fill, stroke = modes.all()
    if not (fill or stroke):
        return
    drawn = list(_drawn(page, path, matrix, answers, filled=not stroke))
    clip = _clip(page, path, matrix, answers) if drawn else None
    if clip is None:
        yield from drawn
        return
    for rect in drawn:
        x0, x1 = max(rect[0], clip[0]), min(rect[2], clip[2])
        top, bottom = max(rect[1], clip[1]), min(rect[3], clip[3])
        if x0 <= x1 and top <= bottom:
            yield x0, top, x1, bottom


def _drawn(
    page: OpenPage, path: int, matrix: Matrix, answers: _Answers, *, filled: bool
) -> Iterator[Rect]:
    count = pdfium.count_segments(path)
    if filled and count <= 6:
        rect = _shown(page, _bounds(path, answers), matrix)
        if rect[2] - rect[0] <= _THIN or rect[3] - rect[1] <= _THIN:
            yield rect
        elif _is_cell_ground(page, path, rect, answers):
            yield from _sides(rect)
        return
    if count <= _MAX_SEGMENTS:
        placed = _times(_times(_matrix_of(path, answers), matrix), page.frame())
        yield from _straight_segments(path, placed, count, answers)


def _is_cell_ground(page: OpenPage, path: int, rect: Rect, answers: _Answers) -> bool:
    """True for a coloured ground that does not fill half the page."""
    if (rect[2] - rect[0]) * (rect[3] - rect[1]) > 0.5 * page.width * page.height:
        return False
    if not pdfium.fill_colour(path, *answers.colour.places):
        return True
    red, green, blue, alpha = answers.colour.all()
    return bool(alpha > 0 and min(red, green, blue) < _WHITE)


def _sides(rect: Rect) -> Iterator[Rect]:
    x0, top, x1, bottom = rect
    yield x0, top, x1, top
    yield x0, bottom, x1, bottom
    yield x0, top, x0, bottom
    yield x1, top, x1, bottom


def _ground_of(lines: Sequence[Rect]) -> Rect | None:
    """The rectangle that some lines are the sides of; None for any other lines."""
    if len(lines) != _SIDES:
        return None
    rect = lines[0][0], lines[0][1], lines[1][2], lines[1][3]
    return rect if tuple(lines) == tuple(_sides(rect)) and rect[0] < rect[2] else None


def _straight_segments(path: int, placed: Matrix, count: int, answers: _Answers) -> Iterator[Rect]:
    """The segments of a path that run level or upright, those that close it included.

    A filled shape gives two sides close together for each line; they become one later.
    ``placed``: how the path stands on the page as shown.
    """
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    a, b, c, d, e, f = placed
    for index in range(count):
        segment = pdfium.path_segment(path, index)
        pdfium.segment_point(segment, *answers.point.places)
        x, y = answers.point.all()
        point = a * x + c * y + e, b * x + d * y + f
        kind = pdfium.segment_type(segment)
        if kind == pdfium.MOVE:
            start = last = point
            continue
        if kind == pdfium.LINE and last is not None:
            yield from _straight(last, point)
        last = point
        if start is not None and pdfium.segment_close(segment):
            yield from _straight(last, start)
            last = start


def _straight(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rect]:
    (x0, top), (x1, bottom) = start, end
    wide, high = abs(x1 - x0), abs(bottom - top)
    if wide <= _STRAIGHT < high or high <= _STRAIGHT < wide:
        yield min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)


def _clip(page: OpenPage, path: int, matrix: Matrix, answers: _Answers) -> Rect | None:
    """The part of the page that a path is clipped to; None for no clipping.

    Only clips of few segments are followed, such as stand around a table's cell.
    """
    clip = pdfium.clip_path(path)
    count = pdfium.count_clips(clip) if clip else 0
    rect: Rect | None = None
    for number in range(min(count, 4)):
        segments = pdfium.count_clip_segments(clip, number)
        if not 3 <= segments <= 6:
            continue
        points = [
            _point(page, pdfium.clip_segment(clip, number, index), matrix, answers)
            for index in range(segments)
        ]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        one = (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
        rect = one if rect is None else (
            max(rect[0], one[0]), max(rect[1], one[1]), min(rect[2], one[2]), min(rect[3], one[3]),
        )  # fmt: skip
    return rect


def _point(
    page: OpenPage, segment: int, matrix: Matrix, answers: _Answers
) -> tuple[float, float]:  # fmt: skip
    pdfium.segment_point(segment, *answers.point.places)
    return page.shown(*apply(matrix, answers.point[0], answers.point[1]))


def _bounds(item: int, answers: _Answers) -> Rect:
    pdfium.object_bounds(item, *answers.bounds.places)
    left, bottom, right, top = answers.bounds.all()
    return left, bottom, right, top


def _shown(page: OpenPage, bounds: Rect, matrix: Matrix) -> Rect:
    """Bounds in the space of a form, or of the page, as they are shown."""
    x0, y0, x1, y1 = bounds
    if matrix is _IDENTITY and not page.rotation:
        return x0 - page.left, page.high - y1, x1 - page.left, page.high - y0
    corners = [
        page.shown(*apply(matrix, x, y)) for x, y in ((x0, y0), (x1, y1), (x0, y1), (x1, y0))
    ]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(item: int, answers: _Answers) -> Matrix:
    if not pdfium.object_matrix(item, answers.matrix.places[0]):
        return _IDENTITY
    a, b, c, d, e, f = answers.matrix.all()
    return a, b, c, d, e, f


def _times(one: Matrix, two: Matrix) -> Matrix:
    """First ``one``, then ``two``."""
    if one == _IDENTITY:
        return two
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A place in the space of a form as it is in the page's own."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
