"""Fiscal years in text, and what each of them is the year of.

A report names many years: the year of the scores, of the plan made from them, of
laws, orders and dates. Every mention gets a role from the words before it; only
years with the role ``score`` or ``bare`` may become the year of a score.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.numbers import arabic
from pipeline.wording import cues

Role = Literal["score", "plan", "bare", "other"]

FIRST_YEAR, LAST_YEAR = 2555, 2590
"""Buddhist-era years that can be fiscal years of an assessment."""
_ERA = 543
_REACH = 90
"""How many characters before a year its cue may stand."""

_MONTH = (
    r"(?:ม\.?\s?ค|ก\.?\s?พ|มี\.?\s?ค|เม\.?\s?ย|พ\.?\s?ค|มิ\.?\s?ย|ก\.?\s?ค|ส\.?\s?ค|ก\.?\s?ย|ต\.?\s?ค|พ\.?\s?ย|ธ\.?\s?ค)\.?"
    r"|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
)
_YEAR = re.compile(
    r"(?<![\d/])(?<!\d[.,])(?:"
    r"(?P<be>25\d\d)(?![\d,]|\.\d)"
    r"|(?<=ปี)\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<short>[56]\d)(?![\d,%]|\.\d|\s*(?:คน|ข้อ|คะแนน|บาท|ราย))"
    r"|(?P<ce>20[12]\d)(?![\d,]|\.\d)"
    r")"
)
_DIGITS = re.compile(r"\d\d")
_DATE_BEFORE = re.compile(rf"(?:{_MONTH})\s*(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*$")
_RANGE = re.compile(r"25\d\d\s*[-–—]\s*25\d\d")
_CE_CUE = re.compile(r"(?:ITA|FY|fiscal|ค\.?\s?ศ\.?|ปี)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year in a text."""

    year: int
    """Buddhist era."""
    start: int
    end: int
    role: Role


def find_years(text: str) -> Iterator[YearMention]:
    """Every year of ``text`` with its role, left to right."""
    if not _DIGITS.search(text):
        return
    plain = arabic(text)
    ranges = [match.span() for match in _RANGE.finditer(plain)]
    for match in _YEAR.finditer(plain):
        year = _buddhist(match, plain)
        if year is None:
            continue
        in_range = any(left <= match.start() < right for left, right in ranges)
        role: Role = (
            "other" if in_range else _role(plain[max(0, match.start() - _REACH) : match.start()])
        )
        yield YearMention(year, match.start(), match.end(), role)


def _buddhist(match: re.Match[str], text: str) -> int | None:
    if match.group("be"):
        year = int(match.group("be"))
    elif match.group("short"):
        year = 2500 + int(match.group("short"))
    elif _CE_CUE.search(text[max(0, match.start() - _REACH) : match.start()]):
        year = int(match.group("ce")) + _ERA
    else:
        return None
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _role(before: str) -> Role:
    """The role that the words right before a year give it: that of the nearest cue."""
    if _DATE_BEFORE.search(before):
        return "other"
    best: Role = "bare"
    nearest = -1
    roles: tuple[Role, ...] = ("other", "plan", "score")
    for role in roles:
        for hit in cues("year", role).finditer(before):
            if hit.end() > nearest:
                best, nearest = role, hit.end()
    return best


_STATED = re.compile(
    r"(?:ปี\s*งบประมาณ|ประจำ\s*ปี|ITA\s*ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>\d{4})(?![\d,]|\.\d|\s*(?:บาท|คน|ราย|โครงการ|ล้าน))"
)
_PLAUSIBLE = (range(1950, 2061), range(2400, 2701))
"""Years of either era that a report can speak of."""


def impossible_years(text: str) -> tuple[int, ...]:
    """Numbers that a text calls a fiscal year and that are none of any era, as printed: 3105."""
    found = (int(match["year"]) for match in _STATED.finditer(arabic(text)))
    return tuple(sorted({year for year in found if not any(year in some for some in _PLAUSIBLE)}))


BROKEN_NUMBER = re.compile(r"(?<=[\d๐-๙])\n(?=[\d๐-๙])")
"""Where a narrow column breaks a number over two lines."""


@lru_cache(maxsize=4096)
def header_year(text: str) -> int | None:
    """The one year that a table header names; None for none or several."""
    years = {mention.year for mention in find_years(BROKEN_NUMBER.sub("", text))}
    return years.pop() if len(years) == 1 else None


def rank_years(texts: Iterable[tuple[str, float]], role: Role) -> tuple[int, ...]:
    """Years mentioned with ``role`` in weighted texts, heaviest first, the later on a tie."""
    weights: Counter[int] = Counter()
    for text, weight in texts:
        for mention in find_years(text):
            if mention.role == role:
                weights[mention.year] += int(weight * 10)
    return tuple(sorted(weights, key=lambda year: (-weights[year], -year)))
