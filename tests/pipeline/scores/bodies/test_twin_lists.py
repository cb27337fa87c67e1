"""Lists of bodies that stand beside each other in one grid."""

from __future__ import annotations

from pathlib import Path

from parsers import parse
from pipeline.scores.find import find_scores
from tests.pdfs import draw, grid
from tests.pipeline.scores.reading import read

HEADER = "การจัดอันดับคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2562\n\n"
LEFT = (("อบต.ดอนทราย", "96.10"), ("อบต.อ่างหิน", "95.20"), ("อบต.ยางหัก", "90.30"))
RIGHT = (("อบต.วัดเพลง", "84.40"), ("อบต.จอมประทัด", "83.50"), ("อบต.เกาะศาลพระ", "72.60"))


def test_each_number_is_of_the_body_to_its_left() -> None:
    for head in ("อันดับ\tหน่วยงาน\tคะแนน\tอันดับ\tหน่วยงาน\tคะแนน",
                 "อันดับ\tหน่วยงาน\tคะแนน อันดับ\t\tหน่วยงาน\tคะแนน"):  # fmt: skip
        rows = [
            f"{at}\t{a}\t{x}\t{at + 3}\t{b}\t{y}"
            for at, ((a, x), (b, y)) in enumerate(zip(LEFT, RIGHT, strict=True), 1)
        ]
        assert _told("\n".join((head, *rows))) == {*LEFT, *RIGHT}


def test_lists_without_numbers_of_their_rows() -> None:
    rows = [
        f"{at}\t{a}\t{x}\t{b}\t{y}"
        for at, ((a, x), (b, y)) in enumerate(zip(LEFT, RIGHT, strict=True), 1)
    ]
    head = "ที่\tหน่วยงาน\tคะแนน\tหน่วยงาน\tคะแนน"
    assert _told("\n".join((head, *rows))) == {*LEFT, *RIGHT}


def test_ratings_and_districts_stay_in_their_list() -> None:
    rows = [
        f"ปากท่อ\t{a}\t{x}\tA\tวัดเพลง\t{b}\t{y}\tB"
        for (a, x), (b, y) in zip(LEFT, RIGHT, strict=True)
    ]
    head = "\t".join(2 * ("อำเภอ", "หน่วยงาน", "คะแนน", "ระดับ"))
    found = read(HEADER + "\n".join((head, *rows))).scores
    assert {(s.body, str(s.value), s.rating) for s in found} == {
        *((f"{name} อำเภอปากท่อ", value, "A") for name, value in LEFT),
        *((f"{name} อำเภอวัดเพลง", value, "B") for name, value in RIGHT),
    }


def test_a_district_between_two_lists_leaves_them_unread() -> None:
    rows = [f"{a}\t{x}\tปากท่อ\t{b}\t{y}" for (a, x), (b, y) in zip(LEFT, RIGHT, strict=True)]
    assert _told("\n".join(("หน่วยงาน\tคะแนน\tอำเภอ\tหน่วยงาน\tคะแนน", *rows))) == set()


def test_items_of_the_second_list_are_none_of_the_first() -> None:
    rows = [
        f"{a}\t91.00\t90.00\t95.00\t{x}\t{b}\t81.00\t80.00\t85.00\t{y}"
        for (a, x), (b, y) in zip(LEFT, RIGHT, strict=True)
    ]
    head = "\t".join(2 * ("หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม"))
    assert _told("\n".join((head, *rows))) <= {*LEFT, *RIGHT}


def _told(text: str) -> set[tuple[str, str]]:
    found = read(HEADER + text).scores
    return {(s.body, str(s.value)) for s in found if s.item.code == "total"}


def test_lists_of_an_unruled_page(tmp_path: Path) -> None:
    head = ("อันดับ", "หน่วยงาน", "คะแนน", "อันดับ", "หน่วยงาน", "คะแนน")
    rows = [
        (str(at), a, x, str(at + 3), b, y)
        for at, ((a, x), (b, y)) in enumerate(zip(LEFT, RIGHT, strict=True), 1)
    ]
    page = [HEADER.strip(), grid([head, *rows], rules="none", widths=(50, 120, 60) * 2)]
    found = find_scores(parse(draw(tmp_path / "twins.pdf", page)), 2562).scores
    assert {(s.body, str(s.value)) for s in found} == {*LEFT, *RIGHT}
