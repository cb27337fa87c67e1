"""Periods of plans as dates, or nothing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import Period, parse_period


def days(text: str, fiscal_year: int | None = None) -> tuple[str, str] | None:
    period = parse_period(text, fiscal_year)
    if period is None:
        return None
    return (
        period.start.isoformat() if period.start else "",
        period.end.isoformat() if period.end else "",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ต.ค. ๖๔ – ก.ย. ๖๕", ("2021-10-01", "2022-09-30")),
        ("ม.ค.๖๕- มี.ค.๖๕", ("2022-01-01", "2022-03-31")),
        ("ภายใน ธ.ค. ๖๔", ("", "2021-12-31")),
        ("ภายในเดือนกันยายน 2566", ("", "2023-09-30")),
        ("ตลอด ปีงบประมาณ 2568", ("2024-10-01", "2025-09-30")),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", ("2021-10-01", "2022-09-30")),
        ("1 ตุลาคม 2566 ถึง 30 กันยายน 2567", ("2023-10-01", "2024-09-30")),
        ("ต.ค. - ธ.ค. 64", ("2021-10-01", "2021-12-31")),
        ("ตุลาคม – มีนาคม 2566", ("2022-10-01", "2023-03-31")),
        ("1 - 15 มกราคม 2566", ("2023-01-01", "2023-01-15")),
        ("เดือนธันวาคม 2564", ("2021-12-01", "2021-12-31")),
        ("ก.พ. 2567", ("2024-02-01", "2024-02-29")),
        ("มกราคม 2022 - มิถุนายน 2022", ("2022-01-01", "2022-06-30")),
        ("ไตรมาสที่ 2 ปี 2565", ("2022-01-01", "2022-03-31")),
        ("ไตรมาส 1-2 2566", ("2022-10-01", "2023-03-31")),
        ("ภายในไตรมาส 2/2566", ("", "2023-03-31")),
        ("ไตรมาสที่ ๑, ๒ และ ๓ ปี ๒๕๖๖", ("2022-10-01", "2023-06-30")),
        ("ไตรมาสที่ 1 และ 3 ปี 2566", ("2022-10-01", "2023-06-30")),
        ("มกรำคม - มีนำคม 2567", ("2024-01-01", "2024-03-31")),
        ("ประจำปีงบประมำณ 2567", ("2023-10-01", "2024-09-30")),
        ("ปีงบประมาณ 2566 - 2570", ("2022-10-01", "2027-09-30")),
        ("ภายในปีงบประมาณ 2566", ("2022-10-01", "2023-09-30")),
        ("ธ.ค. ๖๔ เป็นต้นไป", ("2021-12-01", "")),
        ("ตั้งแต่เดือนตุลาคม 2566 ถึงเดือนกันยายน 2567", ("2023-10-01", "2024-09-30")),
        ("ภายในวันที่ ๑๕ มีนาคม ๒๕๖๖", ("", "2023-03-15")),
        ("รอบ ๖ เดือน (ต.ค. ๖๕ – มี.ค. ๖๖)", ("2022-10-01", "2023-03-31")),
        ("ต. ค. ๖๔ - ก. ย. ๖๕", ("2021-10-01", "2022-09-30")),
        ("ช่วงเมษายน 2562 ถึง พฤษภาคม 2562", ("2019-04-01", "2019-05-31")),
        ("ตั้งแต่ต.ค. 64ถึงก.ย. 65", ("2021-10-01", "2022-09-30")),
        ("จนถึง ก.ย. 65", ("", "2022-09-30")),
        ("Oct 2021 - Sep 2022", ("2021-10-01", "2022-09-30")),
        ("ปีงบประมาณ 2023", ("2022-10-01", "2023-09-30")),
        ("Q1/2566", ("2022-10-01", "2022-12-31")),
        ("รอบ 6 เดือนแรก ปีงบประมาณ 2565", ("2021-10-01", "2022-03-31")),
        ("ตุลาคม ๒๕๖6 – กันยายน ๒๕๖7", ("2023-10-01", "2024-09-30")),
        ("1/10/2566 - 30/9/2567", ("2023-10-01", "2024-09-30")),
    ],
)
def test_a_period_is_dated(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ต.ค. - ธ.ค.", ("2021-10-01", "2021-12-31")),
        ("มกราคม - มีนาคม", ("2022-01-01", "2022-03-31")),
        ("ไตรมาส 2", ("2022-01-01", "2022-03-31")),
        ("ไตรมำส ๓", ("2022-04-01", "2022-06-30")),
        ("ปี 2565", ("2021-10-01", "2022-09-30")),
        ("ตลอดปี พ.ศ. ๒๕๖๕", ("2021-10-01", "2022-09-30")),
        ("ตลอดปี", ("2021-10-01", "2022-09-30")),
        ("รอบ ๖ เดือน", ("2021-10-01", "2022-03-31")),
        ("รอบ 6 เดือนหลัง", ("2022-04-01", "2022-09-30")),
        ("รอบ 12 เดือน", ("2021-10-01", "2022-09-30")),
        ("ครึ่งปีหลัง", ("2022-04-01", "2022-09-30")),
        ("ไตรมาสสุดท้าย", ("2022-07-01", "2022-09-30")),
    ],
)
def test_the_plans_fiscal_year_dates_what_names_no_year(
    text: str, expected: tuple[str, str]
) -> None:
    assert days(text) is None
    assert days(text, 2565) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "รอบ ๖ เดือน",
        "ทุกเดือน",
        "31 กุมภาพันธ์ 2565",
        "ธ.ค. 65 - ม.ค. 65",
        "สำนักปลัด",
        "พ.ศ. 2565",
        "๑ ม.ค. ๖๕, ๓ มี.ค. ๖๕, ๗ ก.ย. ๖๕",
        "ปี 2566",
        "ไตรมาส 3 และ 1 ปี 2566",
        "ก่อน 31 มีนาคม 2566",
        "31/2/2566",
        "1/13/2566",
        "ภายใน 30 วัน",
        "มี.ค. และ ก.ย. 2565",
        "กลางพฤษภาคม 2562 ถึง สิงหาคม 2562",
        "รอบ 6 เดือน และ 12 เดือน",
        "ทุกรอบ 6 เดือน",
        "ครึ่งปี",
    ],
)
def test_what_cannot_be_dated_stays_undated(text: str) -> None:
    assert days(text) is None


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SHORT = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
]
FULL = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]


@given(
    st.dates(date(2008, 1, 1), date(2048, 12, 31)),
    st.sampled_from([SHORT, FULL]),
    st.sampled_from(["be", "short", "ce"]),
    st.booleans(),
    st.sampled_from(["", " "]),
)
def test_a_day_is_read_however_it_is_written(
    day: date, months: list[str], era: str, thai: bool, space: str
) -> None:
    year = {"be": day.year + 543, "short": (day.year + 543) % 100, "ce": day.year}[era]
    text = f"{day.day}{space}{months[day.month - 1]}{space}{year}"
    assert days(text.translate(THAI) if thai else text) == (day.isoformat(), day.isoformat())


@given(st.integers(1, 31), st.integers(1, 12), st.integers(2551, 2590))
def test_a_day_that_no_calendar_has_is_not_dated(day: int, month: int, year: int) -> None:
    exists = day <= monthrange(year - 543, month)[1]
    assert (days(f"{day} {FULL[month - 1]} {year}") is not None) is exists


@given(st.text(), st.one_of(st.none(), st.integers(2555, 2590)))
def test_a_period_never_ends_before_it_starts(text: str, fiscal_year: int | None) -> None:
    period = parse_period(text, fiscal_year)
    if period and period.start and period.end:
        assert period.start <= period.end


@pytest.mark.parametrize(
    "text",
    [
        "วันที่ 5, 12 มกราคม 2568",
        "5 และ 12 ม.ค. 68",
        "หลังเดือนตุลาคม 2567",
        "ปลายเดือน ม.ค. 68",
        "สัปดาห์ที่ 1 ของเดือน ม.ค. 68",
        "10 วันแรกของเดือน ม.ค. 68",
        "ภายใน 15 วันนับแต่ ต.ค. 67",
        "6 เดือนแรกของปีงบประมาณ 2568",
        "ภายในเดือนแรกของปีงบประมาณ 2568",
        "ต้นปีงบประมาณ 2568",
        "ก่อนสิ้นปีงบประมาณ 2568",
        "ภาคเรียนที่ 1 ปีงบประมาณ 2568",
        "ปีงบประมาณ 2567 และ 2568",
        "ไตรมาส 2 ของปีปฏิทิน 2568",
        "ไตรมาส 1/2025",
        "ม.ค. ของปีถัดไป",
        "ม.ค. - ธ.ค.",
        "สิงหาคม - พฤศจิกายน",
    ],
)
def test_part_of_a_time_or_one_beside_it_is_not_dated_as_the_whole(text: str) -> None:
    assert parse_period(text, 2568) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ไตรมาส 4/68", "2025-07-01", "2025-09-30"),
        ("ปีงบประมาณ 2568 ไตรมาส 2", "2025-01-01", "2025-03-31"),
        ("ปีงบประมาณ 2568 รอบ 6 เดือนแรก", "2024-10-01", "2025-03-31"),
        ("ต.ค. - ธ.ค. (ปีงบประมาณ 2568)", "2024-10-01", "2024-12-31"),
    ],
)
def test_fiscal_year_in_the_words_comes_before_that_of_the_plan(
    text: str, start: str, end: str
) -> None:
    assert parse_period(text, 2567) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("text", ["สิ้นปีงบประมาณ 2568", "ภายในสิ้นเดือน ก.ย. 68", "สิ้นเดือน ก.ย. 68"])
def test_end_of_a_time_is_a_deadline(text: str) -> None:
    assert parse_period(text) == Period(None, date(2025, 9, 30))
