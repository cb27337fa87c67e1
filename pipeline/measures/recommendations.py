"""Strengths, weaknesses, points to improve and advice: what analysis sections say.

They stand as a labelled line (จุดแข็ง : …), as a heading with a list below it, or as a column
of a table beside the indicators. Advice in a table of measures is a remark and not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from parsers.model import Cell, Document, Line, Table
from pipeline.facts import Place, Recommendation, RecommendationKind
from pipeline.labels import find_labels, match_indicator
from pipeline.measures.columns import is_measures_header, tight
from pipeline.measures.items import BULLETS, has_marker, without_marker
from pipeline.measures.mend import mend, wrapping
from pipeline.measures.persons import without_persons
from pipeline.measures.unwrap import heal, joined
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

KINDS: tuple[RecommendationKind, ...] = ("จุดแข็ง", "จุดอ่อน", "ประเด็นที่ควรพัฒนา", "ข้อเสนอแนะ")
_LONGEST_HEADING = 120
_LONGEST_HEADER = 60
_LEAST = 5
"""Letters of the shortest thing said; less is a blank to fill in."""
_FULL = 0.85
"""Share of the widest line from which a line of a page runs on."""
_MARK = re.compile(r"^\s*\(?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<form>\s*[.)]+|\s)?\s*")
_BULLET = re.compile(rf"^\s*[{BULLETS}]\s*")
_JOIN = re.compile(r"\s*(?:ส่วน|และ|สำหรับ|ขณะที่)\s*$")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LETTER = re.compile(r"[ก-ฮA-Za-z]")


@dataclass(slots=True)
class _Section:
    """A heading of one kind, while what stands below it is gathered."""

    kind: RecommendationKind
    indicator: str
    mark: tuple[str, str]
    """Number and form of its own marker; two empty texts for none."""
    items: int = 0
    last: Line | None = None
    topic: str = ""
    """The indicator of the item that bullets go on with."""
    closed: bool = False
    """A sentence, which lines may go on with but no items follow."""


def find_recommendations(document: Document) -> tuple[Recommendation, ...]:
    """Everything that the analysis sections of a document say, in order."""
    lines: list[Line] = []
    found: list[Recommendation] = []
    ordinal = -1
    for block in [*document.blocks, None]:
        if isinstance(block, Line):
            lines.append(block)
            continue
        found += _read_lines(lines)
        lines = []
        if block is not None:
            ordinal += 1
            found += _read_table(block, ordinal)
    return tuple(one for one in found if _says_something(one.text))


def _says_something(text: str) -> bool:
    """False for blanks to fill in, and for the set phrases of letters."""
    formula = words("recommendations", "formula").match(text)
    return len(_LETTER.findall(text)) >= _LEAST and not formula


def _read_lines(lines: Sequence[Line]) -> Iterator[Recommendation]:
    widest = max((line.box.x1 for line in lines if line.box), default=0.0)
    section: _Section | None = None
    indicator = ""
    once = not _repeats(lines)
    gathered: list[Recommendation] = []
    for line in lines:
        if told := _sentence(line):
            gathered += told
            section = _Section(told[-1].kind, "", ("", ""), last=line, closed=True)
            continue
        if opened := _opens(line, indicator):
            section, rest = opened
            gathered += _first(section, rest, line)
            continue
        if named := _named(line):
            if once and section is not None and not (section.closed or section.indicator):
                gathered.append(_topic(section, line, named))
            else:
                indicator, section = named, None
            continue
        if section is None:
            continue
        if _runs_on(section, line, widest) and gathered:
            gathered[-1] = replace(
                gathered[-1], text=joined([gathered[-1].text, without_persons(line.text)])
            )
            section.last = line
        elif words("recommendations", "leads").search(line.text):
            continue
        elif _belongs(section, line):
            section.topic = section.topic if _BULLET.match(line.text) else ""
            gathered.append(_said(section, line.text, line))
            section.items, section.last = section.items + 1, line
        else:
            section = None
    yield from (replace(one, text=without_persons(one.text)) for one in gathered)


def _first(section: _Section, rest: str, line: Line) -> Iterator[Recommendation]:
    """What a heading says itself, if anything."""
    if rest:
        yield _said(section, rest, line)
        section.items, section.last = 1, line


def _topic(section: _Section, line: Line, named: str) -> Recommendation:
    """An indicator as an item of the one section of its kind; bullets below go on with it."""
    section.items, section.last, section.topic = section.items + 1, line, named
    return _said(section, line.text, line)


def _repeats(lines: Sequence[Line]) -> bool:
    """True where sections of one kind stand below each of several indicators."""
    kinds = [opened[0].kind for line in lines if (opened := _opens(line, ""))]
    return len(set(kinds)) < len(kinds)


def _opens(line: Line, indicator: str) -> tuple[_Section, str] | None:
    """The section that a line heads, with what the line itself says behind its colon."""
    mark, bare = _unmarked(line.text)
    kind = next((k for k in KINDS if words("recommendations", k).match(bare)), None)
    if kind is None:
        return None
    name, colon, rest = bare.partition(":")
    if not colon and mark[0] and indicator and not _is_heading(line, bare, kind):
        name, colon, rest = bare.partition(" ")
        if not words("recommendations", kind).fullmatch(name):
            return None
    if len(name) > _LONGEST_HEADING or not (colon or _is_heading(line, bare, kind)):
        return None
    if rest and words("recommendations", "leads").search(rest):
        rest = ""
    return _Section(kind, indicator, mark), rest.strip()


def _sentence(line: Line) -> list[Recommendation]:
    """What a sentence says that begins with a kind: จุดแข็งคือ… ส่วนจุดอ่อนคือ…"""
    _, bare = _unmarked(line.text)
    said_of = {kind: _said_of(kind) for kind in KINDS}
    if not any(pattern.match(bare) for pattern in said_of.values()):
        return []
    hits = sorted(
        (hit.start(), hit.end(), kind)
        for kind, pattern in said_of.items()
        for hit in pattern.finditer(bare)
    )
    ends = [*(start for start, _, _ in hits[1:]), len(bare)]
    said = [
        (kind, _JOIN.sub("", bare[end:stop]).strip())
        for (_, end, kind), stop in zip(hits, ends, strict=True)
    ]
    return [_said(_Section(kind, "", ("", "")), text, line) for kind, text in said if text]


@cache
def _said_of(kind: RecommendationKind) -> re.Pattern[str]:
    """A kind, and the word behind it that says what it is."""
    return re.compile(rf"(?:{words('recommendations', kind).pattern})\s*(?:คือ|ได้แก่)")


def _is_heading(line: Line, bare: str, kind: RecommendationKind) -> bool:
    """True for the words of a kind alone, set as a heading, or with a short tail to them."""
    if line.heading:
        return True
    hit = words("recommendations", kind).match(bare)
    tail = _ASIDE.sub("", bare[hit.end() :] if hit else bare)
    return not tail.strip() or bool(words("recommendations", "tail").match(tail))


def _named(line: Line) -> str:
    """The indicator that a heading names, for the sections below it."""
    if len(line.text) > _LONGEST_HEADING or _BULLET.match(line.text):
        return ""
    _, bare = _unmarked(line.text)
    stated = words("content", "section").match(arabic(bare)) or line.heading
    return match_indicator(bare) if stated else ""


def _unmarked(text: str) -> tuple[tuple[str, str], str]:
    """The marker before a line, and the line without it."""
    if bullet := _BULLET.match(text):
        return ("", "-"), text[bullet.end() :]
    hit = _MARK.match(arabic(text))
    if hit is None:
        return ("", ""), text.strip()
    return (hit.group("number"), (hit.group("form") or "").strip()), text[hit.end() :]


def _belongs(section: _Section, line: Line) -> bool:
    """True for an item of a section's list, or the paragraph that stands alone below it."""
    if line.heading or section.closed:
        return False
    (number, form), _ = _unmarked(line.text)
    own, own_form = section.mark
    if own.isdigit() and form == own_form and number == str(int(own) + 1):
        return False
    if has_marker(line.text) or number.startswith(f"{own}."):
        return True
    return section.items == 0


