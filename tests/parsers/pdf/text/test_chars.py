"""Letters of a page: what is drawn twice, turned, hidden or called something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.containers.fonts import files
from parsers.model import Document, Method
from parsers.pdf import parse
from parsers.pdf.text.scan import OFTEN, repeats_itself
from tests.pdfs import FONT, draw, grid, register_fonts


def objects(*bodies: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalogue."""
    parts, offsets = [b"%PDF-1.7\n"], []
    for number, body in enumerate(bodies, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    parts += [b"%010d 00000 n \n" % offset for offset in offsets]
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n" % (len(bodies) + 1, start))
    return b"".join([*parts, b"%%EOF"])


def page(content: bytes, *, box: bytes = b"0 0 595 842", more: tuple[bytes, ...] = ()) -> bytes:
    """One page with Helvetica as /A; further objects count from 6."""
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R"
        b"/Resources<</Font<</A 5 0 R>>>>>>" % box,
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    return parse(path)


def actual(text: str, *pieces: bytes) -> bytes:
    """Pieces, each an object of its own, that together are drawn for one text."""
    code = ("\ufeff" + text).encode("utf-16-be").hex().encode()
    drawn = b" ".join(b"BT /A 12 Tf %b Tj ET" % piece for piece in pieces)
    return b"/Span<</ActualText<%b>>>BDC %b EMC " % (code, drawn)


def test_a_syllable_drawn_in_pieces_is_read_once(tmp_path: Path) -> None:
    content = (
        actual("ปี", b"1 0 0 1 60 700 Tm (n)", b"1 0 0 1 61 705 Tm (x)")
        + b"BT /A 12 Tf 1 0 0 1 66.8 700 Tm (A) Tj ET "
        + actual("ที่", b"1 0 0 1 75 700 Tm (n)", b"1 0 0 1 76 705 Tm (x)", b"1 0 0 1 76 709 Tm (y)")
    )
    (line,) = read(tmp_path / "a.pdf", page(content)).lines
    assert line.text == "ปีAที่"


def test_text_drawn_over_itself_is_read_once(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.setFont(FONT, 14)
    for shift in (0.0, 0.4):
        canvas.drawString(60 + shift, 700, "คะแนนรวม 91.76")
    canvas.save()
    assert [line.text for line in parse(tmp_path / "a.pdf").lines] == ["คะแนนรวม 91.76"]


def test_hidden_text_is_a_recognition_and_none_where_text_shows(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    for top, hidden, text in ((700, False, "การใช้อำนาจ 91.76"), (700, True, "การใช้อานาจ 91.16"),
                              (650, True, "การเปิดเผย 85.00")):  # fmt: skip
        drawn = canvas.beginText(60, top)
        drawn.setFont(FONT, 14)
        drawn.setTextRenderMode(3 if hidden else 0)
        drawn.textLine(text)
        canvas.drawText(drawn)
    canvas.save()
    shown, recognised = parse(tmp_path / "a.pdf").lines
    assert (shown.text, shown.method, shown.confidence) == (
        "การใช้อำนาจ 91.76", Method.TEXT_LAYER, 1.0,
    )  # fmt: skip
    assert (recognised.text, recognised.method) == ("การเปิดเผย 85.00", Method.OCR)
    assert recognised.confidence < 0.9


def test_shown_numbers_do_not_run_on_from_hidden_text_that_ends_beside_them(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.setFont(FONT, 14)
    canvas.drawString(60, 700, "การใช้อำนาจ")
    end = 60 + canvas.stringWidth("การใช้อ า นาจ ")
    canvas.drawString(60, 700, "การใช้อ า นาจ ", mode=3)
    canvas.drawString(end + 1, 700, "91.76", mode=0)
    canvas.save()
    assert [line.text for line in parse(tmp_path / "a.pdf").lines] == ["การใช้อำนาจ 91.76"]


def test_a_letter_after_sara_am_may_be_that_before_it(tmp_path: Path) -> None:
    content = actual("ซ้ำซาก", b"1 0 0 1 60 700 Tm (nxyzzy)")
    (line,) = read(tmp_path / "a.pdf", page(content)).lines
    assert line.text == "ซ้ำซาก"


@pytest.mark.parametrize("angle", [90, 270])
def test_letters_of_turned_headings_keep_their_order(tmp_path: Path, angle: int) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842), invariant=True)
    canvas.setFont(FONT, 12)
    for x in (100, 140, 180):
        canvas.line(x, 500, x, 700)
    for y in (500, 600, 700):
        canvas.line(100, y, 180, y)
    for x, heading, number in ((120, "การใช้อำนาจ", "91.76"), (160, "งบประมาณ", "85.00")):
        canvas.saveState()
        canvas.translate(x, 610 if angle == 90 else 690)
        canvas.rotate(angle)
        canvas.drawString(0, -4 if angle == 90 else 4, heading)
        canvas.restoreState()
        canvas.drawString(x - 14, 550, number)
    canvas.save()
    (table,) = parse(tmp_path / "a.pdf").tables
    texts = [[cell.text for cell in row] for row in table.rows]
    assert texts == [["การใช้อำนาจ", "งบประมาณ"], ["91.76", "85.00"]]


def test_a_page_turned_after_drawing_gives_its_tables_as_before(tmp_path: Path) -> None:
    import pypdfium2

    rows = [["ตัวชี้วัด", "2563"], ["การใช้อำนาจ", "91.76"], ["การใช้งบประมาณ", "85.00"]]
    path = draw(tmp_path / "a.pdf", ["ผลการประเมิน", grid(rows)])
    straight = [[cell.text for cell in row] for row in parse(path).tables[0].rows]
    with pypdfium2.PdfDocument(path) as pdf:
        pdf[0].set_rotation(180)
        pdf.save(tmp_path / "b.pdf")
    assert straight == rows
    turned = parse(tmp_path / "b.pdf")
    found = {cell.text for table in turned.tables for row in table.rows for cell in row}
    assert found == {text for row in rows for text in row}


def test_a_watermark_across_the_page_is_no_part_of_its_lines(tmp_path: Path) -> None:
    content = (
        b"BT /A 12 Tf 1 0 0 1 60 700 Tm (score 91.76) Tj ET "
        b"BT /A 60 Tf 0.7 0.7 -0.7 0.7 60 600 Tm (DRAFT) Tj ET"
    )
    assert [line.text for line in read(tmp_path / "a.pdf", page(content)).lines] == ["score 91.76"]


def test_a_page_larger_than_the_format_allows_is_named_and_left(tmp_path: Path) -> None:
    content = b"BT /A 12 Tf 60 700 Td (91.76) Tj ET"
    (large,) = read(tmp_path / "a.pdf", page(content, box=b"0 0 200000 842")).pages
    assert (large.notices, large.blocks) == (("page-too-large",), ())


def test_files_without_pages_and_trees_in_circles_have_a_reason(tmp_path: Path) -> None:
    from parsers.errors import UnreadableDocument

    empty = objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>")
    circle = objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 5/Kids[3 0 R]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 5/Kids[2 0 R]>>",
    )
    for data, reason in ((empty, "no-pages"), (circle, "damaged")):
        with pytest.raises(UnreadableDocument) as error:
            read(tmp_path / "a.pdf", data)
        assert error.value.reason == reason


def test_a_form_that_draws_itself_ends(tmp_path: Path) -> None:
    form = b"0 0 100 100 re S /F Do"
    data = objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</F 6 0 R>>/Font<</A 5 0 R>>>>>>",
        b"<</Length 42>>stream\nBT /A 12 Tf 60 700 Td (91.76) Tj ET /F Do   \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 6 0 R>>>>"
        b"/Length %d>>stream\n%b\nendstream" % (len(form), form),
    )
    assert [line.text for line in read(tmp_path / "a.pdf", data).lines] == ["91.76"]


