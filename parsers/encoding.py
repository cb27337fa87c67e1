"""Decode the bytes of a text file, by evidence or not at all.

Thai reports come as UTF-8 and UTF-16 with or without a byte-order mark, as Windows-874
or TIS-620, and as text that was once decoded wrongly and saved again. An encoding is
accepted when the result reads as Thai writes: marks stand on consonants.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from parsers.errors import UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARK = re.compile("[ัิ-ฺ็-๎]")
_MARK_IN_PLACE = re.compile("(?<=[ก-ฮ])[ัิ-ฺ็-๎]{1,3}|(?<=[ก-ฮ][ัิ-ฺ็-๎])[ัิ-ฺ็-๎]")
_THAI = re.compile("[ก-๛]")
_LATIN_SUPPLEMENT = re.compile("[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ENOUGH_THAI = 8
"""Thai letters under which a text says nothing about its encoding."""
_PLAUSIBLE = 0.9
"""Share of marks that stand on a consonant, from which a text reads as Thai."""
_DAMAGED_SHARE = 0.002
"""Share of broken bytes up to which UTF-8 is still UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was in."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()
    """``encoding-guessed``, ``encoding-damaged`` or ``mojibake-undone``."""


def decode(data: bytes) -> Decoded:
    """The text of ``data``.

    Raises `UnreadableDocument` with the reason ``not-text`` for binary data and
    ``unknown-encoding`` where no encoding gives text that can be trusted.
    """
    decoded = _by_mark(data) or _utf8(data) or _utf16(data) or _windows_874(data) or _damaged(data)
    if decoded is None:
        raise _unknown() if not _is_binary(data) else _binary()
    if "\x00" in decoded.text or len(_CONTROL.findall(decoded.text)) > len(decoded.text) // 50:
        raise _binary()
    return _without_mojibake(decoded)


def _by_mark(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else Decoded(text, "utf-8")


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: half of its bytes are the page numbers of ASCII and Thai."""
    if len(data) % 2 or len(data) < 2 * _ENOUGH_THAI:
        return None
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if sum(high.count(page) for page in (0x00, 0x0E, 0x20)) >= 0.95 * len(high):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return Decoded(text, encoding, ("encoding-guessed",))
    return None


def _windows_874(data: bytes) -> Decoded | None:
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "windows-874", ("encoding-guessed",)) if _reads_as_thai(text) else None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, each shown as U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= max(1, int(len(data) * _DAMAGED_SHARE)) and _reads_as_thai(text):
        return Decoded(text, "utf-8", ("encoding-damaged",))
    return None


def _without_mojibake(decoded: Decoded) -> Decoded:
    """Undo a wrong decoding of Thai bytes as Western European, where that gives Thai."""
    text = decoded.text
    if len(_LATIN_SUPPLEMENT.findall(text)) < 2 * len(_THAI.findall(text)) + _ENOUGH_THAI:
        return decoded
    for western, thai in (("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "cp874")):
        try:
            undone = text.encode(western).decode(thai)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if _reads_as_thai(undone):
            notices = (*decoded.notices, "mojibake-undone")
            return Decoded(undone, decoded.encoding, notices)
    return decoded


def _reads_as_thai(text: str) -> bool:
    """True where there is Thai, and its marks stand on consonants."""
    if len(_THAI.findall(text)) < _ENOUGH_THAI:
        return False
    marks = len(_MARK.findall(text))
    placed = sum(len(match.group()) for match in _MARK_IN_PLACE.finditer(text))
    return marks > 0 and placed >= _PLAUSIBLE * marks


def _is_binary(data: bytes) -> bool:
    sample = data[:4096]
    return sample.count(0) > 0 or sum(byte < 9 or 13 < byte < 32 for byte in sample) * 20 > len(
        sample
    )


def _binary() -> UnreadableDocument:
    return UnreadableDocument(
        "not-text",
        "The file holds binary data, not text. Save the report as PDF or as UTF-8 text.",
        "ไฟล์นี้เป็นข้อมูลไบนารี ไม่ใช่ข้อความ กรุณาบันทึกรายงานเป็น PDF หรือข้อความ UTF-8",
    )


def _unknown() -> UnreadableDocument:
    return UnreadableDocument(
        "unknown-encoding",
        "The character encoding is not UTF-8, UTF-16 or Windows-874/TIS-620, or the text is"
        " damaged. Save the file again as UTF-8.",
        "ไม่ทราบรหัสอักขระของไฟล์ (ไม่ใช่ UTF-8, UTF-16 หรือ Windows-874/TIS-620) หรือไฟล์เสียหาย"
        " กรุณาบันทึกใหม่เป็น UTF-8",
    )
