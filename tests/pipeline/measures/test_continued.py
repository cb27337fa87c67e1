"""Measures whose table goes on over pages, and rows that go on below."""

from __future__ import annotations

import pytest

from tests.pipeline.measures.plans import read, titles


def test_measures_without_numbers_are_counted_over_the_pages_of_their_table() -> None:
    page = "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n{}\tประชุม\tกองคลัง\n\n"
    assert titles(page.format("เปิดเผยราคากลาง") + page.format("ชี้แจงงบ")) == [
        ("1", "เปิดเผยราคากลาง"),
        ("2", "ชี้แจงงบ"),
    ]


def test_a_continuation_page_keeps_its_columns_under_a_misread_header() -> None:
    first, second = read(
        "มาตรการ\tกิจกรรม\tสถานที่\tปีงบประมาณ\tผลการดำเนินงาน\n"
        "1. จัดทำผังบริการ\tออกแบบผัง\tสำนักปลัด\tม.ค. ๖๖\tติดผังแล้ว\n"
        "\n"
        "วัตถุประสงค์\tผู้รับผิดชอบ\tประเภท\tรายละเอียด\tการประเมินผล\n"
        "2. อบรมพนักงาน\tเชิญวิทยากร\tกองการศึกษา\tก.พ. ๖๖\tอบรมแล้ว"
    )
    assert first.responsible == "สำนักปลัด"
    assert (second.number, second.title, second.responsible) == ("2", "อบรมพนักงาน", "กองการศึกษา")
    assert second.steps == ("เชิญวิทยากร",)
    assert second.period == "ก.พ. ๖๖"
    assert second.result == ("อบรมแล้ว",)


def test_a_continuation_page_may_have_no_header() -> None:
    assert titles(
        "ที่\tมาตรการ\tผู้รับผิดชอบ\tผลการดำเนินงาน\n1\tตรวจพัสดุ\tกองคลัง\tตรวจแล้ว\n"
        "\n"
        "2\tเปิดสายด่วน\tสำนักปลัด\tเปิดแล้ว"
    ) == [("1", "ตรวจพัสดุ"), ("2", "เปิดสายด่วน")]


def test_a_number_that_counts_on_holds_a_page_whose_units_no_list_knows() -> None:
    assert titles(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1\tตรวจพัสดุ\tนับจำนวน\tกองคลัง\n\n"
        "2\tเปิดสายด่วน\tตั้งทีม\tเวรประจำวัน\n3\tทำเพจ\tตั้งทีม\tแอดมินเพจ"
    ) == [("1", "ตรวจพัสดุ"), ("2", "เปิดสายด่วน"), ("3", "ทำเพจ")]


def test_a_page_may_leave_out_its_last_columns_where_they_are_empty() -> None:
    first, second = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\tหมายเหตุ\n1. ทำคู่มือ\tประชุม\tกองคลัง\tทำทุกปี\n\n"
        "\tและแจกจ่าย\t\n2. อบรม\tเชิญวิทยากร\tสำนักปลัด"
    )
    assert first.steps == ("ประชุมและแจกจ่าย",)
    assert (second.title, second.responsible, second.remark) == ("อบรม", "สำนักปลัด", "")


def test_rows_with_empty_first_cells_continue_the_measure_above() -> None:
    first, second = read(
        "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\n"
        "1. เปิดเผยการจัดซื้อ\tร่างประกาศ\tกองคลัง\tต.ค. 65\n"
        "\tลงเว็บไซต์\tกองคลัง\tพ.ย. 65\n"
        "\tรายงานผล\tสำนักปลัด\tธ.ค. 65\n"
        "2. จัดบัตรคิว\tจัดซื้อเครื่อง\tกองช่าง\tม.ค. 66"
    )
    assert first.steps == ("ร่างประกาศ", "ลงเว็บไซต์", "รายงานผล")
    assert first.responsible == "กองคลัง สำนักปลัด"
    assert (first.start_date, first.end_date) == ("2022-10-01", "2022-12-31")
    assert second.steps == ("จัดซื้อเครื่อง",)


def test_a_cell_cut_by_the_end_of_a_page_goes_on_in_its_last_item() -> None:
    (measure,) = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. รับเรื่องร้องเรียน\t๑. ตั้งศูนย์รับเรื่อง ๒. แจ้งผลแก่\tนิติกร\n"
        "\n"
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n\tผู้ร้องเรียน ๓. สรุปสถิติ\t"
    )
    assert measure.steps == ("ตั้งศูนย์รับเรื่อง", "แจ้งผลแก่ผู้ร้องเรียน", "สรุปสถิติ")


