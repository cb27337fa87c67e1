"""Who and when: the body and the fiscal year of every row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from parsers.texts import Texts, chosen, grouped
from pipeline.numbers import arabic
from pipeline.published.bodies import Named
from pipeline.published.layout import Cells, Column
from pipeline.published.notice import Notice, rows_en, rows_th
from pipeline.years import FIRST_YEAR, LAST_YEAR, header_year

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_ERA = 543


@dataclass(slots=True)
class Who:
    """Bodies and years by row, counted from the first row under the header."""

    named: list[Named]
    """Each distinct body as printed; an empty name is the table's own body."""
    first_row: list[int]
    """The row (as the spreadsheet numbers it) that first names each."""
    body: npt.NDArray[np.int32]
    year: npt.NDArray[np.int32]
    """0 where none is told."""
    counted: npt.NDArray[np.bool_]
    """Rows that are of a body: no sums, means, or rows without a name."""
    notices: list[Notice] = field(default_factory=list)

    def printed(self, body: int) -> str:
        return self.named[body].printed


def who(cells: Cells, values: Sequence[Column]) -> Who:
    """The body and the year of every row; names of merged cells go on below."""
    import numpy as np

    height = cells.sheet.height - cells.first
    body, named, first = _bodies(cells)
    year, wrong = _years(cells)
    counted = np.ones(height, dtype=np.bool_)
    notices = []
    if cells.layout.one("agency") is not None:
        blank = np.array([not one.name for one in named], dtype=np.bool_)[body]
        summary = np.array([is_summary(one.name) for one in named], dtype=np.bool_)[body]
        again = _headers_again(cells)
        counted &= ~blank & ~summary & ~again
        filled = np.zeros(height, dtype=np.bool_)
        for column in values:
            filled |= ~_below(cells, column).blank
        told_of = (summary & filled, _of_many), (blank & filled, _of_nobody), (again, _of_a_header)
        for rows, told in told_of:
            if rows.any():
                notices.append(told([int(row) + cells.first + 1 for row in np.flatnonzero(rows)]))
    elif not cells.layout.is_long:
        filled = np.zeros(height, dtype=np.bool_)
        for column in values:
            filled |= ~_below(cells, column).blank
        again = filled & (np.bincount(np.where(filled, year, 0))[np.where(filled, year, 0)] > 1)
        if again.any():
            counted &= ~again
            notices.append(_nameless([int(row) + cells.first + 1 for row in np.flatnonzero(again)]))
    undated = np.flatnonzero(wrong & counted)
    if len(undated):
        dated = cells.layout.one("fiscal_year") or cells.layout.one("fiscal_year_ce")
        assert dated is not None
        text = _below(cells, dated)[int(undated[0])]
        notices.append(_no_year(dated, text, [int(row) + cells.first + 1 for row in undated]))
    return Who(named, first, body, year, counted, notices)


def _below(cells: Cells, column: Column) -> Texts:
    return cells.sheet.columns[column.index].below(cells.first)


def _folded(texts: Texts) -> list[str]:
    return [" ".join(text.split()) for text in texts.distinct]


def _bodies(cells: Cells) -> tuple[npt.NDArray[np.int32], list[Named], list[int]]:
    """Number of each row's body, the bodies, and the row that first names each."""
    import numpy as np

    height = cells.sheet.height - cells.first
    agency = cells.layout.one("agency")
    if agency is None:
        return np.zeros(height, dtype=np.int32), [Named("")], [cells.first + 1]
    mixed = np.zeros(height, dtype=np.int64)
    parts: list[tuple[npt.NDArray[np.int64], list[str]]] = []
    inherited = np.zeros(height, dtype=np.int64)
    for role in ("agency", "agency_type", "district", "province"):
        column = cells.layout.one(role)
        if column is None:
            parts.append((np.zeros(height, dtype=np.int64), [""]))
            continue
        texts = _below(cells, column)
        if column is agency and _goes_on(cells):
            texts = _filled(texts) if cells.layout.is_long else _filled_by_year(cells, texts)
        elif role in ("district", "province"):
            contradicted = role == "district" and _is_contradicted(cells, texts)
            if _is_merged(texts) and not contradicted:
                inherited |= texts.blank
                texts = _filled(texts)
        parts.append((texts.codes, _folded(texts)))
        mixed = mixed * (len(texts.distinct) + 1) + texts.codes
    body, first = grouped(mixed * 2 + inherited)
    columns = [[names[code] for code in codes[first].tolist()] for codes, names in parts]
    from_above: list[bool] = inherited[first].astype(bool).tolist()
    printed = zip(*columns, from_above, strict=True)
    named = [
        Named(name, kind, district, province, above)
        for name, kind, district, province, above in printed
    ]
    return body.astype(np.int32), named, [int(row) + cells.first + 1 for row in first]


