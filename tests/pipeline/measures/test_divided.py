"""Columns that divide one thing: ticked times, and rounds of reports."""

from __future__ import annotations

from pipeline.facts import Measure
from pipeline.measures import find_measures
from tests.pipeline.documents import document

PLAN = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\n\n"


def read(text: str) -> tuple[Measure, ...]:
    return find_measures(document(PLAN + text))


def dates(text: str) -> list[tuple[str, str]]:
    return [(measure.start_date, measure.end_date) for measure in read(text)]


def test_bare_numbers_below_quarters_are_quarters() -> None:
    assert dates(
        "ที่\tมาตรการ\tวิธีการ\tระยะเวลา (ไตรมาส)\t\t\t\tผู้รับผิดชอบ\n\t\t\t1\t๒\t3\t4\t\n"
        "1\tทำคู่มือ\tประชุม\t\t/\t/\t\tสำนักปลัด\n2\tทำเพจ\tตั้งทีม\t✓\t-\t-\t-\tกองคลัง"
    ) == [("2024-01-01", "2024-06-30"), ("2023-10-01", "2023-12-31")]


def test_quarters_may_each_have_a_header_of_their_own() -> None:
    assert dates(
        "ที่\tมาตรการ\tวิธีการ\tไตรมาส 1\tไตรมาส 2\tผู้รับผิดชอบ\n"
        "1\tทำคู่มือ\tประชุม\t-\t/\tสำนักปลัด\n2\tทำเพจ\tตั้งทีม\t/\t\tกองคลัง"
    ) == [("2024-01-01", "2024-03-31"), ("2023-10-01", "2023-12-31")]


def test_months_that_are_ticked_are_the_period_of_a_measure() -> None:
    assert dates("ที่\tมาตรการ\tผู้รับผิดชอบ\tต.ค.\tพ.ย.\tธ.ค.\tม.ค.\n1\tทำคู่มือ\tสำนักปลัด\t\t/\t/\t") == [
        ("2023-11-01", "2023-12-31")
    ]


def test_each_round_of_a_report_tells_its_results() -> None:
    below = (
        "ที่\tมาตรการ\tผู้รับผิดชอบ\tผลการดำเนินงาน\t\n\t\t\tรอบ 6 เดือน\tรอบ 12 เดือน\n"
        "1\tทำคู่มือ\tสำนักปลัด\tร่างคู่มือแล้ว\tแจกจ่าย 200 เล่ม"
    )
    beside = (
        "ที่\tมาตรการ\tผู้รับผิดชอบ\tผลการดำเนินงานรอบ 6 เดือน\tผลการดำเนินงานรอบ 12 เดือน\n"
        "1\tทำคู่มือ\tสำนักปลัด\tร่างคู่มือแล้ว\tแจกจ่าย 200 เล่ม"
    )
    for text in (below, beside):
        (measure,) = read(text)
        assert measure.result == ("ร่างคู่มือแล้ว", "แจกจ่าย 200 เล่ม")
        assert measure.period == ""
