"""Mistakes as authors make them, each recorded with its true cause.

A fault is only made where the printed numbers then contradict each other beyond
rounding, so that it can be seen in principle.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from random import Random

from corpus.report import Fault, Report
from corpus.scores import ScoreSheet

SHARE = 0.3
"""Share of agency-years with a fault."""
_VISIBLE = Decimal("0.03")
"""Points by which a faulty total must miss, so that no rounding hides it."""
_WEIGHT = tuple(Decimal(w) for w in ("0.06",) * 5 + ("0.10",) * 3 + ("0.20",) * 2)


@dataclass(frozen=True, slots=True)
class Published:
    """What the author prints of a score sheet."""

    sheet: ScoreSheet
    indicators: tuple[Decimal, ...]
    total: Decimal
    rating: str

    @property
    def fiscal_year(self) -> int:
        return self.sheet.fiscal_year


def publish(report: Report, chance: Random, sheet: ScoreSheet, *, faulty: bool = True) -> Published:
    """The sheet as printed; now and then with one fault, which the report remembers."""
    sound = Published(sheet, sheet.indicators, sheet.total, sheet.rating)
    if not faulty or chance.random() >= SHARE:
        return sound
    cause = chance.choice(["swap", "digit", "transposition"])
    indicators, total = list(sheet.indicators), sheet.total
    if cause == "swap":
        a, b = chance.randrange(5), chance.randrange(5, 10)
        indicators[a], indicators[b] = indicators[b], indicators[a]
    else:
        total = _misprint(chance, total, cause)
    shift = sum(
        (
            (new - old) * w
            for new, old, w in zip(indicators, sheet.indicators, _WEIGHT, strict=True)
        ),
        Decimal(0),
    )
    if abs(total - sheet.total - shift) < _VISIBLE or not 0 <= total <= 100:
        return sound
    report.faults.append(
        Fault("total-mismatch", cause, report.agency, sheet.fiscal_year, f"{sheet.total} → {total}")
    )
    return Published(sheet, tuple(indicators), total, sheet.rating)


def _misprint(chance: Random, value: Decimal, cause: str) -> Decimal:
    text = list(str(value))
    places = [index for index, char in enumerate(text) if char.isdigit()]
    if cause == "digit":
        at = chance.choice(places[1:])
        text[at] = chance.choice([d for d in "0123456789" if d != text[at]])
    else:
        at = chance.choice([i for i, j in pairwise(places) if j == i + 1])
        text[at], text[at + 1] = text[at + 1], text[at]
    return Decimal("".join(text))
