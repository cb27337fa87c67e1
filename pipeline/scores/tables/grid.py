"""How a score table is built: its header, its label columns, and what each column says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from parsers.model import Cell, Table
from pipeline.labels import SOUND, Match, match
from pipeline.numbers import arabic, find_numbers
from pipeline.scores.found import bare_rating, is_letter
from pipeline.scores.tables.broken_words import whole_words
from pipeline.scores.tables.cells import is_nothing, is_tick, one_line, read_value
from pipeline.scores.tables.coded import without_named_questions
from pipeline.scores.tables.coded_indicators import with_coded_indicators
from pipeline.scores.tables.left_over import with_left_over
from pipeline.scores.tables.numbered import numbered_row
from pipeline.scores.tables.shared_names import without_shared_names
from pipeline.wording import cues
from pipeline.years import BROKEN_NUMBER, find_years, header_year

Role = Literal[
    "label", "score", "target", "full", "weight", "weighted", "rank", "number", "pass", "fail",
    "mark", "change", "rating", "mean", "body", "note", "year", "instrument", "total", "",
]  # fmt: skip

MAX_LABEL = 160
"""Characters; a longer cell is an explanation, not a label."""
MAX_HEADER_ROWS = 5

_NUMERIC_ROLES = ("fail", "instrument", "pass", "change", "mean", "target", "weighted", "weight",
                  "full", "rank", "number", "rating", "note", "score", "body")  # fmt: skip
_FULL_MARKS = re.compile(r"(?:เต็ม|จาก|/)\s*(\d{2,3})(?![\d.])")
_FULL_BEHIND = re.compile(
    r"(?:คะแนน|เฉลี่ย|รวม|ร้อยละ)[ก-๛\s]*\(\s*(?:เต็ม)?\s*(?:100|[1-5]0)\s*(?:คะแนน|%)?\s*\)\s*$"
)
"""Full marks in brackets behind words for scores, as headers have them: ``คะแนนเฉลี่ย (100)``."""
_YEAR_ALONE = re.compile(r"\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d\s*")
_BODY = re.compile(r"\s*(?:อบต|อบจ|ทต|ทม|ทน|เทศบาล|องค์การบริหาร)")
"""What the name of a body begins with, whatever words it then holds."""
_NAMED = re.compile(
    r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|มหาวิทยาลัย|โรงพยาบาล|โรงเรียน|กรม)"
    r"(?!ทั|ทุก|ใน|กลุ่ม|ระดับ|อื่น|และ)[ก-ฮเ-ไ]"
)
"""The name of one body, behind the word for its kind."""
_SECTION = re.compile(r"\s*(?:จังหวัด|อำเภอ)\s*[ก-ฮเ-ไ][ก-๛]|\s*(?:จ|อ)\.\s*[ก-ฮเ-ไ][ก-๛]")
"""What a row begins with that names the place of the bodies below it."""
_KIND_SECTION = re.compile(
    r"\s*(?:[\d๐-๙]+[.)]?\s*)?(?:(?:ประเภท|กลุ่ม)\s*)?(?P<kind>เทศบาล\s*(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน\s*(?:ตำบล|จังหวัด)"
    r"|อบต|อบจ|ทต|ทม|ทน)\.?\s*(?:\([^()]*\))?\s*(?:จำนวน\s*[\d๐-๙]+\s*(?:แห่ง|หน่วยงาน)?)?\s*:?\s*"
)
"""A row that names the kind of the bodies below it, and nothing else."""
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of a table says."""

    index: int
    role: Role
    header: str
    year: int | None = None
    out_of: Decimal | None = None
    percent: bool = False
    """True where the header says that the values are percentages."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its structure told."""

    table: Table
    ordinal: int
    header_rows: int
    matches: tuple[tuple[Match | None, ...], ...]
    """How each cell is understood as a label; None for cells that cannot be one."""
    columns: tuple[Column, ...]
    continued: bool = False
    """Goes on with the table of scores before it, on the page before or on the same one."""

    def columns_of(self, *roles: Role) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role in roles)


def label_matches(table: Table) -> tuple[tuple[Match | None, ...], ...]:
    """Every cell of a table as a label."""
    found = tuple(tuple(_cell_match(cell) for cell in row) for row in table.rows)
    found = without_named_questions(with_coded_indicators(table, found))
    return with_left_over(without_shared_names(table, found))


def _cell_match(cell: Cell) -> Match | None:
    text = " ".join(cell.text.split())
    if not text or len(text) > MAX_LABEL or not re.search(r"[A-Za-zก-ฮ]", text):
        return None
    return match(text)


def is_item(found: Match | None, *types: str) -> bool:
    """True where a cell is clearly the label of an item (of one of the types, if given)."""
    if found is None or found.item is None:
        return False
    return not types or found.item.item_type in types


