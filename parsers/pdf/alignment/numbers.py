"""Numbers in the columns of an unruled table, those broken over lines put together.

In narrow columns a number may be broken wherever its cell ends: 90.1 above 7. Its parts
are numbers themselves, so what is no whole number by the measure of the table (as many
decimals as its others have) is put together with what stands right below it, or left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.model import Cell
from parsers.pdf.alignment.blocks import Block, Placed, Row
from parsers.pdf.alignment.columns import Column, is_number
from parsers.pdf.text.lines import Segment

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MOST_PARTS = 4
_DECIMAL = re.compile(r"[\d๐-๙]\.([\d๐-๙]+)\s?%?$")
_YEAR = re.compile("[2๒][5๕][0-9๐-๙]{2}")
_ONE_DECIMAL = re.compile(r"[\d๐-๙]{1,3}\.([\d๐-๙]+)$")
_PLAIN = re.compile(r"[\d๐-๙.,]+$")
_BROKEN_YEAR = re.compile(r"(?:19|20|24|25|26)\d\d$")
_LONGEST = re.compile(r"[\d๐-๙]{1,3}(?:\.|,|$)")
"""A number broken over lines has no more digits before its point, or sets commas between them."""
_FIRST = re.compile(r"[1-9๑-๙]")
_REST = re.compile(r"[\d๐-๙]\.([\d๐-๙]+)")
_LEADING_ZERO = re.compile(r"[0๐][\d๐-๙]")


def find_numbers(
    columns: Sequence[Column], placed: Sequence[Placed], tight: float
) -> tuple[list[Block], list[Placed]]:
    """The numbers in columns of numbers, and all other pieces.

    Parts of numbers that cannot be put together are left out. ``tight``: by how much the
    lines of one cell are apart at most.
    """
    decimals = _decimals([p for p in placed if columns[p[0]].numeric], tight)
    numbers: list[Block] = []
    others: list[Placed] = []
    by_column: dict[int, list[Segment]] = {}
    for index, segment in placed:
        by_column.setdefault(index, []).append(segment)
    for index, column in enumerate(columns):
        own = sorted(by_column.get(index, ()), key=lambda s: s.base)
        if not column.numeric:
            others += [(index, segment) for segment in own]
            continue
        at = 0
        while at < len(own):
            if not is_number(own[at].text) and not _is_part(own[at].text):
                others.append((index, own[at]))
                at += 1
                continue
            count = _parts(own[at : at + _MOST_PARTS], decimals, tight)
            if at + 1 < len(own) and _is_broken(own[at], own[at + 1], placed, decimals, tight):
                count = 2
            if count:
                numbers.append(Block(index, own[at : at + count]))
                at += count
            else:
                at = _after_parts(own, at, tight)
    return numbers, others


def _after_parts(pieces: Sequence[Segment], at: int, tight: float) -> int:
    """The piece after one that is part of no number, and after what may belong to it."""
    at += 1
    while at < len(pieces) and pieces[at].base - pieces[at - 1].base <= tight:
        if not _is_part(pieces[at].text):
            break
        at += 1
    return at


def _decimals(placed: Sequence[Placed], tight: float) -> int:
    """The decimals of the table's numbers: the most that several have, whole or broken."""
    texts: list[str] = []
    columns: dict[int, list[Segment]] = {}
    for column, segment in sorted(placed, key=lambda p: p[1].base):
        own = columns.setdefault(column, [])
        text = segment.text.strip()
        if own and segment.base - own[-1].base <= tight and (
            own[-1].text.strip().endswith(".") or text.startswith(".")
        ):  # fmt: skip
            text = own[-1].text.strip() + text
        texts.append(text)
        own.append(segment)
    found = Counter(len(m.group(1)) for text in texts if (m := _DECIMAL.search(text)))
    return max((count for count, times in found.items() if times > 1), default=0)


def _is_broken(
    first: Segment, below: Segment, placed: Sequence[Placed], decimals: int, tight: float
) -> bool:
    """True for a number broken behind its first digit: each part might be a number, but on the
    second line nothing stands beside it except other parts."""
    if below.base - first.base > tight or not is_cut(first.text, below.text, decimals):
        return False
    level = [(c, s) for c, s in placed if abs(s.base - below.base) <= 0.3 * below.size]
    above = [(c, s) for c, s in placed if abs(s.base - first.base) <= 0.3 * first.size]
    return all(
        "." not in piece.text.strip()
        or any(is_cut(s.text, piece.text, decimals) for c, s in above if c == column)
        for column, piece in level
        if _is_part(piece.text)
    ) and all(_is_part(piece.text) for _, piece in level)


