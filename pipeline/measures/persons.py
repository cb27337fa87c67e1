"""Keep private persons out of the dataset: measures belong to units and positions.

Threat: plans name officials and citizens, with mobile numbers. What a title announces as
a name goes with its title; so do mobile numbers and citizens' numbers. A name without a
title goes where lists of names know both its halves, and no dictionary the first one.

Names are taken out before the lines of a cell are joined: joining takes away the spaces by
which a title shows itself.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.measures.bare_names import without_bare_names, without_signed_names
from pipeline.measures.names import families, givens, is_word
from pipeline.measures.vocabulary import word_set, words
from pipeline.numbers import arabic

_NAME = r"[ก-ฮเ-ไ][ก-ฺเ-๎]*"
_LATIN = re.compile(r"(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?")
_MOBILE = re.compile(
    r"(?:โทร(?:ศัพท์)?\s*(?:มือถือ)?\s*(?:หมายเลข)?[.:\s]*|เบอร์(?:\s*โทร)?[.:\s]*|หมายเลข\s*"
    r"|(?<![\d,.]))(?:\+?66[-\s]?|0[-\s]?)[689](?:[-\s]?\d){8}(?![\d,])"
)
_SHORTEST = 3
"""Letters of the shortest family name that is looked for."""
_LONG = 4
"""Letters of an office from which it is told behind a line break, too."""
_EMPTY = re.compile(r"\(\s*\)")
_LEFT = re.compile(r"[ \t]*(?:โดย|ได้แก่|คือ|ชื่อ)[ \t:]*$", re.MULTILINE)
"""A word that announced a name, at the end of a line that lost it."""
_PAIR = re.compile(rf"(?<![ก-๎])(?P<given>{_NAME})(?=(?:\s+(?P<family>{_NAME}))?)")
_CITIZEN = re.compile(r"(?<![\d-])\d[-\s]?\d{4}[-\s]?\d{5}[-\s]?\d{2}[-\s]?\d(?![\d-])")


@cache
def _person() -> re.Pattern[str]:
    titles = _any("titles")
    return re.compile(
        rf"(?:(?<![ก-๎.])|(?<=^)|(?<=[.…][.…])|{_behind()})(?P<title>{titles})(?!(?:{_any('offices')}))(?!\s+(?:{_long()}))\s*(?:หญิง\s*)?"
        rf"(?P<given>[ก-ฮ]\.|{_NAME})(?:\s+(?P<noble>ณ\s*)?(?P<family>{_NAME}))?"
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


def _long() -> str:
    """Offices that a line break may part from their first half, and that are no names."""
    offices = {word for word in word_set("persons", "offices") if len(word) >= _LONG} - givens()
    return "|".join(map(re.escape, sorted(offices)))


def _behind() -> str:
    """Look-behinds for words to which the title of a person is set without a space."""
    return "|".join(f"(?<={re.escape(word)})" for word in sorted(word_set("persons", "before")))


def without_persons(text: str) -> str:
    """``text`` without persons' names and titles, mobile and citizens' numbers; offices stay
    (นายก อบต.)."""
    return " ".join(without_names(text).split())


def without_names(text: str) -> str:
    """``text`` without persons, as `without_persons`, its lines and spaces kept."""
    plain = without_numbers(text)
    whole = _broken_family().sub(_whole_family, _person().sub(_whole_given, plain))
    named = _without_listed(_person().sub(_kept, _courtesy().sub(_kept, whole)))
    named = without_signed_names(_LATIN.sub("", named))
    return named if named == whole else _LEFT.sub("", _EMPTY.sub("", named))


@cache
def _broken_family() -> re.Pattern[str]:
    """A family name and the piece behind it, which a narrow column may have broken off."""
    return re.compile(
        rf"(?P<before>(?:{_any('titles')})\s*{_NAME}\s+)(?P<family>{_NAME})\s+(?P<rest>{_NAME})"
    )


def _whole_family(match: re.Match[str]) -> str:
    family, rest = match.group("family"), match.group("rest")
    apart = family in families() or family + rest not in families()
    return match.group() if apart else match.group("before") + family + rest


def _whole_given(match: re.Match[str]) -> str:
    """A name whose given half a line break divided, with that break taken out."""
    given, family = match.group("given"), match.group("family") or ""
    between = match.string[match.end("given") : match.start("family")] if family else ""
    known = given in givens() or family in families()
    whole = given + family in givens()
    if family and ((whole and given not in givens()) or ("\n" in between and (whole or not known))):
        return match.string[match.start() : match.end("given")] + family
    return match.group()


def _without_listed(text: str) -> str:
    """``text`` without the given and family names that lists know; offices before them stay."""
    kept = ""
    position = 0
    for hit in _PAIR.finditer(text):
        given, family = hit.group("given"), hit.group("family") or ""
        start = _listed_from(given, family)
        if hit.start() < position or start is None:
            continue
        kept += text[position : hit.start("given") + start]
        named = len(_family_at(family))
        position = hit.start("family") + named if named else hit.end("given")
    return kept + text[position:]


def _listed_from(given: str, family: str) -> int | None:
    """Where a given name begins in a piece of text before a family name; None where none does."""
    if given.startswith("คุณ") and _is_certain(given.removeprefix("คุณ")):
        return 0
    if not _family_at(family):
        return None
    if _is_certain(given):
        return 0
    for office in word_set("persons", "bearers"):
        if given.startswith(office) and given.removeprefix(office) in givens():
            return len(office)
    return next(
        (
            len(word)
            for word in word_set("persons", "before")
            if given.startswith(word) and _is_certain(given.removeprefix(word))
        ),
        None,
    )


def _family_at(piece: str) -> str:
    """The family name that a piece of text begins with; words may be set to it without a space."""
    ends = range(len(piece), _SHORTEST - 1, -1)
    return next((piece[:end] for end in ends if piece[:end] in families()), "")


def _is_certain(given: str) -> bool:
    """True for a given name that is no other word."""
    return given in givens() and not is_word(given)


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
    """What follows a given name is a family name, unless it names a unit or an office; what the
    bearer does may be set to it without a space."""
    family = match.group("family") or ""
    if words("content", "unit").match(family):
        return family
    return family[len(_before_deed(family)) :]


def _before_deed(family: str) -> str:
    """A family name without the words of what its bearer does."""
    for at in range(_SHORTEST, len(family)):
        if any(family.startswith(deed, at) for deed in word_set("persons", "deeds")):
            return family[:at]
    return family


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
    named = _without_listed(result + text[position:])
    named = without_bare_names(without_signed_names(_LATIN.sub("", named)))
    whole = _EMPTY.sub("", named)
    whole = re.sub(r"\(\s*$", "", " ".join(whole.split())).rstrip()
    return whole if whole == " ".join(text.split()) else _LEFT.sub("", whole)


def ends_in_name(text: str) -> bool:
    """True for a text that ends with a person's name, so that the name may go on elsewhere."""
    whole = " ".join(text.split())
    return any(hit.end() == len(whole) for hit in _person().finditer(whole))


def without_rest_of_name(text: str) -> str:
    """The rest of a cell whose beginning ended with a name: what stands from the first unit on."""
    starts = (hit.start() for hit in words("content", "unit").finditer(text))
    return next((text[at:] for at in starts), "")


def _is_letter(char: str) -> bool:
    return bool(re.match(r"[ก-๎]", char))
