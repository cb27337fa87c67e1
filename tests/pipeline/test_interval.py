"""Intervals are exact, closed, and never narrower than what was printed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.interval import Interval, half_up, mean, printed, printed_score, weighted_sum

scores = st.integers(0, 3).flatmap(
    lambda places: st.integers(0, 100 * 10**places).map(
        lambda units: Decimal(units).scaleb(-places)
    )
)
fractions = st.fractions(min_value=-200, max_value=200, max_denominator=10**6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(fractions), draw(fractions)))
    return Interval(low, high)


def test_two_decimals_stand_for_half_a_hundredth_on_both_sides() -> None:
    assert printed(Decimal("91.76")) == Interval(Fraction("91.755"), Fraction("91.765"))


def test_an_integer_stands_for_half_a_point_on_both_sides() -> None:
    assert printed_score(Decimal(85)) == Interval(Fraction("84.5"), Fraction("85.5"))


def test_a_score_never_exceeds_full_marks_nor_falls_below_nothing() -> None:
    assert printed_score(Decimal(100)) == Interval(Fraction("99.5"), Fraction(100))
    assert printed_score(Decimal("0.00")).low == 0
    assert printed_score(Decimal("40.00"), Decimal(40)).high == 40


def test_a_score_out_of_range_keeps_its_own_interval() -> None:
    assert printed_score(Decimal("105.2")) == printed(Decimal("105.2"))


def test_ends_belong_to_the_interval_so_that_touching_intervals_meet() -> None:
    assert printed(Decimal("1.0")).meets(printed(Decimal("1.1")))
    assert not printed(Decimal("1.0")).meets(printed(Decimal("1.2")))


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="wrong order"):
        Interval(Fraction(2), Fraction(1))


@given(fractions, st.integers(0, 4))
def test_a_number_lies_in_the_interval_of_its_rounding(value: Fraction, places: int) -> None:
    assert value in printed(half_up(value, places))


@given(scores)
def test_rounding_a_printed_score_to_its_own_places_changes_nothing(value: Decimal) -> None:
    places = -int(value.as_tuple().exponent)
    assert half_up(Fraction(value), places) == value


@given(st.decimals(-999, 999, places=5))
def test_rounding_agrees_with_decimal(value: Decimal) -> None:
    assert half_up(Fraction(value)) == value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(intervals(), intervals(), st.fractions(0, 1), st.fractions(0, 1))
def test_a_sum_holds_the_sum_of_any_two_members(
    one: Interval, two: Interval, at: Fraction, other: Fraction
) -> None:
    assert one.low + at * one.width + two.low + other * two.width in one + two


@given(intervals(), fractions, st.fractions(0, 1))
def test_scaling_holds_every_scaled_member(one: Interval, factor: Fraction, at: Fraction) -> None:
    assert (one.low + at * one.width) * factor in one.scale(factor)


@given(intervals(), intervals())
def test_meeting_is_mutual(one: Interval, two: Interval) -> None:
    assert one.meets(two) == two.meets(one)


@given(st.lists(intervals(), min_size=1, max_size=6))
def test_a_mean_is_a_sum_with_equal_weights(members: list[Interval]) -> None:
    assert mean(members) == weighted_sum((Fraction(1, len(members)), one) for one in members)
    assert min(one.low for one in members) <= mean(members).low
