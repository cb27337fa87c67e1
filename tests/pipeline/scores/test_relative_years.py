"""Headers and rows that say "last year" and "this year"."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import scores

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n"
ROWS = "การปฏิบัติหน้าที่\t81.11\t91.10\nการใช้อำนาจ\t83.31\t93.30"


def _years(above: str, table: str) -> dict[str, int | None]:
    return {value: year for year, _, value in scores(f"{HEADER}{above}\n\n{table}")}


@pytest.mark.parametrize(
    ("earlier", "this"),
    [
        ("ปีที่ผ่านมา", "ปีปัจจุบัน"),
        ("คะแนนปีก่อนหน้า", "คะแนนปีนี้"),
        ("ครั้งก่อน", "ครั้งนี้"),
        ("ปีที่แล้ว", "ปี 2565"),
    ],
)
@pytest.mark.parametrize("other", ["", "\tเพิ่ม/ลดจากปีก่อน"])
def test_the_year_around_a_table_is_this_year(earlier: str, this: str, other: str) -> None:
    rows = "\n".join(row + ("\t+10.00" if other else "") for row in ROWS.split("\n"))
    found = _years("", f"ตัวชี้วัด\t{earlier}\t{this}{other}\n{rows}")
    assert (found["81.11"], found["91.10"]) == (2564, 2565)


@pytest.mark.parametrize(
    ("above", "earlier"),
    [
        ("เปรียบเทียบปีงบประมาณ พ.ศ. 2565 (ปีปัจจุบัน) กับปีงบประมาณ พ.ศ. 2563 (ปีที่ผ่านมา)", 2563),
        ("ปีที่ผ่านมา คือ พ.ศ. 2563 ปีปัจจุบัน คือ พ.ศ. 2565", 2563),
        ("ตารางเปรียบเทียบผลการประเมินปี 2563 และปี 2565", 2563),
        ("ปีปัจจุบัน (ปีงบประมาณ พ.ศ. 2565)", 2564),
    ],
)
def test_the_text_above_a_table_says_which_years_are_meant(above: str, earlier: int) -> None:
    found = _years(above, f"ตัวชี้วัด\tปีที่ผ่านมา\tปีปัจจุบัน\n{ROWS}")
    assert (found["81.11"], found["91.10"]) == (earlier, 2565)


def test_rows_may_be_of_last_year_and_this_year() -> None:
    rows = "ปีที่ผ่านมา\t81.00\t82.00\t83.00\nปีปัจจุบัน\t91.00\t92.00\t93.00"
    found = _years("", f"รายการ\tIIT\tEIT\tOIT\n{rows}")
    assert found["81.00"] == found["83.00"] == 2564
    assert found["91.00"] == found["93.00"] == 2565


def test_a_year_that_the_header_names_for_another_column_is_not_given_twice() -> None:
    found = _years("", f"ตัวชี้วัด\tปีปัจจุบัน\tปี 2565\n{ROWS}")
    assert found == {"91.10": 2565, "93.30": 2565}


TABLE = "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t{}\n"


def test_headings_of_this_year_and_the_one_before_part_their_tables() -> None:
    text = f"ผลคะแนนปีปัจจุบัน\n\n{TABLE.format('91.10')}\nผลคะแนนปีที่ผ่านมา\n\n{TABLE.format('81.11')}"
    assert _years("", text) == {"91.10": 2565, "81.11": 2564}


@pytest.mark.parametrize("other", ["มาตรการปีปัจจุบัน", "ผลการประเมินเทียบกับปีนี้", "แผนงาน"])
def test_a_heading_of_the_year_before_alone_may_be_of_the_report_itself(other: str) -> None:
    text = f"ผลคะแนนปีที่ผ่านมา\n\n{TABLE.format('81.11')}\n{other}\n\nประเด็น\tแนวทาง\nก\tข"
    assert _years("", text) == {"81.11": 2565}
