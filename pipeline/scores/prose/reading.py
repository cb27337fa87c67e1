"""A passage while it is read: its numbers, labels and years, and what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.facts import Claim, Item, Score, UncertainLabel
from pipeline.labels import Mention
from pipeline.scores.found import FULL_SCALE, Context, less_sure
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.passage import Passage
from pipeline.scores.prose.ratings import rating_after, rating_before
from pipeline.scores.prose.verdicts import verdict_behind

if TYPE_CHECKING:
    from pipeline.agency.naming.named import Mention as BodyMention

TOTAL = Item("total", "total")
WINDOW = 220
"""How many characters before a number may say what it is."""
_MAX_SCORE = Decimal(10_000)
"""A printed number over this is no score, not even one that lost its decimal point."""


@dataclass(slots=True)
class Reading:
    """One passage while it is read, number by number."""

    passage: Passage
    context: Context
    mask: str
    mentions: tuple[Mention, ...]
    """The labels that it names, in order; none reaches into another."""
    years: dict[int, int | None] = field(default_factory=dict)
    """The year of each number, by its offset."""
    unclear: set[int] = field(default_factory=set)
    """Offsets of numbers that are of "this year" where it is not clear which that is."""
    bodies: dict[int, str] = field(default_factory=dict)
    """The body that each number is said of, as printed; empty for the report's own."""
    scores: list[Score] = field(default_factory=list)
    score_places: list[int] = field(default_factory=list)
    """Offset of the number of each score."""
    claims: list[Claim] = field(default_factory=list)
    uncertain: list[UncertainLabel] = field(default_factory=list)
    served: set[int] = field(default_factory=set)
    """Offsets of labels that have their number."""
    longest: int = 0
    """Characters of the longest line."""
    foreign_line: int = -1
    """Offset of the end of a line whose numbers are somebody else's."""
    last_item: Item | None = None
    last_name: str = ""
    named: Sequence[BodyMention] | None = None
    """The bodies that the passage names, once they are asked for."""

    def bodies_named(self) -> Sequence[BodyMention]:
        """The bodies that the passage names, in order."""
        if self.named is None:
            from pipeline.agency import mentions

            self.named = mentions(self.passage.text)
        return self.named


def value_of(candidate: Candidate) -> Decimal:
    """The number without its sign."""
    return abs(candidate.number.value)


def name_of(reading: Reading, mention: Mention) -> str:
    """A label as printed."""
    return " ".join(reading.passage.text[mention.start : mention.end].split())


def line_start(reading: Reading, candidate: Candidate) -> int:
    """Where the line of a number begins."""
    return reading.mask.rfind("\n", 0, candidate.number.start) + 1


def last_mention(reading: Reading, start: int, end: int) -> Mention | None:
    """The last label between two offsets."""
    behind = bisect_right(reading.mentions, end, key=_end_of)
    last = reading.mentions[behind - 1] if behind else None
    return last if last is not None and last.end > start else None


def mentions_item(reading: Reading, start: int, end: int) -> bool:
    """True where an item is named between two offsets."""
    last = bisect_right(reading.mentions, end, key=_end_of) - 1
    inside = takewhile(
        lambda mention: mention.start >= start, (reading.mentions[at] for at in range(last, -1, -1))
    )
    return any(mention.label.item is not None for mention in inside)


_end_of = attrgetter("end")


def add_score(
    reading: Reading,
    candidate: Candidate,
    item: Item,
    name: str,
    similarity: float,
    number: str = "",
    stated: bool = False,
) -> None:
    """Keep a number as the score of an item."""
    value = value_of(candidate)
    if value > _MAX_SCORE or candidate.number.start in reading.unclear:
        return
    reading.last_item, reading.last_name = item, name
    year = reading.years[candidate.number.start]
    window = reading.mask[max(0, candidate.number.start - 60) : candidate.number.start]
    rating = ""
    if item == TOTAL:
        rating = rating_after(reading.mask[candidate.end :], year) or rating_before(window)
    printed = reading.passage.text[candidate.number.start : candidate.number.end]
    mark, target = verdict_behind(reading.mask[candidate.number.end :])
    reading.score_places.append(candidate.number.start)
    reading.scores.append(
        Score(
            item=item,
            name=name or "คะแนนรวม",
            value=value,
            printed=printed.lstrip("-–+ "),
            place=less_sure(reading.passage.place_at(candidate.number.start), similarity),
            fiscal_year=year,
            out_of=None if candidate.out_of == FULL_SCALE else candidate.out_of,
            rating=rating,
            mark=mark,
            target=target,
            body=reading.bodies[candidate.number.start],
            printed_number=int(number) if number.isdigit() else None,
            number_is_stated=stated,
        )
    )


def add_claim(
    reading: Reading,
    kind: str,
    candidate: Candidate,
    *,
    value: Decimal | None = None,
    other: Decimal | None = None,
    item: Item | None = None,
    year: int | None = None,
) -> None:
    """Keep a number as a statement about scores."""
    claim = Claim(
        kind=kind,  # type: ignore[arg-type]
        printed=reading.passage.text[candidate.number.start : candidate.end].strip(),
        place=reading.passage.place_at(candidate.number.start),
        value=value_of(candidate) if value is None else value,
        other=other,
        item=item,
        fiscal_year=year or reading.years[candidate.number.start],
        body=reading.bodies[candidate.number.start],
    )
    reading.claims.append(claim)
