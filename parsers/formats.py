"""The table of formats: what a file is, and which parser reads it.

Contents decide before names: a PDF called ``.txt`` is a PDF. A new format is one new
file beside this one, and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from parsers.errors import UnreadableDocument
from parsers.model import Document

_HEAD = 1024
"""Bytes at the start of a file that may tell its format."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format that files can have."""

    name_en: str
    media_type: str
    parser: str
    """Module under ``parsers`` with ``parse(path) -> Document``; empty: known, not read."""
    suffixes: tuple[str, ...] = ()
    starts: tuple[bytes, ...] = ()
    """Bytes at the very start of such files."""
    holds: tuple[bytes, ...] = ()
    """Bytes somewhere in the first kilobyte of such files."""
    paged: bool = False
    """True where the parser can leave out the tables of pages that nobody wants."""


FORMATS = (
    Format("PDF", "application/pdf", "pdf", (".pdf",), holds=(b"%PDF-",),
           paged=True),
    Format("ZIP archive or Office file", "application/zip", "", (), starts=(b"PK\x03\x04",)),
    Format("old Office file", "application/x-ole-storage", "", (".doc", ".xls"),
           starts=(b"\xd0\xcf\x11\xe0",)),
    Format("RTF", "application/rtf", "", (".rtf",), starts=(b"{\\rtf",)),
    Format("image", "image/png", "", (".png",), starts=(b"\x89PNG",)),
    Format("image", "image/jpeg", "", (".jpg", ".jpeg"), starts=(b"\xff\xd8\xff",)),
    Format("image", "image/tiff", "", (".tif", ".tiff"), starts=(b"II*\x00", b"MM\x00*")),
    Format("image", "image/gif", "", (".gif",), starts=(b"GIF8",)),
    Format("HTML", "text/html", "html", (".html", ".htm"), holds=(b"<!doctype html", b"<html")),
    Format("Markdown", "text/markdown", "text", (".md", ".markdown")),
    Format("text", "text/plain", "text", (".txt", ".text", ".tsv", ".tab", "")),
)  # fmt: skip


def format_of(path: Path) -> Format | None:
    """The format of a file by its first bytes, else by its name; None if neither tells."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for known in FORMATS:
        if any(head.startswith(start) for start in known.starts):
            return known
    folded = head.lower()
    for known in FORMATS:
        if any(piece.lower() in folded for piece in known.holds) and _may_hold(known, path):
            return known
    suffix = path.suffix.lower()
    named = [known for known in FORMATS if suffix in known.suffixes]
    return named[0] if named else None


def _may_hold(known: Format, path: Path) -> bool:
    """A text may quote a page of HTML; only a file that says it is one, or says nothing, is."""
    return known.media_type != "text/html" or path.suffix.lower() in (*known.suffixes, "")


def media_type(path: Path) -> str:
    """The media type of a file; ``application/octet-stream`` for an unknown one."""
    found = format_of(path)
    return found.media_type if found else "application/octet-stream"


def parse(path: Path, *, wanted: Callable[[str], bool] | None = None) -> Document:
    """Read a report into pages of lines and tables.

    Pages of paged formats whose text is not ``wanted``, nor follows on one that is, may
    come without their tables.

    Raises `UnreadableDocument` with a reason: ``empty``, ``unsupported-format``, or one
    of the parser's own.
    """
    if path.stat().st_size == 0:
        raise UnreadableDocument(
            "empty",
            "The file is empty (0 bytes). Fetch it again from its source.",
            "ไฟล์ว่างเปล่า (0 ไบต์) กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
        )
    found = format_of(path)
    if found is None or not found.parser:
        what = found.name_en if found else f"“{path.suffix or path.name}”"
        raise UnreadableDocument(
            "unsupported-format",
            f"Files of this kind ({what}) cannot be read. Save the report as PDF, HTML or text.",
            f"ยังอ่านไฟล์ชนิดนี้ ({what}) ไม่ได้ กรุณาบันทึกรายงานเป็น PDF, HTML หรือข้อความ",
        )
    read: Callable[..., Document] = import_module(f"parsers.{found.parser}").parse
    document = read(path, wanted=wanted) if found.paged else read(path)
    if not any(page.blocks or page.notices for page in document.pages):
        raise UnreadableDocument(
            "empty",
            "The file holds no text. Fetch it again, or send the original report.",
            "ไฟล์ไม่มีข้อความใด ๆ กรุณาดาวน์โหลดใหม่หรือใช้รายงานต้นฉบับ",
        )
    return document
