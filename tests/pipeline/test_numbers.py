"""Numbers are read exactly as they are printed, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.numbers import arabic, close_gaps, decimals, find_numbers, parse_number, plain

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def values(text: str) -> list[str]:
    return [plain(number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("๘7.57", "87.57"),
        ("๗๐.๕2", "70.52"),
        ("100", "100"),
        ("89.4", "89.4"),
        ("๕๙๓ ,๗๖๐", "593760"),
        ("๗๗ .๑๖", "77.16"),
        ("88.50¹", "88.50"),
        ("91,76", "91.76"),
        ("1,234.50", "1234.50"),
        ("-32.97", "-32.97"),
        ("+28.01", "28.01"),
    ],
)
def test_a_whole_number_keeps_its_printed_precision(text: str, value: str) -> None:
    found = parse_number(text)
    assert found is not None
    assert plain(found) == value


@pytest.mark.parametrize(
    "text", ["", "-", "77 16", "1. 96", "๑. ๙๖", "1.2.3", "๙๖.๖๖คะแนน", "ปี ๒๕๖๔", "95.00 - 100"]
)
def test_what_is_not_plainly_one_number_is_none(text: str) -> None:
    assert parse_number(text) is None


def test_units_glued_to_a_number_do_not_hide_it() -> None:
    assert values("๙๖.๖๖คะแนน") == ["96.66"]


def test_a_dash_between_numbers_is_a_range_and_no_minus_sign() -> None:
    assert values("95.00 - 100") == ["95.00", "100"]


def test_section_numbers_are_no_numbers() -> None:
    assert values("ข้อ 1.2.3 และ 9.1.10") == []


def test_signs_are_told_from_bullets_glued_to_words() -> None:
    assert [number.signed for number in find_numbers("ลดลง -3.2 และ x-3.2")] == [True, False]


@given(st.decimals(min_value=0, max_value=100, places=2), st.booleans())
def test_a_printed_score_is_read_back_in_either_script(score: Decimal, thai: bool) -> None:
    text = plain(score).translate(THAI) if thai else plain(score)
    found = parse_number(text)
    assert found == score
    assert found is not None
    assert decimals(found) == 2


@given(st.integers(0, 99), st.integers(0, 99), st.lists(st.booleans(), min_size=5, max_size=5))
def test_scripts_may_mix_inside_one_number(whole: int, part: int, flags: list[bool]) -> None:
    text = f"{whole:02d}.{part:02d}"
    mixed = "".join(c.translate(THAI) if flag else c for c, flag in zip(text, flags, strict=True))
    assert parse_number(mixed) == Decimal(text)


@given(st.text())
def test_reading_numbers_never_fails_and_places_are_true(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.printed
        assert plain(abs(number.value)).replace(".", "").isdigit()


@given(st.text())
def test_arabic_keeps_the_length(text: str) -> None:
    assert len(arabic(text)) == len(text)


def test_gaps_close_only_where_nothing_else_can_be_meant() -> None:
    assert close_gaps("77 .16") == "77.16"
    assert close_gaps("593 , 760") == "593,760"
    assert close_gaps("1. 96") == "1. 96"
    assert close_gaps("85, 90") == "85, 90"


def test_a_fraction_set_off_from_its_point_is_part_of_a_number_no_list_reaches() -> None:
    assert parse_number("86. 81") == Decimal("86.81")
    assert parse_number("๙๒. ๑๗") == Decimal("92.17")
    assert parse_number("10. 85") is None
    assert values("ได้ ๘๓ .๑๑ คะแนน") == ["83.11"]
