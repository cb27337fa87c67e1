"""Scores of many agency-years in whole numbers, and the formula over them.

Scores are integers in 1/`UNIT` points, an interval of half a last digit has whole ends, weights
are multiplied by their common denominator: no rounding anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING

from pipeline.scheme import Component, Scheme

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]


CODES = (
    "total", "IIT", "EIT", "EIT1", "EIT2", "OIT",
    *(str(number) for number in range(1, 11)),
    *(f"index{number}" for number in range(1, 6)),
)  # fmt: skip
"""Codes that have a place in the arrays, in the order of ``scores.csv``."""


PLACES = 6
UNIT = 2 * 10**PLACES


FULL = 100 * UNIT
CENT = UNIT // 100


@dataclass(slots=True)
class Printed:
    """Scores as printed, [row, code]."""

    codes: tuple[str, ...]
    value: Ints
    """In 1/`UNIT` points; negative where nothing is printed."""
    places: Ints
    """Printed decimals."""
    rating: Sequence[str]
    """Each different rating."""
    rated: Ints
    """Number of each row's rating; -1 without one."""

    def at(self, code: str) -> Ints:
        return self.value[:, self.codes.index(code)]

    def places_of(self, code: str) -> Ints:
        return self.places[:, self.codes.index(code)]

    def rows(self, chosen: Flags) -> Printed:
        return Printed(
            self.codes, self.value[chosen], self.places[chosen], self.rating, self.rated[chosen]
        )


@dataclass(slots=True)
class Part:
    """A component's score from its best source, times ``count``."""

    source: Ints
    """0 none, 1 indicators, 2 parts, 3 its own printed score."""
    nominal: Ints
    """Over the common denominator `_Year.common`, as a score of 100."""
    low: Ints
    high: Ints
    used: Flags
    """[row, code]: printed scores that it was computed from."""


def half_of(places: Ints) -> Ints:
    import numpy as np

    return np.array([UNIT // 2 // 10**n for n in range(PLACES + 1)], dtype=np.int64)[places]


def parts_denominator(component: Component) -> int:
    counts = [len(component.codes) or 1, len(component.parts) or 1]
    return lcm(*counts)


def component_part(
    component: Component, printed: Printed, has: Flags, half: Ints, common: int
) -> Part:
    import numpy as np

    rows = len(has)
    zero = np.zeros(rows, dtype=np.int64)
    none: Flags = np.zeros(has.shape, dtype=np.bool_)
    part = Part(zero.copy(), zero.copy(), zero.copy(), zero.copy(), none)
    sources = ((3, (component.code,)), (2, component.parts), (1, component.codes))
    for source, codes in sources:
        known = [printed.codes.index(code) for code in codes if code in printed.codes]
        if not codes or len(known) < len(codes):
            continue
        here = has[:, known].all(axis=1)
        factor = common // len(codes)
        value, margin = printed.value[:, known], half[:, known]
        low = np.maximum(value - margin, 0).sum(axis=1) * factor
        high = np.minimum(value + margin, FULL).sum(axis=1) * factor
        part.source = np.where(here, source, part.source)
        part.nominal = np.where(here, value.sum(axis=1) * factor, part.nominal)
        part.low = np.where(here, low, part.low)
        part.high = np.where(here, high, part.high)
        used: Flags = np.zeros(has.shape, dtype=np.bool_)
        used[:, known] = True
        rows_here: Flags = np.asarray(here)
        part.used = np.where(rows_here[:, None], used, part.used)
    return part


@dataclass(slots=True)
class Total:
    nominal: Ints
    low: Ints
    high: Ints
    scale: int
    """Common denominator of the shares."""


def summed(scheme: Scheme, parts: Sequence[Part]) -> Total:
    import numpy as np

    scale = lcm(*(one.share.denominator for one in scheme.components))
    shares = [int(one.share * scale) for one in scheme.components]
    zero = np.zeros(len(parts[0].nominal), dtype=np.int64)
    nominal, low, high = zero.copy(), zero.copy(), zero.copy()
    for share, part in zip(shares, parts, strict=True):
        nominal += share * part.nominal
        low += share * part.low
        high += share * part.high
    return Total(nominal, low, high, scale)


def half_up_cents(value: Ints, scale: int) -> Ints:
    """Hundredths of ``value / scale``, ties away from zero."""
    hundredths: Ints = (2 * value + scale * CENT) // (2 * scale * CENT)
    return hundredths
