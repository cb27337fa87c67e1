"""Spaces that a page, or its reader, put inside a name: no name ends there."""

from __future__ import annotations

import re

from pipeline.agency.known.gazetteer import Gazetteer
from pipeline.agency.naming.squeeze import Squeezed
from pipeline.agency.naming.tails import sure_stops

_SHORTEST_SPLIT = 5
"""Letters from which the name of a place is known again with a space inside it."""
_LONGEST_PLACE = 24
_OPEN = re.compile("[ัื็เแโใไ]$|(?<![เ-ไ])(?<![เ-ไ][ก-ฮ])[ก-ฮ][่-๋]$")
"""The end of half a syllable: a sign behind which it goes on, or a tone mark before any vowel."""
_REST = re.compile("[ก-ฮ]์|(?!ณ)[ก-ฮ](?![ก-๎])")
"""The beginning of the other half: a silent letter, or one letter alone."""


def splits_a_syllable(squeezed: Squeezed, start: int, gap: int) -> bool:
    """Whether the space at ``gap`` stands inside a syllable of the name at ``start``."""
    text = squeezed.text
    if squeezed.next_break(gap - 1) == gap or gap >= len(text):
        return False
    if _OPEN.search(text, max(start, gap - 4), gap):
        return True
    stop = squeezed.next_gap(gap)
    behind = sure_stops(free=False).search(text, gap + 1, stop + 6)
    return bool(_REST.match(text, gap, min(stop, behind.start()) if behind else stop))


def splits_a_place(squeezed: Squeezed, start: int, gap: int, gazetteer: Gazetteer) -> bool:
    """Whether the space at ``gap`` stands inside the name of a district or province, put there by
    the page: ``โรงพยาบาลชัยภู มิ``."""
    text = squeezed.text
    if squeezed.next_break(gap - 1) == gap:
        return False
    listed = gazetteer.district_names | gazetteer.province_names
    stop = squeezed.next_gap(gap)
    first = max(start, gap - _LONGEST_PLACE)
    return any(
        stop - begin >= _SHORTEST_SPLIT and text[begin:stop] in listed
        for begin in range(first, gap)
    )
