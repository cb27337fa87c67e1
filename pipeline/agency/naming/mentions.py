"""Find the bodies that a text mentions, with the place that is printed behind each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from pipeline.agency.known.gazetteer import BANGKOK, gazetteer
from pipeline.agency.known.kinds import called, main_type
from pipeline.agency.known.lists import Lists
from pipeline.agency.naming.apart import rest_of_name
from pipeline.agency.naming.former import with_former_names
from pipeline.agency.naming.location import NAME_LETTERS, Location, next_place_word, read_location
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.names import goes_on, read_name
from pipeline.agency.naming.parts import part_behind
from pipeline.agency.naming.squeeze import Squeezed, squeeze
from pipeline.agency.naming.typewords import TypeWord, find_type_words

_BEFORE = 24
"""Letters in front of a mention that can say what it is about."""
_AFTER = 40
"""Letters behind it that can, or that go on with its name in another line."""


@lru_cache(maxsize=1024)
def _words_of(text: str) -> tuple[Squeezed, tuple[TypeWord, ...]]:
    """A text squeezed, and its type words; several readers ask for the same lines."""
    squeezed = squeeze(text)
    return squeezed, find_type_words(squeezed)


def mentions(text: str, lists: Lists | None = None, *, in_prose: bool = True) -> list[Mention]:
    """Every body that ``text`` mentions by name, in order.

    ``in_prose`` is false for a text that holds nothing but bodies, as a cell of a table.

    A province or district that only says where another body lies is no mention of its own.
    """
    lists = lists or Lists(gazetteer())
    squeezed, words = _words_of(text)
    starts = [word.start for word in words]
    found: list[Mention] = []
    taken = 0
    college: Mention | None = None
    for word in words:
        if word.start < taken or not word.type.standing:
            continue
        behind = bisect_right(starts, word.ends[-1] + 1)
        limit = starts[behind] if behind < len(starts) else len(squeezed.text)
        mention, end = _read(squeezed, word, limit, lists, in_prose=in_prose)
        if mention is None:
            continue
        if _is_college_of(squeezed, mention, words[behind : behind + 1]):
            college = mention
            continue
        if college and not mention.part:
            mention = replace(mention, start=college.start, part=college.printed)
        college = None
        taken = end
        found.append(mention)
    return with_former_names(text, found, lists)


def _is_college_of(squeezed: Squeezed, mention: Mention, behind: tuple[TypeWord, ...]) -> bool:
    """Whether a college stands right in front of the university that it is a part of."""
    if not behind or mention.kind != "university" or mention.type.word != _COLLEGE:
        return False
    (whole,) = behind
    in_front = squeezed.origin(whole.start - 1) + 1 == mention.end
    apart = whole.start in squeezed.breaks
    return in_front and not apart and whole.type.word.startswith(_UNIVERSITY)


_COLLEGE, _UNIVERSITY = "วิทยาลัย", "มหาวิทยาลัย"


def _read(
    squeezed: Squeezed, word: TypeWord, limit: int, lists: Lists, *, in_prose: bool
) -> tuple[Mention | None, int]:
    """The mention that a type word begins, and where it ends in the squeezed text."""
    word = _of_longer_name(squeezed, word, lists)
    if word.type.names == "none":
        if word.type.word == BANGKOK and _IN_DISTRICT.search(squeezed.text[: word.start]):
            return None, word.ends[0]
        name, _ = called(word.type, "")
        end = word.ends[0]
        part, end = part_behind(squeezed, end, word.type, lists.gazetteer)
        behind = read_location(squeezed, end, lists.gazetteer).end
        location = Location(word.type.district, word.type.province, "", end, behind)
        mention = _mention(squeezed, word, end, name, location, known=True, clean=True)
        return replace(mention, part=part), behind
    readings = [
        (end, reading)
        for end in word.ends
        if (reading := read_name(squeezed, end, limit, word.type, lists, in_prose=in_prose))
    ]
    if not readings:
        return None, word.ends[0]
    _, reading = max(readings, key=lambda pair: pair[1].rank)
    location = reading.location
    if not location and word.type.names == "free":
        location = _behind_brackets(squeezed, reading.end, lists)
    mention = _mention(
        squeezed, word, reading.end, reading.name, location,
        known=reading.known, clean=reading.clean,
    )  # fmt: skip
    if not location:
        part, end = part_behind(squeezed, reading.end, word.type, lists.gazetteer)
        return _with_part(squeezed, mention, part, end), end
    return mention, max(reading.end, location.end)


_IN_DISTRICT = re.compile(r"(?<!สำนักงาน)(?<!พื้นที่)เขต[ก-ฮเ-ไ][ก-๎]{2,14}$")
"""A district in front of the capital: then it says where that lies."""


def _of_longer_name(squeezed: Squeezed, word: TypeWord, lists: Lists) -> TypeWord:
    """The word for a kind of body where the name of one that the country has once is but the
    beginning of another's name."""
    main = main_type(word.type.kind) if word.type.national else None
    begins = main is not None and squeezed.text.startswith(main.word, word.start)
    if main is None or not begins:
        return word
    rest = rest_of_name(squeezed, word.ends[0], main, lists.gazetteer) > word.ends[0]
    if not (rest or (main.after_district and _runs_on(squeezed, word.ends[0]))):
        return word
    return TypeWord(word.start, (word.start + len(main.word),), main, word.sound)


def _runs_on(squeezed: Squeezed, end: int) -> bool:
    """Whether other letters than a place or words that go on with a sentence stand right behind a
    name: it is but the beginning of another one."""
    text = squeezed.text
    if end >= len(text) or squeezed.is_gap(end) or not NAME_LETTERS.match(text[end]):
        return False
    return not goes_on(text[end:]) and next_place_word(squeezed, end, end + 8) != end


def _with_part(squeezed: Squeezed, mention: Mention, part: str, end: int) -> Mention:
    """The mention with the part that ends at ``end``."""
    if not part:
        return mention
    return replace(
        mention,
        part=part,
        end=squeezed.origin(end - 1) + 1,
        after=squeezed.text[end:][:_AFTER],
        next_word=squeezed.text[end : squeezed.next_gap(end)],
    )


_BRACKETS = re.compile(r"\([^()]{2,40}\)")


def _behind_brackets(squeezed: Squeezed, end: int, lists: Lists) -> Location:
    """The place behind a name, or behind another name of the body in brackets."""
    location = read_location(squeezed, end, lists.gazetteer)
    brackets = None if location else _BRACKETS.match(squeezed.text, end)
    return read_location(squeezed, brackets.end(), lists.gazetteer) if brackets else location


def _mention(
    squeezed: Squeezed,
    word: TypeWord,
    end: int,
    name: str,
    location: Location,
    *,
    known: bool,
    clean: bool,
) -> Mention:
    behind = max(end, location.end)
    return Mention(
        start=squeezed.origin(word.start),
        end=squeezed.origin(behind - 1) + 1,
        type=word.type,
        printed=squeezed.text[word.start : end],
        name=name,
        location=location,
        known=known,
        clean=clean,
        before=squeezed.text[max(0, word.start - _BEFORE) : word.start],
        after=squeezed.text[behind:][:_AFTER],
        next_word=squeezed.text[behind : squeezed.next_gap(behind)],
    )
