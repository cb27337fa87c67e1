"""The text of drawings inside pages of HTML."""

from __future__ import annotations

from parsers.html import document_of
from parsers.model import Line, Table


def lines(body: str) -> list[str]:
    page = document_of(f"<html><body>{body}</body></html>".encode())
    return [block.text for block in page.blocks if isinstance(block, Line)]


def test_texts_on_one_baseline_are_one_line_from_left_to_right() -> None:
    drawing = (
        '<svg><text x="300" y="20">91.50</text><rect/><text x="0" y="22">การใช้อำนาจ</text>'
        '<g transform="translate(0, 40)"><text x="0" y="20">การใช้งบประมาณ</text>'
        '<text x="210.5" y="20">88.20</text></g></svg>'
    )
    assert lines(f"<p>ก่อน</p>{drawing}<p>หลัง</p>") == [
        "ก่อน", "การใช้อำนาจ 91.50", "การใช้งบประมาณ 88.20", "หลัง",
    ]  # fmt: skip


def test_a_picture_without_text_breaks_no_sentence() -> None:
    assert lines('<p>ได้คะแนน <svg><path d="M0"/></svg> 88.20</p>') == ["ได้คะแนน 88.20"]


def test_numbers_without_words_beside_them_come_last_in_one_line() -> None:
    drawing = (
        '<svg><text x="10" y="50">91.50</text><text x="90" y="70">88.20</text>'
        '<text x="0" y="200">การใช้อำนาจ</text><text x="80" y="200">การใช้งบประมาณ</text></svg>'
    )
    assert lines(drawing) == ["การใช้อำนาจ การใช้งบประมาณ", "91.50 88.20"]
    one = '<svg><text y="10">คะแนนรวม</text><text y="40">87.94</text></svg>'
    assert lines(one) == ["คะแนนรวม", "87.94"]


def test_turned_texts_are_lines_of_their_own() -> None:
    drawing = (
        '<svg><text x="10" y="50" transform="rotate(-90)">การใช้อำนาจ</text>'
        '<text x="20" y="50">91.50</text><text x="30" y="50">88.20</text></svg>'
    )
    assert lines(drawing) == ["การใช้อำนาจ", "91.50 88.20"]


def test_what_a_drawing_does_not_show_is_left_out() -> None:
    drawing = (
        "<svg><title>แผนภูมิ</title><defs><text>ซ่อน</text></defs><text style='display:none'>ซ่อน</text>"
        "<text x='0' y='5'><tspan x='0'>การแก้ไขปัญหา</tspan><tspan x='0' dy='12'>การทุจริต</tspan></text></svg>"
    )
    assert lines(drawing) == ["การแก้ไขปัญหา การทุจริต"]
    assert lines(f"<div hidden>{drawing}</div>") == []


def test_a_drawing_in_a_cell_stays_in_its_cell() -> None:
    page = document_of(
        b"<table><tr><td>IIT</td><td><svg><text x='0' y='5'>91.50</text></svg></td></tr>"
        b"<tr><td>EIT</td><td>80.10</td></tr></table>"
    )
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["IIT", "91.50"],
        ["EIT", "80.10"],
    ]
