"""A cell that holds both who answers for a measure and when it is done."""

from __future__ import annotations

import re

from pipeline.measures.columns import is_period
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_RANGE = re.compile(r"\d\s*[-–]\s*$")
"""Behind it only the end of a period stands."""
_EDGES = " \n\t,;:/()[]–-"


def split_frame(text: str) -> tuple[str, str]:
    """The unit and the period of a cell; the whole is the unit where no period shows.

    The period starts at the first word of a time that makes one together with all behind
    it, or stands before the first unit.
    """
    text = _healed(text)
    plain = arabic(text)
    units = [hit.span() for hit in words("content", "unit").finditer(text)]
    for hit in words("content", "time").finditer(plain):
        if any(start < hit.start() < end for start, end in units) or _in_number(plain, hit):
            continue
        before, rest = text[: hit.start()], text[hit.start() :]
        if not before.strip(_EDGES):
            return _period_first(text)
        if _RANGE.search(arabic(before)):
            break
        if is_period(rest.strip(_EDGES)):
            return before.strip(_EDGES), _clean(rest)
        if not hit.group().isdigit():
            break
    return text.strip(), ""


def _healed(text: str) -> str:
    """A cell without the ends of lines that stand inside a word of a time (มี | นาคม)."""
    at = text.find("\n")
    while at >= 0:
        whole = text[:at] + text[at + 1 :]
        if any(hit.start() < at < hit.end() for hit in words("content", "time").finditer(whole)):
            text, at = whole, at - 1
        at = text.find("\n", at + 1)
    return text


def _in_number(text: str, hit: re.Match[str]) -> bool:
    """True for a digit behind another: no time starts inside a number."""
    return hit.group().isdigit() and text[: hit.start()][-1:].isdigit()


def _period_first(text: str) -> tuple[str, str]:
    for hit in words("content", "unit").finditer(text):
        before, rest = text[: hit.start()], text[hit.start() :]
        if is_period(before.strip(_EDGES)):
            return rest.strip(_EDGES), _clean(before)
    return ("", _clean(text)) if is_period(text.strip(_EDGES)) else (text.strip(), "")


def _clean(text: str) -> str:
    """A period without the brackets and strokes that held it apart; its own brackets stay."""
    text = re.sub(r"^[\s,;:/–-]+|[\s,;:/–-]+$", "", text)
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    return text + ")" if text.count("(") > text.count(")") else _without_close(text)


def _without_close(text: str) -> str:
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].strip()
    return text
