"""Text reports as people and OCR tools write them: lines, and tables in four notations.

Tables are tab-separated lines, Markdown pipes, HTML, or columns aligned with spaces.
Cells and lines may hold HTML fragments, Markdown and entities. Pages are divided by form
feeds or page markers; line numbers are those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from parsers.encoding import decode
from parsers.html import html_table
from parsers.markup import clean, heading
from parsers.model import Cell, Document, Line, Page, Table
from parsers.overlong import with_short_runs
from parsers.thai import fold_spaces, repair

Numbered = tuple[int, str]
"""A line of the file with its 1-based number."""

_PAGE_BREAK = re.compile(
    r"^\s*(?:<\s*page[\s_-]?break\s*/?\s*>|<!--\s*page.*?-->|\[?\s*page\s+\d+(?:\s*(?:of|/)\s*\d+)?\s*\]?"
    r"|[-=*]{2,}\s*(?:page|หน้า(?:ที่)?)\s*[\d๐-๙]+\s*[-=*]{2,}|\{\d+\}-{10,})\s*$",
    re.IGNORECASE,
)
_TABLE_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*]\s*){3,}$")
_PIPE = re.compile(r"(?<!\\)\|")
_BOX = re.compile(r"[│┃║]")
_BOX_RULE = re.compile(r"^[\s─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬+\-=|]+$")
_GAP = re.compile(r"\s{2,}|\t")
_NUMBER = re.compile(r"^[-+]?[\d๐-๙][\d๐-๙.,\s]*%?$|^-$")
_OPEN_TAGS = re.compile(r"<(/?)\s*(p|ol|ul|li|td|th|div)\b[^<>]*>", re.IGNORECASE)
_MAX_OPEN_LINES = 200
"""How many lines a cell's open tag may run on."""
_DIGIT = re.compile(r"(?<![\d.])\d+(?!\.?\d)")
"""A whole number, which may number a row or be a year; fractions are neither."""
_LETTER = re.compile(r"[A-Za-zก-ฮ]")
_MAX_PIECE, _MAX_LAST_PIECE = 80, 40
"""Characters of a line that goes on with a cell, inside a table and below its last row."""
_MIN_ALIGNED = 3
"""Lines of equally many columns from which spaces make a table."""


def parse(path: Path) -> Document:
    """Read a text or Markdown file.

    Raises `UnreadableDocument` for an encoding that cannot be told or binary data.
    """
    decoded = decode(path.read_bytes())
    text = with_short_runs(re.sub(r"\r\n?|\x85|\u2028|\u2029", "\n", decoded.text))
    pages = tuple(
        Page(number, tuple(_blocks(lines, number))) for number, lines in enumerate(_pages(text), 1)
    )
    return Document(pages, "text/plain", "text", decoded.encoding, decoded.notices)


def _pages(text: str) -> Iterator[list[Numbered]]:
    """The lines of each page; a form feed belongs to neither page."""
    lines: list[Numbered] = []
    for number, line in enumerate(text.split("\n"), 1):
        pieces = line.split("\f")
        for piece in pieces[:-1]:
            lines.append((number, piece))
            yield lines
            lines = []
        if _PAGE_BREAK.match(pieces[-1]):
            yield lines
            lines = []
        else:
            lines.append((number, pieces[-1]))
    yield lines


def _blocks(lines: Sequence[Numbered], page: int) -> Iterator[Line | Table]:
    position = 0
    while position < len(lines):
        taken, blocks = _next(lines, position, page)
        yield from blocks
        position += taken


def _next(
    lines: Sequence[Numbered], position: int, page: int
) -> tuple[int, Sequence[Line | Table]]:
    """The block that begins at ``position``, with how many lines it takes."""
    number, line = lines[position]
    if not line.strip() or _RULE.match(line) or _BOX_RULE.match(line):
        return 1, ()
    if _TABLE_OPEN.search(line):
        return _html(lines, position, page)
    for reader in (_piped, _boxed, _tabbed, _aligned):
        taken, table = reader(lines, position, page)
        if table is not None:
            return taken, (table,)
    taken, text = _emphasised(lines, position)
    return taken, tuple(_lines(text, number, page))


