"""Reports as pages: long ones, scans, and what PDFs do to text."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pypdfium2
import pytest

from corpus.containers import CONTAINERS
from corpus.containers.fonts import FAMILIES, letters
from corpus.containers.page import draw_look
from corpus.layouts import LAYOUTS
from corpus.report import Grid, Report
from corpus.voice import Voice
from corpus.world import draw_agency

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def written(tmp_path: Path, container: str, report: Report, seed: int = 4) -> list[str]:
    """The text layer of each page."""
    one = CONTAINERS[container]
    path = tmp_path / f"{container}{one.suffix}"
    one.write(report, path, Random(seed))
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_long_reports_have_their_scores_on_a_page_or_two_of_many(tmp_path: Path) -> None:
    report = LAYOUTS["long"](Random(21))
    pages = written(tmp_path, "pdf", report)
    assert 20 <= len(pages) <= 80
    with_names = [n for n, text in enumerate(pages) if "ตัวชี้วัด" in text and "การใช้งบ" in text]
    assert 1 <= len(with_names) <= 3
    assert max(with_names) - min(with_names) <= 2


@pytest.mark.parametrize(("container", "dots"), [("scan-200", 200), ("scan-300", 300)])
def test_scans_are_one_picture_a_page_without_text(
    tmp_path: Path, container: str, dots: int
) -> None:
    assert written(tmp_path, container, LAYOUTS["cards"](Random(3))) == [""]
    document = pypdfium2.PdfDocument(tmp_path / f"{container}.pdf")
    (page,) = document
    (image,) = page.get_objects()
    assert image.type == 3
    across = image.get_metadata().width
    assert abs(across - page.get_width() * dots / 72) <= 1
    grey = image.get_bitmap().to_numpy()
    assert len(set(grey.flatten()[:20_000].tolist())) > 5
    document.close()


def test_a_font_is_only_drawn_for_what_it_can_show() -> None:
    report = Report("marks", draw_agency(Random(1)), Voice("arabic"))
    report.table([["ผ่าน", "ไม่ผ่าน"], ["√", ""]])
    families = {draw_look(report, Random(seed)).family for seed in range(60)}
    assert len(families) > 2
    assert all("√" in letters(family) for family in families)
    assert any("√" not in letters(family) for family in FAMILIES)


def test_pasted_tables_are_pictures_in_a_page_of_text(tmp_path: Path) -> None:
    report = LAYOUTS["official"](Random(3))
    text = "".join(written(tmp_path, "scan-tables", report))
    assert "ITA" in text
    cells = numbers(report)
    assert len(cells) > 8
    assert not [cell for cell in cells if cell in text.translate(ARABIC)]
    document = pypdfium2.PdfDocument(tmp_path / "scan-tables.pdf")
    pictures = [one for page in document for one in page.get_objects() if one.type == 3]
    assert len(pictures) == 1
    document.close()


def numbers(report: Report) -> list[str]:
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    cells = [cell for grid in grids for row in grid.rows[1:] for cell in row]
    return [cell.translate(ARABIC) for cell in cells if "." in cell and cell[-1].isdigit()]


@pytest.mark.parametrize(
    "container",
    ["pdf-damaged", "pdf-doubled", "pdf-backward", "pdf-two-layers", "pdf-actual-text",
     "pdf-thai-digits", "pdf-split"],
)  # fmt: skip
def test_what_pdfs_do_to_text_leaves_the_numbers(tmp_path: Path, container: str) -> None:
    report = LAYOUTS["official"](Random(9))
    text = "".join(written(tmp_path, container, report)).translate(ARABIC)
    assert numbers(report)
    for number in numbers(report):
        assert number in text


def test_a_font_that_draws_thai_digits_has_arabic_ones_in_its_text(tmp_path: Path) -> None:
    report = next(
        r for r in (LAYOUTS["official"](Random(n)) for n in range(40)) if r.voice.digits == "thai"
    )
    (text,) = written(tmp_path, "pdf-thai-digits", report)
    assert not set(text) & set("๐๑๒๓๔๕๖๗๘๙")
    assert all(score.printed.isascii() for score in report.scores)


def test_cut_tables_go_on_without_their_header(tmp_path: Path) -> None:
    for seed in range(30):
        report = LAYOUTS["many-bodies"](Random(seed))
        pages = written(tmp_path, "pdf-split", report, seed)
        if len(pages) > 1:
            assert sum("OIT" in text for text in pages) == 1
            return
    pytest.fail("no table was long enough")


def test_two_layers_say_every_name_twice(tmp_path: Path) -> None:
    report = LAYOUTS["official"](Random(9))
    one, two = (
        len("".join(written(tmp_path, name, report)).split()) for name in ("pdf", "pdf-two-layers")
    )
    assert two > 1.2 * one


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_layout_can_be_asked_for_alone(layout: str) -> None:
    assert LAYOUTS[layout](Random(1)).layout == layout
