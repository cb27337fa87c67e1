"""Lists of totals that name no assessment."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEAD = "อำเภอ\tประเภท\tชื่อ\tปีงบประมาณ\t{}\tระดับ\n"


def _totals(rows: list[tuple[str, str]], head: str = "คะแนนรวม", year: int = 2564) -> list[str]:
    names = ("นาน้อย", "บัวใหญ่", "สันทะ")
    text = HEAD.format(head) + "\n".join(
        f"นาน้อย\tอบต.\t{name}\t{year}\t{score}\t{rating}"
        for name, (score, rating) in zip(names, rows, strict=False)
    )
    return [f"{s.body.split()[0]} {s.value} {s.rating}" for s in read(text).scores]


@pytest.mark.parametrize(
    ("rows", "year"),
    [
        ([("88.01", "A"), ("82.72", "B")], 2564),
        ([("96.01", "AA"), ("92.72", "A")], 2562),
        ([("88.01", "ผ่านดี"), ("92.72", "ผ่าน")], 2566),
    ],
)
def test_totals_rated_by_the_scale_of_the_assessment_are_its_totals(
    rows: list[tuple[str, str]], year: int
) -> None:
    expected = [
        f"อบต.{name} {score} {rating}"
        for name, (score, rating) in zip(("นาน้อย", "บัวใหญ่"), rows, strict=False)
    ]
    assert _totals(rows, year=year) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("88.01", "A"), ("92.72", "A")],  # any scale would
        [("88.01", "A"), ("82.72", "A")],  # another scale
        [("96.01", "AA"), ("82.72", "")],
        [("96.01", "AA")],
        [("88.01", "ผ่าน"), ("62.72", "ไม่ผ่าน")],
    ],
)
def test_other_totals_are_not(rows: list[tuple[str, str]]) -> None:
    assert _totals(rows) == []


def test_totals_of_another_assessment_are_not() -> None:
    assert _totals([("96.01", "AA"), ("82.72", "B")], head="คะแนนรวม LPA") == []


def test_totals_of_years_rated_by_that_scale_are_the_bodys_own() -> None:
    table = "ปีงบประมาณ\tคะแนนที่ได้\tระดับ\n2563\t71.06\tC\n2564\t94.52\t{}"
    found = read("ผลย้อนหลังสองปี\n\n" + table.format("A")).scores
    assert [(s.fiscal_year, str(s.value)) for s in found] == [(2563, "71.06"), (2564, "94.52")]
    assert not read("ผลย้อนหลังสองปี\n\n" + table.format("AA")).scores


def test_a_table_right_below_a_long_title_is_of_the_assessment_that_it_names() -> None:
    title = "รายงานผลการประเมิน ITA\nประจำปี 2565\nอบต.นาน้อย\nอำเภอนาน้อย\nจังหวัดน่าน\nย้อนหลังสองปี"
    found = read(f"{title}\n\nปีงบประมาณ\tวันที่ประกาศ\tคะแนน\n2564\t11 ส.ค. 2564\t71.06").scores
    assert [(s.fiscal_year, str(s.value)) for s in found] == [(2564, "71.06")]
