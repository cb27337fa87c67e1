"""Pages that end the process which opens them are told by their number."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from pipeline.run.boundary import WORKER_DIED
from pipeline.run.postmortem import died_of
from tests.parsers.pdf.test_forms import FONT, TEXT, stream, write

MEMORY = 1536
"""MiB: what opening a page may take is a part of it."""
PDF = "application/pdf"


def two_pages(path: Path, second: bytes) -> Path:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
    page += b"/Resources<</Font<</T 7 0 R>>/XObject<</F 8 0 R>>>>>>"
    return write(path, [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        page % 5, page % 6, stream(b"", TEXT, packed=True), second, FONT,
        stream(b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]", b"0 0 5 5 re f", packed=True),
    ])  # fmt: skip


def swollen() -> bytes:
    """A stream that unpacks, twice, to more than there is."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(10**7)) for _ in range(40)) + packer.flush()
    content = zlib.compress(once, 9)
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(content)
    return head + content + b"\nendstream"


@pytest.mark.parametrize("kind", ["drawn without end", "unpacked without end"])
def test_a_page_that_unfolds_without_end_is_told(tmp_path: Path, kind: str) -> None:
    without_end = stream(b"", b"/F Do " * 800_000, packed=True)
    path = two_pages(tmp_path / "a.pdf", without_end if kind.startswith("drawn") else swollen())
    why = died_of(path, PDF, MEMORY)
    assert why.reason == "page-bomb"
    assert "Page 2" in why.message
    assert "หน้า 2" in why.message_th


def test_a_file_whose_pages_open_died_of_something_else(tmp_path: Path) -> None:
    path = two_pages(tmp_path / "a.pdf", stream(b"", TEXT, packed=True))
    assert died_of(path, PDF, MEMORY) is WORKER_DIED
    assert died_of(path, "text/html", MEMORY) is WORKER_DIED


def test_a_run_tells_the_page_and_reads_on(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    two_pages(folder / "a.pdf", stream(b"", b"/F Do " * 800_000, packed=True))
    two_pages(folder / "b.pdf", stream(b"", TEXT, packed=True))
    command = [sys.executable, "-m", "pipeline.cli", "ingest", folder, "--out", tmp_path / "out"]
    done = subprocess.run(
        [*map(str, command), "--memory", str(MEMORY), "--jobs", "1"],
        capture_output=True, check=False, env=dict(os.environ), cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.returncode == 3
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as file:
        reasons = {row["document"]: row["reason"] for row in csv.DictReader(file)}
    assert reasons == {"a.pdf": "page-bomb", "b.pdf": ""}
