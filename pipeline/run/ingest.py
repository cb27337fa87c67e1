"""Ingest: find documents, read each once, audit all together, write the dataset."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from parsers import media_type
from parsers.errors import UnreadableDocument
from pipeline.audit.model import Audited, ReadDocument
from pipeline.run.boundary import Refusal, quarantined, timed_out
from pipeline.run.executor import Executor, Outcome
from pipeline.run.folder import claim_folder
from pipeline.run.inputs import Source, find_sources, readable
from pipeline.run.postmortem import died_of
from pipeline.run.records import (
    Record,
    Records,
    code_hash,
    file_hash,
    library_version,
    record_name,
    write_whole,
)
from pipeline.run.worker import read_file

if TYPE_CHECKING:
    from pipeline.agency import Register


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is carried out."""

    out: Path
    jobs: int = 1
    timeout: float = 300.0
    memory: int = 4096
    fresh: bool = False
    agencies: Path | None = None
    excel_safe: bool = False

    def that_matter(self) -> tuple[str, ...]:
        """The settings that change what is read from a document."""
        return (file_hash(self.agencies) if self.agencies else "",)


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run, as the summary tells of it."""

    records: Mapping[str, Record]
    """By document, in order."""
    audited: Audited
    files: tuple[Path, ...]
    reused: int = 0
    """Documents whose record was there already."""


@dataclass(slots=True)
class _Progress:
    total: int
    told: Callable[[int, int, str], None]
    done: int = field(default=0)

    def step(self, document: str) -> None:
        self.done += 1
        self.told(self.done, self.total, document)


def ingest(
    inputs: tuple[str, ...],
    settings: Settings,
    progress: Callable[[int, int, str], None] | None = None,
) -> Run:
    """Read every document of ``inputs`` and write the dataset to ``settings.out``.

    Raises `UsageError` for inputs that do not exist and for an output folder that holds
    somebody else's files. A document that cannot be read ends the run of no other.
    """
    from pipeline.audit.auditor import audit
    from pipeline.tables.write import write_dataset

    started = datetime.now(UTC)
    home = claim_folder(settings.out)
    register = None
    if settings.agencies is not None:
        from pipeline.agency import load_register

        register = load_register(settings.agencies)
    with tempfile.TemporaryDirectory(prefix="sucharit-") as workspace:
        sources = find_sources(inputs, Path(workspace))
        records, reused = _read_all(
            sources, settings, Records(home / "records"), progress or _silent
        )
    ordered = {
        source.document: with_path(records[source.document], source.document, register)
        for source in sources
    }
    read = [
        ReadDocument(document, record.sha256, record.facts)
        for document, record in ordered.items()
        if record.facts is not None
    ]
    audited = audit(read)
    files = write_dataset(settings.out, ordered, audited, excel_safe=settings.excel_safe)
    run = Run(ordered, audited, files, reused)
    write_whole(settings.out / "run.json", account(run, inputs, settings, started))
    return run


def with_path(record: Record, document: str, register: Register | None = None) -> Record:
    """The record with what the names of file and folder say of its body, and a word about it."""
    from pipeline.agency.reporter.path_vote import hear_path

    if record.facts is None:
        return record
    vote = hear_path(record.facts.reporter, document, register)
    if not vote.part:
        return record
    said, said_th = {
        "decided": (
            "The text leaves the body open; the names of file and folder decide it: {}.",
            "เนื้อหาระบุหน่วยงานไม่ชัด จึงใช้ชื่อไฟล์และโฟลเดอร์ตัดสิน: {}",
        ),
        "conflict": (
            "The names of file and folder speak of another body or place than the text, which"
            " counts: {}.",
            "ชื่อไฟล์หรือโฟลเดอร์ระบุหน่วยงานหรือพื้นที่ไม่ตรงกับเนื้อหา (ใช้ตามเนื้อหา): {}",
        ),
    }[vote.part]
    return replace(
        record,
        facts=replace(record.facts, reporter=vote.reporter),
        message=" ".join(filter(None, (record.message, said.format(vote.named)))),
        message_th=" ".join(filter(None, (record.message_th, said_th.format(vote.named)))),
    )


def _silent(done: int, total: int, document: str) -> None:
    """Progress for callers that want none."""


def account(run: Run, inputs: tuple[str, ...], settings: Settings, started: datetime) -> bytes:
    """When, with what and how a run was made; the one file of a dataset that may differ
    between runs over the same input."""
    told = {
        "started": started.isoformat(timespec="seconds"),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "sucharit": library_version("sucharit"),
        "python": platform.python_version(),
        "code": code_hash(),
        "inputs": list(map(readable, inputs)),
        "jobs": settings.jobs,
        "documents": len(run.records),
        "documents_reused": run.reused,
        "agency_years": len(run.audited.agency_years),
        "flags": len(run.audited.findings),
        "internal_errors": {
            document: record.trace for document, record in run.records.items() if record.trace
        },
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _read_all(
    sources: tuple[Source, ...],
    settings: Settings,
    store: Records,
    progress: Callable[[int, int, str], None],
) -> tuple[dict[str, Record], int]:
    meter = _Progress(len(sources), progress)
    done: dict[str, Record] = {}
    by_name: dict[str, list[Source]] = {}
    for source in sources:
        try:
            digest = file_hash(source.path) if source.refused is None else ""
        except OSError as error:
            source = replace(source, refused=_no_access(source, error))
        if source.refused is not None:
            done[source.document] = _refused(source)
            meter.step(source.document)
            continue
        name = record_name(digest, settings.that_matter())
        by_name.setdefault(name, []).append(source)
    reused = 0
    todo: dict[str, list[Source]] = {}
    for name, same in by_name.items():
        record = None if settings.fresh else store.load(name)
        if record is None:
            todo[name] = same
            continue
        for source in same:
            reused += 1
            done[source.document] = record
            meter.step(source.document)
    for outcome in _work(todo, settings):
        record = outcome.value or _failed(outcome, todo[outcome.key][0], settings)
        if record.lasting:
            store.save(outcome.key, record)
        for source in todo[outcome.key]:
            done[source.document] = record
            meter.step(source.document)
    return done, reused


def _work(todo: Mapping[str, list[Source]], settings: Settings) -> Iterator[Outcome[str, Record]]:
    if not todo:
        return iter(())
    executor = Executor(min(settings.jobs, len(todo)), settings.timeout, settings.memory)
    calls = ((name, (same[0].path, settings.agencies)) for name, same in todo.items())
    return executor.map(read_file, calls)


def _failed(outcome: Outcome[str, Record], source: Source, settings: Settings) -> Record:
    path = source.path
    digest, kind, size = file_hash(path), media_type(path), path.stat().st_size
    if outcome.kind == "timeout":
        why = timed_out(settings.timeout)
    else:
        why = died_of(path, kind, settings.memory)
    return quarantined(digest, kind, size, why)


def _no_access(source: Source, error: OSError) -> UnreadableDocument:
    return UnreadableDocument(
        "no-access",
        f"{source.document} cannot be opened ({error.strerror}). Check its permissions.",
        f"เปิดไฟล์ {source.document} ไม่ได้ กรุณาตรวจสอบไฟล์และสิทธิ์การเข้าถึง",
    )


def _refused(source: Source) -> Record:
    error = source.refused
    assert error is not None
    why = Refusal(error.reason, error.message, error.message_th, lasting=False)
    return quarantined("", "application/octet-stream", 0, why)
