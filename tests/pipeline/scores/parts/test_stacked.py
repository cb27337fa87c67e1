"""Several tables in one grid."""

from __future__ import annotations

from dataclasses import replace

from parsers.model import Document, Line, Page
from pipeline.scores.find import find_scores
from pipeline.scores.parts.stacked import stacked
from tests.pipeline.documents import table
from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, ten

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"


def test_a_card_of_instruments_above_a_list_is_a_table_of_its_own() -> None:
    text = TITLE + "IIT\tEIT\tOIT\n85.73\t78.44\t20.12\nที่\tตัวชี้วัด\tคะแนน\n"
    found = by_code(text + ten("{n}", "{name}", "{value}"))
    assert found == {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12", **OFFICIAL}


def test_years_below_each_other_in_one_grid_keep_their_scores() -> None:
    heads = [["ตัวชี้วัด", f"คะแนน ปี {year}"] for year in (2564, 2565)]
    rows = [[name, value] for name, value in zip(NAMES, VALUES, strict=True)]
    parts = stacked(table(heads[0], *rows, heads[1], *rows))
    assert [[cell.text for cell in part.rows[0]] for part in parts] == heads
    assert [part.rows[3][1].row for part in parts] == [3, 3]
    assert parts[1].line == 12


def test_headings_inside_a_table_and_repeated_headers_divide_nothing() -> None:
    head = ["ตัวชี้วัด", "คะแนน", "เป้าหมาย"]
    rows = [[name, value, "85"] for name, value in zip(NAMES, VALUES, strict=True)]
    for between in (["แบบวัด EIT", "", ""], ["แบบวัด EIT", "80.10", "85"], head):
        whole = table(head, *rows[:5], between, *rows[5:])
        assert stacked(whole) == (whole,)


def test_instruments_with_their_weights_below_a_list_are_a_table_that_goes_on_overleaf() -> None:
    head = ["อันดับ", "", "ตัวชี้วัด", "", "คะแนน"]
    ranked = [
        [str(n), "", name, "", value]
        for n, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    ]
    points = ["แบบวัด", "คะแนน\nเฉลี่ย", "", "น้ำหนัก", "คะแนนถ่วง\nน้ำหนัก"]
    first = table(head, *ranked, points, ["IIT", "85.73", "", "30", "25.72"])
    rest = table(["EIT", "78.44", "30", "23.53"], ["OIT", "20.12", "40", "8.05"])
    pages = (Page(1, (Line(*[TITLE.strip()] * 2, 1, 1), first)), Page(2, (replace(rest, page=2),)))
    found = find_scores(Document(pages, "application/pdf", "hand"), 2565).scores
    assert [
        (score.item.code, str(score.value), str(score.out_of or ""))
        for score in found
        if score.item.item_type == "instrument"
    ] == [
        ("IIT", "85.73", ""), ("IIT", "25.72", "30"), ("EIT", "78.44", ""), ("EIT", "23.53", "30"),
        ("OIT", "20.12", ""), ("OIT", "8.05", "40"),
    ]  # fmt: skip
    assert [str(s.value) for s in found if s.item.item_type == "indicator"] == list(VALUES)


def test_a_mean_and_its_rating_below_a_list_begin_no_table() -> None:
    rows = [[name, value, "ผ่าน"] for name, value in zip(NAMES, VALUES, strict=True)]
    whole = table(["ตัวชี้วัด", "คะแนน", "ผล"], *rows, ["คะแนนเฉลี่ย", "", "ผ่าน"], ["ระดับ", "", "B"])
    assert stacked(whole) == (whole,)


def test_captions_inside_a_grid_name_the_means_of_the_questions_below() -> None:
    first = "e6\te7\tเฉลี่ย\n99.34\t98.00\t98.67\n"
    alone = "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน\t\t\ne11\te12\tเฉลี่ย\n84.22\t90.20\t87.21"
    glued = "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน|e11\te12\tเฉลี่ย\n84.22\t90.20\t87.21"
    for second in (alone, glued):
        found = by_code(f"{TITLE}ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร\n\n{first}{second}")
        assert found == {
            "E6": "99.34", "E7": "98.00", "7": "98.67", "E11": "84.22", "E12": "90.20", "8": "87.21",
        }  # fmt: skip


def test_a_row_that_numbers_all_indicators_begins_a_table_of_its_own() -> None:
    gap = "\t" * 7
    text = (
        f"ผลการประเมิน ITA ปี 2565\n\n\tIIT\tEIT\tOIT{gap}\nคะแนนเฉลี่ย\t89.30\t87.70\t91.83{gap}\n"
        "ตัวชี้วัด\t" + "\t".join(map(str, range(1, 11))) + "\nคะแนน\t" + "\t".join(VALUES)
    )
    ten = {str(n): value for n, value in enumerate(VALUES, 1)}
    assert by_code(text) == ten | {"IIT": "89.30", "EIT": "87.70", "OIT": "91.83"}
