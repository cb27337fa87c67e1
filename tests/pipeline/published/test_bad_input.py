"""What is wrong in a table is said with file, row and column, and sound rows are audited."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from parsers.errors import UsageError
from pipeline.published.run import Settings, audit_tables
from tests.pipeline.published.conftest import HEADER, NAMES, OTHER, SOUND, TEN, Result

Audit = Callable[..., Result]


def test_a_table_without_recognisable_columns_is_refused_and_the_next_one_read(
    audited: Audit,
) -> None:
    result = audited(a_csv=[("ชื่อ", "โทรศัพท์"), ("ก", "1")], b_csv=[HEADER, SOUND])
    documents = {row["document"]: row for row in result.rows("documents")}
    assert (documents["a.csv"]["status"], documents["a.csv"]["reason"]) == (
        "quarantined",
        "no-columns",
    )
    assert "«ชื่อ», «โทรศัพท์»" in documents["a.csv"]["detail"]
    assert documents["b.csv"]["status"] == "ok"
    assert result.outcome.quarantined
    assert [year["verdict"] for year in result.years] == ["consistent"]


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"%PDF-1.4", b"PK\x03\x04broken", b"\x00\x01\x02" * 99]
)
def test_files_that_are_no_tables_are_refused_with_a_sentence(
    audited: Audit, content: bytes
) -> None:
    result = audited(a_csv=content)
    (row,) = result.rows("documents")
    assert row["status"] == "quarantined"
    assert row["detail"].endswith(".")
    assert all(notice.th for notice in result.said)


def test_a_header_that_comes_again_on_every_page_is_no_row_of_scores(audited: Audit) -> None:
    result = audited(a_csv=[HEADER, SOUND, HEADER, OTHER])
    assert "Row 3: the header again" in result.text()
    assert not result.problems()
    assert [year["verdict"] for year in result.years] == ["consistent", "consistent"]


def test_a_row_of_extremes_is_of_no_agency(audited: Audit) -> None:
    highest = ("คะแนนสูงสุด", "", "", "2564", *(["99.00"] * 11), "AA")
    result = audited(a_csv=[HEADER, SOUND, highest])
    assert len(result.years) == 1
    assert "Row 3: sums or averages" in result.text()


def test_numbers_alone_out_of_order_are_said_to_name_nothing(audited: Audit) -> None:
    numbers = [f"ตัวชี้วัดที่ {number}" for number in range(10, 0, -1)]
    header = (*HEADER[:4], *numbers, *HEADER[14:])
    result = audited(a_csv=[header, (*SOUND[:4], *reversed(TEN), *SOUND[14:])])
    assert "E «ตัวชี้วัดที่ 10», F «ตัวชี้วัดที่ 9»" in result.problems()
    assert "do not say which indicator is which" in result.problems()
    assert [year["verdict"] for year in result.years] == ["incomplete"]


def test_a_signed_number_is_said_to_be_no_score(audited: Audit) -> None:
    result = audited(a_csv=[HEADER, (*SOUND[:4], "-๕.00", *SOUND[5:])])
    assert "row 2: «-๕.00» is no score: scores have no sign" in result.problems()


def test_words_in_number_cells_name_row_and_column_and_the_rest_is_audited(audited: Audit) -> None:
    wrong = (*OTHER[:6], "รอผล", *OTHER[7:])
    result = audited(a_csv=[HEADER, SOUND, wrong, (*SOUND[:3], "2562", *SOUND[4:])])
    assert "Column G «การใช้อำนาจ», row 3: «รอผล» is no number" in result.problems()
    verdicts = {row["fiscal_year"]: row["verdict"] for row in result.years}
    assert verdicts == {"2564": "consistent", "2565": "incomplete", "2562": "consistent"}
    (document,) = result.rows("documents")
    assert (document["status"], document["reason"]) == ("partial", "cells-passed-over")
    assert "row 3" in document["detail"]


def test_a_wrong_year_names_row_and_column(audited: Audit) -> None:
    result = audited(a_csv=[HEADER, SOUND, (*OTHER[:3], "3105", *OTHER[4:])])
    assert "Column D «ปีงบประมาณ», row 3: «3105» is no fiscal year" in result.problems()
    assert len(result.years) == 1
    assert len(result.rows("scores")) == 22


def test_duplicate_headers_with_different_values_are_not_used(audited: Audit) -> None:
    header = (*HEADER[:14], "คะแนนรวม", "คะแนนรวม")
    result = audited(a_csv=[header, (*SOUND[:14], "56.72", "57.00")])
    assert "columns O «คะแนนรวม», P «คะแนนรวม» say the same" in result.problems()
    assert result.years[0]["total"] == ""
    same = audited(b_csv=[header, (*SOUND[:14], "56.72", "56.72")])
    assert same.years[0]["total"] == "56.72"
    assert not same.problems()


def test_two_columns_of_agencies_leave_it_open_whose_scores_these_are(audited: Audit) -> None:
    header = ("หน่วยงาน", "หน่วยงาน", "ปี", "คะแนนรวม")
    result = audited(a_csv=[header, ("อบต.ก", "อบต.ข", "2564", "90.00")])
    assert result.rows("documents")[0]["reason"] == "duplicate-columns"


def test_rows_of_any_length_are_read(audited: Audit) -> None:
    lines = [",".join(HEADER), ",".join((*SOUND, "", "", "x")), ",".join(OTHER[:15])]
    years = audited(a_csv="\n".join(lines)).years
    assert [row["verdict"] for row in years] == ["consistent", "consistent"]


def test_values_without_an_agency_are_passed_over_and_said(audited: Audit) -> None:
    header = ("หน่วยงาน", *NAMES)
    result = audited(ITA_2564_csv=[header, ("อบต.ก้านเหลือง", *TEN), ("", *TEN)])
    assert "Row 3: values without the name of an agency" in result.problems()
    assert len(result.years) == 1


def test_a_repeated_agency_year_with_other_values_is_a_conflict(audited: Audit) -> None:
    other = (*SOUND[:4], "92.76", *SOUND[5:])
    result = audited(a_csv=[HEADER, SOUND, other])
    assert "value-conflict" in result.rules
    assert result.years[0]["i1"] == ""
    assert {row["assurance"] for row in result.rows("scores") if row["code"] == "1"} == {"disputed"}
    twice = audited(b_csv=[HEADER, SOUND, SOUND])
    assert twice.years[0]["verdict"] == "consistent"
    assert {row["occurrences"] for row in twice.rows("scores")} == {"2"}


def test_a_dataset_is_never_written_over_its_own_input(audited: Audit) -> None:
    first = audited(a_csv=[HEADER, SOUND])
    with pytest.raises(UsageError, match="Name another folder"):
        audit_tables((str(first.out / "scores.csv"),), Settings(first.out), lambda *_: None)


@pytest.mark.parametrize(
    ("rows", "strict", "code"),
    [([HEADER, SOUND], True, 0), ([HEADER, (*SOUND[:14], "99.00", "")], False, 0),
     ([HEADER, (*SOUND[:14], "99.00", "")], True, 4), ([("x", "y")], False, 3)],
)  # fmt: skip
def test_the_command_ends_with_the_codes_of_the_contract(
    tmp_path: Path, rows: list[tuple[str, ...]], strict: bool, code: int
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    call = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "audit",
        str(table),
        "--out",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(
        [*call, *(["--strict"] if strict else [])], capture_output=True, text=True
    )
    assert done.returncode == code
    assert done.stdout == ""
    assert "a.csv" in done.stderr
    again = subprocess.run([*call, "--lang", "th"], capture_output=True, text=True)
    assert "ตาราง" in again.stderr


def test_a_missing_table_is_a_usage_error(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "pipeline.cli", "audit", str(tmp_path / "none.csv")]
    done = subprocess.run(call, capture_output=True, text=True)
    assert done.returncode == 2


def test_every_file_of_a_dataset_is_written(audited: Audit) -> None:
    result = audited(a_csv=[HEADER, SOUND])
    from pipeline.tables.fields import FILES

    assert {path.name for path in result.out.iterdir() if path.is_file()} == set(FILES)
    assert [row["agency_id"] for row in result.rows("agencies")] == [result.years[0]["agency_id"]]
    assert json.loads((result.out / "run.json").read_text())["agency_years"] == 1


HEADS = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "ปี 2564", "การปฏิบัติหน้าที่", "IIT", "EIT", "OIT",
         "คะแนนรวม", "ระดับ", "ตัวชี้วัด", "คะแนน", "target", "2563", "code", "score", "IIT (ถ่วงน้ำหนัก 30)",
         "EIT ส่วนที่ 1", "", "หมายเหตุ", "ตัวชี้วัดที่ 1", "index1", "total", "คะแนนเต็ม", "ประเภท")  # fmt: skip
CELLS = ("91.76", "๘๕.๐๐", "", "-", "abc", "100", "101", "-5", "2564", "2565", "อบต.ก้านเหลือง", "ศรีสะเกษ",
         "A", "ผ่าน", "การปฏิบัติหน้าที่", "IIT", "total", "28.04/30", "92.45 (+2.10)", "1", "10", "9.1", "I1",
         "\n", "a,b", '"', "99999999999999", "0.0000001", "รวม", "=")  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_in_a_table_ends_in_a_dataset_and_the_same_by_either_way(
    tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    width = chance.randint(1, 9)
    rows = [[chance.choice(HEADS) for _ in range(width)] for _ in range(chance.randint(1, 2))]
    for _ in range(chance.randint(0, 12)):
        length = max(1, width + chance.choice((0, 0, 0, -1, 1)))
        rows.append([chance.choice(CELLS) for _ in range(length)])
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    for folder, screened in (("fast", True), ("slow", False)):
        settings = Settings(tmp_path / folder, screened=screened)
        audit_tables((str(table),), settings, lambda *_: None)
    for name in ("documents", "scores", "agency_years", "flags", "agencies"):
        fast, slow = (tmp_path / folder / f"{name}.csv" for folder in ("fast", "slow"))
        assert fast.read_bytes() == slow.read_bytes()


def test_a_row_without_a_name_is_not_given_to_the_body_above_in_the_same_year(
    audited: Audit,
) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    first = ("อบต.ก้านเหลือง", "2565", "80.00", "80.00", "80.00", "80.00")
    earlier = ("", "2564", "70.00", "70.00", "70.00", "70.00")
    nameless = ("", "2565", "71.00", "71.00", "71.00", "71.00")
    result = audited(a_csv=[header, first, earlier, nameless])
    assert [(year["fiscal_year"], year["verdict"]) for year in result.years] == [
        ("2564", "consistent"),
        ("2565", "consistent"),
    ]
    assert "Row 4: values without the name of an agency" in result.problems()


def test_many_contradicting_rows_are_told_in_one_readable_sentence(audited: Audit) -> None:
    rows = [(*SOUND[:4], f"{50 + n}.00", *SOUND[5:]) for n in range(40)]
    result = audited(a_csv=[HEADER, *rows])
    (flag,) = [one for one in result.rows("flags") if one["rule"] == "value-conflict"]
    assert "61.00 (a.csv, row 13, column E); and 28 more" in flag["message"]
    assert "62.00" not in flag["message"]
    assert "และอีก 28 แห่ง" in flag["message_th"]


def test_fractions_of_1_are_not_taken_for_scores_of_100(audited: Audit) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    result = audited(a_csv=[header, ("อบต.ก้านเหลือง", "2564", "0.9", "0.8", "0.9", "0.87")])
    (document,) = result.rows("documents")
    assert (document["status"], document["reason"][:9]) == ("quarantined", "fractions")
    assert "such as 0.9" in document["reason"] + result.text()
