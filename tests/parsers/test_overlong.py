"""Texts that no report holds are read within seconds, and lose no value."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from parsers import parse
from parsers.overlong import NOTICE
from pipeline.run.worker import read_file

HEAD = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565\nองค์การบริหารส่วนตำบลบ้านค้อ จังหวัดขอนแก่น\n"
ROWS = "ตัวชี้วัด,คะแนน\nการปฏิบัติหน้าที่,90.00\nการใช้งบประมาณ,80.00\nคะแนนรวม,70.30\n"
SECONDS = 20


@pytest.mark.parametrize("sign", ["9", ".", " ", "ก"])
@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_a_run_of_alike_characters_is_read_like_a_short_one(
    tmp_path: Path, sign: str, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(f"{HEAD}{sign * 2_000_000}\n{ROWS}", encoding="utf-8")
    started = time.monotonic()
    record = read_file(path, None)
    assert time.monotonic() - started < SECONDS
    assert record.facts is not None
    if suffix == ".csv":
        assert {str(score.value) for score in record.facts.scores} == {"90.00", "80.00", "70.30"}


def test_a_value_behind_a_long_leader_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{HEAD}คะแนนรวม {'.' * 3000}90.00", encoding="utf-8")
    (line,) = parse(path).lines[2:]
    assert line.text.endswith(".90.00")
    assert len(line.text) < 1000


def test_what_is_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HEAD + "ข้อความ " * 30_000, encoding="utf-8")
    document = parse(path)
    assert document.pages[0].notices == (NOTICE,)
    record = read_file(path, None)
    assert (record.status, record.reason) == ("partial", f"{NOTICE}: 1")


def test_a_quote_that_is_never_closed_takes_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = "การใช้งบประมาณ,80.00\n" * 2_000
    path.write_text(f'{HEAD}ตัวชี้วัด,คะแนน\n"การปฏิบัติหน้าที่,90.00\n{lines}', encoding="utf-8")
    started = time.monotonic()
    read_file(path, None)
    assert time.monotonic() - started < SECONDS
