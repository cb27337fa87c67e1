"""Columns that stand side by side for one thing: quarters and months that are ticked, rounds of
reports that each tell a result.

    ระยะเวลา (ไตรมาส)          ผลการดำเนินงาน
    1  2  3  4                รอบ 6 เดือน  รอบ 12 เดือน
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Cell
from pipeline.measures.columns import Roles, is_period, ranked_kinds, tight
from pipeline.numbers import arabic

TICK = "tick "
"""Begins the role of a column that stands for a time: what follows is its header."""
_AGAIN = "#"
"""Parts the role of a further column from what tells it from the first."""
_TOLD = {"steps", "activities", "follow_up", "result", "outcome"}
_REPEATED = {"result", "outcome"}
_WORD = re.compile(r"[ก-๎]{3}|[A-Za-z]{3}")
_NOTHING = re.compile(r"[-–—.\s]*")
Rows = Sequence[Sequence[Cell]]


def field_of(role: str) -> str:
    """The field that a column fills."""
    return role.partition(_AGAIN)[0]


def is_ticked(text: str) -> bool:
    """True for a cell of a column of a time that says more than that there is nothing."""
    return not _NOTHING.fullmatch(text)


def divided(roles: Roles, header: Sequence[Cell], second: Sequence[Cell], rows: Rows) -> Roles:
    """Roles with those of columns that divide one thing: ticks by their time, and further
    columns of what was done.

    ``second``: the header's second row, where it has one.
    """
    times = _times(header, second)
    if len(times) < (1 if second else 2):
        return _repeated(roles, header)
    told = [row[at].text for row in rows for at in times if row[at]]
    found = list(roles)
    if sum(1 for text in told if _WORD.search(text)) * 2 <= len(told):
        for at, name in times.items():
            found[at] = f"{TICK}{name}"
    elif second:
        over = roles[min(times)]
        for at in times:
            if over in _TOLD and at != min(times):
                found[at] = f"{over}{_AGAIN}{at}"
    return _repeated(tuple(found), header)


def _times(header: Sequence[Cell], second: Sequence[Cell]) -> dict[int, str]:
    """The columns that name a time, with that time; bare numbers below quarters are quarters."""
    times: dict[int, str] = {}
    over = ""
    for at, cell in enumerate(second or header):
        over = header[at].text or over
        text = " ".join(cell.text.split())
        quarter = re.fullmatch(r"[1-4]", arabic(text)) and "ไตรมาส" in tight(over)
        if second and quarter:
            times[at] = f"ไตรมาส {text}"
        elif is_period(text):
            times[at] = text
    return times


def _repeated(roles: Roles, header: Sequence[Cell]) -> Roles:
    """Roles in which a second column of results, as of another round, is one too."""
    found = list(roles)
    for at, cell in enumerate(header):
        kind = next(iter(ranked_kinds(cell.text)), "")
        if not found[at] and kind in _REPEATED and kind in found:
            found[at] = f"{kind}{_AGAIN}{at}"
    return tuple(found)
