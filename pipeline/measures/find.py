"""From gathered rows to measures: years and periods told, lists without their markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from parsers.model import Document
from pipeline.dates import Period, parse_period
from pipeline.facts import Measure
from pipeline.labels import match_indicator
from pipeline.measures.columns import tight
from pipeline.measures.drafts import Draft
from pipeline.measures.items import without_marker
from pipeline.measures.persons import without_persons
from pipeline.measures.prose import prose_drafts
from pipeline.measures.tables import LISTS, read_drafts
from pipeline.measures.units import named_indicator, units
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic
from pipeline.years import find_years

_LONGEST_HEADING = 250
_BARE_YEAR = re.compile(r"\s*(?:พ\.?\s?ศ\.?\s*)?25\d\d\s*(?:[-–]\s*25\d\d\s*)?")


def find_measures(document: Document) -> tuple[Measure, ...]:
    """Every measure of a document's tables and running text, in order."""
    drafts = [*read_drafts(document), *prose_drafts(document)]
    drafts.sort(key=lambda found: (found[0].place.page, found[0].place.line))
    if not drafts:
        return ()
    year = _plan_year(document)
    found = (_measure(draft, _year_of(headings) or year) for draft, headings in drafts)
    return tuple(measure for measure in found if measure.title)


def _plan_year(document: Document) -> int | None:
    """The year of the plan as the document's headings name it, the first one named."""
    return _year_of(
        [line.text for line in document.lines if len(line.text) < _LONGEST_HEADING], first=True
    )


def _year_of(headings: Sequence[str], *, first: bool = False) -> int | None:
    """The year that the nearest heading of a plan names (the first one, if asked for); a year
    often stands on the line that follows its heading."""
    pairs = list(zip(headings, [*headings, ""][1:], strict=False))
    for text, below in pairs if first else reversed(pairs):
        if not words("plan", "heading").search(text):
            continue
        for named in (text, f"{text} {below}"):
            years = [year.year for year in find_years(named) if year.role in ("plan", "bare")]
            if years:
                return years[-1]
    return None


def _measure(draft: Draft, year: int | None) -> Measure:
    periods = draft.parts.get("period", [])
    start, end = _dates(periods, year, by_year=draft.by_year)
    owners = " ".join(draft.parts.get("responsible", ()))
    lists = {name: _items(draft.parts.get(name, ())) for name in LISTS}
    if not lists["steps"] and lists["activities"]:
        lists["steps"], lists["activities"] = lists["activities"], ()
    return Measure(
        number=draft.number,
        title=without_persons(draft.title),
        place=draft.place,
        fiscal_year=year,
        section=without_persons(draft.section),
        responsible=owners,
        units=units(owners),
        period=without_persons("; ".join(periods)),
        start_date=start.isoformat() if start else "",
        end_date=end.isoformat() if end else "",
        remark=without_persons(" ".join(draft.parts.get("remark", ()))),
        indicator=_indicator(draft),
        printed="\n".join(draft.printed),
        reported=draft.reported,
        **lists,
    )


def _indicator(draft: Draft) -> str:
    """The indicator that a measure, or the group it stands in, is named after, or names with
    the word for it."""
    for text in (draft.title, draft.section):
        if found := match_indicator(text) or named_indicator(text):
            return found
    return ""


def _dates(
    periods: Sequence[str], year: int | None, *, by_year: bool
) -> tuple[date | None, date | None]:
    """First and last day of all periods of a measure; nothing where one cannot be dated.

    ``by_year``: a bare year is a fiscal year.
    """
    dated: list[Period] = []
    for printed in periods:
        bare = by_year and _BARE_YEAR.fullmatch(arabic(printed))
        text = f"ปีงบประมาณ {printed}" if bare else printed
        period = parse_period(text, year) or parse_period(tight(text), year)
        if period is None:
            return None, None
        dated.append(period)
    starts = [period.start for period in dated if period.start]
    ends = [period.end for period in dated if period.end]
    whole = len(starts) == len(dated), len(ends) == len(dated)
    return (
        min(starts) if starts and whole[0] else None,
        max(ends) if ends and whole[1] else None,
    )


def _items(parts: Sequence[str]) -> tuple[str, ...]:
    """List items without their numbers and bullets, and without names of persons."""
    return tuple(text for item in parts if (text := without_persons(without_marker(item))))
