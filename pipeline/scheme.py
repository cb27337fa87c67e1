"""Assessment schemes as data: which rules hold for the scores of which fiscal year.

One TOML file under ``pipeline/reference/schemes`` is one scheme; a new fiscal year
is a new file and no Python. Each part (total, rating, items) names the years for
which it is established. ``inferred`` years may confirm a published number but never
accuse it; a year in neither list is not judged at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Literal

from pipeline.interval import Interval, half_up
from pipeline.numbers import decimals
from pipeline.reference_file import STRICT, load, refuse

SCHEMES = Path(__file__).parent / "reference" / "schemes"

Basis = Literal["established", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An official indicator; ``code`` is its official number."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Component:
    """A summand of the total: an instrument, or an index in the early scheme."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    code: str
    item_type: Literal["instrument", "index"]
    name_th: str
    name_en: str
    weight: Decimal
    """Per cent of the total."""
    indicators: tuple[Indicator, ...] = ()
    """The component is their plain mean; empty where it has none."""
    parts: tuple[str, ...] = ()
    """Codes of the parts whose plain mean it is as well (``EIT1``, ``EIT2``)."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(indicator.code for indicator in self.indicators)

    @property
    def share(self) -> Fraction:
        """Weight in the total, 0 to 1."""
        return Fraction(self.weight) / 100


@dataclass(frozen=True, slots=True)
class Years:
    """For which fiscal years a part of a scheme is known, and from where."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    established: tuple[int, ...]
    inferred: tuple[int, ...]
    source: str

    def basis(self, fiscal_year: int) -> Basis:
        if fiscal_year in self.established:
            return "established"
        return "inferred" if fiscal_year in self.inferred else "unknown"


@dataclass(frozen=True, slots=True)
class Band:
    """A rating: it holds when the total, and each component if asked, is high enough."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    name: str
    total_from: Decimal | None = None
    each_from: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rating(Years):
    """Ratings, best first: the first that holds is the rating."""

    bands: tuple[Band, ...] = ()
    pass_words: tuple[str, ...] = ()
    """What a passing total is called beside its rating, or loosely in place of it."""
    fail_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items of one sub-indicator: each scores 0 or 100, the group is their mean."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    code: str
    indicator: str
    first: int
    last: int
    name_th: str

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Items(Years):
    """Which items make up which indicator: an indicator is the mean of its groups."""

    groups: tuple[ItemGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The score that passes."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    value: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The rules of consecutive fiscal years (Buddhist era, both ends included)."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    name_th: str
    name_en: str
    first_year: int
    last_year: int
    total: Years
    rating: Rating
    components: tuple[Component, ...]
    target: Target | None = None
    items: Items | None = None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator in official order."""
        return tuple(one for component in self.components for one in component.indicators)

    def component_of(self, code: str) -> Component | None:
        """The component that ``code`` is, or whose indicator or part it is."""
        for component in self.components:
            if code == component.code or code in component.codes or code in component.parts:
                return component
        return None

    def weights(self) -> dict[str, Fraction]:
        """Weight in the total of each indicator, or of a component that has none."""
        return {
            code: component.share / max(1, len(component.codes))
            for component in self.components
            for code in component.codes or (component.code,)
        }

    def possible_ratings(
        self, fiscal_year: int, total: Interval, components: Mapping[str, Interval]
    ) -> tuple[str, ...]:
        """Ratings that the numbers leave open, best first; empty where none is established.

        A component that is missing from ``components`` could be anything.
        """
        if self.rating.basis(fiscal_year) != "established":
            return ()
        left: list[str] = []
        for band in self.rating.bands:
            holds = _holds(band, total, [components.get(one.code) for one in self.components])
            if holds is not False:
                left.append(band.name)
            if holds:
                break
        return tuple(left)


def _holds(band: Band, total: Interval, components: Sequence[Interval | None]) -> bool | None:
    """Whether a band applies; None where the numbers do not decide."""
    answers = [_reaches(total, band.total_from)]
    if band.each_from is not None:
        answers += [_reaches(component, band.each_from) for component in components]
    if False in answers:
        return False
    return None if None in answers else True


def _reaches(value: Interval | None, limit: Decimal | None) -> bool | None:
    if value is None or limit is None:
        return None
    if value.low >= limit:
        return True
    return False if value.high < limit else None


def published(value: Decimal) -> Interval:
    """A score as ratings and targets look at it: two printed decimals are taken as exact.

    The published limits (85.00 to 94.99) speak of scores rounded to two decimals, so a
    coarser print leaves something open, and so does a finer one (84.995 is rounded to 85.00).
    """
    exact = Fraction(value)
    if decimals(value) >= 2:
        whole = Fraction(half_up(exact))
        return Interval(min(exact, whole), max(exact, whole))
    half = Fraction(1, 2 * 10 ** decimals(value))
    return Interval(exact - half, exact + half).capped(Fraction(0), Fraction(100))


def load_schemes(folder: Path = SCHEMES) -> tuple[Scheme, ...]:
    """Every scheme of a folder, by first year. Raises `UsageError` naming file and key."""
    found: list[Scheme] = []
    for path in sorted(folder.glob("*.toml")):
        scheme = load(path, Scheme)
        for key, problem in _contradictions(scheme, found):
            raise refuse(path, key, problem)
        found.append(scheme)
    return tuple(sorted(found, key=lambda scheme: scheme.first_year))


def _contradictions(scheme: Scheme, others: Sequence[Scheme]) -> list[tuple[str, str]]:
    """What a file says that cannot be, as (key, problem)."""
    span = range(scheme.first_year, scheme.last_year + 1)
    wrong: list[tuple[str, str]] = []
    if not span:
        wrong.append(("last_year", f"{scheme.last_year} is before first_year {scheme.first_year}"))
    weight = sum(component.weight for component in scheme.components)
    if weight != 100:
        wrong.append(("components.weight", f"weights add up to {weight}, not to 100"))
    codes = [indicator.code for indicator in scheme.indicators]
    if len(codes) != len(set(codes)):
        wrong.append(("components.indicators", "an indicator code stands twice"))
    limits = [band.total_from for band in scheme.rating.bands if band.total_from is not None]
    if limits != sorted(limits, reverse=True):
        wrong.append(("rating.bands", "limits must fall from the first band to the last"))
    if scheme.rating.established and len(limits) != len(scheme.rating.bands):
        wrong.append(("rating.bands", "an established rating needs total_from in every band"))
    for key, part in (("total", scheme.total), ("rating", scheme.rating), ("items", scheme.items)):
        if part and not set(part.established + part.inferred) <= set(span):
            wrong.append((key, f"a year lies outside {scheme.first_year} to {scheme.last_year}"))
    wrong.extend(
        ("first_year", f"years overlap with scheme {other.id}")
        for other in others
        if scheme.first_year <= other.last_year and other.first_year <= scheme.last_year
    )
    return wrong


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """The schemes that come with the program."""
    return load_schemes()


@lru_cache(maxsize=256)
def scheme_for(fiscal_year: int) -> Scheme | None:
    """The scheme of a fiscal year (Buddhist era), None where none is known."""
    for scheme in schemes():
        if scheme.first_year <= fiscal_year <= scheme.last_year:
            return scheme
    return None
