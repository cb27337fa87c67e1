"""Texts longer than any that a report holds.

What reads a text looks at it many times, and at the runs of alike characters in it once for each
of them: a line of a million digits would take days. Runs are shortened, which loses nothing that
could be a value; a text that is too long all the same is cut off, and its page says so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.model import Cell, Document, Line, Page, Table

NOTICE = "overlong-text"
"""Code of the notice: a text of the page was cut off."""
_LONG = 1_000
"""Characters from which a text is looked at."""
_LONGEST = 20_000
"""Characters of a line or a cell that are read."""
_KEPT = 400
"""Characters of a run that are kept: more than any number has, or any line between columns."""
_RUN = re.compile(rf"\d{{{_KEPT},}}|([^\d\s])\1{{{_KEPT},}}|[^\S\n]{{{_KEPT},}}|\s{{{_KEPT},}}")


def without_overlong(document: Document) -> Document:
    """The document, its texts no longer than can be read."""
    if not any(map(_is_long, document.pages)):
        return document
    return replace(document, pages=tuple(map(_shortened, document.pages)))


def with_short_runs(text: str) -> str:
    """A text whose long lines hold no long runs of alike characters."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONG:
        return text
    return "\n".join(_without_runs(line) if len(line) > _LONG else line for line in lines)


def _is_long(page: Page) -> bool:
    return any(
        len(block.text) > _LONG
        if isinstance(block, Line)
        else any(len(cell.text) > _LONG for row in block.rows for cell in row)
        for block in page.blocks
    )


def _shortened(page: Page) -> Page:
    cut = False
    blocks: list[Line | Table] = []
    for block in page.blocks:
        if isinstance(block, Line):
            text, was_cut = _short(block.text)
            blocks.append(replace(block, text=text, printed=_short(block.printed)[0]))
            cut = cut or was_cut
            continue
        rows: list[tuple[Cell, ...]] = []
        for row in block.rows:
            short = [_short(cell.text) for cell in row]
            cut = cut or any(was_cut for _, was_cut in short)
            rows.append(
                tuple(
                    cell
                    if text == cell.text
                    else replace(cell, text=text, printed=_short(cell.printed)[0])
                    for cell, (text, _) in zip(row, short, strict=True)
                )
            )
        blocks.append(replace(block, rows=tuple(rows)))
    notices = (*page.notices, NOTICE) if cut else page.notices
    return replace(page, blocks=tuple(blocks), notices=notices)


def _short(text: str) -> tuple[str, bool]:
    """A text without long runs, and whether it was cut off."""
    if len(text) <= _LONG:
        return text, False
    text = _without_runs(text)
    return text[:_LONGEST], len(text) > _LONGEST


def _without_runs(text: str) -> str:
    return _RUN.sub(lambda run: run.group()[:_KEPT], text)
