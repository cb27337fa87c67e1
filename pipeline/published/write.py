"""Write the two large tables: sound agency-years in bulk, the others as the auditor gives them.

The rows are those of `pipeline.tables.rows`, byte for byte (a test holds it to that). A row is
joined of few pieces that many rows share, so that a million of them take about a second.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pipeline.audit.model import Audited
from pipeline.published.cells import Cells
from pipeline.published.ledger import Ledger
from pipeline.published.score_lines import ScoreLines
from pipeline.published.year_lines import YearLines
from pipeline.run.records import Record
from pipeline.tables.fields import AGENCY_YEARS, SCORES, TableSchema
from pipeline.tables.rows import Row, agency_year_rows, score_rows
from pipeline.tables.write import to_csv

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Objects = npt.NDArray[np.object_]
    Made = Callable[[Ints], Objects]
    """Rows of a table to their pieces, [agency-year, piece]."""

_CHUNK = 4096
"""Agency-years formatted at a time: memory stays small."""
_AT_ONCE = 64
"""Agency-years written at a time: what the processor's cache holds."""
SHARED = 20_000
"""Sound agency-years from which a second process is worth its start."""

Block = tuple[int, bytes]
"""Key of an agency-year, and its rows."""


def write_scores(path: Path, cells: Cells, records: Mapping[str, Record], audited: Audited) -> None:
    """``scores.csv``: by document, then agency-year, then code."""
    import numpy as np

    book, made = cells.ledger, ScoreLines(cells).pieces
    with whole(path) as file:
        file.write(_header(SCORES))
        for document in sorted(range(len(book.tables)), key=lambda n: book.tables[n].document):
            name = book.tables[document].document
            rows = np.flatnonzero((book.document == document) & ~book.odd)
            odd = _blocks(SCORES, score_rows({name: records[name]}, audited), cells)
            _merge(file, book, rows, odd, made)


def write_agency_years(path: Path, cells: Cells, audited: Audited) -> None:
    """``agency_years.csv``: by agency and year."""
    import numpy as np

    with whole(path) as file:
        file.write(_header(AGENCY_YEARS))
        odd = _blocks(AGENCY_YEARS, agency_year_rows(audited), cells)
        rows = np.flatnonzero(~cells.ledger.odd)
        _merge(file, cells.ledger, rows, odd, YearLines(cells).pieces)


def _header(table: TableSchema) -> bytes:
    return to_csv(table, [])


def _keys(book: Ledger, rows: Ints) -> Ints:
    """Order of agency-years: by the id's text, then the year."""
    return book.agency[rows] * 10_000 + book.year[rows]


def _key_of(book: Ledger, row: Row) -> int:
    return bisect_left(book.agencies, row["agency_id"]) * 10_000 + int(row["fiscal_year"] or 0)


def _blocks(table: TableSchema, rows: Iterator[Row], cells: Cells) -> list[Block]:
    """Rows of one agency-year together, with its key."""
    found: list[Block] = []
    same: list[Row] = []
    key = -1
    start = len(_header(table))
    for row in rows:
        own = _key_of(cells.ledger, row)
        if own != key and same:
            found.append((key, to_csv(table, same, excel_safe=cells.excel_safe)[start:]))
            same = []
        key = own
        same.append(row)
    if same:
        found.append((key, to_csv(table, same, excel_safe=cells.excel_safe)[start:]))
    return found


def _merge(file: IO[bytes], book: Ledger, rows: Ints, odd: Sequence[Block], made: Made) -> None:
    """Both kinds of rows in one order."""
    import numpy as np

    keys = _keys(book, rows)
    order = np.argsort(keys, kind="stable")
    rows, keys = rows[order], keys[order]
    places = np.searchsorted(keys, np.array([key for key, _ in odd], dtype=np.int64))
    waiting = list(zip(places.tolist(), (text for _, text in odd), strict=True))[::-1]
    for start in range(0, len(rows), _CHUNK):
        pieces = made(rows[start : start + _CHUNK])
        taken = 0
        while waiting and waiting[-1][0] < start + len(pieces):
            place, text = waiting.pop()
            _put(file, pieces[taken : place - start])
            file.write(text)
            taken = place - start
        _put(file, pieces[taken:])
    file.write(b"".join(text for _, text in reversed(waiting)))


def _put(file: IO[bytes], pieces: Objects) -> None:
    for first in range(0, len(pieces), _AT_ONCE):
        file.write(b"".join(pieces[first : first + _AT_ONCE].ravel().tolist()))


class whole:  # noqa: N801 - used like a function
    """A file that is there whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")

    def __enter__(self) -> IO[bytes]:
        self.file = self.temporary.open("wb")
        return self.file

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is not None:
            self.file.close()
            self.temporary.unlink(missing_ok=True)
            return
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.temporary.replace(self.path)
