"""The total and its rating in sentences, and what is like them and none."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, VALUES, read, scores, ten

HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}\nองค์การบริหารส่วนตำบลหนองหาร อำเภอสันทราย จังหวัดเชียงใหม่\n"
TABLE = "\n\nตัวชี้วัด\tคะแนน\n" + ten("{name}", "{value}")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SAYINGS = [
    "ผลประเมินโดยภาพรวม อบต.หนองหาร มีค่าคะแนนอยู่ที่ ร้อยละ {total} ซึ่งจัดอยู่ในระดับ {rating}",
    "ผลการประเมินภาพรวมอยู่ในระดับ {rating} ({total} คะแนน)",
    "สรุปผลคะแนน ITA ของ อบต.หนองหาร อยู่ที่ {total} คะแนน ระดับ {rating}",
    "ได้รับผลการประเมินระดับ {rating} ด้วยคะแนน {total}",
    "อบต.หนองหาร มีผลคะแนนการประเมินอยู่ที่ {total} คะแนน จัดอยู่ในระดับ {rating}",
    "มีค่าคะแนนเฉลี่ยรวมทุกตัวชี้วัด {total} คะแนน อยู่ในระดับ {rating}",
    "พบว่า องค์การบริหารส่วนตำบลหนองหาร ได้คะแนนรวมทั้งสิ้น {total} คะแนน ซึ่งถือว่าอยู่ในเกณฑ์ระดับ {rating}",
    "ผลการประเมิน ITA ขององค์การบริหารส่วนตำบลหนองหาร มีค่าคะแนน {total} จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ {rating}",
    "หน่วยงานมีคะแนนประเมินรวม {total} คะแนน คิดเป็นระดับ {rating}",
    "คะแนนสุทธิ {total} คะแนน ระดับ {rating}",
    "มีคะแนนผลการประเมินคุณธรรมและความโปร่งใสฯ เท่ากับ {total} คะแนน อยู่ในระดับ {rating}",
    "อบต.หนองหาร มีระดับคุณธรรมและความโปร่งใสในการดำเนินงาน คะแนน {total} อยู่ในระดับ {rating}",
    "คะแนนเฉลี่ยโดยรวมเท่ากับ {total} คะแนน (ระดับ {rating})",
    "ผลการประเมินในภาพรวมขององค์การบริหารส่วนตำบลหนองหาร อยู่ในระดับ {rating} โดยมีคะแนนรวมเฉลี่ยร้อยละ {total}",
    "คะแนนที่ได้รับ {total} คะแนน อยู่ในระดับ {rating}",
    "อบต.หนองหาร ได้คะแนน ITA ปี {year} ที่ {total} คะแนน หรือระดับ {rating}",
]


def totals(text: str) -> list[tuple[int | None, str, str]]:
    return [
        (score.fiscal_year, str(score.value), score.rating)
        for score in read(text).scores
        if score.item.code == "total"
    ]


def wrapped(text: str, width: int = 45) -> str:
    """A sentence over lines, as pages break it."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize(("year", "rating"), [(2565, "A"), (2567, "ผ่านดี")])
@pytest.mark.parametrize("saying", SAYINGS)
def test_a_sentence_says_the_total_and_its_rating(saying: str, year: int, rating: str) -> None:
    text = saying.format(total="88.18", rating=rating, year=year)
    head = HEAD.format(year=year)
    for form in (text, text.translate(THAI), wrapped(text)):
        assert totals(head + form + TABLE) == [(year, "88.18", rating)], form


@pytest.mark.parametrize(
    "text",
    [
        "ค่าเป้าหมาย ผลการประเมินในภาพรวมเท่ากับร้อยละ 85.11",
        "เป้าหมายปีถัดไป ผลการประเมินอยู่ในระดับ A (95.11 คะแนน)",
        "เกณฑ์ระดับ A ต้องมีผลการประเมินในภาพรวม 85.11 คะแนน",
        "ควรได้ผลการประเมินอยู่ในระดับ A (85.11 คะแนน)",
        "เมื่อปีที่แล้ว ผลการประเมินในภาพรวมเท่ากับ 80.11 คะแนน",
        "ปีก่อนได้รับผลการประเมินในระดับ B ด้วยคะแนน 80.11",
        "ปีงบประมาณที่ผ่านมา สรุปผลคะแนน ITA ของ อบต.หนองหาร เท่ากับ 80.11 คะแนน ระดับ B",
        "เดิมได้คะแนนภาพรวม 80.11 คะแนน",
        "ผลการประเมินในภาพรวมของหน่วยงานทั่วประเทศ มีค่าคะแนนเท่ากับ ร้อยละ 90.22 ซึ่งอยู่ในระดับ A",
        "สรุปผลคะแนน ITA ของ อปท. ทั้งหมดในจังหวัดเชียงใหม่ เท่ากับ 90.22 คะแนน ระดับ A",
        "คะแนนเฉลี่ยภาพรวมของทุกหน่วยงาน เท่ากับ 80.11 คะแนน",
        "ผลการเบิกจ่ายงบประมาณในภาพรวม คิดเป็นร้อยละ 80.11",
        "ผลการประเมินประสิทธิภาพ LPA อยู่ในระดับ A (91.11 คะแนน)",
    ],
)
def test_goals_other_years_other_bodies_and_other_shares_are_no_total(text: str) -> None:
    head = HEAD.format(year=2565)
    for form in (text, text.translate(THAI), wrapped(text)):
        assert totals(head + form + TABLE) == [], form


def test_a_year_before_that_is_only_compared_with_leaves_the_total() -> None:
    text = "ซึ่งเพิ่มขึ้นจากปีที่แล้ว โดยได้คะแนนภาพรวม 88.18 คะแนน"
    assert totals(HEAD.format(year=2565) + text) == [(2565, "88.18", "")]


