"""Rules on weighted points, ratings and targets fire on what they are for, and are silent on the
sound case beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.audit.model import Finding
from pipeline.facts import (
    Score,
)
from tests.pipeline.audit.said import claim, severities

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]


def points(rows: Rows, values: Values, full: str = "30", year: int = 2565) -> tuple[Score, ...]:
    return rows(values, year, out_of=Decimal(full), column=2)


def test_weighted_points_must_fit_their_score(findings: Find, rows: Rows) -> None:
    score = rows({"IIT": "93.47"}, 2565)
    assert not findings("weighted-mismatch", *score, *points(rows, {"IIT": "28.04"}))
    (wrong,) = findings("weighted-mismatch", *score, *points(rows, {"IIT": "38.04"}, "40"))
    assert (wrong.printed, wrong.expected, wrong.code) == ("38.04", "37.39", "IIT")


def test_weighted_points_must_fit_the_indicators_where_no_score_is_printed(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    scores = rows(sound_2564, 2565)
    assert not findings("weighted-mismatch", *scores, *points(rows, {"OIT": "8.00"}, "40"))
    assert findings("weighted-mismatch", *scores, *points(rows, {"OIT": "40.00"}, "40"))


def test_weighted_points_must_add_up_to_the_total(findings: Find, rows: Rows) -> None:
    whole = {"IIT": "90.00", "EIT": "80.00", "OIT": "100.00"}
    cards = points(rows, {"IIT": "27.00", "EIT": "24.00"}) + points(rows, {"OIT": "40.00"}, "40")
    sound = rows({**whole, "total": "91.00"}, 2565)
    assert not findings("weighted-mismatch", *sound, *cards)
    wrong = findings("weighted-mismatch", *rows({**whole, "total": "92.00"}, 2565), *cards)
    assert [(one.code, one.printed, one.expected) for one in wrong] == [("total", "92.00", "91.00")]


@pytest.mark.parametrize(
    ("total", "year", "rating"),
    [
        ("56.72", 2564, "D"),
        ("85.00", 2564, "A"),
        ("85.00", 2564, "A (ผ่าน)"),
        ("85", 2564, "B"),
        ("91.20", 2567, "ผ่านดี"),
        ("91.20", 2567, "ผ่าน"),
        ("91.20", 2567, "ผ่าน ดี"),
        ("84.99", 2568, "ต้องปรับปรุง"),
        ("84.99", 2560, "สูงมาก"),
        ("84.99", 2564, "ดีมาก"),
    ],
)
def test_a_possible_or_unknown_rating_is_left_alone(
    findings: Find, rows: Rows, total: str, year: int, rating: str
) -> None:
    assert not findings("rating-mismatch", *rows({"total": total}, year, rating=rating))


@pytest.mark.parametrize(
    ("total", "year", "rating", "expected", "severity"),
    [
        ("84.99", 2564, "A", "B", "error"),
        ("84.99", 2563, "A (ผ่าน)", "B", "error"),
        ("91.20", 2567, "ผ่านดีเยี่ยม", "ผ่านดี | ผ่าน", "error"),
        ("69.99", 2566, "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน", "error"),
        ("91.20", 2567, "A", "ผ่านดี | ผ่าน", "warning"),
        ("69.99", 2566, "ผ่าน", "ต้องปรับปรุงโดยด่วน", "warning"),
    ],
)
def test_an_impossible_rating_is_flagged(
    findings: Find, rows: Rows, total: str, year: int, rating: str, expected: str, severity: str
) -> None:
    (found,) = findings("rating-mismatch", *rows({"total": total}, year, rating=rating))
    assert (found.printed, found.expected, found.severity) == (rating, expected, severity)


def test_instruments_decide_a_level_that_the_total_leaves_open(findings: Find, rows: Rows) -> None:
    values = {"IIT": "80.00", "EIT": "95.00", "OIT": "100.00"}
    (total,) = rows({"total": "92.50"}, 2567, rating="ผ่านดี")
    (found,) = findings("rating-mismatch", *rows(values, 2567), total)
    assert found.expected == "ผ่าน"
    assert not findings("rating-mismatch", *rows(values, 2567), replace(total, rating="ผ่าน"))


def test_a_rating_in_prose_is_held_against_the_total(findings: Find, rows: Rows) -> None:
    scores = rows({"total": "77.16"})
    said = claim("rating", text="B")
    assert not findings("rating-mismatch", *scores, claims=(said,))
    (found,) = findings("rating-mismatch", *scores, claims=(replace(said, text="A"),))
    assert (found.expected, found.page) == ("B", 2)


def test_a_rating_in_prose_is_held_against_the_recomputed_total(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    del sound_2564["total"]
    scores = rows(sound_2564)
    assert not findings("rating-mismatch", *scores, claims=(claim("rating", text="D"),))
    assert findings("rating-mismatch", *scores, claims=(claim("rating", text="C"),))


@pytest.mark.parametrize(
    ("score", "mark", "wrong"),
    [
        ("85.00", "pass", False),
        ("84.99", "fail", False),
        ("85", "pass", False),
        ("85", "fail", False),
        ("84.99", "pass", True),
        ("85.00", "fail", True),
    ],
)
def test_a_pass_mark_must_fit_score_and_target(
    findings: Find, rows: Rows, score: str, mark: str, wrong: bool
) -> None:
    found = findings("target-verdict-mismatch", *rows({"4": score}, mark=mark))
    assert severities(found) == ["warning"] * wrong


def test_a_pass_mark_may_follow_the_bodys_own_target(findings: Find, rows: Rows) -> None:
    own = rows({"4": "87.00"}, mark="fail", target=Decimal(90))
    assert not findings("target-verdict-mismatch", *own)


def test_a_pass_flag_beside_the_letter_must_fit_the_total(findings: Find, rows: Rows) -> None:
    assert not findings("target-verdict-mismatch", *rows({"total": "86.10"}, rating="A (ผ่าน)"))
    assert findings("target-verdict-mismatch", *rows({"total": "84.10"}, rating="B (ผ่าน)"))


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("pass-count", "3", 0),
        ("fail-count", "7", 0),
        ("pass-count", "4", 1),
        ("fail-count", "6", 1),
    ],
)
def test_stated_counts_must_fit_the_scores(
    findings: Find, rows: Rows, sound_2564: Values, kind: str, value: str, wrong: int
) -> None:
    found = findings("pass-count-mismatch", *rows(sound_2564), claims=(claim(kind, value),))
    assert len(found) == wrong


def test_counts_over_an_incomplete_list_are_not_judged(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    del sound_2564["10"]
    assert not findings(
        "pass-count-mismatch", *rows(sound_2564), claims=(claim("pass-count", "9"),)
    )


def test_a_pass_mark_other_than_the_schemes_is_flagged_with_its_likely_cause(
    findings: Find,
) -> None:
    right, wrong = claim("threshold", "85"), claim("threshold", "58")
    assert not findings("threshold-conflict", claims=(right, claim("threshold", "85.00")))
    (found,) = findings("threshold-conflict", claims=(right, wrong))
    assert (found.printed, found.expected, found.page) == ("58", "85.00", 2)
    assert "exchanged" in found.message
    assert "สลับกัน" in found.message_th


def test_two_pass_marks_conflict_even_where_no_scheme_is_known(findings: Find) -> None:
    one, two = claim("threshold", "80"), claim("threshold", "70")
    assert not findings("threshold-conflict", claims=(one,), fiscal_year=2556)
    assert len(findings("threshold-conflict", claims=(one, two), fiscal_year=2556)) == 2
