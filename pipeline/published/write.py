"""Write the two large tables: sound agency-years in bulk, the others as the auditor gives them.

The rows are those of `pipeline.tables.rows`, byte for byte (a test holds it to that). A row is
joined of few pieces that many rows share, so that a million of them take about a second.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pipeline.audit.blind import blind_spots
from pipeline.audit.model import Audited
from pipeline.audit.screen import CODES, UNIT, Printed
from pipeline.published.ledger import Ledger
from pipeline.run.records import Record
from pipeline.scheme import scheme_for
from pipeline.tables.fields import AGENCY_YEARS, INDICATORS, SCORES, TableSchema
from pipeline.tables.rows import Row, agency_year_rows, score_rows
from pipeline.tables.write import to_csv

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Objects = npt.NDArray[np.object_]

_CHUNK = 4096
"""Agency-years formatted at a time: memory stays small."""
_AT_ONCE = 64
"""Agency-years written at a time: what the processor's cache holds."""
SHARED = 20_000
"""Sound agency-years from which a second process is worth its start."""
_YEAR_CODES = (*(f"{code}" for code in INDICATORS), "IIT", "EIT", "OIT", "total")

Block = tuple[int, bytes]
"""Key of an agency-year, and its rows."""


def item_type(code: str) -> str:
    if code.isdigit():
        return "indicator"
    return "total" if code == "total" else "index" if code.startswith("index") else "instrument"


def _cell(text: str) -> bytes:
    """One CSV cell, quoted where it must be."""
    if not any(sign in text for sign in ',"\r\n'):
        return text.encode()
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow([text])
    return out.getvalue().encode()


