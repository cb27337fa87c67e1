"""Former names: a body named right behind the one that it became, and the place behind both."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pipeline.agency.known.kinds import LOCAL, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.naming.location import Location, read_location
from pipeline.agency.naming.squeeze import squeeze

if TYPE_CHECKING:
    from pipeline.agency.naming.named import Mention

_NEAR = 60
"""Letters between two names within which one can be said to be the former of the other."""


def with_former_names(text: str, found: list[Mention], lists: Lists) -> list[Mention]:
    """The mentions, with those marked that are the former name of the one in front of them, whose
    own place stands behind it: ``เทศบาลตำบลก (เดิม อบต.ข) อำเภอค``."""
    if not _cue().search(text):
        return found
    told = list(found)
    for index in range(1, len(told)):
        new, old = told[index - 1], told[index]
        if not _is_former(text, new, old):
            continue
        told[index] = replace(old, past=True)
        if not new.location and (place := old.location or _behind_bracket(text, old, lists)):
            told[index - 1] = replace(new, location=place)
            told[index] = replace(told[index], location=place)
    return told


def _is_former(text: str, new: Mention, old: Mention) -> bool:
    if old.start - new.end > _NEAR or not (new.type.names in LOCAL or new.kind == old.kind):
        return False
    between = squeeze(text[new.end : old.start]).text.strip(" :()[]-–,")
    words = reference().succession
    behind = squeeze(text[old.end : old.end + _NEAR]).text
    if between in (
        *words.beside,
        *words.was,
        *words.out_of,
        *(one.strip("(") for one in words.was),
    ):
        return not behind.startswith(words.into)
    return (
        not between and text[: old.start].rstrip().endswith("(") and behind.startswith(words.former)
    )


def _behind_bracket(text: str, old: Mention, lists: Lists) -> Location | None:
    """The place behind the bracket that the former name stands in."""
    squeezed = squeeze(text[old.end :])
    bracket = _BRACKET.match(squeezed.text)
    location = read_location(squeezed, bracket.end(), lists.gazetteer) if bracket else None
    return location or None


_BRACKET = re.compile(r"[^()]{0,12}[)\]]")


@cache
def _cue() -> re.Pattern[str]:
    words = reference().succession
    cues = {one.strip("(") for one in (*words.beside, *words.was, *words.out_of)} | {"เดิม"}
    return re.compile("|".join(sorted(map(re.escape, cues), key=len, reverse=True)))
