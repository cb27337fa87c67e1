"""Read measures from tables, joined over the pages that a table runs on.

The first table with the header of a plan sets the columns. Tables of its width that
follow go on with them, whatever their own header says, so long as the contents agree.
A row without number or title continues the one above; a row with only a title is the
measure's own line, or the rest of a title that a page break cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.model import Cell, Document, Line, Table
from pipeline.facts import Place
from pipeline.labels import split_number
from pipeline.measures.columns import (
    Roles,
    by_content,
    fits,
    header_roles,
    is_measures_header,
    is_score_table,
    looks_like_header,
)
from pipeline.numbers import arabic

LISTS = ("steps", "activities", "follow_up", "result", "outcome")
_NUMBER = re.compile(r"^\s*\(?(\d{1,3})\s*[.)]+(?!\d)\s*")


@dataclass(slots=True)
class Draft:
    """A measure while its rows are gathered: the raw text of each field."""

    number: str
    place: Place
    parts: dict[str, list[str]] = field(default_factory=dict)
    sectioned: bool = False
    """True where its title stands in a row of its own above its cells."""

    def add(self, role: str, text: str) -> None:
        if text.strip():
            self.parts.setdefault(role, []).append(text.strip())

    @property
    def title(self) -> str:
        return " ".join(self.parts.get("title", ()))


@dataclass(slots=True)
class _Series:
    """A table of measures over all its pages."""

    roles: Roles
    drafts: list[Draft] = field(default_factory=list)
    section: str = ""
    numbered: bool = False


def read_drafts(document: Document) -> Iterator[tuple[Draft, tuple[str, ...]]]:
    """Every measure of a document, with the headings before its table."""
    series: _Series | None = None
    headings: list[str] = []
    before: tuple[str, ...] = ()
    for block in document.blocks:
        if isinstance(block, Line):
            if len(block.text) < 200:
                headings.append(block.text)
            continue
        told = _columns(block, series)
        if told is None:
            continue
        roles, body, continued = told
        if series is None or not continued:
            if series is not None:
                yield from ((draft, before) for draft in series.drafts)
            series, before = _Series(roles), tuple(headings)
        _read_rows(series, body, first_of_page=continued)
    if series is not None:
        yield from ((draft, before) for draft in series.drafts)


def _columns(
    table: Table, series: _Series | None
) -> tuple[Roles, Sequence[Sequence[Cell]], bool] | None:
    """The roles of a table's columns, its rows without header, and whether it goes on
    with the series; None for a table of something else."""
    if is_score_table(table):
        return None
    for depth in (0, 1):
        if depth >= len(table.rows):
            break
        own = header_roles(table.rows[depth])
        if is_measures_header(own):
            rows = table.rows[depth + 1 :]
            same = series is not None and len(series.roles) == table.width
            settled = by_content(own, rows)
            if same and series is not None and fits(series.roles, rows):
                return series.roles, rows, True
            return settled, rows, False
    if series is None or len(series.roles) != table.width:
        return None
    if "note" in header_roles(table.rows[0]):
        return None
    rows = table.rows[1:] if looks_like_header(table.rows[0]) else table.rows
    return (series.roles, rows, True) if rows and fits(series.roles, rows) else None


def _read_rows(series: _Series, rows: Sequence[Sequence[Cell]], *, first_of_page: bool) -> None:
    for index, row in enumerate(rows):
        if not any(row):
            continue
        _read_row(series, row, at_break=first_of_page and index == 0)


def _read_row(series: _Series, row: Sequence[Cell], *, at_break: bool) -> None:
    cells = dict(zip(series.roles, row, strict=True))
    title = cells["title"]
    number, text = _own_number(cells)
    alone = bool(title) and not any(
        cell
        for role, cell in zip(series.roles, row, strict=True)
        if role not in ("title", "number")
    )
    last = series.drafts[-1] if series.drafts else None
    if alone:
        if number or last is None or not (at_break or last.sectioned):
            _section(series, title, number, text)
        else:
            last.add("title", text)
        return
    open_section = last is not None and last.sectioned
    goes_on = not text or (at_break and series.numbered and not number)
    if last is not None and (open_section or goes_on):
        for role, cell in zip(series.roles, row, strict=True):
            last.add("activities" if role == "title" and open_section else role, cell.text)
        return
    draft = Draft(number or _next_number(series), _place(title or row[0]))
    draft.add("section", series.section)
    draft.add("title", text)
    for role, cell in zip(series.roles, row, strict=True):
        if role not in ("title", "number", ""):
            draft.add(role, cell.text)
    series.numbered = series.numbered or bool(number)
    series.drafts.append(draft)


def _section(series: _Series, title: Cell, number: str, text: str) -> None:
    """A title in a row of its own: a measure whose cells follow, or the head of a section."""
    if number:
        series.numbered = True
        draft = Draft(number, _place(title), sectioned=True)
        draft.add("title", text)
        series.drafts.append(draft)
    else:
        series.section = text


def _own_number(cells: dict[str, Cell]) -> tuple[str, str]:
    """The measure's number in Arabic digits, and its title without it."""
    title = cells["title"].text
    listed = _NUMBER.match(arabic(title))
    if listed:
        return listed.group(1), title[listed.end() :]
    column = cells.get("number")
    if column is not None and (digits := arabic(column.text).strip(" .)")).isdigit():
        return digits, split_number(title)[2] if split_number(title)[1] else title
    return "", title


def _next_number(series: _Series) -> str:
    last = series.drafts[-1].number if series.drafts else "0"
    return str(int(last) + 1) if last.isdigit() else ""


def _place(cell: Cell) -> Place:
    return Place(
        cell.page, cell.line, cell.box, cell.method, cell.confidence, None, cell.row, cell.column
    )
