"""Read measures from tables, joined over the pages that a table runs on.

The first table with the header of a plan sets the columns. Tables of its width that
follow go on with them, whatever their own header says, so long as the contents agree;
a header that plainly names measures speaks for itself. A row without number or title
continues the one above; a row with only a title is the measure's own line, the head of a
section, or the rest of a title that a page break cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model import Cell, Document, Line
from pipeline.facts import Place
from pipeline.labels import match_indicator
from pipeline.measures.bare_names import without_names_between
from pipeline.measures.blocks import whole_blocks
from pipeline.measures.columns import FRAME, Roles, is_foreign
from pipeline.measures.divided import TICK, field_of, is_ticked
from pipeline.measures.drafts import Draft, number_cell, split_title, without_again
from pipeline.measures.frame import split_frame
from pipeline.measures.items import first_number, has_marker, last_number
from pipeline.measures.mend import is_wrapped, mend, wrapping
from pipeline.measures.parts import Part, Series, part_of, spans_of, spread
from pipeline.measures.persons import (
    ends_in_name,
    names_removed,
    without_persons,
    without_rest_of_name,
)
from pipeline.measures.units import responsible
from pipeline.measures.unwrap import follows_on, joined, leads_on
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

LISTS = ("steps", "activities", "follow_up", "result", "outcome")
_LONGEST_HEADING = 200
_TELLING = 15
"""Letters from which a line between two tables may be of another matter."""


def read_drafts(document: Document) -> Iterator[tuple[Draft, tuple[str, ...]]]:
    """Every measure of a document's tables, with the headings before its table."""
    series: Series | None = None
    headings: list[str] = []
    before: tuple[str, ...] = ()
    ordinal = -1
    apart = False
    section = ""
    on_subject = any(words("content", "subject").search(line.text) for line in document.lines)
    for block in whole_blocks(document):
        if isinstance(block, Line):
            section = _section_line(block) if series is not None else ""
            apart = apart or (not section and _parts(block.text))
            if len(block.text) < _LONGEST_HEADING:
                headings.append(block.text)
            continue
        ordinal += 1
        part = part_of(block, series, apart=apart)
        if part is None or not (on_subject or words("content", "measure").search(part.titles)):
            apart, section = apart or any(map(any, block.rows)), ""
            continue
        apart = False
        if series is None or not part.goes_on:
            if series is not None:
                yield from ((draft, before) for draft in _numbered(series))
            series, before = Series(part.roles, part.titles, part.header), tuple(headings)
        if part.goes_on and section:
            series.section = section
        section = ""
        series.roles = part.roles
        if block.width == len(part.roles):
            series.spans = spans_of(block) or series.spans
        series.wrapping = wrapping((cell for row in part.rows for cell in row), series.wrapping)
        _read_rows(series, part, ordinal)
    if series is not None:
        yield from ((draft, before) for draft in _numbered(series))


def _numbered(series: Series) -> Iterator[Draft]:
    """The measures of a series; a number that was counted gives way to the same one printed."""
    printed = {draft.number for draft in series.drafts if not draft.counted}
    for draft in series.drafts:
        if draft.counted and draft.number in printed:
            draft.number = ""
        yield draft


def _section_line(line: Line) -> str:
    """The group of measures that a line between two tables heads; sheets and pages set rows
    across a table so. Only names of indicators count."""
    title = split_title(line.text)[1]
    return title if match_indicator(title) and len(title) < _LONGEST_HEADING else ""


def _parts(text: str) -> bool:
    """True for a line that may lead from measures to another matter."""
    letters = sum(char.isalpha() for char in text)
    return letters >= _TELLING and not words("plan", "heading").search(text)


def _read_rows(series: Series, part: Part, ordinal: int) -> None:
    at_break = part.goes_on
    for row in spread(series.roles, part.rows):
        if is_foreign(row, series.header):
            break
        if any(row):
            _Reader(series, row, ordinal, at_break=at_break).read()
            at_break = False


