"""The year that a sentence says of its own number."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import scores

_HEADING = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"


@pytest.mark.parametrize("this", ["ปีนี้", "ในปีปัจจุบัน", "ปีล่าสุด", "ปีงบประมาณนี้", "ปีงบประมาณ\nปัจจุบัน"])
def test_this_year_is_not_the_year_before_that_was_named(this: str) -> None:
    sentence = f"ปีที่ผ่านมา (พ.ศ. 2565) ได้คะแนนรวม 80.15 คะแนน {this}ได้คะแนนรวม 91.45 คะแนน"
    assert scores(_HEADING + sentence) == [(2565, "total", "80.15"), (2566, "total", "91.45")]


def test_what_follows_this_year_is_of_this_year() -> None:
    sentence = "ปี 2565 IIT ได้ 80.15 คะแนน ปีนี้ IIT ได้ 91.45 คะแนน และ EIT ได้ 88.30 คะแนน"
    assert scores(_HEADING + sentence) == [
        (2565, "IIT", "80.15"),
        (2566, "IIT", "91.45"),
        (2566, "EIT", "88.30"),
    ]


def test_this_year_compared_with_a_year_that_is_named_behind_it() -> None:
    sentence = "ปีนี้ได้คะแนนรวม 91.45 คะแนน ส่วนปีที่แล้ว (พ.ศ. 2565) ได้คะแนนรวม 80.15 คะแนน"
    assert scores(_HEADING + sentence) == [(2566, "total", "91.45"), (2565, "total", "80.15")]


def test_a_year_named_with_these_words_is_their_year() -> None:
    for this in ("ปีนี้ (พ.ศ. 2566) ได้", "ปี พ.ศ. 2566 ซึ่งเป็นปีล่าสุด ได้"):
        sentence = f"ปี 2565 ได้คะแนนรวม 80.15 คะแนน {this}คะแนนรวม 91.45 คะแนน"
        assert scores(_HEADING + sentence)[1:] == [(2566, "total", "91.45")]


def test_this_year_is_left_out_where_it_is_later_than_the_year_around() -> None:
    sentence = "ปีที่ผ่านมา (พ.ศ. 2566) ได้คะแนนรวม 80.15 คะแนน ปีนี้ได้คะแนนรวม 91.45 คะแนน"
    assert scores(_HEADING + sentence) == [(2566, "total", "80.15")]
    assert scores(_HEADING + sentence + " IIT ได้ 88.30 คะแนน") == [(2566, "total", "80.15")]


def test_this_year_of_a_report_that_names_no_year() -> None:
    sentence = "ผลการประเมิน ITA ปีนี้ได้คะแนนรวม 91.45 คะแนน"
    assert scores(sentence) == [(None, "total", "91.45")]


@pytest.mark.parametrize(
    "words",
    ["ในปีงบประมาณ\nพ.ศ. 2567", "ในปี\nงบประมาณ พ.ศ. 2567", "(ปีงบประมาณ พ.ศ.\n2567)", "ใน\nปี 2567"],
)
def test_a_year_behind_a_number_may_run_over_the_end_of_its_line(words: str) -> None:
    sentence = f"เทศบาลเมืองสวนหลวง อำเภอเมือง จังหวัดตรัง ได้คะแนนรวม 94.30 คะแนน {words} ถือเป็นแบบอย่าง"
    assert [(year, value) for year, _, value in scores(_HEADING + sentence)] == [(2567, "94.30")]


def test_a_year_that_begins_the_next_line_is_of_the_next_sentence() -> None:
    text = "เทศบาลตำบลบ้านสวน ได้คะแนนรวม 94.30 คะแนน\nในปีงบประมาณ พ.ศ. 2567 เทศบาลจะปรับปรุงการทำงาน"
    assert [(year, value) for year, _, value in scores(_HEADING + text)] == [(2566, "94.30")]
