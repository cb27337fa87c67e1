"""PDFs whose pages name contents that are nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import parse
from parsers.errors import UnreadableDocument
from tests.parsers.pdf.test_forms import FONT, TEXT, pack, stream, write

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Resources<</Font<</T 4 0 R>>>>>>"


def one_page(path: Path, named: bytes, *others: bytes) -> Path:
    return write(path, [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE % named,
        FONT, *others,
    ])  # fmt: skip


def reason(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    return refused.value.reason


@pytest.mark.parametrize(
    ("named", "others"),
    [
        (b"/Contents 5 0 R", [b"[5 0 R]"]),
        (b"/Contents 5 0 R", [b"5 0 R"]),
        (b"/Contents 5 0 R", [b"6 0 R", b"[5 0 R 5 0 R]"]),
        (b"/Contents[5 0 R]", [b"[6 0 R]", b"[5 0 R]"]),
        (b"/Contents 99 0 R", []),
        (b"/Contents 5 0 R", [b"<</Length 3>>"]),
    ],
)
def test_contents_that_lead_nowhere_are_no_empty_file(
    tmp_path: Path, named: bytes, others: list[bytes]
) -> None:
    path = one_page(tmp_path / "a.pdf", named, *others)
    assert reason(path) == "contents-lost"
    assert reason(pack(path, [2, 3])) == "contents-lost"


@pytest.mark.parametrize("named", [b"", b"/Contents 5 0 R", b"/Contents[5 0 R]"])
def test_a_page_that_draws_nothing_is_empty(tmp_path: Path, named: bytes) -> None:
    path = one_page(tmp_path / "a.pdf", named, stream(b"", b"q Q", packed=False))
    assert reason(path) == "empty"
    assert reason(pack(path, [2, 3])) == "empty"


def test_contents_by_way_of_a_list_are_read(tmp_path: Path) -> None:
    text = stream(b"", TEXT, packed=False)
    path = one_page(tmp_path / "a.pdf", b"/Contents 6 0 R", text, b"[5 0 R]")
    (page,) = parse(path).pages
    assert page.blocks[0].text == "Total score 95.00"
