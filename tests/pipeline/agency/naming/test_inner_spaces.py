"""Spaces that a page or OCR puts inside names."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from pipeline.agency import reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from tests.pipeline.agency.battery import cases, local_bodies
from tests.pipeline.documents import document

ROWS = local_bodies()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("อบต.สี่เหลี ยม อ.ประโคนชัย จ.บุรีรัมย์", "sao-สี่เหลี่ยม-ประโคนชัย-บุรีรัมย์"),
        ("องค์การบริหารส่วนตำบลนาเสี ยร อำเภอเมือง จังหวัดชัยภูมิ", "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"),
        ("อบต.นาเสี ยว", "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"),
        ("อบต.นาเสียว อ.เมื อง จ.ชัยภู มิ", "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"),
        ("โรงเรียนบ้านหนอ งบัวแดง อ.เมือง จ.ชัยภูมิ", "school-บ้านหนองบัวแดง-เมืองชัยภูมิ-ชัยภูมิ"),
        ("โรงพยาบาลชัยภู มิ", "hospital-ชัยภูมิ-เมืองชัยภูมิ-ชัยภูมิ"),
        ("วิทยาลัยเทคนิคชัยภู มิ", "university-วิทยาลัยเทคนิคชัยภูมิ"),
        ("กรมการปกค รอง", "department-การปกครอง"),
    ],
)
def test_a_space_inside_a_name_does_not_cut_it(printed: str, expected: str) -> None:
    cell = resolve_mention(printed)
    said = f"ด้วย{printed} ได้รับการประเมิน ITA ประจำปี 2566"
    covered = f"รายงานผลการประเมิน ITA\n{printed}\n\nข้อความ"
    for found in (cell, reporting_body(document(said)), reporting_body(document(covered))):
        assert (found.status, agency_id(found.body) if found.body else "") == ("resolved", expected)


@pytest.mark.parametrize("behind", ["ครูและ", "ขอรายงาน", "ร่วมกับ อบต.โคกสูง", "มีคะแนน", "และ อ.เมือง"])
def test_a_name_that_no_list_holds_still_ends_at_a_space(behind: str) -> None:
    found = reporting_body(document(f"ด้วยอบต.นาสีเงิน {behind}"))
    assert found.body is not None
    assert found.body.name == "นาสีเงิน"


def test_an_unlisted_name_that_its_next_word_mends_is_kept_whole() -> None:
    found = reporting_body(document("องค์การบริหารส่วนตำบลสี่เหลี ยม\nรายงานผลการประเมิน ITA"))
    assert found.status == "unknown"
    assert found.body is not None
    assert found.body.name == "สี่เหลียม"


@pytest.mark.skipif(not ROWS, reason="the shared register is not here")
def test_reports_about_bodies_with_a_space_inside_their_name() -> None:
    rng = random.Random(3)
    outcomes: Counter[str] = Counter()
    for case in cases(rng.sample(ROWS, 80), "district and province", "none", seed=4):
        at = rng.randrange(1, len(case.name)) if len(case.name) > 2 else 1
        text = case.text.replace(case.name, f"{case.name[:at]} {case.name[at:]}")
        outcomes[case.outcome(reporting_body(document(text)))] += 1
    assert outcomes["wrong"] == 0
    assert outcomes["right"] / outcomes.total() >= 0.97
