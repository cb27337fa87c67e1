"""How messages name items, places and numbers, in English and Thai."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parsers.sheets import column_letter
from pipeline.audit.case import Entry
from pipeline.facts import Place
from pipeline.interval import half_up
from pipeline.scheme import Scheme


def number(value: Fraction, places: int = 2) -> str:
    return format(half_up(value, places), "f")


def exact(value: Fraction, places: int = 4) -> str:
    """Up to ``places`` decimals, without trailing zeros beyond the second."""
    whole, point, digits = number(value, places).partition(".")
    return f"{whole}{point}{digits[:2]}{digits[2:].rstrip('0')}"


def signed(value: Fraction, places: int = 2) -> str:
    return format(half_up(value, places), "+f")


def item(code: str, scheme: Scheme | None) -> str:
    """``indicator 2 (การใช้งบประมาณ)``, ``the total``, ``IIT``."""
    if code == "total":
        return "the total"
    for indicator in scheme.indicators if scheme else ():
        if indicator.code == code:
            return f"indicator {code} ({indicator.name_th})"
    return code


def item_th(code: str, scheme: Scheme | None) -> str:
    if code == "total":
        return "คะแนนรวม"
    for indicator in scheme.indicators if scheme else ():
        if indicator.code == code:
            return f"ตัวชี้วัดที่ {code} ({indicator.name_th})"
    return code


def where(place: Place) -> str:
    """``page 12, line 7``; in a spreadsheet ``row 7, column D`` (of ``sheet 2``)."""
    if place.in_sheet and place.column is not None:
        sheet = f"sheet {place.page}, " if place.page > 1 else ""
        return f"{sheet}row {place.line}, column {column_letter(place.column)}"
    return f"page {place.page}, line {place.line}"


def where_th(place: Place) -> str:
    if place.in_sheet and place.column is not None:
        sheet = f"ชีตที่ {place.page} " if place.page > 1 else ""
        return f"{sheet}แถว {place.line} คอลัมน์ {column_letter(place.column)}"
    return f"หน้า {place.page} บรรทัด {place.line}"


LISTED = 12
"""Prints or places that one sentence names."""


def some(parts: Sequence[str], divider: str = "; ") -> str:
    """The first of many, and how many more there are."""
    more = f"{divider}and {len(parts) - LISTED} more" if len(parts) > LISTED else ""
    return divider.join(parts[:LISTED]) + more


def some_th(parts: Sequence[str], divider: str = "; ") -> str:
    more = f"{divider}และอีก {len(parts) - LISTED} แห่ง" if len(parts) > LISTED else ""
    return divider.join(parts[:LISTED]) + more


def sources(entries: tuple[Entry, ...]) -> str:
    """``91.76 (report.txt, page 1, line 20)`` for distinct prints, in order."""
    return some(
        [
            f"{one.score.printed} ({one.document}, {where(one.score.place)})"
            for one in _distinct(entries)
        ]
    )


def sources_th(entries: tuple[Entry, ...]) -> str:
    return some_th(
        [
            f"{one.score.printed} ({one.document} {where_th(one.score.place)})"
            for one in _distinct(entries)
        ]
    )


def _distinct(entries: tuple[Entry, ...]) -> list[Entry]:
    seen = {(one.score.printed, one.document): one for one in reversed(entries)}
    return sorted(seen.values(), key=lambda entry: entry.key)
