"""Functions of pdfium, called without the checks of their arguments.

ctypes takes longer to check a pointer and to wrap another than pdfium takes to answer, and
longer still to let other threads run meanwhile, which pdfium does not bear anyway.
Handles are plain addresses here, that of a page's text a pointer: only what pdfium has returned
may be passed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from pypdfium2 import raw


def address_of(handle: Any) -> int:
    """The address that a handle of pypdfium2 stands for."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _unchecked(name: str, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(getattr(raw, name)))


def _of_text(name: str, result: Any = None) -> Any:
    """A function of the text of a page: its types of arguments are not told, since ctypes passes
    on what is of the right type already. Pointers must be `Pointer`, never plain addresses."""
    return ctypes.PYFUNCTYPE(result)(address_of(getattr(raw, name)))


Pointer = ctypes.c_void_p
_pointer, _int, _float = ctypes.c_void_p, ctypes.c_int, ctypes.c_float

loose_box = _of_text("FPDFText_GetLooseCharBox")
tight_box = _of_text("FPDFText_GetCharBox")
origin = _of_text("FPDFText_GetCharOrigin")
char_matrix = _of_text("FPDFText_GetMatrix")
font_size = _of_text("FPDFText_GetFontSize", ctypes.c_double)
code_point = _of_text("FPDFText_GetUnicode", ctypes.c_uint)
text_object = _of_text("FPDFText_GetTextObject", _pointer)
_lacks_unicode = _of_text("FPDFText_HasUnicodeMapError", _int)
_get_text = _of_text("FPDFText_GetText", _int)
count_chars = _of_text("FPDFText_CountChars", _int)
_count_rects = _of_text("FPDFText_CountRects", _int)
_rect_of = _of_text("FPDFText_GetRect")

render_mode = _unchecked("FPDFTextObj_GetTextRenderMode", _int, _pointer)
font_of = _unchecked("FPDFTextObj_GetFont", _pointer, _pointer)
font_name = _unchecked(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, _pointer, _pointer, ctypes.c_size_t
)
count_marks = _unchecked("FPDFPageObj_CountMarks", _int, _pointer)
mark_of = _unchecked("FPDFPageObj_GetMark", _pointer, _pointer, ctypes.c_ulong)
mark_value_type = _unchecked(
    "FPDFPageObjMark_GetParamValueType", _int, _pointer, ctypes.c_char_p
)  # fmt: skip

count_objects = _unchecked("FPDFPage_CountObjects", _int, _pointer)
page_object = _unchecked("FPDFPage_GetObject", _pointer, _pointer, _int)
count_form_objects = _unchecked("FPDFFormObj_CountObjects", _int, _pointer)
form_object = _unchecked("FPDFFormObj_GetObject", _pointer, _pointer, ctypes.c_ulong)
object_type = _unchecked("FPDFPageObj_GetType", _int, _pointer)
object_bounds = _unchecked("FPDFPageObj_GetBounds", _int, _pointer, *[_pointer] * 4)
object_matrix = _unchecked("FPDFPageObj_GetMatrix", _int, _pointer, _pointer)
draw_mode = _unchecked("FPDFPath_GetDrawMode", _int, _pointer, _pointer, _pointer)
count_segments = _unchecked("FPDFPath_CountSegments", _int, _pointer)
path_segment = _unchecked("FPDFPath_GetPathSegment", _pointer, _pointer, _int)
segment_point = _unchecked("FPDFPathSegment_GetPoint", _int, _pointer, _pointer, _pointer)
segment_type = _unchecked("FPDFPathSegment_GetType", _int, _pointer)
segment_close = _unchecked("FPDFPathSegment_GetClose", _int, _pointer)
fill_colour = _unchecked("FPDFPageObj_GetFillColor", _int, _pointer, *[_pointer] * 4)
clip_path = _unchecked("FPDFPageObj_GetClipPath", _pointer, _pointer)
count_clips = _unchecked("FPDFClipPath_CountPaths", _int, _pointer)
count_clip_segments = _unchecked("FPDFClipPath_CountPathSegments", _int, _pointer, _int)
clip_segment = _unchecked("FPDFClipPath_GetPathSegment", _pointer, _pointer, _int, _int)

image_size = _unchecked("FPDFImageObj_GetImagePixelSize", _int, _pointer, _pointer, _pointer)
image_bitmap = _unchecked("FPDFImageObj_GetBitmap", _pointer, _pointer)
bitmap_width = _unchecked("FPDFBitmap_GetWidth", _int, _pointer)
bitmap_height = _unchecked("FPDFBitmap_GetHeight", _int, _pointer)
bitmap_stride = _unchecked("FPDFBitmap_GetStride", _int, _pointer)
bitmap_format = _unchecked("FPDFBitmap_GetFormat", _int, _pointer)
bitmap_buffer = _unchecked("FPDFBitmap_GetBuffer", _pointer, _pointer)
bitmap_destroy = _unchecked("FPDFBitmap_Destroy", None, _pointer)
BYTES_OF_PIXEL = {
    raw.FPDFBitmap_Gray: 1,
    raw.FPDFBitmap_BGR: 3,
    raw.FPDFBitmap_BGRx: 4,
    raw.FPDFBitmap_BGRA: 4,
}
"""By the format of a bitmap."""

IMAGE, PATH, FORM = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
TEXT = raw.FPDF_PAGEOBJ_TEXT
MOVE, LINE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO


