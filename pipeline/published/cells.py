"""The cells of which the rows of the two large tables are joined, as bytes, each made once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.published.ledger import Ledger
from pipeline.scheme import scheme_for

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Objects = npt.NDArray[np.object_]


def cell(text: str) -> bytes:
    """One CSV cell, quoted where it must be."""
    if not any(sign in text for sign in ',"\r\n'):
        return text.encode()
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow([text])
    return out.getvalue().encode()


def ended(cells: Iterable[bytes], sign: bytes = b",") -> Objects:
    """Cells with what separates them from the next, to be picked by number."""
    import numpy as np

    listed = [one + sign for one in cells]
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


def scheme_cell(year: int) -> bytes:
    scheme = scheme_for(year)
    return scheme.id.encode() if scheme else b""


class Cells:
    """Cells by the numbers that a ledger gives them."""

    def __init__(self, ledger: Ledger, *, excel_safe: bool = False) -> None:
        from pipeline.tables.write import neutral

        self.ledger = ledger
        self.excel_safe = excel_safe
        self._safe: Callable[[str], str] = neutral if excel_safe else str
        self.bodies = list(self._of_bodies())
        """Id, name, type, district and province of each body."""
        numbers = ledger.numbers
        self.shown = [*(numbers.shown(n).encode() for n in range(len(numbers.texts))), b""]
        """The value of each text; the last is of a cell that is not there, as everywhere."""

    def safe(self, text: str) -> bytes:
        """The cell of a text from a table."""
        return cell(self._safe(text))

    def _of_bodies(self) -> Iterator[bytes]:
        for identity in self.ledger.agencies:
            body = self.ledger.bodies[identity]
            name = body.official_name or body.name
            parts = (identity, name, body.kind, body.district, body.province)
            yield b",".join(map(self.safe, parts))

    @cached_property
    def printed(self) -> list[bytes]:
        values = self.ledger.numbers.values
        return [*(self.safe(value.printed) if value else b"" for value in values), b""]

    @cached_property
    def ratings(self) -> list[bytes]:
        return [*map(self.safe, self.ledger.ratings), b""]

    @cached_property
    def documents(self) -> list[bytes]:
        return [cell(table.document) for table in self.ledger.tables]
