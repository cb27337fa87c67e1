"""The body of a title that stands in the first row of a table."""

from __future__ import annotations

import pytest

from pipeline.read import read
from tests.pipeline.documents import document
from tests.pipeline.scores.reading import NAMES

_ROWS = "\n".join(f"{name}\t8{n}.11\t8{n}.22\t8{n}.33\t+0.11" for n, name in enumerate(NAMES[:5]))


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("body", ["มหาวิทยาลัยบูรพา", "เทศบาลตำบลหนองแวง"])
def test_the_body_alone_over_one_column_is_that_of_all_years(at: int, body: str) -> None:
    title = ["", "", "", "", ""]
    title[at] = body
    heads = "\t".join(title) + "\nตัวชี้วัด\t\tคะแนนประจำปีงบประมาณ พ.ศ.\t\tผลต่าง\n\t2566\t2567\t2568\t"
    facts = read(document(f"เปรียบเทียบผลการประเมิน ITA\n\n{heads}\n{_ROWS}"))
    assert facts.reporter.printed == body
    assert {(score.body, score.fiscal_year) for score in facts.scores} == {
        ("", year) for year in (2566, 2567, 2568)
    }
    assert len(facts.scores) == 15


def test_bodies_over_columns_of_one_year_stay_theirs() -> None:
    heads = "\tทต.หนองแวง\tทต.บ้านสวน\nตัวชี้วัด\t2566\t2566"
    rows = "\n".join(f"{name}\t8{n}.11\t8{n}.22" for n, name in enumerate(NAMES[:5]))
    found = read(document(f"ผลการประเมิน ITA ปี 2566\n\n{heads}\n{rows}")).scores
    assert {score.body for score in found} == {"ทต.หนองแวง", "ทต.บ้านสวน"}


def test_the_lines_of_a_title_above_rows_of_years() -> None:
    title = (
        "\tเปรียบเทียบผลการประเมิน ITA\t\t\n\t\tปีงบประมาณ พ.ศ. 2566 - 2567\t\n\t\tเทศบาลตำบลหนองแวง\t"
    )
    rows = "ปี\tIIT\tEIT\tOIT\n2566\t81.10\t81.20\t81.30\n2567\t82.10\t82.20\t82.30"
    facts = read(document(f"{title}\n{rows}"))
    assert facts.reporter.printed == "เทศบาลตำบลหนองแวง"
    assert [(score.body, score.fiscal_year) for score in facts.scores] == [
        ("", year) for year in (2566, 2567) for _ in range(3)
    ]
