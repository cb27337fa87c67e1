"""Which body the rows and columns of a table are of, and where it lies.

Names stand in a column of their own or in headers, wrapped over rows, beside columns of
places or below rows that name one. Sums and means over bodies are no body.
"""

from __future__ import annotations

import re
from collections.abc import Container

from parsers.model import Cell
from pipeline.facts import Item
from pipeline.labels import Match
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Column, Grid
from pipeline.wording import cues

_BODY_WORD = re.compile(
    r"อ\s?บ\s?ต|อ\s?บ\s?จ|ท[ตมน]\s?\.|เทศบาล|องค์การบริหารส่วน|จังหวัด|อำเภอ|กรม|สำนักงาน|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล"
    r"|รพ\s?\.|ร\s?\.\s?ร\s?\.|สสจ\s?\.|สพป\s?\.|สพม\s?\.|วิทยาลัย|คณะ(?!กรรม|ทำงาน|ผู้|อนุ)"
)
_ROW_NUMBER = re.compile(r"(?<=[ก-๎])\n[ \t]*[\d๐-๙]{1,3}[.)]?[ \t]*\n(?=[ก-ฮเ-ไ])")
"""The number of a row between the lines of its wrapped name, whose middle it stands beside."""
_HEADING = 36
"""Letters; a longer text that speaks of bodies is no heading of a column of their names."""
_STARTS_BODY = re.compile(r"\s*(?:อบต|อบจ|ท[ตมน]\s?\.|เทศบาล|องค์การบริหาร)")
_TYPE_WORD = re.compile(
    r"อบต\.?|อบจ\.?|ทต\.?|ทม\.?|ทน\.?|เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)"
)
"""A column of such words stands beside the one with the names."""
_COUNTED = re.compile(r"^\s*(?:ลำดับ\s*(?:ที่)?|ที่|no\.?)\s+", re.IGNORECASE)
"""The header of list numbers before that of the places in one column."""
_HEADS_PLACE = {
    "อำเภอ": re.compile(
        r"(?:ชื่อ|ที่ตั้ง)?อำเภอ|(?:district|amphoe|amphur)(?:_?(?:name|th))*", re.IGNORECASE
    ),
    "จังหวัด": re.compile(r"(?:ชื่อ|ที่ตั้ง)?จังหวัด|(?:province|changwat)(?:_?(?:name|th))*", re.IGNORECASE),
}
"""The headers of columns of places, by the word for such a place."""


def names_body(text: str) -> bool:
    """True for a text with a word that names of bodies have."""
    return _BODY_WORD.search(text) is not None


def begins_with_body(text: str) -> bool:
    """True for a text that begins with such a word."""
    return _BODY_WORD.match(text) is not None


def is_body(text: str) -> bool:
    """True for a text that begins with the name of a body of any kind: ``ธนาคารออมสิน``."""
    from pipeline.agency import mentions

    return any(mention.start == 0 for mention in mentions(text))


def body_column(grid: Grid, first: int, items: Container[int]) -> int | None:
    """The column that names a body in each row, told by its header or its words."""
    spoken: list[int] = []
    for column in grid.columns:
        if column.index in items:
            continue
        cells = [row[column.index].text for row in grid.table.rows[first:]]
        named = [text for text in cells if re.search("[ก-ฮ]", text)]
        short = len("".join(column.header.split())) <= _HEADING
        headed = short and not column.year and bool(cues("column", "body").search(column.header))
        if headed and (named or _only_sums_up(grid, first)):
            return column.index
        named = [text for text in named if not _is_mean(text)]
        if named and sum(1 for text in named if names_body(text)) * 2 > len(named):
            spoken.append(column.index)
    return spoken[0] if spoken else None


def _only_sums_up(grid: Grid, first: int) -> bool:
    """Whether each row begins with a word for a sum or mean: the last page of a list of bodies."""
    rows = [
        [cell.text.strip() for cell in row if not is_nothing(cell.text)]
        for row in grid.table.rows[first:]
    ]
    return any(rows) and all(cues("table", "summary").match(texts[0]) for texts in rows if texts)


def _is_mean(text: str) -> bool:
    """True for a row's label that says its numbers are those of many bodies."""
    return bool(cues("column", "mean").search(text)) and not begins_with_body(text.strip())


def body_of(cells: tuple[Cell, ...], column: int | None) -> str | None:
    """The body of a row: empty for the document's own, None for a sum, mean or stray row."""
    if column is None:
        return ""
    text = one_line(_ROW_NUMBER.sub("\n", cells[column].text))
    if not re.search("[ก-ฮ]", text):
        return None
    if _TYPE_WORD.fullmatch(text) and column + 1 < len(cells):
        name = one_line(cells[column + 1].text)
        return f"{text}{name}" if re.match("[ก-ฮเ-ไ]", name) else None
    return None if cues("table", "summary").match(text) else text


def place_columns(grid: Grid, items: dict[int, tuple[Match, Item]]) -> tuple[tuple[int, str], ...]:
    """Columns that say where the bodies lie, with the word for such a place: the district's
    first, as a name is printed with them, whatever the order of the columns."""
    return tuple(
        (column.index, word)
        for word in ("อำเภอ", "จังหวัด")
        for column in grid.columns
        if column.index not in items
        if heads_place(column) == word
    )


def heads_place(column: Column) -> str:
    """The word for the places that a column is headed as one of; empty for another column."""
    header = "".join(_COUNTED.sub("", column.header).split()).replace("/เขต", "")
    return next((word for word, head in _HEADS_PLACE.items() if head.fullmatch(header)), "")


def without_unread(text: str) -> str:
    """A text without the signs for letters that a damaged text layer does not tell."""
    from pipeline.agency.resolving.unread import UNREAD

    return text.replace(UNREAD, "")


def place_within(place: dict[str, str], word: str, name: str) -> dict[str, str]:
    """The place of a section: a province begins anew, a district lies in the one before."""
    return {word: name} if word == "จังหวัด" else {**place, word: name}


def in_section(body: str, place: dict[str, str]) -> str:
    """A body's name with the place of its section, where the row does not say it itself."""
    for word in ("อำเภอ", "จังหวัด"):
        if body and word in place and word not in body and f" {word[0]}." not in body:
            body = f"{body} {word}{place[word]}"
    return body


def unwrapped(
    grid: Grid, index: int, column: int | None, body: str, heads: Container[int] = ()
) -> str:
    """A body's name with the pieces of it that stand in rows of their own around its values; rows
    that head sections, ``heads``, are none."""
    if column is None:
        return body
    above = "" if index - 1 in heads else _name_piece(grid, index - 1, column)
    below = "" if index + 1 in heads else _name_piece(grid, index + 1, column)
    if above and not _STARTS_BODY.match(body) and _STARTS_BODY.match(above):
        body = f"{above}{body}"
    if below and _STARTS_BODY.match(body) and not _STARTS_BODY.match(below):
        body = f"{body}{below}"
    return body


def _name_piece(grid: Grid, index: int, column: int) -> str:
    """The text of a row that holds nothing but part of a name."""
    if not 0 <= index < len(grid.table.rows):
        return ""
    cells = grid.table.rows[index]
    filled = [cell.column for cell in cells if not is_nothing(cell.text)]
    if (
        filled != [column]
        or cells[column].column_span > 1
        or cues("table", "summary").match(cells[column].text)
    ):
        return ""
    return one_line(cells[column].text)


def body_name(header: str) -> str:
    """The name of a body in a header, without the words before it."""
    match_ = _BODY_WORD.search(header)
    return header[match_.start() :].strip() if match_ else header
