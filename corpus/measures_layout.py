"""The shapes of documents of measures: columns and their names, pages, sections, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from corpus.report import Block, Grid, PageBreak, Paragraph

_MARKER = re.compile(r"^[\d๐-๙(.)\-\s]+$")
_PUNCTUATION = re.compile(r"^[.)\s]+$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one document prints its measures."""

    columns: tuple[str, ...]
    """Kinds of column in order; ``both`` holds the unit and the period."""
    sections: str
    """Empty; a ``row`` across the table; a ``numbered`` row with 1.1 below it; ``heads``, numbered
    rows with numbers of their own below them; ``titled``, where the row is the measure itself;
    or a ``column``."""
    headers: str
    """On pages after the first: ``none``, ``repeated`` or ``misread``."""
    per_page: int
    cut: bool
    """Rows are cut by the ends of pages."""
    row_per_step: bool
    bare_single: bool
    bullet: str
    marker: str
    both: str
    same_digits: bool
    """Digits in titles are those of the document."""
    numbered: bool
    """Numbers are printed; else they are counted."""
    prose: bool
    headed: bool

    closing: str
    """Behind the last table: nothing, or the lines of a signature."""
    furniture: str
    """Between the pages: nothing, their numbers, or the title again."""


def draw_layout(chance: Random, kind: str) -> Layout:
    """A layout for a plan or a report."""
    columns = _columns(chance, kind)
    prose = chance.random() < 0.12
    sections = chance.choice(["", "", "", "row", "numbered", "column", "heads", "titled"])
    if prose:
        columns = [one for one in columns if one != "number"]
        sections = ""
        columns = [
            c for one in columns for c in (("responsible", "period") if one == "both" else (one,))
        ]
    if sections == "column":
        at = columns.index("title")
        columns.insert(at, "topic")
        if "number" in columns and at and chance.random() < 0.5:
            columns.remove("number")
            columns.insert(at, "number")
    if sections in ("numbered", "heads", "titled"):
        columns = [one for one in columns if one != "number"]
    pages = chance.choice(["none", "repeated", "repeated", "misread"])
    return Layout(
        columns=tuple(columns),
        sections=sections,
        headers=pages,
        per_page=chance.choice([2, 3, 4, 6, 40]),
        cut=chance.random() < 0.4,
        row_per_step=chance.random() < 0.15 and not prose and sections != "titled",
        bare_single=chance.random() < 0.5,
        bullet=chance.choice(["{n}. ", "{n}.", "{n}) ", "- ", "({n}) "]),
        marker=chance.choice([". ", ".", ") "]) if sections != "numbered" else " ",
        both=chance.choice(["{unit} / {period}", "{unit} {period}", "{unit} ({period})"]),
        same_digits=chance.random() < 0.3,
        numbered=prose
        or "number" in columns
        or sections in ("numbered", "heads", "titled")
        or chance.random() < 0.8,
        prose=prose,
        closing=chance.choice(["", "", "signature"]),
        furniture=chance.choice(["", "", "number", "title"]),
        headed=chance.random() < 0.5,
    )


def _columns(chance: Random, kind: str) -> list[str]:
    frame = ["responsible", "period"]
    chance.shuffle(frame)
    if chance.random() < 0.12:
        frame = ["both"]
    elif chance.random() < 0.1:
        frame.remove("period")
    if kind == "plan":
        work = ["steps", *frame]
        if chance.random() < 0.7:
            work.append("follow_up")
        if chance.random() < 0.2:
            work.append("outcome")
    else:
        work = ["steps", *frame] if chance.random() < 0.7 else list(frame)
        at = chance.choice([len(work), len(work), 1])
        work.insert(at, "result")
        if chance.random() < 0.5:
            work.insert(work.index("result") + 1, "outcome")
        if chance.random() < 0.6:
            work.append("remark")
    for kind in ("aim", "budget", "place"):
        if chance.random() < 0.07:
            work.insert(chance.randint(0, len(work)), kind)
    return [*(["number"] if chance.random() < 0.35 else []), "title", *work]


def pages_of(
    chance: Random,
    layout: Layout,
    groups: Sequence[Sequence[Sequence[str]]],
    names: Mapping[str, Sequence[str]],
    title: str,
) -> Iterator[Block]:
    """The rows of measures as one table a page, under headers of the layout's kind."""
    header = [chance.choice(names[kind]) for kind in layout.columns]
    rest: list[list[str]] = []
    for page, start in enumerate(range(0, len(groups), layout.per_page), 1):
        if page > 1:
            yield PageBreak()
            if layout.furniture:
                yield Paragraph(f"- {page} -" if layout.furniture == "number" else f"{title} (ต่อ)")
        rows = [list(row) for group in groups[start : start + layout.per_page] for row in group]
        head = _header(chance, layout, header, names["misread"]) if start else header
        rows = [*rest, *rows]
        rest = []
        if layout.cut and start + layout.per_page < len(groups):
            rows[-1], rest = _cut(chance, layout, rows[-1])
        yield _grid([head] if head else [], rows)
    if rest:
        yield PageBreak()
        yield _grid([], rest)


def _grid(head: list[list[str]], rows: list[list[str]]) -> Grid:
    """A table in which a text across it is one merged cell."""
    every = head + rows
    alone = [at for at, row in enumerate(every) if at >= len(head) and row[0] and not any(row[1:])]
    spans = tuple((at, 0, 1, len(every[at])) for at in alone)
    return Grid(tuple(map(tuple, every)), len(head), spans)


def _header(chance: Random, layout: Layout, header: list[str], misread: Sequence[str]) -> list[str]:
    if layout.headers == "none":
        return []
    if layout.headers == "repeated":
        return header
    words = chance.sample(list(misread), len(header))
    return [word if chance.random() < 0.8 else own for word, own in zip(words, header, strict=True)]


def _cut(chance: Random, layout: Layout, row: list[str]) -> tuple[list[str], list[list[str]]]:
    """A row in two parts: its long cells are cut between two words."""
    above, below = list(row), [""] * len(row)
    long = {"steps", "result", "outcome", "follow_up"} | ({"title"} if layout.numbered else set())
    for index, kind in enumerate(layout.columns):
        if kind not in long or len(row[index]) < 24 or chance.random() < 0.3:
            continue
        words = _words(row[index])
        at = chance.randint(len(words) // 3, len(words) - 2)
        while at > 1 and _MARKER.search(words[at - 1]):
            at -= 1
        above[index], below[index] = "".join(words[:at]).strip(), "".join(words[at:]).strip()
    return above, [below] if any(below) else []


def _words(text: str) -> list[str]:
    """Words with the white space behind them, so that nothing is lost between."""
    from pythainlp.tokenize import word_tokenize

    words: list[str] = []
    for token in word_tokenize(text, engine="newmm", keep_whitespace=True):
        if words and (not token.strip() or _PUNCTUATION.match(token)):
            words[-1] += token
        else:
            words.append(token)
    return words
