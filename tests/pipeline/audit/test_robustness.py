"""Whatever a reader hands over is audited: nothing crashes, nothing is left unanswered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import Method
from pipeline.audit.auditor import audit
from pipeline.audit.case import agree
from pipeline.audit.model import ReadDocument
from pipeline.facts import (
    Body,
    Claim,
    DocumentFacts,
    Item,
    Mark,
    Place,
    RankedList,
    Resolution,
    Score,
)

CODES = [*map(str, range(1, 11)), "IIT", "EIT", "OIT", "EIT1", "EIT2", "total", "index1", "9.1", ""]
KINDS = {"total": "total", "9.1": "sub_indicator", "index1": "index"}
NAMES = ["", "อบต.หนึ่ง", "อบต.สอง"]
MARKS: list[Mark] = ["pass", "fail", ""]

values = (
    st.decimals(-1000, 1000, places=2)
    | st.decimals(0, 100, places=2)
    | st.integers(0, 10**40).map(Decimal)
)
years = st.none() | st.sampled_from([0, 2556, 2559, 2561, 2562, 2564, 2566, 2568, 2569, 3105])
places = st.builds(
    Place,
    st.integers(1, 3),
    st.integers(1, 50),
    st.none(),
    st.just(Method.TEXT),
    st.sampled_from([1.0, 0.4]),
    st.none() | st.integers(0, 2),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(0, 3),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    code = draw(st.sampled_from(CODES))
    kind = KINDS.get(code, "indicator" if code.isdigit() else "instrument")
    return Item(kind, code)  # type: ignore[arg-type]


@st.composite
def scores(draw: st.DrawFn) -> Score:
    value = draw(values)
    return Score(
        draw(items()),
        "ชื่อ",
        value,
        str(value),
        draw(places),
        draw(years),
        body=draw(st.sampled_from(NAMES)),
        out_of=draw(st.sampled_from([None, Decimal(100), Decimal(30), Decimal(40), Decimal(0)])),
        target=draw(st.sampled_from([None, Decimal(85), Decimal(0)])),
        rating=draw(st.sampled_from(["", "A", "A (ผ่าน)", "ผ่านดี", "สูงมาก", "?"])),
        printed_number=draw(st.none() | st.integers(0, 11)),
        number_is_stated=draw(st.booleans()),
        mark=draw(st.sampled_from(MARKS)),
        scheme_hint=draw(st.sampled_from(["", "", "lpa", "average", "ita-2562", "stranger"])),
    )


claims = st.builds(
    Claim,
    st.sampled_from(
        [
            "threshold",
            "percent",
            "pass-count",
            "fail-count",
            "highest",
            "lowest",
            "change",
            "rating",
        ]
    ),
    st.just("ข้อความ"),
    places,
    st.none() | values,
    st.none() | values,
    st.none() | items(),
    years,
    st.sampled_from(["", "A", "ผ่าน", "ผ่านดี"]),
    st.sampled_from([*NAMES, "ไม่รู้จัก"]),
)


@st.composite
def rankings(draw: st.DrawFn) -> RankedList:
    codes = draw(st.lists(st.sampled_from(CODES), max_size=5))
    numbers = draw(st.lists(values, min_size=len(codes), max_size=len(codes)))
    return RankedList(
        draw(places), tuple(codes), tuple(numbers), draw(st.booleans()), draw(years), ""
    )


resolutions = st.builds(
    Resolution,
    st.sampled_from(["resolved", "ambiguous", "unknown"]),
    st.none() | st.sampled_from([Body("sao", "หนึ่ง"), Body("sao", "สอง", "เมือง")]),
    st.sampled_from(NAMES),
)


@st.composite
def documents(draw: st.DrawFn) -> ReadDocument:
    facts = DocumentFacts(
        "scores",
        draw(resolutions),
        tuple(draw(st.lists(resolutions, max_size=2))),
        draw(years),
        tuple(draw(st.lists(scores(), max_size=20))),
        tuple(draw(st.lists(claims, max_size=4))),
        (),
        tuple(draw(st.lists(rankings(), max_size=2))),
        look_alike=draw(st.sampled_from(["", "", "", "moit"])),
        stated_years=tuple(draw(st.lists(st.sampled_from([2562, 2564, 3105]), max_size=2))),
    )
    return ReadDocument("x", draw(st.sampled_from(["aa", "bb"])), facts)


@settings(max_examples=150, deadline=None)
@given(st.lists(documents(), max_size=3))
def test_any_facts_are_audited_and_every_row_is_answered(read: list[ReadDocument]) -> None:
    named = [replace(one, document=f"{number}.txt") for number, one in enumerate(read)]
    result = audit(named)
    keys = {(one.document, n) for one in named for n in range(len(one.facts.scores))}
    assert result.assurances.keys() == keys == result.agency_ids.keys()
    assert set(result.agency_ids.values()) <= result.bodies.keys()
    ids = [finding.flag_id for finding in result.findings]
    assert len(ids) == len(set(ids))
    assert all(set(finding.scores) <= keys for finding in result.findings)
    errors = {key for one in result.findings if one.severity == "error" for key in one.scores}
    assert all(result.assurances[key] == "disputed" for key in errors)
    subjects = [(year.agency_id, year.fiscal_year) for year in result.agency_years]
    assert subjects == sorted(set(subjects))
    for year in result.agency_years:
        assert year.verdict == "consistent" or year.assurance != "proved"


@given(st.decimals(0, 100, places=4))
def test_a_number_agrees_with_its_rounding_and_with_its_cut_off_print(value: Decimal) -> None:
    for places in (Decimal("0.01"), Decimal("0.1"), Decimal(1)):
        for way in ("ROUND_HALF_UP", "ROUND_DOWN"):
            assert agree(value, value.quantize(places, way))
            assert agree(value.quantize(places, way), value)


@given(st.decimals(1, 99, places=2), st.decimals(1, 99, places=2))
def test_numbers_of_one_precision_agree_only_if_they_are_equal(one: Decimal, two: Decimal) -> None:
    assert agree(one, two) == (one == two)
