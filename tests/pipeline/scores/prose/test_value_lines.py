"""Lists whose values stand before their labels."""

from __future__ import annotations

import pytest

from pipeline.scores.find import find_scores
from tests.pipeline.documents import document

HEAD = "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n"
NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ")
VALUES = ("82.99", "94.79", "84.95", "94.19")
OFFICIAL = dict(zip("1234", VALUES, strict=True))


def read(text: str) -> dict[str, str]:
    return {one.item.code: str(one.value) for one in find_scores(document(text), 2565).scores}


def joined(pattern: str) -> str:
    lines = [
        pattern.format(value=value, name=name, number=number)
        for number, (value, name) in enumerate(zip(VALUES, NAMES, strict=True), 1)
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "pattern",
    [
        "{value} คะแนน {name}",
        "{value} {name}",
        "{number}. {value} คะแนน {name}",
        "- {value} คะแนน: {name} (ตัวชี้วัดที่ {number})",
        "{value}\n{name}",
    ],
)
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", ""),
        ("80.83 คะแนนภาพรวมหน่วยงาน\n", ""),
        ("คะแนนรวม 80.83 คะแนน\n", "หน้า 1\n"),
        ("องค์การบริหารส่วนตำบลนาเสียว\n", ""),
    ],
)
def test_each_number_is_that_of_the_label_behind_it(pattern: str, above: str, below: str) -> None:
    found = read(f"{HEAD}{above}{joined(pattern)}\n{below}")
    assert {code: value for code, value in found.items() if code != "total"} == OFFICIAL


def test_the_total_may_be_one_of_them() -> None:
    assert read(f"{HEAD}{joined('{value} คะแนน {name}')}\n80.83 คะแนนภาพรวม") == (
        OFFICIAL | {"total": "80.83"}
    )
    assert read(f"{HEAD}80.83\nคะแนนภาพรวมหน่วยงาน\n" + joined("{value}\n{name}")) == (
        OFFICIAL | {"total": "80.83"}
    )


def test_below_instruments_with_scores_of_their_own() -> None:
    assert read(f"{HEAD}IIT 90.00\n{joined('{value} คะแนน {name}')}\n") == (
        OFFICIAL | {"IIT": "90.00"}
    )


@pytest.mark.parametrize("first", [NAMES[0], "การปฎบัตหนาที"])
def test_a_label_that_hangs_over_the_list_has_the_first_number(first: str) -> None:
    lines = [f"{value} {name}" for value, name in zip(VALUES[:3], NAMES[1:], strict=True)]
    found = read("\n".join([HEAD + first, *lines, VALUES[3]]))
    assert {code: value for code, value in found.items() if OFFICIAL[code] != value} == {}
    assert len(found) >= 3


def test_a_list_that_begins_and_ends_with_a_number_tells_nothing() -> None:
    found = read(f"{HEAD}\n{joined('{value}' + chr(10) + '{name}')}\n80.83")
    assert {code: value for code, value in found.items() if OFFICIAL.get(code) != value} == {}


def test_a_label_that_has_its_number_takes_none_from_the_line_below() -> None:
    text = f"{HEAD}\n{joined('{value}' + chr(10) + '{name}')}\nคะแนนเฉลี่ย 80.83\n"
    assert {code: value for code, value in read(text).items() if code != "total"} == OFFICIAL


def test_a_heading_below_the_list_turns_nothing_round() -> None:
    text = f"{HEAD}\n{joined('{value} คะแนน' + chr(10) + '{name}')}\nOIT\n"
    assert read(text) == OFFICIAL
