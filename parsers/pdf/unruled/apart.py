"""Numbers so close to words that they seem one piece, cut off where columns part them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from parsers.pdf.alignment.columns import inked, is_number, spaces_in
from parsers.pdf.text.lines import Segment, TextLine

_DECIMAL = re.compile(r"[\d๐-๙]+\.[\d๐-๙]+$")
_DIGIT = re.compile(r"[\d๐-๙]")
_TAIL = re.compile(r"\s[\d๐-๙]+\.[\d๐-๙]+$")
_HEAD = re.compile(
    r"[\d๐-๙]+\.[\d๐-๙]+\s+(?!คะแนน(?!รวม|เฉลี่ย)|ร้อยละ|จาก|เต็ม|%)(?:[\d๐-๙]{1,2}[.)]\s?)?[^\s\d๐-๙]"
)
_YEAR = re.compile(r"[2๒][5๕][\d๐-๙]{2}\s+[^\s\d๐-๙]")
_TWICE = re.compile(r"[2๒][45๔๕][\d๐-๙]{2}$")
_TOUCHING = re.compile(r"[\d๐-๙]\.[\d๐-๙]{2}[\d๐-๙]")
"""More digits behind a point than scores have: those of the next number among them."""
_LONG = 6
"""Letters that a score has at most: 100.00."""
_WHOLE = re.compile(r"(?:^|[^\d๐-๙.,])[\d๐-๙]{1,3}\.[\d๐-๙]{2}$")
_KERNED = 0.08
"""Times the type size up to which the digits of one number are apart."""
_ITEM = re.compile(r"([\d๐-๙]{1,2})\.([1-9๑-๙][\d๐-๙]?)(?![\d๐-๙])")
_WIDER = 1.5
"""Times the space before a unit that the one before the next number is wide at least."""
_HEADINGS = 12
"""Lines above a piece among which its headings are looked for."""
_ENOUGH = 2
"""Pieces in which a number and words must begin and end alike to be two columns, less one."""
_REACH = 8.0
"""Times the type size within which numbers of one column are looked for."""
_ALONE = re.compile(r"\.?[\d๐-๙][\d๐-๙,]*\.?[\d๐-๙]*%?$|[-–—✓✔✗✘√]$|[A-Z]{1,2}$")
_NARROW = 0.15
"""Times the type size of a space before a number that stands in a column of numbers."""
_LEVEL = 3.0
"""Points by which numbers of one column may begin or end apart."""
_EXACT = 0.7
"""The same of numbers each of which stands close behind words."""


def with_numbers_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, a number at the end of a piece cut off where it stands below other numbers, and
    one at the beginning where both it and the words behind it do, or stand below headings."""
    held = [i for i, line in enumerate(lines) if any(_may_be_two(s.text) for s in line.segments)]
    if not held:
        return list(lines)
    lines = list(lines)
    for index in held:
        lines[index] = _numbers_apart(lines[index])
    two = {id(s): s for index in held for s in lines[index].segments if _may_be_two(s.text)}
    seen = _Seen(lines, two)
    result = list(lines)
    for index in held:
        line = lines[index]
        parts: list[Segment] = []
        for segment in line.segments:
            places = seen.places(index, segment) if id(segment) in two else []
            parts += segment.cut(places) if places else [segment]
        if len(parts) > len(line.segments):
            result[index] = replace(line, segments=tuple(parts))
    return result


class _Seen:
    """What lines tell of where their pieces may be cut."""

    def __init__(self, lines: Sequence[TextLine], two: Mapping[int, Segment]) -> None:
        self._lines = lines
        self._alone = [s for line in lines for s in line.segments if _DECIMAL.match(s.text)]
        items = _items(lines)
        self._heads = {key: cut for key, s in two.items() if key not in items and (cut := _head(s))}
        self._years = _years_apart(lines)
        self._tails = _tails(two)
        self._ends = [s.box.x1 for s in self._alone] + [end for end, _ in self._heads.values()]
        self._starts = [start for _, start in self._heads.values()]

    def places(self, index: int, segment: Segment) -> list[float]:
        """Where a piece of a line is to be cut."""
        key = id(segment)
        numbers = _between_numbers(segment) or _between_units(segment)
        if not numbers and key in self._tails and self._is_apart(index, segment):
            return [self._tails[key][0]]
        if key in self._years:
            return [self._years[key]]
        if key in self._heads:
            end, start = self._heads[key]
            again = _times(self._ends, end) > _ENOUGH and _times(self._starts, start) > _ENOUGH
            if (
                again
                or self._are_columns(segment, start)
                or _is_headed_apart(self._lines, index, segment, (end, start), 3)
            ):
                return [(end + start) / 2]
        return numbers

    def _are_columns(self, segment: Segment, start: float) -> bool:
        """True where the number of a piece begins where several others do, and its words where the
        words right of those do."""
        beside = [
            right.box.x0
            for line in self._lines
            for left, right in pairwise(line.segments)
            if abs(left.box.x0 - segment.box.x0) <= _EXACT and _DECIMAL.match(left.text)
        ]
        return _times(beside, start) > _ENOUGH

    def _is_apart(self, index: int, segment: Segment) -> bool:
        """True where the number that a piece ends in is one of a column."""
        tail = self._tails[id(segment)][0]
        near = _below(segment, tail, self._alone)
        if near > 1:
            return True
        again = near or _times_exactly(self._tails, segment) > _ENOUGH
        return bool(again) and _is_headed_apart(self._lines, index, segment, (tail, tail), least=2)


