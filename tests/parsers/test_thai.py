"""Damaged Thai is repaired; sound Thai is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.thai import fold_spaces, repair

ALPHABET = "".join(chr(code) for code in [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)])
DAMAGE = "\ufffd\u200b\u00ad\u00a0 \uf701\uf70a\uf70b\uf712\u0e4d"
SENTENCES = (
    "ราคาสั่งซื้อ",
    "กติกากับฎีกากับอเมริกากับเรา",
    "วาจาเป็นสัจจะ",
    "ประจานผู้อื่น",
    "น้ำใจงามยามก้ำกึ่ง",
    "ฤๅษีกับพระราชกฤษฎีกา",
    "ค้ำประกันด้วยทองคำ",
    "จัดทาง จัดทานาง แนะนานา",
    "นกกระทา เทศกาลลอยกระทง",
    "ทรัพย์สินของทางราชการ ร้อยละ ๘๕.๐๐ (85.00%)",
)


@given(st.text())
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(st.text(alphabet=ALPHABET + DAMAGE + "ก9 "))
def test_repairing_damaged_thai_twice_changes_nothing_more(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙.,/%()-+ abcXYZ\n\t"))
def test_digits_signs_and_latin_letters_stay_as_they_are(text: str) -> None:
    assert repair(text) == text


def test_no_word_of_the_dictionary_is_changed() -> None:
    from pythainlp.corpus.common import thai_words

    sound = {
        word for word in thai_words() if "ํ" not in word and "ํา" not in word and "เเ" not in word
    }
    changed = {word: repair(word) for word in sound if repair(word) != word}
    assert changed == {}


@pytest.mark.parametrize("text", SENTENCES)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("สานักงาน", "สำนักงาน"),
        ("กาหนดและดาเนินการ", "กำหนดและดำเนินการ"),
        ("ลำํดับที่", "ลำดับที่"),
        ("กำรปฏิบัติหน้ำที่", "การปฏิบัติหน้าที่"),
        ("คณะพยาบาลศำสตร์", "คณะพยาบาลศาสตร์"),
        ("วิทยำลัยอำชีวศึกษำ", "วิทยาลัยอาชีวศึกษา"),
        ("การใช้อํานาจ", "การใช้อำนาจ"),
        ("การใช้อ ํานาจ", "การใช้อำนาจ"),
        ("นํ้าหนัก", "น้ำหนัก"),
        ("คะแนนถ่วงนำหนัก", "คะแนนถ่วงน้ำหนัก"),
        ("น้ํา", "น้ำ"),
        ("อ�านาจ", "อำนาจ"),
        ("วิิทยาลััย", "วิทยาลัย"),
        ("เเผนเเม่บท", "แผนแม่บท"),
        ("ป ้องกัน", "ป้องกัน"),
        ("ที\uf70a", "ที่"),
        ("เป\uf712น", "เป็น"),
        ("ผ่\u200bาน", "ผ่าน"),
        ("ตำบล\u00a0บ้านค้อ", "ตำบล บ้านค้อ"),
        ("ท่ี", "ที่"),
        ("ทำ่", "ท่ำ"),
    ],
)
def test_known_damage_is_undone(damaged: str, sound: str) -> None:
    assert repair(damaged) == sound


@given(st.sampled_from(["ที่", "ผู้", "น้ำ", "เจ้าหน้าที่", "ป้องกัน", "ซื้อ", "ปฏิบัติ"]), st.data())
def test_a_space_or_a_second_mark_in_a_word_is_taken_out(word: str, data: st.DataObject) -> None:
    marks = [
        i
        for i, letter in enumerate(word)
        if "\u0e31" <= letter <= "\u0e4e" and letter not in "าำเแโใไๅๆ"
    ]
    at = data.draw(st.sampled_from(marks))
    assert repair(f"{word[:at]} {word[at:]}") == word
    assert repair(f"{word[:at]}{word[at]}{word[at:]}") == word


def test_what_cannot_be_undone_stays_visible() -> None:
    assert "\ufffd" in repair("การ\ufffdทุจริต")


def test_white_space_is_folded() -> None:
    assert fold_spaces("  ก\n ข\t\tค ") == "ก ข ค"


@pytest.mark.parametrize("unsure", ["เท\ufffdากับ", "บ\ufffdานด\ufffdาย", "หน\ufffdาที่"])
def test_a_lost_mark_before_an_a_may_be_a_tone_or_a_ring_and_stays_visible(unsure: str) -> None:
    assert repair(unsure) == unsure


def test_a_lost_ring_is_undone_in_words_that_nothing_else_can_be() -> None:
    assert repair("ส\ufffdานักงาน") == "สำนักงาน"
