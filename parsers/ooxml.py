"""Small readings of WordprocessingML elements, shared by the readers of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_LONG = 10
"""Digits of a number that no file means."""
_INVISIBLE = {"del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rt"}
_WRAPPERS = {
    "ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo", "sdtContent",
    "ruby", "rubyBase",
}  # fmt: skip
_WITHOUT_TEXT = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "INDEX")
"""Fields whose result is a place in the document and no statement of it."""


def local(element: _Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: _Element | None, path: str, name: str = "val") -> str | None:
    """Attribute ``w:name`` of the descendant at ``path``; None where there is none."""
    found = (
        parent.find("/".join(W + step for step in path.split("/"))) if parent is not None else None
    )
    return found.get(W + name) if found is not None else None


def number(parent: _Element | None, path: str, name: str = "val") -> int | None:
    """The same as a whole number."""
    return whole(value(parent, path, name))


def whole(text: str | None) -> int | None:
    """A whole number as files write it; None for anything else."""
    if text and text.isascii() and text.isdecimal() and len(text) < _LONG:
        return int(text)
    return None


def toggle(parent: _Element | None, name: str) -> bool | None:
    """An on/off property such as ``w:vanish``; None where it is not set."""
    found = parent.find(W + name) if parent is not None else None
    if found is None:
        return None
    return (found.get(W + "val") or "true") not in ("0", "false", "off", "none")


def is_place(instruction: str) -> bool:
    """True for a field that tells a place: page numbers, tables of contents."""
    words = instruction.split()
    return bool(words) and words[0].upper() in _WITHOUT_TEXT


def children(element: _Element) -> Iterator[_Element]:
    """The element's children as a reader sees them: wrappers opened, deletions left out,
    one branch of alternatives."""
    for child in element:
        name = local(child)
        if name in _INVISIBLE:
            continue
        if name in _WRAPPERS:
            yield from children(child)
        elif name == "sdt":
            if value(child, "sdtPr/docPartObj/docPartGallery") != "Table of Contents":
                yield from children(child)
        elif name == "fldSimple":
            if not is_place(child.get(W + "instr") or ""):
                yield from children(child)
        elif name == "AlternateContent":
            branch = child.find("{*}Choice")
            branch = branch if branch is not None else child.find("{*}Fallback")
            if branch is not None:
                yield from children(branch)
        else:
            yield child
