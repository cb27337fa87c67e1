"""The unit that answers for a measure: a unit or office, never a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.labels import find_labels
from pipeline.measures.columns import tight
from pipeline.measures.persons import names_removed
from pipeline.measures.unwrap import joined, leads_on
from pipeline.measures.vocabulary import kinds, words
from pipeline.numbers import arabic

_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_INSIDE = re.compile(r"(?<=\S)\s+(?=\S)")


def responsible(text: str, *, wrapped: bool, lined: bool = False) -> str:
    """The units that a cell names, without what they shall do and without persons.

    ``wrapped``: the text stands in a narrow column, so its spaces may be line breaks;
    ``lined``: only the breaks between its lines are, as on a page.
    """
    named = names_removed(text)
    starts = {line.split()[0] for line in text.split("\n")[1:] if line.strip()} if lined else None
    found = " ".join(joined(unit) for unit in _units(named, starts)) if wrapped else named
    task = words("content", "task").search(found)
    if task and task.start() > 0:
        found = found[: task.start()]
    named = " ".join(found.split()).strip(" ,;(/-").removeprefix("ตำแหน่ง").strip(" :")
    if not _LETTER.search(named):
        return ""
    if named.count(")") > named.count("("):
        named = named.rstrip(" )")
    return _names().sub(lambda hit: _INSIDE.sub("", hit.group()), named)


@cache
def _names() -> re.Pattern[str]:
    """The names of all units of the vocabulary: a space inside one is that of a line break."""
    return re.compile("|".join(words("units", name).pattern for name in kinds("units")))


def _units(text: str, starts: set[str] | None) -> Iterator[list[str]]:
    """The pieces of each unit: units of a list are held apart by spaces.

    ``starts``: the pieces that begin a line, where lines are known; before others the
    author's own space stands.
    """
    gathered: list[str] = []
    for piece in text.split():
        if gathered and _parts(gathered[-1], piece, starts):
            yield gathered
            gathered = []
        gathered.append(piece)
    yield gathered


def _parts(left: str, right: str, starts: set[str] | None) -> bool:
    """True where two pieces belong to two units."""
    if starts is not None and right not in starts:
        return True
    if leads_on(left) or words("content", "head").search(left):
        return False
    return any(words("content", kind).match(right) for kind in ("unit", "opening"))


def units(text: str) -> tuple[str, ...]:
    """The units of a small vocabulary that a text names, in its order, each once.

    An office counts as its unit (ผู้อำนวยการกองคลัง); what no entry names is left out.
    """
    hits = [
        (hit.start(), -hit.end(), name)
        for name in kinds("units")
        for hit in words("units", name).finditer(tight(text))
    ]
    found: list[str] = []
    reach = 0
    for start, end, name in sorted(hits):
        if start >= reach:
            reach = -end
            if name not in found:
                found.append(name)
    return tuple(found)


def named_indicator(text: str) -> str:
    """The indicator that a text names behind the word ตัวชี้วัด or ด้าน; empty for none or several."""
    found = {
        mention.label.item.code
        for mention in find_labels(text)
        if mention.label.item
        and mention.label.item.item_type == "indicator"
        and words("content", "before_indicator").search(arabic(text[: mention.start]))
    }
    return found.pop() if len(found) == 1 else ""
