"""Office files as what they are: ZIP archives of XML parts, from anywhere.

The threat: small files that swell in memory, entities that expand or fetch, headers that
lie about sizes. The rule: a part is read block by block up to `MAX_PART` (or, where its
reader streams, `MAX_STREAM`), all parts together up to `MAX_TOTAL`; entities are never
resolved and a part that declares any is refused; nothing is fetched and nothing is written.
Residual risk: a tree of `MAX_PART` bytes of XML in memory, which the limit of a run bounds.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from parsers.refusals import damaged, password_protected, too_large, unsafe_xml

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

MAX_PART = 128 * 2**20
MAX_STREAM = 2**30
MAX_TOTAL = 2 * 2**30
MAX_PARTS = 20_000
MAX_RATIO = 200
"""Times its packed size that a part of more than `_SMALL` bytes may unpack to as a tree."""
_SMALL = 32 * 2**20
_BLOCK = 2**20
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The namespaces of strict Office Open XML, and those that everybody writes."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    kind: str
    """Last piece of the relation's type, e.g. ``header``."""
    target: str
    """Name of the part; empty for what lies outside the file."""


class Package:
    """An open office file. Raises `UnreadableDocument` for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise damaged(str(error)) from error
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS:
            self._archive.close()
            raise too_large(f"{len(entries)} parts")
        self._parts = {_folded(entry.filename): entry for entry in entries if not entry.is_dir()}
        self._budget = MAX_TOTAL
        self._open: set[IO[bytes]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for part in self._open:
            part.close()
        self._archive.close()

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts, in lower case."""
        return frozenset(self._parts)

    def has(self, name: str) -> bool:
        return _folded(name) in self._parts

    def stream(self, name: str, limit: int = MAX_STREAM) -> Iterator[bytes]:
        """The bytes of a part, block by block, never more than ``limit``."""
        entry = self._parts[_folded(name)]
        if entry.flag_bits & 1:
            raise password_protected()
        if entry.file_size > limit:
            raise too_large(name)
        read = 0
        try:
            part = self._archive.open(entry)
            self._open.add(part)
            while block := part.read(_BLOCK):
                read += len(block)
                self._budget -= len(block)
                if read > limit or self._budget < 0:
                    raise too_large(name)
                yield block
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ) as error:
            raise damaged(f"{name}: {error}") from error

    def xml(self, name: str, *, with_doctype: bool = False) -> _Element:
        """The root of a part. Raises `KeyError` for a part that is not there.

        ``with_doctype`` allows a document type, which old OpenDocument manifests name; its
        entities stay unresolved all the same.
        """
        from lxml import etree

        entry = self._parts[_folded(name)]
        if entry.file_size > max(_SMALL, entry.compress_size * MAX_RATIO):
            raise too_large(name)
        data = b"".join(self.stream(name, MAX_PART))
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT.items():
                data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, xml_parser())
        except etree.XMLSyntaxError as error:
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise unsafe_xml(name) from error
            raise damaged(f"{name}: {error.msg}") from error
        if root is None:
            raise damaged(f"{name}: no content")
        if has_doctype(root) and not with_doctype:
            raise unsafe_xml(name)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What ``part`` refers to, by id; ``""`` is the package itself."""
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(listing):
            return {}
        found = {}
        for element in self.xml(listing).iter("{*}Relationship"):
            target = element.get("Target") or ""
            outside = element.get("TargetMode") == "External"
            found[element.get("Id") or ""] = Relation(
                (element.get("Type") or "").rpartition("/")[2],
                "" if outside else posixpath.normpath(posixpath.join("/", folder, target))[1:],
            )
        return found

    def main_part(self) -> str | None:
        """The part that the package names as its document, if it is there."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.has(relation.target):
                return relation.target
        return None


def has_doctype(root: _Element) -> bool:
    """True where a document declares its type, and with it perhaps entities."""
    return bool(getattr(root.getroottree().docinfo, "doctype", ""))


def xml_parser() -> XMLParser:
    """A parser that resolves no entity and fetches nothing."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
