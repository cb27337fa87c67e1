"""What headers leave open is settled by the cells below them and by the other columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.errors import UnreadableDocument
from parsers.sheets import Sheet
from pipeline.facts import Item
from pipeline.numbers import arabic
from pipeline.published.headings import FULL_MARKS, folded
from pipeline.published.layout import TOTAL, Column, Role
from pipeline.published.notice import Notice
from pipeline.published.numbers import is_number
from pipeline.scores.tables.cells import is_nothing, read_value


def settled(
    sheet: Sheet, columns: Sequence[Column], header: int
) -> tuple[tuple[Column, ...], tuple[Notice, ...]]:
    """Columns after a look at their cells, without those that are said twice."""
    notices: list[Notice] = []
    chosen = _with_points(list(_by_content(sheet, columns, header)))
    chosen = _sums_of_instruments(chosen)
    chosen = _within_full_marks(sheet, chosen, header)
    chosen, unnamed = _numbered(chosen)
    notices += unnamed
    chosen, divided = _undivided(sheet, chosen, header)
    notices += divided
    if not any(one.role == "item" for one in chosen) and not any(
        o.role == "agency" for o in chosen
    ):
        chosen = [replace(o, role="agency") if o.role == "item_name" else o for o in chosen]
        chosen = _named_by_cells(sheet, chosen, header)
    long = any(column.role == "item" for column in chosen)
    if long and sum(column.role == "value" and column.item is not None for column in chosen) >= 3:
        chosen = [replace(o, role="unused") if o.role in ("item", "score") else o for o in chosen]
        long = False
    if long:
        chosen = [_score_of_long(column) for column in chosen]
    else:
        chosen = [_total_of_wide(column, chosen) for column in chosen]
    groups: dict[tuple[object, ...], list[Column]] = defaultdict(list)
    for column in chosen:
        if column.role in ("", "unused"):
            continue
        points = column.out_of is not None
        groups[column.role, column.item, column.year, points].append(column)
    for (role, *_), same in groups.items():
        if len(same) == 1:
            continue
        alike = all(_equal(sheet, same[0], other, header) for other in same[1:])
        drop = {column.index for column in (same[1:] if alike else same)}
        if not alike:
            notices.append(_twice(same, header))
        if not alike and role not in ("value", "score", "rating", "target", "out_of"):
            raise _duplicate(same, header)
        chosen = [replace(one, role="unused") if one.index in drop else one for one in chosen]
    return tuple(chosen), tuple(notices)


def _named_by_cells(sheet: Sheet, columns: list[Column], header: int) -> list[Column]:
    """Where no header says that a column names agencies, the first whose cells mostly do."""
    from pipeline.published.bodies import has_type_word

    if any(column.role == "agency" for column in columns):
        return columns
    for column in columns:
        if column.role:
            continue
        cells = sheet.columns[column.index]
        sample = [cells[row] for row in range(header + 1, min(header + 201, len(cells)))]
        filled = [text for text in sample if not is_nothing(text)]
        if filled and 2 * sum(map(has_type_word, filled)) > len(filled):
            return [replace(o, role="agency") if o is column else o for o in columns]
    return columns


def _by_content(sheet: Sheet, columns: Sequence[Column], header: int) -> Iterator[Column]:
    """A column headed like a total that holds ratings is one of ratings, and the reverse."""
    from pipeline.scores.found import read_rating

    for column in columns:
        if column.role not in ("value", "rating", "score"):
            yield column
            continue
        whole = sheet.columns[column.index]
        cells = [whole[row] for row in range(header + 1, min(header + 201, len(whole)))]
        texts = [text for text in cells if not is_nothing(text)]
        mostly_numbers = sum(map(is_number, texts)) * 2 > len(texts)
        if column.role == "rating":
            yield replace(column, role="value", item=TOTAL) if mostly_numbers else column
        elif not mostly_numbers and sum(bool(read_rating(t)) for t in texts) * 2 > len(texts):
            yield replace(column, role="rating", item=None)
        else:
            yield column


def _with_points(columns: list[Column]) -> list[Column]:
    """Weighted points without printed full marks are out of their instrument's weight."""
    weights = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}
    done = []
    for column in columns:
        if column.out_of is not None and not column.out_of:
            full = weights.get(column.item.code) if column.item else None
            role: Role = column.role if full or column.item == TOTAL else "unused"
            column = replace(column, out_of=full, role=role)
        done.append(column)
    return done


def _sums_of_instruments(columns: list[Column]) -> list[Column]:
    """Several totals, each under an instrument: they are the instruments' own scores."""
    theirs = {
        column.index: column.under
        for column in columns
        if column.item == TOTAL and column.under and column.under.item_type == "instrument"
    }
    if len(set(theirs.values())) < 2:
        return columns
    return [replace(one, item=theirs[one.index]) if one.index in theirs else one for one in columns]


