"""The year that headings and introductions above a table or passage give to its scores."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import Line
from pipeline.scores.glue import COMPARED
from pipeline.scores.history import without_history
from pipeline.wording import cues
from pipeline.years import YearMention, find_years

SECTION_LINES = 15
"""How far back a short line that names one year still sets the year of what follows."""
SHORT = 130
"""Characters; a longer line is no heading."""
_HEADING_LINES = 4
"""Lines of a heading that may say of what its year is."""
_REACH = 30
"""How many characters before a year may say that it is only compared with."""


def year_above(lines: Sequence[Line], otherwise: int | None) -> int | None:
    """The year of the nearest line that says of which year the scores below it are.

    That is a heading which names one year that is not a plan's, or a paragraph which names one
    year of scores. Where a heading above a paragraph names another year of scores, the paragraph
    decides only if it announces what follows.
    """
    near = lines[-SECTION_LINES:]
    told: int | None = None
    for at in range(len(near) - 1, -1, -1):
        text = without_history(near[at].text, _wrapped(near[:at], near[at]))
        years = list(find_years(text))
        if len(text) > SHORT or any(year.role == "plan" for year in years):
            said = _year_of_scores(text, years) if told is None else None
            if said is not None and cues("table", "announced").search(text):
                return said
            told = told or said
            continue
        named = {year.year for year in years if year.role in ("score", "bare")}
        if len(named) != 1 or _is_of_plan(near[: at + 1], years):
            continue
        return told if told and all(year.role == "bare" for year in years) else named.pop()
    return told or otherwise


def _wrapped(lines: Sequence[Line], line: Line) -> str:
    """The line right above one, which may go on with it; empty for none."""
    above = lines[-1] if lines else None
    if above is None or above.page != line.page or line.number - above.number != 1:
        return ""
    return above.text


def _year_of_scores(text: str, years: Sequence[YearMention]) -> int | None:
    """The one year whose scores a paragraph speaks of, others being compared with or planned."""
    spoken = [
        year
        for year in years
        if year.role in ("score", "bare")
        and not COMPARED.search(text[max(0, year.start - _REACH) : year.start])
    ]
    named = {year.year for year in spoken}
    if len(named) != 1 or not any(year.role == "score" for year in spoken):
        return None
    return named.pop()


def _is_of_plan(lines: Sequence[Line], years: Sequence[YearMention]) -> bool:
    """True where the last line ends a heading of a plan: its year stands without a word of what it
    is, and the lines right above it speak of a plan and of no assessment."""
    if any(year.role != "bare" for year in years):
        return False
    heading = [lines[-1].text]
    for below, line in zip(lines[:0:-1], lines[-2::-1], strict=False):
        goes_on = line.page == below.page and 0 <= below.number - line.number <= 2
        if not goes_on or len(line.text) > SHORT or len(heading) == _HEADING_LINES:
            break
        if any(True for _ in find_years(line.text)):
            break
        heading.append(line.text)
    text = "\n".join(heading)
    return bool(cues("year", "plan").search(text) and not cues("year", "score").search(text))
