"""Walk a document once and read every table and passage with the reader that fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from parsers.model import Document, Line, Table
from pipeline.facts import Item
from pipeline.labels import match
from pipeline.scores.bodies.crosstab import (
    fills_crosstab,
    item_row,
    read_body_columns,
    read_crosstab,
)
from pipeline.scores.bodies.heads import body_columns
from pipeline.scores.bodies.long_lists import long_list, read_long_list
from pipeline.scores.bodies.of_many import contradicts, is_of_many, texts, without_own
from pipeline.scores.bodies.place_sections import in_place, place_above
from pipeline.scores.bodies.totals import lists_bodies, total_rows
from pipeline.scores.found import Context, Found
from pipeline.scores.near_years import year_above
from pipeline.scores.parts.halves import half_of
from pipeline.scores.parts.lined_cells import with_rows_apart
from pipeline.scores.parts.page_ends import going_on, with_whole_numbers, without_page_numbers
from pipeline.scores.parts.pages import rejoined, with_headings
from pipeline.scores.parts.sections import sections, unfolded
from pipeline.scores.parts.side_by_side import side_by_side
from pipeline.scores.parts.stacked import lifted, stacked
from pipeline.scores.parts.values_above import labels_first
from pipeline.scores.prose.body_lists import Entry, body_lists
from pipeline.scores.prose.columns import is_bare
from pipeline.scores.prose.in_cells import told_in_cells
from pipeline.scores.prose.passage import of_lines
from pipeline.scores.prose.sentences import read_passage
from pipeline.scores.relative_years import are_parted, with_relative_years, year_below
from pipeline.scores.tables.captions import with_whole_captions
from pipeline.scores.tables.cards import read_cards
from pipeline.scores.tables.grid import (
    Grid,
    header_depth,
    label_columns,
    label_matches,
    read_columns,
)
from pipeline.scores.tables.head_beside import with_heads_over_values
from pipeline.scores.tables.items import read_table
from pipeline.scores.tables.means import indicator_named
from pipeline.scores.tables.numbered_rows import with_numbered_rows
from pipeline.scores.tables.points import as_points
from pipeline.scores.tables.segments import TOTAL
from pipeline.scores.tables.shared_names import settled
from pipeline.scores.tables.subtotals import without_weights

_OF_PLACE = re.compile(
    r"\s*(?:[\d๐-๙]{1,2}[.)]?\s*)?(?:อำเภอ|จังหวัด|อ\.|จ\.|กลุ่ม|เขต|ประเภท).{0,50}$"
)
"""A line that says of which place or kind a list is."""
CAPTION_LINES = 4
"""How many lines before a table may be its caption; the first table may have a longer title."""
MOST_LINES = 2_000
"""Lines of one passage; a passage without a gap that goes on is a list without end."""
TITLE_LINES = 8


def find_scores(document: Document, year: int | None) -> Found:
    """Every score fact of a document; ``year`` is that of scores which name none themselves."""
    walker = _Walker(year)
    return settled(Found.join(walker.walk(unfolded(document))))


@dataclass(slots=True)
class _Walker:
    """Keeps what the blocks before have said: the lines just read and the last header."""

    year: int | None
    last: Grid | None = None
    ordinal: int = 0
    heading: str = ""
    """The lines that headed the last table of scores, if it ends among questions …"""
    asked: str = ""
    """… and the letter of these."""
    headed: int = 0
    """How many lines stand above the last table."""
    own: dict[tuple[int | None, Item], Decimal] = field(default_factory=dict)
    """What tables have said of the document's own body."""
    place: dict[str, str] = field(default_factory=dict)
    """The place that heads the last table."""
    parted: bool = False
    """True where headings without a number part this year from the one before."""
    of_many: bool = False
    """True below a heading by which the last table of scores is of the mean of many bodies."""
    captions: tuple[str, ...] = ()
    """What stands above the last table of scores, or the first of the lists that it is one of."""

    def walk(self, document: Document) -> Iterator[Found]:
        lines: list[Line] = []
        recent: list[Line] = []
        bodies = sections(document)
        self.parted = are_parted([line.text for page in document.pages for line in page.lines])
        blocks = with_whole_numbers(without_page_numbers(tuple(document.blocks)))
        blocks = rejoined(with_headings(blocks))
        over = going_on(blocks)
        listed = body_lists(blocks)
        for position, block in enumerate(blocks):
            if isinstance(block, Line) and not block.text:
                continue
            full = len(lines) >= MOST_LINES
            goes_on = bool(lines) and _goes_on_with(
                lines[-1], block, position in over, position in listed
            )
            if lines and (full or not goes_on):
                yield self._read_lines(lines, recent)
                lines = []
            if isinstance(block, Table):
                below = _text_below(blocks, position)
                for found in self._read_block(block, below, half_of(recent, blocks, position)):
                    yield _of_body(found, bodies.get(position, ""))
            elif position in listed:
                yield from self._listed(listed[position], recent)
            else:
                lines.append(block)
                recent.append(block)
        if lines:
            yield self._read_lines(lines, recent)

    def _listed(self, entry: Entry | None, recent: Sequence[Line]) -> Iterator[Found]:
        if entry is not None:
            yield Found((entry.score(year_above(recent, self.year)),))

    def _read_block(self, table: Table, below: str, recent: Sequence[Line]) -> Iterator[Found]:
        """What the tables say that stand in one grid, below each other and side by side."""
        dated = with_relative_years(
            with_heads_over_values(with_rows_apart(table)), recent, self.year
        )
        turned = labels_first(dated, below)
        for part in stacked(turned) if turned.rows else ():
            for piece in side_by_side(part, year_above(recent, self.year)):
                found = self._read_table(piece, recent, recent[self.headed :])
                self.headed = len(recent)
                yield found

    def _read_lines(self, lines: Sequence[Line], recent: Sequence[Line]) -> Found:
        before = recent[: len(recent) - len(lines)]
        topic = any(match(line.text).item not in (None, TOTAL) for line in before[-2:])
        caption = "\n".join(line.text for line in before[-CAPTION_LINES:])
        return read_passage(
            of_lines(lines), Context(year_above(before, self.year), caption, topic=topic)
        )

    def _read_table(self, table: Table, recent: Sequence[Line], since: Sequence[Line]) -> Found:
        above, table = lifted(table)
        said = list(filter(None, [above]))
        titled = not self.headed and len(recent) <= TITLE_LINES
        near = recent if titled else recent[-CAPTION_LINES:]
        captions = [*(line.text for line in near), *said]
        grid = self._grid(table)
        heading = "\n".join([*(line.text for line in since[-CAPTION_LINES:]), *said])
        over = self.captions if self._is_next(grid, since) else ()
        captions = [*over, *captions]
        asked = ""
        if grid.continued and indicator_named(heading) is None:
            heading, asked = self.heading, self.asked
        context = Context(self._year(recent), "\n".join(captions), heading=heading, asked=asked)
        self.ordinal += 1
        found = _read_grid(grid, context)
        found = replace(found, scores=as_points(without_weights(found.scores)))
        if not grid.continued or since:
            again = contradicts(found, self.own)
            self.of_many = is_of_many(texts(since, said), grid, again=again)
        found = without_own(found) if self.of_many else found
        if since or said:
            self.place = place_above(texts(since, said)) or {}
        found = in_place(found, self.place)
        self.own |= {(s.fiscal_year, s.item): s.value for s in found.scores if not s.body}
        if found.scores:
            end = found.scores[-1].item
            is_open = end.item_type == "question"
            self.last, self.captions = grid, over or tuple(captions)
            self.heading, self.asked = (heading, end.code[0]) if is_open else ("", "")
        return Found.join([found, *told_in_cells(grid, found, context)])

    def _is_next(self, grid: Grid, since: Sequence[Line]) -> bool:
        """True for the list of the next place: the last table's header below nothing but that."""
        header = _header(grid)
        again = self.last is not None and bool(header) and header == _header(self.last)
        return again and all(_OF_PLACE.match(line.text) for line in since)

    def _year(self, recent: Sequence[Line]) -> int | None:
        year = year_above(recent, self.year)
        return year_below(recent, year) if self.parted else year

    def _grid(self, table: Table) -> Grid:
        matches = with_numbered_rows(table, label_matches(table), self.year)
        depth = header_depth(table, matches)
        table = with_whole_captions(table, depth)
        columns = read_columns(table, depth, set(label_columns(matches, depth)))
        grid = Grid(table, self.ordinal, depth, matches, columns)
        return self._continued(grid)

    def _continued(self, grid: Grid) -> Grid:
        """A table of the width of the last one goes on with it: without a header, with its
        columns; with the same header, on the next page."""
        last = self.last
        if last is None or grid.table.width != last.table.width:
            return grid
        if not 0 <= grid.table.page - last.table.page <= 1:
            return grid
        if not grid.header_rows:
            header = item_row(last)
            if header is not None:
                return (
                    _below(grid, last)
                    if fills_crosstab(last, header, grid.table, self.year)
                    else grid
                )
            return replace(grid, columns=last.columns, continued=True)
        again = grid.table.page > last.table.page and _header(grid) == _header(last)
        return replace(grid, continued=again)


