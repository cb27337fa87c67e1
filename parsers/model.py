"""What every parser yields: a document of pages, each a sequence of lines and tables.

The model knows nothing of integrity assessments. Text is kept twice: ``printed``
is what the source holds, ``text`` is the same with Thai damage repaired and
markup taken out. Nothing here is ever overwritten; later steps add values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from itertools import chain

from parsers.record import record


class Method(StrEnum):
    """How a text was read."""

    TEXT = "text"
    """From a text file, or a format that stores text as such."""
    TEXT_LAYER = "text-layer"
    """From the text layer of a paged document."""
    OCR = "ocr"
    """Recognised from an image."""


class Sought(Flag):
    """Tables that a page may hold of what the caller looks for; false for none."""

    NONE = 0
    NUMBERS = auto()
    """With rules or without, and all ruled ones."""
    WORDS = auto()
    """Without rules, too."""
    TABLES = NUMBERS | WORDS


@record
class Box:
    """A rectangle in points (1/72 inch), measured from the page's top-left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@record
class Line:
    """One line of running text, outside any table."""

    printed: str
    text: str
    number: int
    """1-based: the line of the file for text formats, the line of the page for paged ones."""
    page: int
    """1-based page number."""
    box: Box | None = None
    method: Method = Method.TEXT
    confidence: float = 1.0
    """0 to 1; 1 where the text is stored as text."""
    heading: bool = False
    """Set as a heading or emphasised as a whole (Markdown ``#``, ``**``, large type)."""


@record
class Cell:
    """One cell of a table grid.

    A cell that spans several grid places stands at the first of them; the others
    hold empty cells with the same ``line``.
    """

    printed: str
    text: str
    """Repaired text; line breaks and list items of the source are ``\\n``."""
    row: int
    """0-based row in the table."""
    column: int
    """0-based column in the table."""
    line: int
    """1-based, as in `Line.number`."""
    page: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    method: Method = Method.TEXT
    confidence: float = 1.0

    @property
    def items(self) -> tuple[str, ...]:
        """The cell's lines, without empty ones."""
        return tuple(part for line in self.text.split("\n") if (part := line.strip()))

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int
    line: int
    """Line of its first row."""
    box: Box | None = None

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def column(self, index: int) -> tuple[Cell, ...]:
        return tuple(row[index] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its blocks in reading order."""

    number: int
    blocks: tuple[Line | Table, ...]
    width: float | None = None
    """Points; None where the format has no page geometry."""
    height: float | None = None
    notices: tuple[str, ...] = ()
    """What could not be read here, as codes: ``image-only``, ``unreadable-text``…"""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file."""

    pages: tuple[Page, ...]
    media_type: str
    parser: str
    """Name of the parser that read it, e.g. ``text``, ``pdfium``."""
    encoding: str = ""
    """Character encoding of text files."""
    notices: tuple[str, ...] = field(default=())
    """Document-wide codes, e.g. ``encoding-guessed``."""

    @property
    def blocks(self) -> Iterator[Line | Table]:
        """Every line and table in reading order."""
        return chain.from_iterable(page.blocks for page in self.pages)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))
