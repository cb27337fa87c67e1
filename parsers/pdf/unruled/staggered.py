"""Numbers that stand where their words or bars end, and in no column: no table.

So they stand behind tabs and beside the bars of charts. A table made of them would have a column
for every place; their lines say what each number belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf.text.lines import Segment, TextLine

_LEAST = 4
"""Lines from which they tell."""
_ALIKE = 1.5
"""Points by which numbers of one column may begin or end apart, or have their middles."""
_MOST = 0.5
"""Share of the numbers from which they stand in one column."""
_SCORE = re.compile(r"(?:^|\s)[\d๐-๙]{1,3}\.[\d๐-๙]+\s?%?$")
_LETTERS = re.compile(r"[A-Za-zก-๎]{2}")


def are_staggered(lines: Sequence[TextLine]) -> bool:
    """True for lines of words and one number behind them each, in no column, all words of which
    begin at one place."""
    if sum([len(line.segments) > 2 for line in lines]) > 1:
        return False
    numbered = [line for line in lines if any(map(_ends_in_score, line.segments))]
    if len(numbered) < _LEAST or len(numbered) < len(lines) - 1:
        return False
    if not all(_is_named(line) for line in numbered):
        return False
    lefts = sorted(line.box.x0 for line in numbered)
    if lefts[-1] - lefts[0] > _ALIKE:
        return False
    ends = [line.segments[-1].box for line in numbered if len(line.segments) == 2]
    if len(ends) < _LEAST:
        return False
    places = [
        [box.x0 for box in ends],
        [box.x1 for box in ends],
        [(box.x0 + box.x1) / 2 for box in ends],
    ]
    return all(max(map(own.count, own)) <= _MOST * len(ends) for own in map(_rounded, places))


def _rounded(places: Sequence[float]) -> list[float]:
    """The places, near ones made the same."""
    found: list[float] = []
    for place in sorted(places):
        found.append(found[-1] if found and place - found[-1] <= _ALIKE else place)
    return found


def _ends_in_score(segment: Segment) -> bool:
    return _SCORE.search(segment.text) is not None


def _is_named(line: TextLine) -> bool:
    """True for words and a number behind them, which may seem one piece."""
    first, *others = line.segments
    if len(others) > 1 or not _LETTERS.search(first.text):
        return False
    return _ends_in_score(line.segments[-1]) and (not others or not _ends_in_score(first))
