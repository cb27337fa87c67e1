"""What stands inside the two containers of office programs, ZIP and OLE, told by contents.

Only tables of contents are read here, never more than a few kilobytes of any member.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from parsers.refusals import damaged, password_protected

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
ENCRYPTED = "application/x-encrypted-office"

_BY_MAIN_PART = {
    "word/document.xml": DOCX,
    "xl/workbook.xml": XLSX,
    "xl/workbook.bin": XLSB,
    "ppt/presentation.xml": PPTX,
}
_BY_FOLDER = {"word/": DOCX, "xl/": XLSX, "ppt/": PPTX}
_BY_STREAM = (
    ("encryptedpackage", ENCRYPTED),
    ("worddocument", DOC),
    ("workbook", XLS),
    ("book", XLS),
    ("powerpoint document", PPT),
)
_MIME_LENGTH = 100
_ENCRYPTED_WORD = 0x0100
"""Bit of the flags at byte 10 of a Word document's header."""


def zip_media_type(path: Path) -> str:
    """What a ZIP file holds; `ZIP` for an archive, or one whose listing cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
            declared = _declared(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        return ZIP
    if declared.startswith("application/vnd.oasis.opendocument."):
        return declared.removesuffix("-template")
    for part, kind in _BY_MAIN_PART.items():
        if part in names:
            return kind
    if "[content_types].xml" in names:
        for folder, kind in _BY_FOLDER.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return ZIP


def _declared(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        return member.read(_MIME_LENGTH).decode("ascii", "replace").strip()


def ole_media_type(path: Path) -> str:
    """What an OLE file holds; `OLE` where that is unknown or cannot be read."""
    import olefile

    try:
        with olefile.OleFileIO(path) as container:
            names = {entry[0].lower() for entry in container.listdir() if entry}
    except (OSError, ValueError, IndexError, RecursionError, MemoryError):
        return OLE
    return next((kind for name, kind in _BY_STREAM if name in names), OLE)


def check_old_word(path: Path) -> None:
    """Raise the reason why an old Word file cannot be opened, if there is one."""
    import olefile

    try:
        with olefile.OleFileIO(path) as container:
            header = container.openstream("WordDocument").read(12)
    except (OSError, ValueError, IndexError, MemoryError) as error:
        raise damaged(str(error)) from error
    if len(header) < 12:
        raise damaged()
    if int.from_bytes(header[10:12], "little") & _ENCRYPTED_WORD:
        raise password_protected()
