"""Where the auditor holds back: proofs, rankings of causes, choices between readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Finding, ReadDocument
from pipeline.audit.slips import digit_changes, transpositions
from pipeline.facts import Body, Claim, Item, Place, RankedList, Resolution, Score

Rows = Callable[..., tuple[Score, ...]]
Find = Callable[..., list[Finding]]
Values = dict[str, str]
ORDER = ("1", "3", "5", "4", "2", "7", "6", "8", "9", "10")


def test_a_total_too_coarse_to_show_a_point_proves_nothing(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    values = dict.fromkeys(map(str, range(1, 11)), "80") | {"total": "80"}
    (year,) = audited(*rows(values, 2565)).agency_years
    assert (year.verdict, year.assurance) == ("consistent", "read")
    sharper = {code: f"{value}.00" for code, value in values.items()}
    assert audited(*rows(sharper, 2565)).agency_years[0].assurance == "proved"


def test_slips_give_only_numbers_that_somebody_would_print() -> None:
    assert set(transpositions(Decimal("60.51"))) == {Decimal("65.01"), Decimal("60.15")}
    assert set(transpositions(Decimal("6.25"))) == {Decimal("2.65"), Decimal("6.52")}
    changed = set(digit_changes(Decimal("10.0")))
    assert max(changed) == Decimal("90.0")
    assert Decimal("0.0") not in changed
    assert len(changed) == 8 + 9 + 9


def test_a_cause_that_would_break_a_printed_instrument_ranks_below_one_that_does_not(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "IIT": "86.12", "EIT": "76.28", "OIT": "20.01", "total": "57.72"}
    (found,) = findings("total-mismatch", *rows(values, 2565))
    assert found.candidates[0].changes == (("total", "57.72", "56.72"),)
    assert found.candidates[0].unique


def test_a_cause_that_mends_other_numbers_too_ranks_first(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "8": "84.11"}
    printed = tuple(Decimal(values[code]) for code in ORDER)
    ranked = RankedList(Place(1, 5), ORDER, printed, True, 2565)
    (found,) = findings("total-mismatch", *rows(values, 2565), rankings=(ranked,))
    assert found.candidates[0].changes == (("8", "84.11", "74.11"),)


def test_weighted_points_alone_give_the_total_and_one_flag(findings: Find, rows: Rows) -> None:
    cards = rows({"IIT": "27.00", "EIT": "24.00"}, 2565, out_of=Decimal(30))
    cards += rows({"OIT": "40.00"}, 2565, out_of=Decimal(40))
    assert not findings("total-mismatch", *cards, *rows({"total": "91.00"}, 2565))
    wrong = (*cards, *rows({"total": "92.00"}, 2565))
    assert len(findings("total-mismatch", *wrong)) == 1
    assert not findings("weighted-mismatch", *wrong)


def test_points_out_of_other_marks_than_their_weight_are_not_added_up(
    findings: Find, rows: Rows
) -> None:
    cards = rows({"IIT": "45.00", "EIT": "40.00", "OIT": "50.00"}, 2565, out_of=Decimal(50))
    scores = rows({"IIT": "90.00", "EIT": "80.00", "OIT": "100.00", "total": "91.00"}, 2565)
    assert not findings("weighted-mismatch", *cards, *scores)


def test_one_ambiguous_name_in_two_documents_corroborates_nothing(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    unsure = Resolution("ambiguous", Body("sao", "หนองบัว"), "อบต.หนองบัว")
    read = [document(*rows({"total": "56.72"}), name=name, reporter=unsure) for name in ("a", "b")]
    assert set(audit(read).assurances.values()) == {"read"}


def test_a_few_rows_in_order_are_no_sorted_columns(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    few = {code: sound_2564[code] for code in ORDER[:5]}
    scores = [score for n in range(7) for score in rows(few, 2562 + n, column=n)]
    assert not findings("sorted-columns", *scores)


def test_conflicting_values_that_both_fit_are_not_told_apart(
    findings: Find, rows: Rows, sound_2564: Values
) -> None:
    (found,) = findings("value-conflict", *rows(sound_2564), *rows({"3": "87.18"}, table=1))
    assert "no other of them" not in found.message


@pytest.mark.parametrize(("count", "wrong"), [("3", 0), ("1", 0), ("2", 1)])
def test_counts_may_follow_the_bodys_own_target_or_the_schemes(
    findings: Find, rows: Rows, sound_2564: Values, count: str, wrong: int
) -> None:
    said = Claim("pass-count", "ผ่าน", Place(1, 1), Decimal(count))
    own = rows(sound_2564, target=Decimal(90))
    assert len(findings("pass-count-mismatch", *own, claims=(said,))) == wrong


def test_one_part_of_the_external_instrument_leaves_the_level_open(
    findings: Find, rows: Rows
) -> None:
    values = dict.fromkeys(map(str, range(1, 11)), "96.00")
    (total,) = rows({"total": "96.00"}, 2567, rating="ผ่านดี")
    assert findings("rating-mismatch", *rows(values, 2567), total)
    part = rows({"EIT1": "90.00"}, 2567)
    assert not findings("rating-mismatch", *rows(values, 2567), *part, total)


def test_a_value_out_of_range_is_never_used(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    result = audited(*rows({**sound_2564, "4": "835.0"}))
    (year,) = result.agency_years
    assert "4" not in dict(year.values)
    assert (year.verdict, year.recomputed_rating) == ("incomplete", "")
    assert [one.rule for one in result.findings] == ["score-out-of-range"]


def test_a_scheme_named_beside_a_row_outweighs_what_the_document_is_about(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    named = audited(*rows(sound_2564, scheme_hint="ita-2562"), look_alike="lpa")
    assert named.agency_years[0].verdict == "consistent"
    unnamed = audited(*rows(sound_2564), look_alike="lpa")
    assert unnamed.agency_years[0].verdict == "unverifiable"


def test_a_look_alikes_scores_never_conflict_with_the_real_ones(
    document: Callable[..., ReadDocument], rows: Rows, sound_2564: Values
) -> None:
    real = document(*rows(sound_2564), name="a.txt")
    foreign = document(*rows({"total": "12.00"}), name="b.txt", look_alike="lpa")
    result = audit([real, foreign])
    assert [one.rule for one in result.findings] == ["look-alike-scheme"]
    assert result.agency_years[0].verdict == "consistent"


def test_the_fullest_form_of_a_body_is_kept(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    short = Body("sao", "ทดสอบ", "เมือง", "ทดลอง")
    full = replace(short, official_name="องค์การบริหารส่วนตำบลทดสอบ")
    read = [
        document(*rows({"1": "90.00"}), name=name, body=body)
        for name, body in (("a", short), ("b", full))
    ]
    result = audit(read)
    assert list(result.bodies.values()) == [full]
    assert result.agency_years[0].body == full


@pytest.mark.parametrize(
    ("years", "reported", "wrong"),
    [((2564,), 2565, 1), ((2563, 2564), 2564, 1), ((2563, 2564), 2565, 0)],
)
def test_a_statement_without_a_year_speaks_of_the_documents_or_of_the_only_one(
    findings: Find, rows: Rows, years: Any, reported: int, wrong: int
) -> None:
    said = Claim("percent", "ร้อยละ", Place(1, 1), Decimal("61.50"), item=Item("total", "total"))
    scores = [
        score for n, year in enumerate(years) for score in rows({"total": "56.72"}, year, column=n)
    ]
    found = findings("percent-conflict", *scores, claims=(said,), fiscal_year=reported)
    assert len(found) == wrong


def test_documents_that_may_mean_different_bodies_are_not_recomputed_with_each_other(
    document: Callable[..., ReadDocument], rows: Rows, sound_2564: Values
) -> None:
    unsure = Resolution("ambiguous", Body("sao", "หนองบัว"), "อบต.หนองบัว")
    cards = {"IIT": "91.00", "EIT": "90.00", "OIT": "95.00", "total": "92.30"}
    read = [
        document(*rows(values), name=name, reporter=unsure)
        for name, values in (("a.txt", sound_2564), ("b.txt", cards))
    ]
    result = audit(read)
    assert [one.rule for one in result.findings if one.severity == "error"] == []
    (year,) = result.agency_years
    assert year.verdict == "consistent"
    assert "total" not in dict(year.values)
    assert "IIT" not in dict(year.values)
    known = [
        replace(one, facts=replace(one.facts, reporter=document().facts.reporter)) for one in read
    ]
    assert "instrument-mismatch" in {one.rule for one in audit(known).findings}


@pytest.mark.parametrize("rating", ["A", "B"])
def test_a_total_of_three_decimals_may_be_rated_by_its_two(
    audited: Callable[..., Audited], rows: Rows, rating: str
) -> None:
    result = audited(*rows({"total": "84.995"}, 2565, rating=rating), fiscal_year=2565)
    assert not result.findings


def test_a_total_out_of_range_says_nothing_of_its_rating(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    result = audited(*rows({"total": "655.26"}, 2564, rating="C"))
    assert {one.rule for one in result.findings} == {"score-out-of-range"}
