"""What the end of a page cuts in two: rows of tables, and sentences behind their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.model import Cell, Line, Table
from pipeline.labels import match
from pipeline.scores.glue import is_glue
from pipeline.scores.prose.masking import candidates, masked
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import is_item, is_value
from pipeline.wording import cues

Row = tuple[Cell, ...]

BETWEEN = 3
"""Lines, such as a page's number, that may stand between the parts of a table."""


_PAGE_NUMBER = re.compile(r"\W*(?:หน้า\s*(?:ที่)?\s*)?[\d๐-๙]{1,3}(?:\s*/\s*[\d๐-๙]{1,3})?\W*")


def with_headings(blocks: Iterable[Line | Table]) -> tuple[Line | Table, ...]:
    """The blocks, headings of indicators that end a page moved to their sentence on the next one.

    A heading is moved where it names an indicator and nothing else, and where the text of the next
    page begins with words of having and a score. Page numbers may stand between.
    """
    moved = list(blocks)
    for at in range(len(moved) - 1):
        heading = moved[at]
        after = _sentence_behind(moved, at)
        if (
            after is None
            or not isinstance(heading, Line)
            or not is_item(match(heading.text), "indicator", "instrument")
        ):
            continue
        sentence = moved[after]
        assert isinstance(sentence, Line)
        carried = replace(heading, page=sentence.page, number=sentence.number - 1)
        moved[at:after] = [*moved[at + 1 : after], carried]
    return tuple(moved)


def _sentence_behind(blocks: Sequence[Line | Table], at: int) -> int | None:
    """Where the sentence stands that begins the text of the next page with a score."""
    here = blocks[at]
    for after in range(at + 1, min(at + 2 + BETWEEN, len(blocks))):
        block = blocks[after]
        if isinstance(block, Table) or not 0 <= block.page - here.page <= 1:
            return None
        if not block.text or _PAGE_NUMBER.fullmatch(block.text):
            continue
        return after if block.page > here.page and _begins_with_score(block.text) else None
    return None


def _begins_with_score(text: str) -> bool:
    found = candidates(masked(text))
    if not found:
        return False
    words = text[: found[0].number.start]
    return is_glue(words) and (bool(words.strip()) or found[0].unit)


def rejoined(blocks: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The blocks with the rest of a cut row given back to its table on the page before.

    A rest is the first row of a table: words alone, each below words of the last row of a table
    of the same width, which has the numbers. Where the header stands again, the rest is below it,
    unless rows of words alone are usual there. A table of nothing but a rest is left without rows.
    """
    joined = list(blocks)
    for at, block in enumerate(joined):
        after = _next_part(joined, at) if isinstance(block, Table) else None
        if after is None:
            continue
        above, below = joined[at], joined[after]
        assert isinstance(above, Table)
        assert isinstance(below, Table)
        head = _repeated(above.rows, below.rows)
        if head and _has_rows_of_words(above.rows[head:], below.rows[head + 1 :]):
            continue
        if _is_rest(above.rows[-1], below.rows[head:]):
            last = tuple(map(_whole, above.rows[-1], below.rows[head]))
            joined[at] = replace(above, rows=(*above.rows[:-1], last))
            joined[after] = replace(below, rows=(*below.rows[:head], *below.rows[head + 1 :]))
    return tuple(joined)


def _next_part(blocks: Sequence[Line | Table], at: int) -> int | None:
    """Where the table of the next page stands that may go on with the one at ``at``."""
    above = blocks[at]
    assert isinstance(above, Table)
    for after in range(at + 1, min(at + 2 + BETWEEN, len(blocks))):
        block = blocks[after]
        if isinstance(block, Table):
            same = block.width == above.width and above.rows and block.rows
            return after if same and block.page == above.page + 1 else None
    return None


def _repeated(above: Sequence[Row], below: Sequence[Row]) -> int:
    """How many rows of a header stand again at the top of the next page."""
    pairs = zip(above[:-1], below[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: _said(pair[0]) == _said(pair[1]), pairs))


def _said(row: Row) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row)


def _has_rows_of_words(*parts: Sequence[Row]) -> bool:
    return any(not any(is_value(cell.text) for cell in row) for rows in parts for row in rows)


def _is_rest(last: Row, rows: Sequence[Row]) -> bool:
    first = rows[0]
    filled = [cell for cell in first if not is_nothing(cell.text)]
    if not filled or len(filled) * 2 > len(first) or any(is_value(cell.text) for cell in filled):
        return False
    if not any(is_value(cell.text) for cell in last):
        return False
    if len(rows) > 1 and not any(is_value(cell.text) for cell in rows[1]):
        return False
    return all(_goes_on(last[cell.column], cell) for cell in filled)


def _goes_on(above: Cell, cell: Cell) -> bool:
    """Whether words can be the rest of the cell above: no label or summary of their own, and none
    that spoil the label above."""
    if is_nothing(above.text) or is_value(above.text) or cues("table", "summary").match(cell.text):
        return False
    if is_item(match(" ".join(cell.text.split()))):
        return False
    both = match(" ".join(f"{above.text} {cell.text}".split()))
    return not is_item(match(" ".join(above.text.split()))) or is_item(both)


def _whole(above: Cell, below: Cell) -> Cell:
    if is_nothing(below.text):
        return above
    return replace(
        above,
        printed=f"{above.printed}\n{below.printed}",
        text=f"{above.text}\n{below.text}",
        confidence=min(above.confidence, below.confidence),
    )
