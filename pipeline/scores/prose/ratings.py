"""Ratings printed beside totals in running text."""

from __future__ import annotations

import re
from functools import cache

from pipeline.scores.levels import level_name, rating_words

_FIRST_LEVEL_YEAR = 2566


@cache
def _pattern() -> str:
    letters = r"(?<![A-Za-z])(?:AA|[A-F])(?![A-Za-z])"
    return rf"(?P<rating>{letters}|{rating_words()})"


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"^[\s,)]*(?:คะแนน|%)?[\s,)]*(?:"
        r"(?:ซึ่ง|โดย|และ|หรือ|มี|อ\s?ยู่|ได้|จัด|ถือว่า|รับ|ผล|การประเมิน|ใน|ผ่านเกณฑ์|เกณฑ์|คิดเป็น|เป็น|เทียบเท่า|\s)*"
        r"(?:ระดับ|เกรด|rating)\s*(?:ผล)?\s*(?:การ)?\s*(?:ประเมิน|คะแนน|คุณธรรม)?"
        rf"\s*(?:อ\s?ยู่ในระดับ|คือ|ได้|อ\s?ยู่ที่)?\s*[:=\"“'(]*\s*{_pattern()}"
        rf"|\(\s*(?:ระดับ)?\s*{_pattern().replace('rating', 'bracket')}\s*\))",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:ระดับ|เกรด|rating)\s*(?:ผลการประเมิน)?\s*[:=\"“]?\s*{_pattern()}\s*[\"”]?\s*"
        r"(?:โดย|ซึ่ง|ด้วย|มี|ได้|รับ|ที่|คะแนน|ค่า|เท่ากับ|เฉลี่ย|รวม|ภาพรวม|ผล|การประเมิน|คิดเป็น|ร้อยละ|\s)*\(?\s*(?:คะแนน)?\s*$"
    )


def rating_after(text: str, year: int | None) -> str:
    """The rating stated right behind a total; empty for none.

    ``ผ่าน`` alone is a rating only from fiscal year 2566: before, it is a pass flag.
    """
    found = _after().match(text[:120])
    if not found:
        return ""
    rating = level_name(found.group("rating") or found.group("bracket"))
    return _known(rating, year)


def without_rating(text: str) -> str:
    """What stands behind a total, without the rating that is stated right behind it."""
    found = _after().match(text[:120])
    return text[found.end() :] if found else text


def rating_before(window: str) -> str:
    """The rating stated right before a total: ``ระดับ D (56.72 คะแนน)``; empty for none."""
    found = _before().search(window)
    return level_name(found.group("rating")) if found else ""


def _known(rating: str, year: int | None) -> str:
    if rating.isascii():
        return rating if rating.isupper() else ""
    if rating.startswith(("ผ่าน", "ต้อง")) and (year is None or year < _FIRST_LEVEL_YEAR):
        return ""
    return rating