def is_cut(head: str, rest: str, decimals: int) -> bool:
    """True for one digit above a number of one digit before its point and as many behind it as
    others have: the parts of one number, or two."""
    found = _REST.fullmatch(rest.strip())
    return (
        decimals > 0
        and _FIRST.fullmatch(head.strip()) is not None
        and found is not None
        and len(found.group(1)) == decimals
    )


@lru_cache(maxsize=4096)
def _is_part(text: str) -> bool:
    return bool(_PLAIN.match(text.strip()))


def _parts(pieces: Sequence[Segment], decimals: int, tight: float) -> int:
    """Of how many of the pieces from the first the number there is made; 0 for no number."""
    first = pieces[0].text.strip()
    joined = first
    whole = first_whole = _is_whole(first, decimals)
    for count in range(2, min(_MOST_PARTS, len(pieces)) + 1):
        above, piece = pieces[count - 2], pieces[count - 1]
        text = piece.text.strip()
        if piece.base - above.base > tight or not _is_part(text):
            break
        joined += text
        whole = whole and _is_whole(text, decimals)
        if _width(piece) <= 1.15 * _width(pieces[0]) and (
            _is_broken_year(joined) or (not whole and _is_decimal(joined, decimals))
        ):
            return count
    return 1 if first_whole or _stands_alone(pieces, decimals, tight) else 0


def _is_broken_year(digits: str) -> bool:
    """True for the digits of a year, unless they count on: those of the 20th row and the 21st."""
    digits = digits.translate(_ARABIC)
    return bool(_BROKEN_YEAR.match(digits)) and int(digits[2:]) != int(digits[:2]) + 1


def _stands_alone(pieces: Sequence[Segment], decimals: int, tight: float) -> bool:
    """True for a number that lost its closing zeros, as 86.3 among 84.85 and 91.99: nothing
    below it can be the rest of it."""
    first = pieces[0].text.strip()
    found = _ONE_DECIMAL.match(first)
    if found is None or _LEADING_ZERO.match(first) or len(found.group(1)) >= decimals:
        return False
    if len(pieces) < 2 or pieces[1].base - pieces[0].base > tight:
        return True
    below = pieces[1].text.strip()
    return not (below.isdigit() and len(below) <= decimals - len(found.group(1)))


def _width(piece: Segment) -> float:
    return piece.box.x1 - piece.box.x0


def _is_decimal(text: str, decimals: int) -> bool:
    found = _DECIMAL.search(text)
    return (
        decimals > 0
        and found is not None
        and len(found.group(1)) == decimals
        and not _LEADING_ZERO.match(text)
        and _LONGEST.match(text) is not None
        and text.count(".") == 1
    )


@lru_cache(maxsize=4096)
def _is_whole(text: str, decimals: int) -> bool:
    """True for a number that may stand for itself in a table with so many decimals."""
    if not is_number(text) or text.endswith((".", ",")) or text.startswith((".", ",")):
        return False
    if not decimals or "." not in text:
        return not _LEADING_ZERO.match(text)
    found = _DECIMAL.search(text)
    return found is not None and not _LEADING_ZERO.match(text) and (
        len(found.group(1)) >= decimals or not _PLAIN.match(text)
    )  # fmt: skip