def test_a_year_before_with_its_number_keeps_that_year() -> None:
    text = "ในปีที่ผ่านมา (ปีงบประมาณ พ.ศ. 2564) ได้คะแนนภาพรวม 80.11 คะแนน"
    assert totals(HEAD.format(year=2565) + text) == [(2564, "80.11", "")]


def _lines(*, upto: int = 10) -> str:
    return "\n".join(
        f"{n}. {name}  {value}"
        for n, name, value in zip(range(1, upto + 1), NAMES, VALUES, strict=False)
    )


@pytest.mark.parametrize("name", ["รวม", "เฉลี่ย", "รวมทั้งสิ้น", "คะแนนเฉลี่ย"])
def test_a_sum_right_below_a_list_of_all_indicators_is_the_total(name: str) -> None:
    head = HEAD.format(year=2565)
    assert totals(f"{head}{_lines()}\n{name}  57.30") == [(2565, "57.30", "")]
    assert totals(f"{head}{_lines(upto=5)}\n{name}  57.30") == []
    assert totals(f"{head}{_lines()}\nจำนวนผู้ตอบทั้งหมดในปีนี้\n{name}  57.30") == []


def test_a_number_over_the_name_of_the_total_and_its_rating_is_the_total() -> None:
    head = HEAD.format(year=2567)
    assert totals(f"{head}๘๗.๕๐\nคะแนนรวม\nระดับ ผ่าน{TABLE}") == [(2567, "87.50", "ผ่าน")]
    assert totals(f"{head}การใช้อำนาจ\n87.50\nคะแนนรวม\nระดับ ผ่าน") == []


@pytest.mark.parametrize(
    "words", ["และในปีงบประมาณ พ.ศ.\n2565", "และในปีงบประมาณ\nพ.ศ. 2565", "และ\nในปี 2565"]
)
def test_a_line_that_breaks_the_words_for_a_year_breaks_no_sentence(words: str) -> None:
    said = f"ในปีงบประมาณ พ.ศ. 2564 อบต.หนองหาร ได้คะแนน 69.01 คะแนน {words} ได้คะแนน 85.42 คะแนน"
    assert totals(HEAD.format(year=2565) + said) == [(2564, "69.01", ""), (2565, "85.42", "")]


def test_lines_of_a_year_and_its_score_under_a_heading_of_scores_are_totals() -> None:
    lines = "- ปีงบประมาณ 2563 : 84.17 คะแนน ระดับ B\n- ปีงบประมาณ 2564 : 88.75 คะแนน ระดับ A"
    found = read(f"คะแนน ITA ย้อนหลัง อบต.หนองหาร\n{lines}").scores
    assert [(s.fiscal_year, str(s.value), s.rating) for s in found] == [
        (2563, "84.17", "B"), (2564, "88.75", "A"),
    ]  # fmt: skip
    for heading in ("คะแนน LPA ย้อนหลัง", "ความพึงพอใจในการประเมิน ITA"):
        assert not read(f"{heading}\n{lines}").scores


def test_the_number_of_instruments_in_the_name_of_the_total_is_no_count() -> None:
    found = read("ผลการประเมิน ITA ปี 2566\nคะแนนรวมทั้ง 3 แบบวัด 87.22 คะแนน").scores
    assert [str(score.value) for score in found] == ["87.22"]


@pytest.mark.parametrize("opening", ["", "สำหรับ", "ทั้งนี้ ", "ในส่วนของ", "ในการนี้ "])
@pytest.mark.parametrize("rated", ["", "อยู่ในระดับ A", "ผลการประเมินระดับ A", "ซึ่งอยู่ในเกณฑ์ระดับ A"])
@pytest.mark.parametrize(
    "compared",
    ["เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 ซึ่งได้ 84.20 คะแนน", "สูงกว่าปี 2564 ที่ได้ 84.20 คะแนน",
     "เพิ่มขึ้นจากปี 2564 (84.20 คะแนน)", "เพิ่มขึ้นจากปี 2564 (คะแนน 84.20)"],
)  # fmt: skip
def test_the_total_of_the_year_before_whatever_opens_its_sentence(
    opening: str, rated: str, compared: str
) -> None:
    text = (
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n"
        f"{opening}องค์การบริหารส่วนตำบลทุ่งกระเต็น อำเภอหนองกี่ จังหวัดบุรีรัมย์ มีผลคะแนนการประเมิน 89.40 คะแนน {rated} {compared}"
    )
    assert scores(text) == [(2565, "total", "89.40"), (2564, "total", "84.20")]


def test_what_a_score_rose_by_is_no_score_of_the_year_before() -> None:
    text = "ผลการประเมิน ITA ปี 2565 ได้คะแนนรวม 89.40 คะแนน เพิ่มขึ้นจากปี 2564 (5.20 คะแนน)"
    assert scores(text) == [(2565, "total", "89.40")]


@pytest.mark.parametrize("cut", ["เพิ่มขึ้นจาก", "ปีงบ", "อยู่ใน", "พ.ศ."])
def test_the_total_of_the_year_before_on_the_next_line(cut: str) -> None:
    opening = (
        "สำนักงาน ป.ป.ช. ได้ประกาศผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565 โดยมีหน่วยงานเข้าร่วมทั่วประเทศ"
    )
    said = "สำหรับเทศบาลตำบลทุ่งกระเต็น มีผลคะแนนการประเมิน 89.40 คะแนน อยู่ในระดับ A เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 ซึ่งได้ 84.20 คะแนน"
    text = f"{opening}\n{said.replace(cut, cut + chr(10), 1)}"
    assert scores(text) == [(2565, "total", "89.40"), (2564, "total", "84.20")]
