"""Scores of tables whose rows are items: one column of labels, columns of values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.facts import Claim, Item, Mark, RankedList, Score, UncertainLabel
from pipeline.labels import Match
from pipeline.numbers import parse_number
from pipeline.scores.cells import is_nothing, is_tick, read_value
from pipeline.scores.found import (
    FULL_SCALE,
    Context,
    Found,
    is_letter,
    less_sure,
    place_of,
    read_rating,
)
from pipeline.scores.grid import Column, Grid, is_item
from pipeline.scores.rows import LabelledRow, labelled_rows
from pipeline.scores.subtotals import without_subtotals
from pipeline.wording import cues
from pipeline.years import header_year

TOTAL = Item("total", "total")


@dataclass(frozen=True, slots=True)
class Segment:
    """A label column (or two, side by side) with the value columns that belong to it."""

    labels: tuple[int, ...]
    columns: tuple[Column, ...]


def segments(grid: Grid) -> tuple[Segment, ...]:
    """Split a table into its side-by-side parts, each with labels first."""
    labels = [column.index for column in grid.columns if column.role == "label"]
    groups: list[list[int]] = []
    for index in labels:
        between = grid.columns[groups[-1][-1] + 1 : index] if groups else ()
        if groups and not any(column.role in ("score", "target") for column in between):
            groups[-1].append(index)
        else:
            groups.append([index])
    result = []
    for position, group in enumerate(groups):
        stop = groups[position + 1][0] if position + 1 < len(groups) else len(grid.columns)
        columns = grid.columns[group[-1] + 1 : stop]
        if not any(column.role in ("score", "weighted", "") for column in columns):
            columns = tuple(c for c in grid.columns[:stop] if c.index not in group)
        result.append(Segment(tuple(group), tuple(columns)))
    return tuple(result)


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
        return _without_twins(named)
    unknown = tuple(
        column
        for column in segment.columns
        if column.role == "" and _all_scores(grid, column.index)
    )
    return unknown if len(unknown) == 1 else ()


def _without_twins(columns: tuple[Column, ...]) -> tuple[Column, ...]:
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
    trusted = _trusts_totals(labelled)
    scores: list[Score] = []
    claims: list[Claim] = []
    uncertain: list[UncertainLabel] = []
    for row in labelled:
        if row.item is None:
            uncertain += _uncertain(grid, row, scored, context)
        elif row.item != TOTAL or trusted or _names_assessment(row.match.text):
            scores += _scores_of_row(grid, segment, row, scored, context)
            scores += _instrument_scores(grid, segment, row, context)
            claims += _changes(grid, segment, row, context)
    scores = list(without_subtotals(_with_rating_rows(grid, segment, scores)))
    claims += _pass_counts(grid, segment, labelled, context, scored)
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


def year_of(grid: Grid, row: int, column: Column, context: Context) -> int | None:
    """The year of a value: of its column, its row, the section row above it, or the context.

    None for a column without a year beside columns with one: it may be a mean of them.
    """
    if column.year is not None:
        return column.year
    for index in range(row, grid.header_rows - 1, -1):
        cells = [cell for cell in grid.table.rows[index] if not is_nothing(cell.text)]
        if index == row:
            year_columns = grid.columns_of("year")
            if year_columns:
                return header_year(grid.table.rows[row][year_columns[0].index].text)
        elif len(cells) == 1 and (year := header_year(cells[0].text)) is not None:
            return year
    if any(c.year for c in grid.columns if c.role == "score" and c is not column):
        return None
    stated = [c.year for c in grid.columns if c.role in ("pass", "mark") and c.year]
    return stated[0] if len(set(stated)) == 1 else context.year


def _scores_of_row(
    grid: Grid, segment: Segment, row: LabelledRow, scored: Sequence[Column], context: Context
) -> Iterator[Score]:
    assert row.item is not None
    cells = grid.table.rows[row.row]
    years = [year_of(grid, row.row, column, context) for column in scored]
    for column, year in zip(scored, years, strict=True):
        cell = cells[column.index]
        value = read_value(cell.text)
        if value is None or (column.role == "" and not 0 <= value.value <= 100):
            continue
        out_of = value.out_of or _full_marks(grid, segment, row, column)
        item, name = row.item, row.match.text
        if column.role == "weighted":
            points = _weighted_points(grid, segment, row, year, out_of)
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
            target=_target(grid, segment, row.row, year, years),
            rating=_rating_beside(grid, segment, row, year, years),
            printed_number=int(row.number) if row.number.isdigit() else None,
            number_is_stated=row.stated,
            mark=_mark(grid, segment, row, year, years),
        )


def _weighted_points(
    grid: Grid, segment: Segment, row: LabelledRow, year: int | None, out_of: Decimal | None
) -> tuple[Item, str, Decimal] | None:
    """Whose weighted points stand in a row, with their full marks; None where it is not said.

    Points beside an indicator are those of the instrument that its group of rows belongs to.
    """
    assert row.item is not None
    item, name = row.item, row.match.text
    if row.item.item_type == "indicator":
        owner = _instrument_of(grid, segment, row.row)
        if owner is None or owner.item is None:
            return None
        item, name = owner.item, owner.text
    full = out_of or (FULL_SCALE if item == TOTAL else _weight_of(item, year))
    return (item, name, full) if full is not None else None


def _weight_of(item: Item, year: int | None) -> Decimal | None:
    """Full marks of an instrument's weighted points in the scheme of a year."""
    from pipeline.scheme import scheme_for

    scheme = scheme_for(year) if year is not None else None
    for component in scheme.components if scheme else ():
        if component.code == item.code:
            return Decimal(component.weight)
    return None


