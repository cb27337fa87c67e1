"""Cards: a rectangle binds a number to the words in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.model import Line, Table
from parsers.pdf import parse
from tests.pdfs import FONT, register_fonts

NAMES = ("งานทะเบียน", "งานจัดเก็บ\nรายได้", "งานช่าง", "งานป้องกัน", "งานศึกษา", "งานคลัง")
SCORES = ("84.10", "71.66", "92.36", "58.91", "77.18", "100.00")


def cards(
    path: Path, pages: Sequence[Sequence[tuple[str, ...]]], *, radius: float = 0, gap: float = 12,
    ground: bool = False, banner: str = "",
) -> Path:  # fmt: skip
    """Pages of cards, three in a row, each of lines from top to bottom; numbers are large. A box with
    the text of a ``banner`` stands right on the first row."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for page in pages:
        if banner:
            canvas.roundRect(60, 701, 3 * 140 + 2 * gap, 60, radius)
            canvas.setFont(FONT, 14)
            canvas.drawCentredString(270 + gap, 725, banner)
        for at, card in enumerate(page):
            left, top = 60 + at % 3 * (140 + gap), 700 - at // 3 * (90 + gap)
            canvas.setFillGray(0.9 if ground else 1)
            draw = {"stroke": 0 if ground else 1, "fill": 1 if ground else 0}
            if radius:
                canvas.roundRect(left, top - 90, 140, 90, radius, **draw)
            else:
                canvas.rect(left, top - 90, 140, 90, **draw)
            canvas.setFillGray(0)
            base = top - 30.0
            for line in card:
                canvas.setFont(FONT, 20 if line[0].isdigit() else 11)
                canvas.drawCentredString(left + 70, base, line)
                base -= 18
        canvas.showPage()
    canvas.save()
    return path


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


PAIRS = [[name, score] for name, score in zip(NAMES, SCORES, strict=True)]


@pytest.mark.parametrize("style", [{}, {"radius": 6.0}, {"ground": True}])
@pytest.mark.parametrize("over", [True, False])
def test_each_number_belongs_to_the_words_in_its_card(
    tmp_path: Path, style: dict[str, float], *, over: bool
) -> None:
    own = [
        (score, *name.split("\n")) if over else (*name.split("\n"), score) for name, score in PAIRS
    ]
    (table,) = parse(cards(tmp_path / "a.pdf", [own], **style)).tables  # type: ignore[arg-type]
    assert texts(table) == PAIRS


def test_words_above_a_number_name_it_and_those_below_say_more(tmp_path: Path) -> None:
    own = [(name.replace("\n", ""), score, "ระดับดี") for name, score in PAIRS]
    (table,) = parse(cards(tmp_path / "a.pdf", [own])).tables
    assert texts(table) == [list(card) for card in own]


def test_a_card_that_a_page_break_leaves_alone_is_one_still(tmp_path: Path) -> None:
    own = [(score, name) for name, score in PAIRS if "\n" not in name]
    first, second = parse(cards(tmp_path / "a.pdf", [own[:3], own[3:4]])).tables
    assert texts(first) + texts(second) == [[name, score] for score, name in own[:4]]


def test_a_card_with_two_numbers_says_not_which_is_meant(tmp_path: Path) -> None:
    own = [(score, "85.00", name) for name, score in PAIRS if "\n" not in name]
    blocks = parse(cards(tmp_path / "a.pdf", [own])).pages[0].blocks
    named = [
        row[0].text
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        if any(cell.text in SCORES for cell in row)
    ]
    assert not set(named) & set(NAMES)
    assert any(isinstance(block, (Line, Table)) for block in blocks)


def test_rectangles_that_touch_are_the_cells_of_a_table(tmp_path: Path) -> None:
    own = [(name.replace("\n", ""), score) for name, score in PAIRS]
    (table,) = parse(cards(tmp_path / "a.pdf", [own], gap=0)).tables
    assert len(table.rows[0]) == 3


def test_cards_that_a_larger_box_touches_are_cards_like_the_others(tmp_path: Path) -> None:
    own = [(*name.split("\n"), score) for name, score in PAIRS]
    page = parse(cards(tmp_path / "a.pdf", [own], radius=6, banner="ผลรวมทั้งหมด")).pages[0]
    (table,) = page.tables
    assert texts(table) == PAIRS
    assert [line.text for line in page.lines] == ["ผลรวมทั้งหมด"]
