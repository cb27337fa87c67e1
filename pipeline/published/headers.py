"""Which row of a sheet heads its columns, and what each column means.

A header is understood by its words: names of items as in reports, other columns by
``reference/published.toml``. Two header rows are one header: the upper one groups (a year,
weighted points), the lower one names. What is said twice with different values is not used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, Protocol

from parsers.errors import UnreadableDocument
from parsers.sheets import Sheet, column_letter
from pipeline.facts import Item
from pipeline.labels import item_name, match, squash
from pipeline.numbers import arabic
from pipeline.published.notice import Notice
from pipeline.published.numbers import is_number
from pipeline.scores.cells import is_nothing, read_value
from pipeline.scores.grid import column_role
from pipeline.years import find_years, header_year

Role = Literal[
    "agency", "agency_type", "district", "province", "fiscal_year", "fiscal_year_ce", "rating",
    "item", "item_name", "score", "out_of", "target", "value", "unused", "",
]  # fmt: skip

HEADER_ROWS = 20
"""Rows among which the header is looked for; titles stand above it."""
_ENOUGH = 2
"""Columns that a header must be recognised by."""
_OWN = re.compile(r"^(?:i(?P<indicator>[1-9]|10)|index(?P<index>[1-5]))$", re.IGNORECASE)
_FULL = re.compile(r"(?<!\d)(30|40)(?![\d.])")
_TOTAL = Item("total", "total")
_MARKED = re.compile(
    r"\(?\s*(?:คะแนนเต็ม|เต็ม|ร้อยละ|คะแนน|ถ่วง\s*น้ำ\s*หนัก|น้ำ\s*หนัก|weighted|weight|scores?|points?"
    r"|(?<!\d)(?:30|40|100|๓๐|๔๐|๑๐๐)(?![\d๐-๙])\s*%?)\s*\)?",
    re.IGNORECASE,
)
"""Words on the marks of an item: nothing of its name."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it means."""

    index: int
    header: str
    role: Role
    item: Item | None = None
    """Of a column of values."""
    out_of: Decimal | None = None
    """Full marks of weighted points."""
    year: int | None = None
    """That its header names."""
    number: str = ""
    """Of a column headed by an indicator's number alone."""
    confidence: float = 1.0
    under: Item | None = None
    """The item that the header row above names for it."""
    body: str = ""
    """Whose scores it holds, in a table of one column a body."""

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is to be read."""

    columns: tuple[Column, ...]
    header: int
    """0-based row of the lower header."""
    two_rows: bool
    title: str
    """The text above the header."""
    year: int | None
    """Fiscal year that title, sheet or file name, where no column does."""
    notices: tuple[Notice, ...] = field(default=())

    @property
    def first(self) -> int:
        """The first row under the header."""
        return self.header + 1

    def one(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role == role), None)

    def all(self, role: Role) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role == role)

    @property
    def is_long(self) -> bool:
        """One row an item, rather than one row an agency-year."""
        return self.one("item") is not None

    @property
    def is_crossed(self) -> bool:
        """One row an item and one column a body."""
        return any(column.body for column in self.columns)


class Cells(Protocol):
    """The sheet that is being read."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def layout(self) -> Layout: ...
    @property
    def first(self) -> int: ...


def find_layout(sheet: Sheet, file: Path) -> Layout:
    """The header and the columns of a sheet.

    Raises `UnreadableDocument` with the reason ``no-columns`` or ``duplicate-columns``.
    """
    from pipeline.published.crossed import find_crossed

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
    columns, notices = _settled(sheet, columns, header)
    names = [column for column in columns if column.role == "value"]
    if not names and not any(column.role == "score" for column in columns):
        raise _no_columns(sheet)
    year = stated_year(title) or stated_year(sheet.name) or stated_year(file.stem)
    return Layout(columns, header, two, title, year, notices)


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
    broken = (text for text in sheet.row(row) if re.fullmatch(r"\s*\d{1,3}\.\d+\s*", arabic(text)))
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


def title_above(sheet: Sheet, header: int) -> str:
    """All text of the rows over a header, each once."""
    above = (text for row in range(header) for text in sheet.row(row) if text.strip())
    return " ".join(dict.fromkeys(above))


def role_of(text: str) -> Role:
    """What a whole header means by the lists of headers; empty for none."""
    folded = _folded(text)
    return _words()[0].get(squash(arabic(folded)) or folded, "")


def stated_year(text: str) -> int | None:
    """The one fiscal year that a title, sheet or file states."""
    years = {found.year for found in find_years(text.replace("_", " ")) if found.role != "plan"}
    return years.pop() if len(years) == 1 else None


