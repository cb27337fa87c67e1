"""The numbers that OpenDocument texts print before items of a list, and before headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parsers.ooxml import local, whole
from parsers.opendocument import STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman", "": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    before: str
    after: str
    shown: int
    start: int


@dataclass(slots=True)
class _Open:
    style: str
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of one document, counting as its items come."""

    def __init__(self, roots: Sequence[_Element], show: Callable[[int, str], str]) -> None:
        self._show = show
        self._levels: dict[tuple[str, int], _Level] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style", TEXT + "outline-style"):
                name = "" if local(style) == "outline-style" else style.get(STYLE + "name") or ""
                for level in style:
                    number = whole(level.get(TEXT + "level"))
                    if number is not None:
                        self._levels[name, number] = _level(level)
        self._stack: list[_Open] = []
        self._by_id: dict[str, _Open] = {}
        self._by_style: dict[str, _Open] = {}
        self._headings = _Open("")

    def enter(self, element: _Element) -> None:
        """A list begins: a new one, one that goes on, or a deeper level of the one around."""
        style = element.get(TEXT + "style-name")
        if self._stack:
            around = self._stack[-1]
            self._stack.append(
                around if style in (None, around.style) else _Open(style or "", around.counts)
            )
            self._stack[-1].counts.pop(len(self._stack), None)
            return
        found = self._by_id.get(element.get(TEXT + "continue-list") or "")
        if found is None and element.get(TEXT + "continue-numbering") == "true":
            found = self._by_style.get(style or "")
        opened = found or _Open(style or "")
        self._stack.append(opened)
        self._by_style[style or ""] = opened
        if name := element.get(_XML_ID):
            self._by_id[name] = opened

    def leave(self) -> None:
        self._stack.pop()

    def label(self, item: _Element) -> str:
        """The number of the next item of the innermost list."""
        if not self._stack:
            return ""
        start = whole(item.get(TEXT + "start-value"))
        return self._next(self._stack[-1], len(self._stack), start)

    def heading(self, element: _Element) -> str:
        """The number of the next heading, where headings are numbered."""
        level = whole(element.get(TEXT + "outline-level") or "1")
        if element.get(TEXT + "is-list-header") == "true" or level is None:
            return ""
        return self._next(self._headings, level, None)

    def _next(self, opened: _Open, depth: int, start: int | None) -> str:
        level = self._levels.get((opened.style, depth))
        if level is None:
            return ""
        first = level.start if start is None else start
        counted = opened.counts.get(depth)
        opened.counts[depth] = first if counted is None or start is not None else counted + 1
        for deeper in [one for one in opened.counts if one > depth]:
            del opened.counts[deeper]
        if level.format == "bullet":
            return "•"
        parts = []
        for one in range(max(depth - level.shown + 1, 1), depth + 1):
            asked = self._levels.get((opened.style, one), level)
            parts.append(self._show(opened.counts.setdefault(one, asked.start), asked.format))
        text = ".".join(part for part in parts if part)
        return f"{level.before}{text}{level.after}".strip() if text else ""


def _level(element: _Element) -> _Level:
    if not local(element).endswith(("-style-number", "outline-level-style")):
        return _Level("bullet", "", "", 1, 1)
    start, levels = (
        whole(element.get(TEXT + "start-value")),
        whole(element.get(TEXT + "display-levels")),
    )
    return _Level(
        _format(element.get(STYLE + "num-format") or ""),
        element.get(STYLE + "num-prefix") or "",
        element.get(STYLE + "num-suffix") or "",
        levels or 1,
        1 if start is None else start,
    )


def _format(text: str) -> str:
    """The name by which `parsers.docx.numbers.shown` knows a number format."""
    if text.startswith("๑"):
        return "thaiNumbers"
    return "thaiLetters" if text.startswith("ก") else _FORMATS.get(text, "decimal")
