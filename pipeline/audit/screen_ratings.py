"""Which ratings the numbers of many agency-years allow, as `Scheme.possible_ratings` says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pipeline.audit.whole import (
    CENT,
    FULL,
    UNIT,
    Part,
    Printed,
    half_of,
    half_up_cents,
)
from pipeline.scheme import Band, Scheme

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]


def _published(value: Ints, places: Ints) -> tuple[Ints, Ints]:
    """As `pipeline.scheme.published`: two printed decimals are taken as exact, more of them
    leave open whether they are rounded to two."""
    import numpy as np

    margin = np.where(places >= 2, 0, half_of(places))
    low, high = np.maximum(value - margin, 0), np.minimum(value + margin, FULL)
    whole = np.where(places > 2, half_up_cents(value, 1) * CENT, value)
    return np.minimum(low, whole), np.maximum(high, whole)


def rating_allowed(
    scheme: Scheme, year: int, printed: Printed, parts: Sequence[Part], common: int
) -> Flags:
    """Rows without a rating, or with one that printed total and instruments allow."""
    import numpy as np

    rated = printed.rated >= 0
    fine = ~rated
    if not rated.any():
        return fine
    bands = [band.name for band in scheme.rating.bands]
    number = np.array(
        [bands.index(text) if text in bands else -1 for text in printed.rating] + [-1],
        dtype=np.int64,
    )[printed.rated]
    if scheme.rating.basis(year) != "established":
        return fine | (number >= 0)
    scores = []
    for component, part in zip(scheme.components, parts, strict=True):
        at = printed.codes.index(component.code)
        has = printed.value[:, at] >= 0
        low, high = _published(printed.value[:, at], printed.places[:, at])
        follows = (part.source == 1) | (part.source == 2)
        low = np.where(has, low, half_up_cents(part.low, common) * CENT)
        high = np.where(has, high, half_up_cents(part.high, common) * CENT)
        scores.append((has | follows, low, high))
    total = _published(printed.at("total"), printed.places_of("total"))
    allowed = _possible(scheme.rating.bands, total, scores)
    chosen = allowed[np.arange(len(number)), np.maximum(number, 0)]
    return fine | ((number >= 0) & chosen)


def recomputed_rating(
    scheme: Scheme, year: int, parts: Sequence[Part], common: int, total: Ints
) -> Ints:
    """Number of the one band that the recomputed numbers leave; -1 where several."""
    import numpy as np

    if scheme.rating.basis(year) != "established":
        return np.full(len(total), -1, dtype=np.int64)
    scores = []
    for part in parts:
        exact = half_up_cents(part.nominal, common) * CENT
        scores.append((part.source > 0, exact, exact))
    allowed = _possible(scheme.rating.bands, (total * CENT, total * CENT), scores)
    return np.where(allowed.sum(axis=1) == 1, allowed.argmax(axis=1), -1)


def _possible(
    bands: Sequence[Band],
    total: tuple[Ints, Ints],
    scores: Sequence[tuple[Flags, Ints, Ints]],
) -> Flags:
    """[row, band]: whether the numbers leave a band open, as `Scheme.possible_ratings`."""
    import numpy as np

    rows = len(total[0])
    allowed = np.zeros((rows, len(bands)), dtype=np.bool_)
    decided = np.zeros(rows, dtype=np.bool_)
    for number, band in enumerate(bands):
        sure = np.ones(rows, dtype=np.bool_)
        never = np.zeros(rows, dtype=np.bool_)
        answers = [(np.ones(rows, dtype=np.bool_), *total, band.total_from)]
        if band.each_from is not None:
            answers += [(*score, band.each_from) for score in scores]
        for known, low, high, limit in answers:
            if limit is None:
                sure[:] = False
                continue
            edge = int(Fraction(Decimal(limit)) * UNIT)
            sure &= known & (low >= edge)
            never |= known & (high < edge)
        allowed[:, number] = ~never & ~decided
        decided |= sure & ~never
    return allowed