def _runs_on(section: _Section, line: Line, widest: float) -> bool:
    """True for a line of a page that goes on with the item above."""
    above = section.last
    if above is None or above.box is None or line.box is None or has_marker(line.text):
        return False
    return above.page == line.page and above.box.x1 >= _FULL * widest


def _said(section: _Section, text: str, line: Line) -> Recommendation:
    place = Place(line.page, line.number, line.box, line.method, line.confidence)
    (number, _), bare = _unmarked(text)
    below = "." in number and number.startswith(f"{section.mark[0]}.")
    said = heal(without_persons(bare if below else without_marker(text)))
    return Recommendation(
        section.kind, said, place, about(said) or section.topic or section.indicator
    )


def about(text: str) -> str:
    """The one indicator that a text names; empty for none or several."""
    whole = match_indicator(text)
    found = {
        mention.label.item.code
        for mention in find_labels(text)
        if mention.label.item and mention.label.item.item_type == "indicator"
    }
    return whole or (found.pop() if len(found) == 1 else "")


def _read_table(table: Table, ordinal: int) -> Iterator[Recommendation]:
    header = table.rows[0]
    if len(table.rows) < 2:
        return
    columns = [(at, kind) for at, cell in enumerate(header) if (kind := _column(cell))]
    if is_measures_header(header):
        columns = [(at, kind) for at, kind in columns if kind != "ข้อเสนอแนะ"]
    if not columns:
        yield from _read_rows(table, ordinal)
        return
    wrapped = wrapping(cell for row in table.rows[1:] for cell in row)
    named = min(at for at, _ in columns)
    indicator = ""
    for number, row in enumerate(table.rows[1:], 1):
        labels = [cell.text for cell in row[:named] if len(cell.text) < _LONGEST_HEADING]
        told = next((code for text in labels if (code := about(tight(text)))), "")
        if told or any(cell for cell in row[:named]):
            indicator = told
        for at, kind in columns:
            shared = _is_shared(table, number, at, named)
            for item in mend(row[at], wrapped):
                text = without_persons(without_marker(item))
                place = _place(row[at], ordinal)
                yield Recommendation(kind, text, place, about(text) if shared else indicator)


