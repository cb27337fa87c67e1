"""The row below the questions of one indicator."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Line, Page, Table
from pipeline.scores.find import find_scores
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import by_code

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\nคะแนนรวม 84.20 คะแนน\n\n"
_HEAD = "ข้อ\tคำถาม\tคะแนน\n"


def _asked(first: int, *values: str) -> str:
    return "".join(f"I{first + n}\tท่านเห็นว่าเพียงใด\t{v}\n" for n, v in enumerate(values))


@pytest.mark.parametrize(
    "foot",
    ["เฉลี่ย", "รวม", "คะแนนเฉลี่ยตัวชี้วัด", "ค่าเฉลี่ยตัวชี้วัดที่ 2", "คะแนนรวมเฉลี่ย", "ผลคะแนนรวมของตัวชี้วัดนี้"],
)
@pytest.mark.parametrize(
    "heading", ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ตารางที่ 3 คะแนนรายข้อด้านการใช้งบประมาณ", "2) การใช้งบประมาณ"]
)
def test_the_foot_of_a_question_table_is_its_indicators_score(heading: str, foot: str) -> None:
    text = f"{_TITLE}{heading}\n{_HEAD}{_asked(7, '80.00', '82.00')}{foot}\t\t81.00"
    assert by_code(text) == {"total": "84.20", "I7": "80.00", "I8": "82.00", "2": "81.00"}


@pytest.mark.parametrize(
    "heading",
    [
        "ผลการประเมินรายข้อคำถาม",
        "แบบวัด IIT",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน",
        "การใช้งบประมาณและการใช้อำนาจ",
    ],
)
def test_without_one_fitting_indicator_it_is_nothing(heading: str) -> None:
    text = f"{_TITLE}{heading}\n{_HEAD}{_asked(7, '80.00', '82.00')}เฉลี่ย\t\t81.00"
    assert by_code(text) == {"total": "84.20", "I7": "80.00", "I8": "82.00"}


def test_another_number_than_the_headings_makes_it_nothing() -> None:
    text = f"{_TITLE}ตัวชี้วัดที่ 2 การใช้งบประมาณ\n{_HEAD}{_asked(7, '80.00')}คะแนนเฉลี่ยตัวชี้วัดที่ 3\t\t81.00"
    assert by_code(text) == {"total": "84.20", "I7": "80.00"}


def test_a_heading_is_that_of_its_own_table_alone() -> None:
    one = f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n{_HEAD}{_asked(1, '90.00', '92.00')}รวม\t\t91.00\n\n"
    other = f"{_HEAD}{_asked(7, '80.00', '82.00')}รวม\t\t81.00\n"
    found = by_code(_TITLE + one + other)
    assert (found["total"], found["1"], "2" in found) == ("84.20", "91.00", False)


def test_indicators_named_in_rows_of_the_table_have_the_means_below_them() -> None:
    text = (
        f"{_TITLE}{_HEAD}การปฏิบัติหน้าที่\t\t\n{_asked(1, '90.00', '92.00')}เฉลี่ย\t\t91.00\n"
        f"การใช้งบประมาณ\t\t\n{_asked(7, '80.00', '82.00')}เฉลี่ย\t\t81.00"
    )
    found = by_code(text)
    assert (found["total"], found["1"], found["2"]) == ("84.20", "91.00", "81.00")


def test_a_mean_whose_label_stands_below_the_questions_words_is_found() -> None:
    rows = f"{_HEAD}{_asked(7, '80.00', '82.00')}\tคะแนนเฉลี่ยตัวชี้วัด\t81.00"
    found = by_code(f"{_TITLE}การใช้งบประมาณ\n{rows}")
    assert found == {"total": "84.20", "I7": "80.00", "I8": "82.00", "2": "81.00"}


def test_a_total_below_questions_of_all_instruments_stays_the_total() -> None:
    rows = "I1\tก\t90.00\nE1\tข\t80.00\nO1\tค\t100.00\nคะแนนรวม\t\t84.20\n"
    assert by_code(_TITLE + _HEAD + rows)["total"] == "84.20"


@pytest.mark.parametrize("again", [(), (("ข้อ", "คำถาม", "คะแนน"),)])
@pytest.mark.parametrize("rest", [(), (("I9", "เพียงใด", "84.00"),)])
def test_a_mean_behind_the_end_of_a_page_is_that_of_the_questions_before(
    again: tuple[tuple[str, ...], ...], rest: tuple[tuple[str, ...], ...]
) -> None:
    heading = Line("การใช้งบประมาณ", "การใช้งบประมาณ", 1, 1)
    first = table(("ข้อ", "คำถาม", "คะแนน"), ("I7", "เพียงใด", "80.00"), ("I8", "เพียงใด", "82.00"))
    foot = _on_page(2, table(*again, *rest, ("เฉลี่ย", "", "82.00")))
    found = find_scores(_pages((heading, first), (foot,)), 2565).scores
    assert [score.item.code for score in found] == ["I7", "I8", *(row[0] for row in rest), "2"]
    other = Line("คุณภาพการดำเนินงาน", "คุณภาพการดำเนินงาน", 1, 2)
    asked = table(*again, ("E1", "เพียงใด", "90.00"), ("เฉลี่ย", "", "90.00"))
    found = find_scores(_pages((heading, first), (other, _on_page(2, asked))), 2565).scores
    assert [score.item.code for score in found] == ["I7", "I8", "E1", "6"]


def _pages(*pages: tuple[Line | Table, ...]) -> Document:
    made = tuple(Page(number, blocks) for number, blocks in enumerate(pages, 1))
    return Document(made, "text/plain", "hand")


def _on_page(number: int, one: Table) -> Table:
    rows = tuple(tuple(replace(cell, page=number) for cell in row) for row in one.rows)
    return replace(one, rows=rows, page=number)
