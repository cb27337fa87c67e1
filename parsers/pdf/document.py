"""PDF reports with a text layer.

Every page is looked at by pdfium: what it is (text, an image, a table that is an image,
nothing), whether its letters can be read, and whether it may hold what the caller wants.
Pages that may, and those that follow one that ends with a table, are opened for tables,
unless nothing on them stands beside anything else: ruled ones by their rules, others by the
alignment of their columns. The rest give their lines.

A page that is only an image, or whose text layer has no usable letters, gives no text
but a notice, so that garbage never becomes a score.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from parsers.model import Cell, Document, Line, Page, Sought, Table
from parsers.pdf.alignment.zebra import Zebra, cut_at_columns, find_zebras
from parsers.pdf.contents import contents_are_lost
from parsers.pdf.continued import join_split_rows
from parsers.pdf.forms import draws_itself, is_bomb, unfolds_to
from parsers.pdf.headroom import headroom
from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.page import OpenPage, open_page
from parsers.pdf.pdfium.rules import read_rules
from parsers.pdf.refusals import (
    contents_lost,
    damaged,
    drawn_only,
    form_bomb,
    form_loop,
    is_locked,
    no_pages,
    password,
    says_empty,
    unknown_lock,
)
from parsers.pdf.ruled.cards import LEAST, card_table
from parsers.pdf.ruled.grid import ruled_tables
from parsers.pdf.ruled.overleaf import with_columns_above
from parsers.pdf.text.glance import glance
from parsers.pdf.text.layer import Look, is_spoilt, notices_of
from parsers.pdf.text.letters import read_runs
from parsers.pdf.text.lines import TextLine, read_lines
from parsers.pdf.text.scan import (
    HEADING_SIZE,
    OFTEN,
    plain_lines,
    repeats_itself,
    said_once,
    shown_text,
    usual_size,
)
from parsers.pdf.unruled.carried import Ended
from parsers.pdf.unruled.find import unruled_tables
from parsers.pdf.words.drafts import Extent
from parsers.pdf.words.find import word_tables

_LARGEST_SIDE = 14_400.0
"""Points: what the format allows a page to measure."""
_LOOKED_AT = 5
"""Pages among which one without letters is looked for that is drawn all over."""
_DRAWN = 100
"""Shapes from which a page without letters is no empty one."""
_RENEWED = 8
"""Pages after which the room for more is measured anew."""
_FOOT = 4
"""Lines that may stand below the table that a page ends with."""
_MAX_CHARACTERS = 100_000
"""Characters of one page; a page with more is no report's."""
_FEW_LETTERS = 120
"""Letters of a page that holds the rest of a row, and perhaps a running foot, and nothing else."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What the page before ends with."""

    columns: Sequence[tuple[float, float]] = ()
    """From where to where each column of a table of words runs."""
    numbers: Ended | None = None
    """A table of numbers without rules."""
    cards: bool = False
    """Cards, which the next page may go on with."""


Wanted = Callable[[str], Sought]
"""Says of a page's text, repaired, which tables it may hold of what is looked for."""


def parse(path: Path, *, wanted: Wanted | None = None) -> Document:
    """Read a PDF; pages that are not ``wanted`` give their lines and no tables.

    Raises `UnreadableDocument`: ``password-protected``, ``encrypted``, ``damaged``, ``no-pages``,
    ``drawn-only``, ``form-bomb``, ``form-loop`` or ``contents-lost``.
    """
    import pypdfium2

    if is_bomb(unfolds_to(path)):
        raise form_bomb()
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() and is_locked(path):
            raise password() from error
        if error.err_code == pypdfium2.raw.FPDF_ERR_SECURITY and is_locked(path):
            raise unknown_lock() from error
        raise (no_pages() if says_empty(path) else damaged()) from error
    with pdf:
        if not len(pdf):
            raise no_pages()
        with _not_collecting(), headroom() as renew:
            pages = join_split_rows(with_columns_above(tuple(_pages(pdf, wanted, renew))))
        if not any(page.blocks or page.notices for page in pages):
            _refuse_drawings(pdf)
            if draws_itself(path):
                raise form_loop()
            if contents_are_lost(path):
                raise contents_lost()
    if all("page-failed" in page.notices for page in pages):
        raise damaged()
    return Document(pages, "application/pdf", "pdfium")


def _pages(pdf: object, wanted: Wanted | None, renew: Callable[[], None]) -> Iterator[Page]:
    import pypdfium2

    assert isinstance(pdf, pypdfium2.PdfDocument)
    follows = Sought.NONE
    above = _Above()
    for index in range(len(pdf)):
        if index % _RENEWED == 0:
            renew()
        with open_page(pdf, index) as page:
            if page is None:
                read = Page(index + 1, (), notices=("page-failed",))
            else:
                look = Look(shown_text(page), repeats_itself(page.text))
                sought = follows | (_sought(look, wanted) if wanted else Sought.TABLES)
                read, below = _page(page, index + 1, look, above, sought)
                if page.text.strip():
                    above, follows = below, sought if _may_go_on(read) else Sought.NONE
        yield read


