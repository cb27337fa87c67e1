"""The slips that authors and readers make in one number, undone: what would have stood there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from pipeline.numbers import decimals, plain

VALUE_CAUSES = ("transposition", "thai-digit", "digit", "dropped", "doubled", "point")
"""Slips in one number, by their stable codes."""


def readable(text: str) -> Iterator[Decimal]:
    """``text`` as a score, unless nobody would print it so (``091.76``, ``191.76``)."""
    whole, point, fraction = text.partition(".")
    if not whole.isdigit() or (point and not fraction.isdigit()):
        return
    if (len(whole) == 1 or whole[0] != "0") and Decimal(text) <= 100:
        yield Decimal(text)


def transpositions(value: Decimal) -> Iterator[Decimal]:
    """``value`` with two neighbouring digits exchanged, also across the decimal point."""
    text = plain(value)
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    for left, right in pairwise(places):
        if text[left] != text[right]:
            signs = list(text)
            signs[left], signs[right] = signs[right], signs[left]
            yield from readable("".join(signs))


def digit_changes(value: Decimal) -> Iterator[Decimal]:
    """``value`` with any one digit replaced."""
    for _, _, changed in _replaced(value):
        yield changed


def _replaced(value: Decimal) -> Iterator[tuple[str, str, Decimal]]:
    """(printed digit, other digit, value with the other one)."""
    text = plain(value)
    for index, sign in enumerate(text):
        for other in "0123456789" if sign.isdigit() else "":
            if other != sign:
                for changed in readable(text[:index] + other + text[index + 1 :]):
                    yield sign, other, changed


@cache
def _thai_alike() -> frozenset[tuple[str, str]]:
    import tomllib

    text = files("pipeline").joinpath("reference/slips.toml").read_text(encoding="utf-8")
    pairs = tomllib.loads(text)["thai_alike"]
    return frozenset((a, b) for one, two in pairs for a, b in ((one, two), (two, one)))


def restored_digits(value: Decimal, places: int) -> Iterator[Decimal]:
    """``value`` with one digit put in, so that it has ``places`` decimals as its row has."""
    text = plain(value)
    whole = len(text.partition(".")[0])
    behind = decimals(value) + 1 == places
    if not behind and decimals(value) != places:
        return
    spots = range(whole + 1, len(text) + 1) if behind else range(whole + 1)
    if behind and "." not in text:
        text, spots = f"{text}.", range(len(text) + 1, len(text) + 2)
    for spot in spots:
        for digit in "0123456789":
            yield from readable(text[:spot] + digit + text[spot:])


def undoubled_digits(value: Decimal, places: int) -> Iterator[Decimal]:
    """``value`` with one of two equal neighbouring digits taken out."""
    text = plain(value)
    for left in range(len(text) - 1):
        if text[left] == text[left + 1] and text[left].isdigit():
            for found in readable(text[:left] + text[left + 1 :]):
                if decimals(found) == places:
                    yield found


def moved_points(value: Decimal, places: int) -> Iterator[Decimal]:
    """``value`` with its decimal point where the row has it, if it stands elsewhere or nowhere."""
    digits = plain(value).replace(".", "")
    if decimals(value) != places and len(digits) > places > 0:
        yield from readable(f"{digits[:-places]}.{digits[-places:]}")


def undone(value: Decimal, places: int, *, thai: bool) -> tuple[tuple[str, Decimal], ...]:
    """(cause, what would have stood there) for every slip in one printed number, each result
    once, under its most telling cause. ``places`` are the decimals that its row has."""
    return _undone(plain(value), places, thai)


@lru_cache(maxsize=1 << 14)
def _undone(text: str, places: int, thai: bool) -> tuple[tuple[str, Decimal], ...]:
    value = Decimal(text)
    found: dict[str, str] = {}
    for changed in transpositions(value):
        found.setdefault(plain(changed), "transposition")
    for sign, other, changed in _replaced(value):
        alike = thai and (sign, other) in _thai_alike()
        found.setdefault(plain(changed), "thai-digit" if alike else "digit")
    for cause, made in (
        ("point", moved_points(value, places)),
        ("doubled", undoubled_digits(value, places)),
        ("dropped", restored_digits(value, places)),
    ):
        for changed in made:
            if changed != value:
                found.setdefault(plain(changed), cause)
    return tuple((cause, Decimal(changed)) for changed, cause in found.items())
