"""Stated differences to another year: "เพิ่มขึ้น 0.74 คะแนน", "ลดลงร้อยละ 2.10".

What a difference is of is told by its own line: the item named before it, the score right before
it, or the total. Where the line does not tell, the difference is kept without an item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.facts import Item
from pipeline.numbers import Number, find_numbers
from pipeline.scores.glue import COMPARED, is_glue
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.reading import (
    TOTAL,
    Reading,
    add_claim,
    last_mention,
    line_start,
    value_of,
)
from pipeline.wording import cues
from pipeline.years import YearMention, find_years

_AMOUNT = re.compile(r"จำนวน|อยู่|(?:คิด)?เป็น(?:คะแนน)?|เท่ากับ")
"""Words that tell the amount of a change from the score that it is a change from."""
_YEAR_BEFORE = re.compile(r"(?:ใน)?(?:ปี(?:งบประมาณ)?|ครั้ง)(?:ที่(?:ผ่านมา|แล้ว)|ก่อน(?:หน้า(?:นี้)?)?|เดิม)")
_FAR = 3
"""How many times as much as the difference to the next score a score is, at least."""
_HAVING = re.compile(r"ได้|มีคะแนน|มีผล|เท่ากับ")
_YEAR_WORDS = re.compile(r"\s*(?:ใน)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*")


def is_change(reading: Reading, candidate: Candidate, window: str, start: int) -> bool:
    """Whether a number is a difference to another year, which is then kept, or the score that
    one is compared with."""
    for kind, sign in (("change_up", 1), ("change_down", -1)):
        hits = list(cues("prose", kind).finditer(window))
        if not hits:
            continue
        gap = window[hits[-1].end() :]
        if COMPARED.search(gap) or hits[-1].group().endswith("จาก"):
            plain = _YEAR_BEFORE.sub(" ", COMPARED.sub(" ", gap))
            compared = is_glue(plain) and not _HAVING.search(_AMOUNT.sub(" ", gap))
            if not compared or not _AMOUNT.search(gap):
                return compared and not _is_of_named_year(reading, candidate, sign, len(gap))
        elif not is_glue(gap):
            continue
        _keep(reading, candidate, sign, start, start + hits[-1].start())
        return True
    return False


def _is_of_named_year(reading: Reading, candidate: Candidate, sign: int, reach: int) -> bool:
    """Whether a number in brackets behind a year is the score that one fell or rose from:
    "เพิ่มขึ้นจากปี 2564 (84.20 คะแนน)", and none by which."""
    end = candidate.number.start
    said = reading.passage.text[end - reach : end]
    years = list(find_years(said))
    if len(years) != 1 or "(" not in said[years[0].end :] or not reading.scores:
        return False
    above, value = reading.scores[-1].value, value_of(candidate)
    return (above - value) * sign > 0 and value > abs(above - value) * _FAR


def _keep(reading: Reading, candidate: Candidate, sign: int, start: int, cue: int) -> None:
    """Keep the difference whose word stands at ``cue``, behind the number that ends at
    ``start``."""
    about = _about(reading, candidate, start, cue)
    year = _year(reading, candidate, about.item)
    add_claim(
        reading,
        "change",
        candidate,
        value=value_of(candidate) * sign,
        item=about.item if year else None,
        other=about.stated if year else None,
        year=year,
    )


@dataclass(frozen=True, slots=True)
class _About:
    """The item that a difference is of; or a score of it, where no item is named."""

    item: Item | None = None
    stated: Decimal | None = None


def _about(reading: Reading, candidate: Candidate, start: int, cue: int) -> _About:
    line = line_start(reading, candidate)
    mention = last_mention(reading, max(start, line), cue)
    if mention is not None:
        return _About(mention.label.item)
    before = _number_before(reading, line, cue)
    if before is not None:
        at = line + before.start
        if reading.score_places and reading.score_places[-1] == at:
            return _About(reading.last_item)
        return _About(stated=None if before.signed else before.value)
    if cues("prose", "strong_total").search(reading.mask[line:cue]):
        return _About(TOTAL)
    gap = reading.mask[start:cue]
    if reading.last_item == TOTAL and gap.count("\n") == 1 and is_glue(gap):
        above = _number_before(reading, 0, cue)
        if above is not None and above.start == reading.score_places[-1]:
            return _About(TOTAL)
    return _About()


def _number_before(reading: Reading, start: int, end: int) -> Number | None:
    """The last number between two offsets, counted from the first."""
    *_, last = None, *find_numbers(reading.mask[start:end])
    return last


def _year(reading: Reading, candidate: Candidate, item: Item | None) -> int | None:
    """The later of the two years that a difference lies between; None where they are not one
    after the other."""
    line = line_start(reading, candidate)
    end = reading.mask.find("\n", candidate.end)
    text = reading.passage.text[line : end if end >= 0 else None]
    named = [one for one in find_years(text) if one.role in ("bare", "score", "plan")]
    years = sorted({one.year for one in named})
    if len(years) > 2 or (len(years) == 2 and years[1] - years[0] != 1):
        return None
    if len(years) == 2:
        return years[1]
    if years:
        return years[0] + all(_is_compared(one, text) for one in named)
    own = [score.fiscal_year for score in reading.scores if score.item == item]
    known = [year for year in own if year is not None]
    return max(known) if known else reading.context.year


def _is_compared(year: YearMention, text: str) -> bool:
    """Whether a year is named as that before: "จากปี 2566", "เทียบกับปีงบประมาณ พ.ศ. 2566"."""
    hits = list(COMPARED.finditer(text, 0, year.start))
    return bool(hits) and bool(_YEAR_WORDS.fullmatch(text, hits[-1].end(), year.start))
