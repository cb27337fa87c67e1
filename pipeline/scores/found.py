"""What the readers of tables and prose hand back, and what they are told beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from parsers.model import Cell, Line
from pipeline.facts import Claim, Place, RankedList, Score, UncertainLabel
from pipeline.scores.levels import level_name, rating_words
from pipeline.wording import cues

_ROUND = " \n\t/|:;,=()[]{}-–—\"'“”"
"""What may stand round a rating."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a table or a passage before it is read."""

    year: int | None
    """Year of the scores where table or passage name none."""
    caption: str = ""
    """The lines before a table or a passage."""
    heading: str = ""
    """The lines between the table before and this one."""
    asked: str = ""
    """The letter of the questions at the end of the page before, with which a table goes on."""
    topic: bool = False
    """True under a heading that names one item, whose score a bare "ได้คะแนน" may be."""
    listed: bool = False
    """True for a list whose rows each say their own body, year and item: no sums of one another."""


@dataclass(frozen=True, slots=True)
class Found:
    """Facts about scores, in reading order."""

    scores: tuple[Score, ...] = ()
    claims: tuple[Claim, ...] = ()
    uncertain: tuple[UncertainLabel, ...] = ()
    rankings: tuple[RankedList, ...] = ()

    @classmethod
    def join(cls, parts: Iterable[Found]) -> Found:
        gathered = list(parts)
        return cls(
            tuple(score for part in gathered for score in part.scores),
            tuple(claim for part in gathered for claim in part.claims),
            tuple(label for part in gathered for label in part.uncertain),
            tuple(ranking for part in gathered for ranking in part.rankings),
        )

    def __bool__(self) -> bool:
        return bool(self.scores or self.claims or self.uncertain)


def place_of(cell: Cell, table: int | None) -> Place:
    """The place of a table cell."""
    return Place(
        page=cell.page,
        line=cell.line,
        box=cell.box,
        method=cell.method,
        confidence=cell.confidence,
        table=table,
        row=cell.row,
        column=cell.column,
    )


def line_place(line: Line) -> Place:
    """The place of a line of text."""
    return Place(line.page, line.number, line.box, line.method, line.confidence)


def less_sure(place: Place, similarity: float) -> Place:
    """``place`` with the confidence of a label that fits by ``similarity`` (0–100)."""
    if similarity >= 99.5:
        return place
    return replace(place, confidence=round(place.confidence * similarity / 100, 4))


@cache
def _rating_pattern() -> re.Pattern[str]:
    letters = r"(?<![A-Za-z])(?:AA|[A-F])(?![A-Za-z])"
    words = rating_words()
    return re.compile(
        rf"^\s*(?:{cues('rating', 'label').pattern})?\s*[:\"“]?\s*(?P<rating>{letters}|{words})"
        r"\s*[\"”]?\s*(?:\(\s*(?:ไม่)?\s*ผ่าน[^)]*\))?\s*$"
    )


def read_rating(text: str) -> str:
    """The rating that a text states as a whole (``ระดับ A``, ``A (ผ่าน)``); empty for none."""
    match = _rating_pattern().match(text)
    return level_name(match.group("rating")) if match else ""


def bare_rating(text: str) -> str:
    """The rating that a text states as a whole, also in brackets or behind a stroke: ``/ A``."""
    return read_rating(text) or read_rating(text.strip(_ROUND))


def is_letter(rating: str) -> bool:
    """True for a letter rating (AA–F)."""
    return rating.isascii() and bool(rating)


FULL_SCALE = Decimal(100)
"""Full marks of a score that says no others."""
