"""Tell tables of measures, and what their columns say, by headers and by contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from parsers.model import Cell, Table
from pipeline.dates import parse_period
from pipeline.labels import match
from pipeline.measures.items import has_marker
from pipeline.measures.persons import names_person
from pipeline.measures.vocabulary import kinds, words
from pipeline.numbers import arabic

Roles = tuple[str, ...]
"""The role of each column, empty for none."""

FRAME = "frame"
"""The role of a column that holds both the unit and the period."""
_WORK = {"steps", "activities", "follow_up", "result", "outcome"}
_FRAME = {"responsible", "period"}
LABELS = ("title", *sorted(_WORK), *sorted(_FRAME), "remark", "aim", "budget", "place")
"""Fields that lines of running text may name."""
_BOTH = {"responsible", "period"}
_WEAK = {"", "place", "budget", "number", "remark", "period", "responsible", "aim"}
"""Roles that contents outweigh; the words of the other headers are clear."""
_LONGEST_HEADER = 90
_SHORT = 25
"""Letters of the longest header that tells a stranger."""
_LONGEST_UNIT = 160
_TIMES = 3
"""Columns named by times from which they are a calendar of what is done when."""
_MOST = 0.5
"""Share of filled cells from which contents tell a column."""
_YEAR_OF_TRIAL = 2560
"""Any fiscal year: with it a period shows itself even where it names no year."""


def header_roles(row: Sequence[Cell]) -> Roles:
    """The role that each header cell gives its column; each role once."""
    ranked = _with_frame([_ranked(tight(cell.text)) for cell in row])
    roles: list[str] = []
    for choices in ranked:
        roles.append(next((kind for kind in choices if kind not in roles), ""))
    if "title" not in roles:
        _promote(roles, ranked)
        for at, choices in enumerate(ranked):
            roles[at] = roles[at] or next((kind for kind in choices if kind not in roles), "")
    if "steps" not in roles and "activities" in roles:
        roles[roles.index("activities")] = "steps"
    return tuple(roles)


def _ranked(text: str) -> list[str]:
    """The kinds of column that a header may name: the first word first, the longest of equals."""
    if not text or len(text) > _LONGEST_HEADER:
        return []
    hits = [
        (hit.start(), -len(hit.group()), kind)
        for kind in kinds("columns")
        if (hit := words("columns", kind).search(text))
    ]
    return [kind for _, _, kind in sorted(hits)]


def ranked_kinds(text: str) -> list[str]:
    """The kinds of column that a header may name, the likeliest first."""
    return _ranked(tight(text))


def label_kind(text: str) -> str:
    """The field that a label of running text names; its words must begin with those of it."""
    name = " ".join(text.split())
    if not any(_any_column().match(name, start) for start in range(len("ชื่อ") + 1)):
        return ""
    return next((kind for kind in _ranked(name)[:1] if kind in LABELS), "")


@cache
def _any_column() -> re.Pattern[str]:
    """The words of all kinds of column."""
    every = (words("columns", kind).pattern for kind in kinds("columns"))
    return re.compile("|".join(every), re.IGNORECASE)


def label_hits(text: str) -> Iterator[re.Match[str]]:
    """The words at the start of a line that name a field."""
    kind = label_kind(text)
    if kind and (hit := words("columns", kind).search(text)):
        yield hit


def _with_frame(ranked: list[list[str]]) -> list[list[str]]:
    """A header that names both unit and period is of both, where no other names the second."""
    first = [choices[0] for choices in ranked if choices]
    return [
        [FRAME] if set(choices[:2]) == _BOTH and first.count(choices[1]) == 0 else choices
        for choices in ranked
    ]


def _promote(roles: list[str], ranked: Sequence[Sequence[str]]) -> None:
    """Without a plain column of measures: one that speaks of them beside another thing, else
    the topics, else activities that stand before all work on them."""
    for index, choices in enumerate(ranked):
        if "title" in choices and roles[index] in ("remark", "activities", "topic", "aim"):
            roles[index] = "title"
            return
    for kind in ("activities", "topic") if _proposes(roles, ranked) else ("topic", "activities"):
        if kind in roles:
            at = roles.index(kind)
            if not any(role in _WORK | _FRAME for role in roles[:at]):
                roles[at] = "title"
                return


def _proposes(roles: Sequence[str], ranked: Sequence[Sequence[str]]) -> bool:
    """True where a column of approaches stands behind one of topics: those are the measures."""
    if "topic" not in roles or "activities" not in roles:
        return False
    at = roles.index("activities")
    return roles.index("topic") < at and ranked[at][:1] == ["activities"]


def is_measures_header(row: Sequence[Cell]) -> bool:
    """True for the header of a table of measures: titles, and columns of work on them.

    Where no header speaks of measures or projects, a column of what was done must stand
    beside those of units and times, or the table may be a mere calendar.
    """
    roles = header_roles(row)
    if "title" not in roles or not _may_be_header(row):
        return False
    if any(words("content", "contract").search(tight(cell.text)) for cell in row):
        return False
    work = _WORK.intersection(roles)
    frame = _FRAME if FRAME in roles else _FRAME.intersection(roles)
    times = sum(is_period(tight(cell.text)) for cell in row) >= _TIMES
    if len(work) + len(frame | {"period"} if times else frame) < 2:
        return False
    named = words("columns", "title").search(tight(row[roles.index("title")].text))
    if "assessment" in roles:
        return bool(named and frame)
    measures = words("content", "measure").search(tight(row[roles.index("title")].text))
    if not measures and any(words("content", "spent").search(tight(cell.text)) for cell in row):
        return False
    approach = words("content", "approach").search(tight(row[roles.index("title")].text))
    return bool(named) or bool(work and frame) or (bool(approach) and len(frame) == len(_FRAME))


def by_content(roles: Roles, rows: Sequence[Sequence[Cell]]) -> Roles:
    """Roles corrected by what the cells hold: periods and units show themselves."""
    corrected = list(roles)
    for kind, shows in _SHOWS:
        shares = [_share([row[index].text for row in rows], shows) for index in range(len(roles))]
        best = max(range(len(shares)), key=lambda index: shares[index], default=None)
        if (
            FRAME in roles
            or best is None
            or shares[best] < _MOST
            or corrected[best] not in _WEAK | {kind}
        ):
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
    if any(parse_period(one, _YEAR_OF_TRIAL) is not None for one in (short, tight(short))):
        return True
    return bool(words("content", "undated").search(short))


def is_unit(text: str) -> bool:
    """True for a cell that names a unit, an office, or a person who holds one."""
    short = tight(text)
    if not 0 < len(short) <= _LONGEST_UNIT:
        return False
    return bool(words("content", "unit").match(short)) or names_person(text)


_INSIDE = re.compile(r"(?<=[ก-๎])\s+(?=[ก-๎])")


def tight(text: str) -> str:
    """One line without the spaces between Thai letters, which a narrow column may have made."""
    return _INSIDE.sub("", " ".join(text.split()))


def is_duration(text: str) -> bool:
    """True for a time that something takes (3 วันทำการ), as in manuals of services."""
    return bool(words("content", "duration").match(arabic(" ".join(text.split()))))


_SHOWS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("period", is_period),
    ("responsible", is_unit),
)


def fits(roles: Roles, rows: Sequence[Sequence[Cell]]) -> bool:
    """True where nothing in the columns of time and unit contradicts the roles."""
    return all(shown * 2 >= filled for filled, shown in _shown(roles, rows))


def agrees(roles: Roles, rows: Sequence[Sequence[Cell]]) -> bool:
    """True where a cell in the columns of time or unit is one."""
    return any(shown for _, shown in _shown(roles, rows))


def _shown(roles: Roles, rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int]]:
    """For each column of times or units: its filled cells, and how many of them show it."""
    for kind, shows in _SHOWS:
        if kind in roles:
            texts = [row[roles.index(kind)].text for row in rows if row[roles.index(kind)]]
            yield len(texts), sum(map(shows, texts))
    if FRAME in roles:
        texts = [row[roles.index(FRAME)].text for row in rows if row[roles.index(FRAME)]]
        yield len(texts), sum(is_unit(text) or is_period(text) for text in texts)


def is_foreign(row: Sequence[Cell], own: Sequence[str] = ()) -> bool:
    """True for the header of a table about scores, money or persons.

    Words of the table's ``own`` header are no strangers in a repetition of it.
    """
    strange = [text for cell in row if (text := tight(cell.text)) and text not in own]
    money = sum(1 for text in strange if len(text) <= _SHORT and _is_strange(text))
    return money > 1 or bool(money and looks_like_header(row))


def _is_strange(text: str) -> bool:
    if any(char.isdigit() for char in arabic(text)):
        return False
    assessed = "assessment" in _ranked(text)[:1]
    return assessed or bool(words("content", "foreign").search(text))


def looks_like_header(row: Sequence[Cell]) -> bool:
    """True for a row of header words, however misread: short, without digits, dates or units."""
    texts = [tight(cell.text) for cell in row if cell]
    if len(texts) < max(2, len(row) - 1) or not _may_be_header(row):
        return False
    if any(re.search(r"\d", arabic(text)) for text in texts):
        return False
    known = [text for text in texts if _ranked(text)]
    return len(known) * 2 >= len(texts)


def _may_be_header(row: Sequence[Cell]) -> bool:
    """False for a row with what only contents have: list items, units, long texts."""
    for cell in row:
        text = tight(cell.text)
        if len(text) > _LONGEST_HEADER or has_marker(text) or _starts_with_ordinal(text):
            return False
        if is_unit(text) and not _ranked(text):
            return False
    return True


def _starts_with_ordinal(text: str) -> bool:
    ordinal = words("content", "ordinal").match(text)
    return bool(ordinal and re.match(r"\s*\d", arabic(text[ordinal.end() :])))


def is_score_table(table: Table) -> bool:
    """True for a table whose rows are mostly items of the assessment with their scores."""
    named = sum(
        1 for row in table.rows for cell in row[:2] if len(cell.text) < 80 and match(cell.text).item
    )
    if named < 3:
        return False
    numbers = sum(
        1
        for row in table.rows
        for cell in row
        if re.fullmatch(r"\s*\d+\.\d+\s*", arabic(cell.text))
    )
    return numbers >= named
