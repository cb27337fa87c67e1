"""Labels are matched by name; a printed number never decides."""

from __future__ import annotations

import random

import pytest

from pipeline.labels import find_labels, item_name, labels, match, match_indicator
from pipeline.labels.numbers import split_number

INDICATORS = {
    label.item.code: label.name
    for label in labels()
    if label.item and label.item.item_type == "indicator"
}


def code(text: str) -> str:
    item = match(text).item
    return item.code if item else ""


def test_there_are_ten_indicators_in_official_order() -> None:
    assert list(INDICATORS) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. การปฏิบัติหน้าที่ ๙๖.๖๖คะแนน", "1"),
        ("ตัวชี้วัดที่ ๘ การปรับปรุง การทำงาน", "8"),
        ("การปรับปรุงระบบการทำงาน", "8"),
        ("ด้านการใช้ทรัพย์สินของทางราชการ", "4"),
        ("การเปิดเผยข้อมูล (Open Data)", "9"),
        ("การใช้อานาจ", "3"),
        ("การใชอำนาจ", "3"),
        ("การแก้ไขปญหาการทุจริต", "5"),
        ("การปองกันการทุจริต", "10"),
        ("คุณภาพการดาเนินงาน", "6"),
        ("ผลคะแนนรวม", "total"),
        ("แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "IIT"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "EIT"),
        ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ", "OIT"),
        ("EIT ส่วนที่ 2", "EIT2"),
        ("9.1 ข้อมูลพื้นฐาน", "9.1"),
        ("O12 แผนการใช้จ่ายงบประมาณ", "O12"),
        ("ความพร้อมรับผิด", "index2"),
    ],
)
def test_variants_and_damage_are_understood(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "การใช้จ่ายงบประมาณ",
        "การปฏิบัติงาน",
        "การป้องกันและแก้ไขปัญหาการทุจริต",
        "การป้องกันและปราบปรามการทุจริต",
        "การเผยแพร่ข้อมูลต่อสาธารณะ",
        "คุณภาพการให้บริการ",
        "การทำงาน",
        "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
        "โครงการอบรมคุณธรรมจริยธรรม",
        "ด้านการบริหารจัดการ",
        "ตัวชี้วัดที่ 3",
        "๒๕๖๔",
        "",
    ],
)
def test_near_neighbours_and_strangers_are_no_indicator(text: str) -> None:
    assert match_indicator(text) == ""


def test_a_label_between_two_indicators_is_uncertain() -> None:
    found = match("การกกไขกันการทุจริต")
    assert found.item is None


def test_the_acronym_tells_instruments_apart_where_their_names_are_damaged() -> None:
    assert code("แบบวัดการรับรู้ของผู้มีสวนไดสวนเสยภายใ (IIT)") == "IIT"
    assert code("แบบวัดการรับรู้ของผู้มีสวนไดสวนเสยภาย") == ""


@pytest.mark.parametrize(
    "text",
    [
        "OIT : ข้อมูลที่เปิดเผยต่อสาธารณะ (Open Data Integrity and Transparency Assessment)",
        "แบบวัด OIT ข้อมูลสาธารณะ",
    ],
)
def test_a_name_of_many_words_is_sure_with_its_acronym_beside_it(text: str) -> None:
    assert (code(text), match(text).score >= 90) == ("OIT", True)


@pytest.mark.parametrize(
    "text",
    ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (EIT)", "EIT : เสียงของผู้มีส่วนได้ส่วนเสียภายใน"],
)
def test_a_name_and_an_acronym_that_contradict_each_other_are_uncertain(text: str) -> None:
    assert code(text) == ""


@pytest.mark.parametrize(
    ("text", "number", "stated", "rest"),
    [
        ("ตัวชี้วัดที่ ๓ การใช้อำนาจ", "3", True, "การใช้อำนาจ"),
        ("๑๐.การป้องกันการทุจริต", "10", False, "การป้องกันการทุจริต"),
        ("(2) การใช้งบประมาณ", "2", False, "การใช้งบประมาณ"),
        ("๑. ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน", "4", True, "การใช้ทรัพย์สิน"),
        ("การใช้อำนาจ", "", False, "การใช้อำนาจ"),
    ],
)
def test_the_printed_number_is_taken_off(text: str, number: str, stated: bool, rest: str) -> None:
    found = split_number(text)
    assert (found[0], found[1], found[2].strip()) == (number, stated, rest)


