"""A total above its label, as on cards."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\nองค์การบริหารส่วนตำบลหนองหาร\n"


def _totals(card: str) -> list[tuple[str, str]]:
    return [(str(s.value), s.rating) for s in read(HEADER + card).scores if s.item.code == "total"]


@pytest.mark.parametrize(
    ("card", "rating"),
    [
        ("89.86\nคะแนนรวม ITA ระดับ A", "A"),
        ("๘๙.๘๖\nคะแนนประเมิน ITA\nA", "A"),
        ("89.86 คะแนน\nผลการประเมินภาพรวม (A)", "A"),
        ("89.86 %\nคะแนนรวม", ""),
        ("89.86\nคะแนนรวมทุกตัวชี้วัด", ""),
        ("89.86\nคะแนนรวม\n90.11\nคะแนนเฉลี่ยระดับประเทศ", ""),
        ("คะแนนรวม\n89.86\nระดับ A", "A"),
    ],
)
def test_a_number_over_the_name_of_the_total_is_the_total(card: str, rating: str) -> None:
    assert _totals(card) == [("89.86", rating)]


@pytest.mark.parametrize(
    "card",
    [
        "คะแนนเฉลี่ยประเทศ\n87.57\nคะแนนรวม ITA",
        "จำนวนผู้ตอบ\n87.57\nคะแนนรวม",
        "87.57\nคะแนนรวมของจังหวัด",
        "87.57\nคะแนนรวม 91.22",
    ],
)
def test_a_number_that_another_line_may_name_is_not(card: str) -> None:
    assert "87.57" not in [value for value, _ in _totals(card)]
