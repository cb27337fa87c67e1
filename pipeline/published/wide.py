"""Tables of one row an agency-year, or an agency with its years side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.audit.whole import CODES
from pipeline.facts import Claim, Score
from pipeline.published.entries import PLACE, Entries, Labels, no_texts
from pipeline.published.layout import Column
from pipeline.published.numbers import NUMBER, WORDS
from pipeline.published.people import Who, who
from pipeline.published.sheet_reader import SheetReader

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


def _values(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.role == "value" and column.item]


class Wide(SheetReader):
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
                self.complain(column, [int(row) for row in rows])
        parts = [self._view(year, columns, numbered, kind, people, ratings) for year in years]
        kept = [part for part in parts if len(part[0])]
        at = np.concatenate([part[0] for part in kept]) if kept else np.zeros(0, dtype=np.int64)
        year_of = np.concatenate([part[1] for part in kept]) if kept else np.zeros(0, np.int32)
        texts = np.concatenate([part[2] for part in kept]) if kept else no_texts(0)
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
        texts = no_texts(height)
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