def with_whole_numbers(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows of a table, numbers that their cells break over lines put together, where they
    then have as many decimals as the table's others and are no several numbers as they stand."""
    if not any("\n" in cell.text for row in rows for cell in row):
        return [list(row) for row in rows]
    decimals = usual_decimals(rows)
    whole = [[_with_whole_number(cell, decimals) for cell in row] for row in rows]
    for row in whole:
        for at, cell in enumerate(row):
            parts = _lines(cell.text) if "\n" in cell.text else []
            if len(parts) != 2 or not is_cut(parts[0], parts[1], decimals):
                continue
            column = [other[at] for other in whole if other is not row]
            beside = [other for other in row if other is not cell]
            if any(_are_single(cells, decimals) for cells in (column, beside)):
                row[at] = replace(cell, text="".join(parts))
    return whole


def _are_single(cells: Sequence[Cell], decimals: int) -> bool:
    """True where several cells hold one number each, with the usual decimals, and none two."""
    numbers = [
        parts
        for cell in cells
        if (parts := _lines(cell.text)) and all(_PLAIN.match(part) for part in parts)
    ]
    usual = sum(1 for parts in numbers if len(parts) == 1 and _is_decimal(parts[0], decimals))
    return usual > 1 and all(
        len(parts) == 1 or (len(parts) == 2 and is_cut(parts[0], parts[1], decimals))
        for parts in numbers
    )


def usual_decimals(rows: Sequence[Sequence[Cell]]) -> int:
    """The most decimals that several numbers of a table have, whole or broken over lines."""
    texts = ["".join(_lines(cell.text)) for row in rows for cell in row if cell]
    found = Counter(len(m.group(1)) for text in texts if (m := _ONE_DECIMAL.match(text)))
    return max((count for count, times in found.items() if times > 1), default=0)


def _with_whole_number(cell: Cell, decimals: int) -> Cell:
    whole = whole_number(cell.text, decimals) if "\n" in cell.text else ""
    return replace(cell, text=whole) if whole else cell


def whole_number(text: str, decimals: int) -> str:
    """The number that lines of a cell are the parts of; empty where they may be several."""
    parts = _lines(text)
    joined = "".join(parts)
    if (
        all(_PLAIN.match(part) for part in parts)
        and _is_decimal(joined, decimals)
        and not all(_is_whole(part, decimals) for part in parts)
    ):
        return joined
    return ""


def is_fragment(text: str, decimals: int) -> bool:
    """True for digits that are no whole number in a table of so many decimals."""
    parts = _lines(text)
    return bool(parts) and all(_PLAIN.match(part) for part in parts) and (
        not all(_is_whole(part, decimals) for part in parts)
        or "." not in text
    )  # fmt: skip


def _lines(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n") if part.strip()]


def without_fragments(rows: list[Row], tight: float) -> list[Row]:
    """Rows without the numbers that may be parts of one number.

    Numbers without a label right below a row are either the rest of its numbers or have
    lost their label: neither they nor what they may belong to is kept.
    """
    labels = _label_columns(rows)
    above: Row | None = None
    broken: set[int] = set()
    level = 0.0
    for row in rows:
        if above is None or _is_labelled(row, labels) or row.level - level > tight:
            above, broken, level = row, set(), row.level
            continue
        level = row.level
        if not _has_number(row):
            continue
        broken |= set(row.cells) & set(above.cells)
        row.cells.clear()
        for column in broken:
            above.cells.pop(column, None)
    return [row for row in rows if row.cells]


def _is_labelled(row: Row, labels: int) -> bool:
    """True for a row with something in the columns left of the numbers, or words right before
    its first number, as where a longer table stands beside another, or the year whose numbers it
    holds; where no columns are left of the numbers, with words anywhere."""
    if labels:
        return min(row.cells) < labels or _begins_with_words(row) or _begins_with_year(row)
    return any(not is_number(s.text) for segments in row.cells.values() for s in segments)


def _begins_with_words(row: Row) -> bool:
    """True for words, and a number with decimals right of them."""
    first, *others = (row.cells[column] for column in sorted(row.cells))
    words = not any(is_number(s.text) or _is_part(s.text) for s in first)
    return words and any(_ONE_DECIMAL.match(s.text.strip()) for own in others for s in own)


def _begins_with_year(row: Row) -> bool:
    """True for a fiscal year and numbers with decimals right of it."""
    first, *others = (row.cells[column] for column in sorted(row.cells))
    year = len(first) == 1 and _YEAR.fullmatch(first[0].text.strip())
    return bool(year) and any(_ONE_DECIMAL.match(s.text.strip()) for own in others for s in own)


def _label_columns(rows: Sequence[Row]) -> int:
    """How many columns stand left of the first, but the leftmost, that is mostly numbers; 0
    where the numbers stand first."""
    numbered = [row for row in rows if _has_number(row)]
    for column in range(1, 1 + max((max(row.cells) for row in numbered), default=0)):
        held = [row.cells[column] for row in numbered if column in row.cells]
        numbers = sum(1 for segments in held if any(is_number(s.text) for s in segments))
        if numbers * 2 >= len(numbered):
            return column
    return 0


def _has_number(row: Row) -> bool:
    return any(is_number(s.text) for segments in row.cells.values() for s in segments)
