"""From gathered rows to measures: text mended, units and periods told, lists divided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.model import Document
from pipeline.dates import parse_period
from pipeline.facts import Measure
from pipeline.labels import match_indicator
from pipeline.measures.columns import words
from pipeline.measures.tables import LISTS, Draft, read_drafts
from pipeline.measures.unwrap import leads_on, unwrap
from pipeline.numbers import arabic
from pipeline.years import find_years

_ITEM = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})\s?[.)](?!\d)\s*")
_BULLET = re.compile(r"(?:^|(?<=\s))[-•–]\s*(?=[ก-ฮเ-ไA-Za-z])")
_PERSON = re.compile(
    r"(?:นาย|นางสาว|นาง|น\.\s?ส\.|ว่าที่\s?(?:ร้อยตรี|ร\.ต\.))\s*[ก-ฮเ-ไ][ก-๎]*(?:\s+[ก-ฮเ-ไ][ก-๎]+)?"
)


def find_measures(document: Document) -> tuple[Measure, ...]:
    """Every measure of a document's tables, in order."""
    drafts = list(read_drafts(document))
    year = _plan_year(document)
    return tuple(_measure(draft, _year_of(headings) or year) for draft, headings in drafts)


def _plan_year(document: Document) -> int | None:
    """The year of the plan as the document's headings name it, the first one named."""
    return _year_of([line.text for line in document.lines if len(line.text) < 250], first=True)


def _year_of(headings: Sequence[str], *, first: bool = False) -> int | None:
    """The year that the nearest heading of a plan names (the first one, if asked for)."""
    joined = _joined(headings)
    for text in joined if first else reversed(joined):
        if not words("plan", "heading").search(text):
            continue
        years = [year.year for year in find_years(text) if year.role in ("plan", "bare")]
        if years:
            return years[-1]
    return None


def _joined(headings: Sequence[str]) -> list[str]:
    """Headings with the line that follows: a year often stands on a line of its own."""
    return [f"{one} {two}" for one, two in zip(headings, [*headings, ""][1:], strict=True)]


def _measure(draft: Draft, year: int | None) -> Measure:
    title = tidy(draft.title)
    period_text = _one_line(draft.parts.get("period", ()))
    period = parse_period(period_text, year) if period_text else None
    lists = {name: _items(draft.parts.get(name, ())) for name in LISTS}
    if not lists["steps"] and lists["activities"]:
        lists["steps"], lists["activities"] = lists["activities"], ()
    return Measure(
        number=draft.number,
        title=title,
        place=draft.place,
        fiscal_year=year,
        section=tidy(" ".join(draft.parts.get("section", ()))),
        responsible=responsible(_one_line(draft.parts.get("responsible", ()))),
        period=period_text,
        start_date=period.start.isoformat() if period and period.start else "",
        end_date=period.end.isoformat() if period and period.end else "",
        remark=tidy(" ".join(draft.parts.get("remark", ()))),
        indicator=match_indicator(title),
        **lists,
    )


def tidy(text: str) -> str:
    """A cell's running text on one line, line breaks of its column taken out."""
    return unwrap(" ".join(text.split()))


def _one_line(parts: Sequence[str]) -> str:
    return " ".join(" ".join(parts).split())


def responsible(text: str) -> str:
    """The unit that a cell names, without what it shall do and without names of persons."""
    units = _PERSON.sub("", " ".join(unwrap(unit) for unit in _units(text)))
    task = words("content", "task").search(units)
    if task and task.start() > 0:
        units = units[: task.start()]
    return " ".join(units.split()).strip(" ,;(/")


def _units(text: str) -> Iterator[str]:
    """The text cut before each unit: units of a list are held apart by spaces."""
    gathered: list[str] = []
    for piece in text.split():
        if gathered and words("content", "unit").match(piece) and not leads_on(gathered[-1]):
            yield " ".join(gathered)
            gathered = []
        gathered.append(piece)
    yield " ".join(gathered)


def _items(parts: Sequence[str]) -> tuple[str, ...]:
    """The items of a cell in order: its own lines, and numbered runs inside a line."""
    items: list[str] = []
    for part in parts:
        for line in part.split("\n"):
            items += _divide(" ".join(line.split()))
    return tuple(text for item in items if (text := unwrap(item)))


def _divide(line: str) -> Iterator[str]:
    """A line cut before each number of a run 1, 2, 3…, and before bullets."""
    plain = arabic(line)
    cuts: list[int] = []
    expected: int | None = None
    for hit in _ITEM.finditer(plain):
        number = int(hit.group(1))
        if expected is None or number == expected or number == 1:
            cuts.append(hit.start())
            expected = number + 1
    cuts += [hit.start() for hit in _BULLET.finditer(plain) if hit.start() > 0]
    bounds = [0, *sorted(set(cuts) - {0}), len(line)]
    for start, end in pairwise(bounds):
        if line[start:end].strip():
            yield line[start:end].strip()
