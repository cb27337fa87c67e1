"""Numbers in the columns of an unruled table, those broken over lines put together.

In narrow columns a number may be broken wherever its cell ends: 90.1 above 7. Its parts
are numbers themselves, so what is no whole number by the measure of the table (as many
decimals as its others have) is put together with what stands right below it, or left out.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from parsers.pdf_blocks import Block, Placed, Row
from parsers.pdf_columns import Column, is_number
from parsers.pdf_text import Segment

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TIGHT = 1.75
"""Times the type size by which the lines of one cell are apart at most."""
_MOST_PARTS = 4
_DECIMAL = re.compile(r"[\d๐-๙]\.([\d๐-๙]+)\s?%?$")
_PLAIN = re.compile(r"[\d๐-๙.,]+$")
_BROKEN_YEAR = re.compile(r"(?:19|20|24|25|26)\d\d$")
_LEADING_ZERO = re.compile(r"[0๐][\d๐-๙]")


def find_numbers(
    columns: Sequence[Column], placed: Sequence[Placed]
) -> tuple[list[Block], list[Placed]]:
    """The numbers in columns of numbers, and all other pieces.

    Parts of numbers that cannot be put together are left out.
    """
    decimals = _decimals([s.text for c, s in placed if columns[c].numeric])
    numbers: list[Block] = []
    others: list[Placed] = []
    for index, column in enumerate(columns):
        own = sorted((s for c, s in placed if c == index), key=lambda s: s.base)
        if not column.numeric:
            others += [(index, segment) for segment in own]
            continue
        at = 0
        while at < len(own):
            if not is_number(own[at].text) and not _is_part(own[at].text):
                others.append((index, own[at]))
                at += 1
                continue
            count = _parts(own[at:], decimals)
            if count:
                numbers.append(Block(index, own[at : at + count]))
                at += count
            else:
                at = _after_parts(own, at)
    return numbers, others


def _after_parts(pieces: Sequence[Segment], at: int) -> int:
    """The piece after one that is part of no number, and after what may belong to it."""
    at += 1
    while at < len(pieces) and pieces[at].base - pieces[at - 1].base <= _TIGHT * pieces[at].size:
        if not _is_part(pieces[at].text):
            break
        at += 1
    return at


def _decimals(texts: Sequence[str]) -> int:
    """The decimals of the table's numbers: the most that several have."""
    found = Counter(len(m.group(1)) for text in texts if (m := _DECIMAL.search(text.strip())))
    return max((count for count, times in found.items() if times > 1), default=0)


def _is_part(text: str) -> bool:
    return bool(_PLAIN.match(text.strip()))


def _parts(pieces: Sequence[Segment], decimals: int) -> int:
    """Of how many of the pieces from the first the number there is made; 0 for no number."""
    first = pieces[0].text.strip()
    joined = first
    for count in range(2, min(_MOST_PARTS, len(pieces)) + 1):
        above, piece = pieces[count - 2], pieces[count - 1]
        text = piece.text.strip()
        if piece.base - above.base > _TIGHT * piece.size or not _is_part(text):
            break
        joined += text
        whole = [_is_whole(p.text.strip(), decimals) for p in pieces[1:count]]
        broken = not _is_whole(first, decimals) or not all(whole)
        if len(text) <= len(first) and (
            _BROKEN_YEAR.match(joined.translate(_ARABIC))
            or (broken and _is_decimal(joined, decimals))
        ):
            return count
    return 1 if _is_whole(first, decimals) else 0


def _is_decimal(text: str, decimals: int) -> bool:
    found = _DECIMAL.search(text)
    return (
        decimals > 0
        and found is not None
        and len(found.group(1)) == decimals
        and not _LEADING_ZERO.match(text)
        and text.count(".") == 1
    )


def _is_whole(text: str, decimals: int) -> bool:
    """True for a number that may stand for itself in a table with so many decimals."""
    if not is_number(text) or text.endswith((".", ",")):
        return False
    if not decimals or "." not in text:
        return not _LEADING_ZERO.match(text)
    found = _DECIMAL.search(text)
    return found is not None and not _LEADING_ZERO.match(text) and (
        len(found.group(1)) == decimals or not _PLAIN.match(text)
    )  # fmt: skip


def without_fragments(rows: list[Row], size: float) -> list[Row]:
    """Rows without numbers that may be the rest of the numbers above them.

    A row of small whole numbers alone, close under a row, is one only if its label was
    lost: neither it nor what it may belong to is kept.
    """
    labelled = sum(1 for row in rows if _has_words(row))
    if labelled * 2 < len(rows):
        return rows
    for above, row in itertools.pairwise(rows):
        numbers = [s.text.strip() for segments in row.cells.values() for s in segments]
        if _has_words(row) or row.level - above.level > _TIGHT * size:
            continue
        if all(_PLAIN.match(text) and "." not in text for text in numbers):
            for column in list(row.cells):
                row.cells.pop(column)
                above.cells.pop(column, None)
    return [row for row in rows if row.cells]


def _has_words(row: Row) -> bool:
    return any(not is_number(s.text) for segments in row.cells.values() for s in segments)
