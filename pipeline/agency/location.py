"""Read the place printed behind a name: ``ต.… อ.เมือง จ.ชัยภูมิ``, long, short, or run together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.agency.gazetteer import BANGKOK, Gazetteer
from pipeline.agency.kinds import alternatives, reference
from pipeline.agency.spelling import key, nearest
from pipeline.agency.squeeze import Squeezed

NAME_LETTERS = re.compile("[ก-ฺเ-๎]")
_BETWEEN = re.compile(r"[,(/:–-]*")
_LONGEST = 24
"""Letters of the longest name of a place."""
_SURE = 4
"""Letters from which the name of a place is taken for it with more letters behind."""


@dataclass(frozen=True, slots=True)
class Location:
    """A printed place; parts that are not printed are empty."""

    district: str = ""
    province: str = ""
    tambon: str = ""
    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        return bool(self.district or self.province)


@cache
def place_words() -> dict[str, re.Pattern[str]]:
    """The words in front of the parts of a place."""
    words = reference().words
    return {
        "tambon": alternatives(words.tambon),
        "district": alternatives(words.district + words.bangkok_district),
        "province": alternatives(words.province),
    }


@cache
def any_place_word() -> re.Pattern[str]:
    """A word in front of any part of a place, or Bangkok's name."""
    words = reference().words
    return alternatives((*words.tambon, *words.district, *words.province, BANGKOK))


def read_location(squeezed: Squeezed, start: int, gazetteer: Gazetteer) -> Location:
    """The place printed at ``start``; empty if there is none."""
    text = squeezed.text
    parts = {"tambon": "", "district": "", "province": ""}
    position = end = start
    for level, pattern in place_words().items():
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        if level == "province" and text.startswith(BANGKOK, position):
            parts[level], end = BANGKOK, position + len(BANGKOK)
            break
        hit = pattern.match(text, position)
        if not hit:
            continue
        known = {
            "tambon": frozenset[str](),
            "district": gazetteer.district_names,
            "province": gazetteer.province_names,
        }[level]
        stop = _read_name(squeezed, hit.end(), known)
        if stop > hit.end():
            parts[level] = text[hit.end() : stop]
            position = end = stop
    return Location(parts["district"], parts["province"], parts["tambon"], start, end)


def _read_name(squeezed: Squeezed, start: int, known: frozenset[str]) -> int:
    """Where the name that begins at ``start`` ends; the longest known one, else up to a gap."""
    text = squeezed.text
    limit = start
    while limit < min(len(text), start + _LONGEST) and (
        NAME_LETTERS.match(text[limit]) or (text[limit] == "-" and limit > start)
    ):
        limit += 1
    next_word = any_place_word().search(text, start + 2, limit + 6)
    if next_word:
        limit = min(limit, next_word.start())
    token = min(limit, squeezed.next_gap(start)) if limit > start else start
    best = 0
    for end in range(start + 2, limit + 1):
        if text[start:end] in known or key(text[start:end]) in known:
            clean = end in (limit, token) or squeezed.is_gap(end) or end - start >= _SURE
            best = end if clean and not _continues(text, end) else best
    if best:
        if best < token and token - start <= _LONGEST // 2 and best - start < token - best:
            return token
        return best
    for end in range(token, start + _SURE, -1):
        if len(nearest(key(text[start:end]), known)) == 1:
            return end
    return token


def _continues(text: str, end: int) -> bool:
    """Whether the letter at ``end`` is a vowel or tone that belongs to the letter before."""
    return end < len(text) and bool(re.match("[ะัา-ฺๅ-๎]", text[end]))
