"""Numbers set at the right of their column that touch the words of the next one: cut apart.

Sheets are printed so, and tables without padding: no space is between, but everywhere the words
begin where the numbers end, at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parsers.pdf.columns import inked
from parsers.pdf.text import Segment, TextLine

_TOUCHES = re.compile(r"([\d๐-๙]{1,3}\.[\d๐-๙]{2})[ก-ฮเ-ไA-Z]|([\d๐-๙]{1,3})[ก-ฮเ-ไ]")
_LEAST = 3
"""Pieces that are cut at one place at least, and different numbers or words of theirs."""
_EXACT = 0.7
"""Points by which those places may differ."""


def touching_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, pieces of a number and words that touch cut in two where several are."""
    found: dict[int, tuple[float, str, str]] = {}
    for line in lines:
        for segment in line.segments:
            if segment.text[0].isdigit() and (touching := _TOUCHES.match(segment.text)):
                number = touching.group(1) or touching.group(2)
                letters = inked(segment)
                if len(letters) > len(number):
                    place = letters[len(number)][0]
                    found[id(segment)] = place, number, segment.text[len(number) :]
    cuts = {key: place for key, (place, *_) in found.items() if _is_shared(place, found.values())}
    if not cuts:
        return list(lines)
    return [_parted(line, cuts) for line in lines]


def _is_shared(place: float, found: Iterable[tuple[float, str, str]]) -> bool:
    """True for a place where different numbers, and words that are no unit, touch."""
    own = [(number, words) for x, number, words in found if abs(x - place) <= _EXACT]
    numbers, words = {number for number, _ in own}, {text for _, text in own}
    return len(numbers) >= _LEAST and (len(words) > 1 or not any("." in n for n in numbers))


def _parted(line: TextLine, cuts: Mapping[int, float]) -> TextLine:
    if not any(id(segment) in cuts for segment in line.segments):
        return line
    parts: list[Segment] = []
    for segment in line.segments:
        parts += segment.cut([cuts[id(segment)]]) if id(segment) in cuts else [segment]
    return replace(line, segments=tuple(parts))
