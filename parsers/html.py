"""HTML pages, and tables of HTML inside other texts.

Row and column spans are laid out on the grid: the text stands at the first place of
a spanned cell. Tables that only lay out a page (one cell, or tables inside cells)
are read as the text they hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.encoding import decode
from parsers.markup import clean
from parsers.model import Cell, Document, Line, Page, Table
from parsers.thai import fold_spaces, repair

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "header", "footer", "main", "tr", "td", "th", "blockquote", "pre", "center", "form", "body",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SKIPPED = {"script", "style", "noscript", "template", "head", "svg", "iframe", "select"}
_MAX_SPAN = 200
"""Cells; a larger span is a mistake of its author."""


def parse(path: Path) -> Document:
    """Read an HTML file. Raises `UnreadableDocument` as `parsers.encoding.decode` does."""
    decoded = decode(path.read_bytes())
    root = _document(decoded.text)
    blocks = tuple(_number(_walk(root), 1)) if root is not None else ()
    return Document((Page(1, blocks),), "text/html", "html", decoded.encoding, decoded.notices)


def html_table(source: str, line: int, page: int) -> list[Line | Table]:
    """The blocks of a piece of HTML that is, or holds, tables."""
    root = _document(source)
    blocks = list(_walk(root)) if root is not None else []
    return [_placed(block, line, page) for block in blocks]


def _document(text: str) -> HtmlElement | None:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except ParserError:
        return None


def _walk(element: HtmlElement) -> Iterator[Line | Table]:
    """Lines and tables of an element in order."""
    pieces: list[str] = []
    yield from _inside(element, pieces)
    yield from _flush(pieces, False)


def _inside(element: HtmlElement, pieces: list[str]) -> Iterator[Line | Table]:
    pieces.append(element.text or "")
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "table" and _is_data(child):
            yield from _flush(pieces, False)
            yield _table(child)
        elif tag == "br":
            yield from _flush(pieces, False)
        elif tag in _BLOCKS or tag == "table":
            yield from _flush(pieces, False)
            yield from _inside(child, pieces)
            yield from _flush(pieces, tag in _HEADINGS)
        elif tag and tag not in _SKIPPED:
            yield from _inside(child, pieces)
        pieces.append(child.tail or "")


def _flush(pieces: list[str], heading: bool) -> Iterator[Line]:
    text = fold_spaces("".join(pieces))
    pieces.clear()
    if text:
        yield Line(text, repair(text), 0, 1, heading=heading)


def _is_data(table: HtmlElement) -> bool:
    """True for a table of data: no table inside, and more than one cell."""
    nested = table.xpath(".//table")
    return not nested and len(table.xpath(".//td|.//th")) > 1


def _table(element: HtmlElement) -> Table:
    grid: dict[tuple[int, int], Cell] = {}
    taken: set[tuple[int, int]] = set()
    for row, tr in enumerate(element.xpath(".//tr")):
        column = 0
        for td in tr.xpath("./td|./th"):
            while (row, column) in taken:
                column += 1
            rows, columns = _span(td, "rowspan"), _span(td, "colspan")
            raw = _source(td)
            grid[row, column] = Cell(
                fold_spaces(clean(raw)), repair(clean(raw)), row, column, 0, 1, rows, columns
            )
            taken |= {(row + r, column + c) for r in range(rows) for c in range(columns)}
            column += columns
    height = len(element.xpath(".//tr"))
    width = max((column for _, column in taken), default=-1) + 1
    rows_ = tuple(
        tuple(grid.get((r, c)) or Cell("", "", r, c, 0, 1) for c in range(width))
        for r in range(height)
    )
    return Table(rows_, 1, 0)


def _source(element: HtmlElement) -> str:
    from lxml.html import tostring

    text = tostring(element, encoding="unicode", with_tail=False)
    return str(text)


def _span(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdigit() else 1


def _number(blocks: Iterator[Line | Table], page: int) -> Iterator[Line | Table]:
    """Blocks with their order as line numbers."""
    for number, block in enumerate(blocks, 1):
        yield _placed(block, number, page)


def _placed(block: Line | Table, line: int, page: int) -> Line | Table:
    if isinstance(block, Line):
        return replace(block, number=line, page=page)
    rows = tuple(tuple(replace(cell, line=line, page=page) for cell in row) for row in block.rows)
    return replace(block, rows=rows, line=line, page=page)
