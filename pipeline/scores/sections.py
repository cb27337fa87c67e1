"""Documents of several bodies, each with its tables below a line that is its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.model import Cell, Document, Line, Page, Table
from pipeline.scores.bodies import SCORED
from pipeline.scores.cells import is_nothing
from pipeline.scores.stacked import part

_NEAR = 3
"""Lines before a table among which its body may be named."""
_LONGEST = 110
"""Characters; a longer line is no name."""
_AROUND = re.compile(
    r"^\s*(?:\(?[\d๐-๙]{1,3}[.)]\s*|[-•*]\s*)?(?:หน่วยงาน|ชื่อหน่วยงาน|ผลคะแนน(?:ของ)?|ของ)?\s*:?\s*"
    r"|[\s:.()]+$"
)


def unfolded(document: Document) -> Document:
    """The document with tables of several bodies, one grid in a sheet, as tables below their names.

    A name inside a grid is one where it stands alone in its row and the header comes again
    below it; other lone names may be wrapped ones.
    """
    pages = tuple(_unfolded_page(page) for page in document.pages)
    return replace(document, pages=pages) if pages != document.pages else document


def _unfolded_page(page: Page) -> Page:
    blocks: list[Line | Table] = []
    for block in page.blocks:
        if isinstance(block, Table):
            blocks += _unfolded_table(block)
        else:
            blocks.append(block)
    return replace(page, blocks=tuple(blocks)) if len(blocks) != len(page.blocks) else page


def _unfolded_table(table: Table) -> Iterator[Line | Table]:
    start = 0
    for index in range(2, len(table.rows) - 1):
        filled = [cell for cell in table.rows[index] if not is_nothing(cell.text)]
        if len(filled) != 1 or _words(table.rows[index + 1]) != _words(table.rows[0]):
            continue
        if body_line(filled[0].text):
            yield part(table, start, index)
            yield _line_of(filled[0])
            start = index + 1
    yield part(table, start, len(table.rows)) if start else table


def _words(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row)


def _line_of(cell: Cell) -> Line:
    text = " ".join(cell.text.split())
    return Line(cell.printed, text, cell.line, cell.page, cell.box, cell.method, cell.confidence)


def sections(document: Document) -> dict[int, str]:
    """The body of each table, by the table's position among the blocks of the document.

    Empty unless tables stand below the names of at least two bodies. A table without a name
    above it goes on with the section that it stands in.
    """
    named = dict(_named(document))
    if len({_letters(name) for name in named.values()}) < 2:
        return {}
    result: dict[int, str] = {}
    current = ""
    for position, block in enumerate(document.blocks):
        if isinstance(block, Table):
            current = named.get(position, current)
            if current:
                result[position] = current
    return result


def _named(document: Document) -> Iterator[tuple[int, str]]:
    lines: list[Line] = []
    for position, block in enumerate(document.blocks):
        if isinstance(block, Line):
            lines.append(block)
            continue
        names = [name for line in lines[-_NEAR:] if (name := body_line(line.text))]
        if len(names) == 1:
            yield position, names[0]
        lines = []


def body_line(text: str) -> str:
    """The body that a line names, if it says nothing else: with its place, as printed."""
    from pipeline.agency import mentions

    if len(text) > _LONGEST:
        return ""
    found = [one for one in mentions(text) if one.kind in SCORED]
    if len(found) != 1:
        return ""
    rest = text[: found[0].start] + "\n" + text[found[0].end :]
    return "" if _letters(_AROUND.sub("", rest)) else text[found[0].start :].strip()


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-zก-๎]", "", text)
