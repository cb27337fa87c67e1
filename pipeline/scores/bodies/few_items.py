"""Lists of bodies or years with the score of one or two instruments, alone or beside the total."""

from __future__ import annotations

from pipeline.labels import Match
from pipeline.numbers import find_numbers
from pipeline.scores.bodies.named_bodies import body_column
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Column, Grid, column_role, is_item, is_value
from pipeline.wording import cues
from pipeline.years import header_year


def few_items_row(grid: Grid) -> int | None:
    """The header row that names instruments, and what else is scored, of a list whose rows are
    bodies or years; None where rows name items, or a column of scores is left without one."""
    for index in range(grid.header_rows):
        items = {
            column: found
            for column, found in enumerate(grid.matches[index])
            if found is not None and is_item(found, "instrument", "total")
            if is_item(found, "instrument") or _holds_numbers(grid, column)
        }
        if not _are_of_instruments(items) or not all(_holds_scores(grid, at) for at in items):
            continue
        others = [
            column
            for column in grid.columns
            if column.index not in items and _holds_scores(grid, column.index)
        ]
        explained = not others or (len(others) == 1 and is_rated(grid, others[0]))
        if explained and not _names_items(grid, items) and _are_listed(grid, items):
            return index
    return None


def is_rated(grid: Grid, column: Column) -> bool:
    """Whether a column headed "score" alone has that of ratings right behind it: it is a total."""
    behind = column.index + 1
    bare = column_role(one_line(column.header)) == "score" and column.year is None
    return bare and behind < len(grid.columns) and grid.columns[behind].role == "rating"


def _are_of_instruments(items: dict[int, Match]) -> bool:
    named = [found.item for found in items.values()]
    kinds = [item.item_type for item in named if item is not None]
    return "instrument" in kinds and len(set(named)) == len(named)


def _holds_numbers(grid: Grid, column: int) -> bool:
    """Whether a column holds any number; "ผลการประเมิน" may stand over ratings."""
    return any(is_value(row[column].text) for row in grid.table.rows[grid.header_rows :])


def _holds_scores(grid: Grid, column: int) -> bool:
    """Whether what a column holds, but for blanks, are numbers of two decimals, or full marks."""
    cells = [row[column].text for row in grid.table.rows[grid.header_rows :]]
    filled = [text for text in cells if not is_nothing(text)]
    found = [list(find_numbers(text)) for text in filled]
    whole = all(len(one) == 1 and (one[0].decimals == 2 or one[0].value == 100) for one in found)
    return whole and any(one[0].decimals == 2 for one in found)


def _names_items(grid: Grid, items: dict[int, Match]) -> bool:
    """Whether a row names an item, or a column is one of names of items."""
    rows = grid.matches[grid.header_rows :]
    return any(is_item(found) and not _sums_up(found) for row in rows for found in row) or any(
        column.role == "label" and column.index in items for column in grid.columns
    )


def _sums_up(found: Match | None) -> bool:
    return found is not None and bool(cues("table", "summary").match(found.text))


def _are_listed(grid: Grid, items: dict[int, Match]) -> bool:
    """Whether the rows are of bodies, or of years."""
    if body_column(grid, grid.header_rows, items) is not None:
        return True
    return any(
        column.index not in items
        and any(cells := [row[column.index].text for row in grid.table.rows[grid.header_rows :]])
        and all(header_year(text) or is_nothing(text) for text in cells)
        for column in grid.columns
    )
