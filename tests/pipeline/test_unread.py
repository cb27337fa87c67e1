"""Pages whose scores could not be read are told; pages without scores are not."""

from __future__ import annotations

import pytest

from pipeline.read import read
from pipeline.unread import unnamed_pages, unread_pages
from tests.pipeline.documents import document

TITLE = "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 อบต.หนองหาร\n"
NAMES = "การปฏิบัติหน้าที่ การใช้งบประมาณ การใช้อำนาจ การใช้ทรัพย์สินของราชการ"
BODIES = "\n".join(f"{n} อบต.บ้านเหนือ{n} อำเภอสันทราย 9{n}.12 A" for n in range(1, 7))


def unread(text: str) -> tuple[int, ...]:
    parsed = document(TITLE + text)
    return unread_pages(parsed, read(parsed))


@pytest.mark.parametrize("text", [f"{NAMES}\n81.22 79.10 88.40 90.25 77.31", BODIES])
def test_a_page_of_items_or_bodies_and_numbers_that_gave_no_score_is_told(text: str) -> None:
    assert unread(text) == (1,)


@pytest.mark.parametrize(
    "text",
    [
        f"มาตรการส่งเสริม ด้าน{NAMES}",
        f"{NAMES}\nเบิกจ่าย 81.22 บาท\n79.10 88.40 90.25 จาก 45,000 บาท",
        "IIT EIT OIT\nA 85.01 - 94.98\nB 75.02 - 84.97\nC 65.00\t74.99\nD 55.00\t64.99",
        "จำนวน 81.22 ตัน 79.10 ตัน 88.40 ตัน 90.25 ตัน",
        "\nตัวชี้วัด\tคะแนน\n" + "\n".join(f"{name}\t8{n}.25" for n, name in enumerate(NAMES.split())),
    ],
)
def test_measures_money_and_scores_that_were_read_are_no_loss(text: str) -> None:
    assert unread(text) == ()


def test_rows_of_bodies_that_are_lost_among_others_that_were_read_are_told() -> None:
    rows = ["ลำดับ\tหน่วยงาน\tคะแนน ITA"]
    rows += [f"{n}\tอบต.บ้านเหนือ{n} อำเภอสันทราย\t9{n}.12" for n in range(1, 5)]
    lines = "\n".join(
        f"ส่วน อบต.บ้านใต้{n} อำเภอสันทราย นั้นเคยมี 8{n}.34 กับ 7{n}.21" for n in range(1, 4)
    )
    whole = "\n" + "\n".join(rows)
    assert unread(whole) == ()
    assert unread(f"{whole}\n\n{lines}") == (1,)


def test_items_in_rows_whose_scores_were_read_nowhere_are_told() -> None:
    rows = "\nตัวชี้วัด\tคะแนน\n" + "\n".join(
        f"{name}\t8{n}.25" for n, name in enumerate(NAMES.split())
    )
    lost = (
        "คุณภาพการดำเนินงาน 81.22 79.10\nประสิทธิภาพการสื่อสาร 88.40 90.25\nการปรับปรุงการทำงาน 77.31 70.01"
    )
    assert unread(rows) == ()
    assert unread(f"{rows}\n\n{lost}") == (1,)
    again = "การปฏิบัติหน้าที่ 81.22 79.10\nการใช้งบประมาณ 88.40 90.25\nการใช้อำนาจ 77.31 70.01"
    assert unread(f"{rows}\n\n{again}") == ()


def test_a_table_of_scores_without_any_number_is_told_and_one_of_words_is_not() -> None:
    names = [*NAMES.split(), "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน"]
    empty = "\nตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2566\n" + "\n".join(f"{name}\t\t" for name in names)
    assert unread(empty) == (1,)
    words = "\nตัวชี้วัด\tแนวทาง\tผู้รับผิดชอบ\n" + "\n".join(f"{name}\t\t" for name in names)
    assert unread(words) == ()


def test_bare_names_and_bare_scores_that_belong_to_nobody_are_told() -> None:
    names = ["การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร"]
    cards = "\n\n".join(["81.22", "79.10", *names, "มีรายละเอียดดังนี้", "88.40"])
    assert unread(f"\n{cards}") == (1,)
    assert unread("\n" + "\n\n".join([*names, "มีรายละเอียดดังนี้", "88.40"])) == ()


def test_scores_of_neighbouring_columns_that_touch_are_scores() -> None:
    rows = "\n".join(f"อบต.บ้านเหนือ{n} 9{n}.128{n}.347{n}.56 A" for n in range(1, 7))
    assert unread(rows) == (1,)


def test_section_rows_without_a_score_of_their_own_are_no_loss() -> None:
    names = [*NAMES.split(), "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน"]
    rows = ["ข้อ\tคะแนน"]
    for at, name in enumerate(names):
        rows += [f"{name}\t", f"I{2 * at + 1} เจ้าหน้าที่\t8{at}.12", f"I{2 * at + 2} งาน\t7{at}.34"]
    assert unread("\n" + "\n".join(rows)) == ()


def test_a_row_of_scores_whose_name_went_missing_is_told() -> None:
    names = [*NAMES.split(), "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน"]
    rows = "\nตัวชี้วัด\tปี 2565\tปี 2566\n" + "\n".join(
        f"{name}\t8{n}.25\t7{n}.31" for n, name in enumerate(names)
    )
    assert unread(rows) == ()
    assert unread(f"{rows}\n\t91.17\t93.46") == (1,)


def test_a_table_of_the_means_of_many_bodies_is_no_loss() -> None:
    table = "ตัวชี้วัด\tคะแนน\n" + "\n".join(f"{name}\t8{n}.25" for n, name in enumerate(NAMES.split()))
    assert unread(f"คะแนนเฉลี่ยของ อปท. ทั้งหมดในจังหวัดอุดรธานี\n{table}") == ()


def test_a_total_of_a_year_before_without_its_number_is_told() -> None:
    assert unread("ในปีที่ผ่านมา อบต.หนองหาร ได้คะแนนรวม ITA 88.20 คะแนน") == (1,)
    assert unread("ในปีที่ผ่านมา (พ.ศ. 2565) อบต.หนองหาร ได้คะแนนรวม ITA 88.20 คะแนน") == ()
    assert unread("ในปีที่ผ่านมา ผู้รับบริการร้อยละ 88.20 พึงพอใจ") == ()


def test_totals_of_bodies_of_an_assessment_without_a_name_are_told() -> None:
    rows = "อบต.นาน้อย\t2564\t88.01\nเทศบาลตำบลนาน้อย\t2564\t92.72"
    for text, pages in {
        f"หน่วยงาน\tปี\tคะแนนรวม\n{rows}": (1,),
        f"หน่วยงาน\tปี\tคะแนน ITA\n{rows}": (),
        f"หน่วยงาน\tปี\tคะแนนรวม LPA\n{rows}": (),
        f"หน่วยงาน\tปี\tร้อยละ\n{rows}": (),
    }.items():
        parsed = document(text)
        assert unnamed_pages(parsed, read(parsed)) == pages
