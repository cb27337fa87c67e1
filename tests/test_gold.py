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


def years_by_document(table: list[Row]) -> dict[tuple[str, str, str], Row]:
    return {
        (document, row["agency"], row["fiscal_year"]): row
        for row in table
        for document in row["documents"].split("; ")
    }


def subset(table: list[Row], columns: list[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(row[column] for column in columns) for row in table)


def assert_years(found: list[Row], gold: list[Row]) -> None:
    """Every agency-year of the gold, with its values, and no other."""
    rest = years_by_document(found)
    columns = ["agency", "district", "province", "rating", "recomputed_total", "verdict"]
    for row in gold:
        got = rest.pop((row["document"], row["agency"], row["fiscal_year"]))
        assert {c: got[c] for c in columns} == {c: row[c] for c in columns}
    assert not rest


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is absent")
    return ingest(SHARED / "seeds", tmp_path_factory.mktemp("seeds"))


def test_every_published_score_of_the_real_reports_and_no_other(seeds: Path) -> None:
    gold = score_keys(rows(SHARED / "gold" / "seeds_scores.csv"))
    assert score_keys(rows(seeds / "scores.csv")) == gold


def test_every_agency_and_year_of_the_real_reports_recomputes_as_by_hand(seeds: Path) -> None:
    assert_years(rows(seeds / "agency_years.csv"), rows(SHARED / "gold" / "seeds_agency_years.csv"))


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


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingest(ROOT / "corpus" / "reports", tmp_path_factory.mktemp("samples"))


def test_every_score_of_the_samples_under_its_body_and_no_other(samples: Path) -> None:
    gold, found = rows(ROOT / "corpus" / "gold" / "scores.csv"), rows(samples / "scores.csv")
    assert score_keys(found) == score_keys(gold)
    columns = ["document", "agency", "fiscal_year", "code"]
    assert set(subset(found, columns)) == set(subset(gold, columns))


def test_every_agency_and_year_of_the_samples(samples: Path) -> None:
    gold = rows(ROOT / "corpus" / "gold" / "agency_years.csv")
    assert_years(rows(samples / "agency_years.csv"), gold)


def test_every_measure_of_the_samples(samples: Path) -> None:
    gold = rows(ROOT / "corpus" / "gold" / "measures.csv")
    columns = list(gold[0])
    assert subset(rows(samples / "measures.csv"), columns) == subset(gold, columns)


def test_the_faults_of_the_samples_are_flagged_and_nothing_else_is(samples: Path) -> None:
    gold = rows(ROOT / "corpus" / "gold" / "flags.csv")
    found = [row for row in rows(samples / "flags.csv") if row["severity"] != "info"]
    expected = {(row["document"], row["rule"], row["fiscal_year"]) for row in gold}
    assert {(row["document"], row["rule"], row["fiscal_year"]) for row in found} == expected


def test_the_samples_are_those_that_their_program_writes(tmp_path: Path) -> None:
    from corpus.samples.__main__ import write

    write(tmp_path)
    for folder in ("reports", "gold"):
        written = {path.name for path in (tmp_path / folder).iterdir()}
        assert written == {path.name for path in (ROOT / "corpus" / folder).iterdir()}
        for path in (tmp_path / folder).iterdir():
            if path.suffix != ".pdf":
                assert path.read_bytes() == (ROOT / "corpus" / folder / path.name).read_bytes()
