"""Bodies that columns are headed with: names, their kinds and where they lie, row below row.

A district that spans over several bodies, or stands in a row of its own below or above their
names, is their place and none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.scores.bodies.named_bodies import body_name, is_body, names_body, without_unread
from pipeline.scores.bodies.places import PLACE_WORD, lies_there, with_place
from pipeline.scores.bodies.rows import is_kind, with_kind
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import Column, Grid, header_texts, is_value
from pipeline.wording import cues
from pipeline.years import header_year

_PLACE = re.compile(r"(อำเภอ|อ\.|จังหวัด|จ\.)\s*[ก-ฮเ-ไ][ก-๎]*(?:\s*/\s*เขต[ก-๎]*)?")
"""A text that is a place and nothing else."""
_NAMES_PLACE = re.compile(r"(?:ชื่อ|ที่ตั้ง)?(อำเภอ|จังหวัด)(?:/เขต)?")
_SAYS_KIND = re.compile(r"ประเภท")


def body_columns(grid: Grid) -> tuple[Column, ...]:
    """The value columns of a table of items in rows that are headed by names of bodies."""
    named = tuple(
        column
        for column in grid.columns
        if column.role in ("", "body", "score", "mean")
        and (names_body(column.header) or (not column.role and is_body(column.header)))
        and not cues("table", "summary").match(column.header)
        and not cues("column", "mean").match(column.header)
        and any(is_value(row[column.index].text) for row in grid.table.rows[grid.header_rows :])
    )
    return named if len(named) >= 2 else ()


def bodies_in_header(grid: Grid, columns: Sequence[Column]) -> list[str]:
    """The bodies that head columns. Of two names that came to stand over one column, the other is
    that of the kind without a name over the column beside it."""
    names = [body_in_header(grid, column) for column in columns]
    for at, name in enumerate(names):
        if not is_kind(name):
            continue
        for beside, own, other in ((at + 1, 1, 0), (at - 1, 0, 1)):
            pieces = _two_names(grid, columns[beside]) if 0 <= beside < len(names) else []
            together = " ".join(pieces)
            if pieces and together in names[beside]:
                names[at] = with_kind(pieces[other], name)
                names[beside] = names[beside].replace(together, pieces[own])
                break
    return names


def _two_names(grid: Grid, column: Column) -> list[str]:
    """The two pieces, far from each other, of a line over a column; empty where no line has two."""
    for row in grid.table.rows[: grid.header_rows]:
        for line in row[column.index].text.split("\n"):
            pieces = _FAR_APART.split(line.strip())
            if len(pieces) == 2 and not any(map(names_body, pieces)):
                return pieces
    return []


_FAR_APART = re.compile(r"[ \t]{2,}")


def body_in_header(grid: Grid, column: Column) -> str:
    """The body that heads a column, with its kind and place as the rows of the header tell them."""
    place: dict[str, str] = {}
    doubtful: set[str] = set()
    kind = ""
    names: list[str] = []
    for level, text in _path(grid, column.index):
        if not re.search("[ก-ฮ]", text) or _heads_items(text):
            continue
        told = _row_says(grid, level)
        word = told if told in _WORDS else _place_word(text)
        if word:
            place[word] = PLACE_WORD.sub("", without_unread(text))
            if not _is_over(grid, level, column.index):
                doubtful.add(word)
        elif told == _KIND or is_kind(text):
            kind = text
        elif not header_year(text) or names_body(text):
            names.append(text)
    if kind and not names:
        return kind
    names = _without_district(names, place)
    name = " ".join(dict.fromkeys(names))
    name = with_kind(name, kind) if is_kind(kind) else name
    if not name or not (names_body(name) or is_body(name)):
        return body_name(column.header)
    name = body_name(name) if names_body(name) else name
    sure = {word: place[word] for word in _WORDS if word in place and word not in doubtful}
    if doubtful and lies_there(name, place):
        sure = {word: place[word] for word in _WORDS if word in place}
    return with_place(name, sure)


def _path(grid: Grid, column: int) -> Iterator[tuple[int, str]]:
    """The texts over a column from top to bottom, each with its row: its own, and those over
    columns without values that one head spans over with it."""
    texts = header_texts(grid.table, grid.header_rows)
    mates = {column}
    for row in grid.table.rows[: grid.header_rows]:
        for cell in row:
            reach = range(cell.column, min(cell.column + cell.column_span, grid.table.width))
            if not is_nothing(cell.text) and column in reach:
                mates.update(at for at in reach if _is_bare(grid, at))
    for level in range(grid.header_rows):
        for text in dict.fromkeys(texts[at][level] for at in sorted(mates)):
            yield level, text


def _is_bare(grid: Grid, column: int) -> bool:
    """Whether a column holds nothing below its header."""
    return all(is_nothing(row[column].text) for row in grid.table.rows[grid.header_rows :])


def _without_district(names: list[str], place: dict[str, str]) -> list[str]:
    """The pieces of a name without a bare district under or over it, which is told to ``place``."""
    whole = [name for name in names if names_body(name) and is_body(name)]
    others = [name for name in names if name not in whole]
    if len(whole) != 1 or len(others) != 1 or "อำเภอ" in place:
        return names
    if not lies_there(whole[0], {**place, "อำเภอ": others[0]}):
        return names
    place["อำเภอ"] = others[0]
    return whole


_WORDS = ("อำเภอ", "จังหวัด")
_KIND = "ประเภท"


def _row_says(grid: Grid, level: int) -> str:
    """What the first words of a row of the header say that it holds: places, kinds, or neither."""
    for cell in grid.table.rows[level]:
        if is_nothing(cell.text):
            continue
        text = "".join(cell.text.split()).rstrip(":：")
        if place := _NAMES_PLACE.fullmatch(text):
            return place[1]
        return _KIND if _SAYS_KIND.match(text) else ""
    return ""


def _heads_items(text: str) -> bool:
    """Whether a text is the head of the column of items, which came to stand over others too."""
    return bool(cues("column", "item").match(text)) and not names_body(text)


def _place_word(text: str) -> str:
    """The word for the kind of place that a text is; empty for any other text."""
    found = _PLACE.fullmatch(without_unread(text))
    if found is None:
        return ""
    return "อำเภอ" if found[1] in ("อำเภอ", "อ.") else "จังหวัด"


def _is_over(grid: Grid, level: int, column: int) -> bool:
    """Whether a text of the header plainly stands over a column: in its own cell, in one that spans
    over it, or in a row that has one for each column."""
    cells = grid.table.rows[level]
    over = [cell for cell in cells if cell.column <= column < cell.column + cell.column_span]
    spanned = any(not is_nothing(cell.text) and cell.column_span > 1 for cell in over)
    headed = [one.index for one in body_columns(grid)]
    every = all(not is_nothing(cells[index].text) for index in headed)
    merged = any(cell.column_span > 1 for cell in cells)
    return spanned or every or (merged and not is_nothing(cells[column].text))
