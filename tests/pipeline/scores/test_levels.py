"""Levels in words, as lines break them and fonts damage them."""

from __future__ import annotations

import pytest

from pipeline.scores.found import read_rating
from pipeline.scores.prose.ratings import rating_after
from tests.pipeline.scores.reading import read

_URGENT = "ต้องปรับปรุงโดยด่วน"


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("ต้องปรับปรุง\nโดยด่วน", _URGENT), ("ต้องปรับ\nปรุงโดย ด่วน", _URGENT),
        ("ต้องปรับปรุงโดยดูวน", _URGENT), ("ต\ufffdองปรับปรุงโดยด\ufffdวน", _URGENT),
        ("ตองปรับปรุงโดยดวน", _URGENT), ("ต้องปรับปรุง", "ต้องปรับปรุง"),
        ("ผ่านดี\nเยี่ยม", "ผ่านดีเยี่ยม"), ("ผ่าน\nดี", "ผ่านดี"), ("ผ\ufffdาน", "ผ่าน"), ("ผ่ำนดี", "ผ่านดี"), ("A", "A"),
    ],
)  # fmt: skip
def test_a_level_is_read_whole(printed: str, level: str) -> None:
    title = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 "
    for sentence in (
        "ได้คะแนนรวม 68.20 คะแนน อยู่ในระดับ{}",
        "อยู่ในระดับ{} โดยมีคะแนนรวม 68.20 คะแนน",
        "ได้คะแนนรวม 68.20 คะแนน จัดอยู่ใน\nระดับ {} โดยคะแนนต่ำสุดคือการใช้อำนาจ",
    ):
        (total,) = read(title + sentence.format(printed)).scores
        assert total.rating == level
    assert read_rating(printed) == level


@pytest.mark.parametrize("text", ["ต้องปรับปรุงโดยดำเนินการ", "แผน", "ผ่านดีขึ้น", "ควรปรับปรุง"])
def test_other_words_are_no_level(text: str) -> None:
    assert read_rating(text) == ""


@pytest.mark.parametrize("said", ["อยู่ในระดับ A", "อ ยู่ในระดับ A", "โดยอ ยู่ในระดับ A"])
def test_a_space_inside_the_word_before_a_rating_does_not_hide_it(said: str) -> None:
    assert rating_after(f" คะแนน {said} เพิ่มขึ้น", 2565) == "A"
