"""The year of the scores is told from the years of plans, laws and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.years import find_years, header_year, impossible_years, rank_years


def roles(text: str) -> list[tuple[int, str]]:
    return [(year.year, year.role) for year in find_years(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ.๒๕๖๔", [(2564, "score")]),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปี ๒๕๖๕", [(2565, "plan")]),
        ("ผลคะแนน ITA 2021", [(2564, "score")]),
        ("ปีงบประมาณ ๖๕", [(2565, "bare")]),
        ("ผลคะแนน ปี ๒๕๖7", [(2567, "score")]),
        ("เมื่อวันที่ ๑๔ ธันวาคม ๒๕๖๓", [(2563, "other")]),
        ("ประกาศ ณ วันที่ 3 ก.ย. 2566", [(2566, "other")]),
        ("แผนแม่บท (พ.ศ. ๒๕๖๑ - ๒๕๖๕)", [(2561, "other"), (2565, "other")]),
        ("พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. ๒๕๖๐", [(2560, "other")]),
        ("คำสั่งที่ ๑๑๖/๒๕๖๓", []),
        ("พ.ศ. 3105", []),
        ("จำนวน 2564.50 บาท และ 12,564", []),
        ("ปี 65 คน", []),
    ],
)
def test_each_year_gets_the_role_of_the_words_before_it(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert roles(text) == expected


def test_a_header_names_a_year_only_when_it_names_one() -> None:
    assert header_year("ปีงบประมาณ ๒๕๖๔") == 2564
    assert header_year("2563 และ 2564") is None
    assert header_year("คะแนน") is None


def test_years_are_ranked_by_the_weight_of_their_places() -> None:
    texts = [("ผลการประเมิน ปี 2563", 1.0), ("ผลการประเมิน ปี 2564", 3.0), ("แผน ปี 2566", 9.0)]
    assert rank_years(texts, "score") == (2564, 2563)


@given(st.text())
def test_places_of_years_lie_in_the_text(text: str) -> None:
    for year in find_years(text):
        assert 0 <= year.start < year.end <= len(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [("ประจำปีงบประมาณ พ.ศ. ๓๑๐๕", (3105,)), ("ปีงบประมาณ 5563 และปีงบประมาณ 2563", (5563,)),
     ("ปีงบประมาณ พ.ศ. 2542", ()), ("ปีงบประมาณ 2021", ()), ("ปีงบประมาณ 1500 บาท", ()),
     ("ปีงบประมาณ 3,105", ()), ("พ.ศ. 3105", ()), ("ตามการประเมิน ITA ปี 5568", (5568,)),
     ("ประจำปี ๕๕๖๓", (5563,)), ("ประจำปี 2563", ())],
)  # fmt: skip
def test_only_numbers_that_are_called_a_fiscal_year_can_be_impossible_ones(
    text: str, years: tuple[int, ...]
) -> None:
    assert impossible_years(text) == years
