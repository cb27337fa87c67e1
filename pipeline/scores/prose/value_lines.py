"""Lists whose values stand before their labels: on the same line, or on the line above.

A line as ``82.99 คะแนน การปฏิบัติหน้าที่`` says itself which label its number has, unless a label
hangs over the first such line and a number below the last: then each number is that of the
label on the line before, and the list is read as any other. Bare labels and bare numbers on
lines in turn are told by their ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pipeline.facts import Item
from pipeline.labels import PLAUSIBLE, Mention, match
from pipeline.scores.glue import SEPARATORS, is_glue
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.ratings import rating_after
from pipeline.scores.prose.reading import TOTAL, Reading, add_score, name_of
from pipeline.scores.prose.totals import card_rating
from pipeline.wording import cues

_LEAST = 2
"""Lines with a number before its label from which they are a list."""
_PAIRS = 3
"""Bare numbers and labels in turn from which their ends tell which comes first."""
_LONGEST = 90
"""Letters of a line of a list at most."""
_SCORE = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,2}(?![\d.])")
_THAI = re.compile("[ก-ฮ]")
_NUMBERED = re.compile(r"(?:ตัว\s*ชี[้\ufffd]?\s*วัด|ข้อ|ด้าน)\s*(?:ที[่\ufffd]?)?|คะแนน|ระดับ")
_BRACKETED = re.compile(r"\([^()\d]*\)?")
_SCORED = re.compile(r"\d\.\d")


@dataclass(frozen=True, slots=True)
class _Label:
    item: Item
    name: str
    similarity: float
    number: str = ""
    stated: bool = False
    start: int = -1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: a number, a label, or a number before its label."""

    number: int | None
    """The index of the number."""
    label: _Label | None


def read_value_lines(reading: Reading, found: Sequence[Candidate]) -> set[int]:
    """Read the lists of a passage; the indices of the numbers that they take."""
    taken: set[int] = set()
    waits = False
    for above, lines, below in _lists(reading, found):
        pairs = list(_pairs(above, lines, below, waits=waits))
        waits = lines[-1].label is not None and not pairs
        for index, label in pairs:
            if label is None and card_rating(reading, found[index]) is not None:
                continue
            taken.add(index)
            if label is not None:
                reading.served.add(label.start)
                add_score(
                    reading, found[index], label.item, label.name, label.similarity,
                    label.number, label.stated,
                )  # fmt: skip
    return taken


def _lists(
    reading: Reading, found: Sequence[Candidate]
) -> Iterator[tuple[str, list[_Line], str]]:  # fmt: skip
    """Runs of lines of lists, right below each other, with the lines above and below them."""
    run: list[_Line] = []
    above = last = ""
    texts = [*reading.mask.split("\n"), ""]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    numbers, labels = _by_line(reading, found, starts)
    for count, text in enumerate(texts):
        line = _line(
            reading, found, numbers.get(count, []), labels.get(count, []),
            starts[count], starts[count] + len(text),
        )  # fmt: skip
        if line is not None:
            above = above if run else last
            run.append(line)
        elif run:
            yield above, run, text
            run = []
        last = text


def _by_line(
    reading: Reading, found: Sequence[Candidate], starts: Sequence[int]
) -> tuple[dict[int, list[int]], dict[int, list[Mention]]]:
    """The numbers, by their indices, and the items named on each line."""
    numbers: dict[int, list[int]] = {}
    labels: dict[int, list[Mention]] = {}
    for index, one in enumerate(found):
        numbers.setdefault(bisect_right(starts, one.number.start) - 1, []).append(index)
    for mention in reading.mentions:
        if mention.label.item:
            labels.setdefault(bisect_right(starts, mention.start) - 1, []).append(mention)
    return numbers, labels


def _line(
    reading: Reading, found: Sequence[Candidate], own: Sequence[int],
    labels: Sequence[Mention], start: int, end: int,
) -> _Line | None:  # fmt: skip
    """A line of a list, with its numbers and items; None for any other line."""
    if end - start > _LONGEST or len(own) > 1 or len(labels) > 1:
        return None
    if not own:
        label = _label(reading, labels, start, end)
        return _Line(None, label) if label else None
    number = found[own[0]]
    if not _opens(reading.mask[start : number.number.start]):
        return None
    rest = reading.mask[number.end : end]
    if not SEPARATORS.sub("", cues("prose", "unit").sub("", rest)):
        return _Line(own[0], None)
    label = _label(reading, labels, number.end, end)
    return _Line(own[0], label) if label else None


