"""Whatever one table does to the program, the others are audited."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.published import tables
from pipeline.published.reading import read_tables
from pipeline.run.inputs import Source


def test_tables_that_fail_or_are_gone_are_records_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = []
    for name in ("sound.csv", "huge.csv"):
        path = tmp_path / name
        path.write_text("agency,fiscal_year,total\nอบต.นาทับ,2566,88.10\n", encoding="utf-8")
        sources.append(Source(name, path))
    sources.append(Source("gone.csv", tmp_path / "gone.csv"))
    read_table = tables.read_table

    def failing(source: Source, *others: object) -> object:
        if source.document == "huge.csv":
            raise MemoryError
        return read_table(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(tables, "read_table", failing)
    told: list[str] = []
    read, records = read_tables(sources, None, 1, lambda name, _: told.append(name))
    assert len(read) == 1
    assert records["sound.csv"].status in ("ok", "partial")
    assert (records["huge.csv"].reason, records["huge.csv"].bytes > 0) == ("out-of-memory", True)
    assert "Split it" in records["huge.csv"].message
    assert (records["gone.csv"].status, records["gone.csv"].sha256) == ("quarantined", "")
    assert {"huge.csv", "gone.csv"} <= set(told)
