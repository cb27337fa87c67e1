"""Take the number off a label, with the words that say what it counts.

``ตัวชี้วัดที่ 3``, ``ตชว.3``, ``ด้านที่ 3``, ``ข้อ 3``, ``KPI 3`` and a bare ``3.`` may stand before the
name; only words for an indicator state an indicator's number. The name decides, never the number.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.numbers import arabic
from pipeline.wording import cues

_STATED = re.compile(
    r"^\s*(?:(?:คะแนน)?\s*(?:เฉลี่ย|รวม)\s*(?:ของ|ราย)?\s*)?(?:ตัว\s*ชี[้\ufffd]?\s*วัด(?:ย[่\ufffd]?อ\s?ย)?|ตัวบ่งชี้|indicator)\s*(?:ที[่\ufffd]?|no\.?)?\s*\.?\s*(\d{1,2}(?:\.\d{1,2})?)"
    r"\s*[.):\-–]?\s*(?!\d)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*[-•*]?\s*\(?(\d{1,2}(?:\.\d{1,2})?)\s*(?:[.)]+|\s)\s*(?=[^\d\s])")
_DIGITS = re.compile(r"[\d๐-๙]")


def split_number(text: str) -> tuple[str, bool, str]:
    """Take the printed number off a label: (number, whether stated as indicator, rest)."""
    if not _DIGITS.search(text):
        return "", False, text
    plain = arabic(text)
    if found := _STATED.match(plain) or _worded("numbered").match(plain):
        return found.group(1), True, text[found.end() :]
    if found := _LISTED.match(plain) or _worded("counted").match(plain):
        rest = text[found.end() :]
        inner_number, stated, inner = split_number(rest) if rest.strip() else ("", False, rest)
        return (inner_number, True, inner) if stated else (found.group(1), False, rest)
    return "", False, text


@cache
def _worded(kind: str) -> re.Pattern[str]:
    """A number behind one of a list of words for what it counts, before a name."""
    return re.compile(
        rf"^\s*[-•*]?\s*\(?(?:{cues('column', kind).pattern})\s*[.:]?\s*(\d{{1,2}}(?:\.\d{{1,2}})?)"
        r"(?![\d.]\d)\s*[.):\-–]*\s*(?=[^\d\s])",
        re.IGNORECASE,
    )
