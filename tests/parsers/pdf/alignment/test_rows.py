"""Rows of unruled tables, from pieces that stand somewhere."""

from __future__ import annotations

from parsers.model import Box
from parsers.pdf.alignment.columns import Column, find_columns, is_number
from parsers.pdf.alignment.rows import find_rows
from parsers.pdf.text.lines import Segment

COLUMNS = [Column(60, 200), Column(240, 280, numeric=True), Column(300, 340, numeric=True)]


def piece(text: str, x0: float, base: float, width: float | None = None) -> Segment:
    x1 = x0 + (6.0 * len(text) if width is None else width)
    return Segment(text, Box(x0, base - 10, x1, base + 2), base, 12.0, False, ())


def table(*lines: tuple[float, str, str, str]) -> list[list[str]] | None:
    """The rows of lines given as height, label, and two numbers; empty texts stand nowhere."""
    placed = [
        (column, piece(text, COLUMNS[column].x0, base))
        for base, *texts in lines
        for column, text in enumerate(texts)
        if text
    ]
    rows = find_rows(COLUMNS, placed, [])
    if rows is None:
        return None
    return [["\n".join(s.text for s in row.cells.get(c, [])) for c in range(3)] for row in rows]


FULL = "การใช้ทรัพย์สินของทาง"
REST = "ราชการ"


def test_a_number_beside_the_middle_of_a_wrapped_label_is_its_own() -> None:
    assert table(
        (100, "การใช้อำนาจ", "84.10", "91.76"),
        (122, FULL, "", ""),
        (130, "", "71.66", "82.88"),
        (138, REST, "", ""),
        (160, "การเปิดเผย", "78.95", "87.17"),
    ) == [
        ["การใช้อำนาจ", "84.10", "91.76"],
        [f"{FULL}\n{REST}", "71.66", "82.88"],
        ["การเปิดเผย", "78.95", "87.17"],
    ]


def test_wrapped_labels_are_told_by_their_first_line_where_rows_stand_close() -> None:
    assert table(
        (100, FULL, "84.10", "91.76"),
        (116, REST, "", ""),
        (132, FULL, "71.66", "82.88"),
        (148, REST, "", ""),
        (164, "การเปิดเผย", "78.95", "87.17"),
    ) == [
        [f"{FULL}\n{REST}", "84.10", "91.76"],
        [f"{FULL}\n{REST}", "71.66", "82.88"],
        ["การเปิดเผย", "78.95", "87.17"],
    ]


def test_a_heading_between_close_rows_is_no_part_of_the_label_above() -> None:
    assert table(
        (100, FULL, "84.10", "91.76"),
        (116, REST, "", ""),
        (132, "การใช้", "71.66", "82.88"),
        (148, "แบบวัด", "", ""),
        (164, "การเปิด", "78.95", "87.17"),
    ) == [
        [f"{FULL}\n{REST}", "84.10", "91.76"],
        ["การใช้", "71.66", "82.88"],
        ["แบบวัด", "", ""],
        ["การเปิด", "78.95", "87.17"],
    ]


def test_labels_that_stand_beside_no_number_clearly_are_left_without_one() -> None:
    rows = table(
        (100, "ก" * 20, "", ""),
        (105, "", "84.10", "91.76"),
        (116, "ข" * 20, "", ""),
        (132, "ค" * 20, "71.66", "82.88"),
        (148, "ง" * 20, "", ""),
        (153, "", "78.95", "87.17"),
    )
    assert rows is not None
    assert {label for label, *_ in rows} >= {"ก" * 20, "ข" * 20, "ค" * 20, "ง" * 20}
    assert not any(label and any(numbers) for label, *numbers in rows)


def test_a_number_broken_over_lines_is_one_number() -> None:
    assert table(
        (100, "การใช้อำนาจ", "84.10", "91.76"),
        (122, "", "100.0", ""),
        (130, "การเปิดเผย", "", "82.88"),
        (138, "", "0", ""),
        (160, "การป้องกัน", "78.95", "87.17"),
    ) == [
        ["การใช้อำนาจ", "84.10", "91.76"],
        ["การเปิดเผย", "100.0\n0", "82.88"],
        ["การป้องกัน", "78.95", "87.17"],
    ]