@pytest.mark.parametrize("number", range(1, 11))
def test_a_wrong_number_never_changes_the_item(number: int) -> None:
    for official, name in INDICATORS.items():
        assert code(f"ตัวชี้วัดที่ {number} {name}") == official


def test_two_random_edits_never_turn_one_indicator_into_another() -> None:
    chance = random.Random(7)
    letters = "กขคงจดตนบปมยรลวสหอาิีุู่้์"
    recognised = 0
    for _ in range(300):
        official = str(chance.randint(1, 10))
        name = list(INDICATORS[official])
        for _ in range(2):
            at = chance.randrange(len(name))
            chance.choice(
                [
                    lambda n, i: n.pop(i),
                    lambda n, i: n.insert(i, chance.choice(letters)),
                    lambda n, i: n.__setitem__(i, chance.choice(letters)),
                ]
            )(name, at)
        found = match_indicator("".join(name))
        assert found in ("", official)
        recognised += found == official
    assert recognised >= 240


def test_labels_in_prose_are_found_with_the_number_before_them() -> None:
    text = "ตัวชี้วัดที่ ๓ การใช้ อำนาจ และการใช้จ่ายงบประมาณ กับ OIT"
    found = [
        (m.label.item.code if m.label.item else "", m.number, m.stated) for m in find_labels(text)
    ]
    assert found == [("3", "3", True), ("", "", False), ("OIT", "", False)]


def test_the_assessments_own_name_hides_the_words_inside_it() -> None:
    assert find_labels("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ") == ()


def test_an_acronym_inside_a_word_is_no_mention() -> None:
    assert find_labels("EDIT profitITs") == ()


def test_every_item_has_a_name() -> None:
    for label in labels():
        if label.item:
            assert item_name(label.item) == label.name


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [("ตัวชี\ufffdวัดที่ 9 คุณภาพการดำเนินงาน", "6", "9"),
     ("ตัวชี้วัดที\ufffd 1 การปฏิบัติหน้าที่", "1", "1"),
     ("ตัวชี้วัดย\ufffdอยที่ 9.1 ข้อมูลพื้นฐาน", "9.1", "9.1"),
     ("ตัวชีวัดยอยที 9.2 การบริหารงาน", "9.2", "9.2")],
)  # fmt: skip
def test_the_words_before_a_number_are_known_without_their_tone_marks(
    text: str, code: str, number: str
) -> None:
    found = match(text)
    assert found.item is not None
    assert (found.item.code, found.number) == (code, number)


def test_the_last_digits_of_a_year_are_no_score_behind_a_label() -> None:
    found = match("EIT 2564").item
    assert found is not None
    assert found.code == "EIT"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EIT (Public)", "EIT1"),
        ("EIT Survey", "EIT2"),
        ("EIT ส่วนที่ 1 (EIT Public)", "EIT1"),
        ("EIT ส่วนที่ 2 (Survey)", "EIT2"),
        ("EIT ส่วนที่ 1 (EIT Survey)", None),
        ("EIT (External)", "EIT"),
    ],
)
def test_the_parts_of_eit_are_told_by_number_or_word(text: str, code: str | None) -> None:
    item = match(text).item
    assert (item.code if item else None) == code


def test_prose_names_the_parts_of_eit_by_word() -> None:
    found = find_labels("ได้คะแนน EIT (Public) 87.58 และ EIT Survey 85.58")
    assert [m.label.item.code for m in found if m.label.item] == ["EIT1", "EIT2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("การใช้ทรัพย์สินฯ", "4"),
        ("๔. การใช้ทรัพย์สิน ฯ", "4"),
        ("การใช้ทรัพย์สิน", "4"),
        ("การใช้งบฯ", "2"),
        ("การแก้ไขปัญหาฯ", "5"),
        ("การป้องกันการทุจริตฯ", "10"),
        ("การปรับปรุงฯ", "8"),
        ("ประสิทธิภาพฯ", "7"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายในฯ", "IIT"),
        ("ผลการประเมินฯ", "total"),
    ],
)
def test_a_name_may_be_cut_short_where_its_beginning_is_of_one_item_alone(
    text: str, expected: str
) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    ["การใช้ฯ", "การเปิดเผยข้อมูลฯ", "การทุจริตฯ", "การบริหารฯ", "แบบวัดการรับรู้ฯ", "การยืมทรัพย์สินฯ"],
)
def test_a_beginning_of_several_items_or_of_none_is_left_open(text: str) -> None:
    assert code(text) == ""


