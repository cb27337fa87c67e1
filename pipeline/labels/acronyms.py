"""What the acronym of an instrument says of the label that it stands in."""

from __future__ import annotations

import re
from functools import cache

from pipeline.alternation import any_of
from pipeline.facts import Item
from pipeline.labels.classes import Label, beside_acronym, labels, squash
from pipeline.labels.similarity import MARGIN, PLAUSIBLE, forms, similarities
from pipeline.numbers import arabic

INSTRUMENTS = ("IIT", "EIT", "OIT")
ACRONYM = re.compile(r"\b([IEO]IT)\b", re.IGNORECASE)
_OF_INSTRUMENT = re.compile(r"(?:เครื่องมือ|แบบวัด|แบบ)\s*(?:ที่)?\s*[1-3](?!\d)[.:)]?")
"""The number of an instrument among the three."""


def acronym_agrees(text: str, chosen: Item) -> bool | None:
    """Whether the acronym in an instrument's label is that of the instrument which the rest of the
    label names, or of the chosen one where it names none; None without an acronym, or where the
    rest may be two."""
    printed = {hit.upper() for hit in ACRONYM.findall(text)}
    named: dict[str, float] = {}
    for form in forms(ACRONYM.sub(" ", text)):
        for index, score in similarities(form):
            item = labels()[index].item
            if score >= PLAUSIBLE and item and item.code in INSTRUMENTS:
                named[item.code] = max(score, named.get(item.code, 0.0))
    best = [code for code, score in named.items() if score == max(named.values())]
    if len(printed) != 1 or len(best) > 1:
        return None
    return printed == set(best or [chosen.code])


def by_acronym(text: str, candidates: tuple[tuple[Label, float], ...]) -> Label | None:
    """The instrument whose acronym is printed in the label, when it is one of the best fits.

    The Thai names of two instruments differ in one syllable; the acronym is the surer word.
    """
    printed = {hit.upper() for hit in ACRONYM.findall(text)}
    if len(printed) != 1:
        return None
    code = printed.pop()
    for label, score in candidates:
        if label.item and label.item.code == code and score >= candidates[0][1] - MARGIN:
            return label
    return None


def named_by_acronym(rest: str) -> Label | None:
    """The instrument whose acronym stands in a label among words that say only that an instrument
    is meant (``เครื่องมือ IIT``, ``เครื่องมือที่ 1 (IIT)``); None for any other label."""
    printed = {hit.upper() for hit in ACRONYM.findall(rest)}
    if len(printed) != 1:
        return None
    code = printed.pop()
    words = squash(ACRONYM.sub(" ", _OF_INSTRUMENT.sub(" ", arabic(rest))))
    if re.sub(_acronym_words()[code], "", words):
        return None
    own = [label for label in labels() if label.item == Item("instrument", code)]
    return own[0] if own else None


@cache
def _acronym_words() -> dict[str, re.Pattern[str]]:
    """What may stand beside the acronym of each instrument in its name."""
    told = beside_acronym()
    return {
        code: re.compile(any_of(map(squash, [*told["any"], *told[code]]))) for code in INSTRUMENTS
    }


def other_acronym(text: str, label: Label) -> bool:
    """True where a longer acronym, as MOIT, stands where that of an instrument would."""
    code = label.item.code if label.item and label.item.item_type == "instrument" else ""
    return bool(code) and bool(re.search(rf"[A-Za-z]{code}|{code}[A-Za-z]", text, re.IGNORECASE))
