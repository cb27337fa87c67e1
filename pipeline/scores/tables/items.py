"""Scores of tables whose rows are items: one column of labels, columns of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.facts import Claim, RankedList, Score, UncertainLabel
from pipeline.numbers import parse_number
from pipeline.scores.found import FULL_SCALE, Context, Found, less_sure, place_of
from pipeline.scores.tables.beside import (
    mark_beside,
    pass_counts,
    target_beside,
    with_rating_rows,
)
from pipeline.scores.tables.cells import read_value
from pipeline.scores.tables.grid import Column, Grid, is_item
from pipeline.scores.tables.instruments import (
    instrument_scores,
    totals_beside,
    weighted_points,
    with_instrument_columns,
)
from pipeline.scores.tables.label_values import label_values
from pipeline.scores.tables.means import of_questions
from pipeline.scores.tables.merged import indicator_columns, with_total_columns, year_totals
from pipeline.scores.tables.rated import rated_columns, rating_of
from pipeline.scores.tables.rows import LabelledRow, labelled_rows
from pipeline.scores.tables.segments import TOTAL, Segment, segments, year_of
from pipeline.scores.tables.subtotals import without_subtotals
from pipeline.wording import cues


def read_table(grid: Grid, context: Context) -> Found:
    """Every score, mark, target, rating and ranking of a table of items in rows."""
    return Found.join(_read_segment(grid, segment, context) for segment in segments(grid))


def score_columns(grid: Grid, segment: Segment) -> tuple[Column, ...]:
    """The columns that hold scores.

    Where no header says so, the one unknown column of numbers is taken; of several
    unknown ones none is.
    """
    named = tuple(c for c in segment.columns if c.role in ("score", "weighted"))
    if named:
        return _without_twins(grid, segment, named)
    unknown = tuple(
        column
        for column in segment.columns
        if column.role == "" and _all_scores(grid, column.index)
    )
    return unknown if len(unknown) == 1 else ()


def _without_twins(grid: Grid, segment: Segment, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Drop points of unknown full marks where percentages of the same year stand beside them."""
    percent_years = {column.year for column in columns if column.percent}
    plain = [c for c in columns if not c.percent and c.role == "score"]
    if not percent_years or not plain or len(plain) == len(columns):
        return columns
    return tuple(
        column
        for column in columns
        if column.percent
        or column.role == "weighted"
        or column.out_of is not None
        or column.year not in percent_years
        or _says_full_marks(grid, segment, column)
    )


def _says_full_marks(grid: Grid, segment: Segment, column: Column) -> bool:
    """Whether the full marks of all points in a column stand in their rows."""
    beside = [other.index for other in segment.columns if other.role == "full"]
    rows = [
        (points.value, [read_value(row[index].text) for index in beside])
        for row in grid.table.rows[grid.header_rows :]
        if (points := read_value(row[column.index].text)) is not None
    ]
    return bool(rows) and all(
        any(full is not None and full.value >= points for full in marks) for points, marks in rows
    )


def _all_scores(grid: Grid, index: int) -> bool:
    values = [
        value.value
        for row in grid.table.rows[grid.header_rows :]
        if (value := read_value(row[index].text)) is not None
    ]
    fractions = sum(1 for value in values if value.as_tuple().exponent != 0)
    return bool(values) and all(0 <= v <= 100 for v in values) and fractions * 2 >= len(values)


def _read_segment(grid: Grid, segment: Segment, context: Context) -> Found:
    scored = score_columns(grid, segment)
    if not scored:
        return Found()
    labelled = labelled_rows(grid, segment.labels, [column.index for column in scored])
    labelled = of_questions(grid, labelled, context)
    segment = with_total_columns(grid, segment)
    segment = with_instrument_columns(grid, segment, labelled, context)
    scored = tuple(column for column in segment.columns if column in scored)
    owners = indicator_columns(grid, labelled, scored)
    trusted = grid.continued or context.listed or _trusts_totals(labelled)
    scores: list[Score] = []
    claims: list[Claim] = []
    uncertain: list[UncertainLabel] = []
    for row in labelled:
        if row.item is None:
            uncertain += _uncertain(grid, row, scored, context)
        elif row.item != TOTAL or trusted or _names_assessment(row.match.text):
            for part, columns in _rows_of_columns(grid, row, scored, owners):
                scores += _scores_of_row(grid, segment, part, columns, context)
            scores += instrument_scores(grid, segment, row, context)
            claims += changes(grid, segment, row, context)
    if trusted:
        scores += totals_beside(grid, segment, labelled, context)
    scores += label_values(grid, segment, labelled, scores, context)
    rated = with_rating_rows(grid, segment, scores)
    scores = list(without_subtotals(rated, every=context.listed))
    scores += year_totals(grid, segment)
    claims += pass_counts(grid, segment, labelled, context, scored)
    if not scores:
        return Found()
    return Found(
        tuple(scores), tuple(claims), tuple(uncertain), _rankings(grid, segment, scores, context)
    )


def _trusts_totals(rows: Sequence[LabelledRow]) -> bool:
    """A row named "total" is the assessment's total only beside its items."""
    items = {row.item for row in rows if row.item and row.item.item_type != "total"}
    return bool(items)


def _names_assessment(text: str) -> bool:
    return bool(cues("table", "assessment").search(text))


