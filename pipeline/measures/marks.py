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
_UNKNOWN = "\ufffd"
_LONGEST = 16
"""Letters of the longest word that is looked for around a lost mark."""
_SPAN = 4
"""Pieces that one word may have been cut into where its marks are wrong."""
_SHORT = 3
"""Letters under which a word without marks is too like others."""
_RARER = 20
"""Times that a word stands more often in print than another of its letters, which is then
not meant."""


@lru_cache(maxsize=4096)
def restored(text: str) -> str:
    """``text`` with the marks that its words must have; sound text comes back unchanged."""
    return _THAI.sub(lambda stretch: "".join(_words(_told(stretch[0]))), text)


def _told(stretch: str) -> str:
    """A stretch with the words told that U+FFFD stands in: the longest that begin where one can."""
    at = stretch.find(_UNKNOWN)
    while at >= 0:
        start = 0
        for before in tokens(stretch[:at]) if at else ():
            end, word = _longest(stretch, start, at)
            if word:
                stretch = stretch[:start] + word + stretch[end:]
                break
            start += len(before)
        at = stretch.find(_UNKNOWN, at + 1)
    return stretch


def _longest(stretch: str, start: int, at: int) -> tuple[int, str]:
    """Where the word from ``start`` over the lost mark at ``at`` ends, and the word; empty where
    none must stand there."""
    for end in range(min(len(stretch), start + _LONGEST), at, -1):
        if meant := _meant((stretch[start:end],)):
            return end, meant
    return at, ""


def _words(stretch: str) -> Iterator[str]:
    words = tokens(stretch)
    at = 0
    while at < len(words):
        for size in range(min(_SPAN, len(words) - at), 0, -1):
            span = words[at : at + size]
            if _UNKNOWN not in "".join(span) and (meant := _meant(span)):
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
    if len(printed) < _SHORT:
        return ""
    fitting = [one for one in meant.get(_bones(printed), ()) if _is_of(one, printed)]
    fitting.sort(key=often, reverse=True)
    alone = len(fitting) == 1 or (fitting and often(fitting[0]) > _RARER * often(fitting[1]))
    return fitting[0] if alone else ""


def _is_of(word: str, printed: str) -> bool:
    """True where the tone marks that are printed stand in the word, and one for each lost one."""
    if _UNKNOWN in printed and len(_MARK.findall(word)) != len(_MARK.findall(printed)):
        return False
    return all(mark in word for mark in _LOST.findall(printed) if mark != _UNKNOWN)


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
