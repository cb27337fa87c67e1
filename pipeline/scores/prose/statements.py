"""Numbers that are no scores: pass marks, figures of others, counts, extremes.

Each function says whether a number is its kind of statement, and keeps what can be
checked later.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.facts import Claim, Item
from pipeline.numbers import arabic
from pipeline.scores.found import FULL_SCALE
from pipeline.scores.glue import is_glue, last_cue
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.reading import (
    TOTAL,
    Reading,
    add_claim,
    value_of,
)
from pipeline.wording import cues
from pipeline.years import find_years

_COUNTED = re.compile(
    r"(?P<fails>ไม่\s*)?ผ่าน\s*(?:เกณฑ์)?(?:ที่กำหนด|การประเมิน|ค่าเป้าหมาย)?\s*(?:\([^()\n]{0,40}\)\s*)?"
    r"(?:ร้อยละ\s*\d{1,3}(?:\.\d+)?\s*(?:ขึ้นไป\s*)?)?"
    r"(?:มี|ทั้งหมด|ทั้งสิ้น|รวม|\s)*(?:จำนวน)?\s*(?P<count>\d{1,2})\s*ตัวชี้วัด(?!ย่อย)"
)
"""How many indicators passed or failed: "ไม่ผ่านเกณฑ์ จำนวน 7 ตัวชี้วัด"."""
_HIGHER_LEVEL = re.compile(r"(?:เกณฑ์\s*)?(?:ระดับ\s*)?[\"“'(]?\s*ผ่าน\s*ดี(?:\s*เยี่ยม)?")
"""A level with limits of its own, above the mark that passes."""
_SHARE_LENGTH = 60
_SHARE = re.compile(
    r"(?<![\d.])\d{1,3}(?:,?\d{3})*[ \t]*(?P<unit>[ก-๎]{2,12})\s*[,(]?\s*(?:ซึ่ง|หรือ|โดย|และ)?\s*"
    r"(?:คิด\s*เป็น|เท่ากับ|หรือ)\s*(?:อัตรา)?\s*(?:ร้อยละ(?:\s*ที่)?)?\s*$"
)
"""A count and the words behind it that give it as a percentage."""
_NUMBER_AND_UNIT = re.compile(r"^[\d.]+[ \t]*(?:คะแนน)?")
_AS_PERCENT = re.compile(
    r"[ \t,(]*(?:จาก[ \t]*(?:คะแนน)?[ \t]*เต็ม[ \t]*100[ \t]*(?:คะแนน)?[ \t,]*)?"
    r"(?:หรือ|ซึ่ง|และ)?[ \t]*คิด[ \t]*เป็น[ \t]*(?:ร้อยละ)?[ \t]*"
)


def is_threshold(reading: Reading, candidate: Candidate, window: str) -> bool:
    after = reading.mask[candidate.number.end : candidate.end + 24].lstrip(" )")
    stated = _ends_with(window, "threshold_before") or bool(
        cues("prose", "threshold_after").match(after)
    )
    if not stated:
        return False
    is_mark = (
        re.search(r"เกณฑ์|ผ่าน", _HIGHER_LEVEL.sub(" ", window)[-40:]) and "เต็ม" not in window[-12:]
    )
    if is_mark and candidate.unit and not candidate.percent and value_of(candidate) < FULL_SCALE:
        add_claim(reading, "threshold", candidate)
    return True


def _ends_with(window: str, kind: str) -> bool:
    """True where a cue stands before the number with nothing but filling words between."""
    last = last_cue(window, kind)
    if last is None:
        return False
    rest = re.sub(
        r"คะแนน|ร้อยละ|การประเมิน|ประเมิน|ผ่าน|กำหนด|ไว้|คือ|เท่ากับ|ที่|ของ|อยู่|ตัวชี้วัด|ค่า|[\s(:=]",
        "",
        window[last.end() :],
    )
    return not rest


def is_goal(sentence: str) -> bool:
    """A score that is aimed at: "ตั้งเป้าหมายให้ได้คะแนนรวม 95 คะแนน"."""
    return bool(cues("prose", "goal").search(cues("prose", "reached").sub(" ", sentence)))


def is_foreign(reading: Reading, candidate: Candidate, window: str) -> bool:
    """Numbers of the nation, of other bodies, of other assessments, to the end of the line."""
    last = last_cue(window, "foreign")
    start = candidate.number.start
    if last is not None and not cues("prose", "own").search(window[last.end() :]):
        line_end = reading.mask.find("\n", start)
        reading.foreign_line = line_end if line_end >= 0 else len(reading.mask)
        return True
    if start < reading.foreign_line:
        if cues("prose", "own").search(window):
            reading.foreign_line = -1
            return False
        return True
    return False


def is_share(reading: Reading, candidate: Candidate) -> bool:
    """A part of something counted right before it: "จำนวน 45 คน คิดเป็นร้อยละ 98.50"."""
    if not candidate.percent:
        return False
    number = candidate.number.start
    told = _SHARE.search(arabic(reading.passage.text[max(0, number - _SHARE_LENGTH) : number]))
    return told is not None and bool(cues("prose", "not_score_unit").match(told["unit"]))


def read_counts(reading: Reading) -> None:
    """Stated numbers of indicators that passed or failed, where the line names one year or
    the passage is of one."""
    text = arabic(reading.passage.text)
    for hit in _COUNTED.finditer(text):
        start = text.rfind("\n", 0, hit.start()) + 1
        years = {found.year for found in find_years(text[start : hit.end()])}
        year = years.pop() if len(years) == 1 else None if years else reading.context.year
        if year is None:
            continue
        reading.claims.append(
            Claim(
                kind="fail-count" if hit.group("fails") else "pass-count",
                printed=" ".join(reading.passage.text[hit.start() : hit.end()].split()),
                place=reading.passage.place_at(hit.start()),
                value=Decimal(hit.group("count")),
                fiscal_year=year,
            )
        )


def is_extreme(reading: Reading, candidate: Candidate, window: str, item: Item | None) -> bool:
    """A stated highest or lowest score."""
    window = cues("prose", "extreme_in_name").sub(lambda hit: " " * len(hit[0]), window)
    for kind in ("highest", "lowest"):
        hits = list(cues("prose", kind).finditer(window))
        if not hits:
            continue
        gap = window[hits[-1].end() :]
        mentioned = item is not None and len(gap) < 80
        if mentioned or is_glue(gap):
            add_claim(reading, kind, candidate, item=item)
            return True
    return False


def is_percent_of_total(
    reading: Reading, candidate: Candidate, following: Candidate | None, window: str
) -> bool:
    """ "คิดเป็นร้อยละ 61.50 (35.40 คะแนน)" said of the total before it, or right behind its
    number: "คะแนนรวม 61.50 คะแนน คิดเป็นร้อยละ 61.50"."""
    if not candidate.percent:
        return False
    if reading.last_item != TOTAL:
        return False
    points = None
    if following is not None and following.unit:
        between = reading.mask[candidate.end : following.number.start]
        points = value_of(following) if between.strip() == "(" else None
    behind = reading.score_places[-1:] or [0]
    since = reading.mask[behind[0] : candidate.number.start]
    plain = _NUMBER_AND_UNIT.sub("", since, count=1)
    if points is None and not _AS_PERCENT.fullmatch(window) and not _AS_PERCENT.fullmatch(plain):
        return False
    add_claim(reading, "percent", candidate, other=points, item=TOTAL)
    return True
