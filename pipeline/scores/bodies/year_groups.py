"""Rows of a body, one for each year, whose name stands beside them but in no merged cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.model import Cell
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Grid, is_value
from pipeline.wording import cues
from pipeline.years import header_year

_BEGINS = re.compile(
    r"\s*(?:[\d๐-๙]{1,3}[.)]?\s+)?(?:อ\s?บ\s?[ตจ]|ท\s?[ตมน]\s?\.|เทศบาล|องค์การ|จังหวัด|กรม|สำนัก|มหาวิทยาลัย"
    r"|โรงเรียน|โรงพยาบาล|วิทยาลัย|เมืองพัทยา)"
)
"""What a name of a body begins with, even if its line ends there."""
_PIECE = 40
"""Characters; a longer text in a row of its own is no more of a name."""


@dataclass(slots=True)
class YearGroup:
    """The rows of one body, and the pieces of its name."""

    by_name: bool
    """It begins with a name, not with a year that came again."""
    rows: list[int] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    first_is_bare: bool = False
    """Its first row has no piece of the name, nor has any above it."""
    some_are_bare: bool = False
    """One of its rows has no piece of the name."""

    @property
    def name(self) -> str:
        return one_line("\n".join(self.pieces))

    def add(self, row: int, year: int, piece: str) -> None:
        if not self.rows:
            self.first_is_bare = not (piece or self.pieces)
        self.some_are_bare |= not piece
        self.rows.append(row)
        self.years.append(year)
        self.pieces += [piece] if piece else []


def year_groups(grid: Grid, first: int, column: int) -> tuple[YearGroup, ...]:
    """The rows of each body in a list with a row for each of its years, whose name stands above
    them, among them or in lines beside several of them.

    A body's rows end where a year comes again. Nothing is told where any body would then have no
    name or two, or where every row has one.
    """
    years = grid.columns_of("year")
    if len(years) != 1 or years[0].index == column:
        return ()
    at = years[0].index
    groups: list[YearGroup] = []
    above: list[str] = []
    for index in range(first, len(grid.table.rows)):
        cells = grid.table.rows[index]
        year = header_year(cells[at].text)
        valued = any(is_value(cell.text) for cell in cells[column + 1 :] if cell.column != at)
        piece = _piece(cells, column)
        begins = bool(piece) and _begins(piece)
        if year is None or not valued:
            if valued or not piece or not _is_alone(cells, column):
                continue
            if groups and (not groups[-1].pieces or not begins):
                groups[-1].pieces.append(piece)
            else:
                above.append(piece)
            continue
        named = bool(above) or (begins and bool(groups) and bool(groups[-1].pieces))
        if not groups or named or year in groups[-1].years:
            again = bool(groups) and year in groups[-1].years
            groups.append(YearGroup(by_name=named and not again, pieces=above))
            above = []
        groups[-1].add(index, year, piece)
    bare = any(group.some_are_bare or len(group.pieces) > 1 for group in groups)
    sound = all(_begins(group.pieces[0]) if group.pieces else False for group in groups)
    single = not any(_begins(piece) for group in groups for piece in group.pieces[1:])
    mixed = any(one.by_name for one in groups) and any(one.first_is_bare for one in groups)
    return tuple(groups) if bare and sound and single and not (above or mixed) else ()


def _piece(cells: Sequence[Cell], column: int) -> str:
    """What a row prints of a name, or the word by which it is a mean of bodies."""
    for cell in cells[: column + 1]:
        if cues("table", "summary").match(cell.text):
            return cell.text
    return cells[column].text if re.search("[ก-ฮ]", cells[column].text) else ""


def _begins(piece: str) -> bool:
    return bool(_BEGINS.match(piece) or cues("table", "summary").match(piece))


def _is_alone(cells: Sequence[Cell], column: int) -> bool:
    """True for a row that holds a piece of a name, or its number, and nothing else."""
    others = [cell for cell in cells[column + 1 :] if not is_nothing(cell.text)]
    cell = cells[column]
    return not others and cell.column_span == 1 and len(cell.text) <= _PIECE