def _numbers_apart(line: TextLine) -> TextLine:
    """A line, its pieces of nothing but numbers cut between them, and between numbers that stand
    as close as the letters of one."""
    parts: list[Segment] = []
    for segment in line.segments:
        text = segment.text
        places = []
        if _may_be_two(text) and not _HEAD.match(text):
            touching = _TOUCHING.search(text) is not None
            places = (touching and _between_touching(segment)) or _between_numbers(segment)
        parts += segment.cut(places) if places else [segment]
    return replace(line, segments=tuple(parts)) if len(parts) > len(line.segments) else line


def _between_touching(segment: Segment) -> list[float]:
    """The places between a number with two decimals and the digits behind it, where a space is
    between them that no other digits of the piece have."""
    letters = [
        (text, left, right)
        for run in segment.runs
        for text, left, right in zip(run.clusters, run.lefts, run.rights, strict=True)
    ]
    found = []
    text = ""
    for (before, _, end), (after, start, _) in pairwise(letters):
        text += before
        if not (before.isdigit() and after.isdigit()):
            continue
        gap = start - end
        if gap >= _NARROW * segment.size and _WHOLE.search(text):
            found.append((end + start) / 2)
            text = ""
        elif gap > _KERNED * segment.size:
            return []
    return found


@lru_cache(maxsize=4096)
def _may_be_two(text: str) -> bool:
    """True for a piece with a space and a digit in it, as a number beside something has, and for
    one with more digits than a number has."""
    if " " in text and len(text.split(None, 1)) > 1:
        return _DIGIT.search(text) is not None
    return len(text) > _LONG and _TOUCHING.search(text) is not None


def _items(lines: Sequence[TextLine]) -> set[int]:
    """The ids of pieces that begin with the number of a part, each with the next number of those
    that begin on one place: 9.1, 9.2, 10.1."""
    places: list[list[tuple[Segment, int, int]]] = []
    for line in lines:
        for segment in line.segments:
            found = _ITEM.match(segment.text) if _may_be_two(segment.text) else None
            if found is None or not _HEAD.match(segment.text):
                continue
            item = segment, int(found.group(1)), int(found.group(2))
            own = next((p for p in places if abs(p[0][0].box.x0 - segment.box.x0) <= 1.0), None)
            if own is None:
                places.append([item])
            else:
                own.append(item)
    return {
        id(segment)
        for own in places
        if len(own) > 1
        and all(
            (whole == after and part + 1 == following) or (whole < after and following == 1)
            for (_, whole, part), (_, after, following) in pairwise(own)
        )
        for segment, *_ in own
    }


def _years_apart(lines: Sequence[TextLine]) -> dict[int, float]:
    """Where pieces are cut that begin with a year: again and again in one place, the words behind
    it, too, and somewhere below headings of both."""
    found: list[tuple[Segment, float, float, bool]] = []
    for index, line in enumerate(lines):
        for segment in line.segments:
            if (
                segment.text[:1] not in "2๒"
                or not _YEAR.match(segment.text)
                or not (gaps := _wide(segment))
            ):
                continue
            found.append((segment, *gaps[0], _is_headed_apart(lines, index, segment, gaps[0], 3)))
    cuts = {}
    for segment, end, start, _ in found:
        alike = [headed for _, e, s, headed in found if max(abs(e - end), abs(s - start)) <= _LEVEL]
        if len(alike) > _ENOUGH and any(alike):
            cuts[id(segment)] = (end + start) / 2
    return cuts


def _wide(segment: Segment) -> list[tuple[float, float]]:
    return [gap for gap in spaces_in(segment) if gap[1] - gap[0] >= _NARROW * segment.size]


def _is_headed_apart(
    lines: Sequence[TextLine], index: int, segment: Segment, gap: tuple[float, float], least: int
) -> bool:
    """True where two headings, of ``least`` beside each other, stand over a piece, the space
    between them over a gap in it."""
    end, start = gap
    heads = [
        head
        for line in lines[max(0, index - _HEADINGS) : index]
        if len(line.segments) >= least and not any(is_number(s.text) for s in line.segments[1:])
        for head in line.segments
        if head.box.x0 < segment.box.x1 and head.box.x1 > segment.box.x0
    ]
    left = [head for head in heads if head.box.x1 < start]
    right = [head for head in heads if head.box.x0 > end]
    return bool(left and right) and len(left) + len(right) == len(heads)


