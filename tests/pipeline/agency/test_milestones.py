"""Bodies that are named after a milestone keep its number."""

from __future__ import annotations

import pytest

from pipeline.agency import mentions, reporting_body
from pipeline.read import read
from tests.pipeline.documents import document

PLACE = "อำเภอเมืองประจวบคีรีขันธ์ จังหวัดประจวบคีรีขันธ์"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("เทศบาลตำบล กม.5", "subdistrict-municipality"),
        ("เทศบาลตำบลกม.๕", "subdistrict-municipality"),
        ("เทศบาลตำบล กม. 5", "subdistrict-municipality"),
        ("ทต.กม.5", "subdistrict-municipality"),
        ("อบต.กม.5", "sao"),
        ("องค์การบริหารส่วนตำบลกม.5", "sao"),
    ],
)
@pytest.mark.parametrize("place", ["", PLACE])
def test_the_number_is_part_of_the_name(printed: str, kind: str, place: str) -> None:
    body = reporting_body(document(f"รายงานผลการประเมิน ITA ปี 2565\n{printed} {place}")).body
    assert body is not None
    assert (body.kind, body.name) == (kind, "กม.5")
    assert body.province == ("ประจวบคีรีขันธ์" if place else "")


@pytest.mark.parametrize("score", ["90.00", "85.12", "9.5"])
def test_a_score_behind_it_is_none_of_its_number(score: str) -> None:
    (mention,) = mentions(f"เทศบาลตำบล กม.5 {score} คะแนน")
    assert mention.printed.replace(" ", "") == "เทศบาลตำบลกม.5"


def test_in_a_list_of_bodies_it_has_its_own_scores() -> None:
    facts = read(
        document(
            "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 จังหวัดประจวบคีรีขันธ์\n\n"
            "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\n"
            "เทศบาลตำบล กม.5\t90.00\t80.00\t70.00\t79.00\n"
            "เทศบาลตำบลกุยบุรี\t91.00\t81.00\t71.00\t80.00"
        ),
        None,
    )
    totals = [score for score in facts.scores if score.item.item_type == "total"]
    assert [("กม.5" in score.body, str(score.value)) for score in totals] == [
        (True, "79.00"),
        (False, "80.00"),
    ]
