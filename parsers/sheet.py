"""A sheet of used cells as lines and tables: what stands together is a table.

A spreadsheet has no tables, only cells. Blank rows divide a sheet, and so do blank columns
where both sides have names of their own; titles above a table and notes below it are lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from parsers.grid import MAX_PLACES, Block
from parsers.model import Cell, Line, Page, Table
from parsers.refusals import too_large
from parsers.thai import fold_spaces, repair

MAX_CELLS = 500_000
"""Used cells of one sheet of a report; all questions of all bodies of the country are fewer."""
_NAME_OF_NONE = re.compile(
    r"(?:work)?sheet\s*\d*|แผ่น(?:งาน)?\s*\d*|ชี[ทต]\s*\d*|table\s*\d*", re.IGNORECASE
)
_NUMBER = re.compile(r"[-+(]?[\d๐-๙][\d๐-๙,.\s]*%?\)?")
_ORDINAL = re.compile(r"[\d๐-๙]{1,3}\.?")
_ORDER = re.compile(r"\s*([\d๐-๙]{1,3})[.)]\s*[^\d๐-๙\s]")
_YEAR = re.compile(r"(?:19|20|2[45]|๑๙|๒๐|๒[๔๕])[\d๐-๙]{2}")
_FORM_ROWS = 12
_SELF_CONTAINED = 2
"""Columns and rows from which a part beside a blank column may be a table of its own."""


@dataclass(frozen=True, slots=True)
class Used:
    """A cell that shows something; places count from 1."""

    row: int
    column: int
    printed: str
    last_row: int
    last_column: int

    @property
    def is_number(self) -> bool:
        return _NUMBER.fullmatch(self.printed.strip()) is not None

    @property
    def is_value(self) -> bool:
        """A number that is no year."""
        return self.is_number and _YEAR.fullmatch(self.printed.strip()) is None

    @property
    def is_ordinal(self) -> bool:
        """A number such as counts rows."""
        return _ORDINAL.fullmatch(self.printed.strip()) is not None


Region = list[Used]


def used_cells(
    texts: Mapping[tuple[int, int], str], merges: Sequence[tuple[int, int, int, int]] = ()
) -> Region:
    """The cells that show something, in order of rows, with what they span.

    ``merges`` are first row, first column, last row, last column.
    """
    if len(texts) > MAX_CELLS:
        raise too_large(f"{len(texts):,} cells")
    spans = {(first, left): (last, right) for first, left, last, right in merges}
    return [
        Used(row, column, text, *spans.get((row, column), (row, column)))
        for (row, column), text in sorted(texts.items())
        if text.strip()
    ]


def covered_places(
    merges: Sequence[tuple[int, int, int, int]], texts: Mapping[tuple[int, int], str]
) -> set[tuple[int, int]]:
    """Used places that another cell is merged over."""
    by_row: dict[int, list[int]] = {}
    for row, column in texts:
        by_row.setdefault(row, []).append(column)
    return {
        (row, column)
        for first, left, last, right in merges
        for row in (by_row if last - first > len(by_row) else range(first, last + 1))
        if first <= row <= last
        for column in by_row.get(row, ())
        if left <= column <= right and (row, column) != (first, left)
    }


def sheet_page(number: int, name: str, cells: Region, notices: Sequence[str] = ()) -> Page:
    """One sheet as a page; its name, if somebody gave it one, is the first line."""
    blocks: list[Block] = []
    if cells and name.strip() and not _NAME_OF_NONE.fullmatch(name.strip()):
        blocks.append(Line(fold_spaces(name), repair(fold_spaces(name)), 1, number, heading=True))
    blocks += divided(cells, number)
    return Page(number, tuple(blocks), notices=tuple(notices))


def divided(cells: Region, page: int) -> Iterator[Block]:
    """The lines and tables that used cells make."""
    for region in _regions(cells):
        yield from _blocks(region, page)


def is_whole_sheet(cells: Region, last_row: int) -> bool:
    """True for a grid that was drawn as a sheet, not as one table: with blank rows inside, or
    a title in its first cell and nothing beside it."""
    rows = {row for cell in cells for row in range(cell.row, min(cell.last_row, last_row) + 1)}
    if not rows:
        return False
    if len(rows) <= max(rows) - min(rows):
        return True
    top = min(rows)
    first = [cell for cell in cells if cell.row == top]
    (title, *others) = first
    alone = not others and (title.row, title.column) == (title.last_row, title.last_column)
    return alone and not title.is_number and len(rows) > _SELF_CONTAINED


def _regions(cells: Region) -> Iterator[Region]:
    """Parts of a sheet with nothing but blanks between them, in reading order."""
    for band in _joined(_cut(cells, by_row=True)):
        parts = _cut(band, by_row=False)
        if len(parts) == 1 or not all(map(_is_self_contained, parts)):
            yield band
            continue
        for part in parts:
            yield from _joined(_cut(part, by_row=True))


def _cut(cells: Region, *, by_row: bool) -> list[Region]:
    """Cells divided where a whole row, or column, is blank."""
    ordered = cells if by_row else sorted(cells, key=lambda cell: cell.column)
    parts: list[Region] = []
    reached = 0
    for cell in ordered:
        first, last = (cell.row, cell.last_row) if by_row else (cell.column, cell.last_column)
        if not parts or first > reached + 1:
            parts.append([])
        parts[-1].append(cell)
        reached = max(reached, last)
    return parts if by_row else [sorted(part, key=lambda cell: cell.row) for part in parts]


def _joined(parts: Sequence[Region]) -> list[Region]:
    """Parts that only go on with the table above a blank row, joined to it."""
    joined: list[Region] = []
    for part in parts:
        if joined and _goes_on(joined[-1], part):
            joined[-1].extend(part)
        else:
            joined.append(part)
    return joined


def _goes_on(above: Region, part: Region) -> bool:
    """True where the first row of ``part`` has a name and values just where the last row of
    the table above has them, or has the heads of such columns."""
    upper = list(takewhile(lambda cell: cell.row == above[-1].row, reversed(above)))
    first = list(takewhile(lambda cell: cell.row == part[0].row, part))
    if _counts_on(above, first):
        return True
    if not any(cell.is_value for cell in first) or all(cell.is_number for cell in first):
        return False
    if len(upper) > 1 and not any(cell.is_value for cell in above):
        return all(
            any(head.column <= c.column <= head.last_column for head in upper) for c in first
        )
    kinds = {cell.column: cell.is_value for cell in upper}
    return all(kinds.get(cell.column) == cell.is_value for cell in first)


def _counts_on(above: Region, first: Region) -> bool:
    """True for a lone numbered text, as a section's, with the next number of the last such text
    of the table above, in its column."""
    here = _ORDER.match(first[0].printed) if len(first) == 1 else None
    if here is None:
        return False
    held = Counter(cell.row for cell in above)
    lone = (c for c in above if held[c.row] == 1 and c.column == first[0].column)
    numbers = [int(found[1]) for cell in lone if (found := _ORDER.match(cell.printed))]
    return bool(numbers) and int(here[1]) == numbers[-1] + 1


def _is_self_contained(part: Region) -> bool:
    """True for a part that has names, and values behind them, of its own."""
    rows = {cell.row for cell in part}
    columns = sorted({cell.column for cell in part})
    if len(rows) < _SELF_CONTAINED or len(columns) < _SELF_CONTAINED:
        return False
    for column in columns:
        cells = [cell for cell in part if cell.column == column]
        if 2 * sum(not cell.is_number for cell in cells) > len(rows):
            return any(cell.is_value for cell in part if cell.column > column)
        if any(cell.is_value and not cell.is_ordinal for cell in cells):
            return False
    return False


def _blocks(region: Region, page: int) -> Iterator[Block]:
    rows: list[Region] = []
    for cell in region:
        if not rows or rows[-1][0].row != cell.row:
            rows.append([])
        rows[-1].append(cell)
    left, right = min(c.column for c in region), max(c.last_column for c in region)
    top = 0
    while top < len(rows) and _is_title(rows[top], left, right):
        top += 1
    end = len(rows)
    while end > top and _is_note(rows[end - 1], left):
        end -= 1
    for row in rows[:top]:
        yield from _lines(row, page)
    columns = {cell.column for row in rows[top:end] for cell in row}
    if end - top > 1 and len(columns) > 1 and not _is_form(rows[top:end]):
        yield _table([cell for row in rows[top:end] for cell in row], page)
    else:
        for row in rows[top:end]:
            yield from _lines(row, page)
    for row in rows[end:]:
        yield from _lines(row, page)


def _is_form(rows: Sequence[Region]) -> bool:
    """True for a few labels, each with what it labels beside it, such as a sheet begins with."""
    if len(rows) > _FORM_ROWS or any(len(row) > 2 for row in rows):
        return False
    if len({cell.column for row in rows for cell in row}) > 2:
        return False
    beside = [row[1] for row in rows if len(row) == 2]
    if any(cell.is_value for cell in beside) or any(row[0].is_number for row in rows):
        return False
    labelled = any(row[0].printed.rstrip().endswith(":") for row in rows)
    return labelled or any(cell.is_number for cell in beside)


def _is_title(row: Region, left: int, right: int) -> bool:
    """True for a row of one text over the table's first column or its whole width."""
    (cell, *others) = row
    if others or cell.is_value or cell.last_row > cell.row:
        return False
    return cell.column == left or (cell.column, cell.last_column) == (left, right)


