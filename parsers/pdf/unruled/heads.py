"""Headings of neighbouring columns that stand so close that they seem one: cut in two.

They are the same words twice, as the kinds of two bodies are whose names stand below; or each of
them has its middle just above that of a piece of its own below; or each word stands above its own
piece of the row right below, in as many columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, combinations

from parsers.pdf.alignment.columns import is_number, spaces_in
from parsers.pdf.text.lines import Segment, TextLine

_TWICE = re.compile(r"([^\d๐-๙]{4,}?)\1+")
_LETTERS = 4
"""Letters that each of them has at least."""
_CLEAR = 0.15
"""Times the type size of the space between them at least."""
_MIDDLE = 2.6
"""Points by which a heading may stand beside the middle of what is below it."""
_NEXT = 2.2
"""Times the type size that lines of one heading are apart at most."""
_ROW = 3.0
"""The same of a heading and the first row."""
_BEGIN = 0.7
"""Points by which the lines of one heading may begin apart, or stand beside its middle, where
the first is the shorter one."""
_BELOW = 2
"""Lines among which the rest of such headings is: others stand at heights between."""
_NUMBERED = re.compile(r"[^\d๐-๙\s]{3}\s?[\d๐-๙]{1,2}(?!\S)")
_COUNTED = re.compile(
    r"([^\d๐-๙\s]{3,})\s*[\d๐-๙]{1,2}(?:\s+\1\s*[\d๐-๙]{1,2}){2,}(?:\s+[^\d๐-๙]+)?"
)
_COLUMNS = 3
"""Columns from which words above them are their headings."""
_MOST = 4
"""Headings in one piece."""
_YEAR = re.compile(r"(?<![\d๐-๙])[2๒][5๕][\d๐-๙]{2}(?![\d๐-๙])")
_DIGIT = re.compile(r"[\d๐-๙]")


def heads_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, pieces of several headings cut between them."""
    result = []
    lines = _as_again([_counted_apart(line) for line in lines])
    several = [len(line.segments) > 1 for line in lines]
    for index, line in enumerate(lines):
        if True not in several[index + 1 : index + 1 + _BELOW]:
            result.append(line)
            continue
        parts: list[Segment] = []
        for segment in line.segments:
            if " " not in segment.text or _DIGIT.search(_YEAR.sub("", segment.text)):
                parts.append(segment)
            else:
                parts += _apart(segment, lines[index + 1 : index + 1 + _BELOW])
        apart = len(parts) > len(line.segments)
        result.append(replace(line, segments=tuple(parts)) if apart else line)
    return result


def _counted_apart(line: TextLine) -> TextLine:
    """A line, its pieces of headings that are counted cut before each: item 1, item 2, item 3."""
    if len(_NUMBERED.findall(line.text)) < _COLUMNS:
        return line
    parts: list[Segment] = []
    for segment in line.segments:
        places = []
        if found := _COUNTED.fullmatch(segment.text):
            every = list(re.finditer(re.escape(found[1]) + r"\s*([\d๐-๙]{1,2})", segment.text))
            numbers = [int(one[1]) for one in every]
            ends = {len(segment.text[: one.end()].replace(" ", "")) for one in every}
            if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
                places = _places_after(segment, ends)
        parts += segment.cut(places) if places else [segment]
    return replace(line, segments=tuple(parts)) if len(parts) > len(line.segments) else line


