"""The same measure in a plan and in the report on it is one, and what is missing is told."""

from __future__ import annotations

import random

from pipeline.audit.auditor import audit
from pipeline.audit.model import Finding, ReadDocument
from pipeline.facts import DocumentFacts
from pipeline.measures.joining import joined, likeness, measure_ids, plain_title
from pipeline.read import read
from tests.pipeline.documents import document

BODY = "องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\n\n"
PLAN = (
    f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566\n{BODY}"
    "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
    "1. จัดทำคู่มือบริการประชาชน\tประชุม\tสำนักปลัด\n"
    "2. เปิดเผยราคากลางทุกโครงการ\tลงเว็บไซต์\tกองคลัง\n"
    "3. อบรมจริยธรรมพนักงาน\tเชิญวิทยากร\tสำนักปลัด"
)
REPORT = (
    f"รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2566\n{BODY}"
    "ที่\tโครงการ/มาตรการ\tผลการดำเนินงาน\tผู้รับผิดชอบ\n"
    "1\tโครงการเปิดเผยราคากลางทุกโครงการ\tลงประกาศ 12 ครั้ง\tกองคลัง\n"
    "2\tการจัดทำคู่มือบริการประชาชน\t-\tสำนักปลัด"
)


def documents(**texts: str) -> list[ReadDocument]:
    return [
        ReadDocument(name, f"{at:064d}", read(document(text)))
        for at, (name, text) in enumerate(sorted(texts.items()))
    ]


def ids(reads: list[ReadDocument]) -> dict[str, str]:
    """The id of each measure by document and title."""
    facts: dict[str, DocumentFacts] = {one.document: one.facts for one in reads}
    found = measure_ids(joined((r.document, r.sha256, r.facts) for r in reads))
    return {
        f"{name} {facts[name].measures[at].title}": identity
        for (name, at), identity in found.items()
    }


def flags(reads: list[ReadDocument], rule: str) -> list[Finding]:
    return [one for one in audit(reads).findings if one.rule == rule]


def test_a_measure_and_its_follow_up_share_an_id() -> None:
    found = ids(documents(plan=PLAN, report=REPORT))
    manual = found["plan จัดทำคู่มือบริการประชาชน"]
    assert manual == found["report การจัดทำคู่มือบริการประชาชน"]
    prices = found["plan เปิดเผยราคากลางทุกโครงการ"]
    assert prices == found["report โครงการเปิดเผยราคากลางทุกโครงการ"]
    assert len(set(found.values())) == 3


def test_ids_depend_neither_on_order_nor_on_file_names_nor_on_the_report() -> None:
    reads = documents(plan=PLAN, report=REPORT)
    first = ids(reads)
    shuffled = [*reads]
    random.Random(1).shuffle(shuffled)
    assert ids(shuffled) == first
    alone = ids(documents(plan=PLAN))
    assert alone.items() <= first.items()
    assert set(ids(documents(a=REPORT, b=PLAN)).values()) == set(first.values())


def test_measures_of_other_years_and_bodies_are_others() -> None:
    later = PLAN.replace("2566", "2567")
    neighbour = PLAN.replace("ตำบลบ้านค้อ", "ตำบลท่าพระ")
    found = ids(documents(plan=PLAN, later=later, neighbour=neighbour))
    assert len(set(found.values())) == 9


def test_two_rows_of_one_list_are_never_one_measure() -> None:
    twice = PLAN.replace("3. อบรมจริยธรรมพนักงาน", "3. เปิดเผยราคากลางทุกโครงการ")
    found = measure_ids(joined((r.document, r.sha256, r.facts) for r in documents(plan=twice)))
    assert len(set(found.values())) == 3


def test_readings_of_one_title_are_alike_and_other_measures_are_not() -> None:
    title = "จัดทำคู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่"
    misread = "จัดทำคู่มือหรือแนวทางการปฎิบัติงานของเจ้าหน้าที"
    assert likeness(plain_title(title), plain_title(misread)) > 92
    assert likeness("เผยแพร่ข้อมูลการจัดซื้อจัดจ้าง", "ปรับปรุงข้อมูลการจัดซื้อจัดจ้าง") == 0
    assert likeness("ปรับปรุงข้อมูลการจัดซื้อจัดจ้างรายเดือน", "ปรับปรุงข้อมูลการจัดซื้อจัดจ้างรายปี") == 0
    assert likeness("เปิดช่องทางให้ประชาชนเสนอความเห็น", "เปิดช่องทางให้ประชาชนผู้รับบริการเสนอความเห็น") > 80
    assert likeness("ประชุมครั้งที่1", "ประชุมครั้งที่2") == 0


def test_what_was_planned_and_not_reported_is_told() -> None:
    (flag,) = flags(documents(plan=PLAN, report=REPORT), "measure-unreported")
    assert (flag.printed, flag.severity, flag.document) == ("อบรมจริยธรรมพนักงาน", "info", "plan")
    assert (flag.fiscal_year, flag.page) == (2566, 1)


def test_a_plan_without_any_report_on_it_raises_nothing() -> None:
    assert not flags(documents(plan=PLAN), "measure-unreported")
    other_year = REPORT.replace("2566", "2567")
    assert not flags(documents(plan=PLAN, report=other_year), "measure-unreported")


def test_what_was_reported_without_a_result_is_told() -> None:
    (flag,) = flags(documents(report=REPORT), "measure-without-result")
    assert (flag.printed, flag.severity) == ("การจัดทำคู่มือบริการประชาชน", "info")


def test_a_form_whose_results_are_still_to_be_filled_in_raises_nothing() -> None:
    form = REPORT.replace("ลงประกาศ 12 ครั้ง", "")
    assert not flags(documents(form=form), "measure-without-result")