def _is_doubted(found: Match | None) -> bool:
    """True for the sound name of an item that may be that of another one too."""
    return found is not None and found.uncertain and found.score >= SOUND


def is_indicator_mean(text: str) -> bool:
    """True for the label of a row that says "mean of the indicator", and not of which one."""
    if "วัด" not in text:
        return False
    return bool(cues("table", "indicator_mean").fullmatch(re.sub(r"[\d๐-๙\s]+", "", text)))


def header_depth(table: Table, matches: Sequence[Sequence[Match | None]]) -> int:
    """Number of leading rows that are header: those before the first row of data.

    A row of data has a label and a value; years and full marks in a header are no values.
    """
    numbers = numbered_row(table)
    for index, row in enumerate(table.rows[:MAX_HEADER_ROWS]):
        if numbers is not None and index <= numbers.row:
            continue
        if index and is_section(table, index):
            return index
        values = [cell for cell in row if is_value(cell.text)]
        labelled = any(
            is_item(found) or _is_doubted(found) for found in matches[index]
        ) or _ends_below(table, index, matches)
        told = labelled or len(values) >= 2 or _is_body_row(row)
        if values and (told or (index and _is_of_year(row))):
            return index
        if labelled and not values and any(states_score(cell.text) for cell in row):
            return index
    headers = [i for i, row in enumerate(table.rows[:MAX_HEADER_ROWS]) if _looks_like_header(row)]
    return headers[-1] + 1 if headers else 0


def _is_of_year(row: Sequence[Cell]) -> bool:
    """True for a row that begins with nothing but a year."""
    first = next((cell.text for cell in row if not is_nothing(cell.text)), "")
    return _YEAR_ALONE.fullmatch(arabic(first)) is not None


def is_section(table: Table, index: int) -> bool:
    """True for a row below a header that only names the place or kind of the bodies below it."""
    texts = [cell.text for cell in table.rows[index] if not is_nothing(cell.text)]
    above = [cell for cell in table.rows[index - 1] if not is_nothing(cell.text)]
    if len(texts) != 1 or not above:
        return False
    return bool(len(above) >= 3 and _SECTION.match(texts[0])) or bool(section_kind(texts[0]))


def section_kind(text: str) -> str:
    """The word for a kind of body that a text is, as the head of a section; empty for none."""
    found = _KIND_SECTION.fullmatch(text)
    return "".join(found["kind"].split()) if found else ""


def _ends_below(table: Table, index: int, matches: Sequence[Sequence[Match | None]]) -> bool:
    """True for a row whose label is completed by the lone text of the row below."""
    if index + 1 >= len(table.rows):
        return False
    filled = [cell for cell in table.rows[index + 1] if not is_nothing(cell.text)]
    if len(filled) != 1 or matches[index][filled[0].column] is None:
        return False
    here = table.rows[index][filled[0].column].text
    return is_item(match(f"{here} {filled[0].text}"))


@lru_cache(maxsize=1 << 15)
def is_value(text: str) -> bool:
    """True for a cell that plainly states a number which is no year and no full marks."""
    found = read_value(text) if len(text) <= 60 else None
    return found is not None and not _is_year(text) and not _FULL_BEHIND.search(arabic(text))


def _is_year(text: str) -> bool:
    return header_year(text) is not None and not re.search(r"\d\.\d", arabic(text))


def _is_date(text: str) -> bool:
    """True for a year that is that of a day: ``11 ส.ค. 2564``."""
    return any(found.role == "other" for found in find_years(text))


def _is_body_row(row: Sequence[Cell]) -> bool:
    return any(_BODY.match(cell.text) for cell in row)


def states_score(text: str) -> bool:
    """True for a text with a number of two decimals, as scores are printed."""
    numbers = list(find_numbers(text))
    return any(number.decimals == 2 for number in numbers) and len(text) <= MAX_LABEL


def _looks_like_header(row: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in row if not is_nothing(cell.text)]
    if not texts or any(len(text) > 120 for text in texts):
        return False
    known = sum(1 for text in texts if column_role(text) or header_year(text))
    return known * 2 >= len(texts)


def header_texts(table: Table, depth: int) -> tuple[tuple[str, ...], ...]:
    """For each column its header cells from top to bottom, group headers spread over
    the columns that they span."""
    spread: list[list[str]] = []
    for level in range(depth):
        row = table.rows[level]
        texts = [one_line(BROKEN_NUMBER.sub("", cell.text)) for cell in row]
        spans = any(cell.column_span > 1 for cell in row)
        reach = 0
        current = ""
        for index, cell in enumerate(row):
            if texts[index]:
                current, reach = texts[index], index + cell.column_span - 1
                continue
            below = any(table.rows[lower][index].text.strip() for lower in range(level + 1, depth))
            if index <= reach or (not spans and below):
                texts[index] = current
        spread.append(texts)
    return tuple(tuple(level[index] for level in spread) for index in range(table.width))


