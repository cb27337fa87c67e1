"""Documents of several bodies, each with its tables below a line that is its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Document, Line, Page, Table
from pipeline.scores.bodies import SCORED
from pipeline.scores.cells import is_nothing
from pipeline.scores.stacked import part
from pipeline.wording import cues

_NEAR = 6
"""Lines before a table among which its body may be named: a header may have been read as lines."""
_LONGEST = 200
"""Characters; a longer line is no heading."""
_SCORE = re.compile(r"[\d๐-๙]\.[\d๐-๙]{2}")
_WORDS = re.compile(r"[A-Za-zก-๎\d๐-๙]")


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
    return long.startswith(f"{short} ") or _letters(short) == _letters(long)


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
            group = _side_by_side(blocks, position)
            owners = _names_beside(texts[-1]) if texts and len(group) > 1 else []
            if len(owners) == len(group):
                beside.update(group)
                yield from zip(group, owners, strict=True)
        if position not in beside and (name := _one_name(_names(texts))):
            yield position, name
        lines = []


def _side_by_side(blocks: Sequence[Line | Table], position: int) -> list[int]:
    """The positions of the tables from ``position`` on that stand beside each other, from left to
    right."""
    group: list[tuple[float, int]] = []
    reach = 0.0
    for at in range(position, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Table) or block.box is None:
            break
        first = blocks[position].box
        if first is None or block.page != blocks[position].page:
            break
        if group and (block.box.top >= first.bottom or first.top >= block.box.bottom):
            break
        if group and block.box.x0 < reach:
            break
        reach = block.box.x1
        group.append((block.box.x0, at))
    return [at for _, at in group]


def _names_beside(text: str) -> list[str]:
    """The bodies that one line names beside each other, each with its place, and nothing else."""
    from pipeline.agency import mentions

    found = [one for one in mentions(text) if one.kind in SCORED]
    if not found or _letters(cues("heading", "assessment").sub(" ", text[: found[0].start])):
        return []
    ends = [*(one.start for one in found[1:]), len(text)]
    names = [text[one.start : end].strip() for one, end in zip(found, ends, strict=True)]
    return names if all(map(body_line, names)) else []


def _one_name(names: Sequence[str]) -> str:
    """The body that all of the names are of, as the longest says it; empty for several."""
    if not names or len({_kind_and_name(name) for name in names}) > 1:
        return names[0] if len(names) == 1 else ""
    return max(names, key=len)


def _kind_and_name(text: str) -> tuple[str, str]:
    from pipeline.agency import mentions

    first = next(one for one in mentions(text) if one.kind in SCORED)
    return first.kind, _letters(first.name)


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


def body_line(text: str) -> str:
    """The body that a heading names, if it says nothing else but that an assessment is reported
    and for which year: with its place, as printed."""
    from pipeline.agency import mentions

    if len(text) > _LONGEST or _SCORE.search(text):
        return ""
    found = [one for one in mentions(text) if one.kind in SCORED]
    if len(found) != 1:
        return ""
    before, after = text[: found[0].start], text[found[0].end :]
    if _letters(cues("heading", "assessment").sub(" ", f"{before}\n{after}")):
        return ""
    end = found[0].end if _WORDS.search(after) else None
    return text[found[0].start : end].strip()


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-zก-๎]", "", text)
