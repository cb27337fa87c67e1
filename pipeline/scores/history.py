"""Years in which the assessment or its tools came to be: "ดำเนินการตั้งแต่ปีงบประมาณ พ.ศ. 2556".

A report tells of them before it comes to its scores, which are of none of these years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.numbers import arabic
from pipeline.wording import cues
from pipeline.years import YearMention, find_years

_REACH = 70
"""Characters between the word for a beginning and its year at most."""
_SCORE = re.compile(r"\d[.,]\d\d(?!\d)")
_RESULT = re.compile(r"ผล\s*(?:การ|คะแนน)|คะแนน|ได้\s*\d|\d{4}")
"""What may not stand between the two: then the year is that of a result, or has its own word."""
_LEADS_ON = re.compile(
    r"(?:[\s:=(),–-]|ที่|ซึ่ง|โดย|และ|แล้ว|ได้|รับ|มี|ผล|คะแนน|รวม|เฉลี่ย|การ|ประเมิน|ITA|อยู่|เท่า|กับ|ร้อยละ|คือ|เป็น)*"
)
"""Nothing but words of having between a year and the score that is its own."""


def without_history(text: str, before: str = "") -> str:
    """``text`` without the years in which the assessment came to be; of the same length.

    ``before`` is the line above that it may go on with. A text with scores keeps a year that only
    "ตั้งแต่" stands before: there it may begin a series of scores.
    """
    lead = f"{before}\n" if before else ""
    whole = lead + text
    kinds = ("begun",) if _SCORE.search(arabic(text)) else ("begun", "since")
    letters = list(whole)
    for year in _of_history(whole, kinds):
        letters[year.start : year.end] = " " * (year.end - year.start)
    return "".join(letters)[len(lead) :]


def is_history(before: str, behind: str) -> bool:
    """Whether a year between two texts is one in which the assessment, or a tool of it, came to be,
    and not that of a score that ``behind`` leads to."""
    return not _LEADS_ON.fullmatch(behind) and _tells(before, ("begun",))


def _of_history(text: str, kinds: tuple[str, ...]) -> Iterator[YearMention]:
    for year in find_years(text):
        if year.role != "other" and _tells(text[: year.start], kinds):
            yield year


def _tells(before: str, kinds: tuple[str, ...]) -> bool:
    near = before[-_REACH:]
    ends = [hit.end() for kind in kinds for hit in cues("year", kind).finditer(near)]
    return bool(ends) and not _RESULT.search(arabic(near[max(ends) :]))
