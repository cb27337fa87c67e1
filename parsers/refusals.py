"""Why a file is not read: the reasons that formats share, each said in English and Thai."""

from __future__ import annotations

from parsers.errors import UnreadableDocument


def damaged(detail: str = "") -> UnreadableDocument:
    """A file that is cut off or not what it says it is."""
    told = f" ({detail})" if detail else ""
    return UnreadableDocument(
        "damaged",
        f"The file is damaged or cut off{told}. Fetch it again from its source.",
        f"ไฟล์เสียหายหรือไม่สมบูรณ์{told} กรุณาดาวน์โหลดจากต้นทางอีกครั้ง",
    )


def password_protected() -> UnreadableDocument:
    """A file that opens with a password alone."""
    return UnreadableDocument(
        "password-protected",
        "The file is protected by a password. Remove the password and run again.",
        "ไฟล์มีรหัสผ่าน กรุณานำรหัสผ่านออกแล้วสั่งใหม่",
    )


def too_large(what: str) -> UnreadableDocument:
    """A file that swells beyond what any report needs."""
    return UnreadableDocument(
        "too-large",
        f"The file unpacks to more than is allowed ({what}). Check where it comes from; if it is"
        " sound, divide it and run again.",
        f"ไฟล์มีเนื้อหาเมื่อแตกออกแล้วใหญ่เกินกำหนด ({what}) กรุณาตรวจสอบที่มาของไฟล์ หากถูกต้องให้แบ่งไฟล์แล้วสั่งใหม่",
    )


def unsafe_xml(part: str) -> UnreadableDocument:
    """A part that declares entities, which no office program writes."""
    return UnreadableDocument(
        "unsafe-xml",
        f"Part {part} of the file declares a document type or entities, as no office program does."
        " It may be an attack and is not read.",
        f"ส่วน {part} ของไฟล์ประกาศ DTD หรือเอนทิตี ซึ่งโปรแกรมสำนักงานไม่สร้าง อาจเป็นการโจมตี จึงไม่อ่านไฟล์นี้",
    )


def without_main_part(kind: str) -> UnreadableDocument:
    """An office file whose main part is missing."""
    return UnreadableDocument(
        "damaged",
        f"The file is packed as {kind} but its main part is missing. Open it in the program that"
        " made it and save it again.",
        f"ไฟล์เป็นชนิด {kind} แต่ไม่มีเนื้อหาหลัก กรุณาเปิดด้วยโปรแกรมที่สร้างไฟล์แล้วบันทึกใหม่",
    )


def needs_libreoffice(what: str) -> UnreadableDocument:
    """A format that is read by way of LibreOffice, which is not installed."""
    return UnreadableDocument(
        "needs-libreoffice",
        f"{what} is read with the help of LibreOffice, which is not installed. Install it (Debian,"
        " Ubuntu: sudo apt-get install libreoffice-writer-nogui) and run again, or save the report"
        " as .docx or PDF.",
        f"การอ่าน{what} ต้องใช้ LibreOffice ซึ่งยังไม่ได้ติดตั้ง กรุณาติดตั้ง (Debian, Ubuntu:"
        " sudo apt-get install libreoffice-writer-nogui) แล้วสั่งใหม่"
        " หรือบันทึกรายงานเป็น .docx หรือ PDF",
    )
