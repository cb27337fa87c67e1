"""What a file is, by contents before names."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers import media_type, parse
from parsers.errors import UnreadableDocument
from tests.pdfs import draw

PAGE = """<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
<h1>ผลการประเมิน</h1><p>ย่อหน้า<br>สอง</p><script>alert(1)</script>
<table><tr><td><p>จัดหน้า</p></td></tr></table>
<table><tr><th>ตัวชี้วัด</th><th>คะแนน</th></tr><tr><td>การใช้อำนาจ</td><td>87.17</td></tr></table>
<p>ท้าย &lt;85</p></body></html>"""


def test_a_page_of_html_gives_lines_and_data_tables(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    document = parse(tmp_path / "a.html")
    assert [line.text for line in document.lines] == [
        "ผลการประเมิน", "ย่อหน้า", "สอง", "จัดหน้า", "ท้าย <85",
    ]  # fmt: skip
    assert document.lines[0].heading
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["ตัวชี้วัด", "คะแนน"],
        ["การใช้อำนาจ", "87.17"],
    ]


def test_contents_outweigh_the_name(tmp_path: Path) -> None:
    draw(tmp_path / "a.txt", ["ผลการประเมิน"])
    assert media_type(tmp_path / "a.txt") == "application/pdf"
    assert parse(tmp_path / "a.txt").lines[0].text == "ผลการประเมิน"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.html", b"<html></html>", "empty"),
        ("a.docx", b"PK\x03\x04....", "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0....", "damaged"),
        ("a.png", b"\x89PNG....", "unsupported-format"),
        ("a.xyz", b"text", "unsupported-format"),
    ],
)
def test_what_cannot_be_read_says_why_in_both_languages(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / name)
    assert error.value.reason == reason
    assert error.value.message
    assert error.value.message_th


def test_a_file_whose_thai_was_lost_when_it_was_saved_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"????????????????,{score}.40\n" for score in range(80, 90))
    (tmp_path / "a.csv").write_text(f"???????,?????\n{rows}", encoding="utf-8")
    with pytest.raises(UnreadableDocument) as error:
        parse(tmp_path / "a.csv")
    assert error.value.reason == "text-lost"


def test_a_report_that_asks_in_question_marks_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ผลการประเมินเป็นอย่างไร??? " * 20, encoding="utf-8")
    assert parse(tmp_path / "a.txt").lines


def test_a_text_of_more_lines_than_any_report_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parsers.formats._MOST_LINES", 8)
    path = tmp_path / "a.txt"
    path.write_text("คะแนน 95.12\n" * 9, encoding="utf-8")
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "too-large"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_report_is_called_an_archive(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "a.packed"
    path.write_bytes(pack(b"%PDF-1.7"))
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "unsupported-format"
    assert "archive" in refused.value.message


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
def test_a_text_file_too_large_for_memory_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("parsers.formats._LARGEST", 64)
    path = tmp_path / name
    path.write_text("<html><p>คะแนน 95.12" * 9, encoding="utf-8")
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "too-large"
