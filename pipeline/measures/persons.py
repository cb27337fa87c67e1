"""Keep private persons out of the dataset: measures belong to units and positions.

Threat: plans name officials and citizens, with mobile numbers. What a title announces as
a name goes with its title; so do mobile numbers and citizens' numbers. A name without a
title cannot be told from other words and stays.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.measures.vocabulary import word_set, words
from pipeline.numbers import arabic

_NAME = r"[ก-ฮเ-ไ][ก-ฺเ-๎]*"
_LATIN = re.compile(r"(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?")
_MOBILE = re.compile(
    r"(?:โทร(?:ศัพท์)?\s*(?:มือถือ)?\s*(?:หมายเลข)?[.:\s]*|เบอร์(?:\s*โทร)?[.:\s]*|หมายเลข\s*"
    r"|(?<![\d,.]))(?:\+?66[-\s]?|0[-\s]?)[689](?:[-\s]?\d){8}(?![\d,])"
)
_CITIZEN = re.compile(r"(?<![\d-])\d[-\s]?\d{4}[-\s]?\d{5}[-\s]?\d{2}[-\s]?\d(?![\d-])")


@cache
def _person() -> re.Pattern[str]:
    titles = _any("titles")
    return re.compile(
        rf"(?:(?<![ก-๎.])|(?<=^)|{_behind()})(?P<title>{titles})(?!(?:{_any('offices')}))\s*(?:หญิง\s*)?"
        rf"(?P<given>{_NAME})(?:\s+(?P<noble>ณ\s*)?(?P<family>{_NAME}))?"
    )


@cache
def _courtesy() -> re.Pattern[str]:
    """คุณ before a given and a family name; it begins too many words to go by one alone."""
    return re.compile(
        rf"(?:(?<![ก-๎.])|{_behind()})คุณ\s?(?!\s*(?:{_any('courtesy')}))(?P<given>{_NAME})"
        rf"\s+(?P<noble>ณ\s*)?(?P<family>{_NAME})"
    )


def _any(kind: str) -> str:
    return "|".join(sorted(map(re.escape, word_set("persons", kind)), key=len, reverse=True))


def _behind() -> str:
    """Look-behinds for words to which the title of a person is set without a space."""
    return "|".join(f"(?<={re.escape(word)})" for word in sorted(word_set("persons", "before")))


def without_persons(text: str) -> str:
    """``text`` without persons' names and titles, mobile and citizens' numbers; offices stay
    (นายก อบต.)."""
    plain = _person().sub(_kept, _courtesy().sub(_kept, without_numbers(text)))
    return " ".join(_LATIN.sub("", plain).split())


def names_person(text: str) -> bool:
    """True where a title announces the name of a person."""
    return bool(_person().search(" ".join(text.split())))


def without_numbers(text: str) -> str:
    """``text`` without mobile numbers and citizens' numbers."""
    plain = arabic(text)
    spans = [hit.span() for pattern in (_MOBILE, _CITIZEN) for hit in pattern.finditer(plain)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return re.sub(r"\(\s*\)", "", text) if spans else text


def _kept(match: re.Match[str]) -> str:
    """What follows a given name is a family name, unless it names a unit or an office."""
    family = match.group("family") or ""
    return family if words("content", "unit").match(family) else ""


def names_removed(text: str) -> str:
    """A cell of units without persons: behind a person's title all goes up to the next unit or
    office, for a narrow column may have broken the name anywhere."""
    text = _courtesy().sub(_kept, without_numbers(text))
    result = ""
    position = 0
    while hit := _person().search(text, position):
        result += text[position : hit.start()]
        rest = text[hit.start("given") :]
        starts = [
            one.end() - len(one.group().lstrip()) for one in words("content", "unit").finditer(rest)
        ]
        office = next((at for at in starts if at == 0 or not _is_letter(rest[at - 1])), None)
        again = _person().search(rest)
        if office is None and again is None:
            position = len(text)
            break
        nearest = min(at for at in (office, again.start() if again else None) if at is not None)
        position = hit.start("given") + nearest
    return " ".join(_LATIN.sub("", result + text[position:]).split())


def _is_letter(char: str) -> bool:
    return bool(re.match(r"[ก-๎]", char))
