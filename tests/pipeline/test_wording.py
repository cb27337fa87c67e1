"""Cue phrases are found as words, however they are spaced."""

from __future__ import annotations

import re

import pytest

from pipeline.wording import cues, phrase


def test_spaces_inside_a_phrase_do_not_matter() -> None:
    assert re.search(phrase("จะ ได้"), "หน่วยงานจะได้คะแนน")
    assert re.search(phrase("จะ ได้"), "หน่วยงานจะ  ได้คะแนน")


def test_no_phrase_begins_behind_a_vowel_that_belongs_to_its_first_letter() -> None:
    assert not re.search(phrase("จะ ได้"), "อบต.วังกระแจะ ได้คะแนนรวม")


@pytest.mark.parametrize("damaged", ["เท่ ากับ", "เท่ากั บ", "เทากับ", "เท\ufffdากับ", "เท่ำกับ"])
def test_a_cue_is_known_in_damaged_prose(damaged: str) -> None:
    assert cues("prose", "glue").fullmatch(damaged)


@pytest.mark.parametrize("other", ["เท่ ๆ กับ", "เท่านั้นกับ"])
def test_other_words_are_no_cue(other: str) -> None:
    assert not cues("prose", "glue").fullmatch(other)


@pytest.mark.parametrize(
    "damaged",
    ["คำเฉลี\ufffdยอำเภอ", "ค่ำเฉลี่ย", "คาเฉลี ย", "เฉลียทั้งหมด", "คะแนนเฉลีย", "ร วม", "ภำพรวม"],
)
def test_a_row_that_sums_up_is_known_in_damaged_text(damaged: str) -> None:
    assert cues("table", "summary").match(damaged)


@pytest.mark.parametrize(
    "body", ["อบต.ค่าย", "เทศบาลตำบลรวมไทยพัฒนา", "คณะวิทยาศาสตร์", "เฉลิมพระเกียรติ"]
)
def test_a_body_is_no_row_that_sums_up(body: str) -> None:
    assert not cues("table", "summary").match(body)
