"""What a measurement was made on: machine, versions, date."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("pypdfium2", "pdfplumber", "pdfminer.six", "pythainlp", "rapidfuzz", "pandas")


def described(seed: int, count: int, options: str) -> list[str]:
    """Lines of Markdown that say when, on what and with what was measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return [
        f"{datetime.now(UTC):%Y-%m-%d} · seed {seed} · {count} reports"
        + (f" · {options}" if options else ""),
        "",
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB ·"
        f" Python {platform.python_version()} · {packages}",
        "",
    ]


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else platform.machine()
