"""Tables written for a test, and what the audit makes of them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.published.notice import Notice
from pipeline.published.run import Outcome, Settings, audit_tables

NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงการทำงาน",
    "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
TEN = ["91.76", "82.88", "87.17", "83.50", "85.27", "74.13", "80.59", "74.11", "33.76", "6.25"]
TOTAL = "56.72"
HEADER = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", *NAMES, "คะแนนรวม", "ระดับ")
SOUND = ("อบต.ก้านเหลือง", "อุทุมพรพิสัย", "ศรีสะเกษ", "2564", *TEN, TOTAL, "D")
OTHER = ("อบต.นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ", "2565", *reversed(TEN), "76.65", "B")


@dataclass
class Result:
    """An outcome with its tables as rows, and what was said on the way."""

    outcome: Outcome
    said: list[Notice]
    out: Path

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @property
    def years(self) -> list[dict[str, str]]:
        return self.rows("agency_years")

    @property
    def rules(self) -> set[str]:
        return {row["rule"] for row in self.rows("flags")}

    def problems(self) -> str:
        return "\n".join(notice.en for notice in self.said if notice.problem)

    def text(self) -> str:
        return "\n".join(notice.en for notice in self.said)


@pytest.fixture
def audited(tmp_path: Path) -> Callable[..., Result]:
    """The audit of files under names: bytes, text, or rows of cells."""

    def made(**files: object) -> Result:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        paths = []
        for name, content in files.items():
            stem, _, suffix = name.rpartition("_")
            path = folder / f"{stem}.{suffix}"
            if isinstance(content, bytes):
                path.write_bytes(content)
            elif isinstance(content, str):
                path.write_text(content, encoding="utf-8")
            else:
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows(content)  # type: ignore[arg-type]
            paths.append(str(path))
        said: list[Notice] = []
        out = tmp_path / "out"
        outcome = audit_tables(tuple(paths), Settings(out), lambda _, notices: said.extend(notices))
        return Result(outcome, said, out)

    return made
