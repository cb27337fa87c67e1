"""Whose score a number of running text is, where a sentence compares several bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.scores.masking import Candidate

_HAS = re.compile(r"\s*(?:มี|ได้)")
"""A province is a body of its own where it has a score; else it is only a place."""
SCORED = frozenset({"pao", "city", "town", "subdistrict-municipality", "sao", "special"})
"""Kinds that reports compare with each other; offices named in passing are none of them."""


def bodies_of(text: str, found: Sequence[Candidate]) -> dict[int, str]:
    """The body last named before each number, as printed, by the number's offset.

    Empty where none has been named; whether it is the report's own body is told later,
    when all spellings of its name are known.
    """
    from pipeline.agency import mentions

    named = [
        mention
        for mention in mentions(text)
        if (mention.kind in SCORED and (mention.known or mention.location))
        or (mention.kind == "province" and _HAS.match(text, mention.end))
    ]
    result: dict[int, str] = {}
    for candidate in found:
        start = candidate.number.start
        before = [mention.printed for mention in named if mention.end <= start]
        result[start] = before[-1] if before else ""
    return result
