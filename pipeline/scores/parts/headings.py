"""Lines that name a body and nothing else but that an assessment is reported."""

from __future__ import annotations

import re

from pipeline.scores.prose.whose import SCORED
from pipeline.wording import cues

_LONGEST = 200
"""Characters; a longer line is no heading."""
_SCORE = re.compile(r"[\d๐-๙]\.[\d๐-๙]{2}")
_WORDS = re.compile(r"[A-Za-zก-๎\d๐-๙]")


def body_line(text: str) -> str:
    """The body that a heading names, if it says nothing else but that an assessment is reported
    and for which year: with its place, as printed."""
    from pipeline.agency import mentions

    if len(text) > _LONGEST or _SCORE.search(text):
        return ""
    found = [one for one in mentions(text) if one.kind in SCORED]
    if len(found) != 1:
        return ""
    before, after = text[: found[0].start], text[found[0].end :]
    if letters(cues("heading", "assessment").sub(" ", f"{before}\n{after}")):
        return ""
    end = found[0].end if _WORDS.search(after) else None
    return text[found[0].start : end].strip()


def letters(text: str) -> str:
    return re.sub(r"[^A-Za-zก-๎]", "", text)
