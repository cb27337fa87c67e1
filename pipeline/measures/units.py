"""The unit that answers for a measure: a unit or office, never a person."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.measures.persons import names_removed
from pipeline.measures.unwrap import joined, leads_on
from pipeline.measures.vocabulary import words


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
