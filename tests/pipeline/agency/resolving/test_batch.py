"""Many mentions at once give the answers of each by itself."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.agency import Register, resolve_all, resolve_mention
from pipeline.facts import Body
from tests.pipeline.agency.battery import KINDS, local_bodies
from tests.pipeline.agency.test_recovery import CONTEXTS, damaged

REGISTER = Register(
    Body(kind, name, district, province, f"{kind}-{index}")
    for index, (kind, name, district, province) in enumerate(
        (kind, *place)
        for kind in ("sao", "subdistrict-municipality", "town")
        for place in (
            ("แม่ตืน", "ลี้", "ลำพูน"),
            ("แม่ลาน", "ลี้", "ลำพูน"),
            ("หนองแค", "หนองแค", "สระบุรี"),
            ("หนองแขม", "หนองแค", "สระบุรี"),
            ("นาดี", "เมืองอุดรธานี", "อุดรธานี"),
            ("นาดี", "นาดี", "ปราจีนบุรี"),
            ("นาคำ", "บ้านดุง", "อุดรธานี"),
            ("ปากบ่อง", "ป่าซาง", "ลำพูน"),
        )
    )
)
_WORDS = (
    "องค์การบริหารส่วนตำบล",
    "อบต.",
    "ทต. ",
    "เทศบาลตำบล ",
    "เทศบาลเมือง",
    "ทม.",
    "อบจ.",
    "กรม",
    "1. อบต.",
    "",
)
_PLACES = (
    "", " อ.ลี้ จ.ลำพูน", " อำเภอหนองแค จังหวัดสระบุรี", " จ.อุดรธานี", " อ.นาดี", " ต.นาดี อ.เมือง จ.อุดรธานี",
    " (ลำพูน)", " อำเภอเมือง จังหวัดอุดรธานี", "จ.ลำพูน", " อ.ลี จ.ลำพน", " จ. ตรัง",
)  # fmt: skip
_NAMES = st.one_of(
    st.sampled_from(sorted({body.name for body in REGISTER.bodies})),
    st.text(alphabet="กนมดงหอบาแเไำ่้ีัตลคข -", max_size=9),
    st.sampled_from(
        ("หนองแ", "นาดี ผ่าน", "เขาก อบ", "ตลาดเขต", "ห้วยเกิ่ ง", "ในเขต", "านาดี", "แม่ตื น")
    ),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(_WORDS), _NAMES, st.sampled_from(_PLACES)).map("".join),
        max_size=12,
    ),
    st.booleans(),
)
def test_a_batch_answers_as_each_mention_alone(printed: list[str], listed: bool) -> None:
    register = REGISTER if listed else None
    found = resolve_all(printed, register)
    assert found == {one: resolve_mention(one, register=register) for one in printed}


@pytest.mark.skipif(not local_bodies(), reason="the shared register is not here")
def test_a_batch_of_damaged_names_answers_as_each_alone() -> None:
    rng = random.Random(41)
    printed = [
        rng.choice(KINDS[row["type_code"]][1:])
        + damaged(row["name"], rng.randrange(3), rng)
        + CONTEXTS[rng.choice(tuple(CONTEXTS))].format(**row)
        for row in rng.sample(local_bodies(), 3000)
    ]
    found = resolve_all(printed)
    assert found == {one: resolve_mention(one) for one in printed}
