"""Old Word and RTF documents, read by way of LibreOffice.

The threat: macros, links that fetch, a converter that hangs. The rule: each document is
converted in a folder of its own with a fresh profile that runs no macro, opens no active
content and follows no link, behind a proxy that leads nowhere, within `SECONDS`; what comes
out is read as `parsers.docx` reads it. Residual risk: faults in LibreOffice's own readers.
Libraries that take text out of such files alone lose the tables, which hold the scores.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from parsers.container import DOC, check_old_word
from parsers.docx import parse as parse_docx
from parsers.errors import UnreadableDocument
from parsers.model import Document
from parsers.refusals import needs_libreoffice

SECONDS = 60
_PROGRAMS = ("soffice", "libreoffice")
_OLE = b"\xd0\xcf\x11\xe0"
_NOWHERE = "http://127.0.0.1:9"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def program() -> str | None:
    """The LibreOffice program of this machine, if there is one."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def parse(path: Path) -> Document:
    """Read an old Word or RTF document.

    Raises `UnreadableDocument` with ``needs-libreoffice`` where it is not installed,
    ``conversion-failed``, ``password-protected`` or ``damaged``.
    """
    with path.open("rb") as file:
        is_word = file.read(4) == _OLE
    if is_word:
        check_old_word(path)
    office = program()
    if office is None:
        raise needs_libreoffice("An old Word file (.doc)" if is_word else "RTF")
    with tempfile.TemporaryDirectory(prefix="sucharit-office-") as folder:
        document = parse_docx(_convert(office, path, Path(folder), ".doc" if is_word else ".rtf"))
    return replace(document, media_type=DOC if is_word else "application/rtf", parser="libreoffice")


def _convert(office: str, path: Path, folder: Path, suffix: str) -> Path:
    """The document as .docx, made in ``folder``."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source = folder / f"document{suffix}"
    shutil.copyfile(path, source)
    command = [
        office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nologo", "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    bounded = shutil.which("timeout")
    if bounded:  # should this process be killed meanwhile, the converter still ends
        command = [bounded, "--kill-after=5", str(SECONDS + 10), *command]
    _run(command, folder)
    made = folder / "out" / "document.docx"
    if not made.exists():
        raise _failed()
    return made


def _run(command: list[str], folder: Path) -> None:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder),
        "LANG": "C.UTF-8", "http_proxy": _NOWHERE, "https_proxy": _NOWHERE,
    }  # fmt: skip
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise _failed() from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _failed() -> UnreadableDocument:
    return UnreadableDocument(
        "conversion-failed",
        "LibreOffice could not convert the document. Open it in the program that made it and save"
        " it as .docx or PDF.",
        "LibreOffice แปลงเอกสารนี้ไม่ได้ กรุณาเปิดด้วยโปรแกรมที่สร้างไฟล์แล้วบันทึกเป็น .docx หรือ PDF",
    )
