"""The numbers that Word prints before paragraphs of a list, which are nowhere in the text.

Lists count by their abstract definition, as Word does: two lists of one definition go on
counting, unless one says where it starts. Bullets of whatever shape are ``•``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parsers.ooxml import W, number, toggle, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_DIGIT_WORDS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACE_WORDS = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_COUNT = 99_999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    format: str
    text: str
    legal: bool
    restarts: bool
    style: str | None


@dataclass(slots=True)
class _Count:
    levels: dict[int, Level]
    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document, counting as its paragraphs come."""

    def __init__(self, root: _Element | None = None) -> None:
        self._counts: dict[str, _Count] = {}
        self._lists: dict[int, str] = {}
        self._starts: dict[tuple[int, int], int] = {}
        self._own: dict[tuple[int, int], Level] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: _Element) -> None:
        linked, wanted = {}, {}
        for definition in root.iter(W + "abstractNum"):
            name = definition.get(W + "abstractNumId") or ""
            levels = dict(map(_level, definition.iter(W + "lvl")))
            self._counts[name] = _Count(levels)
            if link := value(definition, "styleLink"):
                linked[link] = name
            if link := value(definition, "numStyleLink"):
                wanted[name] = link
        for one in root.iter(W + "num"):
            key = whole(one.get(W + "numId"))
            if key is None:
                continue
            name = value(one, "abstractNumId") or ""
            self._lists[key] = linked.get(wanted.get(name, ""), name)
            for override in one.iter(W + "lvlOverride"):
                self._override(key, override)

    def _override(self, key: int, override: _Element) -> None:
        index = _index(override)
        start = number(override, "startOverride")
        if start is not None:
            self._starts[key, index] = start
        own = override.find(W + "lvl")
        if own is not None:
            self._own[key, index] = _level(own)[1]

    def level_of_style(self, key: int, style: str | None) -> int:
        """The level that a list keeps for a paragraph style; the first where it keeps none."""
        count = self._counts.get(self._lists.get(key, ""))
        if count is not None and style:
            for index, level in count.levels.items():
                if level.style == style:
                    return index
        return 0

    def label(self, key: int, index: int) -> str:
        """The number of the next paragraph at a level of a list, as printed; may be empty."""
        count = self._counts.get(self._lists.get(key, ""))
        if count is None or (level := self._level(count, key, index)) is None:
            return ""
        start = self._starts.pop((key, index), None)
        if start is not None:
            count.values[index] = start
        else:
            count.values[index] = count.values.get(index, level.start - 1) + 1
        for deeper in [one for one in count.values if one > index]:
            below = count.levels.get(deeper)
            if below is None or below.restarts:
                del count.values[deeper]
        if level.format == "bullet":
            return "•"
        return _PLACE.sub(
            lambda found: self._value(count, key, level, int(found[1]) - 1), level.text
        )

    def _value(self, count: _Count, key: int, level: Level, index: int) -> str:
        asked = self._level(count, key, index)
        if asked is None:
            return ""
        current = count.values.setdefault(index, asked.start)
        return shown(current, "decimal" if level.legal else asked.format)

    def _level(self, count: _Count, key: int, index: int) -> Level | None:
        return self._own.get((key, index)) or count.levels.get(index)


def _level(element: _Element) -> tuple[int, Level]:
    start = number(element, "start")
    return _index(element), Level(
        1 if start is None else start,
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        bool(toggle(element, "isLgl")),
        value(element, "lvlRestart") != "0",
        value(element, "pStyle"),
    )


def _index(element: _Element) -> int:
    return whole(element.get(W + "ilvl")) or 0


def shown(count: int, style: str) -> str:
    """A count as one of Word's number formats prints it; unknown formats as decimals."""
    if not 0 < count <= _MAX_COUNT:
        return "" if style == "none" else str(count)
    match style:
        case "none" | "bullet":
            return ""
        case "thaiNumbers":
            return str(count).translate(_THAI_DIGITS)
        case "thaiLetters":
            return _letters(count, _THAI_LETTERS)
        case "thaiCounting":
            return _thai_words(count)
        case "lowerLetter" | "upperLetter":
            text = _letters(count, "abcdefghijklmnopqrstuvwxyz")
        case "lowerRoman" | "upperRoman":
            text = _roman(count)
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)
    return text.upper() if style.startswith("upper") else text


def _letters(count: int, letters: str) -> str:
    """a … z, then aa … zz, as Word goes on."""
    times, index = divmod(count - 1, len(letters))
    return letters[index] * min(times + 1, 9)


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        text += letters * times
    return text


def _thai_words(count: int) -> str:
    digits = [int(digit) for digit in str(count)]
    text = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == 0:
            continue
        word = _DIGIT_WORDS[digit]
        if place == 1:
            word = {1: "", 2: "ยี่"}.get(digit, word)
        elif place == 0 and digit == 1 and len(digits) > 1:
            word = "เอ็ด"
        text += word + _PLACE_WORDS[place]
    return text
