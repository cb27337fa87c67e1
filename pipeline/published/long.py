"""Tables of one row a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.audit.whole import CODES
from pipeline.facts import Claim, Item, Score
from pipeline.published.crossed import Across, across
from pipeline.published.entries import PLACE, Entries, Labels, no_texts
from pipeline.published.items import item_of
from pipeline.published.layout import Column
from pipeline.published.notice import Notice
from pipeline.published.numbers import NUMBER, WORDS
from pipeline.published.people import Who, who
from pipeline.published.sheet_reader import SheetReader, read_rating_cell

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


class Long(SheetReader):
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
                self.complain(column, [int(row) for row in rows])
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
        texts = no_texts(count)
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

    texts = [read_rating_cell(text) for text in crossed.rating]
    known = list(dict.fromkeys(text for text in texts if text))
    numbers = [known.index(text) if text else -1 for text in texts]
    return known, np.array(numbers, dtype=np.int32)[which]


def _no_claims(index: int) -> Iterator[Claim]:  # noqa: ARG001 - as of any table
    """A long table states nothing beside its scores."""
    return iter(())
