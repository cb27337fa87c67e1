"""Rules on single values and on values that conflict fire on what they are for, and on nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Finding, ReadDocument
from pipeline.facts import (
    Body,
    Resolution,
    Score,
)
from tests.pipeline.audit.said import severities

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]


POINTS = Decimal(30)


@pytest.mark.parametrize(("value", "wrong"), [("100", 0), ("0.00", 0), ("917.6", 1), ("-3.00", 1)])
def test_a_score_lies_between_nothing_and_full_marks(
    findings: Find, rows: Rows, value: str, wrong: int
) -> None:
    assert len(findings("score-out-of-range", *rows({"4": value}))) == wrong


def test_weighted_points_do_not_exceed_their_full_marks(findings: Find, rows: Rows) -> None:
    assert not findings("score-out-of-range", *rows({"IIT": "30.00"}, out_of=POINTS))
    assert findings("score-out-of-range", *rows({"IIT": "30.01"}, out_of=POINTS))


@pytest.mark.parametrize(
    ("code", "value", "year", "severity"),
    [
        ("10", "6.25", 2564, []),
        ("10", "31.25", 2563, []),
        ("9", "33.76", 2564, []),
        ("9", "100", 2564, []),
        ("10", "51.00", 2564, ["warning"]),
        ("9", "99.70", 2564, ["warning"]),
        ("10", "51.00", 2563, ["info"]),
        ("10", "51.00", 2562, []),
        ("10", "51.00", 2567, []),
    ],
)
def test_open_data_scores_are_what_whole_items_give(
    findings: Find, rows: Rows, code: str, value: str, year: int, severity: list[str]
) -> None:
    assert severities(findings("oit-step", *rows({code: value}, year))) == severity


def test_a_doubtful_reading_is_flagged_and_disputed(
    findings: Find, audited: Callable[..., Audited], rows: Rows
) -> None:
    scores = rows({"7": "80.59"}, confidence=0.55)
    assert severities(findings("low-confidence", *scores)) == ["warning"]
    assert list(audited(*scores).assurances.values()) == ["disputed"]
    assert not findings("low-confidence", *rows({"7": "80.59"}, confidence=0.95))


def test_one_value_printed_differently_in_a_document_is_a_conflict(
    findings: Find, audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    again = rows({"3": "78.17"}, table=1)
    (found,) = findings("value-conflict", *rows(sound_2564), *again)
    assert (found.code, found.printed) == ("3", "87.17 | 78.17")
    assert "With 87.17, and no other of them" in found.message
    (year,) = audited(*rows(sound_2564), *again).agency_years
    assert (year.verdict, year.assurance) == ("incomplete", "disputed")
    assert "3" not in dict(year.values)


@pytest.mark.parametrize("again", ["87.17", "87.2", "87.1", "87"])
def test_the_same_value_with_fewer_digits_is_no_conflict(
    findings: Find, audited: Callable[..., Audited], rows: Rows, sound_2564: Values, again: str
) -> None:
    scores = rows({"3": again}, table=1) + rows(sound_2564)
    assert not findings("value-conflict", *scores)
    (year,) = audited(*scores).agency_years
    assert str(dict(year.values)["3"].value) == "87.17"


def test_two_documents_that_differ_are_a_conflict_and_two_that_agree_corroborate(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    one = document(*rows({"total": "56.72"}), name="a.txt")
    same = document(*rows({"total": "56.72"}, table=3), name="b.txt")
    other = document(*rows({"total": "57.43"}), name="c.txt")
    agreeing = audit([one, same])
    assert set(agreeing.assurances.values()) == {"corroborated"}
    assert not agreeing.findings
    (found,) = audit([one, other]).findings
    assert (found.rule, found.severity) == ("cross-document-conflict", "error")
    assert "a.txt" in found.message
    assert "c.txt" in found.message_th


def test_a_copy_of_a_file_corroborates_nothing(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    one = document(*rows({"total": "56.72"}))
    assert set(audit([one, replace(one, document="copy.txt")]).assurances.values()) == {"read"}


def test_bodies_that_may_be_different_do_not_accuse_each_other(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    unsure = Resolution("ambiguous", Body("sao", "หนองบัว"), "อบต.หนองบัว")
    read = [
        document(*rows({"total": total}), name=f"{total}.txt", reporter=unsure)
        for total in ("56.72", "77.16")
    ]
    found = audit(read).findings
    assert [one.severity for one in found if one.rule == "cross-document-conflict"] == ["info"]


def test_a_whole_row_of_another_body_is_shown_as_a_copy(
    document: Callable[..., ReadDocument], rows: Rows, sound_2564: Values, other_body: Body
) -> None:
    one = document(*rows(sound_2564), name="a.txt")
    two = document(*rows(sound_2564), name="b.txt", body=other_body)
    found = [one for one in audit([one, two]).findings if one.rule == "copied-scores"]
    assert severities(found) == ["info"]
    full = dict.fromkeys(sound_2564, "100")
    alike = [
        document(*rows(full), name="a.txt"),
        document(*rows(full), name="b.txt", body=other_body),
    ]
    assert not audit(alike).findings