def _times(places: Sequence[float], place: float) -> int:
    return sum(1 for other in places if abs(other - place) <= _LEVEL)


def _head(segment: Segment) -> tuple[float, float] | None:
    """Where the number ends that a piece of words begins with, and where the words begin, if a
    clear space is between them and they are not its unit."""
    if not _HEAD.match(segment.text):
        return None
    spaces = [gap for gap in spaces_in(segment) if gap[1] - gap[0] >= _NARROW * segment.size]
    return spaces[0] if spaces else None


def _tails(two: Mapping[int, Segment]) -> dict[int, tuple[float, float, float, float]]:
    """Where the numbers are to be cut off that pieces end in, by their ids: the place, from where
    to where the number stands, and its height."""
    found = {}
    for key, segment in two.items():
        tail = _tail(segment)
        if tail is not None:
            left = min(x for run in segment.runs for x in run.lefts if x >= tail)
            found[key] = tail, left, segment.box.x1, segment.base
    return found


def _times_exactly(
    tails: Mapping[int, tuple[float, float, float, float]], segment: Segment
) -> int:  # fmt: skip
    """How many near pieces end in a number that begins and ends just where that of one does."""
    _, left, right, base = tails[id(segment)]
    return sum(
        abs(left - x0) <= _EXACT and abs(right - x1) <= _EXACT
        for _, x0, x1, height in tails.values()
        if abs(height - base) <= _REACH * segment.size
    )


def _tail(segment: Segment) -> float | None:
    """The place before the number that a piece of words ends in, if a clear space is there;
    digits of two fonts may have one between them, too."""
    found = _TAIL.search(segment.text)
    if found is None or is_number(segment.text):
        return None
    letters = inked(segment)
    at = len(letters) - len(found.group().strip())
    if at < 1:
        return None
    (_, end), (start, _) = letters[at - 1], letters[at]
    return (start + end) / 2 if start - end >= _NARROW * segment.size else None


def _between_numbers(segment: Segment) -> list[float]:
    """The places between numbers that stand close together, one of them with decimals, or all
    of them years."""
    words = segment.text.split()
    if len(words) < 2 or not all(_ALONE.match(word) for word in words):
        return []
    if not any("." in word for word in words) and not all(map(_TWICE.match, words)):
        return []
    wide = [gap for gap in spaces_in(segment) if gap[1] - gap[0] >= _NARROW * segment.size]
    return [sum(gap) / 2 for gap in wide] if len(wide) == len(words) - 1 else []


def _between_units(segment: Segment) -> list[float]:
    """The places between numbers behind which the same unit stands: cells of several columns, if
    the space before each is clearly wider than those before the units."""
    if segment.text.count(".") < 2 or not _have_units(segment.text.split()):
        return []
    letters = [
        (text[0].isdigit(), left, right)
        for run in segment.runs
        for text, left, right in zip(run.clusters, run.lefts, run.rights, strict=True)
        if text.strip() and text not in ".,"
    ]
    pairs = list(pairwise(letters))
    units = [right[1] - left[2] for left, right in pairs if left[0] and not right[0]]
    numbers = [pair for pair in pairs if pair[1][0]]
    wide = _WIDER * max(units)
    found = [
        (left[2], right[1]) for left, right in numbers if not left[0] or right[1] - left[2] > wide
    ]
    clear = all(start - end > wide for end, start in found)
    return [(end + start) / 2 for end, start in found] if clear else []


def _have_units(words: Sequence[str]) -> bool:
    """True for numbers with decimals, behind most of which one and the same word stands."""
    numbers = [bool(_DECIMAL.match(word)) for word in words]
    units = [word for word, number in zip(words, numbers, strict=True) if not number]
    return (
        len(units) > 1
        and len(set(units)) == 1
        and numbers[0]
        and all(left or right for left, right in pairwise(numbers))
        and not any(letter.isdigit() for letter in units[0])
    )


def _below(segment: Segment, place: float, alone: Sequence[Segment]) -> int:
    """How many near numbers that stand alone begin or end where that in a piece does, or have
    their middle there."""
    left = min((x for run in segment.runs for x in run.lefts if x >= place), default=segment.box.x1)
    level = [
        other
        for other in alone
        if abs(other.base - segment.base) <= _REACH * segment.size
        and min(
            abs(other.box.x0 - left),
            abs(other.box.x1 - segment.box.x1),
            abs(other.box.x0 + other.box.x1 - left - segment.box.x1) / 2,
        )
        <= _LEVEL
    ]
    return len(level)
