"""``agencies.csv`` of an audit of tables: every body, of sound rows and of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.audit.model import Audited
from pipeline.published.ledger import Ledger
from pipeline.run.records import Record
from pipeline.tables.agencies import agency_rows

if TYPE_CHECKING:
    from pipeline.tables.rows import Row


class _Year(NamedTuple):
    """What ``agencies.csv`` takes from a sound agency-year."""

    agency_id: str
    fiscal_year: int
    documents: tuple[str, ...]


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
    sound: list[Any] = list(_sound(ledger))
    everyone = replace(
        audited,
        agency_years=(*audited.agency_years, *sound),
        bodies={**ledger.bodies, **audited.bodies},
    )
    return agency_rows(told, everyone)


def _sound(ledger: Ledger) -> Iterator[_Year]:
    import numpy as np

    documents = [(table.document,) for table in ledger.tables]
    rows = np.flatnonzero(~ledger.odd)
    columns = (column[rows].tolist() for column in (ledger.agency, ledger.year, ledger.document))
    for agency, year, document in zip(*columns, strict=True):
        yield _Year(ledger.agencies[agency], year, documents[document])
