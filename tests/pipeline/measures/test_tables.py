"""Which tables hold measures, and how their rows become measures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Page
from pipeline.measures import find_measures
from tests.pipeline.documents import document, table
from tests.pipeline.measures.plans import read, titles


def test_columns_are_told_by_what_their_headers_mean() -> None:
    (measure,) = read(
        "ที่\tโครงการ/กิจกรรม\tวิธีการปฏิบัติ\tหน่วยงานที่รับผิดชอบ\tห้วงเวลา\t"
        "การกำกับติดตาม\tผลการปฏิบัติงาน\tผลลัพธ์\tปัญหา/อุปสรรค\n"
        "๑\tตั้งจุดรับเรื่อง\t1. วางแผน 2. ติดตั้ง\tกองช่าง\tธ.ค. ๖๕\tรายงานทุกเดือน\t"
        "ติดตั้งแล้ว\tผู้ร้องสะดวก\tงบน้อย"
    )
    assert measure.number == "1"
    assert measure.title == "ตั้งจุดรับเรื่อง"
    assert measure.steps == ("วางแผน", "ติดตั้ง")
    assert measure.responsible == "กองช่าง"
    assert (measure.start_date, measure.end_date) == ("2022-12-01", "2022-12-31")
    assert measure.follow_up == ("รายงานทุกเดือน",)
    assert measure.result == ("ติดตั้งแล้ว",)
    assert measure.outcome == ("ผู้ร้องสะดวก",)
    assert measure.remark == "งบน้อย"
    assert measure.fiscal_year == 2566


def test_a_row_without_any_title_above_it_is_no_measure() -> None:
    assert titles("มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n\tประชุม\tกองคลัง") == []


def test_an_indicator_on_a_line_between_the_tables_heads_the_measures_below_it() -> None:
    first, second = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1) ทำคู่มือ\tประชุม\tกองคลัง\n\n"
        "๒. ด้านการใช้อำนาจ\n\n1) มอบหมายงานเป็นธรรม\tประชุม\tสำนักปลัด"
    )
    assert (first.section, first.indicator) == ("", "")
    assert (second.section, second.indicator) == ("ด้านการใช้อำนาจ", "3")


def test_indicators_listed_before_the_measures_head_none_of_them() -> None:
    (measure,) = read(
        "๙. การเปิดเผยข้อมูล\n๑๐. การป้องกันการทุจริต\n\nมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. ทำคู่มือ\tประชุม\tกองคลัง"
    )
    assert (measure.section, measure.indicator) == ("", "")


def test_a_list_that_begins_anew_is_another_measures() -> None:
    header = "มาตรการ\tวิธีการ\tผู้รับผิดชอบ"
    found = titles(
        f"{header}\nเผยแพร่แผน\t1. ประกาศ 2. ปิดป้าย\tกองคลัง\n\n{header}\nทบทวนคู่มือ\t1. รายงาน\tกองช่าง"
    )
    assert found == [("1", "เผยแพร่แผน"), ("2", "ทบทวนคู่มือ")]


def test_a_numbered_title_in_a_row_of_its_own_is_the_measure() -> None:
    first, second = read(
        "มาตรการ/กิจกรรม\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\n"
        "1. บริการที่เท่าเทียม\t\t\t\n"
        "ลดการใช้ดุลพินิจ\t1. ทบทวนคู่มือ\tตลอดปีงบประมาณ 2566\tทุกส่วน ทุกกอง\n"
        "2. ระบบร้องเรียน\t\t\t\n"
        "1. เปิดช่องทาง 2. คุ้มครองผู้แจ้ง\tตั้งคณะทำงาน\tตลอดปีงบประมาณ 2566\tสำนักปลัด"
    )
    assert (first.title, first.activities, first.steps) == (
        "บริการที่เท่าเทียม", ("ลดการใช้ดุลพินิจ",), ("ทบทวนคู่มือ",),
    )  # fmt: skip
    assert (first.responsible, first.start_date) == ("ทุกส่วน ทุกกอง", "2022-10-01")
    assert (second.number, second.activities) == ("2", ("เปิดช่องทาง", "คุ้มครองผู้แจ้ง"))


def test_numbers_below_a_section_make_their_own_measures() -> None:
    found = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
        "1. ด้านการใช้งบประมาณ\t\t\n"
        "1.1 เปิดเผยแผนใช้จ่าย\tลงเว็บไซต์\tกองคลัง\n"
        "๑.๒ ชี้แจงการเบิกจ่าย\tประชุม\tกองคลัง"
    )
    assert [(m.number, m.title) for m in found] == [
        ("1.1", "เปิดเผยแผนใช้จ่าย"),
        ("1.2", "ชี้แจงการเบิกจ่าย"),
    ]
    assert {(m.section, m.indicator) for m in found} == {("ด้านการใช้งบประมาณ", "2")}


def test_a_column_of_indicators_is_the_section_of_its_measures() -> None:
    first, second = read(
        "ตัวชี้วัด\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n"
        "ประสิทธิภาพการสื่อสาร\tทำเพจข่าว\tสำนักปลัด\tไตรมาส 2\n"
        "\tตั้งตู้รับความเห็น\tกองช่าง\tไตรมาส 3"
    )
    assert (first.title, first.indicator, first.end_date) == ("ทำเพจข่าว", "7", "2023-03-31")
    assert (second.section, second.indicator) == (first.section, "7")


def test_ticked_quarters_are_the_period() -> None:
    (measure,) = read(
        "มาตรการ\tกิจกรรม\tผู้รับผิดชอบ\tระยะเวลา\t\t\t\n"
        "\t\t\tต.ค.-ธ.ค.\tม.ค.-มี.ค.\tเม.ย.-มิ.ย.\tก.ค.-ก.ย.\n"
        "1. ทำคู่มือ\tประชุม\tสำนักปลัด\t\t✓\t✓\t"
    )
    assert (measure.start_date, measure.end_date) == ("2023-01-01", "2023-06-30")


@pytest.mark.parametrize(
    ("cell", "unit", "period"),
    [
        ("กองคลัง / ต.ค. 65 - ม.ค. 66", "กองคลัง", "ต.ค. 65 - ม.ค. 66"),
        ("กองคลัง (ภายใน ธ.ค. 65)", "กองคลัง", "ภายใน ธ.ค. 65"),
        ("ตลอดปีงบประมาณ 2566|สำนักปลัด", "สำนักปลัด", "ตลอดปีงบประมาณ 2566"),
        ("หน่วยตรวจสอบภายใน ไตรมาส 2", "หน่วยตรวจสอบภายใน", "ไตรมาส 2"),
        ("ทุกกอง", "ทุกกอง", ""),
    ],
)
def test_a_column_of_unit_and_period_is_parted(cell: str, unit: str, period: str) -> None:
    (measure,) = read(f"มาตรการ\tวิธีการ\tผู้รับผิดชอบ/ระยะเวลา\nทำคู่มือ\tประชุม\t{cell}")
    assert (measure.responsible, measure.period) == (unit, period)


def test_a_text_across_the_table_heads_a_section_wherever_its_cell_stands() -> None:
    first, second = read(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
        "ด้านการใช้อำนาจ\t\t\t\n1\tมอบหมายงานเป็นธรรม\tประชุม\tสำนักปลัด\n"
        "การใช้งบประมาณ\t\t\t\n2\tเปิดเผยแผนจัดซื้อ\tลงเว็บไซต์\tกองคลัง"
    )
    assert (first.section, first.indicator) == ("ด้านการใช้อำนาจ", "3")
    assert (second.number, second.section, second.indicator) == ("2", "การใช้งบประมาณ", "2")


def test_a_numbered_indicator_across_the_table_heads_its_measures() -> None:
    found = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
        "๑. ด้านการใช้งบประมาณ\t\t\n1) เปิดเผยแผนใช้จ่าย\tลงเว็บไซต์\tกองคลัง\n2) ชี้แจงการเบิกจ่าย\tประชุม\tกองคลัง\n"
        "๒. ด้านการใช้อำนาจ\t\t\n1) มอบหมายงานเป็นธรรม\tประชุม\tสำนักปลัด"
    )
    assert [(m.section, m.number, m.title) for m in found] == [
        ("ด้านการใช้งบประมาณ", "1", "เปิดเผยแผนใช้จ่าย"),
        ("ด้านการใช้งบประมาณ", "2", "ชี้แจงการเบิกจ่าย"),
        ("ด้านการใช้อำนาจ", "1", "มอบหมายงานเป็นธรรม"),
    ]


def test_approaches_beside_units_and_times_are_measures() -> None:
    (measure,) = read(
        "ตัวชี้วัด\tประเด็นที่ต้องปรับปรุง\tแนวทางการแก้ไข\tผู้รับผิดชอบ\tระยะเวลา\n"
        "๒. การใช้งบประมาณ\tขาดการเผยแพร่\tจัดทำสื่อเผยแพร่\tกองคลัง\tไตรมาส 2"
    )
    assert (measure.title, measure.section) == ("จัดทำสื่อเผยแพร่", "การใช้งบประมาณ")
    assert measure.indicator == "2"


def test_a_row_that_numbers_the_columns_is_no_measure_and_one_continued_is_one() -> None:
    (measure,) = read(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n(1)\t(2)\t(3)\t(4)\n1\tทำคู่มือ\tประชุม\tกองคลัง\n"
        "1 (ต่อ)\tทำคู่มือ (ต่อ)\tแจกจ่าย\tกองคลัง"
    )
    assert (measure.number, measure.steps) == ("1", ("ประชุม", "แจกจ่าย"))


def test_a_list_of_measures_in_one_cell_keeps_its_numbers() -> None:
    (measure,) = read("มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. ทำคู่มือ 2. ทำสื่อ\tประชุม\tกองคลัง")
    assert (measure.number, measure.title) == ("1", "1. ทำคู่มือ 2. ทำสื่อ")


def test_bare_years_are_dated_only_where_their_column_says_fiscal_years() -> None:
    plan = "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\t{}\nทำคู่มือ\tประชุม\tกองคลัง\t2566"
    (fiscal,) = read(plan.format("ปีงบประมาณ"))
    assert (fiscal.period, fiscal.start_date, fiscal.end_date) == (
        "2566",
        "2022-10-01",
        "2023-09-30",
    )
    (bare,) = read(plan.format("ระยะเวลา"))
    assert (bare.period, bare.start_date) == ("2566", "")


def test_a_merged_cell_of_units_holds_for_every_row_that_it_covers() -> None:
    grid = table(
        ("มาตรการ", "วิธีการ", "ผู้รับผิดชอบ"),
        ("1. ทำคู่มือ", "ประชุม", "กองคลัง"),
        ("2. ทำสื่อ", "ออกแบบ", ""),
        ("3. อบรม", "เชิญวิทยากร", ""),
    )
    rows = [list(row) for row in grid.rows]
    rows[1][2] = replace(rows[1][2], row_span=2)
    merged = replace(grid, rows=tuple(map(tuple, rows)))
    found = find_measures(Document((Page(1, (merged,)),), "text/html", "hand"))
    assert [one.responsible for one in found] == ["กองคลัง", "กองคลัง", ""]


def test_rows_are_kept_as_printed_beside_what_was_read() -> None:
    (measure,) = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n๑. ทำคู่มือ\t๑. ประชุม\tนายวีระ มั่นคง ผู้อำนวยการกองคลัง\n\t๒. แจกจ่าย\t"
    )
    assert measure.printed == "๑. ทำคู่มือ | ๑. ประชุม | ผู้อำนวยการกองคลัง\n๒. แจกจ่าย"
    assert measure.units == ("กองคลัง",)


@pytest.mark.parametrize(
    "other",
    [
        "ลำดับ\tตัวชี้วัด\tคะแนน\n1\tการใช้อำนาจ\t88.10\n2\tการใช้งบประมาณ\t80.00",
        "ลำดับที่\tตัวชี้วัด\tประเด็นการประเมิน\tประเด็นที่ควรพัฒนา\n1\tการใช้อำนาจ\tก\tข",
        "คะแนน\tระดับ\n95.00 - 100\tAA",
        "ข้อ\tข้อคำถาม\tแนวทาง\tผู้รับผิดชอบ\n1\tท่านรู้หรือไม่\tตอบตามจริง\tกองคลัง",
        "กิจกรรม\tระยะเวลา\tผู้รับผิดชอบ\nเปิดระบบ\t1 - 31 มกราคม 2566\tสำนักปลัด",
        "โครงการ\tวิธีการจัดซื้อ\tราคากลาง\tวันที่ลงนาม\tผู้รับจ้าง\nถนน\tคัดเลือก\t500,000\t5 ม.ค. 66\tหจก.ก",
        "ลำดับ\tเรื่องร้องเรียน\tวันที่รับ\tผลการดำเนินการ\tผู้ร้อง\n1\tถนนชำรุด\t5 ม.ค. 68\tซ่อมแล้ว\tประชาชน",
        "กิจกรรม\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\nรับคำขอ\tตรวจเอกสาร\t5 นาที\tงานทะเบียน\nออกใบอนุญาต\tลงนาม\t3 วันทำการ\tปลัด",
        "โครงการ\tงบประมาณ\tเบิกจ่าย\nถนนคอนกรีต\t500,000\t480,000",
    ],
)
def test_scores_issues_questions_calendars_and_budgets_are_no_measures(other: str) -> None:
    assert read(other) == ()


def test_projects_of_another_plan_are_no_measures() -> None:
    plan = "แผนพัฒนาบุคลากร ประจำปี 2566\n\nโครงการ\tวิธีการ\tผู้รับผิดชอบ\tระยะเวลา\nอบรมคอมพิวเตอร์\tบรรยาย\tสำนักปลัด\tม.ค. 66"
    assert find_measures(document(plan)) == ()


def test_a_table_of_scores_after_the_measures_ends_them() -> None:
    assert titles(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\nเปิดเผยราคา\tลงเว็บไซต์\tกองคลัง\n\n"
        "ตัวชี้วัด\tคะแนน\tระดับ\nการใช้อำนาจ\t88.10\tA"
    ) == [("1", "เปิดเผยราคา")]


@pytest.mark.parametrize(
    ("title", "indicator"),
    [
        ("ด้านการแก้ไขปัญหาการทุจริต", "5"),
        ("การป้องกันการทุจริต", "10"),
        ("กระบวนการกำกับการใช้ทรัพย์สินของราชการ", ""),
        ("ประกาศเจตนารมณ์ต่อต้านการทุจริต", ""),
    ],
)
def test_only_a_title_that_is_an_indicator_names_one(title: str, indicator: str) -> None:
    (measure,) = read(f"มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n๑. {title}\tประชุม\tทุกกอง")
    assert measure.indicator == indicator


def test_joining_the_words_of_a_cell_hides_no_name() -> None:
    (measure,) = read(
        "ที่\tมาตรการ\tวิธีการ\tผลการดำเนินการ\n"
        "1\tอบรมจริยธรรม\tเชิญวิทยากร มี นางสาวมะลิ ดอกไม้ บรรยาย\tมี นายสมชาย ใจดี เข้าร่วม"
    )
    assert measure.steps == ("เชิญวิทยากรมีบรรยาย",)
    assert measure.result == ("มีเข้าร่วม",)


def test_a_number_of_two_parts_begins_the_next_measure_below_one_without_cells() -> None:
    assert titles(
        "มาตรการ\tผลการดำเนินงาน\tผลลัพธ์\n1.1 ทำคู่มือ\tทำแล้ว\t\n1.2 จัดทำทะเบียนทรัพย์สิน\t\t\n\n"
        "\tลงทะเบียนครบ\t\n1.3 ตรวจสอบพัสดุ\tรอคำสั่ง\t"
    ) == [("1.1", "ทำคู่มือ"), ("1.2", "จัดทำทะเบียนทรัพย์สิน"), ("1.3", "ตรวจสอบพัสดุ")]


def test_no_number_is_made_up_that_another_measure_bears() -> None:
    assert titles(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1\tทำคู่มือ\tประชุม\tกองคลัง\n"
        "\tอบรมพนักงาน\tเชิญวิทยากร\tสำนักปลัด\n2\tตรวจพัสดุ\tนับ\tกองคลัง"
    ) == [("1", "ทำคู่มือ"), ("", "อบรมพนักงาน"), ("2", "ตรวจพัสดุ")]


def test_projects_with_the_money_spent_on_them_are_no_measures() -> None:
    budget = (
        "ที่\t{}\tผู้รับผิดชอบ\tงบประมาณ\tเบิกจ่าย\tผลการดำเนินงาน\n1\tอบรมสตรี\tกองคลัง\t500\t498\tแล้วเสร็จ"
    )
    assert titles(budget.format("โครงการ")) == []
    assert titles(budget.format("มาตรการ")) == [("1", "อบรมสตรี")]


def test_headers_in_other_words_tell_the_same_columns() -> None:
    (measure,) = read(
        "ลำดับ\tรายการที่ดำเนินการ\tแนวปฏิบัติ\tเจ้าของเรื่อง\tกรอบเวลา\tผลที่เกิดขึ้น\tข้อคิดเห็น\n"
        "1\tเพิ่มช่องทางสื่อสาร\tเปิดเพจ\tสำนักปลัด\tต.ค. 65\tเปิดแล้ว\tควรทำต่อ"
    )
    assert (measure.title, measure.steps) == ("เพิ่มช่องทางสื่อสาร", ("เปิดเพจ",))
    assert (measure.responsible, measure.period) == ("สำนักปลัด", "ต.ค. 65")
    assert (measure.outcome, measure.remark) == (("เปิดแล้ว",), "ควรทำต่อ")


def test_a_line_below_a_numbered_row_is_the_rest_of_its_title() -> None:
    assert titles(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1\tเปิดเผยแผนการ\tประชุม\tกองคลัง\nจัดซื้อจัดจ้าง\n"
        "2\tอบรมพนักงาน\tเชิญวิทยากร\tสำนักปลัด"
    ) == [("1", "เปิดเผยแผนการจัดซื้อจัดจ้าง"), ("2", "อบรมพนักงาน")]


def test_details_beside_activities_are_their_steps() -> None:
    (measure,) = read(
        "ประเด็น\tกิจกรรม\tรายละเอียดการดำเนินการ\tไตรมาส\tหน่วยงานรับผิดชอบ\n"
        "การปฏิบัติหน้าที่\tลดขั้นตอนบริการ\tทบทวนคู่มือ\tไตรมาส 2\tทุกกอง"
    )
    assert (measure.title, measure.steps) == ("ลดขั้นตอนบริการ", ("ทบทวนคู่มือ",))
    assert (measure.section, measure.responsible) == ("การปฏิบัติหน้าที่", "ทุกกอง")


def test_a_bare_name_behind_a_unit_is_in_no_column() -> None:
    (measure,) = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\tระยะเวลา\n"
        "1. จัดทำระบบคิว\tติดตั้งเครื่อง\tสำนักปลัดเทศบาล สุนทรี แก้วมณีโชติ\tม.ค. 66"
    )
    assert "สุนทรี" not in measure.printed
