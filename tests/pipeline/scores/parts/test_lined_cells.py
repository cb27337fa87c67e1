"""Lists that one row holds: labels in one cell, numbers in the next."""

from __future__ import annotations

import pytest

from parsers.model import Document, Line, Page
from pipeline.scores.find import find_scores
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import NAMES, VALUES

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565"


def found(*rows: list[str]) -> list[tuple[str, str]]:
    page = Page(1, (Line(TITLE, TITLE, 1, 1), table(*rows)))
    scores = find_scores(Document((page,), "application/pdf", "hand"), 2565).scores
    return [(score.item.code, str(score.value)) for score in scores]


ALL = [(str(n), value) for n, value in enumerate(VALUES, 1)]
SCORES = "\n".join(VALUES)


@pytest.mark.parametrize(
    "labels",
    [
        [f"{n}. {name}" for n, name in enumerate(NAMES, 1)],
        list(NAMES),
        [f"{n}. {name[:6]}\n{name[6:]}" for n, name in enumerate(NAMES, 1)],
    ],
)
def test_each_number_belongs_to_the_label_of_its_line(labels: list[str]) -> None:
    head = ["ตัวชี้วัด", "คะแนน"]
    assert found(head, ["\n".join(labels), SCORES]) == ALL


def test_numbers_of_the_lines_stand_in_a_cell_of_their_own() -> None:
    numbers = "\n".join(str(n) for n in range(1, 11))
    head = ["ที่", "ตัวชี้วัด", "คะแนน"]
    assert found(head, [numbers, "\n".join(NAMES), SCORES]) == ALL


def test_lists_by_instrument_are_rows_below_each_other() -> None:
    rows = [
        [name, "\n".join(NAMES[start:stop]), "\n".join(VALUES[start:stop])]
        for name, start, stop in (("IIT", 0, 5), ("EIT", 5, 10))
    ]
    assert found(["แบบวัด", "ตัวชี้วัด", "คะแนน"], *rows) == ALL


@pytest.mark.parametrize(
    ("labels", "scores"),
    [
        (list(NAMES), VALUES[:9]),
        ([*NAMES[:9], "และการป้องกัน", "การทุจริต"], VALUES),
        ([NAMES[0]] * 10, VALUES),
    ],
)
def test_lines_that_do_not_match_are_read_as_no_list(
    labels: list[str], scores: tuple[str, ...]
) -> None:
    assert not found(["ตัวชี้วัด", "คะแนน"], ["\n".join(labels), "\n".join(scores)])
