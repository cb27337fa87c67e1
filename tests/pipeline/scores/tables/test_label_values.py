"""Scores of instruments inside the cells that name them."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, VALUES, by_code

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
HEADS = {
    0: ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "IIT", "85.73"),
    5: ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก", "EIT", "78.44"),
    8: ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ", "OIT", "20.12"),
}
TEN = {str(n): value for n, value in enumerate(VALUES, 1)}
MEANS = {code: value for _, code, value in HEADS.values()}


def _beside(form: str, behind: str = "") -> str:
    rows = [
        f"{form.format(*HEADS[at]) if at in HEADS else ''}\t{name}\t{value}{behind}"
        for at, (name, value) in enumerate(zip(NAMES, VALUES, strict=True))
    ]
    return HEADER + "เครื่องมือ\tตัวชี้วัด\tคะแนน\n" + "\n".join(rows)


@pytest.mark.parametrize(
    "form",
    ["{0} ({1})|เฉลี่ย {2}", "{1} ({2})", "{1}|{2}", "แบบวัด {1} ได้ {2} คะแนน", "{1} (30%) : {2}"],
)
def test_a_mean_in_the_cell_of_its_instrument_is_read(form: str) -> None:
    assert by_code(_beside(form)) == TEN | MEANS


def test_a_mean_in_a_row_that_heads_its_indicators_is_read() -> None:
    rows = [
        ("{0} เฉลี่ย {2}\t\n".format(*HEADS[at]) if at in HEADS else "") + f"{name}\t{value}"
        for at, (name, value) in enumerate(zip(NAMES, VALUES, strict=True))
    ]
    assert by_code(HEADER + "ตัวชี้วัด\tคะแนน\n" + "\n".join(rows)) == TEN | MEANS


@pytest.mark.parametrize(
    "form",
    ["{1} น้ำหนัก 30.00", "{1} (เต็ม 30.00)", "{1} เป้าหมาย 85.00", "{1} เพิ่มขึ้น 2.10", "{1} +2.10"],
)
def test_another_number_in_such_a_cell_is_no_score(form: str) -> None:
    assert by_code(_beside(form)) == TEN


def test_a_mean_in_a_piece_of_its_cell_further_down_is_read() -> None:
    pieces = {
        0: HEADS[0][0],
        2: "(IIT)",
        3: "เฉลี่ย 85.73",
        5: "EIT|เฉลี่ย 78.44",
        8: "OIT",
        9: "เฉลี่ย 20.12",
    }
    rows = [
        f"{pieces.get(at, '')}\t{name}\t{value}"
        for at, (name, value) in enumerate(zip(NAMES, VALUES, strict=True))
    ]
    assert by_code(HEADER + "เครื่องมือ\tตัวชี้วัด\tคะแนน\n" + "\n".join(rows)) == TEN | MEANS
