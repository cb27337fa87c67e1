"""What the styles of a Word document say of its paragraphs and runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parsers.ooxml import W, number, toggle, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_DEPTH = 20
"""Styles based on one another; a longer chain is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """The properties of a style that matter for reading."""

    based_on: str | None
    hidden: bool | None
    bold: bool | None
    raised: bool
    outline: int | None
    breaks_page: bool | None
    numbering: int | None
    level: int | None


class Styles:
    """The styles of one document; an unknown style has no properties."""

    def __init__(self, root: _Element | None = None) -> None:
        self._styles = {
            style.get(W + "styleId") or "": _style(style)
            for style in (root.iter(W + "style") if root is not None else ())
        }

    def hidden(self, name: str | None) -> bool:
        return next((s.hidden for s in self._chain(name) if s.hidden is not None), False)

    def bold(self, name: str | None) -> bool:
        return next((s.bold for s in self._chain(name) if s.bold is not None), False)

    def raised(self, name: str | None) -> bool:
        """True for a style of superscript text."""
        return any(style.raised for style in self._chain(name))

    def heading(self, name: str | None) -> bool:
        """True for a style that stands in the outline."""
        return any(style.outline is not None and style.outline < 9 for style in self._chain(name))

    def breaks_page(self, name: str | None) -> bool:
        return next((s.breaks_page for s in self._chain(name) if s.breaks_page is not None), False)

    def numbering(self, name: str | None) -> tuple[int, int | None] | None:
        """The list and level that a paragraph style puts its paragraphs in."""
        for style in self._chain(name):
            if style.numbering is not None:
                return style.numbering, style.level
        return None

    def _chain(self, name: str | None) -> list[Style]:
        chain: list[Style] = []
        while name is not None and len(chain) < _MAX_DEPTH:
            style = self._styles.get(name)
            if style is None:
                break
            chain.append(style)
            name = style.based_on
        return chain


def _style(element: _Element) -> Style:
    run, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
    name = (value(element, "name") or "").lower()
    outline = number(paragraph, "outlineLvl")
    if outline is None and (name.startswith("heading ") or name in ("title", "subtitle")):
        outline = 0
    return Style(
        value(element, "basedOn"),
        toggle(run, "vanish"),
        toggle(run, "b"),
        value(run, "vertAlign") == "superscript",
        outline,
        toggle(paragraph, "pageBreakBefore"),
        number(paragraph, "numPr/numId"),
        number(paragraph, "numPr/ilvl"),
    )
