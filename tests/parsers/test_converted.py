"""Old Word and RTF documents are read with LibreOffice, or say that they need it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parsers import converted, parse
from parsers.errors import UnreadableDocument

RTF = (
    r"{\rtf1\ansi\ansicpg874\deff0{\fonttbl{\f0\fcharset222 TH Sarabun New;}}\f0 "
    r"\pard \u3612?\u3621?\par "
    r"\trowd\cellx3000\cellx6000\intbl \'a1\cell \'a2\cell\row"
    r"\trowd\cellx3000\cellx6000\intbl \'a4\cell 88.40\cell\row"
    r"\pard end\par}"
)


def test_rtf_keeps_its_tables_where_libreoffice_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(RTF, encoding="ascii")
    if converted.program() is None:
        with pytest.raises(UnreadableDocument) as error:
            parse(tmp_path / "a.rtf")
        assert error.value.reason == "needs-libreoffice"
        return
    document = parse(tmp_path / "a.rtf")
    assert document.media_type == "application/rtf"
    assert [line.text for line in document.lines] == ["ผล", "end"]
    assert [[cell.text for cell in row] for row in document.tables[0].rows] == [
        ["ก", "ข"],
        ["ค", "88.40"],
    ]


def test_without_libreoffice_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.rtf").write_text(RTF, encoding="ascii")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / "a.rtf")
    assert error.value.reason == "needs-libreoffice"
    assert "apt-get install" in error.value.message
    assert "ติดตั้ง" in error.value.message_th


def test_a_converter_that_makes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = shutil.which("true")
    assert true is not None
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "soffice").symlink_to(true)
    (tmp_path / "a.rtf").write_text(RTF, encoding="ascii")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / "a.rtf")
    assert error.value.reason == "conversion-failed"
