"""Names of files and folders help where the text leaves the body open, and never against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.agency import reporting_body
from pipeline.agency.known.identity import agency_id
from pipeline.agency.reporter.path_vote import hear_path
from pipeline.run.ingest import Settings, ingest
from tests.pipeline.documents import document

OPEN = "รายงานผลการประเมิน ITA\nองค์การบริหารส่วนตำบลแม่คำมี"
BARE = "รายงานผลการประเมิน ITA ปี 2565\n\nคะแนนรวม 90.00 คะแนน"
SURE = "รายงานผลการประเมิน ITA\nองค์การบริหารส่วนตำบลแม่ตืน อำเภอลี้ จังหวัดลำพูน"


def heard(text: str, path: str) -> tuple[str, str, str]:
    vote = hear_path(reporting_body(document(text)), path)
    body = vote.reporter.body
    return vote.part, vote.reporter.status, agency_id(body) if body else ""


@pytest.mark.parametrize(
    "path",
    [
        "แพร่/หนองม่วงไข่/ita.pdf",
        "จังหวัดแพร่/อำเภอหนองม่วงไข่/ita.pdf",
        "อบต.แม่คำมี_อ.หนองม่วงไข่_จ.แพร่_2565.pdf",
        "all.zip!จ.แพร่/อ.หนองม่วงไข่/ita.pdf",
    ],
)
def test_a_path_tells_namesakes_apart(path: str) -> None:
    assert heard(OPEN, path) == ("decided", "resolved", "sao-แม่คำมี-หนองม่วงไข่-แพร่")


def test_a_path_that_fits_no_candidate_decides_nothing_and_is_told() -> None:
    assert heard(OPEN, "จังหวัดภูเก็ต/ita.pdf") == ("conflict", "ambiguous", "sao-แม่คำมี")
    assert heard(OPEN, "เทศบาลนครขอนแก่น.pdf") == ("conflict", "ambiguous", "sao-แม่คำมี")


def test_a_path_names_the_body_where_the_text_names_none() -> None:
    assert heard(BARE, "ลำพูน/ลี้/ITA_อบต.แม่ตืน_2565.pdf") == (
        "decided", "resolved", "sao-แม่ตืน-ลี้-ลำพูน",
    )  # fmt: skip
    assert heard(BARE, "กรมอนามัย-2565.pdf")[1:] == ("resolved", "department-อนามัย")
    assert heard(BARE, "อบต.แม่คำมี.pdf") == ("", "unknown", "")
    assert heard(BARE, "อบต.แม่ตืน และ อบต.แม่ลาน จ.ลำพูน.pdf") == ("", "unknown", "")
    assert heard(BARE, "scan0001.pdf") == ("", "unknown", "")


def test_a_path_never_counts_against_the_text() -> None:
    sure = "sao-แม่ตืน-ลี้-ลำพูน"
    assert heard(SURE, "อบต.แม่ตืน.pdf") == ("", "resolved", sure)
    assert heard(SURE, "จังหวัดลำพูน/ita.pdf") == ("", "resolved", sure)
    assert heard(SURE, "อบต.แม่ลาน อ.ลี้ จ.ลำพูน.pdf") == ("conflict", "resolved", sure)
    assert heard(SURE, "จังหวัดแพร่/ita.pdf") == ("conflict", "resolved", sure)


def test_who_gathered_the_files_is_no_body_of_them() -> None:
    assert heard(SURE, "สำนักงาน ป.ป.ช./กระทรวงมหาดไทย/ita.pdf")[0] == ""


def test_what_a_path_decides_stands_in_the_table_of_documents(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "จังหวัดแพร่" / "อำเภอหนองม่วงไข่"
    folder.mkdir(parents=True)
    (folder / "ita.txt").write_text(OPEN, encoding="utf-8")
    ingest((str(tmp_path / "in"),), Settings(tmp_path / "out"))
    told = (tmp_path / "out" / "documents.csv").read_text(encoding="utf-8")
    assert "sao-แม่คำมี-หนองม่วงไข่-แพร่" in told
    assert "names of file and folder decide it" in told
