"""Compile the cue phrases of ``reference/wording.toml`` into patterns.

A space in a phrase matches any white space or none, so that the spaces OCR puts
between Thai words do not matter; ``?`` behind a word or group makes it optional.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_LEADING = "เแโใไ"
"""Vowels written before the consonant that they follow in speech: no word begins behind one."""
_CONSONANT = re.compile("[ก-ฮ]")
LONG = 5
"""Letters from which a word is known without its tone marks."""
_LETTER = re.compile("[ก-ฮะ-าเ-ไ]")
_INSIDE = re.compile("(?<=[ก-ฮะ-ู็-์])(?=[ก-ฮะาำเ-ไ])")
"""Between two syllables or letters of a word, where readers of pages put spaces."""
_TONES = "่้๊๋"
_RING = "\u0e4d"
"""The upper part of ำ, which readers of fonts tear off or cannot read."""
_TOKENS = re.compile(r"[()|]\??|[^\s()|]+")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    import tomllib

    text = files("pipeline").joinpath("reference/wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrase(text: str, *, spaced: bool = False) -> str:
    """The regular expression of one cue phrase; ``spaced`` allows a space inside its words."""
    start, end = text.startswith("^"), text.endswith("$")
    body = text.removeprefix("^").removesuffix("$")
    parts: list[str] = []
    for token in body.split():
        optional = token.endswith("?") and len(token) > 1
        word = token[:-1] if optional else token
        if word in ("(", "|"):
            parts.append("(?:" if word == "(" else "|")
            continue
        if word == ")":
            parts.append(r")?" if optional else ")")
        else:
            piece = _tolerant(word, spaced)
            parts.append(f"(?:{piece})?" if optional else piece)
        parts.append(r"\s*")
    pattern = re.sub(r"\\s\*(?=\||\)|$)", "", "".join(parts))
    if pattern.isascii() and pattern[:1].isalpha():
        pattern = rf"(?<![A-Za-z]){pattern}(?![A-Za-z])"
    elif _CONSONANT.match(pattern):
        # Behind the first letter, so that places with another are passed over at once.
        first, rest = pattern[0], pattern[1:]
        pattern = rf"{first}(?<![{_LEADING}]{first}){rest}"
    return ("^" if start else "") + pattern + ("$" if end else "")


def _tolerant(word: str, spaced: bool) -> str:
    """The pattern of a word whose tone marks may be unreadable: "เท�ากับ". In a word of some length,
    which no other is without them, they may be lost, and า and ำ taken for each other."""
    is_long = len(_LETTER.findall(word)) >= LONG
    gaps = {inside.start() for inside in _INSIDE.finditer(word)} if spaced else frozenset()
    return "".join(
        (" ?" if index in gaps else "") + _readings(letter, is_long, word[index + 1 : index + 2])
        for index, letter in enumerate(word)
    )


def _readings(letter: str, is_long: bool, following: str) -> str:
    if letter in _TONES and following == "ำ":
        torn = rf"[{_RING}\ufffd][{letter}\ufffd](?=า)"
        return rf"(?:{torn}|[{letter}\ufffd]{'?' * is_long}{_RING}?)"
    if letter in _TONES:
        return f"[{letter}\ufffd]" + "?" * is_long
    if letter in "าำ" and is_long:
        return "[าำ]"
    if letter == "ำ":
        return rf"(?:ำ|(?<=[{_RING}\ufffd])า|(?<=[{_RING}\ufffd][{_TONES}\ufffd])า)"
    return re.escape(letter)


def listed(group: str, kind: str) -> tuple[str, ...]:
    """One list of the file as it stands there."""
    return tuple(_lists()[group][kind])


@cache
def cues(group: str, kind: str) -> re.Pattern[str]:
    """The pattern of one list of cues, longest phrase first."""
    phrases = sorted(_lists()[group][kind], key=len, reverse=True)
    spaced = group in ("column", "prose", "table")
    return re.compile("|".join(phrase(text, spaced=spaced) for text in phrases), re.IGNORECASE)


@cache
def kinds(group: str) -> tuple[str, ...]:
    """The kinds of cue in a group, in their order in the file."""
    return tuple(_lists()[group])
