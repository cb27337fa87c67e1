"""Numbers set at the right of their column that touch the words of the next one: cut apart.

Sheets are printed so, and tables without padding: no space is between, but everywhere the words
begin where the numbers end, at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parsers.pdf.alignment.columns import inked
from parsers.pdf.text.lines import Segment, TextLine

_TOUCHES = re.compile(r"([\d๐-๙]{1,3}\.[\d๐-๙]{2})[ก-ฮเ-ไA-Z]|([\d๐-๙]{1,3})[ก-ฮเ-ไ]")
_UNIT = re.compile(r"(?:คะแนน|บาท|คน|ข้อ|แห่ง|ราย|ครั้ง|หน่วยงาน|ตัวชี้วัด|เปอร์เซ็นต์)$")
_LEAST = 3
"""Different numbers that are cut off at one place at least."""
_NUMBER = re.compile(r"[\d๐-๙]{1,3}\.[\d๐-๙]{2}")
_NUMBERS = re.compile(r"(?:[\d๐-๙]{1,3}\.[\d๐-๙]{2}){2,}")
_MOST = 100
_ROWS = 2
"""Pieces of several numbers from which they are those of columns."""
_EXACT = 0.7
"""Points by which those places may differ."""


def touching_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, pieces of a number and words that touch cut in two where several are, and pieces
    of numbers with two decimals that touch, cut behind each."""
    counted = [s for line in lines for s in line.segments if s.text[0].isdigit()]
    cuts = _before_words(counted)
    cuts |= _behind_numbers([s for s in counted if _NUMBERS.fullmatch(s.text)])
    return [_parted(line, cuts) for line in lines] if cuts else list(lines)


def _before_words(pieces: Sequence[Segment]) -> dict[int, list[float]]:
    """Where words begin right behind the number that a piece begins with, by its id."""
    found: dict[int, tuple[float, str, str]] = {}
    for segment in pieces:
        if touching := _TOUCHES.match(segment.text):
            number = touching.group(1) or touching.group(2)
            letters = inked(segment)
            if len(letters) > len(number):
                place = letters[len(number)][0]
                found[id(segment)] = place, number, segment.text[len(number) :]
    return {key: [x] for key, (x, *_) in found.items() if _is_shared(x, found.values())}


def _behind_numbers(pieces: Sequence[Segment]) -> dict[int, list[float]]:
    """The places between the numbers of pieces, none of them over 100, by their ids."""
    found: dict[int, list[float]] = {}
    for segment in pieces:
        letters = inked(segment)
        numbers = list(_NUMBER.finditer(segment.text))
        whole = [int(one.group().split(".")[0]) for one in numbers]
        if len(letters) == len(segment.text) and max(whole) <= _MOST:
            found[id(segment)] = [letters[one.end()][0] for one in numbers[:-1]]
    return found if len(found) >= _ROWS else {}


def _is_shared(place: float, found: Iterable[tuple[float, str, str]]) -> bool:
    """True for a place where different numbers touch words that are not their unit."""
    own = [(number, words) for x, number, words in found if abs(x - place) <= _EXACT]
    units = any(_UNIT.match(words) for _, words in own)
    return len({number for number, _ in own}) >= _LEAST and not units


def _parted(line: TextLine, cuts: Mapping[int, Sequence[float]]) -> TextLine:
    if not any(id(segment) in cuts for segment in line.segments):
        return line
    parts: list[Segment] = []
    for segment in line.segments:
        parts += segment.cut(cuts[id(segment)]) if id(segment) in cuts else [segment]
    return replace(line, segments=tuple(parts))
