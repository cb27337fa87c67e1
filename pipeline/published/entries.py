"""Rows of tables as agency-years: who, when, and the number of each score's text.

An `Entries` holds as many agency-years as its table states, as parallel arrays with one
place a score code. What the arrays cannot say (a value twice, full marks, targets, questions)
is marked ``odd``; the scores of any agency-year can be had from its rows again, as the
readers of reports give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from parsers.model import Method
from parsers.sheets import Sheet
from parsers.texts import Texts
from pipeline.audit.screen import CODES
from pipeline.facts import Claim, Item, Place, Score
from pipeline.published.crossed import Across, across
from pipeline.published.headers import Column, Layout
from pipeline.published.items import item_of
from pipeline.published.notice import Notice
from pipeline.published.numbers import NUMBER, WORDS, Numbers
from pipeline.published.people import Who, who

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]

PLACE = {code: place for place, code in enumerate(CODES)}


@dataclass(frozen=True, slots=True)
class Labels:
    """The printed labels of one row's values, and how surely they were understood."""

    names: tuple[str, ...]
    confidences: tuple[float, ...]


@dataclass(slots=True)
class Entries:
    """The agency-years of one sheet."""

    page: int
    table: int
    who: Who
    body: Ints
    """Number of the body in ``who.named``."""
    year: Ints
    """0 where none is told."""
    texts: Ints
    """[agency-year, code]: number of the cell's text; -1 without one."""
    lines: Ints
    """[agency-year, code]: row of the spreadsheet."""
    labels: Ints
    """Number of the row's `Labels`."""
    rating: Ints
    """Number of the rating's text in ``ratings``; -1 without one."""
    odd: Flags
    ratings: list[str]
    known_labels: list[Labels]
    scores_of: Callable[[int], Iterator[Score]]
    """Every score of an agency-year, in reading order."""
    claims_of: Callable[[int], Iterator[Claim]]
    notices: list[Notice] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.body)


def read_entries(sheet: Sheet, layout: Layout, numbers: Numbers, page: int, table: int) -> Entries:
    """The agency-years of a sheet whose columns are known."""
    reader = _Long if layout.is_long else _Wide
    return reader(sheet, layout, numbers, page, table).entries()


@dataclass(slots=True)
class _Cells:
    """What both forms of table share."""

    sheet: Sheet
    layout: Layout
    numbers: Numbers
    page: int
    table: int
    notices: list[Notice] = field(default_factory=list)
    _below: dict[int, Texts] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.layout.first

    def column(self, column: Column) -> Texts:
        """A column below the header."""
        found = self._below.get(column.index)
        if found is None:
            found = self._below[column.index] = self.sheet.columns[column.index].below(self.first)
        return found

    def numbered(self, column: Column) -> npt.NDArray[np.int64]:
        """Text numbers of a column's cells."""
        import numpy as np

        cells = self.column(column)
        return np.array(self.numbers.many(cells.distinct), dtype=np.int64)[cells.codes]

    def ratings(self) -> tuple[Ints, list[str]]:
        import numpy as np

        column = self.layout.one("rating")
        if column is None:
            return np.full(self.sheet.height - self.first, -1, dtype=np.int32), []
        cells = self.column(column)
        texts = [_rating(text) for text in cells.distinct]
        known = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        back = np.array([known[text] if text else -1 for text in texts], dtype=np.int32)
        return back[cells.codes], list(known)

    def row_of(self, index: int) -> int:
        """A row as the spreadsheet numbers it."""
        return self.first + index + 1

    def place(self, index: int, column: Column) -> Place:
        row = self.first + index
        return Place(
            self.page, row + 1, None, Method.TEXT, column.confidence, self.table, row, column.index,
            in_sheet=True,
        )  # fmt: skip

    def complain(self, column: Column, rows: Sequence[int], kinds: str) -> None:
        """Cells with words where a number should be."""
        from pipeline.published.notice import rows_en, rows_th

        shown = " ".join(self.column(column)[rows[0]].split())
        numbers = [self.row_of(row) for row in rows]
        self.notices.append(
            Notice(
                f"Column {column.letter} «{column.header}», {rows_en(numbers)}: «{shown}» is no"
                f" {kinds}; such cells are passed over. Write a number, or leave them blank.",
                f"คอลัมน์ {column.letter} «{column.header}» {rows_th(numbers)}: «{shown}» "
                "ไม่ใช่ตัวเลข จึงข้ามเซลล์เหล่านี้ กรุณาใส่ตัวเลขหรือเว้นว่าง",
            )
        )


