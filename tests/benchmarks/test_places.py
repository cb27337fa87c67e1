"""The place of a value is checked against what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.columns import Column
from benchmarks.places import compare_places

PRINTED = {"document": "report.pdf", "printed": "๘๖.๕๐", "page": "2", "line": "1",
           "method": "text-layer", "x0": "100", "top": "200", "x1": "160", "bottom": "220"}  # fmt: skip


def draw(path: Path, turn: int) -> None:
    """A page of 300 × 400 as it is shown after ``turn``, 86.50 in its box, 12.34 elsewhere."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(300, 400))
    canvas.drawString(10, 10, "12.34")
    canvas.showPage()
    canvas.setPageRotation(turn)
    across, up = {0: (0, 0), 90: (400, 0), 180: (300, 400), 270: (0, 300)}[turn]
    canvas.translate(across, up)
    canvas.rotate(turn)
    canvas.drawString(105, 400 - 215, "86.50")
    canvas.drawString(105, 400 - 315, "12.34")
    canvas.save()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_is_looked_up_on_the_page_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    draw(tmp_path / "report.pdf", turn)
    assert compare_places(tmp_path, [PRINTED]) == (Column(1, 1), [])


@pytest.mark.parametrize(
    "wrong", [{"page": "1"}, {"top": "300", "bottom": "320"}, {"printed": "86.59"}]
)
def test_a_value_that_stands_elsewhere_is_told(tmp_path: Path, wrong: dict[str, str]) -> None:
    draw(tmp_path / "report.pdf", 0)
    found, told = compare_places(tmp_path, [{**PRINTED, **wrong}])
    assert found == Column(1, 0)
    assert len(told) == 1


def test_a_row_of_a_text_stands_at_its_line_or_a_few_below(tmp_path: Path) -> None:
    text = "หัวเรื่อง\n<tr>\n<td>การใช้อำนาจ</td>\n<td>86.50</td></tr>\n"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    row = {"document": "report.txt", "printed": "86.50", "page": "1", "method": "text"}
    assert compare_places(tmp_path, [{**row, "line": "2"}])[0] == Column(1, 1)
    assert compare_places(tmp_path, [{**row, "line": "5"}])[0] == Column(1, 0)


def test_formats_without_countable_lines_are_left_out(tmp_path: Path) -> None:
    assert compare_places(tmp_path, [{**PRINTED, "document": "report.docx"}])[0] == Column()
