"""Missing scores: what the printed total and instruments say of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.audit.model import Audited, Finding

Values = dict[str, str]
Rows = Callable[..., object]
Findings = Callable[..., list[Finding]]

GROUPS = (["1", "2", "3", "4", "5"], ["6", "7", "8"], ["9", "10"])
SHARES = (Fraction(3, 10), Fraction(3, 10), Fraction(4, 10))


def mean(values: list[str], size: int) -> Fraction:
    return sum((Fraction(value) for value in values), Fraction(0)) / size


def total(values: Values, *, without: bool = False) -> str:
    """The total with missing scores as 0, or left out of their means."""
    made = Fraction(0)
    for share, codes in zip(SHARES, GROUPS, strict=True):
        there = [values[code] for code in codes if code in values]
        made += share * mean(there, len(there) if without else len(codes))
    exact = Decimal(made.numerator) / Decimal(made.denominator)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def only(values: Values, *gone: str) -> Values:
    return {code: value for code, value in values.items() if code not in (*gone, "total")}


@pytest.mark.parametrize("gone", ["3", "7", "9"])
def test_a_blank_score_that_the_total_counts_as_0_is_explained(
    findings: Findings, rows: Rows, sound_2564: Values, gone: str
) -> None:
    left = only(sound_2564, gone)
    printed = total(left)
    (finding,) = findings("indicator-missing", *rows({**left, "total": printed}, 2565))
    (candidate,) = finding.candidates
    assert (candidate.cause, candidate.reconciles, candidate.unique) == ("zero", ("total",), True)
    assert (finding.severity, finding.code) == ("warning", gone)
    for text in (finding.message, finding.message_th):
        assert printed in text
        assert total(left, without=True)[:4] in text


def test_a_blank_score_that_was_left_out_of_the_mean_is_told_from_one_counted_as_0(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    left = only(sound_2564, "3")
    printed = total(left, without=True)
    (finding,) = findings("indicator-missing", *rows({**left, "total": printed}, 2565))
    assert [one.cause for one in finding.candidates] == ["left-out"]


def test_a_sound_total_says_what_the_missing_score_must_be(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    values = {**only(sound_2564, "3"), "total": sound_2564["total"]}
    (finding,) = findings("indicator-missing", *rows(values, 2565))
    assert not finding.candidates
    assert "the missing score lies between 87.01 and 87.34" in finding.message
    assert "ระหว่าง 87.01 ถึง 87.34" in finding.message_th


def test_an_instrument_made_with_0_for_a_blank_indicator_is_explained(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    left = only(sound_2564, "3")
    values = {**left, "IIT": "68.68", "total": total(left)}
    (finding,) = findings("indicator-missing", *rows(values, 2565))
    assert [(one.cause, one.reconciles) for one in finding.candidates] == [("zero", ("IIT",))]
    assert "cannot be checked" not in finding.message


def test_an_instrument_that_is_not_printed_and_counted_as_0_is_told(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    as_nought = audited(*rows({"IIT": "90.00", "EIT": "80.00", "total": "51.00"}, 2565))
    (finding,) = [one for one in as_nought.findings if one.rule == "indicator-missing"]
    assert (finding.code, finding.item_type) == ("OIT", "instrument")
    assert [one.cause for one in finding.candidates] == ["zero"]
    sound = audited(*rows({"IIT": "90.00", "EIT": "80.00", "total": "85.00"}, 2565))
    assert not sound.findings


def test_an_index_that_is_not_printed_and_counted_as_0_is_told(
    findings: Findings, rows: Rows
) -> None:
    values = {"index1": "80.00", "index2": "80.00", "index3": "80.00", "index4": "80.00"}
    (finding,) = findings("indicator-missing", *rows({**values, "total": "65.60"}, 2561))
    assert (finding.code, finding.item_type) == ("index5", "index")


def test_a_total_that_no_missing_score_could_give_is_wrong(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    result = audited(*rows({**only(sound_2564, "3"), "total": "65.72"}, 2565))
    (finding,) = [one for one in result.findings if one.rule == "total-mismatch"]
    assert (finding.severity, finding.expected) == ("error", "51.48–57.49")
    assert (finding.difference, result.agency_years[0].verdict) == ("+8.23", "inconsistent")


def test_an_inferred_formula_says_nothing_of_missing_scores(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    values = {"index1": "80.00", "index2": "80.00", "index3": "80.00", "index4": "80.00"}
    assert not audited(*rows({**values, "total": "65.60"}, 2559)).findings


def test_one_part_of_an_instrument_says_nothing_of_its_missing_scores(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    values = {"IIT": "90.00", "EIT1": "80.00", "OIT": "90.00", "total": "63.00"}
    rules = {one.rule for one in audited(*rows(values, 2567)).findings}
    assert not rules & {"total-mismatch", "indicator-missing"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.decimals(1, 100, places=2), min_size=10, max_size=10),
    st.sampled_from(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
)
def test_a_sound_row_with_a_blank_is_never_accused(
    audited: Callable[..., Audited], rows: Rows, ten: list[Decimal], gone: str
) -> None:
    values = {str(number): str(value) for number, value in enumerate(ten, start=1)}
    left = {**only(values, gone), "total": total(values)}
    found = audited(*rows(left, 2565)).findings
    assert {one.rule for one in found} == {"indicator-missing"}
    assert "zero" not in [one.cause for finding in found for one in finding.candidates]


def test_a_nought_for_a_missing_score_explains_a_printed_instrument(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    left = only(sound_2564, "7")
    values = {**left, "7": "0.00", "EIT": "74.12", "total": total(left, without=True)}
    (finding,) = findings("instrument-mismatch", *rows(values, 2565))
    assert finding.candidates[0].cause == "zero"
    assert finding.candidates[0].predicts == "74.12"


def test_a_slip_in_an_indicator_predicts_the_printed_instrument(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "EIT": "76.28", "6": "47.13"}
    (finding,) = findings("instrument-mismatch", *rows(values, 2565))
    assert finding.candidates[0].changes == (("6", "47.13", "74.13"),)
    assert finding.candidates[0].predicts == "76.2767"


def test_an_instrument_in_points_of_its_weight_is_told_as_such(
    findings: Findings, rows: Rows, sound_2564: Values
) -> None:
    oit = mean([sound_2564["9"], sound_2564["10"]], 2)
    points = Decimal(float(oit * SHARES[2])).quantize(Decimal("0.01"), ROUND_HALF_UP)
    (finding,) = findings("instrument-mismatch", *rows({**sound_2564, "OIT": str(points)}, 2564))
    first = finding.candidates[0]
    assert (first.cause, first.reconciles) == ("weighted", ("OIT",))
    assert "points of 40" in first.message
    assert "40" in first.message_th
