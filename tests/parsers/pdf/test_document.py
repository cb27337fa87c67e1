"""PDFs with a text layer, drawn for the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import parse as parse_file
from parsers.errors import UnreadableDocument
from parsers.model import Document, Method
from parsers.pdf import parse
from tests.pdfs import BOLD, FONT, draw, grid, register_fonts

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การแก้ไขปัญหาการทุจริต")
ROWS = [
    ["ตัวชี้วัด", "๒๕๖๓", "๒๕๖๔", "เป้าหมาย"],
    [NAMES[0], "๘๔.๑๐", "๙๑.๗๖", "85.00"],
    [NAMES[1], "๗๑.๖๖", "๘๒.๘๘", "85.00"],
    [NAMES[2], "๗๘.๙๕", "๘๗.๑๗", "85.00"],
    [NAMES[3], "๗๖.๗๖", "๘๕.๒๗", "85.00"],
]


def texts(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


@pytest.mark.parametrize("rules", ["all", "horizontal", "none"])
def test_a_table_keeps_every_cell_in_its_place_however_it_is_ruled(
    tmp_path: Path, rules: str
) -> None:
    table = grid(ROWS, rules=rules, widths=[200, 80, 80, 80])
    document = parse(draw(tmp_path / "a.pdf", ["ผลการประเมิน ITA", table, "ท้ายตาราง"]))
    assert texts(document) == [ROWS]
    assert [line.text for line in document.lines] == ["ผลการประเมิน ITA", "ท้ายตาราง"]


def test_blocks_stand_in_reading_order_with_their_places(tmp_path: Path) -> None:
    document = parse(draw(tmp_path / "a.pdf", ["บรรทัดแรก", grid(ROWS), "บรรทัดท้าย"]))
    page = document.pages[0]
    first, table, last = page.blocks
    assert first.box
    assert table.box
    assert last.box
    assert first.box.top < table.box.top < last.box.top
    assert 0 < first.box.x0 < first.box.x1 < 595
    assert {cell.method for row in document.tables[0].rows for cell in row} == {Method.TEXT_LAYER}


def test_merged_header_cells_keep_their_span(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "ปีงบประมาณ", ""], ["", "2563", "2564"], [NAMES[0], "84.10", "91.76"]]
    table = grid(rows, spans=[((1, 0), (2, 0)), ((0, 0), (0, 1))])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert (read.rows[0][1].text, read.rows[0][1].column_span) == ("ปีงบประมาณ", 2)
    assert (read.rows[0][0].text, read.rows[0][0].row_span) == ("ตัวชี้วัด", 2)
    assert [cell.text for cell in read.rows[2]] == rows[2]


def test_lines_of_a_cell_stay_apart_and_numbers_whole(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], ["การใช้ทรัพย์สิน\nของราชการ", "๙๓.๖๗"], [NAMES[1], "100.00"]]
    (read,) = parse(draw(tmp_path / "a.pdf", [grid(rows)])).tables
    assert [[cell.text for cell in row] for row in read.rows] == rows


def test_numbers_of_neighbouring_columns_never_run_together(tmp_path: Path) -> None:
    rows = [["ก", "ข", "ค"], *[[f"9{n}.57", f"8{n}.00", f"7{n}.25"] for n in range(5)]]
    table = grid(rows, rules="none", widths=[60, 60, 60])
    (read,) = parse(draw(tmp_path / "a.pdf", [table])).tables
    assert [[cell.text for cell in row] for row in read.rows] == rows


def test_prose_is_no_table(tmp_path: Path) -> None:
    lines = [
        "องค์การบริหารส่วนตำบลได้รับผลการประเมิน 86.72 คะแนน",
        "เพิ่มขึ้นจากปีก่อน 3.20 คะแนน และอยู่ในระดับ A",
        "โดยตัวชี้วัดที่ได้คะแนนสูงสุดคือการปฏิบัติหน้าที่ 97.10",
        "ตัวชี้วัดที่ได้คะแนนต่ำสุดคือการเปิดเผยข้อมูล 61.20",
    ]
    document = parse(draw(tmp_path / "a.pdf", lines))
    assert not document.tables
    assert [line.text for line in document.lines] == lines


def test_every_page_is_read(tmp_path: Path) -> None:
    document = parse(draw(tmp_path / "a.pdf", ["หน้าหนึ่ง"], ["หน้าสอง"], [grid(ROWS)]))
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [line.text for line in document.lines] == ["หน้าหนึ่ง", "หน้าสอง"]
    assert document.tables[0].page == 3


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_whose_text_lies_on_its_side_is_read_upright(tmp_path: Path, angle: int) -> None:
    import pypdfium2

    straight = draw(tmp_path / "a.pdf", ["ผลการประเมิน", grid(ROWS)])
    with pypdfium2.PdfDocument(straight) as pdf:
        pdf[0].set_rotation(angle)
        pdf.save(tmp_path / "b.pdf")
    upright, turned = parse(straight).pages[0], parse(tmp_path / "b.pdf").pages[0]
    assert turned.width is not None
    assert turned.height is not None
    assert turned.width < turned.height
    found = [[cell.text for cell in row] for table in turned.tables for row in table.rows]
    assert found == [[cell.text for cell in row] for table in upright.tables for row in table.rows]


def test_large_and_bold_lines_are_headings(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    for top, font, size, text in (
        (780, FONT, 22, "หัวเรื่อง"),
        (740, BOLD, 14, "หัวข้อ"),
        (710, FONT, 14, "เนื้อความของรายงานที่ยาวกว่าหัวเรื่องและหัวข้อ"),
    ):
        canvas.setFont(font, size)
        canvas.drawString(60, top, text)
    canvas.save()
    lines = parse(tmp_path / "a.pdf").lines
    assert [(line.text, line.heading) for line in lines] == [
        ("หัวเรื่อง", True),
        ("หัวข้อ", True),
        ("เนื้อความของรายงานที่ยาวกว่าหัวเรื่องและหัวข้อ", False),
    ]


@pytest.mark.parametrize(("shapes", "reason"), [(500, "drawn-only"), (5, "empty")])
def test_pages_of_shapes_without_letters_say_so(tmp_path: Path, shapes: int, reason: str) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    for at in range(shapes):
        canvas.rect(at % 590, at % 840, 5, 5, fill=1)
    canvas.save()
    with pytest.raises(UnreadableDocument) as caught:
        parse_file(tmp_path / "a.pdf")
    assert caught.value.reason == reason


def test_a_page_that_is_only_an_image_is_named_and_gives_no_text(tmp_path: Path) -> None:
    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas

    Image.new("L", (600, 800), 200).save(tmp_path / "scan.png")
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.drawImage(str(tmp_path / "scan.png"), 0, 0, 595, 842)
    canvas.save()
    (page,) = parse(tmp_path / "a.pdf").pages
    assert page.notices == ("image-only",)
    assert page.blocks == ()


def test_a_text_layer_without_unicode_is_named_and_never_read(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", ["ผลการประเมิน 91.76 คะแนน", "การใช้อำนาจ 92.10 คะแนน"])
    data = path.read_bytes().replace(b"/ToUnicode", b"/ToNowhere")
    (tmp_path / "b.pdf").write_bytes(data)
    (page,) = parse(tmp_path / "b.pdf").pages
    assert page.notices == ("unreadable-text",)
    assert page.blocks == ()


def test_letters_that_are_no_words_are_not_read_but_english_between_thai_is(
    tmp_path: Path,
) -> None:
    garbage = ['DSC(S:=FมิMคุ4DDBbFQ HSBcรd(dKd"SDดำaนิS(L', "อำaAN<S?นั( จั(Lวั5DIรี9DDBDS ผ่S:a4ฑ์"]
    sound = [
        "ระบบ ITAS (ITA) ปี 2566 Integrity and Transparency: 91.76",
        "ผลการใช้อำนาจ(OIT) B+ e-mail",
    ]
    for name, lines, notices in (("a", garbage, ("unreadable-text",)), ("b", sound, ())):
        (page,) = parse(draw(tmp_path / f"{name}.pdf", lines * 4)).pages
        assert page.notices == notices


def test_a_password_is_asked_for_by_name(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="secret")
    canvas.drawString(60, 700, "secret")
    canvas.save()
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / "a.pdf")
    assert error.value.reason == "password-protected"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4\n%garbage" + bytes(range(256)) * 9])
def test_a_file_that_only_begins_like_a_pdf_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / "a.pdf")
    assert error.value.reason in ("damaged", "no-pages")


def outcome(path: Path) -> str:
    try:
        document = parse(path)
    except UnreadableDocument as error:
        return error.reason
    return "read" if any(page.blocks or page.notices for page in document.pages) else "nothing"


def test_a_truncated_file_is_damaged_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = draw(tmp_path / "a.pdf", ["หนึ่ง", grid(ROWS)], ["สอง"]).read_bytes()
    for share in (3, 2, 1.2):
        (tmp_path / "b.pdf").write_bytes(whole[: int(len(whole) / share)])
        assert outcome(tmp_path / "b.pdf") in ("read", "damaged", "no-pages")


@pytest.mark.parametrize(
    ("kind", "notices"),
    [("table", ("image-table",)), ("photograph", ()), ("seal", ()), ("band", ())],
)
def test_a_small_picture_of_a_table_is_named_and_no_other_picture(
    tmp_path: Path, kind: str, notices: tuple[str, ...]
) -> None:
    from PIL import Image, ImageDraw
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    if kind == "photograph":
        picture = Image.linear_gradient("L").resize((400, 160)).convert("RGB")
    else:
        picture = Image.new("RGB", (400, 160), "white")
        drawing = ImageDraw.Draw(picture)
        for row in range(0, 160, 30):
            drawing.line((0, row, 400, row), "black", 2)
            drawing.text((20, row + 8), "87.56", "black")
    picture.save(tmp_path / "picture.png")
    width, height = {"seal": (85, 85), "band": (500, 50)}.get(kind, (250, 100))
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=True)
    canvas.setFont(FONT, 14)
    canvas.drawString(60, 760, "ผลการประเมินของหน่วยงาน")
    canvas.drawImage(str(tmp_path / "picture.png"), 60, 500, width, height)
    canvas.save()
    (page,) = parse(tmp_path / "a.pdf").pages
    assert page.notices == notices
