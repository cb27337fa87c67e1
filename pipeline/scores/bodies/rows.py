"""The bodies that the rows of a list are of: a name, its kind in a column of its own beside it, and
a name that holds for several rows, one for each year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parsers.model import Cell, Table
from pipeline.facts import Score
from pipeline.scores.bodies.named_bodies import body_column, body_of, heads_place
from pipeline.scores.bodies.year_groups import year_groups
from pipeline.scores.found import read_rating
from pipeline.scores.tables.cells import is_nothing, one_line
from pipeline.scores.tables.grid import Grid, is_value, section_kind
from pipeline.wording import cues

_HEADS_NAME = re.compile(r"ชื่อ|ตำบล|(?<![a-z])name(?![a-z])", re.IGNORECASE)
"""What a column of bare names is headed with beside one of their kinds."""
_PLACE = re.compile(r"(?:อำเภอ|จังหวัด|อ\.|จ\.)")
_TAMBON = re.compile(r"^(?:ตำบล|ต\.)\s*(?=[ก-ฮเ-ไ])")
_DOUBT = 0.5
"""Confidence of a score of a body that lost its name; under the auditor's limit."""
_LIST_NUMBER = re.compile(r"^\s*[\d๐-๙]{1,3}(?:[.)]\s*|\s+)")
_DISTRICT = re.compile(r"(?:อำเภอ|อ\.)\s*[ก-ฮเ-ไ][ก-๎]*")
_ANOTHER_KIND = re.compile(r"อ\s?บ\s?[ตจ]|ท\s?[ตมน]\s?\.|เทศบาล|องค์การบริหารส่วน|เมืองพัทยา")
"""What a name of a local body begins with that says its kind itself."""


@dataclass(frozen=True, slots=True)
class RowBodies:
    """Whose each row is, by its index."""

    column: int | None
    """The column of names; None where the table has none."""
    names: Mapping[int, str | None] = field(default_factory=dict)
    """The body as printed, with its kind; None for a row of no body."""
    held: Mapping[int, int] = field(default_factory=dict)
    """Rows without a name of their own, each with the row whose name holds for it."""

    def of(self, index: int) -> str | None:
        """The body of a row: empty for the document's own, None for a sum, mean or stray row."""
        return "" if self.column is None else self.names.get(index)

    @property
    def own(self) -> Mapping[int, str | None]:
        """The names of the rows that print one themselves."""
        return {index: name for index, name in self.names.items() if index not in self.held}

    def row_of(self, index: int) -> int:
        """The row that prints the name of the body of a row."""
        return self.held.get(index, index)


def row_bodies(grid: Grid, first: int, items: Container[int], caption: str = "") -> RowBodies:
    """The bodies of the rows from ``first`` on, whose columns of ``items`` hold values; the last
    line of the ``caption`` may be the kind of all of them."""
    column = body_column(grid, first, items)
    kinds = kind_column(grid, first, items)
    if kinds is not None and column in (None, kinds):
        named = name_column(grid, first, items, kinds)
        column = column if named == kinds else named
    if column is None:
        return RowBodies(None)
    table = grid.table
    held, joined = _held(grid, first, column)
    told = kind_words(table, first, kinds) if kinds not in (None, column) else {}
    told = told or _section_kinds(table, first, column) or _headed(table, first, column, caption)
    names: dict[int, str | None] = {}
    for index in range(first, len(table.rows)):
        at = held.get(index, index)
        name = _printed(grid, at, column)
        if at in joined:
            name = None if cues("table", "summary").match(joined[at]) else joined[at]
        name = _below_section(grid, index, column, name) or name
        names[index] = with_kind(name, told.get(at, "")) if name else name
    return RowBodies(column, names, held)


def _printed(grid: Grid, index: int, column: int) -> str | None:
    cells = grid.table.rows[index]
    beside = column + 1
    if beside < len(cells) and is_kind(cells[column].text) and heads_place(grid.columns[beside]):
        return one_line(cells[column].text)
    return body_of(cells, column)


