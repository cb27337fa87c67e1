"""Sentences that the end of a page, or of a line, cuts."""

from __future__ import annotations

from pathlib import Path

from parsers.pdf import parse
from pipeline.scores.find import find_scores
from tests.pdfs import draw
from tests.pipeline.documents import document

PROSE = ["องค์การบริหารส่วนตำบลดอนทรายจัดประชุมประชาคมหมู่บ้านทุกปีตามแผนที่กำหนดไว้"] * 3


def scores(path: Path) -> dict[str, tuple[str, str, int | None]]:
    return {
        score.item.code: (str(score.value), score.printed, score.place.page)
        for score in find_scores(parse(path), 2567).scores
    }


def test_a_score_that_begins_the_next_page_is_that_of_the_sentence_before(tmp_path: Path) -> None:
    path = draw(
        tmp_path / "a.pdf",
        [*PROSE, "ในภาพรวมหน่วยงานได้คะแนนรวมเท่ากับ", "- 1 -"],
        ["85.20 คะแนน อยู่ในระดับ A", *PROSE],
    )
    assert scores(path) == {"total": ("85.20", "85.20", 2)}


def test_words_of_having_may_begin_the_next_page(tmp_path: Path) -> None:
    path = draw(
        tmp_path / "a.pdf",
        [*PROSE, "ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนน"],
        ["หน้า 2", "ร้อยละ 91.25 และตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ได้คะแนนร้อยละ 88.10"],
    )
    assert {code: value for code, (value, *_) in scores(path).items()} == {
        "3": "91.25",
        "4": "88.10",
    }


def test_a_number_cut_behind_its_point_is_whole_and_the_pages_number_no_score(
    tmp_path: Path,
) -> None:
    path = draw(
        tmp_path / "a.pdf",
        [*PROSE, "ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนนร้อยละ 91.", "1"],
        ["25 และตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ได้คะแนนร้อยละ 88.10", "2"],
    )
    assert scores(path)["3"] == ("91.25", "91.25", 1)


def test_a_number_cut_by_the_end_of_a_line_is_whole() -> None:
    text = "ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนนร้อยละ 91.\n25 และการใช้งบประมาณ ได้ร้อยละ 88.10"
    found = find_scores(document(text), 2567).scores
    assert [(one.item.code, str(one.value)) for one in found] == [("3", "91.25"), ("2", "88.10")]


def test_a_number_that_lost_its_decimals_is_no_score() -> None:
    text = "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้คะแนนร้อยละ 77.\n\nจบรายงาน"
    assert find_scores(document(text), 2567).scores == ()


def test_a_heading_at_the_end_of_a_page_takes_no_number_of_the_next(tmp_path: Path) -> None:
    path = draw(
        tmp_path / "a.pdf",
        [*PROSE, "การใช้อำนาจของผู้บริหารเป็นไปด้วยดี"],
        ["ผู้ตอบแบบวัดร้อยละ 62.16 ของกลุ่มตัวอย่าง", *PROSE],
    )
    assert scores(path) == {}
