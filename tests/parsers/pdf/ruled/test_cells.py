"""Rules to cells: the results are pdfplumber's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.pdf.pdfium.page import open_page
from parsers.pdf.pdfium.rules import read_rules
from parsers.pdf.ruled.cells import Edge, find_cells, merged
from tests.pdfs import draw, grid

Bounds = tuple[float, float, float, float]


def by_pdfplumber(upright: list[Edge], level: list[Edge]) -> list[list[Bounds]]:
    from pdfplumber import table
    from pdfplumber.utils import filter_edges

    edges = [
        {"orientation": "v", "x0": x, "x1": x, "top": a, "bottom": b, "height": b - a, "width": 0,
         "object_type": "line"}
        for x, a, b in upright
    ] + [
        {"orientation": "h", "x0": a, "x1": b, "top": y, "bottom": y, "height": 0, "width": b - a,
         "object_type": "line"}
        for y, a, b in level
    ]  # fmt: skip
    long = [*filter_edges(edges, "v", min_length=1), *filter_edges(edges, "h", min_length=1)]
    merged = table.merge_edges(long, 3, 3, 3, 3)
    for edge in merged:
        edge["height"], edge["width"] = edge["bottom"] - edge["top"], edge["x1"] - edge["x0"]
    merged = filter_edges(merged, min_length=3)
    points = table.edges_to_intersections(merged, 3, 3)
    return [list(t) for t in table.cells_to_tables(table.intersections_to_cells(points))]


def rounded(tables: list[list[Bounds]]) -> list[list[Bounds]]:
    found = [sorted(tuple(round(v, 3) for v in cell) for cell in table) for table in tables]
    return sorted(found)  # type: ignore[arg-type]


places = st.integers(0, 20).map(lambda n: n * 4.0)
edges = st.lists(
    st.tuples(places, places, places).map(lambda e: (e[0], *sorted(e[1:]))), max_size=14
)


@settings(max_examples=100, deadline=None)
@given(edges, edges)
def test_any_rules_make_the_cells_that_pdfplumber_finds(
    upright: list[Edge], level: list[Edge]
) -> None:
    expected = by_pdfplumber(upright, level) if upright and level else []
    assert rounded(find_cells(merged(upright), merged(level))) == rounded(expected)


ROWS = [["ตัวชี้วัด", "๒๕๖๓", "๒๕๖๔"], ["การใช้อำนาจ", "๘๔.๑๐", "๙๑.๗๖"], ["การเปิดเผย", "1.00", "-"]]


@pytest.mark.parametrize(
    "spans", [[], [((1, 0), (2, 0))], [((0, 0), (0, 1))], [((1, 0), (2, 0)), ((0, 1), (0, 2))]]
)
def test_the_cells_of_a_drawn_page_are_those_that_pdfplumber_finds(
    tmp_path: Path, spans: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    import pdfplumber
    import pypdfium2

    path = draw(tmp_path / "a.pdf", ["ผล", grid(ROWS, spans=spans), "และ", grid(ROWS)])
    with pypdfium2.PdfDocument(path) as pdf, open_page(pdf, 0) as page:
        assert page is not None
        rules = read_rules(page)
    found = find_cells(merged(rules.upright), merged(rules.level))
    with pdfplumber.open(path) as other:
        expected = [table.cells for table in other.pages[0].find_tables()]
    assert rounded(found) == rounded(expected)
    assert len(found) == 2


def test_rules_drawn_as_thin_shapes_or_inside_turned_forms_are_seen(tmp_path: Path) -> None:
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 400), invariant=True)
    for x in (50, 150, 250):
        canvas.rect(x, 100, 0.5, 100, stroke=0, fill=1)
    canvas.beginForm("level")
    for place in (0, 50, 100):
        canvas.line(place, 0, place, 200)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(250, 100)
    canvas.rotate(90)
    canvas.doForm("level")
    canvas.restoreState()
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf, open_page(pdf, 0) as page:
        assert page is not None
        rules = read_rules(page)
    (table,) = find_cells(merged(rules.upright), merged(rules.level))
    assert len(table) == 4


def test_white_grounds_and_what_is_clipped_away_are_no_rules(tmp_path: Path) -> None:
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 400), invariant=True)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(50, 50, 100, 100, stroke=0, fill=1)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(200, 200, 50, 50)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.line(100, 225, 300, 225)
    canvas.line(100, 300, 300, 300)
    canvas.restoreState()
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf, open_page(pdf, 0) as page:
        assert page is not None
        rules = read_rules(page)
    assert rules.upright == ()
    assert [tuple(map(round, edge)) for edge in rules.level] == [(175, 199, 251)]
