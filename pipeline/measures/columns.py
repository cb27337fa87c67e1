"""Tell tables of measures, and what their columns say, by headers and by contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from parsers.model import Cell, Table
from pipeline.dates import parse_period
from pipeline.labels import match
from pipeline.numbers import arabic
from pipeline.wording import phrase

Roles = tuple[str, ...]
"""The role of each column, empty for none."""

WORK = ("steps", "activities", "responsible", "period", "follow_up", "result", "outcome")
"""Roles of which a table of measures has two or more, beside titles."""
_WEAK = {"", "place", "budget", "number", "remark", "period", "responsible"}
"""Roles that contents outweigh; the words of the other headers are clear."""
_LONGEST_HEADER = 90
_LONGEST_UNIT = 160
_MOST = 0.5
"""Share of filled cells from which contents tell a column."""


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    import tomllib

    text = files("pipeline").joinpath("reference/measures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(group: str, kind: str) -> re.Pattern[str]:
    """The pattern of one list of ``reference/measures.toml``."""
    return re.compile("|".join(phrase(one) for one in _lists()[group][kind]), re.IGNORECASE)


def header_roles(row: Sequence[Cell]) -> Roles:
    """The role that each header cell gives its column; each role once."""
    roles: list[str] = []
    for cell in row:
        text = " ".join(cell.text.split())
        found = ""
        if text and len(text) <= _LONGEST_HEADER:
            for kind in _lists()["columns"]:
                if words("columns", kind).search(text) and kind not in roles:
                    found = kind
                    break
        roles.append(found)
    if "title" not in roles and "activities" in roles:
        first = roles.index("activities")
        if not any(role in WORK for role in roles[:first]):
            roles[first] = "title"
    return tuple(roles)


def is_measures_header(roles: Roles) -> bool:
    """True for the header of a table of measures: titles, and two columns of work on them."""
    return "title" in roles and "note" not in roles and sum(role in WORK for role in roles) >= 2


def by_content(roles: Roles, rows: Sequence[Sequence[Cell]]) -> Roles:
    """Roles corrected by what the cells hold: periods and units show themselves."""
    corrected = list(roles)
    for kind, shows in (("period", is_period), ("responsible", is_unit)):
        shares = [_share([row[index].text for row in rows], shows) for index in range(len(roles))]
        best = max(range(len(shares)), key=lambda index: shares[index], default=None)
        if best is None or shares[best] < _MOST or corrected[best] not in _WEAK | {kind}:
            continue
        if kind in corrected:
            if shares[corrected.index(kind)] >= shares[best]:
                continue
            corrected[corrected.index(kind)] = ""
        corrected[best] = kind
    return tuple(corrected)


def _share(texts: Sequence[str], shows: Callable[[str], bool]) -> float:
    filled = [text for text in texts if text.strip()]
    return sum(1 for text in filled if shows(text)) / len(filled) if filled else 0.0


def is_period(text: str) -> bool:
    """True for a cell that is a time: dated, or said in the words of plans."""
    short = " ".join(text.split())
    if not short or len(short) > 60:
        return False
    return parse_period(short, 2560) is not None or bool(
        re.match(r"ไตรมาส|ตลอด\s*(?:ทั้ง)?\s*ปี|ทุก\s*เดือน|รอบ\s*\d+\s*เดือน", arabic(short))
    )


def is_unit(text: str) -> bool:
    """True for a cell that names a unit or office."""
    short = " ".join(text.split())
    return 0 < len(short) <= _LONGEST_UNIT and bool(words("content", "unit").match(short))


def fits(roles: Roles, rows: Sequence[Sequence[Cell]]) -> bool:
    """True where nothing in the columns of time and unit contradicts the roles."""
    for kind, shows in (("period", is_period), ("responsible", is_unit)):
        if kind not in roles:
            continue
        filled = [row[roles.index(kind)].text for row in rows if row[roles.index(kind)]]
        if filled and sum(map(shows, filled)) * 2 < len(filled):
            return False
    return True


def looks_like_header(row: Sequence[Cell]) -> bool:
    """True for a row of short words without numbers, dates or units: a header, however misread."""
    texts = [" ".join(cell.text.split()) for cell in row if cell]
    if len(texts) < max(2, len(row) - 1):
        return False
    return all(
        len(text) <= _LONGEST_HEADER and not re.search(r"\d", arabic(text)) and not is_period(text)
        for text in texts
    )


def is_score_table(table: Table) -> bool:
    """True for a table whose rows are mostly items of the assessment."""
    named = sum(
        1 for row in table.rows for cell in row[:2] if len(cell.text) < 80 and match(cell.text).item
    )
    numbers = sum(
        1
        for row in table.rows
        for cell in row
        if re.fullmatch(r"\s*\d+\.\d+\s*", arabic(cell.text))
    )
    return named >= 3 and numbers >= named
