"""Assessments that look like the ITA and are not: recognised so as not to be judged.

Recognition is by weighted words, one TOML file an assessment. It is conservative: a
single mention is not enough, words of the real assessment speak against, and a
close race names none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from pipeline.reference_file import STRICT, load, refuse
from pipeline.scheme import SCHEMES

LOOK_ALIKES = SCHEMES / "look_alikes"


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An assessment of another owner."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    name_th: str
    name_en: str
    why: str
    """Why the ten-indicator formula must not be applied."""
    limit: int
    """Sum of weights from which it is recognised."""
    needs: tuple[str, ...]
    """At least one of these must occur."""
    words: dict[str, int]
    """Weight of each word that occurs; negative ones speak against."""
    body: str = ""
    """Pattern of the beginning of names of bodies that only this assessment is of."""


def load_look_alikes(folder: Path = LOOK_ALIKES) -> tuple[LookAlike, ...]:
    """Every look-alike of a folder, by id. Raises `UsageError` naming file and key."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        one = load(path, LookAlike)
        if unknown := [word for word in one.needs if word not in one.words]:
            raise refuse(path, "needs", f"«{unknown[0]}» has no weight under words")
        found.append(one)
    return tuple(found)


@lru_cache(maxsize=1)
def look_alikes() -> tuple[LookAlike, ...]:
    """The look-alikes that come with the program."""
    return load_look_alikes()


def look_alike(text: str) -> str:
    """Id of the look-alike assessment that ``text`` is about, empty if none clearly is.

    Spaces inside Thai words do not matter; Latin abbreviations count as whole words only.
    """
    squeezed = re.sub(r"\s+", "", text)
    ranked = sorted(
        ((_weight(one, text, squeezed), one) for one in look_alikes()),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    if not ranked or ranked[0][0] < ranked[0][1].limit:
        return ""
    if len(ranked) > 1 and ranked[1][0] == ranked[0][0]:
        return ""
    return ranked[0][1].id


def look_alike_heading(heading: str) -> str:
    """Id of the look-alike that the heading of a table names as what its scores are of, empty
    where several or the real assessment are named: a heading has no words in passing."""
    squeezed = re.sub(r"\s+", "", heading)
    if any(_occurs(word, heading, squeezed) for word in ("ITA", "คุณธรรมและความโปร่งใส")):
        return ""
    found = [
        one.id
        for one in look_alikes()
        if any(_occurs(word, heading, squeezed) for word in one.needs)
        and not any(w < 0 and _occurs(word, heading, squeezed) for word, w in one.words.items())
    ]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=1 << 14)
def look_alike_body(name: str) -> str:
    """Id of the look-alike that alone is of bodies of such a name; empty for most."""
    squeezed = re.sub(r"\s+", "", name)
    found = (one.id for one in look_alikes() if one.body and re.match(one.body, squeezed))
    return next(found, "")


def _weight(one: LookAlike, text: str, squeezed: str) -> int:
    found = {word for word in one.words if _occurs(word, text, squeezed)}
    if not found.intersection(one.needs):
        return 0
    return sum(one.words[word] for word in found)


def _occurs(word: str, text: str, squeezed: str) -> bool:
    if not word.isascii():
        return word in squeezed
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return re.search(rf"(?<![A-Za-z]){pattern}(?![A-Za-z])", text, re.IGNORECASE) is not None
