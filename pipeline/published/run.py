"""Audit published tables: read them, prove the sound rows, judge the others, write it all."""

from __future__ import annotations

import gc
import json
import platform
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.errors import UsageError
from pipeline.forked import both
from pipeline.published.reading import Told, read_tables
from pipeline.run.folder import claim_folder
from pipeline.run.inputs import Source, find_sources
from pipeline.run.records import Record, code_hash, library_version, write_whole
from pipeline.tables.fields import FILES

if TYPE_CHECKING:
    from pipeline.audit.model import Audited
    from pipeline.published.ledger import Ledger
    from pipeline.published.tables import Table
    from pipeline.tables.fields import TableSchema
    from pipeline.tables.rows import Row


@dataclass(frozen=True, slots=True)
class Settings:
    """How published tables are audited."""

    out: Path
    jobs: int = 1
    agencies: Path | None = None
    excel_safe: bool = False
    screened: bool = True
    """False judges every row by the full rules: slow, and the same."""


@dataclass(slots=True)
class Outcome:
    """A finished audit, as the summary tells of it."""

    records: dict[str, Record]
    ledger: Ledger | None
    audited: Audited
    files: tuple[Path, ...] = field(default=())

    @property
    def quarantined(self) -> bool:
        return any(record.status == "quarantined" for record in self.records.values())

    @property
    def errors(self) -> bool:
        return any(finding.severity == "error" for finding in self.audited.findings)

    @property
    def sound(self) -> int:
        """Agency-years that the screen proved sound."""
        return int((~self.ledger.odd).sum()) if self.ledger else 0


def audit_tables(inputs: tuple[str, ...], settings: Settings, told: Told) -> Outcome:
    """Audit the tables of ``inputs`` and write the dataset to ``settings.out``.

    Raises `UsageError` for inputs that do not exist, and where the dataset would be written
    over a table that is read.
    """
    started = datetime.now(UTC)
    collecting = gc.isenabled()
    gc.disable()  # millions of texts live until the end: looking through them finds nothing
    try:
        with tempfile.TemporaryDirectory(prefix="sucharit-") as workspace:
            sources = find_sources(inputs, Path(workspace))
            _refuse_own_inputs(sources, settings.out)
            claim_folder(settings.out)
            tables, records = read_tables(sources, settings.agencies, settings.jobs, told)
        outcome = _audited(tables, records, settings)
        outcome.files = _write(outcome, settings, inputs, started)
    finally:
        if collecting:
            gc.enable()
    return outcome


def _refuse_own_inputs(sources: Sequence[Source], out: Path) -> None:
    ours = {(out / name).resolve() for name in FILES}
    for source in sources:
        if source.path.resolve() in ours:
            raise UsageError(
                "input-is-output",
                f"{source.path} would be written over. Name another folder with --out.",
                f"ผลลัพธ์จะเขียนทับ {source.path} กรุณาระบุโฟลเดอร์อื่นด้วย --out",
            )


def _audited(tables: Sequence[Table], records: dict[str, Record], settings: Settings) -> Outcome:
    from pipeline.audit.auditor import audit
    from pipeline.published.judge import judge
    from pipeline.published.ledger import make_ledger

    if not tables:
        return Outcome(records, None, audit([]))
    ledger = make_ledger(tables)
    ledger.screen()
    if not settings.screened:
        ledger.odd[:] = True
    judged = judge(ledger, settings.jobs)
    for number, read in judged.documents:
        name = tables[number].document
        old = records[name]
        records[name] = Record(
            old.sha256, old.media_type, old.bytes, old.status, old.reason, old.message,
            old.message_th, old.pages, old.pages_ocr, old.parser, read.facts,
        )  # fmt: skip
    return Outcome(records, ledger, judged.audited)


def _write(
    outcome: Outcome, settings: Settings, inputs: tuple[str, ...], started: datetime
) -> tuple[Path, ...]:
    from pipeline.published.agencies import every_agency
    from pipeline.tables.fields import (
        AGENCIES,
        AGENCY_YEARS,
        DOCUMENTS,
        FLAGS,
        MEASURES,
        RECOMMENDATIONS,
        SCORES,
    )
    from pipeline.tables.package import data_package
    from pipeline.tables.rows import agency_year_rows, document_rows, flag_rows, score_rows
    from pipeline.tables.write import to_csv

    out, safe = settings.out, settings.excel_safe
    records = dict(sorted(outcome.records.items()))
    ledger, audited = outcome.ledger, outcome.audited

    def small(table: TableSchema, rows: Iterable[Row]) -> None:
        write_whole(out / f"{table.name}.csv", to_csv(table, rows, excel_safe=safe))

    small(DOCUMENTS, document_rows(records))
    small(MEASURES, ())
    small(RECOMMENDATIONS, ())
    small(FLAGS, flag_rows(audited))
    if ledger is not None and len(ledger):
        _write_large(outcome, settings, records, ledger)
    else:
        small(SCORES, score_rows(records, audited))
        small(AGENCY_YEARS, agency_year_rows(audited))
        small(AGENCIES, every_agency(records, ledger, audited))
    package = f"{json.dumps(data_package(), ensure_ascii=False, indent=2)}\n"
    write_whole(out / "datapackage.json", package.encode())
    write_whole(out / "run.json", _account(outcome, settings, inputs, started))
    return tuple(out / name for name in FILES)


def _write_large(
    outcome: Outcome, settings: Settings, records: dict[str, Record], ledger: Ledger
) -> None:
    """The tables with a row a score, an agency-year and a body, by two processes if need be."""
    from pipeline.published.agencies import every_agency
    from pipeline.published.cells import Cells
    from pipeline.published.write import SHARED, write_agency_years, write_scores
    from pipeline.tables.fields import AGENCIES, AGENCY_YEARS, SCORES
    from pipeline.tables.write import to_csv

    out, audited = settings.out, outcome.audited
    cells = Cells(ledger, excel_safe=settings.excel_safe)

    def scores() -> None:
        write_scores(out / f"{SCORES.name}.csv", cells, records, audited)

    def the_others() -> None:
        write_agency_years(out / f"{AGENCY_YEARS.name}.csv", cells, audited)
        rows = every_agency(records, ledger, audited)
        data = to_csv(AGENCIES, rows, excel_safe=settings.excel_safe)
        write_whole(out / f"{AGENCIES.name}.csv", data)

    if settings.jobs > 1 and outcome.sound >= SHARED:
        both(scores, the_others)
    else:
        scores()
        the_others()


def _account(
    outcome: Outcome, settings: Settings, inputs: tuple[str, ...], started: datetime
) -> bytes:
    """When and with what the audit was made; the one file that may differ between runs."""
    told = {
        "started": started.isoformat(timespec="seconds"),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "sucharit": library_version("sucharit"),
        "python": platform.python_version(),
        "code": code_hash(),
        "command": "audit",
        "inputs": list(inputs),
        "jobs": settings.jobs,
        "documents": len(outcome.records),
        "agency_years": outcome.sound + len(outcome.audited.agency_years),
        "agency_years_proved_by_screen": outcome.sound,
        "flags": len(outcome.audited.findings),
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()