def test_a_title_cut_by_the_end_of_a_page_goes_on_below() -> None:
    assert titles(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. เผยแพร่แผนการ\tลงเว็บไซต์\tกองคลัง\n"
        "\n"
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\nจัดซื้อจัดจ้าง\t\t"
    ) == [("1", "เผยแพร่แผนการจัดซื้อจัดจ้าง")]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("เผยแพร่แผน\t1. ประกาศ 2. ปิดป้าย", "จัดซื้อจัดจ้าง\t3. รายงาน"),
        ("เผยแพร่แผน\tประกาศ", "(ระยะที่สอง)\tรายงาน"),
        ("เผยแพร่ข้อมูลของ\tประกาศ", "หน่วยงาน\tรายงาน"),
        ("เผยแพร่แผน\tประกาศ", "ของหน่วยงาน\tรายงาน"),
    ],
)
def test_a_row_without_numbers_goes_on_where_its_words_or_lists_do(above: str, below: str) -> None:
    header = "มาตรการ\tวิธีการ\tผู้รับผิดชอบ"
    (measure,) = read(f"{header}\n{above}\tกองคลัง\n\n{header}\n{below}\t")
    assert measure.number == "1"
    assert len(measure.steps) >= 1


def test_a_later_report_in_the_same_document_has_its_own_columns_and_year() -> None:
    plan, report = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\nจิตอาสา\tประชาสัมพันธ์\tทุกกอง\n"
        "\nรายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2567\n\n"
        "มาตรการ/กิจกรรม\tผลการดำเนินงาน\tผู้รับผิดชอบ\nจิตอาสา\tจัด 2 ครั้ง\tทุกกอง"
    )
    assert (plan.fiscal_year, plan.steps) == (2566, ("ประชาสัมพันธ์",))
    assert (report.fiscal_year, report.result, report.number) == (2567, ("จัด 2 ครั้ง",), "1")


def test_a_paragraph_cut_by_the_end_of_a_page_is_one_item() -> None:
    (measure,) = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. ทำคู่มือ\tประชุมชี้แจงเจ้าหน้าที่\tกองคลัง\n\n\tของทุกกองให้ตรงกัน\t"
    )
    assert measure.steps == ("ประชุมชี้แจงเจ้าหน้าที่ของทุกกองให้ตรงกัน",)


@pytest.mark.parametrize(
    "other",
    [
        "ที่\tตำแหน่ง\tหน้าที่ในคณะทำงาน\tหมายเหตุ\n1\tปลัด\tประธาน\t\n2\tนิติกร\tเลขานุการ\t",
        "ที่\tรายการ\tบาท\tเบิกจ่าย\n1\tน้ำมัน\t5,000\t4,000",
        "วันที่\tเรื่อง\tสถานที่\tหมายเหตุ\n5 ม.ค. 66\tประชุม\tห้องประชุม\t",
    ],
)
def test_another_table_of_the_same_width_is_no_continuation(other: str) -> None:
    assert titles("ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1\tตรวจพัสดุ\tนับจำนวน\tกองคลัง\n\n" + other) == [
        ("1", "ตรวจพัสดุ")
    ]


def test_a_row_without_its_number_goes_on_with_the_title_above() -> None:
    first, second = read(
        "ที่\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1\tจัดอบรมพนักงาน\tเชิญวิทยากร\tกองคลัง\n"
        "\tและผู้นำชุมชน\tถอดบทเรียน\t\n2\tตรวจพัสดุ\tนับ\tกองคลัง"
    )
    assert (first.title, first.steps) == ("จัดอบรมพนักงานและผู้นำชุมชน", ("เชิญวิทยากร", "ถอดบทเรียน"))
    assert (second.number, second.title) == ("2", "ตรวจพัสดุ")


def test_the_rest_of_a_name_that_a_page_cut_is_left_out() -> None:
    first, second = read(
        "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n1. ทำคู่มือ\tประชุม\tสำนักปลัด (นายอนุชา\n\n"
        "\tและแจกจ่าย\tพลเดช) กองคลัง\n2. อบรม\tเชิญวิทยากร\tสำนักปลัด"
    )
    assert first.responsible == "สำนักปลัด กองคลัง"
    assert second.responsible == "สำนักปลัด"
    assert not any(name in first.printed for name in ("อนุชา", "พลเดช"))
