"""Tables of the means of many bodies are not of the document's own body."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import by_code

HEADER = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\nเทศบาลตำบลหนองหาร\n\n"
OWN = "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t91.10\nคะแนนรวม\t89.83\n"
MEANS = "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t81.11\nคะแนนรวม\t79.55\n"
EXPECTED = {"3": "91.10", "total": "89.83"}


@pytest.mark.parametrize(
    "heading",
    [
        "คะแนนเฉลี่ยของ อปท. ทั้งหมดในจังหวัดราชบุรี",
        "ภาคผนวก ข คะแนนเฉลี่ยทั้งประเทศ",
        "ค่าเฉลี่ยระดับประเทศ\nปีงบประมาณ พ.ศ. 2565",
        "คะแนนเฉลี่ยเทศบาลทุกแห่ง",
        "คะแนนเฉลี่ยของเทศบาลและ อบต. ทั่วประเทศ ปี 2565",
        "ค่าเฉลี่ยของกลุ่มมหาวิทยาลัย",
        "ผลการประเมินภาพรวมระดับประเทศ",
        "ค่าเฉลี่ยจังหวัดอุดรธานี",
    ],
)
def test_a_table_below_a_heading_of_means_is_of_others(heading: str) -> None:
    assert by_code(f"{HEADER}{OWN}{heading}\n\n{MEANS}") == EXPECTED
    strong = "จังหวัด" not in heading or "ทั้งหมด" in heading
    assert bool(by_code(f"{HEADER}{heading}\n\n{MEANS}")) is not strong


@pytest.mark.parametrize(
    "heading",
    [
        "คะแนนเฉลี่ยรายตัวชี้วัด",
        "คะแนนเฉลี่ยของหน่วยงาน",
        "เปรียบเทียบกับค่าเฉลี่ยระดับประเทศ",
        "คะแนนเฉลี่ยทั้งจังหวัด\nคะแนนของเทศบาลตำบลหนองหาร",
        "ค่าเฉลี่ยระดับประเทศอยู่ที่ 67.75 คะแนน",
        "ผลการประเมิน ITA และค่าเฉลี่ยระดับประเทศ",
        "ค่าเฉลี่ยทั้งประเทศ 67.75",
        "คะแนนที่ได้มากกว่าค่าเฉลี่ยระดับประเทศ",
        "โดยสำนักงานจังหวัดแจ้งค่าเฉลี่ยทั้งจังหวัดมาแล้ว",
    ],
)
def test_a_table_below_another_heading_is_of_the_body_itself(heading: str) -> None:
    assert by_code(f"{HEADER}{heading}\n\n{OWN}") == EXPECTED


def test_the_own_column_beside_one_of_means_stays_the_bodys() -> None:
    table = "ตัวชี้วัด\tคะแนน\tค่าเฉลี่ยระดับประเทศ\nการใช้อำนาจ\t91.10\t81.11\n"
    assert by_code(f"{HEADER}คะแนนเฉลี่ยระดับประเทศ\n\n{table}") == {"3": "91.10"}


@pytest.mark.parametrize(
    "head", ["ค่าเฉลี่ยสถาบันอุดมศึกษา", "ค่าเฉลี่ยเทศบาล", "ค่าเฉลี่ยหน่วยงานภาครัฐ", "คะแนนทุกหน่วยงาน"]
)
def test_a_column_of_the_mean_of_a_kind_leaves_the_other_to_the_body(head: str) -> None:
    table = f"ตัวชี้วัด\tทต.\t{head}\nการใช้อำนาจ\t91.10\t81.11\nคะแนนรวม\t89.83\t79.55\n"
    assert by_code(f"{HEADER}{table}") == EXPECTED
    alone = f"ตัวชี้วัด\t{head}\nการใช้อำนาจ\t91.10\nคะแนนรวม\t89.83\n"
    assert by_code(f"{HEADER}{alone}") == EXPECTED
