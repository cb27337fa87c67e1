"""A name that is no indicator's, where the list leaves one indicator for it."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565 อบต.บ้านเหนือ\n\n"
_SLIP = "การใช้จ่ายงบประมาณ"
_ROWS = [
    (name if at != 1 else _SLIP, value)
    for at, (name, value) in enumerate(zip(NAMES, VALUES, strict=True))
]


def _table(rows: list[tuple[str, str]]) -> str:
    return _TITLE + "\n".join("\t".join(row) for row in [("ตัวชี้วัด", "คะแนน"), *rows])


@pytest.mark.parametrize("rows", [_ROWS, _ROWS[::-1], _ROWS[5:] + _ROWS[:5], _ROWS[:5]])
def test_the_name_is_that_of_the_indicator_left(rows: list[tuple[str, str]]) -> None:
    text = _table(rows)
    found = {code: value for code, value in OFFICIAL.items() if value in dict(rows).values()}
    assert by_code(text) == found
    assert not read(text).uncertain


def test_the_name_heads_the_column_between_its_neighbours() -> None:
    heads = "\t".join(["ปี", *(name for name, _ in _ROWS), "คะแนนรวม"])
    text = f"{_TITLE}{heads}\n" + "\t".join(["2565", *VALUES, "80.00"])
    assert by_code(text) == OFFICIAL | {"total": "80.00"}


@pytest.mark.parametrize(
    "rows",
    [
        [_ROWS[3], _ROWS[1], _ROWS[0], *_ROWS[4:8]],
        [*_ROWS, ("การใช้งบประมาณ", "70.01")],
        _ROWS[1:2] + _ROWS[5:8],
    ],
)
def test_it_is_left_out_where_the_list_does_not_tell(rows: list[tuple[str, str]]) -> None:
    assert VALUES[1] not in by_code(_table(rows)).values()
