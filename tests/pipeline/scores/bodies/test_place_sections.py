"""Districts that head parts of a list, as rows of a table or as lines above tables."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEADER = "สรุปคะแนน ITA ของ อปท. จังหวัดราชบุรี ประจำปีงบประมาณ พ.ศ. 2565\n\n"
EXPECTED = ["อบต.วัดเพลง อำเภอวัดเพลง", "อบต.จอมประทัด อำเภอวัดเพลง", "อบต.ดอนทราย อำเภอปากท่อ"]
ROWS = ("อบต.วัดเพลง\t91.11", "อบต.จอมประทัด\t90.22", "อบต.ดอนทราย\t90.82")


def _bodies(text: str) -> list[str]:
    return [s.body for s in read(HEADER + text).scores if s.item.code == "total"]


@pytest.mark.parametrize(
    "form", ["อำเภอ{}", "อ.{}", "1. อำเภอ{} (จำนวน 2 แห่ง)", "อำเภอ{} จำนวน ๒ แห่ง", "อำเภอ{} :"]
)
def test_a_line_above_a_table_says_where_its_bodies_lie(form: str) -> None:
    one, two, three = ROWS
    head = "หน่วยงาน\tคะแนน ITA\n"
    text = f"{form.format('วัดเพลง')}\n\n{head}{one}\n{two}\n\n{form.format('ปากท่อ')}\n\n{head}{three}\n"
    assert _bodies(text) == EXPECTED


def test_a_district_above_a_table_is_none_of_bodies_that_lie_elsewhere() -> None:
    text = "อำเภอปากท่อ\n\nหน่วยงาน\tคะแนน ITA\nอบต.จอมประทัด\t90.22\nอบต.อ่างหิน\t92.74\n"
    assert _bodies(text) == ["อบต.จอมประทัด", "อบต.อ่างหิน อำเภอปากท่อ"]


@pytest.mark.parametrize("wide", [False, True])
def test_a_row_of_a_district_heads_the_bodies_below_it(wide: bool) -> None:
    more = "\t90.00\t91.00\t92.00" if wide else ""
    gap = "\t" * (4 if wide else 1)
    head = "หน่วยงาน" + ("\tIIT\tEIT\tOIT" if wide else "") + "\tคะแนน ITA\n"
    one, two, three = (row.replace("\t", more + "\t") for row in ROWS)
    text = f"{head}อำเภอวัดเพลง{gap}\n{one}\n{two}\nอำเภอปากท่อ{gap}\n{three}\n"
    assert _bodies(text) == EXPECTED


def test_the_rest_of_a_wrapped_name_heads_no_section() -> None:
    head, gap = "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนน ITA\n", "\t" * 4
    rows = "\n".join(
        f"{row.replace(chr(9), f'{chr(9)}90.00{chr(9)}91.00{chr(9)}92.00{chr(9)}')}\n{place}{gap}"
        for row, place in zip(ROWS[1:], ("อำเภอวัดเพลง", "อำเภอปากท่อ"), strict=True)
    )
    assert [body.replace(" ", "") for body in _bodies(head + rows)] == [
        name.replace(" ", "") for name in EXPECTED[1:]
    ]


def test_a_district_behind_the_number_of_its_row_is_the_place_of_the_row() -> None:
    text = "ที่ อำเภอ\tอปท.\tคะแนน ITA\n1 วัดเพลง\tอบต.จอมประทัด\t90.22\n2 ปากท่อ\tอบต.ดอนทราย\t90.82\n"
    assert _bodies(text) == EXPECTED[1:]