@cache
def _words() -> tuple[dict[str, Role], frozenset[str]]:
    import tomllib

    text = files("pipeline").joinpath("reference/published.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    roles: dict[str, Role] = {}
    for role, spellings in lists["columns"].items():
        for spelling in spellings:
            roles.setdefault(squash(spelling) or spelling, role)
    return roles, frozenset(squash(spelling) for spelling in lists["totals"]["total"])


def _columns(sheet: Sheet, row: int, *, two: bool) -> tuple[Column, ...]:
    upper = [_folded(text) for text in sheet.row(row - 1)] if two else []
    spread: list[str] = []
    for text in upper:
        spread.append(text or (spread[-1] if spread else ""))
    found = []
    for index, cell in enumerate(sheet.row(row)):
        lower = _folded(cell)
        group = spread[index] if two else ""
        text = lower or (upper[index] if two else "")
        found.append(_column(index, text, group if lower else ""))
    return tuple(found)


def _folded(text: str) -> str:
    return " ".join(text.split())


@cache
def _column(index: int, text: str, group: str) -> Column:
    """What one header says; ``group`` is the header above it."""
    key = squash(arabic(text))
    header = f"{group} {text}".strip() if group and group != text else text
    year = header_year(text) or header_year(group)
    out_of = _points(f"{group} {text}")
    above = _item_of(group) if group != text else None
    if not key and text not in _words()[0]:
        return Column(index, text, "")
    if own := _OWN.match(text):
        indicator, number = own.group("indicator"), own.group("index")
        item = Item("indicator", indicator) if indicator else Item("index", f"index{number}")
        return Column(index, header, "value", item, year=year)
    listed = _words()[0].get(key or text)
    if above and (listed == "score" or (out_of is not None and _item_of(text) is None)):
        return Column(index, header, "value", above, out_of, year)
    if above and above != _TOTAL and (listed or column_role(text)) in ("rating", "target", "rank"):
        return Column(index, header, "unused", year=year)
    if listed:
        return Column(index, header, listed, year=year)
    if key in _words()[1]:
        return Column(index, header, "value", _TOTAL, out_of, year, under=above)
    if number := _number_alone(text, key, group, above):
        return Column(index, header, "value", None, out_of, year, number=number)
    found = match(text)
    found = found if found.item else match(_MARKED.sub(" ", text))
    if found.item is not None:
        sure = 1.0 if found.score >= 99.5 else round(found.score / 100, 4)
        return Column(
            index, header, "value", found.item, out_of, year, confidence=sure, under=above
        )
    return _by_cues(index, text, header, year)


def _item_of(text: str) -> Item | None:
    """The item that a whole header names, with or without words on its marks."""
    if not text:
        return None
    if squash(text) in _words()[1]:
        return _TOTAL
    return match(text).item or match(_MARKED.sub(" ", text)).item


def _number_alone(text: str, key: str, group: str, above: Item | None) -> str:
    """The indicator's number of a header that gives no name: ``ตัวชี้วัดที่ 3``, or ``3`` under
    ``ตัวชี้วัด`` or under an instrument."""
    if key.isdigit():
        grouped = "ตัวชี้วัด" in group or (above and above.item_type == "instrument")
        return str(int(key)) if int(key) <= 10 and grouped else ""
    found = match(text)
    named = found.item is not None or re.search(r"[ก-ฮa-z]{3}", _bare(text))
    return found.number if found.stated and found.number.isdigit() and not named else ""


def _by_cues(index: int, text: str, header: str, year: int | None) -> Column:
    """By the words inside a longer header."""
    if header_year(text) and not re.search("เป้าหมาย|ต่าง|อันดับ", text):
        return Column(index, header, "score", year=header_year(text))
    roles: dict[str, Role] = {"body": "agency", "rating": "rating", "target": "target"}
    return Column(index, header, roles.get(column_role(text), ""), year=year)


def _bare(text: str) -> str:
    return re.sub(r"ตัว\s*ชี้\s*วัด\s*(?:ที่)?|indicator|no|คะแนน", "", text.lower())


def _points(text: str) -> Decimal | None:
    """Full marks of weighted points, where a header says that it holds such."""
    if column_role(text) != "weighted":
        return None
    full = _FULL.search(arabic(text))
    return Decimal(full.group(1)) if full else Decimal(0)


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


def _settled(
    sheet: Sheet, columns: Sequence[Column], header: int
) -> tuple[tuple[Column, ...], tuple[Notice, ...]]:
    """Columns after a look at their cells, without those that are said twice."""
    notices: list[Notice] = []
    chosen = _with_points(list(_by_content(sheet, columns, header)))
    chosen = _sums_of_instruments(chosen)
    chosen = _within_full_marks(sheet, chosen, header)
    chosen = _numbered(chosen)
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
            yield replace(column, role="value", item=_TOTAL) if mostly_numbers else column
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
            role: Role = column.role if full or column.item == _TOTAL else "unused"
            column = replace(column, out_of=full, role=role)
        done.append(column)
    return done


def _sums_of_instruments(columns: list[Column]) -> list[Column]:
    """Several totals, each under an instrument: they are the instruments' own scores."""
    theirs = {
        column.index: column.under
        for column in columns
        if column.item == _TOTAL and column.under and column.under.item_type == "instrument"
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
        full = _FULL.search(arabic(column.header))
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
    below = [_folded(text) for text in sheet.row(header + 1)]
    if below[agency.index]:
        return columns, []
    blank = {one.index for one in columns if not _folded(sheet.columns[one.index][header])}
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


def _numbered(columns: list[Column]) -> list[Column]:
    """Columns headed by numbers alone are the indicators if all ten stand there in order."""
    bare = [column for column in columns if column.number]
    years = {column.year for column in bare}
    complete = all(
        [column.number for column in bare if column.year == year] == [str(n) for n in range(1, 11)]
        for year in years
    )
    return [
        column
        if not column.number
        else replace(column, item=Item("indicator", column.number))
        if complete
        else replace(column, role="unused")
        for column in columns
    ]


def _score_of_long(column: Column) -> Column:
    """In a table of one row an item, «total» heads the score of the row."""
    if column.role == "value" and column.item == _TOTAL:
        return replace(column, role="score", item=None)
    return replace(column, role="unused") if column.role == "value" else column


def _total_of_wide(column: Column, columns: Sequence[Column]) -> Column:
    """In a table of one row an agency, «score» heads its total, if nothing else does."""
    if column.role != "score":
        return column
    others = [one for one in columns if one.item == _TOTAL and one.year == column.year]
    return replace(column, role="unused" if others else "value", item=_TOTAL)


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


_MEANINGS = {
    "agency": ("agency", "หน่วยงาน"),
    "agency_type": ("kind of agency", "ประเภทหน่วยงาน"),
    "district": ("district", "อำเภอ"),
    "province": ("province", "จังหวัด"),
    "fiscal_year": ("fiscal year", "ปีงบประมาณ"),
    "fiscal_year_ce": ("fiscal year (CE)", "ปีงบประมาณ (ค.ศ.)"),
    "rating": ("rating", "ระดับ"),
    "item": ("item", "รายการ"),
    "item_name": ("name of the item", "ชื่อรายการ"),
    "score": ("score", "คะแนน"),
    "out_of": ("full marks", "คะแนนเต็ม"),
    "target": ("target", "เป้าหมาย"),
}


def _meaning(column: Column, thai: int) -> str:
    if column.body:
        what = ("scores of this agency", "คะแนนของหน่วยงานนี้")[thai]
    elif column.item is None:
        what = _MEANINGS[column.role][thai]
    elif column.item.item_type == "indicator":
        name = item_name(column.item)
        what = (f"indicator {column.item.code}", f"ตัวชี้วัดที่ {column.item.code} {name}")[thai]
    elif column.item == _TOTAL:
        what = ("total", "คะแนนรวม")[thai]
    else:
        what = column.item.code
    if column.out_of is not None:
        what += (f" (points of {column.out_of})", f" (คะแนนถ่วงน้ำหนักเต็ม {column.out_of})")[thai]
    return f"{what} {column.year}" if column.year else what


def told(layout: Layout) -> Notice:
    """How the columns were understood."""
    used = [column for column in layout.columns if column.role not in ("", "unused")]
    rest = [c for c in layout.columns if c.role in ("", "unused") and c.header.strip()]
    lines = []
    for thai in (0, 1):
        listed = "; ".join(f"{c.letter} «{c.header}» = {_meaning(c, thai)}" for c in used)
        left = ", ".join(f"{c.letter} «{c.header}»" for c in rest)
        row = layout.header + 1
        year = f"; {('fiscal year', 'ปีงบประมาณ')[thai]} {layout.year}" if layout.year else ""
        dated = layout.one("fiscal_year") or layout.one("fiscal_year_ce")
        year = "" if dated or any(c.year for c in used) else year
        also = f"; {('not used', 'ไม่ใช้')[thai]}: {left}" if left else ""
        lines.append(f"{(f'header in row {row}', f'หัวตารางแถว {row}')[thai]}: {listed}{year}{also}")
    return Notice(lines[0], lines[1], problem=False)
