"""Pages whose numbers contradict each other are read twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.sheets import Sheet, write_pdf
from parsers import parse
from parsers.model import Document
from pipeline.facts import DocumentFacts
from pipeline.read import read
from pipeline.second_opinion import DOUBT, with_second_opinion

NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip


def report(path: Path, total: str) -> tuple[Document, DocumentFacts]:
    rows = [["ตัวชี้วัด", "คะแนน"], *([name, "90.00"] for name in NAMES), ["คะแนนรวม", total]]
    title, body = "ผลการประเมิน ITA ปี 2565", "องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น"
    write_pdf(path, [Sheet(title, body, rows, "จบ")])
    document = parse(path)
    return document, read(document)


def test_an_authors_mistake_that_both_readers_see_is_read_as_surely_as_before(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.pdf"
    document, facts = report(path, "80.00")
    assert with_second_opinion(path, document, facts) == facts


def test_a_disputed_number_that_the_second_reader_does_not_see_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    document, facts = report(path, "90.00")
    misread = tuple(
        replace(score, value=Decimal("96.00"), printed="96.00") if score.item.code == "9" else score
        for score in facts.scores
    )
    seen = with_second_opinion(path, document, replace(facts, scores=misread))
    sure = {score.item.code: score.place.confidence for score in seen.scores}
    assert sure.pop("9") == DOUBT
    assert set(sure.values()) == {1.0}


def test_sound_reports_and_other_formats_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    document, facts = report(path, "90.00")
    monkeypatch.setattr(
        "parsers.pdf.second_opinion.read_page", lambda *_: pytest.fail("read twice")
    )
    assert with_second_opinion(path, document, facts) is facts
    text = replace(document, media_type="text/plain")
    assert with_second_opinion(path, text, facts) is facts


def test_a_reader_that_sees_hardly_any_of_the_numbers_has_no_say(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    document, facts = report(path, "80.00")
    write_pdf(path, [Sheet("อื่น", "อื่น", [["ก", "11.11"]], "จบ")])
    assert with_second_opinion(path, document, facts) is facts
