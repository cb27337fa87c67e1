"""Headings of two years, each wider than the columns that it stands over."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf import parse
from tests.pdfs import draw, grid

YEARS = ("ปีงบประมาณ พ.ศ. 2563", "ปีงบประมาณ พ.ศ. 2564")
ROWS = [
    ["1. การปฏิบัติหน้าที่", "98.82", "AA", "88.49", "A", "-10.33"],
    ["2. การใช้งบประมาณ", "91.50", "A", "79.31", "B", "-12.19"],
    ["3. การใช้อำนาจ", "78.81", "B", "75.26", "B", "-3.55"],
]


@pytest.mark.parametrize("rules", ["all", "none"])
@pytest.mark.parametrize("width", [57, 58, 60])
def test_each_stands_over_its_own_columns(tmp_path: Path, rules: str, width: int) -> None:
    head = ["ตัวชี้วัด", YEARS[0], "", YEARS[1], "", "เพิ่มขึ้น"]
    below = ["", "คะแนน", "ระดับ", "คะแนน", "ระดับ", ""]
    drawn = grid(
        [head, below, *ROWS], rules=rules, widths=[150, *[width] * 4, 70],
        spans=[((1, 0), (2, 0)), ((3, 0), (4, 0))],
    )  # fmt: skip
    (table,) = parse(draw(tmp_path / "a.pdf", [drawn])).tables
    assert [table.rows[0][at].text for at in (1, 3)] == list(YEARS)
    assert [cell.text for cell in table.rows[2]] == ROWS[0]
