"""Of which year each number of a passage is."""

from __future__ import annotations

import re

from pipeline.scores.glue import COMPARED, last_cue
from pipeline.scores.history import is_history
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.reading import Reading
from pipeline.wording import cues
from pipeline.years import YearMention, find_years

_REACH = 30
"""How many characters before a year may say that it is only compared with."""
_YEAR_BEHIND = re.compile(
    r"\s*(?:\(|ใน|ของ)\s*(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
)
_WRAPPED = re.compile(r"(?:(?<=พ\.ศ\.)|(?<=ปี)|(?<=งบประมาณ)|(?<=ใน))[ \t]*\n[ \t]*")
"""The end of a line inside the words for a year."""
_THIS = 60
"""Characters before a number in which "this year" is said of it."""
_EARLIER = 30
"""Characters before a year in which it is said to be the one before."""
_NUMBER = re.compile(r"[\d๐-๙]+[.,][\d๐-๙]")


def years_of(reading: Reading, found: tuple[Candidate, ...]) -> dict[int, int | None]:
    """The year of each number, by its offset: one named since the number before, or right
    behind it; else the year that the passage last spoke of. A year that is only compared
    with ("เพิ่มขึ้นจากปี 2564 ที่ได้ …") holds for its own number; "ปีนี้" is the year around the
    passage, and where it cannot be, what follows is kept apart as unclear."""
    text = reading.passage.text
    result: dict[int, int | None] = {}
    current, boundary = reading.context.year, 0
    unclear = False
    before: set[int] = set()
    for candidate in found:
        start = candidate.number.start
        own = _year_behind(text, candidate)
        gap = text[boundary:start]
        mentions = [
            year
            for year in find_years(gap)
            if year.role in ("score", "bare") and not is_history(gap[: year.start], gap[year.end :])
        ]
        before |= {year.year for year in mentions if _is_before(gap, year)}
        elsewhere = bool(before) or current != reading.context.year
        if own is None and elsewhere and _is_this_year(gap, mentions):
            own = current = _this_year(reading.context.year, current, before)
            unclear = own is None
        elif mentions and own is None:
            own = mentions[-1].year
            if not COMPARED.search(gap[max(0, mentions[-1].start - _REACH) :]):
                current, unclear = own, False
        if unclear and own is None:
            reading.unclear.add(start)
        result[start] = own if own is not None else current
        boundary = candidate.end
    return result


def _is_before(gap: str, year: YearMention) -> bool:
    """True for a year that is said to be the one before: "ปีที่ผ่านมา (พ.ศ. 2564)"."""
    return bool(cues("prose", "earlier").search(gap[max(0, year.start - _EARLIER) : year.start]))


def _is_this_year(gap: str, mentions: list[YearMention]) -> bool:
    """True before a number that is said to be of this year, where that is not the year named right
    before these words or behind them."""
    near = gap[-_THIS:]
    said = last_cue(near, "this_year")
    if said is None or near.count("\n", said.end()) > 1:
        return False
    at = len(gap) - len(near) + said.start()
    return not mentions or (mentions[-1].start < at and _is_before(gap, mentions[-1]))


def _this_year(around: int | None, current: int | None, before: set[int]) -> int | None:
    """The year around a passage, unless the passage speaks of a later one, or of it as of the year
    before."""
    if around is None or (current or 0) > around or any(year >= around for year in before):
        return None
    return around


def _year_behind(text: str, candidate: Candidate) -> int | None:
    whole = _WRAPPED.sub(" ", text[candidate.end : candidate.end + 40], count=1)
    behind = whole.split("\n")[0]
    for year in find_years(behind):
        if _YEAR_BEHIND.fullmatch(behind[: year.start]) and not _NUMBER.search(behind[year.end :]):
            return year.year
    return None
