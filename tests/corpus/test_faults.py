"""Mistakes of authors, each with its true cause."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from corpus.layouts import LAYOUTS
from corpus.report import Fault, Report
from corpus.truth import write_truth


def reports(layout: str, count: int = 400) -> list[Report]:
    return [LAYOUTS[layout](Random(seed)) for seed in range(count)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def with_fault(layout: str, cause: str) -> list[tuple[Report, tuple[Fault, ...]]]:
    found = [
        (report, tuple(fault for fault in report.faults if fault.cause == cause))
        for report in reports(layout)
    ]
    found = [(report, faults) for report, faults in found if faults]
    assert found
    return found


@pytest.mark.parametrize("layout", ["cards", "by-instrument", "merged-down"])
def test_exchanged_instruments_whose_total_follows_contradict_the_indicators(layout: str) -> None:
    for report, faults in with_fault(layout, "exchange"):
        assert {(fault.rule, fault.code) for fault in faults} == {
            ("total-mismatch", "total"), ("instrument-mismatch", "EIT"),
            ("instrument-mismatch", "OIT"),
        }  # fmt: skip
        printed = {s.code: s.value for s in report.scores if s.out_of == 100}
        given = (printed["IIT"] * 30 + printed["EIT"] * 30 + printed["OIT"] * 40) / 100
        assert abs(given - printed["total"]) <= Decimal("0.6" if report.voice.trims else "0.02")


def test_exchanged_instruments_alone_are_recorded_without_a_rule(tmp_path: Path) -> None:
    report, (fault,) = with_fault("narrative", "exchange")[0]
    assert (fault.rule, set(fault.changed) >= {"EIT", "OIT"}) == ("", True)
    write_truth(tmp_path, [("d", "narrative", "text", report)])
    flags, injected = (rows(tmp_path / f"{name}.csv") for name in ("flags", "injected"))
    assert "exchange" in {row["cause"] for row in injected}
    assert "" not in {row["rule"] for row in flags}


def test_a_left_out_row_has_no_score() -> None:
    for report, (fault,) in with_fault("official", "left out"):
        missing = fault.detail.split()[-1]
        assert missing not in {score.code for score in report.scores}
        assert len(report.scores) == 10


def test_exchanged_numbers_leave_the_names_with_their_scores() -> None:
    for report, _ in with_fault("official", "number"):
        assert {s.code for s in report.scores} == {*map(str, range(1, 11)), "total"}


def test_copied_rows_are_equal() -> None:
    for report, (fault,) in with_fault("wide", "copied"):
        source = fault.detail.removeprefix("the scores of ")
        rows = {
            body: {s.code: s.value for s in report.scores if s.agency.id == body}
            for body in (fault.agency.id, source)
        }
        assert rows[fault.agency.id] == rows[source]


def test_a_percentage_that_is_not_the_total_is_a_fault_and_only_then() -> None:
    for report in reports("analysis", 200):
        said = [block.text for block in report.blocks if "คิดเป็นร้อยละ" in getattr(block, "text", "")
                and "คะแนนรวม" in block.text]  # type: ignore[union-attr]  # fmt: skip
        wrong = [fault for fault in report.faults if fault.rule == "percent-conflict"]
        total = next(s for s in report.scores if s.code == "total")
        if said:
            assert bool(wrong) == (said[0].count(total.printed) < 2)
        else:
            assert not wrong


def test_open_data_between_two_steps_is_expected_only_in_the_established_year() -> None:
    found = [
        (report, fault)
        for report in (*reports("official", 1200), *reports("cards", 1200))
        for fault in report.faults
        if fault.rule == "oit-step" and fault.injected
    ]
    assert found
    for report, fault in found:
        value = next(s.value for s in report.scores if s.code == "10")
        assert fault.fiscal_year == 2564
        assert value % Decimal("6.25") > Decimal("0.01")


def test_flags_of_the_truth_quote_what_is_printed_and_what_it_should_be(tmp_path: Path) -> None:
    entries = [(str(n), "cards", "text", report) for n, report in enumerate(reports("cards", 80))]
    write_truth(tmp_path, entries)
    flags = rows(tmp_path / "flags.csv")
    totals = [row for row in flags if row["rule"] == "total-mismatch"]
    assert totals
    for row in totals:
        assert row["item_type"] == row["code"] == "total"
        assert Decimal(row["printed"]) != Decimal(row["expected"])
    for row in flags:
        if row["rule"] == "rating-mismatch":
            assert row["printed"] != row["expected"]
