"""Tables with indicators as rows and one column a body, read where they stand.

Rows beside the scores may tell district, province, fiscal year and rating of each body.
Column and row of every value stay those that a user sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.sheets import Sheet
from pipeline.numbers import arabic
from pipeline.published.bodies import Named, has_type_word, opens_with_type_word
from pipeline.published.headings import role_of, stated_year
from pipeline.published.items import item_of
from pipeline.published.layout import HEADER_ROWS, Cells, Column, Layout, title_above
from pipeline.published.notice import Notice
from pipeline.published.people import Who, is_summary, is_summary_word, year_of
from pipeline.scores.tables.cells import is_nothing, read_value
from pipeline.scores.tables.grid import column_role
from pipeline.years import header_year

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FEWEST = 3
"""Items that a column must name to be one of items."""
_HIGHEST = 300
"""Rows; no list of items is longer."""
_BODIES = 2
"""Headers of bodies that make a table a crossed one."""
_TOLD = ("district", "province", "fiscal_year", "fiscal_year_ce", "rating")
_OTHER = ("target", "rating", "score", "out_of", "unused")
"""Roles whose words, standing apart, tell that a column of a body holds something else."""
_LEFT = {
    "many": ("sums or averages over agencies", "ผลรวมหรือค่าเฉลี่ยของหลายหน่วยงาน"),
    "other": (
        "numbers under a header that names no agency but something beside the scores",
        "ตัวเลขใต้หัวคอลัมน์ที่ไม่ใช่ชื่อหน่วยงาน",
    ),
    "unnamed": ("values without the name of an agency", "มีคะแนนแต่ไม่มีชื่อหน่วยงาน"),
}
"""Why a column of numbers is passed over."""
_DATED = re.compile(r"\(?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d\s*\)?\s*$")


def find_crossed(sheet: Sheet, file: Path) -> Layout | None:
    """The layout of a table whose columns are headed by bodies, and whose rows by items."""
    items = _item_column(sheet) if sheet.height <= _HIGHEST else None
    if items is None:
        return None
    cells = _texts(sheet, items)
    first = next(row for row, text in enumerate(cells) if item_of(text).item)
    for header in range(min(first, HEADER_ROWS) - 1, -1, -1):
        columns = tuple(_columns(sheet, header, items))
        if sum(has_type_word(column.body) for column in columns) >= _BODIES:
            title = title_above(sheet, header)
            year = stated_year(title) or stated_year(sheet.name) or stated_year(file.stem)
            notices = tuple(_left_out(sheet, header, items, columns))
            return Layout(columns, header, False, title, year, notices)
    return None


def _item_column(sheet: Sheet) -> int | None:
    """The column that names most items, each once, and little else."""
    best: tuple[int, int] | None = None
    for index in range(len(sheet.columns)):
        cells = [text.strip() for text in _texts(sheet, index)]
        named = [text for text in cells if text and not arabic(text).isdigit()]
        found = [one.item for one in map(item_of, named) if one.item]
        if len(set(found)) < _FEWEST or 2 * len(found) < len(named):
            continue
        if best is None or len(found) > best[0]:
            best = len(found), index
    return best[1] if best else None


def _texts(sheet: Sheet, index: int, header: int = -1) -> list[str]:
    """The cells of a column under a header."""
    cells = sheet.columns[index]
    return [cells[row] for row in range(header + 1, len(cells))]


def _columns(sheet: Sheet, header: int, items: int) -> Iterator[Column]:
    for index, cell in enumerate(sheet.row(header)):
        text = " ".join(cell.split())
        if index == items:
            yield Column(index, text, "item")
        elif index < items or not _holds_scores(sheet, header, index) or not _may_name(text):
            yield Column(index, text, "")
        else:
            year = header_year(text)
            body = _DATED.sub("", arabic(text)).strip() if year else text
            yield Column(index, text, "score", year=year, body=body)


def _holds_scores(sheet: Sheet, header: int, index: int) -> bool:
    cells = [text for text in _texts(sheet, index, header) if not is_nothing(text)]
    return 2 * sum(read_value(text) is not None for text in cells) >= max(len(cells), 1)


def _may_name(text: str) -> bool:
    """A header that can be the name of a body: of letters, and of no other meaning."""
    if not re.search("[ก-ฮ]", text) or is_summary(text) or role_of(text):
        return False
    if item_of(text).item:
        return False
    return column_role(text) in ("", "body") or _opens_with_a_body(text)


def _opens_with_a_body(text: str) -> bool:
    """A type word and a name, in which the words of other columns are but letters
    (``อบต.หนองมะค่า``), unless one of them stands apart (``อบต.นาดี ค่าเป้าหมาย``)."""
    if not opens_with_type_word(text):
        return False
    words = [word for word in re.split(r"[\s()]+", text) if word]
    return not any(role_of(word) in _OTHER or is_summary_word(word) for word in words[1:])


def _left_out(sheet: Sheet, header: int, items: int, columns: Sequence[Column]) -> Iterator[Notice]:
    """Columns of numbers that no body heads."""
    for column in columns:
        many = is_summary(column.header)
        known = column.role or column.index < items or role_of(column.header)
        other = column_role(column.header) not in ("", "body") and not many
        if known or not _has_numbers(sheet, header, column.index):
            continue
        what, what_th = _LEFT["many" if many else "other" if other else "unnamed"]
        yield Notice(
            f"Column {column.letter} «{column.header}»: {what}; passed over.",
            f"คอลัมน์ {column.letter} «{column.header}»: {what_th} จึงข้ามไป",
            problem=not many and not other,
        )


def _has_numbers(sheet: Sheet, header: int, index: int) -> bool:
    cells = _texts(sheet, index, header)
    return any(read_value(text) is not None for text in cells if text.strip())


@dataclass(frozen=True, slots=True)
class Across:
    """The bodies of a crossed table's columns."""

    who: Who
    body: tuple[int, ...]
    """By column of scores, its number in ``who.named``."""
    year: tuple[int | None, ...]
    rating: tuple[str, ...]
    """As printed in the row of ratings."""


