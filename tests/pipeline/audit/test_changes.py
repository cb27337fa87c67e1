"""Changes that stand out among those of all bodies."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from pipeline.audit.auditor import audit
from pipeline.audit.model import Finding, ReadDocument
from pipeline.facts import Body, Claim, Item, Place, Resolution, Score

Rows = Callable[..., tuple[Score, ...]]


def read(
    document: Callable[..., ReadDocument],
    rows: Rows,
    count: int,
    jump: str,
    status: str = "resolved",
) -> list[ReadDocument]:
    """Bodies with totals of two years; the first one's jumps."""
    chance = Random(1)
    made = []
    for number in range(count):
        before = Decimal(chance.randint(7000, 8000)) / 100
        after = before + Decimal(chance.randint(-200, 300)) / 100
        if number == 0:
            before, after = Decimal("60.00"), Decimal(jump)
        body = Body("sao", f"ที่{number}", "เมือง", "ทดลอง")
        scores = (*rows({"total": str(before)}, 2563), *rows({"total": str(after)}, 2564, table=1))
        reporter = Resolution(status if number == 0 else "resolved", body, body.name)  # type: ignore[arg-type]
        made.append(document(*scores, name=f"{number}.txt", reporter=reporter))
    return made


def unusual(documents: list[ReadDocument]) -> list[Finding]:
    return [one for one in audit(documents).findings if one.rule == "unusual-change"]


def test_a_change_far_from_all_others_is_shown_as_information(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    (found,) = unusual(read(document, rows, 40, "95.00"))
    assert (found.severity, found.document, found.fiscal_year) == ("info", "0.txt", 2564)
    assert (found.printed, found.difference) == ("95.00", "+35.00")
    assert "39 other bodies" in found.message
    assert "39 แห่ง" in found.message_th


def test_ordinary_changes_few_bodies_and_unclear_names_show_nothing(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    assert not unusual(read(document, rows, 40, "61.00"))
    assert not unusual(read(document, rows, 29, "95.00"))
    assert not unusual(read(document, rows, 40, "95.00", status="ambiguous"))


def test_a_stated_change_may_also_give_the_score_that_it_is_a_change_from(
    findings: Callable[..., list[Finding]], rows: Rows
) -> None:
    scores = (*rows({"total": "56.72"}, 2564), *rows({"total": "46.78"}, 2563, table=1))
    for value, wrong in (("9.94", 0), ("46.78", 0), ("0.74", 1)):
        said = Claim("change", "เพิ่มขึ้น", Place(1, 1), Decimal(value), item=Item("total", "total"))
        assert len(findings("change-mismatch", *scores, claims=(said,))) == wrong
