"""From parsed pages to facts, the steps in the order that a document walks through them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from parsers.model import Document, Line
from pipeline.facts import DocumentFacts, Measure, Place, Resolution, Score
from pipeline.scores.find import find_scores
from pipeline.scores.found import Found
from pipeline.scores.parts.title_rows import with_title_lines
from pipeline.scores.years import score_years, title_years
from pipeline.years import impossible_years

if TYPE_CHECKING:
    from pipeline.agency import Register

Kind = Literal["scores", "measures", "scores+measures", "other"]


def read(document: Document, register: Register | None = None) -> DocumentFacts:
    """Everything that ``document`` states, with nothing audited yet.

    A pure function of the parsed pages and the official register, if there is one: file
    names, other documents and the clock have no part in it.
    """
    from pipeline.agency import find_successions, reporting_body
    from pipeline.look_alike import look_alike
    from pipeline.measures import find_measures, find_recommendations

    document = with_title_lines(document)
    years = score_years(document)
    reporter = reporting_body(document, register)
    found = find_scores(document, years[0] if years else None)
    measures = find_measures(document)
    bodies, found = _resolve_bodies(document, found, reporter, register)
    return DocumentFacts(
        kind=_kind(found.scores, measures),
        reporter=reporter,
        bodies=bodies,
        fiscal_year=_reported_year(found.scores, measures, years),
        scores=found.scores,
        claims=found.claims,
        uncertain=found.uncertain,
        rankings=found.rankings,
        measures=measures,
        recommendations=find_recommendations(document),
        look_alike=look_alike(_running_text(document)),
        stated_years=(*years, *impossible_years(_running_text(document))),
        title_years=title_years(document),
        successions=find_successions(document, reporter, bodies, register),
    )


def _resolve_bodies(
    document: Document, found: Found, reporter: Resolution, register: Register | None
) -> tuple[tuple[Resolution, ...], Found]:
    """Resolve the bodies printed beside scores; the reporter's own scores lose the name."""
    from pipeline.agency import left_open, stated_place

    first: dict[str, Place] = {}
    for score in found.scores:
        if score.body:
            first.setdefault(score.body, score.place)
    resolved = {
        name: _resolve(document, name, place, reporter, register) for name, place in first.items()
    }
    if resolved:
        resolved = left_open(resolved, reporter, stated_place(document)[1], register)
    own = {name for name, body in resolved.items() if _is_own(name, body, reporter)}
    scores = tuple(replace(s, body="") if s.body in own else s for s in found.scores)
    claims = tuple(replace(c, body="") if c.body in own else c for c in found.claims)
    others = tuple(body for name, body in resolved.items() if name not in own)
    return others, replace(found, scores=scores, claims=claims)


def _resolve(
    document: Document, printed: str, place: Place, reporter: Resolution, register: Register | None
) -> Resolution:
    """The body of a row, if need be with the place that the whole document is about."""
    from pipeline.agency import resolve_mention, stated_place

    found = resolve_mention(printed, context=reporter, register=register, place=place)
    if found.status == "resolved" and not _lacks_place(found):
        return found
    district, province = stated_place(document)
    for given in ((district, province), ("", province)):
        placed = resolve_mention(
            printed,
            district=given[0],
            province=given[1],
            context=reporter,
            register=register,
            place=place,
        )
        if placed.status == "resolved" and any(given) and _goes_on(found, placed):
            return placed
    return found


def _lacks_place(found: Resolution) -> bool:
    """Whether a body is known by its name alone, though its like lie somewhere or a place is
    printed beside it, such as a district that several provinces have."""
    from pipeline.agency.known.kinds import LOCAL, main_type
    from pipeline.agency.naming.location import has_place_word

    if found.body is None or found.body.province:
        return False
    main = main_type(found.body.kind)
    return (main is not None and main.names in LOCAL) or has_place_word(found.printed)


def _goes_on(found: Resolution, placed: Resolution) -> bool:
    """Whether a place adds to what was resolved without it, and does not make it another name."""
    if found.status != "resolved" or found.body is None or placed.body is None:
        return True
    return found.body.name == placed.body.name


def _is_own(printed: str, body: Resolution, reporter: Resolution) -> bool:
    """Whether a body named beside scores is the reporter, in this or another spelling."""
    from pipeline.agency.known.identity import agency_id

    if body.body is None or reporter.body is None:
        return False
    if agency_id(body.body) == agency_id(reporter.body):
        return True
    if body.status == "resolved" or body.body.kind != reporter.body.kind:
        return False
    spellings = {variant.printed for variant in reporter.variants} | {reporter.printed}
    return printed in spellings or _nearly(body.body.name, reporter.body.name)


def _nearly(name: str, other: str) -> bool:
    """True for names within the two edits by which a misread name is still told."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(name, other, score_cutoff=2) <= 2


def _kind(scores: tuple[Score, ...], measures: tuple[Measure, ...]) -> Kind:
    if scores:
        return "scores+measures" if measures else "scores"
    return "measures" if measures else "other"


def _reported_year(
    scores: tuple[Score, ...], measures: tuple[Measure, ...], stated: tuple[int, ...]
) -> int | None:
    """The year a document reports on: the latest of its scores, else of its measures, else
    the one that it names."""
    for years in (_known(scores), _known(measures)):
        if years:
            return max(years)
    return stated[0] if stated else None


def _known(facts: Iterable[Score | Measure]) -> set[int]:
    return {fact.fiscal_year for fact in facts if fact.fiscal_year is not None}


def _running_text(document: Document) -> str:
    parts = []
    for block in document.blocks:
        if isinstance(block, Line):
            parts.append(block.text)
        else:
            parts += [" ".join(cell.text for cell in row) for row in block.rows]
    return "\n".join(parts)