class _Reader:
    """Reads one row into the measures of its series."""

    def __init__(
        self, series: Series, row: Sequence[Cell], ordinal: int, *, at_break: bool
    ) -> None:
        self.series = series
        if at_break and series.name_cut:
            row = _without_rest(series.roles, row)
        self.cells = {role: cell for role, cell in zip(series.roles, row, strict=True) if role}
        if frame := self.cells.pop(FRAME, None):
            unit, period = split_frame(frame.text)
            self.cells["responsible"] = replace(frame, text=unit)
            self.cells["period"] = replace(frame, text=period)
        self.printed = _printed(series.roles, row)
        owner = self.cells.get("responsible")
        series.name_cut = owner is not None and ends_in_name(owner.text)
        self.ordinal = ordinal
        self.at_break = at_break
        self.head = self._head(row)
        self.items = mend(self.head, series.wrapping)
        listed, self.title = self._titled()
        column = self.cells.get("number")
        self.number = (number_cell(column.text) if column else "") or listed
        self.work = {r: c for r, c in self.cells.items() if c and r not in ("title", "number")}

    def _titled(self) -> tuple[str, str]:
        """The number printed before the title, and the title; a list of several measures in
        one cell keeps its numbers, which are none of the table's."""
        whole = " ".join(self.items)
        if len(self.items) > 1 and self._lists_measures():
            return "", whole
        return split_title(whole)

    def _lists_measures(self) -> bool:
        numbers = [split_title(item)[0] for item in self.items[:2]]
        last = self.series.last
        return numbers == ["1", "2"] and not (last is not None and last.sectioned)

    def _head(self, row: Sequence[Cell]) -> Cell:
        """The cell of the title; where a row has nothing but its first cell, a text there
        stands across the table."""
        first = row[0]
        alone = first and not any(row[1:]) and len(row) > 2
        if alone and first is not self.cells["title"] and not number_cell(first.text):
            self.cells = {"title": first}
        return self.cells["title"]

    def read(self) -> None:
        if self.title and not self.work:
            self._alone()
            return
        last = self.series.last
        if last is not None and self._continues(last):
            self._append(last)
            return
        self._start()

    def _continues(self, last: Draft) -> bool:
        if not self.title:
            return not self.number or self.number == last.number
        if last.sectioned and not last.has_cells and _names_section(last.title):
            self.series.section = last.title
            self.series.drafts.pop()
            return False
        if self.number and self.number == last.number:
            return without_again(self.title) == last.title or last.sectioned
        if last.sectioned:
            return not self._is_next(last)
        if self.number:
            return False
        if self.at_break:
            return self.series.numbered or self._leads(last) or self._counts_on(last)
        return self.series.numbered and "number" in self.cells and self._leads(last)

    def _leads(self, last: Draft) -> bool:
        """True where the title above, or this one, wants the other beside it."""
        return leads_on(last.title) or follows_on(self.title)

    def _counts_on(self, last: Draft) -> bool:
        """True where an aside stands for the title, or a list here counts on from one above."""
        if self.title.startswith("("):
            return True
        for role, cell in self.work.items():
            above = last_number(last.parts.get(role, ()))
            if above is not None and above > 0 and first_number(cell.text) == above + 1:
                return True
        return False

    def _is_next(self, last: Draft) -> bool:
        """True for a measure after, or numbered below, one whose title has its own row."""
        if self.number.startswith(f"{last.number}."):
            return True
        if "." in self.number and self.number.count(".") == last.number.count("."):
            return self.number != last.number
        if not self.number.isdigit() or not last.number.isdigit():
            return False
        under_way = any(has_marker(item) for item in last.parts.get("activities", ()))
        return int(self.number) == int(last.number) + 1 and not under_way

    def _append(self, last: Draft) -> None:
        last.printed.append(self.printed)
        if self.title and last.sectioned:
            last.add("activities", self.items, goes_on=self.at_break)
        elif self.title and without_again(self.title) != last.title:
            last.add_title(self.title)
        self._fill(last)

    def _start(self) -> None:
        last = self.series.last
        if last is not None and last.sectioned and self.number.startswith(f"{last.number}."):
            self.series.section = last.title
            if not last.has_cells:
                self.series.drafts.pop()
        topic = self.cells.get("topic")
        if topic:
            self.series.section = split_title(" ".join(mend(topic, self.series.wrapping)))[1]
        draft = self._draft(self.number or self._next_number())
        draft.counted = not self.number
        self._fill(draft)
        self.series.drafts.append(draft)

    def _alone(self) -> None:
        """A title in a row of its own: a measure whose cells follow, the head of a section,
        or the rest of a title or cell that the end of a page cut."""
        last = self.series.last
        if self.number:
            self.series.drafts.append(self._draft(self.number, sectioned=True))
        elif last is None or _names_section(self.title):
            self.series.section = self.title
        elif self.at_break and last.sectioned and last.has_cells:
            last.add("activities", self.items, goes_on=True)
            last.printed.append(self.printed)
        elif self.at_break or (last.sectioned and not last.has_cells):
            last.add_title(self.title)
            last.printed.append(self.printed)
        else:
            self.series.section = self.title

    def _draft(self, number: str, *, sectioned: bool = False) -> Draft:
        self.series.numbered = self.series.numbered or bool(self.number)
        place = _place(self.head or next(iter(self.cells.values())), self.ordinal)
        draft = Draft(number, place, self.series.section, sectioned)
        draft.printed.append(self.printed)
        draft.reported = "result" in self.series.roles
        draft.by_year = self.series.by_year
        if self.title:
            draft.add_title(self.title)
        return draft

    def _next_number(self) -> str:
        last = self.series.drafts[-1].number if self.series.drafts else "0"
        return str(int(last) + 1) if last.isdigit() else ""

    def _fill(self, draft: Draft) -> None:
        for role, cell in self.work.items():
            if role == "responsible":
                wrapped = is_wrapped(cell, self.series.wrapping)
                found = responsible(cell.text, wrapped=wrapped, lined=cell.box is not None)
                if found and found not in draft.parts.get(role, ()):
                    draft.add(role, [found])
            elif role == "period" or role.startswith(TICK):
                ticked = role != "period"
                found = role.removeprefix(TICK) if ticked else _one_line(cell)
                if (is_ticked(cell.text) or not ticked) and found not in draft.parts.get(
                    "period", ()
                ):
                    draft.add_period(found)
            elif role != "topic":
                draft.add(field_of(role), mend(cell, self.series.wrapping), goes_on=self.at_break)


