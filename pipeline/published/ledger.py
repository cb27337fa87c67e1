"""All tables of a run as one ledger: every agency-year with its identity, ready for audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from parsers.texts import grouped
from pipeline.audit.model import ReadDocument
from pipeline.audit.party import Party, fullest, party_of
from pipeline.audit.rules.values import CONFIDENCE_LIMIT
from pipeline.audit.screen import Screened, screen
from pipeline.audit.whole import CODES, Printed
from pipeline.facts import Body, DocumentFacts, Resolution
from pipeline.look_alike import look_alike_body
from pipeline.published.entries import Entries, Labels
from pipeline.published.numbers import Numbers
from pipeline.published.tables import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Ledger:
    """Parallel arrays, one place an agency-year of a table."""

    tables: Sequence[Table]
    numbers: Numbers
    agencies: list[str]
    """Agency ids in order of their text."""
    bodies: Mapping[str, Body]
    names: Mapping[str, str]
    """What each body is called in messages."""
    resolved: Mapping[str, bool]
    """False where some mention of a body leaves it open which one it is."""
    parties: list[list[list[Party]]]
    """By table, sheet and number of the body there."""
    document: Ints
    sheet: Ints
    local: Ints
    """Place in its sheet's `Entries`."""
    agency: Ints
    year: Ints
    texts: npt.NDArray[np.int32]
    lines: npt.NDArray[np.int32]
    labels: Ints
    known_labels: list[Labels]
    rating: Ints
    ratings: list[str]
    odd: Flags
    """Rows for the full rules whatever the arithmetic says."""
    screened: Screened = field(init=False)

    def __len__(self) -> int:
        return len(self.agency)

    def entries(self, row: int) -> Entries:
        return self.tables[int(self.document[row])].entries[int(self.sheet[row])]

    def screen(self) -> None:
        """Screen every row that arrays can say."""
        scaled, places, _ = self.numbers.arrays()
        printed = Printed(CODES, scaled[self.texts], places[self.texts], self.ratings, self.rating)
        self.odd |= ((self.texts >= 0) & (printed.value < 0)).any(axis=1)
        self.screened = screen(printed, self.year)
        self.odd |= ~self.screened.sound

    def vectors(self) -> npt.NDArray[np.uint64]:
        """One number for the ten indicators of a row, alike for alike scores; 0 where one of
        them is not printed."""
        import numpy as np

        scaled, _, _ = self.numbers.arrays()
        ten = scaled[self.texts[:, INDICATORS]]
        mixed = (ten.astype(np.uint64) * np.array(_MIX, dtype=np.uint64)).sum(
            axis=1, dtype=np.uint64
        )
        return np.where((ten >= 0).all(axis=1), mixed, np.uint64(0))


INDICATORS = [CODES.index(str(number)) for number in range(1, 11)]
_MIX = [pow(0x9E3779B97F4A7C15, power, 2**64) for power in range(1, 11)]


def mixed(scaled: Sequence[int]) -> int:
    """What `Ledger.vectors` gives for these ten scaled scores."""
    return sum(value * factor for value, factor in zip(scaled, _MIX, strict=True)) % 2**64


