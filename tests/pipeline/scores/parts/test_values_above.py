"""Cards whose numbers stand above their labels."""

from __future__ import annotations

from parsers.model import Document, Line, Page, Table
from pipeline.scores.find import find_scores
from tests.pipeline.documents import table

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
MORE = ("การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน")
VALUES, OTHERS = ("82.99", "94.79", "84.95"), ("94.19", "92.14", "92.96")


def read(cards: Table, *below: str) -> dict[str, str]:
    lines = tuple(Line(text, text, 20 + at, 1) for at, text in enumerate(below))
    found = find_scores(Document((Page(1, (cards, *lines)),), "application/pdf", "pdfium"), 2565)
    return {score.item.code: str(score.value) for score in found.scores}


OFFICIAL = dict(zip("123456", (*VALUES, *OTHERS), strict=True))


def test_rows_that_begin_with_numbers_and_end_with_labels_have_the_numbers_above() -> None:
    assert read(table(VALUES, NAMES, OTHERS, MORE)) == OFFICIAL


def test_rows_that_begin_with_labels_have_them_above() -> None:
    assert read(table(NAMES, VALUES, MORE, OTHERS)) == OFFICIAL


def test_the_last_labels_may_stand_below_the_table() -> None:
    assert read(table(VALUES, NAMES, OTHERS), " ".join(MORE)) == OFFICIAL
    total = ("84.19", "92.14", "88.08")
    assert read(table(VALUES, NAMES, total), f"{MORE[0]} {MORE[1]} คะแนนรวม")["total"] == "88.08"


def test_rows_that_begin_and_end_alike_tell_nothing() -> None:
    assert read(table(VALUES, NAMES, OTHERS)) == {}
    assert read(table(VALUES, NAMES, OTHERS), " ".join(MORE[:2])) == {}


def test_a_number_and_its_label_may_share_a_cell_with_the_total_among_them() -> None:
    cells = [f"{value}\n{name}" for value, name in zip(VALUES, NAMES, strict=True)]
    found = read(table(cells, ["94.19\nการเปิดเผยข้อมูล", "88.08\nคะแนนรวม", ""]))
    assert found == {"1": "82.99", "2": "94.79", "3": "84.95", "9": "94.19", "total": "88.08"}