def _names_section(title: str) -> bool:
    """True for the words with which groups of measures begin, and for indicators."""
    return bool(words("content", "section").search(arabic(title)) or match_indicator(title))


def _without_rest(roles: Roles, row: Sequence[Cell]) -> Sequence[Cell]:
    """A row whose cell of units goes on with a name that the end of a page cut, without it."""
    return [
        replace(
            cell,
            text=without_rest_of_name(cell.text),
            printed=without_rest_of_name(cell.printed),
        )
        if role in ("responsible", FRAME)
        else cell
        for role, cell in zip(roles, row, strict=True)
    ]


def _printed(roles: Roles, row: Sequence[Cell]) -> str:
    """A row as printed, cell by cell, but for persons."""
    cells = []
    for role, cell in zip(roles, row, strict=True):
        text = " ".join(cell.printed.split())
        if text:
            owner = role in ("responsible", FRAME)
            owners = without_names_between(names_removed(text)) if owner else ""
            cells.append(owners if owner else without_persons(text))
    return " | ".join(cells)


def _one_line(cell: Cell) -> str:
    """The text of a cell on one line; between lines of a page a space only where one belongs."""
    if cell.box is None:
        return " ".join(cell.text.split())
    return joined([" ".join(line.split()) for line in cell.text.split("\n")])


def _place(cell: Cell, table: int) -> Place:
    return Place(
        cell.page, cell.line, cell.box, cell.method, cell.confidence, table, cell.row, cell.column
    )
