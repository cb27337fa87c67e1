"""``agencies.csv`` of an audit of tables: every body, of sound rows and of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.audit.model import Audited
from pipeline.published.ledger import Ledger
from pipeline.run.records import Record
from pipeline.tables.agencies import agency_rows

if TYPE_CHECKING:
    from pipeline.tables.rows import Row


def every_agency(
    records: Mapping[str, Record], ledger: Ledger | None, audited: Audited
) -> Iterator[Row]:
    """The rows of ``agencies.csv``, as if every row had been audited one by one."""
    if ledger is None:
        return agency_rows(records, audited)
    told = dict(records)
    for table in ledger.tables:
        record = told[table.document]
        if record.facts is not None:
            named = {one.printed: one for people in table.resolutions for one in people}
            bodies = tuple(one for printed, one in named.items() if printed)
            told[table.document] = replace(record, facts=replace(record.facts, bodies=bodies))
    everyone = replace(audited, bodies={**ledger.bodies, **audited.bodies})
    return agency_rows(told, everyone, _sound(ledger))


def _sound(ledger: Ledger) -> Iterator[tuple[str, list[int], set[str]]]:
    """Each body with sound rows: their years and documents."""
    import numpy as np

    names = [table.document for table in ledger.tables]
    rows = np.flatnonzero(~ledger.odd)
    rows = rows[np.argsort(ledger.agency[rows], kind="stable")]
    agencies, first = np.unique(ledger.agency[rows], return_index=True)
    ends = [*first.tolist(), len(rows)][1:]
    years, documents = ledger.year[rows].tolist(), ledger.document[rows].tolist()
    for agency, start, end in zip(agencies.tolist(), first.tolist(), ends, strict=True):
        told_by = {names[one] for one in set(documents[start:end])}
        yield ledger.agencies[agency], years[start:end], told_by
