"""The tools whose speeds are compared read the same pages."""

from __future__ import annotations

from pathlib import Path

from benchmarks.machine import described
from benchmarks.speed import TOOLS, measure
from corpus.sheets import Sheet, write_pdf


def test_every_tool_reads_every_page_and_says_how_long_it_took(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    sheet = Sheet("ผลการประเมิน ITA ปี 2565", "อบต.บ้านค้อ", [["ตัวชี้วัด", "คะแนน"]] * 3, "จบ")
    write_pdf(path, [sheet, sheet, sheet])
    for tool in TOOLS:
        speed = measure(tool, [path, path])
        assert speed.pages == 6
        assert speed.seconds > 0
        assert speed.pages_per_second > 0
        assert speed.peak_mib > 10
    assert measure("pdfium", [path], [path, path]).pages == 3


def test_memory_is_that_of_the_measured_process_and_not_of_the_one_that_started_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, [Sheet("ผลการประเมิน ITA ปี 2565", "อบต.บ้านค้อ", [["ตัวชี้วัด", "คะแนน"]], "จบ")])
    held = bytearray(b"x" * (200 << 20))
    assert measure("pdfium", [path]).peak_mib < len(held) / (1 << 20)


def test_a_measurement_names_machine_and_versions() -> None:
    text = "\n".join(described(5, 10, "--only long"))
    for part in ("seed 5", "10 reports", "--only long", "cores", "Python", "pdfplumber"):
        assert part in text
