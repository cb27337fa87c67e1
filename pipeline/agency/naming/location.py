"""Read the place printed behind a name: ``ต.… อ.เมือง จ.ชัยภูมิ``, long, short, or run together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.agency.known.gazetteer import BANGKOK, Gazetteer
from pipeline.agency.known.kinds import alternatives, reference
from pipeline.agency.known.spelling import Names, key, nearest
from pipeline.agency.naming.squeeze import Squeezed

NAME_LETTERS = re.compile("[ก-ฺเ-๎]")
_COMBINING = re.compile("[ะัา-ฺๅ-๎]")
_LEADING = frozenset("เแโใไ")
_CAPITAL = re.compile(rf"{BANGKOK}|กทม\.|กรุงเทพฯ")
_BETWEEN = re.compile(r"[,(/:–-]*")
_LONGEST = 24
"""Letters of the longest name of a place."""
_SHORT = 12
"""Letters up to which a run is one name, even if a shorter one that a list holds begins it."""
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
    first_end: int = 0
    """Where its first part ends."""

    def __bool__(self) -> bool:
        return bool(self.district or self.province)


@cache
def place_words() -> dict[str, re.Pattern[str]]:
    """The words in front of the parts of a place."""
    words = reference().words
    return {
        "tambon": alternatives(words.tambon, anywhere=True),
        "district": alternatives(words.district + words.bangkok_district, anywhere=True),
        "province": alternatives(words.province, anywhere=True),
    }


@cache
def any_place_word() -> re.Pattern[str]:
    """A word in front of any part of a place, or Bangkok's name."""
    words = reference().words
    return alternatives((*words.tambon, *words.district, *words.province, BANGKOK))


@cache
def _any_place_word_anywhere() -> re.Pattern[str]:
    words = reference().words
    return alternatives((*words.tambon, *words.district, *words.province, BANGKOK), anywhere=True)


@cache
def _longer_words() -> re.Pattern[str]:
    """Words for bodies that begin like a word in front of a part of a place: ``แขวงทางหลวง``."""
    words = reference().words
    places = (*words.tambon, *words.district, *words.bangkok_district, *words.province)
    listed = {
        form for one in reference().type for form in (one.word, *one.spellings)
        if form.startswith(places) and form not in places
    }  # fmt: skip
    return re.compile("|".join(sorted(map(re.escape, listed), key=len, reverse=True)))


def _can_begin(squeezed: Squeezed, position: int) -> bool:
    """Whether a word can begin there: not behind a vowel that waits for its consonant, unless
    the page has a space there, the consonant being lost."""
    text = squeezed.text
    return position == 0 or text[position - 1] not in _LEADING or squeezed.is_gap(position)


def next_place_word(squeezed: Squeezed, start: int, end: int) -> int | None:
    """Where the first word in front of a part of a place begins between two positions."""
    hit = _any_place_word_anywhere().search(squeezed.text, start, end)
    while hit and not _can_begin(squeezed, hit.start()):
        hit = _any_place_word_anywhere().search(squeezed.text, hit.start() + 1, end)
    return hit.start() if hit else None


@lru_cache(maxsize=4)
def names_with_place_words(names: Names) -> tuple[str, ...]:
    """The names inside which such a word stands, as สามตำบล."""
    anywhere = _any_place_word_anywhere()
    return tuple(name for name in names.keys if anywhere.search(name, 2))


def has_place_word(text: str) -> bool:
    """Whether a word that can stand in front of a part of a place occurs anywhere."""
    return any(word.search(text) for word in place_words().values())


def read_location(squeezed: Squeezed, start: int, gazetteer: Gazetteer) -> Location:
    """The place printed at ``start``; empty if there is none."""
    text = squeezed.text
    parts = {"tambon": "", "district": "", "province": ""}
    position = end = start
    first_end = 0
    for level, pattern in place_words().items():
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        if level == "province" and (capital := _CAPITAL.match(text, position)):
            parts[level], end = BANGKOK, capital.end()
            first_end = first_end or end
            break
        hit = pattern.match(text, position)
        if not hit or not _can_begin(squeezed, position):
            continue
        if _longer_words().match(text, position):
            break
        known = {
            "tambon": frozenset[str](),
            "district": gazetteer.district_names,
            "province": gazetteer.province_names,
        }[level]
        stop = _read_name(squeezed, hit.end(), known)
        if stop > hit.end():
            parts[level] = text[hit.end() : stop]
            position = end = stop
            first_end = first_end or end
    return Location(parts["district"], parts["province"], parts["tambon"], start, end, first_end)


def _read_name(squeezed: Squeezed, start: int, known: frozenset[str]) -> int:
    """Where the name that begins at ``start`` ends; ``start`` itself if none does.

    The longest listed name, else the letters up to the next space or place word if they
    may be a misspelt one, or if another part of the place follows them.
    """
    text = squeezed.text
    limit = start
    while limit < min(len(text), start + _LONGEST) and (
        NAME_LETTERS.match(text[limit]) or (text[limit] == "-" and limit > start)
    ):
        limit += 1
    next_word = next_place_word(squeezed, start + 2, limit + 6)
    limit = min(limit, next_word) if next_word is not None else limit
    token = min(limit, squeezed.next_gap(start))
    listed = max(
        (
            end
            for end in range(start + 2, limit + 1)
            if key(text[start:end]) in known
            and not _COMBINING.match(text, end)
            and (end - start >= _SURE or end == limit or squeezed.is_gap(end))
        ),
        default=start,
    )
    if start < listed < token and nearest(key(text[start:token]), known):
        return token
    if listed > start and (listed >= token or token - start > _SHORT or listed - start >= _SURE):
        return listed
    ends: tuple[int, ...] = (token, *range(token - 1, start + _SURE, -1))
    for end in ends:
        if nearest(key(text[start:end]), known):
            return end
    place_follows = next_word is not None and token == next_word
    return token if place_follows or not known else start
