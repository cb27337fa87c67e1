"""Lists of bodies that stand beside each other in one grid: ``ที่ | ชื่อ | คะแนน | ที่ | ชื่อ | คะแนน``.

Each number there is of the body to its left; what stands left of all of them is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.scores.bodies.named_bodies import heads_place
from pipeline.scores.bodies.rows import is_kind
from pipeline.scores.tables.cells import one_line
from pipeline.scores.tables.grid import Column, Grid, is_value

_BODY = re.compile(r"อ\s?บ\s?[ตจ]|ท\s?[ตมน]\s?\.|เทศบาล|องค์การบริหารส่วน|เมืองพัทยา")
"""What the name of a listed body begins with."""
_DECIMAL = re.compile(r"[\d๐-๙]\s?\.\s?[\d๐-๙]")
_LEAST = 2
"""Names of a list, and lists, at least."""


@dataclass(frozen=True, slots=True)
class TwinList:
    """One of the lists in a grid."""

    names: int
    """Its column of names."""
    start: int
    stop: int
    """Its columns, as far as they are surely its: from the one to before the other."""
    whole: bool
    """They are all of them: the lists have the same columns, one like the other."""

    def holds(self, column: int) -> bool:
        """Whether a column is of this list."""
        return self.start <= column < self.stop


def twin_lists(grid: Grid, first: int, body: int | None) -> tuple[TwinList, ...]:
    """The lists beside each other in the rows from ``first`` on, one of which has its names in
    column ``body``; none for a table of one list."""
    if body is None:
        return ()
    head = _header(grid.columns[body])
    names = [
        column.index
        for column in grid.columns
        if column.index == body
        or _lists_bodies(grid, first, column.index)
        or (head and _header(column) == head and _has_words(grid, first, column.index))
    ]
    ends = [*names[1:], grid.table.width]
    scored = [
        [at for at in range(name + 1, end) if _decimals(grid, first, at)]
        for name, end in zip(names, ends, strict=True)
    ]
    if len(names) < _LEAST or not all(scored):
        return ()
    width = names[1] - names[0]
    if _repeats(grid, names, width):
        return tuple(
            TwinList(name, at * width, (at + 1) * width, whole=True)
            for at, name in enumerate(names)
        )
    return tuple(
        TwinList(name, name, own[-1] + 1, whole=False)
        for name, own in zip(names, scored, strict=True)
    )


def _repeats(grid: Grid, names: Sequence[int], width: int) -> bool:
    """Whether the lists are of as many columns, of the same kinds, and a rating is none before a
    name."""
    if grid.table.width != len(names) * width or names[0] >= width:
        return False
    if any(after - before != width for before, after in pairwise(names)):
        return False
    alike = all(
        heads_place(column) == heads_place(grid.columns[column.index % width])
        and (column.role == "year") == (grid.columns[column.index % width].role == "year")
        for column in grid.columns
    )
    rated = (column for column in grid.columns if column.role in ("rating", "mark"))
    return alike and all(column.index % width > names[0] for column in rated)


def with_twins(
    grid: Grid, first: int, lists: Sequence[TwinList], scored: Sequence[Column]
) -> tuple[Column, ...]:
    """The columns of scores, with those whose header came to stand together with the next one's:
    where the list beside it has its scores, under the same word."""
    found = {column.index: column for column in scored}
    for one, other in (*pairwise(lists), *((b, a) for a, b in pairwise(lists))):
        for column in scored:
            at = column.index - other.names + one.names
            if not (other.holds(column.index) and one.holds(at)) or at in found:
                continue
            words = grid.columns[at].header.split()
            if column.header in words and _decimals(grid, first, at):
                found[at] = replace(column, index=at)
    return tuple(found[at] for at in sorted(found))


def beyond(lists: Sequence[TwinList], body: int | None, columns: Iterable[int]) -> frozenset[int]:
    """Which of the columns are not of the list whose names stand in column ``body``."""
    own = next((one for one in lists if one.names == body), None)
    return frozenset(at for at in columns if own is not None and not own.holds(at))


def _header(column: Column) -> str:
    return "".join(column.header.split())


def _words(grid: Grid, first: int, column: int) -> list[str]:
    texts = [one_line(row[column].text) for row in grid.table.rows[first:]]
    return [text for text in texts if re.search("[ก-ฮ]", text) and not is_value(text)]


def _has_words(grid: Grid, first: int, column: int) -> bool:
    return len(set(_words(grid, first, column))) >= _LEAST


def _lists_bodies(grid: Grid, first: int, column: int) -> bool:
    """Whether most words of a column are names of bodies, each another one."""
    words = _words(grid, first, column)
    named = {text for text in words if _BODY.match(text) and not is_kind(text)}
    return len(named) >= _LEAST and len(named) * 2 > len(words)


def _decimals(grid: Grid, first: int, column: int) -> bool:
    """Whether a column of the rows with text there holds numbers with decimals, mostly."""
    texts = [row[column].text for row in grid.table.rows[first:] if row[column].text.strip()]
    numbers = [text for text in texts if is_value(text) and _DECIMAL.search(text)]
    return bool(numbers) and len(numbers) * 2 > len(texts)
