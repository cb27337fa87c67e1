"""Columns of instruments: scores of 100, weighted points, and headers of two rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.labels import match
from tests.pipeline.published.conftest import TEN, TOTAL, Result

Audit = Callable[..., Result]

WHO = ("อบต.ก้านเหลือง", "2564")
POINTS = ("25.83", "22.88", "8.00")
SCORES = ("86.12", "76.28", "20.01")


@pytest.mark.parametrize(
    ("names", "total"),
    [
        (("IIT (30)", "EIT (30)", "OIT (40)"), "รวม (100)"),
        (("IIT (30%)", "EIT (30%)", "OIT (40%)"), "คะแนนรวม"),
        (("IIT เต็ม ๓๐", "EIT เต็ม ๓๐", "OIT เต็ม ๔๐"), "คะแนนรวม"),
        (("IIT weighted", "EIT weighted", "OIT weighted"), "total"),
    ],
)
def test_headers_that_name_the_weight_head_points_where_no_cell_is_over_it(
    audited: Audit, names: tuple[str, ...], total: str
) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", *names, total)
    result = audited(a_csv=[header, (*WHO, *POINTS, "56.71")])
    assert result.years[0]["verdict"] == "consistent"
    assert {row["out_of"] for row in result.rows("scores")} == {"30", "40", "100"}


def test_a_weight_named_beside_scores_of_100_makes_no_points(audited: Audit) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", "IIT (30%)", "EIT (30%)", "OIT (40%)", "คะแนนรวม")
    result = audited(a_csv=[header, (*WHO, *SCORES, TOTAL)])
    assert result.years[0]["verdict"] == "consistent"
    assert (result.years[0]["iit"], result.years[0]["oit"]) == ("86.12", "20.01")


def test_scores_and_points_under_merged_instruments(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "", "EIT", "", "OIT", "", "คะแนนรวม")
    lower = ("", "", *("คะแนน", "ถ่วงน้ำหนัก") * 3, "")
    both = [cell for pair in zip(SCORES, POINTS, strict=True) for cell in pair]
    result = audited(a_csv=[upper, lower, (*WHO, *both, TOTAL)])
    assert not result.problems()
    assert (result.years[0]["iit"], result.years[0]["verdict"]) == ("86.12", "consistent")
    assert len(result.rows("scores")) == 7


def test_numbers_of_indicators_under_merged_instruments(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", *[""] * 4, "EIT", "", "", "OIT", "", "คะแนนรวม")
    lower = ("", "", *map(str, range(1, 11)), "")
    result = audited(a_csv=[upper, lower, (*WHO, *TEN, TOTAL)])
    assert [result.years[0][f"i{n}"] for n in range(1, 11)] == TEN
    assert (result.years[0]["iit"], result.years[0]["verdict"]) == ("", "consistent")


def test_a_merged_header_over_columns_of_unknown_names_is_not_guessed(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "", "EIT", "OIT", "คะแนนรวม")
    lower = ("", "", "รอบแรก", "รอบหลัง", "", "", "")
    result = audited(a_csv=[upper, lower, (*WHO, "50.00", *SCORES, TOTAL)])
    assert "Rows 1–2: C «IIT» stand over several columns" in result.problems()
    assert (result.years[0]["iit"], result.years[0]["verdict"]) == ("", "incomplete")
    assert not result.outcome.errors


def test_a_rating_under_an_instrument_is_not_that_of_the_total(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "", "EIT", "OIT", "คะแนนรวม")
    lower = ("", "", "คะแนน", "ระดับ", "คะแนน", "คะแนน", "")
    result = audited(a_csv=[upper, lower, (*WHO, SCORES[0], "A", *SCORES[1:], TOTAL)])
    assert (result.years[0]["rating"], result.years[0]["verdict"]) == ("", "consistent")


@pytest.mark.parametrize("text", ["คะแนนรวม MOIT", "MOIT", "EOIT"])
def test_a_longer_acronym_is_not_the_instrument_inside_it(text: str) -> None:
    found = match(text).item
    assert found is None or found.item_type != "instrument"


def test_totals_under_instruments_are_their_scores(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", *[""] * 5, "EIT", *[""] * 3, "OIT", "", "", "คะแนนรวม")
    numbers = [f"ตัวชี้วัดที่ {n}" for n in range(1, 11)]
    lower = ("", "", *numbers[:5], "รวม", *numbers[5:8], "รวม", *numbers[8:], "รวม", "")
    values = (*TEN[:5], SCORES[0], *TEN[5:8], SCORES[1], *TEN[8:], SCORES[2], TOTAL)
    result = audited(a_csv=[upper, lower, (*WHO, *values)])
    assert not result.problems()
    assert not result.outcome.errors
    year = result.years[0]
    assert (year["iit"], year["oit"], year["total"]) == (SCORES[0], SCORES[2], TOTAL)
    assert (year["i10"], year["verdict"]) == (TEN[9], "consistent")


def test_one_total_after_the_last_instrument_is_the_total(audited: Audit) -> None:
    upper = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "", "EIT", "", "OIT", "", "")
    lower = ("", "", *("คะแนน", "ถ่วงน้ำหนัก") * 3, "รวม")
    both = [cell for pair in zip(SCORES, POINTS, strict=True) for cell in pair]
    result = audited(a_csv=[upper, lower, (*WHO, *both, TOTAL)])
    assert (result.years[0]["total"], result.years[0]["verdict"]) == (TOTAL, "consistent")
