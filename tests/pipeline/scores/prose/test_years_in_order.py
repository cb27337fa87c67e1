"""Several years named together, with a value each."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read, scores

_HEADING = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"
_TWO = [(2565, "total", "79.15"), (2566, "total", "90.40")]


@pytest.mark.parametrize(
    "sentence",
    [
        "คะแนน ITA ของเทศบาลตำบลบ้านสวน ประจำปีงบประมาณ พ.ศ. 2565 และ 2566 เท่ากับ 79.15 และ 90.40 คะแนน ตามลำดับ",
        "เทศบาลตำบลบ้านสวนมีคะแนนรวมในปี 2565 และปี 2566 คือ 79.15 คะแนน และ 90.40 คะแนน ตามลำดับ",
        "เทศบาลตำบลบ้านสวนได้คะแนนรวม ปีงบประมาณ พ.ศ. ๒๕๖๕\nและ ๒๕๖๖ เท่ากับ ๗๙.๑๕\nและ ๙๐.๔๐ คะแนน ตามลำดับ",
        "เทศบาลตำบลบ้านสวนได้คะแนนรวมในปี 2565 - 2566 เท่ากับ 79.15 และ 90.40 ตามลำดับ",
        "ได้คะแนนรวม 79.15 และ 90.40 คะแนน ในปีงบประมาณ พ.ศ. 2565 และ 2566 ตามลำดับ",
        "ปี 2565 และ 2566 ได้คะแนนรวม 79.15 และ 90.40 คะแนน",
    ],
)
def test_each_value_is_of_its_own_year(sentence: str) -> None:
    found = [(year, code, value) for year, code, value in scores(_HEADING + sentence)]
    assert [(year, code, f"{float(value):.2f}") for year, code, value in found] == _TWO


def test_three_years_and_years_that_are_named_latest_first() -> None:
    three = "มีคะแนนรวมในปีงบประมาณ พ.ศ. 2566 2565 และ 2564 เท่ากับ 90.40 79.15 และ 70.05 คะแนน ตามลำดับ"
    assert scores(_HEADING + three) == [
        (2566, "total", "90.40"),
        (2565, "total", "79.15"),
        (2564, "total", "70.05"),
    ]


def test_the_years_of_an_indicator() -> None:
    sentence = "ตัวชี้วัดการใช้งบประมาณ ปี 2565 และ 2566 ได้คะแนน 79.15 และ 90.40 คะแนน ตามลำดับ"
    assert scores(_HEADING + sentence) == [(2565, "2", "79.15"), (2566, "2", "90.40")]


@pytest.mark.parametrize(
    "sentence",
    [
        "มีคะแนนรวมในปี 2564 2565 และ 2566 เท่ากับ 79.15 และ 90.40 คะแนน ตามลำดับ",
        "มีคะแนนรวมในปี 2565 และ 2566 เท่ากับ 70.05 79.15 และ 90.40 คะแนน ตามลำดับ",
        "ได้คะแนนรวม 79.15 และ 90.40 คะแนน ในปี 2564 2565 และ 2566 ตามลำดับ",
    ],
)
def test_nothing_is_read_where_years_and_values_do_not_come_out_even(sentence: str) -> None:
    assert scores(_HEADING + sentence) == []


def test_ratings_named_in_order_are_not_given_to_one_of_the_years() -> None:
    sentence = "มีคะแนนรวมปี 2565 และ 2566 เท่ากับ 79.15 และ 90.40 คะแนน ตามลำดับ อยู่ในระดับ B และ A"
    assert [score.rating for score in read(_HEADING + sentence).scores] == ["", ""]


def test_several_years_before_one_value_say_nothing_of_order() -> None:
    sentence = "จากการเปรียบเทียบปี 2565 และ 2566 พบว่าได้คะแนนรวม 90.40 คะแนน"
    assert scores(_HEADING + sentence) == [(2566, "total", "90.40")]
