"""Headings on their side, drawn by forms whose marks of Thai say what they stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from parsers.pdf import parse
from tests.pdfs import FONT, register_fonts

_CLUSTER = re.compile("[ก-ฮ][ัิ-ฺ็-๎]+ำ?|.", re.DOTALL)
HEADINGS = ["การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การปรับปรุงการทำงาน"]
NUMBERS = ["91.76", "85.00", "78.25"]
LEFT, STEP, TOP, MIDDLE, BOTTOM = 100, 60, 700, 540, 500


def write_clusters(canvas: Any, text: str) -> None:
    """A text as browsers write it: letters with marks in spans that say what they are."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    x = 0.0
    for piece in _CLUSTER.findall(text):
        said = piece.encode("utf-16-be").hex().upper()
        if len(piece) > 1:
            canvas._code.append(f"/Span<</ActualText <FEFF{said}>>> BDC")
        canvas.drawString(x, 0, piece)
        if len(piece) > 1:
            canvas._code.append("EMC")
        x += stringWidth(piece, FONT, 12)


@pytest.mark.parametrize("angle", [90, 270])
@pytest.mark.parametrize("scale", [1.0, 3.125])
def test_turned_headings_of_forms_are_read_whole(tmp_path: Path, angle: int, scale: float) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    for index, heading in enumerate(HEADINGS):
        canvas.beginForm(f"h{index}", -600, -600, 600, 600)
        canvas.rotate(angle)
        canvas.setFont(FONT, 12)
        write_clusters(canvas, heading)
        canvas.endForm()
    for column in range(len(HEADINGS) + 1):
        canvas.line(LEFT + STEP * column, BOTTOM, LEFT + STEP * column, TOP)
    for y in (BOTTOM, MIDDLE, TOP):
        canvas.line(LEFT, y, LEFT + STEP * len(HEADINGS), y)
    canvas.scale(scale, scale)
    for index, number in enumerate(NUMBERS):
        x = LEFT + STEP * index + STEP / 2
        canvas.saveState()
        canvas.translate(x / scale, (MIDDLE + 10 if angle == 90 else TOP - 10) / scale)
        canvas.scale(1 / scale, 1 / scale)
        canvas.doForm(f"h{index}")
        canvas.restoreState()
        canvas.setFont(FONT, 12 / scale)
        canvas.drawString((x - 14) / scale, (BOTTOM + 15) / scale, number)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    assert [["".join(cell.text.split()) for cell in row] for row in table.rows] == [
        HEADINGS,
        NUMBERS,
    ]


@pytest.mark.parametrize("turn", [90, 270])
def test_words_of_a_form_on_a_turned_page_stand_where_the_form_is_placed(
    tmp_path: Path, turn: int
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setPageRotation(turn)
    canvas.beginForm("table", 0, 0, 595, 842)
    canvas.setFont(FONT, 12)
    for index, (heading, number) in enumerate(zip(HEADINGS, NUMBERS, strict=True)):
        for x, text in ((100, heading), (350, number)):
            said = text.encode("utf-16-be").hex().upper()
            canvas._code.append(f"/Span<</ActualText <FEFF{said}>>> BDC")
            canvas.drawString(x, 700 - 20 * index, text)
            canvas._code.append("EMC")
    canvas.endForm()
    if turn == 90:
        canvas.transform(0, 1, -1, 0, 842, 0)
    else:
        canvas.transform(0, -1, 1, 0, 0, 595)
    canvas.doForm("table")
    canvas.save()
    (page,) = parse(tmp_path / "a.pdf").pages
    rows = [row for table in page.tables for row in table.rows]
    assert [["".join(cell.text.split()) for cell in row] for row in rows] == [
        [heading, number] for heading, number in zip(HEADINGS, NUMBERS, strict=True)
    ]
