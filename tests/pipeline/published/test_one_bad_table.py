"""Whatever one table does to the program, the others are audited."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.errors import UnreadableDocument
from pipeline.published.reading import attempt
from pipeline.run.inputs import Source
from pipeline.run.records import Record


@pytest.mark.parametrize(
    ("error", "reason", "told"),
    [
        (ZeroDivisionError("division by zero"), "internal-error", "ZeroDivisionError"),
        (MemoryError(), "out-of-memory", "Split it"),
        (
            UnreadableDocument("no-columns", "Nothing known.", "ไม่พบ"),
            "no-columns",
            "Nothing known.",
        ),
    ],
)
def test_a_table_on_which_the_program_fails_becomes_a_record_with_the_reason(
    tmp_path: Path, error: BaseException, reason: str, told: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a")

    def work() -> None:
        raise error

    record = attempt(Source("a.csv", path), work)
    assert isinstance(record, Record)
    assert (record.status, record.reason) == ("quarantined", reason)
    assert told in record.message
    assert record.message_th
    assert record.bytes == 1


def test_a_file_that_is_gone_when_it_is_read_does_not_end_the_run(tmp_path: Path) -> None:
    def work() -> None:
        raise FileNotFoundError("a.csv")

    record = attempt(Source("a.csv", tmp_path / "a.csv"), work)
    assert isinstance(record, Record)
    assert (record.status, record.bytes, record.sha256) == ("quarantined", 0, "")
