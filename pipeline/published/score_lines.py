"""Rows of ``scores.csv`` of sound agency-years, thousands at a time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.audit.whole import CODES
from pipeline.published.cells import Cells, ended, scheme_cell

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Objects = npt.NDArray[np.object_]


def item_type(code: str) -> str:
    if code.isdigit():
        return "indicator"
    return "total" if code == "total" else "index" if code.startswith("index") else "instrument"


def _joined(starts: Iterable[bytes], ends: Iterable[bytes]) -> list[bytes]:
    return [start + end for start, end in zip(starts, ends, strict=True)]


class ScoreLines:
    """Rows are joined of few pieces that many rows share: what tells the agency-year, what tells
    the item, the value, and where and how surely it was read."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.ledger = cells.ledger
        self._labels = [
            ([cells.safe(name) for name in one.names],
             [f"{sure:.4f}".rstrip("0").rstrip(".").encode() for sure in one.confidences])
            for one in self.ledger.known_labels
        ]  # fmt: skip

    @cached_property
    def _values(self) -> Objects:
        """By number of a text: the cells from the score up to the rating."""
        both = zip(self.cells.shown, self.cells.printed, strict=True)
        return ended(b"%b,100,,%b" % pair for pair in both)

    @cached_property
    def _kinds(self) -> Ints:
        """Number of the shape of each agency-year: alike for those whose rows differ in body and
        numbers alone."""
        import numpy as np

        book = self.ledger
        present = book.texts >= 0
        bits = np.left_shift(np.int64(1), np.arange(len(CODES), dtype=np.int64))
        proved = book.screened.proved & present
        kind = np.zeros(len(book), dtype=np.int64)
        for key in (present @ bits, proved @ bits, book.labels, book.document, book.sheet,
                    book.year):  # fmt: skip
            distinct, part = np.unique(key, return_inverse=True)
            if len(distinct) > 1:
                _, kind = np.unique(kind * len(distinct) + part.ravel(), return_inverse=True)
        return kind.ravel()

    def pieces(self, rows: Ints) -> Objects:
        """[agency-year, piece]: joined in this order, its rows."""
        import numpy as np

        kind = self._kinds[rows]
        most = int((self.ledger.texts[rows] >= 0).sum(axis=1).max(initial=0))
        pieces = np.full((len(rows), 3 * most + 1), b"", dtype=object)
        for number in np.unique(kind).tolist():
            self._fill(pieces, rows, np.flatnonzero(kind == number))
        return pieces

    def _fill(self, pieces: Objects, rows: Ints, mine: Ints) -> None:
        """The pieces of rows of one shape; the end of one row and the start of the next are one
        piece."""
        book, chosen = self.ledger, rows[mine]
        row = int(chosen[0])
        codes = (book.texts[row] >= 0).nonzero()[0].tolist()
        whose = self._whose(chosen)
        pieces[mine, 0] = whose
        lines = book.lines[chosen]
        one_line = bool((lines[:, codes] == lines[:, codes[:1]]).all())
        joints: dict[tuple[bytes, bool, bool], list[bytes]] = {}
        for place, code in enumerate(codes):
            key = self._end(row, code), CODES[code] == "total", code == codes[-1]
            joint = joints.get(key) if one_line else None
            if joint is None:
                joint = self._ends(chosen, code, key[0])
                if not key[2]:
                    joint = _joined(joint, whose)
                joints[key] = joint
            pieces[mine, 3 * place + 1] = self._item(row, code)
            pieces[mine, 3 * place + 2] = self._values[book.texts[chosen, code]]
            pieces[mine, 3 * place + 3] = joint

    def _whose(self, rows: Ints) -> list[bytes]:
        """What tells each agency-year; the rows are of one document and year."""
        book, row = self.ledger, int(rows[0])
        document = self.cells.documents[int(book.document[row])]
        year = int(book.year[row])
        dated = b"%d,%b" % (year, scheme_cell(year))
        bodies = self.cells.bodies
        return [b"%b,%b,%b," % (document, bodies[one], dated) for one in book.agency[rows].tolist()]

    def _item(self, row: int, code: int) -> bytes:
        names, _ = self._labels[int(self.ledger.labels[row])]
        name = CODES[code]
        return f"{item_type(name)},{name},".encode() + names[code] + b","

    def _ends(self, rows: Ints, code: int, end: bytes) -> list[bytes]:
        """What follows the value in the row of a score."""
        book, row = self.ledger, int(rows[0])
        page = book.entries(row).page
        ends = [b",%d,,,,,%d%b" % (page, one, end) for one in book.lines[rows, code].tolist()]
        if CODES[code] != "total":
            return ends
        ratings = map(self.cells.ratings.__getitem__, book.rating[rows].tolist())
        return _joined(ratings, ends)

    def _end(self, row: int, code: int) -> bytes:
        """What follows the line in the row of a score."""
        _, sure = self._labels[int(self.ledger.labels[row])]
        proved = bool(self.ledger.screened.proved[row, code])
        return b",text,%b,%b,1\n" % (sure[code], b"proved" if proved else b"read")
