"""Set aside the numbers of a passage that cannot be scores, and list those that can.

Years, indicator and list numbers, counts, dates and ranges are blanked out, letter
for letter, so that offsets stay and the words around a score can be read through them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.labels import match as match_label
from pipeline.numbers import Number, arabic, find_numbers
from pipeline.wording import cues
from pipeline.years import find_years

_STATED = re.compile(
    r"ตัว\s*ชี[้\ufffd]?\s*วัด(?:ย[่\ufffd]?อ\s?ย)?\s*(?:ที[่\ufffd]?)?\s*"
    r"(?P<n>(?:\d{1,2}|(?:1[0-2]|\d)\.\d{1,2})(?!\d|\.\d)"
    r"(?:\s*(?:,|และ|-|–|ถึง)\s*\d{1,2}(?!\d|\.\d))*)(?!\s*(?:คะแนน|%))"
)
_LISTED = re.compile(
    r"(?:^|(?<=[\n\s(]))(?P<n>\(?\d{1,2}\s?[.)]+(?!\d)\s*)(?=\D)"
    r"|^\s*(?P<dotted>(?:1[0-2]|\d)\.\d{1,2}[.)]?(?=[ \t]+(?!คะแนน|%)[ก-ฮ]))",
    re.MULTILINE,
)
_PART = re.compile(
    r"(?<=\s)(?P<n>(?:1[0-2]|\d)\.\d{1,2}[.)]?)[ \t]+(?P<name>[ก-ฮเ-ไ][^\d\n]{3,80})"
)
"""A dotted number within a line, with the words behind it."""
_RANGE = re.compile(r"\d+(?:\.\d+)?(?:\s*[-–—]|[ \t]*[-–—]\s*)\d+(?:\.\d+)?")
_FORM = re.compile(r"(?<![A-Za-z])[IEO]\s?\d{1,2}(?:\s*[-–]\s*[IEO]?\s?\d{1,2})?")
_REFERENCE = re.compile(
    r"(?:ข้อ|มาตรา|หมวด|ส่วน|ฉบับ|ตาราง|ภาพ|ไตรมาส|รอบ|ครั้ง|วัน|เลข|โทร\S*)\s*(?:ที่)?\s*"
    r"\d+(?:[\-/,]\d+)*(?![\d]|\.\d)"
    r"|หน้า\s*\d+(?!\d|\.\d)"
)
_SLASHED = re.compile(r"\d+\s*/\s*\d{2,4}(?!\d*\.\d)")
_PHONE = re.compile(r"(?<!\d)0\d{1,2}[\s-]?\d{3}[\s-]?\d{3,4}(?!\d)")
_WHOLE = re.compile(
    r"\d{1,3}(?:\s*(?:,|และ)\s*\d{1,3}(?:\.\d+)?)*\s*(?:คะแนน)?\s*ตามลำดับ|100[ \t]*(?:\n|$)"
)
"""Whole numbers that are scores without a unit."""
_CUT_OFF = re.compile(r"\.[ \t]*(?:\n|$)")
"""A point at the end of a line, behind which the decimals are missing."""
_AT_END = re.compile(r"(?:100|\d{1,2})[ \t]*(?:\n|$)")
_ALL = re.compile(r"รวม\s*(?:ของ)?\s*ทั้ง\s*(?:3|10)$")
"""How many instruments or indicators a total is of, whose words go on behind."""
_FULL = re.compile(
    r"\s*(?:คะแนน)?\s*\(?\s*(?:จาก|เต็ม|/)\s*(?:คะแนน)?\s*(?:เต็ม)?\s*(\d{2,3})(?![\d.])"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of running text that may be a score."""

    number: Number
    unit: bool
    """A score's unit follows it."""
    percent: bool
    """``ร้อยละ`` stands before it, or ``%`` behind."""
    end: int
    """Where its unit ends."""
    out_of: Decimal | None = None


