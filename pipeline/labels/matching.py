"""Match printed labels to the items that scores are scores of, by name alone.

All classes of ``reference/labels.toml`` compete: the ten indicators, instruments,
totals, and strangers that are spelt like one of them. A label is *clear* when one
class fits well and no other comes near; it is *uncertain* when two fit about as
well; else it is none of them. The number printed beside a label decides nothing:
it is taken off and handed on, to be compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.facts import Item
from pipeline.labels.acronyms import (
    ACRONYM,
    INSTRUMENTS,
    acronym_agrees,
    by_acronym,
    named_by_acronym,
    other_acronym,
)
from pipeline.labels.classes import Label, labels
from pipeline.labels.numbers import split_number
from pipeline.labels.similarity import MARGIN, PLAUSIBLE, forms, similarities
from pipeline.numbers import arabic

CLEAR = 84.0
"""Similarity (0–100) from which a label can be clear."""
CONFIRMED = 95.0
"""Similarity that a name has at least where its acronym stands beside it."""
SOUND = 99.5
"""Similarity from which a label is spelt as it should be."""
_QUESTION = re.compile(r"^\s*(?:ข้อ\s*)?([IEOieo])\s?-?\s?(\d{1,2})(?![\d.])(?=$|[\s.:)\-]|[ก-๙])")
_CODED = re.compile(
    r"^\s*[-–•*]?\s*(?:\(?\d{1,2}[.)]+\s*)?(?:ตัว\s*ชี[้\ufffd]?\s*วัด\s*(?:ที[่\ufffd]?)?\s*)?[(\[]?\s*([IEOieo])\s?[-.]?\s?(\d{1,2})(?![\d.]\d)"
    r"[\s.:)\]=\-–]*(?=[ก-ฮเ-ไ])"
)
"""A code of a question or indicator before a name."""
_HIGHEST = 10
"""A higher number is none of an indicator."""
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class Match:
    """How a printed label was understood."""

    text: str
    label: Label | None
    """The class that fits clearly; None when uncertain or none."""
    score: float
    """Similarity of the best class, 0–100."""
    candidates: tuple[tuple[Label, float], ...]
    """Every plausible class, best first."""
    number: str = ""
    """Number printed with the label, in Arabic digits."""
    stated: bool = False
    """True where it is printed as ``ตัวชี้วัดที่ n``."""

    @property
    def item(self) -> Item | None:
        return self.label.item if self.label else None

    @property
    def uncertain(self) -> bool:
        """Fits items, but none of them clearly."""
        return (
            self.label is None and bool(self.candidates) and self.candidates[0][0].item is not None
        )


def match(text: str) -> Match:
    """How the label ``text`` is understood; the same text always the same way."""
    return _match(text.strip())


@lru_cache(maxsize=8192)
def _match(text: str) -> Match:
    if (named := _coded_indicator(text) or as_question(text)) is not None:
        return named
    number, stated, rest = split_number(text)
    best: dict[int, float] = {}
    for form in forms(rest):
        for index, score in similarities(form):
            best[index] = max(score, best.get(index, 0.0))
    ranked = sorted(
        best.items(), key=lambda pair: (-pair[1], not labels()[pair[0]].keep_digits, pair[0])
    )
    candidates = tuple((labels()[index], score) for index, score in ranked if score >= PLAUSIBLE)
    top = candidates[0][1] if candidates else 0.0
    second = candidates[1][1] if len(candidates) > 1 else 0.0
    sharpest = bool(candidates) and candidates[0][0].keep_digits
    clear = top >= CLEAR and (top - second >= MARGIN or top >= 99.5 > second or sharpest)
    chosen = candidates[0][0] if clear else by_acronym(text, candidates)
    if chosen and chosen.keep_digits and _another_in_aside(text, chosen):
        chosen = None
    if chosen and top < 99.5 and other_acronym(text, chosen):
        chosen = None
    if chosen and chosen.item and chosen.item.code in INSTRUMENTS:
        agrees = acronym_agrees(text, chosen.item)
        if agrees is False:
            chosen = None
        elif agrees:
            top = max(top, CONFIRMED)
    if chosen is None and (instrument := named_by_acronym(rest)) is not None:
        return Match(text, instrument, CONFIRMED, ((instrument, CONFIRMED),))
    return Match(text, chosen, top, candidates, number, stated)


def as_question(text: str) -> Match | None:
    """``text`` as the question whose code it begins with; None without such a code."""
    question = _QUESTION.match(arabic(text))
    if question is None:
        return None
    code = f"{question.group(1).upper()}{int(question.group(2))}"
    label = Label(code, Item("question", code), (), exact=True, keep_digits=True)
    return Match(text, label, 100.0, ((label, 100.0),))


def _coded_indicator(text: str) -> Match | None:
    """``i1 การปฏิบัติหน้าที่``: the name of an indicator, soundly spelt, behind a code that questions
    have too. The letter of an instrument numbers its indicators from 1: no official number."""
    coded = _CODED.match(arabic(text))
    if coded is None or not 1 <= int(coded.group(2)) <= _HIGHEST:
        return None
    found = _match(text[coded.end() :].strip())
    if found.item is None or found.item.item_type != "indicator" or found.score < SOUND:
        return None
    number = str(int(coded.group(2))) if coded.group(1) in "Ii" else ""
    return replace(found, text=text, number=number)


def _another_in_aside(text: str, chosen: Label) -> bool:
    """True where a bracket inside the label names another part than the label does."""
    named = [_match(aside.strip("()[] ")) for aside in _ASIDE.findall(text) if aside != text]
    return any(
        found.label is not None and found.label.keep_digits and found.item != chosen.item
        for found in named
    )


def match_indicator(text: str) -> str:
    """Official number of the indicator that ``text`` as a whole names; empty if none clearly."""
    item = match(text).item
    return item.code if item and item.item_type == "indicator" else ""


def other_bearer(text: str, item: Item | None) -> Item | None:
    """The item that has ``text`` for a name too, beside ``item``, which it fits; None for none."""
    if item not in _rivals() or ACRONYM.search(text):
        return None
    rival, own = _rivals()[item]
    return rival.item if _is_nearest(split_number(text)[2], rival.shared, own.keys) else None


@cache
def _rivals() -> dict[Item | None, tuple[Label, Label]]:
    """For the item that has a name in common with another label: that label, and its own."""
    return {
        own.item: (rival, own)
        for rival in labels()
        for own in labels()
        if own is not rival and set(rival.shared) & set(own.keys)
    }


@lru_cache(maxsize=8192)
def _is_nearest(text: str, shared: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether the spelling of a label that ``text`` is nearest to is one of those it shares."""
    from rapidfuzz import fuzz

    nearest = {max(keys, key=lambda key: fuzz.ratio(form, key)) for form in forms(text)}
    return bool(nearest) and nearest <= set(shared)
