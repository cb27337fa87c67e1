"""Cue phrases are found as words, however they are spaced."""

from __future__ import annotations

import re

from pipeline.wording import phrase


def test_spaces_inside_a_phrase_do_not_matter() -> None:
    assert re.search(phrase("จะ ได้"), "หน่วยงานจะได้คะแนน")
    assert re.search(phrase("จะ ได้"), "หน่วยงานจะ  ได้คะแนน")


def test_no_phrase_begins_behind_a_vowel_that_belongs_to_its_first_letter() -> None:
    assert not re.search(phrase("จะ ได้"), "อบต.วังกระแจะ ได้คะแนนรวม")
