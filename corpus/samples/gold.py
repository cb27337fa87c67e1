"""The gold of the samples: rows of its tables, and the formula of the scheme worked out anew."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

Scores = Sequence[str]
Row = dict[str, str]


def thai(text: object) -> str:
    """Text with Thai digits."""
    return str(text).translate(_THAI)


def half_up(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def mean(values: Iterable[str]) -> Decimal:
    numbers = [Decimal(value) for value in values]
    return sum(numbers, Decimal(0)) / len(numbers)


def total(scores: Scores) -> str:
    """30 % of the mean of indicators 1–5, 30 % of 6–8, 40 % of 9 and 10."""
    parts = (mean(scores[:5]), mean(scores[5:8]), mean(scores[8:]))
    return half_up(parts[0] * 30 / 100 + parts[1] * 30 / 100 + parts[2] * 40 / 100)


class Gold:
    """Rows of the gold tables as they gather, and the folder where the reports are written."""

    def __init__(self, reports: Path) -> None:
        self.reports = reports
        self.scores: list[Row] = []
        self.years: list[Row] = []
        self.measures: list[Row] = []
        self.flags: list[Row] = []

    def ten(self, document: str, body: Row, year: int, scores: Scores, **more: str) -> None:
        """Ten indicators and their total of one agency-year, ``stated`` if it is not right."""
        for code, value in enumerate(scores, 1):
            self.score(document, body, year, "indicator", str(code), value)
        stated = more.pop("stated", total(scores))
        self.score(document, body, year, "total", "total", stated)
        verdict = "consistent" if stated == total(scores) else "inconsistent"
        self.year(document, body, year, verdict, recomputed_total=total(scores), **more)

    def score(self, document: str, body: Row, year: int, kind: str, code: str, value: str) -> None:
        self.scores.append(
            {
                "document": document,
                "agency": body["agency"],
                "fiscal_year": str(year),
                "item_type": kind,
                "code": code,
                "score": value,
            }
        )

    def year(self, document: str, body: Row, year: int, verdict: str, **more: str) -> None:
        blank = {"rating": "", "recomputed_total": ""}
        self.years.append(
            {
                "document": document,
                "fiscal_year": str(year),
                **body,
                **blank,
                **more,
                "verdict": verdict,
            }
        )

    def measure(self, document: str, year: int, number: int, title: str, **more: str) -> None:
        blank = {"responsible": "", "start_date": "", "end_date": "", "indicator": ""}
        row = {
            "document": document,
            "fiscal_year": str(year),
            "number": str(number),
            "title": title,
        }
        self.measures.append({**row, **blank, **more})

    def flag(self, document: str, rule: str, year: int | str = "") -> None:
        self.flags.append({"document": document, "rule": rule, "fiscal_year": str(year)})

    def write(self, folder: Path) -> None:
        tables = {
            "scores": self.scores,
            "agency_years": self.years,
            "measures": self.measures,
            "flags": self.flags,
        }
        for name, rows in tables.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def body(agency: str, district: str = "", province: str = "") -> Row:
    return {"agency": agency, "district": district, "province": province}