def _below_section(grid: Grid, index: int, column: int, name: str | None) -> str:
    """The body whose name stands alone in the next row, where this row's numbers came to stand
    beside the place that heads the section; with that place. Empty for any other row."""
    below = index + 1
    if name is None or below >= len(grid.table.rows) or not _DISTRICT.fullmatch(name):
        return ""
    values = [is_value(cell.text) for cell in grid.table.rows[index][column + 1 :]]
    others = [cell for cell in grid.table.rows[below][column + 1 :] if not is_nothing(cell.text)]
    body = _LIST_NUMBER.sub("", one_line(grid.table.rows[below][column].text))
    if not any(values) or others or not _ANOTHER_KIND.match(body):
        return ""
    return f"{body} {name}"


def with_body(score: Score, body: str) -> Score:
    """A score with its body. A kind without a name is none: the rest of the name is lost, and no
    number is surely its."""
    if not is_kind(body):
        return replace(score, body=body)
    doubted = replace(score.place, confidence=min(_DOUBT, score.place.confidence))
    return replace(score, body=body, place=doubted)


def kind_column(grid: Grid, first: int, items: Container[int]) -> int | None:
    """The column that says of each row only what kind of body it is: ``อบต.``, ``เทศบาลตำบล``. Rows
    of nothing else head sections."""
    rows = [row for row in grid.table.rows[first:] if not _is_lone(row)]
    for column in range(grid.table.width):
        if column in items:
            continue
        cells = [row[column].text for row in rows]
        named = [text for text in cells if re.search("[ก-ฮ]", text)]
        if named and sum(map(is_kind, named)) * 2 > len(named):
            return column
    return None


def _is_lone(row: Sequence[Cell]) -> bool:
    return sum(1 for cell in row if not is_nothing(cell.text)) == 1


def name_column(grid: Grid, first: int, items: Container[int], kinds: int) -> int:
    """The column of bare names beside one of their kinds: as headed, else the next one of words;
    ``kinds`` itself where there is none."""
    rows = grid.table.rows[first:]
    words = [
        column
        for column in grid.columns
        if column.index != kinds
        and column.index not in items
        and not heads_place(column)
        and column.role not in ("rating", "mark", "pass", "fail", "year")
        and _are_names([row[column.index].text for row in rows if is_kind(row[kinds].text)])
    ]
    headed = [
        one.index
        for one in words
        if cues("column", "body").search(one.header) or _HEADS_NAME.search(one.header)
    ]
    behind = [one.index for one in words if one.index == kinds + 1]
    before = [one.index for one in words if one.index == kinds - 1]
    return (*headed, *behind, *before, kinds)[0]


def _are_names(cells: list[str]) -> bool:
    named = [
        text for text in cells if re.search("[ก-ฮ]", text) and not (is_value(text) or is_kind(text))
    ]
    rated = sum(1 for text in named if read_rating(text))
    return len(named) * 2 > len(cells) and not rated and not all(map(_PLACE.match, named))


def kind_words(table: Table, first: int, column: int | None) -> dict[int, str]:
    """The word for its kind that holds for each row: printed in it, merged over it, or heading a
    group of rows in a list that says each kind once."""
    if column is None:
        return {}
    told = {
        index: one_line(table.rows[index][column].text)
        for index in range(first, len(table.rows))
        if is_kind(table.rows[index][column].text)
    }
    for above in tuple(told):
        reach = above + table.rows[above][column].row_span
        told |= {index: told[above] for index in range(above + 1, reach) if index not in told}
    once = Counter(told.values())
    if len(once) < 2 or max(once.values()) > 1 or min(told) != first:
        return told
    current = ""
    for index in range(first, len(table.rows)):
        empty = is_nothing(table.rows[index][column].text)
        current = told.setdefault(index, current) if empty else told.get(index, "")
    return told


