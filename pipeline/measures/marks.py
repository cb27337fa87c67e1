"""Put back the marks that a page lost or mixed up, where a dictionary leaves one reading.

A stretch of text is touched only where it holds what is no word: U+FFFD, or letters that no word
has. It becomes the one word of the dictionary that has the same letters but for tone marks and
the ring of sara am; two such words that are both in use, or none, leave it as it is. What is
printed is kept beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from pipeline.measures.unwrap import dictionary, often, tokens

_THAI = re.compile("[ก-๎\ufffd]+")
_LOST = re.compile("[่-๋\ufffd]")
_MARK = re.compile("[่-๋ำ\ufffd]")
_SPAN = 7
"""Pieces that one word may have been cut into where its marks are wrong."""
_SHORT = 3
"""Letters under which a word without marks is too like others."""
_RARER = 20
"""Times that a word stands more often in print than another of its letters, which is then
not meant."""


@lru_cache(maxsize=4096)
def restored(text: str) -> str:
    """``text`` with the marks that its words must have; sound text comes back unchanged."""
    return _THAI.sub(lambda stretch: "".join(_restored(stretch[0])), text)


def _restored(stretch: str) -> Iterator[str]:
    words = tokens(stretch)
    at = 0
    while at < len(words):
        for size in range(min(_SPAN, len(words) - at), 0, -1):
            span = words[at : at + size]
            if meant := _meant(span):
                yield meant
                at += size
                break
        else:
            yield words[at]
            at += 1


def _meant(span: Sequence[str]) -> str:
    """The one word that a span must be; empty where all of it is words, or several fit."""
    known, meant = _dictionary()
    printed = "".join(span)
    if printed in known or all(word in known for word in span):
        return ""
    if "\ufffd" not in printed and len(printed) < _SHORT:
        return ""
    fitting = [one for one in meant.get(_bones(printed), ()) if _is_of(one, printed)]
    fitting.sort(key=often, reverse=True)
    alone = len(fitting) == 1 or (fitting and often(fitting[0]) > _RARER * often(fitting[1]))
    return fitting[0] if alone else ""


def _is_of(word: str, printed: str) -> bool:
    """True where the tone marks that are printed stand in the word, and one for each lost one."""
    if "\ufffd" in printed and len(_MARK.findall(word)) != len(_MARK.findall(printed)):
        return False
    return all(mark in word for mark in _LOST.findall(printed) if mark != "\ufffd")


def _bones(word: str) -> str:
    return _LOST.sub("", word).replace("ำ", "า")


@cache
def _dictionary() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Every word; and the words of the same letters but for tones and rings."""
    known = dictionary()
    meant: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known):
        meant[_bones(word)].append(word)
    return known, {bones: tuple(words) for bones, words in meant.items()}
