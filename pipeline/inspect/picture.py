"""A page as a picture: lines, table grids, cells and recognised facts drawn over it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parsers.errors import UsageError
from parsers.model import Box, Line
from parsers.pdf.pdfium.page import open_page
from pipeline.inspect.listing import label
from pipeline.inspect.seen import Seen
from pipeline.run.records import write_whole

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SCALE = 2.0
"""Pixels a point."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST = 8000
"""Pixels of the longer side of the largest picture."""
Colour = tuple[int, int, int]
_LINE, _TABLE, _CELL = (70, 130, 200), (200, 90, 20), (225, 170, 120)
_SCORE, _STATEMENT, _UNSURE = (20, 140, 60), (150, 60, 170), (210, 20, 40)
_LEGEND = (
    ("line", _LINE), ("table", _TABLE), ("cell", _CELL), ("score", _SCORE),
    ("statement, measure", _STATEMENT), ("not sure", _UNSURE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Canvas:
    """A rendered page that is drawn on in points."""

    image: Any
    draw: ImageDraw
    scale: float
    """Pixels a point."""

    def frame(self, box: Box | None, colour: Colour, width: int) -> None:
        if box is not None and box.x1 > box.x0 and box.bottom > box.top:
            self.draw.rectangle(self._pixels(box), outline=colour, width=width)

    def mark(self, box: Box | None, colour: Colour, text: str) -> None:
        """A filled frame with its label at the upper right corner."""
        if box is None:
            return
        x0, top, x1, bottom = self._pixels(box)
        self.draw.rectangle((x0, top, x1, bottom), outline=colour, width=2, fill=(*colour, 40))
        room = self.draw.textbbox((0, 0), text, font_size=10)
        left = max(0.0, x1 - room[2] - 4)
        self.draw.rectangle((left, top, left + room[2] + 4, top + room[3] + 3), fill=(*colour, 225))
        self.draw.text((left + 2, top), text, fill="white", font_size=10)

    def legend(self) -> None:
        left = 8.0
        for name, colour in _LEGEND:
            width = self.draw.textbbox((0, 0), name, font_size=18)[2]
            self.draw.rectangle((left, 6, left + width + 12, 32), fill=(*colour, 235))
            self.draw.text((left + 6, 8), name, fill="white", font_size=18)
            left += width + 20

    def _pixels(self, box: Box) -> tuple[float, float, float, float]:
        scale = self.scale
        return box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale


def picture(path: Path, seen: Seen) -> bytes:
    """The page of a PDF as PNG with everything that was seen on it.

    Raises `UsageError` for formats whose pages have no picture.
    """
    if seen.document.media_type != "application/pdf":
        raise UsageError(
            "no-picture",
            f"{path} is no PDF: its pages have no picture. Leave --png out for the listing.",
            f"{path} ไม่ใช่ไฟล์ PDF จึงไม่มีภาพหน้ากระดาษ กรุณาไม่ใช้ --png เพื่อดูรายการข้อความ",
        )
    canvas = _rendered(path, seen.page.number)
    for block in seen.page.blocks:
        if isinstance(block, Line):
            canvas.frame(block.box, _LINE, 1)
            continue
        for row in block.rows:
            for cell in row:
                canvas.frame(cell.box, _CELL, 1)
        canvas.frame(block.box, _TABLE, 3)
    for claim in seen.claims:
        canvas.mark(claim.place.box, _STATEMENT, claim.kind)
    for measure in seen.measures:
        canvas.mark(measure.place.box, _STATEMENT, f"measure {measure.number}")
    for unsure in seen.uncertain:
        codes = " or ".join(code for code, _ in unsure.candidates if code)
        canvas.mark(unsure.place.box, _UNSURE, f"{codes}?")
    for score in seen.scores:
        canvas.mark(score.place.box, _SCORE, label(score))
    canvas.legend()
    out = io.BytesIO()
    canvas.image.save(out, "PNG")
    return out.getvalue()


def save(path: Path, png: bytes) -> None:
    """Write a picture; an earlier picture is replaced, any other file is not.

    Raises `UsageError` for a file that is no picture.
    """
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(_SIGNATURE)) != _SIGNATURE:
                raise UsageError(
                    "not-a-picture",
                    f"{path} exists and is no PNG picture: it is left alone. Name another file.",
                    f"{path} มีอยู่แล้วและไม่ใช่ภาพ PNG จึงไม่เขียนทับ กรุณาระบุชื่อไฟล์อื่น",
                )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, png)


def _rendered(path: Path, number: int) -> _Canvas:
    import pypdfium2
    from PIL import ImageDraw

    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[number - 1]
        scale = min(SCALE, LONGEST / max(page.get_size()))
        with open_page(pdf, number - 1) as read:
            turn = read.turn if read else 0
        image = page.render(scale=scale, rotation=turn).to_pil().convert("RGB")
    return _Canvas(image, ImageDraw.Draw(image, "RGBA"), scale)
