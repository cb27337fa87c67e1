"""Tables far larger than any report's are read in the time that their cells take, not its square."""

from __future__ import annotations

from time import process_time

import pytest

from pipeline.read import read
from pipeline.years import find_years
from tests.pipeline.documents import document


def seconds_of(text: str) -> float:
    made = document(text)
    start = process_time()
    read(made)
    return process_time() - start


def test_rows_that_say_nothing_again_cost_little() -> None:
    row = "อบต.หนองบัว\t95.12\n"
    once = seconds_of("หน่วยงาน\tคะแนน\n" + row * 200)
    assert seconds_of("หน่วยงาน\tคะแนน\n" + row * 2_000) < 12 * once + 1


def test_a_row_of_many_columns_takes_the_time_of_its_cells() -> None:
    def wide(columns: int) -> str:
        names = "\t".join(f"ข้อความ{index}" for index in range(columns))
        return f"{names}\n{names}\n"

    once = seconds_of(wide(150))
    assert seconds_of(wide(1_200)) < 16 * once + 1


@pytest.mark.parametrize("year", ["ปีงบประมาณ พ.ศ. 2567", "FY 2024", "ปี 67"])
def test_a_year_is_told_by_the_words_before_it_however_far_into_the_text(year: str) -> None:
    filler = "คำ " * 2_000
    (alone,) = find_years(year)
    (found,) = find_years(filler + year)
    assert (found.year, found.role) == (alone.year, alone.role)
    assert found.start == len(filler) + alone.start


@pytest.mark.parametrize(
    "line",
    ["95.12", "1. การปฏิบัติหน้าที่ 95.12", "อบต.ก้านเหลือง ปีงบประมาณ 2567 ได้คะแนนรวม 95.12 คะแนน"],
)
def test_lines_without_a_gap_take_the_time_of_each(line: str) -> None:
    once = seconds_of(f"{line}\n" * 200)
    assert seconds_of(f"{line}\n" * 1_600) < 16 * once + 1


def test_a_passage_without_end_is_read_to_its_end() -> None:
    lines = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567\n" + "ข้อความทั่วไป\n" * 2_500
    facts = read(document(lines + "คะแนนรวม 95.12 คะแนน\n"))
    assert [score.printed for score in facts.scores] == ["95.12"]
