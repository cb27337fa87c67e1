"""What a single cell of a score table holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.numbers import close_gaps, decimals, find_numbers, parse_number
from pipeline.scores.levels import rating_words
from pipeline.wording import cues

_NOTHING = re.compile(r"^[\s\-–—.*/]*$|^(?:N/?A|ไม่มี(?:ข้อมูล)?|ไม่มีคะแนน)$", re.IGNORECASE)
_OUT_OF = re.compile(r"^\s*(?:/|จาก|เต็ม|\(\s*(?:จาก|เต็ม))\s*(?:คะแนน(?:เต็ม)?)?\s*$")
_WRAP = re.compile(r"([ก-๛.])\n(?=[ก-๛.])")
_PLACE = re.compile(r"[อจ]\n?\.|อำเภอ|จังหวัด")
_TICK = re.compile(r"[✓✔☑√/]|ü|P")
_WORDS_ROUND_NUMBER = re.compile(
    r"ได้รับ|ได้|มี|เท่ากับ|คิดเป็น|เฉลี่ย|ผล|การประเมิน|ระดับ|อยู่ใน|[ABCDEF]{1,2}|ไม่\s*ผ่าน|ผ่าน(?!\s*ดี)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """The one score that a cell prints."""

    value: Decimal
    printed: str
    out_of: Decimal | None = None
    change: Decimal | None = None
    """Difference to another year printed with it: ``92.45 (+2.10)``."""


@lru_cache(maxsize=1 << 15)
def one_line(text: str) -> str:
    """A cell's text on one line. Narrow cells break Thai words anywhere, so that a break between
    Thai letters is no space, unless a district or province begins behind it."""
    return " ".join(_WRAP.sub(_unbroken, text).split())


def _unbroken(found: re.Match[str]) -> str:
    """The letter before a break, with a space where a place begins behind it (but not in อบ|จ.)."""
    place = _PLACE.match(found.string, found.end()) and found.group(1) != "บ"
    return f"{found.group(1)} " if place else found.group(1)


_THOUSANDS = re.compile(r"[0-9๐-๙]\s*,\s*[0-9๐-๙]{3}(?![0-9๐-๙])")


def is_nothing(text: str) -> bool:
    """True for a cell that says that there is no value: empty, a dash, ``N/A``."""
    return bool(_NOTHING.match(text.strip()))


@lru_cache(maxsize=1 << 15)
def read_value(text: str) -> Value | None:
    """The score that a cell states, or None where it is not plainly one number.

    Units and words of having are allowed around it (``ได้คะแนน ๙๖.๑๗ คะแนน``), full
    marks behind it (``28.04/30``), a signed difference in brackets, and the same
    number printed twice. What is grouped by thousands is money or a count.
    """
    if _THOUSANDS.search(text):
        return None
    whole = parse_number(text)
    if whole is None:
        whole = _wrapped_number(text)
    if whole is not None:
        signed = text.strip()[0] in "+-−–"
        return None if signed else Value(whole, "".join(text.split()))
    folded = close_gaps(" ".join(text.split()))
    numbers = list(find_numbers(folded))
    if not numbers or numbers[0].signed:
        return None
    first, *others = numbers
    if folded[first.end : first.end + 1] == "." or folded[: first.start].endswith("."):
        return None
    rest = folded[: first.start] + folded[first.end :]
    out_of = change = None
    if len(others) == 1:
        between = folded[first.end : others[0].start]
        if others[0].signed and between.strip() in ("(", ""):
            change = others[0].value
        elif _OUT_OF.match(between) and is_full_marks(others[0].value, first.value):
            out_of = others[0].value
        else:
            return None
        rest = folded[: first.start] + between + folded[others[0].end :]
    elif others:
        return None
    return Value(first.value, first.printed, out_of, change) if _only_words(rest) else None


def _wrapped_number(text: str) -> Decimal | None:
    """A score that a narrow column broke over two lines: ``100.0`` and ``0``.

    Only where the first line alone has too few decimals and both together have two.
    """
    lines = text.strip().split("\n")
    if len(lines) != 2 or not re.search(r"\.[\d๐-๙]?\s*$|^[\d๐-๙]+\s*$", lines[0]):
        return None
    joined = parse_number("".join(line.strip() for line in lines))
    return joined if joined is not None and decimals(joined) == 2 else None


def is_full_marks(full: Decimal, score: Decimal) -> bool:
    """True where ``full`` can be the full marks of ``score``: a round number not under it."""
    return full >= score and full % 5 == 0 and full <= 100


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rating_words())


def _only_words(rest: str) -> bool:
    """True where nothing but units and words of having stand around a number."""
    for pattern in (
        _WORDS_ROUND_NUMBER,
        _level(),
        cues("prose", "unit"),
        cues("prose", "percent"),
    ):
        rest = pattern.sub(" ", rest)
    return not re.search(r"[\wก-๎]", rest)


def is_tick(text: str) -> bool:
    """True for a tick mark as printed by fonts and OCR."""
    stripped = text.strip()
    return 0 < len(stripped) <= 2 and bool(_TICK.fullmatch(stripped))
