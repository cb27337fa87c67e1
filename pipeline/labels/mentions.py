"""Labels inside running text, spelt soundly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.alternation import any_sequence
from pipeline.labels.classes import Label, labels, squash
from pipeline.numbers import arabic

_NUMBER_BEFORE = re.compile(
    r"(?:(?P<stated>ตัว\s*ชี[้\ufffd]?\s*วัด)\s*ที[่\ufffd]?\s*(?P<n1>\d{1,2})[.):]?\s*"
    r"|(?:^|[\n\s(])(?P<n2>\d{1,2})\s*[.)]+\s*)(?:ด้าน|ตัวชี้วัด)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A label inside running text."""

    start: int
    end: int
    label: Label
    score: float
    number: str = ""
    stated: bool = False


def find_labels(text: str) -> tuple[Mention, ...]:
    """Indicators, instruments and strangers named inside running text, spelt soundly.

    The longest name wins where names share letters, so that a stranger hides the
    indicator inside it. Totals are not among them: their names are common words.
    """
    pattern, owner = _mention_pattern()
    found = []
    for hit in pattern.finditer(text):
        label = owner[squash(hit.group())]
        if label.transparent:
            continue
        before = arabic(text[max(0, hit.start() - 40) : hit.start()])
        number, stated = _number_before(before)
        found.append(Mention(hit.start(), hit.end(), label, 100.0, number, stated))
    return tuple(found)


@cache
def _mention_pattern() -> tuple[re.Pattern[str], dict[str, Label]]:
    owner: dict[str, Label] = {}
    for label in labels():
        if label.item and (label.item.item_type == "total" or label.exact):
            continue
        for key in label.keys:
            if key not in label.alone:
                owner.setdefault(key, label)
    numbered, others = [], []
    for key, label in owner.items():
        if label.keep_digits:
            numbered.append(_letters(key, r"[\s(]*"))
        else:
            others.append(_letters(key, r"\s*"))
    # Names with numbers go on where others end.
    pattern = f"{any_sequence(numbered)}|{any_sequence(others)}"
    return re.compile(pattern, re.IGNORECASE), owner


def _letters(key: str, gap: str) -> list[str]:
    """The patterns of the letters of a name, each with what may stand before it."""
    first, *others = map(re.escape, key)
    letters = [first, *(gap + letter for letter in others)]
    if key.isascii():
        letters[0], letters[-1] = rf"\b{letters[0]}", rf"{letters[-1]}\b"
    return letters


def _number_before(text: str) -> tuple[str, bool]:
    hit = _NUMBER_BEFORE.search(text)
    if not hit:
        return "", False
    return (hit.group("n1"), True) if hit.group("stated") else (hit.group("n2"), False)
