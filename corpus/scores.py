"""Score vectors as real ones are, with the totals that the schemes give.

The formula is worked out here anew, from the published rules; nothing is shared with
the program that is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

INSTRUMENTS = {"IIT": range(1, 6), "EIT": range(6, 9), "OIT": range(9, 11)}
WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}
_LETTERS = ((95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"))


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The true scores of one agency-year."""

    fiscal_year: int
    indicators: tuple[Decimal, ...]
    instruments: dict[str, Decimal]
    total: Decimal
    rating: str


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half up, as scores are published."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def draw_scores(chance: Random, fiscal_year: int) -> ScoreSheet:
    """IIT high, EIT a little lower, OIT anything; total and rating by the year's rules."""
    base = chance.gauss(88, 5)
    exact = [_near(chance, base + 3, 4) for _ in range(5)]
    exact += [_near(chance, base - 3, 5) for _ in range(3)]
    exact += [_open_data(chance, fiscal_year, number) for number in (9, 10)]
    indicators = tuple(rounded(value) for value in exact)
    instruments = {
        code: sum((exact[n - 1] for n in numbers), Decimal(0)) / len(numbers)
        for code, numbers in INSTRUMENTS.items()
    }
    total = sum((instruments[code] * WEIGHTS[code] for code in WEIGHTS), Decimal(0)) / 100
    shown = {code: rounded(value) for code, value in instruments.items()}
    return ScoreSheet(
        fiscal_year, indicators, shown, rounded(total), _rating(fiscal_year, rounded(total), shown)
    )


def _near(chance: Random, centre: float, spread: float) -> Decimal:
    return Decimal(str(round(min(100.0, max(35.0, chance.gauss(centre, spread))), 3)))


def _open_data(chance: Random, fiscal_year: int, number: int) -> Decimal:
    """Values that counts of open-data items give in 2563–2564, else anything."""
    if fiscal_year in (2563, 2564):
        sizes = (9, 8, 7, 4, 5) if number == 9 else (8, 2)
        shares = [Decimal(chance.randint(0, size)) / size for size in sizes]
        return sum(shares, Decimal(0)) * 100 / len(sizes)
    return chance.choice((Decimal(100), Decimal(str(round(chance.uniform(20, 100), 2)))))


def _rating(fiscal_year: int, total: Decimal, instruments: dict[str, Decimal]) -> str:
    if fiscal_year <= 2565:
        return next(letter for limit, letter in _LETTERS if total >= limit)
    each = min(instruments.values())
    if total >= 95 and each >= 95:
        return "ผ่านดีเยี่ยม"
    if total >= 85:
        return "ผ่านดี" if each >= 85 else "ผ่าน"
    return "ต้องปรับปรุง" if total >= 70 else "ต้องปรับปรุงโดยด่วน"
