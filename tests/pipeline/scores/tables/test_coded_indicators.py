"""Codes ``i1`` … ``i10`` that number the ten indicators, told from those of questions."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import OFFICIAL, VALUES, by_code, scores

_TITLE = "สรุปคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2564 เทศบาลตำบลหนองแวง\n\n"
_CODES = tuple(f"i{number}" for number in range(1, 11))
_TOTAL = "57.30"
"""What the ten values give by the weights of the assessment."""
_MEAN = "70.42"


def _wide(codes: tuple[str, ...], *rows: str, groups: bool = True) -> str:
    heads = ["", "IIT", "", "", "", "", "EIT", "", "", "OIT", "", ""]
    lines = ["\t".join(heads)] if groups else []
    lines.append("\t".join(["ปี", *codes, "คะแนนรวม"]))
    return _TITLE + "\n".join([*lines, *rows])


def _row(lead: str, total: str) -> str:
    return "\t".join([lead, *VALUES, total])


@pytest.mark.parametrize("letter", ["i", "I"])
@pytest.mark.parametrize("lead", ["2563", "ทต.หนองแวง"])
def test_codes_under_three_instruments_are_indicators(letter: str, lead: str) -> None:
    codes = tuple(code.replace("i", letter) for code in _CODES)
    assert by_code(_wide(codes, _row(lead, "80.00"))) == OFFICIAL | {"total": "80.00"}


def test_ten_codes_whose_totals_follow_from_them_are_indicators_in_rows_of_other_totals_too() -> (
    None
):
    totals = {2562: _TOTAL, 2563: "58.41", 2564: _TOTAL}
    rows = [_row(str(year), total) for year, total in totals.items()]
    assert scores(_wide(_CODES, *rows, groups=False)) == [
        (year, code, value)
        for year, total in totals.items()
        for code, value in (OFFICIAL | {"total": total}).items()
    ]


def test_codes_numbered_within_their_instruments_are_indicators_where_the_total_follows() -> None:
    codes = ("I1", "I2", "I3", "I4", "I5", "E1", "E2", "E3", "O1", "O2")
    text = _wide(codes, _row("2563", _TOTAL), groups=False)
    assert by_code(text) == OFFICIAL | {"total": _TOTAL}


def test_one_named_code_does_not_lose_its_column() -> None:
    codes = ("i1 การปฏิบัติหน้าที่", *_CODES[1:])
    assert by_code(_wide(codes, _row("2563", _TOTAL))) == OFFICIAL | {"total": _TOTAL}


def test_ten_codes_below_each_other_over_their_total_are_indicators() -> None:
    rows = "\n".join(f"{code}\t{value}" for code, value in zip(_CODES, VALUES, strict=True))
    text = f"{_TITLE}ตัวชี้วัด\tคะแนน\n{rows}\nคะแนนรวม\t{_TOTAL}"
    assert by_code(text) == OFFICIAL | {"total": _TOTAL}


def test_ten_questions_of_one_instrument_stay_questions() -> None:
    asked = {f"I{number}": value for number, value in enumerate(VALUES, 1)}
    beside = _wide(_CODES, _row("2563", _MEAN), groups=False)
    other = _wide(_CODES, _row("2563", "58.41"), groups=False)
    rows = [_row("2563", _TOTAL), _row("2564", _MEAN)]
    one_group = _wide(_CODES, *rows).replace("EIT", "IIT").replace("OIT", "IIT")
    for text in (beside, other, one_group):
        assert by_code(text) == asked


def test_more_than_ten_codes_are_questions() -> None:
    codes = (*_CODES, "i11")
    text = _wide(codes, "\t".join(["2563", *VALUES, "70.00", _TOTAL]), groups=False)
    assert "I11" in by_code(text)


def test_the_total_that_names_the_assessment_stays_beside_questions() -> None:
    text = f"{_TITLE}ปี\tI1\tI2\tI3\tคะแนนรวม ITA\n2563\t80.11\t81.00\t82.00\t90.12"
    assert by_code(text) == {"I1": "80.11", "I2": "81.00", "I3": "82.00", "total": "90.12"}
