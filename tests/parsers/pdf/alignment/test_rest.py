"""The rest of a row without rules, on a page that begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.model import Table
from parsers.pdf import parse
from tests.pdfs import draw, grid

HEADER = ["หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"]
ROWS = [
    ["อบต.บางระกำ\nอ.โพธิ์ทอง", "87.42", "86.67", "95.11", "93.08", "ผ่านดี"],
    ["อบต.ป่าโมก\nอ.ป่าโมก", "92.54", "82.94", "100.00", "94.11", "ผ่านดี"],
]
CUT = ["อบต.ไผ่ดำ", "89.92", "77.98", "100.00", "90.40", "ต้อง"]
NEXT = ["อบต.ราชสถิตย์", "90.78", "85.74", "62.44", "84.43", "ผ่าน"]
WIDTHS = [90, 60, 60, 60, 70, 70]


def table(rows: Sequence[Sequence[str]]) -> object:
    return grid(rows, rules="none", widths=WIDTHS)


def texts(read: Table) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row] for row in read.rows]


@pytest.mark.parametrize("rating", ["", "ปรับปรุง\nเร่งด่วน"])
def test_it_joins_the_row_where_another_row_stands_further_below(
    tmp_path: Path, rating: str
) -> None:
    rest = ["พัฒนา\nอ.วิเศษชัยชาญ", "", "", "", "", rating]
    whole, more = parse(
        draw(tmp_path / "a.pdf", [table([HEADER, *ROWS, CUT])], [table([rest, NEXT, *ROWS])])
    ).tables
    assert texts(whole)[-1][0] == "อบต.ไผ่ดำ พัฒนา อ.วิเศษชัยชาญ"
    assert texts(whole)[-1][-1] == " ".join(f"ต้อง {rating}".split())
    assert texts(more)[0] == NEXT


def test_it_joins_the_row_from_a_page_of_nothing_else(tmp_path: Path) -> None:
    rest = ["พัฒนา\nอ.วิเศษชัยชาญ", "", "", "", "", ""]
    document = parse(draw(tmp_path / "a.pdf", [table([HEADER, *ROWS, CUT])], [table([rest])]))
    (whole,) = document.tables
    assert texts(whole)[-1][0] == "อบต.ไผ่ดำ พัฒนา อ.วิเศษชัยชาญ"
    assert not document.pages[1].blocks


def test_a_line_as_close_to_the_next_row_as_its_own_lines_leaves_the_name_open(
    tmp_path: Path,
) -> None:
    below = ["พัฒนา\nอบต.ราชสถิตย์\nอ.ไชโย", *NEXT[1:]]
    first = parse(
        draw(tmp_path / "a.pdf", [table([HEADER, *ROWS, CUT])], [table([below, *ROWS])])
    ).tables[0]
    assert texts(first)[-1][0] in ("", "อบต.ไผ่ดำ")


def test_a_heading_elsewhere_than_names_begin_is_no_rest(tmp_path: Path) -> None:
    whole, *_ = parse(
        draw(tmp_path / "a.pdf", [table([HEADER, *ROWS, CUT])], ["สรุปผล", table([NEXT, *ROWS])])
    ).tables
    assert "สรุปผล" not in texts(whole)[-1][0]


def test_the_parts_of_one_number_cut_behind_its_first_digit_join_beside_the_rest_of_a_name(
    tmp_path: Path,
) -> None:
    rows = [HEADER, *ROWS, ["อบต.ไผ่", "89.92", "77.98", "100.00", "9", "ผ่าน"]]
    rest = [["พัฒนา", "", "", "", "0.40", ""]]
    (whole,) = parse(
        draw(tmp_path / "a.pdf", [grid(rows, widths=WIDTHS)], [grid(rest, widths=WIDTHS)])
    ).tables
    assert texts(whole)[-1] == ["อบต.ไผ่ พัฒนา", "89.92", "77.98", "100.00", "90.40", "ผ่าน"]


def test_a_number_of_its_own_row_joins_no_number_above(tmp_path: Path) -> None:
    rows = [HEADER, *ROWS, ["อบต.ไผ่", "", "", "", "9", ""]]
    rest = [["อบต.พัฒนา", "", "", "", "0.40", ""]]
    tables = parse(
        draw(tmp_path / "a.pdf", [grid(rows, widths=WIDTHS)], [grid(rest, widths=WIDTHS)])
    ).tables
    assert texts(tables[0])[-1][4] == "9"


def test_a_ruled_total_keeps_its_label_above_a_heading_on_the_next_page(tmp_path: Path) -> None:
    rows = [
        ["เครื่องมือ / ตัวชี้วัด", "คะแนน"],
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity)", "92.47"],
        ["คะแนนรวม", "79.18"],
    ]
    path = draw(tmp_path / "a.pdf", [grid(rows, widths=[380, 60])], ["บทที่ 1 การพัฒนาบุคลากร"])
    (read,) = parse(path).tables
    assert texts(read)[-1] == ["คะแนนรวม", "79.18"]


def test_short_lines_of_the_last_name_stay_with_it_at_the_distance_of_lines(tmp_path: Path) -> None:
    rows = [
        ["รพ.คีรีมาศ\nอ.คีรีมาศ", *ROWS[0][1:]],
        ["ร\nพ.ศรีสัช\nอ.ศรี", *ROWS[1][1:]],
        ["ร\nพ.สวรรคโล\nก\nอ\n.สวรรคโลก", *NEXT[1:]],
    ]
    drawn = grid([HEADER, *rows], rules="none", widths=WIDTHS, valign="TOP")
    (read,) = parse(draw(tmp_path / "a.pdf", [drawn])).tables
    assert texts(read)[-1] == ["ร พ.สวรรคโล ก อ .สวรรคโลก", *NEXT[1:]]


def test_a_name_of_which_the_next_begins_with_a_mere_number_goes_on(tmp_path: Path) -> None:
    rows = [
        ["5. การแก้ไข\nปัญหาการ\nทุจริต", "89.59", "93.59"],
        ["6. คุณภาพ\nการดำเนิน", "79.03", "91.95"],
    ]
    below = [["งาน", "", ""], ["7.\nประสิทธิภาพ", "80.55", "84.08"], ["8. การปรับ\nปรุง", "1.16", "2"]]
    above = grid([["ตัวชี้วัด", "ก", "ข"], *rows], rules="none", widths=[70, 60, 60], valign="TOP")
    more = grid(below, rules="none", widths=[70, 60, 60], valign="TOP")
    read = parse(draw(tmp_path / "a.pdf", [above], [more])).tables[0]
    assert texts(read)[-1] == ["6. คุณภาพ การดำเนิน งาน", "79.03", "91.95"]


def test_a_counted_line_overleaf_takes_no_words_from_the_last_row(tmp_path: Path) -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], ["8. การใช้อำนาจ", "85.28"], ["9. การเปิด\nเผยข้อมูล", "90.41"]]
    above = grid(rows, rules="all", widths=[80, 70])
    (first,) = parse(draw(tmp_path / "a.pdf", [above], ["10. การป้อง"])).tables
    assert "".join(first.rows[-1][0].text.split()) == "9.การเปิดเผยข้อมูล"
