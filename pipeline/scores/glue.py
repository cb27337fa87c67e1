"""Words of having: what may stand between an item and its number."""

from __future__ import annotations

import re

from pipeline.wording import cues

SEPARATORS = re.compile(r"[\s:=\-–—.,;/()\[\]\"'“”*•|]+")
"""Punctuation between words."""
COMPARED = re.compile(r"จาก(?:เดิม)?|กว่า|เมื่อเทียบกับ|เทียบกับ")
"""Words behind which a year is only compared with."""


def is_glue(gap: str) -> bool:
    """True where a text holds nothing but words of having and punctuation."""
    return not beside_glue(gap)


def beside_glue(gap: str) -> str:
    """What is left of a text without words of having and punctuation."""
    return SEPARATORS.sub("", cues("prose", "glue").sub(" ", gap))


def last_cue(window: str, kind: str) -> re.Match[str] | None:
    """The last cue of a kind in a text."""
    found = None
    for hit in cues("prose", kind).finditer(window):
        found = hit
    return found


def cue_with_glue(window: str, kind: str) -> bool:
    """True where nothing but words of having follow one of the cues."""
    return any(is_glue(window[hit.end() :]) for hit in cues("prose", kind).finditer(window))


def without_glue_behind(text: str) -> str:
    """A line's text without the words of having at its end."""
    while True:
        stripped = (SEPARATORS.sub("", text[-1:]) and text) or text[:-1]
        for hit in cues("prose", "glue").finditer(stripped):
            if hit.end() == len(stripped) and hit.start() > 0:
                stripped = stripped[: hit.start()]
        if stripped == text:
            return text
        text = stripped
