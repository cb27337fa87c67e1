"""Tables that stand in one grid below each other, each with a header of its own.

Office programs join tables that touch; sheets and web pages put cards above lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Cell, Table
from pipeline.labels import match
from pipeline.numbers import arabic
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import column_role, is_item, is_value
from pipeline.scores.tables.numbered import TEN
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues
from pipeline.years import header_year


def stacked(table: Table) -> tuple[Table, ...]:
    """The tables that a grid holds, top to bottom; the grid itself where it holds one."""
    starts = [0]
    rows = table.rows
    for index in range(2, len(rows) - 1):
        if not (_is_header(rows[index]) or _numbers_indicators(rows[index])) or _words(
            rows[index]
        ) == _words(rows[starts[-1]]):
            continue
        if _has_value(rows[index - 1]):
            starts.append(index)
        elif _is_caption(rows[index - 1]) and _has_value(rows[index - 2]):
            starts.append(index - 1)
    if len(starts) == 1:
        return (table,)
    return tuple(
        _without_blank_columns(part(table, first, last))
        for first, last in zip(starts, [*starts[1:], len(rows)], strict=True)
    )


def _numbers_indicators(row: Sequence[Cell]) -> bool:
    """True for a row of nothing but the word for an indicator and the numbers of all ten."""
    texts = [one_line(cell.text) for cell in row if not is_nothing(cell.text)]
    word = cues("column", "numbered")
    numbers = [arabic(text).strip(" .") for text in texts[1:]]
    return numbers == [str(n) for n in TEN] and bool(word.fullmatch(texts[0]))


def _without_blank_columns(table: Table) -> Table:
    """A table without the columns that only the others in its grid have."""
    kept = [at for at in range(table.width) if any(row[at].text.strip() for row in table.rows)]
    if len(kept) == table.width:
        return table
    rows = tuple(
        tuple(
            replace(
                row[old],
                column=new,
                column_span=sum(1 for at in kept if old <= at < old + row[old].column_span),
            )
            for new, old in enumerate(kept)
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _has_value(row: Sequence[Cell]) -> bool:
    return any(is_value(cell.text) for cell in row)


def _is_caption(row: Sequence[Cell]) -> bool:
    """True for a row that names one item, whose questions the next row heads."""
    texts = [cell.text for cell in row if not is_nothing(cell.text)]
    return len(texts) == 1 and is_item(match(texts[0]), "indicator", "instrument")


def _is_header(row: Sequence[Cell]) -> bool:
    """True for a row of at least two texts that all name columns, one of them of scores: mean
    scores, too, behind the heading of the items."""
    texts = [" ".join(cell.text.split()) for cell in row if not is_nothing(cell.text)]
    if len(texts) < 2 or any(is_value(text) for text in texts):
        return False
    roles = [column_role(text) for text in texts]
    items = [is_item(match(text)) for text in texts]
    if all(items):
        return True
    heads = [
        bool(role or header_year(text) or cues("column", "item").match(text))
        for role, text in zip(roles, texts, strict=True)
    ]
    if cues("column", "item").match(texts[0]):
        items = [
            item and match(text).item != TOTAL for item, text in zip(items, texts, strict=True)
        ]
    return all(heads) and "score" in roles and not any(items)


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row)


def lifted(table: Table) -> tuple[str, Table]:
    """The caption that stands in the grid itself above questions' codes, in a row of its own or
    in the first one's cell, and the table without it; no caption where it holds none."""
    if len(table.rows) < 2:
        return "", table
    if _is_caption(table.rows[0]) and _asks(table.rows[1]):
        caption = next(cell.text for cell in table.rows[0] if not is_nothing(cell.text))
        return one_line(caption), part(table, 1, len(table.rows))
    first, *others = table.rows[0]
    *above, code = first.text.split("\n")
    caption = " ".join(above)
    head = (replace(first, text=code), *others)
    if above and is_item(match(caption), "indicator", "instrument") and _asks(head):
        return caption, replace(table, rows=(head, *table.rows[1:]))
    return "", table


def _asks(row: Sequence[Cell]) -> bool:
    """True for a row that names several questions."""
    return sum(1 for cell in row if is_item(match(cell.text), "question")) > 1


def part(table: Table, first: int, last: int) -> Table:
    """The rows of a table from ``first`` to before ``last``, counted anew."""
    rows = tuple(
        tuple(replace(cell, row=cell.row - first) for cell in row) for row in table.rows[first:last]
    )
    return replace(table, rows=rows, line=rows[0][0].line)
