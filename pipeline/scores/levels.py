"""Ratings in words, such as ``ต้องปรับปรุงโดยด่วน``, broken over lines or with damaged marks."""

from __future__ import annotations

import re
from functools import cache

from pipeline.wording import cues, listed, phrase

_MARKS = "[\\sะ-ฺเ-๎\ufffd]*"
"""Vowels and marks, which readers of fonts lose or take for others, and breaks."""
_GAP = r"\s*"
_NOT_CONSONANT = re.compile("[^ก-ฮ]")
_LONG = 8
"""Consonants from which a level is known by them alone."""
_AHEAD = 4
"""Letters of what a longer level adds, behind which a shorter one is not meant."""


@cache
def rating_words() -> str:
    """The pattern of a level or band, the longest first."""
    phrases = {"".join(words.split()): words for words in listed("rating", "level")}
    names = sorted(phrases, key=len, reverse=True)
    levels = [_pattern(name, phrases[name], names) for name in names]
    return "|".join((*levels, cues("rating", "band").pattern))


def _pattern(name: str, words: str, names: list[str]) -> str:
    bones = _NOT_CONSONANT.sub("", name)
    letters = _MARKS.join(bones) if len(bones) >= _LONG else phrase(words).replace("า", "[าำ]")
    more = {other[len(name) :][:_AHEAD] for other in names if other.startswith(name)} - {""}
    return letters + "".join(f"(?!{_GAP}{_GAP.join(part)})" for part in sorted(more))


def level_name(printed: str) -> str:
    """A printed level as it is spelt, any other rating without its spaces."""
    text = "".join(printed.split())
    bones = _NOT_CONSONANT.sub("", text)
    known = ("".join(name.split()) for name in listed("rating", "level"))
    return next((name for name in known if bones and _NOT_CONSONANT.sub("", name) == bones), text)