def _goes_on(cells: Cells) -> bool:
    """A name stands once for several rows where the rows tell years or items themselves."""
    return cells.layout.is_long or cells.layout.one("fiscal_year") is not None


def _is_merged(texts: Texts) -> bool:
    """Places written once for the rows below: the first is there, most others are not."""
    blank = texts.blank
    return bool(len(texts)) and not blank[0] and int(blank.sum()) * 2 > len(texts)


def _is_contradicted(cells: Cells, districts: Texts) -> bool:
    """Whether a blank cell cannot mean the district above, as its row tells another province
    than the row of that district does: then blank cells of the column tell nothing."""
    import numpy as np

    column = cells.layout.one("province")
    if column is None:
        return False
    provinces = _below(cells, column)
    above = np.maximum.accumulate(np.where(districts.blank, 0, np.arange(len(districts))))
    told = districts.blank & ~provinces.blank & ~provinces.blank[above]
    names = np.array(_folded(provinces), dtype=object)[provinces.codes]
    return bool((names != names[above])[told].any())


def _filled(texts: Texts) -> Texts:
    """Blank cells take the text above, as in a column of merged cells."""
    import numpy as np

    last = np.maximum.accumulate(np.where(texts.blank, 0, np.arange(len(texts))))
    return chosen(texts.codes[last], texts.distinct)


def _filled_by_year(cells: Cells, texts: Texts) -> Texts:
    """`_filled`, but not where a year comes again under one name: that row is of another body,
    whose name is missing."""
    import numpy as np

    blank, rows = texts.blank, np.arange(len(texts))
    block = np.maximum.accumulate(np.where(blank, -1, rows))
    number, first = grouped(block * 10_000 + _years(cells)[0])
    again = first[number] != rows
    codes = np.where(blank & again, rows, np.maximum(block, 0))
    return chosen(texts.codes[codes], texts.distinct)


def is_summary(name: str) -> bool:
    """True for rows over many agencies: told by their first word, or by that of an aside."""
    from pipeline.wording import cues

    if not name:
        return False
    first, *asides = name.lower().split("(")
    if first.strip() in _summaries("rows") or cues("table", "summary").match(name):
        return True
    return any(aside.strip().startswith(tuple(_summaries("asides"))) for aside in asides)


def is_summary_word(word: str) -> bool:
    """True for a word that heads sums and averages."""
    return word.lower() in _summaries("rows")


