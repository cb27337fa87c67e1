"""What a person sees while a run goes on and when it is done, on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.numbers import plain
from pipeline.run.ingest import Run

if TYPE_CHECKING:
    from rich.console import Console as RichConsole
    from rich.table import Table as RichTable

    from pipeline.audit.model import AgencyYear

MANY = 40
"""Rows after which the summary refers to the files."""

_TEXTS = {
    "reading": ("Reading", "กำลังอ่าน"),
    "documents": ("Documents", "เอกสาร"),
    "read": ("read", "อ่านได้"),
    "partly": ("read in part", "อ่านได้บางส่วน"),
    "not read": ("not read", "อ่านไม่ได้"),
    "reused": ("unchanged since the last run", "ไม่เปลี่ยนจากครั้งก่อน"),
    "agency": ("Agency", "หน่วยงาน"),
    "year": ("Year", "ปี"),
    "printed": ("Printed", "ตามเอกสาร"),
    "recomputed": ("Recomputed", "คำนวณใหม่"),
    "rating": ("Rating", "ระดับ"),
    "verdict": ("Verdict", "ผลตรวจสอบ"),
    "consistent": ("consistent", "สอดคล้อง"),
    "inconsistent": ("does not add up", "ไม่สอดคล้อง"),
    "incomplete": ("too few values", "ข้อมูลไม่พอคำนวณ"),
    "unverifiable": ("cannot be judged", "ไม่มีเกณฑ์ตรวจ"),
    "more": ("… and {} more in agency_years.csv", "… และอีก {} แถวใน agency_years.csv"),
    "flags": ("Findings", "ข้อสังเกต"),
    "error": ("error", "ข้อผิดพลาด"),
    "warning": ("warning", "คำเตือน"),
    "info": ("info", "ข้อมูล"),
    "files": ("Written to", "บันทึกไว้ที่"),
    "measures": ("measures", "มาตรการ"),
    "scores": ("scores", "ค่าคะแนน"),
}
_STYLES = {"inconsistent": "red", "consistent": "green", "error": "red", "warning": "yellow"}


@dataclass(frozen=True, slots=True)
class Console:
    """Writes progress and the summary in one language."""

    lang: str

    def say(self, key: str) -> str:
        return _TEXTS[key][self.lang == "th"]

    def progress(self, done: int, total: int, document: str) -> None:
        """One line that is written over on a terminal; nothing elsewhere."""
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            line = f"{self.say('reading')} {done}/{total} {document}"
            sys.stderr.write(f"\r\x1b[K{line[:100]}{end}")
            sys.stderr.flush()

    def summary(self, run: Run, out: Path) -> None:
        """Documents, agency-years, findings, and where the files are."""
        from rich.console import Console as RichConsole

        console = RichConsole(stderr=True, highlight=False, soft_wrap=True)
        self._documents(console, run)
        if run.audited.agency_years:
            console.print(self._agency_years(run))
            hidden = len(run.audited.agency_years) - MANY
            if hidden > 0:
                console.print(self.say("more").format(hidden))
        self._findings(console, run)
        console.print(f"{self.say('files')} {out}/: {', '.join(p.name for p in run.files)}")

    def _documents(self, console: RichConsole, run: Run) -> None:
        counts = Counter(record.status for record in run.records.values())
        scores = sum(len(r.facts.scores) for r in run.records.values() if r.facts)
        measures = sum(len(r.facts.measures) for r in run.records.values() if r.facts)
        parts = [f"{counts['ok']} {self.say('read')}"]
        if counts["partial"]:
            parts.append(f"{counts['partial']} {self.say('partly')}")
        if counts["quarantined"]:
            parts.append(f"{counts['quarantined']} {self.say('not read')}")
        if run.reused:
            parts.append(f"{run.reused} {self.say('reused')}")
        console.print(
            f"{self.say('documents')}: {', '.join(parts)} · {scores} {self.say('scores')}"
            f" · {measures} {self.say('measures')}"
        )
        for document, record in run.records.items():
            if record.message:
                message = record.message_th if self.lang == "th" else record.message
                console.print(f"  {document}: {message}", markup=False)

    def _agency_years(self, run: Run) -> RichTable:
        from rich.box import SIMPLE
        from rich.table import Table

        table = Table(box=SIMPLE, pad_edge=False)
        for key in ("agency", "year", "printed", "recomputed", "rating", "verdict"):
            right = key in ("year", "printed", "recomputed")
            table.add_column(self.say(key), justify="right" if right else "left")
        for one in run.audited.agency_years[:MANY]:
            style = _STYLES.get(one.verdict)
            table.add_row(*self._row(one), style=style if one.verdict == "inconsistent" else None)
        return table

    def _row(self, one: AgencyYear) -> tuple[str, ...]:
        printed = {code: plain(score.value) for code, score in one.values}
        recomputed = {code: plain(value) for code, value in one.recomputed}
        return (
            one.body.official_name or one.body.name or one.agency_id,
            str(one.fiscal_year),
            printed.get("total", "–"),
            recomputed.get("total", "–"),
            one.rating or "–",
            self.say(one.verdict),
        )

    def _findings(self, console: RichConsole, run: Run) -> None:
        findings = run.audited.findings
        counts = Counter((finding.severity, finding.rule) for finding in findings)
        if not counts:
            return
        console.print(f"{self.say('flags')}: {len(findings)}")
        order = ("error", "warning", "info")
        for (severity, rule), count in sorted(
            counts.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        ):
            example = next(f for f in findings if (f.severity, f.rule) == (severity, rule))
            message = example.message_th if self.lang == "th" else example.message
            console.print(f"  {count:>4} × {rule} ({self.say(severity)}): {message}", markup=False)


def quarantined(run: Run) -> bool:
    """True where a document could not be read."""
    return any(record.status == "quarantined" for record in run.records.values())


def error_flags(run: Run) -> bool:
    """True where a finding is an error."""
    return any(finding.severity == "error" for finding in run.audited.findings)
