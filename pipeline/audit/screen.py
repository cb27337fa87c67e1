"""The auditor's arithmetic over many agency-years at once, in whole numbers.

It proves rows sound, and nothing else: what it does not prove goes to the full rules. For
a row that it passes, the full rules find nothing, and verdict, recomputed values, rating and
proof are the same (a test holds it to that).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING

from pipeline.audit.items import possible_scores
from pipeline.audit.screen_ratings import rating_allowed, recomputed_rating
from pipeline.audit.whole import (
    FULL,
    UNIT,
    Part,
    Printed,
    component_part,
    half_of,
    half_up_cents,
    parts_denominator,
    summed,
)
from pipeline.scheme import Component, ItemGroup, Scheme, scheme_for

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]


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


def _of_year(scheme: Scheme, year: int, printed: Printed) -> Screened:
    import numpy as np

    rows = len(printed.value)
    done = Screened.empty(rows, len(printed.codes))
    has = printed.value >= 0
    done.sound = ((~has) | (printed.value <= FULL)).all(axis=1)
    done.sound &= ~_fractions(printed, has)
    done.sound &= _complete_enough(scheme, printed, has)
    done.sound &= _on_steps(scheme, year, printed, has)
    half = half_of(printed.places)
    common = lcm(*(parts_denominator(one) for one in scheme.components))
    parts = [component_part(one, printed, has, half, common) for one in scheme.components]
    for component, part in zip(scheme.components, parts, strict=True):
        done.sound &= _parts_agree(component, printed, has, half)
        if component.code in INSTRUMENTS:
            mean = half_up_cents(part.nominal, common)
            at = INSTRUMENTS.index(component.code)
            follows = (part.source == 1) | (part.source == 2)
            done.recomputed[:, at] = np.where(follows, mean, -1)
    total = summed(scheme, parts)
    done.sound &= _no_gap_shows(scheme, printed, has, half, parts, common)
    computed = np.all([part.source > 0 for part in parts], axis=0)
    rounded = np.where(computed, half_up_cents(total.nominal, common * total.scale), -1)
    done.recomputed[:, 3] = rounded
    shown, shown_half = printed.at("total"), half[:, printed.codes.index("total")]
    low, high = np.maximum(shown - shown_half, 0), np.minimum(shown + shown_half, FULL)
    scale = common * total.scale
    meets = (low * scale <= total.high) & (total.low <= high * scale)
    checked = computed & (shown >= 0)
    done.sound &= ~checked | meets
    done.consistent = checked & meets
    done.sound &= ~checked | _narrowed_meets(scheme, printed, has, half, parts, common)
    done.sound &= rating_allowed(scheme, year, printed, parts, common)
    done.ratings = [band.name for band in scheme.rating.bands]
    done.rating = np.where(computed, recomputed_rating(scheme, year, parts, common, rounded), -1)
    if scheme.total.basis(year) == "established":
        done.proved = (
            _proved(scheme, printed, has, parts, common) & (done.consistent & done.sound)[:, None]
        )
    return done


def _fractions(printed: Printed, has: Flags) -> Flags:
    """Rows whose scores all lie between 0 and 1."""
    small: Flags = ((~has) | (printed.value <= UNIT)).all(axis=1)
    small &= (has & (printed.value % UNIT != 0)).any(axis=1)
    return small


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
    total = summed(scheme, parts)
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
    total = summed(scheme, held)
    scale = common * total.scale
    shown, margin = printed.at("total"), half[:, printed.codes.index("total")]
    low, high = np.maximum(shown - margin, 0), np.minimum(shown + margin, FULL)
    meets: Flags = (low * scale <= total.high) & (total.low <= high * scale)
    return meets


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
    total = summed(scheme, sharp)
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