def _as_again(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, headers that stand several times cut wherever one of them is in pieces."""
    said: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if " " in line.text and not _DIGIT.search(line.text):
            said.setdefault(line.text.replace(" ", ""), []).append(index)
    result = list(lines)
    for own in said.values():
        if len({len(lines[index].segments) for index in own}) < 2:
            continue
        ends = {end for index in own for end in accumulate(map(_letters, lines[index].segments))}
        for index in own:
            parts: list[Segment] = []
            at = 0
            for segment in lines[index].segments:
                places = _places_after(segment, {end - at for end in ends})
                parts += segment.cut(places) if places else [segment]
                at += _letters(segment)
            result[index] = replace(lines[index], segments=tuple(parts))
    return result


def _letters(segment: Segment) -> int:
    return len(segment.text.replace(" ", ""))


def _places_after(segment: Segment, counts: set[int]) -> list[float]:
    """The clear spaces of a piece before which it has one of some counts of letters."""
    found: list[float] = []
    letters = 0
    right = segment.box.x0
    for run in segment.runs:
        for cluster, x0, x1 in zip(run.clusters, run.lefts, run.rights, strict=True):
            if cluster == " ":
                continue
            if letters in counts and letters and x0 - right >= _CLEAR * segment.size:
                found.append((right + x0) / 2)
            letters += len(cluster.strip())
            right = x1
    return found


def _apart(segment: Segment, below: Sequence[TextLine]) -> list[Segment]:
    """The headings that a piece is; the piece itself where it is one."""
    for line in below:
        if line.base - segment.base > _ROW * segment.size:
            break
        pieces = [s for s in line.segments if _overlap(s, segment)]
        if line is below[0] and (parts := _words_over(segment, pieces, below)):
            return parts
        near = line.base - segment.base <= _NEXT * segment.size
        if near and (parts := _lines_over(segment, pieces)):
            return parts
    return _said_twice(segment) or [segment]


def _lines_over(segment: Segment, pieces: Sequence[Segment]) -> list[Segment]:
    """The first lines of several headings in a piece, whose next lines are some others."""
    if not 1 < len(pieces) <= _MOST:
        return []
    if any(is_number(s.text) and not _YEAR.fullmatch(s.text.strip()) for s in pieces):
        return []
    for parts in _ways(segment, len(pieces)):
        pairs = list(zip(parts, pieces, strict=True))
        if all(_is_over(*pair) for pair in pairs) or all(_begins(*pair) for pair in pairs):
            return parts
    return []


def _said_twice(segment: Segment) -> list[Segment]:
    """The same words in a piece, each time by themselves."""
    text = segment.text.replace(" ", "")
    if text.find(text[:_LETTERS], _LETTERS) > 0 and _TWICE.fullmatch(text):
        for parts in _ways(segment):
            if len({part.text.replace(" ", "") for part in parts}) == 1:
                return parts
    return []


def _words_over(
    segment: Segment, pieces: Sequence[Segment], below: Sequence[TextLine]
) -> list[Segment]:
    """The words of a piece, if each stands above one of several pieces and no other; of two, if
    the next row stands so, too."""
    numbers = [is_number(piece.text) for piece in pieces]
    again = [len(line.segments) == 2 and is_number(line.segments[1].text) for line in below]
    if len(pieces) < 2 or not any(numbers):
        return []
    if len(pieces) < _COLUMNS and (numbers[0] or len(again) < _BELOW or not all(again)):
        return []
    found = [words for words in _ways(segment, len(pieces), 1) if _stand_over(words, pieces)]
    return found[0] if len(found) == 1 else []


def _stand_over(words: Sequence[Segment], pieces: Sequence[Segment]) -> bool:
    """True for words each of which stands over its own piece and no other."""
    own = [[at for at, piece in enumerate(pieces) if _overlap(word, piece)] for word in words]
    return own == [[at] for at in range(len(pieces))]


def _ways(segment: Segment, count: int = 0, least: int = _LETTERS) -> Iterator[list[Segment]]:
    """The ways to cut a piece at its spaces, in ``count`` parts if given, of ``least`` letters."""
    gaps = [gap for gap in spaces_in(segment) if gap[1] - gap[0] >= _CLEAR * segment.size]
    if len(gaps) > 2 * _MOST:
        return
    for cuts in [count - 1] if count else range(1, _MOST):
        for chosen in combinations(gaps, cuts):
            parts = segment.cut([sum(gap) / 2 for gap in chosen])
            words = [word for part in parts for word in part.text.split()]
            if words != segment.text.split() or len(parts) != cuts + 1:
                continue
            if all(len(part.text) >= least for part in parts):
                yield parts


def _overlap(piece: Segment, segment: Segment) -> bool:
    return piece.box.x0 < segment.box.x1 and segment.box.x0 < piece.box.x1


def _is_over(head: Segment, piece: Segment) -> bool:
    """True for a heading in the middle of which stands what is below it: nearly, if the heading is
    the wider one, else exactly."""
    beside = abs(head.box.x0 + head.box.x1 - piece.box.x0 - piece.box.x1) / 2
    wider = head.box.x1 - head.box.x0 > piece.box.x1 - piece.box.x0
    return beside <= (_MIDDLE if wider else _BEGIN)


def _begins(head: Segment, piece: Segment) -> bool:
    return abs(head.box.x0 - piece.box.x0) <= _BEGIN
