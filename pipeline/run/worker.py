"""Read one document inside a worker process, within its limits.

This is the document boundary: whatever a document makes the program do, the run
goes on, and the document's record says what happened.
"""

from __future__ import annotations

import resource
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parsers import media_type, parse
from parsers.errors import UnreadableDocument
from parsers.model import Document
from pipeline.read import read
from pipeline.run.records import Record, file_hash
from pipeline.second_opinion import with_second_opinion
from pipeline.triage import may_hold_tables

if TYPE_CHECKING:
    from pipeline.agency import Register


def limit_memory(mebibytes: int) -> None:
    """Let this process have no more than so much address space; more is a `MemoryError`."""
    size = mebibytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def read_file(path: Path, agencies: Path | None) -> Record:
    """The record of one file. Never raises for what the document holds."""
    digest, size, kind = file_hash(path), path.stat().st_size, media_type(path)
    try:
        document = parse(path, wanted=may_hold_tables)
        facts = read(document, _register(agencies))
        facts = with_second_opinion(path, document, facts)
    except UnreadableDocument as error:
        return Record(
            digest, kind, size, "quarantined", error.reason, error.message, error.message_th
        )
    except MemoryError:
        return out_of_memory(digest, kind, size)
    except Exception as error:  # noqa: BLE001 - the one boundary: a bad document is data
        return Record(
            digest,
            kind,
            size,
            "quarantined",
            "internal-error",
            f"The program failed on this document ({type(error).__name__}: {error})."
            " Please report it with the file.",
            "โปรแกรมทำงานผิดพลาดกับเอกสารนี้ กรุณาแจ้งผู้ดูแลพร้อมแนบไฟล์",
            trace=traceback.format_exc(),
        )
    status, reason = _completeness(document)
    if facts.kind == "other" and not reason:
        reason = "no-facts"
    return Record(
        digest,
        document.media_type if kind == "application/octet-stream" else kind,
        size,
        status,
        reason,
        pages=len(document.pages),
        pages_ocr=0,
        parser=document.parser,
        facts=facts,
    )


@cache
def _register(path: Path | None) -> Register | None:
    if path is None:
        return None
    from pipeline.agency import load_register

    return load_register(path)


def _completeness(document: Document) -> tuple[Literal["ok", "partial"], str]:
    """Whether all pages were read, and which were not: ``image-only: 2, 3``."""
    unread: dict[str, list[int]] = {}
    for page in document.pages:
        for notice in page.notices:
            unread.setdefault(notice, []).append(page.number)
    parts = [f"{notice}: {', '.join(map(str, pages))}" for notice, pages in sorted(unread.items())]
    return ("partial" if parts else "ok"), "; ".join(parts)


def out_of_memory(digest: str, kind: str, size: int) -> Record:
    """The record of a document that needed more memory than allowed."""
    return Record(
        digest,
        kind,
        size,
        "quarantined",
        "out-of-memory",
        "The document needs more memory than allowed. Run again with a larger --memory.",
        "เอกสารใช้หน่วยความจำเกินกำหนด กรุณาสั่งใหม่โดยเพิ่ม --memory",
        lasting=False,
    )


def timed_out(digest: str, kind: str, size: int, seconds: float) -> Record:
    """The record of a document that took longer than allowed."""
    return Record(
        digest,
        kind,
        size,
        "quarantined",
        "timeout",
        f"Reading took longer than {seconds:g} seconds. Run again with a larger --timeout.",
        f"ใช้เวลาอ่านเกิน {seconds:g} วินาที กรุณาสั่งใหม่โดยเพิ่ม --timeout",
        lasting=False,
    )


def died(digest: str, kind: str, size: int) -> Record:
    """The record of a document whose worker process died."""
    return Record(
        digest,
        kind,
        size,
        "quarantined",
        "worker-died",
        "The process that read this document died. The file may be damaged, or memory ran out.",
        "กระบวนการอ่านเอกสารนี้หยุดทำงานกะทันหัน ไฟล์อาจเสียหายหรือหน่วยความจำไม่พอ",
        lasting=False,
    )
