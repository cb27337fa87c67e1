"""False alarms and explanations on generated agency-years: the benchmark, smaller."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from benchmarks.explanations import CAUSES, contradicts, faulty, measure, sound
from pipeline.audit.auditor import audit
from pipeline.audit.model import ReadDocument
from pipeline.audit.recompute import checks, recompute
from pipeline.audit.slips import undone
from pipeline.audit.sums import Sums


@pytest.mark.slow
def test_sound_years_raise_nothing_and_faults_are_flagged_and_mostly_explained() -> None:
    found = measure(400, 12, seed=7)
    assert found.alarms == 0
    assert set(found.seen) == set(CAUSES)
    assert all(found.seen[cause] == 12 for cause in CAUSES)
    assert found.flagged == found.seen
    assert found.clear_first.total() >= 0.9 * found.clear.total()
    assert found.first.total() >= 0.8 * found.seen.total()


def test_the_generator_of_sound_years_never_contradicts_itself() -> None:
    chance = Random(3)
    rows = [sound(chance) for _ in range(500)]
    assert not [row for row in rows if contradicts(row, row.values)]
    assert {row.year for row in rows} == set(range(2561, 2569))
    broken = [faulty(chance, row, "digit") for row in rows]
    assert sum(one is not None and contradicts(one, one.values) for one in broken) > 250


def test_numbers_that_are_equal_but_printed_differently_have_slips_of_their_own() -> None:
    long = {str(value): cause for cause, value in undone(Decimal("91.550"), 2, thai=False)}
    short = {str(value): cause for cause, value in undone(Decimal("91.55"), 2, thai=False)}
    assert long["91.50"] == "doubled"
    assert "91.50" in short
    assert short["91.50"] == "digit"


@pytest.mark.parametrize(
    ("printed", "would", "cause"),
    [
        ("9176", "91.76", "point"), ("9.176", "91.76", "point"), ("91.6", "91.76", "dropped"),
        ("9.76", "91.76", "dropped"), ("91.776", "91.76", "doubled"), ("19.76", "91.76", "transposition"),
        ("81.76", "91.76", "digit"),
    ],
)  # fmt: skip
def test_every_slip_in_a_number_is_undone(printed: str, would: str, cause: str) -> None:
    assert (cause, Decimal(would)) in undone(Decimal(printed), 2, thai=False)


def test_thai_digits_of_like_shape_are_told_from_other_slips() -> None:
    thai = {str(value): cause for cause, value in undone(Decimal("54.00"), 2, thai=True)}
    assert (thai["55.00"], thai["51.00"]) == ("thai-digit", "digit")


def test_a_total_of_another_year_or_body_is_recognised(document, rows, sound_2564, other_body):  # type: ignore[no-untyped-def]
    wrong = {**sound_2564, "total": "61.37"}
    read: list[ReadDocument] = [
        document(*rows(wrong), *rows({"total": "61.37"}, 2563, table=1), name="a.txt"),
        document(*rows({"total": "61.37"}), name="b.txt", body=other_body),
    ]
    (found,) = [one for one in audit(read).findings if one.rule == "total-mismatch"]
    causes = [one.cause for one in found.candidates]
    assert causes[0] == "other-year"
    assert "2563" in found.message
    assert "other-body" in causes


def test_a_score_out_of_range_is_explained_by_the_total_that_it_then_gives(
    findings,
    rows,
    sound_2564,  # type: ignore[no-untyped-def]
) -> None:
    (found,) = findings("score-out-of-range", *rows({**sound_2564, "4": "8350"}, 2565))
    assert found.candidates[0].changes == (("4", "8350", "83.50"),)
    assert found.candidates[0].reconciles == ("total",)
    assert "83.50" in found.message_th


def test_another_formula_a_nought_for_nothing_and_mixed_points_are_recognised(
    findings,
    rows,
    sound_2564,  # type: ignore[no-untyped-def]
) -> None:
    plain = {**sound_2564, "total": "69.94"}
    (found,) = findings("total-mismatch", *rows(plain, 2565))
    assert found.candidates[0].cause == "other-scheme"
    nought = {**sound_2564, "10": "0.00", "total": "62.22"}
    (found,) = findings("total-mismatch", *rows(nought, 2565))
    assert found.candidates[0].cause == "zero"
    several = {**sound_2564, "2": "0.00", "3": "0", "10": "0.00", "total": "62.44"}
    (found,) = findings("total-mismatch", *rows(several, 2565))
    assert (found.candidates[0].cause, found.candidates[0].unique) == ("zero", True)
    assert "zeros of indicators 2, 3, 10" in found.candidates[0].message
    mixed = {"IIT": "86.12", "EIT": "76.28", "OIT": "8.00", "total": "56.72"}
    (found,) = findings("total-mismatch", *rows(mixed, 2565))
    assert found.candidates[0].cause == "weighted"
    assert found.candidates[0].changes == (("OIT", "8.00", "20.00"),)


def test_chance_is_told_with_every_candidate(findings, rows, swapped_2562) -> None:  # type: ignore[no-untyped-def]
    (found,) = findings("total-mismatch", *rows(swapped_2562, 2562))
    assert all(Decimal(one.chance) >= 0 for one in found.candidates)
    assert Decimal(found.candidates[0].chance) < 1


@pytest.mark.parametrize("seed", range(8))
def test_whole_numbers_give_what_the_exact_formula_gives(seed: int, document, rows) -> None:  # type: ignore[no-untyped-def]
    chance = Random(seed)
    row = sound(chance)
    values = {code: str(value) for code, value in row.values.items()}
    case = _case(rows(values, row.year))
    check = next(one for one in case.checks if one.kind == "total")
    sums = Sums(case, check)
    for code in sums.inputs:
        for value in (Decimal("12.345"), Decimal(99), Decimal("0.0")):
            after = {other: one.score.value for other, one in case.values.items()} | {code: value}
            made = recompute(case.scheme, after, {})
            (exact,) = [c for c in checks(case.scheme, after, {}, made) if c.kind == "total"]
            off, holds = sums.weigh({code: value})
            assert (off, holds) == sums.weigh_one(code, value)
            assert holds == exact.holds
            assert sums.predicted({code: value}) == exact.result.nominal


def _case(scores):  # type: ignore[no-untyped-def]
    from pipeline.audit.case import Entry, Subject, make_case
    from pipeline.facts import Body
    from pipeline.scheme import scheme_for

    year = scores[0].fiscal_year
    entries = [Entry("a.txt", "ab", index, "sao-x", score) for index, score in enumerate(scores)]
    return make_case(Subject("sao-x", "x", year), Body("sao", "x"), scheme_for(year), entries)
