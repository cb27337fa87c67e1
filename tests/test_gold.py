"""Real reports and the shipped samples come out of the command exactly as read by hand."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ingest(source: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(source), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    return out


def score_keys(table: list[Row]) -> Counter[tuple[str, str, str, str, Decimal]]:
    return Counter(
        (row["document"], row["fiscal_year"], row["item_type"], row["code"], Decimal(row["score"]))
        for row in table
    )


def subset(table: list[Row], columns: list[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(row[column] for column in columns) for row in table)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is absent")
    return ingest(SHARED / "seeds", tmp_path_factory.mktemp("seeds"))


def test_every_published_score_of_the_real_reports_and_no_other(seeds: Path) -> None:
    gold = score_keys(rows(SHARED / "gold" / "seeds_scores.csv"))
    assert score_keys(rows(seeds / "scores.csv")) == gold


def test_every_agency_and_year_of_the_real_reports_recomputes_as_by_hand(seeds: Path) -> None:
    gold = rows(SHARED / "gold" / "seeds_agency_years.csv")
    found = {
        (document, row["fiscal_year"]): row
        for row in rows(seeds / "agency_years.csv")
        for document in row["documents"].split("; ")
    }
    columns = ["agency", "district", "province", "rating", "recomputed_total", "verdict"]
    for row in gold:
        got = found.pop((row["document"], row["fiscal_year"]))
        assert {c: got[c] for c in columns} == {c: row[c] for c in columns}
    assert not found


def test_every_measure_of_the_real_reports_row_by_row(seeds: Path) -> None:
    gold = rows(SHARED / "gold" / "seeds_measures.csv")
    columns = list(gold[0])
    assert subset(rows(seeds / "measures.csv"), columns) == subset(gold, columns)


def test_the_swapped_labels_of_a_real_year_are_explained_and_the_unexplained_year_is_not(
    seeds: Path,
) -> None:
    import json

    mismatches = {
        row["fiscal_year"]: json.loads(row["explanation"])
        for row in rows(seeds / "flags.csv")
        if row["rule"] == "total-mismatch"
    }
    assert set(mismatches) == {"2562", "2563"}
    swaps = [c for c in mismatches["2562"]["candidates"] if c["cause"] == "swap"]
    assert len(swaps) == 1
    assert sorted(change[0] for change in swaps[0]["changes"]) == ["2", "7"]
    assert not [c for c in mismatches["2563"]["candidates"] if c["cause"] == "swap"]
