"""Documents of several bodies, each with its tables below a line that is its name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Document, Line, Page, Table
from pipeline.scores.bodies.of_many import heads_many
from pipeline.scores.parts.halves import owners_beside, side_by_side
from pipeline.scores.parts.headings import body_line, letters
from pipeline.scores.parts.stacked import part
from pipeline.scores.prose.whose import SCORED
from pipeline.scores.tables.cells import is_nothing
from pipeline.years import header_year

_NEAR = 6
"""Lines before a table among which its body may be named: a header may have been read as lines."""


def unfolded(document: Document) -> Document:
    """The document with tables of several bodies or years, one grid in a sheet, as tables below
    their names.

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
    for index in range(3, len(table.rows)):
        if _words(table.rows[index]) != _words(table.rows[0]):
            continue
        first = index
        while first - 1 > start + 1 and _lone(table.rows[first - 1]) is not None:
            first -= 1
        heads = [cell for row in table.rows[first:index] if (cell := _lone(row)) is not None]
        if any(_begins_section(cell.text) for cell in heads):
            yield part(table, start, first)
            yield from map(_line_of, heads)
            start = index
    yield part(table, start, len(table.rows)) if start else table


def _lone(row: tuple[Cell, ...]) -> Cell | None:
    """The only filled cell of a row."""
    filled = [cell for cell in row if not is_nothing(cell.text)]
    return filled[0] if len(filled) == 1 else None


def _begins_section(text: str) -> bool:
    """Whether a text above a header that comes again is the name of a body, or a heading of another
    year or of means of many bodies."""
    return bool(body_line(text)) or heads_many(text) or header_year(text) is not None


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
    if not _are_several(set(named.values())):
        return {}
    result: dict[int, str] = {}
    current = ""
    for position, block in enumerate(document.blocks):
        if isinstance(block, Table):
            current = named.get(position, current)
            if current:
                result[position] = current
    return result


def _are_several(names: Collection[str]) -> bool:
    """True unless all are one name, or that name with its place behind it."""
    return not all(_are_one(one, two) for one in names for two in names)


def _are_one(name: str, other: str) -> bool:
    short, long = sorted((" ".join(name.split()), " ".join(other.split())), key=len)
    return long.startswith(f"{short} ") or letters(short) == letters(long)


def _named(document: Document) -> Iterator[tuple[int, str]]:
    lines: list[Line] = []
    blocks = list(document.blocks)
    beside: set[int] = set()
    for position, block in enumerate(blocks):
        if isinstance(block, Line):
            lines.append(block)
            continue
        texts = [line.text for line in lines[-_NEAR:]]
        if position not in beside:
            group = side_by_side(blocks, position)
            owners = owners_beside(lines[-_NEAR:], [blocks[at] for at in group])
            if owners:
                beside.update(group)
                yield from zip(group, owners, strict=True)
        if position not in beside and (name := _one_name(_names(texts))):
            yield position, name
        lines = []


def _one_name(names: Sequence[str]) -> str:
    """The body that all of the names are of, as the longest says it; empty for several."""
    if not names or len({_kind_and_name(name) for name in names}) > 1:
        return names[0] if len(names) == 1 else ""
    return max(names, key=len)


def _kind_and_name(text: str) -> tuple[str, str]:
    from pipeline.agency import mentions

    first = next(one for one in mentions(text) if one.kind in SCORED)
    return first.kind, letters(first.name)


def _names(texts: Sequence[str]) -> list[str]:
    """The bodies that headings name, each of one line or wrapped into two."""
    found: list[str] = []
    at = 0
    while at < len(texts):
        both = body_line(" ".join(texts[at : at + 2]))
        name = both or body_line(texts[at])
        if name:
            found.append(name)
        at += 2 if both else 1
    return found
