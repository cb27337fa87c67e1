"""Cells that hold a label and its score."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code

HEADER = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\nIIT\tEIT\tOIT\n"
MEANS = {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12"}


def _table(form: str) -> str:
    cells = [form.format(n=n, v=v) for n, v in zip(NAMES, VALUES, strict=True)]
    columns = (cells[:5], [*cells[5:8], "", ""], [*cells[8:], "", "", ""])
    return HEADER + "\n".join("\t".join(row) for row in zip(*columns, strict=True))


@pytest.mark.parametrize("form", ["{n} {v}", "{v} {n}", "{n} = {v}", "{n}: {v} คะแนน"])
def test_a_cell_with_a_name_and_a_number_holds_that_score(form: str) -> None:
    means = "\n" + "\t".join(f"เฉลี่ย {value}" for value in MEANS.values())
    assert by_code(_table(form) + means) == OFFICIAL | MEANS


def test_a_mean_under_some_of_the_indicators_is_no_instruments() -> None:
    rows = _table("{n} {v}").split("\n")
    del rows[4]
    means = "\t".join(f"เฉลี่ย {value}" for value in MEANS.values())
    found = by_code("\n".join([*rows, means]))
    assert not {"IIT", "EIT"} & found.keys()
    assert "85.73" not in found.values()
