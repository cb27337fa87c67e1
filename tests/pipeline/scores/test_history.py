"""Years in which the assessment came to be, and years of scores."""

from __future__ import annotations

import pytest

from pipeline.scores.history import without_history
from pipeline.scores.years import score_years
from tests.pipeline.documents import document
from tests.pipeline.scores.reading import read, scores, ten

_TITLE = "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566\nเทศบาลตำบลบ้านสวน"
_TABLE = "ตัวชี้วัด\tคะแนน\n" + ten("{name}", "{value}")
_TOLD = (
    "การประเมินคุณธรรมและความโปร่งใสดำเนินการตั้งแต่ปีงบประมาณ พ.ศ. 2556",
    "สำนักงาน ป.ป.ช. เริ่มใช้ ITA เป็นครั้งแรกในปี พ.ศ. 2557",
    "หน่วยงานเข้าร่วมการประเมินนับตั้งแต่ปี 2562",
    "มีการปรับปรุงเครื่องมือการประเมิน ITA เมื่อปีงบประมาณ พ.ศ. 2562 โดยแบ่งเป็น 3 เครื่องมือ",
    "การประเมิน ITA มีการปรับปรุงเครื่องมือเมื่อ\nปี พ.ศ. 2562 โดยใช้แบบวัด 3 แบบ",
)


@pytest.mark.parametrize("told", _TOLD)
def test_a_year_in_which_the_assessment_came_to_be_is_not_that_of_a_table(told: str) -> None:
    text = f"{_TITLE}\n\n{told}\n\n{_TABLE}"
    assert {score.fiscal_year for score in read(text).scores} == {2566}
    assert score_years(document(text)) == (2566,)


@pytest.mark.parametrize("told", _TOLD)
def test_nor_is_it_that_of_a_score_further_on(told: str) -> None:
    text = f"{_TITLE}\n\n{told} และในครั้งนี้เทศบาลตำบลบ้านสวนได้คะแนนรวม 91.22 คะแนน"
    assert scores(text) == [(2566, "total", "91.22")]


def test_a_series_of_scores_may_begin_with_a_year() -> None:
    series = "เทศบาลตำบลบ้านสวนมีผลการประเมิน ITA ตั้งแต่ปี 2564 ได้คะแนนรวม 80.11 คะแนน และปี 2565 ได้คะแนนรวม 88.17 คะแนน"
    assert scores(series) == [(2564, "total", "80.11"), (2565, "total", "88.17")]
    begun = "การประเมิน ITA ตั้งแต่ปี 2564 ได้คะแนนรวม 80.11 คะแนน"
    assert scores(f"{_TITLE}\n\n{begun}") == [(2564, "total", "80.11")]


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565",
        "การปรับปรุงระบบการทำงาน ปี 2564 ได้ 80.12 คะแนน",
        "ปรับปรุงการทำงานตามผลการประเมิน ITA ปี 2564",
        "พัฒนาเครื่องมือจากผลการประเมิน ปี 2564",
    ],
)
def test_other_years_stay(text: str) -> None:
    assert without_history(text) == text


def test_prose_below_rows_of_years_is_of_the_last_of_them() -> None:
    rows = "\n".join(
        f"{year}\t8{at}.10\t8{at}.20\t8{at}.30" for at, year in enumerate(range(2563, 2568))
    )
    title = "เปรียบเทียบผลการประเมิน ITA\nประจำปีงบประมาณ พ.ศ. 2563 - 2567"
    below = "จุดเด่น\n1) ตัวชี้วัดการใช้อำนาจ ได้คะแนน 96.40 คะแนน"
    found = scores(f"{title}\n\nปีงบประมาณ\tIIT\tEIT\tOIT\n{rows}\n\n{below}")
    assert [year for year, code, _ in found if code == "3"] == [2567]


def test_rows_of_years_to_come_are_not_those_of_scores() -> None:
    rows = "\n".join(f"{year}\tร้อยละ 85" for year in range(2566, 2571))
    text = f"ปี\tเป้าหมาย\n{rows}"
    assert 2570 not in score_years(document(text))
