"""Means of instruments printed inside the cell that names them: "แบบวัด … (IIT) เฉลี่ย 89.30"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.model import Cell
from pipeline.facts import Item, Score
from pipeline.numbers import find_numbers
from pipeline.scores.found import FULL_SCALE, Context, place_of
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import Grid, is_item
from pipeline.scores.tables.rows import LabelledRow
from pipeline.scores.tables.segments import TOTAL, Segment, year_of

_DECIMALS = 2
_SAID = re.compile(
    r"(?:เฉลี่ย|คะแนน|ได้(?:รับ)?|เท่ากับ|คิดเป็น|รวม|ร้อยละ|[\n:=(\[/–-])[\s:=(]*(?:ร้อยละ|คะแนน)?\s*$"
)
"""What stands right before the score in a label."""
_OTHER = re.compile(
    r"เต็ม|น้ำ\s*หนัก|เป้า|เกณฑ์|สัดส่วน|ไม่น้อยกว่า|ไม่ต่ำกว่า|ต่าง|เพิ่ม|ลด|weight|full|/\s*$", re.IGNORECASE
)
_NEAR = 40


def label_values(
    grid: Grid, segment: Segment, rows: Sequence[LabelledRow], known: Sequence[Score],
    context: Context,
) -> Iterator[Score]:  # fmt: skip
    """The scores of instruments that stand in the cells heading their indicators, where the table
    has one column of scores and says none of the instruments elsewhere."""
    scored = [column for column in segment.columns if column.role == "score"]
    types = {score.item.item_type for score in known}
    if len(scored) != 1 or "indicator" not in types or "instrument" in types:
        return
    own = {(row.row, row.column) for row in rows}
    found: dict[Item, Score] = {}
    twice: set[Item] = set()
    for index in range(grid.header_rows, len(grid.table.rows)):
        for column in segment.labels:
            cell, named = grid.table.rows[index][column], grid.matches[index][column]
            if named is None or not is_item(named, "instrument") or (index, column) in own:
                continue
            assert named.item is not None
            cell = cell if _number(cell) is not None else _below(grid, index, column) or cell
            number = _number(cell)
            if number is None:
                continue
            before = found.get(named.item)
            if before is not None and before.place != place_of(cell, grid.ordinal):
                twice.add(named.item)
            found[named.item] = Score(
                item=named.item,
                name=" ".join(named.text.replace(number, "").split()),
                value=next(iter(find_numbers(number))).value,
                printed=number,
                place=place_of(cell, grid.ordinal),
                fiscal_year=year_of(grid, index, scored[0], context),
            )
    yield from (score for item, score in found.items() if item not in twice)


def _below(grid: Grid, index: int, column: int) -> Cell | None:
    """The next text below an instrument's name in its column, with empty cells between, if it names
    nothing itself: a merged cell of a page may stand in pieces beside its rows."""
    for row, matches in zip(grid.table.rows[index + 1 :], grid.matches[index + 1 :], strict=True):
        if not is_nothing(row[column].text):
            named = matches[column]
            plain = named is None or named.item in (None, TOTAL)
            return row[column] if plain else None
    return None


def _number(cell: Cell) -> str | None:
    """The one number with decimals that a label says to be a score, as printed."""
    numbers = [one for one in find_numbers(cell.text) if one.decimals == _DECIMALS]
    if len(numbers) != 1 or numbers[0].signed or numbers[0].value > FULL_SCALE:
        return None
    before = cell.text[: numbers[0].start]
    if not _SAID.search(before) or _OTHER.search(before[-_NEAR:]):
        return None
    return numbers[0].printed