def test_parts_of_numbers_that_fit_nothing_are_never_numbers() -> None:
    rows = table(
        (100, "การใช้อำนาจ", "8", "9"),
        (114, "", "4.1", "1.7"),
        (128, "", "0", "6"),
        (160, "การเปิดเผย", "7", "8"),
        (174, "", "8.9", "7.1"),
        (188, "", "5", "7"),
    )
    assert rows == [["การใช้อำนาจ", "", ""], ["การเปิดเผย", "", ""]]


def test_words_over_two_columns_of_numbers_do_not_make_them_one() -> None:
    lines = [
        [piece("ผลการประเมินรายปี", 230, 80, 120)],
        [piece("การใช้อำนาจ", 60, 100), piece("84.10", 240, 100), piece("91.76", 300, 100)],
        [piece("การเปิดเผย", 60, 120), piece("71.66", 240, 120), piece("82.88", 300, 120)],
    ]
    assert len(find_columns(lines)) == 3


def test_numbers_and_marks_are_told_from_words() -> None:
    assert all(map(is_number, ("84.10", "๙๓.๖๗", "-", "100", "✓", "85 %", "๕๙๓ ,๗๖๐")))
    assert not any(map(is_number, ("ผ่าน", "A", "9 คน", "ปี 2563", "")))


def test_two_labels_of_four_lines_have_their_numbers_in_the_exact_middle() -> None:
    lines = ("อบต", ".หนองไร่", "อ.ปลวก", "แดง")
    rows = []
    for top, numbers in ((100.0, ("84.10", "91.76")), (172.0, ("71.66", "82.88"))):
        first, second, third, last = (top + 18 * index for index in range(4))
        rows += [(first, lines[0], "", ""), (second, lines[1], "", "")]
        rows += [(top + 27, "", *numbers)]
        rows += [(third, lines[2], "", ""), (last, lines[3], "", "")]
    whole = "\n".join(lines)
    assert table(*rows) == [[whole, "84.10", "91.76"], [whole, "71.66", "82.88"]]


def rows_of_close_lines(head: list[tuple[int, Segment]]) -> list[str | None]:
    """The number beside each label, of a label of three lines and one as close below it."""
    placed = [
        *((0, piece(text, 60, base, width)) for text, base, width in
          [("10. การ", 117, 32), ("ป้องกันการ", 134, 49), ("ทุจริต", 151, 24), ("คะแนนรวม", 168, 47)]),
        *((column, piece(text, 240 + 60 * (column - 1), base)) for column, text, base in
          [(1, "53.21", 134), (2, "56.74", 134), (1, "80.87", 168), (2, "70.84", 168)]),
    ]  # fmt: skip
    rows = find_rows(COLUMNS, placed, [], head) or []
    return [" ".join(s.text for s in row.cells[0]) for row in rows if {0, 1} <= set(row.cells)]


def test_a_header_of_centred_cells_says_that_names_stand_beside_the_middle() -> None:
    head = [
        (0, piece("ตัวชี้วัด", 60, 83)),
        *((1, piece("อบต", 240, base)) for base in (66, 83, 100)),
        *((2, piece("อบต", 300, base)) for base in (74.5, 91.5)),
    ]
    assert rows_of_close_lines(head) == ["10. การ ป้องกันการ ทุจริต", "คะแนนรวม"]
    assert rows_of_close_lines([]) == []


def test_a_row_that_begins_with_its_year_is_no_rest_of_the_one_above() -> None:
    found = table(
        (100, "", "2567", "91.76"),
        (110, "อบต.แม่กา", "", ""),
        (120, "", "2568", "82.88"),
        (142, "", "2567", "71.11"),
        (152, "อบต.จุน", "", ""),
        (162, "", "2568", "72.22"),
    )
    assert found is not None
    assert [row[1:] for row in found if row[1]] == [
        ["2567", "91.76"],
        ["2568", "82.88"],
        ["2567", "71.11"],
        ["2568", "72.22"],
    ]
