"""The list of rules as users read it, made from the rules themselves."""

from __future__ import annotations

from pipeline.audit.rules import RULES


def rules_markdown() -> str:
    """Every rule as a Markdown document, by id, for ``docs/rules.md``."""
    parts = [
        "# Audit rules",
        "",
        "Made by `sucharit rules --markdown`. The severity is the highest a rule gives; where a",
        "case is less certain it gives a lower one.",
    ]
    for rule in sorted(RULES, key=lambda one: one.id):
        parts += [
            "",
            f"## `{rule.id}` ({rule.severity})",
            "",
            rule.compares,
            "",
            rule.compares_th,
            "",
            "```text",
            rule.example,
            "```",
        ]
    return "\n".join(parts) + "\n"


def rules_text() -> str:
    """Every rule for a terminal, by id."""
    parts = []
    for rule in sorted(RULES, key=lambda one: one.id):
        example = rule.example.replace("\n", "\n    ")
        parts.append(
            f"{rule.id} ({rule.severity})\n  {rule.compares}\n  {rule.compares_th}\n    {example}"
        )
    return "\n\n".join(parts) + "\n"
