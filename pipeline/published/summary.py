"""What a person sees of an audit of tables, on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.audit.model import Finding
    from pipeline.published.notice import Notice
    from pipeline.published.run import Outcome

_MANY = 30
"""Sentences about one table that are shown; ``documents.csv`` holds all."""

_TEXTS = {
    "tables": ("Tables", "ตาราง"),
    "read": ("read", "อ่านได้"),
    "partial": ("read in part", "อ่านได้บางส่วน"),
    "quarantined": ("not read", "อ่านไม่ได้"),
    "years": ("agency-years", "หน่วยงาน-ปี"),
    "consistent": ("consistent", "สอดคล้อง"),
    "inconsistent": ("do not add up", "ไม่สอดคล้อง"),
    "incomplete": ("too few values to recompute", "ข้อมูลไม่พอคำนวณ"),
    "unverifiable": ("cannot be judged", "ไม่มีเกณฑ์ตรวจ"),
    "flags": ("Findings", "ข้อสังเกต"),
    "error": ("error", "ข้อผิดพลาด"),
    "warning": ("warning", "คำเตือน"),
    "info": ("info", "ข้อมูล"),
    "more": ("more sentences in documents.csv", "ข้อความเพิ่มเติมใน documents.csv"),
    "files": ("Written to", "บันทึกไว้ที่"),
}
_STATUS = {"ok": "read", "partial": "partial", "quarantined": "quarantined"}
_ORDER = ("error", "warning", "info")


class Console:
    """Writes notices and the summary in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, key: str) -> str:
        return _TEXTS[key][self.lang == "th"]

    def told(self, document: str, notices: Sequence[Notice]) -> None:
        """How one table was understood, and what of it could not be read."""
        for notice in notices[:_MANY]:
            self._line(f"{document}: {notice.said(self.lang)}")
        if len(notices) > _MANY:
            self._line(f"{document}: {len(notices) - _MANY} {self.say('more')}")

    def summary(self, outcome: Outcome, out: Path) -> None:
        """Tables, verdicts, findings with an example each, and where the files are."""
        status = Counter(record.status for record in outcome.records.values())
        parts = [f"{count} {self.say(_STATUS[one])}" for one, count in sorted(status.items())]
        self._line(f"{self.say('tables')}: {', '.join(parts)}")
        verdicts = Counter(year.verdict for year in outcome.audited.agency_years)
        if outcome.ledger is not None:
            sound = ~outcome.ledger.odd
            proved = int((sound & outcome.ledger.screened.consistent).sum())
            verdicts["consistent"] += proved
            verdicts["incomplete"] += outcome.sound - proved
        listed = [f"{n} {self.say(verdict)}" for verdict, n in sorted(verdicts.items()) if n]
        self._line(f"{sum(verdicts.values())} {self.say('years')}: {', '.join(listed)}")
        self._findings(outcome)
        self._line(f"{self.say('files')} {out}/: {', '.join(path.name for path in outcome.files)}")

    def _findings(self, outcome: Outcome) -> None:
        findings = outcome.audited.findings
        if not findings:
            return
        self._line(f"{self.say('flags')}: {len(findings)}")
        counts = Counter((finding.severity, finding.rule) for finding in findings)
        first: dict[tuple[str, str], Finding] = {}
        for finding in findings:
            first.setdefault((finding.severity, finding.rule), finding)
        for key in sorted(counts, key=lambda one: (_ORDER.index(one[0]), one[1])):
            example = first[key]
            message = example.message_th if self.lang == "th" else example.message
            who = f"{example.agency}: " if example.agency else ""
            self._line(f"  {counts[key]:>4} × {key[1]} ({self.say(key[0])}): {who}{message}")

    def _line(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")
