"""Statements on scores that give none: read where a line says so and nothing else."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEAD = "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"


def said(text: str) -> list[tuple[str, str]]:
    """(kind, indicator or level) of every claim."""
    claims = read(HEAD + text).claims
    return [(one.kind, one.item.code if one.item else one.text) for one in claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("สูงสุดคือการปฏิบัติหน้าที่", [("highest", "1")]),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การใช้อำนาจ", [("lowest", "3")]),
        ("โดยตัวชี้วัดที่มีคะแนนต่ำที่สุดคือตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", [("lowest", "1")]),
        ("ต่ำสุด ได้แก่ การปฏิบัติหน้าที่", [("lowest", "1")]),
        (
            "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ การใช้อำนาจ และตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การเปิดเผยข้อมูล",
            [("highest", "3"), ("lowest", "9")],
        ),
        ("อยู่ในระดับ AA", [("rating", "AA")]),
        ("มีผลการประเมินอยู่ในระดับ “B”", [("rating", "B")]),
    ],
)
def test_a_line_that_only_states_an_extreme_or_a_level_is_a_claim(
    text: str, claims: list[tuple[str, str]]
) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ได้คะแนนสูงสุด 3 อันดับแรก ได้แก่ การปฏิบัติหน้าที่ การใช้อำนาจ",
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด ได้แก่ การใช้อำนาจ และการเปิดเผยข้อมูล",
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด ได้แก่ การใช้อำนาจ\nและการเปิดเผยข้อมูล",
        "ตัวชี้วัดที่มีคะแนนเพิ่มขึ้นสูงสุด คือ การใช้อำนาจ",
        "ตัวชี้วัดที่ต้องพัฒนามากที่สุด คือ การใช้อำนาจ",
        "จากแบบวัด IIT ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ การใช้อำนาจ",
        "ข้อคำถามที่ได้คะแนนต่ำสุด คือ การใช้อำนาจ",
        "เป้าหมายปีถัดไป\nอยู่ในระดับ AA",
        "ผลการประเมินระดับ AA\nผลการประเมินระดับ A",
        "หน่วยงานที่มีผลการประเมินอยู่ในระดับ AA",
        "ระดับ AA",
    ],
)
def test_what_may_be_of_something_else_is_no_claim(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("การใช้อำนาจ ได้คะแนน 84.03 ผ่านเกณฑ์เป้าหมายร้อยละ 85", ("pass", "85")),
        ("การใช้อำนาจ ได้คะแนน 87.63 คะแนน ไม่ผ่านเกณฑ์ที่กำหนด (ร้อยละ 85)", ("fail", "85")),
        ("การใช้อำนาจ ได้คะแนน 33.99 คะแนน ผ่านเกณฑ์", ("", "None")),
    ],
)
def test_a_verdict_behind_a_score_is_kept_with_its_pass_mark(
    text: str, verdict: tuple[str, str]
) -> None:
    (score,) = read(HEAD + text).scores
    assert (score.mark, str(score.target)) == verdict


def test_a_percentage_of_the_total_may_name_the_full_marks() -> None:
    claims = read(f"{HEAD}คะแนนรวม 78.75 คะแนน จากคะแนนเต็ม 100 คะแนน คิดเป็นร้อยละ 74.75").claims
    assert [(one.kind, str(one.value)) for one in claims] == [("percent", "74.75")]


def test_the_limit_of_a_higher_level_is_no_pass_mark() -> None:
    for text in (
        "ผ่านดีเยี่ยม หมายถึง คะแนนรวม 95.00 คะแนนขึ้นไป",
        "หน่วยงานระดับผ่านดีเยี่ยมต้องได้คะแนนตั้งแต่ 95.00 คะแนนขึ้นไป",
    ):
        assert said(text) == []
    marks = read(HEAD + "ผ่านเกณฑ์การประเมิน 95.00 คะแนนขึ้นไป").claims
    assert [(one.kind, str(one.value)) for one in marks] == [("threshold", "95.00")]
