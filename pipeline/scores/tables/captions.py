"""Captions of years in headers that a page's cells tear apart or glue together.

``ปีงบประมาณ | พ.ศ. 2564`` over scores and their ratings is one caption of both columns; two captions
in one cell are parted where as many groups of columns stand below it, and so are words of header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import column_role, is_value
from pipeline.years import find_years, header_year

Row = tuple[Cell, ...]

_OPEN = re.compile(r"(?:ปี\s*งบประมาณ|ปี|ประจำ\s*ปี)\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*")
_CLOSE = re.compile(r"\s*(?:งบประมาณ)?\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*[2๒][5๕][\d๐-๙]{2}\s*")
_CAPTION = re.compile(
    r"(?:(?:ผล)?(?:คะแนน|การประเมิน)\s*)?(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*"
    r"(?:พ\s*\.?\s*ศ\s*\.?)?\s*[2๒][5๕][\d๐-๙]{2}\s*"
)


def with_whole_captions(table: Table, depth: int) -> Table:
    """The table with its captions of years mended, each over the columns that it is of."""
    texts = [[cell.text for cell in row] for row in table.rows[:depth]]
    body = table.rows[depth:]
    changed = False
    for level, row in enumerate(texts):
        for column in range(len(row)):
            changed |= _join(texts, level, column, body)
            changed |= _part(texts, level, column, body)
            changed |= _part_words(texts, level, column, body)
    if not changed:
        return table
    head = tuple(
        tuple(replace(cell, text=text) for cell, text in zip(row, said, strict=True))
        for row, said in zip(table.rows, texts, strict=False)
    )
    return replace(table, rows=(*head, *body))


def _join(texts: list[list[str]], level: int, column: int, body: Sequence[Row]) -> bool:
    """Give a caption that goes on in the next cell to both columns: scores and what is beside
    them, or two columns with headers of their own below it."""
    row = texts[level]
    if column + 1 >= len(row) or not _is_numeric(body, column):
        return False
    left, right = row[column].split("\n"), row[column + 1].split("\n")
    at = _torn_line(left, right)
    if at is None:
        return _join_below(texts, level, column, body)
    below = [bool(right[at + 1 :])] if len(right) > at + 1 else []
    if level + 1 < len(texts):
        below.append(all(not is_nothing(texts[level + 1][one]) for one in (column, column + 1)))
    if _is_numeric(body, column + 1) and not any(below):
        return False
    left[at] = right[at] = f"{left[at].strip()} {right[at].strip()}"
    row[column], row[column + 1] = "\n".join(left), "\n".join(right)
    return True


def _join_below(texts: list[list[str]], level: int, column: int, body: Sequence[Row]) -> bool:
    """Give a caption whose year stands in the next row, above the ratings beside the scores, to
    both columns."""
    row, beside = texts[level], column + 1
    torn = _OPEN.fullmatch(row[column]) and is_nothing(row[beside]) and level + 1 < len(texts)
    if not torn or _is_numeric(body, beside):
        return False
    year = texts[level + 1][beside].split("\n")[0]
    if not _CLOSE.fullmatch(year):
        return False
    row[column] = row[beside] = f"{row[column].strip()} {year.strip()}"
    return True


def _torn_line(left: Sequence[str], right: Sequence[str]) -> int | None:
    pairs = zip(left, right, strict=False)
    return next(
        (
            at
            for at, (one, two) in enumerate(pairs)
            if _OPEN.fullmatch(one) and _CLOSE.fullmatch(two)
        ),
        None,
    )


def _part(texts: list[list[str]], level: int, column: int, body: Sequence[Row]) -> bool:
    """Give each of several captions in one cell to the columns of scores that it stands over."""
    captions = _captions(texts[level][column])
    if len(captions) < 2:
        return False
    groups = _groups(texts, level, list(_reach(texts, level, column, body)), body, len(captions))
    for caption, group in zip(captions, groups, strict=False):
        for one in group:
            texts[level][one] = caption
    return bool(groups)


def _part_words(texts: list[list[str]], level: int, column: int, body: Sequence[Row]) -> bool:
    """Give each word of a header to its column, where one cell has those of all columns under it:
    ``คะแนน ระดับ`` over numbers and letters."""
    words = texts[level][column].split(" ")
    if len(words) < 2 or "\n" in texts[level][column] or any(
        not is_nothing(text) for row in texts[level + 1 :] for text in row[column:]
    ):  # fmt: skip
        return False
    under = [column]
    while len(under) < len(words) and under[-1] + 1 < len(texts[level]):
        under.append(under[-1] + 1)
    if len(under) != len(words) or any(not is_nothing(texts[level][at]) for at in under[1:]):
        return False
    if not all(_heads(word, body, at) for word, at in zip(words, under, strict=True)):
        return False
    for word, at in zip(words, under, strict=True):
        texts[level][at] = word
    return True


def _heads(word: str, body: Sequence[Row], column: int) -> bool:
    """Whether a word heads columns of what stands in this one: numbers, or ratings and marks."""
    if all(is_nothing(row[column].text) for row in body):
        return False
    role = column_role(word)
    if _is_numeric(body, column):
        return role == "score" or header_year(word) is not None
    return role in ("rating", "mark", "pass", "note")


def _captions(text: str) -> list[str]:
    """The captions of different years that a line is made of, and nothing else."""
    if "\n" in text or len({year.year for year in find_years(text)}) < 2:
        return []
    found = [hit.group().strip() for hit in _CAPTION.finditer(text)]
    whole = "".join("".join(found).split()) == "".join(text.split())
    years = [header_year(caption) for caption in found]
    return found if whole and len(set(years)) == len(years) else []


def _reach(texts: list[list[str]], level: int, column: int, body: Sequence[Row]) -> Iterator[int]:
    """The columns under a cell: up to the next text beside it, without those of nothing and of
    something else than scores and ratings."""
    for at in range(column, len(texts[level])):
        if at > column and not is_nothing(texts[level][at]):
            return
        others = [row[at] for index, row in enumerate(texts) if index != level]
        roles = {column_role(" ".join(text.split())) for text in others if not is_nothing(text)}
        if any(header_year(text) for text in others) or not roles <= {"", "score", "rating"}:
            return
        if any(not is_nothing(row[at].text) for row in body):
            yield at


def _groups(
    texts: list[list[str]], level: int, columns: list[int], body: Sequence[Row], count: int
) -> list[list[int]]:
    """As many groups of columns, alike and each beginning with scores; none where they differ."""
    size, rest = divmod(len(columns), count)
    if rest or not size:
        return []
    groups = [columns[at : at + size] for at in range(0, len(columns), size)]
    kinds = [[_is_numeric(body, one) for one in group] for group in groups]
    heads = [["".join(row[one] for row in texts[level + 1 :]) for one in group] for group in groups]
    alike = all(kind == kinds[0] for kind in kinds) and kinds[0][0]
    return groups if alike and (size == 1 or all(head == heads[0] for head in heads)) else []


def _is_numeric(body: Sequence[Row], column: int) -> bool:
    cells = [row[column].text for row in body if not is_nothing(row[column].text)]
    return bool(cells) and sum(map(is_value, cells)) * 2 > len(cells)
