"""The table of formats: what a file is, and which parser reads it.

Contents decide before names: a PDF called ``.txt`` is a PDF, and a web page called ``.xls``,
as some systems hand them out, is a web page. A new format is one new file, or a folder, beside
this one, and one line in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path

from parsers import container
from parsers.errors import UnreadableDocument
from parsers.model import Document, Line, Sought
from parsers.overlong import without_overlong
from parsers.refusals import password_protected, too_large

_THAI = re.compile("[ก-๛]")
_MANY_LOST = 40
"""Question marks in runs from which they stand for letters."""
_MOST_LINES = 100_000
"""Lines of a text without pages: 2,500 pages of them."""
_LARGEST = 32 * 2**20
"""Bytes of a file that is text itself; its letters take several times as much."""
_WHOLE = {"html", "text", "delimited"}
"""Parsers that read the whole of such a file at once."""
_HEAD = 1024
"""Bytes at the start of a file that may tell its format."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format that files can have."""

    name_en: str
    media_type: str
    parser: str
    """Under ``parsers``, with ``parse(path) -> Document``; empty: a format known but not read."""
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
    Format("Word", container.DOCX, "docx", (".docx", ".docm", ".dotx", ".dotm")),
    Format("Excel", container.XLSX, "xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm")),
    Format("OpenDocument text", container.ODT, "odt", (".odt", ".ott")),
    Format("OpenDocument spreadsheet", container.ODS, "ods", (".ods", ".ots")),
    Format("old Excel (.xls)", container.XLS, "xls", (".xls", ".xlt")),
    Format("old Word (.doc)", container.DOC, "converted", (".doc", ".dot")),
    Format("RTF", "application/rtf", "converted", (".rtf",), starts=(b"{\\rtf",)),
    Format("password-protected Office file", container.ENCRYPTED, ""),
    Format("binary Excel (.xlsb)", container.XLSB, "", (".xlsb",)),
    Format("PowerPoint", container.PPTX, "", (".pptx",)),
    Format("PowerPoint", container.PPT, "", (".ppt",)),
    Format("ZIP archive", container.ZIP, "", ()),
    Format("RAR archive", "application/vnd.rar", "", (".rar",), starts=(b"Rar!\x1a\x07",)),
    Format("7z archive", "application/x-7z-compressed", "", (".7z",),
           starts=(b"7z\xbc\xaf\x27\x1c",)),
    Format("OLE file", container.OLE, ""),
    Format("gzip archive", "application/gzip", "", (".gz",), starts=(b"\x1f\x8b",)),
    Format("bzip2 archive", "application/x-bzip2", "", (".bz2",), starts=(b"BZh",)),
    Format("xz archive", "application/x-xz", "", (".xz",), starts=(b"\xfd7zXZ\x00",)),
    Format("image", "image/png", "", (".png",), starts=(b"\x89PNG",)),
    Format("image", "image/jpeg", "", (".jpg", ".jpeg"), starts=(b"\xff\xd8\xff",)),
    Format("image", "image/tiff", "", (".tif", ".tiff"), starts=(b"II*\x00", b"MM\x00*")),
    Format("image", "image/gif", "", (".gif",), starts=(b"GIF8",)),
    Format("web archive", "multipart/related", "mht", (".mht", ".mhtml"),
           holds=(b"content-type: multipart/related",)),
    Format("Excel XML", "application/xml", "excel_xml", (),
           holds=(b"urn:schemas-microsoft-com:office:spreadsheet",)),
    Format("HTML", "text/html", "html", (".html", ".htm", ".xhtml"),
           holds=(b"<!doctype html", b"<html", b"<table")),
    Format("Markdown", "text/markdown", "text", (".md", ".markdown")),
    Format("CSV", "text/csv", "delimited", (".csv", ".tsv", ".tab")),
    Format("text", "text/plain", "text", (".txt", ".text", "")),
)  # fmt: skip
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TABLES, _TEXTS = (".xls", ".xlsx"), (".doc", ".docx", ".rtf")
"""Names under which programs hand out web pages and plain texts."""


