"""Runs of the command: what it reads, writes, refuses and survives."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPORT = """ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565
องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น

ตัวชี้วัด\tคะแนน
การปฏิบัติหน้าที่\t90.00
การใช้งบประมาณ\t80.00
การใช้อำนาจ\t85.00
การใช้ทรัพย์สินของราชการ\t84.00
การแก้ไขปัญหาการทุจริต\t86.00
คุณภาพการดำเนินงาน\t75.00
ประสิทธิภาพการสื่อสาร\t76.00
การปรับปรุงการทำงาน\t77.00
การเปิดเผยข้อมูล\t60.00
การป้องกันการทุจริต\t50.00
คะแนนรวม\t{total}
"""
SOUND = REPORT.format(total="70.30")
WRONG = REPORT.format(total="79.30")


def sucharit(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[3],
    )


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and p.name != "run.json"}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "sound.txt").write_text(SOUND, encoding="utf-8")
    return folder


def test_a_sound_report_ends_with_zero_and_says_nothing_on_standard_output(
    reports: Path, tmp_path: Path
) -> None:
    done = sucharit("ingest", reports, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    (row,) = table(tmp_path / "out", "agency_years")
    assert (row["verdict"], row["assurance"], row["total"]) == ("consistent", "proved", "70.30")
    assert row["agency_id"] == "sao-บ้านค้อ-เมืองขอนแก่น-ขอนแก่น"
    assert table(tmp_path / "out", "flags") == []


def test_every_bad_document_is_a_row_with_a_reason_and_the_rest_is_read(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (reports / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (reports / "japanese.txt").write_bytes(("日本語の報告書です。" * 20).encode("shift_jis"))
    (reports / "table.json").write_text("[1, 2]", encoding="utf-8")
    (reports / "letter.txt").write_text("ประกาศเรื่องวันหยุดราชการ", encoding="utf-8")
    done = sucharit("ingest", reports, "--out", tmp_path / "out")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    rows = {row["document"]: row for row in table(tmp_path / "out", "documents")}
    assert {name: (row["status"], row["reason"]) for name, row in rows.items()} == {
        "sound.txt": ("ok", ""),
        "letter.txt": ("ok", "no-facts"),
        "empty.txt": ("quarantined", "empty"),
        "blank.txt": ("quarantined", "empty"),
        "cut.pdf": ("quarantined", "damaged"),
        "binary.txt": ("quarantined", "not-text"),
        "japanese.txt": ("quarantined", "unknown-encoding"),
        "table.json": ("quarantined", "unsupported-format"),
    }
    assert all(row["detail"] for row in rows.values() if row["status"] == "quarantined")


def test_the_same_input_gives_the_same_bytes_whatever_the_jobs_and_however_often(
    reports: Path, tmp_path: Path
) -> None:
    for number in range(5):
        (reports / f"more{number}.txt").write_text(WRONG + f"\nฉบับที่ {number}", encoding="utf-8")
    for out, options in (("one", ["--jobs", "1"]), ("two", ["--jobs", "2"]), ("two", [])):
        sucharit("ingest", reports, "--out", tmp_path / out, *options)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    assert json.loads((tmp_path / "two" / "run.json").read_text())["documents_reused"] == 6
    sucharit("ingest", reports, "--out", tmp_path / "two", "--fresh")
    assert json.loads((tmp_path / "two" / "run.json").read_text())["documents_reused"] == 0
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_strict_ends_with_four_only_where_an_error_is_flagged(
    reports: Path, tmp_path: Path
) -> None:
    assert sucharit("ingest", reports, "--out", tmp_path / "a", "--strict").returncode == 0
    (reports / "wrong.txt").write_text(WRONG, encoding="utf-8")
    assert sucharit("ingest", reports, "--out", tmp_path / "b", "--strict").returncode == 4
    assert sucharit("ingest", reports, "--out", tmp_path / "b").returncode == 0


@pytest.mark.parametrize("arguments", [["ingest"], ["ingest", "no-such-file"], ["nonsense"]])
def test_a_wrong_call_ends_with_two_and_a_sentence(arguments: list[str], tmp_path: Path) -> None:
    done = sucharit(*arguments, *(["--out", str(tmp_path)] if len(arguments) > 1 else []))
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_folder_with_nothing_to_read_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ".hidden").write_text("x")
    done = sucharit("ingest", tmp_path / "in", "--out", tmp_path / "out", "--lang", "th")
    assert done.returncode == 2
    assert "ไม่พบไฟล์" in done.stderr


def test_files_that_somebody_else_wrote_are_never_written_over(
    reports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "scores.csv").write_text("mine")
    done = sucharit("ingest", reports, "--out", out)
    assert done.returncode == 2
    assert (out / "scores.csv").read_text() == "mine"


def test_members_of_archives_are_read_and_dangerous_ones_refused(
    reports: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(reports / "set.zip", "w") as archive:
        archive.writestr("inner/report.txt", WRONG)
        archive.writestr("../escape.txt", SOUND)
        archive.writestr("nested.zip", b"PK")
    (reports / "broken.zip").write_bytes(b"PK\x03\x04 not really")
    done = sucharit("ingest", reports, "--out", tmp_path / "out")
    assert done.returncode == 3
    rows = {row["document"]: row["reason"] for row in table(tmp_path / "out", "documents")}
    assert rows == {
        "sound.txt": "",
        "set.zip!inner/report.txt": "",
        "set.zip!escape.txt": "unsafe-archive-member",
        "set.zip!nested.zip": "nested-archive",
        "broken.zip": "damaged",
    }
    assert not (tmp_path / "escape.txt").exists()


def test_documents_of_one_name_in_two_inputs_stay_apart(tmp_path: Path) -> None:
    for name, text in (("a", SOUND), ("b", WRONG)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text, encoding="utf-8")
    sucharit("ingest", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")
    names = [row["document"] for row in table(tmp_path / "out", "documents")]
    assert len(set(names)) == 2
    assert all(name.endswith("report.txt") for name in names)


def test_an_official_register_gives_ids_their_code(reports: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text(
        "kind,name,district,province,code\nsao,บ้านค้อ,เมืองขอนแก่น,ขอนแก่น,6400123\n", encoding="utf-8"
    )
    sucharit("ingest", reports, "--out", tmp_path / "out", "--agencies", register)
    (row,) = table(tmp_path / "out", "agency_years")
    assert "6400123" in row["agency_id"]


def test_a_faulty_register_is_refused_by_row_and_column(reports: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text("kind,name,district,province,code\nsao,,เมือง,ขอนแก่น,1\n", encoding="utf-8")
    done = sucharit("ingest", reports, "--out", tmp_path / "out", "--agencies", register)
    assert done.returncode == 2
    assert "row 2" in done.stderr


def test_cells_that_a_spreadsheet_would_run_are_neutralised_when_asked(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "=cmd.txt").write_text(SOUND, encoding="utf-8")
    sucharit("ingest", reports, "--out", tmp_path / "plain")
    sucharit("ingest", reports, "--out", tmp_path / "safe", "--excel-safe")
    assert "=cmd.txt" in {row["document"] for row in table(tmp_path / "plain", "documents")}
    assert "'=cmd.txt" in {row["document"] for row in table(tmp_path / "safe", "documents")}
