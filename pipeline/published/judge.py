"""The odd rows of a ledger before the full rules, with what the rest of the ledger says of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from parsers.texts import grouped
from pipeline.audit.auditor import audit
from pipeline.audit.model import AgencyYear, Audited, ReadDocument
from pipeline.audit.population import SCALE, Known, Population
from pipeline.audit.rules.values import DISTINCT
from pipeline.audit.whole import CODES, PLACES, UNIT
from pipeline.numbers import decimals
from pipeline.published.ledger import INDICATORS, Ledger, mixed, odd_documents

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer of the full rules."""

    documents: Sequence[tuple[int, ReadDocument]]
    """Number of the table, and what of it was judged."""
    audited: Audited


def judge(ledger: Ledger, jobs: int = 1) -> Judged:
    """Judge the odd rows; a sound row that shares all its scores with another is odd as well."""
    vectors = ledger.vectors()
    _mark_copies(ledger, vectors)
    _mark_unusual(ledger)
    while True:
        documents = list(odd_documents(ledger))
        audited = audit([read for _, read in documents], SoundTotals(ledger), jobs=jobs)
        again = _also_copied(ledger, vectors, audited) | _also_unusual(ledger, audited)
        if not again.any():
            return Judged(documents, audited)
        ledger.odd |= again


def _mark_copies(ledger: Ledger, vectors: npt.NDArray[np.uint64]) -> None:
    """Rows whose ten scores stand in another row too."""
    import numpy as np

    codes, _ = grouped(vectors.view(np.int64))
    repeated = (np.bincount(codes)[codes] > 1) & (vectors != 0)
    scaled, _, _ = ledger.numbers.arrays()
    for row in np.flatnonzero(repeated & ~ledger.odd).tolist():
        ten = scaled[ledger.texts[row, INDICATORS]].tolist()
        if _telling(ten):
            ledger.odd[row] = True


def _mark_unusual(ledger: Ledger) -> None:
    """Rows whose total changes as no other's does, with the totals of odd rows as they stand:
    nearly always what the full rules then say, which saves judging twice."""
    population = Population(SoundTotals(ledger, ~ledger.odd | (ledger.year > 0)))
    ledger.odd |= _among(ledger, population.unusual())


def _among(ledger: Ledger, agency_years: Iterable[tuple[str, int]]) -> npt.NDArray[np.bool_]:
    """The rows of these bodies and years."""
    import numpy as np

    places = [(bisect_left(ledger.agencies, identity), year) for identity, year in agency_years]
    wanted = np.array([agency * 10_000 + year for agency, year in places], dtype=np.int64)
    return np.isin(ledger.agency * 10_000 + ledger.year, wanted)


def _telling(scaled: Sequence[int]) -> bool:
    return len({value for value in scaled if value % UNIT}) >= DISTINCT


def _also_copied(
    ledger: Ledger, vectors: npt.NDArray[np.uint64], audited: Audited
) -> npt.NDArray[np.bool_]:
    """Sound rows with the scores of an agency-year that several rows make up."""
    import numpy as np

    known = {vector for year in audited.agency_years if (vector := _vector(year))}
    wanted = np.array(sorted(known), dtype=np.uint64)
    return np.isin(vectors, wanted) & ~ledger.odd


def _also_unusual(ledger: Ledger, audited: Audited) -> npt.NDArray[np.bool_]:
    """Sound rows whose total changed as no other's did."""
    return _among(ledger, audited.unusual) & ~ledger.odd


def _vector(year: AgencyYear) -> int:
    values = {code: score.value for code, score in year.values}
    ten = [values.get(str(number)) for number in range(1, 11)]
    if any(value is None or decimals(value) > PLACES for value in ten):
        return 0
    scaled = [int(value * UNIT) for value in ten if value is not None]
    return mixed(scaled) if _telling(scaled) else 0


class SoundTotals:
    """The totals of a ledger's sound rows, or of chosen ones, for the auditor to look up."""

    def __init__(self, ledger: Ledger, chosen: npt.NDArray[np.bool_] | None = None) -> None:
        import numpy as np

        self.ledger = ledger
        scaled, _, _ = ledger.numbers.arrays()
        total = ledger.texts[:, CODES.index("total")]
        counted = ~ledger.odd if chosen is None else chosen
        self.rows = np.flatnonzero(counted & (scaled[total] >= 0))
        self.resolved = np.array([ledger.resolved[one] for one in ledger.agencies] or [True])
        self.agency = ledger.agency[self.rows]
        self.year = ledger.year[self.rows]
        self.total = scaled[total[self.rows]]
        self.counted = Counter(self.year.tolist())
        """Totals by year."""

    def _known(self, chosen: npt.NDArray[np.bool_]) -> Iterator[Known]:
        import numpy as np

        book, at = self.ledger, CODES.index("total")
        for row in self.rows[np.flatnonzero(chosen)].tolist():
            identity = book.agencies[int(book.agency[row])]
            value = book.numbers.values[int(book.texts[row, at])]
            if value is not None:
                yield Known(identity, int(book.year[row]), book.names[identity], value.value)

    def of_body(self, agency_id: str) -> Iterator[Known]:
        place = bisect_left(self.ledger.agencies, agency_id)
        return self._known(self.agency == place) if place < len(self.ledger.agencies) else iter(())

    def of_year(self, fiscal_year: int, total: Decimal) -> Iterator[Known]:
        return self._known((self.year == fiscal_year) & (self.total == int(total * UNIT)))

    def bodies(self, fiscal_year: int) -> int:
        return self.counted.get(fiscal_year, 0)

    def agencies(self) -> list[str]:
        return self.ledger.agencies

    def totals(self) -> tuple[Ints, Ints, Ints]:
        step = UNIT // SCALE
        kept = self.resolved[self.agency] & (self.total % step == 0)
        return self.agency[kept], self.year[kept], self.total[kept] // step
