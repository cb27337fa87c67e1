"""Lines of text in a drawing (SVG) inside a page, such as a chart.

Texts on one baseline are one line, left to right; lines go from top to bottom. Numbers that share
no baseline with words, as over the bars of a chart, come last, in one line: nothing tells whose
they are. Where a drawing turns or scales its texts, or does not say where they stand, so do they
all. Titles for screen readers and definitions are not shown, and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDDEN = {"defs", "title", "desc", "symbol", "metadata", "script", "style", "clippath", "mask"}
_NUMBER = re.compile(r"\s*(-?\d+(?:\.\d+)?)(?:px)?\s*$")
_MOVED = re.compile(r"translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)")
_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BARE = re.compile(r"[\d๐-๙.,%\s+-]+")
_PLAIN_SIZE = 12.0
_SAME_BASELINE = 0.5
"""Share of the size of letters within which two baselines are one."""
_MOST = 2000
"""Texts; a drawing with more is a map or worse."""


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    x: float
    y: float
    size: float


def drawn_lines(drawing: HtmlElement) -> tuple[str, ...]:
    """The lines of text that a drawing shows."""
    texts = list(_texts(drawing))[:_MOST]
    placed = [text for text in texts if isinstance(text, _Text)]
    if len(placed) < len(texts):
        words = [text.words if isinstance(text, _Text) else text for text in texts]
        return _numbers_last([(index, text) for index, text in enumerate(words)])
    rows: list[list[_Text]] = []
    for text in sorted(placed, key=lambda one: one.y):
        near = rows and text.y - rows[-1][0].y <= _SAME_BASELINE * min(text.size, rows[-1][0].size)
        if near:
            rows[-1].append(text)
        else:
            rows.append([text])
    ordered = [sorted(row, key=lambda one: one.x) for row in rows]
    return _numbers_last([(row[0].x, "  ".join(text.words for text in row)) for row in ordered])


def _numbers_last(lines: list[tuple[float, str]]) -> tuple[str, ...]:
    """The lines, each with its left end, those of bare numbers as one, if there are several."""
    bare = sorted((x, line) for x, line in lines if _BARE.fullmatch(line))
    if len(bare) < 2:
        return tuple(line for _, line in lines)
    worded = [line for _, line in lines if not _BARE.fullmatch(line)]
    return (*worded, "  ".join(line for _, line in bare))


def _texts(drawing: HtmlElement) -> Iterator[_Text | str]:
    """Every text shown, with its place where the drawing says it plainly."""
    for element in drawing.iter("text"):
        around = [element, *element.iterancestors()]
        inside = around[: around.index(drawing) + 1] if drawing in around else around
        if any(_is_hidden(one) for one in inside):
            continue
        words = " ".join(_words(element).split())
        if words:
            yield _placed(element, inside, words)


def _words(element: HtmlElement) -> str:
    """The letters of a text; parts of it that begin at a place of their own are apart."""
    pieces = [element.text or ""]
    for part in element.iter("tspan"):
        own = any(part.get(name) is not None for name in ("x", "y", "dy"))
        pieces.append((" " if own else "") + (part.text or ""))
        pieces.append(part.tail or "")
    return "".join(pieces)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in _HIDDEN or element.get("display") == "none":
        return True
    return bool(_NOT_SHOWN.search((element.get("style") or "").lower()))


def _placed(element: HtmlElement, inside: list[HtmlElement], words: str) -> _Text | str:
    first = next(iter(element.iter("tspan")), element)
    x = _number(element.get("x") or first.get("x") or "0")
    y = _number(element.get("y") or first.get("y") or "0")
    for one in inside:
        transform = one.get("transform") or ""
        moved = _MOVED.fullmatch(transform.strip())
        if transform.strip() and moved is None:
            return words
        if moved is not None and x is not None and y is not None:
            x, y = x + float(moved[1]), y + float(moved[2] or 0)
    if x is None or y is None:
        return words
    return _Text(words, x, y, _size(inside))


def _size(inside: list[HtmlElement]) -> float:
    """The size of a text's letters: its own, or that of what it stands in."""
    for one in inside:
        if told := _number(one.get("font-size") or ""):
            return told
        if styled := _SIZE.search(one.get("style") or ""):
            return float(styled[1])
    return _PLAIN_SIZE


def _number(text: str) -> float | None:
    found = _NUMBER.match(text)
    return float(found[1]) if found else None
