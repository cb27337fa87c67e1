"""Find the words that say what kind of body follows, sound or damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.agency.known.kinds import BodyType, national_types, reference
from pipeline.agency.naming.squeeze import Squeezed
from pipeline.alternation import any_of

_THAI = re.compile("[ก-ฺเ-๎]")
_COMBINING = re.compile("[ะัา-ฺๅ-๎]")
_SHORT = 4
"""Words of up to so many letters, without a dot, are words only where one can begin."""
_LEADS = (
    "ของ",
    "ตาม",
    "โดย",
    "ใน",
    "และ",
    "จาก",
    "ที่",
    "กับ",
    "ให้",
    "จังหวัด",
    "นายก",
    "ปลัด",
    "รอง",
    "ด้วย",
    "ประกาศ",
    "คำสั่ง",
    "เนื่องจาก",
    "ซึ่ง",
    "ซึ่งเป็น",
    "สังกัด",
    "เรียน",
    "นี้",
    "นั้น",
    "ว่า",
    "เป็น",
    "คือ",
    "ได้แก่",
    "ทาง",
    "สำหรับ",
    "อนึ่ง",
)
_WAITING = frozenset("เแโใไ")
_OFFICE, _OFFICE_SHORT = "สำนักงาน", "สนง."
_SCHOOL_OF = ("สาธิต", "สาธิตแห่ง")
"""What stands between the word for a school and the university that it belongs to."""
_LONGEST_BEFORE = 20
"""Letters of a school's name in front of ``วิทยาลัย``."""
_TWO_EDITS = 15
"""Letters from which a type word is known with two of them misread; one in shorter ones."""


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word in a squeezed text."""

    start: int
    ends: tuple[int, ...]
    """Where the name behind it can begin: more than one where the damage leaves it open."""
    type: BodyType
    sound: bool


def find_type_words(squeezed: Squeezed) -> tuple[TypeWord, ...]:
    """Every type word, in order and without overlaps; sound words of local bodies win, then
    damaged ones, then the short words of other bodies that may stand inside them."""
    sound = tuple(_sound(squeezed))
    taken = bytearray(len(squeezed.text) + 1)
    found: list[TypeWord] = []
    local = (word for word in sound if word.type.damaged)
    others = (word for word in sound if not word.type.damaged)
    for words in (local, _damaged(squeezed, taken), others):
        for word in words:
            if any(taken[word.start : word.ends[-1]]):
                continue
            taken[word.start : word.ends[-1]] = b"\1" * (word.ends[-1] - word.start)
            found.append(word)
    ordered = sorted(found, key=lambda word: word.start)
    return tuple(
        word
        for before, word in zip((None, *ordered), ordered, strict=False)
        if not (before and _inside_name(squeezed, before, word))
    )


def _inside_name(squeezed: Squeezed, before: TypeWord, word: TypeWord) -> bool:
    """Whether the word for a college is a part of the name of a school: ``สวนกุหลาบวิทยาลัย``."""
    if before.type.kind != "school" or word.type.kind != "university":
        return False
    between = squeezed.text[before.ends[-1] : word.start]
    if between in _SCHOOL_OF:
        return True
    if squeezed.is_gap(word.start) or between.endswith(_LEADS):
        return False
    wrapped = before.ends[-1] < squeezed.next_gap(before.ends[-1]) < word.start
    if wrapped and squeezed.next_gap(before.ends[-1]) not in squeezed.wraps:
        return False
    return 0 < len(between) <= _LONGEST_BEFORE


@cache
def forms() -> tuple[re.Pattern[str], dict[str, BodyType]]:
    """Every printed form of a type word, longest first, and the type of each."""
    types: dict[str, BodyType] = {}
    for one in (*reference().type, *national_types()):
        for form in (one.word, *one.spellings):
            types.setdefault("".join(form.split()), one)
            if form.startswith(_OFFICE):
                types.setdefault("".join(form.split()).replace(_OFFICE, _OFFICE_SHORT, 1), one)
    return re.compile(any_of(types)), types


def _sound(squeezed: Squeezed) -> Iterator[TypeWord]:
    pattern, types = forms()
    for hit in pattern.finditer(squeezed.text):
        form = hit.group()
        if len(form) <= _SHORT and not _can_begin(
            squeezed, *hit.span(), dotted="." in form and not types[form].stands_apart
        ):
            continue
        if _is_inside_syllable(squeezed, hit.start()):
            continue
        if _COMBINING.match(squeezed.text, hit.end()) and not _stands_alone(form, types[form]):
            continue
        yield TypeWord(hit.start(), (hit.end(),), types[form], sound=True)


def _is_inside_syllable(squeezed: Squeezed, start: int) -> bool:
    """Whether a vowel stands right in front that waits for its consonant: ``เกิ่ง|อำเภอ``."""
    return squeezed.text[start - 1 : start] in _WAITING and not squeezed.is_gap(start)


def _stands_alone(form: str, body_type: BodyType) -> bool:
    """Whether a word is whole even where a stray sign follows it, of a name whose first letter
    was lost."""
    return body_type.damaged and (len(form) > _SHORT or form.endswith("."))


def _can_begin(squeezed: Squeezed, start: int, end: int, *, dotted: bool) -> bool:
    if squeezed.is_gap(start) or not _THAI.match(squeezed.text[start - 1]):
        return True
    if squeezed.next_gap(start) < end:
        return False
    if dotted:
        return not _COMBINING.match(squeezed.text, start)
    return squeezed.text.endswith(_LEADS, 0, start)


@cache
def _seeds() -> dict[str, tuple[tuple[BodyType, int], ...]]:
    """Pieces of damageable words, one of which survives any damage, with their offsets."""
    found: dict[str, tuple[tuple[BodyType, int], ...]] = {}
    for one in reference().type:
        if not one.damaged:
            continue
        parts = _bearable(one.word) + 1
        size = len(one.word) // parts
        for index in range(parts):
            start = index * size
            end = len(one.word) if index == parts - 1 else start + size
            piece = one.word[start:end]
            found[piece] = (*found.get(piece, ()), (one, start))
    return found


def _bearable(word: str) -> int:
    return 2 if len(word) >= _TWO_EDITS else 1


@cache
def _seed_pattern() -> re.Pattern[str]:
    return re.compile(
        "(?=(" + "|".join(sorted(map(re.escape, _seeds()), key=len, reverse=True)) + "))"
    )


def _damaged(squeezed: Squeezed, taken: bytearray) -> Iterator[TypeWord]:
    text = squeezed.text
    for hit in _seed_pattern().finditer(text):
        if taken[hit.start()]:
            continue
        for seed, candidates in _seeds().items():
            if not text.startswith(seed, hit.start()):
                continue
            for body_type, offset in candidates:
                word = _align(text, hit.start() - offset, body_type)
                if word:
                    yield word


def _align(text: str, near: int, body_type: BodyType) -> TypeWord | None:
    """The window about ``near`` that differs least from the type word, if it may be it."""
    from rapidfuzz.distance import Levenshtein

    word, bearable = body_type.word, _bearable(body_type.word)
    best, start, ends = bearable + 1, -1, [-1]
    for begin in range(max(0, near - bearable), max(0, near + bearable) + 1):
        for size in range(len(word) - bearable, len(word) + bearable + 1):
            if begin + size > len(text):
                break
            distance = Levenshtein.distance(text[begin : begin + size], word, score_cutoff=best)
            if distance < best:
                best, start, ends = distance, begin, [begin + size]
            elif distance == best <= bearable and begin == start:
                ends.append(begin + size)
    if best > bearable:
        return None
    ends.sort(key=lambda end: abs(end - start - len(word)))
    return TypeWord(start, tuple(ends), body_type, sound=best == 0)
