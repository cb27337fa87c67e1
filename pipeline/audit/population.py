"""The totals of all bodies and years of a dataset, to look up where a total may come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """The total of one body in one year."""

    agency_id: str
    fiscal_year: int
    agency: str
    total: Decimal


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


@dataclass(slots=True)
class Population:
    """Filled once all agency-years are known; looked up while they are judged."""

    outside: Outside | None = None
    _by_body: dict[str, list[Known]] = field(default_factory=dict)
    _by_total: dict[tuple[int, Decimal], list[Known]] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)

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
