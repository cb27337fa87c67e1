"""Of which year each number of a passage is."""

from __future__ import annotations

import re

from pipeline.scores.glue import COMPARED
from pipeline.scores.masking import Candidate
from pipeline.scores.reading import Reading
from pipeline.years import find_years

_REACH = 30
"""How many characters before a year may say that it is only compared with."""
_YEAR_BEHIND = re.compile(
    r"\s*(?:\(|ใน|ของ)\s*(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
)
_NUMBER = re.compile(r"[\d๐-๙]+[.,][\d๐-๙]")


def years_of(reading: Reading, found: tuple[Candidate, ...]) -> dict[int, int | None]:
    """The year of each number, by its offset: one named since the number before, or right
    behind it; else the year that the passage last spoke of. A year that is only compared
    with ("เพิ่มขึ้นจากปี 2564 ที่ได้ …") holds for its own number."""
    text = reading.passage.text
    result: dict[int, int | None] = {}
    current, boundary = reading.context.year, 0
    for candidate in found:
        start = candidate.number.start
        own = _year_behind(text, candidate)
        gap = text[boundary:start]
        mentions = [year for year in find_years(gap) if year.role in ("score", "bare")]
        if mentions and own is None:
            own = mentions[-1].year
            if not COMPARED.search(gap[max(0, mentions[-1].start - _REACH) :]):
                current = own
        result[start] = own if own is not None else current
        boundary = candidate.end
    return result


def _year_behind(text: str, candidate: Candidate) -> int | None:
    behind = text[candidate.end : candidate.end + 40].split("\n")[0]
    for year in find_years(behind):
        if _YEAR_BEHIND.fullmatch(behind[: year.start]) and not _NUMBER.search(behind[year.end :]):
            return year.year
    return None
