"""Each rule fires on what it is for, and is silent on the sound case beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Finding, ReadDocument
from pipeline.facts import (
    Body,
    Claim,
    Item,
    NameVariant,
    Place,
    RankedList,
    Resolution,
    Score,
    UncertainLabel,
)

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]

HERE = Place(2, 30)
POINTS = Decimal(30)


def claim(kind: Any, value: str | None = None, code: str = "", **more: Any) -> Claim:
    item = Item("indicator" if code.isdigit() else "total", code) if code else None
    return Claim(kind, "ตามที่ระบุ", HERE, Decimal(value) if value else None, item=item, **more)


def severities(found: list[Finding]) -> list[str]:
    return [one.severity for one in found]


# --- weighted points


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


# --- ratings and targets


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


# --- statements


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


# --- single values


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


# --- conflicts


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


# --- tables


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


# --- bodies and years


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
