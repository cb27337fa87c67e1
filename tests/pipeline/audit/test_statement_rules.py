"""Rules on what the text says of scores fire on what they are for, and on nothing else."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipeline.audit.model import Finding
from pipeline.facts import (
    RankedList,
    Score,
)
from tests.pipeline.audit.said import HERE, claim, severities

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]


@pytest.mark.parametrize(
    ("kind", "value", "code", "severity"),
    [
        ("highest", "91.76", "1", []),
        ("highest", "91.76", "", []),
        ("lowest", "6.25", "10", []),
        ("lowest", "6.3", "", []),
        ("highest", "87.17", "", ["warning"]),
        ("highest", "97.76", "1", ["warning"]),
        ("lowest", "33.76", "", ["warning"]),
        ("highest", "80.59", "7", ["info"]),
        ("highest", "87.17", "3", ["warning"]),
        ("lowest", "33.76", "9", ["warning"]),
        ("lowest", "74.11", "8", ["info"]),
    ],
)
def test_stated_extremes_must_fit_the_scores(
    findings: Find, rows: Rows, sound_2564: Values, kind: str, value: str, code: str, severity: Any
) -> None:
    found = findings("extreme-mismatch", *rows(sound_2564), claims=(claim(kind, value, code),))
    assert severities(found) == severity


def ranked(*values: str, descending: bool = True) -> RankedList:
    codes = tuple(str(number) for number in range(1, len(values) + 1))
    return RankedList(HERE, codes, tuple(map(Decimal, values)), descending, 2564)


def test_a_ranked_list_must_be_in_order(findings: Find, rows: Rows) -> None:
    scores = rows({"1": "91.76"})
    sound = (ranked("9", "8", "8", "1"), ranked("1", "2", descending=False))
    assert not findings("order-mismatch", *scores, rankings=sound)
    (found,) = findings("order-mismatch", *scores, rankings=(ranked("9", "7.5", "8", "1"),))
    assert (found.printed, found.code) == ("7.5 | 8", "3")


@pytest.mark.parametrize(
    ("percent", "wrong"), [("56.72", 0), ("56.7", 0), ("66.73", 0), ("61.50", 1)]
)
def test_a_percentage_must_be_that_of_the_score_or_of_its_target(
    findings: Find, rows: Rows, percent: str, wrong: int
) -> None:
    said = claim("percent", percent, "total", other=Decimal("35.40"))
    assert len(findings("percent-conflict", *rows({"total": "56.72"}), claims=(said,))) == wrong


@pytest.mark.parametrize(("change", "wrong"), [("-0.71", 0), ("-0.7", 0), ("0.71", 1)])
def test_a_stated_change_must_fit_both_years(
    findings: Find, rows: Rows, change: str, wrong: int
) -> None:
    scores = rows({"total": "57.43"}, 2563) + rows({"total": "56.72"}, 2564, column=2)
    said = claim("change", change, "total", fiscal_year=2564)
    assert len(findings("change-mismatch", *scores, claims=(said,))) == wrong
