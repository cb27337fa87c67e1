"""Lists whose values stand before their labels: on the same line, or on the line above.

A line as ``82.99 คะแนน การปฏิบัติหน้าที่`` says itself which label its number has, unless a label
hangs over the first such line and a number below the last: then each number is that of the
label on the line before, and the list is read as any other. Bare labels and bare numbers on
lines in turn are told by their ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts import Item
from pipeline.labels import PLAUSIBLE, match
from pipeline.scores.glue import SEPARATORS, is_glue
from pipeline.scores.masking import Candidate
from pipeline.scores.ratings import rating_after
from pipeline.scores.reading import TOTAL, Reading, add_score, name_of
from pipeline.wording import cues

_LEAST = 2
"""Lines with a number before its label from which they are a list."""
_PAIRS = 3
"""Bare numbers and labels in turn from which their ends tell which comes first."""
_LONGEST = 90
"""Letters of a line of a list at most."""
_OPENING = re.compile(r"[\s\-–—•*|()\[\].:]*")
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
            taken.add(index)
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
    start = 0
    above = last = ""
    for text in [*reading.mask.split("\n"), ""]:
        line = _line(reading, found, start, start + len(text))
        start += len(text) + 1
        if line is not None:
            above = above if run else last
            run.append(line)
        elif run:
            yield above, run, text
            run = []
        last = text


def _line(reading: Reading, found: Sequence[Candidate], start: int, end: int) -> _Line | None:
    """A line of a list; None for any other line."""
    if end - start > _LONGEST:
        return None
    own = [i for i, one in enumerate(found) if start <= one.number.start < end]
    labels = [m for m in reading.mentions if start <= m.start < end and m.label.item]
    if len(own) > 1 or len(labels) > 1:
        return None
    if not own:
        label = _label(reading, labels, start, end)
        return _Line(None, label) if label else None
    number = found[own[0]]
    if not _OPENING.fullmatch(reading.mask[start : number.number.start]):
        return None
    rest = reading.mask[number.end : end]
    if not SEPARATORS.sub("", cues("prose", "unit").sub("", rest)):
        return _Line(own[0], None)
    label = _label(reading, labels, number.end, end)
    return _Line(own[0], label) if label else None


def _label(
    reading: Reading, labels: Sequence[object], start: int, end: int
) -> _Label | None:  # fmt: skip
    """The one item that a part of a line names, and nothing else; a total's rating may follow."""
    text = reading.mask[start:end]
    own = [m for m in reading.mentions if start <= m.start < end and m.label.item]
    if labels and own:
        mention = own[0]
        before = _NUMBERED.sub("", text[: mention.start - start])
        behind = _BRACKETED.sub("", text[mention.end - start :])
        if SEPARATORS.sub("", cues("prose", "unit").sub("", before)) or not _ends(behind):
            return None
        assert mention.label.item is not None
        return _Label(
            mention.label.item, name_of(reading, mention), mention.score, mention.number,
            mention.stated,
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
) -> Iterator[tuple[int, _Label]]:
    """The numbers of a list whose values come first, each with its label; of none that a label
    which is not known may hang over, or one before that still ``waits`` for its number."""
    both = [line for line in lines if line.number is not None and line.label is not None]
    tokens = [part for line in lines for part in (line.number, line.label) if part is not None]
    if not tokens:
        return
    named = isinstance(tokens[0], _Label) or _may_name(above)
    if named and (isinstance(tokens[-1], int) or _SCORED.search(below)):
        return
    if len(both) >= _LEAST:
        for line in both:
            assert line.number is not None
            assert line.label is not None
            yield line.number, line.label
        return
    first, second = tokens[::2], tokens[1::2]
    in_turn = len(first) == len(second) >= _PAIRS and not _SCORED.search(below)
    if (
        in_turn
        and not waits
        and not _nearly_names(above)
        and all(isinstance(one, int) for one in first)
    ):
        for number, label in zip(first, second, strict=True):
            if isinstance(number, int) and isinstance(label, _Label):
                yield number, label


def _may_name(line: str) -> bool:
    """True for a line that may be the label of the number below it: words without a score."""
    return bool(SEPARATORS.sub("", line)) and not _SCORED.search(line)


def _nearly_names(line: str) -> bool:
    """True for what is nearly the name of an item, without a score."""
    return _may_name(line) and len(line) <= _LONGEST and match(line.strip()).score >= PLAUSIBLE
