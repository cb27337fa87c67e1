"""How often the reporting body is right, left open, or wrong, over bodies of a register."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from pipeline.agency import Register, reporting_body, resolve_mention
from tests.pipeline.agency.battery import KINDS, PLACES, cases, local_bodies, misread, register_of
from tests.pipeline.documents import document

ROWS = local_bodies()
pytestmark = pytest.mark.skipif(not ROWS, reason="the shared register is not here")


def _sample(size: int) -> list[dict[str, str]]:
    return random.Random(20).sample(ROWS, size) if ROWS else []


def _shares(place: str, damage: str) -> dict[str, float]:
    outcomes = Counter(
        case.outcome(reporting_body(document(case.text)))
        for case in cases(_sample(60), place, damage, seed=4)
    )
    return {name: outcomes[name] / outcomes.total() for name in ("right", "kept", "open", "wrong")}


@pytest.mark.parametrize("place", ["district and province", "short"])
@pytest.mark.parametrize("damage", ["none", "once"])
def test_a_body_with_its_district_is_right(place: str, damage: str) -> None:
    shares = _shares(place, damage)
    assert shares["right"] + shares["kept"] >= 0.98
    assert shares["kept"] <= 0.07, "municipalities whose names no list of places has"
    assert shares["wrong"] <= 0.01


@pytest.mark.parametrize("place", PLACES)
def test_a_body_misread_half_the_time_is_hardly_ever_wrong(place: str) -> None:
    assert _shares(place, "half")["wrong"] <= 0.02


def test_without_a_place_most_sound_names_are_resolved_and_none_is_wrong() -> None:
    shares = _shares("none", "none")
    assert shares["wrong"] == 0
    assert shares["right"] >= 0.6


@pytest.fixture(scope="module")
def register() -> Register:
    return register_of(ROWS)


@pytest.mark.parametrize(("edits", "right"), [(0, 0.999), (1, 0.97), (2, 0.9)])
def test_a_register_finds_its_own_bodies_again(
    register: Register, edits: int, right: float
) -> None:
    rng = random.Random(9)
    outcomes: Counter[str] = Counter()
    for row in _sample(1000):
        name = row["name"]
        for _ in range(edits):
            name = misread(name, rng) if len(name) > 1 else name
        found = resolve_mention(
            KINDS[row["type_code"]][1] + name,
            district=row["amphoe"],
            province=row["changwat"],
            register=register,
        )
        if found.status == "resolved" and found.body:
            outcomes["right" if found.body.code == row["geocode"] else "wrong"] += 1
        else:
            outcomes["open"] += 1
    assert outcomes["wrong"] == 0
    assert outcomes["right"] / outcomes.total() >= right
