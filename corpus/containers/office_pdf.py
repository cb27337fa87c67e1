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
from corpus.containers.page import MARGIN, Look, draw_look, set_table
from corpus.report import Grid, Report

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
        _set(source, report, look, spacing)
        environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts())}
        command = [
            str(libreoffice()), f"-env:UserInstallation={_profile().as_uri()}", "--headless",
            "--norestore", "--convert-to", "pdf", "--outdir", name, str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS, env=environment)
        made = (folder / "report.pdf").read_bytes()
    path.write_bytes(_VARYING.sub(lambda found: b" " * len(found.group()), made))


def _set(source: Path, report: Report, look: Look, spacing: float | None) -> None:
    """Set the document on a page: its font and sizes, the space behind its paragraphs, and its
    tables as wide as their words ask for."""
    from docx import Document
    from docx.shared import Pt

    document: Any = Document(str(source))
    section = document.sections[0]
    section.page_width, section.page_height = (Pt(side) for side in look.page)
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin = section.bottom_margin = Pt(MARGIN)
    style = document.styles["Normal"]
    _set_font(style.element.get_or_add_rPr(), look.family, look.size)
    if spacing is not None:
        style.paragraph_format.space_after = Pt(spacing)
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    for table, grid in zip(document.tables, grids, strict=True):
        _set_table(table, grid, look)
    document.save(str(source))


def _set_table(table: Any, grid: Grid, look: Look) -> None:
    from docx.shared import Pt

    sheet = set_table(grid, look)
    table.autofit = False
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, sheet.widths, strict=True):
            if cell.grid_span == 1:
                cell.width = Pt(width)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    _set_font(run.font.element.get_or_add_rPr(), look.family, sheet.size)


def _set_font(properties: Any, family: str, size: float) -> None:
    """Set font and size of text, for Thai letters, too, which Word sets apart."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), family)
    for kind in ("sz", "szCs"):
        properties.append(
            properties.makeelement(qn(f"w:{kind}"), {qn("w:val"): str(round(2 * size))})
        )


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
