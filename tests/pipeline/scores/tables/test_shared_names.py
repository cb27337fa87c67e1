"""The name that the open-data form shares with its first indicator."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read

_TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
_SHARED = "การเปิดเผยข้อมูลสาธารณะ"
_TEN = tuple(zip((*NAMES[:8], _SHARED, NAMES[9]), VALUES, strict=True))
_OFFICIAL_TEN = tuple(zip(NAMES, VALUES, strict=True))


def _table(*rows: tuple[str, str]) -> str:
    return _TITLE + "\n".join("\t".join(row) for row in (("ตัวชี้วัด", "คะแนน"), *rows))


@pytest.mark.parametrize(
    "text",
    [
        _table(*_TEN),
        _table(*((f"{n}. {name}", value) for n, (name, value) in enumerate(_TEN, 1))),
        _table(*(_TEN[:8]), ("การเปิดเผยข้อม่ลสาธารณะ", VALUES[8]), _TEN[9]),
        _TITLE + "ปี\t" + "\t".join(n for n, _ in _TEN) + "\n2565\t" + "\t".join(VALUES),
        _TITLE + "\n".join(f"ตัวชี้วัด{name} ได้คะแนน {value} คะแนน" for name, value in _TEN),
        _TITLE + "\n\n".join(f"{name}\n{value} คะแนน" for name, value in _TEN),
        _TITLE + "\n".join("\t".join(f"{n} {v}" for n, v in _TEN[i : i + 5]) for i in (0, 5)),
    ],
)
def test_among_indicators_the_shared_name_is_the_indicators(text: str) -> None:
    assert by_code(text) == OFFICIAL


def test_beside_its_indicators_or_among_instruments_it_is_the_instruments() -> None:
    above = (*_OFFICIAL_TEN[:8], (_SHARED, "20.12"), *_OFFICIAL_TEN[8:])
    assert by_code(_table(*above)) == OFFICIAL | {"OIT": "20.12"}
    inside, outside = "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"
    three = ((inside, "88.10"), (outside, "77.20"), (_SHARED, "66.30"))
    assert by_code(_table(*three)) == {"IIT": "88.10", "EIT": "77.20", "OIT": "66.30"}
    listed = "\n".join(f"{name} ได้ {value} คะแนน" for name, value in three)
    rows = "\n".join(f"{name} {value}" for name, value in _OFFICIAL_TEN[:9])
    assert by_code(f"{_TITLE}{listed}\n\n{rows}")["OIT"] == "66.30"


def test_beside_the_instrument_named_by_its_acronym_it_is_the_indicators() -> None:
    rows = (("IIT", "85.73"), *_TEN[:5], ("EIT", "78.44"), *_TEN[5:8], ("OIT", "20.12"), *_TEN[8:])
    assert by_code(_table(*rows))["9"] == OFFICIAL["9"]


def test_where_it_may_be_either_the_score_is_left_out_and_said_so() -> None:
    rows = (("IIT", "85.73"), *_TEN[:5], ("EIT", "78.44"), *_TEN[5:])
    found = read(_table(*rows))
    assert not {"9", "OIT"} & {score.item.code for score in found.scores}
    (doubted,) = found.uncertain
    assert (doubted.printed, {code for code, _ in doubted.candidates}) == ("33.99", {"9", "OIT"})
    numbered = (*rows[:10], (f"ตัวชี้วัดที่ 9 {_SHARED}", "33.99"), rows[11])
    assert by_code(_table(*numbered))["9"] == "33.99"
