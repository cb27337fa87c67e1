"""What is kept of each document: one immutable file, named by all that it depends on.

The name is the hash of the document's bytes, of the program's own code and reference
data, and of the settings that matter. So a record found is a record that holds; a
run that was killed continues, and a changed program reads again what it must.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.facts import DocumentFacts

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_LIBRARIES = (
    "pdfplumber",
    "pdfminer.six",
    "pypdfium2",
    "pythainlp",
    "rapidfuzz",
    "geothai",
    "lxml",
)
"""Packages whose version may change what is read."""
_SUFFIXES = (".py", ".toml")


@dataclass(frozen=True, slots=True)
class Record:
    """The outcome of reading one document."""

    sha256: str
    media_type: str
    bytes: int
    status: Literal["ok", "partial", "quarantined"]
    reason: str = ""
    """Short code; for `partial` what could not be read, for quarantined why."""
    message: str = ""
    message_th: str = ""
    pages: int = 0
    pages_ocr: int = 0
    parser: str = ""
    facts: DocumentFacts | None = None
    trace: str = ""
    """Traceback of an internal error, for whoever mends the program."""
    lasting: bool = True
    """False for outcomes that another attempt may change (time and memory limits)."""


@cache
def code_hash() -> str:
    """Hash of the program's code, reference data and the libraries it reads with."""
    digest = sha256()
    for package in ("parsers", "pipeline"):
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name}={library_version(name)}".encode())
    return digest.hexdigest()


def library_version(name: str) -> str:
    """The installed version of a distribution; ``absent`` where there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(2**20):
            digest.update(block)
    return digest.hexdigest()


def record_name(document_hash: str, settings: Iterable[str]) -> str:
    """The file name of a record: document, code and settings in one hash."""
    text = "\x1f".join((document_hash, code_hash(), *settings))
    return f"{document_hash[:16]}-{sha256(text.encode()).hexdigest()[:32]}.json"


class Records:
    """The folder of records of one dataset."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def load(self, name: str) -> Record | None:
        """The record of that name; None where there is none, or it is damaged."""
        from pydantic import ValidationError

        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        try:
            return _schema().validate_json(data)
        except ValidationError:
            return None

    def save(self, name: str, record: Record) -> None:
        """Write a record whole or not at all."""
        write_whole(self.folder / name, to_json(record))


def to_json(record: Record) -> bytes:
    """A record as JSON; decimals as text, so that their digits stay."""
    return _schema().dump_json(record, indent=1)


@cache
def _schema() -> TypeAdapter[Record]:
    """How records are written and read: to work it out takes longer than to read a short report."""
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; a reader sees the old file or the new one, never a part."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