def _may_go_on(page: Page) -> bool:
    """True for a page that ends with a table, and at most the foot of a page below it."""
    return any(isinstance(block, Table) for block in page.blocks[-1 - _FOOT :])


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Without looking for cycles meanwhile: the many objects of pages hold none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _refuse_drawings(pdf: object) -> None:
    """Raise for pages without a letter that are drawn all over: text may have become shapes."""
    import pypdfium2

    assert isinstance(pdf, pypdfium2.PdfDocument)
    for index in range(min(len(pdf), _LOOKED_AT)):
        with open_page(pdf, index) as page:
            count = pdfium.count_objects(page.address) if page else 0
        if count >= _DRAWN:
            raise drawn_only(index + 1, count)


def _sought(look: Look, wanted: Wanted) -> Sought:
    """Which tables a page may hold, by its text."""
    found = wanted(look.text) if look.text else Sought.NONE
    if found is not Sought.TABLES and look.repeats >= OFTEN:
        found |= wanted(said_once(look.text))
    return found


def _page(
    page: OpenPage, number: int, look: Look, above: _Above, sought: Sought
) -> tuple[Page, _Above]:
    """A page, and the table that it ends with; ``above``: that of the page before."""
    width, height = page.width, page.height
    if max(width, height) > _LARGEST_SIDE or len(page.text) > _MAX_CHARACTERS:
        return Page(number, (), width, height, ("page-too-large",)), _Above()
    notices = notices_of(page)
    if not page.text.strip() or "unreadable-text" in notices:
        return Page(number, (), width, height, notices), _Above()
    rules = read_rules(page) if sought else None
    seen = glance(page, rules) if rules else None
    if seen and not seen.columns and not above.columns and not _may_be_rest(page, above):
        rules = None
    if rules is None and not is_spoilt(page, look, seen):
        plain = plain_lines(page, look.text, number)
        if plain is not None:
            return Page(number, tuple(plain), width, height, notices), _Above()
    runs = read_runs(page)
    found: list[Table] = []
    zebras: Sequence[Zebra] = ()
    if rules:
        zebras = find_zebras(rules)
        found, runs = ruled_tables(rules, runs, number, zebras)
        cards, runs = card_table(rules, runs, number, 1 if above.cards else LEAST)
        found += cards
    lines = cut_at_columns(read_lines(runs), zebras)
    used: frozenset[int] = frozenset()
    ends = _Above()
    if rules:
        columns: Sequence[Extent] = ()
        if Sought.WORDS in sought:
            words = word_tables(lines, number, rules.level, width, above.columns)
            lines, columns = list(words.free), words.columns
            found += words.tables
        more = unruled_tables(lines, number, rules.level, zebras, above.numbers)
        found += more.tables
        used, ends = more.used, _Above(columns, more.last, bool(cards))
        if not found and Sought.WORDS not in sought:
            words = word_tables(lines, number, rules.level, width, above.columns)
            lines, found = list(words.free), list(words.tables)
    free = [line for line in lines if id(line) not in used]
    return Page(number, _in_order(free, found, number), width, height, notices), ends


def _may_be_rest(page: OpenPage, above: _Above) -> bool:
    """True for a page of a few words, as the rest of a row is that the page before cuts, and a
    last card."""
    return (above.numbers is not None or above.cards) and len(page.text) <= _FEW_LETTERS


def _in_order(
    lines: Sequence[TextLine], tables: Sequence[Table], page: int
) -> tuple[Line | Table, ...]:
    """Lines and tables from top to bottom, lines numbered within the page."""
    usual = usual_size((line.size, len(line.text)) for line in lines)
    placed: list[tuple[float, float, TextLine | Table]] = []
    placed += [(line.box.top, line.box.x0, line) for line in lines]
    for table in tables:
        assert table.box is not None
        placed.append((table.box.top, table.box.x0, table))
    placed.sort(key=lambda item: item[:2])
    result: list[Line | Table] = []
    number = 0
    for _, _, block in placed:
        number += 1
        if isinstance(block, TextLine):
            heading = block.bold or block.size > HEADING_SIZE * usual
            result.append(block.as_line(page, number, heading=heading))
            continue
        rows = []
        for row in block.rows:
            rows.append(tuple([_on_line(cell, number) for cell in row]))
            number += 1
        result.append(Table(tuple(rows), block.page, rows[0][0].line, block.box))
    return tuple(result)


def _on_line(cell: Cell, line: int) -> Cell:
    return Cell(
        cell.printed, cell.text, cell.row, cell.column, line, cell.page, cell.row_span,
        cell.column_span, cell.box, cell.method, cell.confidence,
    )  # fmt: skip
