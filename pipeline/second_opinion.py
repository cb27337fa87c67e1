"""A second reading of the pages whose numbers contradict each other.

Where the auditor disputes scores of a digital PDF, its author may be wrong, or the reader. The
page is then read by another program; a score that this one does not find on a page whose other
numbers it does find was not surely read, and says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from parsers.errors import UnreadableDocument
from parsers.model import Document
from pipeline.facts import DocumentFacts, Score
from pipeline.numbers import arabic

PAGES = 6
"""Pages of one document that are read twice at most: it takes a tenth of a second each."""
DOUBT = 0.5
"""Confidence of a score that the second reading does not have; under the auditor's limit."""
_AGREES = 0.8
"""Share of a page's scores that a second reading has, from which its word counts."""


def with_second_opinion(path: Path, document: Document, facts: DocumentFacts) -> DocumentFacts:
    """The facts, with less confidence in disputed scores that pdfplumber does not see."""
    if document.media_type != "application/pdf" or not facts.scores:
        return facts
    pages = _disputed_pages(facts)
    doubted: set[int] = set()
    for number in sorted(pages)[:PAGES]:
        doubted |= _doubted(path, number, facts.scores)
    if not doubted:
        return facts
    scores = tuple(
        replace(score, place=replace(score.place, confidence=min(DOUBT, score.place.confidence)))
        if index in doubted
        else score
        for index, score in enumerate(facts.scores)
    )
    return replace(facts, scores=scores)


def _disputed_pages(facts: DocumentFacts) -> set[int]:
    """Pages with scores that contradict others of the same document."""
    from pipeline.audit.auditor import audit
    from pipeline.audit.model import ReadDocument

    audited = audit([ReadDocument("document", "", facts)])
    return {
        facts.scores[index].place.page
        for (_, index), assurance in audited.assurances.items()
        if assurance == "disputed"
    }


def _doubted(path: Path, page: int, scores: tuple[Score, ...]) -> set[int]:
    """The scores of a page that a second reading does not have."""
    from parsers.pdf.second_opinion import numbers_of, read_page

    mine = {
        index: arabic(score.printed) for index, score in enumerate(scores)
        if score.place.page == page and "." in score.printed
    }  # fmt: skip
    try:
        other: Counter[str] = numbers_of(read_page(path, page))
    except UnreadableDocument:
        return set()
    missing = {index for index, printed in mine.items() if printed not in other}
    return missing if len(mine) - len(missing) >= _AGREES * len(mine) else set()