def _section_kinds(table: Table, first: int, column: int) -> dict[int, str]:
    """The kind of the bodies in each row, as the rows above them say it that hold nothing else."""
    told: dict[int, str] = {}
    current = ""
    for index in range(1, len(table.rows)):
        filled = [cell for cell in table.rows[index] if not is_nothing(cell.text)]
        if len(filled) == 1:
            heads = filled[0].column != column or filled[0].column_span > 1
            kind = section_kind(filled[0].text)
            if kind or (heads and not _PLACE.match(filled[0].text)):
                current = kind
        elif current and index >= first:
            told[index] = current
    return told


def _headed(table: Table, first: int, column: int, caption: str) -> dict[int, str]:
    """The kind that the line above a table says of all its rows, where these name tambons."""
    kind = section_kind(caption.rpartition("\n")[2])
    if not kind:
        return {}
    from pipeline.agency.known.gazetteer import gazetteer

    rows = range(first, len(table.rows))
    names = {index: one_line(table.rows[index][column].text) for index in rows}
    named = [name for name in names.values() if re.search("[ก-ฮ]", name)]
    known = [name for name in named if gazetteer().tambons.called(name)]
    return dict.fromkeys(names, kind) if len(known) * 2 > len(named) else {}


def is_kind(text: str) -> bool:
    """Whether a cell holds a word for a kind of body, and no name."""
    from pipeline.agency.naming.typewords import forms

    word = "".join(re.sub(r"\(.*\)\s*$", "", text).split())
    body_type = forms()[1].get(word) if word else None
    return (body_type is not None and body_type.names != "none") or word in _STEMS | _DOTTED


_STEMS = frozenset(("เทศบาล", "องค์การบริหารส่วน"))
"""Words that are a kind only with what a name begins with: ``ตำบล``, ``เมือง``."""
_DOTTED = frozenset(("ทต", "ทม", "ทน"))
"""Short forms that stand without their dot only in a column of their own."""


def with_kind(name: str, kind: str) -> str:
    """A bare name with the word for its kind before it; a name that says a kind itself, or is a
    place's, as it is."""
    from pipeline.agency.known.kinds import LOCAL
    from pipeline.agency.naming.typewords import forms

    word = "".join(re.sub(r"\(.*\)\s*$", "", kind).split())
    bare = _LIST_NUMBER.sub("", name)
    if not word or not bare or _ANOTHER_KIND.match(bare) or bare.startswith(word):
        return name
    name = bare
    body_type = forms()[1].get(word)
    local = word in _STEMS | _DOTTED or (
        body_type is not None and body_type.names in (*LOCAL, "province")
    )
    if local and not _PLACE.match(name):
        name = name if word in _STEMS else re.sub(_TAMBON, "", name, count=1)
        return f"{word}{'.' if word in _DOTTED else ''}{name}"
    return name if local or _says_kind(name) else f"{word}{name}"


def _says_kind(name: str) -> bool:
    from pipeline.agency import mentions

    return any(one.start == 0 for one in mentions(name, in_prose=False))


def _held(grid: Grid, first: int, column: int) -> tuple[dict[int, int], dict[int, str]]:
    """Rows that a name of another row holds for, with that row, and names whose pieces stand
    beside several years, by their first row."""
    table = grid.table
    if any(row[column].row_span > 1 for row in table.rows[first:]):
        return dict(_merged(table, first, column)), {}
    groups = year_groups(grid, first, column)
    held = {index: group.rows[0] for group in groups for index in group.rows[1:]}
    return held, {group.rows[0]: group.name for group in groups}


def _merged(table: Table, first: int, column: int) -> Iterator[tuple[int, int]]:
    for above in range(first, len(table.rows)):
        cell = table.rows[above][column]
        for index in range(above + 1, min(above + cell.row_span, len(table.rows))):
            if is_nothing(table.rows[index][column].text):
                yield index, above
