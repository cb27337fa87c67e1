"""Every table of an audit, read: what is understood of each, or why it is refused."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from parsers.errors import UnreadableDocument
from pipeline.published.sheets import sheets_of
from pipeline.run.records import Record, file_hash

if TYPE_CHECKING:
    from parsers.sheets import Sheet
    from pipeline.published.notice import Notice
    from pipeline.published.tables import Table
    from pipeline.run.inputs import Source

Told = Callable[[str, "Sequence[Notice]"], None]
"""What tells a user of a table: its name and the sentences about it."""
Made = TypeVar("Made")


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
    every = [(source, attempt(source, partial(_cells, source, jobs))) for source in sources]
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
            table = attempt(source, partial(read_table, source, numbers, register, cells))
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


def attempt(source: Source, work: Callable[[], Made]) -> Made | Record:
    """What ``work`` makes of one source; or the record of why it makes nothing: whatever a
    table does to the program, the others are audited."""
    try:
        return work()
    except UnreadableDocument as error:
        return _refused(source, error.reason, error.message, error.message_th)
    except MemoryError:
        return _refused(
            source,
            "out-of-memory",
            "The table does not fit into the memory. Split it into several files.",
            "หน่วยความจำไม่พอสำหรับตารางนี้ กรุณาแบ่งเป็นหลายไฟล์",
        )
    except Exception as error:  # noqa: BLE001 - the one boundary: a bad table is data
        return _refused(
            source,
            "internal-error",
            f"The program failed on this table ({type(error).__name__}: {error})."
            " Please report it with the file.",
            "โปรแกรมทำงานผิดพลาดกับตารางนี้ กรุณาแจ้งผู้ดูแลพร้อมแนบไฟล์",
            trace=traceback.format_exc(),
        )


def _refused(
    source: Source, reason: str, message: str, message_th: str, *, trace: str = ""
) -> Record:
    path, there = source.path, source.refused is None and source.path.exists()
    return Record(
        file_hash(path) if there else "",
        "application/octet-stream",
        path.stat().st_size if there else 0,
        "quarantined",
        reason,
        message,
        message_th,
        trace=trace,
    )


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
        facts=DocumentFacts("scores", table.reporter, fiscal_year=table.year),
    )
