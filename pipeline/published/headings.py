"""What one header says, by its words: names of items as in reports, other columns by
``reference/published.toml``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files

from pipeline.facts import Item
from pipeline.labels import match, squash
from pipeline.numbers import arabic
from pipeline.published.layout import TOTAL, Column, Role
from pipeline.scores.tables.grid import column_role
from pipeline.years import find_years, header_year

_OWN = re.compile(r"^(?:i(?P<indicator>[1-9]|10)|index(?P<index>[1-5]))$", re.IGNORECASE)
FULL_MARKS = re.compile(r"(?<!\d)(30|40)(?![\d.])")


_MARKED = re.compile(
    r"\(?\s*(?:คะแนนเต็ม|เต็ม|ร้อยละ|คะแนน|ถ่วง\s*น้ำ\s*หนัก|น้ำ\s*หนัก|weighted|weight|scores?|points?"
    r"|(?<!\d)(?:30|40|100|๓๐|๔๐|๑๐๐)(?![\d๐-๙])\s*%?)\s*\)?",
    re.IGNORECASE,
)
"""Words on the marks of an item: nothing of its name."""


def role_of(text: str) -> Role:
    """What a whole header means by the lists of headers; empty for none."""
    header = folded(text)
    return _words()[0].get(squash(arabic(header)) or header, "")


def stated_year(text: str) -> int | None:
    """The one fiscal year that a title, sheet or file states."""
    years = {found.year for found in find_years(text.replace("_", " ")) if found.role != "plan"}
    return years.pop() if len(years) == 1 else None


@cache
def _words() -> tuple[dict[str, Role], frozenset[str]]:
    import tomllib

    text = files("pipeline").joinpath("reference/published.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    roles: dict[str, Role] = {}
    for role, spellings in lists["columns"].items():
        for spelling in spellings:
            roles.setdefault(squash(spelling) or spelling, role)
    return roles, frozenset(squash(spelling) for spelling in lists["totals"]["total"])


def folded(text: str) -> str:
    return " ".join(text.split())


@cache
def column_of(index: int, text: str, group: str) -> Column:
    """What one header says; ``group`` is the header above it."""
    key = squash(arabic(text))
    header = f"{group} {text}".strip() if group and group != text else text
    year = header_year(text) or header_year(group)
    out_of = _points(f"{group} {text}")
    above = _item_of(group) if group != text else None
    if not key and text not in _words()[0]:
        return Column(index, text, "")
    if own := _OWN.match(text):
        indicator, number = own.group("indicator"), own.group("index")
        item = Item("indicator", indicator) if indicator else Item("index", f"index{number}")
        return Column(index, header, "value", item, year=year)
    listed = _words()[0].get(key or text)
    if above and (listed == "score" or (out_of is not None and _item_of(text) is None)):
        return Column(index, header, "value", above, out_of, year)
    if above and above != TOTAL and (listed or column_role(text)) in ("rating", "target", "rank"):
        return Column(index, header, "unused", year=year)
    if listed:
        return Column(index, header, listed, year=year)
    if key in _words()[1]:
        return Column(index, header, "value", TOTAL, out_of, year, under=above)
    if number := _number_alone(text, key, group, above):
        return Column(index, header, "value", None, out_of, year, number=number)
    found = match(text)
    found = found if found.item else match(_MARKED.sub(" ", text))
    if found.item is not None:
        sure = 1.0 if found.score >= 99.5 else round(found.score / 100, 4)
        return Column(
            index, header, "value", found.item, out_of, year, confidence=sure, under=above
        )
    return _by_cues(index, text, header, year)


def _item_of(text: str) -> Item | None:
    """The item that a whole header names, with or without words on its marks."""
    if not text:
        return None
    if squash(text) in _words()[1]:
        return TOTAL
    return match(text).item or match(_MARKED.sub(" ", text)).item


def _number_alone(text: str, key: str, group: str, above: Item | None) -> str:
    """The indicator's number of a header that gives no name: ``ตัวชี้วัดที่ 3``, or ``3`` under
    ``ตัวชี้วัด`` or under an instrument."""
    if key.isdigit():
        grouped = "ตัวชี้วัด" in group or (above and above.item_type == "instrument")
        return str(int(key)) if int(key) <= 10 and grouped else ""
    found = match(text)
    named = found.item is not None or re.search(r"[ก-ฮa-z]{3}", _bare(text))
    return found.number if found.stated and found.number.isdigit() and not named else ""


def _by_cues(index: int, text: str, header: str, year: int | None) -> Column:
    """By the words inside a longer header."""
    if header_year(text) and not re.search("เป้าหมาย|ต่าง|อันดับ", text):
        return Column(index, header, "score", year=header_year(text))
    roles: dict[str, Role] = {"body": "agency", "rating": "rating", "target": "target"}
    return Column(index, header, roles.get(column_role(text), ""), year=year)


def _bare(text: str) -> str:
    return re.sub(r"ตัว\s*ชี้\s*วัด\s*(?:ที่)?|indicator|no|คะแนน", "", text.lower())


def _points(text: str) -> Decimal | None:
    """Full marks of weighted points, where a header says that it holds such."""
    if column_role(text) != "weighted":
        return None
    full = FULL_MARKS.search(arabic(text))
    return Decimal(full.group(1)) if full else Decimal(0)