def across(cells: Cells, columns: Sequence[Column]) -> Across:
    """Who and when, told by the columns and by rows beside the scores."""
    import numpy as np

    told = _told_rows(cells)
    named, numbers = [], []
    for column in columns:
        district, province = (
            _cell(cells, told.get(role), column) for role in ("district", "province")
        )
        one = Named(column.body, "", district, province)
        if one not in named:
            named.append(one)
        numbers.append(named.index(one))
    dated = told.get("fiscal_year", told.get("fiscal_year_ce"))
    years = [column.year or year_of(_cell(cells, dated, column)) for column in columns]
    height = cells.sheet.height - cells.first
    counted: npt.NDArray[np.bool_] = np.ones(height, dtype=np.bool_)
    counted[[row - cells.first for row in told.values()]] = False
    who = Who(
        named,
        [cells.layout.header + 1] * len(named),
        np.zeros(height, dtype=np.int32),
        np.full(height, cells.layout.year or 0, dtype=np.int32),
        counted,
    )
    ratings = [_cell(cells, told.get("rating"), column) for column in columns]
    return Across(who, tuple(numbers), tuple(years), tuple(ratings))


def _told_rows(cells: Cells) -> dict[str, int]:
    """Rows of the sheet that tell something of each body, by what they tell."""
    items = cells.layout.one("item")
    assert items is not None
    found: dict[str, int] = {}
    for row in range(cells.first, cells.sheet.height):
        role = role_of(cells.sheet.columns[items.index][row])
        if role in _TOLD:
            found.setdefault(role, row)
    return found


def _cell(cells: Cells, row: int | None, column: Column) -> str:
    return "" if row is None else " ".join(cells.sheet.columns[column.index][row].split())