def make_ledger(tables: Sequence[Table]) -> Ledger:
    """Join the sheets of all tables and mark what stands in more than one row."""
    import numpy as np

    parties = [
        [[party_of(one, table.sha256) for one in people] for people in table.resolutions]
        for table in tables
    ]
    every = [party for table in parties for sheet in table for party in sheet]
    bodies = fullest(every)
    agencies = sorted(bodies)
    names: dict[str, str] = {}
    resolved: dict[str, bool] = {}
    for party in every:
        resolved[party.agency_id] = resolved.get(party.agency_id, True) and party.resolved
        names.setdefault(party.agency_id, bodies[party.agency_id].official_name or party.name)
    number_of = {identity: number for number, identity in enumerate(agencies)}
    labels: dict[Labels, int] = {}
    ratings: dict[str, int] = {}
    parts: list[tuple[npt.NDArray[np.generic], ...]] = []
    for document, table in enumerate(tables):
        for sheet, one in enumerate(table.entries):
            count = len(one)
            own = np.array([number_of[p.agency_id] for p in parties[document][sheet]] or [0])
            label = np.array([labels.setdefault(x, len(labels)) for x in one.known_labels] or [0])
            rating = np.array(
                [*(ratings.setdefault(text, len(ratings)) for text in one.ratings), -1]
            )
            unsure = np.array([min(x.confidences) < CONFIDENCE_LIMIT for x in one.known_labels])
            odd = one.odd | (unsure[one.labels] if len(unsure) else False) | bool(table.look_alike)
            other = np.array([bool(look_alike_body(x.name)) for x in one.who.named] or [False])
            odd = odd | other[one.body]
            parts.append(
                (
                    np.full(count, document), np.full(count, sheet), np.arange(count),
                    own[one.body], one.year.astype(np.int64), one.texts, one.lines,
                    label[one.labels], rating[one.rating], odd,
                )
            )  # fmt: skip
    columns: list[Any] = [np.concatenate(column) for column in zip(*parts, strict=True)]
    ledger = Ledger(
        tables=tables, numbers=tables[0].numbers, agencies=agencies, bodies=bodies, names=names,
        resolved=resolved,
        parties=parties,
        document=columns[0], sheet=columns[1], local=columns[2], agency=columns[3],
        year=columns[4], texts=columns[5], lines=columns[6], labels=columns[7],
        known_labels=list(labels), rating=columns[8], ratings=list(ratings), odd=columns[9],
    )  # fmt: skip
    ledger.odd |= (ledger.year == 0) | _repeated(ledger.agency * 10_000 + ledger.year)
    return ledger


def _repeated(keys: Ints) -> Flags:
    import numpy as np

    codes, _ = grouped(keys)
    repeated: Flags = np.bincount(codes)[codes] > 1
    return repeated


def odd_documents(ledger: Ledger) -> Iterator[tuple[int, ReadDocument]]:
    """Each table as a read document with the scores of its odd rows only, and with the
    bodies that these scores or a rule on names speak of."""
    import numpy as np

    for document, table in enumerate(ledger.tables):
        mine = np.flatnonzero((ledger.document == document) & ledger.odd)
        scores, claims, named = [], [], set()
        for row in mine:
            entries = table.entries[int(ledger.sheet[row])]
            local = int(ledger.local[row])
            other = look_alike_body(entries.who.named[int(entries.body[local])].name)
            scores += [replace(one, scheme_hint=other) for one in entries.scores_of(local)]
            claims += list(entries.claims_of(local))
            named.add((int(ledger.sheet[row]), int(entries.body[local])))
        yield (
            document,
            ReadDocument(
                table.document,
                table.sha256,
                DocumentFacts(
                    "scores",
                    table.reporter,
                    tuple(_spoken_of(table, named)),
                    table.year,
                    tuple(scores),
                    tuple(claims),
                    look_alike=table.look_alike,
                    successions=tuple(sorted(table.successions, key=repr)),
                ),
            ),
        )


def _spoken_of(table: Table, named: set[tuple[int, int]]) -> Iterator[Resolution]:
    """Bodies with scores to audit by name: those that are not plainly resolved, those of odd
    rows, and one other, which shows that the table names bodies at all."""
    seen: set[str] = set()
    shown = False
    for sheet, people in enumerate(table.resolutions):
        scored = set(table.entries[sheet].body.tolist())
        for number, one in enumerate(people):
            if number not in scored:
                continue
            plain = one.status == "resolved" and not one.variants
            wanted = not plain or (sheet, number) in named or not shown
            if one.printed and wanted and one.printed not in seen:
                seen.add(one.printed)
                shown = True
                yield one
