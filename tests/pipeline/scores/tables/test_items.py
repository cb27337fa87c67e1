"""Tables with items in rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read, scores, ten

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"


def test_a_plain_table_gives_ten_scores_of_the_documents_year() -> None:
    found = scores(TITLE + "ตัวชี้วัด\tคะแนน\n" + ten("{n}. {name}", "{value}"))
    assert found == [(2565, str(n), value) for n, value in enumerate(VALUES, 1)]


def test_rank_order_with_rank_numbers_is_read_by_name_and_kept_as_a_ranking() -> None:
    order = sorted(range(10), key=lambda i: -Decimal(VALUES[i]))
    rows = "\n".join(f"{rank}\t{NAMES[i]}\t{VALUES[i]}" for rank, i in enumerate(order, 1))
    found = read(TITLE + "อันดับ\tตัวชี้วัด\tคะแนน\n" + rows)
    assert {s.item.code: str(s.value) for s in found.scores} == OFFICIAL
    assert [ranking.codes for ranking in found.rankings] == [tuple(str(i + 1) for i in order)]


def test_numbers_printed_before_labels_are_kept_and_decide_nothing() -> None:
    found = read(TITLE + "ตัวชี้วัด\tคะแนน\nตัวชี้วัดที่ ๒ การใช้อำนาจ\t๘๗.๓๓\n๕. การใช้งบประมาณ\t82.22")
    assert [(s.item.code, s.printed_number, s.number_is_stated) for s in found.scores] == [
        ("3", 2, True),
        ("2", 5, False),
    ]
    assert found.scores[0].printed == "๘๗.๓๓"


def test_an_indicator_number_may_stand_in_a_cell_of_its_own() -> None:
    text = TITLE + "ตัวชี้วัดที่ ๗\tการปรับปรุงการทำงาน\tได้คะแนน ๗๙.๘๘ คะแนน"
    (score,) = read(text).scores
    assert (score.item.code, score.printed_number, score.number_is_stated) == ("8", 7, True)
    assert (score.printed, str(score.value)) == ("๗๙.๘๘", "79.88")


def test_year_columns_with_a_two_row_header_targets_and_marks() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tคะแนนรายปีงบประมาณ\t\tเป้าหมาย (2565)\tผล ปี 2565\t\n"
        "\t๒๕๖๔\t๒๕๖๕\t\tผ่าน\tไม่ผ่าน\n"
        "การปฏิบัติหน้าที่\t88.10\t90.11\t85.00\t✓\t\n"
        "การใช้งบประมาณ\t80.10\t82.22\t85.00\t-\t✓\n"
        "คะแนนรวม\t84.10\t86.17\t85.00\t1\t1"
    )
    found = read(text)
    assert [(s.fiscal_year, s.item.code, str(s.value), s.mark) for s in found.scores] == [
        (2564, "1", "88.10", ""),
        (2565, "1", "90.11", "pass"),
        (2564, "2", "80.10", ""),
        (2565, "2", "82.22", "fail"),
        (2564, "total", "84.10", ""),
        (2565, "total", "86.17", ""),
    ]
    assert [s.target for s in found.scores[:2]] == [None, Decimal("85.00")]
    counts = [(c.kind, c.value, c.fiscal_year) for c in found.claims]
    assert counts == [("pass-count", 1, 2565), ("fail-count", 1, 2565)]


def test_two_years_side_by_side_each_with_its_rating() -> None:
    text = (
        "ผลคะแนน ITA ปี 2563 และ 2564\n\n"
        "ตัวชี้วัด\tปี 2563\t\tปี 2564\t\n\tคะแนน\tระดับ\tคะแนน\tระดับ\n"
        "การใช้อำนาจ\t80.10\tB\t87.33\tA\nคะแนนรวม\t78.00\tB\t86.00\tA"
    )
    found = [(s.fiscal_year, s.item.code, str(s.value), s.rating) for s in read(text).scores]
    assert found == [
        (2563, "3", "80.10", ""),
        (2564, "3", "87.33", ""),
        (2563, "total", "78.00", "B"),
        (2564, "total", "86.00", "A"),
    ]


def test_instruments_beside_their_indicators_with_scores_and_weighted_points() -> None:
    text = TITLE + (
        "แบบวัด\tตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ยแบบวัด\tคะแนนถ่วงน้ำหนัก\n"
        "IIT\tการปฏิบัติหน้าที่\t90.11\t86.17\t25.85\n\tการใช้งบประมาณ\t82.22\t\t\n"
        "EIT\tคุณภาพการดำเนินงาน\t74.66\t74.66\t22.40\nรวม\t\t\t\t48.25"
    )
    found = [(s.item.code, str(s.value), s.out_of) for s in read(text).scores]
    assert sorted(found) == sorted(
        [
            ("1", "90.11", None),
            ("IIT", "86.17", None),
            ("IIT", "25.85", Decimal(30)),
            ("2", "82.22", None),
            ("6", "74.66", None),
            ("EIT", "74.66", None),
            ("EIT", "22.40", Decimal(30)),
            ("total", "48.25", None),
        ]
    )


def test_points_of_unknown_full_marks_do_not_stand_beside_percentages() -> None:
    text = TITLE + ("เครื่องมือ\tคะแนนที่ได้\tร้อยละ\nIIT\t28.04\t93.47\nEIT\t27.00\t90.00")
    assert by_code(text) == {"IIT": "93.47", "EIT": "90.00"}


def test_means_of_others_differences_and_targets_are_no_scores() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tคะแนนของหน่วยงาน\tค่าเฉลี่ยระดับประเทศ\tผลต่าง\tเป้าหมาย\n"
        + ten("{name}", "{value}", "88.00", "+1.20", "85.00")
    )
    assert by_code(text) == OFFICIAL
    assert read(text).claims == ()


def test_a_value_in_the_row_of_a_group_of_questions_is_not_the_indicators() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tข้อคำถาม\tคะแนน\nการใช้อำนาจ\tได้รับมอบหมายงานอย่างเป็นธรรม\t95.10\n"
        "\tถูกสั่งให้ทำธุระส่วนตัว\t93.00\n\tการโยกย้ายเป็นธรรม\t91.00"
    )
    assert scores(text) == []


def test_a_question_is_known_by_the_code_beside_its_words_where_items_stand_over_them() -> None:
    rows, true = ["ข้อ\tประเด็นการประเมิน\tคะแนน"], {}
    for part, name in enumerate(NAMES[5:8]):
        rows.append(f"\tตัวชี้วัดที่ {6 + part} {name}\t9{part}.87")
        true[str(6 + part)] = f"9{part}.87"
        for number in range(5 * part + 1, 5 * part + 6):
            rows.append(
                f"E{number}\tเจ้าหน้าที่ปฏิบัติงานตามขั้นตอนข้อที่ {number} เพียงใด\t8{part}.{number + 10}"
            )
            true[f"E{number}"] = f"8{part}.{number + 10}"
    assert by_code(TITLE + "\n".join(rows)) == true


def test_sub_indicators_are_told_from_their_indicator() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tคะแนน\n9. การเปิดเผยข้อมูล\t80.00\n9.1 ข้อมูลพื้นฐาน\t100.00\n"
        "10. การป้องกันการทุจริต\t50.00\n10.1 การดำเนินการเพื่อป้องกันการทุจริต\t25.00"
    )
    assert by_code(text) == {"9": "80.00", "9.1": "100.00", "10": "50.00", "10.1": "25.00"}


def test_a_label_split_over_two_rows_is_put_together() -> None:
    text = TITLE + ("ตัวชี้วัด\tคะแนน\nการใช้ทรัพย์สินของ\t83.44\nราชการ\t\nการแก้ไขปัญหา\t\nการทุจริต\t85.55")
    assert by_code(text) == {"4": "83.44", "5": "85.55"}


def test_damaged_labels_of_a_whole_table_come_out_one_to_one() -> None:
    damaged = (
        "การปฎิบัติหนาที่",
        "การใช้งบประมาน",
        "การใช้อานาจ",
        "การใช้ทรัพยสินของราชการ",
        "การแกไขปัญหาการทุจริด",
        "คุณภาพการดาเนินงาน",
        "ประสิทธภาพการสื่อสาร",
        "การปรับปรุงการทางาน",
        "การเปิดเผยข้อมล",
        "การปองกันการทุจริต",
    )
    rows = "\n".join(f"{name}\t{value}" for name, value in zip(damaged, VALUES, strict=True))
    assert by_code(TITLE + "ตัวชี้วัด\tคะแนน\n" + rows) == OFFICIAL


def test_a_label_too_close_to_call_is_handed_back_and_not_guessed() -> None:
    found = read(TITLE + "ตัวชี้วัด\tคะแนน\nการปฏิบัติหน้าที่\t90.11\nการกกไขกันการทุจริต\t55.00")
    assert [s.item.code for s in found.scores] == ["1"]
    assert [(label.name, label.printed) for label in found.uncertain] == [
        ("การกกไขกันการทุจริต", "55.00")
    ]


def test_near_neighbours_beside_indicators_are_left_out() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tคะแนน\nการใช้งบประมาณ\t82.22\nการใช้จ่ายงบประมาณ\t61.00\nการปฏิบัติงาน\t62.00"
    )
    assert by_code(text) == {"2": "82.22"}


def test_a_sum_of_another_assessment_is_no_total() -> None:
    text = (
        "ผลการประเมิน LPA ปี 2565\n\nด้าน\tคะแนนเต็ม\tคะแนนที่ได้\tร้อยละ\n"
        "ด้านที่ 1 การบริหารจัดการ\t100\t85\t85.00\nรวม\t500\t420\t84.00"
    )
    assert scores(text) == []


def test_the_rating_may_stand_in_a_row_of_its_own() -> None:
    text = TITLE + "รายการ\tผล\nการใช้อำนาจ\t87.33\nคะแนนรวม\t84.20\nระดับผลการประเมิน\tB"
    assert [(s.item.code, s.rating) for s in read(text).scores] == [("3", ""), ("total", "B")]


def test_years_as_section_rows_divide_a_table() -> None:
    text = (
        "ผลการประเมิน ITA\n\nตัวชี้วัด\tคะแนน\nปีงบประมาณ 2563\t\nการใช้อำนาจ\t80.10\n"
        "ปีงบประมาณ 2564\t\nการใช้อำนาจ\t87.33"
    )
    assert scores(text) == [(2563, "3", "80.10"), (2564, "3", "87.33")]


def test_a_table_goes_on_without_header_after_a_break() -> None:
    first = "ตัวชี้วัด\tเป้าหมาย\tคะแนน\n" + "\n".join(
        f"{name}\t85.00\t{value}" for name, value in zip(NAMES[:5], VALUES[:5], strict=True)
    )
    rest = "\n".join(
        f"{name}\t85.00\t{value}" for name, value in zip(NAMES[5:], VALUES[5:], strict=True)
    )
    assert by_code(TITLE + first + "\n\n" + rest) == OFFICIAL


def test_a_number_over_full_marks_is_still_read_for_the_auditor_to_flag() -> None:
    assert by_code(TITLE + "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t873.3\nการใช้งบประมาณ\t82.22") == {
        "3": "873.3",
        "2": "82.22",
    }


def test_dashes_and_blanks_are_no_values() -> None:
    text = TITLE + "ตัวชี้วัด\t2564\t2565\nการใช้อำนาจ\t-\t87.33\nการใช้งบประมาณ\t\tN/A"
    assert scores(text) == [(2565, "3", "87.33")]


def test_sums_under_each_instrument_are_the_instruments() -> None:
    text = TITLE + (
        "ตัวชี้วัด\tคะแนน\nคุณภาพการดำเนินงาน\t80.00\nประสิทธิภาพการสื่อสาร\t82.00\n"
        "การปรับปรุงการทำงาน\t84.00\nรวม\t82.00\nการเปิดเผยข้อมูล\t90.00\nการป้องกันการทุจริต\t100.00\n"
        "รวม\t95.00\nคะแนนรวม\t91.12"
    )
    found = by_code(text)
    assert (found["EIT"], found["OIT"], found["total"]) == ("82.00", "95.00", "91.12")


def test_a_sum_that_is_not_said_what_of_is_no_total() -> None:
    text = (
        TITLE + "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t80.00\nรวม\t33.00\nการเปิดเผยข้อมูล\t90.00\nคะแนนรวม\t91.12"
    )
    assert by_code(text)["total"] == "91.12"


def test_two_unlike_numbers_in_one_cell_are_no_score() -> None:
    assert scores(TITLE + "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t87.33 / 91.20\nการใช้งบประมาณ\t82.22") == [
        (2565, "2", "82.22")
    ]


def test_a_column_without_a_year_beside_columns_with_one_gets_none() -> None:
    text = TITLE + "ตัวชี้วัด\tปี 2564\tปี 2565\tคะแนนเฉลี่ย\nการใช้อำนาจ\t80.10\t87.33\t83.72"
    assert scores(text) == [(2564, "3", "80.10"), (2565, "3", "87.33"), (None, "3", "83.72")]


def test_a_number_cut_off_at_its_point_is_no_score() -> None:
    assert by_code(TITLE + "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t87.\nการใช้งบประมาณ\t82.22") == {"2": "82.22"}


def test_the_two_parts_of_the_external_instrument_are_told_apart() -> None:
    text = TITLE + "เครื่องมือ\tคะแนน\nEIT (ส่วนที่ 1)\t83.00\nEIT (ส่วนที่ 2)\t85.00\nEIT\t84.00"
    assert by_code(text) == {"EIT1": "83.00", "EIT2": "85.00", "EIT": "84.00"}


def test_labels_over_two_lines_of_a_tabbed_table_stay_with_their_numbers() -> None:
    text = TITLE + (
        "ตัวชี้วัด\t2564\t2565\n"
        "๔. การใช้\t90.11\t90.12\nทรัพย์สินของราชการ\t\t\n"
        "๕. การ\t80.11\t80.12\nแก้ไขปัญหาการทุจริต\t\t\n"
        "๗.\t70.11\t70.12\nประสิทธิภาพการสื่อสาร\t\t\n"
        "๙. การเปิดเผยข้อมูล\t60.11\t60.12\n(Open Data)\t\t"
    )
    assert scores(text) == [
        (year, code, value)
        for code, values in (
            ("4", ("90.11", "90.12")), ("5", ("80.11", "80.12")),
            ("7", ("70.11", "70.12")), ("9", ("60.11", "60.12")),
        )
        for year, value in zip((2564, 2565), values, strict=True)
    ]  # fmt: skip


def test_a_first_row_that_goes_on_below_is_no_header() -> None:
    text = TITLE + (
        "เครื่องมือ\tคะแนน\nแบบวัดการรับรู้ของผู้มี\t92.84\nส่วนได้ส่วนเสียภายใน (IIT)\t\nการใช้อำนาจ\t88.93"
    )
    assert by_code(text) == {"IIT": "92.84", "3": "88.93"}


def test_scores_in_labels_may_go_on_in_the_cell_below() -> None:
    text = TITLE + (
        "ตัวชี้วัดของการประเมิน\tประเด็น\tผู้รับผิดชอบ\n"
        "4. การใช้ทรัพย์สินของ\tทบทวน\tกองคลัง\nราชการ 96.24คะแนน\t\t\n"
        "5. การแก้ไขปัญหาการ\tอบรม\tสำนักปลัด\nทุจริต 96.91 คะแนน\t\t"
    )
    assert by_code(text) == {"4": "96.24", "5": "96.91"}


def test_an_instrument_in_a_merged_cell_has_its_score_beside_it() -> None:
    text = TITLE + (
        "เครื่องมือ\tคะแนนเครื่องมือ\tตัวชี้วัด\tคะแนน\n"
        "EIT\t76.28\t๖. คุณภาพการดำเนินงาน\t74.13\n"
        "\t\t๗. ประสิทธิภาพการสื่อสาร\t80.59\n"
        "\t\t๘. การปรับปรุงการทำงาน\t74.11\n"
    )
    assert by_code(text) == {"6": "74.13", "7": "80.59", "8": "74.11", "EIT": "76.28"}


def test_a_whole_number_in_a_label_is_a_score_where_other_labels_hold_scores() -> None:
    head = TITLE + "ตัวชี้วัดของการประเมิน\tประเด็น\n"
    rows = [f"{name} {value}\tทบทวน" for name, value in zip(NAMES, VALUES, strict=True)]
    rows[9] = f"10. {NAMES[9]} 50\tทบทวน"
    assert by_code(head + "\n".join(rows)) == {**OFFICIAL, "10": "50"}
    alone = [f"{name} 5\tทบทวน" for name in NAMES]
    assert by_code(head + "\n".join(alone)) == {}


def test_headers_are_known_with_spaces_inside_their_words() -> None:
    text = (
        "ผลคะแนน ITA ปี 2566\n\nเครื่องมือ\tน้ำหนัก (ร้อยละ)\tคะแนนที่ได้\tคะแนนถ่ว งน้ำหนัก\n"
        "แบบวัด IIT\t30\t94.85\t28.46\nแบบวัด EIT\t30\t87.57\t26.27\n"
        "แบบวัด OIT\t40\t92.14\t36.86\nรวม\t100\t\t91.58\n"
    )
    found = [(s.item.code, str(s.value), str(s.out_of or 100)) for s in read(text).scores]
    assert ("IIT", "28.46", "30") in found
    assert ("IIT", "94.85", "100") in found
    assert ("total", "91.58", "100") in found


@pytest.mark.parametrize("head", ["ค่าใช้จ่าย", "งบประมาณ", "วงเงิน"])
@pytest.mark.parametrize("amounts", [("10,000", "๒๕,๐๐๐"), ("85", "90")])
def test_a_column_of_money_beside_the_indicators_holds_no_scores(
    head: str, amounts: tuple[str, str]
) -> None:
    rows = "\n".join(f"{name}\t{amount}" for name, amount in zip(NAMES, amounts, strict=False))
    assert scores(f"แผน ITA ปีงบประมาณ พ.ศ. 2566\n\nประเด็น\t{head}\n{rows}") == []


def test_points_stay_beside_their_percentages_where_full_marks_are_said() -> None:
    text = "ผลการประเมิน ITA ปี 2566\n\nเครื่องมือ\tคะแนนเต็ม\tคะแนนที่ได้\tคิดเป็นร้อยละ\n"
    text += "IIT\t30\t25.45\t84.82\nEIT\t30\t27.45\t91.48\nOIT\t40\t40.00\t100.00"
    found = [(s.item.code, str(s.value), s.out_of and int(s.out_of)) for s in read(text).scores]
    assert found == [
        ("IIT", "25.45", 30), ("IIT", "84.82", None), ("EIT", "27.45", 30), ("EIT", "91.48", None),
        ("OIT", "40.00", 40), ("OIT", "100.00", None),
    ]  # fmt: skip


def test_a_table_of_the_weights_of_instruments_holds_no_scores() -> None:
    title = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"
    rows = "\nIIT\tร้อยละ 30\nEIT\tร้อยละ 30\nOIT\tร้อยละ 40"
    for head in ("น\ufffd้าหนักคะแนน", "คะแนน"):
        assert by_code(f"{title}แบบวัด\t{head}{rows}") == {}


def _grouped(foot: str, head: str = "แบบวัด\tตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ยรายแบบวัด") -> str:
    """Indicators beside the scores of their instruments, with a row at the foot."""
    means = {0: ("IIT", "85.73"), 5: ("EIT", "78.44"), 8: ("OIT", "20.12")}
    rows = [
        f"{means.get(at, ('', ''))[0]}\t{name}\t{value}\t{means.get(at, ('', ''))[1]}"
        for at, (name, value) in enumerate(zip(NAMES, VALUES, strict=True))
    ]
    return "\n".join(["ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n" + head, *rows, foot])


@pytest.mark.parametrize(
    "name",
    [
        "คะแนนรวม", "รวม", "คะแนนเฉลี่ยรวมทุกแบบวัด", "รวมทั้ง 3 แบบวัด", "คะแนนเฉลี่ยทั้งสามเครื่องมือ",
        "คะแนนเฉลี่ยรวมทั้ง ๑๐ ตัวชี้วัด", "ผลการประเมินระดับหน่วยงาน", "คะแนนเฉลี่ยทุกด้าน",
    ],
)  # fmt: skip
@pytest.mark.parametrize("cells", ["\t{total}\t", "\t\t{total}"])
def test_the_total_may_stand_in_the_column_of_the_instruments(name: str, cells: str) -> None:
    found = by_code(_grouped(name + "\t" + cells.format(total="57.30")))
    assert found == OFFICIAL | {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12", "total": "57.30"}


def test_a_mean_below_one_instrument_alone_is_no_total() -> None:
    text = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n" + "ตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ยรายแบบวัด\n"
    text += "\n".join(f"{n}\t{v}\t" for n, v in zip(NAMES[:5], VALUES[:5], strict=True))
    assert "total" not in by_code(text + "\nเฉลี่ย\t\t85.73")


@pytest.mark.parametrize("name", ["คะแนนเฉลี่ยรายแบบวัด", "คะแนนเฉลี่ยตัวชี้วัด", "คะแนนเฉลี่ยทุกหน่วยงาน"])
def test_means_of_parts_and_of_others_are_no_total(name: str) -> None:
    assert "total" not in by_code(_grouped(f"{name}\t\t57.30\t"))
