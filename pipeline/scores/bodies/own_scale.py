"""Lists of totals that no word says to be of the assessment, known by its scale of ratings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.facts import Score
from pipeline.scores.tables.segments import TOTAL

_LEAST = 2
"""Totals with a rating each, at least."""
_USUAL = ((80, "A"), (70, "B"), (60, "C"), (50, "D"), (0, "F"))
"""From which score what letter is given elsewhere, in schools for one."""
_OWN_WORDS = frozenset({"ผ่านดีเยี่ยม", "ผ่านดี", "ต้องปรับปรุงโดยด่วน"})
"""Levels that no other assessment has."""


def is_on_scale(scores: Sequence[Score]) -> bool:
    """Whether totals of bodies or years are all rated as the scheme of their year rates them, and
    one of them as no usual scale would: 82.00 as B, 96.10 as AA."""
    if len({(score.body, score.fiscal_year) for score in scores}) < _LEAST:
        return False
    if not all(score.rating for score in scores):
        return False
    return all(map(_fits, scores)) and any(map(_is_own, scores))


def _fits(score: Score) -> bool:
    from pipeline.scheme import published, scheme_for

    scheme = scheme_for(score.fiscal_year) if score.fiscal_year is not None else None
    if scheme is None or score.item != TOTAL:
        return False
    year = score.fiscal_year or 0
    return score.rating in scheme.possible_ratings(year, published(score.value), {})


def _is_own(score: Score) -> bool:
    usual = next(letter for limit, letter in _USUAL if score.value >= Decimal(limit))
    return score.rating in _OWN_WORDS or (score.rating.isascii() and score.rating != usual)
