"""One open page: its size, its text, and where its places are as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf.pdfium.page import open_page
from parsers.pdf.pdfium.rules import apply
from tests.pdfs import draw


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_the_frame_of_a_page_places_as_the_page_does(tmp_path: Path, angle: int) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(draw(tmp_path / "a.pdf", ["สั้น"])) as pdf:
        pdf[0].set_cropbox(20, 30, 400, 700)
        pdf[0].set_rotation(angle)
        pdf.save(tmp_path / "b.pdf")
    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf, open_page(pdf, 0) as page:
        assert page is not None
        assert page.rotation == angle
        for x, y in ((20.0, 30.0), (400.0, 700.0), (33.5, 61.25)):
            assert apply(page.frame(), x, y) == page.shown(x, y)
        corners = [page.shown(x, y) for x in (20.0, 400.0) for y in (30.0, 700.0)]
        assert min(corners) == (0.0, 0.0)
        assert max(corners) == (page.width, page.height)


def test_a_page_longer_than_any_before_gives_its_whole_text(tmp_path: Path) -> None:
    import pypdfium2

    lines = [f"บรรทัดที่ {number}" for number in range(1, 40)]
    with pypdfium2.PdfDocument(draw(tmp_path / "a.pdf", ["สั้น"], lines, ["สั้น"])) as pdf:
        texts = []
        for number in range(3):
            with open_page(pdf, number) as page:
                assert page is not None
                texts.append(page.text.split("\r\n"))
    assert texts == [["สั้น"], lines, ["สั้น"]]
