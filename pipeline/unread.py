"""Pages that seem to hold scores which could not be read.

A page that names several items or bodies and prints several numbers as scores are printed, none
of which were read anywhere in the document, is told to the user: silence would look like "no
scores". So is one of whose many numbers hardly any were read. Plans of measures are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.model import Cell, Document, Page, Table
from pipeline.facts import DocumentFacts, Place
from pipeline.labels import find_labels, match
from pipeline.numbers import find_numbers
from pipeline.scores.bodies.of_many import heads_many
from pipeline.scores.prose.masking import masked
from pipeline.scores.tables.cells import is_nothing
from pipeline.scores.tables.grid import MAX_LABEL, column_role, is_value
from pipeline.scores.tables.segments import TOTAL
from pipeline.wording import cues
from pipeline.years import find_years

NOTICE = "scores-unread"
"""Code of the notice: the page seems to hold scores that could not be read."""
UNNAMED = "assessment-unnamed"
"""Code of the notice: bodies have totals there, and nothing says of which assessment."""
_UNNAMED_ROWS = 2
"""Such bodies in a table, at least."""
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
_LOST = 3
"""Rows or lines with scores of items, or of bodies, that were read nowhere, from which some are
lost."""
_EMPTY = 5
"""Indicators in rows of a table that are left without any number, from which its numbers are."""
_READ_ROWS = 5
"""Rows of a table that were read, from which one without a name is lost."""
_HEADS = 3
"""Rows at the top of a table that may say that a column is of scores."""
_HEADING = 3
"""Lines right above a table among which its heading stands."""
_NEAR_START = 40
"""Characters before which a line of a list names its body."""
_MONEY = re.compile(r"[\d๐-๙],[\d๐-๙]{3}(?![\d๐-๙])|บาท")
_BODY = re.compile(r"(?<![ก-๛])(?:อบต|อบจ|ท[ตมน]\s?\.|เทศบาล|องค์การบริหารส่วน)")
"""What the name of a listed body begins with."""
_BARE = re.compile(r"\s*[\d๐-๙]{1,3}\s*\.\s*[\d๐-๙]{2}\s*(?:คะแนน|%)?\s*")
_DIGIT = re.compile(r"[\d๐-๙]")
_GLUED = re.compile(r"(?<![\d๐-๙.])(?:[\d๐-๙]{2}\.[\d๐-๙]{2}){2,}(?![\d๐-๙.])")
"""Scores of neighbouring columns without anything between."""
_LIMITS = Decimal("0.00"), Decimal("0.99")
_LARGEST = Decimal(100)


def unread_pages(document: Document, facts: DocumentFacts) -> tuple[int, ...]:
    """Numbers of the pages that seem to hold scores which gave no fact."""
    if facts.look_alike or not _speaks_of_ita(document):
        return ()
    known = {value for _, value in _told(facts) if value is not None}
    named = {score.item.code for score in facts.scores}
    named |= {code for label in facts.uncertain for code, _ in label.candidates}
    quiet = {one.place.page for one in facts.measures}
    quiet |= {label.place.page for label in facts.uncertain}
    read: dict[int, set[Decimal | None]] = {}
    for place, value in _told(facts):
        read.setdefault(place.page, set()).add(value)
    return tuple(
        page.number
        for page in document.pages
        if page.number not in quiet and not page.notices
        if _seems_scored(page, known, len(read.get(page.number, ())), listed=bool(facts.bodies))
        or len(_lost_items(page, known) - named) >= _LOST
        or _lost_bodies(page, known) >= _LOST
        or len(_without_numbers(page) - named) >= _EMPTY
        or _lost_cards(page, known, named)
        or any(_has_nameless_row(table, known) for table in page.tables)
        or _tells_earlier_total(page, known)
    )


def unnamed_pages(document: Document, facts: DocumentFacts) -> tuple[int, ...]:
    """Numbers of the pages with totals of bodies in a document that gave no score and names no
    assessment at all."""
    if facts.scores or facts.look_alike or _speaks_of_ita(document):
        return ()
    text = "\n".join(text for page in document.pages for text in _texts(page))
    if cues("prose", "not_total").search(text):
        return ()
    return tuple(
        page.number for page in document.pages if any(map(_lists_totals, page.tables))
    )  # fmt: skip


def _lists_totals(table: Table) -> bool:
    """Whether a column headed as the total holds scores beside bodies."""
    columns = {
        cell.column
        for row in table.rows[:_HEADS]
        for cell in row
        if len(cell.text) <= MAX_LABEL and match(cell.text).item == TOTAL
    }
    bodies = [row for row in table.rows if any(_BODY.match(cell.text.strip()) for cell in row)]
    scored = [row for row in bodies if any(set(_scores(row[at].text)) for at in columns)]
    return len(scored) >= _UNNAMED_ROWS


def _told(facts: DocumentFacts) -> Iterator[tuple[Place, Decimal | None]]:
    yield from ((score.place, score.value) for score in facts.scores)
    yield from ((claim.place, claim.value) for claim in facts.claims)


def _speaks_of_ita(document: Document) -> bool:
    return any(
        cues("table", "assessment").search(text) or len(_items(text)) >= _ITEMS
        for page in document.pages
        for text in ["\n".join(_texts(page))]
    )


def _seems_scored(page: Page, known: set[Decimal], read: int, *, listed: bool) -> bool:
    """Whether a page holds many numbers that were not read, beside items or bodies. In a document
    that lists bodies a row of sums or means over them is of none."""
    texts = tuple(_texts(page))
    told = [text for text in texts if not (listed and cues("table", "summary").match(text))]
    unread = {value for text in told for value in _scores(text)} - known
    if len(unread) < (max(_MANY, _MOST * read) if read else _NUMBERS):
        return False
    if len(_items("\n".join(texts))) >= _ITEMS:
        return True
    bodies = sum(min(len(_BODY.findall(text)), len(list(_scores(text)))) for text in texts)
    return not read and bodies >= _BODIES


def _lost_items(page: Page, known: set[Decimal]) -> set[str]:
    """The items of rows and lines that hold scores, none of which was read."""
    lost: set[str] = set()
    for text in _texts(page):
        values = set(_scores(text))
        if values and not values & known:
            lost |= _items(text)
    return lost


def _lost_bodies(page: Page, known: set[Decimal]) -> int:
    """How many rows and lines that begin with a body hold scores, none of which was read, where
    others were, in the same kind of text."""
    lost = read = 0
    for text in _texts(page):
        values = set(_scores(text))
        if values and _BODY.search(text[:_NEAR_START]):
            read += bool(values & known)
            lost += not values & known
    return lost if read else 0


def _without_numbers(page: Page) -> set[str]:
    """The indicators and questions of tables whose rows hold no number, though a column is said to
    be of scores, or a column of a page stands empty beside them."""
    found: set[str] = set()
    for table in page.tables:
        rows = [row for row in table.rows if _is_unscored(row)]
        others = sum(1 for row in table.rows if any(is_value(cell.text) for cell in row))
        if len(rows) > others and (_has_scores_head(table) or _has_empty_column(table, rows)):
            found |= {code for row in rows for cell in row if (code := _code(cell.text))}
    return found


def _is_unscored(row: tuple[Cell, ...]) -> bool:
    """Whether a row names items and nothing else, and has a cell to spare."""
    filled = [cell.text for cell in row if not is_nothing(cell.text)]
    return 0 < len(filled) < len(row) and all(_code(text) for text in filled)


def _has_scores_head(table: Table) -> bool:
    heads = (cell.text for row in table.rows[:_HEADS] for cell in row)
    return any("คะแนน" in head and column_role(head) == "score" for head in heads)


def _has_empty_column(table: Table, rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a column of a drawn page is empty in all rows of items, as none is printed."""
    drawn = all(cell.box is not None for row in rows for cell in row if cell.text)
    return drawn and any(
        all(is_nothing(row[at].text) for row in rows) for at in range(1, table.width)
    )


