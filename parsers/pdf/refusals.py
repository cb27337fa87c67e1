"""Why a PDF is not read."""

from __future__ import annotations

import re
from mmap import ACCESS_READ, mmap
from pathlib import Path

from parsers.errors import UnreadableDocument

_HEAD = 65_536
"""Bytes of a file that pdfium cannot open, that are asked for the reason."""


def is_locked(path: Path) -> bool:
    """True where the file speaks of encryption: pdfium may tell the reason of a file before."""
    if not path.stat().st_size:
        return False
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        return data.find(b"/Encrypt") >= 0


def says_empty(path: Path) -> bool:
    """True where the file's tree of pages says that it has none; pdfium calls that damaged."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    counts = re.findall(rb"/Count\s+(\d+)", head)
    return b"/Pages" in head and bool(counts) and all(int(count) == 0 for count in counts)


def password() -> UnreadableDocument:
    return UnreadableDocument(
        "password-protected",
        "The PDF is protected by a password. Remove the password and run again.",
        "ไฟล์ PDF มีรหัสผ่าน กรุณานำรหัสผ่านออกแล้วสั่งใหม่",
    )


def unknown_lock() -> UnreadableDocument:
    return UnreadableDocument(
        "encrypted",
        "The PDF is encrypted for certain readers (by certificate, or in a way of its own). Open it"
        " where you may, print it to a new PDF and run again.",
        "ไฟล์ PDF เข้ารหัสไว้สำหรับผู้อ่านเฉพาะราย (ด้วยใบรับรองหรือวิธีเฉพาะ)"
        " กรุณาเปิดด้วยเครื่องที่มีสิทธิ์ พิมพ์เป็นไฟล์ PDF ใหม่ แล้วสั่งใหม่",
    )


def drawn_only(page: int, count: int) -> UnreadableDocument:
    return UnreadableDocument(
        "drawn-only",
        f"The PDF holds no letters, only drawings ({count:,} shapes on page {page}): its text may"
        " have been turned into shapes. Get the original, or a PDF whose text can be selected.",
        f"ไฟล์ PDF ไม่มีตัวอักษร มีเพียงภาพวาด (หน้า {page} มี {count:,} รูปทรง) ข้อความอาจถูกแปลงเป็นลายเส้น"
        " กรุณาใช้ต้นฉบับ หรือ PDF ที่เลือกข้อความได้",
    )


def form_bomb() -> UnreadableDocument:
    return UnreadableDocument(
        "form-bomb",
        "The PDF draws pieces inside pieces without end, as no report does. It may be an attack"
        " and is not opened. Check where it comes from; if it is sound, print it to a new PDF.",
        "ไฟล์ PDF วาดวัตถุซ้อนกันไม่รู้จบ ซึ่งไม่พบในรายงานปกติ อาจเป็นการโจมตี จึงไม่เปิดไฟล์นี้"
        " กรุณาตรวจสอบที่มา หากถูกต้องให้พิมพ์เป็นไฟล์ PDF ใหม่",
    )


def form_loop() -> UnreadableDocument:
    return UnreadableDocument(
        "form-loop",
        "The PDF shows nothing: the pieces on its pages draw themselves, over and over. Fetch it"
        " again from its source, or print the original to a new PDF.",
        "ไฟล์ PDF ไม่แสดงเนื้อหาใด เพราะวัตถุในหน้าวาดตัวเองซ้ำไม่รู้จบ"
        " กรุณาดาวน์โหลดจากต้นทางอีกครั้ง หรือพิมพ์ต้นฉบับเป็นไฟล์ PDF ใหม่",
    )


def contents_lost() -> UnreadableDocument:
    return UnreadableDocument(
        "contents-lost",
        "The PDF shows nothing: what its pages name as their contents is missing from the file, or"
        " names itself over and over. Fetch it again from its source, or print the original to a"
        " new PDF.",
        "ไฟล์ PDF ไม่แสดงเนื้อหาใด เพราะเนื้อหาที่แต่ละหน้าอ้างถึงไม่มีอยู่ในไฟล์หรืออ้างถึงตัวเองวนซ้ำ"
        " กรุณาดาวน์โหลดจากต้นทางอีกครั้ง หรือพิมพ์ต้นฉบับเป็นไฟล์ PDF ใหม่",
    )


def damaged() -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        "The PDF is damaged or cut off, and nothing in it could be read. Fetch it again from its"
        " source.",
        "ไฟล์ PDF เสียหายหรือไม่ครบ จึงอ่านไม่ได้ กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )


def no_pages() -> UnreadableDocument:
    return UnreadableDocument(
        "no-pages",
        "The PDF has no pages. Fetch it again from its source.",
        "ไฟล์ PDF ไม่มีหน้าเอกสาร กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )
