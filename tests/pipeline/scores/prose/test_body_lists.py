"""Lists of bodies in lines: each line is of its own body."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import read

HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year} จังหวัดลำปาง\n"
BODIES = (
    ("อบต.บ้านเอื้อม", "เมืองลำปาง", "93.69", "A"),
    ("เทศบาลตำบลเสริมงาม", "เสริมงาม", "77.35", "B"),
    ("องค์การบริหารส่วนตำบลวังเงิน", "แม่ทะ", "91.21", "A"),
    ("เทศบาลตำบลเหนือลม", "แจ้ห่ม", "71.87", "C"),
    ("ทต.แม่เมาะ", "แม่เมาะ", "78.78", "B"),
)
LINES = [
    "อันดับที่ {n} {body} อำเภอ{district} ได้คะแนน {score} คะแนน ระดับ {rating}",
    "อันดับ {n} ได้แก่ {body} อำเภอ{district} มีคะแนนเท่ากับ {score} คะแนน อยู่ในระดับ {rating}",
    "- {body} อำเภอ{district} ได้คะแนนรวม {score} คะแนน (ระดับ {rating})",
    "• {body} อ.{district} {score} คะแนน ({rating})",
    "{n}. {body} อำเภอ{district} - {score} คะแนน - ระดับ {rating}",
    "{n}) {body} อำเภอ{district} คะแนน {score} ระดับ {rating}",
    "{n} {body} {district} {score} {rating}",
    "{body} อำเภอ{district} : {score} ({rating})",
]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def listed(line: str, bodies: tuple[tuple[str, ...], ...] = BODIES) -> str:
    return "\n".join(
        line.format(n=n, body=body, district=district, score=score, rating=rating)
        for n, (body, district, score, rating) in enumerate(bodies, 1)
    )


def told(text: str) -> list[tuple[str, str, str, int | None]]:
    return [
        (s.body.split(" ")[0], str(s.value), s.rating, s.fiscal_year)
        for s in read(text).scores
        if s.item.code == "total"
    ]


RIGHT = [(body, score, rating, 2565) for body, _, score, rating in BODIES]


@pytest.mark.parametrize("line", LINES)
def test_every_line_is_of_its_own_body_with_its_score_and_rating(line: str) -> None:
    head = HEAD.format(year=2565)
    assert told(head + listed(line)) == RIGHT
    assert told(head + listed(line).replace("\n", "\n\n")) == RIGHT
    assert told(head + listed(line).translate(THAI)) == RIGHT


def test_a_line_may_run_over_two() -> None:
    text = listed("อันดับที่ {n} {body} อำเภอ{district} ได้|คะแนน {score} คะแนน ระดับ {rating}")
    assert told(HEAD.format(year=2565) + text.replace("|", "\n")) == RIGHT


def test_scores_may_stand_before_their_bodies() -> None:
    text = listed("อันดับที่ {n} {score} คะแนน {body} อำเภอ{district}")
    assert [one[:2] for one in told(HEAD.format(year=2565) + text)] == [one[:2] for one in RIGHT]


def test_two_lists_have_the_years_of_their_headings() -> None:
    line = LINES[0].replace("{rating}", "ผ่านดี")
    text = HEAD.format(year=2566) + listed(line) + "\n\n" + HEAD.format(year=2564) + listed(line)
    found = told(text)
    assert [one[3] for one in found] == [2566] * 5 + [2564] * 5
    assert [one[2] for one in found] == ["ผ่านดี"] * 5 + [""] * 5


def test_a_body_that_no_list_knows_keeps_its_line() -> None:
    line = "อันดับที่ {n} คือ {body} ได้คะแนนรวม {score} คะแนน"
    found = told(HEAD.format(year=2565) + listed(line))
    assert [one[:2] for one in found] == [one[:2] for one in RIGHT]
    found = told(HEAD.format(year=2565) + listed(line, BODIES[2:4]))
    assert [one[:2] for one in found] == [one[:2] for one in RIGHT[2:4]]


@pytest.mark.parametrize(
    "head",
    [
        "ผลการประเมิน ITA ปี 2565 ตัวชี้วัดการใช้อำนาจ",
        "ผลการประเมินประสิทธิภาพ LPA ปี 2565",
        "เป้าหมายคะแนน ITA ปี 2565",
        "คะแนนแบบวัด IIT การประเมิน ITA ปี 2565",
        "รายชื่อหน่วยงานและร้อยละการจัดเก็บขยะ",
    ],
)
def test_lists_of_something_else_give_no_totals_of_many_bodies(head: str) -> None:
    found = told(f"{head}\n{listed(LINES[5])}")
    assert found == []


def test_differences_and_instruments_in_lines_are_no_totals() -> None:
    head = HEAD.format(year=2565)
    assert told(head + listed("{n}. {body} อำเภอ{district} เพิ่มขึ้น {score} คะแนน")) == []
    assert told(head + listed("{n}. {body} อำเภอ{district} IIT {score} คะแนน")) == []