def _below(grid: Grid, last: Grid) -> Grid:
    """Rows that go on with a table of items in columns, under the header of that table."""
    head = last.header_rows
    table = replace(grid.table, rows=(*last.table.rows[:head], *grid.table.rows))
    matches = (*last.matches[:head], *grid.matches)
    return replace(
        grid, table=table, header_rows=head, matches=matches, columns=last.columns, continued=True
    )


def _text_below(blocks: Sequence[Line | Table], position: int) -> str:
    """The line right below a table; empty for none."""
    for block in blocks[position + 1 : position + 2]:
        if isinstance(block, Line):
            return block.text
    return ""


def _of_body(found: Found, body: str) -> Found:
    """What a table says, of the body in whose section it stands where it names none itself."""
    if not body:
        return found
    scores = tuple(score if score.body else replace(score, body=body) for score in found.scores)
    claims = tuple(claim if claim.body else replace(claim, body=body) for claim in found.claims)
    return replace(found, scores=scores, claims=claims)


def _header(grid: Grid) -> tuple[str, ...]:
    return tuple(
        "".join(cell.text.split()) for row in grid.table.rows[: grid.header_rows] for cell in row
    )


def _goes_on_with(before: Line, block: Line | Table, over: bool, listed: bool) -> bool:
    """True for a line that goes on with a passage, and has not its say in a list of bodies."""
    return isinstance(block, Line) and not listed and (over or _continues(before, block))


def _continues(before: Line, line: Line) -> bool:
    """True for the next line of a passage: no page break and no blank line between, or one
    blank line inside a column of bare labels and bare numbers."""
    if line.page != before.page or line.number < before.number:
        return False
    gap = line.number - before.number
    return gap <= 1 or (gap == 2 and is_bare(before.text) and is_bare(line.text))


def _read_grid(grid: Grid, context: Context) -> Found:
    if cards := read_cards(grid, context):
        return cards
    header = item_row(grid)
    if header is not None:
        return read_crosstab(grid, header, context)
    owners = long_list(grid)
    if owners is not None:
        return read_long_list(grid, owners, context)
    bodies = body_columns(grid)
    if bodies:
        return read_body_columns(grid, bodies, context)
    if lists_bodies(grid):
        return total_rows(grid, context)
    return read_table(grid, context) or total_rows(grid, context)