def format_of(path: Path) -> Format | None:
    """The format of a file by its contents, else by its name; None if neither tells."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return _packed(container.zip_media_type(path), path)
    if head.startswith(_OLE):
        return _packed(container.ole_media_type(path), path)
    for known in FORMATS:
        if any(head.startswith(start) for start in known.starts):
            return known
    folded = head.lower()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        folded = head.replace(b"\x00", b"").lower()
    for known in FORMATS:
        if any(piece.lower() in folded for piece in known.holds) and _may_hold(known, path):
            return known
    return _named(path)


def _packed(media_type: str, path: Path) -> Format | None:
    """The format of a container; where its contents do not tell, its name may."""
    if media_type in (container.ZIP, container.OLE):
        named = _by_suffix(path.suffix.lower())
        if named is not None and named.media_type in _PACKED:
            return named
    found = [known for known in FORMATS if known.media_type == media_type]
    return found[0] if found else Format(media_type.rpartition(".")[2], media_type, "")


_PACKED = {
    container.DOCX, container.XLSX, container.ODT, container.ODS, container.XLS, container.DOC,
}  # fmt: skip


def _named(path: Path) -> Format | None:
    """By its name alone; a text called ``.xls`` is a table of text, as some systems write it."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        return _by_suffix(".csv")
    if suffix in _TEXTS:
        return _by_suffix(".txt")
    return _by_suffix(suffix)


def _by_suffix(suffix: str) -> Format | None:
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def _may_hold(known: Format, path: Path) -> bool:
    """A text may quote a page of HTML; a file that says that it is one, or that it is of an
    office program, or says nothing, is one."""
    if known.media_type == "application/pdf":
        return True
    return path.suffix.lower() in (*known.suffixes, *_TABLES, *_TEXTS, ".xml", "")


def media_type(path: Path) -> str:
    """The media type of a file; ``application/octet-stream`` for an unknown one."""
    found = format_of(path)
    return found.media_type if found else "application/octet-stream"


def parse(path: Path, *, wanted: Callable[[str], Sought] | None = None) -> Document:
    """Read a report into pages of lines and tables.

    Pages of paged formats whose text is not ``wanted``, nor follows on one that is, may
    come without their tables, or without those of the kind that is not.

    Raises `UnreadableDocument` with a reason: ``empty``, ``unsupported-format``, ``too-large``,
    or one of the parser's own.
    """
    if path.stat().st_size == 0:
        raise UnreadableDocument(
            "empty",
            "The file is empty (0 bytes). Fetch it again from its source.",
            "ไฟล์ว่างเปล่า (0 ไบต์) กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
        )
    found = format_of(path)
    if found is None or not found.parser:
        raise _unsupported(found, path)
    if found.parser in _WHOLE and path.stat().st_size > _LARGEST:
        raise too_large(f"{path.stat().st_size // 2**20:,} MiB")
    read: Callable[..., Document] = import_module(f"parsers.{found.parser}").parse
    document = read(path, wanted=wanted) if found.paged else read(path)
    lines = 0 if found.paged else sum(isinstance(block, Line) for block in document.blocks)
    if lines > _MOST_LINES:
        raise too_large(f"{lines:,} lines")
    document = without_overlong(document)
    if not any(page.blocks or page.notices for page in document.pages):
        raise UnreadableDocument(
            "empty",
            "The file holds no text. Fetch it again, or send the original report.",
            "ไฟล์ไม่มีข้อความใด ๆ กรุณาดาวน์โหลดใหม่หรือใช้รายงานต้นฉบับ",
        )
    if _is_lost(document):
        raise UnreadableDocument(
            "text-lost",
            "The Thai letters of the file were replaced by question marks when it was saved. Get"
            " the original, or save it again as UTF-8.",
            "อักษรไทยในไฟล์กลายเป็นเครื่องหมายคำถามตั้งแต่ตอนบันทึก กรุณาใช้ต้นฉบับหรือบันทึกเป็น UTF-8",
        )
    return document


def _is_lost(document: Document) -> bool:
    """True where runs of question marks stand in the place of Thai words."""
    lost = sum(text.count("?") for text in _texts(document) if "???" in text)
    return lost > _MANY_LOST and lost > sum(len(_THAI.findall(text)) for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        cells = (block,) if isinstance(block, Line) else chain.from_iterable(block.rows)
        yield from (cell.text for cell in cells)


def _unsupported(found: Format | None, path: Path) -> UnreadableDocument:
    if found is not None and found.media_type == container.ENCRYPTED:
        return password_protected()
    what = found.name_en if found else f"“{path.suffix or path.name}”"
    if found is not None and "archive" in found.name_en:
        return UnreadableDocument(
            "unsupported-format",
            f"This is an archive ({what}), not a report. Unpack it, or pack the reports as .zip.",
            f"ไฟล์นี้เป็นไฟล์บีบอัด ({what}) ไม่ใช่รายงาน กรุณาแตกไฟล์ หรือบีบอัดรายงานเป็น .zip",
        )
    return UnreadableDocument(
        "unsupported-format",
        f"Files of this kind ({what}) cannot be read. Save the report as PDF, .docx, .xlsx, HTML or"
        " text.",
        f"ยังอ่านไฟล์ชนิดนี้ ({what}) ไม่ได้ กรุณาบันทึกรายงานเป็น PDF, .docx, .xlsx, HTML หรือข้อความ",
    )
