"""Rules on tables, bodies and years fire on what they are for, and on nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Finding, ReadDocument
from pipeline.facts import (
    Body,
    NameVariant,
    Resolution,
    Score,
    UncertainLabel,
)
from tests.pipeline.audit.said import HERE, severities

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]


def by_name(values: Values, order: str) -> Values:
    return {code: values[code] for code in order.split()}


ORDER = "1 3 5 4 2 7 6 8 9 10 total"


def test_years_that_were_each_sorted_under_one_set_of_names_are_flagged(
    findings: Find,
    rows: Rows,
    sound_2564: Values,
    swapped_2562: Values,
    unexplained_2563: Values,
) -> None:
    scores = (
        *rows(by_name(swapped_2562, ORDER), 2562, column=1),
        *rows(by_name(unexplained_2563, ORDER), 2563, column=2),
        *rows(by_name(sound_2564, ORDER), 2564, column=3),
    )
    found = findings("sorted-columns", *scores)
    assert [(one.fiscal_year, one.severity) for one in found] == [(2562, "error"), (2563, "error")]


def test_a_table_ranked_by_one_year_alone_is_sound(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    other = {**sound_2564, "3": "60.00", "10": "93.75", "total": "60.00"}
    scores = (
        *rows(by_name(other, ORDER), 2565, column=1),
        *rows(by_name(sound_2564, ORDER), 2564, column=2),
    )
    assert not findings("sorted-columns", *scores)


def test_columns_in_one_order_are_sound_where_their_totals_recompute(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    scores = (
        *rows(by_name(sound_2564, ORDER), 2565, column=1),
        *rows(by_name(sound_2564, ORDER), 2564, column=2),
    )
    assert not findings("sorted-columns", *scores)


def test_order_alone_is_a_warning_only_where_chance_is_negligible(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    del sound_2564["total"]
    order = ORDER.removesuffix(" total")
    tables = [rows(by_name(sound_2564, order), 2562 + n, column=n) for n in range(3)]
    assert not findings("sorted-columns", *tables[0], *tables[1])
    three = findings("sorted-columns", *tables[0], *tables[1], *tables[2])
    assert severities(three) == ["warning"] * 3


@pytest.mark.parametrize(
    ("left_out", "severity"), [([], []), (["7"], ["warning"]), (["3", "4", "5", "6", "7"], [])]
)
def test_a_table_with_most_indicators_must_have_all(
    findings: Find, rows: Rows, sound_2564: Values, left_out: list[str], severity: list[str]
) -> None:
    kept = {code: value for code, value in sound_2564.items() if code not in left_out}
    assert severities(findings("indicator-missing", *rows(kept))) == severity


def test_one_indicator_in_two_rows_with_two_scores_is_flagged(findings: Find, rows: Rows) -> None:
    (one,) = rows({"5": "85.27"})
    (two,) = rows({"5": "6.25"})
    below = replace(two, place=replace(two.place, row=9))
    assert severities(findings("indicator-duplicated", one, below)) == ["warning"]
    again = replace(below, value=one.value)
    assert not findings("indicator-duplicated", one, again)


def numbered(scores: tuple[Score, ...], **changes: Any) -> list[Score]:
    return [
        replace(score, printed_number=number, **changes)
        for number, score in enumerate(scores, start=1)
    ]


def test_a_stated_number_that_is_not_the_official_one_is_flagged_once_a_row(
    findings: Find, rows: Rows
) -> None:
    values = {"1": "96.17", "3": "93.75"}
    table = numbered(rows(values, 2563), number_is_stated=True)
    table += numbered(rows(values, 2562, column=2), number_is_stated=True)
    (found,) = findings("indicator-number-conflict", *table)
    assert (found.severity, found.expected) == ("warning", "3")


def test_bare_numbers_count_only_in_a_full_list_of_ten(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    full = by_name(sound_2564, ORDER.removesuffix(" total"))
    few = by_name(sound_2564, "3 5 1")
    assert not findings("indicator-number-conflict", *numbered(rows(few)))
    found = findings("indicator-number-conflict", *numbered(rows(full)))
    assert set(severities(found)) == {"info"}
    assert len(found) == 5
    assert not findings("indicator-number-conflict", *numbered(rows(sound_2564))[:10])


def test_an_uncertain_label_is_shown_with_what_it_could_be(findings: Find) -> None:
    label = UncertainLabel("การ…การทุจริต", "50.00", HERE, (("5", 88.0), ("10", 87.0)), 2564)
    (found,) = findings("label-uncertain", uncertain=(label,))
    assert "5 (88), 10 (87)" in found.message
    assert not findings("label-uncertain")


def resolved(**changes: Any) -> Resolution:
    return replace(Resolution("resolved", Body("sao", "ทดสอบ"), "อบต.ทดสอบ"), **changes)


def test_spellings_ambiguity_and_strangers_are_reported(findings: Find) -> None:
    variant = NameVariant("อบต.ทดสบ", "อบต.ทดสอบ", HERE, 1)
    unsure = resolved(status="ambiguous", candidates=(Body("sao", "ทดสอบ", "เหนือ"),))
    stranger = Resolution("unknown", None)
    for rule, reporter, severity in (
        ("agency-name-variant", resolved(variants=(variant,)), "info"),
        ("agency-ambiguous", unsure, "warning"),
        ("agency-unknown", stranger, "warning"),
    ):
        assert severities(findings(rule, reporter=reporter)) == [severity]
        assert not findings(rule, reporter=resolved())


def test_a_body_that_no_list_holds_is_told_of_the_register(findings: Find) -> None:
    (found,) = findings("agency-unknown", reporter=resolved(status="unknown"))
    assert "--agencies FILE" in found.message
    assert "--agencies FILE" in found.message_th


def test_a_document_without_scores_or_measures_need_not_name_a_body(findings: Find) -> None:
    assert not findings("agency-unknown", kind="other", reporter=Resolution("unknown", None))


def test_strangers_of_two_documents_are_never_taken_for_one_body(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    stranger = Resolution("unknown", None)
    read = [
        document(*rows({"total": total}), name=total, reporter=stranger)
        for total in ("56.72", "77.16")
    ]
    assert len(audit(read).agency_years) == 2


def test_years_that_cannot_be_or_do_not_fit_are_flagged(findings: Find, rows: Rows) -> None:
    rule, scores = "fiscal-year-conflict", rows({"1": "91.76"})
    assert not findings(rule, *scores, stated_years=(2564, 2563))
    assert not findings(rule, *scores)
    assert [one.printed for one in findings(rule, *scores, stated_years=(2564, 3105))] == ["3105"]
    assert [one.expected for one in findings(rule, *scores, stated_years=(2562,))] == ["2562"]


def test_scores_without_a_year_are_kept_and_said_to_be_unaudited(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    result = audited(*rows({"1": "91.76"}, None))
    assert [one.rule for one in result.findings] == ["fiscal-year-conflict"]
    assert (result.agency_years, list(result.assurances.values())) == ((), ["read"])


def test_a_look_alike_document_is_named(findings: Find, rows: Rows) -> None:
    (found,) = findings("look-alike-scheme", *rows({"1": "9.00"}), look_alike="lpa")
    assert "Local Performance Assessment" in found.message
    assert not findings("look-alike-scheme", *rows({"1": "9.00"}))
