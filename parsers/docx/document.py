"""Word documents (.docx, .docm, .dotx): what a reader sees, in the order of the document.

Numbers of lists are printed as Word prints them; hidden text, tracked deletions, comments and
field codes are left out; text boxes, footnotes, headers and footers are read once. Pages are
those that Word laid out when it last saved, and breaks that the document itself asks for; a
file made by another program is one page between breaks. ``line`` counts paragraphs and rows of
tables through the whole document. Macros are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.docx.numbers import Numbering
from parsers.docx.styles import Styles
from parsers.docx.table import Row, cells_of, column_edges
from parsers.docx.text import Paragraph, Piece, TextReader, Turner
from parsers.grid import Block, Placed, blocks_of, paged
from parsers.model import Document, Line
from parsers.ooxml import R, W, children, local, number, toggle, value
from parsers.package import Package, Relation
from parsers.refusals import without_main_part
from parsers.thai import fold_spaces, repair

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGE_PICTURE = 100.0
"""Square centimetres from which a picture may be a page of text."""
_FEW_LETTERS = 40
"""Letters under which a page with a large picture has no text of its own."""


def parse(path: Path) -> Document:
    """Read a Word document.

    Raises `UnreadableDocument` with the reasons of `parsers.package.Package`, and ``damaged``
    where the main part is missing.
    """
    with Package(path) as package:
        story = _Story(package)
        blocks = list(story.blocks())
    pages = paged(blocks, story.notices(blocks))
    return Document(pages, MEDIA_TYPE, "docx")


class _Story:
    """One walk through a document; counts pages, lines and lists on its way."""

    def __init__(self, package: Package) -> None:
        main = package.main_part()
        if main is None:
            main = "word/document.xml"
            if not package.has(main):
                raise without_main_part("Word (.docx)")
        self._package = package
        self._relations = package.relations(main)
        body = package.xml(main).find(W + "body")
        if body is None:
            raise without_main_part("Word (.docx)")
        self._body = body
        self._styles = Styles(self._related("styles"))
        self._numbering = Numbering(self._related("numbering"))
        self._notes = {
            (kind, note.get(W + "id") or ""): note
            for kind in ("footnote", "endnote")
            if (part := self._related(f"{kind}s")) is not None
            for note in part.iter(W + kind)
        }
        self._turner = Turner()
        self._text = TextReader(self._styles, self._turner)
        self._line = 0
        self._in_row = False
        self._carried = ""
        self._waiting: list[_Element] = []
        self._pictures: list[tuple[int, float]] = []
        self._embedded: set[int] = set()
        self._margins_read: set[str] = set()

    def _related(self, kind: str) -> _Element | None:
        for relation in self._relations.values():
            if relation.kind == kind and self._package.has(relation.target):
                return self._package.xml(relation.target)
        return None

    def blocks(self) -> Iterator[Block]:
        """Every line and table, section by section with its header and footer."""
        for index, (elements, section) in enumerate(_sections(self._body)):
            if index and value(section, "type") != "continuous":
                self._turner.turned()
            yield from self._margin(section, "header")
            for element in elements:
                yield from self._block(element)
            yield from self._margin(section, "footer")

    def notices(self, blocks: list[Block]) -> dict[int, list[str]]:
        """Pages that are pictures, and pages with contents of a foreign format."""
        letters: dict[int, int] = {}
        for block in blocks:
            cells = [block] if isinstance(block, Line) else [c for row in block.rows for c in row]
            letters[block.page] = letters.get(block.page, 0) + sum(len(one.text) for one in cells)
        found: dict[int, list[str]] = {page: ["embedded-content"] for page in self._embedded}
        for page in {page for page, area in self._pictures if area >= _LARGE_PICTURE}:
            if letters.get(page, 0) < _FEW_LETTERS:
                found.setdefault(page, []).append("image-only")
        return found

    def _margin(self, section: _Element | None, kind: str) -> Iterator[Block]:
        """Headers or footers of a section that no section before it had."""
        for reference in section.iter(f"{W}{kind}Reference") if section is not None else ():
            relation = self._relations.get(reference.get(R + "id") or "", Relation("", ""))
            if relation.target in self._margins_read or not self._package.has(relation.target):
                continue
            self._margins_read.add(relation.target)
            yield from self._inside(self._package.xml(relation.target))

    def _inside(self, element: _Element) -> Iterator[Block]:
        for child in children(element):
            yield from self._block(child)

    def _block(self, element: _Element) -> Iterator[Block]:
        name = local(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from self._table(element)
        elif name == "altChunk":
            self._embedded.add(self._turner.page)
        if not self._in_row:
            waiting, self._waiting = self._waiting, []
            for note in waiting:
                yield from self._inside(note)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = element.find(W + "pPr")
        style = value(properties, "pStyle")
        breaks = toggle(properties, "pageBreakBefore")
        if self._styles.breaks_page(style) if breaks is None else breaks:
            self._turner.turned()
        found = self._text.read(element)
        self._pictures += found.pictures
        self._waiting += [self._notes[note] for note in found.notes if note in self._notes]
        if value(properties, "rPr/del", "id") is not None:
            self._carried += " ".join(piece.text for piece in found.pieces)
        else:
            yield from self._lines(found, self._label(properties, style), style)
        for box in found.boxes:
            yield from self._inside(box)

    def _label(self, properties: _Element | None, style: str | None) -> str:
        """The number that Word prints before a paragraph."""
        key, level = number(properties, "numPr/numId"), number(properties, "numPr/ilvl")
        if key is None:
            inherited = self._styles.numbering(style)
            if inherited is None:
                return ""
            key = inherited[0]
            if level is None:
                level = inherited[1]
            if level is None:
                level = self._numbering.level_of_style(key, style)
        return self._numbering.label(key, level or 0) if key else ""

    def _lines(self, found: Paragraph, label: str, style: str | None) -> Iterator[Line]:
        pieces = found.pieces
        pieces[0] = Piece(self._carried + pieces[0].text, pieces[0].page)
        self._carried = ""
        if not self._in_row:
            self._line += 1
        if not any(piece.text.strip() for piece in pieces) and not self._in_row:
            return
        heading = found.bold or self._styles.heading(style)
        for index, piece in enumerate(pieces):
            raw = f"{label} {piece.text}" if index == 0 and label else piece.text
            printed = fold_spaces(raw)
            if printed:
                yield Line(printed, repair(_spaced(raw)), self._line, piece.page, heading=heading)

    def _table(self, element: _Element) -> Iterator[Block]:
        edges = column_edges(element)
        placed: list[Placed] = []
        merged: dict[int, int] = {}
        nested = self._in_row
        self._in_row = True
        for index, row in enumerate(cells_of(element, edges)):
            if not nested:
                self._line += 1
            self._row(index, row, placed, merged)
        self._in_row = nested
        yield from blocks_of(placed)

    def _row(self, index: int, row: Row, placed: list[Placed], merged: dict[int, int]) -> None:
        """Read the cells of a row, all of which begin on one page."""
        begin, fresh, last, seen = self._turner.page, self._turner.fresh, 1, False
        for cell in row:
            if cell.continues and cell.start in merged:
                above = placed[merged[cell.start]]
                placed[merged[cell.start]] = _taller(above, index)
                continue
            self._turner.page, self._turner.fresh = begin, fresh
            blocks = tuple(self._inside(cell.element)) if not cell.continues else ()
            if blocks and not seen:
                seen, begin = True, blocks[0].page
            if blocks:
                fresh = False
            last = max(last, self._turner.page)
            merged.pop(cell.start, None)
            if cell.opens:
                merged[cell.start] = len(placed)
            placed.append(
                Placed(index, cell.start, blocks, self._line, begin, 1, cell.end - cell.start)
            )
        self._turner.page, self._turner.fresh = max(last, begin), fresh


def _taller(cell: Placed, row: int) -> Placed:
    return Placed(
        cell.row,
        cell.column,
        cell.blocks,
        cell.line,
        cell.page,
        row - cell.row + 1,
        cell.column_span,
    )


def _spaced(text: str) -> str:
    """A line with its tabs as wide gaps between words, and single spaces elsewhere."""
    return "  ".join(part for piece in text.split("\t") if (part := fold_spaces(piece)))


def _sections(body: _Element) -> Iterator[tuple[list[_Element], _Element | None]]:
    """The body's blocks by section; the properties of a section stand at its end."""
    elements: list[_Element] = []
    for element in children(body):
        if local(element) == "sectPr":
            yield elements, element
            elements = []
            continue
        elements.append(element)
        section = element.find(f"{W}pPr/{W}sectPr") if local(element) == "p" else None
        if section is not None:
            yield elements, section
            elements = []
    if elements:
        yield elements, None
