"""What a glance tells of a page before its letters are read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from parsers.pdf.pdfium.page import open_page
from parsers.pdf.pdfium.rules import read_rules
from parsers.pdf.text.glance import Glance, glance
from tests.pdfs import FONT, draw, grid, register_fonts

PROSE = (
    "บทที่ ๒ การมีส่วนร่วมของประชาชน",
    "หน่วยงานกำหนดมาตรการ แนวทาง และผู้รับผิดชอบ ตามขั้นตอน",
    "คะแนนรวม 85.23 คะแนน ในปี 2565 อยู่ในระดับ A",
)


def look(path: Path) -> Glance:
    with pypdfium2.PdfDocument(path) as pdf, open_page(pdf, 0) as page:
        assert page is not None
        return glance(page, read_rules(page))


def placed(path: Path, *texts: tuple[float, float, str], turn: int = 0) -> Path:
    """A page of texts at places counted from its lower left corner."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), invariant=True)
    canvas.setPageRotation(turn)
    canvas.setFont(FONT, 14)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    return path


def test_running_text_stands_in_no_columns_whatever_its_words(tmp_path: Path) -> None:
    assert look(draw(tmp_path / "a.pdf", PROSE)) == Glance(columns=False)


@pytest.mark.parametrize(
    "table",
    [
        grid([["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", "85.20"]], rules="none"),
        grid([["มาตรการ", "ขั้นตอน", ""], ["อบรม", "", ""]], rules="all"),
        grid([["", "", ""], ["มาตรการ", "", ""]], rules="all"),
    ],
)
def test_tables_stand_in_columns_also_where_their_cells_are_empty(
    tmp_path: Path, table: Any
) -> None:
    assert look(draw(tmp_path / "a.pdf", [*PROSE, table])).columns


def test_a_frame_round_running_text_is_no_column(tmp_path: Path) -> None:
    frame = grid([["หน่วยงานกำหนดมาตรการ"], ["และผู้รับผิดชอบ"]])
    assert not look(draw(tmp_path / "a.pdf", [*PROSE, frame])).columns


def test_a_number_in_the_middle_of_two_lines_stands_beside_them(tmp_path: Path) -> None:
    lines = ((60, 700, "การปฏิบัติหน้าที่"), (60, 682, "ของเจ้าหน้าที่"), (300, 691, "85"))
    assert look(placed(tmp_path / "a.pdf", *lines)).columns


def test_numbers_that_end_several_lines_may_be_a_column_however_close(tmp_path: Path) -> None:
    lines = ((60, 700, "การปฏิบัติหน้าที่ 85.20"), (60, 670, "การใช้งบประมาณ 84.10"))
    assert look(placed(tmp_path / "a.pdf", *lines)).columns
    assert not look(placed(tmp_path / "b.pdf", lines[0])).columns


def test_a_wide_space_inside_what_one_object_draws_parts_columns(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.setFont(FONT, 14)
    text = canvas.beginText(60, 700)
    text.setWordSpace(0)
    text.textOut("มาตรการ" + " " * 12 + "ขั้นตอน")
    canvas.drawText(text)
    canvas.save()
    assert look(tmp_path / "a.pdf").columns


def test_a_mark_drawn_after_other_letters_is_seen(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_fonts()
    late = 60 + stringWidth("ผ", FONT, 14)
    seen = look(placed(tmp_path / "a.pdf", (60, 700, "ผาน"), (late, 700, "่")))
    assert seen == Glance(columns=False, marks_apart=True)


def test_a_turned_page_is_seen_as_it_is_read(tmp_path: Path) -> None:
    lines = tuple((60.0, 700.0 - 24 * at, text) for at, text in enumerate(PROSE))
    beside = (*lines, (450.0, 700.0, "ก"))
    for turn in (0, 90, 180):
        assert not look(placed(tmp_path / "a.pdf", *lines, turn=turn)).columns
        assert look(placed(tmp_path / "b.pdf", *beside, turn=turn)).columns
