"""Consistent is not true: what a row could still hide, tried slip by slip."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from random import Random

import pytest

from benchmarks.explanations import GROUPS, Row, contradicts, read, sound
from pipeline.audit.auditor import audit
from pipeline.audit.blind import LISTED
from pipeline.audit.model import AgencyYear, Audited
from pipeline.audit.slips import digit_changes
from pipeline.facts import Score


def told(row: Row) -> AgencyYear:
    (document,) = read(Row(row.year, row.values), 1)
    (year,) = audit([document]).agency_years
    return year


def bounds(text: str) -> dict[str, Decimal]:
    """The largest hidden change by the first code of each group, and of the total."""
    found = re.findall(r"([\d.]+) in (?:the )?(\w+)", text)
    return {code: Decimal(bound) for bound, code in found}


@pytest.mark.parametrize("seed", range(12))
def test_every_wrong_digit_beyond_the_stated_bound_would_have_shown(seed: int) -> None:
    chance = Random(seed)
    row = sound(chance)
    while row.year == 2561 or "EIT1" in row.values:
        row = sound(chance)
    year = told(row)
    assert year.verdict == "consistent"
    limits = bounds(year.blind_spots)
    for name, codes in (*GROUPS.items(), ("total", ("total",))):
        limit = limits[codes[0] if codes[0] in row.values else name]
        hidden = Decimal(0)
        for code in codes:
            for other in digit_changes(row.values[code]):
                if not contradicts(row, {**row.values, code: other}):
                    hidden = max(hidden, abs(other - row.values[code]))
        assert hidden <= limit


@pytest.mark.parametrize("seed", range(12))
def test_every_exchange_that_would_not_show_is_named(seed: int) -> None:
    chance = Random(100 + seed)
    row = sound(chance)
    while row.year == 2561 or "EIT1" in row.values:
        row = sound(chance)
    text = told(row).blind_spots
    owner = {code: name for name, codes in GROUPS.items() for code in codes}
    hidden = [
        (one, two)
        for one, two in combinations(owner, 2)
        if owner[one] != owner[two] and row.values[one] != row.values[two]
        and not contradicts(row, {**row.values, one: row.values[two], two: row.values[one]})
    ]  # fmt: skip
    named = re.findall(r"(\w+)↔(\w+)", text)
    more = re.search(r"and (\d+) more pairs", text)
    assert len(named) + int(more.group(1) if more else 0) >= len(hidden)
    assert set(named) <= set(hidden) or len(hidden) < len(named)
    if len(hidden) <= LISTED:
        assert set(hidden) <= set(named)
    assert "inside 1–5, 6–8, 9–10" in text


def test_a_row_of_instruments_cannot_show_that_two_of_one_weight_are_exchanged(
    audited: Callable[..., Audited], rows: Callable[..., tuple[Score, ...]]
) -> None:
    three = {"IIT": "86.12", "EIT": "76.28", "OIT": "20.00", "total": "56.72"}
    (year,) = audited(*rows(three, 2565)).agency_years
    assert "IIT↔EIT exchanged" in year.blind_spots
    assert "inside" not in year.blind_spots


def test_a_row_that_proves_nothing_says_nothing_of_what_it_hides(
    audited: Callable[..., Audited], rows: Callable[..., tuple[Score, ...]]
) -> None:
    for values in (
        {"total": "56.72"},
        {"IIT": "86.12", "EIT": "76.28", "OIT": "20.00", "total": "9"},
    ):
        (year,) = audited(*rows(values, 2565)).agency_years
        assert year.blind_spots == ""