@pytest.mark.parametrize("text", ["พลูเถื่ถื่อน", "เพิ่พิ่มขึ้น", "ทั้ทั้งหมด", "โพธิ์ธิ์", "โพธิ์\r\nธิ์"])
def test_one_syllable_that_no_word_has_shows_a_text_layer_that_repeats_itself(text: str) -> None:
    assert repeats_itself(text) == OFTEN


@pytest.mark.parametrize("text", ["สถานที่ที่จัด", "ผู้ผู้", "ค่าค่าเฉลี่ย", "ต่าง ๆ", "หน้าหน้า"])
def test_words_said_twice_do_not(text: str) -> None:
    assert repeats_itself(text) < OFTEN


@pytest.mark.parametrize("family", ["Prompt", "Sarabun"])
def test_syllables_whose_marks_are_given_apart_are_read_once(tmp_path: Path, family: str) -> None:
    import typst

    text = "คะแนนถ่วงน้ำหนัก อบต.ปากน้ำ อบต.น้ำชำ"
    source = f'#set text(font: "{family}", size: 12pt)\n{text}'.encode()
    folder = str(files(family)[0].parent)
    compiled = typst.compile(source, font_paths=[folder])  # type: ignore[misc]
    (line,) = read(tmp_path / "a.pdf", compiled).lines
    assert line.text == text