def masked(text: str) -> str:
    """``text`` in Arabic digits, of the same length and lines, with other numbers blanked out."""
    plain = arabic(text)
    years = [(year.start, year.end) for year in find_years(plain)]
    spans = list(years)
    spans += [match.span("n") for match in _STATED.finditer(plain)]
    spans += [
        match.span(match.lastgroup or 0)
        for match in _LISTED.finditer(plain)
        if not _closes_bracket(match)
    ]
    spans += [match.span("n") for match in _PART.finditer(plain) if _names_part(match)]
    for pattern in (_RANGE, _FORM, _REFERENCE, _PHONE):
        spans += [match.span() for match in pattern.finditer(plain)]
    spans += [
        span for match in _SLASHED.finditer(plain) if _is_date_or_order(span := match.span(), plain)
    ]
    spans += _counts(plain, {start for start, _ in years})
    letters = list(plain)
    for start, end in spans:
        letters[start:end] = ["\n" if letter == "\n" else " " for letter in letters[start:end]]
    return "".join(letters)


def _closes_bracket(found: re.Match[str]) -> bool:
    """True for a number at the end of words in brackets: ``(จากคะแนนเต็ม 30)``."""
    before = found.string[: found.start()].rpartition("\n")[2]
    own = found[found.lastgroup or 0]
    return ")" in own and "(" not in own and before.count("(") > before.count(")")


def _names_part(found: re.Match[str]) -> bool:
    """True for the number of a sub-indicator: its name stands right behind."""
    item = match_label(f"{found['n']} {found['name']}").item
    return item is not None and item.code == found["n"].rstrip(".)")


def _is_date_or_order(span: tuple[int, int], text: str) -> bool:
    """True for ``116/2563``; ``28.04/30`` is a score out of its full marks."""
    return "." not in text[max(0, span[0] - 4) : span[1]]


def _counts(text: str, years: set[int]) -> Iterator[tuple[int, int]]:
    """Spans of numbers that count something, with their unit; years count nothing."""
    for number in find_numbers(text):
        if number.start in years:
            continue
        pattern = cues("prose", "measure_unit" if number.decimals else "not_score_unit")
        unit = pattern.match(text, _skip_spaces(text, number.end))
        if unit and not _ALL.search(text, max(0, number.start - 10), number.end):
            yield number.start, unit.end()


def _skip_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t":
        start += 1
    return start


def candidates(mask: str, *, whole: bool = False) -> tuple[Candidate, ...]:
    """The numbers of a masked text that may be scores, left to right.

    A whole number needs a unit or ``ร้อยละ``, or to stand in a list that is given in order, or
    to be a full score at the end of its line; one with decimals does not. With ``whole`` any
    score at the end of its line counts.
    """
    result = []
    for number in find_numbers(mask):
        behind = _skip_spaces(mask, number.end)
        unit = cues("prose", "unit").match(mask, behind)
        if unit and number.decimals and cues("prose", "strong_total").match(mask, behind):
            unit = None
        before = mask[max(0, number.start - 16) : number.start].rstrip()
        percent = bool(re.search(r"ร้อยละ\s*(?:ที่)?$", before)) or (
            unit is not None and "%" in unit.group()
        )
        told = bool(unit or percent or before.endswith("=") or _WHOLE.match(mask, number.start))
        told = told or (whole and bool(_AT_END.match(mask, number.start)))
        if not number.decimals and _CUT_OFF.match(mask, number.end):
            continue
        if number.decimals or told:
            end = unit.end() if unit else number.end
            full = _FULL.match(mask, number.end)
            result.append(
                Candidate(
                    number,
                    unit is not None,
                    percent,
                    max(end, full.end()) if full else end,
                    Decimal(full.group(1)) if full else None,
                )
            )
    return _without_full_marks(result)


def _without_full_marks(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Drop numbers that were read as the full marks of the one before them."""
    kept: list[Candidate] = []
    for candidate in found:
        if kept and candidate.number.start < kept[-1].end:
            continue
        kept.append(candidate)
    return tuple(kept)
