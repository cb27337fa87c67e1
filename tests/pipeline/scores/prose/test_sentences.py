"""Scores in running text and in lists."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read, scores

ITA = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565 "


@pytest.mark.parametrize(
    "template",
    [
        "ตัวชี้วัดที่ {n} {name} ได้คะแนน {value} คะแนน",
        "{n}. {name} {value}คะแนน",
        "{n}) {name} ร้อยละ {value}",
        "- {name} = {value}",
        "{name} : {value} %",
        "{name} ({value})",
        "ตัวชี้วัด{name} มีผลคะแนนเท่ากับ {value} คะแนน",
        "({n}) ด้าน{name} คิดเป็นร้อยละ {value}",
    ],
)
def test_a_list_of_indicators_is_read_whatever_its_wording(template: str) -> None:
    lines = [
        template.format(n=n, name=name, value=value)
        for n, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    ]
    assert by_code(ITA + "\n" + "\n".join(lines)) == OFFICIAL
    assert by_code(ITA + "ดังนี้ " + " ".join(lines)) == OFFICIAL


@pytest.mark.parametrize(
    ("text", "value", "rating"),
    [
        ("คะแนนภาพรวมหน่วยงาน เท่ากับ ๘๖.๗๒ คะแนน ระดับผลการประเมิน A", "86.72", "A"),
        ("หน่วยงานมีผลคะแนน 77.16คะแนน อยู่ในระดับ B", "77.16", "B"),
        ("สรุปผลรวมคะแนนทั้ง ๑๐ ตัวชี้วัด ได้คะแนน ๖๐.๔๐ คะแนน", "60.40", ""),
        ("ได้รับผลการประเมินอยู่ในระดับ D (๕๖.๗๒ คะแนน)", "56.72", "D"),
        ("เทศบาลตำบลดอนแก้วได้ 92.15 คะแนน (A)", "92.15", "A"),
        ("ได้คะแนนเฉลี่ยรวม 88.05", "88.05", ""),
    ],
)
def test_the_total_and_its_rating_in_a_sentence(text: str, value: str, rating: str) -> None:
    (score,) = read(ITA + text).scores
    assert (score.item.code, str(score.value), score.rating) == ("total", value, rating)


def test_levels_are_ratings_only_from_2566() -> None:
    sentence = "ผลการประเมิน ITA ปี {} ได้คะแนนรวม 90.10 คะแนน อยู่ในระดับผ่านดี"
    assert [s.rating for s in read(sentence.format(2566)).scores] == ["ผ่านดี"]
    assert [s.rating for s in read(sentence.format(2564)).scores] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "ค่าเฉลี่ยระดับประเทศ 87.57 คะแนน",
        "คะแนนเฉลี่ยของหน่วยงานภาครัฐทั่วประเทศเท่ากับ 87.57 คะแนน",
        "ผ่านเกณฑ์ (85 คะแนนขึ้นไป)",
        "คะแนนเต็ม 100 คะแนน",
        "ตั้งเป้าหมายไว้ที่ 90.00 คะแนน",
        "มีผู้ตอบแบบวัด 120 คน คิดเป็นร้อยละ 80.50",
        "ใช้งบประมาณ 25,000.00 บาท",
        "ความพึงพอใจของผู้รับบริการร้อยละ 95.20",
        "คะแนน 95.00 - 100 ระดับ AA",
        "การใช้อำนาจ ประกอบด้วยข้อคำถาม 6 ข้อ ค่าน้ำหนัก 30 คะแนน",
        "ตัวชี้วัดที่ ๖ , ๗ และ ๘ เป็นของแบบวัด EIT",
        "โทร 0-4561-1234 ข้อ 9.1.2 ณ วันที่ 30 ธันวาคม 2564",
        "การใช้อำนาจหน้าที่ 91.20 คะแนน",
        "การใช้จ่ายงบประมาณ ร้อยละ 98.30",
    ],
)
def test_numbers_of_something_else_are_left_alone(text: str) -> None:
    assert scores(ITA + text) == []


def test_comparisons_keep_each_year_with_its_number() -> None:
    text = (
        ITA + "เทศบาลได้คะแนนรวม 92.15 คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 ที่ได้ 88.10 คะแนน "
        "หรือเพิ่มขึ้น 4.05 คะแนน ซึ่งสูงกว่าค่าเฉลี่ยระดับประเทศ (87.57 คะแนน) เมื่อพิจารณารายเครื่องมือ "
        "พบว่า IIT ได้ 95.10 คะแนน และ OIT ได้ 91.30 คะแนน"
    )
    assert scores(text) == [
        (2565, "total", "92.15"),
        (2564, "total", "88.10"),
        (2565, "IIT", "95.10"),
        (2565, "OIT", "91.30"),
    ]
    changes = [c for c in read(text).claims if c.kind == "change"]
    assert [(str(c.value), c.fiscal_year) for c in changes] == [("4.05", 2565)]


def test_several_years_of_one_indicator_in_a_row() -> None:
    text = "การใช้อำนาจ ปี 2563 ได้ 80.10 คะแนน ปี 2564 ได้ 85.20 คะแนน"
    assert scores(text) == [(2563, "3", "80.10"), (2564, "3", "85.20")]


def test_an_enumeration_is_read_in_order_only_where_it_comes_out_even() -> None:
    even = ITA + "IIT EIT และ OIT ได้คะแนน 91.24, 85.56 และ 78.20 ตามลำดับ"
    assert by_code(even) == {"IIT": "91.24", "EIT": "85.56", "OIT": "78.20"}
    odd = ITA + "IIT EIT และ OIT ได้คะแนน 91.24 และ 85.56 ตามลำดับ"
    assert scores(odd) == []


def test_points_out_of_their_full_marks() -> None:
    (score,) = read(ITA + "แบบวัด IIT ได้ 28.04 คะแนน (จากคะแนนเต็ม 30 คะแนน)").scores
    assert (score.item.code, str(score.value), str(score.out_of)) == ("IIT", "28.04", "30")


def test_a_damaged_name_in_a_line_is_still_understood_with_less_confidence() -> None:
    (score,) = read(ITA + "\nตัวชี้วัดที่ ๓ การใชอำนาจ ได้คะแนน ๙๒.๓๙ คะแนน").scores
    assert score.item.code == "3"
    assert score.place.confidence < 1


def test_a_bare_score_under_an_indicators_heading_is_not_the_total() -> None:
    text = ITA + "\n\nตัวชี้วัดที่ 3 การใช้อำนาจ\n\nผลการประเมิน ITA ได้คะแนน 92.39 คะแนน"
    assert ("total", "92.39") not in {(code, value) for _, code, value in scores(text)}


def test_the_total_is_not_taken_from_a_sentence_about_an_indicator() -> None:
    text = ITA + "การใช้อำนาจ ซึ่งประเมินการรับรู้ต่อผู้บังคับบัญชาของตนในทุกด้าน มีผลคะแนน 92.39 คะแนน"
    assert "total" not in by_code(text)


def test_a_total_said_again_as_a_percentage_is_a_claim_and_no_second_total() -> None:
    found = read(ITA + "ได้คะแนนรวม 67.45 คะแนน คิดเป็นร้อยละ 61.45")
    assert [str(score.value) for score in found.scores] == ["67.45"]
    assert [(c.kind, str(c.value), c.item.code if c.item else "") for c in found.claims] == [
        ("percent", "61.45", "total")
    ]


def test_stated_extremes_pass_marks_and_percentages_become_claims() -> None:
    text = (
        ITA + "ได้คะแนนรวม 56.72 คะแนน คิดเป็นร้อยละ 61.50 (35.40 คะแนน)\n\n"
        "คะแนนสูงสุด 91.76 คะแนน\n\nคะแนนต่ำสุด คือ การป้องกันการทุจริต 6.25 คะแนน\n\n"
        "หน่วยงานที่ผ่านเกณฑ์ (85 คะแนนขึ้นไป)"
    )
    found = [
        (c.kind, str(c.value), c.item.code if c.item else "", str(c.other))
        for c in read(text).claims
    ]
    assert found == [
        ("percent", "61.50", "total", "35.40"),
        ("highest", "91.76", "", "None"),
        ("lowest", "6.25", "10", "None"),
        ("threshold", "85", "", "None"),
    ]


def test_a_body_whose_name_sounds_like_an_extreme_has_a_total_all_the_same() -> None:
    text = "สำนักงานอัยการสูงสุด มีผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ เท่ากับ ๗๑.๒๖ คะแนน"
    assert scores(text) == [(2565, "total", "71.26")]


def test_scores_in_the_cells_of_a_table_of_something_else() -> None:
    text = (
        ITA + "\n\nกิจกรรม\tผลลัพธ์\nอบรมบุคลากร\tสะท้อนจากตัวชี้วัดที่ 3 การใช้ อำนาจ ของหน่วยงาน "
        "ได้คะแนน สูงสุดในการประเมิน ITA ประจำปี พ.ศ. 2565 ที่ 100 คะแนน"
    )
    assert scores(text) == [(2565, "3", "100")]


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_labels_and_numbers_may_alternate_either_way_round(gap: str) -> None:
    labels_first = gap.join(f"{n}{gap}{v}" for n, v in zip(NAMES, VALUES, strict=True))
    values_first = gap.join(f"{v}{gap}{n}" for n, v in zip(NAMES, VALUES, strict=True))
    assert by_code(ITA + "\n\n" + labels_first) == OFFICIAL
    assert by_code(ITA + "\n\n" + values_first) == OFFICIAL


def test_the_total_before_the_instruments_does_not_turn_them_round() -> None:
    text = ITA + "คะแนนรวม 92.15 คะแนน IIT 95.10 EIT 90.20 OIT 91.30"
    assert by_code(text) == {"total": "92.15", "IIT": "95.10", "EIT": "90.20", "OIT": "91.30"}


def test_a_row_of_numbers_that_lost_its_table_is_left_alone() -> None:
    assert scores(ITA + "\nคะแนนรวม 62.63 70.10 81.20") == []
    assert scores(ITA + "\nการใช้อำนาจ 62.63 70.10") == []


def test_a_label_still_without_its_number_keeps_the_next_run_from_being_turned() -> None:
    text = ITA + (
        "\nการใช้อำนาจ\nทบทวนคู่มือ\n91.90คะแนน\nการแก้ไขปัญหาการทุจริต\n91.73คะแนน\n"
        "คุณภาพการดำเนินงาน\n88.82คะแนน\nการเปิดเผยข้อมูล"
    )
    assert by_code(text) == {"5": "91.73", "6": "88.82"}


def test_a_line_under_a_heading_about_the_assessment_states_the_total() -> None:
    text = ITA + "\n\nผลคะแนน 88.20 คะแนน ระดับ A (ผ่าน)"
    assert [(s.item.code, str(s.value), s.rating) for s in read(text).scores] == [
        ("total", "88.20", "A")
    ]
    assert scores(ITA + "\n\nผู้เข้าอบรมทำแบบทดสอบได้ 85.00 คะแนน") == []


@pytest.mark.parametrize(
    "text",
    [
        "เป้าหมายปี 2566 การใช้อำนาจ ต้องได้ 95.00 คะแนน",
        "ตั้งเป้าหมายให้ได้คะแนนรวม 95.00 คะแนน",
        "ข้อคำถาม i5 ของการใช้อำนาจ ได้ 77.00 คะแนน",
        "ประเด็นการมอบหมายงานในตัวชี้วัดการใช้อำนาจ ได้ 77.00 คะแนน",
    ],
)
def test_goals_and_parts_of_an_item_are_no_scores_of_it(text: str) -> None:
    assert scores(ITA + "\n" + text) == []


def test_a_goal_that_is_reached_hides_no_score() -> None:
    assert by_code(ITA + "\nผ่านเป้าหมายที่ตั้งไว้ โดยได้คะแนนรวม 92.00 คะแนน") == {"total": "92.00"}


def test_the_mean_of_a_province_is_the_provinces() -> None:
    found = read(ITA + "\nจังหวัดพะเยามีคะแนนเฉลี่ย 89.20 คะแนน").scores
    assert [score.body for score in found] == ["จังหวัดพะเยา"]


def test_a_misread_first_label_does_not_hand_its_number_to_the_next_one() -> None:
    lines = [f"- {name} ({value} คะแนน)" for name, value in zip(NAMES, VALUES, strict=True)]
    lines[0] = lines[0].replace("ปฏิบัติหน้าที่", "ปฎบัตหนาที")
    lines[9] = f"- {NAMES[9]} (Anti-Corruption Practice) ({VALUES[9]} คะแนน)"
    for text in ("\n".join(lines), "\n".join(line.replace(" (", "\n", 1) for line in lines)):
        found = by_code(ITA + "\n\n" + text)
        assert {code: value for code, value in found.items() if OFFICIAL[code] != value} == {}
        assert len(found) >= 8


def test_whole_numbers_are_scores_in_lists_given_in_order_and_behind_labels() -> None:
    text = ITA + "\nคะแนนของ IIT EIT และ OIT เท่ากับ 94.11, 87.12 และ 100 ตามลำดับ"
    assert by_code(text) == {"IIT": "94.11", "EIT": "87.12", "OIT": "100"}
    assert by_code(ITA + "\n9. การเปิดเผยข้อมูล 100") == {"9": "100"}
    assert by_code(ITA + "\n9. การเปิดเผยข้อมูล 12") == {}


def test_the_score_of_the_assessment_is_the_total_even_below_a_list_of_items() -> None:
    text = ITA + "\n- การใช้อำนาจ (80.10 คะแนน)\n\nหน่วยงานมีผลคะแนน ITA ปี 2565 เท่ากับ 81.76 คะแนน"
    assert by_code(text) == {"3": "80.10", "total": "81.76"}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("ผ่านเกณฑ์ จำนวน 3 ตัวชี้วัด", "pass-count", "3"),
        ("ไม่ผ่านเกณฑ์ (ต่ำกว่า 85 คะแนน) จำนวน ๗ ตัวชี้วัด", "fail-count", "7"),
        ("คะแนนภาพรวม 56.72 คะแนน เพิ่มขึ้นจากปี 2563 จำนวน 0.74 คะแนน", "change", "0.74"),
        ("คะแนนภาพรวม 56.72 คะแนน ลดลงจากปีที่ผ่านมา คิดเป็น 2.10 คะแนน", "change", "-2.10"),
    ],
)
def test_counts_and_amounts_of_change_are_statements(text: str, kind: str, value: str) -> None:
    found = read(f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564\n\n{text}")
    assert (kind, value) in [(claim.kind, str(claim.value)) for claim in found.claims]


@pytest.mark.parametrize(
    "text",
    [
        "ผ่านเกณฑ์ จำนวน 3 ตัวชี้วัดย่อย",
        "ปี 2563 และปี 2564 ผ่านเกณฑ์ จำนวน 3 ตัวชี้วัด",
        "ผลการประเมินเพิ่มขึ้นจาก 46.78 คะแนน",
    ],
)
def test_what_is_not_plainly_a_count_or_an_amount_is_none(text: str) -> None:
    found = read(f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564\n\n{text}")
    assert not [c for c in found.claims if c.kind in ("pass-count", "fail-count", "change")]


def test_counts_of_indicators_that_pass_a_stated_mark_are_statements() -> None:
    text = ITA + "\nมีตัวชี้วัดผ่านเกณฑ์ร้อยละ 85 จำนวน ๙ ตัวชี้วัด ไม่ผ่าน ๑ ตัวชี้วัด\nการใช้อำนาจ ได้คะแนน 88.10"
    found = [(claim.kind, claim.value) for claim in read(text).claims]
    assert found == [("pass-count", 9), ("fail-count", 1)]


def test_whole_numbers_behind_a_sign_of_equality_are_scores() -> None:
    found = by_code(ITA + "\nIIT = 92.1 EIT = 90 OIT = 88.25")
    assert found == {"IIT": "92.1", "EIT": "90", "OIT": "88.25"}


@pytest.mark.parametrize(
    "sentence",
    [
        "หน่วยงานอื่นในพื้นที่ เช่น เทศบาลตำบลบ้านดู่ ได้ 95.00 คะแนน",
        "พนักงานไปศึกษาดูงาน ณ เทศบาลตำบลบ้านดู่ อำเภอเมืองเชียงราย จังหวัดเชียงราย",
        "ตัวอย่าง เทศบาลตำบลบ้านดู่ อำเภอเมืองเชียงราย จังหวัดเชียงราย",
        "เทศบาลตำบลบ้านดู่เป็นแบบอย่างของจังหวัด",
        "เทศบาลตำบลบ้านดู่ ได้คะแนนสูงสุดของจังหวัด 95.00 คะแนน",
        "หน่วยงานคะแนนสูง ได้แก่ อบต.นางแล เทศบาลตำบลท่าสุด และเทศบาลตำบลบ้านดู่",
        "หน่วยงานอื่นได้คะแนนสูง อาทิ เทศบาลตำบลบ้านดู่",
        "อบต.บ้านดู่ ได้รับการเปลี่ยนแปลงฐานะเป็นเทศบาลตำบลบ้านดู่ ตามประกาศกระทรวงมหาดไทย เมื่อปี 2550",
        "เทศบาลเมืองใหม่เปลี่ยนชื่อมาจากเทศบาลตำบลบ้านดู่",
    ],
)
def test_a_body_named_in_passing_does_not_take_the_list_that_follows(sentence: str) -> None:
    lines = "\n".join(
        f"ตัวชี้วัดที่ {n} {name} {value}"
        for n, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    )
    found = read(f"{ITA}\n{sentence}\nผลคะแนนรวม 87.22\n{lines}").scores
    own = {score.item.code: str(score.value) for score in found if not score.body}
    assert own == OFFICIAL | {"total": "87.22"}


@pytest.mark.parametrize(
    "heading",
    ["เทศบาลตำบลบ้านดู่", "เทศบาลตำบลบ้านดู่ ประจำปี 2565", "เทศบาลตำบลบ้านดู่ มีผลคะแนน ดังนี้"],
)
def test_a_list_is_of_the_body_that_heads_it(heading: str) -> None:
    lines = "\n".join(
        f"ตัวชี้วัดที่ {n} {name} {value}"
        for n, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    )
    found = read(f"{ITA}\n{heading}\n{lines}").scores
    assert {score.body for score in found} == {"เทศบาลตำบลบ้านดู่"}


def test_a_year_before_a_word_counts_nothing() -> None:
    text = (
        "คะแนนเพิ่มขึ้นจากรอบก่อน 21.23 คะแนนเมื่อเทียบกับหน่วยงานอื่น\nมีระบบรับเรื่องร้องเรียน\n"
        "ในภาพรวมของการประเมิน ITA ปีงบประมาณ 2564 หน่วยงานมีคะแนนภาพรวมเท่ากับ 65.57 คะแนน"
    )
    assert scores(text) == [(2564, "total", "65.57")]


@pytest.mark.parametrize("said", ["เท่ากับ", "เท\ufffdากับ", "เทากับ"])
def test_words_of_having_are_known_without_their_tone_marks(said: str) -> None:
    assert by_code(ITA + f"มีผลคะแนน ITA ปี 2565 {said} 93.53 คะแนน")["total"] == "93.53"


def test_a_misspelt_indicator_is_not_hidden_by_the_shorter_name_at_its_end() -> None:
    text = ITA + "\n\n5) การแกไขปัญหาการทุจริต เท่ากับ 93.14 คะแนน\n\nความเสี่ยงการทุจริต 12.50 คะแนน"
    assert by_code(text) == {"5": "93.14"}


@pytest.mark.parametrize("behind", ["", " ทบทวนคู่มือทุกหกเดือน"])
def test_a_whole_number_is_a_score_on_its_line_of_a_list(behind: str) -> None:
    values = [*VALUES[:-1], "25"]
    lines = [f"{n}. {NAMES[n - 1]} {values[n - 1]}{behind}" for n in range(1, 11)]
    assert by_code(ITA + "\n" + "\n".join(lines))["10"] == "25"


@pytest.mark.parametrize("behind", [" ข้อที่เกี่ยวข้อง", " แนวทางอื่น"])
def test_a_whole_number_before_words_of_its_own_is_none(behind: str) -> None:
    lines = [f"{n}. {NAMES[n - 1]} {VALUES[n - 1]}" for n in range(1, 10)]
    assert "10" not in by_code(ITA + "\n" + "\n".join([*lines, f"10. {NAMES[9]} 25{behind}"]))


@pytest.mark.parametrize(
    "line",
    [
        "ตัวอย่างเช่น องค์การบริหารส่วนตำบลนาเสียว อำเภอเมืองชัยภูมิ ได้คะแนน 95.00 คะแนน เป็นแบบอย่างที่ดี",
        "ตัวอย่าง: อบต.นาเสียว จังหวัดชัยภูมิ คะแนนรวม 97.50",
        "เช่น อบต.นาเสียว จ.ชัยภูมิ ได้รับคะแนนรวม 97.50 ระดับ AA และ อบต.ชีลอง คะแนนรวม 96.00",
        "ตัวอย่าง เทศบาลตำบลดอกรักพัฒนา ได้คะแนนรวม\n97.50 คะแนน",
        "หน่วยงานต้นแบบ ได้แก่ โรงพยาบาลน่าน คะแนนรวม 98.00 คะแนน",
    ],
)
def test_the_score_of_an_example_is_nobodys_here(line: str) -> None:
    found = read(f"{ITA}\nคะแนนรวม 85.20 คะแนน\n\n{line}").scores
    assert [str(score.value) for score in found] == ["85.20"]


def test_the_bodys_own_score_behind_an_example_is_kept() -> None:
    text = f"{ITA}\nหน่วยงานอื่น เช่น อบต.นาเสียว ได้คะแนนรวม 97.50 คะแนน\nคะแนนรวม 85.20 คะแนน"
    assert [str(score.value) for score in read(text).scores] == ["85.20"]


def test_a_share_of_those_who_answered_is_no_score() -> None:
    text = "ผลการประเมิน ITA ปี 2566\nมีผู้ตอบแบบสำรวจ IIT จำนวน 45 คน คิดเป็นร้อยละ 98.50 "
    assert by_code(text + "และ EIT จำนวน 1,120 คน คิดเป็นร้อยละ 86.30") == {}


def test_the_number_of_a_sub_indicator_within_a_line_is_no_score() -> None:
    text = "ผลการประเมิน ITA ปี 2566\n9 การเปิดเผยข้อมูล 9.3 การบริหารเงินงบประมาณ 85.71 คะแนน"
    assert "9" not in by_code(text)


def test_a_row_of_percentages_that_lost_its_table_gives_no_score() -> None:
    text = "ผลการประเมิน ITA ปี 2567\n1. การปฏิบัติหน้าที่  94.83%  88.87%  81.65%  85.00"
    assert by_code(text) == {}
