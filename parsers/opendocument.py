"""What the readers of OpenDocument texts and spreadsheets share: the text of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.markup import superscript
from parsers.ooxml import local, whole
from parsers.package import Package
from parsers.refusals import damaged, password_protected, without_main_part

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_SKIPPED = {
    "note", "annotation", "annotation-end", "tracked-changes", "hidden-text", "page-number",
    "page-count", "frame", "custom-shape", "bookmark", "alphabetical-index-mark", "ruby-text",
    "change", "change-start", "change-end",
}  # fmt: skip


def content(package: Package, body: str) -> tuple[_Element, _Element]:
    """The root of ``content.xml`` and its ``office:text`` or ``office:spreadsheet``.

    Raises `UnreadableDocument` for a document that is encrypted or has no such content.
    """
    if package.has("META-INF/manifest.xml"):
        listing = package.xml("META-INF/manifest.xml", with_doctype=True)
        if next(listing.iter("{*}encryption-data"), None) is not None:
            raise password_protected()
    if not package.has("content.xml"):
        raise without_main_part("OpenDocument")
    root = package.xml("content.xml")
    found = root.find(f"{OFFICE}body/{OFFICE}{body}")
    if found is None:
        raise damaged("content.xml")
    return root, found


class Styles:
    """The few properties of automatic and common styles that matter for reading."""

    def __init__(self, *roots: _Element) -> None:
        self._styles = {
            (style.get(STYLE + "name") or ""): style
            for root in roots
            for style in root.iter(STYLE + "style")
        }

    def has(self, name: str | None, properties: str, attribute: str, *values: str) -> bool:
        """True where a style, or one that it comes from, has the property, set so."""
        found = self.get(name, properties, attribute)
        return found is not None and (found in values if values else True)

    def get(self, name: str | None, properties: str, attribute: str) -> str | None:
        seen = 0
        while name is not None and name in self._styles and seen < 20:
            style = self._styles[name]
            for element in style.iterfind(STYLE + properties):
                if (value := element.get(attribute)) is not None:
                    return value
            name, seen = style.get(STYLE + "parent-style-name"), seen + 1
        return None

    def hidden(self, name: str | None) -> bool:
        return self.has(name, "text-properties", TEXT + "display", "none", "condition")

    def raised(self, name: str | None) -> bool:
        place = self.get(name, "text-properties", STYLE + "text-position") or ""
        return place.startswith("super") or (place[:1].isdecimal() and not place.startswith("0"))


def paragraph_text(element: _Element, styles: Styles) -> str:
    """The text of a paragraph or heading; line breaks as ``\\n``, page breaks as ``\\f``."""
    return "".join(_pieces(element, styles))


def _pieces(element: _Element, styles: Styles) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            yield " " * min(whole(child.get(TEXT + "c")) or 1, 100)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name == "soft-page-break":
            yield "\f"
        elif name == "span":
            style = child.get(TEXT + "style-name")
            if not styles.hidden(style):
                text = "".join(_pieces(child, styles))
                yield superscript(text) if styles.raised(style) else text
        elif name and name not in _SKIPPED:
            yield from _pieces(child, styles)
        yield child.tail or ""
