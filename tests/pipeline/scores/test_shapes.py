"""Shapes of tables: a value a row, merged values, parts side by side, sections of places."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from parsers.model import Cell, Document, Page, Table
from pipeline.scores.find import find_scores
from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read, scores

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"


def _long(order: list[tuple[str, str, str, str]]) -> str:
    rows = "\n".join("\t".join(row) for row in order)
    return f"{HEADER}หน่วยงาน\tปี\tตัวชี้วัด\tคะแนน\n{rows}"


def test_a_table_with_a_value_a_row_gives_each_value_to_the_body_and_year_of_its_row() -> None:
    bodies = ("อบต.นาเสียว", "เทศบาลตำบลแม่คำ")
    true = [
        (body, year, name, f"{70 + place + 3 * (year - 2563) + 0.25:.2f}")
        for place, body in enumerate(bodies)
        for year in (2564, 2565)
        for name in NAMES
    ]
    mixed = list(true)
    random.Random(5).shuffle(mixed)
    for order in (true, mixed):
        text = _long([(body, str(year), name, value) for body, year, name, value in order])
        found = {(s.body, s.fiscal_year, s.name, str(s.value)) for s in read(text).scores}
        assert found == set(true)


def test_an_empty_body_cell_of_a_list_goes_on_with_the_body_above() -> None:
    rows = [
        (("อบต.นาเสียว", "อบต.โคกสะอาด")[n >= 10] if n % 10 == 0 else "", "2565", NAMES[n % 10],
         VALUES[n % 10])
        for n in range(20)
    ]  # fmt: skip
    found = [(s.body, s.item.code) for s in read(_long(rows)).scores]
    assert found == [
        (body, str(n)) for body in ("อบต.นาเสียว", "อบต.โคกสะอาด") for n in range(1, 11)
    ]


def test_units_that_are_responsible_for_an_item_are_no_bodies_of_its_score() -> None:
    rows = "\n".join(f"{n}\t{v}\tสำนักงานปลัด" for n, v in zip(NAMES, VALUES, strict=True))
    for header in ("หน่วยงานที่รับผิดชอบ", "หน่วยงาน"):
        found = read(f"{HEADER}ตัวชี้วัด\tคะแนน\t{header}\n{rows}").scores
        assert [(s.body, s.item.code) for s in found] == [("", str(n)) for n in range(1, 11)]


def _merged(first: str) -> str:
    """Ten indicators with the means of their instruments in the first row of each."""
    means = {0: "85.73", 5: "78.44", 8: "20.12"}
    words = {0: "แบบวัด IIT", 5: "แบบวัด EIT", 8: "แบบวัด OIT"}
    rows = [
        f"{words.get(n, '')}\t{NAMES[n]}\t{VALUES[n]}\t{means.get(n, '')}" for n in range(10)
    ]  # fmt: skip
    return f"{HEADER}เครื่องมือ\tตัวชี้วัด\tคะแนน\t{first}\n" + "\n".join(rows)


def test_values_merged_over_an_instruments_rows_are_the_instruments() -> None:
    for header in ("คะแนนเฉลี่ย", "คะแนน", "รวม"):
        found = by_code(_merged(header))
        assert found == OFFICIAL | {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12"}


def test_a_year_with_few_scores_is_not_taken_for_instruments() -> None:
    text = _merged("ปี 2564").replace("\tคะแนน\t", "\tปี 2565\t", 1)
    found = scores(text)
    assert (2564, "1", "85.73") in found
    assert not any(code in ("IIT", "EIT", "OIT") for _, code, _ in found)


def test_three_tables_side_by_side_keep_their_labels() -> None:
    rows = []
    for n in range(5):
        cells = [NAMES[n], VALUES[n]]
        cells += [NAMES[5 + n], VALUES[5 + n]] if n < 3 else ["", ""]
        cells += [NAMES[8 + n], VALUES[8 + n]] if n < 2 else ["", ""]
        rows.append("\t".join(cells))
    rows.append("เฉลี่ย IIT\t85.73\tเฉลี่ย EIT\t78.44\tเฉลี่ย OIT\t20.12")
    header = "ตัวชี้วัด IIT\tคะแนน\tตัวชี้วัด EIT\tคะแนน\tตัวชี้วัด OIT\tคะแนน"
    found = by_code(f"{HEADER}{header}\n" + "\n".join(rows))
    assert found == OFFICIAL | {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12"}


def test_a_row_that_names_a_province_says_where_the_bodies_below_it_lie() -> None:
    text = HEADER + (
        "ที่\tหน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\n"
        "จังหวัดชัยภูมิ\t\t\t\t\t\n"
        "1\tอบต.นาเสียว\t82.71\t96.35\t86.32\t88.25\n"
        "2\tอบต.โคกสะอาด\t89.89\t82.84\t82.67\t84.89\n"
        "เฉลี่ยจังหวัดชัยภูมิ\t\t86.30\t89.60\t84.50\t86.57\n"
        "จังหวัดเชียงราย\t\t\t\t\t\n"
        "3\tเทศบาลตำบลแม่คำ\t87.41\t79.54\t74.43\t79.86\n"
    )
    found = [(s.body, s.value) for s in read(text).scores if s.item.code == "total"]
    assert found == [
        ("อบต.นาเสียว จังหวัดชัยภูมิ", Decimal("88.25")),
        ("อบต.โคกสะอาด จังหวัดชัยภูมิ", Decimal("84.89")),
        ("เทศบาลตำบลแม่คำ จังหวัดเชียงราย", Decimal("79.86")),
    ]


def test_names_and_headers_that_narrow_columns_break_inside_words_are_whole() -> None:
    table = Table(
        tuple(
            tuple(Cell(text, text, r, c, r + 2, 1) for c, text in enumerate(row))
            for r, row in enumerate(
                [
                    [
                        "ที่",
                        "หน่วย\nงาน",
                        "ตัวชี้\nวัดที่ 1\nการ\nปฏิบัติ\nหน้าที่",
                        "การใช้\nงบ\nประมา\nณ",
                        "การใช้\nอำนาจ",
                    ],
                    ["1", "อบ\nต.นา\nเสียว\nอ\n.เมือง\nชัยภูมิ\nจ\n.ชัยภูมิ", "79.07", "79.83", "92.77"],
                    ["2", "เทศบา\nลตำบล\nแม่คำ\nอำเภอ\nแม่จัน", "82.66", "93.87", "91.23"],
                ]
            )
        ),
        1,
        2,
    )
    found = find_scores(Document((Page(1, (table,)),), "text/plain", "text"), 2565).scores
    assert [(s.body, s.item.code) for s in found] == [
        (body, code)
        for body in ("อบต.นาเสียว อ.เมืองชัยภูมิ จ.ชัยภูมิ", "เทศบาลตำบลแม่คำ อำเภอแม่จัน")
        for code in ("1", "2", "3")
    ]


def test_a_column_headed_score_behind_all_instruments_is_their_total() -> None:
    rows = "1\tอบต.นาเสียว\t82.71\t96.35\t86.32\t88.25\n2\tอบต.โนนสูง\t89.89\t82.84\t82.67\t84.89"
    found = read(f"{HEADER}ที่\tหน่วยงาน\tIIT\tEIT\tOIT\tคะแนน\n{rows}").scores
    totals = [(s.body, str(s.value)) for s in found if s.item.code == "total"]
    assert totals == [("อบต.นาเสียว", "88.25"), ("อบต.โนนสูง", "84.89")]
    three = "\t".join(NAMES[:3])
    unsaid = read(f"{HEADER}ที่\tหน่วยงาน\t{three}\tคะแนน\n{rows}").scores
    assert {s.item.code for s in unsaid} == {"1", "2", "3"}


def test_means_of_sub_indicators_are_their_indicators() -> None:
    for word in ("เฉลี่ย", "คะแนนเฉลี่ย", "รวม"):
        found = by_code(
            f"{HEADER}ตัวชี้วัด\tตัวชี้วัดย่อย\tคะแนน\n"
            "9. การเปิดเผยข้อมูล\t9.1 ข้อมูลพื้นฐาน\t22.22\n"
            "\t9.2 การบริหารงาน\t12.50\n"
            f"{word}ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล\t\t40.80\n"
        )
        assert found == {"9.1": "22.22", "9.2": "12.50", "9": "40.80"}


def _page(number: int, rows: list[str]) -> Page:
    cells = tuple(
        tuple(Cell(text, text, r, c, r + 1, number) for c, text in enumerate(row.split("|")))
        for r, row in enumerate(rows)
    )
    return Page(number, (Table(cells, number, 1),))


def test_a_table_of_bodies_goes_on_without_its_header_over_pages() -> None:
    pages = (
        _page(1, ["ที่|หน่วยงาน|IIT|EIT|OIT|คะแนนรวม", "1|อบต.นาเสียว|82.71|96.35|86.32|88.25"]),
        _page(2, ["2|อบต.โคกสะอาด|89.89|82.84|82.67|84.89", "3|อบต.โนนสูง|87.41|79.54|74.43|79.86"]),
        _page(3, ["4|เทศบาลตำบลแม่คำ|84.93|87.93|67.59|78.89", "|เฉลี่ย|86.17|83.74|71.01|79.38"]),
    )
    found = find_scores(Document(pages, "application/pdf", "pdfium"), 2565).scores
    assert [(s.body, str(s.value), s.place.page) for s in found if s.item.code == "total"] == [
        ("อบต.นาเสียว", "88.25", 1),
        ("อบต.โคกสะอาด", "84.89", 2),
        ("อบต.โนนสูง", "79.86", 2),
        ("เทศบาลตำบลแม่คำ", "78.89", 3),
    ]
    assert len(found) == 16


def test_rows_of_another_table_on_the_next_page_are_not_read_under_the_header() -> None:
    pages = (
        _page(1, ["ที่|หน่วยงาน|IIT|EIT|OIT|คะแนนรวม", "1|อบต.นาเสียว|82.71|96.35|86.32|88.25"]),
        _page(2, ["1|กองช่าง|10.00|20.00|30.00|60.00", "2|กองคลัง|11.00|12.00|13.00|36.00"]),
    )
    found = find_scores(Document(pages, "application/pdf", "pdfium"), 2565).scores
    assert {s.place.page for s in found} == {1}


def test_tables_of_bodies_that_touch_in_a_sheet_stand_below_their_names() -> None:
    rows = "\n".join(f"{n}\t{v}" for n, v in zip(NAMES, VALUES, strict=True))
    bodies = ("อบต.นาเสียว อ.เมืองชัยภูมิ จ.ชัยภูมิ", "เทศบาลตำบลแม่คำ", "อบต.โนนสูง")
    head = "ตัวชี้วัด\tคะแนน"
    grid = "\n".join(f"{body}\t\n{head}\n{rows}" for body in bodies[1:])
    found = read(f"{HEADER}{bodies[0]}\n\n{head}\n{rows}\n{grid}").scores
    assert [(s.body, s.item.code) for s in found] == [
        (body, str(n)) for body in bodies for n in range(1, 11)
    ]


@pytest.mark.parametrize(
    "header",
    [
        "แบบวัด\tคะแนน\tน้ำหนัก\tถ่วงน้ำหนัก",
        "แบบวัด\tคะแนน\tน้ำหนัก (ร้อย\tคะแนนถ่วงน้ำ\n\t\tละ)\tหนัก",
        "แบบวัด\tผลคะแนน\tน้ำ|หนัก\tคะแนนถ่วง\n\t\t\tน้ำหนัก",
    ],
)
def test_weighted_points_are_told_by_a_header_broken_over_its_rows(header: str) -> None:
    rows = "IIT\t84.22\t30\t25.27\nEIT\t87.15\t30\t26.15\nOIT\t59.59\t40\t23.84"
    text = f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564\n\n{header}\n{rows}"
    found = {(s.item.code, str(s.value), str(s.out_of)) for s in read(text).scores}
    assert found == {
        ("IIT", "84.22", "None"), ("EIT", "87.15", "None"), ("OIT", "59.59", "None"),
        ("IIT", "25.27", "30"), ("EIT", "26.15", "30"), ("OIT", "23.84", "40"),
    }  # fmt: skip


def test_a_weight_below_the_word_for_scores_is_no_weighted_score() -> None:
    text = (
        "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564\n\nแบบวัด\tคะแนน\tคะแนน\n\tที่ได้\tน้ำหนัก\n"
        "IIT\t84.22\t30\nEIT\t87.15\t30\nOIT\t59.59\t40"
    )
    assert by_code(text) == {"IIT": "84.22", "EIT": "87.15", "OIT": "59.59"}


def test_the_rest_of_a_header_may_stand_over_an_empty_column() -> None:
    text = (
        "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564\n\nแบบวัด\tคะแนน\tคะแนนถ่วงน้ำ\t\n\t\t\tหนัก\n"
        "IIT\t84.22\t25.27\t\nEIT\t87.15\t26.15\t\nOIT\t59.59\t23.84\t"
    )
    found = {str(s.value): str(s.out_of) for s in read(text).scores}
    assert (found["84.22"], found["25.27"], found["23.84"]) == ("None", "30", "40")


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_column_of_days_is_none_of_years(at: int) -> None:
    rows = [["ปีงบประมาณ", "คะแนน", "ระดับ"], ["2563", "81.10", "B"], ["2564", "88.20", "A"]]
    for row, day in zip(rows, ("วันที่ประกาศผล", "11 ส.ค. 2563", "9 ก.ย. 2564"), strict=True):
        row.insert(at, day)
    text = "ผลการประเมิน ITA เทศบาลตำบลดู่ใต้ ปี 2564\n\n" + "\n".join("\t".join(row) for row in rows)
    found = [(score.fiscal_year, str(score.value)) for score in read(text).scores]
    assert found == [(2563, "81.10"), (2564, "88.20")]
