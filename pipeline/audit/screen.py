"""The auditor's arithmetic over many agency-years at once, in whole numbers.

It proves rows sound, and nothing else: what it does not prove goes to the full rules. For
a row that it passes, the full rules find nothing, and verdict, recomputed values, rating and
proof are the same (a test holds it to that). Scores are integers in 1/`UNIT` points, an
interval of half a last digit has whole ends, weights are multiplied by their common
denominator: no rounding anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING

from pipeline.audit.items import possible_scores
from pipeline.scheme import Band, Component, ItemGroup, Scheme, scheme_for

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
class Screened:
    """What is known of each row; the rest of it only where ``sound``."""

    sound: Flags
    consistent: Flags
    """Recomputes to its printed total; else there is too little to recompute."""
    recomputed: Ints
    """[row, IIT EIT OIT total] in hundredths; -1 where nothing follows."""
    rating: Ints
    """Number in ``ratings`` of what the recomputed total amounts to; -1 where undecided."""
    ratings: list[str]
    proved: Flags
    """[row, code]."""

    @classmethod
    def empty(cls, rows: int, codes: int) -> Screened:
        import numpy as np

        return cls(
            np.zeros(rows, dtype=np.bool_),
            np.zeros(rows, dtype=np.bool_),
            np.full((rows, 4), -1, dtype=np.int64),
            np.full(rows, -1, dtype=np.int64),
            [],
            np.zeros((rows, codes), dtype=np.bool_),
        )


INSTRUMENTS = ("IIT", "EIT", "OIT", "total")


def screen(printed: Printed, years: Ints) -> Screened:
    """Every row of the years whose formula is known, at once for each scheme and year."""
    import numpy as np

    done = Screened.empty(len(years), len(printed.codes))
    for year in np.unique(years).tolist():
        scheme = scheme_for(year)
        if scheme is None or scheme.total.basis(year) == "unknown":
            continue
        chosen = years == year
        _merge(done, chosen, _of_year(scheme, year, printed.rows(chosen)))
    return done


def _merge(done: Screened, chosen: Flags, part: Screened) -> None:
    import numpy as np

    done.sound[chosen] = part.sound
    done.consistent[chosen] = part.consistent
    done.recomputed[chosen] = part.recomputed
    done.proved[chosen] = part.proved
    for name in part.ratings:
        if name not in done.ratings:
            done.ratings.append(name)
    back = np.array([*map(done.ratings.index, part.ratings), -1], dtype=np.int64)
    done.rating[chosen] = back[part.rating]


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


def _of_year(scheme: Scheme, year: int, printed: Printed) -> Screened:
    import numpy as np

    rows = len(printed.value)
    done = Screened.empty(rows, len(printed.codes))
    has = printed.value >= 0
    done.sound = ((~has) | (printed.value <= FULL)).all(axis=1)
    done.sound &= _complete_enough(scheme, printed, has)
    done.sound &= _on_steps(scheme, year, printed, has)
    half = half_of(printed.places)
    common = lcm(*(parts_denominator(one) for one in scheme.components))
    parts = [component_part(one, printed, has, half, common) for one in scheme.components]
    for component, part in zip(scheme.components, parts, strict=True):
        done.sound &= _parts_agree(component, printed, has, half)
        if component.code in INSTRUMENTS:
            mean = _half_up(part.nominal, common)
            at = INSTRUMENTS.index(component.code)
            follows = (part.source == 1) | (part.source == 2)
            done.recomputed[:, at] = np.where(follows, mean, -1)
    total = _sum(scheme, parts)
    done.sound &= _no_gap_shows(scheme, printed, has, half, parts, common)
    computed = np.all([part.source > 0 for part in parts], axis=0)
    rounded = np.where(computed, _half_up(total.nominal, common * total.scale), -1)
    done.recomputed[:, 3] = rounded
    shown, shown_half = printed.at("total"), half[:, printed.codes.index("total")]
    low, high = np.maximum(shown - shown_half, 0), np.minimum(shown + shown_half, FULL)
    scale = common * total.scale
    meets = (low * scale <= total.high) & (total.low <= high * scale)
    checked = computed & (shown >= 0)
    done.sound &= ~checked | meets
    done.consistent = checked & meets
    done.sound &= ~checked | _narrowed_meets(scheme, printed, has, half, parts, common)
    done.sound &= _rating_allowed(scheme, year, printed, parts, common)
    done.ratings = [band.name for band in scheme.rating.bands]
    done.rating = np.where(computed, _recomputed_rating(scheme, year, parts, common, rounded), -1)
    if scheme.total.basis(year) == "established":
        done.proved = (
            _proved(scheme, printed, has, parts, common) & (done.consistent & done.sound)[:, None]
        )
    return done


def parts_denominator(component: Component) -> int:
    counts = [len(component.codes) or 1, len(component.parts) or 1]
    return lcm(*counts)


def _complete_enough(scheme: Scheme, printed: Printed, has: Flags) -> Flags:
    """All indicators or at most half of them: in between, the full rules speak of a gap."""
    import numpy as np

    codes = [one.code for one in scheme.indicators]
    count = np.zeros(len(has), dtype=np.int64)
    for code in codes:
        count += has[:, printed.codes.index(code)]
    enough: Flags = (count == len(codes)) | (2 * count <= len(codes))
    return enough


def _no_gap_shows(
    scheme: Scheme,
    printed: Printed,
    has: Flags,
    half: Ints,
    parts: Sequence[Part],
    common: int,
) -> Flags:
    """Rows whose printed numbers say nothing of scores that are missing: no component in part
    beside its own score or the total, and no total that counts a missing one as 0 or that no
    score of it could give."""
    import numpy as np

    at = printed.codes.index("total")
    totalled = has[:, at]
    fine: Flags = np.ones(len(has), dtype=np.bool_)
    absent = np.zeros(len(has), dtype=np.int64)
    room = np.zeros(len(has), dtype=np.int64)
    total = _sum(scheme, parts)
    for component, part in zip(scheme.components, parts, strict=True):
        known = [printed.codes.index(code) for code in component.codes]
        if known:
            count = has[:, known].sum(axis=1)
            own = has[:, printed.codes.index(component.code)]
            fine &= (count == 0) | (count == len(known)) | ~(own | (totalled & (part.source == 0)))
        absent += part.source == 0
        room += np.where(part.source == 0, int(component.share * total.scale) * FULL * common, 0)
    scale = common * total.scale
    shown, margin = printed.value[:, at], half[:, at]
    low, high = np.maximum(shown - margin, 0) * scale, np.minimum(shown + margin, FULL) * scale
    as_nought = (low <= total.high) & (total.low <= high)
    reached = (low <= total.high + room) & (total.low <= high)
    quiet: Flags = fine & ~(totalled & (absent == 1) & (as_nought | ~reached))
    return quiet


def _on_steps(scheme: Scheme, year: int, printed: Printed, has: Flags) -> Flags:
    """Indicators made of whole items have a score that some count of items gives."""
    import numpy as np

    fine = np.ones(len(has), dtype=np.bool_)
    items = scheme.items
    if items is None or items.basis(year) == "unknown":
        return fine
    for code in dict.fromkeys(group.indicator for group in items.groups):
        scaled, scale = _steps(tuple(g for g in items.groups if g.indicator == code))
        at = printed.codes.index(code)
        value, half = printed.value[:, at], half_of(printed.places[:, at])
        low, high = np.maximum(value - half, 0) * scale, np.minimum(value + half, FULL) * scale
        place = np.minimum(np.searchsorted(scaled, low, side="left"), len(scaled) - 1)
        hit = (scaled[place] >= low) & (scaled[place] <= high)
        fine &= ~has[:, at] | hit
    return fine


@lru_cache(maxsize=16)
def _steps(groups: tuple[ItemGroup, ...]) -> tuple[Ints, int]:
    """What counts of items give, ascending, and how many times larger than a score."""
    import numpy as np

    steps = possible_scores(groups)
    scale = lcm(*(step.denominator for step in steps))
    whole = [step.numerator * (scale // step.denominator) * UNIT for step in steps]
    return np.array(whole, dtype=np.int64), scale


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


def _parts_agree(component: Component, printed: Printed, has: Flags, half: Ints) -> Flags:
    """A printed component meets the mean of its indicators and that of its parts; of several
    parts, all are printed or none."""
    import numpy as np

    at = printed.codes.index(component.code)
    value, margin = printed.value[:, at], half[:, at]
    low, high = np.maximum(value - margin, 0), np.minimum(value + margin, FULL)
    fine = np.ones(len(has), dtype=np.bool_)
    for codes in (component.codes, component.parts):
        known = [printed.codes.index(code) for code in codes]
        if not known:
            continue
        here = has[:, known].all(axis=1) & has[:, at]
        mean_low = np.maximum(printed.value[:, known] - half[:, known], 0).sum(axis=1)
        mean_high = np.minimum(printed.value[:, known] + half[:, known], FULL).sum(axis=1)
        meets = (low * len(known) <= mean_high) & (mean_low <= high * len(known))
        fine &= ~here | meets
        if codes is component.parts:
            found = has[:, known].sum(axis=1)
            fine &= (found == 0) | (found == len(known))
    return fine


def _narrowed_meets(
    scheme: Scheme,
    printed: Printed,
    has: Flags,
    half: Ints,
    parts: Sequence[Part],
    common: int,
) -> Flags:
    """Whether the total still follows when each component is held to its printed score too."""
    import numpy as np

    held = []
    for component, part in zip(scheme.components, parts, strict=True):
        at = printed.codes.index(component.code)
        value, margin = printed.value[:, at], half[:, at]
        low, high = np.maximum(value - margin, 0), np.minimum(value + margin, FULL)
        tight_low = np.maximum(part.low, low * common)
        tight_high = np.minimum(part.high, high * common)
        both = has[:, at] & (part.source > 0) & (tight_low <= tight_high)
        held.append(
            Part(
                part.source,
                part.nominal,
                np.where(both, tight_low, part.low),
                np.where(both, tight_high, part.high),
                part.used,
            )
        )
    total = _sum(scheme, held)
    scale = common * total.scale
    shown, margin = printed.at("total"), half[:, printed.codes.index("total")]
    low, high = np.maximum(shown - margin, 0), np.minimum(shown + margin, FULL)
    meets: Flags = (low * scale <= total.high) & (total.low <= high * scale)
    return meets


@dataclass(slots=True)
class _Total:
    nominal: Ints
    low: Ints
    high: Ints
    scale: int
    """Common denominator of the shares."""


def _sum(scheme: Scheme, parts: Sequence[Part]) -> _Total:
    import numpy as np

    scale = lcm(*(one.share.denominator for one in scheme.components))
    shares = [int(one.share * scale) for one in scheme.components]
    zero = np.zeros(len(parts[0].nominal), dtype=np.int64)
    nominal, low, high = zero.copy(), zero.copy(), zero.copy()
    for share, part in zip(shares, parts, strict=True):
        nominal += share * part.nominal
        low += share * part.low
        high += share * part.high
    return _Total(nominal, low, high, scale)


def _half_up(value: Ints, scale: int) -> Ints:
    """Hundredths of ``value / scale``, ties away from zero."""
    hundredths: Ints = (2 * value + scale * CENT) // (2 * scale * CENT)
    return hundredths


def _proved(
    scheme: Scheme, printed: Printed, has: Flags, parts: Sequence[Part], common: int
) -> Flags:
    """Rows whose total, at the finest precision printed, follows from their scores and would
    have shown one point more or less in any of them: the codes that this proves."""
    import numpy as np

    used: Flags = np.zeros_like(has)
    for part in parts:
        used |= part.used
    total_at = printed.codes.index("total")
    involved = used.copy()
    involved[:, total_at] = True
    finest = np.where(involved, printed.places, 0).max(axis=1)
    half = np.repeat(half_of(finest)[:, None], len(printed.codes), axis=1)
    sharp = [
        component_part(component, printed, has, half, common) for component in scheme.components
    ]
    total = _sum(scheme, sharp)
    scale = common * total.scale
    margin = half[:, total_at]
    shown = printed.value[:, total_at]
    low = np.maximum(shown - margin, 0) * scale
    high = np.minimum(shown + margin, FULL) * scale
    fine: Flags = (total.low <= high) & (low <= total.high)
    for component, part in zip(scheme.components, sharp, strict=True):
        count = np.maximum(part.used.sum(axis=1), 1)
        share = int(component.share * total.scale)
        for sign in (-1, 1):
            shift = sign * share * UNIT * (common // count)
            fine &= (total.low + shift > high) | (total.high + shift < low)
    proved = involved.copy()
    for component in scheme.components:
        at = printed.codes.index(component.code)
        for codes in (component.codes, component.parts):
            known = [printed.codes.index(code) for code in codes]
            if known:
                proved[:, at] |= has[:, at] & has[:, known].all(axis=1)
    shown_wrong: Flags = proved & fine[:, None]
    return shown_wrong


def _published(value: Ints, places: Ints) -> tuple[Ints, Ints]:
    """As `pipeline.scheme.published`: two printed decimals are taken as exact, more of them
    leave open whether they are rounded to two."""
    import numpy as np

    margin = np.where(places >= 2, 0, half_of(places))
    low, high = np.maximum(value - margin, 0), np.minimum(value + margin, FULL)
    whole = np.where(places > 2, _half_up(value, 1) * CENT, value)
    return np.minimum(low, whole), np.maximum(high, whole)


def _rating_allowed(
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
        low = np.where(has, low, _half_up(part.low, common) * CENT)
        high = np.where(has, high, _half_up(part.high, common) * CENT)
        scores.append((has | follows, low, high))
    total = _published(printed.at("total"), printed.places_of("total"))
    allowed = _possible(scheme.rating.bands, total, scores)
    chosen = allowed[np.arange(len(number)), np.maximum(number, 0)]
    return fine | ((number >= 0) & chosen)


def _recomputed_rating(
    scheme: Scheme, year: int, parts: Sequence[Part], common: int, total: Ints
) -> Ints:
    """Number of the one band that the recomputed numbers leave; -1 where several."""
    import numpy as np

    if scheme.rating.basis(year) != "established":
        return np.full(len(total), -1, dtype=np.int64)
    scores = []
    for part in parts:
        exact = _half_up(part.nominal, common) * CENT
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
