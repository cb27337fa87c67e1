"""What statements about scores and findings are, in short, for tests of rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pipeline.audit.model import Finding
from pipeline.facts import Claim, Item, Place

HERE = Place(2, 30)


def claim(kind: Any, value: str | None = None, code: str = "", **more: Any) -> Claim:
    item = Item("indicator" if code.isdigit() else "total", code) if code else None
    return Claim(kind, "ตามที่ระบุ", HERE, Decimal(value) if value else None, item=item, **more)


def severities(found: list[Finding]) -> list[str]:
    return [one.severity for one in found]