@cache
def _summaries(kind: str) -> frozenset[str]:
    import tomllib
    from importlib.resources import files

    text = files("pipeline").joinpath("reference/published.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["summary"][kind])


def _years(cells: Cells) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
    """Each row's fiscal year (Buddhist era), and rows whose year cell holds none."""
    import numpy as np

    height = cells.sheet.height - cells.first
    own, christian = cells.layout.one("fiscal_year"), cells.layout.one("fiscal_year_ce")
    column = own or christian
    if column is None:
        stated = cells.layout.year or 0
        return np.full(height, stated, dtype=np.int32), np.zeros(height, dtype=np.bool_)
    texts = _below(cells, column)
    texts = _filled(texts) if _is_merged(texts) else texts
    codes, distinct = texts.codes, _folded(texts)
    read = [year_of(text) or 0 for text in distinct]
    years = np.array(read, dtype=np.int32)[codes]
    blank = np.array([not text for text in distinct], dtype=np.bool_)[codes]
    if cells.layout.year:
        years = np.where(blank, cells.layout.year, years).astype(np.int32)
    return years, (years == 0) & ~blank


def year_of(text: str) -> int | None:
    """The fiscal year (BE) that a cell of a year column states: 2564, ๒๕๖๔, 64, 2021."""
    digits = arabic(text).strip()
    digits = digits.removesuffix(".0")
    if re.fullmatch(r"\d{4}|\d{2}", digits):
        number = int(digits)
        for year in (number, number + _ERA, number + 2500 if number < 100 else 0):
            if FIRST_YEAR - 5 <= year <= LAST_YEAR:
                return year
        return None
    return header_year(text)


def _headers_again(cells: Cells) -> npt.NDArray[np.bool_]:
    """Rows that repeat the header, as every printed page does."""
    import numpy as np

    again = np.ones(cells.sheet.height - cells.first, dtype=np.bool_)
    heads = [(column, cells.sheet.columns[column.index][cells.layout.header].strip())
             for column in cells.layout.columns]  # fmt: skip
    agency = cells.layout.one("agency")
    shown = [(column, text) for column, text in heads if text and column.role]
    if agency is None or len(shown) < 2 or not any(column is agency for column, _ in shown):
        return ~again
    for column, text in shown:
        texts = _below(cells, column)
        same = [one.strip() == text for one in texts.distinct]
        again &= np.array(same or [False], dtype=np.bool_)[texts.codes]
        if not again.any():
            break
    return again


def _of_a_header(rows: list[int]) -> Notice:
    return Notice(
        f"{rows_en(rows).capitalize()}: the header again; passed over.",
        f"{rows_th(rows)}: เป็นหัวตารางซ้ำ จึงข้ามไป",
        problem=False,
    )


def _of_many(rows: list[int]) -> Notice:
    return Notice(
        f"{rows_en(rows).capitalize()}: sums or averages over agencies, not scores of one; passed"
        " over.",
        f"{rows_th(rows)}: เป็นผลรวมหรือค่าเฉลี่ยของหลายหน่วยงาน จึงข้ามไป",
        problem=False,
    )


def _of_nobody(rows: list[int]) -> Notice:
    return Notice(
        f"{rows_en(rows).capitalize()}: values without the name of an agency; passed over. Write"
        " the agency in every row.",
        f"{rows_th(rows)}: มีคะแนนแต่ไม่มีชื่อหน่วยงาน จึงข้ามไป กรุณาใส่ชื่อหน่วยงานทุกแถว",
    )


def _nameless(rows: list[int]) -> Notice:
    return Notice(
        f"{rows_en(rows).capitalize()}: several rows of one fiscal year, and no column names the"
        " agency of each; passed over. Head a column of names with หน่วยงาน.",
        f"{rows_th(rows)}: มีหลายแถวในปีงบประมาณเดียวกันแต่ไม่มีคอลัมน์ชื่อหน่วยงาน จึงข้ามไป "
        "กรุณาเพิ่มคอลัมน์ชื่อ หน่วยงาน",
    )


def _no_year(column: Column, text: str, rows: list[int]) -> Notice:
    shown = " ".join(text.split())
    return Notice(
        f"Column {column.letter} «{column.header}», {rows_en(rows)}: «{shown}» is no fiscal year;"
        " these scores are kept and not audited. Write the Buddhist-era year, as 2564.",
        f"คอลัมน์ {column.letter} «{column.header}» {rows_th(rows)}: «{shown}» ไม่ใช่ปีงบประมาณ "
        "จึงเก็บคะแนนไว้โดยไม่ตรวจสอบ กรุณาใส่ปี พ.ศ. เช่น 2564",
    )
