"""The cells of a table, read while all else that an audit needs is loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from parsers.sheets import Sheet, read_sheets
from pipeline.forked import both

LARGE = 4 << 20
"""Bytes of a file from which a second process is worth its start."""


def sheets_of(path: Path, jobs: int) -> tuple[Sheet, ...]:
    """As `parsers.sheets.read_sheets`, for a large first table by a second process if ``jobs``
    are two or more."""
    if jobs < 2 or path.stat().st_size < LARGE or prepare.cache_info().currsize:
        return read_sheets(path)
    _, sheets = both(prepare, lambda: read_sheets(path))
    return sheets


@cache
def prepare() -> None:
    """Load the program and what names are resolved with, which takes some tenths of a second.

    This module imports none of it, so that the second process starts before.
    """
    import pipeline.published.judge
    import pipeline.published.tables
    import pipeline.published.write  # noqa: F401 - to have them loaded
    from pipeline.facts import Place
    from pipeline.published.bodies import Named, resolver

    example = Named("เทศบาลเมืองตัวอย่าง", district="ตัวอย่าง", province="ตัวอย่าง")
    resolver(None)(example, Place(1, 1))
