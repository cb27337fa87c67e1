"""What is seen of one page: the page as parsed, and the facts that stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from parsers.errors import UsageError
from parsers.model import Document, Page
from pipeline.facts import Claim, DocumentFacts, Measure, Place, Score, UncertainLabel


@dataclass(frozen=True, slots=True)
class Seen:
    """One page with what was recognised on it."""

    document: Document
    facts: DocumentFacts
    page: Page
    scores: tuple[Score, ...]
    claims: tuple[Claim, ...]
    uncertain: tuple[UncertainLabel, ...]
    measures: tuple[Measure, ...]


def look(path: Path, number: int | None) -> Seen:
    """Parse a file and pick a page: ``number``, or the first with scores, else page 1.

    Raises `UnreadableDocument` as the parser does, `UsageError` for a page that is not there.
    """
    from parsers import parse
    from pipeline.read import read

    document = parse(path)
    facts = read(document)
    pages = {page.number: page for page in document.pages}
    chosen = number or _first(facts) or min(pages)
    if chosen not in pages:
        raise UsageError(
            "no-such-page",
            f"{path} has no page {chosen}: it has {len(pages)} page(s).",
            f"{path} ไม่มีหน้า {chosen} (มีทั้งหมด {len(pages)} หน้า)",
        )
    return Seen(
        document,
        facts,
        pages[chosen],
        tuple(score for score in facts.scores if score.place.page == chosen),
        tuple(claim for claim in facts.claims if claim.place.page == chosen),
        tuple(label for label in facts.uncertain if label.place.page == chosen),
        tuple(measure for measure in facts.measures if measure.place.page == chosen),
    )


def _first(facts: DocumentFacts) -> int | None:
    """The first page with a score, else with a measure."""
    places: Iterable[Place]
    for places in ((s.place for s in facts.scores), (m.place for m in facts.measures)):
        numbers = [place.page for place in places]
        if numbers:
            return min(numbers)
    return None