def _emphasised(lines: Sequence[Numbered], position: int) -> tuple[int, str]:
    """A line, or the few lines that one pair of ``**`` embraces."""
    line = lines[position][1]
    if line.count("**") != 1 or not line.lstrip().startswith("**"):
        return 1, line
    for taken in range(2, 5):
        if position + taken > len(lines):
            break
        piece = lines[position + taken - 1][1]
        if piece.rstrip().endswith("**") and piece.count("**") == 1:
            return taken, "\n".join(text for _, text in lines[position : position + taken])
    return 1, line


def _lines(raw: str, number: int, page: int) -> Iterator[Line]:
    """The lines of text that one line of the file holds; its own breaks make several."""
    inner = heading(raw)
    printed = raw.split("\n")
    several = len(printed) > 1
    for index, text in enumerate(clean(raw if inner is None else inner).split("\n")):
        if text:
            yield Line(
                printed=fold_spaces(printed[min(index, len(printed) - 1)]),
                text=repair(text),
                number=number + (index if several else 0),
                page=page,
                heading=inner is not None,
            )


def _html(
    lines: Sequence[Numbered], position: int, page: int
) -> tuple[int, Sequence[Line | Table]]:
    """An HTML table inside the text, over as many lines as it takes; text around it stays."""
    number = lines[position][0]
    end = position
    while end < len(lines) and not _TABLE_CLOSE.search(lines[end][1]):
        end += 1
    source = "\n".join(text for _, text in lines[position : end + 1])
    start = _TABLE_OPEN.search(source)
    close = list(_TABLE_CLOSE.finditer(source))
    assert start is not None
    stop = close[-1].end() if close else len(source)
    blocks: list[Line | Table] = list(_lines(source[: start.start()], number, page))
    blocks += html_table(source[start.start() : stop], number, page)
    blocks += _lines(source[stop:], lines[min(end, len(lines) - 1)][0], page)
    return end + 1 - position, blocks


def _piped(lines: Sequence[Numbered], position: int, page: int) -> tuple[int, Table | None]:
    rows = _while(lines, position, lambda line: len(_PIPE.findall(line)) >= 1)
    ruled = any(_PIPE_RULE.match(line) and "-" in line for _, line in rows)
    framed = all(line.strip().startswith("|") and line.strip().endswith("|") for _, line in rows)
    if len(rows) < 2 or not (ruled or framed):
        return 0, None
    cells = [(number, _split_pipes(line)) for number, line in rows if not _PIPE_RULE.match(line)]
    return len(rows), make_table(cells, page)


def _split_pipes(line: str) -> list[str]:
    stripped = line.strip()
    stripped = stripped.removeprefix("|")
    if stripped.endswith("|") and not stripped.endswith("\\|"):
        stripped = stripped[:-1]
    return [cell.replace("\\|", "|").strip() for cell in _PIPE.split(stripped)]


def _boxed(lines: Sequence[Numbered], position: int, page: int) -> tuple[int, Table | None]:
    """Columns divided by box-drawing characters."""
    rows = _while(lines, position, lambda line: bool(_BOX.search(line) or _BOX_RULE.match(line)))
    cells = [
        (number, [cell.strip() for cell in _BOX.split(line.strip().strip("│┃║"))])
        for number, line in rows
        if _BOX.search(line)
    ]
    return (len(rows), make_table(cells, page)) if len(cells) > 1 else (0, None)


def _tabbed(lines: Sequence[Numbered], position: int, page: int) -> tuple[int, Table | None]:
    rows: list[tuple[int, list[str]]] = []
    index = position
    while index < len(lines) and lines[index][1].strip():
        taken, text = _closed(lines, index)
        if "\t" in text:
            rows.append((lines[index][0], [cell.strip(" ") for cell in text.split("\t")]))
        elif _is_piece(lines, index, rows):
            rows.append((lines[index][0], _piece_of(rows[-1][1], text.strip())))
        else:
            break
        index += taken
    single = len(rows) == 1 and len([cell for cell in rows[0][1] if cell.strip()]) < 3
    if not rows or (single and len(rows[0][1]) < 4):
        return 0, None
    return index - position, make_table(rows, page)


