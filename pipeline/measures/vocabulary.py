"""The words by which measures are told, from ``reference/measures.toml``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pipeline.wording import phrase


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    import tomllib

    text = files("pipeline").joinpath("reference/measures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(group: str, kind: str) -> re.Pattern[str]:
    """The pattern of one list of cue phrases."""
    return re.compile("|".join(phrase(one) for one in _lists()[group][kind]), re.IGNORECASE)


def kinds(group: str) -> tuple[str, ...]:
    """The kinds of a group, in their order in the file."""
    return tuple(_lists()[group])


@cache
def word_set(group: str, kind: str) -> frozenset[str]:
    """One list as plain words."""
    return frozenset(_lists()[group][kind])
