"""Read one document inside a worker process, within its limits."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parsers import media_type, parse
from parsers.model import Document
from pipeline.facts import DocumentFacts
from pipeline.read import read
from pipeline.run.boundary import Refusal, attempt, quarantined
from pipeline.run.records import Record, file_hash
from pipeline.second_opinion import with_second_opinion
from pipeline.triage import may_hold_tables
from pipeline.unread import NOTICE, UNNAMED, unnamed_pages, unread_pages

if TYPE_CHECKING:
    from pipeline.agency import Register


_ONE_BY_ONE = 10
"""Pages in a row that are told one by one."""


def limit_memory(mebibytes: int) -> None:
    """Let this process have no more than so much address space; more is a `MemoryError`."""
    size = mebibytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def read_file(path: Path, agencies: Path | None) -> Record:
    """The record of one file. Never raises for what the document holds."""
    digest, size, kind = file_hash(path), path.stat().st_size, media_type(path)
    made = attempt(partial(_read, path, agencies))
    if isinstance(made, Refusal):
        return quarantined(digest, kind, size, made)
    document, facts = made
    lost = unread_pages(document, facts)
    unnamed = unnamed_pages(document, facts)
    status, reason = _completeness(document, {NOTICE: lost, UNNAMED: unnamed})
    message, message_th = _message(lost) if lost else _unnamed(unnamed) if unnamed else ("", "")
    if facts.kind == "other" and not reason:
        reason = "no-facts"
    return Record(
        digest,
        document.media_type if kind == "application/octet-stream" else kind,
        size,
        status,
        reason,
        message,
        message_th,
        pages=len(document.pages),
        pages_ocr=0,
        parser=document.parser,
        facts=facts,
    )


def _message(pages: tuple[int, ...]) -> tuple[str, str]:
    numbers = _listed(list(pages))
    return (
        f"Scores seem to stand on page {numbers}, but could not be read. Look at the document.",
        f"หน้า {numbers} ดูเหมือนมีคะแนนแต่อ่านไม่ได้ กรุณาตรวจดูเอกสาร",
    )


def _unnamed(pages: tuple[int, ...]) -> tuple[str, str]:
    numbers = _listed(list(pages))
    return (
        f"Totals of bodies stand on page {numbers}, but nothing says of which assessment they are. "
        "If they are ITA scores, read the table with “sucharit audit”.",
        f"หน้า {numbers} มีคะแนนรวมของหน่วยงาน แต่ไม่มีคำใดบอกว่าเป็นการประเมินใด "
        "หากเป็นคะแนน ITA ให้อ่านตารางนี้ด้วยคำสั่ง sucharit audit",
    )


def _read(path: Path, agencies: Path | None) -> tuple[Document, DocumentFacts]:
    document = parse(path, wanted=may_hold_tables)
    facts = read(document, _register(agencies))
    return document, with_second_opinion(path, document, facts)


@cache
def _register(path: Path | None) -> Register | None:
    if path is None:
        return None
    from pipeline.agency import load_register

    return load_register(path)


def _completeness(
    document: Document, lost: Mapping[str, tuple[int, ...]]
) -> tuple[Literal["ok", "partial"], str]:
    """Whether all pages were read, and which were not: ``image-only: 2, 3``."""
    unread = {notice: list(pages) for notice, pages in lost.items() if pages}
    for page in document.pages:
        for notice in page.notices:
            unread.setdefault(notice, []).append(page.number)
    parts = [f"{notice}: {_listed(pages)}" for notice, pages in sorted(unread.items())]
    return ("partial" if parts else "ok"), "; ".join(parts)


def _listed(pages: list[int]) -> str:
    """Numbers of pages; runs of many as their first and last: ``2, 3, 7-90``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > _ONE_BY_ONE else ", ".join(map(str, run))
        for run in runs
    )
