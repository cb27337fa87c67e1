"""Captions of years that a page's cells tear apart or glue together."""

from __future__ import annotations

import pytest

from pipeline.scores.tables.captions import with_whole_captions
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import read

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
_SCORES = "การใช้อำนาจ;80.12;85.33\nคะแนนรวม;81.12;86.33"
_RATED = "การใช้อำนาจ;80.12;;85.33;\nคะแนนรวม;81.12;B;86.33;A"


def _years(text: str) -> dict[str, int | None]:
    found = read(_TITLE + text.replace(";", "\t")).scores
    return {str(score.value): score.fiscal_year for score in found}


_PARTED = {"80.12": 2564, "85.33": 2565, "81.12": 2564, "86.33": 2565}


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด;ปีงบประมาณ พ.ศ. 2564 ปีงบประมาณ พ.ศ. 2565;",
        "ตัวชี้วัด;คะแนนปี ๒๕๖๔ คะแนนปี ๒๕๖๕;",
        ";ปีงบประมาณ 2564 ปี 2565;\nตัวชี้วัด;คะแนน;คะแนน",
    ],
)
def test_two_captions_in_one_cell_are_parted_over_two_columns(header: str) -> None:
    assert _years(f"{header}\n{_SCORES}") == _PARTED


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด;ปีงบประมาณ พ.ศ. 2564 ปีงบประมาณ พ.ศ. 2565;;;\n;คะแนน;ระดับ;คะแนน;ระดับ",
        "ตัวชี้วัด;ปีงบประมาณ;พ.ศ. 2564;ปีงบประมาณ;พ.ศ. 2565\n;คะแนน;ระดับ;คะแนน;ระดับ",
        "ตัวชี้วัด;ปีงบประมาณ พ.ศ.;;ปีงบประมาณ พ.ศ. 2565;\n;คะแนน;2564|ระดับ;คะแนน;ระดับ",
        "ตัวชี้วัด;ปีงบประมาณ|คะแนน;พ.ศ. 2564|ระดับ;ประจำปี;2565\n;;;คะแนน;ระดับ",
    ],
)
def test_a_caption_is_of_scores_and_their_ratings(header: str) -> None:
    found = read(f"{_TITLE}{header}\n{_RATED}".replace(";", "\t")).scores
    assert {str(score.value): score.fiscal_year for score in found} == _PARTED
    assert [score.rating for score in found if score.item.code == "total"] == ["B", "A"]


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด;เปรียบเทียบปี 2564 กับปี 2565;\n;คะแนน;คะแนน",
        "ตัวชี้วัด;ปี 2563 ปี 2564 ปี 2565;\n;คะแนน;คะแนน",
        "ตัวชี้วัด;ปี 2564|ปี 2565;\n;คะแนน;คะแนน",
    ],
)
def test_what_cannot_be_parted_gives_no_year(header: str) -> None:
    assert set(_years(f"{header}\n{_SCORES}").values()) == {None}


def test_a_corner_that_says_year_is_no_part_of_a_caption() -> None:
    assert _years(f"ปีงบประมาณ;2564;2565\n{_SCORES}") == _PARTED


def test_groups_of_instruments_have_the_year_of_their_caption_or_none() -> None:
    row = "เทศบาลตำบลดู่ใต้;80.12;81.12;82.12;85.33;86.33;87.33"
    below = f";IIT;EIT;OIT;IIT;EIT;OIT\n{row}"
    by_group = {v: 2564 if v < "85" else 2565 for v in row.split(";")[1:]}
    glued = f"หน่วยงาน;ปี 2564 ปี 2565;;;;;\n{below}"
    torn = f"หน่วยงาน;ปีงบประมาณ;พ.ศ. 2564;;ปีงบประมาณ;พ.ศ. 2565;\n{below}"
    assert _years(glued) == _years(torn) == by_group
    apart = f"หน่วยงาน;ปีงบประมาณ;;;ปี 2565;;\n{below}"
    assert {_years(apart)[value] for value in ("80.12", "81.12", "82.12")} == {None}


def test_values_that_slid_into_a_column_of_their_own_keep_the_year() -> None:
    slid = "ตัวชี้วัด;;คะแนน ปี 2564\nการใช้อำนาจ;;80.12\nการใช้งบประมาณ;;85.33\nคะแนนรวม;81.12;"
    assert set(_years(slid).values()) == {2564}
    beside = "ตัวชี้วัด;คะแนน;คะแนน ปี 2564\nการใช้อำนาจ;70.10;80.12\nคะแนนรวม;81.12;82.00"
    assert _years(beside)["81.12"] is None


def test_words_of_a_header_in_one_cell_head_their_columns() -> None:
    text = (
        "หน่วยงาน;คะแนน ผ่าน/ไม่ผ่าน ระดับ;;\nเทศบาลตำบลดู่ใต้;91.05;ผ่าน;A\nเทศบาลตำบลนาน้อย;72.10;ไม่ผ่าน;C"
    )
    found = read(_TITLE + text.replace(";", "\t")).scores
    assert [(str(s.value), s.rating) for s in found] == [("91.05", "A"), ("72.10", "C")]
    turned = table(("หน่วยงาน", "ระดับ คะแนน", ""), ("เทศบาลตำบลดู่ใต้", "91.05", "A"))
    assert with_whole_captions(turned, 1) == turned
