"""The boundary of a document: whatever it makes the program do, the run goes on.

The one broad ``except`` of the program stands here. What is caught becomes a `Refusal`, which
`quarantined` turns into a document's record with the reason; nothing is swallowed.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from parsers.errors import UnreadableDocument
from pipeline.run.records import Record

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document gave nothing."""

    reason: str
    """Short code."""
    message: str
    message_th: str
    trace: str = ""
    """Traceback of an internal error."""
    lasting: bool = True
    """False where another attempt may end otherwise."""


OUT_OF_MEMORY = Refusal(
    "out-of-memory",
    "The document needs more memory than allowed. Run again with a larger --memory.",
    "เอกสารใช้หน่วยความจำเกินกำหนด กรุณาสั่งใหม่โดยเพิ่ม --memory",
    lasting=False,
)
"""Of a document that is read within a limit."""


WORKER_DIED = Refusal(
    "worker-died",
    "The process that read this document died. The file may be damaged, or memory ran out.",
    "กระบวนการอ่านเอกสารนี้หยุดทำงานกะทันหัน ไฟล์อาจเสียหายหรือหน่วยความจำไม่พอ",
    lasting=False,
)


def timed_out(seconds: float) -> Refusal:
    return Refusal(
        "timeout",
        f"Reading took longer than {seconds:g} seconds. Run again with a larger --timeout.",
        f"ใช้เวลาอ่านเกิน {seconds:g} วินาที กรุณาสั่งใหม่โดยเพิ่ม --timeout",
        lasting=False,
    )


def attempt(work: Callable[[], Made], out_of_memory: Refusal = OUT_OF_MEMORY) -> Made | Refusal:
    """What ``work`` makes of one document; or why it makes nothing. Never raises."""
    try:
        return work()
    except UnreadableDocument as error:
        return Refusal(error.reason, error.message, error.message_th)
    except MemoryError:
        return out_of_memory
    except Exception as error:  # noqa: BLE001 - the one boundary: a bad document is data
        return Refusal(
            "internal-error",
            f"The program failed on this document ({type(error).__name__}: {error})."
            " Please report it with the file.",
            "โปรแกรมทำงานผิดพลาดกับเอกสารนี้ กรุณาแจ้งผู้ดูแลพร้อมแนบไฟล์",
            trace=traceback.format_exc(),
        )


def quarantined(digest: str, media_type: str, size: int, why: Refusal) -> Record:
    """The record of a document that gave nothing."""
    return Record(
        digest,
        media_type,
        size,
        "quarantined",
        why.reason,
        why.message,
        why.message_th,
        trace=why.trace,
        lasting=why.lasting,
    )
