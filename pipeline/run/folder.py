"""The folder of a dataset: what may be written there."""

from __future__ import annotations

from pathlib import Path

from parsers.errors import UsageError
from pipeline.tables.fields import FILES

HOME = ".sucharit"
"""Folder inside a dataset that holds its records; it marks the folder as ours."""


def claim_folder(out: Path) -> Path:
    """The folder for records inside a dataset; made where there is no dataset yet.

    Raises `UsageError` rather than write over files that no run of ours wrote.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(
            "output-is-a-file",
            f"{out} is a file. Name a folder with --out.",
            f"{out} เป็นไฟล์ กรุณาระบุโฟลเดอร์ด้วย --out",
        )
    home = out / HOME
    foreign = [name for name in FILES if (out / name).exists()] if not home.exists() else []
    if foreign:
        raise UsageError(
            "foreign-output",
            f"{out} already holds {', '.join(foreign)}, not written by sucharit. Move the files"
            " away or name another folder with --out.",
            f"{out} มีไฟล์ {', '.join(foreign)} ที่ไม่ได้สร้างโดย sucharit อยู่แล้ว กรุณาย้ายไฟล์ออก"
            " หรือระบุโฟลเดอร์อื่นด้วย --out",
        )
    home.mkdir(parents=True, exist_ok=True)
    return home
