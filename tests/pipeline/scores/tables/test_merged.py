"""Cells that hold for several rows of a table."""

from __future__ import annotations

from dataclasses import replace

from parsers.model import Document, Table
from pipeline.scores.find import find_scores
from tests.pipeline.documents import document
from tests.pipeline.scores.reading import by_code, scores, ten

HEADER = "ผลคะแนน ITA ย้อนหลัง\n\n"
GROUPED = HEADER + (
    "ปีงบประมาณ\tเครื่องมือ\tคะแนน\tคะแนนรวม\tระดับ\n"
    "พ.ศ. 2563\tIIT\t84.05\t73.70\tC\n\tEIT\t78.18\t\t\n\tOIT\t62.58\t\t\n"
    "พ.ศ. 2564\tIIT\t91.34\t84.84\tB\n\tEIT\t82.95\t\t\n\tOIT\t81.38\t\t"
)
EXPECTED = {
    (2563, "IIT", "84.05"), (2563, "EIT", "78.18"), (2563, "OIT", "62.58"), (2563, "total", "73.70"),
    (2564, "IIT", "91.34"), (2564, "EIT", "82.95"), (2564, "OIT", "81.38"), (2564, "total", "84.84"),
}  # fmt: skip


def _merged(parsed: Document, spans: dict[int, int]) -> Document:
    """The document with the years' cells merged over so many rows."""
    page = parsed.pages[0]
    blocks = [
        replace(
            block,
            rows=tuple(
                (replace(row[0], row_span=spans.get(n, 1)), *row[1:])
                for n, row in enumerate(block.rows)
            ),
        )
        if isinstance(block, Table)
        else block
        for block in page.blocks
    ]
    return replace(parsed, pages=(replace(page, blocks=tuple(blocks)), *parsed.pages[1:]))


def test_a_year_beside_several_rows_is_that_of_all_of_them_and_of_their_total() -> None:
    assert set(scores(GROUPED)) == EXPECTED


def test_rows_beyond_a_merged_year_have_none() -> None:
    text = GROUPED + "\n\tIIT\t50.00\t\t"
    found = find_scores(_merged(document(text), {1: 3, 4: 3}), None).scores
    assert {(s.fiscal_year, s.item.code, str(s.value)) for s in found} == {
        *EXPECTED, (None, "IIT", "50.00"),
    }  # fmt: skip


def test_a_row_behind_groups_of_one_length_is_of_no_year() -> None:
    assert (None, "IIT", "50.00") in scores(GROUPED + "\n\tIIT\t50.00\t\t")


def test_each_years_total_below_its_indicators_is_kept() -> None:
    text = HEADER + "ปีงบประมาณ\tตัวชี้วัด\tคะแนน\n"
    for year, total in ((2563, "70.01"), (2564, "70.02")):
        group = ten("", "{name}", "{value}") + f"\n\tคะแนนรวม\t{total}\n"
        text += str(year) + group
    found = scores(text)
    assert {found_year for found_year, _, _ in found} == {2563, 2564}
    assert (2563, "total", "70.01") in found
    assert (2564, "total", "70.02") in found


def test_a_year_in_the_middle_of_its_rows_holds_for_them() -> None:
    text = HEADER + (
        "ปีงบประมาณ\tเครื่องมือ\tคะแนน\tคะแนนรวม\tระดับ\n"
        "\tIIT\t84.05\t\t\nพ.ศ. 2563\tEIT\t78.18\t73.70\tC\n\tOIT\t62.58\t\t\n"
        "\tIIT\t91.34\t\t\nพ.ศ. 2564\tEIT\t82.95\t84.84\tB\n\tOIT\t81.38\t\t"
    )
    found = find_scores(document(text), None).scores
    assert {(s.fiscal_year, s.item.code, s.printed) for s in found} == EXPECTED


def test_a_value_merged_over_sub_indicators_is_the_indicators() -> None:
    text = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
    text += "ตัวชี้วัด\tตัวชี้วัดย่อย\tคะแนนตัวชี้วัดย่อย\tคะแนนตัวชี้วัด\n"
    text += "\t9.1 ข้อมูลพื้นฐาน\t33.33\t\n\t9.2 การบริหารงาน\t25.00\t\n"
    text += "9 การเปิดเผยข้อมูล\t9.3 การบริหารเงินงบประมาณ\t85.71\t63.81\n"
    text += "\t9.4 การบริหารและพัฒนาทรัพยากรบุคคล\t75.00\t\n"
    text += "\t9.5 การส่งเสริมความโปร่งใส\t100.00\t"
    assert by_code(text) == {
        "9.1": "33.33", "9.2": "25.00", "9.3": "85.71", "9": "63.81", "9.4": "75.00", "9.5": "100.00",
    }  # fmt: skip
