"""Tables with one value a row: the body, its year and the item stand in columns beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell
from pipeline.labels import Match
from pipeline.scores.bodies.named_bodies import place_columns
from pipeline.scores.bodies.places import PLACE_WORD, with_place
from pipeline.scores.bodies.rows import is_kind, kind_column, name_column, with_kind
from pipeline.scores.found import Context, Found
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Column, Grid, is_item, is_value
from pipeline.scores.tables.items import read_table
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues

_BODY = re.compile(
    r"อบต|อบจ|ทต\.|ทม\.|ทน\.|เทศบาล|องค์การบริหารส่วน|จังหวัด|อำเภอ|กรม|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล"
    r"|สำนักงาน(?!\s*ปลัด)"
)
_NAME = re.compile(r"(?:full[\s_]*)?name(?:[\s_]*th)?", re.IGNORECASE)
"""The whole of a header that does not say what the names are of."""
_DOES = re.compile(r"รับผิดชอบ|ดำเนินการ|กำกับ|ติดตาม")
"""Words of a header over units that act on an item, and are not scored in it."""


def long_list(grid: Grid) -> Column | None:
    """The column of scored bodies beside a column of items; None where a table has none."""
    if not _names_items(grid):
        return None
    kinds = _kinds(grid)
    if kinds is not None:
        bare = name_column(grid, grid.header_rows, _labels(grid), kinds)
        return grid.columns[bare] if bare != kinds else None
    for column in grid.columns:
        header = "".join(column.header.split())
        if column.role == "label" or column.year or _DOES.search(header):
            continue
        heads = cues("column", "body").search(column.header) or _NAME.fullmatch(column.header)
        if not heads:
            continue
        texts = [row[column.index].text for row in grid.table.rows[grid.header_rows :]]
        named = [text for text in texts if re.search("[ก-ฮ]", text)]
        if named and sum(1 for text in named if _BODY.match(text.strip())) * 2 > len(named):
            return column
    return None


def _labels(grid: Grid) -> frozenset[int]:
    return frozenset(column.index for column in grid.columns if column.role == "label")


def _kinds(grid: Grid) -> int | None:
    """The column of the kinds of bodies whose bare names stand beside it."""
    return kind_column(grid, grid.header_rows, _labels(grid))


def _names_items(grid: Grid) -> bool:
    """True where most rows name an item beside their value, and not all of them a bare total."""
    labels = _labels(grid)
    rows = range(grid.header_rows, len(grid.table.rows))
    valued = [n for n in rows if any(is_value(cell.text) for cell in grid.table.rows[n])]
    found = [[grid.matches[n][label] for label in labels] for n in valued]
    named = sum(1 for row in found if any(map(is_item, row)))
    return named * 2 > len(valued) and any(_is_part(one) for row in found for one in row)


def _is_part(found: Match | None) -> bool:
    if found is None or found.item is None:
        return False
    return found.item != TOTAL or bool(cues("table", "assessment").search(found.text))


def read_long_list(grid: Grid, bodies: Column, context: Context) -> Found:
    """Scores of a table with a value a row, read for each body and year as a table of its own."""
    context = replace(context, listed=True)
    return Found.join(
        _of_body(read_table(part, context), body) for body, part in _parts(grid, bodies)
    )


def _of_body(found: Found, body: str) -> Found:
    return replace(
        found,
        scores=tuple(replace(score, body=body) for score in found.scores),
        claims=tuple(replace(claim, body=body) for claim in found.claims),
    )


def _parts(grid: Grid, bodies: Column) -> Iterator[tuple[str, Grid]]:
    """The rows of each body, place and year, in the order in which they first stand."""
    places = place_columns(grid, {})
    years = grid.columns_of("year")
    kinds = _kinds(grid)
    beside = () if kinds is None else (kinds,)
    keys = (bodies.index, *beside, *(at for at, _ in places), *(column.index for column in years))
    last: dict[int, Cell] = {}
    groups: dict[tuple[str, ...], list[int]] = {}
    rows = [list(row) for row in grid.table.rows]
    for index in range(grid.header_rows, len(rows)):
        row = rows[index]
        if _is_another(row[bodies.index], last.get(bodies.index)):
            for at in (*(at for at, _ in places), *beside):
                last.pop(at, None)
        for key in keys:
            if is_nothing(row[key].text) and key in last:
                row[key] = replace(row[key], text=last[key].text)
            elif not is_nothing(row[key].text):
                last[key] = row[key]
        group = tuple(one_line(row[key].text) for key in keys)
        groups.setdefault(group, []).append(index)
    header = list(range(grid.header_rows))
    for group, indices in groups.items():
        body = group[0]
        if not re.search("[ก-ฮ]", body) or cues("table", "summary").match(body):
            continue
        kept = header + indices
        part = replace(
            grid,
            table=replace(grid.table, rows=tuple(tuple(rows[index]) for index in kept)),
            matches=tuple(grid.matches[index] for index in kept),
        )
        if any(is_item(found) for row in part.matches[grid.header_rows :] for found in row):
            body = with_kind(body, group[1]) if beside and is_kind(group[1]) else body
            yield with_place(body, _place(part.table.rows[grid.header_rows], places)), part


def _is_another(cell: Cell, above: Cell | None) -> bool:
    """True for a cell that names another body than the one above it: it has no place of that."""
    return above is not None and one_line(cell.text) not in ("", one_line(above.text))


def _place(cells: Sequence[Cell], places: Sequence[tuple[int, str]]) -> dict[str, str]:
    """The district and province of a row, by the word for such a place."""
    return {
        word: PLACE_WORD.sub("", one_line(cells[column].text))
        for column, word in places
        if not is_nothing(cells[column].text)
    }
