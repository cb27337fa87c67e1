"""Another program's reading of a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from parsers.errors import UnreadableDocument
from parsers.pdf import parse
from parsers.pdf.second_opinion import disputed_numbers, numbers_of, read_page
from tests.pdfs import draw, grid

ROWS = [["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "๙๑.๗๖"], ["การเปิดเผย", "85.00"]]


def test_both_programs_read_the_same_cells_and_numbers(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", ["หน้าหนึ่ง"], ["ได้คะแนนรวม 86.72 คะแนน", grid(ROWS)])
    first, second = parse(path).pages[1], read_page(path, 2)
    assert numbers_of(first) == numbers_of(second) == Counter(["86.72", "91.76", "85.00"])
    assert not disputed_numbers(first, second)
    assert [[cell.printed for cell in row[1:]] for row in second.tables[0].rows] == [
        [row[1]] for row in ROWS
    ]


def test_a_number_that_only_one_of_them_reads_is_disputed(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", ["ได้คะแนนรวม 86.72 คะแนน"])
    (page,) = parse(path).pages
    changed = replace(page, blocks=(replace(page.lines[0], text="ได้คะแนนรวม 86.12 คะแนน"),))
    assert disputed_numbers(changed, read_page(path, 1)) == Counter(["86.12"])


def test_a_page_that_is_not_there_has_a_reason(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", ["หนึ่ง"])
    with pytest.raises(UnreadableDocument):
        read_page(path, 9)
