"""The items of a list that a cell holds: runs of numbers or letters, and bullets, also inside
one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})\s?[.)](?!\d)\s*")
BULLETS = "-•–●▪✓✔➢*◦○■□►▶❖✦\uf020-\uf0ff"
"""The inside of a class of characters: signs before list items, with those that have no name
because a font of signs draws them."""
_LETTERS = "กขคงจฉชซ"
"""Letters in the order in which they count items."""
_FIRST_LETTERS = "กขคง"
"""Those that begin a line as such; จ. is short for a province."""
_LETTERED = re.compile(
    rf"(?:^|(?<=\s))\(?([{_LETTERS}])(?:\s?\)|\.(?=\s))\s*(?=[ก-ฮเ-ไA-Za-z])(?![ก-ฮ]\s?\.)"
)
_HYPHEN = re.compile(rf"(?:(?<=\s)|^)[{BULLETS}](?=\s*[ก-ฮเ-ไA-Za-z“\"(])")
_MARKER = re.compile(rf"\s*(?:\(?\d{{1,2}}\s?[.)](?!\d)|[{BULLETS}](?=\s*[^\d\s]))\s*")


def has_marker(text: str) -> bool:
    """True for a line that begins with the number or bullet of a list item."""
    return _marker(text) is not None


def _marker(text: str) -> re.Match[str] | None:
    lettered = _LETTERED.match(text.lstrip())
    if lettered and lettered.group(1) in _FIRST_LETTERS:
        return re.match(rf"\s*{re.escape(lettered.group())}", text)
    return _MARKER.match(arabic(text))


def without_marker(text: str) -> str:
    """``text`` without its number or bullet; a text that is nothing else stays."""
    match = _marker(text)
    return (text[match.end() :] or text) if match else text


def last_number(items: Sequence[str]) -> int | None:
    """The number of the last numbered item; None where none is numbered."""
    numbers = [int(hit.group(1)) for item in items if (hit := _NUMBER.match(arabic(item)))]
    return numbers[-1] if numbers else None


def first_number(text: str) -> int | None:
    """The number that a text begins with as an item of a list; None for no such item."""
    hit = _NUMBER.match(arabic(text).lstrip())
    return int(hit.group(1)) if hit else None


def bullet(items: Sequence[str]) -> str:
    """The bullet of a list; empty where it has none, or numbers."""
    first = items[0].lstrip()[:1] if items else ""
    return first if _HYPHEN.match(f"{first}ก") else ""


def split_items(line: str, after: int | None = None, bullet: str = "") -> Iterator[str]:
    """A line cut before each number of a run 1, 2, 3…, each letter of one, and each bullet.

    ``after``, ``bullet``: the last number, or the bullet, of the list that the line goes on with.
    """
    plain = arabic(line)
    expected = None if after is None else after + 1
    cuts = {0, len(line)} | set(_numbered(plain, expected)) | set(_bulleted(plain, bullet))
    cuts |= set(_lettered(line.lstrip(), len(line) - len(line.lstrip())))
    for start, end in pairwise(sorted(cuts)):
        if line[start:end].strip():
            yield line[start:end].strip()


def _numbered(plain: str, expected: int | None) -> Iterator[int]:
    """Where a run counts on; it starts with any number, but inside a line only with 1."""
    for hit in _NUMBER.finditer(plain):
        number = int(hit.group(1))
        if number in (1, expected) or (expected is None and hit.start() == 0):
            yield hit.start()
            expected = number + 1


def _lettered(line: str, indent: int) -> Iterator[int]:
    """Where a run of letters counts on; it starts at the beginning of a line."""
    expected = ""
    for hit in _LETTERED.finditer(line):
        letter = hit.group(1)
        if letter == expected or (hit.start() == 0 and letter in _FIRST_LETTERS):
            yield indent + hit.start()
            expected = _LETTERS[_LETTERS.index(letter) + 1 :][:1]


def _bulleted(plain: str, known: str) -> Iterator[int]:
    """Where bullets stand; a lone dash between words is none, nor one behind a number."""
    hits = list(_HYPHEN.finditer(plain))
    listed = bool(_MARKER.match(plain))
    for hit in hits:
        same = [other for other in hits if other.group() == hit.group()]
        opened = plain.startswith(hit.group())
        before = plain[: hit.start()].rstrip()
        if before and (before[-1].isdigit() or before[-1] in '.“"'):
            ranged = words("content", "time").match(plain[hit.end() :].lstrip())
            if ranged or not opened or before[-1] in '“"':
                continue
        if opened or hit.group() == known or len(same) > 1 or (listed and hit.group() != "–"):
            yield hit.start()