@dataclass
class Writer:
    """Everything the rows are made of, as bytes, each made once."""

    ledger: Ledger
    excel_safe: bool = False
    _body: list[bytes] = field(init=False)
    _shown: list[bytes] = field(init=False)
    _printed: list[bytes] = field(init=False)
    _ratings: list[bytes] = field(init=False)
    _cents: list[bytes] = field(init=False)
    _labels: list[tuple[list[bytes], list[bytes]]] = field(init=False)
    _made: dict[tuple[int, int], Objects] = field(init=False, default_factory=dict)
    """For labels and code: the cells of each text."""

    def __post_init__(self) -> None:
        from pipeline.tables.write import neutral

        safe: Callable[[str], str] = neutral if self.excel_safe else str
        book, numbers = self.ledger, self.ledger.numbers
        self._body = []
        for identity in book.agencies:
            body = book.bodies[identity]
            name = body.official_name or body.name
            parts = (identity, name, body.kind, body.district, body.province)
            self._body.append(b",".join(_cell(safe(part)) for part in parts))
        self._shown = [*(numbers.shown(n).encode() for n in range(len(numbers.texts))), b""]
        self._printed = [
            *(_cell(safe(value.printed)) if value else b"" for value in numbers.values), b"",
        ]  # fmt: skip
        self._ratings = [*(_cell(safe(text)) for text in book.ratings), b""]
        self._cents = [*(b"%d.%02d" % divmod(n, 100) for n in range(10_001)), b""]
        self._labels = [
            ([_cell(safe(name)) for name in one.names],
             [f"{sure:.4f}".rstrip("0").rstrip(".").encode() for sure in one.confidences])
            for one in book.known_labels
        ]  # fmt: skip

    @cached_property
    def _cells(self) -> _Cells:
        book = self.ledger
        verdicts = (b"incomplete", b"consistent")
        return _Cells(
            _ended(self._body),
            _ended(_cell(table.document) for table in book.tables),
            _ended(self._shown),
            _ended(self._ratings),
            _ended(self._cents),
            _ended([*(_cell(text) for text in book.screened.ratings), b""]),
            _ended(b"%b,%b," % (one, sure) for one in verdicts for sure in (b"read", b"proved")),
        )

    @cached_property
    def blind(self) -> Objects:
        """What each sound row could still hide, as the last cell of its line."""
        import numpy as np

        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        printed = Printed(CODES, scaled[book.texts], places[book.texts], book.ratings, book.rating)
        consistent = book.screened.consistent & ~book.odd
        told = blind_spots(printed, book.year, consistent)
        cells = {text: _cell(text) + b"\n" for text in set(told)}
        lines = np.empty(len(told), dtype=object)
        lines[:] = [cells[text] for text in told]
        return lines

    def keys(self, rows: Ints) -> Ints:
        """Order of agency-years: by the id's text, then the year."""
        return self.ledger.agency[rows] * 10_000 + self.ledger.year[rows]

    def in_order(self, rows: Ints) -> Ints:
        import numpy as np

        return rows[np.argsort(self.keys(rows), kind="stable")]

    def key_of(self, row: Row) -> int:
        from bisect import bisect_left

        agency = bisect_left(self.ledger.agencies, row["agency_id"])
        return agency * 10_000 + int(row["fiscal_year"] or 0)

    @cached_property
    def kinds(self) -> Ints:
        """Number of the shape of each agency-year: alike for those whose rows in ``scores.csv``
        differ in body and numbers alone."""
        import numpy as np

        book = self.ledger
        present = book.texts >= 0
        bits = np.left_shift(np.int64(1), np.arange(len(CODES), dtype=np.int64))
        proved = book.screened.proved & present
        kind = np.zeros(len(book), dtype=np.int64)
        for key in (present @ bits, proved @ bits, book.labels, book.document, book.sheet,
                    book.year):  # fmt: skip
            distinct, part = np.unique(key, return_inverse=True)
            if len(distinct) > 1:
                _, kind = np.unique(kind * len(distinct) + part.ravel(), return_inverse=True)
        return kind.ravel()

    def scores(self, rows: Ints) -> Iterator[bytes]:
        """The rows of ``scores.csv`` of sound agency-years, one piece for each."""
        import numpy as np

        kind = self.kinds[rows]
        pieces: list[bytes] = [b""] * len(rows)
        for number in np.unique(kind).tolist():
            self._fill(pieces, rows, np.flatnonzero(kind == number))
        yield from pieces

    def _fill(self, pieces: list[bytes], rows: Ints, mine: Ints) -> None:
        """The pieces of rows of one shape: each score is what tells the agency-year, the value,
        and where and how surely it was read."""
        book, chosen = self.ledger, rows[mine]
        row = int(chosen[0])
        codes = (book.texts[row] >= 0).nonzero()[0].tolist()
        start, dated = self._told(row)
        whose = [
            b"%b,%b,%b," % (start, self._body[one], dated) for one in book.agency[chosen].tolist()
        ]
        lines = book.lines[chosen]
        one_line = bool((lines[:, codes] == lines[:, codes[:1]]).all())
        page = b",%d,,,,," % book.tables[int(book.document[row])].entries[int(book.sheet[row])].page
        ends: dict[bytes, list[bytes]] = {}
        columns: list[list[bytes]] = []
        for code in codes:
            end = self._end(row, code)
            if not one_line or end not in ends:
                ends[end] = [b"%b%d%b" % (page, one, end) for one in lines[:, code].tolist()]
            columns += [whose, self._values(row, code)[book.texts[chosen, code]].tolist()]
            if CODES[code] == "total":
                columns.append([self._ratings[one] for one in book.rating[chosen].tolist()])
            columns.append(ends[end])
        for place, values in zip(mine.tolist(), zip(*columns, strict=True), strict=True):
            pieces[place] = b"".join(values)

    def _told(self, row: int) -> tuple[bytes, bytes]:
        """The document's cell, and those of year and scheme."""
        book = self.ledger
        year = int(book.year[row])
        scheme = scheme_for(year)
        document = _cell(book.tables[int(book.document[row])].document)
        return document, b"%d,%b" % (year, scheme.id.encode() if scheme else b"")

    def _end(self, row: int, code: int) -> bytes:
        """What follows the line in the row of a score."""
        book = self.ledger
        _, sure = self._labels[int(book.labels[row])]
        proved = bool(book.screened.proved[row, code])
        return b",text,%b,%b,1\n" % (sure[code], b"proved" if proved else b"read")

    def _values(self, row: int, code: int) -> Objects:
        """By number of a text: the cells from the type of a score up to its rating."""
        import numpy as np

        book = self.ledger
        labels = int(book.labels[row])
        made = self._made.get((labels, code))
        if made is None:
            name = CODES[code]
            start = f"{item_type(name)},{name},".encode() + self._labels[labels][0][code]
            made = np.full(len(self._shown), b"", dtype=object)
            met = np.zeros(len(made), dtype=np.bool_)
            met[book.texts[book.labels == labels, code]] = True
            for text in met.nonzero()[0].tolist():
                made[text] = b"%b,%b,100,,%b," % (start, self._shown[text], self._printed[text])
            self._made[labels, code] = made
        return made

    def agency_years(self, rows: Ints) -> Iterator[bytes]:
        """The rows of ``agency_years.csv`` of sound agency-years."""
        import numpy as np

        book, known, cells = self.ledger, self.ledger.screened, self._cells
        years = np.unique(book.year[rows])
        dated = _ended([self._dated(year) for year in years.tolist()])
        columns: list[list[bytes]] = [
            cells.body[book.agency[rows]].tolist(),
            dated[np.searchsorted(years, book.year[rows])].tolist(),
        ]
        columns += (
            cells.shown[book.texts[rows, CODES.index(code)]].tolist() for code in _YEAR_CODES
        )
        columns.append(cells.rating[book.rating[rows]].tolist())
        columns += (cells.cents[known.recomputed[rows, place]].tolist() for place in range(4))
        columns.append(self._differences(rows))
        columns.append(cells.level[known.rating[rows]].tolist())
        sure = known.proved[rows, CODES.index("total")]
        columns.append(cells.verdict[2 * known.consistent[rows] + sure].tolist())
        columns.append(cells.document[book.document[rows]].tolist())
        columns.append(self.blind[rows].tolist())
        yield from map(b"".join, zip(*columns, strict=True))

    def _dated(self, year: int) -> bytes:
        scheme = scheme_for(year)
        return b"%d,%d,%b" % (year, year - 543, scheme.id.encode() if scheme else b"")

    def _differences(self, rows: Ints) -> list[bytes]:
        """Printed less recomputed total, with the finer decimals of both."""
        import numpy as np

        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        total = book.texts[rows, CODES.index("total")]
        cents = book.screened.recomputed[rows, 3]
        both = (total >= 0) & (cents >= 0)
        finest = np.maximum(places[total], 2)
        off = np.where(both, scaled[total] - cents * (UNIT // 100), 0)
        keys, place = np.unique(((off * 8) + finest) * 2 + both, return_inverse=True)
        made = [_signed(key >> 4, key >> 1 & 7, bool(key & 1)) for key in keys.tolist()]
        differences: list[bytes] = _ended(made)[place.ravel()].tolist()
        return differences


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of ``agency_years.csv`` by number, each with the comma after it."""

    body: Objects
    document: Objects
    shown: Objects
    rating: Objects
    cents: Objects
    level: Objects
    verdict: Objects
    """By twice whether it is consistent, and whether it is proved; with its assurance."""


def _ended(cells: Iterable[bytes], sign: bytes = b",") -> Objects:
    """Cells with what separates them from the next, to be picked by number."""
    import numpy as np

    listed = [cell + sign for cell in cells]
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


def _signed(off: int, places: int, both: bool) -> bytes:
    if not both:
        return b""
    step = UNIT // 10**places
    whole, rest = divmod(abs(off) // step, 10**places)
    sign = "-" if off < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}".encode()


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of one document, or of all, in their order, and the others that stand among them."""

    rows: Ints
    odd: Sequence[Block]


def score_segments(
    writer: Writer, records: Mapping[str, Record], audited: Audited
) -> list[Segment]:
    """What ``scores.csv`` holds: by document, then agency-year, then code."""
    import numpy as np

    book = writer.ledger
    segments = []
    for document in sorted(range(len(book.tables)), key=lambda n: book.tables[n].document):
        name = book.tables[document].document
        rows = writer.in_order(np.flatnonzero((book.document == document) & ~book.odd))
        odd = _blocks(SCORES, score_rows({name: records[name]}, audited), writer)
        segments.append(Segment(rows, odd))
    return segments


def year_segment(writer: Writer, audited: Audited) -> Segment:
    """What ``agency_years.csv`` holds: by agency and year."""
    import numpy as np

    rows = writer.in_order(np.flatnonzero(~writer.ledger.odd))
    return Segment(rows, _blocks(AGENCY_YEARS, agency_year_rows(audited), writer))


def write_segments(
    file: IO[bytes],
    writer: Writer,
    segments: Sequence[Segment],
    made: Callable[[Ints], Iterator[bytes]],
) -> None:
    """Both kinds of rows in one order."""
    for one in segments:
        _merge(file, writer, one.rows, one.odd, made)


def header(table: TableSchema) -> bytes:
    return to_csv(table, [])


def _blocks(table: TableSchema, rows: Iterator[Row], writer: Writer) -> list[Block]:
    """Rows of one agency-year together, with its key."""
    found: list[Block] = []
    same: list[Row] = []
    key = -1
    start = len(header(table))
    for row in rows:
        own = writer.key_of(row)
        if own != key and same:
            found.append((key, to_csv(table, same, excel_safe=writer.excel_safe)[start:]))
            same = []
        key = own
        same.append(row)
    if same:
        found.append((key, to_csv(table, same, excel_safe=writer.excel_safe)[start:]))
    return found


def _merge(
    file: IO[bytes],
    writer: Writer,
    rows: Ints,
    odd: Sequence[Block],
    made: Callable[[Ints], Iterator[bytes]],
) -> None:
    import numpy as np

    places = np.searchsorted(writer.keys(rows), np.array([key for key, _ in odd], dtype=np.int64))
    waiting = list(zip(places.tolist(), (text for _, text in odd), strict=True))[::-1]
    for start in range(0, len(rows), _CHUNK):
        pieces = list(made(rows[start : start + _CHUNK]))
        ready: list[bytes] = []
        taken = 0
        while waiting and waiting[-1][0] < start + len(pieces):
            place, text = waiting.pop()
            ready += pieces[taken : place - start]
            ready.append(text)
            taken = place - start
        ready += pieces[taken:]
        for first in range(0, len(ready), _AT_ONCE):
            file.write(b"".join(ready[first : first + _AT_ONCE]))
    file.write(b"".join(text for _, text in reversed(waiting)))


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
