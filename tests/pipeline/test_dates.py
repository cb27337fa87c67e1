"""Periods of plans as dates, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import parse_period


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
        ("ตลอดปี", ("2021-10-01", "2022-09-30")),
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
    ],
)
def test_what_cannot_be_dated_stays_undated(text: str) -> None:
    assert days(text) is None


@given(st.text(), st.one_of(st.none(), st.integers(2555, 2590)))
def test_a_period_never_ends_before_it_starts(text: str, fiscal_year: int | None) -> None:
    period = parse_period(text, fiscal_year)
    if period and period.start and period.end:
        assert period.start <= period.end
