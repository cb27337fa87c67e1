"""Names of indicators behind codes that questions have too."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"


def _rows(*rows: tuple[str, str], head: str = "ตัวชี้วัด") -> str:
    return _TITLE + "\n".join("\t".join(row) for row in ((head, "คะแนน"), *rows))


@pytest.mark.parametrize(
    "label",
    ["i{n} {name}", "I{n} : {name}", "({n}) i{n}. {name}", "(i{n}) {name}", "{name} (I{n})",
     "ตัวชี้วัดที่ I{n} {name}", "I-{n} {name}", "[i{n}]{name}"],
)  # fmt: skip
def test_the_name_decides_over_a_code(label: str) -> None:
    rows = [
        (label.format(n=number, name=name), value)
        for number, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    ]
    assert by_code(_rows(*rows)) == OFFICIAL


def test_indicators_numbered_within_their_instruments_are_told_by_name() -> None:
    codes = ("I1", "I2", "I3", "I4", "I5", "E1", "E2", "E3", "O1", "O2")
    rows = [(f"{c} {n}", v) for c, n, v in zip(codes, NAMES, VALUES, strict=True)]
    assert by_code(_rows(*rows)) == OFFICIAL
    assert {score.printed_number for score in read(_rows(*rows)).scores} == {1, 2, 3, 4, 5, None}


def test_questions_that_bear_their_indicators_name_stay_questions() -> None:
    rows = [("I1 การใช้อำนาจ", "84.46"), ("I2 การใช้อำนาจ", "81.40"), ("I7 การใช้งบประมาณ", "83.40")]
    assert by_code(_rows(*rows)) == {"I1": "84.46", "I2": "81.40", "I7": "83.40"}


def test_a_lone_indicators_name_among_other_questions_is_left_uncertain() -> None:
    asked = [("I2 มีการเลือกปฏิบัติเพียงใด", "81.40"), ("I3 มุ่งผลสำเร็จของงานเพียงใด", "83.40")]
    found = read(_rows(("I1 การปฏิบัติหน้าที่", "84.46"), *asked))
    assert [score.item.code for score in found.scores] == ["I2", "I3"]
    assert [one.printed for one in found.uncertain] == ["84.46"]
    both = [("i1 การปฏิบัติหน้าที่", "84.46"), ("I1 ปฏิบัติงานตามขั้นตอนเพียงใด", "80.00"), *asked]
    assert by_code(_rows(*both)) == {"1": "84.46", "I1": "80.00", "I2": "81.40", "I3": "83.40"}
