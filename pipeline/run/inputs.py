"""Which documents a run reads: files, folders, globs, and members of archives.

Every file in a folder becomes a document, readable or not, but for what is ignored
by name: hidden files, lock files of office programs, and what operating systems
leave behind. A link inside a folder that leads out of it is refused, as in archives; one that is
itself an input is followed.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parsers.errors import UnreadableDocument, UsageError
from pipeline.run.archives import is_archive, unpack

IGNORED = {"thumbs.db", "desktop.ini", "__macosx"}
IGNORED_STARTS = (".", "~$")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read."""

    document: str
    """Its name in the dataset: the path below its input, ``archive.zip!member`` in archives."""
    path: Path
    refused: UnreadableDocument | None = None
    """Why it cannot even be fetched, for archive members and links."""


@dataclass(frozen=True, slots=True)
class _Found:
    root: str
    name: str
    path: Path
    refused: UnreadableDocument | None = None


def find_sources(inputs: Sequence[str], workspace: Path) -> tuple[Source, ...]:
    """The documents of all inputs in a stable order; archives are unpacked into ``workspace``.

    Raises `UsageError` for an input that does not exist, and where nothing is found.
    """
    found = [source for given in inputs for source in _of_input(given, workspace)]
    if not found:
        raise UsageError(
            "nothing-to-read",
            f"There is nothing to read in {', '.join(inputs)}. Name a file, a folder or an archive"
            " with reports.",
            f"ไม่พบไฟล์ให้อ่านใน {', '.join(inputs)} กรุณาระบุไฟล์ โฟลเดอร์ หรือไฟล์บีบอัดที่มีรายงาน",
        )
    return tuple(sorted(_named_apart(found), key=lambda source: source.document))


def _of_input(given: str, workspace: Path) -> Iterator[_Found]:
    path = Path(given)
    if path.is_dir():
        yield from _of_folder(path, workspace)
    elif path.exists():
        yield from _of_file(str(path.parent), path.name, path, workspace)
    elif glob.has_magic(given) and (matches := _matches(given)):
        for match in matches:
            yield from _of_input(match, workspace)
    else:
        raise UsageError(
            "no-such-input",
            f"{given} does not exist. Check the path and run again.",
            f"ไม่พบ {given} กรุณาตรวจสอบที่อยู่ไฟล์แล้วสั่งใหม่",
        )


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - relative as it was typed


def _of_folder(folder: Path, workspace: Path) -> Iterator[_Found]:
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if not path.is_file() or any(map(is_ignored, relative.parts)):
            continue
        name = relative.as_posix()
        if path.resolve().is_relative_to(inside):
            yield from _of_file(str(folder), name, path, workspace)
        else:
            yield _Found(str(folder), name, path, _leads_out(name))


def _leads_out(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "unsafe-link",
        f"{name} is a link that leads out of its folder, and is not read. Put the file itself into"
        " the folder, or name it on the command line.",
        f"{name} เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ จึงไม่อ่าน กรุณานำไฟล์จริงมาไว้ในโฟลเดอร์ หรือระบุไฟล์นั้นในคำสั่ง",
    )


def _of_file(root: str, name: str, path: Path, workspace: Path) -> Iterator[_Found]:
    if not is_archive(path):
        yield _Found(root, name, path)
        return
    times: Counter[str] = Counter()
    for member in unpack(path, workspace):
        document = f"{name}!{member.name}" if member.name else name
        times[document] += 1
        if times[document] > 1:  # the same name again, of perhaps another file
            document = f"{document} ({times[document]})"
        if not any(map(is_ignored, Path(member.name).parts)):
            yield _Found(root, document, member.path or path, member.refused)


def is_ignored(name: str) -> bool:
    """True for names that are never documents."""
    return name.lower() in IGNORED or name.startswith(IGNORED_STARTS)


def readable(name: str) -> str:
    """A file's name as text: one that is no UTF-8 is Thai of Windows, as old programs wrote it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("cp874", "backslashreplace")
    return name


def _named_apart(found: Sequence[_Found]) -> Iterator[Source]:
    """Give documents of one name in several inputs their input's path as well."""
    unique = {(one.root, one.name): one for one in found}
    counts = Counter(one.name for one in unique.values())
    for one in unique.values():
        name = one.name if counts[one.name] == 1 else (Path(one.root) / one.name).as_posix()
        yield Source(readable(name), one.path, one.refused)
