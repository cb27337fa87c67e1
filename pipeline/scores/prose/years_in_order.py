"""Several years with a value each: "ปี 2565 และ 2566 เท่ากับ 81.25 และ 92.50 คะแนน ตามลำดับ"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.numbers import arabic
from pipeline.scores.prose.enumerations import is_list_gap
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.reading import Reading
from pipeline.wording import cues
from pipeline.years import find_years

_WORDS = r"(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
_YEAR = r"(?<!\d)25\d\d(?!\d|[.,]\d)"
_SEVERAL = re.compile(rf"{_YEAR}(?:\s*(?:,|/|-|–|และ|กับ)?\s*(?:และ)?\s*{_WORDS}{_YEAR})+")
_RANGE = re.compile(r"(25\d\d)\s*[-–]\s*(25\d\d)")
_BEHIND = re.compile(rf"\s*\(?\s*(?:คะแนน)?\s*(?:ใน|ของ|สำหรับ)\s*(?:ประจำ)?\s*{_WORDS}$")
_NEAR = 120
"""Characters between several years and the first of their values."""
_TAIL = 30
"""Characters behind the last value in which it may be said that they stand in order."""
_LONGEST = 100
"""Characters that several years and the words between them may take."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """Values that stand for several years in order, by index; without years where they do not
    come out even."""

    first: int
    last: int
    years: tuple[int, ...]


def years_in_order(reading: Reading, found: tuple[Candidate, ...]) -> tuple[InOrder, ...]:
    """Every run of values of a passage that several years are named for, before or behind it."""
    runs: list[InOrder] = []
    first = 0
    while first < len(found):
        last = first
        while last + 1 < len(found) and is_list_gap(_between(reading, found, last)):
            last += 1
        boundary = found[first - 1].end if first else 0
        run = _run(reading, found, boundary, first, last)
        if run is not None:
            runs.append(run)
        first = last + 1
    return tuple(runs)


def _between(reading: Reading, found: tuple[Candidate, ...], index: int) -> str:
    return reading.mask[found[index].end : found[index + 1].number.start]


def _run(
    reading: Reading, found: tuple[Candidate, ...], boundary: int, first: int, last: int
) -> InOrder | None:
    text = reading.passage.text
    end = found[last].end
    years = _years_before(text[boundary : found[first].number.start])
    tail = text[end : end + _TAIL]
    if not years:
        years, behind = _years_behind(text[end : end + _LONGEST + _TAIL])
        tail = text[end + behind : end + behind + _TAIL]
    if not years:
        return None
    said = bool(cues("prose", "in_order").search(tail.partition("\n\n")[0]))
    even = len(years) == last - first + 1
    if even and (said or "และ" in _between(reading, found, last - 1)):
        return InOrder(first, last, years)
    return InOrder(first, last, ()) if said else None


def _years_before(gap: str) -> tuple[int, ...]:
    """The years named together last in what stands before the values."""
    hits = list(_SEVERAL.finditer(arabic(gap)))
    if not hits or len(gap) - hits[-1].end() > _NEAR:
        return ()
    behind = gap[hits[-1].end() :]
    if behind.count("\n") > 1 or any(find_years(behind)):
        return ()
    return _spelt_out(gap, hits[-1])


def _years_behind(text: str) -> tuple[tuple[int, ...], int]:
    """The years named together right behind the values, and where they end."""
    hit = _SEVERAL.search(arabic(text))
    if hit is None or not _BEHIND.match(text[: hit.start()]):
        return (), 0
    return _spelt_out(text, hit), hit.end()


def _spelt_out(text: str, hit: re.Match[str]) -> tuple[int, ...]:
    """Each year of several; none where they are a plan's or those of laws."""
    *_, opening = None, *find_years(text[: hit.start() + 4])
    if opening is None or opening.role not in ("score", "bare"):
        return ()
    if whole := _RANGE.fullmatch(hit[0]):
        return tuple(range(int(whole[1]), int(whole[2]) + 1))
    return tuple(int(year) for year in re.findall(_YEAR, hit[0]))