def _instrument_of(grid: Grid, segment: Segment, row: int) -> Match | None:
    """The instrument that a row's group is headed by: beside it, or above where cells merge."""
    for index in range(row, grid.header_rows - 1, -1):
        for column in segment.labels:
            found = grid.matches[index][column]
            if found is not None and is_item(found, "instrument"):
                return found
    return None


def _instrument_scores(
    grid: Grid, segment: Segment, row: LabelledRow, context: Context
) -> Iterator[Score]:
    """Scores of instruments in a column of their own beside their indicators' rows."""
    owner = _instrument_of(grid, segment, row.row)
    if owner is None or owner.item is None or row.item is None:
        return
    for column in segment.columns:
        cell = grid.table.rows[row.row][column.index]
        value = read_value(cell.text)
        if column.role == "instrument" and value is not None:
            yield Score(
                item=row.item if row.item.item_type == "total" else owner.item,
                name=" ".join(owner.text.split()),
                value=value.value,
                printed=value.printed,
                place=less_sure(place_of(cell, grid.ordinal), owner.score),
                fiscal_year=year_of(grid, row.row, column, context),
                out_of=value.out_of or column.out_of,
            )


def _changes(grid: Grid, segment: Segment, row: LabelledRow, context: Context) -> Iterator[Claim]:
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


def _speaks_of(column: Column, year: int | None, years: Sequence[int | None]) -> bool:
    """True where a target or mark column is about the scores of ``year``: its own year, or
    the latest of the table where it names none."""
    if column.year is not None:
        return column.year == year
    known = [other for other in years if other is not None]
    return year is None or year == max(known)


def _target(
    grid: Grid, segment: Segment, row: int, year: int | None, years: Sequence[int | None]
) -> Decimal | None:
    for column in segment.columns:
        if column.role == "target" and _speaks_of(column, year, years):
            value = read_value(grid.table.rows[row][column.index].text)
            return value.value if value else None
    return None


def _mark(
    grid: Grid, segment: Segment, row: LabelledRow, year: int | None, years: Sequence[int | None]
) -> Mark:
    cells = grid.table.rows[row.row]
    for column in segment.columns:
        if column.role not in ("pass", "fail", "mark") or not _speaks_of(column, year, years):
            continue
        text = " ".join(cells[column.index].text.split())
        if re.fullmatch(r"ไม่\s*ผ่าน(?:\s*เกณฑ์)?", text):
            return "fail"
        if re.fullmatch(r"ผ่าน(?:\s*เกณฑ์)?", text):
            return "pass"
        if column.role in ("pass", "fail") and is_tick(text):
            return "pass" if column.role == "pass" else "fail"
    return ""


def _rating_beside(
    grid: Grid, segment: Segment, row: LabelledRow, year: int | None, years: Sequence[int | None]
) -> str:
    """A rating printed in the total's row, in a rating column or behind the number."""
    if row.item != TOTAL:
        return ""
    for column in segment.columns:
        text = grid.table.rows[row.row][column.index].text
        if column.role in ("rating", "note", "") and _speaks_of(column, year, years):
            rating = read_rating(text)
            if rating and (is_letter(rating) or column.role == "rating"):
                return rating
    return ""


def _with_rating_rows(grid: Grid, segment: Segment, scores: list[Score]) -> list[Score]:
    """Totals with the ratings of a row of their own (``ระดับผลการประเมิน | B | A``)."""
    ratings: dict[int, str] = {}
    for cells in grid.table.rows[grid.header_rows :]:
        heads = [cells[index].text.strip() for index in segment.labels]
        if any(cues("rating", "label").match(head) for head in heads if len(head) < 40):
            for column in segment.columns:
                if rating := read_rating(cells[column.index].text):
                    ratings[column.index] = rating
    return [
        replace(score, rating=ratings[score.place.column])
        if score.item == TOTAL and not score.rating and score.place.column in ratings
        else score
        for score in scores
    ]


def _pass_counts(
    grid: Grid,
    segment: Segment,
    rows: Sequence[LabelledRow],
    context: Context,
    scored: Sequence[Column],
) -> Iterator[Claim]:
    """Counts of passed and failed indicators, printed in the total's row under their columns."""
    for row in rows:
        if row.item != TOTAL:
            continue
        years = [year_of(grid, row.row, column, context) for column in scored]
        known = [year for year in years if year is not None]
        for column in segment.columns:
            cell = grid.table.rows[row.row][column.index]
            count = parse_number(cell.text)
            if column.role not in ("pass", "fail") or count is None or count % 1:
                continue
            yield Claim(
                kind="pass-count" if column.role == "pass" else "fail-count",
                printed=cell.text.strip(),
                place=place_of(cell, grid.ordinal),
                value=count,
                fiscal_year=column.year or (max(known) if known else context.year),
            )


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
    if len(column) < 3 or not is_item(grid.matches[column[0].place.row or 0][segment.labels[-1]]):
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
