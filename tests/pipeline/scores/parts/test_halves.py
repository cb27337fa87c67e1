"""Two reports printed beside each other on one sheet."""

from __future__ import annotations

from dataclasses import replace

from parsers.model import Box, Document, Line, Page, Table
from pipeline.scores.find import find_scores
from pipeline.scores.parts.sections import sections
from tests.pipeline.documents import table

NAMES = ("เทศบาลตำบลบ้านเป้า", "อบต.หนองหาร")
PLACES = ("อำเภอเกษตรสมบูรณ์ จังหวัดชัยภูมิ", "อ.สันทราย จ.เชียงใหม่")
LEFT, RIGHT = (50.0, 250.0), (450.0, 650.0)


def line(text: str, number: int, reach: tuple[float, float]) -> Line:
    return Line(text, text, number, 1, Box(reach[0], number * 15, reach[1], number * 15 + 12))


def sheet(*lines: Line) -> Document:
    """Two tables beside each other below the lines."""
    tables: list[Table] = [
        replace(
            table(["ตัวชี้วัด", "คะแนน"], ["การใช้อำนาจ", value]), box=Box(reach[0], 90, reach[1], 200)
        )
        for reach, value in ((LEFT, "81.00"), (RIGHT, "92.00"))
    ]
    return Document((Page(1, (*lines, *tables)),), "application/pdf", "hand")


def halves(*lines: Line) -> list[str]:
    """The owners of the two tables."""
    found = sections(sheet(*lines))
    return [found.get(len(lines), ""), found.get(len(lines) + 1, "")]


WHOLE = [f"{name} {place}" for name, place in zip(NAMES, PLACES, strict=True)]


def test_names_in_one_line_and_their_places_in_the_next_are_those_of_the_tables() -> None:
    assert halves(
        line("ประจำปีงบประมาณ พ.ศ. 2566 ประจำปีงบประมาณ พ.ศ. 2566", 1, (50, 650)),
        line(" ".join(NAMES), 2, (50, 650)),
        line(" ".join(PLACES), 3, (50, 650)),
    ) == WHOLE  # fmt: skip


def test_a_title_may_stand_between_the_names_and_the_tables() -> None:
    title = line("ผลการประเมิน ผลการประเมิน", 3, (50, 650))
    assert halves(line(" ".join(NAMES), 2, (50, 650)), title) == list(NAMES)


def test_lines_of_each_half_name_the_body_of_the_table_below_them() -> None:
    assert halves(
        line(NAMES[1], 1, RIGHT),
        line(PLACES[1], 2, RIGHT),
        line(NAMES[0], 3, LEFT),
        line(PLACES[0], 4, LEFT),
    ) == WHOLE  # fmt: skip


def test_a_place_for_one_of_the_bodies_is_given_to_neither() -> None:
    both = line(" ".join(NAMES), 2, (50, 650))
    assert halves(both, line(PLACES[0], 3, (50, 650))) == list(NAMES)


def test_one_name_above_two_tables_is_that_of_no_half() -> None:
    assert halves(line(NAMES[0], 2, (50, 650))) == ["", ""]


def test_a_line_with_a_year_for_each_half_tells_that_of_each_table() -> None:
    both = line("ผลการประเมิน ITA ปีงบประมาณ 2565 ผลการประเมิน ITA ปีงบประมาณ 2566", 1, (50, 650))
    found = find_scores(sheet(both, line(" ".join(NAMES), 2, (50, 650))), 2566).scores
    assert [(score.body, score.fiscal_year, str(score.value)) for score in found] == [
        (NAMES[0], 2565, "81.00"),
        (NAMES[1], 2566, "92.00"),
    ]


def test_one_year_above_both_is_that_of_both() -> None:
    above = line("ผลการประเมิน ITA ปีงบประมาณ 2565", 1, (50, 650))
    found = find_scores(sheet(above), 2566).scores
    assert {score.fiscal_year for score in found} == {2565}


def test_the_rests_of_tables_beside_each_other_have_their_years_on_the_next_page() -> None:
    both = line("ผลการประเมิน ITA ปีงบประมาณ 2565 ผลการประเมิน ITA ปีงบประมาณ 2566", 1, (50, 650))
    first = sheet(both)
    rests = [
        replace(table(["คะแนนรวม", value]), box=Box(reach[0], 40, reach[1], 60), page=2)
        for reach, value in ((LEFT, "81.50"), (RIGHT, "92.50"))
    ]
    pages = (*first.pages, Page(2, tuple(rests)))
    found = find_scores(replace(first, pages=pages), 2566).scores
    assert [(score.fiscal_year, str(score.value)) for score in found] == [
        (2565, "81.00"),
        (2566, "92.00"),
        (2565, "81.50"),
        (2566, "92.50"),
    ]