def _code(text: str) -> str:
    """The indicator or question that a text as a whole names; empty for none."""
    item = match(text).item if len(text) <= MAX_LABEL else None
    return item.code if item and item.item_type in ("indicator", "question") else ""


def _has_nameless_row(table: Table, known: set[Decimal]) -> bool:
    """Whether a table most of whose rows were read has a row of nothing but scores that were not:
    its name went missing, as where the end of a page cuts it off."""
    read = 0
    nameless = False
    for row in table.rows:
        filled = [cell.text for cell in row if not is_nothing(cell.text)]
        values = {value for text in filled for value in _scores(text)}
        read += bool(values & known)
        bare = bool(values) and all(_BARE.fullmatch(text) for text in filled)
        nameless = nameless or (bare and not values & known)
    return nameless and read >= _READ_ROWS


def _tells_earlier_total(page: Page, known: set[Decimal]) -> bool:
    """Whether a line tells the total of a year before that it gives no number, which is then of no
    year: "ในปีที่ผ่านมา ได้คะแนนรวม 88.20 คะแนน"."""
    return any(
        cues("prose", "earlier").search(line.text)
        and cues("prose", "strong_total").search(line.text)
        and not any(find_years(line.text))
        and set(_scores(line.text)) - known
        for line in page.lines
    )


def _lost_cards(page: Page, known: set[Decimal], named: set[str]) -> bool:
    """Whether a page holds bare names of indicators, and bare scores, that were read nowhere: cards
    whose numbers could not be told to be theirs."""
    texts = [line.text for line in page.lines]
    texts += [
        cell.text for table in _own_tables(page) for row in table.rows for cell in row if cell.text
    ]
    bare = {value for text in texts if _BARE.fullmatch(text) for value in _scores(text)} - known
    if len(bare) < _LOST:
        return False
    labels = {_code(text) for text in texts if not _DIGIT.search(text)} - {""}
    return len(labels - named) >= _LOST


def _items(text: str) -> set[str]:
    """The indicators and instruments that a text names."""
    items = (mention.label.item for mention in find_labels(text))
    return {i.code for i in items if i and i.item_type in ("indicator", "instrument")}


def _texts(page: Page) -> Iterator[str]:
    """The lines of a page, and the rows of its tables."""
    for line in page.lines:
        yield line.text
    for table in _own_tables(page):
        for row in table.rows:
            yield "\n".join(cell.text for cell in row if cell.text)


def _own_tables(page: Page) -> Iterator[Table]:
    """The tables of a page but those whose heading says that they are of the means of many bodies:
    nothing is missing where these give no facts."""
    above: list[str] = []
    for block in page.blocks:
        if not isinstance(block, Table):
            above.append(block.text)
            continue
        heads = (text for text in above[-_HEADING:] if len(text) <= MAX_LABEL)
        if not any(map(heads_many, heads)):
            yield block
        above = []


def _scores(text: str) -> Iterator[Decimal]:
    """Numbers from 0 to 100 with two decimals, without the limits of ranges and levels; none of a
    line that speaks of money."""
    if _MONEY.search(text):
        return
    text = _GLUED.sub(lambda glued: " ".join(re.findall(".{5}", glued[0])), text)
    for number in find_numbers(masked(text)):
        plain = number.decimals == 2 and not number.signed and 0 <= number.value <= _LARGEST
        if plain and number.value % 1 not in _LIMITS:
            yield number.value
