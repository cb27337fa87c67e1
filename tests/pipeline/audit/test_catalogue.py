"""What users read about rules is complete and made from the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.audit.auditor import audit
from pipeline.audit.catalogue import rules_markdown, rules_text
from pipeline.audit.model import Finding, ReadDocument
from pipeline.audit.rules import RULES
from pipeline.facts import Score

Rows = Callable[..., tuple[Score, ...]]
THAI = re.compile("[ก-๙]")


def finding(**changes: object) -> Finding:
    made = Finding(
        "total-mismatch", "error", "a.txt", "sao-x", "x", 2564, "total", "total", "53.05",
        "52.91", "+0.14", "message", "ข้อความ", 1, sha256="ab",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_every_rule_stands_once_in_the_list_and_in_both_catalogues() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert f"## `{rule.id}` ({rule.severity})" in rules_markdown()
        assert f"{rule.id} ({rule.severity})" in rules_text()


def test_every_rule_is_described_in_both_languages_with_a_two_line_example() -> None:
    for rule in RULES:
        assert not THAI.search(rule.compares)
        assert THAI.search(rule.compares_th)
        assert len(rule.example.splitlines()) == 2


def test_a_flag_id_is_readable_and_says_which_rule() -> None:
    assert re.fullmatch(r"total-mismatch-[0-9a-f]{12}", finding().flag_id)


def test_a_flag_id_changes_with_what_the_finding_says_and_with_nothing_else() -> None:
    for changes in (
        {"rule": "rating-mismatch"}, {"agency_id": "sao-y"}, {"fiscal_year": 2563},
        {"code": "1"}, {"printed": "53.06"}, {"expected": "52.92"}, {"sha256": "cd"},
    ):  # fmt: skip
        assert finding(**changes).flag_id != finding().flag_id
    moved = finding(document="b.txt", page=9, message="other", severity="info")
    assert moved.flag_id == finding().flag_id


def test_the_answer_does_not_depend_on_the_order_of_documents(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    read = [document(*rows({"total": total}), name=total) for total in ("1.00", "2.00", "3.00")]
    assert audit(read) == audit(read[::-1])


def test_every_finding_is_of_a_listed_rule_and_never_above_its_severity(
    document: Callable[..., ReadDocument], rows: Rows, swapped_2562: dict[str, str]
) -> None:
    levels = ("info", "warning", "error")
    highest = {rule.id: rule.severity for rule in RULES}
    read = document(*rows({**swapped_2562, "4": "917.6"}, 2562, mark="pass", rating="A"))
    found = audit([read]).findings
    assert len(found) > 3
    for one in found:
        assert levels.index(one.severity) <= levels.index(highest[one.rule])
        assert THAI.search(one.message_th)
