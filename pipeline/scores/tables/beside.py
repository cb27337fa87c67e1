"""What stands beside scores in their rows: targets, marks, ratings, counts of passes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.facts import Claim, Mark, Score
from pipeline.numbers import parse_number
from pipeline.scores.found import Context, place_of, read_rating
from pipeline.scores.tables.cells import is_tick, read_value
from pipeline.scores.tables.grid import Column, Grid
from pipeline.scores.tables.rows import LabelledRow
from pipeline.scores.tables.segments import TOTAL, Segment, year_of
from pipeline.wording import cues


def speaks_of(column: Column, year: int | None, years: Sequence[int | None]) -> bool:
    """True where a target or mark column is about the scores of ``year``: its own year, or
    the latest of the table where it names none."""
    if column.year is not None:
        return column.year == year
    known = [other for other in years if other is not None]
    return year is None or year == max(known)


def target_beside(
    grid: Grid, segment: Segment, row: int, year: int | None, years: Sequence[int | None]
) -> Decimal | None:
    """The target printed in a row for the scores of a year."""
    for column in segment.columns:
        if column.role == "target" and speaks_of(column, year, years):
            value = read_value(grid.table.rows[row][column.index].text)
            return value.value if value else None
    return None


def mark_beside(
    grid: Grid, segment: Segment, row: LabelledRow, year: int | None, years: Sequence[int | None]
) -> Mark:
    """Pass or fail as marked in a row for the scores of a year."""
    cells = grid.table.rows[row.row]
    for column in segment.columns:
        if column.role not in ("pass", "fail", "mark") or not speaks_of(column, year, years):
            continue
        text = " ".join(cells[column.index].text.split())
        if re.fullmatch(r"ไม่\s*ผ่าน(?:\s*เกณฑ์)?", text):
            return "fail"
        if re.fullmatch(r"ผ่าน(?:\s*เกณฑ์)?", text):
            return "pass"
        if column.role in ("pass", "fail") and is_tick(text):
            return "pass" if column.role == "pass" else "fail"
    return ""


def with_rating_rows(grid: Grid, segment: Segment, scores: list[Score]) -> list[Score]:
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


def pass_counts(
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
