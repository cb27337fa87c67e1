"""Tables with items in columns, and tables of many bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.model import Document, Line, Page, Table
from pipeline.scores.find import find_scores
from tests.pipeline.documents import document, table
from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read, scores, ten

HEADER = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"


def test_indicators_as_columns_with_a_row_for_each_year() -> None:
    text = "ผลคะแนน ITA ย้อนหลัง\n\nปีงบประมาณ\t" + "\t".join(NAMES) + "\tคะแนนรวม\tระดับ\n"
    text += "2563\t" + "\t".join(VALUES) + "\t56.00\tD\n2564\t" + "\t".join(VALUES) + "\t57.00\tD"
    found = scores(text)
    assert found[:10] == [(2563, str(n), value) for n, value in enumerate(VALUES, 1)]
    assert found[10] == (2563, "total", "56.00")
    assert found[11][0] == 2564
    assert {s.rating for s in read(text).scores if s.item.code == "total"} == {"D"}


def test_each_body_of_a_table_keeps_its_own_scores_and_the_mean_is_none() -> None:
    text = HEADER + (
        "ลำดับ\tหน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\tระดับ\n"
        "1\tอบต.หนองหาร\t91.00\t90.00\t95.00\t92.30\tผ่านดี\n"
        "2\tเทศบาลตำบลแม่ปูคา\t81.00\t80.00\t95.00\t86.30\tผ่าน\n"
        "เฉลี่ย\t\t86.00\t85.00\t95.00\t89.30\t"
    )
    found = [(s.body, s.item.code, str(s.value), s.rating) for s in read(text).scores]
    assert found == [
        ("อบต.หนองหาร", "IIT", "91.00", ""),
        ("อบต.หนองหาร", "EIT", "90.00", ""),
        ("อบต.หนองหาร", "OIT", "95.00", ""),
        ("อบต.หนองหาร", "total", "92.30", "ผ่านดี"),
        ("เทศบาลตำบลแม่ปูคา", "IIT", "81.00", ""),
        ("เทศบาลตำบลแม่ปูคา", "EIT", "80.00", ""),
        ("เทศบาลตำบลแม่ปูคา", "OIT", "95.00", ""),
        ("เทศบาลตำบลแม่ปูคา", "total", "86.30", "ผ่าน"),
    ]


def test_rows_of_faculties_and_other_parts_are_not_those_of_the_whole() -> None:
    for head in ("ส่วนงาน", "คณะ", "สถานศึกษา"):
        text = HEADER + (
            f"{head}\tIIT\tEIT\tOIT\tคะแนนรวม\nคณะนิติศาสตร์\t91.00\t90.00\t95.00\t92.30\n"
            "คณะวิทยาศาสตร์\t81.00\t80.00\t95.00\t86.30\n"
        )
        assert {s.body for s in read(text).scores} == {"คณะนิติศาสตร์", "คณะวิทยาศาสตร์"}


def test_bodies_as_columns_beside_indicators_in_rows() -> None:
    text = HEADER + "ตัวชี้วัด\tอบต.หนองหาร\tเทศบาลตำบลแม่ปูคา\tเฉลี่ย\n"
    text += ten("{name}", "{value}", "70.{n:02d}", "50.00")
    found = read(text).scores
    assert {s.item.code: str(s.value) for s in found if s.body == "อบต.หนองหาร"} == OFFICIAL
    assert {s.body for s in found} == {"อบต.หนองหาร", "เทศบาลตำบลแม่ปูคา"}
    assert "50.00" not in {str(s.value) for s in found}


def test_a_row_of_full_marks_gives_what_scores_are_out_of() -> None:
    text = HEADER + (
        "รายการ\tIIT\tEIT\tOIT\tรวม\nคะแนนเต็ม\t30\t30\t40\t100\nคะแนนที่ได้\t28.04\t27.00\t40.00\t95.04"
    )
    found = [(s.item.code, str(s.value), str(s.out_of)) for s in read(text).scores]
    assert found == [
        ("IIT", "28.04", "30"),
        ("EIT", "27.00", "30"),
        ("OIT", "40.00", "40"),
        ("total", "95.04", "None"),
    ]


def test_a_group_header_over_an_unknown_column_gives_it_no_item() -> None:
    text = HEADER + (
        "ปี\tIIT\t\t\tรวม\n\tการปฏิบัติหน้าที่\tการใช้งบประมาณ\tอื่น ๆ ที่ไม่รู้จัก\t\n"
        "2565\t90.11\t82.22\t11.11\t86.00\n2566\t91.11\t83.22\t12.22\t87.00"
    )
    assert by_code(text).get("IIT") is None
    assert "11.11" not in {value for _, _, value in scores(text)}


def test_totals_by_year_without_any_item_named() -> None:
    text = "ผลการประเมิน ITA ของหน่วยงาน\n\nปี\tคะแนน\tระดับ\n2562\t70.12\tC\n2563\t80.22\tB"
    found = [(s.fiscal_year, s.item.code, str(s.value), s.rating) for s in read(text).scores]
    assert found == [(2562, "total", "70.12", "C"), (2563, "total", "80.22", "B")]


def test_a_table_of_years_and_money_is_no_table_of_totals() -> None:
    text = "งบประมาณรายจ่ายประจำปี\n\nปี\tงบประมาณ\tร้อยละ\n2562\t70.12\t12.00\n2563\t80.22\t13.00"
    assert scores(text) == []


def test_totals_of_many_bodies_by_year() -> None:
    text = (
        "ผลการประเมิน ITA ขององค์กรปกครองส่วนท้องถิ่น\n\nที่\tหน่วยงาน\tปี 2564\tปี 2565\n"
        "1\tอบต.หนองหาร\t80.10\t85.20\n2\tทต.แม่ปูคา\t90.10\t-\nรวมเฉลี่ย\t\t85.10\t85.20"
    )
    found = [(s.body, s.fiscal_year, s.item.code, str(s.value)) for s in read(text).scores]
    assert found == [
        ("อบต.หนองหาร", 2564, "total", "80.10"),
        ("อบต.หนองหาร", 2565, "total", "85.20"),
        ("ทต.แม่ปูคา", 2564, "total", "90.10"),
    ]


def test_names_wrapped_above_and_below_their_values_are_put_together() -> None:
    text = HEADER + (
        "ลำดับ\tหน่วยงาน\tIIT\tEIT\tOIT\n\tองค์การบริหาร\t\t\t\n1\tส่วนตำบลแม่นะ\t90.00\t80.00\t95.00\n"
        "2\tองค์การบริหารส่วน\t80.00\t90.00\t85.00\n\tตำบลเมืองนะ\t\t\t\n\tค่าเฉลี่ย\t85.00\t85.00\t90.00"
    )
    assert {s.body for s in read(text).scores} == {
        "องค์การบริหารส่วนตำบลแม่นะ",
        "องค์การบริหารส่วนตำบลเมืองนะ",
    }


def test_a_column_of_districts_says_where_the_bodies_lie() -> None:
    found = read(
        "ผลการประเมิน ITA ปี 2566\n\nที่\tหน่วยงาน\tอำเภอ\tIIT\tEIT\tOIT\tคะแนนรวม\n"
        "1\tอบต.ดู่\tราษีไศล\t90.80\t86.08\t60.04\t77.08\n"
        "2\tอบต.บัวหุ่ง\t\t76.45\t73.61\t59.11\t68.66\n"
        "3\tอบต.กู่\tอ.ปรางค์กู่\t94.17\t87.44\t100.00\t94.48\n"
    )
    assert list(dict.fromkeys(score.body for score in found.scores)) == [
        "อบต.ดู่ อำเภอราษีไศล",
        "อบต.บัวหุ่ง อำเภอราษีไศล",
        "อบต.กู่ อำเภอปรางค์กู่",
    ]


def test_a_body_whose_name_holds_a_word_of_money_is_a_body() -> None:
    found = read(
        "ผลการประเมิน ITA ปี 2564\n\nตัวชี้วัด\tอบต.ขุนโขลน อ.พระพุทธบาท\tอบต.งิ้วงาม อ.เสาไห้\n"
        + ten("{name}", "{value}", "{value}")
    )
    assert {score.body for score in found.scores} == {
        "อบต.ขุนโขลน อ.พระพุทธบาท", "อบต.งิ้วงาม อ.เสาไห้",
    }  # fmt: skip


def test_rows_with_a_total_alone_keep_the_district_that_stands_beside_the_body() -> None:
    text = HEADER + (
        "จังหวัด\tอำเภอ\tหน่วยงาน\tคะแนน\n"
        "แพร่\tเมืองแพร่\tอบต.แม่คำมี\t85.22\n"
        "แพร่\tหนองม่วงไข่\tอบต.แม่คำมี\t75.22\n"
    )
    assert [(s.body, str(s.value)) for s in read(text).scores] == [
        ("อบต.แม่คำมี อำเภอเมืองแพร่ จังหวัดแพร่", "85.22"),
        ("อบต.แม่คำมี อำเภอหนองม่วงไข่ จังหวัดแพร่", "75.22"),
    ]


def test_a_type_in_a_column_of_its_own_goes_with_the_name_beside_it() -> None:
    text = HEADER + (
        "ประเภท\tชื่อ\tอำเภอ\tคะแนน\nอบต.\tแม่คำมี\tเมืองแพร่\t85.22\nทต.\tแม่คำมี\tหนองม่วงไข่\t75.22\n"
    )
    assert [s.body for s in read(text).scores] == [
        "อบต.แม่คำมี อำเภอเมืองแพร่",
        "ทต.แม่คำมี อำเภอหนองม่วงไข่",
    ]


def on_pages(*texts: str) -> Document:
    """Tables and lines, each text on a page of its own."""
    pages = []
    for number, text in enumerate(texts, 1):
        blocks = [_on(block, number) for block in document(text).blocks]
        pages.append(Page(number, tuple(blocks)))
    return Document(tuple(pages), "text/plain", "hand")


def _on(block: Line | Table, page: int) -> Line | Table:
    if isinstance(block, Line):
        return replace(block, page=page)
    rows = tuple(tuple(replace(cell, page=page) for cell in row) for row in block.rows)
    return replace(block, rows=rows, page=page)


HEAD = "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\tระดับ\nอบต.หนองหาร\t91.00\t90.00\t95.00\t92.30\tผ่านดี\n"


def test_bodies_on_the_next_page_stand_under_the_header_of_the_page_before() -> None:
    second = "อบต.แม่แฝก\t81.00\t80.00\t95.00\t86.30\tผ่าน\nอบต.ป่าไผ่\t71.00\t70.00\t-\t66.30\tC\n"
    found = find_scores(on_pages(HEADER + HEAD, second), 2566).scores
    assert [(s.body, s.item.code, str(s.value), s.place.page) for s in found][4:] == [
        ("อบต.แม่แฝก", "IIT", "81.00", 2), ("อบต.แม่แฝก", "EIT", "80.00", 2),
        ("อบต.แม่แฝก", "OIT", "95.00", 2), ("อบต.แม่แฝก", "total", "86.30", 2),
        ("อบต.ป่าไผ่", "IIT", "71.00", 2), ("อบต.ป่าไผ่", "EIT", "70.00", 2),
        ("อบต.ป่าไผ่", "total", "66.30", 2),
    ]  # fmt: skip


def test_a_table_of_other_things_does_not_go_on_with_one_of_bodies() -> None:
    money = (
        "โครงการ ก\tกองคลัง\tมี.ค.\t50,000\t45.00\tดี\nโครงการ ข\tกองช่าง\tเม.ย.\t20,000\t95.00\tดี\n"
    )
    found = find_scores(on_pages(HEADER + HEAD, money), 2566).scores
    assert {score.body for score in found} == {"อบต.หนองหาร"}


def test_a_row_that_the_pages_end_cuts_in_two_is_whole() -> None:
    first = HEADER + HEAD + "ทต.โพน\t71.00\t70.00\t80.00\t74.30\tต้อง\n"
    rest = "แพง อ.ธาตุพนม\t\t\t\t\tปรับปรุง\nอบต.แม่แฝก\t81.00\t80.00\t95.00\t86.30\tผ่าน\n"
    found = find_scores(on_pages(first, rest), 2566).scores
    bodies = {"".join(score.body.split()) for score in found}
    assert bodies == {"อบต.หนองหาร", "ทต.โพนแพงอ.ธาตุพนม", "อบต.แม่แฝก"}
    (total,) = (s for s in found if s.item.code == "total" and "โพน" in s.body)
    assert "".join(total.rating.split()) == "ต้องปรับปรุง"


def test_a_label_of_its_own_on_the_next_page_is_no_rest_of_a_row() -> None:
    first = HEADER + "ตัวชี้วัด\tคะแนน\n1. การปฏิบัติหน้าที่\t90.00\n5. การแก้ไขปัญหาการทุจริต\t80.00\n"
    for label in ("แบบวัด EIT", "ด้านภายนอก", "รวม"):
        found = find_scores(
            on_pages(first, f"{label}\t\n6. คุณภาพการดำเนินงาน\t70.00\n"), 2566
        ).scores
        assert [(s.item.code, str(s.value)) for s in found] == [
            ("1", "90.00"), ("5", "80.00"), ("6", "70.00"),
        ]  # fmt: skip


def test_bodies_as_columns_are_known_with_spaces_in_their_type() -> None:
    text = HEADER + (
        "ตัวชี้วัด\tอบต.กระโทก\tอ บต.ท่าจะหลุง\n1. การปฏิบัติหน้าที่\t42.22\t90.68\n"
        "2. การใช้งบประมาณ\t84.29\t94.41\n3. การใช้อำนาจ\t82.44\t94.24\n"
    )
    found = [(s.body, s.item.code, str(s.value)) for s in read(text).scores]
    assert ("อ บต.ท่าจะหลุง", "1", "90.68") in found
    assert len(found) == 6


def test_hospitals_and_other_short_forms_head_columns_of_their_own() -> None:
    text = HEADER + (
        "ตัวชี้วัด\tรพ.นาดี อ.นาดี\tรพ.บ้านสร้าง อ.บ้านสร้าง\n1. การปฏิบัติหน้าที่\t42.22\t90.68\n"
        "2. การใช้งบประมาณ\t84.29\t94.41\n3. การใช้อำนาจ\t82.44\t94.24\n"
    )
    assert {s.body for s in read(text).scores} == {"รพ.นาดี อ.นาดี", "รพ.บ้านสร้าง อ.บ้านสร้าง"}


def test_items_that_speak_of_bodies_are_none() -> None:
    text = "ผลการประเมิน MITAS ปี 2567\n\nMOIT\tรายการ\tระดับ\tคะแนนร้อยละ\n" + "".join(
        f"MOIT {n}\tหน่วยงานมีการวางระบบเปิดเผยข้อมูลข่าวสาร {n}\t\t9{n}.28\n" for n in range(1, 5)
    )
    assert read(text).scores == ()


def test_a_table_of_many_bodies_goes_on_without_its_header_on_the_next_page() -> None:
    header = ("หน่วยงาน", "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "คะแนนรวม")
    above = table(header, ("อบต.กลาง", "91.10", "82.20", "73.30", "80.40"))
    below = table(("อบต.เหนือ", "90.15", "81.25", "72.35", "79.45"))
    pages = (Page(1, (above,)), Page(2, (_on_page(below, 2),)))
    found = find_scores(Document(pages, "application/pdf", "hand"), 2566)
    values = [str(score.value) for score in found.scores if score.body.startswith("อบต.เหนือ")]
    assert values == ["90.15", "81.25", "72.35", "79.45"]


def _on_page(made: Table, page: int) -> Table:
    rows = tuple(tuple(replace(cell, page=page) for cell in row) for row in made.rows)
    return replace(made, rows=rows, page=page)


def test_a_district_whose_name_holds_the_word_for_country_is_no_mean_of_it() -> None:
    text = HEADER + (
        "หน่วยงาน\tอำเภอ\tIIT\tEIT\tOIT\tคะแนนรวม\nอบต.ผ่านศึก\tอรัญประเทศ\t90.00\t91.00\t92.00\t91.20\n"
        "อบต.เบญจขร\tคลองหาด\t80.00\t81.00\t82.00\t81.20\n"
    )
    assert len(read(text).scores) == 8


def test_each_total_of_a_row_has_the_rating_of_its_own_year() -> None:
    text = "ผลการประเมิน ITA เปรียบเทียบ 2 ปี\n\nหน่วยงาน\tปีงบประมาณ 2563" + "\t" * 5
    text += "ปีงบประมาณ 2564" + "\t" * 4 + "\n" + ("\tIIT\tEIT\tOIT\tคะแนนรวม\tระดับ" * 2)
    text += "\nอบต.หนองหาร\t94.83\t96.60\t92.38\t94.38\tA\t77.29\t74.09\t79.41\t77.18\tB"
    ratings = [s.rating for s in read(text).scores if s.item.code == "total"]
    assert ratings == ["A", "B"]


def test_the_mean_of_questions_is_the_score_of_the_indicator_above_them_or_none() -> None:
    questions = "i1\ti2\ti3\tเฉลี่ย\n69.37\t68.75\t72.49\t70.20"
    asked = {"I1": "69.37", "I2": "68.75", "I3": "72.49"}
    under = by_code(HEADER + "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n\n" + questions)
    assert under == asked | {"1": "70.20"}
    assert by_code(HEADER + questions) == asked


def test_a_list_with_a_value_a_row_keeps_the_places_of_its_bodies() -> None:
    text = (
        HEADER
        + "หน่วยงาน\tอำเภอ\tจังหวัด\tตัวชี้วัด\tคะแนน\n"
        + "\n".join(
            f"อบต.หนองหาร\t{district}\tเชียงใหม่\t{name}\t{value}"
            for district in ("สันทราย", "แม่ริม")
            for name, value in zip(NAMES, VALUES, strict=True)
        )
    )
    bodies = {score.body for score in read(text).scores}
    assert bodies == {
        f"อบต.หนองหาร อำเภอ{district} จังหวัดเชียงใหม่" for district in ("สันทราย", "แม่ริม")
    }


def test_columns_of_bodies_of_other_kinds_are_read() -> None:
    names = ("กรมธนารักษ์", "ธนาคารออมสิน", "การไฟฟ้าส่วนภูมิภาค", "กรมชลประทาน")
    rows = "\n".join(f"{name}\t81.11\t82.22\t83.33\t84.44\t82.78" for name in NAMES)
    text = HEADER + "ตัวชี้วัด\t" + "\t".join(names) + "\tค่าเฉลี่ย\n" + rows
    assert {score.body for score in read(text).scores} == set(names)


def test_districts_in_the_middle_of_their_rows_are_not_carried_down() -> None:
    rows = [
        ("", "อบต.หนองหาร"),
        ("สันทราย", "อบต.ป่าไผ่"),
        ("แม่ริม", "อบต.ดอนแก้ว"),
        ("", "อบต.เหมืองแก้ว"),
    ]
    text = HEADER + "อำเภอ\tหน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\n"
    text += "\n".join(f"{place}\t{body}\t81.00\t82.00\t83.00\t82.10" for place, body in rows)
    assert [score.body for score in read(text).scores][::4] == [
        "อบต.หนองหาร", "อบต.ป่าไผ่ อำเภอสันทราย", "อบต.ดอนแก้ว อำเภอแม่ริม", "อบต.เหมืองแก้ว",
    ]  # fmt: skip


def test_names_cut_short_head_columns_and_rows() -> None:
    short = [*NAMES[:3], "การใช้ทรัพย์สินฯ", "การแก้ไขปัญหาฯ", *NAMES[5:]]
    as_heads = HEADER + "หน่วยงาน\t" + "\t".join(short) + "\nอบต.หนองหาร\t" + "\t".join(VALUES)
    as_rows = HEADER + "ตัวชี้วัด\tคะแนน\n" + "\n".join(map("\t".join, zip(short, VALUES, strict=True)))
    assert by_code(as_heads) == by_code(as_rows) == OFFICIAL


def test_any_words_before_the_number_of_a_row_are_no_part_of_its_name() -> None:
    for words in ("ตชว.{n}", "ด้านที่ {n} ด้าน", "ข้อ {n}", "KPI {n}", "ตัวที่ {n}"):
        text = HEADER + "รายการ\tคะแนน\n" + ten(words + " {name}", "{value}")
        assert by_code(text) == OFFICIAL


@pytest.mark.parametrize("mean", ["ค่าเฉลี่ยระดับจังหวัด", "ค่าเฉลี่ยของอำเภอ", "ค่าเฉลี่ยระดับประเทศ"])
def test_a_mean_below_the_years_of_one_body_is_no_list_of_bodies(mean: str) -> None:
    heads = "ปีงบประมาณ\tการใช้อำนาจ\tการใช้งบประมาณ\tการปฏิบัติหน้าที่\tคะแนนรวม"
    rows = f"2566\t81.10\t82.20\t83.30\t84.40\n2567\t91.10\t92.20\t93.30\t94.40\n{mean}\t71\t72\t73\t74"
    text = f"ผลการประเมิน ITA เทศบาลตำบลดู่ใต้ ปี 2567\n\n{heads}\n{rows}"
    found = {(s.fiscal_year, s.item.code, str(s.value)) for s in read(text).scores}
    assert len(found) == 8
    assert {(2566, "total", "84.40"), (2567, "total", "94.40"), (2567, "3", "91.10")} <= found
