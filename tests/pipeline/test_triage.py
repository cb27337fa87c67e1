"""Which pages are opened for tables."""

from __future__ import annotations

import pytest

from pipeline.triage import may_hold_tables


@pytest.mark.parametrize(
    "text",
    [
        "การใช้อำนาจ 91.76\nการเปิดเผยข้อมูล ๘๕.๐๐\nคะแนนรวม 88.10",
        "9๑.\n๗๖\n๘๕.\n00\n77.1\n0",
        "การใช้อานาจ ๑๐๐ การเปดเผยขอมูล ๑๐๐ ๘๕ ๙๐ ๖๗ ๘๘ ตัวชี้วัด",
        "มาตรการ  ขั้นตอน  ผู้รับผิดชอบ  ระยะเวลา",
        "\ufffd" * 30,
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
