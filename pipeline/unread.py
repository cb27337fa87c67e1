"""Pages that seem to hold scores which could not be read.

A page that names several items or bodies and prints several numbers as scores are printed, none
of which were read anywhere in the document, is told to the user: silence would look like "no
scores". So is one of whose many numbers hardly any were read. Plans of measures are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from parsers.model import Document, Page
from pipeline.facts import DocumentFacts, Place
from pipeline.labels import find_labels
from pipeline.numbers import find_numbers
from pipeline.scores.masking import masked
from pipeline.wording import cues

NOTICE = "scores-unread"
"""Code of the notice: the page seems to hold scores that could not be read."""
_ITEMS = 3
"""Indicators and instruments from which a page seems to score them."""
_BODIES = 5
"""Bodies beside scores from which it seems to list them."""
_NUMBERS = 4
"""Different numbers with two decimals from which it does."""
_MANY = 10
"""The same of a page that gave some facts already …"""
_MOST = 4
"""… and how many times as many as these."""
_MONEY = re.compile(r"[\d๐-๙],[\d๐-๙]{3}(?![\d๐-๙])|บาท")
_BODY = re.compile(r"(?<![ก-๛])(?:อบต|อบจ|ท[ตมน]\s?\.|เทศบาล|องค์การบริหารส่วน)")
"""What the name of a listed body begins with."""
_LIMITS = Decimal("0.00"), Decimal("0.99")
_LARGEST = Decimal(100)


def unread_pages(document: Document, facts: DocumentFacts) -> tuple[int, ...]:
    """Numbers of the pages that seem to hold scores which gave no fact."""
    if facts.look_alike or not _speaks_of_ita(document):
        return ()
    known = {score.value for score in facts.scores}
    quiet = {one.place.page for one in facts.measures}
    quiet |= {label.place.page for label in facts.uncertain}
    read: dict[int, set[Decimal | None]] = {}
    for place, value in _told(facts):
        read.setdefault(place.page, set()).add(value)
    return tuple(
        page.number
        for page in document.pages
        if page.number not in quiet and not page.notices
        if _seems_scored(page, known, len(read.get(page.number, ())))
    )


def _told(facts: DocumentFacts) -> Iterator[tuple[Place, Decimal | None]]:
    yield from ((score.place, score.value) for score in facts.scores)
    yield from ((claim.place, claim.value) for claim in facts.claims)


def _speaks_of_ita(document: Document) -> bool:
    return any(
        cues("table", "assessment").search(text) or len(_items(text)) >= _ITEMS
        for page in document.pages
        for text in ["\n".join(_texts(page))]
    )


def _seems_scored(page: Page, known: set[Decimal], read: int) -> bool:
    texts = tuple(_texts(page))
    unread = {value for text in texts for value in _scores(text)} - known
    if len(unread) < (max(_MANY, _MOST * read) if read else _NUMBERS):
        return False
    if len(_items("\n".join(texts))) >= _ITEMS:
        return True
    listed = sum(min(len(_BODY.findall(text)), len(list(_scores(text)))) for text in texts)
    return not read and listed >= _BODIES


def _items(text: str) -> set[str]:
    """The indicators and instruments that a text names."""
    items = (mention.label.item for mention in find_labels(text))
    return {i.code for i in items if i and i.item_type in ("indicator", "instrument")}


def _texts(page: Page) -> Iterator[str]:
    """The lines of a page, and the rows of its tables."""
    for line in page.lines:
        yield line.text
    for table in page.tables:
        for row in table.rows:
            yield "\n".join(cell.text for cell in row if cell.text)


def _scores(text: str) -> Iterator[Decimal]:
    """Numbers from 0 to 100 with two decimals, without the limits of ranges and levels; none of a
    line that speaks of money."""
    for number in () if _MONEY.search(text) else find_numbers(masked(text)):
        plain = number.decimals == 2 and not number.signed and 0 <= number.value <= _LARGEST
        if plain and number.value % 1 not in _LIMITS:
            yield number.value
