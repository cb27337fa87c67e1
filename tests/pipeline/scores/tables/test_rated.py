"""Which score each rating of a table rates."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read, ten

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year} จังหวัดน่าน\n\n"


def _totals(text: str, year: int = 2565) -> list[tuple[int | None, str, str]]:
    found = read(_TITLE.format(year=year) + text).scores
    return [(s.fiscal_year, str(s.value), s.rating) for s in found if s.item.code == "total"]


def test_a_rating_column_is_of_the_scores_right_before_it() -> None:
    text = (
        "หน่วยงาน\tคะแนนปี 2565\tระดับ\tคะแนนปี 2564\tเพิ่ม/ลด\n"
        "เทศบาลตำบลดู่ใต้\t93.60\tA\t69.63\t23.97\nเทศบาลตำบลนาน้อย\t71.10\tC\t79.38\t-8.28"
    )
    assert _totals(text) == [
        (2565, "93.60", "A"), (2564, "69.63", ""), (2565, "71.10", "C"), (2564, "79.38", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("ปี 2564\tระดับ\tปี 2565\tระดับ", "66.10\tC\t88.20\tA", ["C", "A"]),
        ("ระดับ\tปี 2564\tระดับ\tปี 2565", "C\t66.10\tA\t88.20", ["C", "A"]),
        ("ปี 2564\tปี 2565\tระดับ", "66.10\t88.20\tA", ["", "A"]),
        ("ปี 2565\tปี 2564\tระดับ", "88.20\t66.10\tA", ["", ""]),
        ("ปี 2565\tปี 2564\tระดับ ปี 2565", "88.20\t66.10\tA", ["A", ""]),
        ("ปี 2564\tระดับปี 2564\tปี 2565\tระดับปี 2565", "66.10\tC\t88.20\tA", ["C", "A"]),
    ],
)
def test_years_side_by_side_keep_their_own_ratings(
    header: str, row: str, expected: list[str]
) -> None:
    bodies = f"หน่วยงาน\t{header}\nเทศบาลตำบลดู่ใต้\t{row}\nเทศบาลตำบลนาน้อย\t{row}"
    assert [rating for _, _, rating in _totals(bodies)] == expected * 2
    items = f"ตัวชี้วัด\t{header}\nการใช้อำนาจ\t{row}\nคะแนนรวม\t{row}"
    assert [rating for _, _, rating in _totals(items)] == expected


@pytest.mark.parametrize("beside", ["", "91.20\t92.10\t90.40\t"])
def test_ratings_below_what_may_also_name_a_total(beside: str) -> None:
    head = "IIT\tEIT\tOIT\t" if beside else ""
    rows = [("เทศบาลตำบลดู่ใต้", "88.20", "ผ่านดี"), ("เทศบาลตำบลนาน้อย", "68.20", "ต้องปรับปรุง|โดยด่วน")]
    text = f"หน่วยงาน\t{head}คะแนนรวม\tผลการประเมิน\n" + "\n".join(
        f"{name}\t{beside}{total}\t{rating}" for name, total, rating in rows
    )
    assert _totals(text, 2566) == [(2566, "88.20", "ผ่านดี"), (2566, "68.20", "ต้องปรับปรุงโดยด่วน")]


@pytest.mark.parametrize(
    "cell",
    [
        "{v} / {r}",
        "{v} ({r})",
        "{r} ({v})",
        "{v}|{r}",
        "{v} คะแนน (ระดับ {r})",
        "{r} : {v}",
        "{v} - {r}",
    ],
)
@pytest.mark.parametrize(
    ("year", "rating"),
    [(2565, "A"), (2565, "AA"), (2566, "ผ่าน"), (2567, "ต้องปรับปรุงโดยด่วน"), (2566, "ผ่านดีเยี่ยม")],
)
def test_a_score_and_its_rating_in_one_cell(cell: str, year: int, rating: str) -> None:
    told = cell.format(v="88.20", r=rating)
    bodies = f"ที่\tหน่วยงาน\tผลคะแนน\n1\tเทศบาลตำบลดู่ใต้\t{told}\n2\tเทศบาลตำบลนาน้อย\t{told}"
    assert _totals(bodies, year) == [(year, "88.20", rating)] * 2
    crossed = f"หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\nเทศบาลตำบลดู่ใต้\t88.00\t88.00\t88.50\t{told}"
    assert _totals(crossed, year) == [(year, "88.20", rating)]
    items = f"ตัวชี้วัด\tคะแนน\n{ten('{name}', '{value}')}\nคะแนนรวม\t{told}"
    assert _totals(items, year) == [(year, "88.20", rating)]


def test_a_pass_beside_a_score_is_no_rating_before_there_were_levels() -> None:
    text = "หน่วยงาน\tผลคะแนน\nเทศบาลตำบลดู่ใต้\t88.20 (ผ่าน)\nเทศบาลตำบลนาน้อย\t68.20 (ไม่ผ่าน)"
    assert _totals(text) == [(2565, "88.20", ""), (2565, "68.20", "")]


@pytest.mark.parametrize("beside", ["", "91.20\t92.10\t90.40\t"])
def test_levels_are_read_beside_a_column_of_passes(beside: str) -> None:
    head = "IIT\tEIT\tOIT\t" if beside else ""
    rows = [("ดู่ใต้", "78.20", "ต้องปรับปรุง", "ไม่ผ่าน"), ("นาน้อย", "92.20", "ผ่านดี", "ผ่าน"),
            ("ท่าวังผา", "95.60", "ผ่านดีเยี่ยม", "ผ่าน"), ("บ่อแก้ว", "86.00", "ผ่าน", "ผ่าน")]  # fmt: skip
    for order in ((2, 3), (3, 2)):
        heads = ("ระดับ", "ผลการประเมิน (ผ่าน/ไม่ผ่าน)")
        text = f"หน่วยงาน\t{head}คะแนน\t" + "\t".join(heads[at - 2] for at in order) + "\n"
        text += "\n".join(
            f"เทศบาลตำบล{row[0]}\t{beside}{row[1]}\t" + "\t".join(row[at] for at in order)
            for row in rows
        )
        assert [rating for _, _, rating in _totals(text, 2567)] == [row[2] for row in rows]


def test_passes_alone_are_no_levels() -> None:
    text = (
        "หน่วยงาน\tคะแนน\tผลการประเมิน (ผ่าน/ไม่ผ่าน)\nเทศบาลตำบลดู่ใต้\t78.20\tไม่ผ่าน\n"
        "เทศบาลตำบลนาน้อย\t97.20\tผ่าน"
    )
    assert [rating for _, _, rating in _totals(text, 2567)] == ["", ""]


def test_a_level_in_a_column_without_a_header_is_the_totals() -> None:
    for level, expected in (("ต้องปรับปรุง", "ต้องปรับปรุง"), ("ผ่าน", "")):
        text = f"ตัวชี้วัด\tคะแนน\t\tระดับ\nการใช้อำนาจ\t80.12\t\t\nคะแนนรวม\t81.12\t{level}\t"
        assert _totals(text, 2566) == [(2566, "81.12", expected)]


def test_a_pass_among_levels_is_one_though_the_header_stands_beside() -> None:
    rows = [("ดู่ใต้", "78.20", "ต้องปรับปรุง"), ("นาน้อย", "92.20", "ผ่าน")]
    text = "หน่วยงาน\tการใช้อำนาจ\tการใช้งบประมาณ\tการปฏิบัติหน้าที่\tคะแนนรวม\t\tระดับ\n" + "\n".join(
        f"เทศบาลตำบล{name}\t91.20\t90.10\t92.30\t{score}\t{level}\t" for name, score, level in rows
    )
    assert [rating for _, _, rating in _totals(text, 2567)] == [level for *_, level in rows]


def test_a_rating_parted_from_its_score_by_the_page_is_still_its_rating() -> None:
    text = "หน่วยงาน\tผลคะแนน\t\nเทศบาลตำบลดู่ใต้\t88.20\t/ ผ่านดี\nเทศบาลตำบลนาน้อย\t78.20\t(ต้องปรับปรุง)"
    assert [rating for _, _, rating in _totals(text, 2566)] == ["ผ่านดี", "ต้องปรับปรุง"]


def test_ratings_in_brackets_below_a_header_over_both_columns_are_ratings() -> None:
    rows = (("88.20", "(ผ่านดี)"), ("68.20", "(ต้องปรับปรุงโดยด่วน)"))
    one, two = (f"เทศบาลตำบล{name}\t{v}\t{r}" for name, (v, r) in zip("กข", rows, strict=True))
    text = f"หน่วยงาน\tคะแนน\tผลคะแนน (ระดับ)\n{one}\n{two}"
    assert [rating for _, _, rating in _totals(text, 2566)] == ["ผ่านดี", "ต้องปรับปรุงโดยด่วน"]


def test_a_letter_with_a_pass_in_brackets_is_the_letter() -> None:
    text = "หน่วยงาน\tคะแนน\tระดับ\nเทศบาลตำบลดู่ใต้\t88.20\tA (ผ่าน)\nเทศบาลตำบลนาน้อย\t78.20\tB (ไม่ผ่าน)"
    assert [rating for _, _, rating in _totals(text, 2564)] == ["A", "B"]


def test_letters_below_a_remark_are_ratings() -> None:
    text = "หน่วยงาน\tคะแนน\tผลการประเมิน หมายเหตุ\nเทศบาลตำบลดู่ใต้\t93.60\tA\nเทศบาลตำบลนาน้อย\t71.10\tC"
    assert [rating for _, _, rating in _totals(text)] == ["A", "C"]
    assert [rating for _, _, rating in _totals(text.replace("\tC", "\tรอผล"))] == ["", ""]


def test_scores_of_another_assessment_beside_the_totals_are_left_out() -> None:
    text = (
        "หน่วยงาน\tคะแนน ITA\tคะแนน LPA\nเทศบาลตำบลดู่ใต้\t93.60\t81.00\nเทศบาลตำบลนาน้อย\t71.10\t82.00"
    )
    assert [value for _, value, _ in _totals(text)] == ["93.60", "71.10"]


def test_how_content_people_are_is_no_total() -> None:
    rows = "สำนักปลัด\t91.20\nกองคลัง\t88.30"
    assert _totals(f"ส่วนราชการภายใน\tความพึงพอใจ (ร้อยละ)\n{rows}") == []


def test_the_mean_of_several_years_is_of_none() -> None:
    text = "หน่วยงาน\tปี 2564\tปี 2565\tเฉลี่ย 2 ปี\nเทศบาลตำบลดู่ใต้\t93.60\t81.00\t87.30"
    assert [value for _, value, _ in _totals(text)] == ["93.60", "81.00"]
