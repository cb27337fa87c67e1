"""PDFs of images: whole pages skewed, blurred, speckled and squeezed as scans are, or the tables
of a page alone."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from corpus.containers.fpdf_pdf import fpdf_pdf
from corpus.containers.typst_pdf import typst_pdf
from corpus.report import Grid, Report

_PASTED = 150
"""Dots an inch of pasted tables."""
SHAPING = (fpdf_pdf, typst_pdf)
"""Producers that set a tone mark above a vowel; where both overlap, no scan could be read."""


def scan_200(report: Report, path: Path, chance: Random) -> None:
    """A scan at 200 dots an inch."""
    _scan(report, path, chance, 200)


def scan_300(report: Report, path: Path, chance: Random) -> None:
    """A scan at 300 dots an inch."""
    _scan(report, path, chance, 300)


def tables(report: Report, path: Path, chance: Random) -> None:
    """Text as text, every table a picture that was pasted in."""
    with tempfile.TemporaryDirectory() as folder:

        def pictures(grid: Grid) -> Iterator[tuple[Any, float]]:
            from PIL import ImageOps

            clean = Path(folder) / "clean.pdf"
            chance.choice(SHAPING)(replace(report, blocks=[grid]), clean, chance)
            for image in _pages(clean, _PASTED):
                yield image.crop(ImageOps.invert(image).getbbox()), 72 / _PASTED

        fpdf_pdf(report, path, chance, pictures)


def _scan(report: Report, path: Path, chance: Random, dpi: int) -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.pdf"
        chance.choice(SHAPING)(report, clean, chance)
        canvas = Canvas(str(path), invariant=True)
        for image in _pages(clean, dpi):
            jpeg = _worn(image, chance, dpi)
            size = (image.width * 72 / dpi, image.height * 72 / dpi)
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(io.BytesIO(jpeg)), 0, 0, *size)
            canvas.showPage()
        canvas.save()


def _pages(path: Path, dpi: int) -> Iterator[Any]:
    """The pages of a PDF as grey images."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        document.close()


def _worn(image: Any, chance: Random, dpi: int) -> bytes:
    """The page as a scanner gives it, as JPEG."""
    import numpy as np
    from PIL import Image, ImageFilter

    grey = chance.choice((255, 255, 244, 228))
    image = image.rotate(chance.uniform(-1.2, 1.2), Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.9) * dpi / 300))
    noise = np.random.default_rng(chance.getrandbits(32))
    pixels = np.asarray(image, dtype=np.float32) * (grey / 255)
    pixels += noise.normal(0, chance.uniform(2, 9), pixels.shape)
    specks = noise.random(pixels.shape) < chance.choice((0, 0.0002, 0.0008))
    pixels[specks] = 20
    worn = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    out = io.BytesIO()
    worn.save(out, "JPEG", quality=chance.choice((55, 70, 85)), dpi=(dpi, dpi))
    return out.getvalue()
