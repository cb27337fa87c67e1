"""Rows that a page break cuts in two, put together again.

The rest of a wrapped label stands at the top of the next page, in a row without numbers.
Only tables of numbers are joined: in tables of words a row of words may be a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Cell, Line, Page, Table
from parsers.pdf.alignment.columns import is_number
from parsers.pdf.alignment.numbers import (
    is_cut,
    is_fragment,
    usual_decimals,
    whole_number,
    with_whole_numbers,
)
from parsers.pdf.text.chars import MARKS
from parsers.thai import repair

_ROW_NUMBER = re.compile(r"[\d๐-๙]{1,2}[.)]")
_COUNTED = re.compile(r"\(?([\d๐-๙]{1,2})[.)]\s?[^\d๐-๙]")
_HEAD = 3
"""Rows at the top of a table that may be its header."""
_BELOW = 2.0
"""Points by which lines of one cell may begin apart."""
_ROOM = 0.6
"""Share of the column's widest line up to which there certainly was room for a word."""
_LONGEST_WORD = 14
"""Letters of a word behind which a line of Thai may certainly be broken."""
_ASIDE = 6.0
"""Points by which the columns of one table may be apart on two pages."""


def join_split_rows(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, rows that go on at the top of the next one with the rest of their words.

    Where only a line may be that rest, the row is left without words: half a name is another's.
    """
    joined = list(pages)
    for index in range(1, len(joined)):
        above, below = joined[index - 1], joined[index]
        if not (above.blocks and below.blocks):
            continue
        last, first = above.blocks[-1], below.blocks[0]
        if not isinstance(last, Table):
            continue
        if isinstance(first, Line):
            if _may_go_on(last, first):
                rows = (*last.rows[:-1], tuple(map(_without_words, last.rows[-1])))
                joined[index - 1] = replace(
                    above, blocks=(*above.blocks[:-1], replace(last, rows=rows))
                )
            continue
        first, head = _without_header(last, first)
        if not _goes_on(last, first) or (head and _may_be_part(last, first)):
            continue
        row = tuple(_with_rest(*cells) for cells in zip(last.rows[-1], first.rows[0], strict=True))
        whole = tuple(map(tuple, with_whole_numbers((*last.rows[:-1], row))))
        joined[index - 1] = replace(above, blocks=(*above.blocks[:-1], replace(last, rows=whole)))
        rest = (*head, *first.rows[1:])
        if not rest:
            joined[index] = replace(below, blocks=below.blocks[1:])
            continue
        rows = tuple(
            tuple(replace(cell, row=number) for cell in cells) for number, cells in enumerate(rest)
        )
        line = rows[0][0].line
        joined[index] = replace(
            below, blocks=(replace(first, rows=rows, line=line), *below.blocks[1:])
        )
    return tuple(joined)


def _without_header(last: Table, first: Table) -> tuple[Table, Sequence[Sequence[Cell]]]:
    """A table without the header that it repeats from the page before, and that header."""
    if last.width != first.width:
        return first, ()
    rows = first.rows[: _HEAD + 2]
    scored = next((at for at, row in enumerate(rows) if _holds_score(row)), len(rows))
    count = scored - 1
    if count < 1:
        return first, ()
    said = _said(first, count)
    if any(_said(last, own) == said for own in range(1, _HEAD + 2)):
        return replace(first, rows=first.rows[count:]), first.rows[:count]
    return first, ()


def _holds_score(row: Sequence[Cell]) -> bool:
    return any("." in cell.text and is_number(cell.text) for cell in row)


def _may_be_part(last: Table, first: Table) -> bool:
    """True for a first row that may be the heading of a part of the table, as others are, or
    whose words had room in the row before."""
    rest = [column for column, cell in enumerate(first.rows[0]) if cell]
    alike = [row for row in (*last.rows, *first.rows[1:]) if any(row)]
    if any([column for column, cell in enumerate(row) if cell] == rest for row in alike):
        return True
    for column in rest:
        boxes = [cell.box for cell in last.column(column) if cell and cell.box]
        cell, before = first.rows[0][column], last.rows[-1][column]
        if not boxes or cell.box is None or is_number(cell.text):
            continue
        whole = max(box.x1 for box in boxes) - min(box.x0 for box in boxes)
        words = cell.text.split()
        letters = min(_letters(words[0]), _LONGEST_WORD) if words else 0
        word = letters / max(1, _letters(cell.items[0])) * (cell.box.x1 - cell.box.x0)
        if _width(before, last.column(column), whole) + word < _ROOM * whole:
            return True
    return False


def _said(table: Table, count: int) -> tuple[str, ...]:
    """What each column of a table's first rows says."""
    return tuple(
        "\n".join(row[column].text for row in table.rows[:count] if row[column])
        for column in range(table.width)
    )


def _may_go_on(last: Table, line: Line) -> bool:
    """True where the first line of the next page begins below a label of the last row, as the
    rest of it would, and as running text would not, and its first word had hardly room there."""
    cut = last.rows[-1]
    if _repeats_header(last, line) or _counts_on(cut, line):
        return False
    if line.box is None or not any("." in cell.text and is_number(cell.text) for cell in cut):
        return False
    for column, cell in enumerate(cut):
        if not cell or is_number(cell.text):
            continue
        boxes = [c.box for c in last.column(column) if c and c.box]
        left, right = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
        inside = left - 2 <= line.box.x0 and line.box.x1 <= right + 2
        if _width(cell, last.column(column), right - left) + _first_word(line) < _ROOM * (
            right - left
        ):
            continue
        if inside or (column > 0 and abs(line.box.x0 - left) <= _BELOW):
            return True
    return False


def _counts_on(row: Sequence[Cell], line: Line) -> bool:
    """True for a line that begins with the number of the next item."""
    numbers = [_COUNTED.match(text) for text in (line.text, *(cell.text for cell in row))]
    first, *others = (int(found.group(1)) if found else 0 for found in numbers)
    return first > 1 and first - 1 in others


def _repeats_header(table: Table, line: Line) -> bool:
    """True for a line of nothing but what a cell of the table's first rows says."""
    heads = {cell.text for row in table.rows[:_HEAD] for cell in row if cell}
    return line.text in heads


def _width(cell: Cell, column: Sequence[Cell], whole: float) -> float:
    """About the width of the last line of a cell: its box may be as wide as the column."""
    if cell.box is None:
        return 0.0
    widest = max(_letters(line) for other in column for line in other.items or ("",))
    last = _letters(cell.items[-1]) if cell.items else 0
    return min(cell.box.x1 - cell.box.x0, last / max(1, widest) * whole)


def _letters(text: str) -> int:
    """How many letters take room on a line: marks above and below others take none."""
    return sum(1 for letter in text if letter not in MARKS)


def _first_word(line: Line) -> float:
    """The width of the first word of a line, or more: Thai words stand without spaces."""
    words = line.text.split()
    assert line.box is not None
    if not words:
        return 0.0
    letters = min(_letters(words[0]), _LONGEST_WORD)
    return letters / _letters(line.text) * (line.box.x1 - line.box.x0)


def _without_words(cell: Cell) -> Cell:
    return cell if is_number(cell.text) else replace(cell, printed="", text="")


def _goes_on(last: Table, first: Table) -> bool:
    """True where the first row of a table is the rest of the last row of the one before."""
    if last.width != first.width or not _are_below(last, first):
        return False
    cut, rest = last.rows[-1], first.rows[0]
    decimals = usual_decimals((*last.rows[:-1], *first.rows[1:]))
    pairs = [(before, cell) for before, cell in zip(cut, rest, strict=True) if cell]
    cuts = [pair for pair in pairs if is_cut(_as_printed(pair[0]), _as_printed(pair[1]), decimals)]
    if 2 * len(cuts) > sum(1 for cell in cut if is_number(cell.text)):
        cuts = []
    numbers = [
        pair for pair in pairs if pair in cuts or is_fragment(_as_printed(pair[1]), decimals)
    ]
    if any(pair not in cuts and not _are_parts(*pair, decimals) for pair in numbers):
        return False
    if cuts and len(cuts) == len(pairs):
        return False
    if not numbers and not any("." in cell.text and is_number(cell.text) for cell in cut):
        return False
    words = [pair for pair in pairs if pair not in numbers]
    return bool(pairs) and all(
        before and _begins_words(before) and not is_number(cell.text) for before, cell in words
    )


def _begins_words(cell: Cell) -> bool:
    """True for words, and for the number of a row whose name may follow on the next page."""
    return not is_number(cell.text) or bool(_ROW_NUMBER.fullmatch(cell.text.strip()))


def _are_parts(above: Cell, below: Cell, decimals: int) -> bool:
    """True for the parts of one number, which a narrow column broke and then the page."""
    both = f"{_as_printed(above)}\n{_as_printed(below)}"
    return bool(above) and bool(whole_number(both, decimals))


def _as_printed(cell: Cell) -> str:
    """The lines of a cell of digits, before they were put together."""
    return "\n".join(cell.printed.split())


def _are_below(last: Table, first: Table) -> bool:
    """True where the columns of two tables begin or end at the same places."""
    edges = []
    for table in (last, first):
        boxes = [[c.box for c in table.column(i) if c.box and c] for i in range(table.width)]
        edges.append(
            [(min(b.x0 for b in own), max(b.x1 for b in own)) if own else None for own in boxes]
        )
    return all(
        one is None
        or two is None
        or abs(one[0] - two[0]) <= _ASIDE
        or abs(one[1] - two[1]) <= _ASIDE
        or (one[0] <= two[1] and two[0] <= one[1])
        for one, two in zip(*edges, strict=True)
    )


def _with_rest(cell: Cell, rest: Cell) -> Cell:
    if not rest:
        return cell
    printed = f"{cell.printed} {rest.printed}".strip()
    if is_number(cell.text) and "." not in cell.text and "." in rest.text:
        return replace(cell, printed=printed, text=_as_printed(cell) + _as_printed(rest))
    lines = (_as_printed(one) if is_number(one.text) else one.text for one in (cell, rest))
    return replace(cell, printed=printed, text=repair("\n".join(lines)))