def _within_full_marks(sheet: Sheet, columns: list[Column], header: int) -> list[Column]:
    """Instruments whose headers name their weight, ``IIT (30)``, hold weighted points if no cell
    of any of them is over it; else the weight is only mentioned beside scores of 100."""
    weights = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}
    named = {}
    for column in columns:
        full = FULL_MARKS.search(arabic(column.header))
        code = column.item.code if column.item and column.role == "value" else ""
        if full and column.out_of is None and weights.get(code) == Decimal(full.group(1)):
            named[column.index] = weights[code]
    for index, full_marks in named.items():
        cells = sheet.columns[index].below(header + 1)
        values = (read_value(text) for text in cells.distinct)
        if any(value is not None and value.value > full_marks for value in values):
            return columns
    return [replace(one, out_of=named.get(one.index, one.out_of)) for one in columns]


def _undivided(
    sheet: Sheet, columns: list[Column], header: int
) -> tuple[list[Column], list[Notice]]:
    """Columns without those whose header goes on over others that a row below names: which of
    these holds the item itself is not known."""
    agency = next((one for one in columns if one.role == "agency"), None)
    if agency is None or header + 1 >= sheet.height:
        return columns, []
    below = [folded(text) for text in sheet.row(header + 1)]
    if below[agency.index]:
        return columns, []
    blank = {one.index for one in columns if not folded(sheet.columns[one.index][header])}
    torn = [
        one
        for one in columns
        if one.role == "value" and below[one.index] and one.index not in blank
        and one.index + 1 in blank and below[one.index + 1]
    ]  # fmt: skip
    if not torn:
        return columns, []
    rows = f"{header + 1}–{header + 2}"
    notice = Notice(
        f"Rows {rows}: {_named(torn)} stand over several columns, and the row below does not say"
        " which of them holds the score; they are not used. Head every column in one row.",
        f"แถว {rows}: {_named(torn)} ครอบหลายคอลัมน์ และแถวถัดไปไม่ได้บอกว่าคอลัมน์ใดเป็นคะแนน จึงไม่ใช้ "
        "กรุณาตั้งชื่อทุกคอลัมน์ในแถวเดียว",
    )
    indices = {one.index for one in torn}
    return [replace(o, role="unused") if o.index in indices else o for o in columns], [notice]


def _numbered(columns: list[Column]) -> tuple[list[Column], list[Notice]]:
    """Columns headed by numbers alone are the indicators if all ten stand there in order."""
    bare = [column for column in columns if column.number]
    years = {column.year for column in bare}
    complete = all(
        [column.number for column in bare if column.year == year] == [str(n) for n in range(1, 11)]
        for year in years
    )
    named = [
        column
        if not column.number
        else replace(column, item=Item("indicator", column.number))
        if complete
        else replace(column, role="unused")
        for column in columns
    ]
    return named, [] if complete else [_unnamed(bare)]


def _unnamed(bare: Sequence[Column]) -> Notice:
    shown = ", ".join(f"{one.letter} «{one.header}»" for one in bare)
    return Notice(
        f"Columns {shown}: numbers alone, and not all from 1 to 10 in order, do not say which"
        " indicator is which; they are not used. Head them with the indicators' names.",
        f"คอลัมน์ {shown}: มีเพียงหมายเลขและไม่ครบหรือไม่เรียง 1 ถึง 10 จึงไม่ทราบว่าเป็นตัวชี้วัดใดและไม่นำมาใช้ "
        "กรุณาใส่ชื่อตัวชี้วัดในหัวคอลัมน์",
    )


def _score_of_long(column: Column) -> Column:
    """In a table of one row an item, «total» heads the score of the row."""
    if column.role == "value" and column.item == TOTAL:
        return replace(column, role="score", item=None)
    return replace(column, role="unused") if column.role == "value" else column


def _total_of_wide(column: Column, columns: Sequence[Column]) -> Column:
    """In a table of one row an agency, «score» heads its total, if nothing else does."""
    if column.role != "score":
        return column
    others = [one for one in columns if one.item == TOTAL and one.year == column.year]
    return replace(column, role="unused" if others else "value", item=TOTAL)


def _equal(sheet: Sheet, one: Column, other: Column, header: int) -> bool:
    left, right = (sheet.columns[column.index].below(header + 1) for column in (one, other))
    return left.same(right)


def _named(same: Sequence[Column]) -> str:
    return ", ".join(f"{column.letter} «{column.header}»" for column in same)


def _twice(same: Sequence[Column], header: int) -> Notice:
    return Notice(
        f"Row {header + 1}: columns {_named(same)} say the same and hold different values; none"
        " of them is used. Leave one of them, or tell them apart in the header.",
        f"แถว {header + 1}: คอลัมน์ {_named(same)} มีความหมายเดียวกันแต่ค่าต่างกัน จึงไม่ใช้ทุกคอลัมน์ "
        "กรุณาเหลือไว้คอลัมน์เดียวหรือตั้งชื่อให้ต่างกัน",
    )


def _duplicate(same: Sequence[Column], header: int) -> UnreadableDocument:
    notice = _twice(same, header)
    return UnreadableDocument("duplicate-columns", notice.en, notice.th)
