"""Sentences that the end of a page parts from their heading."""

from __future__ import annotations

import pytest

from parsers.model import Document, Line, Page
from pipeline.scores.find import find_scores


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
