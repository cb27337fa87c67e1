"""The totals of all bodies and years of a dataset, to look up where a total may come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from math import isqrt
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

SCALE = 10_000
"""Totals are compared in ten-thousandths; finer ones are left out."""
ENOUGH = 30
"""Bodies with both years from which their changes have a spread to speak of."""
SIGMAS = 4
"""Standard deviations from which a change is unusual."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """The total of one body in one year."""

    agency_id: str
    fiscal_year: int
    agency: str
    total: Decimal
    resolved: bool = True
    """False where the name may mean several bodies."""


class Outside(Protocol):
    """Agency-years of the dataset that are not audited one by one."""

    def of_body(self, agency_id: str) -> Iterable[Known]:
        """The totals of one body."""
        ...

    def of_year(self, fiscal_year: int, total: Decimal) -> Iterable[Known]:
        """The bodies with this total in this year."""
        ...

    def bodies(self, fiscal_year: int) -> int:
        """How many bodies have a total in this year."""
        ...

    def agencies(self) -> list[str]:
        """The ids of all bodies that are surely one body, in order of their text."""
        ...

    def totals(self) -> tuple[Ints, Ints, Ints]:
        """For each agency-year: place of its body in `agencies`, year, and total in 1/`SCALE`."""
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """How one body's total changed, beside how those of the others did."""

    before: Decimal
    after: Decimal
    others: int
    mean: Decimal
    sigma: Decimal


@dataclass(slots=True)
class Population:
    """Filled once all agency-years are known; looked up while they are judged."""

    outside: Outside | None = None
    _by_body: dict[str, list[Known]] = field(default_factory=dict)
    _by_total: dict[tuple[int, Decimal], list[Known]] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _changes: dict[tuple[str, int], Change] | None = None

    def fill(self, known: Iterable[Known]) -> None:
        for one in known:
            self._by_body.setdefault(one.agency_id, []).append(one)
            self._by_total.setdefault((one.fiscal_year, one.total), []).append(one)
            self._counts[one.fiscal_year] = self._counts.get(one.fiscal_year, 0) + 1

    def of_body(self, agency_id: str) -> list[Known]:
        """The totals of one body, by year."""
        outside = self.outside.of_body(agency_id) if self.outside else ()
        return sorted([*self._by_body.get(agency_id, ()), *outside])

    def of_year(self, fiscal_year: int, total: Decimal) -> list[Known]:
        """The bodies with exactly this total in this year, by id."""
        outside = self.outside.of_year(fiscal_year, total) if self.outside else ()
        return sorted([*self._by_total.get((fiscal_year, total), ()), *outside])

    def bodies(self, fiscal_year: int) -> int:
        """How many bodies have a total in this year."""
        outside = self.outside.bodies(fiscal_year) if self.outside else 0
        return self._counts.get(fiscal_year, 0) + outside

    def unusual(self) -> dict[tuple[str, int], Change]:
        """Changes to the year before that lie more than `SIGMAS` standard deviations from the
        mean change of all bodies, by body and later year."""
        if self._changes is None:
            self._changes = self._unusual()
        return self._changes

    def _unusual(self) -> dict[tuple[str, int], Change]:
        inside = [one for body in self._by_body.values() for one in body if one.resolved]
        if self.outside is None and len(inside) < 2 * ENOUGH:
            return {}
        import numpy as np

        known = self.outside.agencies() if self.outside else []
        number = {identity: place for place, identity in enumerate(known)}
        own = [number.setdefault(one.agency_id, len(number)) for one in inside]
        scaled = [one.total * SCALE for one in inside]
        whole = [place for place, total in enumerate(scaled) if total == int(total)]
        columns = (own, [one.fiscal_year for one in inside], [int(total) for total in scaled])
        parts = [np.array([column[place] for place in whole], dtype=np.int64) for column in columns]
        if self.outside is not None:
            beside = self.outside.totals()
            parts = [np.concatenate(pair) for pair in zip(parts, beside, strict=True)]
        names = list(number)
        return {(names[agency], year): change for agency, year, change in _outliers(*parts)}


def _outliers(agency: Ints, year: Ints, total: Ints) -> Iterator[tuple[int, int, Change]]:
    import numpy as np

    order = np.lexsort((year, agency))
    agency, year, total = agency[order], year[order], total[order]
    follows = (agency[1:] == agency[:-1]) & (year[1:] == year[:-1] + 1)
    later = np.flatnonzero(follows) + 1
    for one in np.unique(year[later]).tolist():
        at = later[year[later] == one]
        change = total[at] - total[at - 1]
        count, sums = len(at), int(change.sum())
        if count < ENOUGH:
            continue
        spread = count * int((change * change).sum()) - sums * sums
        far = np.flatnonzero(np.abs(count * change - sums) > isqrt(SIGMAS * SIGMAS * spread))
        mean = (Decimal(sums) / count / SCALE).quantize(Decimal("0.01"))
        sigma = (Decimal(isqrt(spread)) / count / SCALE).quantize(Decimal("0.01"))
        for place in at[far].tolist():
            ends = (Decimal(int(total[row])) / SCALE for row in (place - 1, place))
            before, after = (end.quantize(Decimal("0.01")) for end in ends)
            yield int(agency[place]), one, Change(before, after, count - 1, mean, sigma)
