"""Names of several words, numbers, brackets and places are read whole, wherever they stand.

``whole_names.txt`` holds a mention a line, with the official name behind ``|`` where it is printed
otherwise.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.agency import mentions, reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from pipeline.agency.known.spelling import key
from pipeline.facts import Resolution
from tests.pipeline.documents import document

TITLE = "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\nประจำปีงบประมาณ พ.ศ. 2566"
TEXT = (
    "ตามที่สำนักงาน ป.ป.ช. กำหนดให้หน่วยงานเข้ารับการประเมิน ผลการประเมินมีคะแนนเฉลี่ย 95.20 คะแนน อยู่ในระดับ AA"
)
SAID = "ได้รับการประเมินคุณธรรมและความโปร่งใส ประจำปี 2566 นั้น"
FRAMES = {
    "on a cover, above the title": f"{{}}\n{TITLE}\n\n{TEXT}",
    "on a cover, below the title": f"{TITLE}\n{{}}\n\n{TEXT}",
    "in a title": f"รายงานผลการประเมิน ITA ของ{{}} ประจำปีงบประมาณ พ.ศ. 2566\n\n{TEXT}",
    "behind the word for a unit": f"ชื่อหน่วยงาน {{}}\n\n{TEXT}",
    "in a sentence": f"ด้วย{{}} {SAID} บัดนี้ {{}} ขอรายงานผล",
    "in a sentence without spaces": f"ด้วย{{}}{SAID} บัดนี้{{}}ขอรายงานผล",
}
NAMES = [
    (printed, official or printed)
    for line in Path(__file__).with_name("whole_names.txt").read_text(encoding="utf-8").splitlines()
    for printed, _, official in [line.partition("|")]
    if not line.startswith("#")
]


def name_of(found: Resolution) -> str:
    return key(found.body.official_name or found.body.name) if found.body else ""


def may_be_called(official: str) -> set[str]:
    """A campus stands before its university or behind it, with or without its word."""
    whole, _, campus = official.partition(" วิทยาเขต")
    alike = {f"วิทยาเขต{campus}{whole}", f"{whole}{campus}"} if campus else set()
    return {key(official), *map(key, alike)}


def test_there_are_enough_of_them_and_none_twice() -> None:
    assert len(NAMES) >= 200
    assert len({printed for printed, _ in NAMES}) == len(NAMES)


@pytest.mark.parametrize(("printed", "official"), NAMES)
def test_a_name_is_whole_in_a_cell(printed: str, official: str) -> None:
    assert name_of(resolve_mention(printed)) in may_be_called(official)


@pytest.mark.parametrize("frame", FRAMES)
def test_names_are_whole(frame: str) -> None:
    found = {
        printed: name_of(reporting_body(document(FRAMES[frame].replace("{}", printed))))
        for printed, official in NAMES
        if (printed, frame) not in CUT
    }
    assert {
        printed: found[printed]
        for printed, official in NAMES
        if printed in found and found[printed] not in may_be_called(official)
    } == {}


CUT = {("โรงเรียนนวมินทราชินูทิศ สตรีวิทยา ๒", "in a sentence without spaces")}
"""A number that runs into the next word may be anything's."""


def test_names_are_whole_where_a_sentence_is_wrapped_inside_them() -> None:
    for printed, official in NAMES:
        first, _, last = printed.rpartition(" ")
        if first:
            text = f"ด้วย{first}\n{last} {SAID}"
            assert name_of(reporting_body(document(text))) in may_be_called(official), text


def test_no_two_of_them_share_an_id() -> None:
    found: dict[str, set[str]] = {}
    for printed, official in NAMES:
        body = resolve_mention(printed).body
        assert body
        found.setdefault(agency_id(body), set()).add(key(official))
    assert [names for names in found.values() if len(names) > 1] == []


