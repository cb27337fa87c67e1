"""HTML pages, and tables of HTML inside other texts, as a browser shows them.

Row and column spans are laid out on the grid; tables that only position text are read as the
text they hold (`parsers.grid`). What a browser hides is left out: scripts, templates, and
elements that their own style, or a plain rule of the page, does not display. ``line`` counts
lines and rows of tables from the top.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.drawn import drawn_lines
from parsers.encoding import Decoded, decode
from parsers.errors import UnreadableDocument
from parsers.grid import Block, Placed, blocks_of, moved
from parsers.markup import clean, superscript
from parsers.model import Document, Line, Page
from parsers.refusals import too_large
from parsers.sheet import Used, divided, is_whole_sheet
from parsers.thai import fold_spaces, repair

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption",
    "fieldset", "details", "summary", "address", "blockquote", "pre", "center", "form", "body",
    "caption", "table", "tr", "td", "th", "br", "hr", "option",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_EMPHASIS = {"b", "strong"}
_SKIPPED = {
    "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "object",
    "audio", "video", "canvas", "del", "datalist", "rt", "rp",
}  # fmt: skip
_MAX_SPAN = 200
"""Cells; a larger span is a mistake of its author."""
_MOST_TAKEN = 3_000_000
"""Places of one table that cells may take, each as often as it spans."""
_MOST_TAGS = 1_500_000
"""Tags of one page, those that end elements, too: a table of all bodies of the country with all
its styles has fewer."""
_MOST_ATTRIBUTES = 2_000
"""Attributes of one tag, which are compared with each other."""
_LONG_TAG = re.compile(r"<[^<>]{10000,}")
_NOT_SHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
)
_RULE = re.compile(r"(?P<names>[^{}@]+)\{(?P<style>[^{}]*)\}")
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_SIMPLE = re.compile(r"[.#][\w-]+")
_CHARSET = re.compile(rb"<meta[^<>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


def parse(path: Path) -> Document:
    """Read an HTML file.

    Raises `UnreadableDocument` as `parsers.encoding.decode` does, and ``too-large`` for one
    that nests deeper than any parser follows, or holds more than any report.
    """
    return document_of(path.read_bytes())


def document_of(data: bytes) -> Document:
    """The bytes of a page of HTML as a document."""
    decoded = _decode(data)
    _refuse_swollen(decoded.text)
    _, blocks = _read(decoded.text)
    page = Page(1, tuple(blocks))
    return Document((page,), "text/html", "html", decoded.encoding, decoded.notices)


def _refuse_swollen(source: str) -> None:
    tags = source.count("<")
    if tags > _MOST_TAGS:
        raise too_large(f"{tags:,} tags")
    for tag in _LONG_TAG.finditer(source):
        attributes = tag.group().count("=")
        if attributes > _MOST_ATTRIBUTES:
            raise too_large(f"{attributes:,} attributes")


def html_table(source: str, line: int, page: int) -> list[Block]:
    """The blocks of a piece of HTML that is, or holds, tables and begins on a line of a text."""
    reader, blocks = _read(source)
    lines = [line + max(row, 1) - 1 for row in reader.source_lines]
    return [moved(block, lines, page) for block in blocks]


def _decode(data: bytes) -> Decoded:
    """Decoded by evidence; where there is none, by what the page says of itself."""
    try:
        return decode(data)
    except UnreadableDocument:
        stated = _CHARSET.search(data[:_HEAD])
        if stated is None or b"\x00" in data:
            raise
        try:
            name = codecs.lookup(stated[1].decode("ascii")).name
        except LookupError:
            raise UnreadableDocument(
                "unknown-encoding",
                f"The page names a character encoding ({stated[1].decode()}) that is not known."
                " Save it again as UTF-8.",
                "ไม่รู้จักรหัสอักขระที่หน้าเว็บระบุ กรุณาบันทึกใหม่เป็น UTF-8",
            ) from None
        return Decoded(data.decode(name, "replace"), name, ("encoding-guessed",))


def _read(source: str) -> tuple[_Reader, list[Block]]:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return _Reader(frozenset()), []
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_large("elements inside one another")
    reader = _Reader(_hiding_rules(root))
    return reader, reader.read(root)


def _hiding_rules(root: HtmlElement) -> frozenset[str]:
    """Classes and ids (``.a``, ``#b``) that the page's own style sheets do not display."""
    sheets = "\n".join(style.text or "" for style in root.iter("style"))
    hidden: set[str] = set()
    for rule in _RULE.finditer(_AT_RULE.sub("", sheets)):
        names = [name.strip() for name in rule["names"].split(",")]
        for name in names:
            if _SIMPLE.fullmatch(name):
                (hidden.add if _NOT_SHOWN.search(rule["style"].lower()) else hidden.discard)(name)
    return frozenset(hidden)


@dataclass(slots=True)
class _Frame:
    """What gathers blocks: the page, a table around its cells, or a cell."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    heading: bool = False
    bold: list[bool] = field(default_factory=list)
    is_cell: bool = False
    place: tuple[int, int, int, int] = (0, 0, 1, 1)
    """Row, column, rows and columns spanned, of a cell."""


@dataclass(slots=True)
class _Table:
    """A table while its rows go by."""

    layout: bool
    cells: list[Placed] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = -1
    column: int = 0

    def place(self, rows: int, columns: int) -> tuple[int, int, int, int]:
        """Where the next cell of the row stands."""
        row = max(self.row, 0)
        while (row, self.column) in self.taken:
            self.column += 1
        at = self.column
        if rows * columns > max(1, _MOST_TAKEN - len(self.taken)):
            raise too_large("cells over many rows and columns")
        self.taken |= {(row + r, at + c) for r in range(rows) for c in range(columns)}
        self.column += columns
        return row, at, rows, columns


class _Reader:
    """One walk over a page, without recursion: pages nest as deep as their authors forget tags."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._hiding = hiding
        self._frames = [_Frame()]
        self._tables: list[_Table] = []
        self._line = 0
        self.source_lines = [1]
        """Where in the source each line and row begins that ``line`` counts; of 0 and of lines of
        text, where the last row did."""
        self._raised = 0
        self._emphasis = 0
        self._preformatted = 0

    def read(self, root: HtmlElement) -> list[Block]:
        from lxml.etree import iterwalk

        walk = iterwalk(root, events=("start", "end"))
        skipped: set[HtmlElement] = set()
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in _SKIPPED or self._is_hidden(element):
                    if tag == "svg" and not self._is_hidden(element):
                        self._draw(element)
                    skipped.add(element)
                    walk.skip_subtree()
                    continue
                self._open(tag, element)
                self._add(element.text or "")
                continue
            if element in skipped:
                skipped.discard(element)
            else:
                self._close(tag)
            if element is not root:
                self._add(element.tail or "")
        self._flush()
        return self._frames[0].blocks

    def _draw(self, drawing: HtmlElement) -> None:
        """Keep the text of a drawing as lines of its own; one without text is but a picture."""
        for text in drawn_lines(drawing):
            self._flush()
            self._add(text)
            self._flush()

    def _is_hidden(self, element: HtmlElement) -> bool:
        if element.get("hidden") is not None or _NOT_SHOWN.search(
            (element.get("style") or "").lower()
        ):
            return True
        if not self._hiding:
            return False
        names = [f".{name}" for name in (element.get("class") or "").split()]
        return any(name in self._hiding for name in (*names, f"#{element.get('id')}"))

    def _open(self, tag: str, element: HtmlElement) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag == "table":
            self._tables.append(_Table(element.get("role") in ("presentation", "none")))
            self._frames.append(_Frame())
        elif tag == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
            if len(self._tables) == 1:
                self._next_line(element.sourceline)
        elif tag in ("td", "th") and self._tables:
            rows, columns = _span(element, "rowspan"), _span(element, "colspan")
            place = self._tables[-1].place(rows, columns)
            self._frames.append(_Frame(is_cell=True, place=place))
        elif tag == "input":
            self._add(_field_text(element))
        else:
            self._style(tag, 1)

    def _next_line(self, source_line: int | None = None) -> None:
        self._line += 1
        self.source_lines.append(source_line or self.source_lines[-1])

    def _style(self, tag: str, step: int) -> None:
        """Count the open tags that say how text is set."""
        if tag in _HEADINGS:
            self._frames[-1].heading = step > 0
        elif tag in _EMPHASIS:
            self._emphasis += step
        elif tag == "sup":
            self._raised += step
        elif tag == "pre":
            self._preformatted += step

    def _close(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag == "table":
            self._end_table()
        elif tag in ("td", "th") and self._tables and self._frames[-1].is_cell:
            cell = self._frames.pop()
            row, column, rows, columns = cell.place
            line = max(self._line, 1)
            self._tables[-1].cells.append(
                Placed(row, column, tuple(cell.blocks), line, 1, rows, columns)
            )
        else:
            self._style(tag, -1)

    def _end_table(self) -> None:
        table, around = self._tables.pop(), self._frames.pop()
        into = self._frames[-1].blocks
        into += around.blocks
        if table.layout:
            into += [block for cell in table.cells for block in cell.blocks]
        else:
            into += self._blocks_of(table)

    def _blocks_of(self, table: _Table) -> Iterable[Block]:
        """A table; or the tables and lines of a sheet that a spreadsheet program saved."""
        cells = [
            Used(
                cell.line, cell.column + 1, "\n".join(line.text for line in cell.lines),
                cell.line + cell.row_span - 1, cell.column + cell.column_span,
            )
            for cell in table.cells
            if cell.lines
        ]  # fmt: skip
        if self._tables or any(cell.tables for cell in table.cells):
            return blocks_of(table.cells)
        if not is_whole_sheet(cells, self._line):
            return blocks_of(table.cells)
        return divided(sorted(cells, key=lambda cell: (cell.row, cell.column)), 1)

    def _add(self, text: str) -> None:
        if not text:
            return
        if self._preformatted and "\n" in text:
            first, *others = text.split("\n")
            self._add(first)
            for other in others:
                self._flush()
                self._add(other)
            return
        frame = self._frames[-1]
        frame.pieces.append(superscript(text) if self._raised else text)
        if text.strip():
            frame.bold.append(self._emphasis > 0)

    def _flush(self) -> None:
        """End the line that has been gathered."""
        frame = self._frames[-1]
        heading = frame.heading or (bool(frame.bold) and all(frame.bold))
        texts = _lines("".join(frame.pieces))
        frame.pieces.clear()
        frame.bold.clear()
        for text in texts:
            if not self._tables:
                self._next_line()
            frame.blocks.append(
                Line(fold_spaces(text), repair(text), max(self._line, 1), 1, heading=heading)
            )


def _lines(raw: str) -> Iterable[str]:
    """The lines of a text; tags that were escaped once too often may make several."""
    text = fold_spaces(raw)
    return [line for line in clean(text).split("\n") if line] if text else ()


def _span(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "1").strip()
    if value == "0" and name == "rowspan":
        return _MAX_SPAN
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() and len(value) < 9 else 1


def _field_text(element: HtmlElement) -> str:
    """What a field of a form shows."""
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if element.get("checked") is not None else "☐"
    return (element.get("value") or "") if kind in ("text", "number", "tel", "date") else ""
