"""Tables without rules whose numbers stand within their labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf import parse
from tests.pdfs import draw, grid

ROWS = [
    ["ตัวชี้วัดของการประเมิน", "ประเด็นที่ต้องปรับปรุง"],
    ["๔. การใช้ทรัพย์สินของราชการ ๘๐.๑๖ คะแนน", "เพิ่มช่องทางให้ประชาชน\nเสนอแนะ"],
    ["๕. การแก้ไขปัญหาการทุจริต ๗๘.๗๒ คะแนน", "รักษาระดับเดิมไว้"],
    ["๖. คุณภาพการดำเนินงาน ๗๓.๓๒ คะแนน", "รักษาระดับเดิมไว้"],
    ["๗. ประสิทธิภาพการสื่อสาร ๘๒.๕๑ คะแนน", "รักษาระดับเดิมไว้"],
    ["๘. การปรับปรุงการทำงาน ๗๘.๙๒ คะแนน", "รักษาระดับเดิมไว้"],
    ["๙. การเปิดเผยข้อมูล ๗๗.๓๒ คะแนน", "รักษาระดับเดิมไว้"],
]
LABEL = "๑๐. การป้องกันการทุจริต (Anti-Corruption Practice)"


@pytest.mark.parametrize("value", ["๕๐.๐๐", "๓๔.๖๓ คะแนน"])
@pytest.mark.parametrize("remark", ["รักษาระดับเดิมไว้", "เพิ่มช่องทางให้ประชาชน\nเสนอแนะ"])
def test_the_last_row_keeps_the_number_on_the_second_line_of_its_label(
    tmp_path: Path, value: str, remark: str
) -> None:
    rows = [*ROWS, [f"{LABEL}\n{value}", remark]]
    drawn = draw(tmp_path / "a.pdf", ["ผลการประเมิน", grid(rows, rules="none", widths=[320, 150])])
    (table,) = parse(drawn).tables
    assert [cell.text for cell in table.rows[-1]] == [f"{LABEL}\n{value}", remark]
    assert table.rows[-2][0].text == ROWS[-1][0]


def test_a_counted_line_that_counts_otherwise_is_no_row_of_the_table(tmp_path: Path) -> None:
    table = grid(ROWS, rules="none", widths=[320, 150])
    drawn = draw(tmp_path / "a.pdf", [table, "๓. ข้อเสนอแนะอื่น", "ไม่มี"])
    (read,) = parse(drawn).tables
    assert read.rows[-1][0].text == ROWS[-1][0]