def _read_rows(table: Table, ordinal: int) -> Iterator[Recommendation]:
    """Rows that begin with a kind: จุดแข็ง | …"""
    wrapped = wrapping(cell for row in table.rows for cell in row)
    for row in table.rows:
        kind = _column(row[0])
        if kind is None:
            continue
        for cell in row[1:]:
            for item in mend(cell, wrapped):
                text = without_persons(without_marker(item))
                yield Recommendation(kind, text, _place(cell, ordinal), about(text))


def _is_shared(table: Table, number: int, column: int, named: int) -> bool:
    """True where a cell may stand for the rows below it too: they are named, and it is empty."""
    if table.rows[number][column].row_span > 1:
        return True
    below = table.rows[number + 1] if number + 1 < len(table.rows) else ()
    return bool(below) and any(below[:named]) and not any(below[named:])


def _column(cell: Cell) -> RecommendationKind | None:
    """The kind that the header of a column names."""
    text = tight(cell.text)
    if len(text) > _LONGEST_HEADER:
        return None
    return next((kind for kind in KINDS if words("recommendations", kind).match(text)), None)


def _place(cell: Cell, table: int) -> Place:
    return Place(
        cell.page, cell.line, cell.box, cell.method, cell.confidence, table, cell.row, cell.column
    )
