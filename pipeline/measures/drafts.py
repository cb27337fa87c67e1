"""A measure while its rows are gathered: the mended text of each field, without persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts import Place
from pipeline.measures.columns import is_period
from pipeline.measures.items import bullet, has_marker, last_number, split_items
from pipeline.measures.persons import without_persons
from pipeline.measures.unwrap import follows_on, joined, leads_on
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_DOTTED = re.compile(r"^\s*\(?(\d{1,2}(?:\.\d{1,2}){1,2})(?:\s*[.)]+\s*|\s+|(?=[ก-ฮเ-ไ]))(?=\S)")
_LISTED = re.compile(r"^\s*\(?(\d{1,3})\s*[.)]+(?!\d)\s*")
_AGAIN = re.compile(r"\s*\(\s*ต่อ\s*\)\s*$")


@dataclass(slots=True)
class Draft:
    """A measure while its rows are gathered."""

    number: str
    place: Place
    section: str = ""
    sectioned: bool = False
    """True where its title stands in a row of its own above its cells."""
    counted: bool = False
    """True where no number is printed and its own is its place in the table."""
    parts: dict[str, list[str]] = field(default_factory=dict)
    by_year: bool = False
    """True where its period stands in a column of fiscal years."""
    reported: bool = False
    """True where a column or label asks for its result."""
    printed: list[str] = field(default_factory=list)
    """The cells or lines it was read from, as printed."""

    def add(self, role: str, items: Sequence[str], *, goes_on: bool = False) -> None:
        """Add the items of a cell; ``goes_on``: the cell was cut by the end of a page."""
        items = [text for item in items if (text := without_persons(item))]
        if not items:
            return
        present = self.parts.setdefault(role, [])
        if goes_on and present and self._same_item(present, items[0]):
            rest, *more = split_items(items[0], after=last_number(present), bullet=bullet(present))
            present[-1] = joined([present[-1], rest])
            items = [*more, *items[1:]]
        present += items

    def _same_item(self, present: Sequence[str], following: str) -> bool:
        """True where the first item of a new page is the rest of the last one above."""
        if has_marker(following):
            return False
        listed = any(has_marker(item) for item in present)
        return listed or len(present) == 1 or leads_on(present[-1]) or follows_on(following)

    def add_title(self, text: str) -> None:
        """Add the rest of a title."""
        self.parts["title"] = [joined([*self.parts.get("title", ()), without_persons(text)])]

    def add_period(self, text: str) -> None:
        """Add a period, or the rest of one that the end of a page cut."""
        periods = self.parts.get("period", [])
        if periods and not (is_period(periods[-1]) and is_period(text)):
            whole = f"{periods[-1]} {text}"
            if is_period(whole):
                periods[-1] = without_persons(whole)
                return
        self.add("period", [text])

    @property
    def title(self) -> str:
        return " ".join(self.parts.get("title", ()))

    @property
    def has_cells(self) -> bool:
        """True once it has more than its title."""
        return any(role != "title" for role in self.parts)


def split_title(text: str) -> tuple[str, str]:
    """The number printed before a title, in Arabic digits, and the title without it."""
    plain = arabic(text)
    for pattern in (_DOTTED, _LISTED):
        if match := pattern.match(plain):
            return match.group(1), text[match.end() :].strip()
    if ordinal := words("content", "ordinal").match(plain):
        number = re.match(r"\s*(\d{1,3})\s*[.:)\-–]*\s*", plain[ordinal.end() :])
        rest = text[ordinal.end() + number.end() :].strip() if number else ""
        if number and rest:
            return number.group(1), rest
    return "", text.strip()


def number_cell(text: str) -> str:
    """The number that a cell of a column of numbers holds; empty where it holds none."""
    digits = "".join(without_again(arabic(text)).split()).strip(".)(")
    return digits if re.fullmatch(r"\d{1,3}(?:\.\d{1,2}){0,2}", digits) else ""


def without_again(title: str) -> str:
    """A title without the "(continued)" of a repeated row."""
    return _AGAIN.sub("", title)
