"""Repair Thai text that fonts, PDF producers and OCR have damaged.

`repair` undoes only what can have one cause: private-use glyphs of old fonts, marks
torn from their consonant, doubled or out of order, sara am taken apart. Words are
touched only where ``sara_am.toml`` lists damage that is no word. Digits and Latin
letters always stay as they are. Sound text comes back unchanged.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_CONSONANT = "ก-ฮ"
_TONE = "่-๋"
_UPPER_LOWER = "ัิ-ฺ็"
_MARK = "ัิ-ฺ็-๎"

_PRIVATE_USE = {
    0xF700: "ฐ",
    0xF701: "ิ",
    0xF702: "ี",
    0xF703: "ึ",
    0xF704: "ื",
    **dict(zip(range(0xF705, 0xF70A), "่้๊๋์", strict=True)),
    **dict(zip(range(0xF70A, 0xF70F), "่้๊๋์", strict=True)),
    0xF70F: "ญ",
    0xF710: "ั",
    0xF711: "ํ",
    0xF712: "็",
    **dict(zip(range(0xF713, 0xF718), "่้๊๋์", strict=True)),
    0xF718: "ุ",
    0xF719: "ู",
    0xF71A: "ฺ",
}
"""Where Windows fonts keep shifted forms of Thai marks."""

_CHARACTERS = {
    **_PRIVATE_USE,
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD), ""),
    **dict.fromkeys((0x00A0, 0x202F, 0x3000, *range(0x2000, 0x200B)), " "),
}

_UNUSUAL = re.compile("[" + "".join(map(chr, _CHARACTERS)) + "]")

_STEPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("เเ", "แ"),
        (f"(?<=[{_CONSONANT}{_MARK}])[ \\t]+(?=[{_MARK}])", ""),
        (f"(?<=[{_CONSONANT}{_TONE}])[ \\t]+(?=ำ)", ""),
        (f"([{_MARK}])\\1+", "\\1"),
        (f"([{_TONE}์])([{_UPPER_LOWER}])", "\\2\\1"),
        (f"ํ([{_TONE}]?)[ \\t]*า", "\\1ำ"),
        (f"([{_TONE}])ํ[ \\t]*า", "\\1ำ"),
        (f"ำ([{_TONE}])", "\\1ำ"),
        ("ำ[ำาํ]+", "ำ"),
        (f"([{_MARK}])\\1+", "\\1"),
    )
)
_SHORT = 80
"""Characters of labels and numbers, which come again and again."""
_MISPLACED = re.compile(f"[ \\t{_TONE}์-๎ำ](?:[{_MARK}]|(?<=[ \\tำ])ำ|(?<=ำ)า)")
"""A mark, or sara am, behind what bears none."""
_DOUBLED = re.compile(f"([{_UPPER_LOWER}])\\1")


def repair(text: str) -> str:
    """``text`` with Thai damage undone; sound text is returned as it is.

    Repairing twice changes nothing more. What cannot be undone for certain, such as
    U+FFFD in the middle of a word, stays visible.
    """
    if text.isascii():
        return text
    return _remembered(text) if len(text) <= _SHORT else _repair(text)


def _repair(text: str) -> str:
    if _UNUSUAL.search(text):
        text = text.translate(_CHARACTERS)
    while _is_suspect(text):
        before = text
        for pattern, replacement in _STEPS:
            text = pattern.sub(replacement, text)
        if text == before:
            break
    return _repair_words(text)


_remembered = lru_cache(maxsize=8192)(_repair)


def _is_suspect(text: str) -> bool:
    """True where a repair may be needed; a search for what begins with one of few letters passes
    over the others at once, so these go one by one."""
    return bool(
        "เเ" in text
        or "ํ" in text
        or "\ufffd" in text
        or _MISPLACED.search(text)
        or _DOUBLED.search(text)
    )


def fold_spaces(text: str) -> str:
    """``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def _repair_words(text: str) -> str:
    pattern, sound = _words()
    if not _may_hold_damaged(text):
        return text
    return pattern.sub(lambda match: sound[match.group().replace("\ufffd", "")], text)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    import tomllib

    source = files("parsers").joinpath("sara_am.toml").read_text(encoding="utf-8")
    entries = [entry for table in tomllib.loads(source).values() for entry in table]
    by_first: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry["damaged"])):
        first, rest = entry["damaged"][0], _rings(entry["damaged"], entry["sound"])[1:]
        after = f"(?<!{entry['not_after']}{first})" if "not_after" in entry else ""
        before = f"(?![{entry['not_before']}])" if "not_before" in entry else ""
        damaged = "".join("\ufffd?า" if is_ring_lost else letter for letter, is_ring_lost in rest)
        by_first.setdefault(first, []).append(f"{after}{damaged}{before}")
    # Each branch begins with a letter of its own, so that most places are passed over at once.
    parts = [f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return re.compile("|".join(parts)), {entry["damaged"]: entry["sound"] for entry in entries}


def _may_hold_damaged(text: str) -> bool:
    """False for a text with none of the damaged words, whatever stands beside them: soon told, as
    nearly all have an า or a ำ, which few letters are."""
    vowel, without = _glimpses()
    if "\ufffd" in text or vowel.search(text):
        return True
    for word in without:  # noqa: SIM110 - asked of every text
        if word in text:
            return True
    return False


@cache
def _glimpses() -> tuple[re.Pattern[str], list[str]]:
    """What finds a damaged word by its first า or ำ, and the words that have neither."""
    _, sound = _words()
    rests: dict[str, list[str]] = {}
    without = []
    for word in sound:
        vowel = re.search("[าำ]", word)
        if vowel is None:
            without.append(word)
            continue
        following, rest = word[vowel.end() : vowel.end() + 1], word[vowel.end() + 1 :]
        rests.setdefault(following, []).append(f"{rest}(?<={word})")
    parts = [f"{following}(?:{'|'.join(own)})" for following, own in rests.items()]
    return re.compile(f"[าำ](?:{'|'.join(parts)})"), without


def _rings(damaged: str, sound: str) -> list[tuple[str, bool]]:
    """Each letter of a damaged word, and whether it is the า that is left of a ำ.

    A font that does not tell its ring gives U+FFFD in its place; so it does for tone marks,
    which is why no other U+FFFD before า is undone.
    """
    if len(damaged) != len(sound):
        return [(letter, False) for letter in damaged]
    return [
        (letter, letter == "า" and meant == "ำ")
        for letter, meant in zip(damaged, sound, strict=True)
    ]
