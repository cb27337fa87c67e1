"""What LibreOffice prints of a Word document: as most bodies make their PDFs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import Any

from corpus.containers.fonts import FAMILIES, files
from corpus.containers.office import docx
from corpus.containers.page import draw_look
from corpus.report import Report

_SECONDS = 120
_VARYING = re.compile(
    rb"/CreationDate\(D:[^)]*\)|<xmp:CreateDate>[^<]*</xmp:CreateDate>|/DocChecksum /[0-9A-F]{32}"
    rb"|<[0-9A-F]{32}>"
)


def libreoffice() -> str | None:
    """The program, if it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def libreoffice_pdf(report: Report, path: Path, chance: Random) -> None:
    """Write the report as a Word document and print that; the same bytes on one machine."""
    look = draw_look(report, chance)
    spacing = chance.choice((None, None, 0.0, 6.0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "report.docx"
        docx(report, source, chance)
        _set_in(source, look.family, look.size, spacing)
        environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts())}
        command = [
            str(libreoffice()), f"-env:UserInstallation={_profile().as_uri()}", "--headless",
            "--norestore", "--convert-to", "pdf", "--outdir", name, str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS, env=environment)
        made = (folder / "report.pdf").read_bytes()
    path.write_bytes(_VARYING.sub(lambda found: b" " * len(found.group()), made))


def _set_in(source: Path, family: str, size: float, spacing: float | None) -> None:
    """Set the document's text in a font and size, and the space behind its paragraphs."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document: Any = Document(str(source))
    style = document.styles["Normal"]
    style.font.size = Pt(size)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), family)
    half_points = properties.makeelement(qn("w:szCs"), {qn("w:val"): str(round(2 * size))})
    properties.append(half_points)
    if spacing is not None:
        style.paragraph_format.space_after = Pt(spacing)
    document.save(str(source))


def _profile() -> Path:
    return Path(_room().name)


@cache
def _room() -> tempfile.TemporaryDirectory[str]:
    """A profile for this process, gone when it ends: the first start with one takes seconds."""
    return tempfile.TemporaryDirectory(prefix="sucharit-corpus-office-")


@cache
def _fonts() -> Path:
    """A configuration in which LibreOffice finds the fonts of the corpus."""
    folders = "".join(
        f"<dir>{escape(str(files(family)[0].parent))}</dir>" for family in sorted(FAMILIES)
    )
    path = _profile() / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><fontconfig>{folders}<cachedir>{_profile()}/fonts</cachedir>'
        "</fontconfig>",
        encoding="utf-8",
    )
    return path
