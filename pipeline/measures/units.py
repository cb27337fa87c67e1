"""The unit that answers for a measure: a unit or office, never a person."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.labels import find_labels
from pipeline.measures.columns import tight
from pipeline.measures.persons import names_removed
from pipeline.measures.unwrap import joined, leads_on
from pipeline.measures.vocabulary import kinds, words
from pipeline.numbers import arabic


def responsible(text: str, *, wrapped: bool) -> str:
    """The units that a cell names, without what they shall do and without persons.

    ``wrapped``: the text stands in a narrow column, so its spaces may be line breaks.
    """
    named = names_removed(text)
    units = " ".join(joined(unit) for unit in _units(named)) if wrapped else named
    task = words("content", "task").search(units)
    if task and task.start() > 0:
        units = units[: task.start()]
    named_units = " ".join(units.split()).strip(" ,;(/-")
    return named_units.removeprefix("ตำแหน่ง").strip(" :")


def _units(text: str) -> Iterator[list[str]]:
    """The pieces of each unit: units of a list are held apart by spaces."""
    gathered: list[str] = []
    for piece in text.split():
        if gathered and words("content", "unit").match(piece) and not leads_on(gathered[-1]):
            yield gathered
            gathered = []
        gathered.append(piece)
    yield gathered


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
