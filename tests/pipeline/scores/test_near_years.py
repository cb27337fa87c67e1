"""Headings and introductions that say of which year the scores below them are."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read, ten

_TABLE = "ตัวชี้วัด\tคะแนน\n" + ten("{name}", "{value}")
_INTRODUCTION = (
    "ตามที่สำนักงาน ป.ป.ช. ได้แจ้งผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "ประจำปีงบประมาณ พ.ศ. 2564 ให้หน่วยงานทราบนั้น เทศบาลตำบลบ้านสวนมีคะแนนรวม 84.20 คะแนน {end}"
)


def _years(text: str) -> set[int | None]:
    return {score.fiscal_year for score in read(text).scores}


@pytest.mark.parametrize(
    "heading",
    [
        "แผนปฏิบัติการป้องกันการทุจริต\nประจำปีงบประมาณ พ.ศ. 2565",
        "มาตรการส่งเสริมคุณธรรมภายในหน่วยงาน\nเทศบาลตำบลบ้านสวน\nประจำปี พ.ศ. 2565",
        "โครงการส่งเสริมความโปร่งใส ประจำปี 2565",
    ],
)
@pytest.mark.parametrize("end", ["มีรายละเอียดดังนี้", "จำแนกตามตัวชี้วัด", "ปรากฏตามตารางต่อไปนี้"])
def test_the_year_of_a_plan_in_a_heading_is_not_that_of_the_scores(heading: str, end: str) -> None:
    assert _years(f"{heading}\n\n{_INTRODUCTION.format(end=end)}\n\n{_TABLE}") == {2564}


def test_a_paragraph_that_announces_a_table_says_its_year_under_a_heading_of_scores() -> None:
    heading = "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565"
    announced = _INTRODUCTION.format(end="รายละเอียดดังนี้")
    assert _years(f"{heading}\n\n{announced}\n\n{_TABLE}") == {2564}


def test_a_paragraph_that_only_looks_back_leaves_the_year_to_the_heading_of_scores() -> None:
    heading = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565"
    looks_back = _INTRODUCTION.format(end="ซึ่งหน่วยงานได้นำมาปรับปรุงการดำเนินงานแล้ว")
    found = {score.item.code: score.fiscal_year for score in read(
        f"{heading}\n\n{looks_back}\n\n{_TABLE}").scores}  # fmt: skip
    assert found["total"] == 2564
    assert {found[str(code)] for code in range(1, 11)} == {2565}


def test_a_year_alone_above_a_table_counts_where_no_plan_is_spoken_of() -> None:
    text = f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\nปีงบประมาณ พ.ศ. 2564\n\n{_TABLE}"
    assert _years(text) == {2564}


def test_a_year_compared_with_in_an_introduction_is_not_the_scores_year() -> None:
    text = (
        "เทศบาลตำบลบ้านสวนได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
        "ประจำปีงบประมาณ พ.ศ. 2565 ซึ่งคะแนนเพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 โดยมีคะแนนรายตัวชี้วัดดังนี้"
    )
    plan = "มาตรการส่งเสริมความโปร่งใส\nประจำปีงบประมาณ พ.ศ. 2566"
    assert _years(f"{plan}\n\n{text}\n\n{_TABLE}") == {2565}
