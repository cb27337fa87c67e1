"""Which files a folder gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.run.inputs import Source, find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "reports"
    inside.mkdir()
    (inside / "report.txt").write_text("รายงาน", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("ความลับ", encoding="utf-8")
    return inside


def _sources(tmp_path: Path, *inputs: Path) -> dict[str, Source]:
    found = find_sources([str(one) for one in inputs], tmp_path / "workspace")
    return {one.document: one for one in found}


def _reason(source: Source) -> str:
    return source.refused.reason if source.refused else ""


@pytest.mark.parametrize("target", ["../secret.txt", "absolute"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, folder: Path, target: str) -> None:
    secret = tmp_path / "secret.txt"
    (folder / "link.txt").symlink_to(secret if target == "absolute" else target)
    found = _sources(tmp_path, folder)
    assert {name: _reason(one) for name, one in found.items()} == {
        "link.txt": "unsafe-link",
        "report.txt": "",
    }


def test_a_link_inside_the_folder_is_read(tmp_path: Path, folder: Path) -> None:
    (folder / "again.txt").symlink_to("report.txt")
    assert _reason(_sources(tmp_path, folder)["again.txt"]) == ""


def test_a_link_that_is_itself_an_input_is_read(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "secret.txt")
    linked = tmp_path / "linked"
    linked.symlink_to(folder, target_is_directory=True)
    found = _sources(tmp_path, link, linked)
    assert {name: _reason(one) for name, one in found.items()} == {"link.txt": "", "report.txt": ""}


def test_a_name_that_is_no_utf8_is_read_as_thai_of_windows(tmp_path: Path, folder: Path) -> None:
    for name in ("รายงาน.txt".encode("cp874"), b"\xff\xfe.txt"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123 - no text
            file.write(b"1")
    found = _sources(tmp_path, folder)
    assert set(found) == {"report.txt", "รายงาน.txt", "\\xff\\xfe.txt"}
    assert all(one.path.exists() for one in found.values())
