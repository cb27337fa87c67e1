"""Lists of given and family names, and of words that are none."""

from __future__ import annotations

from functools import cache

from pipeline.measures.unwrap import dictionary


@cache
def givens() -> frozenset[str]:
    from pythainlp.corpus.common import thai_female_names, thai_male_names

    return frozenset(thai_female_names() | thai_male_names())


@cache
def families() -> frozenset[str]:
    from pythainlp.corpus.common import thai_family_names

    return frozenset(thai_family_names())


def is_word(text: str) -> bool:
    """True for a word of the dictionary."""
    return text in dictionary()
