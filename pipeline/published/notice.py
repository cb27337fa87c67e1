"""What a user is told about a table: where, what is wrong or how it was understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 12
"""Rows that one sentence names."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence in English and Thai."""

    en: str
    th: str
    problem: bool = True
    """False for what merely says how a table was understood."""

    def said(self, lang: str) -> str:
        return self.th if lang == "th" else self.en


def rows_en(rows: Iterable[int]) -> str:
    """``row 7``, ``rows 7, 19 and 31 more``; rows as a spreadsheet numbers them."""
    listed = sorted(set(rows))
    shown = ", ".join(str(row) for row in listed[:SHOWN])
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    return f"row{'s' if len(listed) > 1 else ''} {shown}{more}"


def rows_th(rows: Iterable[int]) -> str:
    listed = sorted(set(rows))
    shown = ", ".join(str(row) for row in listed[:SHOWN])
    more = f" และอีก {len(listed) - SHOWN} แถว" if len(listed) > SHOWN else ""
    return f"แถว {shown}{more}"
