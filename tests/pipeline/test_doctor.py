"""The doctor names what is there, and what is missing with how to get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.doctor import examine


def test_a_sound_machine_has_every_package() -> None:
    report, sound = examine()
    assert sound
    assert "lxml" in report


def test_an_absent_libreoffice_is_named_with_what_it_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    report, sound = examine()
    assert sound
    assert ".doc" in report
    assert "apt-get install" in report
    assert "ติดตั้ง" in report
