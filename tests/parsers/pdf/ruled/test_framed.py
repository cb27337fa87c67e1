"""Ruled frames round bodies without rules, below a ruled header."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import draw, grid

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การแก้ไขปัญหาการทุจริต")
YEARS = [["84.10", "71.66", "78.95", "76.76"], ["90.20", "81.30", "66.40", "88.50"]]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("align", ["LEFT", "RIGHT", "CENTER"])
@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_body_without_rules_has_the_columns_of_its_ruled_header(
    tmp_path: Path, align: str, count: int
) -> None:
    rows = [["ตัวชี้วัด", "2564", "2565"], *map(list, zip(NAMES, *YEARS, strict=True))][: 1 + count]
    table = grid(rows, rules="frame", widths=[200, 70, 70], align=align)
    (read,) = parse(draw(tmp_path / "a.pdf", ["อบต.นาเสียว", table])).tables
    assert texts(read) == rows


def test_a_name_of_two_lines_in_a_body_without_rules_is_one(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "2564", "2565"], *map(list, zip(NAMES, *YEARS, strict=True))]
    rows[2][0] = "การใช้\nงบประมาณ"
    table = grid(rows, rules="frame", widths=[200, 70, 70])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read) == rows


def test_a_ruled_cell_of_words_over_all_columns_stays_one(tmp_path: Path) -> None:
    words = ["หน่วยงานมีผลการประเมินผ่านเกณฑ์ ร้อยละ", "85 และควรรักษามาตรฐาน ต่อไปในปี", "ถัดไป"]
    rows = [["ตัวชี้วัด", "2564", "2565"], ["\n".join(words), "", ""]]
    table = grid(rows, rules="frame", widths=[200, 70, 70], spans=[((0, 1), (2, 1))])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert texts(read)[1][0].split() == " ".join(words).split()
