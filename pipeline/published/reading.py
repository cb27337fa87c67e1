"""Every table of an audit, read: what is understood of each, or why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.published.sheets import sheets_of
from pipeline.run.boundary import Refusal, attempt, quarantined
from pipeline.run.records import Record, file_hash

if TYPE_CHECKING:
    from parsers.sheets import Sheet
    from pipeline.published.notice import Notice
    from pipeline.published.tables import Table
    from pipeline.run.inputs import Source

Told = Callable[[str, "Sequence[Notice]"], None]
"""What tells a user of a table: its name and the sentences about it."""
Made = TypeVar("Made")
_OUT_OF_MEMORY = Refusal(
    "out-of-memory",
    "The table does not fit into the memory. Split it into several files.",
    "หน่วยความจำไม่พอสำหรับตารางนี้ กรุณาแบ่งเป็นหลายไฟล์",
)


def read_tables(
    sources: Sequence[Source], agencies: Path | None, jobs: int, told: Told
) -> tuple[list[Table], dict[str, Record]]:
    """The tables that hold scores, and the record of every source.

    The cells of all are read first, before the rest of the program is loaded, which a second
    process does at the same time. Raises `UsageError` for a register that cannot be read.
    """
    register = None
    if agencies is not None:
        from pipeline.agency import load_register

        register = load_register(agencies)
    every = [(source, _attempt(source, partial(_cells, source, jobs))) for source in sources]
    from pipeline.published.notice import Notice
    from pipeline.published.numbers import Numbers
    from pipeline.published.tables import read_table

    numbers = Numbers()
    tables: list[Table] = []
    records: dict[str, Record] = {}
    for source, cells in every:
        name = source.document
        table: Table | Record
        if isinstance(cells, Record):
            table = cells
        else:
            table = _attempt(source, partial(read_table, source, numbers, register, cells))
        if isinstance(table, Record):
            records[name] = table
            told(name, [Notice(table.message, table.message_th)])
            continue
        tables.append(table)
        records[name] = _record(table)
        told(name, table.notices)
    return tables, records


def _cells(source: Source, jobs: int) -> tuple[Sheet, ...]:
    if source.refused is not None:
        raise source.refused
    return sheets_of(source.path, jobs)


def _attempt(source: Source, work: Callable[[], Made]) -> Made | Record:
    made = attempt(work, _OUT_OF_MEMORY)
    return _refused(source, made) if isinstance(made, Refusal) else made


def _refused(source: Source, why: Refusal) -> Record:
    path, there = source.path, source.refused is None and source.path.exists()
    digest, size = (file_hash(path), path.stat().st_size) if there else ("", 0)
    return quarantined(digest, "application/octet-stream", size, why)


def _record(table: Table) -> Record:
    from pipeline.facts import DocumentFacts

    problems = table.problems
    return Record(
        table.sha256,
        table.media_type,
        table.bytes,
        "partial" if problems else "ok",
        "cells-passed-over" if problems else "",
        " ".join(notice.en for notice in problems),
        " ".join(notice.th for notice in problems),
        pages=table.sheets,
        parser="published",
        facts=DocumentFacts(
            "scores",
            table.reporter,
            fiscal_year=table.year,
            successions=tuple(sorted(table.successions, key=repr)),
        ),
    )