def column_role(header: str) -> Role:
    """The role that a header's words give its column; empty for none."""
    for text in dict.fromkeys((_ASIDE.sub(" ", header).strip(), header.strip())):
        for role in _NUMERIC_ROLES:
            if text and cues("column", role).search(text):
                if role == "pass" and cues("column", "score").search(text):
                    continue
                return _mark_or(role, text)
    return ""


def _mark_or(role: str, text: str) -> Role:
    both = cues("column", "fail").search(text) and re.search(r"(?<!ไม่)(?<!ไม่ )ผ่าน", text)
    return "mark" if both else role  # type: ignore[return-value]


def read_columns(table: Table, depth: int, labels: set[int]) -> tuple[Column, ...]:
    """What each column says, told by its header and checked against its cells."""
    headers = header_texts(table, depth)
    body = table.rows[depth:]
    columns = []
    for index in range(table.width):
        path = whole_words(headers, body, index) if headers else []
        cells = [row[index].text for row in body if not is_nothing(row[index].text)]
        column = _read_column(index, path, cells)
        if index in labels:
            column = replace(column, role="label")
        columns.append(column)
    return _without_means(columns)


def _without_means(columns: list[Column]) -> tuple[Column, ...]:
    """The columns, those headed as the mean of a kind of body apart from one of scores."""
    of_kind = {
        one.index
        for one in columns
        if one.role == "score"
        and cues("column", "mean_of_kind").search(one.header)
        and not _NAMED.search(one.header)
    }
    others = [one for one in columns if one.role in ("score", "") and one.index not in of_kind]
    if not of_kind or not any(one.header or one.role == "score" for one in others):
        return tuple(columns)
    return tuple(
        replace(one, role="mean") if one.index in of_kind else one for one in columns
    )  # fmt: skip


def _read_column(index: int, path: list[str], cells: list[str]) -> Column:
    header = " ".join(dict.fromkeys(path))
    role: Role = ""
    for text in reversed(path):
        if _BODY.match(text):
            break
        if role := column_role(text):
            break
    years = [year for text in reversed(path) if (year := header_year(text))]
    numbers = [cell for cell in cells if is_value(cell)]
    mostly_numbers = len(numbers) * 2 > len(cells)
    if cells and sum(map(_is_year, cells)) * 2 > len(cells):
        role = "note" if all(map(_is_date, cells)) else "year"
    elif role in ("rating", "body", "note", "mark", "pass", "fail") and cells and mostly_numbers:
        role = "score" if role == "rating" and "คะแนน" in header else _numeric_twin(role)
    elif role == "note" and cells and all(is_letter(bare_rating(cell)) for cell in cells):
        role = "rating"
    elif role == "" and years and mostly_numbers:
        role = "score"
    elif role == "score" and cells and not numbers:
        role = _wordy_role(cells)
    elif role == "" and cells and _counts_up(cells):
        role = "number"
    full = _FULL_MARKS.search(arabic(header))
    return Column(
        index=index,
        role=role,
        header=header,
        year=years[0] if years else None,
        out_of=Decimal(full.group(1)) if full else None,
        percent=bool(re.search(r"ร้อยละ|%|เปอร์เซ็นต์", header)),
    )


def _numeric_twin(role: Role) -> Role:
    """A column of words by its header that holds numbers: unknown, unless only counts."""
    return role if role in ("pass", "fail", "note") else ""


def _wordy_role(cells: list[str]) -> Role:
    """A score column without numbers holds marks, ratings, or notes."""
    if all(is_tick(cell) or re.search("ผ่าน", cell) for cell in cells):
        return "mark"
    if all(map(bare_rating, cells)):
        return "rating"
    return "rating" if all(len("".join(cell.split())) <= 20 for cell in cells) else "note"


def _counts_up(cells: list[str]) -> bool:
    """True for a column of list numbers: 1, 2, 3…"""
    plain = [arabic(cell).strip(" .)") for cell in cells]
    numbers = [int(text) for text in plain if text.isdigit()]
    return len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def label_columns(matches: Sequence[Sequence[Match | None]], depth: int) -> tuple[int, ...]:
    """Columns that hold item labels under the header, left to right."""
    if not matches:
        return ()
    width = len(matches[0])
    counts: Counter[int] = Counter()
    for row in matches[depth:]:
        for index, found in enumerate(row):
            if is_item(found) or (found is not None and is_indicator_mean(found.text)):
                counts[index] += 1
    return tuple(index for index in range(width) if counts[index])
