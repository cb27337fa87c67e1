"""Verdicts printed right behind scores in running text, with their pass mark."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.facts import Mark

PASS_MARKS = Decimal(50), Decimal(100)
"""Between which a pass mark lies."""
_VERDICT = re.compile(
    r"[\s,)]*(?:คะแนน)?[\s,)]*(?:ซึ่ง|ถือว่า|จึง|และ|โดย|[ \t])*"
    r"(?P<fails>ไม่[ \t]*)?ผ่าน[ \t]*(?:ตาม)?[ \t]*(?:เกณฑ์|ค่า|[ \t])+"
    r"(?:เป้าหมาย|การประเมิน|ที่กำหนด|ขั้นต่ำ|คะแนน|ร้อยละ|ที่|ไว้|[ \t(])*"
    r"(?P<target>\d{2,3}(?:\.\d+)?)(?![\d.])"
)
"""A verdict right behind a score, with the pass mark: "84.03 คะแนน ไม่ผ่านเกณฑ์ร้อยละ 85"."""


def verdict_behind(behind: str) -> tuple[Mark, Decimal | None]:
    """Whether the words behind a score say that it passes a stated mark, and which mark."""
    found = _VERDICT.match(behind)
    if found is None or not PASS_MARKS[0] <= Decimal(found["target"]) <= PASS_MARKS[1]:
        return "", None
    return "fail" if found["fails"] else "pass", Decimal(found["target"])
