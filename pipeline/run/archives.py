"""Unpack archives that come from anywhere; office files, though ZIP inside, are documents.

The threat: members that write outside the workspace, links, and small files that
swell to fill the disk. The rule: a member is written under a name of our own, only
regular files, each no larger than `MAX_MEMBER`, all together no larger than
`MAX_TOTAL`; of an archive of more than `MAX_MEMBERS` no more are written. Archives
inside archives are refused by name. What is refused becomes a row with its reason; the
rest is read. Residual risk: up to `MAX_TOTAL` bytes of disk for each archive while the
run lasts.
"""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from parsers.container import ZIP, zip_media_type
from parsers.errors import UnreadableDocument

MAX_MEMBER = 512 * 2**20
MAX_TOTAL = 4 * 2**30
MAX_MEMBERS = 20_000
MAX_RATIO = 200
"""Times its packed size that a member of more than a megabyte may unpack to."""
_BLOCK = 2**20
_SUFFIXES = (".zip", ".tar.gz", ".tgz", ".tar")
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError,
    OSError, ValueError, LookupError, OverflowError, RuntimeError,
)  # fmt: skip
"""What readers of archives raise on damaged ones: they check little of what they read."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive, or the reason why it is left inside."""

    name: str
    """Path inside the archive; empty where the archive as a whole is refused."""
    path: Path | None
    refused: UnreadableDocument | None = None


def is_archive(path: Path) -> bool:
    """True for an archive; a Word document that somebody called ``.zip`` is none."""
    if not _is_named_archive(path.name):
        return False
    return not zipfile.is_zipfile(path) or zip_media_type(path) == ZIP


def _is_named_archive(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES)


def unpack(path: Path, workspace: Path) -> Iterator[Member]:
    """Every member of an archive, in order of name, unpacked under a name of our own."""
    folder = workspace / f"archive-{len(list(workspace.iterdir())):04d}"
    folder.mkdir(parents=True)
    reader = _unpack_zip if path.name.lower().endswith(".zip") else _unpack_tar
    holds = False
    try:
        for member in reader(path, folder):
            holds = True
            yield member
    except _DAMAGE as error:
        yield Member("", None, _damaged(path.name, error))
    else:
        if not holds:
            yield Member("", None, _empty(path.name))


def _unpack_zip(path: Path, folder: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        members = sorted(
            (info for info in archive.infolist() if not info.is_dir()), key=lambda i: i.filename
        )
        budget = MAX_TOTAL
        if len(members) > MAX_MEMBERS:
            yield Member("", None, _too_many(path.name))
            return
        for index, info in enumerate(members):
            name = _zip_name(info)
            refused = _refusal(name)
            if refused is None and info.flag_bits & 1:
                refused = _password(name)
            if refused is None and _is_link(info):
                refused = _unsafe(name)
            if refused is not None:
                yield Member(_shown(name), None, refused)
                continue
            try:
                with archive.open(info) as packed:
                    target = folder / f"{index:06d}"
                    member = _write(packed, target, name, info.compress_size, budget)
            except NotImplementedError:
                member = Member(_shown(name), None, _unknown_compression(name))
            except _DAMAGE as error:
                member = Member(_shown(name), None, _damaged(name, error))
            budget -= member.path.stat().st_size if member.path else 0
            yield member


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The member's name; old Thai zip programs wrote it in Windows-874."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp874"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _is_link(info: zipfile.ZipInfo) -> bool:
    return (info.external_attr >> 16) & 0o170000 == 0o120000


def _unpack_tar(path: Path, folder: Path) -> Iterator[Member]:
    with tarfile.open(path) as archive:
        budget = MAX_TOTAL
        for index, info in enumerate(archive):
            if index >= MAX_MEMBERS:
                yield Member("", None, _too_many(path.name))
                return
            if info.isdir():
                continue
            name = _tar_name(info)
            refused = _refusal(name)
            if refused is None and not info.isreg():
                refused = _unsafe(name)
            packed = None if refused else archive.extractfile(info)
            if refused is not None or packed is None:
                yield Member(_shown(name), None, refused or _unsafe(name))
                continue
            member = _write(packed, folder / f"{index:06d}", name, 0, budget)
            budget -= member.path.stat().st_size if member.path else 0
            yield member


def _tar_name(info: tarfile.TarInfo) -> str:
    """The member's name, in Windows-874 where it is no UTF-8."""
    raw = info.name.encode("utf-8", "surrogateescape").replace(b"\0", b"")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", "replace")


def _write(packed: IO[bytes], target: Path, name: str, size: int, budget: int) -> Member:
    """Copy a member block by block, and stop where it grows beyond what is allowed."""
    target = target.with_suffix(PurePosixPath(name).suffix.lower()[:12])
    limit = min(MAX_MEMBER, budget)
    written = 0
    with target.open("wb") as file:
        while block := packed.read(_BLOCK):
            written += len(block)
            if written > limit or (size and written > max(_BLOCK, size * MAX_RATIO)):
                break
            file.write(block)
        else:
            return Member(_shown(name), target)
    target.unlink()
    return Member(_shown(name), None, _bomb(name))


def _refusal(name: str) -> UnreadableDocument | None:
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or not parts.parts or ":" in parts.parts[0]:
        return _unsafe(name)
    if _is_named_archive(parts.name):
        return UnreadableDocument(
            "nested-archive",
            f"{name} is an archive inside an archive. Unpack the outer one and run again.",
            f"{name} เป็นไฟล์บีบอัดซ้อนในไฟล์บีบอัด กรุณาแตกไฟล์ชั้นนอกแล้วสั่งใหม่",
        )
    return None


def _shown(name: str) -> str:
    """A member's name as a path below its archive, whatever it says."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "member"


def _unsafe(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "unsafe-archive-member",
        f"{name} is a link or points outside its archive, and is not unpacked.",
        f"{name} เป็นลิงก์หรือชี้ออกนอกไฟล์บีบอัด จึงไม่แตกไฟล์นี้",
    )


def _bomb(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "archive-too-large",
        f"{name} unpacks to more than is allowed. Unpack the archive yourself and look at it.",
        f"{name} แตกไฟล์แล้วใหญ่เกินกำหนด กรุณาแตกไฟล์และตรวจสอบเอง",
    )


def _empty(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "empty",
        f"{name} holds no files. Fetch it again from its source.",
        f"ไม่มีไฟล์ใน {name} กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )


def _too_many(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "archive-too-large",
        f"{name} holds more than {MAX_MEMBERS:,} files. Unpack it and give the folder, or archives"
        " of fewer files.",
        f"{name} มีไฟล์มากกว่า {MAX_MEMBERS:,} ไฟล์ กรุณาแตกไฟล์แล้วระบุโฟลเดอร์ หรือแบ่งเป็นไฟล์บีบอัดที่เล็กลง",
    )


def _password(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "password-protected",
        f"{name} is protected by a password. Remove the password and run again.",
        f"{name} มีรหัสผ่าน กรุณานำรหัสผ่านออกแล้วสั่งใหม่",
    )


def _unknown_compression(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "unsupported-format",
        f"{name} is packed in a way that is not supported. Unpack the archive yourself.",
        f"{name} ถูกบีบอัดด้วยวิธีที่ยังไม่รองรับ กรุณาแตกไฟล์ด้วยตนเอง",
    )


def _damaged(name: str, error: Exception) -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        f"{name} is damaged ({error}) and cannot be unpacked. Fetch it again from its source.",
        f"{name} เสียหายและแตกไฟล์ไม่ได้ กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )
