"""Measures set as forms: one small table each, its left column naming the fields.

มาตรการที่ 1      | …
วิธีดำเนินการ      | …
ผู้รับผิดชอบ       | …
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.model import Line, Table
from pipeline.measures.columns import label_kind
from pipeline.measures.items import has_marker
from pipeline.measures.persons import without_names
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_LEAST = 3
"""Fields of the shortest form."""


def form_lines(table: Table) -> tuple[Line, ...]:
    """A form as the lines of running text that say the same; none for any other table."""
    if table.width != 2 or len(table.rows) < _LEAST:
        return ()
    names = [row[0].text for row in table.rows]
    titled = [name for name in names if label_kind(name) == "title" or _is_ordinal(name)]
    if not titled or not all(label_kind(name) or _is_ordinal(name) for name in names if name):
        return ()
    return tuple(line for row in range(len(table.rows)) for line in _lines(table, row))


def _is_ordinal(text: str) -> bool:
    return bool(words("content", "ordinal").match(arabic(text)))


def _lines(table: Table, row: int) -> Iterator[Line]:
    """A field with the first line of its cell, and the others as items of a list."""
    name, value = table.rows[row]
    texts = [text.strip() for text in without_names(value.text).split("\n") if text.strip()]
    label = " ".join(name.text.split()).rstrip(" :")
    for at, text in enumerate(texts or [""]):
        item = text if has_marker(text) else f"- {text}"
        said = f"{label} : {item if len(texts) > 1 else text}" if at == 0 else item
        yield Line(
            said, said, value.line, table.page, method=value.method, confidence=value.confidence
        )