def _rating(text: str) -> str:
    from pipeline.scores.cells import is_nothing
    from pipeline.scores.found import read_rating

    folded = " ".join(text.split())
    if is_nothing(folded):
        return ""
    level = read_rating(folded)
    return folded if not level or (level != folded and _at_odds(folded)) else level


def _at_odds(text: str) -> bool:
    """A pass flag beside a level of the other kind, ``B (ผ่าน)``: nothing of it is dropped."""
    from pipeline.audit.rules.ratings import read_rating as levels
    from pipeline.scheme import schemes

    for scheme in schemes():
        level, mark = levels(scheme.rating, text)
        band = next((one for one in scheme.rating.bands if one.name == level), None)
        if not mark or level in scheme.rating.pass_words or scheme.target is None:
            continue
        if band is not None and band.total_from is not None:
            return (mark == "pass") != (band.total_from >= scheme.target.value)
    return False


def _values(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.role == "value" and column.item]


class _Wide(_Cells):
    """One row an agency-year; with years in the header, one row an agency."""

    def entries(self) -> Entries:
        import numpy as np

        columns = _values(self.layout.columns)
        people = who(self, columns)
        years = sorted({column.year for column in columns}, key=lambda year: year or 0)
        ratings, known_ratings = self.ratings()
        kinds = self.numbers.arrays  # read after all columns are
        numbered = {column.index: self.numbered(column) for column in columns}
        _, _, kind = kinds()
        for column in columns:
            rows = np.flatnonzero((kind[numbered[column.index]] == WORDS) & people.counted)
            if len(rows):
                self.complain(column, [int(row) for row in rows], "number")
        parts = [self._view(year, columns, numbered, kind, people, ratings) for year in years]
        kept = [part for part in parts if len(part[0])]
        at = np.concatenate([part[0] for part in kept]) if kept else np.zeros(0, dtype=np.int64)
        year_of = np.concatenate([part[1] for part in kept]) if kept else np.zeros(0, np.int32)
        texts = np.concatenate([part[2] for part in kept]) if kept else _none(0)
        rating = np.concatenate([part[3] for part in kept]) if kept else np.zeros(0, np.int32)
        odd = np.concatenate([part[4] for part in kept]) if kept else np.zeros(0, np.bool_)
        views = np.concatenate(
            [np.full(len(part[0]), number, dtype=np.int32) for number, part in enumerate(parts)]
        )
        lines = np.repeat((at + self.first + 1).astype(np.int32)[:, None], len(CODES), axis=1)
        labels = [self._labels([c for c in columns if c.year == year]) for year in years]
        by_view = [[c for c in columns if c.year == year] for year in years]

        def scores_of(index: int) -> Iterator[Score]:
            row, view = int(at[index]), int(views[index])
            year = int(year_of[index]) or None
            body = people.printed(int(people.body[row]))
            for column in by_view[view]:
                yield from self._score(row, column, body, year, rating[index], known_ratings)

        def claims_of(index: int) -> Iterator[Claim]:
            """A rating without a total beside it is a statement of its own."""
            row = int(at[index])
            total = any(c.item and c.item.code == "total" for c in by_view[int(views[index])])
            column = self.layout.one("rating")
            if rating[index] < 0 or column is None:
                return
            if total and texts[index, PLACE["total"]] >= 0:
                return
            body = people.printed(int(people.body[row]))
            text = known_ratings[rating[index]]
            year = int(year_of[index]) or None
            yield Claim(
                "rating", text, self.place(row, column), fiscal_year=year, text=text, body=body
            )

        return Entries(
            self.page, self.table, people, people.body[at], year_of, texts, lines, views, rating,
            odd, known_ratings, labels, scores_of, claims_of, [*people.notices, *self.notices],
        )  # fmt: skip

    def _view(
        self,
        year: int | None,
        columns: Sequence[Column],
        numbered: dict[int, npt.NDArray[np.int64]],
        kind: npt.NDArray[np.int64],
        people: Who,
        ratings: Ints,
    ) -> tuple[npt.NDArray[np.int64], Ints, Ints, Ints, Flags]:
        """The rows, years, texts, ratings and oddness of the columns under one year."""
        import numpy as np

        height = self.sheet.height - self.first
        texts = _none(height)
        odd = np.zeros(height, dtype=np.bool_)
        any_value = np.zeros(height, dtype=np.bool_)
        for column in columns:
            if column.year != year or column.item is None:
                continue
            has = kind[numbered[column.index]] == NUMBER
            any_value |= has
            place = PLACE.get(column.item.code)
            if place is None or column.out_of is not None:
                odd |= has
                continue
            texts[:, place] = np.where(has, numbered[column.index], -1)
        if self.layout.one("target") is not None:
            odd[:] = True
        own = people.year if year is None else np.full(height, year, dtype=np.int32)
        several = len({column.year for column in columns}) > 1
        rating = np.full(height, -1, dtype=np.int32) if several else ratings
        odd |= (rating >= 0) & (texts[:, PLACE["total"]] < 0)
        at = np.flatnonzero(any_value & people.counted)
        return at, own[at], texts[at], rating[at], odd[at]

    def _labels(self, columns: Sequence[Column]) -> Labels:
        names, sure = [""] * len(CODES), [1.0] * len(CODES)
        for column in columns:
            place = PLACE.get(column.item.code) if column.item else None
            if place is not None and column.out_of is None:
                names[place], sure[place] = column.header, column.confidence
        return Labels(tuple(names), tuple(sure))

    def _score(
        self,
        row: int,
        column: Column,
        body: str,
        year: int | None,
        rating: int,
        ratings: Sequence[str],
    ) -> Iterator[Score]:
        value = self.numbers.values[self.numbers.id_of(self.column(column)[row])]
        if value is None or column.item is None:
            return
        total = column.item.code == "total" and column.out_of is None
        target = self.layout.one("target")
        aim = self.numbers.values[self.numbers.id_of(self.column(target)[row])] if target else None
        yield Score(
            column.item,
            column.header,
            value.value,
            value.printed,
            self.place(row, column),
            year,
            body,
            out_of=column.out_of if column.out_of is not None else value.out_of,
            target=aim.value if aim and total else None,
            rating=ratings[rating] if total and rating >= 0 else "",
        )


