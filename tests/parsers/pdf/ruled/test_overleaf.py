"""Last rows of a ruled table, all of merged cells, alone at the top of the next page."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf import parse
from pipeline.read import read
from tests.pdfs import draw, grid

ROWS = [
    ["ที่", "ตัวชี้วัด", "คะแนน"],
    ["1", "การใช้อำนาจ", "88.12"],
    ["2", "การเปิดเผยข้อมูล", "79.43"],
    ["3", "การป้องกันการทุจริต", "93.75"],
]
WIDTHS = [40, 250, 90]
TOTAL = ["คะแนนรวม", "", "87.55"]


@pytest.mark.parametrize("carried", [0, 1])
def test_a_total_alone_overleaf_stands_in_the_columns_above(tmp_path: Path, carried: int) -> None:
    stay, rest = ROWS[: len(ROWS) - carried], [*ROWS[len(ROWS) - carried :], TOTAL]
    above = grid(stay, widths=WIDTHS)
    below = grid(rest, widths=WIDTHS, spans=[((0, carried), (1, carried))])
    document = parse(draw(tmp_path / "a.pdf", [above], [below]))
    last = document.tables[-1].rows[-1]
    assert [cell.text for cell in last] == TOTAL
    assert (last[0].column_span, last[2].column) == (2, 2)
    totals = [score for score in read(document).scores if score.item.code == "total"]
    assert [str(score.value) for score in totals] == ["87.55"]


def test_another_table_overleaf_keeps_its_own_columns(tmp_path: Path) -> None:
    other = grid([["เครื่องมือ", "คะแนน"], ["แบบวัด IIT", "90.11"]], widths=[200, 180])
    document = parse(draw(tmp_path / "a.pdf", [grid(ROWS, widths=WIDTHS)], [other]))
    assert [table.width for table in document.tables] == [3, 2]
