"""Marks that a page lost are put back where a dictionary leaves one reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.measures.marks import restored


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("แต่งตั\ufffdงกรรมการ", "แต่งตั้งกรรมการ"),
        ("ผ่ำนระบบ E-Service", "ผ่านระบบ E-Service"),
        ("ตรวจสอบจำกแบบประเมิน", "ตรวจสอบจากแบบประเมิน"),
        ("พนักงานส่วนท้องถิน", "พนักงานส่วนท้องถิ่น"),
        ("ปีละ 2 ครั\ufffdง", "ปีละ 2 ครั้ง"),
        ("เจ\ufffdาหน\ufffdาที่", "เจ้าหน้าที่"),
        ("น\ufffdาเสนอที\ufffdประชุม", "นำเสนอที่ประชุม"),
    ],
)
def test_what_is_no_word_becomes_the_one_that_it_must_be(damaged: str, sound: str) -> None:
    assert restored(damaged) == sound


@pytest.mark.parametrize(
    "unsure",
    [
        "ซื\ufffdออุปกรณ์",
        "ของเขาใจดี",
        "บ้านนาโสก ตำบลหนองแวง ต.โคกสูง",
        "นางสาวพิมพ์ชนก ศรีสุข",
        "อปท. และ กตช.",
        "โครงการ 5 ส",
    ],
)
def test_words_names_and_what_may_be_two_words_stay_as_they_are(unsure: str) -> None:
    assert restored(unsure) == unsure


SOUND = (
    "จัดทำแผนปฏิบัติการป้องกันการทุจริต", "เผยแพร่ข้อมูลข่าวสารบนเว็บไซต์", "ประชุมชี้แจงเจ้าหน้าที่ทุกกอง",
    "ส่งเสริมการมีส่วนร่วมของประชาชน", "รายงานผลต่อผู้บริหารทุกไตรมาส", "ตรวจสอบการเบิกจ่ายน้ำมันเชื้อเพลิง",
)  # fmt: skip


@settings(deadline=None)  # the dictionary is loaded once
@given(st.lists(st.sampled_from(SOUND), min_size=1, max_size=3).map(" ".join))
def test_sound_text_is_left_alone(text: str) -> None:
    assert restored(text) == text
