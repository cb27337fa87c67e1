"""Measure the program on generated reports: ``python -m benchmarks [--seed S] [--count N]``.

Writes ``benchmarks/results.md``: tables by container, by layout and of their worst meetings,
flags by rule, and speed beside pdfplumber and pdfium. Without ``--seed`` the fixed set is
measured, so that runs compare; any other seed is a set that nobody has looked at.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from benchmarks.columns import Column, compare_columns, wrong_cells
from benchmarks.compare import (
    TOLD,
    Row,
    Tally,
    compare,
    compare_flags,
    explained,
    mistakes,
    named_alike,
    read_rows,
)
from benchmarks.machine import described
from benchmarks.places import compare_places
from benchmarks.speed import speed_tables

HERE = Path(__file__).parent
FIXED_SEED, FIXED_COUNT = 1, 300
TABLES = ("documents", "scores", "agency_years", "measures", "flags")
SHOWN = 12
"""Cells that the table of worst meetings shows."""


@click.command()
@click.option("--seed", type=int, default=FIXED_SEED, show_default=True, help="Of the reports.")
@click.option("--count", type=int, default=FIXED_COUNT, show_default=True, help="Reports.")
@click.option("--only", default=None, help="One layout.")
@click.option("--container", default=None, help="One container.")
@click.option("--jobs", type=int, default=2, show_default=True, help="Workers of the accuracy run.")
@click.option("--speed/--no-speed", default=True, help="Measure speed and memory, too.")
@click.option("--show", type=int, default=0, help="How many mistakes to print.")
@click.option("--keep", type=click.Path(path_type=Path), default=None, help="Keep files here.")
@click.option("--out", type=click.Path(path_type=Path), default=HERE / "results.md")
def main(
    seed: int,
    count: int,
    only: str | None,
    container: str | None,
    jobs: int,
    speed: bool,
    show: int,
    keep: Path | None,
    out: Path,
) -> None:
    """Generate, ingest, compare, and write the tables."""
    options = [
        *(["--only", only] if only else []),
        *(["--container", container] if container else []),
    ]
    with tempfile.TemporaryDirectory(prefix="sucharit-bench-") as temporary:
        folder = keep or Path(temporary)
        _generate(folder, seed, count, options)
        seconds = _ingest(folder, jobs)
        truth = {
            name: read_rows(folder / "truth" / f"{name}.csv")
            for name in (*TABLES, "injected", "allowed")
        }
        dataset = {name: named_alike(read_rows(folder / "out" / f"{name}.csv")) for name in TABLES}
        places, misplaced = compare_places(folder / "reports", dataset["scores"])
        wrong = [*mistakes(truth, dataset), *wrong_cells(truth, dataset), *misplaced]
        lines = [
            "# Measured on generated reports",
            "",
            *described(seed, count, " ".join(options)),
            *_accuracy(truth["documents"], compare(truth, dataset)),
            *_columns(truth, dataset),
            f"Values of PDFs and text files that stand where the dataset says: {places.right} of"
            f" {places.cells}.",
            "",
            *_flags(truth, dataset),
            *_whole(dataset["documents"], seconds, jobs),
            *(speed_tables(folder, truth["documents"]) if speed else []),
        ]
    text = "\n".join([*lines, ""])
    out.write_text(text, encoding="utf-8")
    print(text)
    print("\n".join(wrong[:show]))


def _generate(folder: Path, seed: int, count: int, options: Sequence[str]) -> None:
    command = [sys.executable, "-m", "corpus", "--count", str(count), "--seed", str(seed)]
    done = subprocess.run([*command, *options, "--out", str(folder)], check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def _ingest(folder: Path, jobs: int) -> float:
    """Seconds that the whole command takes."""
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(folder / "reports"), "--fresh"]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, "--out", str(folder / "out"), "--jobs", str(jobs)],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode not in (0, 3):
        raise click.ClickException(done.stderr)
    return time.perf_counter() - started


Key = Callable[[Row], str]


def _accuracy(documents: Sequence[Row], tallies: dict[str, Tally]) -> list[str]:
    lines: list[str] = []
    keys: tuple[tuple[str, Key], ...] = (
        ("container", lambda row: row["container"]),
        ("layout", lambda row: row["layout"]),
    )
    digital = [row for row in documents if not row["container"].startswith("scan")]
    everything = {
        **_grouped(digital, tallies, lambda _: "all but scans"),
        **_grouped(documents, tallies, lambda _: "all"),
    }
    for name, key in keys:
        groups = _grouped(documents, tallies, key)
        lines += [*_head(name), *_rows([*sorted(groups.items()), *everything.items()]), ""]
    cells = _grouped(documents, tallies, lambda row: f"{row['layout']} in {row['container']}")
    worst = [pair for pair in cells.items() if pair[1].found < pair[1].scores or pair[1].silent]
    worst.sort(key=lambda pair: (-pair[1].silent, pair[1].found - pair[1].scores, pair[0]))
    shown = [pair for pair in worst if "scan" not in pair[0]][:SHOWN]
    return [*lines, *(_head("worst meetings") if shown else []), *_rows(shown), ""]


def _head(name: str) -> list[str]:
    return [
        f"| {name} | documents | scores | recall | precision | silent | silent / 10,000 |"
        " doubted | bodies | years | verdicts | cells | measures | fields |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]


def _rows(groups: Iterable[tuple[str, Tally]]) -> list[str]:
    return [
        f"| {name} | {t.documents} | {t.scores} | {t.recall:.2%} | {t.precision:.2%} | {t.silent}"
        f" | {t.silent_per_10_000:.1f} | {t.doubts:.2%} | {t.agencies_found} / {t.agencies}"
        f" | {t.years_found} / {t.years} | {t.verdicts_right} / {t.verdicts}"
        f" | {t.cell_accuracy:.2%} | {_measured(t)}"
        for name, t in groups
    ]


def _measured(tally: Tally) -> str:
    """Row and field accuracy of measures, where there are any."""
    if not tally.measures + tally.measures_extra:
        return " |  |"
    fields = tally.fields_right / tally.fields if tally.fields else 1.0
    return f"{tally.measure_accuracy:.2%} | {fields:.2%} |"


def _grouped(documents: Sequence[Row], tallies: dict[str, Tally], key: Key) -> dict[str, Tally]:
    groups: dict[str, Tally] = defaultdict(Tally)
    for row in documents:
        groups[key(row)] += tallies[row["document"]]
    return dict(groups)


def _flags(
    truth: dict[str, list[dict[str, str]]], dataset: dict[str, list[dict[str, str]]]
) -> list[str]:
    scanned = {r["document"] for r in truth["documents"] if r["container"].startswith("scan")}
    expected = [row for row in truth["flags"] if row["document"] not in scanned]
    tallies = compare_flags(expected, dataset["flags"], truth["allowed"])
    first = explained(truth["injected"], dataset["flags"])
    right, asked = first.right, first.asked
    told = sum(1 for r in truth["injected"] if r["cause"] in TOLD and r["document"] not in scanned)
    return [
        "| rule | expected | raised | false alarms |",
        "|---|--:|--:|--:|",
        *(
            f"| {rule} | {tally.expected} | {tally.raised} | {tally.false_alarms} |"
            for rule, tally in tallies.items()
            if tally.expected or tally.false_alarms
        ),
        "",
        f"First explanation is the true cause: {right} of {asked}"
        + (f" ({right / asked:.1%})" if asked else "")
        + f" that were flagged, with the very numbers that were changed {first.placed};"
        f" {told} had such a cause.",
        "",
    ]


def _columns(
    truth: dict[str, list[dict[str, str]]], dataset: dict[str, list[dict[str, str]]]
) -> list[str]:
    """Accuracy of each column in rows that were found, of digital documents and of scans."""
    scanned = {r["document"] for r in truth["documents"] if r["container"].startswith("scan")}
    digital = compare_columns(truth, dataset, lambda name: name not in scanned)
    scans = compare_columns(truth, dataset, lambda name: name in scanned)
    return [
        "| column of rows that were found | digital | right | scans | right |",
        "|---|--:|--:|--:|--:|",
        *(
            f"| {table}.{column} | {tally.cells} | {tally.accuracy:.2%}"
            f" | {(other := scans.get((table, column), Column())).cells} | {other.accuracy:.2%} |"
            for (table, column), tally in digital.items()
            if tally.cells
        ),
        "",
    ]


def _whole(documents: Sequence[Row], seconds: float, jobs: int) -> list[str]:
    pages = sum(int(row["pages"] or 0) for row in documents)
    return [
        f"The whole command with {jobs} workers: {len(documents)} documents, {pages} pages in"
        f" {seconds:.1f} s, {pages / seconds:.1f} pages a second, start and audit included.",
        "",
    ]


if __name__ == "__main__":
    main()
