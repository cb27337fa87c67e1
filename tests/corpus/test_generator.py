"""Generated reports: the same seed gives the same bytes, and the truth holds."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from corpus.__main__ import main
from corpus.layouts import LAYOUTS
from corpus.scores import INSTRUMENTS, WEIGHTS, draw_scores


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def generate(out: Path, *options: str) -> dict[str, bytes]:
    done = CliRunner().invoke(main, ["--count", "12", "--seed", "5", "--out", str(out), *options])
    assert done.exit_code == 0, done.output
    return files(out)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    assert generate(tmp_path / "a") == generate(tmp_path / "b")


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_true_score_is_printed_in_its_report(tmp_path: Path, layout: str) -> None:
    generate(tmp_path, "--only", layout, "--container", "text")
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    with (tmp_path / "truth" / "scores.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        text = (tmp_path / "reports" / row["document"]).read_text(encoding="utf-8")
        assert row["score"] in text.translate(digits)


@pytest.mark.parametrize("year", [2562, 2564, 2567])
def test_totals_follow_from_the_indicators_within_rounding(year: int) -> None:
    for seed in range(50):
        sheet = draw_scores(Random(seed), year)
        total = Decimal(0)
        for code, numbers in INSTRUMENTS.items():
            mean = sum((sheet.indicators[n - 1] for n in numbers), Decimal(0)) / len(numbers)
            assert abs(mean - sheet.instruments[code]) <= Decimal("0.011")
            total += mean * WEIGHTS[code] / 100
        assert abs(total - sheet.total) <= Decimal("0.011")


def test_faults_contradict_the_printed_numbers() -> None:
    faulty = 0
    for seed in range(300):
        report = LAYOUTS["official"](Random(seed))
        printed = {score.code: score.value for score in report.scores}
        parts = [
            sum((printed[str(n)] for n in numbers), Decimal(0)) / len(numbers) * WEIGHTS[code] / 100
            for code, numbers in INSTRUMENTS.items()
        ]
        wrong = abs(sum(parts, Decimal(0)) - printed["total"]) > Decimal("0.02")
        assert wrong == bool(report.faults)
        faulty += wrong
    assert 40 < faulty < 140
