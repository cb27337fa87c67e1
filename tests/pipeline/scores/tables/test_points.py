"""Weighted points of instruments, beside scores of 100 or in their place."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
POINTS = [("IIT", "26.79", "30"), ("EIT", "26.31", "30"), ("OIT", "36.73", "40")]
SCORES = [("IIT", "89.30", ""), ("EIT", "87.70", ""), ("OIT", "91.83", "")]
TOTAL = [("total", "89.83", "")]


def _found(table: str) -> list[tuple[str, str, str]]:
    return [(s.item.code, str(s.value), str(s.out_of or "")) for s in read(HEADER + table).scores]


@pytest.mark.parametrize("word", ["คะแนนถ่วงน้ำหนัก", "คะแนนตามสัดส่วน", "คะแนนหลังถ่วงน้ำหนัก"])
def test_a_row_of_weighted_points_has_the_weights_of_the_scheme_for_full_marks(word: str) -> None:
    rows = f"คะแนนเฉลี่ย\t89.30\t87.70\t91.83\t-\n{word}\t26.79\t26.31\t36.73\t89.83"
    assert _found(f"รายการ\tIIT\tEIT\tOIT\tรวม\n{rows}") == SCORES + POINTS + TOTAL


def test_a_row_that_calls_scores_of_100_weighted_holds_scores() -> None:
    row = "คะแนนถ่วงน้ำหนัก\t89.30\t87.70\t91.83\t89.83"
    assert _found(f"รายการ\tIIT\tEIT\tOIT\tรวม\n{row}") == SCORES + TOTAL


def test_weights_printed_above_are_the_full_marks_of_the_points_below() -> None:
    rows = "น้ำหนัก\t20\t40\t40\t100\nคะแนนถ่วงน้ำหนัก\t17.86\t35.08\t36.73\t89.67"
    found = _found(f"รายการ\tIIT\tEIT\tOIT\tรวม\n{rows}")
    assert found[:2] == [("IIT", "17.86", "20"), ("EIT", "35.08", "40")]


@pytest.mark.parametrize(
    "table",
    [
        "เครื่องมือ\tคะแนน\nIIT\t26.79\nEIT\t26.31\nOIT\t36.73\nรวม\t89.83",
        "ที่\tหน่วยงาน\tIIT\tEIT\tOIT\tรวม\n1\tอบต.นาเสียว\t26.79\t26.31\t36.73\t89.83",
    ],
)
def test_instruments_whose_plain_sum_is_the_total_have_points(table: str) -> None:
    assert _found(table) == POINTS + TOTAL


def test_instruments_whose_mean_is_the_total_have_scores_however_low() -> None:
    table = "เครื่องมือ\tคะแนน\nIIT\t26.79\nEIT\t26.31\nOIT\t36.73\nรวม\t30.62"
    assert {full for _, _, full in _found(table)} == {""}


def test_full_marks_in_the_brackets_of_a_header_are_no_score() -> None:
    head = "เครื่องมือ\tคะแนนเฉลี่ย (100)\tน้ำหนัก (ร้อยละ)\tคะแนนถ่วงน้ำหนัก\n"
    rows = "\n".join(
        f"{code}\t{score}\t{weight}\t{points}"
        for (code, score, _), (_, points, weight) in zip(SCORES, POINTS, strict=True)
    )
    found = _found(f"{head}{rows}\nคะแนนรวม\t\t100\t89.83")
    assert sorted(found) == sorted(SCORES + POINTS + TOTAL)


def test_shares_of_those_who_answered_beside_scores_are_none() -> None:
    rows = "IIT\t45\t98.50\t89.30\nEIT\t120\t76.40\t87.70\nOIT\t-\t-\t91.83\nคะแนนรวม\t165\t\t89.83"
    for head in ("ร้อยละผู้ตอบ", "ร้อยละของผู้ตอบแบบสอบถาม", "อัตราการตอบ"):
        table = f"แบบวัด\tจำนวนผู้ตอบ\t{head}\tคะแนน\n{rows}"
        assert sorted(_found(table)) == sorted(SCORES + TOTAL)


def test_full_marks_at_the_end_of_a_bracket_in_a_sentence_are_full_marks() -> None:
    parts = " ".join(f"{code} {points} คะแนน (จากคะแนนเต็ม {full})" for code, points, full in POINTS)
    assert sorted(_found(f"ประกอบด้วย {parts} ดังนี้")) == sorted(POINTS)
