"""Columns of bare labels and bare numbers in running text, as OCR reads charts and cards.

Labels and numbers alternate, and either may come first. Which it is shows only at
the ends of the run: one that begins with a number and ends with a label has its
values before their labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.labels import PLAUSIBLE, Mention, match
from pipeline.numbers import parse_number
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.tables.cells import read_value
from pipeline.wording import cues

_PAIRS = 3
"""Pairs from which a run tells which of its ends comes first."""
_NAME = 80
"""Characters that an item's name may have."""
_LETTER = re.compile(r"[A-Za-zก-ฮ]")
_NUMBER_BEHIND = re.compile(r"[^\n]{0,60}?\d")
"""Behind the last label of a run: a number on its line, which is that label's own."""
_BARE_TOTAL = re.compile(r"(?<![ก-๛A-Za-z])(?:รวม|ITA)(?![ก-๛A-Za-z])")
_SCORED = re.compile(r"\d{1,3}\.\d")
_PUNCTUATION = re.compile(r"[\s:=\-–—.,;/()\[\]\"'•*|%]+")


def is_bare(text: str) -> bool:
    """True for a line that is only an item's label, or only a score."""
    stripped = text.strip()
    if not stripped or len(stripped) > 80:
        return False
    if parse_number(stripped) is not None or read_value(stripped) is not None:
        return True
    return match(stripped).item is not None


def values_first(
    mask: str, found: Sequence[Candidate], mentions: Sequence[Mention]
) -> dict[int, Mention]:
    """For runs in which each value stands before its label: the label of each candidate,
    by the candidate's index. A run behind a label that is still without a number is none."""
    tokens: list[tuple[int, int, int | Mention]] = [
        (candidate.number.start, candidate.end, index) for index, candidate in enumerate(found)
    ]
    named = [m for m in mentions if m.label.item is not None]
    tokens += [(m.start, m.end, m) for m in (*named, *_totals(mask, named))]
    tokens.sort(key=lambda token: token[0])
    result: dict[int, Mention] = {}
    run: list[tuple[int, int, int | Mention]] = []
    orphan = False
    for token in [*tokens, None]:
        if token is not None and run and _follows(mask, run[-1], token):
            run.append(token)
            continue
        if not orphan:
            result |= _backward(mask, run)
        orphan = bool(run) and isinstance(run[-1][2], Mention)
        run = [token] if token is not None else []
    return result


def _totals(mask: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The names of the total behind those of items, which are mentions of it in a run."""
    label = match("คะแนนรวม").label
    if label is None or not mentions:
        return
    taken = [(one.start, one.end) for one in mentions]
    for pattern in (cues("prose", "strong_total"), _BARE_TOTAL):
        for hit in pattern.finditer(mask, mentions[0].end):
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                yield Mention(hit.start(), hit.end(), label, 100.0)


def _follows(
    mask: str, before: tuple[int, int, int | Mention], token: tuple[int, int, int | Mention]
) -> bool:
    """True where a label and a number alternate with nothing but units between."""
    if isinstance(before[2], int) == isinstance(token[2], int):
        return False
    gap = cues("prose", "unit").sub("", mask[before[1] : token[0]])
    gap = cues("prose", "percent").sub("", gap)
    return not _PUNCTUATION.sub("", gap)


def _follows_a_name(before: str, upto: str) -> bool:
    """True where words stand before the first number on its line, or where the line above is
    nearly an item's name, without a score before it: a label that was not recognised, whose number
    this may be."""
    line = upto.rpartition("\n")[2]
    if _LETTER.search(line):
        return True
    above = before.rpartition("\n")[2].strip()
    if not above or len(above) > _NAME or _SCORED.match(above):
        return False
    return match(above).score >= PLAUSIBLE


def _backward(mask: str, run: list[tuple[int, int, int | Mention]]) -> dict[int, Mention]:
    if len(run) < 2 * _PAIRS or len(run) % 2 or not isinstance(run[0][2], int):
        return {}
    before = mask[: run[0][0]].rstrip()
    if any(hit.end() == len(before) for hit in cues("prose", "strong_total").finditer(before)):
        return {}
    if _follows_a_name(before, mask[: run[0][0]]) or _NUMBER_BEHIND.match(mask, run[-1][1]):
        return {}
    pairs = zip(run[::2], run[1::2], strict=True)
    return {
        number[2]: label[2]
        for number, label in pairs
        if isinstance(number[2], int) and isinstance(label[2], Mention)
    }
