"""Why the process that read a document died, found out by another one.

A worker that dies says nothing more. For a PDF, a process of its own opens the pages one by one,
until it dies of the same page.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from pipeline.run.boundary import WORKER_DIED, Refusal

_SECONDS = 60.0
"""How long the pages are opened: those of 100,000 take less."""


def died_of(path: Path, media_type: str, memory: int) -> Refusal:
    """Why a document ended its worker; ``memory`` in MiB, as the worker had."""
    if media_type != "application/pdf":
        return WORKER_DIED
    try:
        probed = subprocess.run(
            [sys.executable, "-m", "parsers.pdf.probe", str(path.absolute()), str(memory)],
            capture_output=True, timeout=_SECONDS, check=False, text=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return WORKER_DIED
    told = probed.stdout.split()
    if probed.returncode >= 0 or not told:
        return WORKER_DIED
    page = int(told[-1])
    return _unfolds(page) if probed.returncode == -signal.SIGABRT else _crashes(page)


def _unfolds(page: int) -> Refusal:
    return Refusal(
        "page-bomb",
        f"Page {page} of the PDF unfolds to more memory than any report needs, as soon as it is"
        " opened. It may be an attack. Check where it comes from; if it is sound, run again with a"
        " larger --memory, or print it to a new PDF.",
        f"หน้า {page} ของไฟล์ PDF ขยายตัวจนใช้หน่วยความจำเกินกว่ารายงานใดต้องใช้ทันทีที่เปิด อาจเป็นการโจมตี"
        " กรุณาตรวจสอบที่มา หากถูกต้องให้สั่งใหม่โดยเพิ่ม --memory หรือพิมพ์เป็นไฟล์ PDF ใหม่",
        lasting=False,
    )


def _crashes(page: int) -> Refusal:
    return Refusal(
        "page-crash",
        f"Page {page} of the PDF is so damaged that it ends the program that opens it. Print the"
        " document to a new PDF, without that page if need be.",
        f"หน้า {page} ของไฟล์ PDF เสียหายจนทำให้โปรแกรมที่เปิดหยุดทำงาน"
        " กรุณาพิมพ์เอกสารเป็นไฟล์ PDF ใหม่ หรือตัดหน้านั้นออก",
        lasting=False,
    )
