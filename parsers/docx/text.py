"""The text of one Word paragraph: its runs, breaks, fields and symbols as a reader sees them.

Hidden text, deletions and field codes are left out. Superscript digits become superscript
characters, so that a footnote mark beside a number never becomes part of the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parsers.docx.styles import Styles
from parsers.markup import superscript
from parsers.ooxml import W, children, is_place, local, toggle, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_SYMBOLS = {
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗", ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒", ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐",
    ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x4F): "✗", ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x51): "☒", ("wingdings 2", 0xA3): "☐", ("wingdings 2", 0x2A): "☐",
}  # fmt: skip
"""Characters of symbol fonts that reports tick boxes with."""


_EMU = 360_000
"""Units of a drawing's size in a centimetre."""


@dataclass(slots=True)
class Turner:
    """The page that reading has come to."""

    page: int = 1
    fresh: bool = True
    """True while nothing stands on the page yet."""

    def turn(self) -> None:
        """Go on to the next page because the document says so."""
        self.page += 1
        self.fresh = True

    def turned(self) -> None:
        """Go on to the next page where Word last did so, unless a break has just said it."""
        if not self.fresh:
            self.turn()


@dataclass(slots=True)
class Piece:
    """One line of a paragraph, and the page that it begins on."""

    text: str
    page: int


@dataclass(slots=True)
class Paragraph:
    """What one paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    bold: bool = False
    """All of its text is bold."""
    boxes: list[_Element] = field(default_factory=list)
    """Contents of its text boxes."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes that it refers to, by kind and id."""
    pictures: list[tuple[int, float]] = field(default_factory=list)
    """Pages and areas (square centimetres; 0 where unknown) of its pictures."""


class TextReader:
    """Reads the paragraphs of one story in order; fields may run over several of them."""

    def __init__(self, styles: Styles, turner: Turner) -> None:
        self._styles = styles
        self._turner = turner
        self._fields: list[_Field] = []

    def read(self, element: _Element) -> Paragraph:
        """The text of ``element``, a ``w:p``."""
        style = value(element, "pPr/pStyle")
        found = Paragraph()
        weights: list[bool] = []
        self._open_line(found)
        for child in children(element):
            self._part(child, found, style, weights)
        found.bold = bool(weights) and all(weights)
        return found

    def _part(
        self, element: _Element, found: Paragraph, style: str | None, weights: list[bool]
    ) -> None:
        name = local(element)
        if name == "r":
            self._run(element, found, style, weights)
        elif name in ("oMath", "oMathPara"):
            self._add("".join(str(text.text or "") for text in element.iter("{*}t")), found)

    def _run(self, run: _Element, found: Paragraph, style: str | None, weights: list[bool]) -> None:
        properties = run.find(W + "rPr")
        own = value(properties, "rStyle")
        if self._is(toggle(properties, "vanish"), self._styles.hidden, own, style):
            self._skip(run)
            return
        raised = value(properties, "vertAlign")
        is_raised = raised == "superscript" or (raised is None and self._styles.raised(own))
        bold = self._is(toggle(properties, "b"), self._styles.bold, own, style)
        for child in children(run):
            text = self._text(child, found)
            if text:
                self._add(superscript(text) if is_raised else text, found)
                if text.strip() and not self._silent:
                    weights.append(bold)

    @staticmethod
    def _is(own: bool | None, of_style: object, *styles: str | None) -> bool:
        if own is not None:
            return own
        assert callable(of_style)
        return any(of_style(style) for style in styles)

    def _skip(self, run: _Element) -> None:
        """Fields and pages count on inside hidden text."""
        for child in children(run):
            if local(child) in ("fldChar", "instrText"):
                self._field(child)

    def _text(self, element: _Element, found: Paragraph) -> str:
        """The text of a run's child; what is no text goes to ``found``."""
        match local(element):
            case "t":
                return str(element.text or "")
            case "tab" | "ptab":
                return "\t"
            case "noBreakHyphen":
                return "-"
            case "sym":
                return _symbol(element)
            case "br" | "cr":
                self._break(element, found)
            case "lastRenderedPageBreak":
                self._turner.turned()
                found.pieces[-1].page = (
                    found.pieces[-1].page if found.pieces[-1].text.strip() else self._turner.page
                )
            case "fldChar" | "instrText":
                return self._field(element)
            case "footnoteReference" | "endnoteReference":
                kind = local(element).removesuffix("Reference")
                found.notes.append((kind, element.get(W + "id") or ""))
            case "drawing" | "pict" | "object":
                self._drawing(element, found)
        return ""

    def _break(self, element: _Element, found: Paragraph) -> None:
        if element.get(W + "type") == "page":
            self._turner.turn()
        self._open_line(found)

    def _open_line(self, found: Paragraph) -> None:
        found.pieces.append(Piece("", self._turner.page))

    def _add(self, text: str, found: Paragraph) -> None:
        if self._silent:
            return
        if text.strip():
            if not found.pieces[-1].text.strip():
                found.pieces[-1].page = self._turner.page
            self._turner.fresh = False
        found.pieces[-1].text += text

    @property
    def _silent(self) -> bool:
        return any(not one.shows for one in self._fields)

    def _field(self, element: _Element) -> str:
        """Follow a field's parts; a tick box is the one field that shows without a result."""
        if local(element) == "instrText":
            if self._fields:
                self._fields[-1].instruction += element.text or ""
            return ""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(_tick(element)))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = not is_place(self._fields[-1].instruction)
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            return ended.tick
        return ""

    def _drawing(self, element: _Element, found: Paragraph) -> None:
        found.boxes += _boxes(element)
        if any(local(part) in ("blip", "imagedata") for part in element.iter("{*}*")):
            extent = next(element.iter("{*}extent"), None)
            wide, high = (
                ((whole(extent.get(side)) or 0) / _EMU for side in ("cx", "cy"))
                if extent is not None
                else (0.0, 0.0)
            )
            found.pictures.append((self._turner.page, wide * high))


@dataclass(slots=True)
class _Field:
    tick: str = ""
    instruction: str = ""
    shows: bool = False
    """Its result has begun, and is text."""


def _tick(begin: _Element) -> str:
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = toggle(box, "checked")
    return "☑" if (toggle(box, "default") if state is None else state) else "☐"


def _symbol(element: _Element) -> str:
    font = (element.get(W + "font") or "").lower()
    try:
        code = int(element.get(W + "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get((font, code - 0xF000), "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _boxes(element: _Element) -> Iterator[_Element]:
    """The outermost text boxes below a drawing, one branch of alternatives."""
    for child in children(element):
        if local(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)
