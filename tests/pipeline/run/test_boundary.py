"""Whatever one document does to the program, it becomes a record with the reason."""

from __future__ import annotations

import pytest

from parsers.errors import UnreadableDocument
from pipeline.run.boundary import Refusal, attempt, quarantined


def failing(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "reason", "told"),
    [
        (ZeroDivisionError("division by zero"), "internal-error", "ZeroDivisionError"),
        (FileNotFoundError("a.csv"), "internal-error", "a.csv"),
        (MemoryError(), "out-of-memory", "--memory"),
        (UnreadableDocument("encrypted", "Locked.", "มีรหัสผ่าน"), "encrypted", "Locked."),
    ],
)
def test_what_ends_one_document_is_told_and_does_not_end_the_run(
    error: BaseException, reason: str, told: str
) -> None:
    made = attempt(lambda: failing(error))
    assert isinstance(made, Refusal)
    record = quarantined("0f", "text/csv", 1, made)
    assert (record.status, record.reason, record.bytes) == ("quarantined", reason, 1)
    assert told in record.message
    assert record.message_th
    assert bool(record.trace) == (reason == "internal-error")


def test_an_order_to_stop_is_no_fault_of_a_document() -> None:
    with pytest.raises(KeyboardInterrupt):
        attempt(lambda: failing(KeyboardInterrupt()))


def test_what_is_made_comes_back() -> None:
    assert attempt(lambda: 7) == 7
