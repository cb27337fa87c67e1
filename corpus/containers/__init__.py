"""Reports as files: text as OCR tools write it, web pages, Office files, PDFs, scans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from corpus.containers import office, plain, reportlab_pdf, scan, web
from corpus.containers.fpdf_pdf import fpdf_pdf
from corpus.containers.office_pdf import libreoffice, libreoffice_pdf
from corpus.containers.typst_pdf import typst_pdf
from corpus.report import Report

Writer = Callable[[Report, Path, Random], None]


@dataclass(frozen=True, slots=True)
class Container:
    """One kind of file."""

    name: str
    suffix: str
    write: Writer
    share: int = 10
    """How often it is drawn; 0: only when asked for, as it needs a program of the machine."""
    needs: Callable[[], str | None] | None = None
    """The program it needs, None where that is missing."""

    @property
    def available(self) -> bool:
        return self.needs is None or bool(self.needs())


CONTAINERS = {
    container.name: container
    for container in (
        Container("text", ".txt", plain.text),
        Container("markdown", ".md", plain.markdown),
        Container("fragments", ".txt", plain.fragments),
        Container("damaged", ".txt", plain.damaged),
        Container("html", ".html", web.html),
        Container("docx", ".docx", office.docx),
        Container("xlsx", ".xlsx", office.xlsx),
        Container("pdf", ".pdf", reportlab_pdf.ruled),
        Container("pdf-half-ruled", ".pdf", reportlab_pdf.half_ruled),
        Container("pdf-unruled", ".pdf", reportlab_pdf.unruled),
        Container("pdf-rotated", ".pdf", reportlab_pdf.rotated, 5),
        Container("pdf-damaged", ".pdf", reportlab_pdf.damaged, 4),
        Container("pdf-doubled", ".pdf", reportlab_pdf.quirky("doubled"), 3),
        Container("pdf-backward", ".pdf", reportlab_pdf.quirky("backward"), 3),
        Container("pdf-two-layers", ".pdf", reportlab_pdf.quirky("two-layers"), 3),
        Container("pdf-actual-text", ".pdf", reportlab_pdf.quirky("actual-text"), 3),
        Container("pdf-thai-digits", ".pdf", reportlab_pdf.thai_digits, 3),
        Container("pdf-split", ".pdf", reportlab_pdf.split_rows, 4),
        Container("pdf-typst", ".pdf", typst_pdf),
        Container("pdf-fpdf", ".pdf", fpdf_pdf),
        Container("pdf-chromium", ".pdf", web.chromium_pdf, 0, web.chromium),
        Container("pdf-libreoffice", ".pdf", libreoffice_pdf, 0, libreoffice),
        Container("scan-200", ".pdf", scan.scan_200, 2),
        Container("scan-300", ".pdf", scan.scan_300, 2),
        Container("scan-tables", ".pdf", scan.tables, 2),
    )
}
"""Every container by the name that ``--container`` takes."""
