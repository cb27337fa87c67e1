"""Lists of one instrument beside the total, and rows that sum up a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Line, Page, Table
from pipeline.read import read as read_all
from pipeline.scores.find import find_scores
from pipeline.unread import unread_pages
from tests.pipeline.documents import document
from tests.pipeline.scores.reading import read, scores

_TITLE = "ผลการประเมิน ITA ของเทศบาลในจังหวัดลำพูน ปีงบประมาณ พ.ศ. 2564\n\n"
_BODIES = ("ทต.ป่าซาง", "ทต.ริมปิง")


def _told(text: str) -> list[tuple[str, str, str, str]]:
    found = read(_TITLE + text).scores
    return [(s.body, s.item.code, str(s.value), s.rating) for s in found]


@pytest.mark.parametrize(
    ("one", "whole"),
    [
        ("คะแนน IIT", "คะแนนรวม"),
        ("OIT", "คะแนนรวม ITA"),
        ("EIT", "คะแนน"),
        ("คะแนน OIT", "ผลคะแนน"),
    ],
)
def test_one_instrument_beside_the_total_of_each_body(one: str, whole: str) -> None:
    rows = [f"{n}\t{body}\t8{n}.11\t9{n}.22\tA" for n, body in enumerate(_BODIES, 1)]
    text = "\n".join([f"ที่\tหน่วยงาน\t{one}\t{whole}\tระดับ", *rows, "ค่าเฉลี่ย\t\t81.50\t91.50\t"])
    code = one[-3:]
    assert _told(text) == [
        (_BODIES[0], code, "81.11", ""),
        (_BODIES[0], "total", "91.22", "A"),
        (_BODIES[1], code, "82.11", ""),
        (_BODIES[1], "total", "92.22", "A"),
    ]


def test_one_instrument_alone_and_rows_of_years() -> None:
    rows = [f"{n}\t{body}\t8{n}.11" for n, body in enumerate(_BODIES, 1)]
    text = "\n".join(["ที่\tหน่วยงาน\tIIT", *rows])
    assert _told(text) == [(_BODIES[0], "IIT", "81.11", ""), (_BODIES[1], "IIT", "82.11", "")]
    years = "ผลการประเมิน ITA ทต.ริมปิง\n\nปี\tOIT\tคะแนนรวม\n2563\t80.11\t85.22\n2564\t81.11\t86.22"
    assert scores(years) == [
        (2563, "OIT", "80.11"),
        (2563, "total", "85.22"),
        (2564, "OIT", "81.11"),
        (2564, "total", "86.22"),
    ]


def test_counts_are_no_scores_of_an_instrument() -> None:
    rows = [f"{n}\t{body}\t3{n}\t8{n}.11" for n, body in enumerate(_BODIES, 1)]
    found = _told("\n".join(["ที่\tหน่วยงาน\tIIT\tคะแนนรวม", *rows]))
    assert all(code == "total" for _, code, _, _ in found)


def _pages(*parts: str) -> Document:
    read_apart = [document(part).pages[0] for part in parts]
    pages = []
    for number, page in enumerate(read_apart, 1):
        blocks = tuple(_on(block, number) for block in page.blocks)
        pages.append(Page(number, blocks))
    return Document(tuple(pages), "text/plain", "hand")


def _on(block: Line | Table, number: int) -> Line | Table:
    if isinstance(block, Line):
        return replace(block, page=number)
    rows = tuple(tuple(replace(cell, page=number) for cell in row) for row in block.rows)
    return replace(block, page=number, rows=rows)


@pytest.mark.parametrize("summary", ["ค่าเฉลี่ย", "ภาพรวมจังหวัด", "รวมเฉลี่ย"])
@pytest.mark.parametrize(
    ("head", "row", "mean"),
    [
        ("IIT\tEIT\tOIT\tคะแนนรวม", "81.{n}\t82.{n}\t83.{n}\t84.{n}", "81.90\t82.80\t83.70\t84.60"),
        ("คะแนน", "84.{n}", "84.60"),
        ("คะแนนรวม", "84.{n}", "84.60"),
    ],
)
@pytest.mark.parametrize("behind", [0, 2])
def test_the_mean_on_the_last_page_of_a_list_is_nobodys_and_hides_no_row(
    summary: str, head: str, row: str, mean: str, behind: int
) -> None:
    names = ("ทต.ป่าซาง", "ทต.ริมปิง", "ทต.อุโมงค์", "ทต.บ้านธิ")
    rows = [f"{n}\t{name}\t{row.format(n=10 + n)}" for n, name in enumerate(names, 1)]
    split = len(rows) - behind
    header = f"ที่\tหน่วยงาน\t{head}"
    first = _TITLE + "\n".join([header, *rows[:split]])
    last = "\n".join([header, *rows[split:], f"{summary}\t\t{mean}"])
    found = _pages(first, last)
    scored = find_scores(found, 2564).scores
    assert [score.body for score in scored] == [
        name for name in names for _ in range(len(head.split("\t")))
    ]
    assert unread_pages(found, read_all(found)) == ()


def test_the_mean_of_years_is_of_none_of_them() -> None:
    text = (
        "ผลการประเมิน ITA ทต.ริมปิง\n\nปี\tIIT\tEIT\tOIT\tคะแนนรวม\n"
        "2563\t80.11\t81.22\t82.33\t81.33\n2564\t81.11\t82.22\t83.33\t82.33\nเฉลี่ย\t80.61\t81.72\t82.83\t81.83"
    )
    assert [year for year, _, _ in scores(text)] == [2563] * 4 + [2564] * 4