def _is_note(row: Region, left: int) -> bool:
    (cell, *others) = row
    return not others and not cell.is_number and cell.column == left


def _lines(row: Region, page: int) -> Iterator[Line]:
    """A row that is no table: its cells beside each other, their own line breaks kept."""
    if len(row) == 1:
        texts = row[0].printed.splitlines()
    else:
        texts = ["  ".join(fold_spaces(cell.printed) for cell in row)]
    for text in texts:
        if printed := fold_spaces(text):
            yield Line(printed, repair(text.strip()), row[0].row, page)


def _table(cells: Region, page: int) -> Table:
    """The grid of the rows and columns in which something stands."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    if len(rows) * len(columns) > MAX_PLACES:
        raise too_large(f"{len(rows):,} × {len(columns):,}")
    row_at = {row: index for index, row in enumerate(rows)}
    column_at = {column: index for index, column in enumerate(columns)}
    grid = [
        [Cell("", "", index, column, row, page) for column in range(len(columns))]
        for index, row in enumerate(rows)
    ]
    for cell in cells:
        row, column = row_at[cell.row], column_at[cell.column]
        height = bisect_right(rows, cell.last_row) - row
        width = bisect_right(columns, cell.last_column) - column
        text = "\n".join(
            piece for line in cell.printed.splitlines() if (piece := fold_spaces(line))
        )
        grid[row][column] = Cell(
            fold_spaces(cell.printed), repair(text), row, column, cell.row, page, height, width
        )
    return Table(tuple(map(tuple, grid)), page, rows[0])
