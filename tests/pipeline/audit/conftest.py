"""Builders of read documents, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from parsers.model import Method
from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Finding, ReadDocument
from pipeline.facts import Body, DocumentFacts, Item, Place, Resolution, Score
from pipeline.scheme import scheme_for

BODY = Body("sao", "ทดสอบ", "เมือง", "ทดลอง", official_name="องค์การบริหารส่วนตำบลทดสอบ")
OTHER = Body("sao", "อื่น", "เมือง", "ทดลอง", official_name="องค์การบริหารส่วนตำบลอื่น")


def item_of(code: str) -> Item:
    if code == "total":
        return Item("total", code)
    if code.startswith("index"):
        return Item("index", code)
    return Item("indicator" if code.isdigit() else "instrument", code)


def name_of(code: str, year: int) -> str:
    scheme = scheme_for(year)
    for indicator in scheme.indicators if scheme else ():
        if indicator.code == code:
            return indicator.name_th
    return code


@pytest.fixture
def rows() -> Callable[..., tuple[Score, ...]]:
    """Rows of one table, top to bottom: ``rows({"1": "91.76"}, 2564, rating="A")``."""

    def made(
        values: Mapping[str, str], year: int | None = 2564, **changes: Any
    ) -> tuple[Score, ...]:
        table, column = changes.pop("table", 0), changes.pop("column", 1)
        confidence = changes.pop("confidence", 1.0)
        return tuple(
            replace(
                Score(
                    item_of(code),
                    name_of(code, year or 0),
                    Decimal(value),
                    value,
                    Place(1, 10 + row, None, Method.TEXT, confidence, table, row, column),
                    year,
                ),
                **changes,
            )
            for row, (code, value) in enumerate(values.items())
        )

    return made


@pytest.fixture
def document() -> Callable[..., ReadDocument]:
    """A read document with these scores; other facts by keyword."""

    def made(
        *scores: Score, name: str = "report.txt", body: Body = BODY, **facts: Any
    ) -> ReadDocument:
        reporter = Resolution("resolved", body, body.official_name)
        plain = DocumentFacts("scores", reporter, fiscal_year=2564, scores=scores)
        digest = sha256(f"{name}{scores}".encode()).hexdigest()
        return ReadDocument(name, digest, replace(plain, **facts))

    return made


@pytest.fixture
def findings(
    document: Callable[..., ReadDocument],
) -> Callable[..., list[Finding]]:
    """Findings of one rule in an audit of one document with these scores and facts."""

    def made(rule: str, *scores: Score, **facts: Any) -> list[Finding]:
        found = audit([document(*scores, **facts)]).findings
        return [finding for finding in found if finding.rule == rule]

    return made


@pytest.fixture
def audited(document: Callable[..., ReadDocument]) -> Callable[..., Audited]:
    """The audit of one document with these scores and facts."""

    def made(*scores: Score, **facts: Any) -> Audited:
        return audit([document(*scores, **facts)])

    return made


def ten(text: str, total: str) -> dict[str, str]:
    values = dict(zip(map(str, range(1, 11)), text.split(), strict=True))
    return {**values, "total": total}


@pytest.fixture
def sound_2564() -> dict[str, str]:
    """Ten indicators and a total that recompute."""
    return ten("91.76 82.88 87.17 83.50 85.27 74.13 80.59 74.11 33.76 6.25", "56.72")


@pytest.fixture
def swapped_2562() -> dict[str, str]:
    """A total that is right once indicators 2 and 7 exchange their scores."""
    return ten("85.25 73.51 79.54 73.92 75.34 67.69 70.15 64.33 28.47 18.75", "53.05")


@pytest.fixture
def unexplained_2563() -> dict[str, str]:
    """A total that no single slip explains."""
    return ten("84.10 71.66 78.95 74.13 76.76 70.06 70.79 67.66 13.97 0.00", "57.43")


@pytest.fixture
def other_body() -> Body:
    return OTHER
