"""Exact intervals: what a printed number can stand for, carried through a formula.

A number printed with n decimals stands for everything that rounds to it: the
closed interval of half its last digit on both sides. Both ends are kept, because a
tie may have been rounded either way. No floats, no tolerance chosen by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from pipeline.numbers import decimals


def _not_above(one: Fraction, two: Fraction) -> bool:
    """``one <= two``, in a third of the time that `Fraction` takes for any type."""
    return one.numerator * two.denominator <= two.numerator * one.denominator


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not _not_above(self.low, self.high):
            raise ValueError(f"interval ends in the wrong order: {self.low} > {self.high}")

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __contains__(self, value: Fraction | Decimal | int) -> bool:
        return self.low <= Fraction(value) <= self.high

    @property
    def width(self) -> Fraction:
        return self.high - self.low

    def scale(self, factor: Fraction) -> Interval:
        """Every number of the interval times ``factor``."""
        ends = self.low * factor, self.high * factor
        return Interval(min(ends), max(ends))

    def shift(self, by: Fraction) -> Interval:
        return Interval(self.low + by, self.high + by)

    def meets(self, other: Interval) -> bool:
        """True if some number lies in both."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def capped(self, low: Fraction, high: Fraction) -> Interval:
        """The part between ``low`` and ``high``; the interval itself if it lies outside."""
        limits = Interval(low, high)
        if not self.meets(limits):
            return self
        return Interval(max(self.low, low), min(self.high, high))


def printed(value: Decimal, places: int | None = None) -> Interval:
    """What ``value`` stands for with its printed decimals, or with ``places`` of them."""
    exact = Fraction(value)
    half = Fraction(1, 2 * 10 ** (decimals(value) if places is None else places))
    return Interval(exact - half, exact + half)


def printed_score(
    value: Decimal, full: Decimal | None = None, places: int | None = None
) -> Interval:
    """`printed`, kept between 0 and full marks (100 unless given).

    A value that is out of range as printed keeps its own interval: it is for
    the range check to call it wrong, not for this function to mend it.
    """
    shown = decimals(value) if places is None else places
    return _printed_score(Fraction(value), shown, Fraction(full or 100))


@lru_cache(maxsize=1 << 15)
def _printed_score(exact: Fraction, places: int, full: Fraction) -> Interval:
    half = Fraction(1, 2 * 10**places)
    return Interval(exact - half, exact + half).capped(Fraction(0), full)


def weighted_sum(terms: Iterable[tuple[Fraction, Interval]]) -> Interval:
    """Sum of the intervals, each times its weight (weights are not negative)."""
    listed = list(terms)
    lows = [(weight, interval.low) for weight, interval in listed]
    highs = [(weight, interval.high) for weight, interval in listed]
    return Interval(_sum_of_products(lows), _sum_of_products(highs))


def _sum_of_products(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Over one common denominator, so that only the result is reduced."""
    common = lcm(*(one.denominator * two.denominator for one, two in pairs))
    total = sum(
        one.numerator * two.numerator * (common // (one.denominator * two.denominator))
        for one, two in pairs
    )
    return Fraction(total, common)


def mean(intervals: Sequence[Interval]) -> Interval:
    """Plain mean of one or more intervals."""
    return weighted_sum((Fraction(1, len(intervals)), interval) for interval in intervals)


def half_up(value: Fraction, places: int = 2) -> Decimal:
    """``value`` at ``places`` decimals, ties away from zero, as published scores are."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places)