SHAPES = {
    "lines for words": lambda name: name.replace(" ", "\n"),
    "a line's end in the middle": lambda name: (
        f"{name[: len(name) // 2]}\n{name[len(name) // 2 :]}"
    ),
    "the number of a list": lambda name: f"1. {name}",
    "the sign of a list": lambda name: f"- {name} ",
    "wide spaces": lambda name: name.replace(" ", "\u00a0 "),
}
ON_ONE_LINE = {"โรงพยาบาลศิริราช ปิยมหาราชการุณย์"}
"""Whose first word is another body's name: it takes the line to tell."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_name_in_a_cell_is_the_same_however_it_is_wrapped(shape: str) -> None:
    for printed, _ in NAMES:
        if printed not in ON_ONE_LINE:
            cell = SHAPES[shape](printed)
            assert name_of(resolve_mention(cell)) == name_of(resolve_mention(printed)), cell


BODIES = (
    "โรงเรียนสิริราษฎร์", "โรงเรียนเทศบาล 1", "โรงพยาบาลแม่สอด", "วิทยาลัยเทคนิคแพร่", "มหาวิทยาลัยเชียงใหม่",
    "มหาวิทยาลัยนอร์ทกรุงเทพ", "สำนักงานเกษตรจังหวัดแพร่", "กรมการปกครอง", "การประปาส่วนภูมิภาค", "ศาลจังหวัดแพร่",
    "สพป.แพร่ เขต 1", "สำนักงานทางหลวงที่ 2", "อบต.นาเสียว",
)  # fmt: skip
BEHIND = (
    "นักเรียนได้รับรางวัล", "ครูและบุคลากรได้รับ", "กลุ่มบริหารงานบุคคล", "แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2566",
    "ประจำปี 2566", "นโยบายไม่รับของขวัญ", "(ITA)", "(องค์การมหาชน)", "(เดิม)", "95.20", "ขอรายงานผล", "โทร 054-123456",
    "(โรงเรียนขยายโอกาส)", "ที่ 12/2566", "ระดับ AA", "คู่มือการปฏิบัติงาน", "งานธุรการ", "ฝ่ายวิชาการ", "ผู้อำนวยการ",
    "นายสมชาย ใจดี", "มาตรการส่งเสริมคุณธรรม", "วันที่ 1 มกราคม 2566", "ณ วันที่ 1 มกราคม", "และหน่วยงานในสังกัด",
    "ดำเนินการตามแผน", "ตระหนักถึงความสำคัญ", "มุ่งมั่นพัฒนา", "สนับสนุนให้บุคลากร", "เปิดเผยข้อมูล", "ยึดหลักธรรมาภิบาล",
    "พัฒนาระบบ", "เว็บไซต์", "หน้า 1", "หลักการและเหตุผล", "สารบัญ", "วิสัยทัศน์", "ตัวชี้วัดที่ 1",
)  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_other_words_behind_a_name_are_no_part_of_it(body: str) -> None:
    (own,) = mentions(body)
    for front in ("", "ผลการประเมินของ", "ด้วย", "ประกาศ"):
        for behind in BEHIND:
            for space in (" ", "\n"):
                text = f"{front}{body}{space}{behind}"
                found = mentions(f"{text}\n\nข้อความ")[0]
                assert (found.name, found.part) == (own.name, own.part), text


def test_a_short_name_in_the_text_is_the_whole_one_on_the_cover() -> None:
    text = "ด้วยโรงเรียนสวนกุหลาบวิทยาลัย ได้รับการประเมิน " * 4
    found = reporting_body(document(f"โรงเรียนสวนกุหลาบวิทยาลัย รังสิต\n{TITLE}\n\n{text}"))
    assert name_of(found) == key("โรงเรียนสวนกุหลาบวิทยาลัย รังสิต")


def test_a_province_behind_a_school_is_its_place_and_no_second_name() -> None:
    ids = {
        agency_id(found.body)
        for printed in ("โรงเรียนเบญจมราชูทิศ ราชบุรี", "โรงเรียนเบญจมราชูทิศ จังหวัดราชบุรี")
        if (found := resolve_mention(printed)).body
    }
    assert ids == {"school-เบญจมราชูทิศ-ราชบุรี"}


NACC = "ตามที่สำนักงาน ป.ป.ช. กำหนดให้หน่วยงานเข้ารับการประเมิน"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}\nจังหวัดแพร่\n\n{NACC}", "province-แพร่"),
        (f"จังหวัดแพร่\n{TITLE}\n\n{NACC}", "province-แพร่"),
        (f"{TITLE}\nกระทรวงการคลัง\n\n{NACC}", "department-กระทรวงการคลัง"),
        (f"{TITLE}\nกรุงเทพมหานคร\n\n{NACC}", "special-กรุงเทพมหานคร"),
        (f"{TITLE}\nกรมการปกครอง\nกระทรวงมหาดไทย\n\n{NACC}", "department-การปกครอง"),
        (f"{TITLE}\nชมรมคนรักป่า\nจังหวัดแพร่\n\n{NACC}", ""),
        (f"ชมรมคนรักป่า\nจังหวัดแพร่\n{TITLE}\n\n{NACC}", ""),
        (f"{TITLE}\nกองช่าง\nกระทรวงมหาดไทย\n\n{NACC}", ""),
        (f"{TITLE}\nสำนักงาน ป.ป.ช.\n\n{NACC}", ""),
        (f"ชมรมคนรักป่า\n{TITLE}\nจังหวัดแพร่\n\n{NACC}", ""),
        (f"รายงานผลการประเมิน ITA ของสหกรณ์การเกษตรเมืองแพร่ ปี 2566\nจังหวัดแพร่\n\n{NACC}", ""),
        (f"รายงานผลการประเมิน ITA ศูนย์ฝึกอบรม ปี 2566\nกระทรวงมหาดไทย\n\n{NACC}", ""),
        (f"การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\nจังหวัดแพร่\n\n{NACC}", "province-แพร่"),
        (f"ผลการประเมินคุณธรรมและความโปร่งใสขององค์กรปกครองส่วนท้องถิ่น\nปี 2566\nจังหวัดแพร่\n\n{NACC}", ""),
    ],
)
def test_a_ministry_or_province_alone_beside_the_title_is_the_one_reporting(
    text: str, expected: str
) -> None:
    found = reporting_body(document(text))
    assert (agency_id(found.body) if found.body else "") == expected
