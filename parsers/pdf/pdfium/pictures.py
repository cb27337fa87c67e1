"""Pictures of a page that may show a table: large ones, and smaller ones drawn on paper.

A table pasted as a picture is wider than a seal and mostly the colour of its paper; a photograph
of the same size has no such colour.
"""

from __future__ import annotations

import ctypes
from collections import Counter

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.page import OpenPage
from parsers.pdf.pdfium.rules import find_images

_LARGE = 0.15
"""Share of the page from which any image may hold a table."""
_SMALL, _WIDE = 0.025, 0.3
"""Share of the page, and of its width, from which an image drawn on paper may."""
_FLAT = 8.5
"""Times its height from which an image is too wide for rows under a header: a band."""
_HEAD = 0.02
"""Share of the page's height within which a letterhead begins."""
_PAPER, _LIGHT = 0.55, 192
"""Share of an image that is of one colour, and how light that is, where it is drawn on paper."""
_STEP = 16
"""Shades of grey that count as one."""
_SAMPLE = 64
"""Rows and columns of an image that are looked at."""
_MAX_PIXELS = 40_000_000
"""Pixels of an image that is looked at; a larger one may hold a table."""


def shows_table(page: OpenPage) -> bool:
    """True where a picture on the page may be that of a table."""
    area = page.width * page.height or 1.0
    for item, (x0, top, x1, bottom) in find_images(page):
        width = max(0.0, min(x1, page.width) - max(x0, 0.0))
        height = max(0.0, min(bottom, page.height) - max(top, 0.0))
        if width * height > _LARGE * area:
            return True
        is_candidate = (
            width * height >= _SMALL * area
            and width >= _WIDE * page.width
            and width < _FLAT * height
            and top > _HEAD * page.height
        )
        if is_candidate and _is_on_paper(item):
            return True
    return False


def _is_on_paper(item: int) -> bool:
    """True for an image most of which is of one light colour; False for one without pixels."""
    size = pdfium.Numbers(ctypes.c_uint, 2)
    if not pdfium.image_size(item, *size.places) or not size[0] or not size[1]:
        return False
    if size[0] * size[1] > _MAX_PIXELS:
        return True
    bitmap = pdfium.image_bitmap(item)
    if not bitmap:
        return False
    try:
        shades = _shades(bitmap)
    finally:
        pdfium.bitmap_destroy(bitmap)
    if not shades:
        return False
    shade, count = Counter(shade // _STEP for shade in shades).most_common(1)[0]
    return shade * _STEP >= _LIGHT and count >= _PAPER * len(shades)


def _shades(bitmap: int) -> list[int]:
    """The green, or grey, of pixels all over a bitmap."""
    width, height = pdfium.bitmap_width(bitmap), pdfium.bitmap_height(bitmap)
    stride, buffer = pdfium.bitmap_stride(bitmap), pdfium.bitmap_buffer(bitmap)
    depth = pdfium.BYTES_OF_PIXEL.get(pdfium.bitmap_format(bitmap))
    if not buffer or depth is None:
        return []
    found: list[int] = []
    across = max(1, width // _SAMPLE)
    for row in range(0, height, max(1, height // _SAMPLE)):
        line = ctypes.string_at(buffer + row * stride, width * depth)
        found += line[min(1, depth - 1) :: depth * across]
    return found