class Numbers:
    """Places that pdfium writes numbers to, made once."""

    def __init__(self, kind: Any, count: int) -> None:
        self._values = (kind * count)()
        size = ctypes.sizeof(kind)
        start = ctypes.addressof(self._values)
        self.places = tuple(Pointer(start + index * size) for index in range(count))
        self.all = memoryview(self._values).cast("B").cast(kind._type_).tolist
        """Tells what was written last."""

    def __getitem__(self, index: int) -> Any:
        return self._values[index]


@cache
def numbers(kind: Any, count: int) -> Numbers:
    """Places for so many numbers, shared by all that read them right after they are written."""
    return Numbers(kind, count)


_AT_ONCE, _FEW = 2048, 64
_SIDES, _OF_MATRIX = 4, 6


def loose_boxes(text_page: Pointer, count: int) -> list[float]:
    """Left, top, right and bottom of the first characters of a page, one after another."""
    boxes, places = _boxes()
    found: list[float] = []
    for start in range(0, count, _AT_ONCE):
        indices = range(start, min(count, start + _AT_ONCE))
        for _ in map(loose_box, repeat(text_page), indices, places):
            pass
        found += boxes[: len(indices) * _SIDES].tolist()
    return found


@cache
def _boxes() -> tuple[memoryview[float], list[Pointer]]:
    """Room for boxes, and the places of each: to make them takes longer than to fill them."""
    boxes = (ctypes.c_float * (_SIDES * _AT_ONCE))()
    return memoryview(boxes).cast("B").cast("f"), _places_in(boxes, _SIDES)


def text_of(text_page: Pointer, count: int) -> str | None:
    """The text of a page of so many characters; None where pdfium gives it another length."""
    room, place = _room(1 << count.bit_length())
    written = _get_text(text_page, 0, count, place)
    text = str(room[: 2 * count], "utf-16-le", "replace")
    return text if written == count + 1 and len(text) == count else None


@cache
def _room(count: int) -> tuple[memoryview[int], Pointer]:
    """Room for so many letters, made once: to make a type of array takes longer than to fill it."""
    letters = (ctypes.c_ushort * count)()
    return memoryview(letters).cast("B"), Pointer(ctypes.addressof(letters))


def lacking_unicode(text_page: Pointer, indices: Iterable[int]) -> int:
    """How many of some characters are such that their font does not tell what they are."""
    return list(map(_lacks_unicode, repeat(text_page), indices)).count(1)


def text_objects(text_page: Pointer, indices: Iterable[int]) -> list[int]:
    """The object that draws each character, 0 for none."""
    return [found or 0 for found in map(text_object, repeat(text_page), indices)]


def tight_boxes(
    text_page: Pointer, indices: Sequence[int]
) -> list[tuple[float, float, float, float]]:  # fmt: skip
    """Left, right, bottom and top of the ink of some characters."""
    ends, *places = _rects()
    found: list[tuple[float, float, float, float]] = []
    for start in range(0, len(indices), _AT_ONCE):
        some = indices[start : start + _AT_ONCE]
        for _ in map(tight_box, repeat(text_page), some, *places):
            pass
        own = iter(ends[: len(some) * _SIDES])
        found += zip(own, own, own, own, strict=True)
    return found


def origins(text_page: Pointer, indices: Sequence[int]) -> list[tuple[float, float]]:
    """Where some characters stand in the page's own space."""
    ends, lefts, tops, *_ = _rects()
    found: list[tuple[float, float]] = []
    for start in range(0, len(indices), _AT_ONCE):
        some = indices[start : start + _AT_ONCE]
        for _ in map(origin, repeat(text_page), some, lefts, tops):
            pass
        values = ends[: len(some) * _SIDES]
        found += zip(values[0::_SIDES], values[1::_SIDES], strict=True)
    return found


def directions(text_page: Pointer, indices: Sequence[int]) -> list[tuple[float, float]]:
    """Which way some characters are written in the page's own space: across and up."""
    values, places = _matrices()
    found: list[tuple[float, float]] = []
    for start in range(0, len(indices), _FEW):
        some = indices[start : start + _FEW]
        for _ in map(char_matrix, repeat(text_page), some, places):
            pass
        numbers = values[: len(some) * _OF_MATRIX]
        found += zip(numbers[0::_OF_MATRIX], numbers[1::_OF_MATRIX], strict=True)
    return found


@cache
def _matrices() -> tuple[Any, list[Pointer]]:
    matrices = (ctypes.c_float * (_OF_MATRIX * _FEW))()
    return matrices, _places_in(matrices, _OF_MATRIX)


def rects(text_page: Pointer, start: int, count: int) -> list[float]:
    """Left, top, right and bottom of what the objects of some characters draw, one after
    another."""
    ends, lefts, tops, rights, bottoms = _rects()
    total = _count_rects(text_page, start, count)
    if total == 1:
        _rect_of(text_page, 0, lefts[0], tops[0], rights[0], bottoms[0])
        return ends[:_SIDES]  # type: ignore[no-any-return]
    found: list[float] = []
    for first in range(0, total, _AT_ONCE):
        indices = range(first, min(total, first + _AT_ONCE))
        for _ in map(_rect_of, repeat(text_page), indices, lefts, tops, rights, bottoms):
            pass
        found += ends[: len(indices) * _SIDES]
    return found


@cache
def _rects() -> tuple[Any, ...]:
    ends = (ctypes.c_double * (_SIDES * _AT_ONCE))()
    places = _places_in(ends, 1)
    return ends, *(places[side::_SIDES] for side in range(_SIDES))


def _places_in(array: Any, step: int) -> list[Pointer]:
    """The addresses of every so many of the numbers of an array."""
    start, size = ctypes.addressof(array), step * ctypes.sizeof(array._type_)
    return [Pointer(start + index * size) for index in range(len(array) // step)]