def _rows_of_columns(
    grid: Grid, row: LabelledRow, scored: Sequence[Column], owners: Mapping[int, int]
) -> Iterator[tuple[LabelledRow, Sequence[Column]]]:
    """A row with the columns that its own label names, and the row of the indicator that is named
    beside it with the columns that are that indicator's."""
    if row.item is None or row.item.item_type != "sub_indicator" or not owners:
        yield row, scored
        return
    yield row, tuple(column for column in scored if column.index not in owners)
    for column in scored:
        if column.index not in owners:
            continue
        found = grid.matches[row.row][owners[column.index]]
        if found is not None and is_item(found, "indicator"):
            yield (
                LabelledRow(row.row, owners[column.index], found, found.item, found.score,
                    found.number, found.stated),
                (column,),
            )  # fmt: skip


def _scores_of_row(
    grid: Grid, segment: Segment, row: LabelledRow, scored: Sequence[Column], context: Context
) -> Iterator[Score]:
    assert row.item is not None
    cells = grid.table.rows[row.row]
    years = [year_of(grid, row.row, column, context) for column in scored]
    rated = rated_columns(grid, scored, segment.columns, share=True) if row.item == TOTAL else {}
    for column, year in zip(scored, years, strict=True):
        cell = cells[column.index]
        value = read_value(cell.text)
        if value is None or (column.role == "" and not 0 <= value.value <= 100):
            continue
        out_of = value.out_of or _full_marks(grid, segment, row, column)
        item, name = row.item, row.match.text
        if column.role == "weighted":
            points = weighted_points(grid, segment, row, year, out_of)
            if points is None:
                continue
            item, name, out_of = points
        yield Score(
            item=item,
            name=" ".join(name.split()),
            value=value.value,
            printed=value.printed,
            place=less_sure(place_of(cell, grid.ordinal), row.similarity),
            fiscal_year=year,
            out_of=None if out_of == FULL_SCALE else out_of,
            target=target_beside(grid, segment, row.row, year, years),
            rating=rating_of(cells, column.index, rated, year, sure=True)
            if row.item == TOTAL
            else "",
            printed_number=int(row.number) if row.number.isdigit() else None,
            number_is_stated=row.stated,
            mark=mark_beside(grid, segment, row, year, years),
        )


def _full_marks(grid: Grid, segment: Segment, row: LabelledRow, column: Column) -> Decimal | None:
    if column.out_of is not None:
        return column.out_of
    if column.percent:
        return None
    cells = grid.table.rows[row.row]
    roles = ("weight", "full") if column.role == "weighted" else ("full",)
    for role in roles:
        for other in segment.columns:
            if other.role == role and (value := read_value(cells[other.index].text)) is not None:
                return value.value
    return None


def changes(grid: Grid, segment: Segment, row: LabelledRow, context: Context) -> Iterator[Claim]:
    """Differences between years, in a column of their own beside two years of scores."""
    if len({column.year for column in grid.columns if column.role == "score"}) < 2:
        return
    for column in segment.columns:
        cell = grid.table.rows[row.row][column.index]
        value = parse_number(cell.text) if column.role == "change" else None
        if value is not None and cell.text.strip()[0] in "+-−":
            yield Claim(
                kind="change",
                printed=cell.text.strip(),
                place=place_of(cell, grid.ordinal),
                value=value,
                item=row.item,
                fiscal_year=column.year or _latest_year(grid, context),
            )


def _latest_year(grid: Grid, context: Context) -> int | None:
    years = [column.year for column in grid.columns if column.role == "score" and column.year]
    return max(years) if years else context.year


def _uncertain(
    grid: Grid, row: LabelledRow, scored: Sequence[Column], context: Context
) -> Iterator[UncertainLabel]:
    cells = grid.table.rows[row.row]
    candidates = tuple(
        (label.item.code if label.item else "", round(score, 1))
        for label, score in row.match.candidates
    )
    if not any(code for code, _ in candidates):
        return
    for column in scored:
        value = read_value(cells[column.index].text)
        if value is not None and 0 <= value.value <= 100:
            yield UncertainLabel(
                name=" ".join(row.match.text.split()),
                printed=value.printed,
                place=less_sure(place_of(cells[column.index], grid.ordinal), row.similarity),
                candidates=candidates,
                fiscal_year=year_of(grid, row.row, column, context),
            )


def _rankings(
    grid: Grid, segment: Segment, scores: Sequence[Score], context: Context
) -> tuple[RankedList, ...]:
    """The order of the indicators where header or caption says that it is one of rank."""
    ranked = any(c.role == "rank" for c in grid.columns) or cues("table", "ranked").search(
        context.caption
    )
    if not ranked:
        return ()
    columns: dict[int | None, list[Score]] = {}
    for score in scores:
        if score.item.item_type == "indicator":
            columns.setdefault(score.place.column, []).append(score)
    if len(columns) != 1:
        return ()
    (column,) = columns.values()
    rows = {cells[0].row: found for cells, found in zip(grid.table.rows, grid.matches, strict=True)}
    first = rows.get(column[0].place.row or 0)
    if len(column) < 3 or first is None or not is_item(first[segment.labels[-1]]):
        return ()
    return (
        RankedList(
            place=column[0].place,
            codes=tuple(score.item.code for score in column),
            values=tuple(score.value for score in column),
            descending=True,
            fiscal_year=column[0].fiscal_year,
        ),
    )
