"""Rules that are missing where a page cuts a row."""

from __future__ import annotations

from parsers.model import Box
from parsers.pdf.ruled.cut import cut_rules
from parsers.pdf.text.chars import Run

COLUMNS = (50.0, 150.0, 300.0, 500.0)


def run(top: float, letters: int) -> Run:
    return Run(
        ["ก"] * letters, [60.0] * letters, [66.0] * letters, top + 10, 10, False, False, 0, top,
        top + 10, Box(60, top, 400, top + 10),
    )  # fmt: skip


def uprights(top: float, bottom: float) -> list[tuple[float, float, float]]:
    return [(x, top, bottom) for x in COLUMNS]


def test_a_row_that_runs_to_the_foot_of_a_page_is_closed_there() -> None:
    level = [(100.0, 50.0, 500.0), (130.0, 50.0, 500.0)]
    assert cut_rules(uprights(100, 700), level, [run(110, 8), run(200, 90), run(720, 2)]) == [
        (700, 50, 500)
    ]


def test_a_row_that_fills_a_page_is_closed_at_both_ends() -> None:
    assert cut_rules(uprights(60, 700), [], [run(100, 90)]) == [(700, 50, 500), (60, 50, 500)]


def test_nothing_is_closed_where_a_rule_stands_or_text_follows() -> None:
    level = [(100.0, 50.0, 500.0), (700.0, 50.0, 500.0)]
    assert cut_rules(uprights(100, 700), level, [run(200, 90)]) == []
    assert cut_rules(uprights(100, 400), level[:1], [run(200, 90), run(450, 90)]) == []
