"""Dates and times that spreadsheets store as days since 1900 or 1904, as they show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

_ERA = 543
_LEAP_DAY_1900 = 60
"""The 29th of February 1900, which never was, but has a number."""
_LAST = 2_958_466
_THAI_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม",
    "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_THAI_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
    "ธ.ค.",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_THAI_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def show_date(
    serial: Decimal,
    tokens: Sequence[tuple[str, str]],
    from_1904: bool,
    thai_calendar: bool,
    thai: bool,
) -> str | None:
    """A serial number of days through the tokens of its format; None for no date."""
    moment = moment_of(serial, from_1904)
    if moment is None:
        return None
    noon = any(kind == "half" for kind, _ in tokens)
    parts = []
    for index, (kind, text) in enumerate(tokens):
        if kind == "elapsed":
            parts.append(str(int(serial * {"h": 24, "m": 1440, "s": 86400}[text[0]])))
        elif kind == "half":
            parts.append("AM" if moment.hour < 12 else "PM")
        elif kind == "date":
            parts.append(_part(moment, _as_minutes(tokens, index), noon, thai_calendar, thai))
        elif kind in ("literal", "comma", "point"):
            parts.append(text)
    return "".join(parts).strip()


def moment_of(serial: Decimal, from_1904: bool) -> datetime | None:
    """The day and second that a serial number stands for; None out of range."""
    if not 0 <= serial < _LAST:
        return None
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - no zone
    days = int(serial)
    if not from_1904 and days < _LEAP_DAY_1900:
        days += 1
    return start + timedelta(days=days, seconds=round((serial - int(serial)) * 86400))


def _as_minutes(tokens: Sequence[tuple[str, str]], index: int) -> str:
    """The token, with ``m`` beside hours or seconds written as ``n``."""
    text = tokens[index][1]
    if text[0] != "m" or len(text) > 2:
        return text
    times = [
        (at, piece[0]) for at, (kind, piece) in enumerate(tokens) if kind in ("date", "elapsed")
    ]
    place = [at for at, _ in times].index(index)
    before = times[place - 1][1] if place else ""
    after = times[place + 1][1] if place + 1 < len(times) else ""
    return "n" * len(text) if before == "h" or after == "s" else text


def _part(moment: datetime, text: str, noon: bool, thai_calendar: bool, thai: bool) -> str:
    size = len(text.partition(".")[0])
    match text[0]:
        case "y" | "b" | "e":
            thai_year = text[0] == "b" or thai_calendar
            year = moment.year + (_ERA if thai_year else 0)
            return str(year) if size > 2 or text[0] == "e" else f"{year % 100:02}"
        case "m":
            if size >= 3:
                if thai:
                    return (_THAI_SHORT if size == 3 else _THAI_MONTHS)[moment.month - 1]
                name = _MONTHS[moment.month - 1]
                return name[:3] if size == 3 else name
            return f"{moment.month:0{size}}"
        case "d":
            if size >= 3:
                name = (_THAI_DAYS if thai else _DAYS)[moment.weekday()]
                return name[:3] if size == 3 and not thai else name
            return f"{moment.day:0{size}}"
        case "h":
            hour = (moment.hour - 1) % 12 + 1 if noon else moment.hour
            return f"{hour:0{min(size, 2)}}"
        case "n":
            return f"{moment.minute:0{size}}"
        case "s":
            return f"{moment.second:0{min(size, 2)}}"
        case _:
            return ""
