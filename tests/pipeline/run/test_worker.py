"""What a document's record says of the pages that could not be read."""

from __future__ import annotations

from pathlib import Path

from pipeline.run.worker import read_file
from tests.parsers.pdf.test_forms import chain, forms


def claiming(path: Path, pages: int) -> Path:
    """A PDF of one page that claims to have more."""
    forms(path, chain(1, 1))
    path.write_bytes(path.read_bytes().replace(b"/Count 1", b"/Count %d" % pages))
    return path


def test_some_pages_that_fail_are_told_one_by_one(tmp_path: Path) -> None:
    assert read_file(claiming(tmp_path / "a.pdf", 4), None).reason == "page-failed: 2, 3, 4"


def test_a_long_run_of_pages_is_told_as_its_first_and_last(tmp_path: Path) -> None:
    record = read_file(claiming(tmp_path / "a.pdf", 3000), None)
    assert (record.status, record.reason) == ("partial", "page-failed: 2-3000")
