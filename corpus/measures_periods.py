"""Periods as plans print them, with the days they mean."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from random import Random

SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")  # fmt: skip
FULL = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
    "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ERA = 543


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed period in Arabic digits; its days in ISO 8601, empty where it says none."""

    text: str
    start: str = ""
    end: str = ""


def draw_period(chance: Random, year: int) -> Printed:
    """A period within fiscal year ``year`` (BE), in one of many forms."""
    forms = (_months, _months, _months_of_one_year, _whole, _deadline, _quarter, _quarters, _days,
             _halves, _round, _month, _from, _undated)  # fmt: skip
    return chance.choice(forms)(chance, year)


def _at(year: int, index: int) -> tuple[int, int]:
    """(Buddhist year, month) of a fiscal year's month, 0 for October."""
    month = (9 + index) % 12 + 1
    return year - (1 if month >= 10 else 0), month


def _first(year: int, index: int) -> str:
    be, month = _at(year, index)
    return date(be - _ERA, month, 1).isoformat()


def _last(year: int, index: int) -> str:
    be, month = _at(year, index)
    return date(be - _ERA, month, monthrange(be - _ERA, month)[1]).isoformat()


def _named(year: int, index: int, style: str) -> str:
    be, month = _at(year, index)
    if style == "short":
        return f"{SHORT[month - 1]} {be % 100}"
    if style == "tight":
        return f"{SHORT[month - 1]}{be % 100}"
    if style == "short-full":
        return f"{SHORT[month - 1]} {be}"
    return f"{FULL[month - 1]} {be}"


def _style(chance: Random) -> str:
    return chance.choice(["short", "tight", "short-full", "full"])


def _months(chance: Random, year: int) -> Printed:
    first = chance.randint(0, 9)
    last = chance.randint(first + 1, 11)
    style = _style(chance)
    dash = chance.choice([" - ", " – ", "-", " ถึง ", "- "])
    text = f"{_named(year, first, style)}{dash}{_named(year, last, style)}"
    lead = chance.choice(["", "", "", "ตั้งแต่ ", "ช่วง"]) if "ถึง" in dash else ""
    return Printed(lead + text, _first(year, first), _last(year, last))


def _months_of_one_year(chance: Random, year: int) -> Printed:
    """A range whose first month leaves out the year; both lie in one calendar year."""
    first = chance.randint(3, 9)
    last = chance.randint(first + 1, 11)
    months = chance.choice([SHORT, FULL])
    names = [months[_at(year, index)[1] - 1] for index in (first, last)]
    return Printed(f"{names[0]} - {names[1]} {year}", _first(year, first), _last(year, last))


def _whole(chance: Random, year: int) -> Printed:
    text = chance.choice(
        ["ตลอดปีงบประมาณ {y}", "ตลอดปีงบประมาณ พ.ศ. {y}", "ปีงบประมาณ {y}", "ตลอดปี", "ปีงบประมาณ พ.ศ.{y}",
         "ตลอดปีงบประมาณ", "ทั้งปีงบประมาณ {y}"]
    )  # fmt: skip
    return Printed(text.format(y=year), _first(year, 0), _last(year, 11))


def _deadline(chance: Random, year: int) -> Printed:
    index = chance.randint(0, 11)
    lead = chance.choice(["ภายใน ", "ภายในเดือน", "ไม่เกิน ", "แล้วเสร็จภายใน "])
    style = "full" if lead.endswith("เดือน") else _style(chance)
    return Printed(f"{lead}{_named(year, index, style)}", "", _last(year, index))


def _quarter(chance: Random, year: int) -> Printed:
    quarter = chance.randint(1, 4)
    text = chance.choice(
        [
            "ไตรมาส {q}",
            "ไตรมาสที่ {q}",
            "ไตรมาสที่ {q}/{y}",
            "ไตรมาส {q} ปีงบประมาณ {y}",
            "ไตรมาสที่ {q} ปี {y}",
        ]
    )
    return Printed(
        text.format(q=quarter, y=year), _first(year, 3 * quarter - 3), _last(year, 3 * quarter - 1)
    )


def _quarters(chance: Random, year: int) -> Printed:
    first = chance.randint(1, 3)
    last = chance.randint(first + 1, 4)
    text = chance.choice(
        ["ไตรมาส {a}-{b}", "ไตรมาสที่ {a} - {b}", "ไตรมาส {a} ถึง {b}", "ไตรมาสที่ {a} - ไตรมาสที่ {b}"]
    )
    return Printed(
        text.format(a=first, b=last), _first(year, 3 * first - 3), _last(year, 3 * last - 1)
    )


def _days(chance: Random, year: int) -> Printed:
    first = chance.randint(0, 9)
    last = chance.randint(first + 1, 11)
    months = chance.choice([SHORT, FULL])
    (be1, m1), (be2, m2) = _at(year, first), _at(year, last)
    d1, d2 = chance.randint(1, 28), chance.randint(1, 28)
    shown = (be1 % 100, be2 % 100) if months is SHORT and chance.random() < 0.5 else (be1, be2)
    dash = chance.choice([" - ", " ถึง ", " – ", " ถึงวันที่ "])
    text = f"{d1} {months[m1 - 1]} {shown[0]}{dash}{d2} {months[m2 - 1]} {shown[1]}"
    return Printed(text, date(be1 - _ERA, m1, d1).isoformat(), date(be2 - _ERA, m2, d2).isoformat())


def _halves(chance: Random, year: int) -> Printed:
    half = chance.choice([0, 1])
    first, last = (
        _named(year, 6 * half, "short"),
        _named(year, 6 * half + 5, "short"),
    )
    name = chance.choice(["ช่วง", f"รอบ {6 * (half + 1)} เดือน", f"รอบที่ {half + 1}"])
    return Printed(f"{name} ({first} - {last})", _first(year, 6 * half), _last(year, 6 * half + 5))


def _round(chance: Random, year: int) -> Printed:
    """A round that only the fiscal year dates."""
    text, first, last = chance.choice(
        [
            ("รอบ 6 เดือน", 0, 5),
            ("รอบ 6 เดือนแรก", 0, 5),
            ("รอบ 6 เดือนหลัง", 6, 11),
            ("รอบ 12 เดือน", 0, 11),
        ]
    )
    return Printed(text, _first(year, first), _last(year, last))


def _month(chance: Random, year: int) -> Printed:
    index = chance.randint(0, 11)
    style = _style(chance)
    lead = chance.choice(["เดือน", ""]) if style == "full" else ""
    return Printed(lead + _named(year, index, style), _first(year, index), _last(year, index))


def _from(chance: Random, year: int) -> Printed:
    index = chance.randint(0, 11)
    text = f"{_named(year, index, _style(chance))} เป็นต้นไป"
    return Printed(text, _first(year, index))


def _undated(chance: Random, _year: int) -> Printed:
    return Printed(
        chance.choice(["ทุกเดือน", "รอบ 6 เดือน และ 12 เดือน", "ต่อเนื่อง", "ปีละ 2 ครั้ง", "ทุกไตรมาส"])
    )
