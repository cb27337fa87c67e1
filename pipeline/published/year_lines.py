"""Rows of ``agency_years.csv`` of sound agency-years, thousands at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.audit.blind import blind_spots
from pipeline.audit.whole import CODES, UNIT, Printed
from pipeline.published.cells import Cells, cell, ended, scheme_cell
from pipeline.tables.fields import INDICATORS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Objects = npt.NDArray[np.object_]

_CODES = (*(f"{code}" for code in INDICATORS), "IIT", "EIT", "OIT", "total")


class YearLines:
    """Rows are joined of cells, each with the comma after it."""

    def __init__(self, cells: Cells) -> None:
        book, self.ledger = cells.ledger, cells.ledger
        self._body = ended(cells.bodies)
        self._document = ended(cells.documents)
        self._shown = ended(cells.shown)
        self._rating = ended(cells.ratings)
        self._cents = ended([*(b"%d.%02d" % divmod(n, 100) for n in range(10_001)), b""])
        self._level = ended([*map(cell, book.screened.ratings), b""])
        self._verdict = ended(
            b"%b,%b," % (one, sure)
            for one in (b"incomplete", b"consistent")
            for sure in (b"read", b"proved")
        )

    @cached_property
    def _blind(self) -> Objects:
        """What each sound row could still hide, as the last cell of its line."""
        import numpy as np

        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        printed = Printed(CODES, scaled[book.texts], places[book.texts], book.ratings, book.rating)
        told = blind_spots(printed, book.year, book.screened.consistent & ~book.odd)
        cells = {text: cell(text) + b"\n" for text in set(told)}
        lines = np.empty(len(told), dtype=object)
        lines[:] = [cells[text] for text in told]
        return lines

    def pieces(self, rows: Ints) -> Objects:
        """[agency-year, piece]: joined in this order, its row."""
        import numpy as np

        book, known = self.ledger, self.ledger.screened
        years = np.unique(book.year[rows])
        dated = ended(b"%d,%d,%b" % (one, one - 543, scheme_cell(one)) for one in years.tolist())
        columns = [
            self._body[book.agency[rows]],
            dated[np.searchsorted(years, book.year[rows])],
            *(self._shown[book.texts[rows, CODES.index(code)]] for code in _CODES),
            self._rating[book.rating[rows]],
            *(self._cents[known.recomputed[rows, place]] for place in range(4)),
            self._differences(rows),
            self._level[known.rating[rows]],
            self._verdict[2 * known.consistent[rows] + known.proved[rows, CODES.index("total")]],
            self._document[book.document[rows]],
            self._blind[rows],
        ]
        return np.stack(columns, axis=1)

    def _differences(self, rows: Ints) -> Objects:
        """Printed less recomputed total, with the finer decimals of both."""
        import numpy as np

        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        total = book.texts[rows, CODES.index("total")]
        cents = book.screened.recomputed[rows, 3]
        both = (total >= 0) & (cents >= 0)
        finest = np.maximum(places[total], 2)
        off = np.where(both, scaled[total] - cents * (UNIT // 100), 0)
        keys, place = np.unique(((off * 8) + finest) * 2 + both, return_inverse=True)
        made = [_signed(key >> 4, key >> 1 & 7, bool(key & 1)) for key in keys.tolist()]
        differences: Objects = ended(made)[place.ravel()]
        return differences


def _signed(off: int, places: int, both: bool) -> bytes:
    if not both:
        return b""
    step = UNIT // 10**places
    whole, rest = divmod(abs(off) // step, 10**places)
    sign = "-" if off < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}".encode()
