"""Score vectors as real ones are, with the totals that the schemes give.

The formulas are worked out here anew, from the published rules; nothing is shared with
the program that is measured.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random

INSTRUMENTS = {"IIT": range(1, 6), "EIT": range(6, 9), "OIT": range(9, 11)}
WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}
INDEX_WEIGHTS = (26, 18, 22, 16, 18)
"""Percent of the five indices until 2561."""
TEN_FROM, PARTS_FROM, LAST_YEAR = 2562, 2566, 2568
"""First year of the ten indicators, of the two parts of EIT, and the last that is known."""
_LETTERS = ((95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"))


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The true scores of one agency-year."""

    fiscal_year: int
    indicators: tuple[Decimal, ...]
    """Ten, or the five indices until 2561."""
    instruments: dict[str, Decimal]
    total: Decimal
    rating: str
    parts: dict[str, Decimal] = field(default_factory=dict)
    """``EIT1`` and ``EIT2`` from 2566."""


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half up, as scores are published."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def scheme_of(fiscal_year: int) -> str:
    """The scheme of a fiscal year, by the year it began."""
    if fiscal_year < TEN_FROM:
        return "ita-2558"
    return "ita-2562" if fiscal_year < PARTS_FROM else "ita-2566"


def draw_scores(chance: Random, fiscal_year: int) -> ScoreSheet:
    """IIT high, EIT a little lower, OIT anything; total and rating by the year's rules."""
    base = chance.gauss(88, 5)
    if fiscal_year < TEN_FROM:
        return _five(chance, fiscal_year, base)
    exact = [_near(chance, base + 3, 4) for _ in range(5)]
    external = [(_near(chance, base - 3, 5), _near(chance, base - 5, 6)) for _ in range(3)]
    parts = {}
    if fiscal_year >= PARTS_FROM:
        exact += [(first + second) / 2 for first, second in external]
        columns = zip(*external, strict=True)
        parts = {f"EIT{n}": rounded(_mean(list(column))) for n, column in enumerate(columns, 1)}
    else:
        exact += [first for first, _ in external]
    exact += [_open_data(chance, fiscal_year, number) for number in (9, 10)]
    instruments = {code: _mean([exact[n - 1] for n in ns]) for code, ns in INSTRUMENTS.items()}
    total = rounded(sum((instruments[code] * WEIGHTS[code] for code in WEIGHTS), Decimal(0)) / 100)
    shown = {code: rounded(value) for code, value in instruments.items()}
    rating = rating_of(fiscal_year, total, shown)
    return ScoreSheet(
        fiscal_year, tuple(rounded(value) for value in exact), shown, total, rating, parts
    )


def _five(chance: Random, fiscal_year: int, base: float) -> ScoreSheet:
    exact = [_near(chance, base, 7) for _ in range(5)]
    total = sum((v * w for v, w in zip(exact, INDEX_WEIGHTS, strict=True)), Decimal(0)) / 100
    return ScoreSheet(fiscal_year, tuple(rounded(v) for v in exact), {}, rounded(total), "")


def _mean(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _near(chance: Random, centre: float, spread: float) -> Decimal:
    return Decimal(str(round(min(100.0, max(35.0, chance.gauss(centre, spread))), 3)))


def _open_data(chance: Random, fiscal_year: int, number: int) -> Decimal:
    """Values that counts of open-data items give in 2563–2564, else anything."""
    if fiscal_year in (2563, 2564):
        sizes = (9, 8, 7, 4, 5) if number == 9 else (8, 2)
        shares = [Decimal(chance.randint(size // 3, size)) / size for size in sizes]
        return sum(shares, Decimal(0)) * 100 / len(sizes)
    return chance.choice((Decimal(100), Decimal(str(round(chance.uniform(20, 100), 2)))))


def rating_of(fiscal_year: int, total: Decimal, instruments: dict[str, Decimal]) -> str:
    """The letter until 2565, the level from 2566; nothing where it is not established."""
    if fiscal_year < TEN_FROM:
        return ""
    if fiscal_year < PARTS_FROM:
        return next(letter for limit, letter in _LETTERS if total >= limit)
    each = min(instruments.values())
    if total >= 95 and each >= 95:
        return "ผ่านดีเยี่ยม"
    if total >= 85:
        return "ผ่านดี" if each >= 85 else "ผ่าน"
    return "ต้องปรับปรุง" if total >= 70 else "ต้องปรับปรุงโดยด่วน"


def ratings_of(fiscal_year: int) -> tuple[str, ...]:
    """All ratings of a year, best first."""
    if fiscal_year < PARTS_FROM:
        return tuple(letter for _, letter in _LETTERS)
    return ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
