"""Totals of tables that name no item: a row for each year, or for each body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.model import Cell
from pipeline.facts import Score
from pipeline.labels import match
from pipeline.scores.bodies.named_bodies import body_column, body_of, in_section, place_columns
from pipeline.scores.bodies.own_scale import is_on_scale
from pipeline.scores.bodies.place_sections import place_sections
from pipeline.scores.bodies.places import row_places, with_place
from pipeline.scores.bodies.rows import RowBodies, row_bodies, with_body
from pipeline.scores.bodies.twin_lists import twin_lists, with_twins
from pipeline.scores.found import FULL_SCALE, Context, Found, place_of
from pipeline.scores.tables.cells import is_nothing, read_value
from pipeline.scores.tables.grid import Column, Grid
from pipeline.scores.tables.rated import Rated, rated_columns, rating_of
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues
from pipeline.years import header_year


def lists_bodies(grid: Grid) -> bool:
    """Whether a table is a list of bodies that ends in rows of sums or means: these name an item,
    which is nobody's, and the other rows none."""
    named = [
        (row, column, found)
        for row, matches in enumerate(grid.matches)
        for column, found in enumerate(matches)
        if row >= grid.header_rows and found is not None and found.item is not None
    ]
    column = body_column(grid, grid.header_rows, {at for _, at, _ in named}) if named else None
    return column is not None and all(
        found.item == TOTAL and bool(cues("table", "summary").match(found.text)) and at < column
        for _, at, found in named
    )


def total_rows(grid: Grid, context: Context) -> Found:
    """Totals of a table that names no item: a row for each year (``ปี | คะแนน | ระดับ``), or
    a row for each body, with a column for each year or one column of scores."""
    bodies = row_bodies(grid, grid.header_rows, {}, context.caption)
    body = bodies.column
    scored = tuple(c for c in grid.columns_of("score") if body is None or c.index != body)
    scored = _of_assessment(scored)
    about = f"{context.caption} {' '.join(column.header for column in grid.columns)}"
    if not scored:
        return Found()
    if not cues("table", "assessment").search(about):
        return _by_scale(grid, bodies, scored, context, about)
    lists = twin_lists(grid, grid.header_rows, body)
    if not lists:
        return Found(tuple(_list_rows(grid, bodies, scored, grid.columns, context)))
    told = [*place_columns(grid, {}), *grid.columns_of("year"), *_year_labels(grid)]
    if told and not all(one.whole for one in lists):
        return Found()
    scored = with_twins(grid, grid.header_rows, lists, scored)
    scores: list[Score] = []
    for one in lists:
        rows = range(grid.header_rows, len(grid.table.rows))
        names = RowBodies(one.names, {at: body_of(grid.table.rows[at], one.names) for at in rows})
        names = bodies if one.names == body else names
        own = [column for column in scored if one.holds(column.index)]
        within = [column for column in grid.columns if one.holds(column.index)]
        scores += _list_rows(grid, names, own, within, context)
    return Found(tuple(scores))


def _of_assessment(scored: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of scores, without those that say to be of something else, such as another
    assessment or how content people are."""
    return tuple(
        column
        for column in scored
        if match(column.header).item == TOTAL
        or not cues("prose", "not_total").search(column.header)
    )


def _by_scale(
    grid: Grid, bodies: RowBodies, scored: Sequence[Column], context: Context, about: str
) -> Found:
    """Totals in a list that names no assessment, where its ratings are this one's."""
    total = [
        column
        for column in scored
        if match(column.header).item == TOTAL
        or (bodies.column is None and "คะแนน" in column.header)
    ]
    if not total or cues("prose", "not_total").search(about):
        return Found()
    scores = tuple(_list_rows(grid, bodies, total, grid.columns, context))
    return Found(scores) if is_on_scale(scores) else Found()


def _list_rows(
    grid: Grid, bodies: RowBodies, scored: Sequence[Column], within: Sequence[Column],
    context: Context,
) -> Iterator[Score]:  # fmt: skip
    """The totals of one list, whose columns are those ``within``."""
    body = bodies.column
    years = [c for c in (grid.columns_of("year") or _year_labels(grid)) if c in within]
    if (body is None and len(years) != 1) or (len({c.year for c in scored}) < len(scored)):
        return
    bare = [column for column in grid.columns_of("") if not column.header]
    beside = [c for c in (*grid.columns_of("rating", "mark"), *bare) if c in within]
    rated = rated_columns(grid, scored, beside)
    held = {column.index for column in within}
    columns = place_columns(grid, {}) if body is not None else ()
    columns = tuple(column for column in columns if column[0] in held)
    places = row_places(grid.table, grid.header_rows, body, columns, bodies.own)
    sections = place_sections(grid.table, body)
    for index in range(grid.header_rows, len(grid.table.rows)):
        cells = grid.table.rows[index]
        name = bodies.of(index)
        if name is None:
            continue
        name = with_place(name, places.get(bodies.row_of(index), {}))
        name = in_section(name, sections.of(index))
        for column in scored:
            own = header_year(cells[years[0].index].text) if len(years) == 1 else None
            score = _total_score(grid, cells, column, rated, own or column.year or context.year)
            if score is not None and (own or body is not None):
                yield with_body(score, name)


def total_below(grid: Grid, context: Context) -> Found:
    """The total of a table whose other rows hold their scores in words: the one row labelled so,
    with one number beside its label."""
    labelled = [
        (row, found)
        for row, matches in zip(grid.table.rows, grid.matches, strict=True)
        for found in matches
        if found is not None and found.item == TOTAL
    ]
    if len(labelled) != 1:
        return Found()
    ((row, found),) = labelled
    filled = [cell for cell in row if not is_nothing(cell.text)]
    values = [(cell, value) for cell in filled if (value := read_value(cell.text))]
    if len(filled) != 2 or len(values) != 1:
        return Found()
    ((cell, value),) = values
    if cell is filled[0] or not 0 <= value.value <= FULL_SCALE:
        return Found()
    score = Score(
        item=TOTAL,
        name=found.text,
        value=value.value,
        printed=value.printed,
        place=place_of(cell, grid.ordinal),
        fiscal_year=context.year,
    )
    return Found((score,))


def _total_score(
    grid: Grid, cells: tuple[Cell, ...], column: Column, rated: Rated, year: int | None
) -> Score | None:
    cell = cells[column.index]
    value = read_value(cell.text)
    if value is None or not 0 <= value.value <= FULL_SCALE:
        return None
    named = match(column.header).item
    return Score(
        item=named or TOTAL,
        name=column.header,
        value=value.value,
        printed=value.printed,
        place=place_of(cell, grid.ordinal),
        fiscal_year=year,
        rating=rating_of(cells, column.index, rated, year) if named in (None, TOTAL) else "",
    )


def _year_labels(grid: Grid) -> tuple[Column, ...]:
    """Columns in which every filled cell names a year."""
    rows = grid.table.rows[grid.header_rows :]
    return tuple(
        column
        for column in grid.columns
        if rows
        and all(
            header_year(row[column.index].text) or is_nothing(row[column.index].text)
            for row in rows
        )
        and any(header_year(row[column.index].text) for row in rows)
    )
