"""Tables whose rows hold their scores in words, with the total in a cell beside its label."""

from __future__ import annotations

import pytest

from parsers.html import document_of
from pipeline.read import read
from tests.pipeline.documents import document

HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2564\nองค์การบริหารส่วนตำบลคำบก จังหวัดมุกดาหาร\n\n"
IN_WORDS = {"IIT": "75.65", "EIT": "74.67", "OIT": "94.52"}
ROWS = "เครื่องมือ\tผลการประเมินรายตัวชี้วัด\n" + "\n".join(
    f"แบบวัด {code}|คะแนนเฉลี่ย {value}\t" for code, value in IN_WORDS.items()
)


def found(text: str) -> dict[str, str]:
    return {score.item.code: str(score.value) for score in read(document(text), None).scores}


def test_the_total_beside_its_label_is_read() -> None:
    assert found(f"{HEAD}{ROWS}\nคะแนนรวม\t82.90") == {**IN_WORDS, "total": "82.90"}


@pytest.mark.parametrize(
    "last",
    ["คะแนนรวม\t", "คะแนนรวม\t182.90", "82.90\tคะแนนรวม", "คะแนนรวม\t82.90\nคะแนนรวม\t81.00",
     "ร้อยละของผู้ตอบ\t82.90"],
)  # fmt: skip
def test_a_number_that_may_be_another_is_not(last: str) -> None:
    assert "total" not in found(f"{HEAD}{ROWS}\n{last}")


def test_the_total_row_around_nested_tables_is_read() -> None:
    inner = {"IIT": "การใช้อำนาจ", "EIT": "คุณภาพการดำเนินงาน", "OIT": "การป้องกันการทุจริต"}
    rows = "".join(
        f"<tr><td>แบบวัด {code}<br>คะแนนเฉลี่ย {IN_WORDS[code]}<td><table><tr><th>ตัวชี้วัด<th>คะแนน"
        f"<tr><td>{name}<td>80.00<tr><td>การใช้งบประมาณ<td>81.00</table>"
        for code, name in inner.items()
    )
    page = (
        f"<meta charset=utf-8><h2>ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564</h2><table><tr><th>เครื่องมือ"
        f"<th>ผลการประเมินรายตัวชี้วัด{rows}<tr><td>คะแนนรวม<td>82.90</table>"
    )
    scores = read(document_of(page.encode()), None).scores
    totals = [(str(s.value), s.fiscal_year) for s in scores if s.item.code == "total"]
    assert totals == [("82.90", 2564)]
