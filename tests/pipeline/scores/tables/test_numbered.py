"""Columns that name their indicators by number alone."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import VALUES, read

HEADER = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
BODIES = "1\tอบต.หนองหาร\t{}\t70.00\n2\tเทศบาลตำบลแม่ปูคา\t{}\t71.00".format(
    "\t".join(VALUES), "\t".join(reversed(VALUES))
)
GROUPS = "ที่\tหน่วยงาน\tIIT\t\t\t\t\tEIT\t\t\tOIT\t\tคะแนนรวม\n"


def _codes(text: str, body: str) -> dict[str, str]:
    return {s.item.code: str(s.value) for s in read(text).scores if s.body == body}


EXPECTED = {str(n): value for n, value in enumerate(VALUES, 1)} | {"total": "70.00"}


@pytest.mark.parametrize("form", ["{}", "{}.", "ตัวชี้วัดที่ {}", "ตชว.{}", "ตัวชี้วัด {}"])
def test_ten_numbers_under_their_instruments_are_the_official_ones(form: str) -> None:
    numbers = "\t".join(form.format(n) for n in range(1, 11))
    text = HEADER + GROUPS + f"\t\t{numbers}\t\n" + BODIES
    assert _codes(text, "อบต.หนองหาร") == EXPECTED


@pytest.mark.parametrize("form", ["{}", "ตัวชี้วัดที่ {}", "ตชว.{}"])
def test_ten_numbers_beside_a_total_of_each_body_are_the_official_ones(form: str) -> None:
    numbers = "\t".join(form.format(n) for n in range(1, 11))
    text = HEADER + f"ที่\tหน่วยงาน\t{numbers}\tคะแนนรวม\n" + BODIES
    assert _codes(text, "อบต.หนองหาร") == EXPECTED


@pytest.mark.parametrize(
    "numbers", [(1, 2, 3, 4, 5, 1, 2, 3, 1, 2), (1, 2, 3, 4, 5, 6, 7, 8, 9, 11)]
)
def test_numbers_that_are_not_the_official_ones_are_left_unread_and_said(
    numbers: tuple[int, ...],
) -> None:
    text = HEADER + GROUPS + "\t\t" + "\t".join(map(str, numbers)) + "\t\n" + BODIES
    assert _codes(text, "อบต.หนองหาร") == {"total": "70.00"}
    assert read(text).uncertain


def test_numbers_under_the_wrong_instrument_are_left_unread_and_said() -> None:
    wrong = GROUPS.replace("IIT", "OIT", 1).replace("OIT\t\tค", "IIT\t\tค")
    text = HEADER + wrong + "\t\t" + "\t".join(map(str, range(1, 11))) + "\t\n" + BODIES
    assert _codes(text, "อบต.หนองหาร") == {"total": "70.00"}
    assert read(text).uncertain


def test_a_row_that_counts_all_columns_names_no_indicator() -> None:
    text = HEADER + (
        "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\n1\t2\t3\t4\t5\nอบต.หนองหาร\t91.00\t90.00\t95.00\t92.30\n"
    )
    assert set(_codes(text, "อบต.หนองหาร")) == {"IIT", "EIT", "OIT", "total"}


def test_a_total_beside_the_instruments_is_read_above_two_rows_of_numbers() -> None:
    words = "\t".join(["ตัวชี้วัดที่"] * 10)
    numbers = "\t".join(map(str, range(1, 11)))
    text = HEADER + GROUPS + f"\t\t{words}\t\n\t\t{numbers}\t\n" + BODIES
    assert _codes(text, "อบต.หนองหาร") == EXPECTED


NUMBERS = "\t".join(map(str, range(1, 11)))
TEN = {str(n): value for n, value in enumerate(VALUES, 1)}


@pytest.mark.parametrize(
    "table",
    [
        f"ตัวชี้วัด\t{NUMBERS}\nคะแนน\t{{}}",
        f"คะแนนรายตัวชี้วัด\t{NUMBERS}\nคะแนนที่ได้\t{{}}",
        f"รายการ\tตัวชี้วัดที่{chr(9) * 9}\n\t{NUMBERS}\nผลคะแนน\t{{}}",
        f"ตัวชี้วัด\t{NUMBERS}\nจำนวนข้อ{chr(9)}{NUMBERS}\nคะแนน\t{{}}\nลำดับ\t{NUMBERS}",
    ],
)
def test_ten_numbers_behind_or_under_the_word_for_an_indicator_are_the_official_ones(
    table: str,
) -> None:
    assert _codes(HEADER + table.format("\t".join(VALUES)), "") == TEN


@pytest.mark.parametrize("head", ["ข้อ", "ลำดับ", "ด้าน", "คะแนน"])
def test_ten_numbers_behind_another_word_are_none(head: str) -> None:
    text = HEADER + f"{head}\t{NUMBERS}\nคะแนน\t" + "\t".join(VALUES)
    assert not read(text).scores


def _rows(head: str, form: str, values: tuple[str, ...] = VALUES, behind: str = "") -> str:
    rows = "\n".join(f"{form.format(n)}\t{v}{behind}" for n, v in enumerate(values, 1))
    return f"{HEADER}{head}\tคะแนน\n{rows}\n"


@pytest.mark.parametrize(
    ("head", "form"),
    [("ตัวชี้วัดที่", "{}"), ("ตัวชี้วัด", "ตัวชี้วัดที่ {}"), ("รายการ", "ตชว. {}")],
)
def test_ten_rows_numbered_as_indicators_are_the_official_ones(head: str, form: str) -> None:
    assert _codes(_rows(head, form) + "คะแนนรวม\t70.00", "") == EXPECTED


@pytest.mark.parametrize("head", ["ข้อ", "ที่", "ด้านที่"])
def test_rows_that_are_only_counted_are_no_indicators(head: str) -> None:
    assert not read(_rows(head, "{}")).scores


def test_numbered_rows_with_words_of_their_own_are_no_indicators() -> None:
    assert not read(_rows("ตัวชี้วัดที่", "{}", behind="\tเรื่องอื่น")).scores


def test_numbered_rows_in_the_order_of_their_scores_may_be_ranks() -> None:
    falling = tuple(sorted(VALUES, key=float, reverse=True))
    assert not read(_rows("ตัวชี้วัดที่", "{}", falling)).scores