def test_a_short_name_is_no_name_inside_running_text() -> None:
    assert find_labels("แนวปฏิบัติเรื่องการใช้ทรัพย์สินของหน่วยงาน ร้อยละ 80.00") == ()
    (found,) = find_labels("ด้านการใช้ทรัพย์สินฯ ได้คะแนน 80.12 คะแนน")
    assert found.label.item is not None
    assert found.label.item.code == "4"


@pytest.mark.parametrize(
    ("prefix", "stated"),
    [
        ("ตชว.{}", True), ("ตชว. {} :", True), ("ต.ช.ว. {}", True), ("ตัวที่ {}", True), ("ตัวชี้วัด {} -", True),
        ("ด้านที่ {}", False), ("ด้านที่ {} ด้าน", False), ("ข้อ {}", False), ("ข้อที่ {}.", False), ("KPI {}", False),
        ("KPI{}:", False), ("ลำดับที่ {}", False), ("- ข้อ {})", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", ["3", "๑๐"])
def test_words_and_a_number_before_a_name_are_taken_off(
    prefix: str, stated: bool, number: str
) -> None:
    found = match(prefix.format(number) + " การใช้อำนาจ")
    assert found.item is not None
    assert (found.item.code, found.number, found.stated) == (
        "3", {"3": "3", "๑๐": "10"}[number], stated,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EIT สูวนที่ 1", "EIT1"),
        ("EIT สวนที 2", "EIT2"),
        ("แบบวัด EIT ส�วนที่ ๒", "EIT2"),
        ("EIT สูวนที่ 3", ""),
    ],
)
def test_parts_of_an_instrument_are_known_without_their_marks(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize("mark", ["²", "¹³", " ⁴", "*"])
def test_marks_of_footnotes_are_no_part_of_a_name(mark: str) -> None:
    assert code("๓. การใช้อำนาจ" + mark) == "3"
    assert code("คะแนนรวมทั้งสิ้น" + mark) == "total"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เครื่องมือ IIT", "IIT"),
        ("เครื่องมือที่ ๒ (EIT)", "EIT"),
        ("แบบสำรวจ EIT", "EIT"),
        ("ผลคะแนนตามแบบวัด OIT", "OIT"),
        ("EIT รวม", "EIT"),
        ("ส่วนของบุคลากรภายใน (IIT)", "IIT"),
        ("ผู้รับบริการ (EIT)", "EIT"),
        ("ภายนอก (IIT)", ""),
        ("เครื่องมือ IIT EIT", ""),
        ("เครื่องมือ MOIT", ""),
        ("น้ำหนัก IIT", ""),
        ("เป้าหมาย EIT", ""),
        ("ผู้ตอบ IIT", ""),
        ("ส่วนที่ 2 EIT", ""),
    ],
)
def test_an_acronym_among_words_for_instruments_is_that_instrument(
    text: str, expected: str
) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("คุณภาพการดำเนินงานของหน่วยงาน", "6"),
        ("การเปิดเผยข้อมูลของหน่วยงานภาครัฐ", "9"),
        ("การแก้ไขปัญหาการทุจริตในหน่วยงาน", "5"),
        ("การปรับปรุงการทำงาน ของเทศบาล", "8"),
        ("คุณธรรมการทำงานในหน่วยงาน", "index5"),
        ("การปฏิบัติงานของหน่วยงาน", ""),
        ("การใช้อำนาจของผู้บริหาร", ""),
    ],
)
def test_whose_an_indicator_is_may_stand_behind_its_name(text: str, expected: str) -> None:
    assert code(text) == expected
