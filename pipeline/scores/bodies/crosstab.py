"""Scores of tables whose columns are items, and of tables with many bodies.

Rows are then fiscal years, bodies, or kinds of number (scores, targets, full marks).
Columns can also be bodies beside items in rows.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal

from parsers.model import Cell, Table
from pipeline.facts import Item, Score
from pipeline.labels import Match, match
from pipeline.scores.bodies.few_items import few_items_row, is_rated
from pipeline.scores.bodies.heads import bodies_in_header
from pipeline.scores.bodies.named_bodies import (
    begins_with_body,
    body_column,
    in_section,
    place_columns,
    unwrapped,
)
from pipeline.scores.bodies.place_sections import place_sections
from pipeline.scores.bodies.places import row_places, with_place
from pipeline.scores.bodies.rows import row_bodies, with_body
from pipeline.scores.bodies.twin_lists import beyond, twin_lists
from pipeline.scores.found import FULL_SCALE, Context, Found, less_sure, place_of
from pipeline.scores.tables.cells import is_nothing, one_line, read_value
from pipeline.scores.tables.grid import (
    MAX_HEADER_ROWS,
    Column,
    Grid,
    column_role,
    header_texts,
    is_item,
    is_value,
    states_score,
)
from pipeline.scores.tables.items import read_table
from pipeline.scores.tables.means import of_caption
from pipeline.scores.tables.numbered import (
    Numbers,
    instrument_above,
    misfits,
    numbered_items,
    numbered_row,
)
from pipeline.scores.tables.points import with_weights
from pipeline.scores.tables.rated import Rated, rated_columns, rating_of
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues
from pipeline.years import header_year

_BARE_SCORE = frozenset({"คะแนน", "คะแนนที่ได้", "ผลคะแนน", "คะแนนประเมิน", "คะแนนผลการประเมิน"})


def item_row(grid: Grid) -> int | None:
    """The header row that numbers ten indicators or names three or more different items; or fewer,
    of instruments, over a list of bodies or years."""
    numbers = _numbers(grid)
    if numbers is not None:
        return numbers.row
    best, best_count = None, 2
    beside = _columns_of_labels(grid)
    for index, row in enumerate(grid.matches[: MAX_HEADER_ROWS + 1]):
        items = {
            found.item
            for column, found in enumerate(row)
            if is_item(found) and found and found.item and column not in beside
        }
        values = sum(1 for cell in grid.table.rows[index] if is_value(cell.text))
        if len(items) > best_count and values * 2 < len(items):
            best, best_count = index, len(items)
    return few_items_row(grid) if best is None else best


def fills_crosstab(grid: Grid, header: int, table: Table, year: int | None) -> bool:
    """Whether a table without a header has a value, or nothing, wherever another one says in its
    row ``header`` that the score of an item stands, and values in the most of these places.

    Where names of that table say what kind of body they are, one of these must do so too.
    """
    items = _column_items(grid, header, year)
    bodies = body_column(grid, _first_data_row(grid, header, items), items)
    if bodies is not None and _says_kind(grid.table, bodies) and not _says_kind(table, bodies):
        return False
    scored = [at for at in items if any(is_value(row[at].text) for row in grid.table.rows)]
    cells = [row[column] for row in table.rows for column in scored]
    values = [cell for cell in cells if is_value(cell.text)]
    empty = sum(1 for cell in cells if is_nothing(cell.text))
    return len(values) + empty == len(cells) and len(values) * 2 > len(cells)


def _says_kind(table: Table, column: int) -> bool:
    return any(
        begins_with_body(one_line(row[column].text)) and any(is_value(cell.text) for cell in row)
        for row in table.rows
    )


def _columns_of_labels(grid: Grid) -> frozenset[int]:
    """Columns without a number that hold labels of items: their header names no scores."""
    return frozenset(
        index
        for index in range(grid.table.width)
        if not any(is_value(row[index].text) for row in grid.table.rows)
        and sum(1 for row in grid.matches if is_item(row[index], "indicator", "sub_indicator")) > 1
    )


def read_crosstab(grid: Grid, header: int, context: Context) -> Found:
    """Scores of a table that names its items in row ``header``."""
    items = of_caption(_column_items(grid, header, context.year), context.caption)
    first_data = _first_data_row(grid, header, items)
    owners = row_bodies(grid, first_data, items, context.caption)
    bodies = owners.column
    others = beyond(twin_lists(grid, first_data, bodies), bodies, items)
    items = {column: found for column, found in items.items() if column not in others}
    columns = place_columns(grid, items)
    places = row_places(grid.table, first_data, bodies, columns, owners.own)
    totals = [grid.columns[column] for column, (_, item) in items.items() if item == TOTAL]
    beside = [column for column in grid.columns if column.index not in items]
    rated = rated_columns(grid, totals, beside)
    scores: list[Score] = []
    out_of: dict[int, Decimal] = {}
    weights: dict[int, Decimal] = {}
    years = _group_years(grid, header)
    years |= dict.fromkeys(_undated_twins(items, years))
    rows = grid.table.rows[first_data:]
    dated = bodies is None and any(_row_year(_lead(cells, items)) for cells in rows)
    section: int | None = None
    sections = place_sections(grid.table, bodies)
    for index in range(min(first_data, header + 1), len(grid.table.rows)):
        cells = grid.table.rows[index]
        texts = [" ".join(cell.text.split()) for cell in cells if not is_nothing(cell.text)]
        if len(texts) == 1 and (year := header_year(texts[0])):
            section = year
            continue
        if index in sections.heads:
            continue
        if index < first_data:
            continue
        lead = _lead(cells, items)
        role = _row_role(lead, counts=owners.column is None)
        if role in ("full", "weight"):
            found_marks = _full_marks(cells, items)
            weights |= found_marks
            out_of |= found_marks if role == "full" else {}
            continue
        if role not in ("score", "weighted"):
            continue
        body = owners.of(index)
        if body is None or (dated and _sums_up(lead)):
            continue
        body = body if owners.held else unwrapped(grid, index, bodies, body, sections.heads)
        body = with_place(body, places.get(owners.row_of(index), {}))
        body = in_section(body, sections.of(index))
        year = _row_year(lead) or section
        of_row = {column: year or years.get(column, context.year) for column in items}
        row = list(_row_scores(grid, cells, items, out_of, rated, of_row))
        row = list(with_weights(row, weights)) if role == "weighted" else row
        scores += [replace(score, body=body) for score in row]
    numbers = _numbers(grid)
    if numbers is None or items.keys() & numbers.columns.keys():
        return Found(tuple(scores))
    unread = tuple(misfits(grid.table, grid.ordinal, numbers, context.year))
    return Found(tuple(scores), uncertain=unread)


def _column_items(grid: Grid, header: int, year: int | None) -> dict[int, tuple[Match, Item]]:
    """The item that each column is the score of: what its lowest header cell names.

    A cell that only says "score" leaves the word to the cell above it; any other text
    that is no item makes the column none, so that a group's name never falls on it. A total
    may stand further above, with nothing below it.
    """
    numbers = _numbers(grid)
    numbered = numbers.columns if numbers is not None else {}
    below = header + 1
    rows = list(range(header, -1, -1))
    if below < len(grid.table.rows) and not any(
        is_value(cell.text) or states_score(cell.text) for cell in grid.table.rows[below]
    ):
        rows.insert(0, below)
    items: dict[int, tuple[Match, Item]] = {}
    for column in range(grid.table.width):
        for row in rows if column not in numbered else ():
            text = grid.table.rows[row][column].text
            found = grid.matches[row][column]
            if is_nothing(text):
                continue
            if row < header - 1 and not (found and found.item == TOTAL):
                break
            if found and found.item and not (found.item == TOTAL and row == below):
                items[column] = (found, found.item)
            elif column_role(one_line(text)) == "score" or (found and found.item):
                continue
            break
    if numbers is not None:
        items |= numbered_items(numbers, header_texts(grid.table, numbers.row + 1), year)
    items = _without_ratings(grid, max(rows), items)
    return dict(sorted((items | _bare_total(grid, items)).items()))


def _without_ratings(
    grid: Grid, header: int, items: dict[int, tuple[Match, Item]]
) -> dict[int, tuple[Match, Item]]:
    """The items without columns of totals that hold no number: "ผลการประเมิน" over ratings."""
    rows = grid.table.rows[header + 1 :]
    return {
        column: found
        for column, found in items.items()
        if found[1] != TOTAL or any(is_value(row[column].text) for row in rows)
    }


def _numbers(grid: Grid) -> Numbers | None:
    """The row that numbers the columns of indicators which no cell names: by the word, under
    their instruments, or as ten beside a total for each body."""
    numbers = numbered_row(grid.table)
    if numbers is None or _names_indicators(grid):
        return None
    path = header_texts(grid.table, numbers.row + 1)
    if numbers.stated or any(instrument_above(path[column]) for column in numbers.columns):
        return numbers
    ten = list(numbers.columns.values()) == list(range(1, 11))
    heads = [match(texts[level]).item for texts in path for level in range(numbers.row + 1)]
    bodies = body_column(grid, numbers.row + 1, numbers.columns)
    return numbers if ten and TOTAL in heads and bodies is not None else None


def _names_indicators(grid: Grid) -> bool:
    """Whether three indicators are named in one row or in one column."""
    lines = [*grid.matches, *zip(*grid.matches, strict=True)]
    return any(
        len({found.item for found in line if found and is_item(found, "indicator")}) > 2
        for line in lines
    )


def _bare_total(grid: Grid, items: dict[int, tuple[Match, Item]]) -> dict[int, tuple[Match, Item]]:
    """A column that is only headed "score", behind one for each instrument: their total. So is it
    behind fewer of them, where it is rated."""
    codes = {item.code for _, item in items.values()}
    whole = {"IIT", "EIT", "OIT"}
    if not codes & whole or TOTAL.code in codes:
        return {}
    bare = [
        column
        for column in grid.columns
        if column.index > max(items)
        and not column.year
        and "".join(column.header.split()) in _BARE_SCORE
        and (whole <= codes or is_rated(grid, column))
    ]
    found = match("คะแนนรวม") if len(bare) == 1 else None
    return {bare[0].index: (replace(found, text=bare[0].header), TOTAL)} if found else {}


def _first_data_row(grid: Grid, header: int, items: dict[int, tuple[Match, Item]]) -> int:
    for index in range(header + 1, len(grid.table.rows)):
        row = grid.table.rows[index]
        if any(is_value(row[column].text) for column in items):
            return index
    return len(grid.table.rows)


def _group_years(grid: Grid, header: int) -> dict[int, int | None]:
    """The year that stands above each column, where a group header names one."""
    texts = header_texts(grid.table, header + 1)
    return {
        index: year
        for index, path in enumerate(texts)
        if (year := header_year(" ".join(dict.fromkeys(path)))) is not None
    }


def _undated_twins(
    items: dict[int, tuple[Match, Item]], years: dict[int, int | None]
) -> Iterator[int]:
    """Columns without a year of items that other columns have for a year: theirs may be another."""
    dated = {item for column, (_, item) in items.items() if years.get(column)}
    for column, (_, item) in items.items():
        if item in dated and column not in years:
            yield column


def _row_role(lead: list[Cell], *, counts: bool) -> str:
    """What a row's own words say its numbers are; scores unless they say otherwise. Where rows are
    of no bodies, whose names have such words, they may say to be ``counts``."""
    for cell in lead:
        role = column_role(" ".join(cell.text.split())) if not is_nothing(cell.text) else ""
        if role in ("target", "full", "weight", "weighted", "change", "mean", "rank"):
            return "score" if role == "mean" and begins_with_body(cell.text.strip()) else role
        if role in ("note", "number") and counts:
            return role
    return "score"


def _lead(cells: tuple[Cell, ...], items: Container[int]) -> list[Cell]:
    """The cells of a row that hold no score of an item."""
    return [cell for cell in cells if cell.column not in items]


def _sums_up(lead: list[Cell]) -> bool:
    """Whether a row among those of years is one of them all: it names none, and says so."""
    first = next((cell.text for cell in lead if not is_nothing(cell.text)), "")
    return bool(cues("table", "summary").match(first.strip())) and _row_year(lead) is None


def _row_year(lead: list[Cell]) -> int | None:
    years = {year for cell in lead if (year := header_year(cell.text)) is not None}
    return years.pop() if len(years) == 1 else None


def _full_marks(
    cells: tuple[Cell, ...], items: dict[int, tuple[Match, Item]]
) -> dict[int, Decimal]:
    marks = {}
    for column in items:
        value = read_value(cells[column].text)
        if value is not None and value.value != FULL_SCALE:
            marks[column] = value.value
    return marks


def _row_scores(
    grid: Grid,
    cells: tuple[Cell, ...],
    items: dict[int, tuple[Match, Item]],
    out_of: dict[int, Decimal],
    rated: Rated,
    years: dict[int, int | None],
) -> Iterator[Score]:
    for column, (found, item) in items.items():
        cell = cells[column]
        value = read_value(cell.text)
        if value is None:
            continue
        yield Score(
            item=item,
            name=" ".join(found.text.split()),
            value=value.value,
            printed=value.printed,
            place=less_sure(place_of(cell, grid.ordinal), found.score),
            fiscal_year=years[column],
            out_of=value.out_of or out_of.get(column),
            rating=rating_of(cells, column, rated, years[column]) if item == TOTAL else "",
            printed_number=int(found.number) if found.number.isdigit() else None,
            number_is_stated=found.stated,
        )


def read_body_columns(grid: Grid, columns: tuple[Column, ...], context: Context) -> Found:
    """Scores of a table with items in rows and a column for each body."""
    found = []
    names = bodies_in_header(grid, columns)
    for column, name in zip(columns, names, strict=True):
        only = tuple(
            replace(other, role="score")
            if other.index == column.index
            else (other if other.role in ("label", "number") else replace(other, role="note"))
            for other in grid.columns
        )
        part = read_table(replace(grid, columns=only), context)
        found.append(
            Found(
                tuple(with_body(score, name) for score in part.scores),
                uncertain=part.uncertain,
            )
        )
    return Found.join(found)
