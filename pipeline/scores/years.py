"""The years whose scores a document says that it reports: all of it, and its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from parsers.model import Cell, Document, Table
from pipeline.scores.history import without_history
from pipeline.scores.near_years import SHORT
from pipeline.scores.tables.grid import (
    is_value,
    states_score,
)
from pipeline.years import find_years, header_year, rank_years

HEAD_ROWS = 3
"""Rows of a table all of whose cells may name the year of its scores."""
TITLE_LINES = 8
TITLE = 60
"""Characters; a longer line below the first one is no more of the title."""
LEAST_TITLE = 8
"""Characters; less is the name of a sheet or chapter."""


def score_years(document: Document) -> tuple[int, ...]:
    """The years whose scores the document says that it reports, heaviest first.

    Headings and the first page count more than running text; years in table headers count too.
    """
    texts = list(_weighted_texts(document))
    return rank_years(texts, "score") or rank_years(texts, "bare")


def title_years(document: Document) -> tuple[int, ...]:
    """The years of scores that the title names: its first line, and the short ones that follow
    before a paragraph or table."""
    title: list[str] = []
    for block in islice(document.blocks, TITLE_LINES):
        begun = any(
            ("ประเมิน" in line or "ITA" in line) and len(line) >= LEAST_TITLE for line in title
        )
        if isinstance(block, Table) or len(block.text) > (TITLE if begun else SHORT):
            break
        title.append(block.text)
    years = find_years(" ".join(title))
    return tuple(dict.fromkeys(year.year for year in years if year.role == "score"))


def _weighted_texts(document: Document) -> Iterator[tuple[str, float]]:
    first = document.pages[0].number if document.pages else 1
    above = ""
    for block in document.blocks:
        if isinstance(block, Table):
            above = ""
            for index, row in enumerate(block.rows):
                for cell in row if index < HEAD_ROWS else _year_of_row(row):
                    if len(cell.text) <= SHORT:
                        yield cell.text, 0.5
        else:
            early = block.page == first and block.number <= 40
            text, above = without_history(block.text, above), block.text
            yield text, 3.0 if block.heading or (early and len(block.text) < SHORT) else 1.0


def _year_of_row(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cell that a row of scores begins with, if it is a year."""
    first = next((cell for cell in row if cell.text.strip()), None)
    if first is None or header_year(first.text) is None or is_value(first.text):
        return ()
    return (first,) if any(states_score(cell.text) for cell in row) else ()
