"""Write the two large tables: sound agency-years in bulk, the others as the auditor gives them.

The rows are those of `pipeline.tables.rows`, byte for byte (a test holds it to that). Rows of
one shape share a template of bytes, so that a million of them take about a second.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
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

_CHUNK = 4096
"""Agency-years formatted at a time: memory stays small."""
SHARED = 20_000
"""Sound agency-years from which a second process is worth its start."""
FIRST_SHARE = 0.95
"""Of the scores, while the second process writes the other tables and the rest."""
_TYPES = {
    "total": "total",
    "index": "index",
    "I": "instrument",
    "E": "instrument",
    "O": "instrument",
}
_YEAR_CODES = (*(f"{code}" for code in INDICATORS), "IIT", "EIT", "OIT", "total")
_BLANK = "\x00"

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


def _literal(text: str) -> bytes:
    """A CSV cell inside a template."""
    return _cell(text).replace(b"%", b"%%")


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
            ([_literal(safe(name)) for name in one.names],
             [f"{sure:.4f}".rstrip("0").rstrip(".").encode() for sure in one.confidences])
            for one in book.known_labels
        ]  # fmt: skip

    @cached_property
    def blind(self) -> list[bytes]:
        """What each sound row could still hide, as a cell."""
        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        printed = Printed(CODES, scaled[book.texts], places[book.texts], book.ratings, book.rating)
        consistent = book.screened.consistent & ~book.odd
        told = blind_spots(printed, book.year, consistent)
        cells = {text: _cell(text) for text in set(told)}
        return [cells[text] for text in told]

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

    def scores(self, rows: Ints) -> Iterator[bytes]:
        """The rows of ``scores.csv`` of sound agency-years, one piece for each."""
        import numpy as np

        book = self.ledger
        texts = book.texts[rows]
        present = texts >= 0
        proved = book.screened.proved[rows] & present
        bits = np.left_shift(np.int64(1), np.arange(len(CODES), dtype=np.int64))
        shape = np.stack(
            [present @ bits, proved @ bits, book.labels[rows], book.document[rows],
             book.sheet[rows], book.year[rows]], axis=1,
        )  # fmt: skip
        kinds, first, kind = np.unique(shape, axis=0, return_index=True, return_inverse=True)
        pieces: list[bytes] = [b""] * len(rows)
        kind = kind.ravel()
        for number in range(len(kinds)):
            mine = np.flatnonzero(kind == number)
            self._fill(pieces, rows, mine, proved[first[number]])
        yield from pieces

    def _fill(
        self, pieces: list[bytes], rows: Ints, mine: Ints, proved: npt.NDArray[np.bool_]
    ) -> None:
        """The pieces of rows that differ in body and numbers alone."""
        import numpy as np

        book, chosen = self.ledger, rows[mine]
        row = int(chosen[0])
        codes = np.flatnonzero(book.texts[row] >= 0).tolist()
        template = self._template(row, codes, proved)
        shown, printed = self._shown, self._printed
        bodies = [self._body[one] for one in book.agency[chosen].tolist()]
        lines = book.lines[chosen]
        one_line = bool((lines[:, codes] == lines[:, codes[:1]]).all())
        line = [b"%d" % one for one in lines[:, codes[0]].tolist()]
        columns: list[Sequence[bytes]] = []
        for code in codes:
            text = book.texts[chosen, code].tolist()
            columns += [bodies, [shown[one] for one in text], [printed[one] for one in text]]
            if CODES[code] == "total":
                columns.append([self._ratings[one] for one in book.rating[chosen].tolist()])
            columns.append(line if one_line else [b"%d" % one for one in lines[:, code].tolist()])
        for place, values in zip(mine.tolist(), zip(*columns, strict=True), strict=True):
            pieces[place] = template % values

    def _template(self, row: int, codes: Sequence[int], proved: npt.NDArray[np.bool_]) -> bytes:
        book = self.ledger
        table = book.tables[int(book.document[row])]
        year = int(book.year[row])
        scheme = scheme_for(year)
        page = b"%d" % table.entries[int(book.sheet[row])].page
        names, sure = self._labels[int(book.labels[row])]
        document, dated = _literal(table.document), b"%d,%s" % (
            year, scheme.id.encode() if scheme else b"",
        )  # fmt: skip
        parts = []
        for code in codes:
            name = CODES[code]
            rating = b"%b" if name == "total" else b""
            parts.append(
                document + b",%b," + dated + b","
                + f"{item_type(name)},{name},".encode() + names[code]
                + b",%b,100,,%b," + rating + b"," + page + b",,,,,%b,text," + sure[code]
                + (b",proved,1\n" if proved[code] else b",read,1\n")
            )  # fmt: skip
        return b"".join(parts)

    def agency_years(self, rows: Ints) -> Iterator[bytes]:
        """The rows of ``agency_years.csv`` of sound agency-years."""
        import numpy as np

        book, known = self.ledger, self.ledger.screened
        dated = {
            year: b"%d,%d,%s" % (year, year - 543, scheme.id.encode() if scheme else b"")
            for year in np.unique(book.year[rows]).tolist()
            for scheme in [scheme_for(year)]
        }
        at = [CODES.index(code) for code in _YEAR_CODES]
        columns: list[Sequence[bytes]] = [
            [self._body[one] for one in book.agency[rows].tolist()],
            [dated[one] for one in book.year[rows].tolist()],
        ]
        columns += ([self._shown[n] for n in book.texts[rows, code].tolist()] for code in at)
        columns.append([self._ratings[one] for one in book.rating[rows].tolist()])
        cents = known.recomputed[rows]
        columns += ([self._cents[n] for n in cents[:, place].tolist()] for place in range(4))
        columns.append(self._differences(rows))
        levels = [*(_cell(text) for text in known.ratings), b""]
        columns.append([levels[one] for one in known.rating[rows].tolist()])
        total = CODES.index("total")
        ends = {
            (fits, sure): verdict + b"," + assurance + b","
            for fits, verdict in ((False, b"incomplete"), (True, b"consistent"))
            for sure, assurance in ((False, b"read"), (True, b"proved"))
        }
        fits, sure = known.consistent[rows].tolist(), known.proved[rows, total].tolist()
        columns.append([ends[pair] for pair in zip(fits, sure, strict=True)])
        names = [_cell(table.document) for table in book.tables]
        columns.append([names[one] for one in book.document[rows].tolist()])
        columns.append([self.blind[one] for one in rows.tolist()])
        template = b",".join([b"%b"] * len(columns)) + b"\n"
        for values in zip(*columns, strict=True):
            yield template % values

    def _differences(self, rows: Ints) -> list[bytes]:
        """Printed less recomputed total, with the finer decimals of both."""
        import numpy as np

        book = self.ledger
        scaled, places, _ = book.numbers.arrays()
        total = book.texts[rows, CODES.index("total")]
        cents = book.screened.recomputed[rows, 3]
        both = (total >= 0) & (cents >= 0)
        finest = np.maximum(places[total], 2)
        off = scaled[total] - cents * (UNIT // 100)
        made: dict[tuple[int, int, bool], bytes] = {}
        found = []
        for key in zip(off.tolist(), finest.tolist(), both.tolist(), strict=True):
            text = made.get(key)
            if text is None:
                text = made[key] = _signed(*key)
            found.append(text)
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


def parted(writer: Writer, segments: Sequence[Segment], cut: int) -> tuple[list[Segment], ...]:
    """The same rows as two lists, the first with ``cut`` of the sound ones."""
    before: list[Segment] = []
    after: list[Segment] = []
    for one in segments:
        if cut >= len(one.rows):
            before.append(one)
        elif cut <= 0:
            after.append(one)
        else:
            border = int(writer.keys(one.rows[cut : cut + 1])[0])
            low = [block for block in one.odd if block[0] < border]
            before.append(Segment(one.rows[:cut], low))
            after.append(Segment(one.rows[cut:], one.odd[len(low) :]))
        cut -= len(one.rows)
    return before, after


def write_segments(
    file: IO[bytes],
    writer: Writer,
    segments: Sequence[Segment],
    made: Callable[[Ints], Iterator[bytes]],
) -> None:
    """Both kinds of rows in one order."""
    for one in segments:
        _merge(file, writer, one.rows, one.odd, made)


def at_once(here: Callable[[], None], there: Callable[[], None], *, parallel: bool) -> None:
    """Do both, the second in a process of its own where that is worth it and possible."""
    if not parallel or not hasattr(os, "fork"):
        here()
        there()
        return
    child = os.fork()
    if child == 0:
        code = 1
        try:
            there()
            code = 0
        finally:
            os._exit(code)
    here()
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise OSError("the second process could not write its part of the dataset")


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
        file.write(b"".join(ready))
    file.write(b"".join(text for _, text in reversed(waiting)))


def append(file: IO[bytes], source: int) -> None:
    """The bytes behind ``source`` (a file descriptor), copied without passing through here."""
    size = os.fstat(source).st_size
    done = 0
    while done < size:
        if hasattr(os, "sendfile"):
            sent = os.sendfile(file.fileno(), source, done, size - done)
        else:
            sent = file.write(os.pread(source, 1 << 20, done))
        if not sent:
            raise OSError("a file ended while it was copied")
        done += sent
    file.seek(0, os.SEEK_END)


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


class beside:  # noqa: N801 - used like a function
    """A file without a name, in the folder of ``path``, for the other process."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(f".{path.name}.{os.getpid()}.half")

    def __enter__(self) -> int:
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
        self.path.unlink()
        return self.descriptor

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        os.close(self.descriptor)
