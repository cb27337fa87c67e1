"""Columns of texts of which many are alike: each different text once, and who holds which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

_SPREAD = 0x9E3779B97F4A7C15
"""Odd, with bits like chance: its multiples fill a table evenly."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A column; equal columns are equal in both parts."""

    codes: Ints
    """By row, the place of its text in ``distinct``."""
    distinct: Sequence[str]
    """In the order in which they first stand in the column."""

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.distinct[int(self.codes[row])]

    @property
    def blank(self) -> Flags:
        """Rows with nothing."""
        import numpy as np

        empty: Flags = np.array([not text for text in self.distinct], dtype=np.bool_)[self.codes]
        return empty

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled small: columns go from one process to another."""
        import numpy as np

        small = self.codes.astype(np.min_scalar_type(len(self.distinct)))
        return _unpickled, (small, list(self.distinct))

    def below(self, row: int) -> Texts:
        """The column from a row on."""
        return chosen(self.codes[row:], self.distinct)

    def same(self, other: Texts) -> bool:
        """Whether every row holds the same text in both."""
        import numpy as np

        return list(self.distinct) == list(other.distinct) and np.array_equal(
            self.codes, other.codes
        )


def _unpickled(codes: npt.NDArray[np.unsignedinteger], distinct: Sequence[str]) -> Texts:
    import numpy as np

    return Texts(codes.astype(np.int64), distinct)


def texts_of(cells: Iterable[str]) -> Texts:
    """A column from its cells."""
    import numpy as np

    seen: dict[str, int] = {}
    codes = [seen.setdefault(cell, len(seen)) for cell in cells]
    return Texts(np.array(codes, dtype=np.int64), list(seen))


def chosen(codes: Ints, distinct: Sequence[str]) -> Texts:
    """A column whose rows hold these texts, of which some may be held by none."""
    numbered, first = grouped(codes)
    return Texts(numbered, [distinct[code] for code in codes[first].tolist()])


def grouped(keys: npt.NDArray[np.integer]) -> tuple[Ints, Ints]:
    """For each row the number of its key, in order of first appearance, and the row where each
    stands first."""
    import numpy as np

    rows = np.arange(len(keys))
    if not len(keys):
        return rows, rows
    bits = len(keys).bit_length() + 2
    wide = keys.astype(np.int64, copy=False).view(np.uint64)
    place = ((wide * np.uint64(_SPREAD)) >> np.uint64(64 - bits)).astype(np.int64)
    table = np.empty(1 << bits, dtype=np.int64)
    table[place[::-1]] = rows[::-1]
    owner = table[place]
    others = (keys[owner] != keys).nonzero()[0]
    if len(others):  # different keys with one place in the table
        _, first, back = np.unique(keys[others], return_index=True, return_inverse=True)
        owner[others] = others[first[back.ravel()]]
    is_first = owner == rows
    number = np.cumsum(is_first) - 1
    return number[owner], is_first.nonzero()[0]
