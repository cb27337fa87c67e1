"""The damage that text layers and OCR do to Thai text, injected after the truth is known.

Numbers keep their digits: what is done to them (a space inside, the unit glued on) leaves one
reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from random import Random

_SCORE = re.compile(r"(?<![0-9๐-๙])([0-9๐-๙]{2})\.([0-9๐-๙]{2})(?![0-9๐-๙])")
Damage = Callable[[str, Random], str]

_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
PRIVATE_MARKS = {"\uf70a": "่", "\uf70b": "้", "\uf70c": "๊", "\uf70d": "๋", "\uf70e": "์"}
"""The private-use glyphs of old Thai fonts, and the marks that they draw."""
_PRIVATE = str.maketrans({mark: private for private, mark in PRIVATE_MARKS.items()})


def lost_sara_am(text: str, chance: Random) -> str:
    """สำนักงาน → สานักงาน."""
    return _some(text, "ำ", "า", chance, 0.7)


def split_sara_am(text: str, _: Random) -> str:
    """U+0E33 as U+0E4D and U+0E32."""
    return text.replace("ำ", "ํา")


def spaced_sara_am(text: str, chance: Random) -> str:
    """A space before the vowel: ส ำนักงาน."""
    return _some(text, "ำ", " ำ", chance, 0.6)


def needless_sara_am(text: str, chance: Random) -> str:
    """ำ where า stands: กำร."""
    return _some(text, "า", "ำ", chance, 0.06)


def replaced_marks(text: str, chance: Random) -> str:
    """A tone mark as U+FFFD, as a font without a mapping gives it."""
    return re.sub("[่้]", lambda m: "\ufffd" if chance.random() < 0.03 else m[0], text)


def private_marks(text: str, _: Random) -> str:
    """Tone marks in the private use area."""
    return text.translate(_PRIVATE)


def doubled_marks(text: str, chance: Random) -> str:
    """A mark typed twice: วิิทยา."""
    return re.sub(f"[{_MARKS}]", lambda m: m[0] * (2 if chance.random() < 0.1 else 1), text)


def spaced_marks(text: str, chance: Random) -> str:
    """A space between a letter and its mark."""
    return re.sub(f"[{_MARKS}]", lambda m: (" " if chance.random() < 0.06 else "") + m[0], text)


def swapped_marks(text: str, chance: Random) -> str:
    """Tone mark before vowel."""
    return re.sub("([ัิีึืุู])([่้๊๋])", lambda m: m[2] + m[1] if chance.random() < 0.5 else m[0], text)


def doubled_e(text: str, chance: Random) -> str:
    """Two เ for แ."""
    return _some(text, "แ", "เเ", chance, 0.5)


def lost_marks(text: str, chance: Random) -> str:
    """A tone mark lost here and there."""
    return re.sub("[่้]", lambda m: "" if chance.random() < 0.05 else m[0], text)


def zero_width(text: str, chance: Random) -> str:
    """Zero-width spaces between letters."""
    return re.sub(
        "(?<=[ก-ฮ])(?=[เแโไใ])", lambda _: "\u200b" if chance.random() < 0.3 else "", text
    )


def spaced_words(text: str, chance: Random) -> str:
    """Spaces inside words."""
    return re.sub("(?<=[ก-ฮะา])(?=[ก-ฮ])", lambda _: " " if chance.random() < 0.02 else "", text)


def spaced_numbers(text: str, chance: Random) -> str:
    """A space beside the point of a score: 85 .36."""
    return _SCORE.sub(
        lambda m: f"{m[1]}{chance.choice((' .', '. '))}{m[2]}" if chance.random() < 0.1 else m[0],
        text,
    )


def glued_units(text: str, chance: Random) -> str:
    """The unit glued to its number: 96.66คะแนน."""
    return re.sub(
        "(?<=[0-9๐-๙]) (?=คะแนน|บาท|คน)", lambda m: "" if chance.random() < 0.6 else m[0], text
    )


DAMAGES: tuple[Damage, ...] = (
    lost_sara_am, split_sara_am, spaced_sara_am, needless_sara_am, replaced_marks, private_marks, doubled_marks, spaced_marks,
    swapped_marks, doubled_e, lost_marks, zero_width, spaced_words, spaced_numbers, glued_units,
)  # fmt: skip


_WRITES: dict[Damage, frozenset[str]] = {
    private_marks: frozenset(PRIVATE_MARKS),
    zero_width: frozenset("\u200b"),
}
"""Letters that sound text has not, which a page's font must have."""


def draw_damage(chance: Random, letters: Set[str] | None = None) -> Damage:
    """One to three kinds of damage, as one program does them to a whole document.

    ``letters`` are those that can be drawn; without them, all can be written.
    """
    kinds = [one for one in DAMAGES if letters is None or _WRITES.get(one, frozenset()) <= letters]
    chosen = chance.sample(kinds, chance.randint(1, 3))

    def damage(text: str, chance: Random) -> str:
        for one in chosen:
            text = one(text, chance)
        return text

    return damage


def _some(text: str, old: str, new: str, chance: Random, share: float) -> str:
    return re.sub(old, lambda _: new if chance.random() < share else old, text)
