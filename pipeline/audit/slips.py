"""The slips that authors and readers make in one number, undone: what would have stood there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from pipeline.numbers import plain

VALUE_CAUSES = ("transposition", "thai-digit", "digit", "dropped", "doubled", "point")
"""Slips in one number, by their stable codes."""


_READABLE = re.compile(r"(?:[1-9]?[0-9])(?:\.[0-9]+)?|100(?:\.0+)?").fullmatch
"""A score, unless nobody would print it so (``091.76``, ``191.76``)."""


def transpositions(value: Decimal) -> Iterator[Decimal]:
    """``value`` with two neighbouring digits exchanged, also across the decimal point."""
    return map(Decimal, _transposed(plain(value)))


def digit_changes(value: Decimal) -> Iterator[Decimal]:
    """``value`` with any one digit replaced."""
    return (Decimal(changed) for _, _, changed in _replaced(plain(value)))


def _transposed(text: str) -> Iterator[str]:
    """``text`` with two neighbouring digits exchanged, also across the decimal point."""
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    for left, right in pairwise(places):
        if text[left] != text[right]:
            signs = list(text)
            signs[left], signs[right] = signs[right], signs[left]
            changed = "".join(signs)
            if _READABLE(changed):
                yield changed


def _replaced(text: str) -> Iterator[tuple[str, str, str]]:
    """(printed digit, other digit, ``text`` with the other one)."""
    for index, sign in enumerate(text):
        before, behind = text[:index], text[index + 1 :]
        for other in "0123456789" if sign.isdigit() else "":
            changed = before + other + behind
            if other != sign and _READABLE(changed):
                yield sign, other, changed


def _places(text: str) -> int:
    """Digits behind the point."""
    return len(text.partition(".")[2])


@cache
def _thai_alike() -> frozenset[tuple[str, str]]:
    import tomllib

    text = files("pipeline").joinpath("reference/slips.toml").read_text(encoding="utf-8")
    pairs = tomllib.loads(text)["thai_alike"]
    return frozenset((a, b) for one, two in pairs for a, b in ((one, two), (two, one)))


def _restored_digits(text: str, places: int) -> Iterator[str]:
    """``text`` with one digit put in, so that it has ``places`` decimals as its row has."""
    whole = len(text.partition(".")[0])
    behind = _places(text) + 1 == places
    if not behind and _places(text) != places:
        return
    spots = range(whole + 1, len(text) + 1) if behind else range(whole + 1)
    if behind and "." not in text:
        text, spots = f"{text}.", range(len(text) + 1, len(text) + 2)
    for spot in spots:
        for digit in "0123456789":
            changed = text[:spot] + digit + text[spot:]
            if _READABLE(changed):
                yield changed


def _undoubled_digits(text: str, places: int) -> Iterator[str]:
    """``text`` with one of two equal neighbouring digits taken out."""
    for left in range(len(text) - 1):
        if text[left] == text[left + 1] and text[left].isdigit():
            changed = text[:left] + text[left + 1 :]
            if _READABLE(changed) and _places(changed) == places:
                yield changed


def _moved_points(text: str, places: int) -> Iterator[str]:
    """``text`` with its decimal point where the row has it, if it stands elsewhere or nowhere."""
    digits = text.replace(".", "")
    if _places(text) != places and len(digits) > places > 0:
        changed = f"{digits[:-places]}.{digits[-places:]}"
        if _READABLE(changed):
            yield changed


def undone(value: Decimal, places: int, *, thai: bool) -> tuple[tuple[str, Decimal], ...]:
    """(cause, what would have stood there) for every slip in one printed number, each result
    once, under its most telling cause. ``places`` are the decimals that its row has."""
    return tuple((one.cause, one.value) for one in undone_slips(value, places, thai=thai))


class Undone(NamedTuple):
    """A slip undone."""

    cause: str
    text: str
    digits: int
    places: int
    """The value is ``digits`` with so many of them behind the point."""

    @property
    def value(self) -> Decimal:
        return Decimal(self.text)


def undone_slips(value: Decimal, places: int, *, thai: bool) -> tuple[Undone, ...]:
    """`undone` with the digits of each."""
    return _undone(plain(value), places, thai)


@lru_cache(maxsize=1 << 14)
def _undone(text: str, places: int, thai: bool) -> tuple[Undone, ...]:
    value = Decimal(text)
    found: dict[str, str] = {}
    for changed in _transposed(text):
        found.setdefault(changed, "transposition")
    for sign, other, changed in _replaced(text):
        alike = thai and (sign, other) in _thai_alike()
        found.setdefault(changed, "thai-digit" if alike else "digit")
    for cause, made in (
        ("point", _moved_points(text, places)),
        ("doubled", _undoubled_digits(text, places)),
        ("dropped", _restored_digits(text, places)),
    ):
        for changed in made:
            if changed not in found and Decimal(changed) != value:
                found[changed] = cause
    return tuple(
        Undone(cause, changed, int(changed.replace(".", "")), _places(changed))
        for changed, cause in found.items()
    )
