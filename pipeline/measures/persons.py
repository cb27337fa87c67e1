"""Keep names of persons out of the dataset: measures belong to units and positions."""

from __future__ import annotations

import re
from functools import cache

from pipeline.measures.vocabulary import word_set, words

_NAME = r"[ก-ฮเ-ไ][ก-ฺเ-๎]*"


@cache
def _person() -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, word_set("persons", "titles")), key=len, reverse=True))
    offices = "|".join(map(re.escape, sorted(word_set("persons", "offices"))))
    return re.compile(
        rf"(?<![ก-๎])(?:{titles})(?!(?:{offices}))\s*(?P<given>{_NAME})(?:\s+(?P<family>{_NAME}))?"
    )


def without_persons(text: str) -> str:
    """``text`` without the names of persons and their titles; offices stay (นายก อบต.)."""
    return " ".join(_person().sub(_kept, text).split())


def _kept(match: re.Match[str]) -> str:
    """What follows a given name is a family name, unless it names a unit or an office."""
    family = match.group("family") or ""
    return family if words("content", "unit").match(family) else ""
