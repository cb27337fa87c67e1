"""Sentences and rows of tables that the end of a page cuts in two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Line, Page, Table
from pipeline.scores.find import find_scores
from pipeline.scores.parts.pages import rejoined
from tests.pipeline.documents import table


def _scores(*pages: tuple[str, ...]) -> list[tuple[str, str]]:
    read = tuple(
        Page(number, tuple(Line(text, text, at, number) for at, text in enumerate(lines, 1)))
        for number, lines in enumerate(pages, 1)
    )
    found = find_scores(Document(read, "application/pdf", "pdfium"), 2565)
    return [(score.item.code, str(score.value)) for score in found.scores]


SENTENCE = "มีคะแนนเท่ากับ ๙๘.๘๓ คะแนน เป็นการประเมินการรับรู้ของผู้เกี่ยวข้อง"


@pytest.mark.parametrize(
    ("foot", "head"), [((), ()), (("- ๕ -",), ()), ((), ("หน้า 6",)), (("5",), ("รายงาน 2565",))]
)
def test_a_heading_at_the_end_of_a_page_is_that_of_the_next_pages_sentence(
    foot: tuple[str, ...], head: tuple[str, ...]
) -> None:
    found = _scores(
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", *foot),
        (*head, SENTENCE, "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร", "มีคะแนนเท่ากับ ๙๖.๘๑ คะแนน"),
    )
    expected = [("6", "98.83"), ("7", "96.81")]
    assert found == (expected if head != ("รายงาน 2565",) else expected[1:])


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "โดยภาพรวมของจังหวัดมีคะแนนเท่ากับ ๙๘.๘๓ คะแนน"),
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ควรพัฒนา", SENTENCE),
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "98.83"),
    ],
)
def test_other_text_of_the_next_page_is_not_the_headings(last: str, first: str) -> None:
    assert not [one for one in _scores((last,), (first,)) if one[0] == "6"]


HEAD = ("ที่", "หน่วยงาน", "คะแนน", "ระดับ")
CUT = ("13", "องค์การบริหารส่วนตำบลเทพ", "87.38", "A")
NEXT = ("14", "เทศบาลตำบลแปลงยาว", "81.54", "B")


def _names(*parts: Table) -> list[str]:
    read = [replace(part, page=page) for page, part in enumerate(parts, 1)]
    return [
        "".join(row[1].text.split())
        for part in rejoined(read)
        if isinstance(part, Table)
        for row in part.rows
    ]


def test_a_name_goes_on_below_the_header_that_stands_again() -> None:
    rest = ("", "ราช อ.บ้านโพธิ์", "", "")
    assert _names(table(HEAD, CUT), table(HEAD, rest, NEXT)) == [
        "หน่วยงาน",
        "องค์การบริหารส่วนตำบลเทพราชอ.บ้านโพธิ์",
        "หน่วยงาน",
        "เทศบาลตำบลแปลงยาว",
    ]


def test_rows_of_words_among_others_are_no_rest_of_a_name() -> None:
    group = ("", "อำเภอบ้านโพธิ์", "", "")
    other = ("", "อำเภอแปลงยาว", "", "")
    names = _names(table(HEAD, other, CUT), table(HEAD, group, NEXT))
    assert names[2] == "องค์การบริหารส่วนตำบลเทพ"
    assert "อำเภอบ้านโพธิ์" in names
