"""Periods as plans print them, as first and last day.

Months full or short, days or none, two-digit years and either era, Thai and Arabic
digits. What cannot be dated gives nothing; no year is guessed but by the fiscal
year of the plan, which runs from October to September. Rounds of six and twelve
months are those of government reports: they count from the year's first day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pipeline.numbers import arabic

_ERA = 543

_MONTHS = (
    (1, r"มกราคม|ม\s?\.?\s?ค(?:\s?\.)?|Jan(?:uary)?\.?"),
    (2, r"กุมภาพันธ์|ก\s?\.?\s?พ(?:\s?\.)?|Feb(?:ruary)?\.?"),
    (3, r"มีนาคม|มี\s?\.?\s?ค(?:\s?\.)?|Mar(?:ch)?\.?"),
    (4, r"เมษายน|เม\s?\.?\s?ย(?:\s?\.)?|Apr(?:il)?\.?"),
    (5, r"พฤษภาคม|พ\s?\.?\s?ค(?:\s?\.)?|May\.?"),
    (6, r"มิถุนายน|มิ\s?\.?\s?ย(?:\s?\.)?|June?\.?"),
    (7, r"กรกฎาคม|ก\s?\.?\s?ค(?:\s?\.)?|July?\.?"),
    (8, r"สิงหาคม|ส\s?\.?\s?ค(?:\s?\.)?|Aug(?:ust)?\.?"),
    (9, r"กันยายน|ก\s?\.?\s?ย(?:\s?\.)?|Sep(?:t(?:ember)?)?\.?"),
    (10, r"ตุลาคม|ต\s?\.?\s?ค(?:\s?\.)?|Oct(?:ober)?\.?"),
    (11, r"พฤศจิกายน|พ\s?\.?\s?ย(?:\s?\.)?|Nov(?:ember)?\.?"),
    (12, r"ธันวาคม|ธ\s?\.?\s?ค(?:\s?\.)?|Dec(?:ember)?\.?"),
)
_YEAR = r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|ปี)?\s*(?P<year>25\d\d|20\d\d|[5-9]\d)(?!\d)"
_POINT = re.compile(
    r"(?:(?<!\d)(?P<day>\d{1,2})\s*(?:เดือน\s*)?)?"
    r"(?:(?<=เดือน)|(?<=ช่วง)|(?<=ถึง)|(?<=ภายใน)|(?<=เกิน)|(?<=เสร็จ)|(?<=วันที่)|(?<=ก่อน)|(?<=เริ่ม)|(?<=ตั้งแต่)|(?<=สิ้น)|(?<=และ)|(?<![ก-ฮA-Za-z]))(?P<month>"
    + "|".join(f"(?P<m{number}>{words})" for number, words in _MONTHS)
    + rf")(?![ก-ฮะ-ูA-Za-z])\s*(?:{_YEAR})?",
    re.IGNORECASE,
)
_ANY_MONTH = re.compile("|".join(words.split("|")[0] for _, words in _MONTHS))
"""A full name, wherever it stands: one that is no point leaves a period unread."""
_RANGE_ON = re.compile(r"^\s*(?:-|–|—|จนถึง|ถึง|~)")
"""Behind the only point of a text: a range whose end cannot be read."""
_OPEN_RANGE = re.compile(r"(?P<before>.*?)\s*(?:-|–|—|จนถึง|ถึง|~)\s*(?:วันที่|เดือน|สิ้นเดือน)?\s*$")
_DAY_BEFORE_RANGE = re.compile(r"(?<!\d)(\d{1,2})\s*(?:-|–|ถึง)\s*$")
_BETWEEN = re.compile(r"^\s*(?:-|–|—|ถึง|จนถึง|~)\s*(?:วันที่|เดือน|สิ้นเดือน|\d{1,2}\s*(?=[ก-ฮ]))?\s*$")
_DEADLINE = re.compile(
    r"(?:(?:ภายใน|ไม่เกิน|ให้แล้วเสร็จ|สิ้นสุด)\s*(?:วันที่|สิ้นเดือน|เดือน|สิ้น)?|สิ้นเดือน|สิ้น)\s*$"
)
_BEFORE = re.compile(
    r"(?:(?:ก่อน|หลัง(?:จาก)?|ถัดจาก|พ้น)\s*(?:วันที่|สิ้นเดือน|เดือน|สิ้น)?"
    r"|(?:ต้น|กลาง|ปลาย|ท้าย|สัปดาห์\S*(?:\s*\d)?)\s*(?:ของ)?\s*(?:เดือน)?"
    r"|(?:แรก|สุดท้าย|หลัง)\s*(?:ของ|ใน)?\s*(?:เดือน)?|\d\s*ของ\s*เดือน|(?:นับ|ยกเว้น)\S*|ภาค(?:เรียน|การศึกษา)\s*(?:ที่)?\s*\d?)\s*$"
)
"""Words that set a time beside the one that follows, or take a part of it."""
_DAYS_LISTED = re.compile(r"(?<!\d)\d{1,2}\s*(?:,|และ|หรือ|/|&)\s*(?:วันที่\s*)?$")
_OTHER_YEAR = re.compile(r"ปี\s*(?:งบประมาณ\s*)?(?:ถัดไป|หน้า|ต่อไป|ก่อน|ที่ผ่านมา|ที่แล้ว|ปฏิทิน|การศึกษา)|ปฏิทิน")
"""Years that are not the plan's: what names no year itself is not dated beside them."""
_FROM = re.compile(r"(?:ตั้งแต่|เริ่ม)\s*(?:วันที่|เดือน)?\s*$")
_ONWARDS = re.compile(r"^\s*เป็น\s*ต้น\s*ไป")
_FISCAL_YEAR = r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(?P<{name}>25\d\d|20\d\d|[5-9]\d(?!\d))"
_FISCAL = re.compile(
    r"(?P<whole>ตลอด|ทั้ง)?\s*(?:ภายใน|ใน)?\s*(?:ประจำ)?\s*ปี\s*งบประมาณ\s*(?:"
    + _FISCAL_YEAR.format(name="year")
    + r"(?:\s*(?:-|–|ถึง)\s*(?:ปี\s*งบประมาณ)?\s*"
    + _FISCAL_YEAR.format(name="last")
    + r")?)?"
)
_WHOLE_YEAR = re.compile(r"^\s*(?:ตลอด|ทั้ง)\s*(?:ทั้ง)?\s*ปี\s*(?:งบประมาณ)?\s*$")
_PLAN_YEAR = re.compile(
    r"^\s*(?:ภายใน|ใน|ตลอด|ทั้ง|ประจำ)?\s*ปี\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25\d\d|20\d\d)\s*$"
)
"""A year that is the plan's: its fiscal year, whether that word is said or not."""
_QUARTER = re.compile(
    r"(?:ไตรมาส\s*(?:ที่)?|(?<![A-Za-z])Q)\s*(?P<list>[1-4](?:\s*(?:-|–|ถึง|และ|,|\s)\s*(?:(?:ไตรมาส\s*(?:ที่)?|Q)\s*)?[1-4](?!\d))*)(?!\d)"
    r"(?:(?:/|\(|ของ|ประจำ|ปี|งบประมาณ|พ\.?\s?ศ\.?|\s)*(?P<year>25\d\d|20\d\d|[5-9]\d(?!\d)))?"
)
_QUARTER_IN_WORDS = re.compile(r"ไตรมาส\s*(?:ที่\s*)?(แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)")
_IN_WORDS = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4}
_NAMED_FISCAL = re.compile(r"ปี\s*งบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(25\d\d|[5-9]\d(?!\d))")
_LEADING_FISCAL = re.compile(r"^(?:ใน|ประจำ)?\s*" + _NAMED_FISCAL.pattern + r"\s*")
_PART_OF_YEAR = re.compile(r"รอบ|ครึ่ง|เดือน\s*(?:ที่|แรก|หลัง|สุดท้าย)|ไตรมาส")
_YEARS_LISTED = re.compile(r"^\s*(?:,|และ|หรือ|/|&)\s*(?:ปี\s*งบประมาณ\s*)?(?:พ\.?\s?ศ\.?)?\s*\d\d")
_STRAY_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")
_ROUND = re.compile(
    r"^(?:ใน|ภายใน)?\s*(?:รอบ(?:\s*ที่\s*(?P<number>[12]))?\s*(?:ระยะเวลา)?\s*\(?\s*(?P<months>6|12)\s*เดือน\s*\)?"
    r"|ครึ่งปี)\s*(?P<half>แรก|หลัง)?"
    r"\s*(?:(?:ของ)?\s*(?:ประจำ)?\s*ปี\s*งบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25\d\d)?)?\s*$"
)
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(25\d\d|20\d\d|[5-9]\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, each None where the text does not say."""

    start: date | None
    end: date | None


def parse_period(text: str, fiscal_year: int | None = None) -> Period | None:
    """The period that ``text`` states; None where it states none that can be dated.

    ``fiscal_year`` (BE) dates what names no year: months, quarters, "ตลอดปี".
    """
    plain = _NUMERIC.sub(_in_words, " ".join(arabic(text).split()))
    return _parsed(plain, fiscal_year) or (
        _parsed(_with_long_a(plain), fiscal_year) if "ำ" in plain else None
    )


def _with_long_a(text: str) -> str:
    """``text`` with า for every ำ, which readers of images mistake for it (มกรำคม)."""
    return text.replace("ำ", "า").replace("ประจา", "ประจำ")


def _parsed(plain: str, fiscal_year: int | None) -> Period | None:
    fiscal_year = _year_in_words(plain, fiscal_year)
    points = list(_POINT.finditer(plain))
    if len(_ANY_MONTH.findall(plain)) > len(points):
        return None
    if points:
        return _from_points(plain, points, fiscal_year)
    plain = _QUARTER_IN_WORDS.sub(lambda hit: f"ไตรมาส {_IN_WORDS[hit.group(1)]}", plain)
    if quarter := _QUARTER.search(plain):
        return _limited(plain[: quarter.start()], _quarters(quarter, fiscal_year))
    if half := _ROUND.match(_LEADING_FISCAL.sub("", plain) or plain):
        return _round(half, fiscal_year)
    if fiscal := _FISCAL.search(plain):
        rest = plain[fiscal.end() :]
        if _PART_OF_YEAR.search(rest) or _YEARS_LISTED.match(rest):
            return None
        return _limited(plain[: fiscal.start()], _fiscal_years(fiscal, fiscal_year))
    if _WHOLE_YEAR.match(plain) and fiscal_year:
        return _fiscal(fiscal_year)
    if (year := _PLAN_YEAR.match(plain)) and _buddhist(year.group("year")) == fiscal_year:
        return _fiscal(fiscal_year)
    return None


def _in_words(match: re.Match[str]) -> str:
    """``1/10/2566`` as ``1 ต.ค. 2566``; a month that is none stays as it is."""
    day, month, year = match.groups()
    names = {number: words.split("|")[0] for number, words in _MONTHS}
    return f"{day} {names[int(month)]} {year}" if int(month) in names else match.group()


def _year_in_words(text: str, fiscal_year: int | None) -> int | None:
    """The fiscal year that a text names before that of the plan; None beside another year."""
    if _OTHER_YEAR.search(text):
        return None
    named = {_buddhist(year) for year in _NAMED_FISCAL.findall(text)}
    if len(named) > 1:
        return None
    return named.pop() if named else fiscal_year


def _limited(before: str, period: Period | None) -> Period | None:
    """A period behind the words of a deadline has only its end."""
    if _BEFORE.search(before):
        return None
    return Period(None, period.end) if period and _DEADLINE.search(before) else period


def _buddhist(text: str) -> int:
    year = int(text)
    if year < 100:
        return 2500 + year
    return year if year > 2400 else year + _ERA


def _fiscal(year: int) -> Period:
    """Fiscal year BE: from 1 October of the year before to 30 September."""
    return Period(date(year - _ERA - 1, 10, 1), date(year - _ERA, 9, 30))


def _fiscal_years(match: re.Match[str], fiscal_year: int | None) -> Period | None:
    implied = fiscal_year if match.group("whole") else None
    first = _buddhist(match.group("year")) if match.group("year") else implied
    if first is None:
        return None
    last = _buddhist(match.group("last")) if match.group("last") else first
    return Period(_fiscal(first).start, _fiscal(last).end) if first <= last else None


def _round(match: re.Match[str], fiscal_year: int | None) -> Period | None:
    """A half of the fiscal year, or all of it; a half year that is not named is the first of a
    round of six months only."""
    year = _buddhist(match.group("year")) if match.group("year") else fiscal_year
    if year is None:
        return None
    months, half, number = match.group("months", "half", "number")
    if months == "12":
        return _fiscal(year) if not half and number != "1" else None
    if months is None and half is None:
        return None
    second = half == "หลัง" or number == "2"
    if second and (half == "แรก" or number == "1"):
        return None
    whole = _fiscal(year)
    middle = _fiscal_month(year, 5 if not second else 6)
    return Period(middle, whole.end) if second else Period(whole.start, _month_end(middle))


def _quarters(match: re.Match[str], fiscal_year: int | None) -> Period | None:
    """One quarter, a range or a list, from the first day of its first to the last of its last."""
    printed = match.group("year")
    year = _buddhist(printed) if printed else fiscal_year
    rest = match.string[match.end() :]
    if year is None or (printed or "").startswith("20") or _OTHER_YEAR.search(match.string):
        return None
    if _STRAY_YEAR.search(rest) and not printed:
        return None
    listed = [int(digit) for digit in re.findall(r"[1-4]", match.group("list"))]
    first, last = listed[0], listed[-1]
    if listed != sorted(set(listed)):
        return None
    start = _fiscal_month(year, 3 * (first - 1))
    end = _fiscal_month(year, 3 * last - 1)
    return Period(start, _month_end(end))


def _fiscal_month(year: int, index: int) -> date:
    """The first day of a fiscal year's month, 0 for October."""
    month = (9 + index) % 12 + 1
    return date(year - _ERA - (1 if month >= 10 else 0), month, 1)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _from_points(text: str, points: list[re.Match[str]], fiscal_year: int | None) -> Period | None:
    if len(points) > 2:
        return None
    last = points[-1]
    end_year = _year_of(last, fiscal_year)
    if end_year is None:
        return None
    end = _last_day(last, end_year)
    if len(points) == 1:
        return _single(text, last, end_year, end)
    first = points[0]
    if end is None or not _BETWEEN.match(text[first.end() : last.start()]):
        return None
    year = _buddhist(first.group("year")) if first.group("year") else None
    if year is None:
        earlier = _month(first) > _month(last)
        year = end_year - 1 if earlier else end_year
    start = _first_day(first, year)
    if start is None or start > end:
        return None
    if not last.group("year") and not first.group("year") and fiscal_year:
        return Period(start, end) if start >= _fiscal_month(fiscal_year, 0) else None
    return Period(start, end)


def _single(text: str, point: re.Match[str], year: int, end: date | None) -> Period | None:
    if end is None or _RANGE_ON.search(text[point.end() :]):
        return None
    before = text[: point.start()]
    if point.group("day") and _DAYS_LISTED.search(before):
        return None
    if not point.group("year") and _STRAY_YEAR.search(_NAMED_FISCAL.sub("", text)):
        return None
    if _BEFORE.search(before):
        return None
    if _DEADLINE.search(before):
        return Period(None, end)
    if _FROM.search(before) or _ONWARDS.search(text[point.end() :]):
        start = _first_day(point, year)
        return Period(start, None) if start else None
    opening = _DAY_BEFORE_RANGE.search(before)
    if not opening and (cut := _OPEN_RANGE.match(before)):
        return None if cut.group("before").strip() else Period(None, end)
    start = _day(year, _month(point), int(opening.group(1))) if opening else _first_day(point, year)
    return Period(start, end) if start is not None and start <= end else None


def _year_of(point: re.Match[str], fiscal_year: int | None) -> int | None:
    if point.group("year"):
        return _buddhist(point.group("year"))
    if fiscal_year is None:
        return None
    return fiscal_year - 1 if _month(point) >= 10 else fiscal_year


def _month(point: re.Match[str]) -> int:
    return next(number for number, _ in _MONTHS if point.group(f"m{number}"))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - _ERA, month, day)
    except ValueError:
        return None


def _first_day(point: re.Match[str], year: int) -> date | None:
    return _day(year, _month(point), int(point.group("day") or 1))


def _last_day(point: re.Match[str], year: int) -> date | None:
    if point.group("day"):
        return _day(year, _month(point), int(point.group("day")))
    first = _day(year, _month(point), 1)
    return _month_end(first) if first else None
