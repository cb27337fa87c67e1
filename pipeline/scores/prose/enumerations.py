"""Several items named together: "IIT, EIT และ OIT ได้คะแนน … ตามลำดับ"."""

from __future__ import annotations

import re

from pipeline.labels import Mention
from pipeline.scores.glue import SEPARATORS, is_glue
from pipeline.scores.prose.columns import values_first
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.reading import Reading, add_score, name_of
from pipeline.wording import cues


def read_values_first(reading: Reading, found: tuple[Candidate, ...]) -> set[int]:
    """Read runs of values that stand before their labels; the numbers taken, by index."""
    labelled = values_first(reading.mask, found, reading.mentions)
    for index, mention in labelled.items():
        assert mention.label.item is not None
        add_score(
            reading, found[index], mention.label.item, name_of(reading, mention), mention.score
        )
    return set(labelled)


def read_sequences(reading: Reading, found: tuple[Candidate, ...]) -> set[int]:
    """Read "A, B และ C ได้คะแนน x, y และ z ตามลำดับ"; the numbers it takes, by index.

    Numbers behind an enumeration that does not come out even are taken and left unread.
    """
    taken: set[int] = set()
    for first, candidate in enumerate(found):
        if first in taken:
            continue
        boundary = found[first - 1].end if first else 0
        group = _enumeration(reading, boundary, candidate.number.start)
        if len(group) < 2:
            continue
        last = first
        while last + 1 < len(found) and is_list_gap(
            reading.mask[found[last].end : found[last + 1].number.start]
        ):
            last += 1
        taken.update(range(first, last + 1))
        tail = reading.mask[found[last].end : found[last].end + 30]
        if last - first + 1 == len(group) and cues("prose", "in_order").search(tail):
            for mention, member in zip(group, found[first : last + 1], strict=True):
                assert mention.label.item is not None
                add_score(
                    reading, member, mention.label.item, name_of(reading, mention), mention.score
                )
    return taken


def is_list_gap(gap: str) -> bool:
    """True for what stands between two values of one list."""
    return not re.sub(r"และ|คะแนน|ร้อยละ|[\s,/%]", "", gap)


def _enumeration(reading: Reading, start: int, end: int) -> list[Mention]:
    """The items named together right before a number; a name and its acronym are one."""
    inside = [m for m in reading.mentions if start < m.end <= end]
    if not inside or not is_glue(reading.mask[inside[-1].end : end]):
        return []
    group = [inside[-1]]
    for mention in reversed(inside[:-1]):
        if not _joins(reading.mask[mention.end : group[0].start]):
            break
        if mention.label is group[0].label:
            group[0] = mention
        else:
            group.insert(0, mention)
    types = {m.label.item.item_type if m.label.item else "" for m in group}
    return group if len(types) == 1 and "" not in types else []


def single(reading: Reading, mention: Mention, start: int) -> Mention | None:
    """``mention``, or the item it belongs to where an acronym stands behind a name; None
    where other items stand in one enumeration with it."""
    before = [m for m in reading.mentions if start <= m.start < mention.start]
    if not before or before[-1].label is mention.label:
        return mention
    previous = before[-1]
    if not _joins(reading.mask[previous.end : mention.start]):
        return mention
    kinds = [m.label.item.item_type if m.label.item else "" for m in (previous, mention)]
    if kinds == ["instrument", "indicator"]:
        return mention
    if kinds == ["indicator", "instrument"]:
        return previous
    return None


def _joins(gap: str) -> bool:
    """True where two labels are members of one enumeration."""
    return "\n" not in gap and not SEPARATORS.sub("", cues("prose", "between_labels").sub("", gap))
