"""Which pages are opened for tables."""

from __future__ import annotations

import pytest

from parsers.model import Sought
from pipeline.triage import may_hold_tables


@pytest.mark.parametrize(
    "text",
    [
        "การใช้อำนาจ 91.76\nการเปิดเผยข้อมูล ๘๕.๐๐\nคะแนนรวม 88.10",
        "9๑.\n๗๖\n๘๕.\n00\n77.1\n0",
        "การใช้อานาจ ๑๐๐ การเปดเผยขอมูล ๑๐๐ ๘๕ ๙๐ ๖๗ ๘๘ ตัวชี้วัด",
        "มาตรการ  ขั้นตอน  ผู้รับผิดชอบ  ระยะเวลา",
        "\ufffd" * 30,
        "ผลการประเมิน ITA ลำดับ หน่วยงาน คะแนน ระดับ 1 อบต.หนองหาร 90.18 A",
    ],
)
def test_pages_that_may_hold_scores_or_measures_are_opened(text: str) -> None:
    assert may_hold_tables(text)


@pytest.mark.parametrize(
    "text",
    ["", "ผู้บริหารได้ประกาศเจตนารมณ์ต่อหน้าบุคลากรทุกคน", "หน้า 12 วันที่ 14 มีนาคม 2567 เวลา 9.30 น."],
)
def test_pages_of_prose_are_not(text: str) -> None:
    assert not may_hold_tables(text)


def test_shares_beside_amounts_of_money_are_no_scores() -> None:
    budget = "ที่ โครงการ งบประมาณ (บาท) เบิกจ่าย (ร้อยละ)\n"
    budget += "\n".join(f"{n} โครงการที่ {n} ๗๒๔,๙๐๐ ๖๓.๔{n}" for n in range(1, 6))
    assert not may_hold_tables(budget)
    assert may_hold_tables(budget + "\nคะแนนที่ได้")


def test_words_of_measures_in_running_text_are_no_heads_of_columns() -> None:
    prose = "บุคลากรทุกระดับมีส่วนร่วมในการกำหนดแนวทางและติดตามความก้าวหน้าตามขั้นตอนเป็นประจำทุกเดือน\n"
    assert not may_hold_tables(prose * 3)
    assert may_hold_tables(prose * 3 + "แนวทาง\nขั้นตอน\n")


def test_tables_of_words_are_looked_for_where_measures_are_spoken_of() -> None:
    scores = "การใช้อำนาจ 91.76\nการเปิดเผยข้อมูล ๘๕.๐๐\nคะแนนรวม 88.10"
    assert may_hold_tables(scores) is Sought.NUMBERS
    assert may_hold_tables(f"{scores}\nมาตรการ ผู้รับผิดชอบ") is Sought.TABLES
