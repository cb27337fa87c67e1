"""What one cell states."""

from __future__ import annotations

import pytest

from pipeline.scores.tables.cells import is_nothing, read_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("๙๖.๖๖คะแนน", "96.66"),
        ("ได้คะแนน 91.20 คะแนน", "91.20"),
        ("91.20 %", "91.20"),
        ("91.20 (A)", "91.20"),
        ("ร้อยละ ๙๑.๒๐", "91.20"),
        ("0.00", "0.00"),
        ("100", "100"),
        ("100.0\n0", "100.00"),
        ("๑๐๐\n.๐๐", "100.00"),
    ],
)
def test_a_cell_with_one_number_and_words_of_having_is_a_score(text: str, value: str) -> None:
    found = read_value(text)
    assert found is not None
    assert str(found.value) == value


@pytest.mark.parametrize(
    "text",
    ["", "-", "+2.10", "-1.30", "85.00\n90.00", "87.33 / 91.20", "ข้อ 3", "2 คน", "91.20 และ 92.30",
     "ตัวชี้วัดที่ 3", "85.00\n0", "5\n6", "10,000", "๑๐ ,๐๐๐ คะแนน"],
)  # fmt: skip
def test_other_cells_are_no_score(text: str) -> None:
    assert read_value(text) is None


def test_full_marks_and_differences_stand_beside_the_score() -> None:
    points, change = read_value("28.04/30"), read_value("92.45 (+2.10)")
    assert points is not None
    assert (str(points.value), str(points.out_of)) == ("28.04", "30")
    assert change is not None
    assert (str(change.value), str(change.change)) == ("92.45", "2.10")


def test_dashes_and_words_of_absence_are_nothing() -> None:
    assert all(map(is_nothing, ["", " - ", "–", "N/A", "ไม่มีข้อมูล"]))
    assert not is_nothing("0.00")
