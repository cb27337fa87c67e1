"""Rows of tables as agency-years: who, when, and the number of each score's text.

An `Entries` holds as many agency-years as its table states, as parallel arrays with one
place a score code. What the arrays cannot say (a value twice, full marks, targets, questions)
is marked ``odd``; the scores of any agency-year can be had from its rows again, as the
readers of reports give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.audit.whole import CODES
from pipeline.facts import Claim, Score
from pipeline.published.notice import Notice
from pipeline.published.people import Who

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


PLACE = {code: place for place, code in enumerate(CODES)}


@dataclass(frozen=True, slots=True)
class Labels:
    """The printed labels of one row's values, and how surely they were understood."""

    names: tuple[str, ...]
    confidences: tuple[float, ...]


@dataclass(slots=True)
class Entries:
    """The agency-years of one sheet."""

    page: int
    table: int
    who: Who
    body: Ints
    """Number of the body in ``who.named``."""
    year: Ints
    """0 where none is told."""
    texts: Ints
    """[agency-year, code]: number of the cell's text; -1 without one."""
    lines: Ints
    """[agency-year, code]: row of the spreadsheet."""
    labels: Ints
    """Number of the row's `Labels`."""
    rating: Ints
    """Number of the rating's text in ``ratings``; -1 without one."""
    odd: Flags
    ratings: list[str]
    known_labels: list[Labels]
    scores_of: Callable[[int], Iterator[Score]]
    """Every score of an agency-year, in reading order."""
    claims_of: Callable[[int], Iterator[Claim]]
    notices: list[Notice] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.body)


def no_texts(count: int) -> Ints:
    import numpy as np

    return np.full((count, len(CODES)), -1, dtype=np.int32)
