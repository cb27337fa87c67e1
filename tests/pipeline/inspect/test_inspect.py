"""What a person is shown of one page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from corpus.sheets import Sheet, write_pdf

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    rows = [["ตัวชี้วัด", "คะแนน"], *([name, f"9{n}.5{n}"] for n, name in enumerate(NAMES))]
    blank = Sheet("คำนำ", "องค์การบริหารส่วนตำบลบ้านค้อ", [["ที่", "เรื่อง"]], "ไม่มีคะแนน")
    scores = Sheet("ผลการประเมิน ITA ปี 2565", "อบต.บ้านค้อ อ.เมืองขอนแก่น จ.ขอนแก่น", rows, "จบ")
    write_pdf(path, [blank, scores])
    return path


def inspect(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", "inspect", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_first_page_with_scores_is_listed_with_its_table_and_facts(report: Path) -> None:
    done = inspect(report)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("page 2 of 2, 595 × 842 pt; application/pdf")
    assert "row 1: การปฏิบัติหน้าที่ | 90.50" in done.stdout
    assert "score: 3 2565 = 92.52, printed “92.52” beside “การใช้อำนาจ”" in done.stdout
    assert "อำเภอ" not in done.stdout.split("body: ")[1].split("\n")[0]


def test_scores_of_other_bodies_say_whose_they_are(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    rows = [["หน่วยงาน", "คะแนนรวม"], ["อบต.บ้านค้อ", "91.20"], ["อบต.สาวะถี", "88.41"]]
    title = "ผลการประเมิน ITA ปี 2565 อำเภอเมืองขอนแก่น จังหวัดขอนแก่น"
    write_pdf(path, [Sheet(title, "รายชื่อหน่วยงาน", rows, "จบ")])
    listed = inspect(path).stdout
    assert "body “อบต.สาวะถี”: resolved, องค์การบริหารส่วนตำบลสาวะถี" in listed
    assert "score: total 2565 = 88.41 of อบต.สาวะถี, printed “88.41”" in listed


def test_a_page_can_be_asked_for_and_says_that_it_holds_nothing(report: Path) -> None:
    done = inspect(report, "--page", "1")
    assert "line 1" in done.stdout
    assert "no scores, statements or measures were recognised" in done.stdout


def test_a_page_that_is_not_there_is_named(report: Path) -> None:
    done = inspect(report, "--page", "9", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "has no page 9: it has 2 page(s)" in done.stderr


def test_scores_are_drawn_where_they_are_printed(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.png"
    assert inspect(report, "--png", target).returncode == 0
    with Image.open(target) as image:
        assert image.size == (1191, 1684)
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20)}
    assert (20, 140, 60) in colours
    assert (200, 90, 20) in colours


def test_a_file_that_is_no_picture_is_never_written_over(report: Path) -> None:
    before = report.read_bytes()
    done = inspect(report, "--png", report, "--lang", "th")
    assert done.returncode == 2
    assert "ไม่เขียนทับ" in done.stderr
    assert report.read_bytes() == before


def test_text_is_listed_and_has_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("ผลการประเมิน ITA ปี 2565\n\nคะแนนรวม 85.5 คะแนน\n", encoding="utf-8")
    assert "line 1: ผลการประเมิน ITA ปี 2565" in inspect(path).stdout
    refused = inspect(path, "--png", tmp_path / "p.png", "--lang", "en")
    assert refused.returncode == 2
    assert "is no PDF" in refused.stderr
