"""OpenDocument texts (.odt): what a reader sees, in the order of the document.

Numbers of lists are printed as the document numbers them; deletions, comments, hidden text and
tables of contents are left out; text boxes, notes, headers and footers are read once. Pages
are those of the last layout, where the file keeps them, and breaks that the document asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.docx.numbers import shown
from parsers.docx.text import Turner
from parsers.grid import Block, Placed, blocks_of, paged
from parsers.model import Document, Line
from parsers.odt_lists import Lists
from parsers.ooxml import local, whole
from parsers.opendocument import FO, STYLE, TABLE, TEXT, Styles, content, paragraph_text
from parsers.package import Package
from parsers.thai import fold_spaces, repair

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SKIPPED = {
    "table-of-content", "alphabetical-index", "illustration-index", "table-index",
    "tracked-changes", "sequence-decls", "forms", "variable-decls", "user-field-decls",
}  # fmt: skip
_ROW_WRAPPERS = {"table-row-group", "table-rows", "table-header-rows"}
_MAX_REPEAT = 1000


def parse(path: Path) -> Document:
    """Read an OpenDocument text.

    Raises `UnreadableDocument` with the reasons of `parsers.package.Package`.
    """
    with Package(path) as package:
        root, body = content(package, "text")
        common = package.xml("styles.xml") if package.has("styles.xml") else None
    blocks = list(_Story(root, common).blocks(body))
    return Document(paged(blocks), MEDIA_TYPE, "odt")


class _Story:
    """One walk through a document; counts pages, lines and lists on its way."""

    def __init__(self, root: _Element, common: _Element | None) -> None:
        roots = [root] if common is None else [common, root]
        self._common = common
        self._styles = Styles(*roots)
        self._lists = Lists(roots, shown)
        self._turner = Turner()
        self._line = 0
        self._in_row = False
        self._waiting: list[_Element] = []

    def blocks(self, body: _Element) -> Iterator[Block]:
        yield from self._margins("header")
        yield from self._inside(body)
        yield from self._margins("footer")

    def _margins(self, kind: str) -> Iterator[Block]:
        """Headers or footers of the pages, each text once."""
        seen: set[str] = set()
        for master in self._common.iter(STYLE + "master-page") if self._common is not None else ():
            for element in master:
                if local(element) not in (kind, f"{kind}-first", f"{kind}-left"):
                    continue
                text = "".join(map(str, element.itertext()))
                if text not in seen and element.get(STYLE + "display") != "false":
                    seen.add(text)
                    yield from self._inside(element)

    def _inside(self, element: _Element) -> Iterator[Block]:
        for child in element:
            yield from self._block(child)
            if not self._in_row:
                waiting, self._waiting = self._waiting, []
                for note in waiting:
                    yield from self._inside(note)

    def _block(self, element: _Element) -> Iterator[Block]:
        name = local(element)
        if name in ("p", "h"):
            yield from self._paragraph(element, "")
        elif name == "list":
            yield from self._list(element)
        elif name == "table":
            yield from self._table(element)
        elif name == "soft-page-break":
            self._turner.turned()
        elif name == "section":
            if element.get(TEXT + "display") != "none":
                yield from self._inside(element)
        elif name in ("frame", "text-box", "index-body", "custom-shape", "g", "numbered-paragraph"):
            yield from self._inside(element)

    def _paragraph(self, element: _Element, label: str) -> Iterator[Block]:
        style = element.get(TEXT + "style-name")
        if self._styles.hidden(style):
            return
        if self._breaks(style):
            self._turner.turned()
        if local(element) == "h":
            label = label or self._lists.heading(element)
        if not self._in_row:
            self._line += 1
        heading = local(element) == "h" or self._is_bold(element, style)
        raw = paragraph_text(element, self._styles)
        if label and (raw.strip() or self._in_row):
            raw = f"{label} {raw}"
        yield from self._lines(raw, heading)
        for part in element.iter("{*}note-body", "{*}text-box"):
            if local(part) == "note-body":
                self._waiting.append(part)
            elif not any(
                local(above) in ("text-box", "note-body") for above in _between(part, element)
            ):
                yield from self._inside(part)
        if self._styles.has(style, "paragraph-properties", FO + "break-after", "page"):
            self._turner.turn()

    def _lines(self, raw: str, heading: bool) -> Iterator[Line]:
        for piece in raw.split("\n"):
            before, *behind = piece.split("\f")
            if not before.strip() and behind:
                self._turner.turned()
                behind = behind[1:]
            piece = piece.replace("\f", "")
            printed = fold_spaces(piece)
            if printed:
                spaced = "  ".join(filter(None, map(fold_spaces, piece.split("\t"))))
                yield Line(printed, repair(spaced), self._line, self._turner.page, heading=heading)
                self._turner.fresh = False
            for _ in behind:
                self._turner.turned()

    def _breaks(self, style: str | None) -> bool:
        return self._styles.has(style, "paragraph-properties", FO + "break-before", "page")

    def _is_bold(self, element: _Element, style: str | None) -> bool:
        """Bold by the paragraph's style, or in all of its parts."""
        if self._styles.has(style, "text-properties", FO + "font-weight", "bold"):
            return True
        spans = [child for child in element if local(child) == "span"]
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        return (
            bool(spans)
            and not own.strip()
            and all(
                self._styles.has(
                    span.get(TEXT + "style-name"), "text-properties", FO + "font-weight", "bold"
                )
                for span in spans
            )
        )

    def _list(self, element: _Element) -> Iterator[Block]:
        self._lists.enter(element)
        for item in element:
            numbered = local(item) == "list-item"
            if not numbered and local(item) != "list-header":
                continue
            label = self._lists.label(item) if numbered and _has_text(item) else ""
            for child in item:
                if local(child) in ("p", "h"):
                    yield from self._paragraph(child, label)
                    label = ""
                else:
                    yield from self._block(child)
        self._lists.leave()

    def _table(self, element: _Element) -> Iterator[Block]:
        placed: list[Placed] = []
        nested, self._in_row = self._in_row, True
        if self._styles.has(
            element.get(TABLE + "style-name"), "table-properties", FO + "break-before", "page"
        ):
            self._turner.turned()
        index = 0
        for row in self._rows(element):
            for _ in range(min(_count(row, "number-rows-repeated"), _MAX_REPEAT)):
                if not nested:
                    self._line += 1
                placed += self._cells(row, index)
                index += 1
        self._in_row = nested
        yield from blocks_of(placed)

    def _rows(self, element: _Element) -> Iterator[_Element]:
        for child in element:
            name = local(child)
            if name == "table-row":
                yield child
            elif name in _ROW_WRAPPERS:
                yield from self._rows(child)
            elif name == "soft-page-break":
                self._turner.turned()

    def _cells(self, row: _Element, index: int) -> Iterator[Placed]:
        """The cells of a row, all of which begin on one page."""
        begin, fresh, last, column = self._turner.page, self._turner.fresh, 1, 0
        for cell in row:
            name = local(cell)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            repeated = min(_count(cell, "number-columns-repeated"), _MAX_REPEAT)
            if name == "table-cell":
                self._turner.page, self._turner.fresh = begin, fresh
                blocks = tuple(self._inside(cell))
                last = max(last, self._turner.page)
                spans = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
                for offset in range(repeated):
                    yield Placed(index, column + offset, blocks, self._line, begin, *spans)
            column += repeated
        self._turner.page = max(last, begin)


def _between(part: _Element, ancestor: _Element) -> Iterator[_Element]:
    above = part.getparent()
    while above is not None and above is not ancestor:
        yield above
        above = above.getparent()


def _has_text(item: _Element) -> bool:
    return any(local(child) in ("p", "h") for child in item)


def _count(element: _Element, name: str) -> int:
    return max(whole(element.get(TABLE + name)) or 1, 1)
