"""Tables in which every value carries its unit, beside it or on a line of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run.worker import read_file
from tests.pdfs import draw, grid

LABELS = [
    "การปฏิบัติ\nหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สิน\nของราชการ",
    "การแก้ไขปัญหา\nการทุจริต", "คุณภาพการ\nดำเนินงาน", "ประสิทธิภาพ\nการสื่อสาร",
    "การปรับปรุง\nการทำงาน", "การเปิดเผยข้อมูล", "การป้องกัน\nการทุจริต",
]  # fmt: skip
VALUES = [
    "91.76", "85.00", "78.25", "88.12", "90.01", "77.77", "66.66", "93.10", "100.00", "50.00",
]  # fmt: skip


@pytest.mark.parametrize("rules", ["none", "horizontal", "all"])
@pytest.mark.parametrize("valign", ["MIDDLE", "TOP"])
@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize(
    "unit", ["{} คะแนน", "ร้อยละ {}", "{}%", "ร้อยละ\n{}", "{}\nคะแนน", "({} คะแนน)"]
)
def test_every_value_is_read(
    tmp_path: Path, unit: str, rules: str, valign: str, wrapped: bool
) -> None:
    labels = LABELS if wrapped else [label.replace("\n", "") for label in LABELS]
    cells = [[label, unit.format(value)] for label, value in zip(labels, VALUES, strict=True)]
    table = grid([["ตัวชี้วัด", "คะแนน"], *cells], rules=rules, valign=valign, widths=[180, 150])
    head = ["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564", "องค์การบริหารส่วนตำบลคำบก"]
    record = read_file(draw(tmp_path / "a.pdf", [*head, table]), None)
    assert record.facts is not None
    found = {score.item.code: str(score.value) for score in record.facts.scores}
    assert found == {str(number): value for number, value in enumerate(VALUES, 1)}
    assert record.status == "ok"
