"""Archives give their documents and nothing else."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from parsers import parse
from pipeline.run.archives import MAX_MEMBERS
from pipeline.run.inputs import Source, find_sources
from tests.parsers.office import word, workbook

TEXT = "<w:p><w:r><w:t>ผลการประเมิน</w:t></w:r></w:p>"
ROWS = '<row r="1"><c r="A1" t="str"><v>ผลการประเมิน</v></c></row>'


@pytest.fixture
def office(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "office"
    folder.mkdir()
    return {
        "report.docx": word(folder / "report.docx", TEXT),
        "scores.xlsx": workbook(folder / "scores.xlsx", ROWS),
    }


def sources(tmp_path: Path, *inputs: Path) -> dict[str, Source]:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    return {one.document: one for one in find_sources([str(one) for one in inputs], workspace)}


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_office_files_inside_archives_are_documents(
    tmp_path: Path, office: dict[str, Path], kind: str
) -> None:
    archive = tmp_path / f"set.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(archive, "w") as packed:
            for name, path in office.items():
                packed.write(path, f"inner/{name}")
    else:
        with tarfile.open(archive, "w:gz") as tarred:
            for name, path in office.items():
                tarred.add(path, f"inner/{name}")
    found = sources(tmp_path, archive)
    assert set(found) == {f"set.{kind}!inner/{name}" for name in office}
    assert all(parse(one.path).lines[0].text == "ผลการประเมิน" for one in found.values())


def test_an_office_file_that_is_called_an_archive_is_one_document(
    tmp_path: Path, office: dict[str, Path]
) -> None:
    renamed = office["report.docx"].rename(tmp_path / "report.zip")
    (source,) = sources(tmp_path, renamed).values()
    assert source.document == "report.zip"
    assert parse(source.path).parser == "docx"


def test_one_damaged_member_does_not_spoil_the_others(
    tmp_path: Path, office: dict[str, Path]
) -> None:
    archive = tmp_path / "set.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "ก" * 200)
        packed.write(office["report.docx"], "b.docx")
    data = bytearray(archive.read_bytes())
    data[80:90] = b"\x00" * 10
    archive.write_bytes(data)
    found = sources(tmp_path, archive)
    refused = {name: one.refused.reason if one.refused else "" for name, one in found.items()}
    assert refused == {"set.zip!a.txt": "damaged", "set.zip!b.docx": ""}


def test_a_member_packed_in_an_unknown_way_is_told(tmp_path: Path) -> None:
    archive = tmp_path / "set.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "ก")
    data = archive.read_bytes()
    central = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    changed[8:10] = changed[central + 10 : central + 12] = (9).to_bytes(2, "little")
    archive.write_bytes(changed)
    (source,) = sources(tmp_path, archive).values()
    assert source.refused is not None
    assert source.refused.reason == "unsupported-format"


def test_an_archive_of_too_many_files_is_refused_as_a_whole(tmp_path: Path) -> None:
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for number in range(MAX_MEMBERS + 1):
            packed.writestr(str(number), b"")
    (only,) = sources(tmp_path, archive).values()
    assert only.refused is not None
    assert only.refused.reason == "archive-too-large"
    assert "20,000" in only.refused.message


def reasons(found: dict[str, Source]) -> dict[str, str]:
    return {name: one.refused.reason if one.refused else "" for name, one in found.items()}


def test_an_archive_whose_names_are_garbage_is_damaged_and_ends_no_run(tmp_path: Path) -> None:
    archive = tmp_path / "set.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("รายงาน.txt", "ก" * 200)
    archive.write_bytes(archive.read_bytes().replace("ร".encode(), b"\xff\xff\xff"))
    (tmp_path / "b.txt").write_text("ข", encoding="utf-8")
    found = reasons(sources(tmp_path, archive, tmp_path / "b.txt"))
    assert found == {"set.zip": "damaged", "b.txt": ""}


@pytest.mark.parametrize(
    ("name", "told"),
    [("", {"set.zip": "damaged"}), (".", {"set.zip!member": "unsafe-archive-member"})],
)
def test_a_member_without_a_name_ends_no_run(
    tmp_path: Path, name: str, told: dict[str, str]
) -> None:
    archive = tmp_path / "set.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        info = zipfile.ZipInfo("x")
        info.filename = name
        packed.writestr(info, "ก")
    assert reasons(sources(tmp_path, archive)) == told


def test_an_archive_that_holds_nothing_is_told(tmp_path: Path) -> None:
    swollen = tmp_path / "set.tar.gz"
    swollen.write_bytes(gzip.compress(bytes(10_000_000)))
    with zipfile.ZipFile(tmp_path / "none.zip", "w"):
        pass
    found = reasons(sources(tmp_path, swollen, tmp_path / "none.zip"))
    assert found == {"set.tar.gz": "empty", "none.zip": "empty"}


def test_a_name_in_an_old_thai_encoding_is_read(tmp_path: Path) -> None:
    archive = tmp_path / "set.tar.gz"
    with tarfile.open(archive, "w:gz", encoding="cp874", format=tarfile.GNU_FORMAT) as tarred:
        info = tarfile.TarInfo("รายงาน.txt")
        info.size = 1
        tarred.addfile(info, io.BytesIO(b"a"))
    assert set(sources(tmp_path, archive)) == {"set.tar.gz!รายงาน.txt"}


def test_two_files_of_one_name_in_an_archive_are_two_documents(tmp_path: Path) -> None:
    archive = tmp_path / "set.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "คะแนน 95.12")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("a.txt", "คะแนน 90.10")
    found = sources(tmp_path, archive)
    texts = {name: one.path.read_text(encoding="utf-8") for name, one in found.items()}
    assert texts == {"set.zip!a.txt": "คะแนน 95.12", "set.zip!a.txt (2)": "คะแนน 90.10"}