def _is_piece(
    lines: Sequence[Numbered], position: int, rows: Sequence[tuple[int, list[str]]]
) -> bool:
    """True for a line that goes on with a cell of the row above: a few words without a number,
    between rows of equally many cells or at the very end of the table."""
    text = lines[position][1].strip()
    if not rows or len(text) > _MAX_PIECE or _DIGIT.search(text):
        return False
    above = rows[-1][1]
    below = lines[position + 1][1] if position + 1 < len(lines) else ""
    header = len(rows) == 1 and bool(below.strip())
    if sum(1 for cell in above if cell) < 2 or _is_prose(above, header=header):
        return False
    if below.strip():
        return below.count("\t") == len(rows[-1][1]) - 1
    return len(text) <= _MAX_LAST_PIECE


def _is_prose(row: Sequence[str], *, header: bool) -> bool:
    """True for a row of texts, of which a line below may go on with any; headers have no
    numbers either, but no long cells."""
    if any(len(cell) > _MAX_PIECE for cell in row):
        return True
    return not header and not any(_NUMBER.match(cell.strip()) for cell in row[1:] if cell.strip())


def _piece_of(above: Sequence[str], text: str) -> list[str]:
    """A row with the text alone, in the column where the row above has its longest words."""
    letters = [len(_LETTER.findall(cell)) for cell in above]
    longest = letters.index(max(letters))
    return [text if column == longest else "" for column in range(len(above))]


def _closed(lines: Sequence[Numbered], position: int) -> tuple[int, str]:
    """A line of cells, with the following lines while a tag that it opened stays open."""
    text = lines[position][1]
    taken = 1
    while _is_open(text) and taken < _MAX_OPEN_LINES and position + taken < len(lines):
        text = f"{text}\n{lines[position + taken][1]}"
        taken += 1
    return (taken, text) if not _is_open(text) else (1, lines[position][1])


def _is_open(text: str) -> bool:
    depth = 0
    for closing, _ in _OPEN_TAGS.findall(text):
        depth += -1 if closing else 1
    return depth > 0


def _aligned(lines: Sequence[Numbered], position: int, page: int) -> tuple[int, Table | None]:
    """Columns held apart by spaces: consecutive lines of equally many pieces, one of
    which is a number in nearly every line."""
    count = len(_pieces(lines[position][1]))
    if count < 2:
        return 0, None
    rows = _while(lines, position, lambda line: len(_pieces(line)) == count)
    cells = [(number, _pieces(line)) for number, line in rows]
    numeric = any(
        sum(1 for _, row in cells[1:] if _NUMBER.match(row[column])) >= 0.8 * (len(cells) - 1)
        for column in range(count)
    )
    if len(rows) < _MIN_ALIGNED or not numeric:
        return 0, None
    return len(rows), make_table(cells, page)


def _pieces(line: str) -> list[str]:
    return [piece for piece in _GAP.split(line.strip()) if piece]


def _while(
    lines: Sequence[Numbered], position: int, holds: Callable[[str], bool]
) -> Sequence[Numbered]:
    """The lines from ``position`` on for which ``holds`` is true."""
    end = position
    while end < len(lines) and lines[end][1].strip() and holds(lines[end][1]):
        end += 1
    return lines[position:end]


def make_table(rows: Sequence[tuple[int, Sequence[str]]], page: int) -> Table:
    """A table of raw cell texts; short rows are filled up on the right."""
    width = max(len(row) for _, row in rows)
    grid = []
    for index, (number, row) in enumerate(rows):
        texts = [*row, *[""] * (width - len(row))]
        grid.append(
            tuple(
                Cell(fold_spaces(raw), repair(clean(raw)), index, column, number, page)
                for column, raw in enumerate(texts)
            )
        )
    return Table(tuple(grid), page, rows[0][0])
