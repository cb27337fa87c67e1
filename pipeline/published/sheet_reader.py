"""What the readers of wide and of long tables share: cells, ratings, places, complaints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parsers.model import Method
from parsers.sheets import Sheet
from parsers.texts import Texts
from pipeline.facts import Place
from pipeline.numbers import arabic
from pipeline.published.layout import Column, Layout
from pipeline.published.notice import Notice
from pipeline.published.numbers import Numbers

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


_SIGNED = re.compile(r"[+\-−–]\s?\d")


@dataclass(slots=True)
class SheetReader:
    """What both forms of table share."""

    sheet: Sheet
    layout: Layout
    numbers: Numbers
    page: int
    table: int
    notices: list[Notice] = field(default_factory=list)
    _below: dict[int, Texts] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.layout.first

    def column(self, column: Column) -> Texts:
        """A column below the header."""
        found = self._below.get(column.index)
        if found is None:
            found = self._below[column.index] = self.sheet.columns[column.index].below(self.first)
        return found

    def numbered(self, column: Column) -> npt.NDArray[np.int64]:
        """Text numbers of a column's cells."""
        import numpy as np

        cells = self.column(column)
        return np.array(self.numbers.many(cells.distinct), dtype=np.int64)[cells.codes]

    def ratings(self) -> tuple[Ints, list[str]]:
        import numpy as np

        column = self.layout.one("rating")
        if column is None:
            return np.full(self.sheet.height - self.first, -1, dtype=np.int32), []
        cells = self.column(column)
        texts = [read_rating_cell(text) for text in cells.distinct]
        known = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        back = np.array([known[text] if text else -1 for text in texts], dtype=np.int32)
        return back[cells.codes], list(known)

    def row_of(self, index: int) -> int:
        """A row as the spreadsheet numbers it."""
        return self.first + index + 1

    def place(self, index: int, column: Column) -> Place:
        row = self.first + index
        return Place(
            self.page, row + 1, None, Method.TEXT, column.confidence, self.table, row, column.index,
            in_sheet=True,
        )  # fmt: skip

    def complain(self, column: Column, rows: Sequence[int]) -> None:
        """Cells with words, or with a signed number, where a score should be."""
        from pipeline.published.notice import rows_en, rows_th

        shown = " ".join(self.column(column)[rows[0]].split())
        numbers = [self.row_of(row) for row in rows]
        signed = _SIGNED.match(arabic(shown)) is not None
        what = "score: scores have no sign" if signed else "number"
        what_th = "คะแนน เพราะคะแนนไม่มีเครื่องหมาย" if signed else "ตัวเลข"
        self.notices.append(
            Notice(
                f"Column {column.letter} «{column.header}», {rows_en(numbers)}: «{shown}» is no"
                f" {what}; such cells are passed over. Write a number, or leave them blank.",
                f"คอลัมน์ {column.letter} «{column.header}» {rows_th(numbers)}: «{shown}» "
                f"ไม่ใช่{what_th} จึงข้ามเซลล์เหล่านี้ กรุณาใส่ตัวเลขหรือเว้นว่าง",
            )
        )


def read_rating_cell(text: str) -> str:
    from pipeline.scores.found import read_rating
    from pipeline.scores.tables.cells import is_nothing

    folded = " ".join(text.split())
    if is_nothing(folded):
        return ""
    level = read_rating(folded)
    return folded if not level or (level != folded and _at_odds(folded)) else level


def _at_odds(text: str) -> bool:
    """A pass flag beside a level of the other kind, ``B (ผ่าน)``: nothing of it is dropped."""
    from pipeline.audit.rules.ratings import read_rating as levels
    from pipeline.scheme import schemes

    for scheme in schemes():
        level, mark = levels(scheme.rating, text)
        band = next((one for one in scheme.rating.bands if one.name == level), None)
        if not mark or level in scheme.rating.pass_words or scheme.target is None:
            continue
        if band is not None and band.total_from is not None:
            return (mark == "pass") != (band.total_from >= scheme.target.value)
    return False
