"""Texts of score cells as exact numbers: each distinct text is read once.

Scaled integers carry a value with up to six decimals exactly; a text that says more than one
number is left to the auditor's full rules. More decimals than that are those of a computed float
(``89.23084270105664``), whose last digits are chance: such a value is taken at six.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pipeline.audit.whole import PLACES, UNIT
from pipeline.interval import half_up
from pipeline.numbers import decimals, plain
from pipeline.scores.tables.cells import Value, is_nothing, read_value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NOTHING, NUMBER, WORDS = 0, 1, 2
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{1,6})?")


def is_number(text: str) -> bool:
    """Whether a cell says one score."""
    return bool(_PLAIN.fullmatch(text)) or read_value(text) is not None


def _without_chance(value: Value | None) -> Value | None:
    """A value without the decimals that only floating point gives it."""
    if value is None or decimals(value.value) <= PLACES or value.value > 10**6:
        return value
    return replace(value, value=half_up(Fraction(value.value), PLACES))


@dataclass(slots=True)
class Numbers:
    """Every distinct text of score cells, by a number of its own."""

    ids: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    values: list[Value | None] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    scaled: list[int] = field(default_factory=list)
    """Value times `UNIT`; negative where the text is no single plain number."""
    places: list[int] = field(default_factory=list)

    def id_of(self, text: str) -> int:
        """The number of a text, read when it is first met."""
        known = self.ids.get(text)
        return self._add(text) if known is None else known

    def many(self, texts: Iterable[str]) -> list[int]:
        return [self.id_of(text) for text in texts]

    def _add(self, text: str) -> int:
        number = self.ids[text] = len(self.texts)
        value = None
        if _PLAIN.fullmatch(text):
            value = Value(Decimal(text), text)
        elif not is_nothing(text):
            value = _without_chance(read_value(text))
        self.texts.append(text)
        self.values.append(value)
        if value is None:
            self.kinds.append(NOTHING if is_nothing(text) else WORDS)
        else:
            self.kinds.append(NUMBER)
        places = decimals(value.value) if value else 0
        single = value is not None and value.out_of is None and value.change is None
        exact = value is not None and single and places <= PLACES and value.value <= 10**6
        self.scaled.append(int(value.value * UNIT) if exact and value else -1)
        self.places.append(places if exact else 0)
        return number

    def arrays(
        self,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Scaled values, decimals and kinds by text number; the last entry (-1) stands for
        a cell that is not there."""
        import numpy as np

        return (
            np.array([*self.scaled, -1], dtype=np.int64),
            np.array([*self.places, 0], dtype=np.int64),
            np.array([*self.kinds, NOTHING], dtype=np.int64),
        )

    def shown(self, number: int) -> str:
        """The value as ``scores.csv`` gives it."""
        value = self.values[number]
        return plain(value.value) if value else ""
