"""Where the header of a sheet stands, and what its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from parsers.errors import UnreadableDocument
from parsers.sheets import Sheet
from pipeline.numbers import arabic
from pipeline.published.crossed import find_crossed
from pipeline.published.headings import column_of, folded, stated_year
from pipeline.published.layout import HEADER_ROWS, Column, Layout, title_above
from pipeline.published.notice import Notice
from pipeline.published.settle import settled

_SAMPLE = 200
"""Rows in which a column is looked at for numbers."""
_BROKEN = re.compile(r"\s*\d{1,3}\.\d+\s*")
_ENOUGH = 2
"""Columns that a header must be recognised by."""


def find_layout(sheet: Sheet, file: Path) -> Layout:
    """The header and the columns of a sheet.

    Raises `UnreadableDocument` with the reason ``no-columns`` or ``duplicate-columns``.
    """
    if (crossed := find_crossed(sheet, file)) is not None:
        return crossed
    best: tuple[int, int, bool, tuple[Column, ...]] | None = None
    for row in range(min(HEADER_ROWS, sheet.height)):
        if best is not None and _holds_values(sheet, row):
            break
        for two in (False, True) if row else (False,):
            columns = _columns(sheet, row, two=two)
            weight = _weight(columns)
            lower = best is not None and two and _goes_below(sheet, row, best)
            if weight >= _ENOUGH and (best is None or weight > best[0] - lower):
                best = weight, row, two, columns
    if best is None:
        raise _no_columns(sheet)
    _, header, two, columns = best
    title = title_above(sheet, header - two)
    columns, notices = settled(sheet, columns, header)
    names = [column for column in columns if column.role == "value"]
    if not names and not any(column.role == "score" for column in columns):
        raise _no_columns(sheet)
    year = stated_year(title) or stated_year(sheet.name) or stated_year(file.stem)
    return Layout(columns, header, two, title, year, (*notices, *_left_out(sheet, columns, header)))


def _left_out(sheet: Sheet, columns: Sequence[Column], header: int) -> Iterator[Notice]:
    """Columns of broken numbers whose headers say nothing that is known."""
    for column in columns:
        if column.role or not column.header.strip():
            continue
        cells = sheet.columns[column.index]
        sample = [cells[row] for row in range(header + 1, min(header + _SAMPLE, len(cells)))]
        if not any(_BROKEN.fullmatch(arabic(text)) for text in sample):
            continue
        yield Notice(
            f"Column {column.letter} «{column.header}» holds numbers, but its header names no"
            " indicator, instrument or total; not used. If it holds scores, name them there.",
            f"คอลัมน์ {column.letter} «{column.header}» มีตัวเลข แต่หัวคอลัมน์ไม่ใช่ชื่อตัวชี้วัด เครื่องมือ "
            "หรือคะแนนรวม จึงไม่ใช้ หากเป็นคะแนนกรุณาตั้งชื่อหัวคอลัมน์ให้ตรง",
            problem=False,
        )


def _goes_below(sheet: Sheet, row: int, best: tuple[int, int, bool, tuple[Column, ...]]) -> bool:
    """A row right under a header that names no agency goes on with it, if it says anything."""
    _, header, _, columns = best
    agency = next((one.index for one in columns if one.role == "agency"), None)
    cells = sheet.row(row)
    if row != header + 1 or agency is None or cells[agency].strip():
        return False
    return any(text.strip() for text in cells)


def _holds_values(sheet: Sheet, row: int) -> bool:
    """A row with broken numbers is one of data: what follows is no header."""
    broken = (text for text in sheet.row(row) if _BROKEN.fullmatch(arabic(text)))
    return next(broken, None) is not None


def _no_columns(sheet: Sheet) -> UnreadableDocument:
    seen = next((row for row in map(sheet.row, range(sheet.height)) if any(row)), ())
    shown = ", ".join(f"«{' '.join(text.split())}»" for text in seen[:6] if text.strip())
    where = f" (sheet {sheet.name})" if sheet.name else ""
    where_th = f" (ชีต {sheet.name})" if sheet.name else ""
    return UnreadableDocument(
        "no-columns",
        f"No row among the first {HEADER_ROWS}{where} heads columns of scores; the first row reads"
        f" {shown}. Head the columns with the agency, the fiscal year and the indicators,"
        " instruments or total, for example: หน่วยงาน, ปีงบประมาณ, IIT, EIT, OIT, คะแนนรวม.",
        f"ไม่พบแถวหัวตารางคะแนนใน {HEADER_ROWS} แถวแรก{where_th} แถวแรกคือ {shown} กรุณาตั้งชื่อคอลัมน์ "
        "เช่น หน่วยงาน, ปีงบประมาณ, IIT, EIT, OIT, คะแนนรวม",
    )


def _columns(sheet: Sheet, row: int, *, two: bool) -> tuple[Column, ...]:
    upper = [folded(text) for text in sheet.row(row - 1)] if two else []
    spread: list[str] = []
    for text in upper:
        spread.append(text or (spread[-1] if spread else ""))
    found = []
    for index, cell in enumerate(sheet.row(row)):
        lower = folded(cell)
        group = spread[index] if two else ""
        text = lower or (upper[index] if two else "")
        found.append(column_of(index, text, group if lower else ""))
    return tuple(found)


def _weight(columns: Sequence[Column]) -> int:
    """How many different things a row names as a header; nothing for a row of values."""
    told = {
        (column.role, column.item, column.number, column.year, column.out_of)
        for column in columns
        if column.role not in ("", "unused")
    }
    if not any(column.role in ("value", "score") for column in columns):
        return 0
    return len(told)
