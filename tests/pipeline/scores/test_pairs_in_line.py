"""Instruments and their total, each beside its score, on one line."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import by_code

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\nองค์การบริหารส่วนตำบลหนองหาร\n"
EXPECTED = {"IIT": "89.30", "EIT": "87.70", "OIT": "91.83", "total": "89.83"}


@pytest.mark.parametrize(
    "line",
    [
        "IIT  89.30  EIT  87.70  OIT  91.83  คะแนนรวม  89.83  ระดับ  A",
        "IIT 89.30 EIT 87.70 OIT 91.83 รวม 89.83",
        "IIT = 89.30, EIT = 87.70, OIT = 91.83, ITA = 89.83",
        "IIT ได้ 89.30 คะแนน EIT ได้ 87.70 คะแนน OIT ได้ 91.83 คะแนน รวม 89.83 คะแนน",
        "คะแนนรวม 89.83 IIT 89.30 EIT 87.70 OIT 91.83",
        "89.30 IIT 87.70 EIT 91.83 OIT 89.83 คะแนนรวม",
        "89.30 IIT 87.70 EIT 91.83 OIT 89.83 รวม",
    ],
)
def test_each_score_is_of_the_label_of_its_own_pair(line: str) -> None:
    assert by_code(HEADER + line) == EXPECTED


def test_a_sum_behind_two_instruments_is_no_total() -> None:
    assert "total" not in by_code(HEADER + "IIT 89.30 EIT 87.70 รวม 88.50")
