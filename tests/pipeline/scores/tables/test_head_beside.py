"""Years that head an empty column beside that of their values."""

from __future__ import annotations

from tests.pipeline.documents import table
from tests.pipeline.scores.reading import scores

TITLE = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568\n\n"
NAMES = ("การใช้อำนาจ", "การใช้งบประมาณ", "การป้องกันการทุจริต")


def _found(head: str, row: str) -> set[tuple[int | None, str]]:
    rows = "\n".join(f"{name}\t{row}" for name in NAMES)
    return {(year, value) for year, _, value in scores(f"{TITLE}ตัวชี้วัด\t{head}\n{rows}")}


def test_a_year_over_an_empty_column_is_of_the_values_beside_it() -> None:
    found = _found("2566\t2567\t\t2568", "81.11\t82.22\t83.33\t")
    assert found == {(2566, "81.11"), (2567, "82.22"), (2568, "83.33")}


def test_a_year_between_two_columns_without_one_is_of_neither() -> None:
    found = _found("2566\t\t2568\t", "81.11\t82.22\t\t83.33")
    assert (2568, "82.22") not in found
    assert (2568, "83.33") not in found


def test_a_year_without_any_values_stays_where_it_is() -> None:
    from pipeline.scores.tables.head_beside import with_heads_over_values

    plain = table(["ตัวชี้วัด", "2566", "2567"], *([name, "81.11", "-"] for name in NAMES))
    assert with_heads_over_values(plain) == plain
