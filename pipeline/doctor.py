"""Say what the program can use on this machine, and how to get what is missing."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, distribution, requires, version

from parsers.converted import program
from pipeline.audit.rules import RULES
from pipeline.scheme import schemes


def examine() -> tuple[str, bool]:
    """A report for a person, and whether everything that is needed is there."""
    lines = [f"sucharit {_version('sucharit') or '?'} · Python {platform.python_version()}"]
    sound = True
    for name in _needed():
        found = _version(name)
        sound = sound and found is not None
        lines.append(f"  {'ok     ' if found else 'MISSING'} {name} {found or ''}".rstrip())
    if not sound:
        lines.append(
            "Install what is missing: pip install sucharit  ·  ติดตั้งสิ่งที่ขาด: pip install sucharit"
        )
    lines += _libreoffice()
    years = ", ".join(f"{one.first_year}–{one.last_year}" for one in schemes())
    lines.append(f"Schemes for fiscal years (BE) {years} · {len(RULES)} audit rules")
    lines.append("Scanned pages are reported, not read: no OCR is built in.")
    lines.append("หน้าที่เป็นภาพสแกนจะถูกแจ้งไว้ ยังไม่อ่านด้วย OCR")
    return "\n".join(lines), sound


def _libreoffice() -> list[str]:
    """What old Word and RTF files are read with; everything else is read without it."""
    found = program()
    if found is not None:
        return [f"  ok      LibreOffice {found} (.doc, .rtf)"]
    return [
        "  absent  LibreOffice: .doc and .rtf are quarantined without it. Debian, Ubuntu:"
        " sudo apt-get install libreoffice-writer-nogui",
        "  ไม่พบ    LibreOffice จึงยังอ่าน .doc และ .rtf ไม่ได้ ติดตั้งด้วย:"
        " sudo apt-get install libreoffice-writer-nogui",
    ]


def _needed() -> list[str]:
    """The packages that the core needs, as declared."""
    try:
        declared = requires("sucharit") or []
    except PackageNotFoundError:
        return []
    names = []
    for requirement in declared:
        if "extra ==" not in requirement:
            name = requirement
            for separator in "<>=!~;[ ":
                name = name.split(separator)[0]
            names.append(name)
    return sorted(names)


def _version(name: str) -> str | None:
    try:
        distribution(name)
    except PackageNotFoundError:
        return None
    return version(name)