class _Long(_Cells):
    """One row a score."""

    def entries(self) -> Entries:
        import numpy as np

        columns = [c for c in self.layout.columns if c.role == "score"]
        crossed = across(self, columns) if self.layout.is_crossed else None
        people = crossed.who if crossed else who(self, columns)
        items = self._items(people)
        ratings, known_ratings = self.ratings()
        numbered = {column.index: self.numbered(column) for column in columns}
        _, _, kind = self.numbers.arrays()
        for column in columns:
            words = (kind[numbered[column.index]] == WORDS) & people.counted & (items.code > -2)
            if len(rows := np.flatnonzero(words)):
                self.complain(column, [int(row) for row in rows], "number")
        parts = []
        if crossed:
            columns = [
                replace(column, year=year)
                for column, year in zip(columns, crossed.year, strict=True)
            ]
        for number, column in enumerate(columns):
            has = (kind[numbered[column.index]] == NUMBER) & people.counted & (items.code > -2)
            at = np.flatnonzero(has)
            year = people.year if column.year is None else np.full(len(has), column.year, np.int32)
            parts.append((at, year[at], np.full(len(at), number, dtype=np.int32)))
        at = np.concatenate([part[0] for part in parts])
        year = np.concatenate([part[1] for part in parts])
        which = np.concatenate([part[2] for part in parts])
        order = np.argsort(at, kind="stable")
        at, year, which = at[order], year[order], which[order]
        body = np.array(crossed.body, dtype=np.int32)[which] if crossed else people.body[at]
        rating = ratings[at]
        if crossed:
            known_ratings, rating = _across_ratings(crossed, which)
        pair = body.astype(np.int64) * 10_000 + year
        _, first, entry = np.unique(pair, return_index=True, return_inverse=True)
        cells = np.empty(len(at), dtype=np.int64)
        for number, column in enumerate(columns):
            mine = which == number
            cells[mine] = numbered[column.index][at[mine]]
        return self._pivot(
            people, items, rating, known_ratings, columns,
            at, which, cells, entry.ravel(), first, year, body,
        )  # fmt: skip

    def _pivot(
        self,
        people: Who,
        items: _Items,
        ratings: Ints,
        known_ratings: list[str],
        columns: Sequence[Column],
        at: npt.NDArray[np.int64],
        which: Ints,
        cells: npt.NDArray[np.int64],
        entry: npt.NDArray[np.int64],
        first: npt.NDArray[np.int64],
        year: Ints,
        body: Ints,
    ) -> Entries:
        import numpy as np

        count, width = len(first), len(CODES)
        code = items.code[at]
        texts = _none(count)
        lines = np.zeros((count, width), dtype=np.int32)
        label = np.full((count, width), -1, dtype=np.int32)
        odd = np.zeros(count, dtype=np.bool_)
        odd[entry[code < 0]] = True
        known = code >= 0
        slot = entry[known] * width + code[known]
        times = np.bincount(slot, minlength=count * width).reshape(count, width)
        odd |= (times > 1).any(axis=1)
        texts[entry[known], code[known]] = cells[known]
        lines[entry[known], code[known]] = at[known] + self.first + 1
        label[entry[known], code[known]] = items.label[at[known]]
        odd[entry[self._qualified()[at]]] = True
        rating = np.full(count, -1, dtype=np.int32)
        total = known & (code == PLACE["total"]) & (ratings >= 0)
        rating[entry[total]] = ratings[total]
        odd[entry[(ratings >= 0) & ~total]] = True
        labels, known_labels = self._labels(label, items)
        order = np.argsort(entry, kind="stable")
        bounds = np.searchsorted(entry[order], np.arange(count + 1))

        def scores_of(index: int) -> Iterator[Score]:
            for one in order[bounds[index] : bounds[index + 1]]:
                rated = int(ratings[one])
                yield from self._score(
                    int(at[one]), columns[int(which[one])], people.printed(int(body[one])), items,
                    known_ratings[rated] if rated >= 0 else "", int(year[one]) or None,
                )  # fmt: skip

        return Entries(
            self.page, self.table, people, body[first], year[first], texts, lines,
            labels, rating, odd, known_ratings, known_labels, scores_of, _no_claims,
            [*people.notices, *self.notices],
        )  # fmt: skip

    def _qualified(self) -> Flags:
        """Rows with full marks other than 100, or with a target."""
        import numpy as np

        found = np.zeros(self.sheet.height - self.first, dtype=np.bool_)
        for role, plain in (("out_of", ("", "100", "100.00")), ("target", ("",))):
            column = self.layout.one(role)  # type: ignore[arg-type]
            if column is not None:
                cells = self.column(column)
                other = [text not in plain for text in cells.distinct]
                found |= np.array(other, dtype=np.bool_)[cells.codes]
        return found

    def _items(self, people: Who) -> _Items:
        import numpy as np

        column = self.layout.one("item")
        assert column is not None
        cells = self.column(column)
        codes = cells.codes
        found = [item_of(text) for text in cells.distinct]
        unknown = np.array([one.item is None for one in found], dtype=np.bool_)
        rows = np.flatnonzero(unknown[codes] & people.counted)
        filled = [row for row in rows.tolist() if cells[row].strip()]
        if filled:
            self._complain_items(column, filled)
        place = [PLACE.get(one.item.code, -1) if one.item else -2 for one in found]
        named = self.layout.one("item_name")
        names = self.column(named) if named else cells
        return _Items(
            np.array(place, dtype=np.int32)[codes],
            names.codes.astype(np.int32),
            [" ".join(text.split()) for text in names.distinct],
            [one.item for one in found],
            codes,
            [one.confidence for one in found],
        )

    def _complain_items(self, column: Column, rows: Sequence[int]) -> None:
        from pipeline.published.notice import rows_en, rows_th

        shown = " ".join(self.column(column)[rows[0]].split())
        numbers = [self.row_of(row) for row in rows]
        self.notices.append(
            Notice(
                f"Column {column.letter} «{column.header}», {rows_en(numbers)}: «{shown}» names no"
                " indicator, instrument or total; these rows are passed over. Check the name.",
                f"คอลัมน์ {column.letter} «{column.header}» {rows_th(numbers)}: «{shown}» "
                "ไม่ใช่ตัวชี้วัด เครื่องมือ หรือคะแนนรวม จึงข้ามแถวเหล่านี้ กรุณาตรวจชื่อ",
            )
        )

    def _labels(self, label: Ints, items: _Items) -> tuple[Ints, list[Labels]]:
        """Distinct rows of labels; most agency-years of a table share one."""
        import numpy as np

        distinct, back = np.unique(label, axis=0, return_inverse=True)
        sure = items.confidence_of_label()
        known = [
            Labels(
                tuple(items.labels[one] if one >= 0 else "" for one in row),
                tuple(sure[one] if one >= 0 else 1.0 for one in row),
            )
            for row in distinct
        ]
        return back.ravel().astype(np.int32), known

    def _score(
        self,
        row: int,
        column: Column,
        body: str,
        items: _Items,
        rating: str,
        year: int | None,
    ) -> Iterator[Score]:
        value = self.numbers.values[self.numbers.id_of(self.column(column)[row])]
        item = items.items[items.codes[row]]
        if value is None or item is None:
            return
        full, target = (self._beside(row, role) for role in ("out_of", "target"))
        place = self.place(row, replace(column, confidence=items.confidences[items.codes[row]]))
        yield Score(
            item,
            items.labels[items.label[row]],
            value.value,
            value.printed,
            place,
            year,
            body,
            out_of=value.out_of if full is None or full == 100 else full,
            target=target,
            rating=rating,
        )

    def _beside(self, row: int, role: str):  # type: ignore[no-untyped-def]
        column = self.layout.one(role)  # type: ignore[arg-type]
        if column is None:
            return None
        value = self.numbers.values[self.numbers.id_of(self.column(column)[row])]
        return value.value if value else None


@dataclass(frozen=True, slots=True)
class _Items:
    """What each row of a long table is the score of."""

    code: Ints
    """Place in `CODES`; -1 for an item without one, -2 for no item."""
    label: npt.NDArray[np.int32]
    labels: list[str]
    items: list[Item | None]
    codes: npt.NDArray[np.intp]
    confidences: list[float]

    def confidence_of_label(self) -> dict[int, float]:
        return {
            int(label): self.confidences[int(code)]
            for label, code in dict(zip(self.label, self.codes, strict=True)).items()
        }


def _across_ratings(crossed: Across, which: Ints) -> tuple[list[str], Ints]:
    """The ratings of a crossed table, and the number of each value's. They are of the totals."""
    import numpy as np

    texts = [_rating(text) for text in crossed.rating]
    known = list(dict.fromkeys(text for text in texts if text))
    numbers = [known.index(text) if text else -1 for text in texts]
    return known, np.array(numbers, dtype=np.int32)[which]


def _no_claims(index: int) -> Iterator[Claim]:  # noqa: ARG001 - as of any table
    """A long table states nothing beside its scores."""
    return iter(())


def _none(count: int) -> Ints:
    import numpy as np

    return np.full((count, len(CODES)), -1, dtype=np.int32)