def _label(
    reading: Reading, labels: Sequence[Mention], start: int, end: int
) -> _Label | None:  # fmt: skip
    """The one item that a part of a line names, and nothing else; a total's rating may follow."""
    text = reading.mask[start:end]
    own = [mention for mention in labels if start <= mention.start < end]
    if own:
        mention = own[0]
        before = _NUMBERED.sub("", text[: mention.start - start])
        behind = _BRACKETED.sub("", text[mention.end - start :])
        if SEPARATORS.sub("", cues("prose", "unit").sub("", before)) or not _ends(behind):
            return None
        assert mention.label.item is not None
        return _Label(
            mention.label.item, name_of(reading, mention), mention.score, mention.number,
            mention.stated, mention.start,
        )  # fmt: skip
    bare = SEPARATORS.sub(" ", text).strip()
    named = match(bare)
    if named.item != TOTAL or not cues("prose", "strong_total").search(bare):
        return None
    return _Label(TOTAL, " ".join(reading.passage.text[start:end].split()), named.score)


def _ends(behind: str) -> bool:
    """True where nothing but punctuation or a rating follows a label: no words of having."""
    left = SEPARATORS.sub("", behind)
    return not left or (bool(rating_after(behind, None)) and not is_glue(behind))


def _pairs(
    above: str, lines: Sequence[_Line], below: str, *, waits: bool
) -> Iterator[tuple[int, _Label | None]]:
    """The numbers of a list, each with its label, or none where nothing tells which is its own.

    Lists whose labels come first, and those that a label may hang over which is not known, or
    one before that still ``waits`` for its number, are left to be read as any other text.
    """
    both = sum(line.number is not None and line.label is not None for line in lines)
    tokens = [part for line in lines for part in (line.number, line.label) if part is not None]
    begins = not isinstance(tokens[0], _Label)
    ends = not isinstance(tokens[-1], _Label)
    while begins and len(tokens) > 1 and not any(isinstance(one, int) for one in tokens[-2:]):
        tokens.pop()
    in_turn = all(isinstance(a, int) != isinstance(b, int) for a, b in pairwise(tokens))
    hangs = ends and (not begins or _nearly_names(above))
    long = len(tokens) >= 2 * _PAIRS
    if both and hangs and in_turn:
        yield from _labelled(tokens)
    elif in_turn and begins and not ends and (both or long):
        if both >= _LEAST or not (waits or _nearly_names(above) or _goes_on(below)):
            yield from _labelled(tokens[::-1])
    elif both >= _LEAST:
        for line in lines:
            if line.number is not None and line.label is not None:
                yield line.number, line.label
    elif in_turn and begins and (long or not ends) and not (waits or _nearly_names(above)):
        yield from ((one, None) for one in tokens if isinstance(one, int))


def _labelled(tokens: Sequence[int | _Label]) -> Iterator[tuple[int, _Label]]:
    """Each number with the label before it."""
    for label, number in pairwise(tokens):
        if isinstance(label, _Label) and isinstance(number, int):
            yield number, label


def has_its_number(mask: str, mention: Mention) -> bool:
    """True for a label that a score begins the line of, with nothing but units between."""
    line = mask[mask.rfind("\n", 0, mention.start) + 1 : mention.start]
    found = _SCORE.search(line)
    return found is not None and _opens(line[: found.start()]) and _opens(line[found.end() :])


def _opens(text: str) -> bool:
    """True for what may stand before a number or its label: a list's mark, a unit, words for a
    share."""
    left = cues("prose", "unit").sub("", cues("prose", "percent").sub("", text))
    return not SEPARATORS.sub("", _NUMBERED.sub("", left)).strip("%()[]<>✓")


def _goes_on(line: str) -> bool:
    """True for a line with a score behind nothing in Thai: the rest of the label above it."""
    found = _SCORED.search(line)
    return found is not None and not _THAI.search(line[: found.start()])


def _may_name(line: str) -> bool:
    """True for a line that may be the label of the number below it: words without a score."""
    return bool(SEPARATORS.sub("", line)) and not _SCORED.search(line)


def _nearly_names(line: str) -> bool:
    """True for what is nearly the name of an item, without a score."""
    if not _may_name(line) or len(line) > _LONGEST:
        return False
    found = match(line.strip())
    return found.item not in (None, TOTAL) and found.score >= PLAUSIBLE
